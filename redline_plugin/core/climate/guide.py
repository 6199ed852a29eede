"""Potential evapotranspiration as the Guide has it, from temperature and humidity."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def guide_evapotranspiration(temperature: NDArray, humidity: NDArray) -> NDArray:
    """Return ETP = 0.19 * (20 + T)^2 * (1 - r) in mm per month; 0 from -20 degC downwards.

    Args:
        temperature: mean of the month, degC, any shape.
        humidity: mean relative humidity of the month, 0 to 1, same shape.
    """
    # Below -20 degC the square alone would make the demand rise with the cold.
    return 0.19 * np.square(np.maximum(temperature + 20, 0)) * (1 - humidity)
