"""Cover factor C 植被覆盖因子 of RUSLE (fact sheet 1.3)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

EDGES = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Cover at which the next class of the Guide's table begins; a value on an edge belongs above."""

BARE = 1e-6
"""Cover below this counts as this in the dry-land formula, which has no value at 0."""

CAI_FULL = 0.783
"""Cover from which Cai Chongfa's C is 0."""


def dry_land_factor(cover: NDArray) -> NDArray:
    """Return C of dry farmland, 0.221 - 0.595 lg c; above 1 where the cover c is under 0.04906."""
    return 0.221 - 0.595 * np.log10(np.maximum(cover, BARE))


def table_factor(cover: NDArray, steps: NDArray) -> NDArray:
    """Return C by the table of six cover classes.

    Args:
        cover: fraction 0 to 1, any shape.
        steps: C of each class, shape (6, *cover.shape).
    """
    factor = steps[0].astype(np.result_type(cover, steps))
    for edge, step in zip(EDGES, steps[1:]):
        np.copyto(factor, step, where=cover >= edge)
    factor[np.isnan(cover)] = np.nan
    return factor


def guide_factor(cover: NDArray, formula: NDArray, steps: NDArray) -> NDArray:
    """Return C by the Guide's table, by the dry-land formula where ``formula`` is 1.

    Args:
        cover: fraction 0 to 1, any shape.
        formula: 1 for the formula, 0 for the table, same shape.
        steps: C of each cover class, shape (6, *cover.shape); NaN is allowed under the formula.
    """
    factor = table_factor(cover, steps)
    dry = formula > 0.5
    factor[dry] = dry_land_factor(cover[dry])
    return factor


def cai_factor(cover: NDArray) -> NDArray:
    """Return C by Cai Chongfa, from the cover as a fraction: 1 without cover, 0 from 78.3 % on."""
    factor = 0.6508 - 0.3436 * np.log10(np.maximum(cover, BARE) * 100.0)
    return np.where(
        cover <= 0,
        factor.dtype.type(1),
        np.where(cover >= CAI_FULL, factor.dtype.type(0), factor),
    )


def bu_factor(cover: NDArray) -> NDArray:
    """Return C by Bu Zhaohong, from the cover as a fraction; negative above 79.8 %."""
    return 0.4149 - 0.0052 * (cover * 100.0)
