"""Lines with fewer vertices that keep their area: segments collapse to points.

A segment BC between neighbours A and D gives way to one point E, so that A-E-D bounds the same
area as A-B-C-D: E lies on a line parallel to AD, where that meets AB or CD. Source: Kronenfeld,
Stanislawski, Buttenfield, Brockmeyer 2020, Simplification of polylines by segment collapse
(Cartography and Geographic Information Science 47). The saw teeth of pixels go first, for they cost
least; the area on either side of a line stays as it was, no vertex of the old line lies farther
from the new one than the tolerance, nor one of the new line from the old.

The authors take segments one after the other from a queue; here all segments that cost less than
their neighbours collapse at the same time, so a million vertices take seconds in NumPy.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_STAGES = (0.125, 0.25, 0.5, 1.0)
_MIN_RING = 4
_SHARP = 0.5
"""Cosine of 60 degrees: no new angle is sharper than that. Redline's own."""
_NEAR = 3
"""Segments this many steps apart share no vertex of their neighbourhoods."""


@dataclass(frozen=True)
class Lines:
    """Lines one after the other.

    Attributes:
        points: (n, 2) coordinates; a ring's first point is not repeated at its end.
        starts: (m + 1,) index of each line's first point, and n.
        closed: (m,) whether the line is a ring.
    """

    points: Floats
    starts: Ints
    closed: Bools

    def line(self, index: int) -> Floats:
        """Return the coordinates of one line, (k, 2)."""
        return self.points[self.starts[index] : self.starts[index + 1]]


def collapse(
    lines: Lines, fixed: Bools, tolerance: Floats, feedback: Feedback | None = None
) -> Lines:
    """Return the lines with as few vertices as the tolerance allows.

    Args:
        lines: what to simplify.
        fixed: (n,) points that stay; the ends of open lines stay in any case.
        tolerance: (m,) the largest distance of old vertices from the new line and of new
            ones from the old, in the lines' unit.
        feedback: asked whether to stop.
    """
    return _Collapse(lines, fixed, tolerance).run(feedback or Quiet())


class _Collapse:
    """The state: a doubly linked list in arrays; slot i holds the i-th point or the E that took it."""

    def __init__(self, lines: Lines, fixed: Bools, tolerance: Floats) -> None:
        count = len(lines.points)
        self._lines = lines
        self._old = lines.points
        self._now = lines.points.copy()
        sizes = np.diff(lines.starts)
        self._line = np.repeat(np.arange(len(sizes)), sizes)
        self._tolerance = tolerance[self._line]
        self._sizes = sizes
        self._left = sizes.copy()
        index = np.arange(count)
        self._previous, self._next = index - 1, index + 1
        nonempty = sizes > 0
        first, last = lines.starts[:-1][nonempty], lines.starts[1:][nonempty] - 1
        ring = lines.closed[nonempty]
        self._previous[first] = np.where(ring, last, -1)
        self._next[last] = np.where(ring, first, -1)
        self._free = ~fixed
        self._free[first[~ring]] = False
        self._free[last[~ring]] = False
        self._alive = np.ones(count, dtype=bool)
        self._blocked = np.zeros(count, dtype=bool)
        # The run of old points that a slot stands for.
        self._from, self._to = index.copy(), index.copy()
        self._order = _scattered(self._old)

    def run(self, feedback: Feedback) -> Lines:
        for done, stage in enumerate(_STAGES):
            feedback.progress(done / len(_STAGES))
            self._blocked[:] = False
            while self._round(stage):
                stop_if_cancelled(feedback)
        return self._result()

    def _round(self, stage: float) -> bool:
        """Collapse what can be at this share of the tolerance; return whether to go on."""
        b = self._candidates()
        if len(b) == 0:
            return False
        a, c = self._previous[b], self._next[b]
        d = self._next[c]
        now = self._now
        point, cost = _merged(now[a], now[b], now[c], now[d])
        cost = np.where(self._sharper(a, b, c, d, point), np.inf, cost)
        with np.errstate(invalid="ignore"):
            fits = cost <= stage * self._tolerance[b]
        chosen = np.flatnonzero(fits)[self._cheapest_around(b[fits], cost[fits])]
        if len(chosen) == 0:
            return False
        b, point = b[chosen], point[chosen]
        good = self._near_enough(b, point)
        self._blocked[b[~good]] = True
        self._apply(b[good], point[good])
        return True

    def _candidates(self) -> Ints:
        b = np.flatnonzero(self._alive & self._free & ~self._blocked)
        ring = self._lines.closed[self._line[b]]
        b = b[~ring | (self._left[self._line[b]] > _MIN_RING)]
        c = self._next[b]
        return b[(c >= 0) & self._free[c]]

    def _sharper(self, a: Ints, b: Ints, c: Ints, d: Ints, point: Floats) -> Bools:
        """Return where the new line would have a sharp angle that the old one has not."""
        now = self._now
        before, after = self._previous[a], self._next[d]
        start = np.where((before >= 0)[:, None], now[before], now[a] + (now[a] - now[b]))
        end = np.where((after >= 0)[:, None], now[after], now[d] + (now[d] - now[c]))
        old = np.maximum.reduce(
            [
                _fold(start, now[a], now[b]),
                _fold(now[a], now[b], now[c]),
                _fold(now[b], now[c], now[d]),
                _fold(now[c], now[d], end),
            ]
        )
        new = np.maximum.reduce(
            [
                _fold(start, now[a], point),
                _fold(now[a], point, now[d]),
                _fold(point, now[d], end),
            ]
        )
        return (new > _SHARP) & (new > old)

    def _cheapest_around(self, b: Ints, cost: Floats) -> Bools:
        """Return which candidates cost less than all near ones; ties are broken by a fixed order."""
        whole = np.full(len(self._now), np.inf)
        whole[b] = cost
        best = np.ones(len(b), dtype=bool)
        order = self._order
        for step in (self._previous, self._next):
            other = b
            for _ in range(_NEAR):
                moved = step[other]
                other = np.where(moved >= 0, moved, other)
                there = whole[other]
                worse = (there < cost) | ((there == cost) & (order[other] < order[b]))
                best &= ~(worse & (other != b))
        return best

    def _near_enough(self, b: Ints, point: Floats) -> Bools:
        """Return where old points and the new line lie near each other: of all runs that it touches.

        The runs of A and D are measured again, since the edges beside them change.
        """
        a, d = self._previous[b], self._next[self._next[b]]
        line = self._line[b]
        start, size = self._lines.starts[line], self._sizes[line]
        first = self._from[a] - start
        count = (self._to[d] - start - first) % size
        owner = np.repeat(np.arange(len(b)), count + 1)
        step = np.arange(len(owner)) - np.repeat(np.cumsum(count + 1) - (count + 1), count + 1)
        old = self._old[start[owner] + (first[owner] + step) % size[owner]]
        following = self._old[start[owner] + (first[owner] + step + 1) % size[owner]]
        now = self._now
        before, after = self._previous[a], self._next[d]
        path = [
            np.where((before >= 0)[:, None], now[before], now[a]),
            now[a],
            point,
            now[d],
            np.where((after >= 0)[:, None], now[after], now[d]),
        ]
        away = np.minimum.reduce(
            [distance_to_segment(old, p[owner], q[owner]) for p, q in zip(path, path[1:])]
        )
        good = np.ones(len(b), dtype=bool)
        good[owner[away > self._tolerance[b][owner]]] = False
        inner = step < count[owner]
        nearest = np.full(len(b), np.inf)
        np.minimum.at(
            nearest,
            owner[inner],
            distance_to_segment(point[owner[inner]], old[inner], following[inner]),
        )
        return good & (nearest <= self._tolerance[b])

    def _apply(self, b: Ints, point: Floats) -> None:
        a, c = self._previous[b], self._next[b]
        d = self._next[c]
        self._now[b] = point
        self._to[b] = self._to[c]
        self._alive[c] = False
        self._next[b] = d
        self._previous[d] = b
        np.subtract.at(self._left, self._line[b], 1)
        for near in (a, b, d, self._previous[a]):
            self._blocked[near[near >= 0]] = False

    def _result(self) -> Lines:
        counts = np.bincount(self._line[self._alive], minlength=len(self._sizes))
        starts = np.concatenate(([0], np.cumsum(counts)))
        return Lines(self._now[self._alive], starts, self._lines.closed)


def _merged(a: Floats, b: Floats, c: Floats, d: Floats) -> tuple[Floats, Floats]:
    """Return E of each quadruple, and how far the line moves by it (inf where there is no E)."""
    base = d - a
    twice = cross(b - a, c - a) + cross(c - a, base)
    side_b, side_c = cross(b - a, base), cross(c - a, base)
    # The farther of two on one side gives its line, as does the one on the side where E must lie.
    same = side_b * side_c >= 0.0
    on_ab = np.where(same, np.abs(side_b) >= np.abs(side_c), side_b * twice > 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        along_ab = a + (twice / side_b)[:, None] * (b - a)
        along_cd = d + (twice / side_c)[:, None] * (c - d)
    point = np.where(on_ab[:, None], along_ab, along_cd)
    straight = (side_b == 0.0) & (side_c == 0.0)
    point[straight] = b[straight]
    cost = np.maximum(
        np.maximum(_to_corner(b, a, point, d), _to_corner(c, a, point, d)),
        np.minimum(
            distance_to_segment(point, b, c),
            np.minimum(distance_to_segment(point, a, b), distance_to_segment(point, c, d)),
        ),
    )
    usable = np.isfinite(point).all(axis=1) & (np.hypot(base[:, 0], base[:, 1]) > 0.0)
    return point, np.where(usable, cost, np.inf)


def _fold(p: Floats, q: Floats, r: Floats) -> Floats:
    """Return the cosine of the angle at each q: 1 where the line turns back on itself."""
    u, v = p - q, r - q
    size = np.hypot(u[:, 0], u[:, 1]) * np.hypot(v[:, 0], v[:, 1])
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.einsum("ij,ij->i", u, v) / size
    return np.where(np.isfinite(found), found, -1.0)


def _to_corner(p: Floats, a: Floats, e: Floats, d: Floats) -> Floats:
    return np.minimum(distance_to_segment(p, a, e), distance_to_segment(p, e, d))


def cross(u: Floats, v: Floats) -> Floats:
    """Return the cross products of vectors, (n,)."""
    return u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]


def distance_to_segment(p: Floats, a: Floats, b: Floats) -> Floats:
    """Return the distance of each point from its segment, (n,)."""
    along = b - a
    length2 = np.einsum("ij,ij->i", along, along)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.einsum("ij,ij->i", p - a, along) / length2
    t = np.where(length2 > 0.0, np.clip(t, 0.0, 1.0), 0.0)
    away = p - (a + t[:, None] * along)
    return np.hypot(away[:, 0], away[:, 1])


def _scattered(points: Floats) -> NDArray[np.uint64]:
    """Return a number for each point that looks random but follows from its coordinates alone."""
    bits = np.ascontiguousarray(points).view(np.uint64).reshape(-1, 2)
    with np.errstate(over="ignore"):
        mixed = bits[:, 0] * np.uint64(0x9E3779B97F4A7C15) ^ bits[:, 1]
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
