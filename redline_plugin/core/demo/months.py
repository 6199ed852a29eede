"""The year's course of the weather, from annual means: by month, at pixels and at stations alike.

All functions take arrays of one shape and return (12, shape) for what is monthly. The course is
that of the hills around 32 degrees north, 108 degrees east: dry winters, rain from May to October
with a second top in September.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import special

from redline_plugin.core.climate.months import DAYS, MIDDLE

Values = NDArray[np.float64]

_COLDEST_DAY = 20.0
_RAIN = (0.8, 1.5, 3.5, 7.0, 11.0, 12.5, 18.0, 15.0, 14.5, 9.0, 4.5, 1.0)
_RAIN_ABOVE = (0.1, 0.0, -0.1, -0.1, -0.1, 0.0, 0.15, 0.1, 0.0, 0.0, -0.1, 0.1)
"""How a month's share of rain grows with 1000 m of height."""
_HALF_RANGE = (4.0, 4.2, 4.8, 5.2, 5.0, 4.6, 4.4, 4.6, 4.0, 3.9, 4.0, 4.0)
_HUMIDITY = (0.72, 0.70, 0.69, 0.70, 0.72, 0.75, 0.79, 0.78, 0.81, 0.81, 0.79, 0.75)
_SPREAD = (2.6, 2.9, 3.2, 3.2, 2.8, 2.4, 2.1, 2.2, 2.5, 2.5, 2.6, 2.5)
WARM = 10.0
"""Days from this mean on count for the accumulated temperature, degrees Celsius."""


def by_month(numbers: tuple[float, ...], like: NDArray) -> Values:
    """Return twelve numbers shaped so that they go with arrays like ``like``."""
    return np.array(numbers).reshape(12, *(1,) * np.ndim(like))


def season(day: NDArray) -> Values:
    """Return -1 on the coldest day of the year, 1 half a year later."""
    return np.asarray(-np.cos(2.0 * np.pi * (day - _COLDEST_DAY) / 365.25))


def swing(height: NDArray) -> Values:
    """Return half the difference between the warmest and the coldest day's mean."""
    return np.asarray(11.8 - 0.9 * (height - 300.0) / 1000.0)


def temperature(annual: NDArray, height: NDArray) -> Values:
    """Return monthly means whose mean is the annual one; degrees Celsius, height in m."""
    course = season(np.array(MIDDLE, np.float64))
    course -= course.mean()
    return np.asarray(annual + swing(height) * by_month(tuple(course), annual))


def half_range(height: NDArray) -> Values:
    """Return half the daily range of temperature, degrees Celsius."""
    return np.asarray(
        by_month(_HALF_RANGE, height) * (1.0 - 0.12 * np.clip(height - 500.0, -500.0, 2500.0) / 1e3)
    )


def spread(like: NDArray) -> Values:
    """Return the standard deviation of daily mean temperatures about the month's mean."""
    return by_month(_SPREAD, like)


def rain(annual: NDArray, height: NDArray, digits: int = 1) -> Values:
    """Return monthly rain, mm, rounded so that the months sum to the rounded annual rain."""
    share = by_month(_RAIN, annual)
    share = share * (1.0 + by_month(_RAIN_ABOVE, annual) * (height - 800.0) / 1000.0)
    share = np.cumsum(share, axis=0)
    total = np.round(np.asarray(annual, np.float64), digits)
    return np.diff(np.round(total * (share / share[-1]), digits), axis=0, prepend=0.0)


def wet_share(monthly_rain: NDArray) -> Values:
    """Return the share of days with rain, from the month's rain in mm."""
    return np.clip(0.10 + 0.0022 * monthly_rain, 0.03, 0.7)


def rain_days(monthly_rain: NDArray) -> Values:
    """Return the days with rain in a year; takes (12, shape)."""
    return np.asarray(np.tensordot(DAYS, wet_share(monthly_rain), axes=1))


def humidity(annual_rain: NDArray, height: NDArray) -> Values:
    """Return monthly means of relative humidity, a fraction."""
    place = 0.03 * (height - 600.0) / 1000.0 + 0.00006 * (annual_rain - 1000.0)
    return np.clip(by_month(_HUMIDITY, height) + place, 0.45, 0.95)


def snow_share(monthly_temperature: NDArray) -> Values:
    """Return the share of time with more than 25.4 mm of snow."""
    return np.asarray(0.85 * special.expit(-(monthly_temperature + 3.0) / 1.3))


def snow_factor(monthly_temperature: NDArray) -> Values:
    """Return the share of the year without more than 25.4 mm of snow."""
    days = np.tensordot(DAYS, snow_share(monthly_temperature), axes=1)
    return np.asarray(1.0 - days / sum(DAYS))


def warm_sums(monthly_temperature: NDArray, monthly_rain: NDArray) -> tuple[Values, Values]:
    """Return temperature (degC d) and rain (mm), each summed over the days of 10 degC or more.

    Daily means are taken as normal about the month's mean.
    """
    deviation = spread(monthly_temperature[0])
    score = (monthly_temperature - WARM) / deviation
    share = special.ndtr(score)
    density = np.exp(-0.5 * score**2) / np.sqrt(2.0 * np.pi)
    warmth = np.tensordot(DAYS, monthly_temperature * share + deviation * density, axes=1)
    return np.asarray(warmth), np.asarray((monthly_rain * share).sum(axis=0))
