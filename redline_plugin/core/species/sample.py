"""One pass over the environment: the values at the presences, and a drawn background.

Both are read as the prediction reads them, block by block through the same reader, so a presence has
exactly the values of its pixel on the map. The pass also makes the draw exact: every pixel that is
valid in all predictors has its chance, however few these are.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.raster.cache import small_cache
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.parallel import map_ordered
from redline_plugin.core.raster.source import AlignedReader, SourceInfo
from redline_plugin.core.species.blocks import (
    BlockOptions,
    Mask,
    open_readers,
    read_piece,
    valid_everywhere,
)
from redline_plugin.core.species.chance import uniform

Cells = NDArray[np.int64]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """What the models are fitted to.

    Attributes:
        cells: pixels asked for, in order; shape (n,).
        values: predictors there, shape (n, k); NaN in the whole row where one is nodata.
        background_cells: pixels drawn, in order; shape (m,).
        background: predictors there, shape (m, k).
        valid_pixels: how many pixels are valid in all predictors.
        candidates: how many of them could be drawn (mask, bias).
    """

    cells: Cells
    values: Matrix
    background_cells: Cells
    background: Matrix
    valid_pixels: int
    candidates: int


@dataclass
class _Drawn:
    """The pixels with the smallest keys so far.

    A key is ``-log(u) / weight`` with ``u`` of the pixel itself (Efraimidis & Spirakis 2006): the
    smallest ``count`` keys are a draw without replacement, by weight, and the same in any order.
    """

    count: int
    keys: list[NDArray[np.float64]] = field(default_factory=list)
    cells: list[Cells] = field(default_factory=list)
    rows: list[Matrix] = field(default_factory=list)
    held: int = 0
    limit: float = np.inf

    def add(self, keys: NDArray[np.float64], cells: Cells, rows: Matrix) -> None:
        self.keys.append(keys)
        self.cells.append(cells)
        self.rows.append(rows)
        self.held += len(keys)
        if self.held > 2 * self.count:
            self.shrink()

    def shrink(self) -> None:
        keys, cells = np.concatenate(self.keys), np.concatenate(self.cells)
        rows = np.concatenate(self.rows)
        kept = np.lexsort((cells, keys))[: self.count]
        self.keys, self.cells, self.rows = [keys[kept]], [cells[kept]], [rows[kept]]
        self.held = len(kept)
        if self.held == self.count:
            self.limit = float(keys[kept[-1]])


def take_sample(
    predictors: Sequence[SourceInfo],
    mask: SourceInfo | None,
    bias: SourceInfo | None,
    grid: Grid,
    cells: Cells,
    count: int,
    seed: int,
    feedback: Feedback,
    options: BlockOptions,
) -> Sample:
    """Read the predictors once; call with GDAL's exceptions on.

    Args:
        predictors: the environment, in order.
        mask: background is drawn only where this is valid and not 0.
        bias: background is drawn in proportion to this; none where it is nodata or not above 0.
        grid: what all are read through.
        cells: pixels whose values are wanted: numbers row by row from the north, in order, each once.
        count: how many background pixels to draw.
        seed: of the draw.
        feedback: progress and cancel.
        options: threads, windows.
    """
    k = len(predictors)
    extra = [info for info in (mask, bias) if info is not None]
    infos = [*predictors, *extra]
    how = options.plan(infos, grid, 0)
    found = np.full((len(cells), k), np.nan)
    areas = None if grid.constant_pixel_area else grid.row_areas()
    if areas is not None:
        areas = areas / areas.max()
    whole = _Drawn(count)
    totals = {"valid": 0, "candidates": 0}
    lock = threading.Lock()

    @contextlib.contextmanager
    def worker() -> Iterator[tuple[list[AlignedReader], _Drawn, dict[str, int]]]:
        drawn, counted = _Drawn(count), {"valid": 0, "candidates": 0}
        with open_readers(infos, grid) as readers:
            yield readers, drawn, counted
        with lock:
            for name, number in counted.items():
                totals[name] += number
            for keys, places, rows in zip(drawn.keys, drawn.cells, drawn.rows):
                whole.add(keys, places, rows)

    def work(state: tuple[list[AlignedReader], _Drawn, dict[str, int]], window: Window) -> None:
        readers, drawn, counted = state
        for piece in how.pieces(window):
            shape = (piece.height, piece.width)
            read = read_piece(readers, piece)
            valid = valid_everywhere(read[:k], shape)
            counted["valid"] += int(np.count_nonzero(valid))
            values = [values for values, _ in read[:k]]
            here, y, x = _within(cells, piece, grid)
            there = valid[y, x]
            if there.any():
                found[here[there]] = _gather(values, y[there], x[there])
            weight: NDArray | None = None
            if areas is not None:
                rows = areas[piece.y : piece.y + piece.height, None]
                weight = np.broadcast_to(rows, shape)
            position = k
            if mask is not None:
                inside, present = read[position]
                valid &= inside != 0
                valid &= True if present is None else present
                position += 1
            if bias is not None:
                effort, present = read[position]
                with np.errstate(invalid="ignore"):
                    valid &= effort > 0
                valid &= True if present is None else present
                effort = effort.astype(np.float64)
                weight = effort if weight is None else effort * weight
            counted["candidates"] += int(np.count_nonzero(valid))
            _draw(drawn, valid, weight, values, piece, grid, seed)

    with small_cache():
        map_ordered(
            how.windows,
            worker,
            work,
            lambda _, __: None,
            feedback,
            how.threads or options.workers,
        )
    if whole.held:
        whole.shrink()
        order = np.argsort(whole.cells[0])
        background_cells, background = whole.cells[0][order], whole.rows[0][order]
    else:
        background_cells, background = np.empty(0, dtype=np.int64), np.empty((0, k))
    return Sample(cells, found, background_cells, background, totals["valid"], totals["candidates"])


def _draw(
    drawn: _Drawn,
    valid: Mask,
    weight: NDArray | None,
    values: Sequence[NDArray],
    piece: Window,
    grid: Grid,
    seed: int,
) -> None:
    if not valid.any():
        return
    rows = np.arange(piece.y, piece.y + piece.height, dtype=np.int64)[:, None] * grid.width
    number = rows + np.arange(piece.x, piece.x + piece.width, dtype=np.int64)
    chance = uniform(number, seed)
    heaviest = 1.0 if weight is None else float(weight[valid].max())
    # Only chances near 1 can have a key under the limit; so few logarithms are taken. The slack
    # leaves the decision to the key.
    y, x = np.nonzero(valid & (chance >= (1.0 - 1e-9) * np.exp(-drawn.limit * heaviest)))
    keys = -np.log(chance[y, x])
    if weight is not None:
        keys /= weight[y, x]
    low = keys <= drawn.limit
    if low.any():
        y, x = y[low], x[low]
        drawn.add(keys[low], number[y, x], _gather(values, y, x))


def _within(cells: Cells, piece: Window, grid: Grid) -> tuple[NDArray, NDArray, NDArray]:
    """Return which of the cells lie in a piece, and their row and column there."""
    start, stop = np.searchsorted(
        cells, [piece.y * grid.width, (piece.y + piece.height) * grid.width]
    )
    y, x = np.divmod(cells[start:stop], grid.width)
    inside = np.flatnonzero((x >= piece.x) & (x < piece.x + piece.width))
    return inside + start, y[inside] - piece.y, x[inside] - piece.x


def _gather(values: Sequence[NDArray], y: NDArray, x: NDArray) -> Matrix:
    found = np.empty((len(y), len(values)))
    for column, band in enumerate(values):
        found[:, column] = band[y, x]
    return found
