"""Whether corners have their markers, found without knowing how these were placed."""

from __future__ import annotations

from bisect import bisect_left, insort

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import nodes_of
from redline_plugin.core.survey.placing import notkept
from redline_plugin.core.survey.placing.corners import Points
from redline_plugin.core.survey.placing.notkept import NotKept
from redline_plugin.core.survey.placing.standing import EDGE_M, Checked, Standing
from redline_plugin.core.survey.rules import KEPT_OFF
from redline_plugin.core.text import msg

_AT_CORNER = 0.02
"""m. A marker this near to a corner is at it."""


class Along:
    """Markers along each arc; on closed ones around their end, too."""

    def __init__(self, line: Line, standing: Standing) -> None:
        self.line = line
        self.arcs = line.lines()
        self.long: Floats = line.measure[line.starts[1:] - 1]
        self._at: dict[int, list[float]] = {}
        for at in standing.counts.tolist():
            arc, measure = int(standing.arc[at]), float(standing.measure[at])
            turns = (-1, 0, 1) if line.closed[arc] else (0,)
            if standing.node[at] < 0:
                self._at.setdefault(arc, []).extend(measure + t * self.long[arc] for t in turns)
        ends = {int(node) for node in standing.node[standing.counts].tolist()} - {-1}
        first, last = nodes_of(line)
        for arc in np.flatnonzero(~line.closed).tolist():
            here = self._at.setdefault(arc, [])
            here += [0.0] * (int(first[arc]) in ends) + [float(self.long[arc])] * (
                int(last[arc]) in ends
            )
        self._sorted = {arc: np.sort(np.array(of)) for arc, of in self._at.items()}

    def any(self, arc: int, low: float, high: float) -> bool:
        """Return whether a marker stands from one distance to another."""
        of = self._sorted.get(arc, np.empty(0))
        return bool(np.searchsorted(of, low) < np.searchsorted(of, high, side="right"))

    def point(self, arc: int, measure: float) -> tuple[float, float]:
        """Return the place at a distance along an arc."""
        place = shapely.line_interpolate_point(self.arcs[arc], measure)
        return float(place.x), float(place.y)


def corners(about: Checked, along: Along, points: Points) -> list[NotKept]:
    """Return corners without a marker, of those that are near to no sharper one and no junction."""
    rules, line = about.rules.markers, about.line
    sharp = np.flatnonzero(points.angle >= rules.angle_deg.number)
    must = _must_have_one(along, points, sharp, rules.least_apart_m.number)
    bare = [
        at
        for at in must.tolist()
        if not along.any(
            int(points.arc[at]), points.measure[at] - _AT_CORNER, points.measure[at] + _AT_CORNER
        )
    ]
    if not bare:
        return []
    places = line.place(points.arc[bare], points.measure[bare])
    blocked = _blocked(about, places)
    most = rules.most_moved_m.number + 1e-3
    found = []
    for at, place, is_blocked in zip(bare, places.tolist(), blocked.tolist()):
        arc, measure = int(points.arc[at]), float(points.measure[at])
        # Where nothing can stand, the marker may have moved.
        if is_blocked and along.any(arc, measure - most, measure + most):
            continue
        side = max(int(line.left[arc]), int(line.right[arc]))
        code = line.blocks[side].code if side >= 0 else ""
        angle = float(points.angle[at])
        what = msg("No marker at this corner of {angle} degrees.", angle=f"{angle:.0f}")
        found.append(
            NotKept(
                notkept.CORNER,
                (place[0], place[1]),
                angle,
                rules.angle_deg.number,
                what,
                "",
                code,
            )
        )
    return found


def _must_have_one(along: Along, points: Points, sharp: Ints, apart: float) -> Ints:
    """Return the corners that no sharper one, and no junction, is near to."""
    line = along.line
    taken: dict[int, list[float]] = {}
    found = []
    order = np.lexsort(
        (points.measure[sharp], points.arc[sharp], -np.round(points.angle[sharp], 6))
    )
    for at in sharp[order].tolist():
        arc, measure = int(points.arc[at]), float(points.measure[at])
        long = float(along.long[arc])
        if not line.closed[arc] and min(measure, long - measure) < max(apart, _AT_CORNER):
            continue
        sharper = taken.setdefault(arc, [])
        turns = (-long, 0.0, long) if line.closed[arc] else (0.0,)
        if any(_near(sharper, measure + turn, apart) for turn in turns):
            continue
        insort(sharper, measure)
        found.append(at)
    return np.array(found, dtype=np.int64)


def _near(places: list[float], place: float, apart: float) -> bool:
    after = bisect_left(places, place)
    beside = places[max(after - 1, 0) : after + 1]
    return any(abs(other - place) < apart for other in beside)


def _blocked(about: Checked, places: Floats) -> Bools:
    """Return at which places nothing can stand."""
    found = np.zeros(len(places), dtype=bool)
    tree = shapely.STRtree(shapely.points(places))
    for kind in KEPT_OFF:
        metres, shapes = about.rules.clearance_m(kind), about.things.kind(kind)
        if metres is None or len(shapes) == 0:
            continue
        found[tree.query(shapes, predicate="dwithin", distance=metres + 1e-3)[1]] = True
    steepest = about.rules.markers.steepest_deg
    if about.slopes is not None and steepest is not None:
        found |= (about.slopes.around(places, EDGE_M) > steepest.number).any(axis=1)
    return found
