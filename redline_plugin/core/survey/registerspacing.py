"""Distances between the markers of a whole register at once, with arrays.

The same as :mod:`redline_plugin.core.survey.registerwalk` finds step by step; the tests hold the
two against one another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import SAME, Terrains, nodes_of
from redline_plugin.core.survey.placing.course import limits
from redline_plugin.core.survey.registerrings import (
    Ring,
    begin_of,
    from_begin,
    survey_rings,
)
from redline_plugin.core.survey.rules import SurveyRules

TOO_LONG = 0.001
"""m. A spacing is too long when it is longer than allowed by more than this."""


@dataclass(frozen=True)
class Spacings:
    """Of each marker; nan and 0 for one that does not stand on the line.

    Attributes:
        ring: of its block, from 1, as the survey numbers them.
        along_m: from the beginning of that ring, clockwise.
        next_m: along that ring to the next marker, nan when there is no other one.
        limit_m: the longest that the rules allow on that stretch.
        too_long: whether that stretch is too long, or one that begins here on another block's ring.
        bare: blocks and rings (from 1) without any marker.
        rings: of each block; begins: how far along each of them it begins, m.
    """

    ring: Ints
    along_m: Floats
    next_m: Floats
    limit_m: Floats
    too_long: Bools
    bare: tuple[tuple[int, int], ...]
    rings: list[list[Ring]]
    begins: list[list[float]]


@dataclass(frozen=True)
class _OnRing:
    """Markers on a ring in the order of the walk: which, how far along, on which arc of the ring."""

    marker: Ints
    along: Floats
    use: Ints


class _Places:
    """Markers by arc and by node."""

    def __init__(self, line: Line, arc: Ints, measure: Floats, standing: Bools) -> None:
        self.first, self.last = nodes_of(line)
        long = line.measure[line.starts[1:] - 1]
        at_first = standing & (measure <= SAME)
        at_last = standing & ~at_first & (measure >= long[arc] - SAME)
        inside = np.flatnonzero(standing & ~at_first & ~at_last)
        self.order = inside[np.lexsort((measure[inside], arc[inside]))]
        self.begin = np.searchsorted(arc[self.order], np.arange(line.count + 1))
        self.nodes: dict[int, list[int]] = {}
        for number in np.flatnonzero(at_first | at_last).tolist():
            node = (self.first if at_first[number] else self.last)[arc[number]]
            self.nodes.setdefault(int(node), []).append(number)

    def on_ring(self, ring: Ring, measure: Floats, long: Floats) -> _OnRing:
        """Return the markers of a ring."""
        marker: list[int] = []
        along: list[float] = []
        of_use: list[int] = []
        for use, (arc, backwards) in enumerate(ring.uses):
            here = self.nodes.get(int((self.last if backwards else self.first)[arc]), ())
            inside = self.order[self.begin[arc] : self.begin[arc + 1]]
            if backwards:
                inside = inside[::-1]
            walked = long[arc] - measure[inside] if backwards else measure[inside]
            marker += [*here, *inside.tolist()]
            along += [float(ring.starts[use])] * len(here) + (ring.starts[use] + walked).tolist()
            of_use += [use] * (len(here) + len(inside))
        return _OnRing(
            np.array(marker, dtype=np.int64), np.array(along), np.array(of_use, dtype=np.int64)
        )


def spacings(
    line: Line,
    rules: SurveyRules,
    owner: Ints,
    arc: Ints,
    measure: Floats,
    standing: Bools,
    terrains: Terrains | None,
    feedback: Feedback,
) -> Spacings:
    """Return the distances between markers.

    Args:
        line: that they are on.
        rules: with the longest spacings.
        owner: (n,) block that each is numbered by.
        arc, measure: (n,) where they are.
        standing: (n,) False for those that are not on the line, or retired.
        terrains: of the line's segments.
        feedback: cancel.
    """
    count = len(owner)
    ring_of = np.zeros(count, dtype=np.int64)
    along_of, next_of, limit_of = (np.full(count, np.nan) for _ in range(3))
    too_long = np.zeros(count, dtype=bool)
    bare: list[tuple[int, int]] = []
    arc = np.where(standing, arc, 0)
    long = line.measure[line.starts[1:] - 1]
    placed = _Places(line, arc, measure, standing)
    allowed = limits(line, rules, terrains)
    rings = survey_rings(line)
    points = line.place(arc, measure)
    begins = []
    for block, of_block in enumerate(rings):
        stop_if_cancelled(feedback)
        here: list[float] = []
        for number, ring in enumerate(of_block, start=1):
            found = placed.on_ring(ring, measure, long)
            marker = found.marker
            begin = begin_of(line, ring, points[marker], found.along)
            here.append(begin)
            if len(marker) == 0:
                bare.append((block, number))
                continue
            length, limit = _stretches(line, ring, found.along, allowed)
            late = length > limit + TOO_LONG
            own = (owner[marker] == block) & (ring_of[marker] == 0)
            mine = marker[own]
            ring_of[mine] = number
            along_of[mine] = from_begin(found.along[own], begin, ring.starts[-1])
            if len(marker) > 1:
                next_of[mine] = length[own]
            limit_of[mine] = limit[own]
            following = np.roll(marker, -1)
            # A stretch within an arc between two blocks is told once, on the ring of its owner.
            told = (
                (found.along + length <= ring.starts[found.use + 1] + SAME)
                & (owner[following] == owner[marker])
                & _beside(line, ring, found.use, owner[marker])
                & (owner[marker] != block)
                & (len(marker) > 1)
            )
            too_long[marker[late & (own | ~told)]] = True
        begins.append(here)
    return Spacings(ring_of, along_of, next_of, limit_of, too_long, tuple(bare), rings, begins)


def _beside(line: Line, ring: Ring, use: Ints, owner: Ints) -> Bools:
    """Return whether a block is on either side of an arc of a ring."""
    arcs = np.array([arc for arc, _ in ring.uses], dtype=np.int64)[use]
    found: Bools = (line.left[arcs] == owner) | (line.right[arcs] == owner)
    return found


def _stretches(line: Line, ring: Ring, along: Floats, allowed: Floats) -> tuple[Floats, Floats]:
    """Return length and limit of the stretch from each marker of a ring to the next one."""
    places, used = [np.zeros(1)], [np.zeros(1)]
    for arc, backwards in ring.uses:
        at = line.arc(arc)
        step = np.diff(line.measure[at])
        share = step / allowed[at][:-1]
        if backwards:
            step, share = step[::-1], share[::-1]
        places.append(places[-1][-1] + np.cumsum(step))
        used.append(used[-1][-1] + np.cumsum(share))
    axis, spent = np.concatenate(places), np.concatenate(used)
    at_marker = np.interp(along, axis, spent)
    length, share = (np.append(of[1:], of[0]) - of for of in (along, at_marker))
    # The last stretch passes the ring's beginning.
    length[-1] += ring.starts[-1]
    share[-1] += spent[-1]
    # What has no length, because markers are at one place, has no limit.
    none = share <= 0.0
    return length, np.where(none, np.nan, length / np.where(none, 1.0, share))
