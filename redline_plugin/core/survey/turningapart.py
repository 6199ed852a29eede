"""Sides that meet where they should not: points are put back until none do.

Sides may share an end and nothing else. No ring collapses then, since two sides between the same two
points lie on one another. Nor may a side have passed over a part of the line: a turning point that is
between the side and what it stands for would be on the other side of the line from then on.
"""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints, cross, distance_to_segment
from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled
from redline_plugin.core.survey.meetings import meetings
from redline_plugin.core.survey.turningfewest import fewest

_SAME = 9
"""Decimals of a metre; sides that are so nearly as far from the line are equally far."""


def put_back(
    points: Floats, node: Ints, starts: Ints, kept: Bools, tolerance: float, feedback: Feedback
) -> Bools:
    """Return ``kept`` with the points that it takes for sides to meet only at their ends.

    Of two sides that meet, the one that is farther from the line gets back its farthest vertex, and
    on either side of that the fewest others.

    Args:
        points: (n, 2) vertices of walks along the line, which meets itself only at nodes.
        node: (n,) a number of each place; vertices at one place have one.
        starts: (m + 1,) where each walk begins.
        kept: (n,) the chosen vertices; ends of walks are.
        tolerance: m.
        feedback: asked whether to stop.

    Raises:
        CancelledError: the user stopped.
    """
    kept = kept.copy()
    fresh = np.ones(len(points), dtype=bool)
    while True:
        stop_if_cancelled(feedback)
        tail, head = sides_of(starts, kept)
        away, vertex = farthest(points, tail, head)
        one, other = meetings(points, node, tail, head, fresh[tail])
        passed = _passed(points, node, kept, tail, head, fresh[tail])
        # A side with no vertices left is the line itself.
        loose = head - tail > 1
        rank = _rank(loose, away, points[vertex])
        worse = np.concatenate([np.where(rank[one] > rank[other], one, other), passed])
        worse = np.unique(worse[loose[worse]])
        if len(worse) == 0:
            return kept
        fresh[:] = False
        _choose_again(points, kept, fresh, tail[worse], vertex[worse], head[worse], tolerance)


def _choose_again(
    points: Floats,
    kept: Bools,
    fresh: Bools,
    tail: Ints,
    middle: Ints,
    head: Ints,
    tolerance: float,
) -> None:
    """Choose the vertices between the ends of sides anew, with one of them among these.

    A vertex alone would not do: the line was near to the whole side, not to one that leads elsewhere.
    """
    side, vertex = between(tail - 1, head + 1)
    first = np.searchsorted(side, np.arange(len(tail)))
    last = first + head - tail
    begin = np.stack([first, first + middle - tail], axis=1).reshape(-1)
    end = np.stack([first + middle - tail, last], axis=1).reshape(-1)
    kept[vertex] = fewest(points[vertex], begin, end, tolerance, Quiet()).kept
    fresh[vertex] = True


def _rank(loose: Bools, away: Floats, points: Floats) -> Ints:
    """Return the place of each side among all: tight ones, then by how far they are from the line.

    Of equals, it is where their farthest vertices are that counts, not the order they come in.
    """
    rank = np.empty(len(away), dtype=np.int64)
    order = np.lexsort((points[:, 1], points[:, 0], np.round(away, _SAME), loose))
    rank[order] = np.arange(len(away))
    return rank


def sides_of(starts: Ints, kept: Bools) -> tuple[Ints, Ints]:
    """Return first and last vertex of each side."""
    at = np.flatnonzero(kept)
    walk = np.searchsorted(starts, at, side="right")
    same = walk[1:] == walk[:-1]
    return at[:-1][same], at[1:][same]


def between(tail: Ints, head: Ints) -> tuple[Ints, Ints]:
    """Return the side and the vertex of all vertices between the ends of sides."""
    count = head - tail - 1
    side = np.repeat(np.arange(len(tail)), count)
    step = np.arange(len(side)) - np.repeat(np.cumsum(count) - count, count)
    return side, tail[side] + 1 + step


def farthest(points: Floats, tail: Ints, head: Ints) -> tuple[Floats, Ints]:
    """Return for each side how far the line lies from it, and the vertex that does; else 0, and its tail."""
    side, vertex = between(tail, head)
    away = distance_to_segment(points[vertex], points[tail[side]], points[head[side]])
    largest = np.zeros(len(tail))
    np.maximum.at(largest, side, away)
    found = tail.copy()
    # The first of equals: written last.
    top = np.flatnonzero(away == largest[side])[::-1]
    found[side[top]] = vertex[top]
    return largest, found


def _passed(points: Floats, node: Ints, kept: Bools, tail: Ints, head: Ints, fresh: Bools) -> Ints:
    """Return fresh sides with a turning point between them and their part of the line."""
    asked = np.flatnonzero(fresh & (head - tail > 1))
    if len(asked) == 0:
        return asked
    side, vertex = between(tail[asked] - 1, head[asked] + 1)
    lows, highs = np.full((len(asked), 2), np.inf), np.full((len(asked), 2), -np.inf)
    np.minimum.at(lows, side, points[vertex])
    np.maximum.at(highs, side, points[vertex])
    _, first = np.unique(node, return_index=True)
    place = first[kept[first]]
    tree = shapely.STRtree(shapely.points(points[place]))
    box, hit = tree.query(shapely.box(*lows.T, *highs.T))
    inner = (node[place[hit]] != node[tail[asked[box]]]) & (
        node[place[hit]] != node[head[asked[box]]]
    )
    box, hit = box[inner], place[hit[inner]]
    return asked[np.unique(box[_enclosed(points, tail[asked[box]], head[asked[box]], hit)])]


def _enclosed(points: Floats, tail: Ints, head: Ints, place: Ints) -> Bools:
    """Return which places are within the loop of a side and its part of the line (even-odd rule)."""
    pair, vertex = between(tail - 1, head + 1)
    following = np.where(vertex == head[pair], tail[pair], vertex + 1)
    (x, y), (px, py) = points[place[pair]].T, points[vertex].T
    qx, qy = points[following].T
    spans = (py > y) != (qy > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        right = spans & (x - px < (y - py) * (qx - px) / (qy - py))
    return np.bincount(pair[right], minlength=len(place)) % 2 == 1


def departures(points: Floats, starts: Ints, kept: Bools) -> tuple[Floats, float]:
    """Return how far each side is from the line at most, and how far the line is on average, m."""
    tail, head = sides_of(starts, kept)
    largest, _ = farthest(points, tail, head)
    side, vertex = between(tail - 1, head)
    a, b = points[tail[side]], points[head[side]]
    from_, to = points[vertex], points[vertex + 1]
    size = np.hypot(*(to - from_).T)
    one, other = distance_to_segment(from_, a, b), distance_to_segment(to, a, b)
    crossing = cross(b - a, from_ - a) * cross(b - a, to - a) < 0.0
    total = one + other
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(crossing & (total > 0.0), (one**2 + other**2) / total, total) / 2.0
    return largest, float(np.sum(mean * size) / max(float(size.sum()), 1e-300))
