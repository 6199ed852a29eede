"""The red line moved so that it runs through accepted markers; what neighbours share moves once.

A move that would break the topology, or take protected land out, is refused and listed; the others
go through. Moves are tried together; of those that bring about a conflict the one that moves
farthest is dropped, and what is left is tried again. Then those that were dropped are tried on what
has moved, together and one by one, until none of them can be made. So a second run with the moved
line begins where this one ended, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.check.polygons import names_of_points
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.relocateaccount import Account, account_of
from redline_plugin.core.survey.relocatecheck import conflicts_of
from redline_plugin.core.survey.relocateshape import (
    Conflict,
    Moved,
    moved_vertices,
    spread_vertices,
    with_vertices,
)
from redline_plugin.core.survey.resultschoices import VERTEX
from redline_plugin.core.text import Message, msg

STAYS = 1e-6
"""m. A marker that would move by less stays where it is."""


@dataclass(frozen=True)
class OnTheLine:
    """Markers on the line, (n,) each, those that move and those that stay.

    Attributes:
        numbers: of the markers.
        places: (n, 2) where they are.
        targets: (n, 2) where the line is to run; nan for those that stay.
    """

    numbers: tuple[str, ...]
    places: Floats
    targets: Floats


@dataclass(frozen=True)
class Relocated:
    """The moved line.

    Attributes:
        line: after all moves that could be made; the same object when nothing moved.
        moved: markers (index into those given) through whose target the line runs now, and did not.
        refused: (marker, why) of moves that were not made.
        off: (marker, why) of those too far from the line to move it.
        account: of each block.
    """

    line: Line
    moved: tuple[int, ...]
    refused: tuple[tuple[int, Message], ...]
    off: tuple[tuple[int, Message], ...]
    account: Account


def relocate(
    line: Line,
    markers: OnTheLine,
    how: str = VERTEX,
    protected: Shapes | None = None,
    feedback: Feedback | None = None,
    *,
    reach_m: float = 0.5,
) -> Relocated:
    """Move the line.

    Args:
        line: the red line.
        markers: all that stand on it, so that it stays with those that do not move.
        how: VERTEX or SPREAD.
        protected: polygons of which nothing that is in the red line may come out.
        feedback: progress and cancel.
        reach_m: a marker farther from the line than this does not move it.

    Raises:
        CancelledError: the user stopped.
    """
    feedback = feedback or Quiet()
    work = _Work(line, markers, how, as_shapes([]) if protected is None else protected, feedback)
    pending = work.wanted(reach_m)
    total = max(len(pending), 1)
    # Each round begins as another run would: with the line and the places as they are by now.
    while pending and (work.together(pending) or work.one_by_one(pending)):
        pending = work.wanted(reach_m)
        feedback.progress(0.9 * max(0.0, 1.0 - len(pending) / total))
    account = account_of(line, work.line)
    feedback.progress(1.0)
    refused = {**work.unfit, **{marker: work.reasons[marker] for marker in pending}}
    return Relocated(
        work.line,
        tuple(sorted(work.made)),
        tuple(sorted(refused.items())),
        tuple(sorted(work.off.items())),
        account,
    )


class _Work:
    """The state between attempts."""

    def __init__(
        self, line: Line, markers: OnTheLine, how: str, protected: Shapes, feedback: Feedback
    ) -> None:
        self.line = line
        self.made: set[int] = set()
        self.reasons: dict[int, Message] = {}
        self.unfit: dict[int, Message] = {}
        self.off: dict[int, Message] = {}
        self._markers = markers
        self._how = how
        self._protected = protected
        self._feedback = feedback
        self._places = markers.places.copy()
        self._size = np.zeros(len(markers.places))
        self._on = np.empty(0, dtype=np.int64)
        self._at: tuple[Ints, Floats] | None = None
        """Arc and measure of each marker's place on the line as it is; None when that changed."""
        self._hopeless: set[int] = set()
        """Markers whose move alone cannot be made on the line as it is."""

    def wanted(self, reach_m: float) -> list[int]:
        """Return the markers that are to move, and set aside those that cannot move the line."""
        self.off, self.unfit = {}, {}
        if len(self._places) == 0 or self.line.count == 0:
            return []
        targets = self._markers.targets
        wants = np.isfinite(targets).all(axis=1)
        far = wants & (self.line.nearest(self._places)[2] > reach_m)
        # These go to their targets without the line, and may be near to it there.
        self._places[far] = targets[far]
        arc, measure, away = self.line.nearest(self._places)
        self._at = arc, measure
        for at in np.flatnonzero(wants & (away > reach_m)).tolist():
            self.off[at] = msg(
                "It is {away} m from the line, too far to move it.", away=f"{away[at]:.3f}"
            )
        self._on = np.flatnonzero(away <= reach_m)
        wants &= away <= reach_m
        foot = self.line.place(arc, measure)
        self._size[wants] = np.hypot(*(targets[wants] - foot[wants]).T)
        # By names of vertices, since a junction is the end of several arcs.
        movers = np.array(sorted(np.flatnonzero(wants).tolist(), key=self._order), dtype=np.int64)
        line, vertex = with_vertices(self.line, arc[movers], measure[movers])
        places = names_of_points(line.points)[vertex].tolist()
        first: dict[int, int] = {}
        found = []
        for place, at in zip(places, movers.tolist()):
            other = first.setdefault(place, at)
            if other != at and np.hypot(*(targets[at] - targets[other])) > STAYS:
                self.unfit[at] = msg(
                    "It stands at the same place as {number}, which was measured elsewhere.",
                    number=self._markers.numbers[other],
                )
            elif self._size[at] > STAYS:
                found.append(at)
        return found

    def _order(self, marker: int) -> tuple[float, str]:
        return float(self._size[marker]), self._markers.numbers[marker]

    def together(self, pending: Sequence[int]) -> set[int]:
        """Make as many moves as go together; return them."""
        trying = list(pending)
        while trying:
            stop_if_cancelled(self._feedback)
            moved = self._attempt(np.array(trying, dtype=np.int64))
            found = conflicts_of(moved, self._protected, self._feedback)
            if not found:
                self.line, self._at, self._hopeless = moved.after, None, set()
                self._places[trying] = self._markers.targets[trying]
                self.made.update(trying)
                return set(trying)
            self._hopeless.update(
                conflict.movers[0]
                for conflict in found
                if conflict.proven and len(conflict.movers) == 1
            )
            dropped = self._dropped(found)
            trying = [marker for marker in trying if marker not in dropped]
        return set()

    def one_by_one(self, pending: Sequence[int]) -> set[int]:
        """Try each move by itself; return those that were made."""
        made: set[int] = set()
        # What one of these moves makes possible for a hopeless one is seen in the next round.
        hopeless = self._hopeless
        for marker in sorted(pending, key=self._order):
            if marker not in hopeless:
                made |= self.together([marker])
        return made

    def _dropped(self, conflicts: Sequence[Conflict]) -> set[int]:
        """Return of each conflict the move that goes farthest, if none of it is dropped yet."""
        dropped: set[int] = set()
        # In an order that does not depend on that of the markers.
        for conflict in sorted(conflicts, key=self._rank):
            if not dropped.intersection(conflict.movers):
                worst = max(conflict.movers, key=self._order)
                self.reasons[worst] = conflict.why
                dropped.add(worst)
        return dropped

    def _rank(self, conflict: Conflict) -> list[tuple[float, str]]:
        return sorted(map(self._order, conflict.movers))

    def _attempt(self, movers: Ints) -> Moved:
        """Return the line with some markers moved; nothing is kept yet.

        The others on the same arcs get vertices, too: else the line would leave those that stand
        between two vertices of which one moves.
        """
        if self._at is None:
            arc, measure, _ = self.line.nearest(self._places)
            self._at = arc, measure
        arc, measure = self._at
        line, vertex = with_vertices(self.line, arc[movers], measure[movers])
        names = names_of_points(line.points)
        here = np.flatnonzero(np.isin(names, names[vertex]))
        touched = np.searchsorted(line.starts, here, side="right") - 1
        staying = np.setdiff1d(self._on, movers)
        staying = staying[np.isin(arc[staying], touched)]
        at = np.concatenate([movers, staying])
        line, vertex = with_vertices(line, arc[at], measure[at])
        own, anchors = vertex[: len(movers)], vertex[len(movers) :]
        target = self._markers.targets[movers]
        if self._how == VERTEX:
            return moved_vertices(line, own, target, movers)
        return spread_vertices(line, own, target, movers, anchors)
