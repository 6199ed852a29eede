"""A pair of witness markers 见证桩 for a place on the line at which nothing can stand.

Rays go out from the place in all directions but along the line; on each the nearest place that is
free is found, before the ray meets the line again. Of the sides that the line makes there, two get
a marker each; where only one side has room, as at a shore, both stand on it, in directions that
cross well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.placing.course import Paths
from redline_plugin.core.survey.placing.near import contacts, may_be_near
from redline_plugin.core.survey.placing.slopes import Slopes, steep_on
from redline_plugin.core.survey.placing.spans import Spans
from redline_plugin.core.survey.placing.things import Things, kept_off
from redline_plugin.core.survey.rules import SurveyRules

NEAREST = 2.0
"""m. A witness stands no nearer to its point."""
OFF_LINE = 1.0
"""m. Nor nearer than this to the line beyond its point."""
CROSS_WELL = 60.0
"""Degrees between the directions to two witnesses on one side, at least."""
_RAYS = 24
_ALONG = 25.0
"""Degrees. Directions nearer to the line's are along it."""
_OBLIQUE = 45.0
"""Degrees off the middle of a side that count as much as standing twice as far away."""
_AT_ONCE = 2000


@dataclass(frozen=True)
class Witness:
    """A witness marker: where it stands, how far it is to its point, and in which direction (azimuth, degrees)."""

    x: float
    y: float
    offset: float
    azimuth: float


Pair = tuple[Witness, Witness]


def pairs(
    points: Floats,
    ways: Sequence[Sequence[float]],
    paths: Paths,
    things: Things,
    rules: SurveyRules,
    slopes: Slopes | None,
    feedback: Feedback,
) -> list[Pair | None]:
    """Return a pair for each place, None where there is none within reach.

    Args:
        points: (n, 2) the places.
        ways: of each, the azimuths (degrees) of the line as it leaves the place: two, or as many as
            meet at a junction.
        paths: the line.
        things: what is kept off.
        rules: with the reach and the clearances.
        slopes: of the ground; None when they are not known.
        feedback: cancel.
    """
    found: list[Pair | None] = []
    for start in range(0, len(points), _AT_ONCE):
        here = slice(start, start + _AT_ONCE)
        found += _pairs(points[here], ways[here], paths, things, rules, slopes, feedback)
    return found


def _pairs(
    points: Floats,
    ways: Sequence[Sequence[float]],
    paths: Paths,
    things: Things,
    rules: SurveyRules,
    slopes: Slopes | None,
    feedback: Feedback,
) -> list[Pair | None]:
    reach = rules.markers.witness_reach_m.number
    if reach < NEAREST:
        return [None] * len(points)
    turns = np.arange(_RAYS) * (360.0 / _RAYS)
    base = np.array([way[0] + 90.0 if len(way) else 0.0 for way in ways])
    azimuth = np.mod(base[:, None] + turns[None, :], 360.0)
    directions = np.stack(
        [np.sin(np.radians(azimuth)), np.cos(np.radians(azimuth))], axis=-1
    ).reshape(-1, 2)
    start = np.repeat(points, _RAYS, axis=0)
    at = np.arange(len(start)) * (reach + 1.0)
    rays = Paths(start, start + directions * reach, at)
    bounds = Spans(at, at + reach)
    steep = None if slopes is None else steep_on(slopes, rays, rules, feedback)
    free = kept_off(rays, bounds, things, rules, steep, feedback).all.outside(bounds)
    offset = _first_free(at, free)
    offset[offset >= _until_line(rays, paths)] = np.inf
    offset = offset.reshape(-1, _RAYS)
    return [
        _best(point, azimuth[number], offset[number], ways[number])
        for number, point in enumerate(points)
    ]


def _first_free(at: Floats, free: Spans) -> Floats:
    """Return the nearest free distance along each ray, not below NEAREST; infinite where there is none."""
    first = np.searchsorted(free.stop, at + NEAREST, side="left")
    there = first < len(free)
    found = np.full(len(at), np.inf)
    begin = np.maximum(free.start[first[there]] - at[there], NEAREST)
    reach = at[1] - at[0] - 1.0 if len(at) > 1 else np.inf
    found[there] = np.where(begin <= reach, begin, np.inf)
    return found


def _until_line(rays: Paths, paths: Paths) -> Floats:
    """Return how far along each ray the line comes again."""
    found = np.full(len(rays.at), np.inf)
    here = may_be_near(paths.start, paths.end, rays, OFF_LINE)
    _, ray, low, high = contacts(rays, paths.start[here], paths.end[here], OFF_LINE)
    # What is there from the beginning is the line at the point itself.
    spans = Spans(rays.at[ray] + low, rays.at[ray] + high).merged(OFF_LINE)
    number = np.searchsorted(rays.at, spans.start, side="right") - 1
    low = spans.start - rays.at[number]
    again = low > OFF_LINE
    np.minimum.at(found, number[again], low[again])
    return found


def _best(point: Floats, azimuth: Floats, offset: Floats, ways: Sequence[float]) -> Pair | None:
    """Return the two best of the rays from one place."""
    along = np.sort(np.mod(np.asarray(ways, dtype=np.float64), 360.0))
    usable = np.isfinite(offset)
    if len(along):
        off = np.abs(np.mod(azimuth[:, None] - along[None, :] + 180.0, 360.0) - 180.0)
        usable &= off.min(axis=1) >= min(_ALONG, 90.0 / len(along))
    rays = np.flatnonzero(usable)
    if len(rays) < 2:
        return None
    side, oblique = _sides(azimuth[rays], along)
    score = offset[rays] * (1.0 + oblique / _OBLIQUE)
    best = _of_two_sides(side, score)
    if best is None:
        best = _of_one_side(azimuth[rays], score)
    if best is None:
        return None
    one, other = (_witness(point, azimuth[rays[at]], offset[rays[at]]) for at in best)
    return one, other


def _sides(azimuth: Floats, along: Floats) -> tuple[Ints, Floats]:
    """Return the side of the line that each ray is on, and how far off the side's middle it goes."""
    if len(along) == 0:
        return np.zeros(len(azimuth), dtype=np.int64), np.zeros(len(azimuth))
    side = np.mod(np.searchsorted(along, azimuth, side="right") - 1, len(along))
    width = np.mod(np.roll(along, -1) - along, 360.0)
    width[width == 0.0] = 360.0
    middle = along + width / 2.0
    return side, np.abs(np.mod(azimuth - middle[side] + 180.0, 360.0) - 180.0)


def _of_two_sides(side: Ints, score: Floats) -> tuple[int, int] | None:
    """Return the best ray of each of the two best sides; None when only one has any."""
    order = np.lexsort((np.arange(len(side)), score))
    _, first = np.unique(side[order], return_index=True)
    best = order[np.sort(first)]
    return (int(best[0]), int(best[1])) if len(best) > 1 else None


def _of_one_side(azimuth: Floats, score: Floats) -> tuple[int, int] | None:
    """Return the two best rays that cross well."""
    best, least = None, np.inf
    for one, other in combinations(range(len(azimuth)), 2):
        apart = abs((azimuth[one] - azimuth[other] + 180.0) % 360.0 - 180.0)
        if CROSS_WELL <= apart <= 180.0 - CROSS_WELL / 2.0 and score[one] + score[other] < least:
            best, least = (one, other), score[one] + score[other]
    return best


def _witness(point: Floats, azimuth: float, offset: float) -> Witness:
    turn = np.radians(azimuth)
    return Witness(
        float(point[0] + offset * np.sin(turn)),
        float(point[1] + offset * np.cos(turn)),
        float(offset),
        float((azimuth + 180.0) % 360.0),
    )
