"""Soil factors of the revised wind erosion equation RWEQ (fact sheet 1.4)."""

from __future__ import annotations

from typing import Optional

import numpy as np
from numpy.typing import NDArray

Calcium = Optional[NDArray]


def erodible_fraction(
    sand: NDArray, silt: NDArray, clay: NDArray, matter: NDArray, calcium: Calcium
) -> NDArray:
    """Return the erodible fraction EF, 1; NaN where there is no clay.

    Args:
        sand: 0.05 to 2 mm, %, any shape.
        silt: 0.002 to 0.05 mm, %, same shape.
        clay: below 0.002 mm, %, same shape.
        matter: organic matter, %, same shape.
        calcium: calcium carbonate, %, same shape; None for 0.
    """
    ratio = sand / np.where(clay > 0, clay, clay.dtype.type(np.nan))
    percent = 29.09 + 0.31 * sand + 0.17 * silt + 0.33 * ratio - 2.59 * matter
    if calcium is not None:
        percent = percent - 0.95 * calcium
    return percent / 100.0


def soil_crust(clay: NDArray, matter: NDArray) -> NDArray:
    """Return the soil crust factor SCF, 0 to 1.

    Args:
        clay: below 0.002 mm, %, any shape.
        matter: organic matter, %, same shape.
    """
    return 1.0 / (1.0 + 0.0066 * clay**2 + 0.021 * matter**2)


def vegetation_factor(cover: NDArray, rate: NDArray) -> NDArray:
    """Return the vegetation factor C = exp(a * SC), 0 to 1.

    Args:
        cover: fraction 0 to 1, any shape; SC is this in %.
        rate: a, negative, per % of cover, same shape.
    """
    return np.exp(rate * (cover * 100.0))
