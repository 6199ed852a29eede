"""From the pixels that stay to polygons along their edges."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.delineate.strips import WorkRaster
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, ogr
from redline_plugin.core.raster.grid import Grid


def polygonise(kept: WorkRaster, grid: Grid, feedback: Feedback) -> Shapes:
    """Return polygons along the pixels' edges around the pixels that are not 0.

    Pixels are joined over edges only. Joined over corners too, rings would touch themselves and
    the polygons would not be valid; what belongs together over corners is told by the blocks'
    ``patch`` instead. Polygonised in pixel coordinates, so that corners are exactly the grid's.

    Raises:
        CancelledError: the user stopped.
    """
    driver = gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")
    vectors = driver.Create("", 0, 0, 0, gdal.GDT_Unknown)
    layer = vectors.CreateLayer("outline", None, ogr.wkbPolygon)

    def go_on(fraction: float, _message: str, _data: object) -> int:
        feedback.progress(min(fraction, 1.0))  # GDAL counts one row too many
        return 0 if feedback.cancelled() else 1

    try:
        gdal.Polygonize(kept.band, kept.band, layer, -1, [], callback=go_on)
    except RuntimeError as error:
        if feedback.cancelled():
            raise CancelledError from error
        raise
    stop_if_cancelled(feedback)
    wkb = [bytes(feature.GetGeometryRef().ExportToWkb(ogr.wkbNDR)) for feature in layer]
    polygons = as_shapes(shapely.from_wkb(wkb))
    polygons = repaired(polygons)
    x0, dx, _, y0, _, dy = grid.transform
    origin, step = np.array([x0, y0]), np.array([dx, dy])
    return as_shapes(shapely.transform(polygons, lambda pixels: origin + pixels * step))


def repaired(polygons: Shapes) -> Shapes:
    """Return the polygons with rings that touch themselves at a corner written as valid ones.

    Versions of GDAL differ in how they write such a ring.
    """
    broken = touching_themselves(polygons)
    if not broken.any():
        return polygons
    valid = polygon_parts(shapely.make_valid(polygons[broken]))
    return np.concatenate([polygons[~broken], valid])


def touching_themselves(polygons: Shapes) -> NDArray[np.bool_]:
    """Return which polygons have a ring that passes one pixel corner twice.

    It is all that can be wrong with them, and found much faster than by asking for validity.
    """
    rings, owner = shapely.get_rings(polygons, return_index=True)
    corners, ring = shapely.get_coordinates(rings, return_index=True)
    closing = np.flatnonzero(np.diff(ring, append=-1))
    corners, ring = np.delete(corners, closing, axis=0), np.delete(ring, closing)
    order = np.lexsort((corners[:, 1], corners[:, 0], ring))
    corners, ring = corners[order], ring[order]
    twice = (ring[1:] == ring[:-1]) & (corners[1:] == corners[:-1]).all(axis=1)
    broken = np.zeros(len(polygons), dtype=bool)
    broken[owner[ring[1:][twice]]] = True
    return broken
