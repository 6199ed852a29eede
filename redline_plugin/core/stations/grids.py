"""A new grid from an extent, a size of pixels and a CRS."""

from __future__ import annotations

import math

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.geodesy.transform import spatial_reference
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.text import msg

MOST_PIXELS = 20_000_000_000
_ROUNDING = 1e-6


def grid_of(extent: tuple[float, float, float, float], cell: float, crs: str) -> Grid:
    """Return the north-up grid that covers an extent, with its upper left corner there.

    Args:
        extent: west, south, east, north in units of the CRS.
        cell: width and height of a pixel, same unit.
        crs: any text that PROJ understands.

    Raises:
        InputError: an empty extent, a bad size, too many pixels, an unknown CRS.
    """
    west, south, east, north = extent
    problems = []
    if not cell > 0:
        problems.append(
            Problem(
                msg("The size of pixels is {cell:g}; it must be greater than 0.", cell=cell),
                remedy=msg("Give it in units of the CRS: metres, or degrees."),
            )
        )
    if not (east > west and north > south):
        problems.append(Problem(msg("The extent of the result is empty.")))
    if problems:
        raise InputError(problems)
    width = max(1, math.ceil((east - west) / cell - _ROUNDING))
    height = max(1, math.ceil((north - south) / cell - _ROUNDING))
    if width * height > MOST_PIXELS:
        raise InputError(
            Problem(
                msg("The result would have {count} pixels.", count=width * height),
                remedy=msg("Is the size of pixels in units of the CRS: metres, or degrees?"),
            )
        )
    wkt = spatial_reference(crs).ExportToWkt()
    return Grid(wkt, (west, cell, 0.0, north, 0.0, -cell), width, height)
