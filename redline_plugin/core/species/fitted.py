"""A fitted species distribution model, and its fast application to many pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.species.features import CLASS, Features, Predictor
from redline_plugin.core.species.losses import LogisticLoss, PointProcessLoss, expit
from redline_plugin.core.species.penalised import minimise
from redline_plugin.core.species.regularise import (
    LOGISTIC_STRENGTH,
    maxent_penalty,
    shared_out,
)
from redline_plugin.core.species.settings import (
    HINGE,
    LINEAR,
    LOGISTIC,
    MAXENT,
    PRODUCT,
    QUADRATIC,
    Settings,
)

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]

_CHUNK = 1 << 15


@dataclass(frozen=True)
class Fitted:
    """Features, their coefficients, and how the sum becomes a suitability.

    Attributes:
        method: logistic: ``1 / (1 + exp(-s))``; maxent: ``1 - exp(-exp(s))``, the cloglog.
        features: what the coefficients belong to.
        coefficients: shape (p,).
        intercept: for the logistic, its ``b0``. For the point process, the entropy of its raw
            values over the background less the log of their sum (Phillips et al. 2017): with it, a
            place of typical presences gets ``1 - exp(-1)``, about 0.63.
    """

    method: str
    features: Features
    coefficients: Vector
    intercept: float

    def suitability(self, values: Matrix) -> Vector:
        """Return 0 to 1 for values of shape (n, k); NaN where a class is unknown or a value NaN."""
        found = np.empty(len(values))
        apply = Applied(self)
        for start in range(0, len(values), _CHUNK):
            part = values[start : start + _CHUNK]
            found[start : start + _CHUNK] = apply([part[:, i] for i in range(part.shape[1])])
        return found

    @property
    def used(self) -> int:
        """How many coefficients are not zero."""
        return int(np.count_nonzero(self.coefficients))


class Applied:
    """The model gathered by predictor: a design of all terms would not fit into memory.

    All terms of one predictor are one curve: a parabola, and the sum of its hinges, which is linear
    between their corners. Products are gathered by their first predictor.
    """

    def __init__(self, model: Fitted) -> None:
        features = model.features
        k = len(features.predictors)
        self._model = model
        self._linear, self._square = np.zeros(k), np.zeros(k)
        self._product = np.zeros((k, k))
        hinges: list[list[tuple[float, float, float]]] = [[] for _ in range(k)]
        self._of_class = [np.zeros(len(found) + 1) for found in features.classes]
        for term, beta in zip(features.terms, model.coefficients):
            if beta == 0.0:
                continue
            if term.kind == LINEAR:
                self._linear[term.first] = beta
            elif term.kind == QUADRATIC:
                self._square[term.first] = beta
            elif term.kind == PRODUCT:
                self._product[term.first, term.second] = beta
            elif term.kind == HINGE:
                hinges[term.first].append((term.start, term.stop, float(beta)))
            elif term.kind == CLASS:
                place = int(np.searchsorted(features.classes[term.first], term.start))
                self._of_class[term.first][place] = beta
        self._bent = [_curve(found) for found in hinges]
        crossed = self._product != 0.0
        self._needed = (
            (self._linear != 0.0)
            | (self._square != 0.0)
            | crossed.any(axis=0)
            | crossed.any(axis=1)
            | np.array([curve is not None for curve in self._bent], dtype=bool)
        )
        # A place beyond the last class stands for "not seen".
        for table in self._of_class:
            table[-1] = np.nan

    def __call__(self, values: Sequence[NDArray]) -> Vector:
        """Return the suitability for one array of shape (n,) per predictor."""
        features = self._model.features
        eta = np.full(len(values[0]), self._model.intercept)
        standard: dict[int, Vector] = {}
        for i in range(len(values)):
            if features.predictors[i].categorical:
                eta += self._class_of(i, values[i])
            elif self._needed[i]:
                z = values[i].astype(np.float64)
                if features.clamp:
                    np.clip(z, features.low[i], features.high[i], out=z)
                z -= features.mean[i]
                z /= features.sd[i]
                standard[i] = z
                if self._square[i] != 0.0:
                    eta += (self._square[i] * z + self._linear[i]) * z
                elif self._linear[i] != 0.0:
                    eta += self._linear[i] * z
                curve = self._bent[i]
                if curve is not None:
                    eta += np.interp(z, *curve)
        for i, z in standard.items():
            others = np.flatnonzero(self._product[i])
            if len(others):
                factor = self._product[i, others[0]] * standard[int(others[0])]
                for j in others[1:]:
                    factor += self._product[i, j] * standard[int(j)]
                eta += factor * z
        return response(self._model.method, eta)

    def _class_of(self, i: int, codes: NDArray) -> Vector:
        known = self._model.features.classes[i]
        place = np.minimum(np.searchsorted(known, codes), len(known) - 1)
        return self._of_class[i][np.where(known[place] == codes, place, len(known))]


def _curve(hinges: list[tuple[float, float, float]]) -> tuple[Vector, Vector] | None:
    """Return corners and heights of a sum of hinges; None when there are none."""
    if not hinges:
        return None
    start, stop, beta = np.array(hinges).T
    corners = np.unique(np.concatenate([start, stop]))
    rises = np.clip((corners[:, None] - start) / (stop - start), 0.0, 1.0)
    return corners, rises @ beta


def response(method: str, eta: Vector) -> Vector:
    """Return the suitability for the sum of all terms."""
    if method == LOGISTIC:
        return expit(eta)
    with np.errstate(over="ignore"):
        return -np.expm1(-np.exp(eta))


def fit(
    predictors: Sequence[Predictor],
    presences: Matrix,
    background: Matrix,
    settings: Settings,
    check: Callable[[], None],
    presence_count: int | None = None,
) -> Fitted:
    """Fit one species.

    Args:
        predictors: what the columns are.
        presences: values at the presences, shape (n, k), no NaN.
        background: values at the background, shape (m, k), no NaN.
        settings: the user's decisions.
        check: called at every step; raises to stop the work.
        presence_count: chooses the usual features; n when None.
    """
    kinds = settings.features_for(presence_count or len(presences))
    every = np.concatenate([presences, background])
    features = Features.of(predictors, every, background, kinds, settings.clamp)
    design = features.design(every)
    n = len(presences)
    if settings.method == MAXENT:
        return _point_process(features, design, n, every, settings, check)
    return _logistic(features, design, n, settings, check)


def _logistic(
    features: Features, design: Matrix, n: int, settings: Settings, check: Callable[[], None]
) -> Fitted:
    """Presences together weigh as much as the background together.

    So 0.5 is the suitability of a place that is as common among the presences as in the land,
    whatever number of background points was drawn (Barbet-Massin et al. 2012, Methods in Ecology
    and Evolution 3).
    """
    rows, p = design.shape
    y = np.zeros(rows)
    y[:n] = 1.0
    weights = np.where(y > 0, 0.5 / n, 0.5 / (rows - n))
    middle, scale = _standard(design, weights)
    x = np.empty((rows, p + 1), order="F")
    x[:, 0] = 1.0
    np.subtract(design, middle, out=x[:, 1:])
    x[:, 1:] /= scale
    held = np.full(p + 1, LOGISTIC_STRENGTH * settings.strength)
    held[0] = 0.0
    beta = minimise(
        LogisticLoss(x, y, weights), settings.lasso * held, (1.0 - settings.lasso) * held, check
    )
    coefficients = beta[1:] / scale
    return Fitted(LOGISTIC, features, coefficients, float(beta[0] - coefficients @ middle))


def _point_process(
    features: Features,
    design: Matrix,
    n: int,
    every: Matrix,
    settings: Settings,
    check: Callable[[], None],
) -> Fitted:
    """Presence places stand in the background, too, as in maxnet: so no coefficient runs away."""
    new = ~_found_in(every[:n], every[n:])
    rows = np.concatenate([np.flatnonzero(new), np.arange(n, len(design))])
    around = design[rows]
    size = maxent_penalty(features.terms, design[:n], around, settings.strength)
    middle, scale = _standard(around, np.full(len(around), 1.0 / len(around)))
    l1, l2 = shared_out(size / scale, settings.lasso, n)
    standard = (around - middle) / scale
    beta = minimise(PointProcessLoss((design[:n] - middle) / scale, standard), l1, l2, check)
    coefficients = beta / scale
    eta = around @ coefficients
    top = float(eta.max())
    raw = np.exp(eta - top)
    total = float(raw.sum())
    level = top + float(np.log(total))
    share = raw / total
    entropy = -float(share @ np.log(np.maximum(share, np.finfo(np.float64).tiny)))
    return Fitted(MAXENT, features, coefficients, entropy - level)


def _standard(design: Matrix, weights: Vector) -> tuple[Vector, Vector]:
    weights = weights / weights.sum()
    middle = weights @ design
    scale = np.sqrt(np.maximum(weights @ (design - middle) ** 2, 0.0))
    return middle, np.where(scale > 1e-12, scale, 1.0)


def _found_in(rows: Matrix, others: Matrix) -> NDArray[np.bool_]:
    """Return which rows are the same as one of the others, shape (len(rows),)."""
    both, place = np.unique(np.concatenate([rows, others]), axis=0, return_inverse=True)
    present = np.zeros(len(both), dtype=bool)
    place = place.ravel()
    present[place[len(rows) :]] = True
    return present[place[: len(rows)]]
