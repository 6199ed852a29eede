"""Polygons burned onto rows of a grid, by pixel centres; and the pixels that lines touch."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import Shapes, short_lines
from redline_plugin.core.gdalsetup import gdal, ogr, osr
from redline_plugin.core.raster.grid import Grid

_PLANE = 'LOCAL_CS["plane",UNIT["metre",1]]'
"""GDAL warns at each call when there is no CRS; with one name on both sides it just burns."""


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
        edge, first = np.repeat(edge, count), np.repeat(first, count)
        ends = np.cumsum(count)
        row = first + np.arange(len(edge)) - np.repeat(ends - count, count)
        crossing = self._left[edge] + (row + 0.5 - self._top[edge]) * self._slope[edge]
        column = np.clip(np.ceil(crossing - 0.5), 0, self._width).astype(np.int64)
        changes = np.bincount(
            (row - start) * cells + column, weights=self._number[edge], minlength=rows * cells
        )
        numbers = np.cumsum(changes.reshape(rows, cells), axis=1, dtype=np.float64)
        return numbers[:, : self._width].astype(np.int32)


class TouchBurner:
    """Burns the pixels that the outlines of polygons touch; call with GDAL's exceptions on."""

    def __init__(self, polygons: Shapes, grid: Grid) -> None:
        self._grid = grid
        # GDAL 3.11 gave the vector driver "Memory" up for "MEM".
        driver = gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")
        self._vectors = driver.Create("", 0, 0, 0, gdal.GDT_Unknown)
        self._layer = self._vectors.CreateLayer("outlines", _plane(), ogr.wkbLineString)
        definition = self._layer.GetLayerDefn()
        for wkb in shapely.to_wkb(short_lines(polygons)):
            feature = ogr.Feature(definition)
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
            self._layer.CreateFeature(feature)

    def burn(self, column: int, row: int, width: int, height: int) -> NDArray[np.bool_]:
        """Return which pixels of a window an outline touches; it may reach beyond the grid."""
        x0, dx, _, y0, _, dy = self._grid.transform
        west, north = x0 + column * dx, y0 + row * dy
        target = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
        target.SetGeoTransform((west, dx, 0.0, north, 0.0, dy))
        target.SetProjection(_PLANE)
        self._layer.SetSpatialFilterRect(west, north + height * dy, west + width * dx, north)
        gdal.RasterizeLayer(target, [1], self._layer, burn_values=[1], options=["ALL_TOUCHED=TRUE"])
        return target.GetRasterBand(1).ReadAsArray() > 0


def _plane() -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromWkt(_PLANE)
    return reference
