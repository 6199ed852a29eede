"""The line with vertices at markers, and with markers' vertices moved: what neighbours share moves once.

Vertices at one place have one name; all of them move together, so a junction takes all its arcs with
it, and a ring its last vertex with its first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.check.polygons import names_of_points
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.survey.line import Line
from redline_plugin.core.text import Message

SNAP = 0.01
"""m along an arc. A marker nearer to a vertex than this stands at it; no vertex is put beside one."""
NOBODY = -1


@dataclass(frozen=True)
class Moved:
    """A line with moved vertices, of the same number and order as before.

    Attributes:
        before: the line with vertices at the markers.
        points: (n, 2) after.
        moved: (n,) which vertices moved.
        movers: (n, 2) the one or two markers that moved each, NOBODY for none.
        names: (n,) the same for vertices at the same place before.
    """

    before: Line
    points: Floats
    moved: Bools
    movers: Ints
    names: Ints

    @cached_property
    def after(self) -> Line:
        """The line with its vertices moved and its measures taken anew."""
        return with_points(self.before, self.points)

    @cached_property
    def tails(self) -> Ints:
        """The vertices at which segments begin of which an end moved."""
        tail = self.before.tails()
        return tail[self.moved[tail] | self.moved[tail + 1]]

    @cached_property
    def segments(self) -> Shapes:
        """These segments as they are after."""
        return _segments(self.points, self.tails)

    @cached_property
    def old_segments(self) -> Shapes:
        """These segments as they were before."""
        return _segments(self.before.points, self.tails)

    @cached_property
    def arcs(self) -> Ints:
        """The arcs with a vertex that moved."""
        starts = self.before.starts
        return np.unique(np.searchsorted(starts, np.flatnonzero(self.moved), "right") - 1)


def _segments(points: Floats, tail: Ints) -> Shapes:
    return as_shapes(shapely.linestrings(np.stack([points[tail], points[tail + 1]], axis=1)))


@dataclass(frozen=True)
class Conflict:
    """What is wrong with a moved line, and the markers that brought it about.

    ``proven`` tells that these alone would bring it about, whatever else moves or stays.
    """

    movers: tuple[int, ...]
    why: Message
    proven: bool = True


def movers_of(moved: Moved, vertices: Ints) -> tuple[int, ...]:
    """Return the markers that moved any of some vertices."""
    of = np.unique(moved.movers[vertices])
    return tuple(of[of != NOBODY].tolist())


def with_points(line: Line, points: Floats) -> Line:
    """Return a line with its vertices at other places."""
    measure = np.zeros(len(points))
    steps = np.hypot(*np.diff(points, axis=0).T)
    for start, stop in zip(line.starts[:-1].tolist(), line.starts[1:].tolist()):
        measure[start + 1 : stop] = np.cumsum(steps[start : stop - 1])
    return replace(line, points=points, measure=measure)


def with_vertices(line: Line, arc: Ints, measure: Floats) -> tuple[Line, Ints]:
    """Put vertices into the line where there are none yet.

    Args:
        line: the line.
        arc, measure: places on it, (k,).

    Returns:
        The line, and the vertex (k,) at each place.
    """
    vertex = _near_vertices(line, arc, measure)
    new = np.flatnonzero(vertex == NOBODY)
    if len(new) == 0:
        return line, vertex
    places = line.place(arc[new], measure[new])
    lengths = line.measure[line.starts[1:] - 1]
    origin = np.concatenate([[0.0], np.cumsum(lengths + 1.0)])[:-1]
    owner = np.repeat(np.arange(line.count), np.diff(line.starts))
    axis = origin[owner] + line.measure
    wanted = origin[arc[new]] + measure[new]
    order = np.argsort(wanted, kind="stable")
    # Two markers at one place get one vertex.
    distinct = np.diff(wanted[order], prepend=-np.inf) > SNAP
    pick = new[order[distinct]]
    at = np.searchsorted(axis, wanted[order[distinct]], side="right")
    points = np.insert(line.points, at, places[order[distinct]], axis=0)
    measures = np.insert(line.measure, at, measure[pick])
    # A segment that is cut has one kind on both sides.
    kind = np.insert(line.kind, at, line.kind[at - 1])
    starts = line.starts + np.concatenate(
        [[0], np.cumsum(np.bincount(arc[pick], minlength=line.count))]
    )
    shifted = vertex.copy()
    old = np.flatnonzero(vertex != NOBODY)
    shifted[old] = vertex[old] + np.searchsorted(at, vertex[old], side="right")
    of_pick = at + np.arange(len(at))
    shifted[new[order]] = of_pick[np.cumsum(distinct) - 1]
    result = replace(line, points=points, measure=measures, kind=kind, starts=starts)
    return result, shifted


def _near_vertices(line: Line, arc: Ints, measure: Floats) -> Ints:
    """Return the vertex at each place, NOBODY where there is none within SNAP along the arc."""
    found = np.full(len(arc), NOBODY, dtype=np.int64)
    lengths = line.measure[line.starts[1:] - 1]
    origin = np.concatenate([[0.0], np.cumsum(lengths + 1.0)])[:-1]
    owner = np.repeat(np.arange(line.count), np.diff(line.starts))
    axis = origin[owner] + line.measure
    after = np.searchsorted(axis, origin[arc] + measure, side="left")
    least = np.full(len(arc), SNAP)
    for near in (after - 1, after):
        at = np.clip(near, line.starts[arc], line.starts[arc + 1] - 1)
        away = np.abs(line.measure[at] - measure)
        closer = away < least
        found[closer], least[closer] = at[closer], away[closer]
    return found


def moved_vertices(line: Line, vertex: Ints, target: Floats, movers: Ints) -> Moved:
    """Move only the vertices at markers.

    Args:
        line: with vertices at the markers.
        vertex: (k,) of the markers that move; target: (k, 2) where to; movers: (k,) what to call them.
    """
    names = names_of_points(line.points)
    goal, by = _by_name(names, vertex, target, movers)
    moved = by[names] != NOBODY
    points = line.points.copy()
    points[moved] = goal[names[moved]]
    owners = np.column_stack([by[names], np.full(len(names), NOBODY)])
    return Moved(line, points, moved, owners, names)


def spread_vertices(line: Line, vertex: Ints, target: Floats, movers: Ints, anchors: Ints) -> Moved:
    """Move vertices at markers, and those between them by their share of both shifts.

    Along an arc the shift changes linearly with the distance from one marker to the next; it is
    zero at anchors, and at junctions where no marker moves. On a ring with one marker only it is zero
    half way round.

    Args:
        line: with vertices at the markers that move and at the anchors beside them.
        vertex, target, movers: of the markers that move, as :func:`moved_vertices` takes them.
        anchors: vertices of markers that stay.
    """
    names = names_of_points(line.points)
    goal, by = _by_name(names, vertex, target, movers)
    points = line.points.copy()
    owners = np.full((len(points), 2), NOBODY, dtype=np.int64)
    knot = by[names] != NOBODY
    knot[anchors] = True
    knot = np.isin(names, names[knot])
    open_ends = ~line.closed
    knot[line.starts[:-1][open_ends]] = True
    knot[line.starts[1:][open_ends] - 1] = True
    touched = np.unique(
        np.searchsorted(line.starts, np.flatnonzero(by[names] != NOBODY), side="right") - 1
    )
    for arc in touched.tolist():
        here = line.arc(arc)
        shift, of = _along_arc(
            line.measure[here],
            bool(line.closed[arc]),
            knot[here],
            np.where(
                (by[names[here]] != NOBODY)[:, None], goal[names[here]] - line.points[here], 0.0
            ),
            by[names[here]],
        )
        points[here] = line.points[here] + shift
        owners[here] = of
    exact = by[names] != NOBODY
    owners[exact] = np.column_stack([by[names[exact]], np.full(int(exact.sum()), NOBODY)])
    moved = (points != line.points).any(axis=1)
    owners[~moved] = NOBODY
    return Moved(line, points, moved, owners, names)


def _along_arc(
    measure: Floats, closed: bool, knot: Bools, shift: Floats, by: Ints
) -> tuple[Floats, Ints]:
    """Return the shift of an arc's vertices, and the two knots' markers that it comes from."""
    at = np.flatnonzero(knot)
    where, moves, who = measure[at], shift[at], by[at]
    if closed:
        length = measure[-1]
        # The first vertex is the last one, too.
        if where[-1] == length and where[0] == 0.0:
            where, moves, who = where[:-1], moves[:-1], who[:-1]
        if len(where) == 1:
            where = np.append(where, where[0] + length / 2.0)
            moves, who = np.vstack([moves, [[0.0, 0.0]]]), np.append(who, NOBODY)
        where = np.concatenate([where - length, where, where + length])
        moves, who = np.tile(moves, (3, 1)), np.tile(who, 3)
        order = np.argsort(where, kind="stable")
        where, moves, who = where[order], moves[order], who[order]
    found = np.column_stack([np.interp(measure, where, side) for side in moves.T])
    right = np.clip(np.searchsorted(where, measure, side="left"), 1, len(where) - 1)
    return found, np.column_stack([who[right - 1], who[right]])


def _by_name(names: Ints, vertex: Ints, target: Floats, movers: Ints) -> tuple[Floats, Ints]:
    """Return goal and mover of each name of a place."""
    count = int(names.max(initial=-1)) + 1
    goal = np.zeros((count, 2))
    by = np.full(count, NOBODY, dtype=np.int64)
    goal[names[vertex]] = target
    by[names[vertex]] = movers
    return goal, by
