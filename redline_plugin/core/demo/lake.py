"""A reservoir: a dam across a side valley."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.demo.terrain import INLET_AREA, Landform

_LEAST, _MOST = 5.0e6, 16.0e6
_DEPTHS = (24.0, 32.0, 42.0, 55.0, 70.0)


def _branching(column: NDArray[np.int64], row: NDArray[np.int64]) -> float:
    """Return the length of the shore, in units of the square root of the lake's size."""
    wide = int(column.max()) + 2
    cells = np.sort(row * wide + column)
    neighbours = sum(
        np.count_nonzero(np.isin(cells + step, cells, assume_unique=True)) for step in (1, wide)
    )
    return float((4 * cells.size - 2 * neighbours) / cells.size**0.5)


@dataclass(frozen=True)
class Lake:
    """The reservoir on the working grid: water level in m, flooded cells, cell above the dam."""

    level: float
    flooded: NDArray[np.bool_]
    dam: int


def flood_a_valley(land: Landform, allowed: NDArray[np.bool_]) -> tuple[Landform, Lake]:
    """Choose the dam that holds most water for its width, and return the land with the lake.

    Args:
        land: the terrain.
        allowed: (side, side) where the lake may lie.
    """
    order, start, count = land.tree.spans()
    river = (land.area > 40.0e6) & (land.area < INLET_AREA) & allowed.ravel()
    candidates = np.flatnonzero(river)
    candidates = candidates[:: max(1, candidates.size // 400)]
    column, row = np.arange(order.size) % land.side, np.arange(order.size) // land.side
    best, choice = -1.0, None
    for dam in candidates.tolist():
        above = order[start[dam] : start[dam] + count[dam]]
        for depth in _DEPTHS:
            level = land.height[dam] + depth
            wet = above[land.height[above] < level]
            size = wet.size * land.cell**2
            if size > _MOST:
                break
            if size < _LEAST or not allowed.ravel()[wet].all():
                continue
            near = np.maximum(abs(column[wet] - column[dam]), abs(row[wet] - row[dam]))
            width = np.count_nonzero(near <= max(2, round(300.0 / land.cell))) + 3
            deep = level - float(land.height[wet].mean())
            score = _branching(column[wet], row[wet]) * deep * size**0.3 / width
            if score > best:
                best, choice = score, (dam, level, wet)
    flooded = np.zeros(order.size, bool)
    if choice is None:
        return land, Lake(0.0, flooded.reshape(land.side, land.side), -1)
    dam, level, wet = choice
    flooded[wet] = True
    height = land.height.copy()
    height[wet] = level
    land = replace(land, height=height)
    return land, Lake(float(level), flooded.reshape(land.side, land.side), int(dam))
