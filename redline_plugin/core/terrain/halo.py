"""The pixels around a block that its neighbourhoods need."""

from __future__ import annotations

import math

from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.text import msg

LARGEST = 512
"""A block of 512 pixels with a wider halo than this is nine times its size, and more."""


def inner(values: NDArray, halo: int) -> NDArray:
    """Return ``values`` (..., rows, columns) without ``halo`` pixels on each side, as a view."""
    return values[..., halo:-halo, halo:-halo] if halo else values


def affordable(pixels: int, cell_width: float, cell_height: float) -> int:
    """Return ``pixels``, a halo, where there is memory and time for it.

    Raises:
        InputError: it is wider than :data:`LARGEST`.
    """
    if pixels > LARGEST:
        raise InputError(
            Problem(
                msg(
                    "On pixels of {width:.3g} m by {height:.3g} m, the distance asked for needs "
                    "{pixels} pixels around each one; at most {most} are possible.",
                    width=cell_width,
                    height=cell_height,
                    pixels=pixels,
                    most=LARGEST,
                ),
                remedy=msg("Choose a shorter distance or a smaller area, or coarser elevation."),
            )
        )
    return pixels


def whole(ratio: float) -> int:
    """Return the whole part of a ratio of lengths; 2.9999999 counts as 3."""
    return math.floor(ratio + 1e-6)
