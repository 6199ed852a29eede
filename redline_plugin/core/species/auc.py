"""The area under the ROC curve, and how it is customarily read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.text import N_

_READINGS = (
    (0.9, N_("excellent")),
    (0.8, N_("good")),
    (0.7, N_("fair")),
)
FAIR = 0.7
ENOUGH = 30
"""Held-out presences from which an AUC gets a word: with fewer, none of twelve methods predicted
consistently well (Wisz et al. 2008, Diversity and Distributions 14). To take this number of records
for that of the test is Redline's own choice; an AUC of 0.8 then has a standard error of 0.03 (Hanley
& McNeil 1982), a third of a class."""


def auc(presences: NDArray, background: NDArray) -> float:
    """Return the chance that a presence scores higher than a background point; ties count half.

    Computed from ranks (Mann & Whitney 1947), so it takes n log n steps.

    Args:
        presences: scores, shape (n,).
        background: scores, shape (m,).

    Returns:
        0 to 1; NaN when one of them is empty.
    """
    n, m = len(presences), len(background)
    if not n or not m:
        return float("nan")
    scores = np.concatenate([presences, background])
    _, group, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    ranks = (ends - (counts - 1) / 2.0)[group.ravel()[:n]]
    return float((ranks.sum() - n * (n + 1) / 2.0) / n / m)


def reading(value: float, presences: int) -> str:
    """Return the word for an AUC: Swets (1988), Science 240, as it is commonly quoted.

    Args:
        value: the AUC.
        presences: that it was computed from, none of them seen by the model; fewer than
            :data:`ENOUGH` get no such word.
    """
    if np.isnan(value):
        return N_("unknown")
    if presences < ENOUGH:
        return N_("too few presences to judge")
    return next((text for limit, text in _READINGS if value >= limit), N_("poor"))
