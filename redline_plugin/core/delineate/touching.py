"""Which patches touch a protected area: exactly, by the squares of their pixels."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.burning import CentreBurner, OutlineBurner
from redline_plugin.core.delineate.components import Labels, Mask, flag_labels
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.delineate.strips import Strip
from redline_plugin.core.raster.grid import Grid


class Touching:
    """Tells for the labels of a strip whether they share a point with any of the polygons."""

    def __init__(self, polygons: Shapes, grid: Grid) -> None:
        """Take polygons that do not overlap, valid and in the grid's CRS."""
        self._grid = grid
        self._centres = CentreBurner(polygons, grid)
        self._edges = OutlineBurner(polygons, grid)
        self._tree = shapely.STRtree(polygons)

    def flags(self, strip: Strip, labels: Labels, count: int, asked: Mask) -> Mask:
        """Return the flags of labels 0 to ``count``; only those of ``asked`` labels are exact.

        A pixel whose centre is in a polygon settles its patch. For the patches left, the squares of
        their pixels beside or on a polygon's edge are tested one by one: few, and exact.
        """
        width, rows = labels.shape[1], labels.shape[0]
        window = (-1, strip.start - 1, width + 2, rows + 2)
        if len(self._tree.query(self._box(*window))) == 0:
            return np.zeros(count + 1, dtype=bool)
        inside = self._centres.burn(strip.start, strip.stop) > 0
        found = flag_labels(labels, inside, count)
        found[0] = False
        open_labels = asked & ~found
        open_labels[0] = False
        if not open_labels.any():
            return found
        near = _widened(self._edges.burn(*window))
        near &= open_labels[labels]
        row, column = np.nonzero(near)
        hit = np.unique(self._tree.query(self._squares(row + strip.start, column), "intersects")[0])
        found[labels[row[hit], column[hit]]] = True
        return found

    def _box(self, column: int, row: int, width: int, rows: int) -> shapely.Polygon:
        x0, dx, _, y0, _, dy = self._grid.transform
        west, north = x0 + column * dx, y0 + row * dy
        return shapely.box(west, north + rows * dy, west + width * dx, north)

    def _squares(self, row: NDArray[np.int64], column: NDArray[np.int64]) -> NDArray[np.object_]:
        x0, dx, _, y0, _, dy = self._grid.transform
        return shapely.box(
            x0 + column * dx, y0 + (row + 1) * dy, x0 + (column + 1) * dx, y0 + row * dy
        )


def _widened(mask: Mask) -> Mask:
    """Return the mask widened by one pixel to all eight sides, without its outermost ring."""
    rows, columns = mask.shape[0] - 2, mask.shape[1] - 2
    result = np.zeros((rows, columns), dtype=bool)
    for down in range(3):
        for right in range(3):
            result |= mask[down : down + rows, right : right + columns]
    return result
