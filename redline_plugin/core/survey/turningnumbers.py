"""Numbers of turning points: from the north-west of each ring, clockwise, and stable under edits.

A point gets its number once, from the first block in the order of codes that has it. What is at the
place of a point of an earlier layer keeps that one's number. Points that are no longer there are
retired: they stay in the layer, and their numbers are not given again, not even to a point that
comes back to the same place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.keeping import same_places
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.marker import RETIRED, TurningPoint
from redline_plugin.core.survey.numbers import Numbers
from redline_plugin.core.survey.sides import Ring
from redline_plugin.core.survey.turning import Places


@dataclass(frozen=True)
class Previous:
    """An earlier layer: its points, their places (n, 2) in the line's CRS, and points without a place."""

    points: Sequence[TurningPoint]
    places: Floats
    lost: Sequence[TurningPoint] = ()


@dataclass(frozen=True)
class Numbered:
    """Turning points with numbers.

    Attributes:
        order: (k,) ids of the places, in the order of blocks, rings and points.
        number: of each place, by id.
        block, ring, serial: (k,) by id: index of the block that the point is told by, number of its
            ring, place in the ring from 1.
        kept: (k,) by id, whether the number is that of the earlier layer.
        retired: points of the earlier layer that are gone, with their places; (nan, nan) where
            none is known.
    """

    order: Ints
    number: tuple[str, ...]
    block: Ints
    ring: Ints
    serial: Ints
    kept: Bools
    retired: tuple[tuple[TurningPoint, tuple[float, float]], ...]


def number_points(
    line: Line,
    places: Places,
    rings: Sequence[Ring],
    pattern: str,
    previous: Previous | None = None,
) -> Numbered:
    """Number turning points.

    Args:
        line, places, rings: as they belong together.
        pattern: of the rule set.
        previous: the earlier layer, retired points too.
    """
    previous = previous or Previous((), np.empty((0, 2)))
    count = len(places.points)
    now = [at for at, point in enumerate(previous.points) if point.state != RETIRED]
    same = same_places(places.points, previous.places[now])
    old = np.where(same >= 0, np.array([*now, -1])[same], -1)
    ring_at, at = _told_by(line, rings, [previous.points[i].block if i >= 0 else "" for i in old])
    order = np.lexsort((at, ring_at))
    block = np.array([ring.block for ring in rings], dtype=np.int64)[ring_at]
    numbers = Numbers(pattern, [point.point for point in (*previous.points, *previous.lost)])
    found = [""] * count
    for place in order.tolist():
        found[place] = (
            previous.points[old[place]].point
            if old[place] >= 0
            else numbers.give(line.blocks[block[place]])
        )
    return Numbered(
        order,
        tuple(found),
        block,
        np.array([ring.number for ring in rings], dtype=np.int64)[ring_at],
        at + 1,
        old >= 0,
        tuple(_retired(previous, set(old.tolist()))),
    )


def _told_by(line: Line, rings: Sequence[Ring], wanted: Sequence[str]) -> tuple[Ints, Ints]:
    """Return for each place the index of the ring that tells it, and where it is in that.

    It is the first ring that has it; but the block that it was told by before goes first, so that a
    block that is new does not take it over.
    """
    ring_at = np.full(len(wanted), -1, dtype=np.int64)
    at = np.full(len(wanted), -1, dtype=np.int64)
    settled = np.zeros(len(wanted), dtype=bool)
    for number, ring in enumerate(rings):
        code = line.blocks[ring.block].code
        for position, place in enumerate(ring.places.tolist()):
            own = wanted[place] == code and not settled[place]
            if ring_at[place] < 0 or own:
                ring_at[place], at[place] = number, position
                settled[place] |= own
    return ring_at, at


def _retired(previous: Previous, there: set[int]) -> list[tuple[TurningPoint, tuple[float, float]]]:
    """Return the earlier points that no place has, in their order."""
    gone = [
        (replace(point, state=RETIRED), (float(place[0]), float(place[1])))
        for at, (point, place) in enumerate(zip(previous.points, previous.places))
        if at not in there
    ]
    nowhere = (float("nan"), float("nan"))
    return gone + [(replace(point, state=RETIRED), nowhere) for point in previous.lost]
