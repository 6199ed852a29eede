"""Which windows to work in: aligned to tiles, small enough for the memory promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redline_plugin.core.raster.grid import Grid, Window, windows_of
from redline_plugin.core.raster.parallel import AHEAD
from redline_plugin.core.raster.source import SourceInfo
from redline_plugin.core.raster.writer import TILE

WORKING_BYTES = 200 * 1024 * 1024
"""What all windows in flight may take; with the interpreter, GDAL's cache and codecs: 500 MB."""

_TILED_SHAPES = ((2048, 512), (1024, 512), (512, 512), (512, 256), (256, 256), (256, 128))
_STRIP_ROWS = (512, 256, 128, 64, 32, 16)
_WIDE = 8192


@dataclass(frozen=True)
class Plan:
    """Windows in reading order, and the tile size of outputs that suits them."""

    windows: list[Window]
    tile: tuple[int, int]


def plan(grid: Grid, infos: Sequence[SourceInfo], outputs: int, threads: int) -> Plan:
    """Choose windows.

    Tiled inputs are read in windows of whole tiles. Inputs stored in lines are read in full-width
    windows, because a narrow one would decode the whole line again for each.
    """
    # Values, mask and a temporary per input, result and a temporary per output, in 4-byte floats.
    bytes_per_pixel = sum(info.dtype.itemsize + 1 for info in infos) + 4 + outputs * 8
    budget = WORKING_BYTES / (threads + AHEAD) / bytes_per_pixel
    in_lines = any(info.block[0] > _WIDE or info.block[1] == 1 for info in infos)
    if in_lines and grid.width > _WIDE // 8:
        rows = next((r for r in _STRIP_ROWS if r * grid.width <= budget), _STRIP_ROWS[-1])
        rows = min(rows, TILE)
        return Plan(windows_of(grid, grid.width, rows), (TILE, rows))
    width, height = next((s for s in _TILED_SHAPES if s[0] * s[1] <= budget), _TILED_SHAPES[-1])
    tile = (min(width, TILE), min(height, TILE))
    return Plan(windows_of(grid, width, height), tile)
