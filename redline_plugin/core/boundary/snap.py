"""Polygons that should share edges but lie a hair apart: their vertices brought together."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from redline_plugin.core.boundary.arcs import with_neighbours_vertices
from redline_plugin.core.delineate.shapes import Shapes

Floats = NDArray[np.float64]


def aligned(polygons: Shapes, tolerance: float) -> tuple[Shapes, int]:
    """Bring vertices within a tolerance to one place, and put neighbours' vertices into edges.

    Of vertices that come together, all take the coordinates of the one farthest west (then
    south); none moves farther than they lie apart. A polygon that this would break stays as it is.

    Args:
        polygons: valid polygons.
        tolerance: m; vertices (and an edge and a vertex) this near are one.

    Returns:
        The polygons, and how many vertices moved.
    """
    if len(polygons) == 0:
        return polygons, 0
    rings, owner = shapely.get_rings(polygons, return_index=True)
    points, of_ring = shapely.get_coordinates(rings, return_index=True)
    places, inverse = np.unique(points, axis=0, return_inverse=True)
    target = _together(places, tolerance)
    snapped = target[inverse.reshape(-1)]
    moved = int(np.count_nonzero((target != places).any(axis=1)))
    snapped, of_ring = with_neighbours_vertices(snapped, of_ring, tolerance)
    starts = np.searchsorted(of_ring, np.arange(len(rings) + 1))
    found = polygons.copy()
    first = np.searchsorted(owner, np.arange(len(polygons) + 1))
    for number in range(len(polygons)):
        parts = [
            _ring(snapped[starts[at] : starts[at + 1]])
            for at in range(first[number], first[number + 1])
        ]
        if len(parts[0]) < 4:
            continue
        shape = shapely.Polygon(parts[0], [hole for hole in parts[1:] if len(hole) >= 4])
        if shape.is_valid:
            found[number] = shape
    return found, moved


def _together(places: Floats, tolerance: float) -> Floats:
    """Return for each place (sorted by x, then y) the place that its cluster takes."""
    pairs = cKDTree(places).query_pairs(tolerance, output_type="ndarray")
    if len(pairs) == 0:
        return places
    graph = coo_matrix(
        (np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(places), len(places))
    )
    count, cluster = connected_components(graph, directed=False)
    first = np.full(count, len(places))
    np.minimum.at(first, cluster, np.arange(len(places)))
    return places[first[cluster]]


def _ring(points: Floats) -> Floats:
    """Return a ring without vertices that follow themselves."""
    same = np.concatenate(([False], (points[1:] == points[:-1]).all(axis=1)))
    return points[~same]
