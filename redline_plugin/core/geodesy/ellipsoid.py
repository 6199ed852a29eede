"""Areas on the CGCS2000 ellipsoid by the series of the national land survey.

Source: the land survey's technical rules (general knowledge), checked against the closed authalic
formula: 1e-13 relative at 30 degrees north, 6e-12 at 50, 8e-11 near the pole. The coefficients
are in the project's fact sheet, submission 1.4.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

SEMI_MAJOR = 6378137.0
INVERSE_FLATTENING = 298.257222101
FLATTENING = 1.0 / INVERSE_FLATTENING
SEMI_MINOR = SEMI_MAJOR * (1.0 - FLATTENING)
E2 = FLATTENING * (2.0 - FLATTENING)

_A = 1 + 3 / 6 * E2 + 30 / 80 * E2**2 + 35 / 112 * E2**3 + 630 / 2304 * E2**4
_B = 1 / 6 * E2 + 15 / 80 * E2**2 + 21 / 112 * E2**3 + 420 / 2304 * E2**4
_C = 3 / 80 * E2**2 + 7 / 112 * E2**3 + 180 / 2304 * E2**4
_D = 1 / 112 * E2**3 + 45 / 2304 * E2**4
_E = 5 / 2304 * E2**4


def strip_area(
    width: ArrayLike, latitude_1: ArrayLike, latitude_2: ArrayLike
) -> NDArray[np.float64]:
    """Return the signed area in m2 between two meridians and two parallels.

    Args:
        width: difference of longitude, radians.
        latitude_1, latitude_2: latitudes, radians; positive where the second is the northern one.
    """
    lat_1 = np.asarray(latitude_1, dtype=np.float64)
    lat_2 = np.asarray(latitude_2, dtype=np.float64)
    half = (lat_2 - lat_1) / 2.0
    mean = (lat_1 + lat_2) / 2.0
    series = (
        _A * np.sin(half) * np.cos(mean)
        - _B * np.sin(3 * half) * np.cos(3 * mean)
        + _C * np.sin(5 * half) * np.cos(5 * mean)
        - _D * np.sin(7 * half) * np.cos(7 * mean)
        + _E * np.sin(9 * half) * np.cos(9 * mean)
    )
    return np.asarray(2.0 * SEMI_MINOR**2 * np.asarray(width, dtype=np.float64) * series)


def radius_of_parallel(latitude: ArrayLike) -> NDArray[np.float64]:
    """Return the radius in m of the circle of a latitude (radians): an arc in m per radian."""
    lat = np.asarray(latitude, dtype=np.float64)
    return np.asarray(SEMI_MAJOR * np.cos(lat) / np.sqrt(1.0 - E2 * np.sin(lat) ** 2))


def radius_of_meridian(latitude: ArrayLike) -> NDArray[np.float64]:
    """Return the meridian's radius of curvature in m at a latitude (radians)."""
    lat = np.asarray(latitude, dtype=np.float64)
    return np.asarray(SEMI_MAJOR * (1.0 - E2) / (1.0 - E2 * np.sin(lat) ** 2) ** 1.5)
