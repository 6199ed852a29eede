"""Changes of direction along the line, and the corners: the sharpest of those that are near."""

from __future__ import annotations

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.turningtrack import Track

_RING_SHARE = 4.0
"""A base reaches over no more than this part of a ring, so that a small square still has corners."""
_SAME_ANGLE = 6
"""Decimals of a degree; angles nearer than that are equal, and the first one along the arc counts."""


def turn_between(back: Floats, ahead: Floats) -> Floats:
    """Return the change of direction, 0 to 180 degrees, between ways back and ahead, (n, 2) each.

    Where one of them has no length there is no change.
    """
    cross = back[:, 0] * ahead[:, 1] - back[:, 1] * ahead[:, 0]
    dot = np.einsum("ij,ij->i", back, ahead)
    turn = 180.0 - np.degrees(np.arctan2(np.abs(cross), dot))
    no_way = (back == 0.0).all(axis=1) | (ahead == 0.0).all(axis=1)
    return np.where(no_way, 0.0, turn)


def _reach(track: Track, base: float) -> Floats:
    """Return for each arc how far a base reaches on it (m,), m."""
    lengths = track.measure[track.starts[1:] - 1]
    return np.where(track.closed, np.minimum(base, lengths / _RING_SHARE), base)


def turns(line: Line, track: Track, base: float) -> Floats:
    """Return the change of direction at each vertex over ``base`` metres before and behind it.

    An arc's own part counts only: near an end the base is shorter, and at the ends of open arcs the
    change is 0. A base of 0 takes the neighbouring vertices.
    """
    inner = track.inner()
    arc, at = track.arc, track.measure
    closed, length = track.closed[arc], track.measure[track.starts[arc + 1] - 1]
    if base > 0.0:
        reach = _reach(track, base)[arc]
        back, ahead = at - reach, at + reach
        back = np.where(closed, np.mod(back, length), np.maximum(back, 0.0))
        ahead = np.where(closed, np.mod(ahead, length), np.minimum(ahead, length))
        before, after = line.place(arc, back), line.place(arc, ahead)
    else:
        following = np.minimum(np.arange(len(at)) + 1, len(at) - 1)
        before, after = track.points[track.before()], track.points[following]
    found = turn_between(before - track.points, after - track.points)
    return np.where(inner, found, 0.0)


def corners(track: Track, angle: Floats, base: float, least: float) -> Bools:
    """Return the vertices that turn by ``least`` degrees or more and that no sharper corner is near.

    Of those nearer than ``base`` along the arc the sharpest is taken, then the sharpest of what is
    not near to one that was taken, and so on.
    """
    candidate = np.flatnonzero(track.inner() & (angle >= least))
    near = np.zeros(len(candidate), dtype=bool)
    taken = np.zeros(len(track.points), dtype=bool)
    ranges = _near(track, candidate, base)
    sharpest_first = np.lexsort(
        (np.arange(len(candidate)), -np.round(angle[candidate], _SAME_ANGLE))
    )
    for number in sharpest_first.tolist():
        if near[number]:
            continue
        taken[candidate[number]] = True
        for low, high in ranges:
            near[low[number] : high[number]] = True
    return taken


def _near(track: Track, candidate: Ints, base: float) -> list[tuple[Ints, Ints]]:
    """Return for each candidate the ranges of those that are near: beside it, and around a ring's end."""
    arc, at = track.arc[candidate], track.measure[candidate]
    lengths = track.measure[track.starts[1:] - 1]
    reach, length = _reach(track, base)[arc], lengths[arc]
    axis = np.concatenate([[0.0], np.cumsum(lengths + base + 1.0)[:-1]])[arc] + at
    first, last = np.searchsorted(arc, arc, side="left"), np.searchsorted(arc, arc, side="right")
    found = []
    for turn in (0.0, length, -length):
        low = np.searchsorted(axis, axis + turn - reach, side="right")
        high = np.searchsorted(axis, axis + turn + reach, side="left")
        beside = track.closed[arc] | (np.abs(turn) == 0.0)
        found.append((np.maximum(low, first), np.where(beside, np.minimum(high, last), 0)))
    return found
