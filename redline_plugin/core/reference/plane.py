"""Rasters read whole into a plane grid, coarser where they would not fit into memory."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.geodesy.belts import belt_of_longitude
from redline_plugin.core.geodesy.transform import (
    spatial_reference,
    to_longitude_latitude,
    transform,
)
from redline_plugin.core.raster.grid import Grid, windows_of
from redline_plugin.core.raster.source import (
    NEAREST,
    QUANTITY,
    RasterSource,
    inspect,
    open_source,
)
from redline_plugin.core.text import Message, msg

_STRIP = 512
_EDGE_POINTS = 21


@dataclass(frozen=True)
class PlaneRaster:
    """Values on a plane grid of square cells in metres: (rows, columns), and where they are valid."""

    values: NDArray
    valid: NDArray[np.bool_]
    grid: Grid


def plane_grid(source: Grid, most_cells: int) -> tuple[Grid, list[Message]]:
    """Return the grid to work on, and what was changed to get there.

    Args:
        source: of the user's raster. A geographic one is brought to its Gauss-Kruger belt.
        most_cells: with more cells, cells are joined, a whole number of them a side.

    Raises:
        InputError: the CRS is neither geographic nor projected in metres.
    """
    notes: list[Message] = []
    grid = source
    if source.is_geographic:
        grid = _in_belt(source)
        notes.append(
            msg(
                "The raster is in degrees; lines are made in {crs}.",
                crs=grid.spatial_reference.GetName(),
            )
        )
    elif abs(source.spatial_reference.GetLinearUnits() - 1.0) > 1e-9:
        raise InputError(
            Problem(
                msg("The raster's CRS is not in metres."),
                remedy=msg("Reproject it to its Gauss-Kruger belt first."),
            )
        )
    width, height = grid.pixel_size
    x0, dx, _, y0, _, dy = grid.transform
    if abs(width - height) > 1e-6 * width:
        size = min(width, height)
        columns = math.ceil(grid.width * width / size - 1e-6)
        rows = math.ceil(grid.height * height / size - 1e-6)
        grid = Grid(grid.crs, (x0, size, 0.0, y0, 0.0, -size), columns, rows)
        x0, dx, _, y0, _, dy = grid.transform
    factor = math.ceil(math.sqrt(grid.width * grid.height / most_cells))
    if factor > 1:
        grid = Grid(
            grid.crs,
            (x0, dx * factor, 0.0, y0, 0.0, dy * factor),
            math.ceil(grid.width / factor),
            math.ceil(grid.height / factor),
        )
        notes.append(
            msg(
                "The raster has more than {most} cells; {factor} x {factor} of them are joined to "
                "cells of {size} m.",
                most=most_cells,
                factor=factor,
                size=f"{dx * factor:g}",
            )
        )
    return grid, notes


def _in_belt(source: Grid) -> Grid:
    """Return a grid of square metres that covers a geographic one."""
    west, south, east, north = source.bounds
    middle = to_longitude_latitude(
        np.array([[(west + east) / 2.0, (south + north) / 2.0]]), source.crs
    )
    target = spatial_reference(f"EPSG:{belt_of_longitude(float(middle[0, 0])).epsg}")
    step = np.linspace(0.0, 1.0, _EDGE_POINTS)
    x, y = west + step * (east - west), south + step * (north - south)
    edge = np.concatenate(
        [
            np.stack([x, np.full_like(x, south)], axis=1),
            np.stack([x, np.full_like(x, north)], axis=1),
            np.stack([np.full_like(y, west), y], axis=1),
            np.stack([np.full_like(y, east), y], axis=1),
        ]
    )
    points = transform(edge, spatial_reference(source.crs), target)
    low, high = points.min(axis=0), points.max(axis=0)
    row = source.height // 2
    widths, heights = source.cell_sizes(row, row + 1)
    size = float(min(widths[0], heights[0]))
    columns = math.ceil((high[0] - low[0]) / size)
    rows = math.ceil((high[1] - low[1]) / size)
    return Grid(
        target.ExportToWkt(), (float(low[0]), size, 0.0, float(high[1]), 0.0, -size), columns, rows
    )


def read_plane(
    source: RasterSource, grid: Grid, feedback: Feedback, *, classes: bool
) -> PlaneRaster:
    """Read a raster through a grid; call with GDAL's exceptions on.

    Args:
        source: any grid; classes are taken by nearest neighbour, quantities averaged.
        grid: to read through.
        feedback: progress and cancel.
        classes: whether the values are codes.

    Raises:
        InputError: it cannot be read, or does not meet the grid.
    """
    info = inspect(
        RasterSource(
            source.path,
            source.band,
            source.name,
            NEAREST if classes else QUANTITY,
            source.valid,
            source.nodata,
        )
    )
    values = np.empty((grid.height, grid.width), dtype=np.int32 if classes else np.float32)
    valid = np.zeros(values.shape, dtype=bool)
    with open_source(info, grid) as reader:
        for window in windows_of(grid, grid.width, _STRIP):
            stop_if_cancelled(feedback)
            part, mask = reader.read(window)
            rows = slice(window.y, window.y + window.height)
            if mask is None:
                mask = np.ones(part.shape, dtype=bool)
            if part.dtype.kind == "f":
                mask = mask & np.isfinite(part)
                part = np.where(mask, part, 0)
            values[rows], valid[rows] = part, mask
            feedback.progress((window.y + window.height) / grid.height)
    if not valid.any():
        raise InputError(
            Problem(
                msg("The raster has no values here."),
                source.title,
                msg("Check that the layers lie in the same place."),
            )
        )
    return PlaneRaster(values, valid, grid)
