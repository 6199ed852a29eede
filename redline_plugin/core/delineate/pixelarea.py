"""The true area of every pixel, as whole numbers of a tiny unit so that sums do not depend on order.

In a geographic grid the area is exact per row. In a projected one the ratio of true to plane area
changes slowly (by 5e-4 from the middle to the edge of a three-degree belt), so it is measured at
a lattice of points by the same routine that measures the final polygons, and interpolated between.

Sums of doubles depend on their order, and so would a patch at the very limit on the height of the
strips it was cut into. Areas are therefore rounded to multiples of a power of two, so small that
all pixels together stay below 2**53 of them: such sums are exact. The rounding is below
(number of pixels) x 2**-53 of a pixel: 6e-8 for 500 million pixels.
"""

from __future__ import annotations

import math

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.raster.grid import Grid

Areas = NDArray[np.float64]

_NODES = 33
"""Lattice points along each side: in a belt 8 km apart, interpolated to 2e-7."""
_PROBE_METRES = 1000.0
_EXACT_BITS = 52


class PixelAreas:
    """Areas of pixels in units; ``units * unit_m2`` is m2."""

    def __init__(self, grid: Grid) -> None:
        """Measure the lattice.

        Raises:
            InputError: the grid reaches where its CRS cannot be turned to longitude and latitude.
        """
        self._grid = grid
        self._geographic = grid.is_geographic
        if self._geographic:
            largest = float(grid.row_areas().max())
        else:
            plane = float(grid.row_areas(0, 1)[0])
            self._node_rows, ratios = _ratios_by_node_row(grid)
            largest = plane * float(ratios.max())
        # One bit of room for the rounding of each pixel.
        total = largest * grid.width * grid.height * 2.0
        self.unit_m2 = 2.0 ** (math.ceil(math.log2(total)) - _EXACT_BITS)
        if not self._geographic:
            self._lines = ratios * (plane / self.unit_m2)
            self._steps = np.diff(self._lines, axis=0)

    def rows(self, start: int, stop: int) -> Areas:
        """Return the units of each pixel in these rows: (rows, width), or (rows, 1) if equal."""
        if self._geographic:
            areas = self._grid.row_areas(start, stop)[:, np.newaxis]
        else:
            centres = np.arange(start, stop) + 0.5
            lower = np.searchsorted(self._node_rows, centres, side="right") - 1
            lower = np.clip(lower, 0, len(self._steps) - 1)
            span = self._node_rows[lower + 1] - self._node_rows[lower]
            share = ((centres - self._node_rows[lower]) / span)[:, np.newaxis]
            # Between two lines of nodes: the upper one, and the step to the lower one.
            areas = share * self._steps[lower]
            areas += self._lines[lower]
            return np.rint(areas, out=areas)
        areas /= self.unit_m2
        return np.rint(areas, out=areas)


def _ratios_by_node_row(grid: Grid) -> tuple[Areas, Areas]:
    """Return the node rows (in pixels) and, for each, true/plane area at every pixel column."""
    rows = _node_positions(grid.height)
    columns = _node_positions(grid.width)
    x0, dx, _, y0, _, dy = grid.transform
    unit = grid.spatial_reference.GetLinearUnits()
    half = _PROBE_METRES / unit / 2.0
    x = np.tile(x0 + columns * dx, len(rows))
    y = np.repeat(y0 + rows * dy, len(columns))
    probes = shapely.box(x - half, y - half, x + half, y + half)
    ratios = polygon_areas(list(probes), grid.crs) / _PROBE_METRES**2
    centres = np.arange(grid.width) + 0.5
    by_row = [np.interp(centres, columns, line) for line in ratios.reshape(len(rows), -1)]
    return rows, np.array(by_row)


def _node_positions(size: int) -> Areas:
    """Return positions of lattice points from 0 to ``size`` pixels."""
    return np.linspace(0.0, float(size), min(_NODES, size + 1))
