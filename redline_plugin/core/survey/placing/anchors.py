"""Places that must have a marker: junctions, corners, and earlier markers that stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.line import OUTSIDE
from redline_plugin.core.survey.marker import (
    CORNER,
    COUNTY,
    ELECTRONIC,
    JUNCTION,
    WITNESSED,
)
from redline_plugin.core.survey.placing import notkept
from redline_plugin.core.survey.placing.corners import NONE, Points, at_junctions, thinned
from redline_plugin.core.survey.placing.existing import Existing, OnLine
from redline_plugin.core.survey.placing.notkept import NotKept
from redline_plugin.core.survey.placing.scene import Scene
from redline_plugin.core.survey.placing.sites import NOWHERE, Cause, Site, Want, named
from redline_plugin.core.survey.placing.witnesses import pairs
from redline_plugin.core.text import Message, msg


@dataclass
class Anchors:
    """What must be.

    Attributes:
        sites: that must have a marker.
        place: of each anchor, where on the axis it is (a junction is one on each of its arcs);
            site: which site that is.
        wants: corners whose markers are moved.
        not_kept: junctions and corners that can have none.
        corners: how many corners asked for a marker; thinned: how many more need none.
    """

    sites: list[Site] = field(default_factory=list)
    place: list[float] = field(default_factory=list)
    site: list[int] = field(default_factory=list)
    wants: list[Want] = field(default_factory=list)
    not_kept: list[NotKept] = field(default_factory=list)
    corners: int = 0
    thinned: int = 0

    def add(self, site: Site, places: Sequence[float]) -> None:
        """Add a site that stands at places on the axis."""
        self.place += places
        self.site += [len(self.sites)] * len(places)
        self.sites.append(site)


def anchors_of(
    scene: Scene, points: Points, existing: Existing, here: OnLine, feedback: Feedback
) -> Anchors:
    """Return all places that must have a marker, and what stands there.

    A junction is a point in law, where blocks meet: its marker is never moved. One at a corner
    may be, if there is room within the rule set's distance. Where nothing can stand, a pair of witness
    markers takes the marker's place, or else an electronic one, as the rules allow.

    Args:
        scene: the line and what is round it.
        points: turning points.
        existing, here: earlier markers, and what becomes of them.
        feedback: cancel.
    """
    found = Anchors()
    taken = _fixed(scene, existing, here, found)
    asked = _Asked(scene)
    _nodes(scene, taken, asked, found)
    _corners(scene, points, taken, asked, found)
    _stand(scene, asked, found, feedback)
    return found


@dataclass
class _Asked:
    """Sites at which nothing can stand, until it is known what takes the place of a marker."""

    scene: Scene
    sites: list[Site] = field(default_factory=list)
    places: list[list[float]] = field(default_factory=list)
    ways: list[list[float]] = field(default_factory=list)
    rule: list[str] = field(default_factory=list)
    value: list[float | None] = field(default_factory=list)

    def add(
        self, site: Site, places: list[float], ways: list[float], rule: str, value: float | None
    ) -> None:
        self.sites.append(site)
        self.places.append(places)
        self.ways.append(ways)
        self.rule.append(rule)
        self.value.append(value)


@dataclass
class _Taken:
    """Anchors of earlier markers: by node, and along the arcs."""

    nodes: dict[int, int]
    place: Floats
    slack: Floats
    site: Ints

    def site_at(self, place: float) -> int:
        """Return the site of an earlier marker that stands at a place on the axis."""
        after = int(np.searchsorted(self.place, place))
        beside = [at for at in (after - 1, after) if 0 <= at < len(self.place)]
        near = [at for at in beside if abs(self.place[at] - place) <= self.slack[at]]
        best = min(near, key=lambda at: abs(self.place[at] - place), default=None)
        return NOWHERE if best is None else int(self.site[best])


def _fixed(scene: Scene, existing: Existing, here: OnLine, found: Anchors) -> _Taken:
    """Add the earlier markers that stay."""
    nodes: dict[int, int] = {}
    places, slacks, sites = [], [], []
    ends = node_ends(scene)
    for at in here.fixed.tolist():
        arc, measure = int(here.arc[at]), float(here.measure[at])
        marker = existing.markers[at]
        kind = marker.kind if marker.kind in (ELECTRONIC, WITNESSED) else Site(0, 0.0).kind
        site = Site(arc, measure, kind, known=at)
        length = float(scene.course.length[arc])
        slack = float(here.slack[at])
        node = NOWHERE
        if not scene.line.closed[arc] and min(measure, length - measure) <= slack:
            node = int((scene.first if measure <= length / 2.0 else scene.last)[arc])
        if node != NOWHERE and node not in nodes:
            nodes[node] = len(found.sites)
            site.node = node
            site.arc, site.measure = ends[node][0][0], ends[node][0][1]
            found.add(site, [place for _, _, place in ends[node]])
        else:
            place = float(scene.course.at(np.array([arc]), np.array([measure]))[0])
            # On a closed arc what is near may be beyond its beginning.
            for turn in (-length, 0.0, length) if scene.line.closed[arc] else (0.0,):
                places.append(place + turn)
                slacks.append(slack)
                sites.append(len(found.sites))
            found.add(site, [place])
    order = np.argsort(places)
    return _Taken(
        nodes,
        np.array(places)[order] if places else np.empty(0),
        np.array(slacks)[order] if places else np.empty(0),
        np.array(sites, dtype=np.int64)[order] if places else np.empty(0, dtype=np.int64),
    )


def node_ends(scene: Scene) -> dict[int, list[tuple[int, float, float]]]:
    """Return by node of open arcs the ends there: arc, measure, place on the axis."""
    found: dict[int, list[tuple[int, float, float]]] = {}
    course = scene.course
    for arc in np.flatnonzero(~scene.line.closed).tolist():
        origin, length = float(course.origin[arc]), float(course.length[arc])
        found.setdefault(int(scene.first[arc]), []).append((arc, 0.0, origin))
        found.setdefault(int(scene.last[arc]), []).append((arc, length, origin + length))
    return found


def _nodes(scene: Scene, taken: _Taken, asked: _Asked, found: Anchors) -> None:
    """Add the junctions."""
    ways = scene.node_ways()
    for node, ends in node_ends(scene).items():
        arcs = [arc for arc, _, _ in ends]
        causes = _junction(scene, arcs)
        if node in taken.nodes:
            found.sites[taken.nodes[node]].causes += causes
            continue
        site = Site(ends[0][0], ends[0][1], causes=causes, node=node)
        places = [place for _, _, place in ends]
        if bool(scene.is_free(np.array(places)).all()):
            found.add(site, places)
        else:
            asked.add(site, places, ways[node], notkept.JUNCTION, None)


def _junction(scene: Scene, arcs: Sequence[int]) -> list[Cause]:
    """Return why a junction has a marker."""
    line = scene.line
    blocks = sorted(
        {int(side) for arc in arcs for side in (line.left[arc], line.right[arc])} - {OUTSIDE}
    )
    codes = ", ".join(line.blocks[block].code for block in blocks)
    what: Message = (
        msg("Blocks {blocks} meet here.", blocks=codes)
        if len(blocks) > 1
        else msg("The line of block {block} meets itself here.", block=codes)
    )
    found = [Cause(JUNCTION, what)]
    counties = sorted({line.blocks[block].county for block in blocks} - {""})
    if len(counties) > 1:
        found.append(
            Cause(COUNTY, msg("Counties {counties} meet here.", counties=", ".join(counties)))
        )
    return found


def _corners(scene: Scene, points: Points, taken: _Taken, asked: _Asked, found: Anchors) -> None:
    """Add the corners: where they are, or as wants where their markers must move."""
    rules, course = scene.rules.markers, scene.course
    sharp = points.angle >= rules.angle_deg.number
    at = np.flatnonzero(sharp & (at_junctions(course, points.arc, points.measure) == 0))
    corners = Points(
        points.arc[at],
        points.measure[at],
        points.angle[at],
        tuple(points.number[number] for number in at.tolist()),
    )
    by = thinned(course, corners, rules.least_apart_m.number)
    stays = np.flatnonzero(by == NONE)
    found.corners, found.thinned = len(stays), len(corners) - len(stays)
    place = course.at(corners.arc, corners.measure)
    free = scene.is_free(place)
    for number in stays.tolist():
        arc, measure = int(corners.arc[number]), float(corners.measure[number])
        angle = float(corners.angle[number])
        cause = Cause(CORNER, msg("Corner of {angle} degrees.", angle=f"{angle:.0f}"))
        there = taken.site_at(float(place[number]))
        if there != NOWHERE:
            found.sites[there].causes.append(cause)
        elif free[number]:
            found.add(Site(arc, measure, causes=[cause]), [float(place[number])])
        else:
            want = _moved(scene, arc, float(place[number]), angle)
            if want is not None:
                found.wants.append(want)
            else:
                asked.add(
                    Site(arc, measure, causes=[cause]),
                    [float(place[number])],
                    scene.ways(arc, measure),
                    notkept.CORNER,
                    angle,
                )


def _moved(scene: Scene, arc: int, place: float, angle: float) -> Want | None:
    """Return the stretch that a corner's marker may move to; None where nothing of it is free."""
    most = scene.rules.markers.most_moved_m.number
    course = scene.course
    # On a closed arc, the copy that has room on both sides.
    middle = place + (
        float(course.length[arc])
        if scene.line.closed[arc] and place - course.origin[arc] < most
        else 0.0
    )
    low = max(middle - most, float(course.bounds.start[arc]))
    high = min(middle + most, float(course.bounds.stop[arc]))
    first = int(np.searchsorted(scene.free.stop, low))
    if first == len(scene.free) or scene.free.start[first] > high:
        return None
    return Want(
        CORNER,
        place - most,
        place + most,
        place,
        place,
        most,
        angle,
        tuple(scene.kept.causes(place)),
    )


def _stand(scene: Scene, asked: _Asked, found: Anchors, feedback: Feedback) -> None:
    """Put witness markers or electronic ones where nothing can stand, or tell that none can."""
    if not asked.sites:
        return
    rules = scene.rules.markers
    arcs = np.array([site.arc for site in asked.sites], dtype=np.int64)
    measures = np.array([site.measure for site in asked.sites])
    points = scene.line.place(arcs, measures)
    all_pairs = (
        pairs(points, asked.ways, scene.paths, scene.things, scene.rules, scene.slopes, feedback)
        if bool(rules.witness.value)
        else [None] * len(points)
    )
    for number, (site, pair) in enumerate(zip(asked.sites, all_pairs)):
        because = scene.kept.causes(asked.places[number][0])
        if pair is not None:
            site.kind, site.pair = WITNESSED, pair
        elif bool(rules.electronic.value):
            site.kind = ELECTRONIC
        else:
            found.not_kept.append(
                NotKept(
                    asked.rule[number],
                    (float(points[number, 0]), float(points[number, 1])),
                    asked.value[number],
                    rules.angle_deg.number if asked.value[number] is not None else None,
                    msg(
                        "No marker can stand here ({things}), nor a pair of witness markers within "
                        "{reach} m, and electronic ones are not allowed.",
                        things=named(because),
                        reach=f"{rules.witness_reach_m.number:g}",
                    ),
                )
            )
            continue
        found.add(site, asked.places[number])
