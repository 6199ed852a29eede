"""The rings of a register's blocks as the survey walks them: clockwise, holes too, from the north-west.

Outer rings come first, then holes, each in reading order, as turning points are told
(:mod:`redline_plugin.core.survey.sides`). A ring begins at its most north-western marker when the
register is made, at its most north-western vertex when it has none; that stays, whatever is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.arcs import Use
from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.standard.codes import north_west_order
from redline_plugin.core.survey.line import Line

DECIMALS = 4
"""Of a metre, that distances along the line are kept to; what differs by less is equally north-west."""


@dataclass(frozen=True)
class Ring:
    """A ring of a block.

    Attributes:
        index: where it is among the rings of the block, as the line has them.
        outer: whether it is an outer one.
        uses: its arcs, clockwise.
        starts: (u + 1,) how far along the ring each arc begins, and its length, m.
    """

    index: int
    outer: bool
    uses: tuple[Use, ...]
    starts: Floats


def survey_rings(line: Line) -> list[list[Ring]]:
    """Return the rings of each block in the order of their numbers."""
    at = line.starts[:-1]
    lows, highs = (
        (np.minimum.reduceat(line.points, at), np.maximum.reduceat(line.points, at))
        if line.count
        else (np.empty((0, 2)),) * 2
    )
    long = line.measure[line.starts[1:] - 1] if line.count else np.empty(0)
    found = []
    for rings, outer in zip(line.rings, line.outer):
        boxes = []
        for ring in rings:
            arcs = [arc for arc, _ in ring]
            west, south = lows[arcs].min(axis=0).tolist()
            east, north = highs[arcs].max(axis=0).tolist()
            boxes.append((west, south, east, north))
        of_block = []
        for index in sorted(north_west_order(boxes), key=lambda one: not outer[one]):
            uses = clockwise(rings[index], outer[index])
            ends = np.cumsum([long[arc] for arc, _ in uses])
            of_block.append(Ring(index, outer[index], uses, np.concatenate([[0.0], ends])))
        found.append(of_block)
    return found


def clockwise(uses: Sequence[Use], outer: bool) -> tuple[Use, ...]:
    """Return a ring of the line, which has the block on the right, as the survey walks it."""
    return tuple(uses) if outer else tuple((arc, not back) for arc, back in reversed(uses))


def begin_of(line: Line, ring: Ring, points: Floats, along: Floats) -> float:
    """Return how far along a ring it begins, m.

    Args:
        line, ring: as they belong together.
        points, along: (k, 2), (k,) its markers in the plane, and along it.
    """
    if len(along) == 0:
        points, along = _vertices(line, ring)
    x, y = points.T
    return float(along[np.lexsort((-x, y, np.round(y - x, DECIMALS)))[-1]])


def from_begin(along: Floats, begin: float, length: float) -> Floats:
    """Return how far places are behind the beginning of their ring, rounded; there, it is 0 and not the length."""
    found: Floats = np.round(np.mod(along - begin, length), DECIMALS)
    return np.where(found >= round(length, DECIMALS), 0.0, found)


def _vertices(line: Line, ring: Ring) -> tuple[Floats, Floats]:
    """Return the vertices of a ring, and how far along it each is."""
    points, along = [], []
    for (arc, backwards), start in zip(ring.uses, ring.starts):
        at = line.arc(arc)
        measure = line.measure[at]
        points.append(line.points[at][::-1] if backwards else line.points[at])
        along.append(start + (measure[-1] - measure[::-1] if backwards else measure))
    return np.concatenate(points), np.concatenate(along)
