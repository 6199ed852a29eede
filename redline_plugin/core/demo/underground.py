"""Rock and groundwater on the coarse grid: a karst area and a salt spring."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.demo.noise import fractal_noise

Values = NDArray[np.float64]
_KARST_SHARE = 0.4
_SALT = 30.0
_SALT_REACH = 1500.0


def carbonate_share(seed: int, karst_county: NDArray[np.bool_]) -> Values:
    """Return the outcrop of carbonate rock, %: two fifths of one county, 0 elsewhere.

    Args:
        seed: of the county.
        karst_county: where that county is, coarse grid.
    """
    field = fractal_noise(seed, "karst", karst_county.shape[0], 4, 0.5).astype(np.float64)
    least, most = np.quantile(field[karst_county], (1.0 - _KARST_SHARE, 0.97))
    share = 15.0 + 80.0 * np.clip((field - least) / max(most - least, 1e-9), 0.0, 1.0)
    return np.where(karst_county & (field > least), np.round(share), 0.0)


def groundwater_depth(above_river: NDArray) -> Values:
    """Return the depth of the groundwater, m, from the height above the next river, m."""
    return np.clip(0.7 + 0.42 * np.maximum(above_river, 0.0) ** 0.85, 0.7, 80.0)


def groundwater_salinity(
    seed: int, depth: NDArray, spring_county: NDArray[np.bool_], cell: float
) -> Values:
    """Return the salinity, g/L: fresh, but for a salt spring in a valley of one county.

    Args:
        seed: of the county.
        depth: of the groundwater, m, coarse grid.
        spring_county: where the spring may be.
        cell: coarse pixel, m.
    """
    fresh = 0.3 + 0.07 * fractal_noise(seed, "minerals", depth.shape[0], 6, 0.5)
    deep = ndimage.distance_transform_edt(spring_county) * cell
    shallow = np.where(deep > min(3000.0, 0.8 * deep.max()), depth, np.inf)
    spring = np.ones(depth.shape, bool)
    spring[np.unravel_index(int(shallow.argmin()), depth.shape)] = False
    away = ndimage.distance_transform_edt(spring) * cell
    return np.asarray(np.clip(fresh, 0.1, None) + _SALT * np.exp(-((away / _SALT_REACH) ** 2)))
