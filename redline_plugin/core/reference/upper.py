"""The upper parts of a forest's limits: where the land beyond the line is higher, the forest line 林线."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

from redline_plugin.core.reference.rasterlimits import Limit, Transform

Floats = NDArray[np.float64]

ASIDE_CELLS = 1.5
"""How far beside the line heights are read, in cells: the next cell's centre, whatever its angle."""
WINDOW_CELLS = 20.0
"""Heights are averaged over this length of line, so that one hummock does not cut it. Redline's own."""


@dataclass(frozen=True)
class Heights:
    """Heights and the forest by cell, on the same grid; NaN and False outside."""

    elevation: Floats
    forest: NDArray[np.bool_]
    transform: Transform

    def at(self, points: Floats) -> tuple[Floats, NDArray[np.bool_]]:
        """Return height and forest at each point, (n,)."""
        x0, dx, _, y0, _, dy = self.transform
        column = np.floor((points[:, 0] - x0) / dx).astype(np.int64)
        row = np.floor((points[:, 1] - y0) / dy).astype(np.int64)
        rows, columns = self.elevation.shape
        inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        row, column = np.clip(row, 0, rows - 1), np.clip(column, 0, columns - 1)
        height = np.where(inside, self.elevation[row, column], np.nan)
        return height, self.forest[row, column] & inside


def upper_parts(limits: Sequence[Limit], heights: Heights) -> list[LineString]:
    """Return the parts of a forest's limits where the land without forest is the higher side."""
    found = []
    for limit in limits:
        points = shapely.get_coordinates(shapely.remove_repeated_points(limit.geometry))
        rise = _smoothed(_rise(points, heights), points, WINDOW_CELLS * heights.transform[1])
        found += [LineString(points[run]) for run in _runs(rise > 0.0)]
    return found


def _rise(points: Floats, heights: Heights) -> Floats:
    """Return, for each segment, how much higher the side without forest is; NaN where it is not seen."""
    along = np.diff(points, axis=0)
    length = np.hypot(along[:, 0], along[:, 1])
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None]
    middle = (points[:-1] + points[1:]) / 2.0
    aside = ASIDE_CELLS * heights.transform[1] * normal
    left, left_forest = heights.at(middle + aside)
    right, right_forest = heights.at(middle - aside)
    rise = np.where(left_forest, right - left, left - right)
    return np.where(left_forest != right_forest, rise, np.nan)


def _smoothed(rise: Floats, points: Floats, window: float) -> Floats:
    """Return the mean rise within half a window along the line, by length; NaN where none is known."""
    length = np.hypot(*np.diff(points, axis=0).T)
    known = np.isfinite(rise)
    ends = np.concatenate(([0.0], np.cumsum(length)))
    sums = np.concatenate(([0.0], np.cumsum(np.where(known, rise, 0.0) * length)))
    weights = np.concatenate(([0.0], np.cumsum(known * length)))
    middle = (ends[:-1] + ends[1:]) / 2.0
    low, high = middle - window / 2.0, middle + window / 2.0
    total = np.interp(high, ends, sums) - np.interp(low, ends, sums)
    weight = np.interp(high, ends, weights) - np.interp(low, ends, weights)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weight > 0.0, total / weight, np.nan)


def _runs(chosen: NDArray[np.bool_]) -> Iterator[slice]:
    """Yield the points of each run of chosen segments."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], chosen, [False])).astype(np.int8)))
    for start, stop in zip(edges[::2], edges[1::2]):
        yield slice(int(start), int(stop) + 1)
