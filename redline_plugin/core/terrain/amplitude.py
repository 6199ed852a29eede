"""Relief amplitude 地形起伏度: the largest difference of height in a window."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.terrain.halo import whole

CELLS = "cells"
SQUARE = "square"
CIRCLE = "circle"

Extent = tuple[int, int, int, int]
"""Cells of a window before and after its cell: up, down, left, right."""

Spans = tuple[int, ...]
"""How far a circle reaches sideways in the rows 0, 1, ... from its centre; none for a rectangle."""


def cells_of_resolution(cell: float) -> int:
    """Return the side of the window in cells for cells of that size in m."""
    if cell < 30:
        return 15
    if cell < 50:
        return 12
    return 9 if cell < 100 else 3


def extent_in_cells(side: int) -> Extent:
    """Return the window of a side in cells; an even side has one cell more below and right."""
    before, after = (side - 1) // 2, side // 2
    return before, after, before, after


def extent_in_metres(size: float, cell_width: float, cell_height: float) -> Extent:
    """Return the window of all cells whose centres are at most half the size away."""
    down, right = whole(size / 2 / cell_height), whole(size / 2 / cell_width)
    return down, down, right, right


def extent_of(
    neighbourhood: str, size: float, cell_width: float, cell_height: float, least: int = 0
) -> Extent:
    """Return the window: ``CELLS`` by the cell's height, else by the size in m.

    Args:
        neighbourhood: ``CELLS``, ``SQUARE`` or ``CIRCLE``.
        size: side or diameter in m, for the last two.
        cell_width: m.
        cell_height: m; in degrees the height, unlike the width, is nearly one all over a raster.
        least: cells that the window has on each side at least.
    """
    if neighbourhood == CELLS:
        # Decimals of a transform must not make 30 m out of 29.9999999 m.
        up, down, left, right = extent_in_cells(cells_of_resolution(cell_height + 1e-6))
    else:
        up, down, left, right = extent_in_metres(size, cell_width, cell_height)
    return max(up, least), max(down, least), max(left, least), max(right, least)


def relief_amplitude(
    elevation: NDArray,
    cell_width: NDArray,
    cell_height: NDArray,
    halo: int,
    *,
    neighbourhood: str = CELLS,
    size: float = 0.0,
    least: int = 0,
) -> NDArray:
    """Return the highest less the lowest elevation in the window around each cell, m.

    Cells without elevation in the window are left out. In degrees, each row has the window of its
    own cell size.

    Args:
        elevation: m, shape (rows + 2 * halo, columns + 2 * halo); NaN where there is none.
        cell_width: m, shape (rows + 2 * halo, 1).
        cell_height: m, same shape.
        halo: not less than the window's half side.
        neighbourhood: ``CELLS``, ``SQUARE`` or ``CIRCLE``.
        size: side or diameter in m, for the last two.
        least: cells that the window has on each side at least.

    Returns:
        m, shape (rows, columns), NaN where the elevation is.
    """
    rows, columns = (n - 2 * halo for n in elevation.shape)
    result = np.empty((rows, columns), elevation.dtype)
    windows = [
        (
            extent_of(neighbourhood, size, width, height, least),
            _circle(size / 2, width, height) if neighbourhood == CIRCLE else (),
        )
        for width, height in zip(
            cell_width[halo : halo + rows, 0].tolist(), cell_height[halo : halo + rows, 0].tolist()
        )
    ]
    gaps = np.isnan(elevation)
    some = bool(gaps.any())
    low = np.where(gaps, elevation.dtype.type(np.inf), elevation) if some else elevation
    high = np.where(gaps, elevation.dtype.type(-np.inf), elevation) if some else elevation
    for first, last in _runs(windows):
        extent, spans = windows[first]
        up, down, left, right = extent
        place = np.s_[halo + first - up : halo + last + down, halo - left : halo + columns + right]
        result[first:last] = _extreme(high[place], extent, spans, highest=True)
        result[first:last] -= _extreme(low[place], extent, spans, highest=False)
    if some:
        result[gaps[halo : halo + rows, halo : halo + columns]] = np.nan
    return result


def _runs(windows: list[tuple[Extent, Spans]]) -> Iterator[tuple[int, int]]:
    """Yield first and last (not in) of the runs of equal entries."""
    start = 0
    for place in range(1, len(windows) + 1):
        if place == len(windows) or windows[place] != windows[start]:
            yield start, place
            start = place


def _circle(radius: float, cell_width: float, cell_height: float) -> Spans:
    """Return the spans of a circle, in cells."""
    return tuple(
        whole(max(radius**2 - (row * cell_height) ** 2, 0.0) ** 0.5 / cell_width)
        for row in range(whole(radius / cell_height) + 1)
    )


def _extreme(values: NDArray, extent: Extent, spans: Spans, *, highest: bool) -> NDArray:
    """Return the highest or lowest of the window's values; the result has no margins."""
    up, down, left, right = extent
    rows, columns = values.shape[0] - up - down, values.shape[1] - left - right
    if not spans:
        # One axis after the other: the time does not depend on the window's side.
        wide = _along(values, 1, left, right, highest=highest)[:, left : left + columns]
        return _along(wide, 0, up, down, highest=highest)[up : up + rows]
    better = np.maximum if highest else np.minimum
    result = np.full((rows, columns), -np.inf if highest else np.inf, values.dtype)
    for span in sorted(set(spans)):
        wide = _along(values, 1, span, span, highest=highest)[:, left : left + columns]
        for row in (row for row, reach in enumerate(spans) if reach == span):
            for first in {up - row, up + row}:
                better(result, wide[first : first + rows], out=result)
    return result


def _along(values: NDArray, axis: int, before: int, after: int, *, highest: bool) -> NDArray:
    size = before + after + 1
    if size == 1:
        return values
    run = ndimage.maximum_filter1d if highest else ndimage.minimum_filter1d
    # SciPy's window starts size // 2 cells before, moved by the origin.
    return run(values, size, axis=axis, mode="nearest", origin=before - size // 2)
