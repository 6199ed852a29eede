"""Wind of the demo county: calm valleys, windy ridges; daily means follow a Rayleigh law."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.climate.months import DAYS
from redline_plugin.core.climate.winds import factor_by_power
from redline_plugin.core.demo.months import Values, by_month
from redline_plugin.core.demo.noise import fractal_noise

_COURSE = (0.95, 1.08, 1.19, 1.21, 1.09, 0.97, 0.94, 0.93, 0.88, 0.87, 0.93, 0.96)
_WINDY_MONTHS = (0, 1, 2, 3, 4, 11)
_MEAN_OF_RAYLEIGH = math.sqrt(math.pi) / 2.0
SAND_WIND = 6.0
"""Days from this mean on count as days of sand-moving wind, m/s at 10 m."""
THRESHOLD = 5.0
"""Wind at 2 m from which RWEQ counts, m/s."""
AT_10_M = 1.0 / factor_by_power(10.0)
"""Wind at 10 m over wind at 2 m."""


def annual_wind(seed: int, height: NDArray, cell: float) -> Values:
    """Return mean wind at 2 m, m/s, over coarse terrain (m) on pixels of ``cell`` m."""
    exposed = height - ndimage.gaussian_filter(height, 1500.0 / cell, mode="nearest")
    gusty = 0.12 * fractal_noise(seed, "wind", height.shape[0], 4, 0.5)
    speed = 1.2 + 1.65 * np.tanh(np.maximum(exposed, -60.0) / 150.0)
    speed += 0.35 * (height - 600.0) / 1000.0 + gusty
    return np.clip(speed, 0.6, 3.1)


def monthly_wind(annual: NDArray) -> Values:
    """Return the monthly means, (12, shape), strongest in spring."""
    return np.asarray(annual * by_month(_COURSE, annual) / np.mean(_COURSE))


def quantile(mean: NDArray, share: NDArray) -> Values:
    """Return the daily wind that a share of the days stays below, by the month's mean."""
    return np.asarray(mean / _MEAN_OF_RAYLEIGH * np.sqrt(-np.log1p(-share)))


def wind_days(monthly: NDArray) -> Values:
    """Return the days of December to May with a mean of 6 m/s or more at 10 m; from (12, shape)."""
    scale = np.maximum(monthly * AT_10_M / _MEAN_OF_RAYLEIGH, 1e-6)
    share = np.exp(-((SAND_WIND / scale) ** 2))
    return np.asarray(sum(DAYS[month] * share[month] for month in _WINDY_MONTHS))


def wind_field(monthly: NDArray) -> Values:
    """Return Wf of a year, u (u - 5)^2 summed over the days, m3/s3; from (12, shape)."""
    means = np.linspace(0.1, 12.0, 240)
    scale = (means / _MEAN_OF_RAYLEIGH)[:, None]
    speed, step = np.linspace(THRESHOLD, 60.0, 2201, retstep=True)
    density = 2.0 * speed / scale**2 * np.exp(-((speed / scale) ** 2))
    of_day = (density * speed * (speed - THRESHOLD) ** 2).sum(axis=1) * step
    days = by_month(DAYS, monthly[0])
    return np.asarray((np.interp(monthly, means, of_day) * days).sum(axis=0))
