"""Values of a raster at scattered points, read tile by tile: a province's elevation fits in no memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.geodesy.transform import spatial_reference, transform
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.source import AlignedReader, RasterSource, inspect
from redline_plugin.core.terrain.gradient import slope_degrees

_TILE = 512
_KEPT = 48
"""Tiles of a megabyte each."""


class PointRaster:
    """One band of a raster, asked at points in the plane of the survey; belongs to one thread.

    Points outside of it and where it has no data have the value NaN.
    """

    @gdal_exceptions()
    def __init__(self, source: RasterSource, crs: str) -> None:
        """Open it.

        Args:
            source: the band.
            crs: of the points, any text that PROJ understands.

        Raises:
            InputError: it cannot be read, or has no place.
        """
        info = inspect(source)
        self._grid = info.grid
        self._reader = AlignedReader(info, info.grid)
        self._from = spatial_reference(crs)
        self._to = info.grid.spatial_reference
        self._same = bool(self._from.IsSame(self._to, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]))
        self._tiles: OrderedDict[tuple[int, int], NDArray[np.float32]] = OrderedDict()
        middle = info.grid.height // 2
        widths, heights = info.grid.cell_sizes(middle, middle + 1)
        self.cell_m = float(min(widths[0], heights[0]))
        """The shorter side of a cell, m."""

    def bilinear(self, points: Floats) -> Floats:
        """Return values (n,) at points (n, 2) between the four centres of cells around each.

        Where some of the four have no data the others count, if the nearest is one of them.
        """
        column, row = self._pixels(points)
        found = np.full(len(points), np.nan)
        # The first of the four cells; towards an edge, the cell itself on both sides.
        left, top = np.floor(column - 0.5), np.floor(row - 0.5)
        for at, tile, x0, y0 in self._by_tile(left, top):
            x, y = column[at] - 0.5 - left[at], row[at] - 0.5 - top[at]
            c, r = (left[at] - x0).astype(np.int64), (top[at] - y0).astype(np.int64)
            corners = np.stack(
                [tile[r, c], tile[r, c + 1], tile[r + 1, c], tile[r + 1, c + 1]]
            ).astype(np.float64)
            weights = np.stack([(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y])
            nearest = corners[np.where(y < 0.5, 0, 2) + np.where(x < 0.5, 0, 1), np.arange(len(at))]
            weights[np.isnan(corners)] = 0.0
            total = weights.sum(axis=0)
            value = (np.nan_to_num(corners) * weights).sum(axis=0) / np.where(total > 0, total, 1.0)
            found[at] = np.where(np.isnan(nearest), np.nan, value)
        return found

    def of_cell(self, points: Floats) -> Floats:
        """Return the values (n,) of the cells that points (n, 2) lie in."""
        column, row = self._pixels(points)
        found = np.full(len(points), np.nan)
        for at, tile, x0, y0 in self._by_tile(np.floor(column), np.floor(row)):
            c, r = (
                np.floor(column[at]).astype(np.int64) - x0,
                np.floor(row[at]).astype(np.int64) - y0,
            )
            found[at] = tile[r, c]
        return found

    def slope(self, points: Floats) -> Floats:
        """Return slopes (n,) in degrees by Horn (1981) of an elevation model's cells."""
        column, row = self._pixels(points)
        found = np.full(len(points), np.nan)
        for at, tile, x0, y0 in self._by_tile(np.floor(column), np.floor(row)):
            # A tile has a margin of one cell on all sides.
            widths, heights = self._grid.cell_sizes(y0, y0 + len(tile))
            slopes = slope_degrees(tile, widths[:, None], heights[:, None])
            c, r = (
                np.floor(column[at]).astype(np.int64) - x0,
                np.floor(row[at]).astype(np.int64) - y0,
            )
            found[at] = slopes[r - 1, c - 1]
        return found

    def close(self) -> None:
        """Let go of the file, so that others may replace it."""
        self._tiles.clear()
        self._reader.close()

    def _pixels(self, points: Floats) -> tuple[Floats, Floats]:
        """Return column and row, with fractions, of points."""
        places = points if self._same else transform(points, self._from, self._to)
        x0, dx, _, y0, _, dy = self._grid.transform
        return (places[:, 0] - x0) / dx, (places[:, 1] - y0) / dy

    def _by_tile(
        self, column: Floats, row: Floats
    ) -> Iterator[tuple[Ints, NDArray[np.float32], int, int]]:
        """Yield the points of each tile, the tile with its margin, and the margin's first cell."""
        near = (
            (column >= -1) & (row >= -1) & (column < self._grid.width) & (row < self._grid.height)
        )
        inside = np.flatnonzero(near)
        across = (column[inside] // _TILE).astype(np.int64)
        down = (row[inside] // _TILE).astype(np.int64)
        order = np.lexsort((across, down))
        inside, across, down = inside[order], across[order], down[order]
        cuts = np.flatnonzero((np.diff(across) != 0) | (np.diff(down) != 0)) + 1
        for at in np.split(np.arange(len(inside)), cuts):
            if len(at):
                key = (int(across[at[0]]), int(down[at[0]]))
                yield inside[at], self._tile(key), key[0] * _TILE - 1, key[1] * _TILE - 1

    @gdal_exceptions()
    def _tile(self, key: tuple[int, int]) -> NDArray[np.float32]:
        """Return a tile with one cell more on each side, NaN where there is no data."""
        found = self._tiles.get(key)
        if found is None:
            window = Window(key[0] * _TILE - 1, key[1] * _TILE - 1, _TILE + 2, _TILE + 2)
            values, valid = self._reader.read(window)
            found = values.astype(np.float32)
            if valid is not None:
                found[~valid] = np.nan
            self._tiles[key] = found
            if len(self._tiles) > _KEPT:
                self._tiles.popitem(last=False)
        self._tiles.move_to_end(key)
        return found
