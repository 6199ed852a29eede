"""Reference evapotranspiration by Penman and Monteith (FAO-56, chapters 2 to 4)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEFAN_BOLTZMANN = 4.903e-9
"""MJ K-4 m-2 d-1."""

ALBEDO = 0.23
"""Of the reference grass."""


def saturation_pressure(temperature: NDArray) -> NDArray:
    """Return the vapour pressure of saturated air in kPa (eq. 11); temperature in degC."""
    return 0.6108 * np.exp(17.27 * temperature / (temperature + 237.3))


def pressure_slope(temperature: NDArray) -> NDArray:
    """Return how fast saturation pressure rises in kPa per degC (eq. 13); temperature in degC."""
    return 4098 * saturation_pressure(temperature) / np.square(temperature + 237.3)


def psychrometric_constant(elevation: NDArray) -> NDArray:
    """Return the psychrometric constant in kPa per degC (eqs. 7 and 8); elevation in m."""
    return 0.665e-3 * 101.3 * np.power((293 - 0.0065 * elevation) / 293, 5.26)


def _fourth(values: NDArray) -> NDArray:
    return np.square(np.square(values))


def net_radiation(
    t_min: NDArray,
    t_max: NDArray,
    vapour: NDArray,
    solar: NDArray,
    sky: NDArray,
    elevation: NDArray,
) -> NDArray:
    """Return the net radiation at the grass in MJ m-2 d-1 (eqs. 37 to 40); arrays of one shape.

    Args:
        t_min: mean of the daily minima, degC.
        t_max: mean of the daily maxima, degC.
        vapour: actual vapour pressure, kPa.
        solar: short-wave radiation that comes in, MJ m-2 d-1.
        sky: extraterrestrial radiation, MJ m-2 d-1.
        elevation: m.
    """
    clear = np.maximum((0.75 + 2e-5 * elevation) * sky, np.finfo(np.float32).tiny)
    # Up to 1 by FAO-56; from 0.3 by ASCE 2005, so that night and fog do not warm the ground.
    cloud = 1.35 * np.clip(solar / clear, 0.3, 1) - 0.35
    heat = (_fourth(t_max + 273.16) + _fourth(t_min + 273.16)) * (STEFAN_BOLTZMANN / 2)
    return (1 - ALBEDO) * solar - heat * (0.34 - 0.14 * np.sqrt(vapour)) * cloud


def reference_evapotranspiration(
    t_min: NDArray,
    t_max: NDArray,
    vapour: NDArray,
    wind: NDArray,
    net: NDArray,
    soil_heat: NDArray,
    gamma: NDArray,
) -> NDArray:
    """Return ET0 in mm d-1 (eq. 6); arrays of one shape. Negative where dew outweighs it.

    Args:
        t_min: mean of the daily minima, degC.
        t_max: mean of the daily maxima, degC.
        vapour: actual vapour pressure, kPa.
        wind: at 2 m, m/s.
        net: net radiation, MJ m-2 d-1.
        soil_heat: heat that goes into the soil, MJ m-2 d-1.
        gamma: psychrometric constant, kPa per degC.
    """
    mean = (t_min + t_max) / 2
    slope = pressure_slope(mean)
    deficit = (saturation_pressure(t_min) + saturation_pressure(t_max)) / 2 - vapour
    energy = 0.408 * slope * (net - soil_heat)
    air = gamma * 900 / (mean + 273) * wind * deficit
    return (energy + air) / (slope + gamma * (1 + 0.34 * wind))
