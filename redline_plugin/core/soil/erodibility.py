"""Soil erodibility K 土壤可蚀性 by EPIC (fact sheet 1.3)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SI_PER_US = 0.1317
"""K in t hm2 h hm-2 MJ-1 mm-1 for K = 1 in US customary units."""


def epic_erodibility(sand: NDArray, silt: NDArray, clay: NDArray, carbon: NDArray) -> NDArray:
    """Return K of EPIC in US customary units; NaN where there is neither silt nor clay.

    Args:
        sand: 0.05 to 2 mm, %, any shape.
        silt: 0.002 to 0.05 mm, %, same shape.
        clay: below 0.002 mm, %, same shape.
        carbon: organic carbon, %, same shape.
    """
    fine = 1.0 - sand / 100.0
    return (
        (0.2 + 0.3 * np.exp(-0.0256 * sand * (1.0 - silt / 100.0)))
        * (silt / (clay + silt)) ** 0.3
        * (1.0 - 0.25 * carbon / (carbon + np.exp(3.72 - 2.95 * carbon)))
        * (1.0 - 0.7 * fine / (fine + np.exp(-5.51 + 22.9 * fine)))
    )


def corrected_erodibility(epic: NDArray) -> NDArray:
    """Return K in SI units with the correction for China (Zhang Keli), from K of EPIC.

    Below an EPIC K of 0.0268 it is negative.
    """
    return (-0.01383 + 0.51575 * epic) * SI_PER_US


def organic_carbon(content: NDArray, kind: str, matter_per_carbon: float) -> NDArray:
    """Return organic carbon in % from what a raster holds: ``carbon`` or ``matter``."""
    return content if kind == "carbon" else content / matter_per_carbon


def organic_matter(content: NDArray, kind: str, matter_per_carbon: float) -> NDArray:
    """Return organic matter in % from what a raster holds: ``carbon`` or ``matter``."""
    return content if kind == "matter" else content * matter_per_carbon


def sum_is_off(sand: NDArray, silt: NDArray, clay: NDArray, tolerance: float) -> NDArray[np.bool_]:
    """Return where the three fractions do not add up to 100 % within the tolerance (%)."""
    return np.abs(sand + silt + clay - 100.0) > tolerance
