"""The red line as arcs that exist once, measured along: what neighbours share has one set of points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.boundary.arcs import Use, arcs_of
from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.survey.rules import ANY

OUTSIDE = -1
ON_STRETCH = 0.01
"""m. A segment whose middle is this near to a stretch runs along it; stretches carry rounded vertices."""


@dataclass(frozen=True)
class Block:
    """A block of the red line: its code (unique), name, and the code of its county ("" unknown)."""

    code: str
    name: str
    county: str


@dataclass(frozen=True)
class Line:
    """The boundaries of all blocks.

    Attributes:
        crs: of the coordinates, projected, in metres.
        blocks: in the order of the input.
        points: (n, 2) vertices of all arcs, one arc after the other; a closed arc ends with the
            vertex that it begins with.
        starts: (m + 1,) where the vertices of each arc begin.
        closed: (m,) which arcs are whole rings without a junction.
        measure: (n,) distance along the arc from its first vertex, m.
        kind: (n,) of the segment that begins at the vertex, an index into ``kinds``; the last vertex
            of an arc repeats the one before.
        kinds: ids of boundary kinds (core.boundary.kinds) or ANY.
        left, right: (m,) the block on either side of an arc as it runs, OUTSIDE for none.
        rings: of each block, its rings as arcs in order, walked with the block on the right: outer
            ones clockwise.
        outer: of each block and ring, whether it is an outer one.
    """

    crs: str
    blocks: tuple[Block, ...]
    points: Floats
    starts: Ints
    closed: Bools
    measure: Floats
    kind: Ints
    kinds: tuple[str, ...]
    left: Ints
    right: Ints
    rings: tuple[tuple[tuple[Use, ...], ...], ...]
    outer: tuple[tuple[bool, ...], ...]

    @property
    def count(self) -> int:
        """How many arcs there are."""
        return len(self.closed)

    def arc(self, number: int) -> slice:
        """Return where an arc's vertices stand."""
        return slice(int(self.starts[number]), int(self.starts[number + 1]))

    def length(self, number: int) -> float:
        """Return the length of an arc in the plane, m."""
        return float(self.measure[self.starts[number + 1] - 1])

    def place(self, arc: Ints, measure: Floats) -> Floats:
        """Return the points (k, 2) at distances along arcs; vertices come back as they are."""
        arc, measure = np.asarray(arc, dtype=np.int64), np.asarray(measure, dtype=np.float64)
        at = self._segment(arc, measure)
        step = self.measure[at + 1] - self.measure[at]
        share = np.clip((measure - self.measure[at]) / np.where(step > 0.0, step, 1.0), 0.0, 1.0)
        start, end = self.points[at], self.points[at + 1]
        found = start + (end - start) * share[:, None]
        found[share == 1.0] = end[share == 1.0]
        return found

    def kind_at(self, arc: Ints, measure: Floats) -> Ints:
        """Return the kind (an index into ``kinds``) of the segments at distances along arcs."""
        return self.kind[self._segment(np.asarray(arc), np.asarray(measure))]

    def nearest(self, places: Floats) -> tuple[Ints, Floats, Floats]:
        """Return arc, distance along it, and distance from it (m) of the nearest point of the line."""
        tail = self.tails()
        tree = shapely.STRtree(
            shapely.linestrings(np.stack([self.points[tail], self.points[tail + 1]], axis=1))
        )
        points = shapely.points(np.asarray(places, dtype=np.float64))
        near = tail[tree.nearest(points)]
        start, end = self.points[near], self.points[near + 1]
        along = end - start
        length2 = np.maximum(np.einsum("ij,ij->i", along, along), 1e-300)
        offset = shapely.get_coordinates(points) - start
        share = np.clip(np.einsum("ij,ij->i", offset, along) / length2, 0.0, 1.0)
        away = np.hypot(*(offset - along * share[:, None]).T)
        arc = np.searchsorted(self.starts, near, side="right") - 1
        measure = self.measure[near] + share * (self.measure[near + 1] - self.measure[near])
        return arc.astype(np.int64), measure, away

    def tails(self) -> Ints:
        """Return the vertices that a segment begins at."""
        found = np.ones(len(self.points), dtype=bool)
        found[self.starts[1:] - 1] = False
        return np.flatnonzero(found)

    def lines(self) -> Shapes:
        """Return the arcs as lines."""
        owner = np.repeat(np.arange(self.count), np.diff(self.starts))
        return as_shapes(shapely.linestrings(self.points, indices=owner))

    def _segment(self, arc: Ints, measure: Floats) -> Ints:
        """Return the first vertex of the segment at each place."""
        # One sorted axis for all arcs: each begins where the one before ended, and a metre on.
        lengths = self.measure[self.starts[1:] - 1]
        origin = np.concatenate([[0.0], np.cumsum(lengths + 1.0)[:-1]])
        owner = np.repeat(np.arange(self.count), np.diff(self.starts))
        wanted = origin[arc] + np.clip(measure, 0.0, lengths[arc])
        at = np.searchsorted(origin[owner] + self.measure, wanted, side="right") - 1
        return np.clip(at, self.starts[arc], self.starts[arc + 1] - 2).astype(np.int64)


def line_of(
    polygons: Shapes,
    owners: Ints,
    blocks: Sequence[Block],
    crs: str,
    stretches: Shapes | None = None,
    stretch_kinds: Sequence[str] = (),
) -> Line:
    """Take the boundaries of blocks apart.

    Args:
        polygons: (p,) valid polygons without overlaps, in metres.
        owners: (p,) the block of each.
        blocks: all of them.
        crs: of the coordinates.
        stretches: lines that tell what kind of boundary runs there, as the fit to references makes them.
        stretch_kinds: of each, an id of core.boundary.kinds.
    """
    arcs = arcs_of(polygons)
    sizes = np.diff(arcs.lines.starts)
    pieces = [arcs.lines.line(number) for number in range(len(sizes))]
    whole = [
        np.concatenate([piece, piece[:1]]) if closed else piece
        for piece, closed in zip(pieces, arcs.lines.closed)
    ]
    starts = np.concatenate([[0], np.cumsum([len(piece) for piece in whole])]).astype(np.int64)
    points = np.concatenate(whole) if whole else np.empty((0, 2))
    left = np.full(len(whole), OUTSIDE, dtype=np.int64)
    right = left.copy()
    rings: list[list[tuple[Use, ...]]] = [[] for _ in blocks]
    outer: list[list[bool]] = [[] for _ in blocks]
    for owner, of_polygon in zip(owners.tolist(), arcs.rings):
        for number, ring in enumerate(of_polygon):
            is_outer = number == 0
            # The block is on the right of an outer ring that runs clockwise, and of a hole that
            # runs the other way.
            clockwise = _signed_area(whole, ring) < 0.0
            uses = ring if clockwise == is_outer else _reversed(ring)
            for arc, backwards in uses:
                (left if backwards else right)[arc] = owner
            rings[owner].append(uses)
            outer[owner].append(is_outer)
    measure = _measure(points, starts)
    kind, kinds = _kinds(points, starts, stretches, stretch_kinds)
    return Line(
        crs,
        tuple(blocks),
        points,
        starts,
        arcs.lines.closed.copy(),
        measure,
        kind,
        kinds,
        left,
        right,
        tuple(tuple(of) for of in rings),
        tuple(tuple(of) for of in outer),
    )


def _reversed(ring: tuple[Use, ...]) -> tuple[Use, ...]:
    return tuple((arc, not backwards) for arc, backwards in reversed(ring))


def _signed_area(pieces: Sequence[Floats], ring: tuple[Use, ...]) -> float:
    points = np.concatenate(
        [pieces[arc][::-1] if backwards else pieces[arc] for arc, backwards in ring]
    )
    x, y = (points - points[0]).T
    return float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2.0


def _measure(points: Floats, starts: Ints) -> Floats:
    """Return the distance of each vertex from the first of its arc; each arc summed by itself."""
    found = np.zeros(len(points))
    steps = np.hypot(*np.diff(points, axis=0).T) if len(points) > 1 else np.empty(0)
    for start, stop in zip(starts[:-1], starts[1:]):
        found[start + 1 : stop] = np.cumsum(steps[start : stop - 1])
    return found


def _kinds(
    points: Floats, starts: Ints, stretches: Shapes | None, names: Sequence[str]
) -> tuple[Ints, tuple[str, ...]]:
    """Return the kind of each segment, by the stretch that its middle lies on."""
    found = np.zeros(len(points), dtype=np.int64)
    if stretches is None or len(stretches) == 0 or len(points) == 0:
        return found, (ANY,)
    kinds = (ANY, *sorted(set(names)))
    number = {name: at for at, name in enumerate(kinds)}
    ends, of = shapely.get_coordinates(stretches, return_index=True)
    tail = np.flatnonzero(of[:-1] == of[1:])
    tree = shapely.STRtree(shapely.linestrings(np.stack([ends[tail], ends[tail + 1]], axis=1)))
    here = np.ones(len(points), dtype=bool)
    here[starts[1:] - 1] = False
    segment = np.flatnonzero(here)
    middles = shapely.points((points[segment] + points[segment + 1]) / 2.0)
    hit = tree.query_nearest(middles, max_distance=ON_STRETCH, all_matches=False)
    of_stretch = np.array([number[name] for name in names], dtype=np.int64)
    found[segment[hit[0]]] = of_stretch[of[tail[hit[1]]]]
    last = starts[1:] - 1
    found[last] = found[last - 1]
    return found, kinds
