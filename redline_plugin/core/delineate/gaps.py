"""Gaps that protected areas close: small holes of the union, filled as holes between pixels are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_of, polygon_parts
from redline_plugin.core.delineate.union import Merged, merge
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.geodesy.area import polygon_areas


@dataclass(frozen=True)
class Filled:
    """Polygons without small gaps, and how many were filled."""

    parts: Shapes
    count: int


def fill_gaps(merged: Merged, minimum_m2: float, crs: str, feedback: Feedback) -> Filled:
    """Fill the holes of a union that are smaller than ``minimum_m2``.

    Holes between pixels alone were filled as pixels; left are those that an addition bounds. What
    lies in a hole is no part of its area; where it touches the ring the hole falls into pieces, and
    each counts by itself.
    """
    if minimum_m2 <= 0 or len(merged.rings) == 0:
        return Filled(merged.parts, 0)
    holes = as_shapes(shapely.polygons(merged.rings))
    # Parts do not overlap, so one point of a part tells whether all of it is in a hole.
    inside = shapely.STRtree(shapely.point_on_surface(merged.parts))
    hole, island = inside.query(holes, predicate="contains")
    with_islands = np.zeros(len(holes), dtype=bool)
    with_islands[hole] = True
    empty = np.flatnonzero(~with_islands)
    small = empty[polygon_areas(list(holes[empty]), crs) < minimum_m2]
    parts = _without_rings(merged, small)
    order = np.argsort(hole, kind="stable")
    starts = np.searchsorted(hole[order], np.arange(len(holes) + 1))
    pieces = polygon_parts(
        [
            _around(holes[index], merged.parts[island[order[starts[index] : starts[index + 1]]]])
            for index in np.flatnonzero(with_islands)
        ]
    )
    pieces = pieces[polygon_areas(list(pieces), crs) < minimum_m2]
    if len(pieces):
        parts = merge(parts, pieces, feedback).parts
    return Filled(parts, len(small) + len(pieces))


def _around(hole: shapely.Polygon, islands: Shapes) -> shapely.Geometry:
    """Return what is in the hole and not in the islands; holes of islands are not in it either."""
    filled = shapely.polygons(shapely.get_exterior_ring(islands))
    return shapely.difference(hole, shapely.union_all(filled))


def _without_rings(merged: Merged, gone: NDArray[np.intp]) -> Shapes:
    """Return the parts without these of the union's rings."""
    parts = merged.parts.copy()
    for index in np.unique(merged.ring_owner[gone]):
        removed = {
            shapely.to_wkb(merged.rings[ring]) for ring in gone[merged.ring_owner[gone] == index]
        }
        rings = [ring for ring in parts[index].interiors if shapely.to_wkb(ring) not in removed]
        parts[index] = polygon_of(shapely.get_exterior_ring(parts[index]), rings)
    return parts
