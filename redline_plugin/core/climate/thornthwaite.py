"""Potential evapotranspiration from temperature alone (Thornthwaite 1948)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

HOT = 26.5
"""From this monthly mean on, in degC, Willmott's curve holds."""


def heat_index(temperature: NDArray) -> NDArray:
    """Return I, the sum of (T/5)^1.514 over months above 0 degC; from shape (12, ...) to (...)."""
    total = np.power(np.maximum(temperature[0], 0) / 5, 1.514)
    for month in temperature[1:]:
        total += np.power(np.maximum(month, 0) / 5, 1.514)
    return total


def exponent(index: NDArray) -> NDArray:
    """Return the exponent a of the heat index."""
    return ((6.75e-7 * index - 7.71e-5) * index + 1.792e-2) * index + 0.49239


def unadjusted_evapotranspiration(temperature: NDArray, index: NDArray, power: NDArray) -> NDArray:
    """Return mm in a month of 30 days of 12 hours; arrays of one shape.

    Args:
        temperature: mean of the month, degC.
        index: heat index of the year.
        power: its exponent.
    """
    base = 10 * np.maximum(temperature, 0) / np.maximum(index, np.finfo(np.float32).tiny)
    hot = (32.24 - 0.43 * temperature) * temperature - 415.85
    return np.where(temperature >= HOT, hot, 16 * np.power(base, power))
