"""Of all placements with the fewest markers, the one that serves best.

Dynamic programming over candidates: for each, the best way to it from those before it that are
within one spacing and beyond which no wanted interval would be passed by. Costs count in this order:
electronic markers, markers, places at which only witness markers can stand, places where no planned
marker is already, and then how well the places serve. The candidates hold the farthest-reaching
placement (:mod:`reach`), so the number found is the least one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.placing.reach import SAME, Track

EVEN = 0.4
"""What an interval of a whole spacing costs among the soft costs; shorter ones by their square."""


@dataclass(frozen=True)
class Candidates:
    """Places where markers may stand.

    Attributes:
        place: (n,) in spacings used up, in order.
        soft: (n,) 0 for a place that serves best, at most 0.6.
        electronic, witness: (n,) what would stand there.
        kept: (n,) whether a planned marker is there already.
    """

    place: Floats
    soft: Floats
    electronic: Bools
    witness: Bools
    kept: Bools

    def part(self, which: Ints | slice) -> Candidates:
        """Return some of them."""
        return Candidates(
            self.place[which],
            self.soft[which],
            self.electronic[which],
            self.witness[which],
            self.kept[which],
        )


class Chooser:
    """Chooses on one track."""

    def __init__(self, track: Track) -> None:
        wanted = track.wanted
        order = np.argsort(wanted.stop, kind="stable")
        self._stop = wanted.stop[order]
        # Up to each end: the farthest start of what must have had its marker before.
        self._start = np.concatenate([[-np.inf], np.maximum.accumulate(wanted.start[order])])

    def least_before(self, place: Floats) -> Floats:
        """Return where the marker before one at each place may be, at the least."""
        passed = np.searchsorted(self._stop, place - SAME, side="left")
        return np.maximum(place - 1.0, self._start[passed]) - SAME

    def best(
        self, begin: float, end: float, candidates: Candidates, count: int
    ) -> tuple[Ints, float]:
        """Return which candidates to take between two markers, in order, and what they cost.

        Args:
            begin, end: places of the two markers.
            candidates: between them.
            count: the least number of markers that is known to suffice.

        Returns:
            Indices, and the cost: infinite where the candidates do not suffice.
        """
        n = len(candidates.place)
        place = np.concatenate([[begin], candidates.place, [end]])
        # Each kind of cost outweighs all that may come together of those after it.
        base = float(count + 2)
        own = np.concatenate(
            [
                candidates.soft
                + base * ~candidates.kept
                + base**2 * candidates.witness
                + base**3
                + base**4 * candidates.electronic,
                [0.0],
            ]
        )
        low = np.searchsorted(place, self.least_before(place[1:]), side="left").tolist()
        cost = np.full(n + 2, np.inf)
        cost[0] = 0.0
        back = np.zeros(n + 2, dtype=np.int64)
        for at in range(1, n + 2):
            first = low[at - 1]
            if first >= at:
                continue
            ways = cost[first:at] + EVEN * (place[at] - place[first:at]) ** 2
            best = int(np.argmin(ways))
            cost[at] = ways[best] + own[at - 1]
            back[at] = first + best
        if not np.isfinite(cost[-1]):
            return np.empty(0, dtype=np.int64), np.inf
        taken = []
        at = int(back[n + 1])
        while at > 0:
            taken.append(at - 1)
            at = int(back[at])
        return np.array(taken[::-1], dtype=np.int64), float(cost[-1])
