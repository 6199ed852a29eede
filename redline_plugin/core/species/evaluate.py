"""How good a model is: held-out AUC, importance of the predictors, predictors that go together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.species.auc import auc
from redline_plugin.core.species.chance import permutation
from redline_plugin.core.species.features import Predictor
from redline_plugin.core.species.fitted import Fitted, fit
from redline_plugin.core.species.folds import Folds
from redline_plugin.core.species.settings import Settings

Matrix = NDArray[np.float64]

COLLINEAR = 0.8
"""Pairs of predictors whose correlation is stronger are named. Limits from 0.7 to 0.85 are in use
(Dormann et al. 2013, Ecography 36); this one is Redline's own choice."""

_REPEATS = 5
_MARKS = (-9999.0, -99999.0, -32768.0, -3.4e38)


@dataclass(frozen=True)
class HeldOut:
    """AUC of each fold's points under a model that never saw them.

    Attributes:
        by_fold: one for each fold that could be scored.
        edge_m: edge of the blocks, None for folds drawn at random.
        presences: that were scored in these folds together.
    """

    by_fold: tuple[float, ...]
    edge_m: float | None
    presences: int

    @property
    def mean(self) -> float:
        """The mean over folds, NaN when there is none."""
        return float(np.mean(self.by_fold)) if self.by_fold else float("nan")

    @property
    def sd(self) -> float:
        """The standard deviation over folds, NaN when there are fewer than two."""
        return float(np.std(self.by_fold, ddof=1)) if len(self.by_fold) > 1 else float("nan")


def held_out(
    predictors: Sequence[Predictor],
    presences: Matrix,
    background: Matrix,
    folds: Folds,
    settings: Settings,
    check: Callable[[], None],
) -> HeldOut:
    """Cross-validate: fit without a fold, and score its presences against its background.

    A fold without a presence or without background cannot be scored, and is left out.
    """
    found = []
    scored = 0
    for fold in range(folds.count):
        held, around = folds.presences == fold, folds.background == fold
        if not held.any() or not around.any() or held.all() or around.all():
            continue
        model = fit(
            predictors,
            presences[~held],
            background[~around],
            settings,
            check,
            presence_count=len(presences),
        )
        scores = [model.suitability(rows) for rows in (presences[held], background[around])]
        # A class that the training fold has not seen has no suitability: such points say nothing.
        known, rest = (score[~np.isnan(score)] for score in scores)
        value = auc(known, rest)
        if not np.isnan(value):
            found.append(value)
            scored += len(known)
    return HeldOut(tuple(found), folds.edge_m, scored)


def importance(
    model: Fitted, presences: Matrix, background: Matrix, seed: int, stream: int
) -> NDArray[np.float64]:
    """Return by predictor how much of the training AUC is lost when its values are shuffled.

    As in MaxEnt's permutation importance: the losses, none below 0, in per cent of their sum, each
    the mean of five shuffles over presences and background together.

    Returns:
        shape (k,), summing to 100, or all 0 when nothing is lost.
    """
    every = np.concatenate([presences, background])
    n = len(presences)
    whole = model.suitability(every)
    best = auc(whole[:n], whole[n:])
    lost = np.zeros(every.shape[1])
    for column in range(every.shape[1]):
        kept = every[:, column].copy()
        for repeat in range(_REPEATS):
            order = permutation(len(every), seed, stream + 7919 * (column + 1) + repeat)
            every[:, column] = kept[order]
            shuffled = model.suitability(every)
            lost[column] += best - auc(shuffled[:n], shuffled[n:])
        every[:, column] = kept
    lost = np.maximum(lost / _REPEATS, 0.0)
    total = lost.sum()
    return 100.0 * lost / total if total > 0 else lost


def collinear_pairs(
    predictors: Sequence[Predictor], background: Matrix
) -> list[tuple[str, str, float]]:
    """Return pairs of numeric predictors with a correlation beyond :data:`COLLINEAR`, and it."""
    numbers = [
        i
        for i, item in enumerate(predictors)
        if not item.categorical and background[:, i].std() > 0
    ]
    if len(numbers) < 2:
        return []
    r = np.corrcoef(background[:, numbers], rowvar=False)
    return [
        (predictors[i].name, predictors[j].name, float(r[a, b]))
        for a, i in enumerate(numbers)
        for b, j in enumerate(numbers)
        if a < b and abs(r[a, b]) > COLLINEAR
    ]


def nodata_like(predictors: Sequence[Predictor], values: Matrix) -> list[tuple[str, float]]:
    """Return predictors whose lowest value looks like a nodata mark that the file does not declare."""
    return [
        (item.name, float(low))
        for item, low in zip(predictors, values.min(axis=0))
        if not item.categorical and any(np.isclose(low, mark, rtol=1e-6) for mark in _MARKS)
    ]
