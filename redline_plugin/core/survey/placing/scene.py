"""All that placing markers looks at, prepared once: the line as one axis, what is free on it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import Terrains, nodes_of
from redline_plugin.core.survey.placing.course import Course, Paths, paths_of
from redline_plugin.core.survey.placing.slopes import Slopes, terrains_of, too_steep
from redline_plugin.core.survey.placing.spans import Spans
from redline_plugin.core.survey.placing.things import KeptOff, Things, kept_off
from redline_plugin.core.survey.rules import ANY, SurveyRules

WAY_M = 10.0
"""m along the line over which its direction at a place is measured."""
_SAME = 1e-7
"""m."""


@dataclass(frozen=True)
class Scene:
    """What is known.

    Attributes:
        line, rules, things: as they were given.
        slopes: of the ground, None when they are not known; terrains: of the line's segments.
        course, paths: the line as one axis, and its segments.
        kept: where on it nothing may stand, on the first copies of arcs.
        free: where something may, on the whole axis.
        first, last: (m,) nodes that arcs run from and to.
    """

    line: Line
    rules: SurveyRules
    things: Things
    slopes: Slopes | None
    terrains: Terrains | None
    course: Course
    paths: Paths
    kept: KeptOff
    free: Spans
    first: Ints
    last: Ints

    def is_free(self, place: Floats) -> Bools:
        """Return at which places on the axis a marker may stand."""
        return self.free.inside(place, slack=_SAME)

    def ways(self, arc: int, measure: float) -> list[float]:
        """Return the azimuths of the line as it leaves a place inside an arc: ahead and back."""
        length = float(self.course.length[arc])
        reach = min(WAY_M, length / 4.0)
        ahead, back = measure + reach, measure - reach
        if self.line.closed[arc]:
            ahead, back = ahead % length, back % length
        along = np.clip(np.array([measure, ahead, back]), 0.0, length)
        here, there, before = self.paths.point(self.course.origin[arc] + along)
        return [azimuth(here, there), azimuth(here, before)]

    def about(self, arc: Ints, measure: Floats) -> tuple[list[str], list[str]]:
        """Return the kind of boundary and the terrain at places of the line."""
        vertex = self.course.vertex(arc, measure)
        kinds = [self.line.kinds[at] for at in self.line.kind[vertex].tolist()]
        if self.terrains is None:
            return kinds, [ANY] * len(kinds)
        return kinds, [self.terrains.ids[at] for at in self.terrains.index[vertex].tolist()]

    def node_ways(self) -> dict[int, list[float]]:
        """Return, by node of open arcs, the azimuths of the arcs that leave it."""
        found: dict[int, list[float]] = {}
        arcs = np.flatnonzero(~self.line.closed)
        length = self.course.length[arcs]
        reach = np.minimum(WAY_M, length / 2.0)
        for node, end, beside in (
            (self.first[arcs], np.zeros(len(arcs)), reach),
            (self.last[arcs], length, length - reach),
        ):
            here, there = self.line.place(arcs, end), self.line.place(arcs, beside)
            for number, one, other in zip(node.tolist(), here, there):
                found.setdefault(number, []).append(azimuth(one, other))
        return found


def azimuth(here: Floats, there: Floats) -> float:
    """Return the direction from one point to another, degrees from grid north, clockwise."""
    return math.degrees(math.atan2(there[0] - here[0], there[1] - here[1])) % 360.0


def scene_of(
    line: Line, rules: SurveyRules, things: Things, slopes: Slopes | None, feedback: Feedback
) -> Scene:
    """Prepare what placing looks at.

    Args:
        line: that markers stand on.
        rules: that they keep.
        things: roads, water and the like.
        slopes: of the ground; None when they are not known.
        feedback: progress and cancel.
    """
    course = Course(line, rules)
    paths = paths_of(course)
    terrains, steep = None, None
    if slopes is not None:
        pieces = slopes.along(paths, feedback)
        terrains, steep = terrains_of(line, paths, rules, pieces), too_steep(pieces, paths, rules)
        course = Course(line, rules, terrains)
    stop_if_cancelled(feedback)
    feedback.progress(0.3)
    once = Spans(course.origin, course.origin + course.length)
    kept = kept_off(paths, once, things, rules, steep, feedback)
    feedback.progress(1.0)
    free = course.both(kept.all).merged().outside(course.bounds)
    return Scene(line, rules, things, slopes, terrains, course, paths, kept, free, *nodes_of(line))
