"""The fewest vertices of a line from whose polyline it lies nowhere farther than a tolerance.

A side from one vertex to a later one may be used when every vertex between them is within the
tolerance of it; the line between is then within it, since a segment's farthest point from a segment
is an end, and no place of the side is farther from the line, since the line passes by all of it from
end to end. Which sides may be used is found with two cones for each vertex, one ahead and one back:
a side is near enough when it is so as a ray from either end (Chan, Chin 1996, Approximation of
polygonal curves with minimum number of line segments or minimum error; Imai, Iri 1988). Among the
paths over such sides one with the fewest is taken, and of these the one with the least squared
distance between line and sides. All vertices grow their cones at the same time, in NumPy.

So that time and memory are bounded, a side spans at most :data:`LONGEST` vertices, and pieces of more
than :data:`PIECE` vertices are cut. Pieces of more than LONGEST vertices are thinned first: vertices go
that are within a ten-thousandth of the tolerance of the rest (Douglas, Peucker 1973), which leaves the
sides all but that of it. On a curve a side then passes about a hundred of what is left, however dense
it was, and on a straight line any number of vertices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled

LONGEST = 250
PIECE = 20_000
_THINNED = 1e-4
"""Share of the tolerance that thinning takes."""
_NONE = np.iinfo(np.int64).max
_SAME = 6
"""Decimals of m3; paths whose squared distances differ by less are equal, the first one counts."""


@dataclass(frozen=True)
class Fewest:
    """The chosen vertices.

    Attributes:
        kept: (n,) which vertices are points; the ends of pieces are.
        sides: (p,) how many sides each piece has; squared: (p,) the squared distance between it and
            its sides, summed along it, m3.
    """

    kept: Bools
    sides: Ints
    squared: Floats


def fewest(points: Floats, begin: Ints, end: Ints, tolerance: float, feedback: Feedback) -> Fewest:
    """Choose vertices of pieces of lines.

    Args:
        points: (n, 2) vertices of lines, one line after the other.
        begin, end: (p,) first and last vertex of each piece, in order; a piece may begin where the
            one before ends, and else they share nothing.
        tolerance: in the unit of the points, above 0.
        feedback: progress and cancel.

    Raises:
        CancelledError: the user stopped.
    """
    long = end - begin > LONGEST
    if not long.any():
        return _fewest(points, begin, end, tolerance, feedback)
    short = _fewest(points, begin[~long], end[~long], tolerance, Part(feedback, 0.0, 0.5))
    vertex, first, last = _thinned(points, begin[long], end[long], _THINNED * tolerance)
    rest = _fewest(
        points[vertex], first, last, (1.0 - _THINNED) * tolerance, Part(feedback, 0.5, 1.0)
    )
    kept = short.kept
    kept[vertex[rest.kept]] = True
    sides, squared = np.zeros(len(begin), dtype=np.int64), np.zeros(len(begin))
    sides[~long], sides[long] = short.sides, rest.sides
    squared[~long], squared[long] = short.squared, rest.squared
    return Fewest(kept, sides, squared)


def _thinned(points: Floats, begin: Ints, end: Ints, within: float) -> tuple[Ints, Ints, Ints]:
    """Return the vertices that are left of pieces, and where each piece begins and ends among them."""
    left = []
    for start, stop in zip(begin.tolist(), end.tolist()):
        own = points[start : stop + 1]
        simple = shapely.simplify(shapely.linestrings(own), within, preserve_topology=False)
        # A line comes by each place once, but a loop's end is its beginning.
        places = set(map(tuple, shapely.get_coordinates(simple).tolist()))
        left.append(start + np.array([n for n, p in enumerate(own.tolist()) if tuple(p) in places]))
    last = np.cumsum([len(each) for each in left])
    return np.concatenate(left), np.append(0, last[:-1]), last - 1


def _fewest(points: Floats, begin: Ints, end: Ints, tolerance: float, feedback: Feedback) -> Fewest:
    kept = np.zeros(len(points), dtype=bool)
    kept[begin] = kept[end] = True
    sides, squared = np.zeros(len(begin), dtype=np.int64), np.zeros(len(begin))
    part, first, last = _cut(begin, end)
    done = 0
    for start, stop in _together(last - first):
        here = slice(start, stop)
        origin, limit = int(first[start]), int(last[stop - 1]) + 1
        chosen, count, error = _solve(
            points[origin:limit], first[here] - origin, last[here] - origin, tolerance, feedback
        )
        kept[origin:limit] |= chosen
        np.add.at(sides, part[here], count)
        np.add.at(squared, part[here], error)
        done += limit - origin
        feedback.progress(min(1.0, done / max(len(points), 1)))
    return Fewest(kept, sides, squared)


def _cut(begin: Ints, end: Ints) -> tuple[Ints, Ints, Ints]:
    """Cut pieces that are too long into equal parts; return piece, first and last of each part."""
    size = end - begin
    parts = np.maximum(-(-size // PIECE), 1)
    part = np.repeat(np.arange(len(begin)), parts)
    number = np.arange(len(part)) - np.repeat(np.cumsum(parts) - parts, parts)
    first = begin[part] + size[part] * number // parts[part]
    last = begin[part] + size[part] * (number + 1) // parts[part]
    return part, first, last


def _together(sizes: Ints) -> Iterator[tuple[int, int]]:
    """Yield ranges of pieces that are done together, about PIECE vertices each."""
    start, total = 0, 0
    for number, size in enumerate(sizes.tolist()):
        if total and total + size > PIECE:
            yield start, number
            start, total = number, 0
        total += size
    if len(sizes):
        yield start, len(sizes)


class _Cones:
    """For each vertex the directions of rays that pass all vertices so far within the tolerance."""

    def __init__(self, count: int, tolerance: float) -> None:
        self._tolerance = tolerance
        self._axis = np.zeros(count)
        self._low = np.full(count, -np.inf)
        self._high = np.full(count, np.inf)
        self._free = np.ones(count, dtype=bool)
        self.alive = np.ones(count, dtype=bool)

    def meet(self, at: Ints, away: Floats, direction: Floats) -> Bools:
        """Return whether the rays to the next vertices are in the cones, then narrow these by them."""
        # Angles are told from the first vertex that narrows a cone; all others are within a right
        # angle of it, or the cone is empty.
        turn = direction - self._axis[at]
        turn = np.where(self._free[at], 0.0, turn - 2.0 * np.pi * np.round(turn / (2.0 * np.pi)))
        inside = self.alive[at] & (turn >= self._low[at]) & (turn <= self._high[at])
        far = np.flatnonzero(away > self._tolerance)
        at, turn = at[far], turn[far]
        half = np.arcsin(self._tolerance / away[far])
        self._axis[at] = np.where(self._free[at], direction[far], self._axis[at])
        self._free[at] = False
        self._low[at] = np.maximum(self._low[at], turn - half)
        self._high[at] = np.minimum(self._high[at], turn + half)
        self.alive[at] = self._low[at] <= self._high[at]
        return inside


def shortcuts(
    points: Floats, begin: Ints, end: Ints, tolerance: float, feedback: Feedback
) -> Iterator[tuple[int, Ints]]:
    """Yield for each number of steps the vertices from which a side that long may be used.

    Args as those of :func:`fewest`. A side has two different ends.
    """
    count = len(points)
    limit = np.arange(count)
    size = end - begin
    tails = np.repeat(begin - (np.cumsum(size) - size), size) + np.arange(int(size.sum()))
    limit[tails] = np.repeat(end, size)
    ahead, back = _Cones(count, tolerance), _Cones(count, tolerance)
    index = np.arange(count)
    for step in range(1, LONGEST + 1):
        stop_if_cancelled(feedback)
        tail = index[: count - step]
        tail = tail[
            (limit[: count - step] >= tail + step)
            & (ahead.alive[: count - step] | back.alive[step:])
        ]
        if len(tail) == 0:
            return
        way = points[tail + step] - points[tail]
        away = np.hypot(way[:, 0], way[:, 1])
        direction = np.arctan2(way[:, 1], way[:, 0])
        good = ahead.meet(tail, away, direction)
        good &= back.meet(tail + step, away, direction + np.pi)
        yield step, tail[good & (away > 0.0)]


def _solve(
    points: Floats, begin: Ints, end: Ints, tolerance: float, feedback: Feedback
) -> tuple[Bools, Ints, Floats]:
    """Return the chosen vertices, and the number of sides and the squared distance of each piece."""
    tails, heads = [], []
    for step, tail in shortcuts(points, begin, end, tolerance, feedback):
        tails.append(tail)
        heads.append(tail + step)
    if not tails:
        return np.ones(len(points), dtype=bool), np.zeros(len(begin), dtype=np.int64), np.zeros(0)
    tail, head = np.concatenate(tails), np.concatenate(heads)
    piece = np.searchsorted(begin, tail, side="right") - 1
    squared = _squared(points, begin, end, piece, tail, head)
    step = head - begin[piece]
    order = np.lexsort((tail, head, step))
    tail, head, squared, step = tail[order], head[order], squared[order], step[order]
    from_begin = tail == begin[piece[order]]
    count = np.full(len(points), _NONE // 2)
    error = np.zeros(len(points))
    before = np.zeros(len(points), dtype=np.int64)
    # The same step of all pieces at a time: what leads to it was done before.
    bounds = np.flatnonzero(np.diff(step, prepend=-1, append=-1))
    for number, (start, stop) in enumerate(zip(bounds[:-1], bounds[1:])):
        if number % 1000 == 0:
            stop_if_cancelled(feedback)
        here = slice(start, stop)
        source, first = tail[here], from_begin[here]
        sides = np.where(first, 0, count[source]) + 1
        total = np.where(first, 0.0, error[source]) + squared[here]
        target = head[here]
        groups = np.flatnonzero(np.diff(target, prepend=-1))
        sizes = np.diff(np.append(groups, len(target)))
        least = np.minimum.reduceat(sides, groups)
        total = np.where(sides == np.repeat(least, sizes), total, np.inf)
        best = np.minimum.reduceat(total, groups)
        hit = np.flatnonzero(total == np.repeat(best, sizes))
        hit = hit[np.searchsorted(hit, groups)]
        at = target[groups]
        count[at], error[at], before[at] = least, best, source[hit]
    return _path(len(points), begin, end, before), count[end], error[end]


def _path(count: int, begin: Ints, end: Ints, before: Ints) -> Bools:
    """Return the vertices on the ways back from the ends of pieces."""
    kept = np.zeros(count, dtype=bool)
    kept[begin] = kept[end] = True
    at, start = before[end], begin
    while len(at):
        kept[at] = True
        going = at != start
        at, start = before[at[going]], start[going]
    return kept


def _squared(points: Floats, begin: Ints, end: Ints, piece: Ints, tail: Ints, head: Ints) -> Floats:
    """Return the squared distance of the line from each side's straight, summed along it.

    It follows from running sums of the line's moments. Each piece has its own, told from where it
    begins, so that it does not depend on what else there is.
    """
    sums = np.zeros((len(points) + len(begin), 6))
    shift = np.arange(len(begin))
    for number, (start, stop) in enumerate(zip(begin.tolist(), end.tolist())):
        own = points[start : stop + 1] - points[start]
        a, b = own[:-1], own[1:]
        size = np.hypot(*(b - a).T)
        x, y = (a[:, 0] + b[:, 0]) / 2.0, (a[:, 1] + b[:, 1]) / 2.0
        xx, yy = _product(a, b, 0, 0), _product(a, b, 1, 1)
        moments = np.stack([np.ones(len(a)), x, y, xx, _product(a, b, 0, 1), yy], axis=1)
        sums[start + number + 1 : stop + number + 1] = np.cumsum(moments * size[:, None], axis=0)
    length, x, y, xx, xy, yy = (sums[head + shift[piece]] - sums[tail + shift[piece]]).T
    way = points[head] - points[tail]
    normal = np.stack([-way[:, 1], way[:, 0]], axis=1) / np.hypot(way[:, 0], way[:, 1])[:, None]
    from_begin = points[tail] - points[begin[piece]]
    c = np.einsum("ij,ij->i", normal, from_begin)
    u, v = normal.T
    found = u * u * xx + 2.0 * u * v * xy + v * v * yy - 2.0 * c * (u * x + v * y) + c * c * length
    return np.round(np.maximum(found, 0.0), _SAME)


def _product(a: Floats, b: Floats, one: int, other: int) -> Floats:
    """Return the mean of the product of two coordinates along segments."""
    p, q, r, s = a[:, one], b[:, one], a[:, other], b[:, other]
    return (2.0 * p * r + p * s + q * r + 2.0 * q * s) / 6.0
