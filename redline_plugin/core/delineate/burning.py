"""Polygons burned onto windows of a grid, by pixel centres or by every pixel touched."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.gdalsetup import gdal, ogr, osr
from redline_plugin.core.raster.grid import Grid

_FIELD = "number"
_PLANE = 'LOCAL_CS["plane",UNIT["metre",1]]'
"""GDAL warns at each call when there is no CRS; with one name on both sides it just burns."""


class Burner:
    """Holds polygons (in the grid's CRS) with numbers from 1; call with GDAL's exceptions on."""

    def __init__(self, polygons: Shapes, grid: Grid) -> None:
        self._grid = grid
        self._tree = shapely.STRtree(polygons)
        # GDAL 3.11 gave the vector driver "Memory" up for "MEM".
        driver = gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")
        self._vectors = driver.Create("", 0, 0, 0, gdal.GDT_Unknown)
        self._layer = self._vectors.CreateLayer("polygons", _plane(), ogr.wkbPolygon)
        self._layer.CreateField(ogr.FieldDefn(_FIELD, ogr.OFTInteger))
        definition = self._layer.GetLayerDefn()
        for number, wkb in enumerate(shapely.to_wkb(polygons), start=1):
            feature = ogr.Feature(definition)
            feature.SetField(_FIELD, number)
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
            self._layer.CreateFeature(feature)

    def meets(self, column: int, row: int, width: int, height: int) -> bool:
        """Return whether any polygon's box meets this window of pixels."""
        west, south, east, north = self._bounds(column, row, width, height)
        return len(self._tree.query(shapely.box(west, south, east, north))) > 0

    def burn(
        self, column: int, row: int, width: int, height: int, all_touched: bool = False
    ) -> NDArray[np.int32]:
        """Return the number of the polygon at each pixel of the window, 0 for none.

        The window may reach beyond the grid. Where polygons overlap, the last one stays.
        """
        x0, dx, _, y0, _, dy = self._grid.transform
        target = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Int32)
        target.SetGeoTransform((x0 + column * dx, dx, 0.0, y0 + row * dy, 0.0, dy))
        target.SetProjection(_PLANE)
        options = [f"ATTRIBUTE={_FIELD}"] + (["ALL_TOUCHED=TRUE"] if all_touched else [])
        self._layer.SetSpatialFilterRect(*self._bounds(column, row, width, height))
        gdal.RasterizeLayer(target, [1], self._layer, options=options)
        return target.GetRasterBand(1).ReadAsArray()

    def _bounds(
        self, column: int, row: int, width: int, height: int
    ) -> tuple[float, float, float, float]:
        x0, dx, _, y0, _, dy = self._grid.transform
        west, north = x0 + column * dx, y0 + row * dy
        return west, north + height * dy, west + width * dx, north


def _plane() -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromWkt(_PLANE)
    return reference
