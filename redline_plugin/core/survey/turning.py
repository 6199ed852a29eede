"""Turning points 拐点: as few places on the line as keep it within the tolerance.

Some places always stay: junctions of blocks, corners, changes of the kind of boundary, and where an
administrative border crosses the line or begins to run along it. Between them the fewest vertices
are chosen from which the line lies nowhere farther than the tolerance, and which lie nowhere farther
from the line (:mod:`turningfewest`); where sides would meet one another then, points are put back
(:mod:`turningapart`). Arcs exist once, so neighbours have the same points.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.feedback import Feedback, Part, Quiet, stop_if_cancelled
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.marker import (
    BORDER,
    CORNER,
    COUNTY,
    JUNCTION,
    REASON_TITLES,
    SHAPE,
    SOURCE,
)
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.core.survey.turningapart import departures, put_back
from redline_plugin.core.survey.turningborders import border_places
from redline_plugin.core.survey.turningcorners import corners, turns
from redline_plugin.core.survey.turningjunctions import junctions_of
from redline_plugin.core.survey.turningtrack import Track, track_of
from redline_plugin.core.survey.turningwalks import Walks, walks_of

NOISE_M = 1e-6
"""m. The noise of coordinates, which the tolerance has on top: what is as far as the tolerance allows
is near enough wherever it lies, and what is straight is straight without a tolerance."""


@dataclass(frozen=True)
class Places:
    """Turning points, without numbers yet.

    Attributes:
        points: (k, 2) in the plane; vertices of the line are kept bit for bit.
        arc, measure: (k,) where each is on the line; a junction is told on the first of its arcs,
            the end of a closed arc as its beginning.
        angle: (k,) change of direction of the line, 0 to 180 degrees, over the rule set's base
            before and behind; at a junction the largest of the rings that pass through it.
        reasons: of each, ids of marker.REASON_TITLES, in their order: JUNCTION, COUNTY, SOURCE,
            CORNER, BORDER, or SHAPE alone for what only the tolerance asks for.
        on_arc: of each arc, the places along it from its first vertex to its last; on a closed arc
            from the lowest measure all around, the last one is the first again.
        at: of each arc, the measures of these; on a closed arc the last one is behind its end.
        departure: of each arc and each side between two of these, how far line and side are
            from one another at most, m.
        mean_departure: of the line from the sides, by length, m.
        put_back: how many points stand only because sides would have met without them.
    """

    points: Floats
    arc: Ints
    measure: Floats
    angle: Floats
    reasons: tuple[tuple[str, ...], ...]
    on_arc: tuple[Ints, ...]
    at: tuple[Floats, ...]
    departure: tuple[Floats, ...]
    mean_departure: float
    put_back: int

    @property
    def largest_departure(self) -> float:
        """How far line and sides are from one another at most, m."""
        return max((float(of.max()) for of in self.departure if len(of)), default=0.0)


def turning_points(
    line: Line,
    rules: SurveyRules,
    borders: Shapes | None = None,
    feedback: Feedback | None = None,
) -> Places:
    """Return the turning points of a line.

    Args:
        line: the boundaries of the blocks.
        rules: ``turning`` has the tolerance, and what a corner is.
        borders: administrative borders in the line's CRS, lines or polygons whose outlines count.
        feedback: progress and cancel.

    Raises:
        CancelledError: the user stopped.
    """
    feedback = feedback or Quiet()
    crossed = border_places(line, borders)
    track = track_of(line, *crossed)
    stop_if_cancelled(feedback)
    feedback.progress(0.1)
    reasons, angle = _reasons(line, track, rules, crossed)
    stays = track.at_nodes(np.logical_or.reduce(list(reasons.values())))
    tolerance = rules.turning.tolerance_m.number + NOISE_M
    walks, kept = walks_of(track, stays, tolerance, Part(feedback, 0.1, 0.7))
    before = np.count_nonzero(kept)
    kept = put_back(
        track.points[walks.vertex],
        track.node[walks.vertex],
        walks.starts,
        kept,
        tolerance,
        feedback,
    )
    feedback.progress(0.9)
    return _places(line, track, walks, kept, reasons, angle, int(np.count_nonzero(kept) - before))


def _reasons(
    line: Line, track: Track, rules: SurveyRules, crossed: tuple[Ints, Floats]
) -> tuple[dict[str, Bools], Floats]:
    """Return which vertices stay, by reason, and the change of direction at all of them."""
    base = rules.turning.corner_base_m.number
    least = rules.turning.corner_deg.number
    angle = turns(line, track, base)
    found = junctions_of(line, track, base)
    sharp = corners(track, angle, base, least)
    angle[found.vertex] = found.angle
    reasons = {reason: np.zeros(len(track.points), dtype=bool) for reason in REASON_TITLES}
    reasons[JUNCTION][found.vertex] = True
    reasons[COUNTY][found.vertex] = found.counties
    reasons[SOURCE] = track.kind_changes()
    reasons[SOURCE][found.vertex] = found.kinds
    reasons[CORNER] = sharp
    reasons[CORNER][found.vertex] = found.angle >= least
    reasons[BORDER][track.vertex_at(*crossed)] = True
    return reasons, angle


def _places(
    line: Line,
    track: Track,
    walks: Walks,
    kept: Bools,
    reasons: dict[str, Bools],
    angle: Floats,
    put: int,
) -> Places:
    """Number the kept places in the order of the arcs, and tell what is between them."""
    away, mean = departures(track.points[walks.vertex], walks.starts, kept)
    position = np.flatnonzero(kept)
    node = track.node[walks.vertex[position]]
    names, first, place = np.unique(node, return_index=True, return_inverse=True)
    # In the order in which the walks first come by.
    rank = np.empty(len(names), dtype=np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(len(names))
    place = rank[place.reshape(-1)]
    vertex = np.empty(len(names), dtype=np.int64)
    vertex[rank] = names
    on_arc: list[Ints] = []
    at: list[Floats] = []
    departure: list[Floats] = []
    bounds = np.searchsorted(position, walks.starts)
    for arc in range(line.count):
        here = slice(int(bounds[arc]), int(bounds[arc + 1]))
        ids, measure = place[here], track.measure[walks.vertex[position[here]]]
        sides = away[int(bounds[arc]) - arc : int(bounds[arc + 1]) - arc - 1]
        if line.closed[arc]:
            turn = int(np.argmin(measure[:-1]))
            ids, sides = np.roll(ids[:-1], -turn), np.roll(sides, -turn)
            measure = np.roll(measure[:-1], -turn)
            ids = np.append(ids, ids[0])
            measure = np.append(measure, measure[0] + line.length(arc))
        on_arc.append(ids)
        at.append(measure)
        departure.append(sides)
    stays = {reason: track.at_nodes(where)[vertex] for reason, where in reasons.items()}
    words = tuple(
        tuple(reason for reason, where in stays.items() if where[number]) or (SHAPE,)
        for number in range(len(vertex))
    )
    return Places(
        track.points[vertex],
        track.arc[vertex],
        track.measure[vertex],
        angle[vertex],
        words,
        tuple(on_arc),
        tuple(at),
        tuple(departure),
        mean,
        put,
    )
