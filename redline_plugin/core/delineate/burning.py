"""Polygons burned onto rows of a grid, by pixel centres; and the pixels their outlines touch."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.raster.grid import Grid


class CentreBurner:
    """Burns polygons that do not overlap, by pixel centres.

    GDAL looks at every edge of a polygon in every row, which takes minutes for an outline with half
    a million vertices. Here each edge is looked at only in its rows: where it crosses the line of
    centres, the polygon's number begins or ends.
    """

    def __init__(self, polygons: Shapes, grid: Grid) -> None:
        """Take the polygons, in the grid's CRS; they are numbered from 1."""
        self._width = grid.width
        rings, owner = shapely.get_rings(polygons, return_index=True)
        points, ring = shapely.get_coordinates(rings, return_index=True)
        x0, dx, _, y0, _, dy = grid.transform
        column, row = (points[:, 0] - x0) / dx, (points[:, 1] - y0) / dy
        edge = np.flatnonzero((ring[1:] == ring[:-1]) & (row[1:] != row[:-1]))
        x1, y1, x2, y2 = column[edge], row[edge], column[edge + 1], row[edge + 1]
        down = y2 > y1
        # From the upper end to the lower one, so that two neighbours compute one crossing alike.
        self._top, self._left = np.where(down, y1, y2), np.where(down, x1, x2)
        bottom, right = np.where(down, y2, y1), np.where(down, x2, x1)
        self._slope = (right - self._left) / (bottom - self._top)
        self._first = np.ceil(self._top - 0.5).astype(np.int64)
        self._stop = np.ceil(bottom - 0.5).astype(np.int64)
        is_hole = np.zeros(len(rings), dtype=bool)
        is_hole[1:] = owner[1:] == owner[:-1]
        clockwise = ~shapely.is_ccw(rings) if len(rings) else np.zeros(0, dtype=bool)
        # Clockwise on the map: what goes up has the inside to its right, so the number begins.
        begins = (~down == clockwise[ring[edge]]) != is_hole[ring[edge]]
        self._number = np.where(begins, 1, -1) * (owner[ring[edge]] + 1)

    def burn(self, start: int, stop: int) -> NDArray[np.int32]:
        """Return the number of the polygon at each pixel of these rows, 0 for none."""
        rows, cells = stop - start, self._width + 1
        edge = np.flatnonzero((self._first < stop) & (self._stop > start))
        first = np.maximum(self._first[edge], start)
        count = np.maximum(np.minimum(self._stop[edge], stop) - first, 0)
        edge, row = _repeated(edge, first, count)
        crossing = self._left[edge] + (row + 0.5 - self._top[edge]) * self._slope[edge]
        column = np.clip(np.ceil(crossing - 0.5), 0, self._width).astype(np.int64)
        changes = np.bincount(
            (row - start) * cells + column, weights=self._number[edge], minlength=rows * cells
        )
        numbers = np.cumsum(changes.reshape(rows, cells), axis=1, dtype=np.float64)
        return numbers[:, : self._width].astype(np.int32)


class OutlineBurner:
    """Burns the pixels that the outlines of polygons run through."""

    def __init__(self, polygons: Shapes, grid: Grid) -> None:
        """Take the polygons, in the grid's CRS."""
        points, ring = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
        x0, dx, _, y0, _, dy = grid.transform
        column, row = (points[:, 0] - x0) / dx, (points[:, 1] - y0) / dy
        edge = np.flatnonzero(ring[1:] == ring[:-1])
        down = row[edge + 1] >= row[edge]
        upper, lower = np.where(down, edge, edge + 1), np.where(down, edge + 1, edge)
        self._top, self._bottom = row[upper], row[lower]
        self._left, self._right = column[upper], column[lower]
        self._first = np.floor(self._top).astype(np.int64)
        self._last = np.floor(self._bottom).astype(np.int64)

    def burn(self, column: int, row: int, width: int, height: int) -> NDArray[np.bool_]:
        """Return the pixels of a window that an outline runs through.

        The window may reach beyond the grid. Along a pixel's edge the neighbours are left open.
        """
        edge = np.flatnonzero((self._first < row + height) & (self._last >= row))
        first = np.maximum(self._first[edge], row)
        count = np.minimum(self._last[edge], row + height - 1) - first + 1
        edge, line = _repeated(edge, first, count)
        top, bottom = self._top[edge], self._bottom[edge]
        left, right = self._left[edge], self._right[edge]
        level = top == bottom
        slope = np.where(level, 0.0, (right - left) / np.where(level, 1.0, bottom - top))
        start = np.where(level, left, left + (np.maximum(top, line) - top) * slope)
        stop = np.where(level, right, left + (np.minimum(bottom, line + 1.0) - top) * slope)
        begin = np.floor(np.minimum(start, stop)).astype(np.int64) - column
        end = np.floor(np.maximum(start, stop)).astype(np.int64) - column + 1
        cells = width + 1
        places = (line - row) * cells
        changes = np.bincount(places + np.clip(begin, 0, width), minlength=height * cells)
        changes -= np.bincount(places + np.clip(end, 0, width), minlength=height * cells)
        return np.cumsum(changes.reshape(height, cells), axis=1)[:, :width] > 0


def _repeated(
    edge: NDArray[np.intp], first: NDArray[np.int64], count: NDArray[np.int64]
) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """Return each edge as often as it has rows, and those rows, from ``first`` on."""
    offsets = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(edge, count), np.repeat(first, count) + offsets
