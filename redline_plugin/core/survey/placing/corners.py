"""Corners that ask for a marker: of those near to one another only the sharpest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.placing.course import Course

NONE, JUNCTION = -1, -2
_SAME_ANGLE = 6
"""Decimals of a degree; of corners as sharp as this tells, the first one along the line counts."""
_LEAST_BASE = 1.0
AT_END = 1e-6
"""m. A place this near to the end of an open arc is the junction there."""


@dataclass(frozen=True)
class Points:
    """Turning points of the line.

    Attributes:
        arc, measure: (n,) where each is.
        angle: (n,) change of direction, degrees.
        number: of each, "" for none.
    """

    arc: Ints
    measure: Floats
    angle: Floats
    number: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.arc)


def no_points() -> Points:
    """Return no turning point."""
    return Points(np.empty(0, dtype=np.int64), np.empty(0), np.empty(0), ())


def from_begin(line: Line, arc: Ints, measure: Floats) -> Floats:
    """Return distances along arcs (n,) with the end of a closed arc told as its beginning."""
    length = line.measure[line.starts[arc + 1] - 1]
    return np.where(line.closed[arc] & (measure >= length - AT_END), 0.0, measure)


def turns_at(line: Line, arc: Ints, measure: Floats, base: float) -> Floats:
    """Return the change of direction at places of a line (n,), degrees.

    Args:
        line: that they are on.
        arc, measure: of the places.
        base: m before and behind over which a direction is measured; at most a quarter of the arc.
    """
    length = line.measure[line.starts[arc + 1] - 1]
    reach = np.minimum(base if base > 0.0 else _LEAST_BASE, length / 4.0)
    closed = line.closed[arc]
    here = line.place(arc, measure)
    ways = []
    for side in (-reach, reach):
        there = np.where(closed, np.mod(measure + side, length), measure + side)
        ways.append(line.place(arc, np.clip(there, 0.0, length)) - here)
    cross = ways[0][:, 0] * ways[1][:, 1] - ways[0][:, 1] * ways[1][:, 0]
    dot = np.einsum("ij,ij->i", ways[0], ways[1])
    still = (ways[0] == 0.0).all(axis=1) | (ways[1] == 0.0).all(axis=1)
    return np.where(still, 0.0, 180.0 - np.degrees(np.arctan2(np.abs(cross), dot)))


def at_junctions(course: Course, arc: Ints, measure: Floats) -> Ints:
    """Return which places (n,) are at the ends of open arcs: 0 at neither, 1 at the first, 2 at the last."""
    found = np.where(measure <= AT_END, 1, 0)
    found = np.where((found == 0) & (measure >= course.length[arc] - AT_END), 2, found)
    return np.where(course.line.closed[arc], 0, found)


def thinned(course: Course, points: Points, least_apart: float) -> Ints:
    """Return of each corner what makes it need no marker: a sharper one's number, JUNCTION, or NONE.

    The sharpest corner stays; those nearer to it along the line than ``least_apart`` go; then the
    sharpest of the rest stays, and so on. A junction of blocks, which always has a marker, counts as
    sharper than any corner.

    Args:
        course: the line.
        points: the corners, none at a junction.
        least_apart: m.
    """
    count = len(points)
    by = np.full(count, NONE, dtype=np.int64)
    if count == 0:
        return by
    measure, length = points.measure, course.length[points.arc]
    closed = course.line.closed[points.arc]
    near_end = ~closed & (np.minimum(measure, length - measure) < least_apart)
    by[near_end] = JUNCTION
    place = course.at(points.arc, measure)
    # A closed arc stands on the axis twice; what is near beyond its ends is found on the copies.
    copies = np.concatenate([place, place[closed] + length[closed], place[closed] - length[closed]])
    owner = np.concatenate([np.arange(count), np.flatnonzero(closed), np.flatnonzero(closed)])
    arcs = points.arc[owner]
    order = np.argsort(copies, kind="stable")
    copies, owner, arcs = copies[order], owner[order], arcs[order]
    low = np.searchsorted(copies, place - least_apart, side="right")
    high = np.searchsorted(copies, place + least_apart, side="left")
    sharpest = np.lexsort((place, -np.round(points.angle, _SAME_ANGLE)))
    for number in sharpest.tolist():
        if by[number] != NONE:
            continue
        here = slice(int(low[number]), int(high[number]))
        near = owner[here][arcs[here] == points.arc[number]]
        near = near[(by[near] == NONE) & (near != number)]
        by[near] = number
    return by
