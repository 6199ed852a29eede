"""Filling chains with as few markers as suffice, at the places that serve best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.placing.candidates import between, tried, windows
from redline_plugin.core.survey.placing.choose import Candidates, Chooser
from redline_plugin.core.survey.placing.reach import (
    SAME,
    STUCK,
    Least,
    Track,
    WithElectronic,
    least,
    with_electronic,
)
from redline_plugin.core.survey.placing.value import Valuer

_AT_ONCE = 5000
"""Chains whose candidates are held at the same time."""


@dataclass(frozen=True)
class Filled:
    """What a chain got.

    Attributes:
        place: (n,) markers between its ends, in spacings used up.
        electronic: (n,) which of them are.
        fewest: how few they can be at the least.
        cost: of the choice, to compare chains of one ring.
    """

    place: Floats
    electronic: Bools
    fewest: int
    cost: float


NOTHING = Filled(np.empty(0), np.empty(0, dtype=bool), 0, 0.0)


def together(some: Sequence[Filled]) -> Filled:
    """Return what several chains got, in one."""
    return Filled(
        np.concatenate([NOTHING.place, *(filled.place for filled in some)]),
        np.concatenate([NOTHING.electronic, *(filled.electronic for filled in some)]),
        sum(filled.fewest for filled in some),
        sum(filled.cost for filled in some),
    )


@dataclass
class Filler:
    """Fills chains on one track.

    Attributes:
        track, valuer: the track, and what its places are worth.
        special: turning points and planned markers on it, in order.
    """

    track: Track
    valuer: Valuer
    special: Floats
    chooser: Chooser = field(init=False)
    mirrored: Track = field(init=False)

    def __post_init__(self) -> None:
        self.chooser = Chooser(self.track)
        self.mirrored = self.track.mirrored()

    def least(self, begin: Floats, end: Floats) -> Least:
        """Return the fewest markers of chains."""
        return least(self.track, begin, end)

    def fill(self, begin: Floats, end: Floats, ahead: Least, feedback: Feedback) -> list[Filled]:
        """Fill chains for which free places suffice.

        Args:
            begin, end: (c,) in spacings used up.
            ahead: what :meth:`least` told of them; those that are stuck get nothing.
            feedback: progress and cancel.
        """
        found = [NOTHING] * len(begin)
        chains = np.flatnonzero(ahead.count > 0)
        bounds = np.searchsorted(ahead.chain, np.arange(len(begin) + 1))
        for start in range(0, len(chains), _AT_ONCE):
            part = chains[start : start + _AT_ONCE]
            rows = np.concatenate([np.arange(bounds[c], bounds[c + 1]) for c in part.tolist()])
            number = np.repeat(np.arange(len(part)), bounds[part + 1] - bounds[part])
            some = Least(ahead.count[part], number, ahead.step[rows], ahead.place[rows])
            self._fill(begin[part], end[part], some, part, found, feedback)
            feedback.progress(min(1.0, (start + _AT_ONCE) / max(len(chains), 1)))
        return found

    def _fill(
        self,
        begin: Floats,
        end: Floats,
        ahead: Least,
        part: Ints,
        found: list[Filled],
        feedback: Feedback,
    ) -> None:
        back = least(self.mirrored, -end, -begin)
        chain, place = tried(self.track, windows(begin, end, ahead, back), self.special)
        candidates = self.valuer.of(place)
        bounds = np.searchsorted(chain, np.arange(len(part) + 1))
        for number, of in enumerate(part.tolist()):
            if number % 200 == 0:
                stop_if_cancelled(feedback)
            here = candidates.part(slice(int(bounds[number]), int(bounds[number + 1])))
            count = int(ahead.count[number])
            found[of] = self._chosen(float(begin[number]), float(end[number]), here, count)

    def _chosen(self, begin: float, end: float, here: Candidates, count: int) -> Filled:
        taken, cost = self.chooser.best(begin, end, here, count)
        return Filled(here.place[taken], here.electronic[taken], count, cost)

    def with_electronic(self, begin: float, end: float) -> WithElectronic:
        """Return the least placement of a chain that is stuck without electronic markers."""
        return with_electronic(self.track, begin, end)

    def fill_electronic(self, begin: float, end: float, known: WithElectronic) -> Filled:
        """Fill a chain that needs electronic markers."""
        places = between(self.track, begin, end, self.special, known.place, anywhere=True)
        return self._chosen(begin, end, self.valuer.of(places), len(known.place))

    def gaps(self, begin: float, end: float) -> tuple[list[float], list[tuple[float, float]]]:
        """Cut a chain that is stuck where nothing can stand for more than a spacing.

        Returns:
            Places at both ends of each such gap, which must have markers, without those of the chain;
            and the gaps.
        """
        cuts: list[float] = []
        gaps: list[tuple[float, float]] = []
        while True:
            found = self.least(np.array([begin]), np.array([end]))
            if found.count[0] != STUCK:
                return cuts, gaps
            stuck = float(found.place[-1]) if len(found.place) else begin
            span = int(np.searchsorted(self.track.free.start, stuck + SAME, side="right"))
            after = float(np.append(self.track.free.start, np.inf)[span])
            after = min(after, end)
            gaps.append((stuck, after))
            if stuck > begin + SAME:
                cuts.append(stuck)
            if after >= end - SAME:
                return cuts, gaps
            cuts.append(after)
            begin = after
