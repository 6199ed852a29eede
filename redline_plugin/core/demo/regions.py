"""Hillslopes and small catchments, put together to counties and protected areas.

So borders run along divides and rivers, as real ones do.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.demo.noise import fractal_noise
from redline_plugin.core.demo.terrain import Landform

BORDER_RIVER_AREA = 60.0e6
"""Catchment from which a river parts its left from its right bank, m2."""


def catchments(land: Landform, area: float) -> NDArray[np.int32]:
    """Return (side, side) numbers, 0..n-1, of the lands that drain into one stretch of stream.

    Args:
        land: the terrain.
        area: catchment from which water counts as a stream, m2.
    """
    receiver = land.tree.receiver
    cells = np.arange(receiver.size)
    stream = land.area >= area
    inner = stream & (receiver != cells)
    joining = np.bincount(receiver[inner], minlength=cells.size)
    ends = stream & ((joining[receiver] > 1) | (receiver == cells))
    link = land.tree.inherit(cells, ends | (receiver == cells))
    dx, dy = (receiver - cells + 1) % land.side - 1, 0 * cells
    dy = (receiver - cells - dx) // land.side
    entering = ~stream & stream[receiver]
    turn = dx * dy[receiver] - dy * dx[receiver]
    bank = land.tree.inherit((turn > 0).astype(np.int64), entering | stream)
    large = land.area >= BORDER_RIVER_AREA
    unit = link * 2 + np.where(large[link], bank, 0)
    _, number = np.unique(unit, return_inverse=True)
    return number.reshape(land.side, land.side).astype(np.int32)


def means(units: NDArray[np.int32], field: NDArray) -> NDArray[np.float64]:
    """Return the mean of ``field`` over each unit."""
    flat = units.ravel()
    return np.bincount(flat, field.ravel().astype(np.float64)) / np.bincount(flat)


def one_piece(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the largest connected part of ``mask``, its holes filled."""
    parts, count = ndimage.label(mask)
    if count > 1:
        sizes = np.bincount(parts.ravel())
        sizes[0] = 0
        mask = parts == sizes.argmax()
    return np.asarray(ndimage.binary_fill_holes(mask))


def without_tongues(mask: NDArray[np.bool_], reach: float) -> NDArray[np.bool_]:
    """Return ``mask`` without parts narrower than twice ``reach`` cells, its other edges kept."""
    core = ndimage.distance_transform_edt(mask) > reach
    return np.asarray(mask & (ndimage.distance_transform_edt(~core) <= 1.6 * reach))


def make_counties(seed: int, land: Landform, size: int) -> NDArray[np.int32]:
    """Return (size, size) county numbers: 0 outside, 1 the western, 2 the eastern county."""
    side = land.side
    units = catchments(land, 3.0e6)
    y, x = (np.mgrid[0:side, 0:side] + 0.5) / side
    shape = np.hypot((x - 0.5) * 0.98, (y - 0.5) * 1.06)
    shape = shape - 0.40 - 0.035 * fractal_noise(seed, "outline", side, 3, 0.5)
    frame = np.minimum(np.minimum(x, 1 - x), np.minimum(y, 1 - y))
    west = x - 0.53 + 0.10 * (y - 0.5) + 0.05 * fractal_noise(seed, "border", side, 3, 0.5)
    near_edge = np.bincount(units.ravel(), frame.ravel() < 0.012) > 0
    inside = ((means(units, shape) < 0.0) & ~near_edge)[units]
    first = (means(units, west) < 0.0)[units]
    step = size / side
    narrow = 1400.0 / land.cell
    inside = one_piece(without_tongues(inside, narrow))
    inside = ~without_tongues(~inside, narrow)
    narrow = 900.0 / land.cell
    first = without_tongues(first & inside, narrow)
    first = inside & ~without_tongues(inside & ~first, narrow)
    inside = one_piece(_enlarged(inside, step))
    first = one_piece(inside & _enlarged(first, step))
    second = one_piece(inside & ~first)
    first = inside & ~second
    return np.where(second, 2, np.where(one_piece(first), 1, 0)).astype(np.int32)


def _enlarged(mask: NDArray[np.bool_], step: float) -> NDArray[np.bool_]:
    """Return ``mask`` on a grid ``step`` times as fine, its steps rounded."""
    soft = ndimage.gaussian_filter(mask.astype(np.float32), 1.0)
    if step != 1.0:
        soft = ndimage.zoom(soft, step, order=1, mode="nearest", grid_mode=True)
    return np.asarray(soft > 0.5)
