"""Series of wind speed: the wind field of RWEQ and days of sand-moving wind."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import TOO_WINDY
from redline_plugin.core.climate.series import valid_count, where_enough
from redline_plugin.core.declare.model import RasterInput
from redline_plugin.core.text import N_

OBSERVATIONS = RasterInput(
    "WIND_OBSERVATIONS",
    N_("Wind speed, observations of one period"),
    "m/s",
    (0, 100),
    help=N_("One raster for each observation (hour, day). Their order does not matter."),
    bands=0,
    lenient=True,
    hints=(TOO_WINDY,),
)


def factor_by_power(height: float, exponent: float = 1 / 7) -> float:
    """Return wind at 2 m over wind at ``height`` m by the power law."""
    return float((2 / height) ** exponent)


def wind_field(
    wind: NDArray, threshold: float, height: float, days: float, least: float
) -> NDArray:
    """Return Wf = sum of u * (u - u1)^2 over u > u1, times Nd / N, in m3/s3.

    Args:
        wind: m/s, one band an observation, shape (bands, ...), NaN where there is none.
        threshold: u1 at 2 m, m/s.
        height: of the wind, m.
        days: Nd, days of the period.
        least: least share of observations with a value, per cent; below it NaN.
    """
    kind = wind.dtype.type
    factor = kind(factor_by_power(height))
    total = np.zeros(wind.shape[1:], dtype=wind.dtype)
    for band in wind:
        speed = band * factor
        # A comparison with NaN is false, so that a gap adds nothing.
        excess = np.where(speed > threshold, speed - kind(threshold), kind(0))
        total += np.where(excess > 0, speed, kind(0)) * excess * excess
    count = valid_count(wind)
    return where_enough(total * days / count, count, wind.shape[0], least)


def wind_days(wind: NDArray, threshold: float, days: float, least: float) -> NDArray:
    """Return how many of ``days`` have wind of ``threshold`` or more; other arguments as above."""
    limit = wind.dtype.type(threshold)
    windy = np.zeros(wind.shape[1:], dtype=np.float32)
    for speed in wind:
        windy += speed >= limit
    count = valid_count(wind)
    return where_enough(windy * (np.float32(days) / count), count, wind.shape[0], least)
