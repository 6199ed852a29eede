"""Lines between the classes of a raster, without the saw teeth of its cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

from redline_plugin.core.boundary.arcs import Arcs, arcs_of
from redline_plugin.core.boundary.collapse import Lines, collapse
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.feedback import Feedback, Part, Quiet, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr

Transform = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Limit:
    """A line between two classes; ``one`` is the lower of them."""

    geometry: LineString
    one: int
    other: int


def limits(
    classes: NDArray[np.int32],
    transform: Transform,
    tolerance: float,
    outside: int,
    feedback: Feedback | None = None,
) -> list[Limit]:
    """Return the lines between classes; the edge of the data is none.

    Args:
        classes: (rows, columns).
        transform: GDAL's, from cells to metres.
        tolerance: how far lines may lie from the cells' edges, m; areas on both sides stay.
        outside: the class of what is no land.
        feedback: progress and cancel.
    """
    feedback = feedback or Quiet()
    polygons, values = polygons_of(classes, transform, outside)
    if len(polygons) == 0:
        return []
    stop_if_cancelled(feedback)
    feedback.progress(0.3)
    arcs = arcs_of(polygons)
    stop_if_cancelled(feedback)
    feedback.progress(0.6)
    lines = arcs.lines
    fixed = np.zeros(len(lines.points), dtype=bool)
    done = collapse(
        lines, fixed, np.full(len(lines.closed), float(tolerance)), Part(feedback, 0.6, 0.9)
    )
    one, other = _sides(arcs, values)
    found = [
        Limit(_line(done, int(at)), int(one[at]), int(other[at]))
        for at in np.flatnonzero(arcs.uses > 1)
    ]
    keys = shapely.to_wkb(as_shapes([limit.geometry for limit in found]))
    feedback.progress(1.0)
    return [found[at] for at in sorted(range(len(found)), key=lambda at: keys[at])]


@gdal_exceptions()
def polygons_of(
    classes: NDArray[np.int32], transform: Transform, outside: int
) -> tuple[Shapes, NDArray[np.int64]]:
    """Return a polygon for each patch joined over edges, and its class."""
    rows, columns = classes.shape
    raster = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Int32)
    raster.SetGeoTransform(transform)
    raster.GetRasterBand(1).WriteArray(classes)
    store = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = store.CreateLayer("classes", None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("class", ogr.OFTInteger))
    gdal.Polygonize(raster.GetRasterBand(1), None, layer, 0, [])
    shapes, values = [], []
    for feature in layer:
        value = feature.GetField(0)
        if value != outside:
            shapes.append(bytes(feature.GetGeometryRef().ExportToWkb()))
            values.append(value)
    found = as_shapes(shapely.from_wkb(shapes))
    # GDAL's polygons may touch themselves at a cell's corner.
    broken = ~shapely.is_valid(found)
    if broken.any():
        parts, owner = shapely.get_parts(shapely.make_valid(found), return_index=True)
        areal = shapely.get_dimensions(parts) == 2
        return parts[areal], np.array(values, dtype=np.int64)[owner[areal]]
    return found, np.array(values, dtype=np.int64)


def _sides(arcs: Arcs, values: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the lower and the higher class beside each arc."""
    pairs = np.array(
        [
            (arc, values[polygon])
            for polygon, rings in enumerate(arcs.rings)
            for ring in rings
            for arc, _ in ring
        ],
        dtype=np.int64,
    ).reshape(-1, 2)
    low = np.full(len(arcs.uses), np.iinfo(np.int64).max)
    high = np.full(len(arcs.uses), np.iinfo(np.int64).min)
    np.minimum.at(low, pairs[:, 0], pairs[:, 1])
    np.maximum.at(high, pairs[:, 0], pairs[:, 1])
    return low, high


def _line(lines: Lines, at: int) -> LineString:
    points = lines.line(at)
    return LineString(np.vstack([points, points[:1]]) if lines.closed[at] else points)
