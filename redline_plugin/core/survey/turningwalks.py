"""The fewest turning points of each arc, between the places that stay.

A ring without any such place may begin anywhere, and where it begins decides whether it needs one
point more: of the vertices of which no side can pass all, one must be a point, so each of these is
tried as the beginning, and the best is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.feedback import Feedback, Muted, Part
from redline_plugin.core.survey.turningfewest import Fewest, fewest, shortcuts
from redline_plugin.core.survey.turningtrack import Track

TRIED = 2_000_000
"""Vertices that are looked at to find where rings begin best, short rings first. The others begin at
their first vertex, which costs at most one point for a ring."""
LONG_RING = 2_000
"""Vertices of a ring that may begin anywhere: one point more or less does not count there."""


@dataclass(frozen=True)
class Walks:
    """All arcs, each from a place that stays to a place that stays.

    Attributes:
        vertex: (n,) of the track, one walk after the other; a ring ends with what it begins with.
        starts: (m + 1,) where the walk of each arc begins.
    """

    vertex: Ints
    starts: Ints


def walks_of(
    track: Track, stays: Bools, tolerance: float, feedback: Feedback
) -> tuple[Walks, Bools]:
    """Return the walks and which of their vertices are turning points (n,).

    Args:
        track: the line.
        stays: (n,) by vertex of the track, the same for all vertices of one place.
        tolerance: m.
        feedback: progress and cancel.

    Raises:
        CancelledError: the user stopped.
    """
    walks: list[Ints] = []
    free: list[int] = []
    for arc in range(len(track.closed)):
        first, last = int(track.starts[arc]), int(track.starts[arc + 1]) - 1
        if not track.closed[arc]:
            walks.append(np.arange(first, last + 1))
            continue
        staying = np.flatnonzero(stays[first:last])
        if len(staying) == 0:
            free.append(arc)
        walks.append(_around(first, last, int(staying[0]) if len(staying) else 0))
    _begin_well(track, walks, free, tolerance, Part(feedback, 0.0, 0.3))
    found = _joined(walks)
    begin, end = _pieces(found, stays)
    done = fewest(track.points[found.vertex], begin, end, tolerance, Part(feedback, 0.3, 1.0))
    return found, done.kept


def _around(first: int, last: int, turn: int) -> Ints:
    """Return a ring's vertices from one of them all around; ``last`` repeats ``first``."""
    ring = np.arange(first, last)
    return np.concatenate([ring[turn:], ring[: turn + 1]])


def _joined(walks: Sequence[Ints]) -> Walks:
    sizes = [len(walk) for walk in walks]
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return Walks(np.concatenate(walks) if walks else np.empty(0, dtype=np.int64), starts)


def _pieces(walks: Walks, stays: Bools) -> tuple[Ints, Ints]:
    """Return first and last vertices of the pieces between places that stay."""
    stop = stays[walks.vertex]
    stop[walks.starts[:-1]] = True
    stop[walks.starts[1:] - 1] = True
    at = np.flatnonzero(stop)
    walk = np.searchsorted(walks.starts, at, side="right")
    same = walk[1:] == walk[:-1]
    return at[:-1][same], at[1:][same]


def _begin_well(
    track: Track, walks: list[Ints], free: Sequence[int], tolerance: float, feedback: Feedback
) -> None:
    """Turn the walks of rings that may begin anywhere so that they need the fewest points."""
    tried: list[Ints] = []
    arcs: list[int] = []
    total = 0
    for arc in sorted(free, key=lambda arc: len(walks[arc])):
        ring = walks[arc]
        if total > TRIED or len(ring) > LONG_RING:
            break
        starts = _starts(track.points[ring[:-1]], tolerance, feedback)
        total += (2 + len(starts)) * len(ring)
        for start in starts.tolist():
            tried.append(np.concatenate([ring[start:-1], ring[: start + 1]]))
            arcs.append(arc)
    if not tried:
        return
    whole = _joined(tried)
    begin, end = whole.starts[:-1], whole.starts[1:] - 1
    done = fewest(track.points[whole.vertex], begin, end, tolerance, Muted(feedback))
    for arc, number in _best(done, arcs).items():
        walks[arc] = tried[number]


def _best(done: Fewest, arcs: Sequence[int]) -> dict[int, int]:
    """Return the number of the best walk by arc: fewest sides, nearest to the line, the first."""
    found: dict[int, int] = {}
    for number, arc in enumerate(arcs):
        old = found.setdefault(arc, number)
        if (done.sides[number], done.squared[number]) < (done.sides[old], done.squared[old]):
            found[arc] = number
    return found


def _starts(ring: Floats, tolerance: float, feedback: Feedback) -> Ints:
    """Return vertices of a ring, one after the other, of which no side can pass all."""
    count = len(ring)
    twice = np.concatenate([ring, ring])
    longest = np.zeros(2 * count, dtype=np.int64)
    whole = np.array([0]), np.array([2 * count - 1])
    for step, tail in shortcuts(twice, *whole, tolerance, Muted(feedback)):
        if step >= count:
            break
        passed = np.zeros(2 * count + 1, dtype=np.int64)
        np.add.at(passed, tail + 1, 1)
        np.add.at(passed, tail + step, -1)
        longest[np.cumsum(passed)[:-1] > 0] = step
    # A side that passes a vertex, from one copy of the ring into the other, may be told for either.
    longest = np.maximum(longest[:count], longest[count:])
    start = int(np.argmin(longest))
    return (start + np.arange(min(count, max(1, int(longest[start]))))) % count
