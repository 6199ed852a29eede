"""Small helpers on arrays of Shapely polygons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LinearRing, Polygon
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.raster.grid import Grid

Shapes = NDArray[np.object_]

THIN_METRES = 0.001
"""Narrower than this is noise of coordinates, not land: they are kept to a millimetre at best."""
TOUCH_M2 = 1e-4
"""Below this two polygons only touch; coordinates are kept to 0.0001 m."""
_METRES_PER_RADIAN = 6378137.0
_POLYGON = 3
_SEGMENTS = 32


def as_shapes(geometries: Iterable[BaseGeometry]) -> Shapes:
    """Return geometries as a one-dimensional array."""
    listed = list(geometries)
    shapes = np.empty(len(listed), dtype=object)
    shapes[:] = listed
    return shapes


def polygon_parts(geometries: Iterable[BaseGeometry]) -> Shapes:
    """Return the non-empty polygons of polygons, multipolygons and collections."""
    parts = shapely.get_parts(as_shapes(geometries))
    while (shapely.get_type_id(parts) > _POLYGON).any():
        parts = shapely.get_parts(parts)
    return parts[(shapely.get_type_id(parts) == _POLYGON) & ~shapely.is_empty(parts)]


def polygon_of(exterior: LinearRing, holes: Sequence[LinearRing] | Shapes) -> Polygon:
    """Return the polygon of rings; Shapely's own array function takes no empty list of holes."""
    return shapely.polygons(exterior, holes=as_shapes(holes)) if len(holes) else Polygon(exterior)


def holes_of(polygons: Shapes) -> tuple[Shapes, NDArray[np.intp]]:
    """Return the rings of all holes and the index of the polygon of each."""
    rings, owner = shapely.get_rings(polygons, return_index=True)
    hole = np.diff(owner, prepend=-1) == 0
    return rings[hole], owner[hole]


def short_lines(polygons: Shapes) -> Shapes:
    """Return the outlines of polygons in short pieces, so that few of them meet any one place."""
    lines = []
    for ring in shapely.get_rings(polygons):
        points = shapely.get_coordinates(ring)
        for start in range(0, len(points) - 1, _SEGMENTS):
            lines.append(shapely.linestrings(points[start : start + _SEGMENTS + 1]))
    return as_shapes(lines)


def in_canonical_order(shapes: Shapes) -> Shapes:
    """Return the shapes normalised and sorted, so that nothing depends on how they came in."""
    normal = shapely.normalize(shapes)
    keys = shapely.to_wkb(normal)
    return normal[sorted(range(len(normal)), key=lambda index: keys[index])]


def thin_width(grid: Grid) -> float:
    """Return :data:`THIN_METRES` in the units of the grid's CRS."""
    reference = grid.spatial_reference
    if reference.IsGeographic():
        return float(THIN_METRES / _METRES_PER_RADIAN / reference.GetAngularUnits())
    return float(THIN_METRES / reference.GetLinearUnits())


def is_thin(shapes: Shapes, width: float) -> NDArray[np.bool_]:
    """Return which shapes are on average narrower than ``width``; empty ones are."""
    return 2.0 * shapely.area(shapes) <= width * shapely.length(shapes)
