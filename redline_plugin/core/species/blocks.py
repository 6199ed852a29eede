"""Reading several rasters block by block on one grid, and writing what is computed from them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.raster.cache import small_cache
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.overlap import inspect_all, overlap_problems
from redline_plugin.core.raster.parallel import default_threads, map_ordered
from redline_plugin.core.raster.plan import Plan, plan
from redline_plugin.core.raster.source import (
    NEAREST,
    AlignedReader,
    RasterSource,
    SourceInfo,
    alignment_note,
    open_source,
    with_undeclared_nodata,
)
from redline_plugin.core.raster.writer import AUTO, RasterWriter

NODATA = -9999.0
Mask = NDArray[np.bool_]
Read = list[tuple[NDArray, "Mask | None"]]
"""Of each input: values, and where they are valid; None for everywhere."""
Kernel = Callable[[Window, Read], Sequence[NDArray]]
"""From a piece's inputs to its outputs, NaN for nodata."""


@dataclass(frozen=True)
class BlockOptions:
    """How to run, which never changes what comes out.

    Attributes:
        grid: the grid to work on; the first input's when None.
        threads: worker threads; one per processor when None.
        compression: of the outputs.
        overviews: whether to build overviews.
        windows: windows to work in, for tests of their independence.
    """

    grid: Grid | None = None
    threads: int | None = None
    compression: str = AUTO
    overviews: bool = False
    windows: Plan | None = None

    def plan(self, infos: Sequence[SourceInfo], grid: Grid, outputs: int) -> Plan:
        """Return the windows to work in."""
        return self.windows or plan(grid, infos, outputs, self.workers)

    @property
    def workers(self) -> int:
        """The number of threads that are wanted."""
        return self.threads or default_threads()


def look_into(
    sources: Sequence[RasterSource], feedback: Feedback, options: BlockOptions
) -> tuple[list[SourceInfo], Grid]:
    """Look into every input, and tell how it comes to the grid; call with GDAL's exceptions on.

    Raises:
        InputError: all that is wrong with any of them.
    """
    infos, problems = inspect_all(sources)
    if infos:
        grid = options.grid or infos[0].grid
        name = "the grid" if options.grid else infos[0].source.title
        problems += overlap_problems(infos, grid, name)
    if problems:
        raise InputError(problems)
    found = []
    for info in infos:
        seen = info
        note = alignment_note(info, grid)
        if note is not None:
            feedback.info(note)
            if info.source.resampling != NEAREST:
                seen, note = with_undeclared_nodata(info)
                if note is not None:
                    feedback.warn(note)
        found.append(seen)
    return found, grid


@contextlib.contextmanager
def open_readers(infos: Sequence[SourceInfo], grid: Grid) -> Iterator[list[AlignedReader]]:
    """Open every input for one thread."""
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(open_source(info, grid)) for info in infos]


def read_piece(readers: Sequence[AlignedReader], piece: Window) -> Read:
    """Read a piece of every input; the values stand in the readers' memory until the next one."""
    found: Read = []
    for reader in readers:
        values, inside = reader.look(piece)
        found.append((values, reader.valid(values, inside)))
    return found


def valid_everywhere(read: Read, shape: tuple[int, int]) -> Mask:
    """Return where all inputs are valid."""
    valid = np.ones(shape, dtype=bool)
    for _, mask in read:
        if mask is not None:
            valid &= mask
    return valid


@contextlib.contextmanager
def open_writers(
    paths: Sequence[Path], grid: Grid, how: Plan, options: BlockOptions, stack: contextlib.ExitStack
) -> Iterator[list[RasterWriter]]:
    """Open outputs; they appear under their names when ``stack`` ends without an error."""
    with contextlib.ExitStack() as open_files:
        writers = []
        for path in paths:
            folder = stack.enter_context(atomic_folder_of(path))
            writer = RasterWriter(
                folder / path.name,
                grid,
                np.dtype(np.float32),
                NODATA,
                options.compression,
                how.tile,
            )
            open_files.callback(writer.close)
            writers.append(writer)
        yield writers


def compute(
    infos: Sequence[SourceInfo],
    grid: Grid,
    how: Plan,
    make_kernel: Callable[[], Kernel],
    writers: Sequence[RasterWriter],
    feedback: Feedback,
    options: BlockOptions,
) -> None:
    """Compute every window once and write it.

    Args:
        infos: the inputs.
        grid: what they are read through.
        how: the windows.
        make_kernel: makes a thread's own kernel.
        writers: one per output.
        feedback: progress and cancel.
        options: threads.
    """

    @contextlib.contextmanager
    def worker() -> Iterator[tuple[list[AlignedReader], Kernel]]:
        with open_readers(infos, grid) as readers:
            yield readers, make_kernel()

    def work(
        state: tuple[list[AlignedReader], Kernel], window: Window
    ) -> list[NDArray[np.float32]]:
        readers, kernel = state
        results = [np.empty((window.height, window.width), dtype=np.float32) for _ in writers]
        for piece in how.pieces(window):
            y, x = piece.y - window.y, piece.x - window.x
            place = np.s_[y : y + piece.height, x : x + piece.width]
            for result, values in zip(results, kernel(piece, read_piece(readers, piece))):
                part = result[place]
                np.copyto(part, values, casting="same_kind")
                part[~np.isfinite(part)] = NODATA
        return results

    def consume(window: Window, results: list[NDArray[np.float32]]) -> None:
        for writer, values in zip(writers, results):
            writer.write(window, values)

    with small_cache():
        map_ordered(how.windows, worker, work, consume, feedback, how.threads or options.workers)
