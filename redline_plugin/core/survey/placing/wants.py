"""Stretches that a marker must stand on: at crossings, and where a corner's marker was moved to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.placing.course import Course
from redline_plugin.core.survey.placing.crossings import Crossings
from redline_plugin.core.survey.placing.notkept import CORNER, CROSSING, NotKept
from redline_plugin.core.survey.placing.scene import Scene
from redline_plugin.core.survey.placing.sites import Want, named
from redline_plugin.core.survey.placing.spans import Spans
from redline_plugin.core.survey.placing.witnesses import Pair, pairs
from redline_plugin.core.survey.rules import BOTH, THING_TITLES
from redline_plugin.core.text import msg, title

SAMPLE_M = 20.0
"""m between places that are looked at for witness markers, where the line runs along a road or in water."""
_CLOSE_SAMPLE_M = 5.0
_ROOM = 1e-6
_SAME_M = 1e-4
_HAIR_M = 1e-3


def wants_of(scene: Scene, crossings: Crossings) -> list[Want]:
    """Return what crossings ask for: one stretch round each, or one on either side of it."""
    found = []
    for kind, near, far in zip(crossings.kind, crossings.start.tolist(), crossings.stop.tolist()):
        rule = scene.rules.crossing(kind)
        assert rule is not None, kind  # noqa: S101 # nosec B101
        within = rule.within_m.number
        if rule.sides == BOTH:
            found.append(Want(kind, near - within, near, near, far, within))
            found.append(Want(kind, far, far + within, near, far, within))
        else:
            found.append(Want(kind, near - within, far + within, near, far, within))
    return found


def arcs_of(course: Course, wants: Sequence[Want]) -> Ints:
    """Return the arc of each stretch: that of what it is wanted for, it may reach beyond it."""
    return course.arc_of(np.array([want.near for want in wants]))


def spans_of(course: Course, wants: Sequence[Want]) -> Spans:
    """Return the stretches on the whole axis, cut at the ends of open arcs."""
    start, stop = (np.array([getattr(want, end) for want in wants]) for end in ("start", "stop"))
    return course.both(Spans(start, stop), arcs_of(course, wants))


def one_copy(course: Course, wants: Sequence[Want]) -> tuple[Spans, Floats]:
    """Return each stretch once, on closed arcs where it is whole, and how far on it is there."""
    start, stop = (np.array([getattr(want, end) for want in wants]) for end in ("start", "stop"))
    arc = arcs_of(course, wants)
    turned = course.line.closed[arc] & (start < course.origin[arc])
    turn = np.where(turned, course.length[arc], 0.0)
    return (
        Spans(
            np.maximum(start + turn, course.bounds.start[arc]),
            np.minimum(stop + turn, course.bounds.stop[arc]),
        ),
        turn,
    )


@dataclass(frozen=True)
class WitnessPlaces:
    """Places at which nothing can stand but witness markers can beside them.

    Attributes:
        place: (n,) on the axis, first copies of arcs, in order.
        pair: of each.
    """

    place: Floats
    pair: tuple[Pair, ...]

    def pair_at(self, place: float) -> Pair | None:
        """Return the pair of the place that is nearest; None when none is the same."""
        after = int(np.searchsorted(self.place, place))
        for at in (after - 1, after):
            if 0 <= at < len(self.place) and abs(self.place[at] - place) < _SAME_M:
                return self.pair[at]
        return None


def witness_places(
    scene: Scene, wants: Spans, special: Floats, anchors: Floats, feedback: Feedback
) -> WitnessPlaces:
    """Look for witness markers where solid ones do not suffice.

    That is where nothing can stand over more than a whole spacing, and on wanted stretches of which
    no part is free.

    Args:
        scene: the line and what is round it.
        wants: on the whole axis.
        special: places that serve well, on the first copies of arcs, in order.
        anchors: places that have a marker already, in order.
        feedback: cancel.
    """
    if not bool(scene.rules.markers.witness.value):
        return WitnessPlaces(np.empty(0), ())
    course = scene.course
    blocked = scene.free.outside(course.bounds)
    long = course.used(blocked.stop) - course.used(blocked.start) > 1.0
    bare = without(wants, scene.free, anchors)
    looked = [
        _samples(Spans(blocked.start[long], blocked.stop[long]), SAMPLE_M, special),
        _samples(Spans(wants.start[bare], wants.stop[bare]), _CLOSE_SAMPLE_M, special),
    ]
    arc, measure = course.back(np.unique(np.concatenate(looked)))
    inner = (measure > _ROOM) & (measure < course.length[arc] - _ROOM)
    place, first = np.unique(course.at(arc[inner], measure[inner]), return_index=True)
    arc, measure = arc[inner][first], measure[inner][first]
    # A hair beside free ground a solid marker does.
    taken = scene.free.inside(place, slack=_HAIR_M)
    place, arc, measure = place[~taken], arc[~taken], measure[~taken]
    if len(place) == 0:
        return WitnessPlaces(np.empty(0), ())
    ways = [scene.ways(int(a), float(m)) for a, m in zip(arc, measure)]
    points = scene.line.place(arc, measure)
    found = pairs(points, ways, scene.paths, scene.things, scene.rules, scene.slopes, feedback)
    there = [number for number, pair in enumerate(found) if pair is not None]
    return WitnessPlaces(place[there], tuple(pair for pair in found if pair is not None))


def _samples(spans: Spans, step: float, special: Floats) -> Floats:
    """Return places along intervals, no more than ``step`` apart, and those that serve well."""
    found = [np.empty(0)]
    for start, stop in zip(spans.start.tolist(), spans.stop.tolist()):
        # At the ends solid markers can stand, or all but.
        count = max(1, int(np.ceil((stop - start) / step)))
        found.append(start + (stop - start) * (np.arange(count) + 0.5) / count)
        found.append(special[np.searchsorted(special, start) : np.searchsorted(special, stop)])
    return np.concatenate(found)


def without(wants: Spans, free: Spans, anchors: Floats) -> Bools:
    """Return which stretches hold no free place and no anchor (these in order)."""
    span = np.searchsorted(free.stop, wants.start - _ROOM)
    start = np.append(free.start, np.inf)[span]
    anchor = np.append(anchors, np.inf)[np.searchsorted(anchors, wants.start - _ROOM)]
    found: Bools = np.minimum(start, anchor) > wants.stop + _ROOM
    return found


def not_kept(scene: Scene, want: Want) -> NotKept:
    """Tell that a stretch cannot have its marker."""
    course, markers = scene.course, scene.rules.markers
    middle = (want.near + want.far) / 2.0
    arc, measure = course.back(np.array([middle]))
    x, y = scene.paths.point(course.at(arc, measure))[0].tolist()
    things = named(scene.kept.causes(float(course.at(arc, measure)[0])))
    if want.angle is not None:
        return NotKept(
            CORNER,
            (x, y),
            want.angle,
            markers.angle_deg.number,
            msg(
                "No marker can stand within {within} m of this corner ({things}).",
                within=f"{want.limit:g}",
                things=things,
            ),
        )
    return NotKept(
        CROSSING,
        (x, y),
        None,
        want.limit,
        msg(
            "No marker can stand within {within} m of this crossing ({thing}).",
            within=f"{want.limit:g}",
            thing=title(THING_TITLES[want.reason]),
        ),
    )
