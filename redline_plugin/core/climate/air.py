"""Density of the air from elevation and temperature: two formulas that differ."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def density_by_polynomial(elevation: NDArray, temperature: NDArray) -> NDArray:
    """Return 348 * (1.013 - 0.1183 EL + 0.0048 EL^2) / T in kg/m3.

    Args:
        elevation: m; the formula's EL is in km.
        temperature: degC; the formula's T is in K.
    """
    height = elevation * 1e-3
    return (348 * (1.013 + height * (0.0048 * height - 0.1183))) / (temperature + 273.15)


def density_by_pressure(elevation: NDArray, temperature: NDArray) -> NDArray:
    """Return 1.293 * 273 / (273 + t) * p / 101.3 in kg/m3, p from elevation; arguments as above."""
    height = elevation * 1e-3
    share = np.power(1 - 0.0255 * height * 6357 / (6357 + height), 5.256)
    return (1.293 * 273) * share / (273 + temperature)
