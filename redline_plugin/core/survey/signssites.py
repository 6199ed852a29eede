"""Where along the line signs may stand, and which demands one there would serve.

The line is cut wherever it comes into or out of reach of a demand, and of where no sign can stand.
Between two cuts every place is as good as any other, but for the distance to others and for what is
in the way of sight: so its two ends and its middle, the places nearest to the demands and, where an
elevation model is given, places at steps stand for all of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.survey.accessraster import PointRaster
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.sight import sights
from redline_plugin.core.survey.signsdemand import Demand

STEP_M = 50.0
"""Between places that are tried where what can be seen changes along the line."""

_INSIDE_M = 0.01
_ROUND = 32
"""Segments of a quarter of the circle of a reach: its sides lie within 0.0003 of the radius."""
_AT_ONCE = 50_000
_AREAS_AT_ONCE = 500
_TOUCH_M = 1e-6
_LINE = 1


@dataclass(frozen=True)
class Sight:
    """How what is seen is told: ground, and heights of eye and sign, m."""

    ground: PointRaster
    eye_m: float
    sign_m: float


@dataclass(frozen=True)
class Served:
    """Which places serve which demands, pair by pair, in the order of places, then demands.

    Attributes:
        place, demand: (p,) positions.
        distance_m: (p,) from the place to the nearest part of the demand.
        hidden: (d,) of each demand, how many places in reach the ground hides it from.
        near: (d,) how many places are in reach of it.
        blind: how many pairs have no elevation at one of their ends.
    """

    place: Ints
    demand: Ints
    distance_m: Floats
    hidden: Ints
    near: Ints
    blind: int


@dataclass(frozen=True)
class Sites:
    """Places on the line for a sign: (n,) arcs, distances along them, and (n, 2) points."""

    arc: Ints
    measure: Floats
    places: Floats

    def part(self, at: Ints) -> Sites:
        """Return some of them."""
        return Sites(self.arc[at], self.measure[at], self.places[at])


def candidates(
    line: Line,
    arcs: Ints,
    demands: Sequence[Demand],
    reach_m: float,
    zones: Shapes,
    stepped: bool,
    feedback: Feedback,
) -> Sites:
    """Return the places to choose from, in an order that does not depend on that of the blocks.

    Args:
        line: the red line.
        arcs: those that signs may stand on.
        demands: all of them.
        reach_m: of a sign.
        zones: areas in which no sign can stand.
        stepped: whether to try places at steps, too.
        feedback: cancel, progress.
    """
    tails = line.tails()
    owner = np.searchsorted(line.starts, tails, side="right") - 1
    used = np.isin(owner, arcs)
    tails, owner = tails[used], owner[used]
    segments = shapely.linestrings(np.stack([line.points[tails], line.points[tails + 1]], axis=1))
    tree = shapely.STRtree(segments)
    shapes = as_shapes([demand.shape for demand in demands])
    discs = shapely.buffer(shapes, reach_m, quad_segs=_ROUND)
    shut = _intervals(line, tails, owner, segments, tree, zones, Part(feedback, 0.0, 0.4))
    open_ = _intervals(line, tails, owner, segments, tree, discs, Part(feedback, 0.4, 0.9))
    wished = _nearest(line, arcs, shapes)
    found: list[tuple[Ints, Floats]] = []
    for arc in np.unique(open_.arc).tolist():
        ways = open_.of(arc)
        free = _minus(_joined(ways), _joined(shut.of(arc)))
        here = wished[1][wished[0] == arc]
        measure = _in_cells(free, np.unique(ways), here, stepped)
        found.append((np.full(len(measure), arc, dtype=np.int64), measure))
    if not found:
        none = np.empty(0, dtype=np.int64)
        return Sites(none, np.empty(0), np.empty((0, 2)))
    arc_of = np.concatenate([each[0] for each in found])
    measure_of = np.concatenate([each[1] for each in found])
    places = line.place(arc_of, measure_of)
    # To the millimetre, one place once: arcs meet at their ends.
    first = np.unique(np.round(places, 3), axis=0, return_index=True)[1]
    return Sites(arc_of[first], measure_of[first], places[first])


def served_by(
    places: Floats,
    demands: Sequence[Demand],
    reach_m: float,
    sight: Sight | None,
    feedback: Feedback,
) -> Served:
    """Return which places serve which demands.

    Someone at the demand's nearest part looks for the sign. Where the model knows no elevation, the
    sign counts as seen.

    Args:
        places: (n, 2).
        demands: all of them.
        reach_m: of a sign.
        sight: None when nothing is known of the ground.
        feedback: cancel, progress.
    """
    shapes = as_shapes([demand.shape for demand in demands])
    points = shapely.points(places)
    tree = shapely.STRtree(shapes)
    parts = [
        tree.query(points[start : start + _AT_ONCE], predicate="dwithin", distance=reach_m)
        + np.array([[start], [0]])
        for start in range(0, len(points), _AT_ONCE)
    ]
    place, demand = np.concatenate(parts, axis=1) if parts else np.empty((2, 0), dtype=np.int64)
    order = np.lexsort((demand, place))
    place, demand = place[order], demand[order]
    near = np.bincount(demand, minlength=len(shapes))
    hidden = np.zeros(len(shapes), dtype=np.int64)
    blind = 0
    lines = shapely.shortest_line(shapes[demand], points[place])
    distance = shapely.length(lines)
    if sight is not None and len(place):
        ends = shapely.get_coordinates(lines).reshape(-1, 2, 2)
        looked = sights(sight.ground, ends[:, 0], ends[:, 1], sight.eye_m, sight.sign_m, feedback)
        blind = int(np.count_nonzero(~looked.known))
        hidden = np.bincount(demand[~looked.seen], minlength=len(shapes))
        place, demand, distance = place[looked.seen], demand[looked.seen], distance[looked.seen]
    return Served(place, demand, distance, hidden, near, blind)


def reduced(sites: Sites, served: Served, share: Floats) -> Bools:
    """Return which sites to keep: of neighbours that serve the same, the two outer ones and the best.

    Args:
        sites: all.
        served: what they serve.
        share: (d,) how much each demand's distance counts.
    """
    count = len(sites.arc)
    keep = np.zeros(count, dtype=bool)
    stops = np.searchsorted(served.place, np.arange(count + 1))
    signature = [served.demand[start:stop].tobytes() for start, stop in zip(stops[:-1], stops[1:])]
    cost = np.bincount(served.place, served.distance_m * share[served.demand], minlength=count)
    order = np.lexsort((sites.measure, sites.arc))
    start = 0
    for at in range(1, count + 1):
        same = (
            at < count
            and sites.arc[order[at]] == sites.arc[order[start]]
            and signature[order[at]] == signature[order[start]]
        )
        if same:
            continue
        run = order[start:at]
        if signature[run[0]]:
            keep[[run[0], run[-1], run[int(np.argmin(np.round(cost[run], 3)))]]] = True
        start = at
    return keep


@dataclass(frozen=True)
class _Intervals:
    """Stretches of arcs that lie in areas, in the order of arcs: arc, begin, end."""

    arc: Ints
    begin: Floats
    end: Floats

    def of(self, arc: int) -> Floats:
        """Return begin and end (n, 2) of those of one arc."""
        here = slice(*np.searchsorted(self.arc, [arc, arc + 1]).tolist())
        return np.stack([self.begin[here], self.end[here]], axis=1)


def _intervals(
    line: Line,
    tails: Ints,
    owner: Ints,
    segments: Shapes,
    tree: shapely.STRtree,
    areas: Shapes,
    feedback: Feedback,
) -> _Intervals:
    """Return the stretches of arcs that lie in each area."""
    found = [np.empty((4, 0))]
    asked = np.flatnonzero(~shapely.is_empty(areas)) if len(areas) else np.empty(0, dtype=np.int64)
    for start in range(0, len(asked), _AREAS_AT_ONCE):
        some = asked[start : start + _AREAS_AT_ONCE]
        area, segment = tree.query(areas[some], predicate="intersects")
        for first in range(0, len(area), _AT_ONCE):
            stop_if_cancelled(feedback)
            part = slice(first, first + _AT_ONCE)
            common = shapely.intersection(segments[segment[part]], areas[some[area[part]]])
            pieces, of = shapely.get_parts(common, return_index=True)
            straight = shapely.get_type_id(pieces) == _LINE
            pieces, of = pieces[straight], of[straight]
            of_segment = segment[part][of]
            points, index = shapely.get_coordinates(pieces, return_index=True)
            away = np.hypot(*(points - line.points[tails[of_segment[index]]]).T)
            low, high = np.full(len(pieces), np.inf), np.zeros(len(pieces))
            np.minimum.at(low, index, away)
            np.maximum.at(high, index, away)
            base = line.measure[tails[of_segment]]
            end = np.minimum(base + high, line.measure[tails[of_segment] + 1])
            found.append(np.stack([owner[of_segment], some[area[part]][of], base + low, end]))
        feedback.progress(min(1.0, (start + _AREAS_AT_ONCE) / len(asked)))
    arc, area, begin, end = np.concatenate(found, axis=1)
    # What goes on across a vertex is one stretch.
    order = np.lexsort((begin, area, arc))
    arc, area, begin, end = arc[order], area[order], begin[order], end[order]
    goes_on = (arc[1:] == arc[:-1]) & (area[1:] == area[:-1]) & (begin[1:] <= end[:-1] + _TOUCH_M)
    new = np.concatenate([[True], ~goes_on])[: len(arc)]
    last = np.append(new[1:], True)[: len(arc)]
    return _Intervals(arc[new].astype(np.int64), begin[new], end[last])


def _nearest(line: Line, arcs: Ints, shapes: Shapes) -> tuple[Ints, Floats]:
    """Return arc and distance along it of the point of the line nearest to each demand."""
    lines = line.lines()[arcs]
    near = shapely.STRtree(lines).query_nearest(shapes, all_matches=False)[1]
    ends = shapely.get_coordinates(shapely.shortest_line(lines[near], shapes)).reshape(-1, 2, 2)
    measure = shapely.line_locate_point(lines[near], shapely.points(ends[:, 0]))
    return arcs[near], measure


def _joined(pairs: Floats) -> Floats:
    """Return intervals (n, 2) as those that are left when what overlaps or touches is joined."""
    if len(pairs) == 0:
        return pairs
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    reach = np.maximum.accumulate(pairs[:, 1])
    first = np.concatenate([[True], pairs[1:, 0] > reach[:-1] + 1e-9])
    begin = np.flatnonzero(first)
    return np.stack([pairs[begin, 0], reach[np.append(begin[1:], len(pairs)) - 1]], axis=1)


def _minus(pairs: Floats, taken: Floats) -> Floats:
    """Return what is left of joined intervals outside of other joined ones."""
    found = []
    for begin, end in pairs.tolist():
        inside = slice(
            int(np.searchsorted(taken[:, 1], begin, side="right")),
            int(np.searchsorted(taken[:, 0], end, side="left")),
        )
        at = begin
        for low, high in taken[inside].tolist():
            if low > at:
                found.append((at, low))
            at = max(at, high)
        if at < end:
            found.append((at, end))
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def _in_cells(free: Floats, cuts: Floats, wished: Floats, stepped: bool) -> Floats:
    """Return the places of one arc."""
    found = []
    for begin, end in free.tolist():
        inner = cuts[np.searchsorted(cuts, begin, side="right") : np.searchsorted(cuts, end)]
        edges = np.concatenate([[begin], inner, [end]])
        for low, high in zip(edges[:-1].tolist(), edges[1:].tolist()):
            length = high - low
            found.append(low + length / 2.0)
            if length > 4.0 * _INSIDE_M:
                found += [low + _INSIDE_M, high - _INSIDE_M]
            if stepped and length > STEP_M:
                count = int(np.ceil(length / STEP_M))
                found += (low + length * np.arange(1, count) / count).tolist()
        found += wished[(wished >= begin) & (wished <= end)].tolist()
    return np.array(found, dtype=np.float64)
