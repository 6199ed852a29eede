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


def wind_days(wind: NDArray, threshold: float, days: float, years: float, least: float) -> NDArray:
    """Return the days in a year with wind of ``threshold`` or more; from (bands, ...) to (...).

    Args:
        wind: m/s, one band a day, NaN where there is none.
        threshold: m/s.
        days: the share of windy days is scaled to these; 0: the bands are all days, their number is
            the result, and only days without a value are made up for by the share of the others.
        years: that the bands cover; counts only with ``days`` 0.
        least: least share of days with a value, per cent; below it NaN.
    """
    limit = wind.dtype.type(threshold)
    windy = np.zeros(wind.shape[1:], dtype=np.float32)
    for speed in wind:
        windy += speed >= limit
    count = valid_count(wind)
    bands = wind.shape[0]
    # Without a gap times 1, not a rounded number: 10 windy days must stay 10, a limit of scores.
    scaled = windy * (np.float32(days or bands) / count)
    if not days:
        scaled /= np.float32(years)
    return where_enough(scaled, count, bands, least)


def are_whole_periods(bands: int, days: float) -> bool:
    """Return whether so many bands are one or more whole periods, each day once or several times.

    A February and a year may have a leap day; the days of a mean period (182.25) are rounded.
    """
    periods = round(bands / days)
    leap = 28 <= days < 29 or days >= 365
    slack = periods if leap else 0 if float(days).is_integer() else 1
    return periods > 0 and abs(bands - periods * days) <= slack
