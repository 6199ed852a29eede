"""Parts of patches narrower than a width: an opening of the mask, which only takes away.

A pixel stays when it lies in a square of the width, or in a disc of it, that is in the red line as
a whole. The square keeps corners and corridors along rows and columns exactly, the disc those that
run aslant; either alone would take too much.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from redline_plugin.core.delineate.components import Mask
from redline_plugin.core.raster.grid import Grid

_SLACK = 1e-9


@dataclass(frozen=True)
class Opening:
    """An opening by a width.

    Attributes:
        columns, rows: of the square, in pixels: the least number that is as wide as asked.
        radius: of the disc, in the unit of ``step_x`` and ``step_y``, centre to centre.
        step_x, step_y: size of a pixel.
    """

    columns: int
    rows: int
    radius: float
    step_x: float
    step_y: float

    @property
    def reach(self) -> int:
        """Rows or columns around a pixel that its fate depends on."""
        disc = math.ceil(self.radius / min(self.step_x, self.step_y))
        return 2 * max(self.columns, self.rows, disc) + 1

    @property
    def changes_nothing(self) -> bool:
        """Whether a single pixel is wide enough."""
        return self.columns <= 1 and self.rows <= 1

    def __call__(self, mask: Mask) -> Mask:
        """Return the opened mask; beyond the array nothing is in."""
        opened: Mask = _square(mask, self.rows, self.columns)
        if opened.all() or not mask.any():
            return opened
        steps = (self.step_y, self.step_x)
        margin = ((1, 1), (1, 1))
        inner = ndimage.distance_transform_edt(np.pad(mask, margin), steps)[1:-1, 1:-1]
        core = inner > self.radius * (1.0 + _SLACK)
        if core.any():
            outer = ndimage.distance_transform_edt(~core, steps)
            opened |= outer <= self.radius * (1.0 + _SLACK)
        return opened


def opening_of(width_m: float, grid: Grid) -> Opening:
    """Return the opening by a width in metres; the grid's CRS must be projected."""
    step_x, step_y = pixel_metres(grid)
    columns, rows = (max(1, math.ceil(width_m / step - _SLACK)) for step in (step_x, step_y))
    # Half a pixel more than to the last centre, else the disc would end in single pixels.
    radius = max(
        (math.ceil((count - 1) / 2.0) + 0.5) * step
        for count, step in ((columns, step_x), (rows, step_y))
    )
    return Opening(columns, rows, radius, step_x, step_y)


def pixel_metres(grid: Grid) -> tuple[float, float]:
    """Return width and height of a pixel in metres."""
    unit = grid.spatial_reference.GetLinearUnits()
    return abs(grid.transform[1]) * unit, abs(grid.transform[5]) * unit


def _square(mask: Mask, rows: int, columns: int) -> Mask:
    result = mask
    for axis, count in ((0, rows), (1, columns)):
        result = _run(result, axis, count, np.logical_and, count - 1, 0)
    for axis, count in ((0, rows), (1, columns)):
        result = _run(result, axis, count, np.logical_or, 0, count - 1)
    return result


def _run(mask: Mask, axis: int, count: int, join: np.ufunc, after: int, before: int) -> Mask:
    """Join each pixel with the next (``after``) or the last (``before``) ones along an axis."""
    if count <= 1:
        return mask
    margin = [(0, 0), (0, 0)]
    margin[axis] = (before, after)
    wide = np.pad(mask, margin)
    size = mask.shape[axis]
    result = np.take(wide, np.arange(size), axis=axis)
    for shift in range(1, count):
        result = join(result, np.take(wide, np.arange(shift, shift + size), axis=axis))
    return result


def widened(mask: Mask, rows: int, columns: int) -> Mask:
    """Return the mask with a rectangle around each of its pixels."""
    result = mask
    for axis, count in ((0, rows), (1, columns)):
        back = count // 2
        result = _run(result, axis, count, np.logical_or, count - 1 - back, back)
    return result
