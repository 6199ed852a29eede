"""The border between two neighbours: its lines with the nodes of both layers, and its two sides."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from redline_plugin.core.boundary.arcs import with_neighbours_vertices
from redline_plugin.core.check.fixpoints import rebuilt
from redline_plugin.core.check.polygons import linked, vertices_of
from redline_plugin.core.check.rule import Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes, as_shapes

ON_BORDER = 0.001
"""Metres within which a vertex is on the border: CBJY-QC's tolerance, an analog."""

_SAME = 1e-9
_STRIP = 3.0
"""Sides are told in a strip of so many tolerances: an overhang does not decide whose side it is."""


def border_lines(shapes: Shapes) -> Shapes:
    """Return the lines of a border in one canonical order and direction; of polygons the outlines."""
    areas = shapely.get_dimensions(shapes) == 2
    lines = np.concatenate([shapely.boundary(shapes[areas]), shapes[~areas]])
    merged = shapely.get_parts(shapely.line_merge(shapely.unary_union(lines)))
    merged = shapely.normalize(merged)
    return merged[np.argsort(shapely.to_wkb(merged))]


def onto_border(
    shapes: Shapes, owners: Ints, layer: Ints, lines: Shapes, sides: Sides, tolerance: float
) -> tuple[Shapes, Ints, Shapes, Shapes]:
    """Put what lies on the border exactly onto it, and give the border the nodes of both layers.

    Returns:
        the polygons, the feature of each, the border, and connectors: from each vertex
        within ``tolerance`` of the border, on its own layer's side, to the nearest place on it.
    """
    vertices, owners_then = vertices_of(shapes), owners
    border = shapely.union_all(lines)
    points = shapely.points(vertices.points)
    away = shapely.distance(points, border)
    near = np.flatnonzero(away <= tolerance)
    foot = shapely.get_coordinates(shapely.shortest_line(points[near], border)).reshape(-1, 2, 2)
    # What is on the border already is a place of it, to the last digit.
    foot = np.where((away[near] < _SAME)[:, None], vertices.points[near], foot[:, 1])
    foot = _to_vertices(foot, shapely.get_coordinates(lines))
    moved = vertices.points.copy()
    on = away[near] <= ON_BORDER
    foot[on] = _together(foot[on], shapely.get_coordinates(lines))
    lines = with_points(lines, foot)
    moved[near[on]] = foot[on]
    shapes, owners = rebuilt(vertices, moved, owners)
    shapes, owners, lines = _noded(shapes, owners, lines)
    home = layer[owners_then[vertices.part[near]]] == sides.of(points[near])
    ends = np.stack([vertices.points[near], foot], axis=1)[~on & home]
    ends = np.unique(ends.reshape(-1, 4), axis=0).reshape(-1, 2, 2)
    return shapes, owners, lines, shapely.linestrings(ends)


def _together(places: Floats, corners: Floats) -> Floats:
    """Return places with those within the tolerance of each other at one: the border's, the lowest."""
    single, back = np.unique(places, axis=0, return_inverse=True)
    pairs = cKDTree(single).query_pairs(ON_BORDER, output_type="ndarray") if len(single) else single
    if len(pairs) == 0:
        return places
    graph = coo_matrix((np.ones(len(pairs)), pairs.T), shape=(len(single), len(single)))
    _, cluster = connected_components(graph, directed=False)
    known = set(map(tuple, corners.tolist()))
    given = np.array([tuple(place) in known for place in single.tolist()])
    order = np.lexsort((single[:, 1], single[:, 0], ~given, cluster))
    best = order[np.unique(cluster[order], return_index=True)[1]][cluster]
    return single[np.where(given, np.arange(len(single)), best)][back.reshape(-1)]


def _to_vertices(foot: Floats, corners: Floats) -> Floats:
    """Return places on the border, those at one of its vertices with its very coordinates."""
    tree = shapely.STRtree(shapely.points(corners))
    at, corner = tree.query_nearest(shapely.points(foot), max_distance=ON_BORDER, all_matches=False)
    foot = foot.copy()
    foot[at] = corners[corner]
    return foot


def with_points(lines: Shapes, places: Floats) -> Shapes:
    """Return lines that have each place, which lies on one of them, as a vertex."""
    if len(places) == 0:
        return lines
    places = np.unique(places, axis=0)
    line = shapely.STRtree(lines).query_nearest(shapely.points(places), all_matches=False)[1]
    made = []
    for number, shape in enumerate(lines):
        points = shapely.get_coordinates(shape)
        new = places[line == number]
        if len(new):
            edges = shapely.linestrings(np.stack([points[:-1], points[1:]], axis=1))
            edge = shapely.STRtree(edges).query_nearest(shapely.points(new), all_matches=False)[1]
            along = np.hypot(*(new - points[edge]).T)
            fresh = (along > 0.0) & (np.hypot(*(new - points[edge + 1]).T) > 0.0)
            order = np.flatnonzero(fresh)[np.lexsort((along[fresh], edge[fresh]))]
            points = np.insert(points, edge[order] + 1, new[order], axis=0)
        made.append(shapely.linestrings(points))
    return as_shapes(made)


def _noded(shapes: Shapes, owners: Ints, lines: Shapes) -> tuple[Shapes, Ints, Shapes]:
    """Put vertices of the border into edges that run along it, and the other way round."""
    rings, part = shapely.get_rings(shapes, return_index=True)
    points, of = shapely.get_coordinates(np.concatenate([rings, lines]), return_index=True)
    points, of = with_neighbours_vertices(points, of, ON_BORDER)
    ours = of < len(rings)
    border = shapely.linestrings(points[~ours], indices=of[~ours] - len(rings))
    points, ring = points[ours], of[ours].astype(np.int64)
    last = np.diff(ring, append=-1) != 0
    points, ring = points[~last], ring[~last]
    vertices = linked(points, ring, part[ring].astype(np.int64))
    return (*rebuilt(vertices, points, owners), border)


class Sides:
    """Which side of the border belongs to which of two layers.

    A strip along the border is cut by it into cells; each belongs to the layer
    that has more area in it.
    """

    def __init__(self, lines: Shapes, tolerance: float, layers: Sequence[Shapes]):
        strip = shapely.buffer(shapely.union_all(lines), _STRIP * tolerance, cap_style="flat")
        # Lines go on straight beyond their ends, or rounding would leave the last cells open.
        longer = as_shapes([_lengthened(line, 2.0 * _STRIP * tolerance) for line in lines])
        cut = shapely.unary_union(np.concatenate([[shapely.boundary(strip)], longer]))
        cells = shapely.get_parts(shapely.polygonize([cut]))
        inside = shapely.covers(strip, shapely.point_on_surface(cells))
        self.cells = cells[inside]
        areas = []
        for shapes in layers:
            tree = shapely.STRtree(shapes)
            cell, shape = tree.query(self.cells, predicate="intersects")
            shared = shapely.area(shapely.intersection(self.cells[cell], shapes[shape]))
            areas.append(np.bincount(cell, shared, minlength=len(self.cells)))
        self.owner = np.where(areas[0] > areas[1], 0, np.where(areas[1] > areas[0], 1, -1))

    def of(self, points: Shapes) -> Ints:
        """Return 0 or 1 for the layer on whose side each point is, -1 off the strip."""
        side = np.full(len(points), -1, dtype=np.int64)
        point, cell = shapely.STRtree(self.cells).query(points, predicate="intersects")
        side[point] = self.owner[cell]
        return side

    def both(self) -> bool:
        """Return whether each layer has a side."""
        return bool((self.owner == 0).any() and (self.owner == 1).any())


def _lengthened(line: shapely.LineString, by: float) -> shapely.LineString:
    points = shapely.get_coordinates(line)
    if (points[0] == points[-1]).all():
        return line
    first, last = points[0] - points[1], points[-1] - points[-2]
    ends = (points[0] + first / np.hypot(*first) * by, points[-1] + last / np.hypot(*last) * by)
    return shapely.linestrings(np.vstack([ends[0], points, ends[1]]))
