"""Features of the predictors: linear, quadratic, product, hinge, and one per class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.species.settings import HINGE, LINEAR, PRODUCT, QUADRATIC

CLASS = "class"
HINGE_KNOTS = 20
"""Knots per predictor, evenly from its lowest to its highest value. maxnet has 50; neighbouring
hinges of these say almost the same, and 20 take less than half the time. Redline's own rule."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Predictor:
    """One band of the environment: what people call it, and whether its values are codes."""

    name: str
    categorical: bool = False


@dataclass(frozen=True)
class Term:
    """One column of the design.

    Attributes:
        kind: of the features, or :data:`CLASS`.
        first: index of its predictor.
        second: for a product: index of the other one; else -1.
        start: of a hinge, standardised: zero up to here. The code of a class.
        stop: of a hinge, standardised: one from here on.
    """

    kind: str
    first: int
    second: int = -1
    start: float = 0.0
    stop: float = 0.0

    def title(self, predictors: Sequence[Predictor]) -> str:
        """Return the term as an equation's piece; ``z`` is the standardised predictor."""
        name = predictors[self.first].name
        if self.kind == LINEAR:
            return f"z({name})"
        if self.kind == QUADRATIC:
            return f"z({name})^2"
        if self.kind == PRODUCT:
            return f"z({name})*z({predictors[self.second].name})"
        if self.kind == HINGE:
            return f"hinge({name}; {self.start:.4g}, {self.stop:.4g})"
        return f"{name} = {self.start:.10g}"


@dataclass(frozen=True)
class Features:
    """What turns values of predictors into a design.

    Predictors are standardised by their mean and standard deviation over the background, so that
    their units do not matter.

    Attributes:
        predictors: in the order of the values' columns.
        mean: shape (k,).
        sd: shape (k,), 1 where a predictor is constant.
        low: lowest value in the training, shape (k,).
        high: highest value in the training, shape (k,).
        terms: the design's columns.
        classes: by predictor, the codes that the training saw, in order; empty for numbers.
        clamp: whether values beyond low and high count as these.
    """

    predictors: tuple[Predictor, ...]
    mean: NDArray[np.float64]
    sd: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    terms: tuple[Term, ...]
    classes: tuple[NDArray[np.float64], ...]
    clamp: bool = True

    @classmethod
    def of(
        cls,
        predictors: Sequence[Predictor],
        values: Matrix,
        background: Matrix,
        kinds: Sequence[str],
        clamp: bool,
    ) -> Features:
        """Make the features for a training set.

        Args:
            predictors: what the columns are.
            values: all rows of the training, shape (n, k).
            background: its background rows, shape (m, k).
            kinds: of the features of numbers; classes get one each whatever is named here.
            clamp: whether to count values beyond the training's as its nearest.
        """
        mean, sd = background.mean(axis=0), background.std(axis=0)
        codes = np.array([item.categorical for item in predictors], dtype=bool)
        # A constant's deviation may come out as rounding only.
        varied = ~codes & (np.ptp(values, axis=0) > 0) & (sd > 1e-12 * np.abs(mean))
        mean, sd = np.where(varied, mean, 0.0), np.where(varied, sd, 1.0)
        low, high = values.min(axis=0), values.max(axis=0)
        classes = tuple(
            np.unique(values[:, i]) if item.categorical else np.empty(0)
            for i, item in enumerate(predictors)
        )
        numbers = [int(i) for i in np.flatnonzero(varied)]
        terms: list[Term] = []
        if LINEAR in kinds:
            terms += [Term(LINEAR, i) for i in numbers]
        if QUADRATIC in kinds:
            terms += [Term(QUADRATIC, i) for i in numbers]
        if PRODUCT in kinds:
            terms += [Term(PRODUCT, i, j) for n, i in enumerate(numbers) for j in numbers[n + 1 :]]
        if HINGE in kinds:
            for i in numbers:
                first, last = (low[i] - mean[i]) / sd[i], (high[i] - mean[i]) / sd[i]
                knots = np.linspace(first, last, HINGE_KNOTS)
                terms += [Term(HINGE, i, start=float(a), stop=float(last)) for a in knots[:-1]]
                terms += [Term(HINGE, i, start=float(first), stop=float(b)) for b in knots[1:-1]]
        for i, found in enumerate(classes):
            terms += [Term(CLASS, i, start=float(code)) for code in found]
        return cls(tuple(predictors), mean, sd, low, high, tuple(terms), classes, clamp)

    def standardised(self, values: Matrix) -> Matrix:
        """Return the predictors standardised, and clamped if wanted; shape (n, k)."""
        if self.clamp:
            values = np.clip(values, self.low, self.high)
        return (values - self.mean) / self.sd

    def design(self, values: Matrix) -> Matrix:
        """Return the columns of the terms, shape (n, p), for values of shape (n, k)."""
        z = self.standardised(values)
        found = np.empty((len(values), len(self.terms)), order="F")
        for column, term in enumerate(self.terms):
            if term.kind == LINEAR:
                found[:, column] = z[:, term.first]
            elif term.kind == QUADRATIC:
                found[:, column] = z[:, term.first] ** 2
            elif term.kind == PRODUCT:
                found[:, column] = z[:, term.first] * z[:, term.second]
            elif term.kind == HINGE:
                rise = (z[:, term.first] - term.start) / (term.stop - term.start)
                found[:, column] = np.clip(rise, 0.0, 1.0)
            else:
                found[:, column] = values[:, term.first] == term.start
        return found
