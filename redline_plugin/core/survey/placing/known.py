"""Places of a line that matter beyond its geometry, on the axis of spacings used up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.survey.placing.corners import Points
from redline_plugin.core.survey.placing.course import Course
from redline_plugin.core.survey.placing.sites import NOWHERE, Want
from redline_plugin.core.survey.rules import BORDER

_STEP = 1e-3
"""m over which a rate is measured."""


@dataclass(frozen=True)
class Known:
    """Such places, in order; a closed arc has each twice.

    Attributes:
        place: (n,) in spacings used up.
        index: (n,) which of those that were given each is, NOWHERE for none.
        worth: (n,) what it is worth, as its maker says.
    """

    place: Floats
    index: Ints
    worth: Floats


def known(course: Course, place: Floats, index: Ints, worth: Floats) -> Known:
    """Return places on the line's axis (first copies of arcs) as known ones."""
    found, which = on_axis(course, place)
    return Known(course.used(found), index[which], worth[which])


def on_axis(course: Course, place: Floats) -> tuple[Floats, Ints]:
    """Return places on the whole axis, in order, and which of those given each is."""
    if len(place) == 0:
        return np.empty(0), np.empty(0, dtype=np.int64)
    arc = course.arc_of(place)
    again = np.flatnonzero(course.line.closed[arc])
    found = np.concatenate([place, place[again] + course.length[arc[again]]])
    index = np.concatenate([np.arange(len(place)), again])
    order = np.argsort(found, kind="stable")
    return found[order], index[order]


def turning(course: Course, points: Points, wants: list[Want]) -> Known:
    """Return turning points, worth more the sharper they are, and where borders cross."""
    borders = np.array(
        [want.near for want in wants if want.reason == BORDER and want.near == want.far]
    )
    return known(
        course,
        np.concatenate([course.at(points.arc, points.measure), borders]),
        np.concatenate([np.arange(len(points)), np.full(len(borders), NOWHERE)]),
        np.concatenate([points.angle / 180.0, np.ones(len(borders))]),
    )


def wanted(course: Course, wants: list[Want]) -> Known:
    """Return what markers are wanted for; worth: how many spacings their stretch reaches from there."""
    place = np.array([(want.near + want.far) / 2.0 for want in wants])
    if len(place) == 0:
        return Known(place, np.empty(0, dtype=np.int64), place)
    arc = course.arc_of(place)
    reach = np.array([want.limit + (want.far - want.near) / 2.0 for want in wants])
    here = np.clip(place, course.bounds.start[arc], course.bounds.stop[arc] - _STEP)
    rate = (course.used(here + _STEP) - course.used(here)) / _STEP
    return known(course, here, np.arange(len(place)), reach * rate)
