"""The sun over a flat place: extraterrestrial radiation and day length (FAO-56, chapter 3)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SOLAR_CONSTANT = 0.0820
"""MJ m-2 min-1."""


def relative_distance(day: float) -> float:
    """Return the inverse relative distance from earth to sun (eq. 23) on a day of the year."""
    return float(1 + 0.033 * np.cos(2 * np.pi / 365 * day))


def declination(day: float) -> float:
    """Return the sun's declination in radians (eq. 24) on a day of the year."""
    return float(0.409 * np.sin(2 * np.pi / 365 * day - 1.39))


def sunset_hour_angle(latitude: NDArray, day: float) -> NDArray:
    """Return the sunset hour angle in radians (eq. 25).

    Args:
        latitude: degrees, north positive, any shape.
        day: of the year, 1 to 365.

    Returns:
        0 where the sun stays below the horizon, pi where it stays above.
    """
    return np.arccos(np.clip(-np.tan(np.radians(latitude)) * np.tan(declination(day)), -1, 1))


def extraterrestrial_radiation(latitude: NDArray, day: float) -> NDArray:
    """Return the radiation at the top of the air in MJ m-2 d-1 (eq. 21); see above for arguments."""
    angle = sunset_hour_angle(latitude, day)
    phi, delta = np.radians(latitude), declination(day)
    height = angle * np.sin(phi) * np.sin(delta) + np.cos(phi) * np.cos(delta) * np.sin(angle)
    # Near the poles rounding can leave a negative zero.
    scale = 24 * 60 / np.pi * SOLAR_CONSTANT * relative_distance(day)
    return np.maximum(scale * height, 0)


def day_length(latitude: NDArray, day: float) -> NDArray:
    """Return the hours from sunrise to sunset (eq. 34); see above for arguments."""
    return 24 / np.pi * sunset_hour_angle(latitude, day)


def one_per_row(latitude: NDArray) -> NDArray:
    """Return latitudes of shape (rows, 1) if each row was made by repeating one, else as they are.

    On geographic grids this makes the sun's path as good as free.
    """
    return latitude[..., :1] if latitude.ndim and latitude.strides[-1] == 0 else latitude
