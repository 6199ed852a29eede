"""Polygons that share edges, taken apart into arcs that exist once, and put together again.

What becomes of an arc becomes of it for both neighbours: nothing that is done to arcs can open a
gap or make an overlap between polygons that had none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints, Lines
from redline_plugin.core.delineate.shapes import Shapes, as_shapes

SAME_PLACE = 1e-6
"""Vertices this near to an edge of a neighbour, in metres, lie on it: the noise of coordinates."""

Use = tuple[int, bool]
"""An arc in a ring, and whether it is walked backwards."""


@dataclass(frozen=True)
class Arcs:
    """A coverage as arcs.

    Attributes:
        lines: the arcs; rings without a junction are closed ones.
        rings: of each polygon, its rings (the exterior first) as arcs in order.
        uses: (m,) how many polygons use each arc: 1 along the outside, 2 between neighbours.
    """

    lines: Lines
    rings: tuple[tuple[tuple[Use, ...], ...], ...]
    uses: Ints

    def polygons(self, lines: Lines) -> Shapes:
        """Return the polygons with ``lines`` in place of their arcs."""
        return as_shapes(
            [
                Polygon(
                    _ring(lines, rings[0]),
                    [hole for r in rings[1:] if len(hole := _ring(lines, r))],
                )
                for rings in self.rings
            ]
        )


def _ring(lines: Lines, uses: Sequence[Use]) -> Floats:
    if len(uses) == 1 and lines.closed[uses[0][0]]:
        points = lines.line(uses[0][0])
        return points[::-1] if uses[0][1] else points
    pieces = []
    for arc, backwards in uses:
        points = lines.line(arc)
        pieces.append((points[::-1] if backwards else points)[:-1])
    return np.concatenate(pieces)


def arcs_of(polygons: Shapes, special: Shapes | None = None) -> Arcs:
    """Take valid polygons apart.

    Args:
        polygons: valid and without overlaps; vertices may lie on a neighbour's edge.
        special: polygons or lines; where a ring begins or stops to run along them an arc ends.
    """
    rings, owner = shapely.get_rings(polygons, return_index=True)
    points, of_ring = shapely.get_coordinates(rings, return_index=True)
    points, of_ring = with_neighbours_vertices(points, of_ring, SAME_PLACE)
    # A ring's first point is repeated at its end: there are no edges between rings.
    tail = np.flatnonzero(of_ring[:-1] == of_ring[1:])
    names = _names(points)
    low = np.minimum(names[tail], names[tail + 1])
    high = np.maximum(names[tail], names[tail + 1])
    edge, count = _pairs(low, high)
    along = (
        np.zeros(len(edge), dtype=bool)
        if special is None
        else on_lines(points[tail], points[tail + 1], special)
    )
    junction = _junctions(low, high, edge, count, along, owner[of_ring[tail]])
    return _chains(points[tail], of_ring[tail], owner, names[tail], edge, count, junction)


def on_lines(start: Floats, end: Floats, shapes: Shapes) -> Bools:
    """Return which segments run along the edges of ``shapes``: both ends and the middle do."""
    edges = shapely.get_parts(shapely.boundary(shapes[shapely.get_dimensions(shapes) == 2]))
    lines = shapely.get_parts(shapes[shapely.get_dimensions(shapes) == 1])
    pieces = segments_of(np.concatenate([edges, lines]))
    if len(pieces) == 0:
        return np.zeros(len(start), dtype=bool)
    tree = shapely.STRtree(pieces)
    found = np.ones(len(start), dtype=bool)
    for place in (start, end, (start + end) / 2.0):
        still = np.flatnonzero(found)
        near = tree.query(shapely.points(place[still]), predicate="dwithin", distance=SAME_PLACE)
        hit = np.zeros(len(still), dtype=bool)
        hit[near[0]] = True
        found[still[~hit]] = False
    return found


def segments_of(lines: Shapes) -> Shapes:
    """Return the segments of lines and rings as lines of two points."""
    points, owner = shapely.get_coordinates(lines, return_index=True)
    tail = np.flatnonzero(owner[:-1] == owner[1:])
    return shapely.linestrings(np.stack([points[tail], points[tail + 1]], axis=1))


def _names(points: Floats) -> Ints:
    """Return a number for each point, the same for the same coordinates, in their order."""
    order = np.lexsort((points[:, 1], points[:, 0]))
    new = np.any(np.diff(points[order], axis=0) != 0.0, axis=1)
    names = np.empty(len(points), dtype=np.int64)
    names[order] = np.concatenate(([0], np.cumsum(new))) if len(points) else 0
    return names


def _pairs(low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Return a number for each pair of names, and how often each number occurs."""
    key = low * (high.max(initial=0) + 1) + high
    _, edge, count = np.unique(key, return_inverse=True, return_counts=True)
    return edge.reshape(-1).astype(np.int64), count.astype(np.int64)


def with_neighbours_vertices(
    points: Floats, of_ring: Ints, tolerance: float
) -> tuple[Floats, Ints]:
    """Put vertices of neighbours into the edges that they lie on, so that shared edges match.

    Args:
        points: of closed rings, one after the other, (n, 2).
        of_ring: the ring of each.
        tolerance: how near a vertex lies to an edge that it is on.
    """
    tail = np.flatnonzero(of_ring[:-1] == of_ring[1:])
    names = _names(points)
    low = np.minimum(names[tail], names[tail + 1])
    high = np.maximum(names[tail], names[tail + 1])
    edge, count = _pairs(low, high)
    single = tail[count[edge] == 1]
    if len(single) == 0:
        return points, of_ring
    ends = np.unique(np.concatenate([names[single], names[single + 1]]))
    _, first = np.unique(names, return_index=True)
    places = points[first[ends]]
    tree = shapely.STRtree(
        shapely.linestrings(np.stack([points[single], points[single + 1]], axis=1))
    )
    place, segment = tree.query(shapely.points(places), predicate="dwithin", distance=tolerance)
    start, end = points[single[segment]], points[single[segment] + 1]
    along = end - start
    length2 = np.einsum("ij,ij->i", along, along)
    t = np.einsum("ij,ij->i", places[place] - start, along) / np.where(length2 > 0.0, length2, 1.0)
    margin = tolerance / np.sqrt(np.where(length2 > 0.0, length2, 1.0))
    within = (t > margin) & (t < 1.0 - margin)
    if not within.any():
        return points, of_ring
    at, extra, t = single[segment[within]], places[place[within]], t[within]
    order = np.lexsort((t, at))
    at, extra = at[order], extra[order]
    return np.insert(points, at + 1, extra, axis=0), np.insert(of_ring, at + 1, of_ring[at])


def _junctions(
    low: Ints, high: Ints, edge: Ints, count: Ints, along: Bools, polygon: Ints
) -> Bools:
    """Return, by name of point, where arcs end: not two edges, or two of different kind."""
    # What an edge is: its polygons (in any order), and whether it runs along something special.
    first = np.full(len(count), np.iinfo(np.int64).max)
    last = np.full(len(count), -1, dtype=np.int64)
    np.minimum.at(first, edge, polygon)
    np.maximum.at(last, edge, polygon)
    marked = np.zeros(len(count), dtype=np.int64)
    marked[edge[along]] = 1
    _, where = np.unique(edge, return_index=True)
    low, high = low[where], high[where]
    points = int(high.max(initial=-1)) + 1
    degree = np.bincount(low, minlength=points) + np.bincount(high, minlength=points)
    junction = degree != 2
    for kind in (first, last, count, marked):
        least = np.full(points, np.iinfo(np.int64).max)
        most = np.full(points, -1, dtype=np.int64)
        for end in (low, high):
            np.minimum.at(least, end, kind)
            np.maximum.at(most, end, kind)
        junction |= (degree > 0) & (least != most)
    return junction


def _chains(
    points: Floats, of_ring: Ints, owner: Ints, names: Ints, edge: Ints, count: Ints, ends: Bools
) -> Arcs:
    """Cut the rings, given by the first point of each edge, at junctions into arcs."""
    borders = np.flatnonzero(np.diff(of_ring)) + 1
    starts = np.concatenate(([0], borders, [len(of_ring)])) if len(of_ring) else np.array([0])
    arc_of_edge: dict[int, int] = {}
    pieces: list[Floats] = []
    closed: list[bool] = []
    uses: list[int] = []
    rings: list[list[tuple[Use, ...]]] = [[] for _ in range(int(owner.max(initial=-1)) + 1)]
    for start, stop in zip(starts[:-1], starts[1:]):
        here = slice(start, stop)
        name, xy, edges = names[here], points[here], edge[here]
        cut = np.flatnonzero(ends[name])
        whole = len(cut) == 0
        turn = int(np.argmin(name)) if whole else int(cut[0])
        name, xy, edges = (np.roll(x, -turn, axis=0) for x in (name, xy, edges))
        cut = np.array([0]) if whole else np.flatnonzero(ends[name])
        ring: list[Use] = []
        for begin, end in zip(cut, [*cut[1:], len(name)]):
            line = (
                xy[begin:end] if whole else np.concatenate([xy[begin:end], xy[end % len(xy), None]])
            )
            key = int(edges[begin:end].min())
            # Both neighbours must make the same of an arc: it runs from its lower end, or, in a
            # ring, from its lowest point to the lower of its two neighbours.
            last = name[-1] if whole else name[end % len(name)]
            if name[begin] != last and not whole:
                backwards = bool(last < name[begin])
            else:
                backwards = bool(name[end - 1] < name[(begin + 1) % len(name)])
            if key not in arc_of_edge:
                arc_of_edge[key] = len(pieces)
                if backwards:
                    line = np.roll(line[::-1], 1, axis=0) if whole else line[::-1]
                pieces.append(line)
                closed.append(whole)
                uses.append(int(count[edges[begin]]))
            ring.append((arc_of_edge[key], backwards))
        rings[owner[of_ring[start]]].append(tuple(ring))
    sizes = np.array([len(piece) for piece in pieces], dtype=np.int64)
    lines = Lines(
        np.concatenate(pieces) if pieces else np.empty((0, 2)),
        np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        np.array(closed, dtype=bool),
    )
    return Arcs(lines, tuple(tuple(of) for of in rings), np.array(uses, dtype=np.int64))
