"""The fewest markers of a chain: from each the next as far on as the rules let it be.

Positions are in spacings used up (:mod:`course`): neighbours are at most 1 apart. A marker stands
in one of the free intervals; each wanted interval needs a marker in it.

**Why nobody does with fewer.** Let a and b be places of the k-th marker in two placements that keep
the rules up to there, a <= b. Whatever follows a can follow b: take the markers behind a in turn.
Those up to b can be left out (what they were wanted for has its marker in the second placement, or
the interval holds b); the next one is within 1 of a or of one of these, so within 1 of b, and no
wanted interval lies wholly between. So of all ways to place k markers the one that gets farthest is
never worse, and going each time to the farthest free place within 1 that passes no wanted interval
gets farthest for every k (induction). When the end is first within reach, k is the least number.
The argument holds for any set of free places, so points where witness markers can stand are free
intervals of no length.

**With electronic markers**, which stand anywhere but are to be as few as possible: the same argument
holds for each number e of them, so ``F(e, n)``, the farthest place that n markers with e electronic
ones among them reach, is the farther one of: the farthest free place from ``F(e, n - 1)``, and the
farthest place at all from ``F(e - 1, n - 1)``. The first e with which the end is reached is the
least, and the first n with it.

**Rings** without a place that must have a marker may begin anywhere. Push all markers of a best
placement on along the ring as far as each can go. Then one stands at the end of a free interval, or
at the last free place of a wanted one (an electronic one at its end); or each is exactly 1 behind the
one before, and all can be turned together until one does. So it is enough to begin at each of those
places in turn (anywhere, where there is none), and to take the least.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.placing.spans import Spans

SAME = 1e-9
"""Spacings. Places nearer than this are one: about a micrometre."""
STUCK = -1


@dataclass(frozen=True)
class Track:
    """What chains are placed on.

    Attributes:
        free: where markers may stand, merged.
        wanted: (w,) intervals each of which needs a marker, in the order of their starts.
    """

    free: Spans
    wanted: Spans

    @classmethod
    def of(cls, free: Spans, wanted: Spans) -> Track:
        """Put the wanted intervals in order."""
        order = np.argsort(wanted.start, kind="stable")
        return cls(free, Spans(wanted.start[order], wanted.stop[order]))

    def mirrored(self) -> Track:
        """Return the same, walked backwards."""
        return Track.of(
            Spans(-self.free.stop[::-1], -self.free.start[::-1]),
            Spans(-self.wanted.stop[::-1], -self.wanted.start[::-1]),
        )

    def deadlines(self) -> Floats:
        """Return, by how many wanted intervals begin before a place, where the first of the rest ends."""
        ends = np.append(self.wanted.stop, np.inf)
        return np.minimum.accumulate(ends[::-1])[::-1]


class Reach:
    """The farthest places on a track."""

    def __init__(self, track: Track) -> None:
        self._low, self._high = track.free.start, track.free.stop
        self._first = track.wanted.start
        self._deadline = track.deadlines()

    def limit(self, at: Floats) -> Floats:
        """Return how far the next marker behind each place may be."""
        ahead = np.searchsorted(self._first, at + SAME, side="right")
        return np.minimum(at + 1.0, self._deadline[ahead])

    def farthest(self, limit: Floats) -> Floats:
        """Return the last free place up to each limit; minus infinity where there is none."""
        if len(self._low) == 0:
            return np.full(limit.shape, -np.inf)
        span = np.searchsorted(self._low, limit + SAME, side="right") - 1
        found = np.minimum(self._high[np.maximum(span, 0)], limit)
        return np.where(span >= 0, np.maximum(found, self._low[np.maximum(span, 0)]), -np.inf)


@dataclass(frozen=True)
class Least:
    """The least placements of chains.

    Attributes:
        count: (c,) markers between begin and end, STUCK where free places do not suffice.
        chain, step, place: (p,) of each marker of the farthest-reaching placements: its chain, its
            number there (from 1), its position; also those of a stuck chain, up to where it sticks.
    """

    count: Ints
    chain: Ints
    step: Ints
    place: Floats


def least(track: Track, begin: Floats, end: Floats) -> Least:
    """Return the fewest markers between places that have one already, for all chains at once."""
    reach = Reach(track)
    count = np.zeros(len(begin), dtype=np.int64)
    active = np.arange(len(begin))
    at = np.asarray(begin, dtype=np.float64).copy()
    chains, steps, places = [], [], []
    step = 0
    while len(active):
        limit = reach.limit(at)
        there = limit >= end[active] - SAME
        count[active[there]] = step
        active, at, limit = active[~there], at[~there], limit[~there]
        step += 1
        after = reach.farthest(limit)
        stuck = after <= at + SAME
        count[active[stuck]] = STUCK
        active, at = active[~stuck], after[~stuck]
        chains.append(active)
        steps.append(np.full(len(active), step, dtype=np.int64))
        places.append(at)
    if not chains:
        return Least(count, np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    chain, number, place = (np.concatenate(column) for column in (chains, steps, places))
    order = np.lexsort((number, chain))
    return Least(count, chain[order], number[order], place[order])


@dataclass(frozen=True)
class WithElectronic:
    """The placement of one chain with the fewest electronic markers, and with these the fewest at all."""

    place: Floats
    electronic: Bools


def with_electronic(track: Track, begin: float, end: float) -> WithElectronic:
    """Return the least placement of a chain for which free places do not suffice."""
    reach = Reach(track)

    def limit(at: float) -> float:
        return min(float(reach.limit(np.array([at]))[0]), end)

    def farthest(most: float) -> float:
        return float(reach.farthest(np.array([most]))[0])

    # Of each number e of electronic ones: the farthest place by the number of markers, and whether
    # its last marker is electronic. Fewer than e markers cannot have e electronic ones.
    rows: list[list[tuple[float, bool]]] = []
    while True:
        before = rows[-1] if rows else []
        row = [(-np.inf, False)] * len(rows) if rows else [(begin, False)]
        rows.append(row)
        while len(row) <= max(len(before), len(rows) - 1) or np.isfinite(row[-1][0]):
            last = row[-1][0]
            if np.isfinite(last) and limit(last) >= end - SAME:
                return _traced(rows)
            choices = [(-np.inf, False)]
            if np.isfinite(last):
                free = farthest(limit(last))
                if free > last + SAME:
                    choices.append((free, False))
            if len(row) <= len(before) and np.isfinite(before[len(row) - 1][0]):
                choices.append((limit(before[len(row) - 1][0]), True))
            row.append(max(choices))


def _traced(rows: list[list[tuple[float, bool]]]) -> WithElectronic:
    e, n = len(rows) - 1, len(rows[-1]) - 1
    places, electronic = [], []
    while n > 0:
        place, is_electronic = rows[e][n]
        places.append(place)
        electronic.append(is_electronic)
        e -= is_electronic
        n -= 1
    return WithElectronic(np.array(places[::-1]), np.array(electronic[::-1], dtype=bool))
