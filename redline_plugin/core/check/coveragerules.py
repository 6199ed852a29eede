"""Rules between polygons: overlaps, and gaps that are closed or open to the outside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.check.polygons import Polygons, names_of_points, vertices_of
from redline_plugin.core.check.rule import NOBODY, Bools, Floats, Found, Ints, Settings
from redline_plugin.core.check.vertexrules import nothing
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.vector.overlay import overlaid

_POLYGON = 3
_NOISE = 1e-6
"""Metres below which two lines lie on each other: the noise of coordinates."""
_WEDGE = np.tan(np.radians(10.0))
"""Two outlines that leave their meeting point at a wider angle than this make no gap there."""


def overlaps(subject: Polygons, settings: Settings) -> Found:
    """Find what two features both cover, from OVERLAP_AREA on, each piece by itself."""
    shapes, owners = subject.solid
    one, other = _neighbours(shapes, 0.0)
    different = owners[one] != owners[other]
    one, other = one[different], other[different]
    shared = overlaid(shapely.intersection, shapes[one], shapes[other], Quiet())
    maybe = np.flatnonzero(shapely.area(shared) > settings["OVERLAP_AREA"])
    pieces, pair = shapely.get_parts(shared[maybe], return_index=True)
    area = shapely.area(pieces)
    large = (shapely.get_type_id(pieces) == _POLYGON) & (area > settings["OVERLAP_AREA"])
    pair = maybe[pair[large]]
    return Found(pieces[large], owners[one[pair]], owners[other[pair]], area[large])


def _neighbours(shapes: Shapes, reach: float) -> tuple[Ints, Ints]:
    """Return pairs of shapes whose boxes meet in more than a line, or come within ``reach``."""
    boxes = shapely.bounds(shapes)
    grown = boxes + np.array([-reach, -reach, reach, reach])
    tree = shapely.STRtree(shapes)
    one, other = tree.query(shapely.box(*grown.T) if reach else shapes)
    upper = one < other
    one, other = one[upper], other[upper]
    wide = np.minimum(boxes[one, 2], boxes[other, 2]) - np.maximum(boxes[one, 0], boxes[other, 0])
    high = np.minimum(boxes[one, 3], boxes[other, 3]) - np.maximum(boxes[one, 1], boxes[other, 1])
    least = -np.inf if reach else 0.0
    meet = (wide > least) & (high > least)
    return one[meet].astype(np.int64), other[meet].astype(np.int64)


@dataclass(frozen=True)
class Rims:
    """Edges that are not shared exactly by two polygons, one on each side, with polygon and ring."""

    start: Floats
    end: Floats
    part: Ints
    ring: Ints


def rims_of(shapes: Shapes) -> Rims:
    """Return the edges of valid polygons that no neighbour has, the other way round."""
    corners = vertices_of(shapes)
    names = names_of_points(corners.points)
    start, end = names, names[corners.following]
    real = start != end
    # Rings may run either way: an edge counts as walked with its polygon on the left.
    ahead = corners.points[corners.following]
    rings = np.flatnonzero(np.diff(corners.ring, prepend=-1))
    base = corners.points[rings][corners.ring]
    here, ahead = corners.points - base, ahead - base
    area = np.bincount(corners.ring, here[:, 0] * ahead[:, 1] - here[:, 1] * ahead[:, 0])
    hole = np.diff(corners.part[rings], prepend=-1) == 0
    backwards = ((area < 0.0) != hole)[corners.ring]
    low, high = np.minimum(start, end), np.maximum(start, end)
    key = low * (int(names.max(initial=0)) + 1) + high
    _, edge = np.unique(key, return_inverse=True)
    edge = edge.reshape(-1)
    count = np.bincount(edge)
    forwards = np.bincount(edge, (start < end) != backwards)
    shared = ((count == 2) & (forwards == 1))[edge]
    at = np.flatnonzero(real & ~shared)
    return Rims(
        corners.points[at],
        corners.points[corners.following[at]],
        corners.part[at],
        corners.ring[at],
    )


def closed_gaps(subject: Polygons, settings: Settings) -> Found:
    """Find holes between and in polygons that are small or narrow.

    A place on the outline of the union of all has a polygon on one side only, so the outline runs
    along rims; the faces of the rims that no polygon covers are the union's holes.
    """
    shapes, owners = subject.solid
    if len(shapes) == 0:
        return nothing()
    rims = rims_of(shapes)
    alone = np.ones(len(shapes), dtype=bool)
    alone[shapely.get_num_interior_rings(shapes) > 0] = False
    for side in _neighbours(shapes, _NOISE):
        alone[side] = False
    use = ~alone[rims.part]
    # Rings of rims only are noded whole: they are far fewer than their edges.
    rings = shapely.get_rings(shapes)
    ring = rims.ring[use]
    whole = np.bincount(ring, minlength=len(rings)) == shapely.get_num_coordinates(rings) - 1
    rest = np.flatnonzero(use)[~whole[ring]]
    pieces = shapely.linestrings(np.stack([rims.start[rest], rims.end[rest]], axis=1))
    lines = np.concatenate([shapely.boundary(shapely.polygons(rings[whole])), pieces])
    faces = shapely.get_parts(shapely.polygonize([shapely.unary_union(lines)]))
    area = shapely.area(faces)
    width = 2.0 * area / np.maximum(shapely.length(faces), 1e-12)
    small = (area < settings["GAP_AREA"]) | (width < settings["GAP_WIDTH"])
    faces = faces[small & (area > settings["GAP_LEAST_AREA"])]
    faces = faces[~_covered(shapes, shapely.point_on_surface(faces))]
    first, second = _beside(faces, shapes, owners)
    return Found(faces, first, second, shapely.area(faces))


def _covered(shapes: Shapes, points: Shapes) -> Bools:
    hit = np.zeros(len(points), dtype=bool)
    hit[shapely.STRtree(shapes).query(points, predicate="intersects")[0]] = True
    return hit


def _beside(faces: Shapes, shapes: Shapes, owners: Ints) -> tuple[Ints, Ints]:
    """Return the two features that share the longest edges with each face."""
    tree = shapely.STRtree(shapes)
    first = np.full(len(faces), NOBODY)
    second = np.full(len(faces), NOBODY)
    face, shape = tree.query(faces, predicate="dwithin", distance=_NOISE)
    edges = shapely.intersection(
        shapely.buffer(faces[face], _NOISE), shapely.boundary(shapes[shape])
    )
    length = shapely.length(edges)
    west = shapely.bounds(shapes[shape])[:, 0]
    for at in np.lexsort((west, -length, face)):
        owner = owners[shape[at]]
        if first[face[at]] == NOBODY:
            first[face[at]] = owner
        elif second[face[at]] == NOBODY and owner != first[face[at]]:
            second[face[at]] = owner
    return first, second


def open_gaps(subject: Polygons, settings: Settings) -> Found:
    """Find pairs of polygons with a narrow strip between them that is open to the outside.

    The value is the widest place of the strip that is narrower than GAP_WIDTH, measured from a
    corner of one to the outline of the other.
    """
    limit = settings["GAP_WIDTH"]
    shapes, owners = subject.solid
    if len(shapes) == 0 or limit <= 0.0:
        return nothing()
    rims = rims_of(shapes)
    use = _near_pairs(shapes, rims, limit)
    start, end, part = rims.start[use], rims.end[use], rims.part[use]
    if len(use) == 0:
        return nothing()
    corner, edge, foot, distance = _corners_near_edges(start, end, part, limit)
    place = np.concatenate([start, end])[corner]
    part_of = np.concatenate([part, part])[corner]
    middle = shapely.points((place + foot) / 2.0)
    bare = ~_covered(shapes, middle)
    holes = closed_gaps(subject, settings).shapes
    if len(holes):
        bare &= ~_covered(holes, middle)
    at = np.flatnonzero(bare)
    place, foot, distance = place[at], foot[at], distance[at]
    one, other = part_of[at], part[edge[at]]
    contact = shapely.intersection(shapes[one], shapes[other])
    away = np.nan_to_num(shapely.distance(shapely.points(place), contact), nan=np.inf)
    real = np.flatnonzero(distance < _WEDGE * away)
    low, high = np.minimum(one, other), np.maximum(one, other)
    order = real[
        np.lexsort((place[real, 0], place[real, 1], -distance[real], high[real], low[real]))
    ]
    pair = np.column_stack([low[order], high[order]])
    new = np.ones(len(order), dtype=bool)
    new[1:] = (np.diff(pair, axis=0) != 0).any(axis=1)
    pick = order[new]
    first, second = owners[low[pick]], owners[high[pick]]
    return Found(
        shapely.linestrings(np.stack([place[pick], foot[pick]], axis=1)),
        first,
        np.where(first == second, NOBODY, second),
        distance[pick],
    )


def _near_pairs(shapes: Shapes, rims: Rims, limit: float) -> Ints:
    """Return the rims that lie where the boxes of two polygons, grown by ``limit``, meet."""
    one, other = _neighbours(shapes, limit)
    boxes = shapely.bounds(shapes) + np.array([-limit, -limit, limit, limit])
    low = np.maximum(boxes[one, :2], boxes[other, :2])
    high = np.minimum(boxes[one, 2:], boxes[other, 2:])
    edges = shapely.linestrings(np.stack([rims.start, rims.end], axis=1))
    near = shapely.STRtree(edges).query(shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1]))
    return np.unique(near[1])


def _corners_near_edges(
    start: Floats, end: Floats, part: Ints, limit: float
) -> tuple[Ints, Ints, Floats, Floats]:
    """Return corners within ``limit`` of another polygon's edge: corner, edge, foot, distance."""
    tree = shapely.STRtree(shapely.linestrings(np.stack([start, end], axis=1)))
    points = np.concatenate([start, end])
    of = np.concatenate([part, part])
    corner, edge = tree.query(shapely.points(points), predicate="dwithin", distance=limit)
    foreign = of[corner] != part[edge]
    corner, edge = corner[foreign], edge[foreign]
    along = end[edge] - start[edge]
    share = np.einsum("ij,ij->i", points[corner] - start[edge], along)
    share = np.clip(share / np.einsum("ij,ij->i", along, along), 0.0, 1.0)
    foot = start[edge] + share[:, None] * along
    distance = np.hypot(*(foot - points[corner]).T)
    # The nearest edge of each polygon only: the others are the same strip, seen aslant.
    order = np.lexsort((edge, distance, part[edge], corner))
    pair = np.column_stack([corner[order], part[edge[order]]])
    new = np.ones(len(order), dtype=bool)
    new[1:] = (np.diff(pair, axis=0) != 0).any(axis=1)
    near = order[new]
    near = near[(distance[near] > _NOISE) & (distance[near] < limit)]
    return corner[near], edge[near], foot[near], distance[near]
