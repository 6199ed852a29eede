"""Markers of an earlier layer: which stay whatever the rules say, and which only where they serve.

What stands in the field stays, and what somebody placed by hand. A planned marker stays where a
placement with as few markers can keep it; else it is retired. Retired ones stay retired.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.survey.keeping import SAME_M
from redline_plugin.core.survey.marker import (
    ACCEPTED,
    BY_HAND,
    DAMAGED,
    LOST,
    MEASURED,
    PLANNED,
    RETIRED,
    WITNESS,
    Marker,
)
from redline_plugin.core.survey.placing.corners import from_begin
from redline_plugin.core.survey.placing.course import Course
from redline_plugin.core.survey.rules import SurveyRules

_AS_MEASURED = {MEASURED, ACCEPTED, DAMAGED, LOST}
"""States in which the place may be the measured one, off the line as far as is accurate."""


@dataclass(frozen=True)
class Existing:
    """An earlier layer.

    Attributes:
        markers: those at a place, retired ones too.
        places: (n, 2) of them, in the line's CRS.
        lost: those without a place.
    """

    markers: Sequence[Marker] = ()
    places: Floats = field(default_factory=lambda: np.empty((0, 2)))
    lost: Sequence[Marker] = ()

    def numbers(self) -> list[str]:
        """Return all numbers that were ever given."""
        return [marker.marker for marker in (*self.markers, *self.lost)]

    def witnesses(self) -> dict[str, list[int]]:
        """Return the witness markers that are not retired, by the number of their point."""
        found: dict[str, list[int]] = {}
        for at, marker in enumerate(self.markers):
            if marker.kind == WITNESS and marker.state != RETIRED:
                found.setdefault(marker.of_marker, []).append(at)
        return found


@dataclass(frozen=True)
class OnLine:
    """Earlier markers by what becomes of them; indices into the layer.

    Attributes:
        arc, measure: (n,) where each is on the line.
        slack: (n,) how far from its place it may be for the same place, m.
        fixed: stay whatever the rules say.
        planned: stay where they serve.
        off: are kept, but stand off the line, so that they count for no rule of it.
        gone: planned ones off the line.
        away: (n,) m from the line.
    """

    arc: Ints
    measure: Floats
    slack: Floats
    fixed: Ints
    planned: Ints
    off: Ints
    gone: Ints
    away: Floats


def on_line(course: Course, rules: SurveyRules, existing: Existing) -> OnLine:
    """Return what becomes of earlier markers."""
    count = len(existing.markers)
    if count == 0 or course.line.count == 0:
        none = np.empty(0, dtype=np.int64)
        all_of = np.arange(count)
        zero = np.zeros(count)
        return OnLine(
            np.zeros(count, dtype=np.int64), zero, zero, none, none, all_of, none, zero + np.inf
        )
    line = course.line
    arc, measure, away = line.nearest(existing.places)
    measure = from_begin(line, arc, measure)
    kind = line.kind_at(arc, measure)
    slack = np.full(count, SAME_M)
    stays = np.zeros(count, dtype=bool)
    counted = np.ones(count, dtype=bool)
    # A point stays with a witness marker of it that does.
    beside = {
        marker.of_marker
        for marker in existing.markers
        if marker.kind == WITNESS and marker.state != RETIRED and _stays(marker)
    }
    for at, marker in enumerate(existing.markers):
        counted[at] = marker.state != RETIRED and marker.kind != WITNESS
        stays[at] = _stays(marker) or marker.marker in beside
        if marker.state in _AS_MEASURED:
            accurate = rules.accuracy(line.kinds[int(kind[at])]).most_m.number
            slack[at] = max(SAME_M, accurate)
    on = away <= slack
    return OnLine(
        arc,
        measure,
        slack,
        np.flatnonzero(counted & stays & on),
        np.flatnonzero(counted & ~stays & on),
        np.flatnonzero(counted & stays & ~on),
        np.flatnonzero(counted & ~stays & ~on),
        away,
    )


def _stays(marker: Marker) -> bool:
    return marker.state != PLANNED or BY_HAND in marker.reasons.split(",")
