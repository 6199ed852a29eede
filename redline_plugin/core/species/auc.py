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


def reading(value: float) -> str:
    """Return the word for an AUC: Swets (1988), Science 240, as it is commonly quoted."""
    if np.isnan(value):
        return N_("unknown")
    return next((text for limit, text in _READINGS if value >= limit), N_("poor"))
