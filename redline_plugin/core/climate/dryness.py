"""Dryness index of the desertification sensitivity, with its edges."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RAINLESS = 999.0
"""Stands for the infinite dryness of warm days without rain; also the largest value written."""

NO_VALUE = "novalue"
NOT_DRY = "notdry"


def dryness(warmth: NDArray, rain: NDArray, cold: str) -> NDArray:
    """Return I = 0.16 * sum of temperature / sum of rain; arrays of one shape.

    Args:
        warmth: accumulated temperature of the days from 10 degC on, degC d.
        rain: precipitation of the same days, mm.
        cold: what places without such a day get: :data:`NO_VALUE` (NaN) or :data:`NOT_DRY` (0).

    Returns:
        :data:`RAINLESS` where there are warm days and no rain.
    """
    kind = warmth.dtype.type
    ratio = np.where(rain == 0, kind(RAINLESS), kind(0.16) * warmth / rain)
    ratio = np.where(warmth > 0, ratio, kind(0) if cold == NOT_DRY else kind(np.nan))
    return np.where(np.isnan(warmth) | np.isnan(rain), kind(np.nan), ratio)
