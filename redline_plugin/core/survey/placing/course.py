"""The line as one axis, and how much of a longest spacing each metre of it uses up.

Every arc stands on the axis after the one before, a metre on; a closed arc stands there twice, so
that what passes the place where it begins is an interval like any other.

The longest spacing changes along the line, with the kind of boundary and the terrain. A stretch of
which each metre allows a spacing of ``limit`` metres uses up ``1 / limit`` of it a metre: between
two markers at most 1 may be used up (the integral of ds / limit). Where the limit is the same all
along, that is the limit; where 400 m of flat land (800 m allowed) come before mountains (1500 m),
the other half is left for 750 m of mountains.
"""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import Terrains
from redline_plugin.core.survey.placing.spans import Spans
from redline_plugin.core.survey.rules import ANY, SurveyRules

APART = 1.0
"""m between arcs on the axis."""
_AT_VERTEX = 1e-6
UNUSED_APART = 4.0
"""Spacings that the metre between two arcs uses up: no marker reaches from one to the next."""


class Course:
    """A line as one axis of metres, and beside it one of spacings used up.

    Attributes:
        line: that it is.
        origin: (m,) where each arc begins.
        length: (m,) of each arc, m.
        bounds: the arcs as intervals, closed ones twice as long.
        allowed: (n,) the longest spacing on the segment that begins at each vertex of the line, m.
    """

    def __init__(self, line: Line, rules: SurveyRules, terrains: Terrains | None = None) -> None:
        self.line = line
        self.length: Floats = line.measure[line.starts[1:] - 1].copy()
        extent = self.length * np.where(line.closed, 2.0, 1.0)
        self.origin: Floats = np.cumsum(extent + APART) - extent - APART
        self.bounds = Spans(self.origin, self.origin + extent)
        self.allowed = limits(line, rules, terrains)
        owner = np.repeat(np.arange(line.count), np.diff(line.starts))
        at = self.origin[owner] + line.measure
        self._vertex = at
        again = line.closed[owner]
        place = np.concatenate([at, at[again] + self.length[owner[again]]])
        allowed = np.concatenate([self.allowed, self.allowed[again]])
        whose = np.concatenate([owner, owner[again]])
        order = np.argsort(place, kind="stable")
        place, allowed, whose = place[order], allowed[order], whose[order]
        step = np.diff(place) / allowed[:-1]
        step[whose[1:] != whose[:-1]] = UNUSED_APART
        self._place = place
        self._used = np.concatenate([[0.0], np.cumsum(step)])[: len(place)]

    def at(self, arc: Ints, measure: Floats) -> Floats:
        """Return where on the axis places of the line are; of closed arcs, the first time."""
        found: Floats = self.origin[arc] + measure
        return found

    def vertex(self, arc: Ints, measure: Floats) -> Ints:
        """Return the vertex that the segment begins at which places of the line are on."""
        # A place just before a vertex is at it: distances along an arc are rounded.
        found = np.searchsorted(self._vertex, self.at(arc, measure) + _AT_VERTEX, side="right") - 1
        return np.clip(found, self.line.starts[arc], self.line.starts[arc + 1] - 2)

    def back(self, place: Floats) -> tuple[Ints, Floats]:
        """Return arc and distance along it of places on the axis."""
        arc = self.arc_of(place)
        measure = np.clip(place - self.origin[arc], 0.0, None)
        second = self.line.closed[arc] & (measure >= self.length[arc])
        measure = np.where(second, measure - self.length[arc], measure)
        return arc, np.minimum(measure, self.length[arc])

    def arc_of(self, place: Floats) -> Ints:
        """Return the arc of each place on the axis."""
        found = np.searchsorted(self.origin, np.asarray(place), side="right") - 1
        return np.maximum(found, 0)

    def used(self, place: Floats) -> Floats:
        """Return how many spacings are used up from the beginning of the axis to each place."""
        return np.interp(place, self._place, self._used)

    def unused(self, used: Floats) -> Floats:
        """Return the places at which so much is used up."""
        return np.interp(used, self._used, self._place)

    def both(self, spans: Spans, arc: Ints | None = None) -> Spans:
        """Return intervals that were found on the first copies of arcs, on the second ones too.

        What reaches beyond an arc's ends goes on at its other end where it is closed, and is cut
        where it is not. ``arc``: of each, where its middle may lie beyond the arc.
        """
        if arc is None:
            arc = self.arc_of((spans.start + spans.stop) / 2.0)
        closed = np.flatnonzero(self.line.closed[arc])
        length = self.length[arc[closed]]
        start = np.concatenate(
            [spans.start, *(spans.start[closed] + k * length for k in (-1, 1, 2))]
        )
        stop = np.concatenate([spans.stop, *(spans.stop[closed] + k * length for k in (-1, 1, 2))])
        arc = np.concatenate([arc, *(arc[closed],) * 3])
        start = np.maximum(start, self.bounds.start[arc])
        stop = np.minimum(stop, self.bounds.stop[arc])
        there = stop >= start
        return Spans(start[there], stop[there])


def limits(line: Line, rules: SurveyRules, terrains: Terrains | None) -> Floats:
    """Return the longest spacing on the segment that begins at each vertex, (n,) m."""
    ids = (ANY,) if terrains is None else terrains.ids
    table = np.array(
        [[rules.spacing(kind, terrain).most_m.number for terrain in ids] for kind in line.kinds]
    )
    index = np.zeros(len(line.points), dtype=np.int64) if terrains is None else terrains.index
    found: Floats = table[line.kind, index]
    return found


class Paths:
    """Straight segments, each with its place on an axis: the segments of a line, or single rays.

    Attributes:
        start, end: (k, 2) their ends.
        at: (k,) where on the axis they begin, in order.
        length: (k,) m.
    """

    def __init__(self, start: Floats, end: Floats, at: Floats) -> None:
        self.start, self.end, self.at = start, end, at
        self.length: Floats = np.hypot(*(end - start).T)
        self._divisor: Floats = np.where(self.length > 0.0, self.length, 1.0)
        self._tree: shapely.STRtree | None = None

    @property
    def tree(self) -> shapely.STRtree:
        """The segments by place."""
        if self._tree is None:
            self._tree = shapely.STRtree(
                shapely.linestrings(np.stack([self.start, self.end], axis=1))
            )
        return self._tree

    def segment_of(self, place: Floats) -> Ints:
        """Return the segment that holds each place on the axis."""
        return np.clip(np.searchsorted(self.at, place, side="right") - 1, 0, len(self.at) - 1)

    def point(self, place: Floats) -> Floats:
        """Return the points (n, 2) at places on the axis."""
        number = self.segment_of(place)
        length = self._divisor[number]
        share = np.clip((place - self.at[number]) / length, 0.0, 1.0)
        start = self.start[number]
        found: Floats = start + (self.end[number] - start) * share[:, None]
        return found


def paths_of(course: Course) -> Paths:
    """Return the segments of a line, on the first copies of its arcs."""
    line = course.line
    tail = line.tails()
    owner = np.searchsorted(line.starts, tail, side="right") - 1
    at = course.origin[owner] + line.measure[tail]
    real = line.measure[tail + 1] > line.measure[tail]
    tail, at = tail[real], at[real]
    return Paths(line.points[tail], line.points[tail + 1], at)
