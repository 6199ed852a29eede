"""Which windows to work in: aligned to tiles, small enough for the memory promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redline_plugin.core.raster.grid import Grid, Window, windows_of
from redline_plugin.core.raster.parallel import AHEAD
from redline_plugin.core.raster.source import SourceInfo
from redline_plugin.core.raster.writer import TILE

RESULT_BYTES = 32 * 1024 * 1024
"""What results take that are waiting to be written."""

READING_BYTES = 128 * 1024 * 1024
"""What all threads' inputs and arithmetic may take; with the interpreter, QGIS, GDAL's cache and
codecs: 500 MB."""

PIECE_PIXELS = 1 << 18
"""Inputs are read, and arithmetic is done, on so many pixels at a time at most."""

_TILED_SHAPES = ((2048, 512), (1024, 512), (512, 512))
_STRIP_ROWS = (512, 256, 128, 64, 32, 16)
_WIDE = 8192
# An input's values, what a codec keeps for its file, a mask and a share of the temporaries.
_INPUT_FACTOR = 4
# What neighbourhood arithmetic keeps per pixel: indices, distances, directions.
_HALO_BYTES = 64
_LEAST_ROWS = 32


@dataclass(frozen=True)
class Plan:
    """What is done at a time, and by how many.

    Attributes:
        windows: in the order of reading; each is computed by one thread and written at once.
        tile: tile size of outputs that suits them.
        piece: what is read at a time within a window, width and height.
        threads: how many the memory allows of those that are wanted; None: all.
    """

    windows: list[Window]
    tile: tuple[int, int]
    piece: tuple[int, int] = (TILE, TILE)
    threads: int | None = None

    def pieces(self, window: Window) -> Iterator[Window]:
        """Cut a window into pieces, row by row."""
        width, height = self.piece
        right, bottom = window.x + window.width, window.y + window.height
        for y in range(window.y, bottom, height):
            for x in range(window.x, right, width):
                yield Window(x, y, min(width, right - x), min(height, bottom - y))


def plan(
    grid: Grid, infos: Sequence[SourceInfo], outputs: int, threads: int, halo: int = 0
) -> Plan:
    """Choose windows, and how many threads there is memory for.

    Tiled inputs are read by whole tiles. Inputs stored in lines are read in full width, because a
    narrow window would decode the whole line again for each. Many bands make pieces smaller.

    Args:
        grid: of the result.
        infos: of all bands that are read.
        outputs: bands that are written.
        threads: how many are wanted.
        halo: pixels that are read on each side beyond a piece.
    """
    in_lines = any(info.block[0] > _WIDE or info.block[1] == 1 for info in infos)
    if in_lines and grid.width > _WIDE // 8:
        piece = (grid.width, max(1, min(TILE, PIECE_PIXELS // grid.width)))
    else:
        piece = (TILE, TILE)
    # At least a byte: a result may be made without any raster.
    pixel_bytes = max(1, _INPUT_FACTOR * sum(info.dtype.itemsize for info in infos))
    if halo:
        pixel_bytes += _HALO_BYTES

    def bytes_of(piece: tuple[int, int]) -> int:
        return pixel_bytes * (min(piece[0], grid.width) + 2 * halo) * (piece[1] + 2 * halo)

    while bytes_of(piece) > READING_BYTES and piece[1] > max(_LEAST_ROWS, halo):
        piece = (piece[0], piece[1] // 2)
    threads = max(1, min(threads, READING_BYTES // bytes_of(piece)))
    budget = RESULT_BYTES / (threads + AHEAD) / (4 * max(outputs, 1))
    if piece[0] > TILE:
        rows = next((r for r in _STRIP_ROWS if r * grid.width <= budget), _STRIP_ROWS[-1])
        return Plan(windows_of(grid, grid.width, rows), (TILE, rows), piece, threads)
    width, height = next((s for s in _TILED_SHAPES if s[0] * s[1] <= budget), _TILED_SHAPES[-1])
    return Plan(windows_of(grid, width, height), piece, piece, threads)
