"""How much each coefficient is held back."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.species.features import CLASS, Term
from redline_plugin.core.species.settings import HINGE, LINEAR, PRODUCT, QUADRATIC

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]

LOGISTIC_STRENGTH = 0.01
"""Penalty of the logistic regression per standardised coefficient: little, so that it steadies
predictors that go together and hardly bends the others. Redline's own rule, in no norm."""

_TABLES: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    LINEAR: ((0, 10, 30, 100), (1, 1, 0.2, 0.05)),
    QUADRATIC: ((0, 10, 17, 30, 100), (1.3, 0.8, 0.5, 0.25, 0.05)),
    PRODUCT: ((0, 10, 17, 30, 100), (2.6, 1.6, 0.9, 0.55, 0.05)),
    HINGE: ((0, 1), (0.5, 0.5)),
    CLASS: ((0, 10, 17), (0.65, 0.5, 0.25)),
}
"""By kind: numbers of presences, and the factor there; linear between. Read in the code of maxnet,
which has them from Phillips & Dudik 2008 (Ecography 31), where they were tuned on many species."""


def maxent_penalty(
    terms: Sequence[Term], presences: Matrix, background: Matrix, strength: float
) -> Vector:
    """Return the weight of each coefficient's size in the point process, shape (p,).

    The factor of the table times the column's standard deviation over the presences, divided by the
    square root of their number: about as much as the column's mean over the presences is unsure.
    Linear, quadratic and product terms all take the table of the most complex kind among them.

    Args:
        terms: the columns.
        presences: the design's presence rows, shape (n, p).
        background: its background rows, shape (m, p).
        strength: factor on the result.
    """
    n = len(presences)
    kinds = {term.kind for term in terms}
    smooth = next((kind for kind in (PRODUCT, QUADRATIC) if kind in kinds), LINEAR)
    factors = {
        kind: float(
            np.interp(n, *_TABLES[smooth if kind in (LINEAR, QUADRATIC, PRODUCT) else kind])
        )
        for kind in kinds
    }
    deviation = presences.std(axis=0, ddof=1) if n > 1 else np.zeros(len(terms))
    factor = np.array([factors[term.kind] for term in terms])
    found = deviation * factor / np.sqrt(n)
    hinge = np.array([term.kind == HINGE for term in terms], dtype=bool)
    # A hinge that all presences lie on one side of must not be free.
    extreme = 0.5 * np.maximum(deviation, 1.0 / np.sqrt(n)) / np.sqrt(n)
    found = np.where(hinge, np.maximum(found, extreme), found)
    low = np.minimum(presences.min(axis=0), background.min(axis=0))
    high = np.maximum(presences.max(axis=0), background.max(axis=0))
    return strength * np.maximum(found, 0.001 * (high - low))


def shared_out(size: Vector, lasso: float, presences: int) -> tuple[Vector, Vector]:
    """Divide a point process's penalty into L1 and ridge; both keep the scale of the columns.

    The ridge's weight is chosen so that it holds a coefficient of ``1 / (size * sqrt(n))`` as the
    lasso does. Redline's own rule; maxnet has the lasso only.
    """
    return lasso * size, (1.0 - lasso) * size**2 * np.sqrt(presences)
