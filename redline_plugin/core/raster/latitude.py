"""Latitude of the pixels of any grid, by interpolation between exact nodes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.gdalsetup import gdal_exceptions, osr
from redline_plugin.core.raster.grid import Grid, Window

NODE_PIXELS = 64
"""Nodes lie so many pixels apart, counted from the grid's corner, so windows do not matter."""

_LEAST_NODES = 3
_MOST_DEGREES = 0.1


class Latitudes:
    """Latitudes in degrees of the centres of a grid's pixels.

    Geographic grids are exact. In projected ones the exact latitude of nodes is interpolated
    linearly; over the distance of nodes (at most a tenth of a degree) it is good to 1e-6 degrees.
    """

    @gdal_exceptions()
    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._geographic = grid.is_geographic
        if self._geographic:
            self._unit = grid.spatial_reference.GetAngularUnits() * 180.0 / np.pi
            return
        meters = max(grid.pixel_size) * grid.spatial_reference.GetLinearUnits()
        self._step = max(1, min(NODE_PIXELS, int(_MOST_DEGREES * 111_000.0 / meters)))
        columns = max(_LEAST_NODES, -(-grid.width // self._step) + 1)
        rows = max(_LEAST_NODES, -(-grid.height // self._step) + 1)
        x0, dx, _, y0, _, dy = grid.transform
        xs = x0 + dx * self._step * np.arange(columns)
        ys = y0 + dy * self._step * np.arange(rows)
        geographic = osr.SpatialReference()
        geographic.CopyGeogCSFrom(grid.spatial_reference)
        geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        transformation = osr.CoordinateTransformation(grid.spatial_reference, geographic)
        points = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
        found = np.array(transformation.TransformPoints(points.tolist()))
        self._nodes = found[:, 1].reshape(rows, columns)

    def of(self, window: Window) -> NDArray[np.float64]:
        """Return the latitudes of a window's pixels, shape (rows, columns)."""
        rows = window.y + np.arange(window.height) + 0.5
        if self._geographic:
            lines = (self._grid.transform[3] + self._grid.transform[5] * rows) * self._unit
            return np.broadcast_to(lines[:, None], (window.height, window.width))
        columns = window.x + np.arange(window.width) + 0.5
        row, down = np.divmod(rows / self._step, 1.0)
        column, across = np.divmod(columns / self._step, 1.0)
        row = np.clip(row.astype(int), 0, self._nodes.shape[0] - 2)
        column = np.clip(column.astype(int), 0, self._nodes.shape[1] - 2)
        upper = (
            self._nodes[row][:, column] * (1 - across) + self._nodes[row][:, column + 1] * across
        )
        lower = (
            self._nodes[row + 1][:, column] * (1 - across)
            + self._nodes[row + 1][:, column + 1] * across
        )
        return upper * (1 - down[:, None]) + lower * down[:, None]
