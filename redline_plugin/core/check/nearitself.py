"""Where a polygon's boundary comes near another stretch of itself: self-contacts and necks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.check.polygons import Polygons, Vertices
from redline_plugin.core.check.rule import NOBODY, Bools, Floats, Found, Ints, Settings
from redline_plugin.core.check.vertexrules import nothing

_SPREAD = 10.0
"""Findings nearer to each other than this many times the tolerance are told as one."""


@dataclass(frozen=True)
class Near:
    """Corners and the edges of the same polygon that they come near to.

    Attributes:
        part: (m,) number of the polygon.
        corner, foot: (m, 2) the corner, and the nearest point of the edge.
        distance: (m,) between them.
        apart: (m,) the shorter way between them along the ring; infinite between two rings.
        width: (m,) mean width of the narrower of the two pieces into which the chord cuts the
            ring; infinite between two rings.
    """

    part: Ints
    corner: Floats
    foot: Floats
    distance: Floats
    apart: Floats
    width: Floats


def near_itself(subject: Polygons, reach: float) -> Near:
    """Return where corners come within ``reach`` of an edge of their polygon that is not theirs."""
    vertices = subject.corners
    # Zero stands for a corner on an edge; two corners at one place count for nothing in it.
    clear = shapely.minimum_clearance(subject.parts)
    wanted = clear <= reach
    wanted[vertices.part[_visited_twice(vertices)]] = True
    at = np.flatnonzero(wanted[vertices.part])
    if len(at) == 0:
        none = np.empty(0)
        return Near(none.astype(int), np.empty((0, 2)), np.empty((0, 2)), none, none, none)
    start, end = vertices.points[at], vertices.points[vertices.following[at]]
    tree = shapely.STRtree(shapely.linestrings(np.stack([start, end], axis=1)))
    one, edge = tree.query(shapely.points(start), predicate="dwithin", distance=reach * 1.000001)
    corner, edge = at[one], at[edge]
    own = (edge == corner) | (vertices.following[edge] == corner)
    keep = (vertices.part[corner] == vertices.part[edge]) & ~own
    corner, edge = corner[keep], edge[keep]
    base, along = vertices.points[edge], vertices.points[vertices.following[edge]]
    along = along - base
    length2 = np.einsum("ij,ij->i", along, along)
    share = np.einsum("ij,ij->i", vertices.points[corner] - base, along)
    share = np.clip(share / np.where(length2 > 0.0, length2, 1.0), 0.0, 1.0)
    foot = base + share[:, None] * along
    distance = np.hypot(*(foot - vertices.points[corner]).T)
    apart, width = _pieces(vertices, corner, edge, share, foot, distance)
    return Near(vertices.part[corner], vertices.points[corner], foot, distance, apart, width)


def _visited_twice(vertices: Vertices) -> Ints:
    order = np.lexsort((vertices.points[:, 1], vertices.points[:, 0], vertices.part))
    same = (np.diff(vertices.points[order], axis=0) == 0.0).all(axis=1)
    same &= np.diff(vertices.part[order]) == 0
    return order[1:][same]


def _pieces(
    vertices: Vertices, corner: Ints, edge: Ints, share: Floats, foot: Floats, distance: Floats
) -> tuple[Floats, Floats]:
    ring = vertices.ring
    first = np.flatnonzero(np.diff(ring, prepend=-1) != 0)
    # Relative to each ring's first corner, or the sums of products lose their digits.
    base = vertices.points[first][ring]
    here, ahead = vertices.points - base, vertices.points[vertices.following] - base
    length = np.hypot(*(ahead - here).T)
    cross = here[:, 0] * ahead[:, 1] - here[:, 1] * ahead[:, 0]
    sums = [np.concatenate([[0.0], np.cumsum(x)]) for x in (length, cross)]
    size = np.bincount(ring)
    last = first + size
    total_length = (sums[0][last] - sums[0][first])[ring[corner]]
    total_cross = (sums[1][last] - sums[1][first])[ring[corner]]
    # From the corner forwards to the foot, or all round when the foot lies behind it.
    behind = edge < corner
    around = [
        sums[k][edge] - sums[k][corner] + np.where(behind, total, 0.0)
        for k, total in enumerate((total_length, total_cross))
    ]
    foot = foot - base[corner]
    way = around[0] + share * length[edge]
    start = here[edge]
    area = around[1] + start[:, 0] * foot[:, 1] - start[:, 1] * foot[:, 0]
    back = here[corner]
    area = np.abs(area + foot[:, 0] * back[:, 1] - foot[:, 1] * back[:, 0]) / 2.0
    other = np.abs(np.abs(total_cross) / 2.0 - area)
    rest = np.maximum(total_length - way, 0.0)
    apart = np.minimum(way, rest)
    width = np.minimum(
        2.0 * area / np.maximum(way + distance, 1e-12),
        2.0 * other / np.maximum(rest + distance, 1e-12),
    )
    two = ring[corner] != ring[edge]
    return np.where(two, np.inf, apart), np.where(two, np.inf, width)


def self_contacts(subject: Polygons, settings: Settings) -> Found:
    """Find places where two stretches of one polygon's boundary touch."""
    limit = settings["CONTACT"]
    near = near_itself(subject, limit)
    touching = (near.distance == 0.0) | (near.distance < limit)
    keep = np.flatnonzero(touching & (near.apart > _SPREAD * limit))
    keep = _thinned(near, keep, limit)
    return Found(
        shapely.points(near.corner[keep]),
        subject.owners[near.part[keep]],
        np.full(len(keep), NOBODY),
        near.distance[keep],
    )


def necks(subject: Polygons, settings: Settings) -> Found:
    """Find places where a polygon, wider on both sides, is narrower than NECK_WIDTH."""
    limit = settings["NECK_WIDTH"]
    near = near_itself(subject, limit)
    narrow = (near.distance < limit) & (near.distance >= settings["CONTACT"])
    keep = np.flatnonzero(narrow & (near.width > limit))
    if len(keep) == 0:
        return nothing()
    middle = (near.corner[keep] + near.foot[keep]) / 2.0
    inside = _inside(subject, near.part[keep], middle)
    keep = _thinned(near, keep[inside], limit)
    return Found(
        shapely.linestrings(np.stack([near.corner[keep], near.foot[keep]], axis=1)),
        subject.owners[near.part[keep]],
        np.full(len(keep), NOBODY),
        near.distance[keep],
    )


def _inside(subject: Polygons, part: Ints, points: Floats) -> Bools:
    inside = np.zeros(len(part), dtype=bool)
    valid = subject.valid[part]
    inside[valid] = shapely.contains_xy(subject.parts[part[valid]], *points[valid].T)
    return inside


def _thinned(near: Near, at: Ints, limit: float) -> Ints:
    """Return the narrowest places, none within a few tolerances of another of its polygon."""
    corner = near.corner[at]
    order = np.lexsort((corner[:, 1], corner[:, 0], near.distance[at], near.part[at]))
    reach = max(_SPREAD * limit, 1e-6)
    taken: dict[tuple[int, int, int], list[tuple[float, float]]] = {}
    kept = []
    for index in at[order]:
        x, y = near.corner[index]
        part, column, row = int(near.part[index]), int(x // reach), int(y // reach)
        around = (
            place
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            for place in taken.get((part, column + i, row + j), ())
        )
        if any((x - a) ** 2 + (y - b) ** 2 < reach**2 for a, b in around):
            continue
        taken.setdefault((part, column, row), []).append((x, y))
        kept.append(index)
    return np.array(kept, dtype=np.int64)
