"""Running models over rasters in one pass.

Jobs that read the same band share its decoding: the codec, not the arithmetic, is what takes time.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.declare.buffers import Buffers
from redline_plugin.core.declare.finish import dtype_of, finish, nodata_of
from redline_plugin.core.declare.job import Job
from redline_plugin.core.declare.model import RasterInput, RasterOutput
from redline_plugin.core.declare.pieces import Arguments, arguments, read_band
from redline_plugin.core.declare.plausibility import look_for_signs
from redline_plugin.core.declare.prepare import (
    Key,
    Preparation,
    Prepared,
    prepare,
    with_statistics,
)
from redline_plugin.core.declare.record import input_records, record
from redline_plugin.core.declare.report import check_messages, tell
from redline_plugin.core.declare.statistics import find_statistics
from redline_plugin.core.declare.tally import InputTally, OutputTally, RunTally
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback, Part, Recorder
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.cache import (
    CACHE_BYTES,
    NEIGHBOURHOOD_CACHE_BYTES,
    give_back_memory,
    small_cache,
)
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.parallel import default_threads, map_ordered
from redline_plugin.core.raster.plan import Plan, plan
from redline_plugin.core.raster.source import AlignedReader
from redline_plugin.core.raster.writer import AUTO, RasterWriter
from redline_plugin.core.text import joined, msg

_STATISTICS_SHARE = 0.4
"""Share of the progress that a pass for statistics takes, where there is one."""

_OVERVIEWS_SHARE = 0.1
"""Share of the progress that overviews take."""

_TRIM_WINDOWS = 16
"""After so many windows, memory that lies unused in the threads' heaps is given back."""

Place = tuple[int, str]
"""Which output: the job's number and the output's name."""


@dataclass(frozen=True)
class RunOptions:
    """How to run, which never changes what comes out.

    Attributes:
        grid: the grid to work on; the first input's when None.
        threads: worker threads; one per processor when None.
        compression: of the outputs, see :mod:`redline_plugin.core.raster.writer`.
        overviews: whether to build overviews.
        windows: windows to work in, for tests of their independence.
    """

    grid: Grid | None = None
    threads: int | None = None
    compression: str = AUTO
    overviews: bool = False
    windows: Plan | None = None


@dataclass(frozen=True)
class _Block:
    values: dict[Place, NDArray]
    tallies: list[RunTally]


@gdal_exceptions()
def run_jobs(
    jobs: Sequence[Job], feedback: Feedback, options: RunOptions | None = None
) -> list[RunTally]:
    """Run models over their rasters, all in one pass over the inputs.

    Numbers become float32 GeoTIFF with nodata -9999, classes uint8 with nodata 0, each with its
    provenance inside; it appears under its name only when whole.

    Raises:
        InputError: everything that is wrong, found before work starts; or no pixel is valid.
        OutputError: the result cannot be written.
        CancelledError: the user asked to stop.
    """
    options = options or RunOptions()
    heard = Recorder(feedback)
    preparation = prepare(jobs, options.grid, heard)
    heard_of = [heard.of({item.name for item in job.model.inputs}) for job in jobs]
    wanted = options.threads or default_threads()
    how = options.windows or _plan(preparation, wanted)
    threads = how.threads or wanted
    halo = max(item.halo for item in preparation.jobs)
    cache = NEIGHBOURHOOD_CACHE_BYTES if halo else CACHE_BYTES
    with small_cache(cache):
        for own, signs in zip(heard_of, look_for_signs(preparation, heard)):
            for sign in signs:
                own.warn(sign)
        statistics = find_statistics(preparation, how, Part(heard, 0, _STATISTICS_SHARE), wanted)
    preparation = with_statistics(preparation, statistics)
    start = _STATISTICS_SHARE if any(statistics) else 0.0
    records = input_records(jobs)
    try:
        with small_cache(cache), contextlib.ExitStack() as stack:
            writers = _open_writers(jobs, preparation.grid, how, options, stack)
            most = 1.0 - _OVERVIEWS_SHARE if options.overviews else 1.0
            tallies = _compute(preparation, how, writers, Part(heard, start, most), threads)
            # What computing kept would add to what overviews and the codec need.
            give_back_memory()
            _refuse_empty(jobs, tallies)
            for index, job in enumerate(jobs):
                tell(job, tallies[index], statistics[index], heard_of[index])
            for index, item in enumerate(preparation.jobs):
                made = record(
                    index,
                    preparation,
                    records,
                    tallies[index],
                    statistics[index],
                    heard_of[index].warnings,
                    heard,
                )
                for output in item.job.wanted():
                    writer = writers[index, output.name]
                    _describe(writer, output, made, tallies[index].outputs[output.name])
            for number, writer in enumerate(writers.values()):
                if options.overviews:
                    share = (1.0 - most) / len(writers)
                    begin = most + share * number
                    writer.build_overviews(Part(heard, begin, begin + share))
                writer.close()
    except RuntimeError as error:
        # Inputs raise their own errors; what GDAL raises here is a failed write.
        records.cancel()
        raise OutputError(
            write_problem(error, Path(next(iter(jobs[0].outputs.values()))))
        ) from error
    except BaseException:
        records.cancel()
        raise
    return tallies


def _plan(preparation: Preparation, threads: int) -> Plan:
    bands = sum(output.bands for item in preparation.jobs for output in item.job.wanted())
    return plan(
        preparation.grid,
        list(preparation.infos.values()),
        bands,
        threads,
        max(item.halo for item in preparation.jobs),
    )


def _describe(
    writer: RasterWriter, output: RasterOutput, made: Mapping[str, Any], tally: OutputTally
) -> None:
    text = provenance.to_json({**made, "output": output.name})
    writer.describe(output.title, output.unit, {provenance.KEY: text})
    if output.bands == 1 and not output.classes and tally.valid:
        writer.set_statistics(tally.low, tally.high, tally.mean, tally.deviation)


def _open_writers(
    jobs: Sequence[Job], grid: Grid, how: Plan, options: RunOptions, stack: contextlib.ExitStack
) -> dict[Place, RasterWriter]:
    writers: dict[Place, RasterWriter] = {}
    for index, job in enumerate(jobs):
        for output in job.wanted():
            path = Path(job.outputs[output.name])
            folder = stack.enter_context(atomic_folder_of(path))
            writer = RasterWriter(
                folder / path.name,
                grid,
                dtype_of(output),
                nodata_of(output),
                options.compression,
                how.tile,
                {entry.value: entry.colour for entry in output.classes},
                output.bands,
            )
            stack.callback(writer.close)
            writers[index, output.name] = writer
    return writers


def _empty_tally(item: Prepared, grid: Grid) -> RunTally:
    return RunTally(
        grid.width * grid.height,
        {name: InputTally() for name in item.keys},
        {output.name: OutputTally() for output in item.job.wanted()},
        [0] * len(item.job.model.checks),
    )


def _compute(
    preparation: Preparation,
    how: Plan,
    writers: dict[Place, RasterWriter],
    feedback: Feedback,
    threads: int,
) -> list[RunTally]:
    tallies = [_empty_tally(item, preparation.grid) for item in preparation.jobs]
    buffers = Buffers()
    trims = itertools.cycle([True, *[False] * (_TRIM_WINDOWS - 1)])

    def work(readers: dict[Key, AlignedReader], window: Window) -> _Block:
        return _work(preparation, readers, buffers, window, how)

    def consume(window: Window, block: _Block) -> None:
        for place, values in block.values.items():
            writers[place].write(window, values)
            buffers.give(values)
        if next(trims):
            give_back_memory()
        for tally, part in zip(tallies, block.tallies):
            tally.add(part)

    map_ordered(how.windows, preparation.readers, work, consume, feedback, threads)
    return tallies


def _work(
    preparation: Preparation,
    readers: dict[Key, AlignedReader],
    buffers: Buffers,
    window: Window,
    how: Plan,
) -> _Block:
    block = _Block(
        {
            (index, output.name): buffers.take(output, window)
            for index, item in enumerate(preparation.jobs)
            for output in item.job.wanted()
        },
        [_empty_tally(item, preparation.grid) for item in preparation.jobs],
    )
    for halo in sorted({item.halo for item in preparation.jobs}):
        keys = preparation.keys_of(halo)
        for piece in how.pieces(window):
            read = {key: read_band(readers[key], piece, halo) for key in keys}
            y, x = piece.y - window.y, piece.x - window.x
            place = np.s_[..., y : y + piece.height, x : x + piece.width]
            for index, item in enumerate(preparation.jobs):
                if item.halo == halo:
                    found = arguments(item, read, preparation.grid, piece)
                    _compute_piece(item, found, place, index, block)
    return block


def _compute_piece(
    item: Prepared, found: Arguments, place: tuple[Any, ...], index: int, block: _Block
) -> None:
    """Compute a piece of a window into the block, and count."""
    tally = block.tallies[index]
    for name, counted in found.tallies.items():
        tally.inputs[name].add(counted)
    model = item.job.model
    if found.mask is not None and not found.mask.any():
        for output in item.job.wanted():
            block.values[index, output.name][place] = nodata_of(output)
        return
    with np.errstate(all="ignore"):
        shared = None if model.shared is None else model.shared(*found.arrays, **found.names)

        def call(kernel: Any) -> NDArray:
            return kernel(*found.arrays, **found.names) if shared is None else kernel(shared)

        for output in item.job.wanted():
            result = block.values[index, output.name][place]
            tally.outputs[output.name].add(finish(call(output.kernel), found.mask, output, result))
        for number, check in enumerate(model.checks):
            hit = call(check.kernel)
            if found.mask is not None:
                hit = hit & found.mask
            tally.checks[number] += int(np.count_nonzero(hit))
    height, width = result.shape[-2:]
    tally.checked += height * width if found.mask is None else int(np.count_nonzero(found.mask))


def _refuse_empty(jobs: Sequence[Job], tallies: Sequence[RunTally]) -> None:
    problems = []
    for job, tally in zip(jobs, tallies):
        if not any(result.valid for result in tally.outputs.values()):
            problems.append(_no_result(job, tally) if tally.checked else _no_input(job, tally))
    if problems:
        raise InputError(problems)


def _no_input(job: Job, tally: RunTally) -> Problem:
    shares = joined(
        [
            msg(
                "{name} {share:.1f} %",
                name=item.called,
                share=100.0 * _left_out(tally.inputs[item.name]) / _pixels(job, item, tally),
            )
            for item in job.model.inputs
            if item.name in tally.inputs
        ]
    )
    return Problem(
        msg("No pixel is valid in all inputs. Left out per input: {shares}.", shares=shares),
        job.model.id,
        msg("Check nodata values, units and class codes; no output was written."),
    )


def _no_result(job: Job, tally: RunTally) -> Problem:
    """Say that the equation has no result where all inputs are valid, and what was noticed there."""
    noticed = check_messages(job.model, tally)
    return Problem(
        msg(
            "The equation has no result in any of the {count} pixels that are valid in all inputs.",
            count=tally.checked,
        ),
        job.model.id,
        noticed[0] if noticed else msg("Check the units and choices; no output was written."),
    )


def _pixels(job: Job, item: RasterInput, tally: RunTally) -> int:
    return tally.pixels * len(job.bands(item))


def _left_out(tally: InputTally) -> int:
    return tally.nodata + tally.outside + sum(tally.unlisted.values()) + tally.without_value
