"""The factors L and S of the soil loss equations, from slope length and slope."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

UNIT_LENGTH = 22.13
"""Slope length of the unit plot, m."""

MCCOOL_LIU = "mccoolliu"
MCCOOL_1987 = "mccool"

MCCOOL_1989 = "mccool"
PER_CENT_STEPS = "percentsteps"
WISCHMEIER_SMITH = "wischmeiersmith"
CSLE = "csle"


def steepness_factor(slope: NDArray, method: str = MCCOOL_LIU) -> NDArray:
    """Return S, no unit; any shape.

    Args:
        slope: degrees.
        method: ``MCCOOL_LIU``: 10.8 sin + 0.03 below 5 degrees, 16.8 sin - 0.50 below 10 degrees,
            21.91 sin - 0.96 from there (Liu et al. 1994). ``MCCOOL_1987``: the first below 9 %, the
            second from there.
    """
    sine = np.sin(np.radians(slope))
    middle = 16.8 * sine - 0.50
    if method == MCCOOL_LIU:
        steep = np.where(slope < 10, middle, 21.91 * sine - 0.96)
        return np.where(slope < 5, 10.8 * sine + 0.03, steep)
    return np.where(np.tan(np.radians(slope)) < 0.09, 10.8 * sine + 0.03, middle)


def length_exponent(slope: NDArray, method: str = MCCOOL_1989) -> NDArray:
    """Return the exponent m of the slope length, no unit; any shape.

    Args:
        slope: degrees.
        method: ``MCCOOL_1989``: b / (1 + b) with b = (sin / 0.0896) / (3 sin ** 0.8 + 0.56).
            ``PER_CENT_STEPS``: 0.2, from 1 % 0.3, from 3 % 0.4, from 9 % 0.5.
            ``WISCHMEIER_SMITH``: 0.2, from 1 % 0.3, from 3 % 0.4, from 5 % 0.5.
            ``CSLE``: 0.2, above 1 degree 0.3, above 3 degrees 0.4, above 5 degrees 0.5.
    """
    if method == MCCOOL_1989:
        sine = np.sin(np.radians(slope))
        ratio = sine / (0.0896 * (3 * sine**0.8 + 0.56))
        return ratio / (1 + ratio)
    if method == CSLE:
        reached = [slope > limit for limit in (1, 3, 5)]
    else:
        gradient = np.tan(np.radians(slope))
        last = 0.09 if method == PER_CENT_STEPS else 0.05
        reached = [gradient >= gradient.dtype.type(limit) for limit in (0.01, 0.03, last)]
    exponent = np.full(slope.shape, 0.2, slope.dtype)
    for limit in reached:
        exponent += limit * slope.dtype.type(0.1)
    exponent[np.isnan(slope)] = np.nan
    return exponent


def length_factor(length: NDArray | float, exponent: NDArray) -> NDArray:
    """Return L = (length / 22.13) ** m, no unit.

    Args:
        length: horizontal slope length, m, any shape.
        exponent: m, same shape.
    """
    return np.power(length / UNIT_LENGTH, exponent)


def length_factor_of_area(
    area: NDArray, cell: NDArray, contour: NDArray, exponent: NDArray
) -> NDArray:
    """Return L of a cell from the area above it (Desmet & Govers 1996), no unit.

    L = ((A + D^2)^(m + 1) - A^(m + 1)) / (D^(m + 2) * x^m * 22.13^m). This is the factor of the
    cell itself within its slope, m + 1 times that of a whole even slope down to there.

    Args:
        area: A above the cell, m2, any shape.
        cell: side D of the cell, m.
        contour: x, width of the outflow by the cell's side.
        exponent: m.
    """
    power = exponent + 1.0
    # In areas of one cell the numbers stay small enough for the difference of two powers.
    above = area / cell**2
    outflow = (above + 1) ** power - above**power
    return outflow * (cell / (contour * UNIT_LENGTH)) ** exponent


def slope_length_steepness(
    length: NDArray | float,
    slope: NDArray,
    exponent: str = MCCOOL_1989,
    steepness: str = MCCOOL_LIU,
) -> NDArray:
    """Return LS, no unit, of even slopes.

    Args:
        length: horizontal slope length, m, any shape.
        slope: degrees, same shape.
        exponent: method of :func:`length_exponent`.
        steepness: method of :func:`steepness_factor`.
    """
    return length_factor(length, length_exponent(slope, exponent)) * steepness_factor(
        slope, steepness
    )
