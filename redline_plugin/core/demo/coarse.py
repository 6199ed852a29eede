"""Coarser grids over the county, as data of climate, groundwater and rock have them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from redline_plugin.core.demo.files import Frame

CELL = 250.0
"""Least pixel of the coarse grids, m; never less than two and a half fine pixels."""


@dataclass(frozen=True)
class CoarseGrid:
    """A square grid of ``count`` x ``count`` coarse pixels over a square of fine ones.

    Attributes:
        frame: where it lies.
        count: coarse pixels along each side.
        member: (count, fine pixels) 1 where a fine row or column belongs to a coarse one.
    """

    frame: Frame
    count: int
    member: csr_matrix

    def mean(self, values: NDArray, where: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
        """Return the mean over each coarse pixel, NaN where there is nothing to average.

        Args:
            values: fine pixels (size, size), float32 or whole numbers.
            where: fine pixels that count, all if None.
        """
        full = np.asarray(values, np.float64)
        if where is None:
            where = np.ones(values.shape, bool)
        else:
            full = np.where(where, full, 0.0)
        weight = self.total(where)
        with np.errstate(invalid="ignore"):
            return np.asarray(self.total(full) / weight)

    def total(self, values: NDArray) -> NDArray[np.float64]:
        """Return the sum over each coarse pixel."""
        rows = self.member @ np.asarray(values, np.float64)
        return np.asarray((self.member @ np.ascontiguousarray(rows.T)).T)


def _members(index: NDArray[np.int64], count: int) -> csr_matrix:
    ones = np.ones(index.size)
    return csr_matrix((ones, (index, np.arange(index.size))), shape=(count, index.size))


def coarse_grid(size: int, frame: Frame, count: int | None = None) -> CoarseGrid:
    """Return the grid that begins where the fine one does and ends where it ends.

    Args:
        size: fine pixels along each side.
        frame: where the fine ones lie.
        count: coarse pixels along each side, as many as :data:`CELL` allows if None.
    """
    extent = size * frame.cell
    if count is None:
        count = int(extent / max(CELL, 2.5 * frame.cell) + 1e-9)
    cell = extent / count
    index = ((np.arange(size) + 0.5) * frame.cell / cell).astype(np.int64)
    return CoarseGrid(
        Frame(frame.system, frame.left, frame.top, cell), count, _members(index, count)
    )


def shifted_grid(size: int, frame: Frame) -> CoarseGrid:
    """Return the grid that begins half a coarse pixel further out, so that it fits no other."""
    cell = max(CELL, 2.5 * frame.cell)
    count = int(np.ceil(size * frame.cell / cell + 0.5))
    index = ((np.arange(size) + 0.5) * frame.cell / cell + 0.5).astype(np.int64)
    return CoarseGrid(
        Frame(frame.system, frame.left - 0.5 * cell, frame.top + 0.5 * cell, cell),
        count,
        _members(index, count),
    )
