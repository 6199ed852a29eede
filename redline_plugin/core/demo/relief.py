"""What is measured on terrain: slope, relief amplitude, slope length and steepness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from redline_plugin.core.demo.noise import Field

SLOPE_LENGTH = 100.0
"""Length of all slopes, m: one value, since fields and paths cut longer slopes."""
RELIEF_RADIUS = 180.0
"""Half the window of the relief amplitude, m: 13 x 13 pixels of 30 m."""


@dataclass(frozen=True)
class Relief:
    """Measures of terrain.

    Attributes:
        slope: degrees.
        northness: -1 for slopes to the south, 1 to the north, 0 for flats.
        amplitude: largest difference of height in the window, m.
        length_steepness: LS, no unit.
    """

    slope: Field
    northness: Field
    amplitude: Field
    length_steepness: Field


def measure(height: Field, cell: float) -> Relief:
    """Return the measures of ``height`` (m) on pixels of ``cell`` m."""
    down, right = np.gradient(height, np.float32(cell))
    gradient = np.hypot(down, right)
    northness = down / np.maximum(gradient, 0.15)
    window = 2 * max(1, round(RELIEF_RADIUS / cell)) + 1
    amplitude = ndimage.maximum_filter(height, window) - ndimage.minimum_filter(height, window)
    angle = np.arctan(gradient)
    return Relief(
        slope=np.degrees(angle),
        northness=np.clip(northness, -1.0, 1.0),
        amplitude=amplitude,
        length_steepness=length_steepness(np.sin(angle)),
    )


def length_steepness(sine: Field) -> Field:
    """Return LS for slopes given by the sine of their angle.

    L = (length/22.13)^m, m by McCool et al. 1989; S by McCool below 10 degrees, by Liu Baoyuan
    1994 from there.
    """
    ratio = (sine / 0.0896) / (3.0 * sine**0.8 + 0.56)
    length = (SLOPE_LENGTH / 22.13) ** (ratio / (1.0 + ratio))
    steepness = np.select(
        [sine < np.sin(np.radians(5.0)), sine < np.sin(np.radians(10.0))],
        [10.8 * sine + 0.03, 16.8 * sine - 0.50],
        21.91 * sine - 0.96,
    )
    return np.asarray(length * steepness, dtype=np.float32)
