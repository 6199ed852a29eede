"""Places that have a marker, why they have one, and what asks for one within a stretch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from redline_plugin.core.survey.marker import SOLID
from redline_plugin.core.survey.placing.things import STEEP
from redline_plugin.core.survey.placing.witnesses import Pair
from redline_plugin.core.survey.rules import THING_TITLES
from redline_plugin.core.text import N_, Message, joined, title

NOWHERE = -1


@dataclass(frozen=True)
class Cause:
    """A reason: id of marker.REASON_TITLES ("" for a remark), and a sentence."""

    reason: str
    what: Message


@dataclass
class Site:
    """A place on the line that has a marker.

    Attributes:
        arc, measure: where it is; of a junction, on one of its arcs.
        kind: SOLID, ELECTRONIC or WITNESSED.
        causes: why.
        pair: of a WITNESSED one, its witness markers; None where they stand already.
        moved: m along the line from where it was wanted.
        known: index of the earlier marker that is kept here whatever the rules say, NOWHERE for none.
        node: junction that it is at, NOWHERE for none.
        between: of one that is there for the spacing alone, m along the line to its two neighbours,
            and how many spacings they are apart from one another; None for all others.
    """

    arc: int
    measure: float
    kind: str = SOLID
    causes: list[Cause] = field(default_factory=list)
    pair: Pair | None = None
    moved: float = 0.0
    known: int = NOWHERE
    node: int = NOWHERE
    between: tuple[float, float, float] | None = None


@dataclass(frozen=True)
class Want:
    """A stretch that a marker must stand on.

    Attributes:
        reason: of marker.REASON_TITLES.
        start, stop: of the stretch, on the line's axis, first copies of arcs; it may reach beyond
            their ends.
        near, far: what it is wanted for: the crossing (two banks may differ), or the corner.
        limit: m along the line from there.
        angle: of a corner, degrees; None for a crossing.
        because: of a corner, what keeps its marker from standing there.
    """

    reason: str
    start: float
    stop: float
    near: float
    far: float
    limit: float
    angle: float | None = None
    because: tuple[str, ...] = ()

    def away(self, place: float) -> float:
        """Return how far along the line a place is from what is wanted."""
        return max(self.near - place, place - self.far, 0.0)


def metres(value: float, decimals: int = 1) -> str:
    """Return a distance as text; what is below a hundredth of a millimetre does not decide how it is rounded."""
    return f"{round(value, 5):.{decimals}f}"


def named(causes: Sequence[str]) -> Message:
    """Return what keeps markers off, in words."""
    words = {**THING_TITLES, STEEP: N_("steep ground")}
    return joined([title(words[cause]) for cause in causes])
