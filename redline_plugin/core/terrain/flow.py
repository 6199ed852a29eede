"""Where water goes from each cell (D8), and sums and lengths along its way.

Elevation is taken as it is: pits are not filled, since filling is not local. In a pit or on a
flat a way ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

STEPS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))
"""Rows and columns to the neighbours, from the east clockwise: of equal descents the first is taken."""

Cells = NDArray[np.intp]


@dataclass(frozen=True)
class Edges:
    """Ways from cell to cell.

    Attributes:
        source: flat indices of cells, ascending; each once.
        target: where each leads.
        length: of the way, m.
    """

    source: Cells
    target: Cells
    length: NDArray

    def where(self, kept: NDArray[np.bool_]) -> Edges:
        """Return some of the ways."""
        return Edges(self.source[kept], self.target[kept], self.length[kept])


@dataclass(frozen=True)
class Descent:
    """Each cell's way to its steepest lower neighbour.

    Attributes:
        gradient: drop by distance, shape (rows, columns); 0 in pits and flats, NaN without elevation.
        edges: of the cells that have a lower neighbour.
    """

    gradient: NDArray
    edges: Edges


def steepest_descent(elevation: NDArray, cell_width: NDArray, cell_height: NDArray) -> Descent:
    """Return where each cell drains (O'Callaghan & Mark 1984, D8).

    Args:
        elevation: m, shape (rows, columns); NaN where there is none, which gets no water.
        cell_width: m, shape (rows, 1).
        cell_height: m, same shape.
    """
    rows, columns = elevation.shape
    dtype = elevation.dtype
    lengths = np.stack(
        [np.hypot(dy * cell_height[:, 0], dx * cell_width[:, 0]) for dy, dx in STEPS]
    ).astype(dtype)
    framed = np.full((rows + 2, columns + 2), np.nan, dtype)
    framed[1:-1, 1:-1] = elevation
    best = np.zeros((rows, columns), dtype)
    direction = np.full((rows, columns), len(STEPS), np.uint8)
    for number, (dy, dx) in enumerate(STEPS):
        drop = elevation - framed[1 + dy : 1 + dy + rows, 1 + dx : 1 + dx + columns]
        drop /= lengths[number][:, None]
        # NaN is not greater than anything.
        np.copyto(direction, np.uint8(number), where=drop > best)
        np.fmax(best, drop, out=best)
    best[np.isnan(elevation)] = np.nan
    source = np.flatnonzero(direction < len(STEPS))
    towards = direction.ravel()[source]
    target = source + np.array([dy * columns + dx for dy, dx in STEPS], np.intp)[towards]
    return Descent(best, Edges(source, target, lengths[towards, source // columns]))


def _leaps(edges: Edges, cells: int, steps: int) -> Iterator[Edges]:
    """Yield the ways of 1, 2, 4, 8 ... steps, until together they make up ``steps``."""
    onward = np.full(cells, -1, np.intp)
    length = np.zeros(cells, edges.length.dtype)
    covered = 0
    while edges.source.size:
        yield edges
        covered = 2 * covered + 1
        if covered >= steps:
            return
        onward[edges.source], length[edges.source] = edges.target, edges.length
        target = onward[edges.target]
        goes_on = target >= 0
        onward[edges.source[~goes_on]] = -1
        edges = Edges(
            edges.source[goes_on],
            target[goes_on],
            (edges.length + length[edges.target])[goes_on],
        )


def longest_way(start: NDArray, edges: Edges, steps: int) -> NDArray:
    """Return for each cell the longest way from above: ``start`` of a cell, and the ways from there.

    All cells' ways double in each round, so the number of rounds is the logarithm of ``steps``.

    Args:
        start: of a way that begins in the cell, m, shape (cells,).
        edges: a forest.
        steps: ways of up to so many steps are told exactly; of longer ones, at least that much.
    """
    longest = start.copy()
    for leap in _leaps(edges, start.size, steps):
        # Ways of up to n - 1 steps that end n steps above: together every number of steps once.
        np.maximum.at(longest, leap.target, longest[leap.source] + leap.length)
    return longest


def upstream_sum(own: NDArray[np.float64], edges: Edges, steps: int) -> NDArray[np.float64]:
    """Return for each cell the sum of ``own`` over itself and all above it, shape (cells,).

    Args:
        own: shape (cells,).
        edges: a forest.
        steps: what is not more than so many steps above is in the sum.
    """
    total = own.copy()
    for leap in _leaps(edges, own.size, steps):
        total += np.bincount(leap.target, total[leap.source], own.size)
    return total
