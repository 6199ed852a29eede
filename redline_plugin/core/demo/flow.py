"""Where water goes on a grid: filling, D8 receivers, sums along the flow, stream orders.

A flow tree is an array ``receiver`` of flat cell indices, one per cell; an outlet receives itself.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.int64]
Values = NDArray[np.float64]
_CELLS_PER_PAUSE = 50000
STEPS = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))


def _no_pause() -> None:
    """Do nothing."""


def fill_depressions(
    height: Values, outlets: Cells, rise: float = 1e-3, pause: Callable[[], None] = _no_pause
) -> Values:
    """Return ``height`` (rows, columns) raised so that every cell drains to an outlet.

    Priority flood (Barnes et al. 2014) with a ``rise`` per cell across filled flats; the border
    of the grid is closed except at ``outlets``. ``pause`` is called now and then; it may raise.
    """
    rows, columns = height.shape
    wide = columns + 2
    framed = np.full((rows + 2, wide), np.inf)
    framed[1:-1, 1:-1] = height
    level = framed.ravel().tolist()
    done = bytearray(np.isinf(framed).astype(np.uint8).tobytes())
    around = [dy * wide + dx for dy, dx in STEPS]
    heap: list[tuple[float, int]] = []
    for outlet in outlets.tolist():
        cell = (outlet // columns + 1) * wide + outlet % columns + 1
        done[cell] = 1
        heap.append((level[cell], cell))
    heapq.heapify(heap)
    while heap:
        pause()
        for _ in range(_CELLS_PER_PAUSE):
            if not heap:
                break
            here, cell = heapq.heappop(heap)
            lowest = here + rise
            for step in around:
                other = cell + step
                if not done[other]:
                    done[other] = 1
                    value = level[other]
                    if value < lowest:
                        level[other] = value = lowest
                    heapq.heappush(heap, (value, other))
    return np.array(level).reshape(rows + 2, wide)[1:-1, 1:-1]


def steepest_receivers(height: Values, outlets: Cells, chance: Values | None = None) -> Cells:
    """Return the flat index of each cell's steepest lower neighbour (D8); outlets keep the water.

    Args:
        height: (rows, columns).
        outlets: flat indices.
        chance: (8, rows, columns) factors on the slopes to the neighbours, which keep long smooth
            slopes from draining in straight lines.
    """
    rows, columns = height.shape
    framed = np.full((rows + 2, columns + 2), np.inf)
    framed[1:-1, 1:-1] = height
    best = np.zeros((rows, columns))
    shift = np.zeros((rows, columns), np.int64)
    for number, (dy, dx) in enumerate(STEPS):
        neighbour = framed[1 + dy : rows + 1 + dy, 1 + dx : columns + 1 + dx]
        drop = (height - neighbour) / np.hypot(dy, dx)
        if chance is not None:
            drop *= chance[number]
        steeper = drop > best
        best[steeper] = drop[steeper]
        shift[steeper] = dy * columns + dx
    receiver = np.arange(rows * columns) + shift.ravel()
    receiver[outlets] = outlets
    return receiver


class FlowTree:
    """A flow tree with its cells grouped by the number of steps to the outlet."""

    def __init__(self, receiver: Cells) -> None:
        self.receiver = receiver
        depth = (receiver != np.arange(receiver.size)).astype(np.int32)
        ahead = receiver
        while True:
            further = depth[ahead]
            if not further.any():
                break
            depth += further
            ahead = ahead[ahead]
        self.depth = depth
        order = np.argsort(depth.astype(np.int64) * receiver.size + receiver)
        bounds = np.searchsorted(depth[order], np.arange(int(depth.max()) + 2))
        self._levels = [order[a:b] for a, b in zip(bounds[:-1], bounds[1:])]

    def upwards(self) -> Iterator[tuple[Cells, Cells]]:
        """Yield (cells, their receivers) level by level from the outlets to the ridges."""
        for cells in self._levels[1:]:
            yield cells, self.receiver[cells]

    def downwards(self) -> Iterator[tuple[Cells, Cells]]:
        """Yield (cells, their receivers) from the ridges to the outlets, sorted by receiver."""
        for cells in reversed(self._levels[1:]):
            yield cells, self.receiver[cells]

    def accumulate(self, source: Values) -> Values:
        """Return for each cell the sum of ``source`` over all that drains through it."""
        total = np.array(source, dtype=np.float64).ravel()
        for cells, receivers in self.downwards():
            starts = np.flatnonzero(np.diff(receivers, prepend=-1))
            total[receivers[starts]] += np.add.reduceat(total[cells], starts)
        return total

    def spans(self) -> tuple[Cells, Cells, Cells]:
        """Return cells in an order that keeps each catchment together, its starts and its counts.

        The catchment of cell ``c`` is ``order[start[c] : start[c] + count[c]]``.
        """
        count = self.accumulate(np.ones(self.receiver.size)).astype(np.int64)
        start = np.zeros(count.size, np.int64)
        roots = self._levels[0]
        start[roots] = np.cumsum(count[roots]) - count[roots]
        for cells, receivers in self.upwards():
            before = np.cumsum(count[cells]) - count[cells]
            firsts = np.flatnonzero(np.diff(receivers, prepend=-1))
            base = np.repeat(before[firsts], np.diff(np.append(firsts, cells.size)))
            start[cells] = start[receivers] + 1 + before - base
        order = np.empty(count.size, np.int64)
        order[start] = np.arange(count.size)
        return order, start, count

    def inherit(self, own: NDArray, has_own: NDArray[np.bool_]) -> NDArray:
        """Return for each cell the value of the first cell with one along its way down."""
        result = own.copy()
        for cells, receivers in self.upwards():
            result[cells] = np.where(has_own[cells], own[cells], result[receivers])
        return result

    def raised(self, height: Values, rise: float) -> Values:
        """Return flat ``height`` lifted where needed: each cell at least ``rise`` above the next."""
        result = height.copy()
        for cells, receivers in self.upwards():
            result[cells] = np.maximum(height[cells], result[receivers] + rise)
        return result

    def strahler(self, stream: NDArray[np.bool_]) -> NDArray[np.int16]:
        """Return the Strahler order of flat ``stream`` cells, 0 elsewhere."""
        order = np.zeros(stream.size, np.int16)
        highest = np.zeros(stream.size, np.int16)
        count = np.zeros(stream.size, np.int16)
        for level in reversed(self._levels):
            cells = level[stream[level]]
            order[cells] = np.maximum(highest[cells] + (count[cells] > 1), 1)
            receivers = self.receiver[cells]
            inner = receivers != cells
            cells, receivers = cells[inner], receivers[inner]
            starts = np.flatnonzero(np.diff(receivers, prepend=-1))
            if starts.size == 0:
                continue
            targets = receivers[starts]
            top = np.maximum.reduceat(order[cells], starts)
            highest[targets] = top
            repeated = np.repeat(top, np.diff(np.append(starts, cells.size)))
            count[targets] = np.add.reduceat((order[cells] == repeated).astype(np.int16), starts)
        return order
