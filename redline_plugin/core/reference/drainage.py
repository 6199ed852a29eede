"""Where all water leaves a terrain, pits filled: a tree of cells, and its basins above a size.

Each cell is joined to its neighbours by edges as high as the higher of the two; the minimum
spanning tree of these edges, rooted outside of the data, holds for each cell the way to the outside
whose highest point is lowest. That is the way water takes when pits are filled to their lowest
outlet (Barnes, Lehman, Mulla 2014, Computers & Geosciences 62, priority-flood; that its ways are a
minimum spanning tree: Kruskal's cycle rule). Of edges of the same height the steepest is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_STEPS = ((0, 1, 1.0), (1, 0, 1.0), (1, 1, 2.0**0.5), (1, -1, 2.0**0.5))
_STEEP_BITS = 20


@dataclass(frozen=True)
class Drainage:
    """The tree.

    Attributes:
        order: cells with elevation (flat indices) from the outside inwards; all cells of a level
            before those of the next, and those that drain to one cell side by side.
        to: for each of ``order``, the position in ``order`` that it drains to; -1 for the outside.
        levels: (k + 1,) where each level begins in ``order``.
        shape: rows and columns.
    """

    order: Ints
    to: Ints
    levels: Ints
    shape: tuple[int, int]

    def accumulated(self, amounts: Floats) -> Floats:
        """Return what passes each cell, its own included; ``amounts`` (rows, columns) of each cell."""
        total = amounts.ravel()[self.order].astype(np.float64)
        for start, stop in self._inner_levels():
            parents, sums = _by_parent(self.to[start:stop], total[start:stop])
            total[parents] += sums
        flat = np.zeros(self.shape[0] * self.shape[1])
        flat[self.order] = total
        return flat.reshape(self.shape)

    def basins(self, areas: Floats, least: float) -> Ints:
        """Return basins of at least ``least``, 1 to n, and 0 where water leaves sooner.

        Where two channels (of at least that area) meet, each ends a basin, if the land that is not
        in one already is large enough; so no basin is smaller.

        Args:
            areas: of each cell, (rows, columns).
            least: in the same unit.
        """
        own = areas.ravel()[self.order].astype(np.float64)
        total, free = own.copy(), own
        cut = np.zeros(len(own), dtype=bool)
        for start, stop in self._inner_levels():
            to = self.to[start:stop]
            channel = (total[start:stop] >= least).astype(np.float64)
            parents, channels = _by_parent(to, channel)
            meets = np.repeat(channels >= 2.0, np.diff(np.append(_firsts(to), stop - start)))
            cut[start:stop] = meets & (free[start:stop] >= least) & (channel > 0.0)
            total[parents] += _by_parent(to, total[start:stop])[1]
            free[parents] += _by_parent(to, np.where(cut[start:stop], 0.0, free[start:stop]))[1]
        outlets = slice(0, int(self.levels[1]) if len(self.levels) > 1 else 0)
        cut[outlets] = free[outlets] >= least
        number = np.zeros(len(own), dtype=np.int64)
        # Numbered by the outlet's place from the north-west.
        ends = np.flatnonzero(cut)
        number[ends[np.argsort(self.order[ends])]] = np.arange(1, len(ends) + 1)
        for start, stop in reversed(list(self._inner_levels())):
            inherited = number[self.to[start:stop]]
            number[start:stop] = np.where(cut[start:stop], number[start:stop], inherited)
        flat = np.zeros(self.shape[0] * self.shape[1], dtype=np.int64)
        flat[self.order] = number
        return flat.reshape(self.shape)

    def _inner_levels(self) -> list[tuple[int, int]]:
        """Return first and last+1 of each level but the outlets', from the sources to the outlets."""
        return [(int(a), int(b)) for a, b in zip(self.levels[1:-1], self.levels[2:])][::-1]


def _firsts(to: Ints) -> Ints:
    return np.flatnonzero(np.concatenate(([True], to[1:] != to[:-1])))


def _by_parent(to: Ints, values: Floats) -> tuple[Ints, Floats]:
    """Return the cells drained to, and the sum of what drains there."""
    first = _firsts(to)
    return to[first], np.add.reduceat(values, first)


def drain(elevation: NDArray[np.float32], feedback: Feedback | None = None) -> Drainage:
    """Find the ways of water.

    Args:
        elevation: (rows, columns), NaN without elevation; square cells.
        feedback: progress and cancel (between steps of a few seconds for ten million cells).
    """
    feedback = feedback or Quiet()
    rows, columns = elevation.shape
    flat = np.ascontiguousarray(elevation, dtype=np.float32).ravel()
    known = np.isfinite(flat)
    count = flat.size
    start, end, weight = _edges(flat, known, rows, columns)
    outlets = np.flatnonzero(known & _at_edge(known.reshape(rows, columns)).ravel())
    feedback.progress(0.2)
    stop_if_cancelled(feedback)
    graph = coo_matrix(
        (
            np.concatenate([weight, _height(flat[outlets]) + 2.0**_STEEP_BITS - 1.0 + 1.0]),
            (
                np.concatenate([start, outlets]),
                np.concatenate([end, np.full(len(outlets), count)]),
            ),
        ),
        shape=(count + 1, count + 1),
    ).tocsr()
    del start, end, weight
    feedback.progress(0.4)
    stop_if_cancelled(feedback)
    tree = minimum_spanning_tree(graph)
    del graph
    feedback.progress(0.8)
    stop_if_cancelled(feedback)
    order, before = breadth_first_order(tree, count, directed=False, return_predecessors=True)
    order = order[1:].astype(np.int64)
    place = np.full(count + 1, -1, dtype=np.int64)
    place[order] = np.arange(len(order))
    to = place[before[order]]
    levels = [0]
    stop = int(np.count_nonzero(to < 0))
    while levels[-1] < stop:
        levels.append(stop)
        stop = int(np.searchsorted(to, stop, side="left"))
    feedback.progress(1.0)
    return Drainage(order, to, np.array(levels, dtype=np.int64), (rows, columns))


def _edges(
    flat: NDArray[np.float32], known: NDArray[np.bool_], rows: int, columns: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats]:
    index = np.arange(rows * columns, dtype=np.int32).reshape(rows, columns)
    starts, ends, weights = [], [], []
    for down, right, length in _STEPS:
        if right < 0:
            one, other = index[: rows - down, 1:], index[down:, : columns - 1]
        else:
            one, other = index[: rows - down, : columns - right], index[down:, right:]
        start, end = one.ravel(), other.ravel()
        both = known[start] & known[end]
        start, end = start[both], end[both]
        high = np.maximum(flat[start], flat[end])
        steep = np.abs(flat[start] - flat[end]) / np.float32(length)
        gentle = (2**_STEEP_BITS - 1) - (steep.view(np.uint32) >> np.uint32(31 - _STEEP_BITS))
        starts.append(start)
        ends.append(end)
        # One number that sorts by height, then by steepness; never 0, which would be no edge.
        weights.append(_height(high) + gentle + 1.0)
    return np.concatenate(starts), np.concatenate(ends), np.concatenate(weights)


def _height(values: NDArray[np.float32]) -> Floats:
    """Return whole numbers in the order of the heights, with room for the steepness below."""
    bits = (values + np.float32(0.0)).view(np.int32).astype(np.int64)
    ordered = np.where(bits < 0, -(bits & 0x7FFFFFFF), bits) + 2**31
    return ordered.astype(np.float64) * 2.0**_STEEP_BITS


def _at_edge(known: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the cells beside the outside or beside one without elevation."""
    inner = np.zeros_like(known)
    inner[1:-1, 1:-1] = True
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            inner[1:-1, 1:-1] &= known[
                1 + down : known.shape[0] - 1 + down, 1 + right : known.shape[1] - 1 + right
            ]
    return ~inner
