"""The line's vertices with places between them, so that a turning point may stand on an edge."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.arcs import SAME_PLACE
from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.line import Line


@dataclass(frozen=True)
class Track:
    """Vertices of all arcs, one arc after the other, extra places among them.

    Attributes:
        points: (n, 2); measure: (n,) along the arc; arc: (n,); kind: (n,) of the segment that begins
            there, as the line has it.
        starts: (m + 1,) where the vertices of each arc begin; closed: (m,), such an arc ends with the
            vertex that it begins with.
        node: (n,) the first vertex at the same place: ends of arcs that meet have one.
    """

    points: Floats
    measure: Floats
    arc: Ints
    kind: Ints
    starts: Ints
    closed: Bools
    node: Ints

    def at_nodes(self, flags: Bools) -> Bools:
        """Return flags that hold for a place when they hold for one of its vertices."""
        found = np.zeros(len(flags), dtype=bool)
        found[self.node[flags]] = True
        return found[self.node]

    def inner(self) -> Bools:
        """Return which vertices have a segment of their arc on either side; a ring's end is not told twice."""
        found = np.ones(len(self.points), dtype=bool)
        found[self.starts[1:] - 1] = False
        found[self.starts[:-1][~self.closed]] = False
        return found

    def before(self) -> Ints:
        """Return the vertex before each in its arc; around in a closed one, itself where there is none."""
        found = np.arange(len(self.points)) - 1
        first, last = self.starts[:-1], self.starts[1:] - 1
        found[first] = np.where(self.closed, last - 1, first)
        return found

    def kind_changes(self) -> Bools:
        """Return at which inner vertices the kind of boundary changes."""
        return self.inner() & (self.kind != self.kind[self.before()])

    def vertex_at(self, arc: Ints, measure: Floats) -> Ints:
        """Return the vertex nearest to each place along its arc."""
        origin = self._origin()
        axis = origin[self.arc] + self.measure
        wanted = origin[arc] + measure
        after = np.clip(np.searchsorted(axis, wanted), 1, len(axis) - 1)
        nearer = wanted - axis[after - 1] <= axis[after] - wanted
        return np.where(nearer, after - 1, after).astype(np.int64)

    def _origin(self) -> Floats:
        """Return where each arc begins on one axis for all; they stand a metre apart."""
        lengths = self.measure[self.starts[1:] - 1]
        return np.concatenate([[0.0], np.cumsum(lengths + 1.0)[:-1]])


def track_of(line: Line, arc: Ints, measure: Floats) -> Track:
    """Return the line's vertices and the places given; one that is at a vertex is that vertex."""
    host, arc, measure = _between(line, arc, measure)
    points = np.insert(line.points, host + 1, line.place(arc, measure), axis=0)
    added = np.bincount(arc, minlength=line.count)
    starts = line.starts + np.concatenate([[0], np.cumsum(added)])
    return Track(
        points,
        np.insert(line.measure, host + 1, measure),
        np.repeat(np.arange(line.count), np.diff(starts)),
        np.insert(line.kind, host + 1, line.kind[host]),
        starts,
        line.closed,
        _nodes(points, starts, line.closed),
    )


def _between(line: Line, arc: Ints, measure: Floats) -> tuple[Ints, Ints, Floats]:
    """Return the places that are at no vertex, in order, and the vertex before each."""
    order = np.lexsort((measure, arc))
    arc, measure = arc[order], measure[order]
    again = np.zeros(len(arc), dtype=bool)
    again[1:] = (arc[1:] == arc[:-1]) & (np.diff(measure) < SAME_PLACE)
    arc, measure = arc[~again], measure[~again]
    host = np.zeros(len(arc), dtype=np.int64)
    for number, (one, along) in enumerate(zip(arc.tolist(), measure.tolist())):
        here = line.arc(one)
        found = here.start + np.searchsorted(line.measure[here], along, side="right") - 1
        host[number] = min(max(found, here.start), here.stop - 2)
    free = (measure - line.measure[host] >= SAME_PLACE) & (
        line.measure[host + 1] - measure >= SAME_PLACE
    )
    return host[free], arc[free], measure[free]


def _nodes(points: Floats, starts: Ints, closed: Bools) -> Ints:
    """Return the first vertex at the same place as each: only ends of arcs share places."""
    node = np.arange(len(points))
    first, last = starts[:-1], starts[1:] - 1
    node[last[closed]] = first[closed]
    ends = np.concatenate([first[~closed], last[~closed]])
    _, group = np.unique(points[ends], axis=0, return_inverse=True)
    group = group.reshape(-1)
    lowest = np.full(group.max(initial=-1) + 1, len(points))
    np.minimum.at(lowest, group, ends)
    node[ends] = lowest[group]
    return node
