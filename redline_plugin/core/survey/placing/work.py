"""The work of placing: between what must have a marker and what gets one."""

from __future__ import annotations

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.feedback import Feedback, Muted, Part, stop_if_cancelled
from redline_plugin.core.survey.marker import ELECTRONIC, SOLID, START, WITNESSED
from redline_plugin.core.survey.placing.anchors import Anchors
from redline_plugin.core.survey.placing.corners import Points
from redline_plugin.core.survey.placing.existing import OnLine
from redline_plugin.core.survey.placing.fill import Filled, Filler, together
from redline_plugin.core.survey.placing.known import Known, known, on_axis, turning, wanted
from redline_plugin.core.survey.placing.notkept import BARE, SPACING, NotKept
from redline_plugin.core.survey.placing.reach import STUCK, Track
from redline_plugin.core.survey.placing.rings import Begun, begin_rings, electronic_ring
from redline_plugin.core.survey.placing.scene import Scene
from redline_plugin.core.survey.placing.sites import NOWHERE, Cause, Site, Want, named
from redline_plugin.core.survey.placing.spans import Spans, joined
from redline_plugin.core.survey.placing.value import Valuer
from redline_plugin.core.survey.placing.wants import (
    WitnessPlaces,
    not_kept,
    one_copy,
    spans_of,
    without,
    witness_places,
)
from redline_plugin.core.text import msg

_SAME_M = 1e-3


class Work:
    """Places markers on one line.

    Attributes:
        sites: all that have a marker.
        place, site: of those that must be, where on the axis each is, and which site.
        wants: stretches that have a marker in the end.
        not_kept: what cannot be.
        fewest: the least number of markers.
    """

    def __init__(
        self, scene: Scene, points: Points, here: OnLine, anchors: Anchors, wants: list[Want]
    ) -> None:
        """Begin with what must be."""
        self.scene, self.wants = scene, wants
        self.sites, self.not_kept = anchors.sites, anchors.not_kept
        self.place, self.site = anchors.place, anchors.site
        self.fewest = len(anchors.sites)
        self._points, self._here = points, here
        self._witness = WitnessPlaces(np.empty(0), ())
        self._electronic = bool(scene.rules.markers.electronic.value)
        self._filler: Filler

    def prepare(self, feedback: Feedback) -> None:
        """Look for witness places, drop what cannot be had, and build the track."""
        scene, course = self.scene, self.scene.course
        special = np.sort(course.at(self._points.arc, self._points.measure))
        anchors = on_axis(course, np.array(self.place))[0]
        spans, _ = one_copy(course, self.wants)
        self._witness = witness_places(scene, spans, special, anchors, feedback)
        free = joined([scene.free, course.both(Spans(self._witness.place, self._witness.place))])
        if not self._electronic:
            self._drop(free, anchors)
            self._reach_ends(free)
        wants = spans_of(course, self.wants)
        track = Track.of(
            Spans(course.used(free.start), course.used(free.stop)),
            Spans(course.used(wants.start), course.used(wants.stop)),
        )
        points, kept = turning(course, self._points, self.wants), self._planned()
        beside = np.sort(course.used(on_axis(course, self._witness.place)[0]))
        valuer = Valuer(scene, track.free, beside, points, kept, wanted(course, self.wants))
        self._filler = Filler(track, valuer, np.sort(np.concatenate([points.place, kept.place])))

    def fill(self, feedback: Feedback) -> None:
        """Place what is missing between the anchors, and on rings without any."""
        course = self.scene.course
        begin, end, rings = self._chains()
        self._fill_chains(course.used(begin), course.used(end), Part(feedback, 0.0, 0.8))
        origin = course.used(course.origin[rings])
        length = course.used(course.origin[rings] + course.length[rings]) - origin
        begun = begin_rings(self._filler, origin, length, Part(feedback, 0.8, 1.0))
        for at, ring in enumerate(begun):
            stop_if_cancelled(feedback)
            self._fill_ring(int(rings[at]), float(origin[at]), float(length[at]), ring, feedback)

    def _planned(self) -> Known:
        planned = self._here.planned
        place = self.scene.course.at(self._here.arc[planned], self._here.measure[planned])
        return known(self.scene.course, place, planned, np.ones(len(planned)))

    def _drop(self, free: Spans, anchors: Floats) -> None:
        """Drop wants that cannot be had where electronic markers are not allowed."""
        bare = without(one_copy(self.scene.course, self.wants)[0], free, anchors).tolist()
        self.not_kept += [
            not_kept(self.scene, want) for want, is_bare in zip(self.wants, bare) if is_bare
        ]
        self.wants = [want for want, is_bare in zip(self.wants, bare) if not is_bare]

    def _reach_ends(self, free: Spans) -> None:
        """Give arcs whose junction can have no marker one as near to it as can be."""
        course = self.scene.course
        there = np.sort(np.array(self.place))
        added: set[float] = set()
        for arc in np.flatnonzero(~course.line.closed).tolist():
            low, high = float(course.bounds.start[arc]), float(course.bounds.stop[arc])
            first = int(np.searchsorted(free.stop, low))
            last = int(np.searchsorted(free.start, high, side="right")) - 1
            if first > last:
                continue
            nearest = max(float(free.start[first]), low), min(float(free.stop[last]), high)
            for start, stop, place in (
                (low, nearest[0], nearest[0]),
                (nearest[1], high, nearest[1]),
            ):
                at = np.searchsorted(there, [start - _SAME_M, stop + _SAME_M])
                if at[0] == at[1] and place not in added:
                    added.add(place)
                    self._anchor(place)

    def _anchor(self, place: float) -> None:
        """Add a site that must be, found on the way."""
        site = self._site(place)
        # It may have been found on the second copy of a closed arc.
        self.place.append(float(self.scene.course.origin[site.arc]) + site.measure)
        self.site.append(len(self.sites))
        self.sites.append(site)
        self.fewest += 1

    def _chains(self) -> tuple[Floats, Floats, Ints]:
        """Return begin and end of all chains on the axis, and the closed arcs without an anchor."""
        course = self.scene.course
        place = np.array(self.place)
        place = place[np.argsort(place, kind="stable")]
        arc = course.arc_of(place) if len(place) else np.empty(0, dtype=np.int64)
        same = arc[1:] == arc[:-1]
        begin, end = place[:-1][same], place[1:][same]
        # A closed arc goes on from its last anchor to its first one.
        first = np.flatnonzero(np.diff(arc, prepend=-1))
        last = np.append(first[1:], len(arc)) - 1 if len(arc) else first
        around = course.line.closed[arc[first]]
        begin = np.concatenate([begin, place[last[around]]])
        end = np.concatenate([end, (place[first] + course.length[arc[first]])[around]])
        bare = np.ones(course.line.count, dtype=bool)
        bare[arc] = False
        return begin, end, np.flatnonzero(bare & course.line.closed)

    def _fill_chains(self, begin: Floats, end: Floats, feedback: Feedback) -> None:
        filler = self._filler
        ahead = filler.least(begin, end)
        self._add(together(filler.fill(begin, end, ahead, Part(feedback, 0.0, 0.7))))
        stuck = np.flatnonzero(ahead.count == STUCK)
        for number, chain in enumerate(stuck.tolist()):
            stop_if_cancelled(feedback)
            feedback.progress(0.7 + 0.3 * number / len(stuck))
            self._fill_stuck(float(begin[chain]), float(end[chain]), feedback)

    def _fill_stuck(self, begin: float, end: float, feedback: Feedback) -> None:
        """Fill a chain that free places do not suffice for."""
        filler = self._filler
        if self._electronic:
            self._add(filler.fill_electronic(begin, end, filler.with_electronic(begin, end)))
            return
        cuts, gaps = filler.gaps(begin, end)
        for cut in cuts:
            self._anchor(float(self.scene.course.unused(np.array([cut]))[0]))
        self.not_kept += [self._gap(*gap) for gap in gaps]
        parts = np.array([begin, *cuts, end])
        gone = {gap[0] for gap in gaps}
        whole = np.array([place not in gone for place in parts[:-1].tolist()], dtype=bool)
        starts, stops = parts[:-1][whole], parts[1:][whole]
        ahead = filler.least(starts, stops)
        self._add(together(filler.fill(starts, stops, ahead, feedback)))

    def _gap(self, begin: float, end: float) -> NotKept:
        """Tell of a stretch longer than a spacing on which nothing can stand."""
        course = self.scene.course
        place = course.unused(np.array([begin, end]))
        arc, measure = course.back(place)
        ends = [(float(x), float(y)) for x, y in self.scene.paths.point(course.at(arc, measure))]
        length = float(place[1] - place[0])
        middle = course.at(*course.back(place[:1] + length / 2.0))
        return NotKept(
            SPACING,
            ends[0],
            length,
            length / (end - begin),
            msg(
                "{length} m to the next marker, {limit} m allowed: nothing can stand between ({things}), "
                "and electronic markers are not allowed.",
                length=f"{length:.1f}",
                limit=f"{length / (end - begin):.1f}",
                things=named(self.scene.kept.causes(float(middle[0]))),
            ),
            ends=(ends[1],),
        )

    def _fill_ring(
        self, arc: int, origin: float, length: float, begun: Begun | None, feedback: Feedback
    ) -> None:
        """Place the markers of a ring that may begin anywhere."""
        before = len(self.sites)
        if begun is not None and begun.rest is not None:
            self._add(Filled(np.array([begun.place]), np.zeros(1, dtype=bool), 1, 0.0))
            self._add(begun.rest)
        elif self._electronic:
            for filled in electronic_ring(self._filler, origin, length):
                self._add(filled)
        elif begun is not None:
            self._anchor(float(self.scene.course.unused(np.array([begun.place]))[0]))
            self._fill_stuck(begun.place, begun.place + length, Muted(feedback))
        else:
            x, y = self.scene.line.points[self.scene.line.starts[arc]].tolist()
            metres = float(self.scene.course.length[arc])
            things = named(self.scene.kept.causes(float(self.scene.course.origin[arc])))
            what = msg(
                "No marker can stand on this ring of {length} m ({things}), and electronic ones are not "
                "allowed.",
                length=f"{metres:.0f}",
                things=things,
            )
            self.not_kept.append(NotKept(BARE, (x, y), 0.0, 1.0, what))
        if len(self.sites) == before + 1:
            length_m = self.scene.course.length[arc]
            what = msg("Ring of {length} m without a corner.", length=f"{length_m:.0f}")
            self.sites[before].causes.append(Cause(START, what))

    def _site(
        self, place: float, *, electronic: bool = False, measure: float | None = None
    ) -> Site:
        """Return a new site at a place on the axis; ``measure`` where it is known exactly."""
        course = self.scene.course
        arc, found = course.back(np.array([place]))
        exact = float(found[0]) if measure is None else measure
        here = float(course.origin[arc[0]]) + exact
        pair = None if electronic else self._witness.pair_at(here)
        kind = ELECTRONIC if electronic else SOLID if pair is None else WITNESSED
        return Site(int(arc[0]), exact, kind, pair=pair)

    def _add(self, filled: Filled) -> None:
        """Add the markers of chains."""
        self.fewest += filled.fewest
        point, kept = self._filler.valuer.known_at(filled.place)
        places = self.scene.course.unused(filled.place).tolist()
        for at, place in enumerate(places):
            exact = None
            if kept[at] != NOWHERE:
                exact = float(self._here.measure[kept[at]])
            elif point[at] != NOWHERE:
                exact = float(self._points.measure[point[at]])
            is_electronic = bool(filled.electronic[at])
            self.sites.append(self._site(place, electronic=is_electronic, measure=exact))
