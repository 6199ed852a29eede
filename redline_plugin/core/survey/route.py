"""A short round trip through many places: 2-opt and Or-opt with lists of neighbours, and kicks.

The trip begins along a space-filling curve (J. Bartholdi and L. Platzman, Operations Research Letters
1, 1982). Two legs are exchanged, or up to three places moved, as long as that shortens it; only the ten
nearest places of each are tried, and only places whose legs changed since (J. Bentley, ORSA Journal on
Computing 4, 1992). Then some legs in one neighbourhood are exchanged at random and the trip mended
again; what is not shorter is undone (O. Martin, S. Otto and E. Felten, Complex Systems 5, 1991). The
numbers of tries are fixed, so that the same places always give the same trip.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from scipy.spatial import cKDTree

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.routecost import Walk

NEIGHBOURS = 10
MOST_TURNED = 25_000
"""Places that one exchange turns round at most: without a limit, a long trip takes quadratic time."""

_KICKS_A_PLACE = 10
_FEW = 4
_KICK_SPAN = 50
_LEAST_GAIN = 1e-9
_CHECK_EVERY = 500
_CURVE_BITS = 16


def round_trip(walk: Walk, feedback: Feedback, kicks: int) -> list[int]:
    """Return a short round trip through all places of a walk, from its first one.

    Args:
        walk: minutes between places.
        feedback: cancel, progress.
        kicks: how many at most; they shorten it by another 5 % and take most of the time, half a
            millisecond each.

    Raises:
        CancelledError: the user stopped.
    """
    count = len(walk.places)
    if count <= 3:
        return list(range(count))
    trip = _Trip(walk, along_curve(walk.places).tolist(), feedback)
    trip.improve(range(count), told=True)
    trip.kick(min(kicks, _KICKS_A_PLACE * count) if count > _FEW else 0)
    order = trip.order
    start = order.index(0)
    order = order[start:] + order[:start]
    # Either way round is as long: the one that begins with the lower place.
    return order if order[1] < order[-1] else [order[0], *order[:0:-1]]


def along_curve(places: Floats) -> Ints:
    """Return the order of places along Hilbert's curve over their extent."""
    low = places.min(axis=0)
    size = max(float((places.max(axis=0) - low).max()), 1e-9)
    cells = np.minimum((places - low) / size * (1 << _CURVE_BITS), (1 << _CURVE_BITS) - 1)
    x, y = cells.astype(np.int64).T
    found = np.zeros(len(places), dtype=np.int64)
    # J. Skilling's turns, one bit of both coordinates after the other.
    for bit in range(_CURVE_BITS - 1, -1, -1):
        right, up = (x >> bit) & 1, (y >> bit) & 1
        found += ((3 * right) ^ up) << (2 * bit)
        flip = (up == 0) & (right == 1)
        side = (1 << bit) - 1
        x, y = (
            np.where(flip, side - (x & side), x & side),
            np.where(flip, side - (y & side), y & side),
        )
        x, y = np.where(up == 0, y, x), np.where(up == 0, x, y)
    return np.lexsort((places[:, 1], places[:, 0], found))


class _Trip:
    """A round trip that is being improved; every change is a stretch turned round, which can be undone."""

    def __init__(self, walk: Walk, order: list[int], feedback: Feedback) -> None:
        self.order = order
        self._feedback = feedback
        self._minutes = walk.minutes
        self._count = len(order)
        self._at = [0] * self._count
        for position, place in enumerate(order):
            self._at[place] = position
        self._near = _neighbours(walk)
        self._log: list[tuple[int, int]] = []

    def improve(self, places: object, told: bool = False) -> float:
        """Improve round some places until nothing more helps; return what was gained, minutes."""
        waiting = deque(places)  # type: ignore[call-overload]
        inside = [False] * self._count
        for place in waiting:
            inside[place] = True
        gained = 0.0
        done = 0
        while waiting:
            place = waiting.popleft()
            inside[place] = False
            done += 1
            if told and done % _CHECK_EVERY == 0:
                stop_if_cancelled(self._feedback)
                self._feedback.progress(min(0.7, 0.7 * done / (3.0 * self._count)))
            while True:
                gain, changed = self._exchange(place)
                if gain <= 0.0:
                    gain, changed = self._move(place)
                if gain <= 0.0:
                    break
                gained += gain
                for each in changed:
                    if not inside[each]:
                        inside[each] = True
                        waiting.append(each)
        return gained

    def kick(self, kicks: int) -> None:
        """Exchange legs at random in one neighbourhood and mend, so many times; keep what helps."""
        random = np.random.default_rng(self._count)
        span = min(_KICK_SPAN, self._count - 1)
        starts = random.integers(0, self._count, kicks).tolist()
        cuts = np.sort(random.random((kicks, 2)), axis=1).tolist()  # nosec B311: no secret
        for number, (start, (one, two)) in enumerate(zip(starts, cuts)):
            if number % _CHECK_EVERY == 0:
                stop_if_cancelled(self._feedback)
                self._feedback.progress(0.7 + 0.3 * number / kicks)
            first = 1 + int(one * (span - 2))
            second = first + 1 + int(two * (span - 1 - first))
            self._log.clear()
            lost, changed = self._swap(start, first, second)
            if self.improve(changed) - lost < _LEAST_GAIN:
                for low, high in reversed(self._log):
                    self._turn_inside(low, high)
        self._log.clear()

    def _exchange(self, place: int) -> tuple[float, tuple[int, ...]]:
        """Exchange a leg of a place and another one, if that shortens the trip (2-opt)."""
        order, at, minutes, count = self.order, self._at, self._minutes, self._count
        here = at[place]
        for step in (1, -1):
            after = order[(here + step) % count]
            leg = minutes(place, after)
            for other, away in self._near[place]:
                gain = leg - away
                if gain <= _LEAST_GAIN:
                    break
                beyond = order[(at[other] + step) % count]
                gain += minutes(other, beyond) - minutes(after, beyond)
                if gain > _LEAST_GAIN and (
                    self._turn(after, other) if step == 1 else self._turn(other, after)
                ):
                    return gain, (place, after, other, beyond)
        return 0.0, ()

    def _move(self, place: int) -> tuple[float, tuple[int, ...]]:
        """Move a place, with up to two that follow or go before, between two others (Or-opt)."""
        order, at, minutes, count = self.order, self._at, self._minutes, self._count
        here = at[place]
        for step in (1, -1):
            before = order[(here - step) % count]
            for length in range(1, min(4, count - 2)):
                end = order[(here + step * (length - 1)) % count]
                after = order[(here + step * length) % count]
                free = minutes(before, place) + minutes(end, after) - minutes(before, after)
                if free <= _LEAST_GAIN:
                    continue
                for other, away in self._near[place]:
                    if free - away <= _LEAST_GAIN:
                        break
                    # Where it stands in the trip, counted from the first place of the stretch.
                    offset = (at[other] - here) * step % count
                    if offset < length:
                        continue
                    for side in (step, -step):
                        beside = order[(at[other] + side) % count]
                        if (at[beside] - here) * step % count < length:
                            continue
                        gain = free - away - minutes(end, beside) + minutes(other, beside)
                        if gain > _LEAST_GAIN and self._carry(
                            place, end, before, after, other, beside, step, side
                        ):
                            return gain, (before, after, place, end, other, beside)
        return 0.0, ()

    def _carry(
        self,
        place: int,
        end: int,
        before: int,
        after: int,
        other: int,
        beside: int,
        step: int,
        side: int,
    ) -> bool:
        """Put the stretch from a place to its end between two others, the place beside ``other``."""
        at, count = self._at, self._count
        # As the trip runs: the stretch first..last between what goes before and what follows it.
        first, last = (place, end) if step == 1 else (end, place)
        follow, ahead = (after, before) if step == 1 else (before, after)
        left, right = (other, beside) if side == 1 else (beside, other)
        between = (at[left] - at[last]) % count
        behind = (at[first] - at[right]) % count
        if min(between, behind) > MOST_TURNED:
            return False
        if between <= behind:
            # first..last follow..left | right  becomes  follow..left, then the stretch.
            self._turn_between(first, left)
            self._turn_between(left, follow)
        else:
            self._turn_between(right, last)
            self._turn_between(ahead, right)
        # It lies the other way round now; the place must stand beside ``other``.
        wants_first = other == left
        if (self.order[(at[place] - 1) % count] == left) != wants_first:
            self._turn_between(last, first)
        return True

    def _swap(self, start: int, first: int, second: int) -> tuple[float, list[int]]:
        """Exchange two stretches that follow one another; return the minutes lost and their ends."""
        order, minutes, count = self.order, self._minutes, self._count
        a = order[start]
        b, c = order[(start + 1) % count], order[(start + first) % count]
        d, e = order[(start + first + 1) % count], order[(start + second) % count]
        f = order[(start + second + 1) % count]
        lost = minutes(a, d) + minutes(e, b) + minutes(c, f)
        lost -= minutes(a, b) + minutes(c, d) + minutes(e, f)
        self._turn_between(b, e)
        self._turn_between(e, d)
        self._turn_between(c, b)
        return lost, [a, b, c, d, e, f]

    def _turn(self, first: int, last: int) -> bool:
        """Turn round the stretch from one place to another, or all the rest, whichever is shorter."""
        count, low = self._count, self._at[first]
        length = (self._at[last] - low) % count + 1
        if 2 * length > count:
            low, length = (low + length) % count, count - length
        if length > MOST_TURNED:
            return False
        self._turn_inside(low, length)
        self._log.append((low, length))
        return True

    def _turn_between(self, first: int, last: int) -> None:
        """Turn round exactly the stretch from one place to another."""
        low = self._at[first]
        length = (self._at[last] - low) % self._count + 1
        self._turn_inside(low, length)
        self._log.append((low, length))

    def _turn_inside(self, low: int, length: int) -> None:
        order, at, count = self.order, self._at, self._count
        high = low + length
        if high <= count:
            part = order[low:high]
            part.reverse()
            order[low:high] = part
            for position, place in enumerate(part, low):
                at[place] = position
            return
        part = order[low:] + order[: high - count]
        part.reverse()
        order[low:] = part[: count - low]
        order[: high - count] = part[count - low :]
        for position, place in enumerate(part, low):
            at[place] = position % count


def _neighbours(walk: Walk) -> list[list[tuple[int, float]]]:
    """Return the nearest places of each with their minutes, the quickest first."""
    count = len(walk.places)
    number = min(NEIGHBOURS + 1, count)
    near = cKDTree(walk.places).query(walk.places, number)[1].tolist()
    minutes = walk.minutes
    return [
        sorted(
            ((other, minutes(place, other)) for other in others if other != place),
            key=lambda each: (each[1], each[0]),
        )
        for place, others in enumerate(near)
    ]
