"""Differences of markers taken apart along and across the line: only what is across moves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.line import OUTSIDE, Line

AT_VERTEX = 1e-6
"""m along an arc: nearer to a vertex than this is at it."""


@dataclass(frozen=True)
class OnLine:
    """Where markers stand on the line, (n,) each.

    Attributes:
        arc, measure: of the nearest point of the line.
        away_m: from it.
        along, across: (n, 2) unit vectors: on the way round the marker's block, clockwise, and to its
            left, out of the block.
    """

    arc: Ints
    measure: Floats
    away_m: Floats
    along: Floats
    across: Floats


def on_line(line: Line, places: Floats, blocks: Sequence[str]) -> OnLine:
    """Find markers on the line.

    Args:
        line: the red line.
        places: (n, 2) of the markers.
        blocks: code of the block that each is numbered by; of one that is not beside the line there,
            the block on the right of the arc counts, else that on the left.
    """
    arc, measure, away = line.nearest(places)
    along = _directions(line, arc, measure)
    along[_block_left(line, arc, blocks)] *= -1.0
    across = np.column_stack([-along[:, 1], along[:, 0]])
    return OnLine(arc, measure, away, along, across)


def _directions(line: Line, arc: Ints, measure: Floats) -> Floats:
    """Return the direction of the line at places: at a vertex the middle of both its segments'."""
    first, last = line.starts[arc], line.starts[arc + 1] - 1
    lengths = line.measure[line.starts[1:] - 1]
    origin = np.concatenate([[0.0], np.cumsum(lengths + 1.0)])[:-1]
    owner = np.repeat(np.arange(line.count), np.diff(line.starts))
    axis = origin[owner] + line.measure
    after = np.clip(np.searchsorted(axis, origin[arc] + measure, side="right") - 1, first, last - 1)
    nearest = np.where(
        measure - line.measure[after] <= line.measure[after + 1] - measure, after, after + 1
    )
    vertex = np.abs(line.measure[nearest] - measure) <= AT_VERTEX
    closed = line.closed[arc]
    into, out = after.copy(), after.copy()
    into[vertex], out[vertex] = nearest[vertex] - 1, nearest[vertex]
    begins, ends = vertex & (nearest == first), vertex & (nearest == last)
    into[begins] = np.where(closed, last - 1, first)[begins]
    out[ends] = np.where(closed, first, last - 1)[ends]
    here, there = _units(line, into), _units(line, out)
    middle = here + there
    size = np.hypot(*middle.T)
    back = size < 1e-9
    middle[back], size[back] = there[back], 1.0
    return np.asarray(middle / size[:, None])


def _units(line: Line, tail: Ints) -> Floats:
    step = line.points[tail + 1] - line.points[tail]
    size = np.hypot(*step.T)
    return np.asarray(step / np.where(size > 0.0, size, 1.0)[:, None])


def _block_left(line: Line, arc: Ints, blocks: Sequence[str]) -> Bools:
    """Return where the marker's block is on the left of its arc."""
    number = {block.code: at for at, block in enumerate(line.blocks)}
    own = np.array([number.get(code, OUTSIDE) for code in blocks], dtype=np.int64)
    left, right = line.left[arc], line.right[arc]
    is_left = (own == left) & (own != OUTSIDE)
    return np.asarray(is_left | ((right == OUTSIDE) & (own != right)))
