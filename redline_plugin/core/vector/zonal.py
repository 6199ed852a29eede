"""The class that fills most of each polygon."""

from __future__ import annotations

import math

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr, osr
from redline_plugin.core.geodesy.transform import spatial_reference, transform
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.source import NEAREST, RasterSource, inspect, open_source

_STRIP_CELLS = 4_000_000


@gdal_exceptions()
def majorities(
    polygons: Shapes, crs: str, classes: RasterSource, feedback: Feedback
) -> list[int | None]:
    """Return the class of most cells whose centres lie in each polygon.

    A polygon without a cell's centre takes the cell under a point inside it; None where there is
    no data. Of equal counts the lowest class is taken. Where polygons overlap, a cell counts for
    one of them.

    Args:
        polygons: (n,) polygons or multipolygons.
        crs: of their coordinates.
        classes: whole numbers; any CRS.
        feedback: cancel.

    Raises:
        InputError: the raster cannot be read.
    """
    info = inspect(RasterSource(classes.path, classes.band, classes.name, NEAREST))
    grid = info.grid
    shapes = _in_crs(polygons, crs, grid.crs)
    x0, dx, _, y0, _, dy = grid.transform
    west, south, east, north = shapely.bounds(shapes).T
    top = np.clip(np.floor((north - y0) / dy), 0, grid.height)
    bottom = np.clip(np.ceil((south - y0) / dy), 0, grid.height)
    left = int(np.clip(math.floor((np.nanmin(west) - x0) / dx), 0, grid.width))
    right = int(np.clip(math.ceil((np.nanmax(east) - x0) / dx), 0, grid.width))
    counts: list[NDArray[np.int64]] = []
    rows = max(1, _STRIP_CELLS // max(right - left, 1))
    found: list[int | None] = [None] * len(shapes)
    with open_source(info, grid) as reader:
        for start in range(
            int(np.nanmin(top)), int(np.nanmax(bottom)) if right > left else 0, rows
        ):
            stop_if_cancelled(feedback)
            stop = min(start + rows, int(np.nanmax(bottom)))
            here = np.flatnonzero((top < stop) & (bottom > start))
            if len(here) == 0:
                continue
            window = Window(left, start, right - left, stop - start)
            values, valid = reader.read(window)
            numbers = _burnt(shapes[here], here + 1, grid.transform, window)
            inside = numbers > 0 if valid is None else (numbers > 0) & valid
            pair = np.stack([numbers[inside], values[inside].astype(np.int64)], axis=1)
            unique, count = np.unique(pair, axis=0, return_counts=True)
            counts.append(np.column_stack([unique, count]))
        table = np.concatenate([np.empty((0, 3), np.int64), *counts])
        for number, value in _most(table):
            found[number - 1] = value
        for at in [at for at, value in enumerate(found) if value is None]:
            point = shapely.point_on_surface(shapes[at])
            column = math.floor((shapely.get_x(point) - x0) / dx)
            row = math.floor((shapely.get_y(point) - y0) / dy)
            if 0 <= column < grid.width and 0 <= row < grid.height:
                values, valid = reader.read(Window(column, row, 1, 1))
                if valid is None or valid[0, 0]:
                    found[at] = int(values[0, 0])
    return found


def _in_crs(polygons: Shapes, crs: str, target: str) -> Shapes:
    source, wanted = spatial_reference(crs), spatial_reference(target)
    if source.IsSame(wanted, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        return polygons
    return shapely.transform(polygons, lambda points: transform(points, source, wanted))


def _burnt(
    shapes: Shapes, numbers: NDArray[np.int64], transform: tuple, window: Window
) -> NDArray[np.int64]:
    """Return the number of the polygon at each cell's centre, 0 for none."""
    x0, dx, _, y0, _, dy = transform
    raster = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, gdal.GDT_Int32)
    raster.SetGeoTransform((x0 + window.x * dx, dx, 0.0, y0 + window.y * dy, 0.0, dy))
    # GDAL burns only where layer and raster agree on a CRS; any one will do.
    plane = osr.SpatialReference()
    plane.SetLocalCS("plane")
    raster.SetProjection(plane.ExportToWkt())
    store = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = store.CreateLayer("polygons", plane, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    definition = layer.GetLayerDefn()
    for shape, number in zip(shapely.to_wkb(shapes), numbers):
        feature = ogr.Feature(definition)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shape))
        feature.SetField(0, int(number))
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], layer, options=["ATTRIBUTE=number"])
    return raster.GetRasterBand(1).ReadAsArray().astype(np.int64)


def _most(table: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Return polygon number and class of most cells, of rows of number, class and count."""
    if len(table) == 0:
        return []
    pairs, inverse = np.unique(table[:, :2], axis=0, return_inverse=True)
    total = np.bincount(inverse.reshape(-1), table[:, 2])
    order = np.lexsort((pairs[:, 1], -total, pairs[:, 0]))
    first = order[np.flatnonzero(np.diff(pairs[order, 0], prepend=-1))]
    return [(int(number), int(value)) for number, value in pairs[first]]
