"""Running models over rasters in one pass.

Jobs that read the same band share its decoding: the codec, not the arithmetic, is what takes time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.declare.job import Job, job_problems, load_tables
from redline_plugin.core.declare.model import RasterOutput
from redline_plugin.core.declare.report import tell
from redline_plugin.core.declare.table import Lookup
from redline_plugin.core.declare.tally import InputTally, OutputTally, RunTally
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.cache import small_cache
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.overlap import inspect_all, overlap_problems
from redline_plugin.core.raster.parallel import default_threads, map_ordered
from redline_plugin.core.raster.plan import Plan, plan
from redline_plugin.core.raster.source import (
    AlignedReader,
    RasterSource,
    SourceInfo,
    alignment_note,
    open_source,
    with_undeclared_nodata,
)
from redline_plugin.core.raster.writer import AUTO, RasterWriter
from redline_plugin.core.text import msg

NODATA = -9999.0
Key = tuple[str, int, str, tuple[float | None, float | None]]
"""What makes two inputs one reading: path, band, resampling, valid range."""


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


def _key(source: RasterSource) -> Key:
    return source.path, source.band, source.resampling, source.valid


@dataclass(frozen=True)
class _Prepared:
    job: Job
    lookups: dict[str, Lookup]
    keys: dict[str, Key]


@dataclass(frozen=True)
class _Block:
    values: dict[tuple[int, str], NDArray]
    inputs: list[dict[str, InputTally]]
    outputs: list[dict[str, OutputTally]]


@gdal_exceptions()
def run_jobs(
    jobs: Sequence[Job], feedback: Feedback, options: RunOptions | None = None
) -> list[RunTally]:
    """Run models over their rasters, all in one pass over the inputs.

    Every output is a float32 GeoTIFF with nodata -9999 and its provenance inside; it appears under
    its name only when whole.

    Raises:
        InputError: everything that is wrong, found before work starts; or no pixel is valid.
        OutputError: the result cannot be written.
        CancelledError: the user asked to stop.
    """
    options = options or RunOptions()
    prepared, infos, grid = _check(jobs, feedback, options)
    wanted = options.threads or default_threads()
    outputs = sum(len(job.outputs) for job in jobs)
    how = options.windows or plan(grid, list(infos.values()), outputs, wanted)
    records = provenance.InputRecords(
        {f"{job.model.id}.{name}": band.path for job in jobs for name, band in job.inputs.items()}
    )
    try:
        with small_cache(), contextlib.ExitStack() as stack:
            writers = _open_writers(jobs, grid, how, options, stack)
            tallies = _compute(prepared, infos, grid, how, writers, feedback, how.threads or wanted)
            _refuse_empty(jobs, tallies)
            for index, job in enumerate(jobs):
                record = _record(job, infos, grid, records, tallies[index])
                for output in job.wanted():
                    writer = writers[index, output.name]
                    text = provenance.to_json({**record, "output": output.name})
                    writer.describe(output.title, output.unit, {provenance.KEY: text})
                    if options.overviews:
                        writer.build_overviews()
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
    for job, tally in zip(jobs, tallies):
        tell(job.model, tally, feedback)
    return tallies


def _check(
    jobs: Sequence[Job], feedback: Feedback, options: RunOptions
) -> tuple[list[_Prepared], dict[Key, SourceInfo], Grid]:
    """Find all problems of all jobs at once, and look into every input."""
    problems: list[Problem] = []
    prepared: list[_Prepared] = []
    sources: dict[Key, RasterSource] = {}
    for job in jobs:
        problems += job_problems(job)
        lookups, found = load_tables(job)
        problems += found
        keys: dict[str, Key] = {}
        for item in job.model.inputs:
            if item.name in job.inputs:
                source = job.source(item)
                keys[item.name] = _key(source)
                sources.setdefault(_key(source), source)
        prepared.append(_Prepared(job, lookups, keys))
    infos, found = inspect_all(list(sources.values()))
    problems += found
    if infos:
        grid = options.grid or infos[0].grid
        name = "the grid" if options.grid else infos[0].source.title
        problems += overlap_problems(infos, grid, name)
    if problems:
        raise InputError(problems)
    by_key: dict[Key, SourceInfo] = {}
    for info in infos:
        key, seen = _key(info.source), info
        note = alignment_note(info, grid)
        if note is not None:
            feedback.info(note)
            if info.source.resampling != "nearest":
                seen, note = with_undeclared_nodata(info)
                if note is not None:
                    feedback.warn(note)
        by_key[key] = seen
    return prepared, by_key, grid


def _open_writers(
    jobs: Sequence[Job], grid: Grid, how: Plan, options: RunOptions, stack: contextlib.ExitStack
) -> dict[tuple[int, str], RasterWriter]:
    writers: dict[tuple[int, str], RasterWriter] = {}
    for index, job in enumerate(jobs):
        for output in job.wanted():
            path = Path(job.outputs[output.name])
            folder = stack.enter_context(atomic_folder_of(path))
            writer = RasterWriter(
                folder / path.name,
                grid,
                np.dtype(np.float32),
                NODATA,
                options.compression,
                how.tile,
            )
            stack.callback(writer.close)
            writers[index, output.name] = writer
    return writers


def _compute(
    prepared: Sequence[_Prepared],
    infos: dict[Key, SourceInfo],
    grid: Grid,
    how: Plan,
    writers: dict[tuple[int, str], RasterWriter],
    feedback: Feedback,
    threads: int,
) -> list[RunTally]:
    tallies = [
        RunTally(
            grid.width * grid.height,
            {name: InputTally() for name in item.keys},
            {output.name: OutputTally() for output in item.job.wanted()},
        )
        for item in prepared
    ]

    buffers = _Buffers()
    row_areas = grid.row_areas()

    @contextlib.contextmanager
    def readers() -> Iterator[_Worker]:
        with contextlib.ExitStack() as stack:
            yield _Worker(
                {key: stack.enter_context(open_source(info, grid)) for key, info in infos.items()},
                buffers,
            )

    def work(worker: _Worker, window: Window) -> _Block:
        return _work(prepared, worker, row_areas, window, how)

    def consume(window: Window, block: _Block) -> None:
        for place, values in block.values.items():
            writers[place].write(window, values)
            buffers.give(values)
        for tally, inputs, outputs in zip(tallies, block.inputs, block.outputs):
            for name, counted in inputs.items():
                tally.inputs[name].add(counted)
            for name, result in outputs.items():
                tally.outputs[name].add(result)

    map_ordered(how.windows, readers, work, consume, feedback, threads)
    return tallies


class _Buffers:
    """Result arrays used again and again: new memory from the system costs as much as arithmetic."""

    def __init__(self) -> None:
        self._free: list[NDArray[np.float32]] = []

    def take(self, window: Window) -> NDArray[np.float32]:
        """Return an array of the window's shape, its values undefined."""
        shape = (window.height, window.width)
        try:
            free = self._free.pop()
        except IndexError:
            return np.empty(shape, dtype=np.float32)
        return free if free.shape == shape else np.empty(shape, dtype=np.float32)

    def give(self, values: NDArray[np.float32]) -> None:
        """Take an array back."""
        self._free.append(values)


@dataclass(frozen=True)
class _Worker:
    """What a thread works with: file handles of its own, and the shared stock of arrays."""

    readers: dict[Key, AlignedReader]
    buffers: _Buffers


def _work(
    prepared: Sequence[_Prepared],
    worker: _Worker,
    row_areas: NDArray[np.float64],
    window: Window,
    how: Plan,
) -> _Block:
    block = _Block(
        {
            (index, output.name): worker.buffers.take(window)
            for index, item in enumerate(prepared)
            for output in item.job.wanted()
        },
        [{name: InputTally() for name in item.keys} for item in prepared],
        [{output.name: OutputTally() for output in item.job.wanted()} for item in prepared],
    )
    for piece in how.pieces(window):
        read: dict[Key, tuple[NDArray, NDArray | None, InputTally]] = {}
        for key, reader in worker.readers.items():
            reader.nodata_pixels = reader.outside_pixels = 0
            values, inside = reader.look(piece)
            mask = reader.valid(values, inside)
            read[key] = values, mask, InputTally(reader.nodata_pixels, reader.outside_pixels)
        y, x = piece.y - window.y, piece.x - window.x
        place = np.s_[y : y + piece.height, x : x + piece.width]
        areas = row_areas[piece.y : piece.y + piece.height, None]
        for index, item in enumerate(prepared):
            _compute_piece(item, read, areas, place, index, block)
    return block


def _compute_piece(
    item: _Prepared,
    read: dict[Key, tuple[NDArray, NDArray | None, InputTally]],
    row_areas: NDArray[np.float64],
    place: tuple[slice, slice],
    index: int,
    block: _Block,
) -> None:
    """Compute a piece of a window into the block, and count."""
    arrays, mask, counted = _arrays(item, read)
    for name, tally in counted.items():
        block.inputs[index][name].add(tally)
    if mask is not None and not mask.any():
        for output in item.job.wanted():
            block.values[index, output.name][place] = NODATA
        return
    names: dict[str, Any] = {
        c.name.lower(): item.job.coefficient(c) for c in item.job.model.coefficients
    }
    if item.job.model.needs_pixel_area:
        names["pixel_area"] = row_areas
    for output in item.job.wanted():
        with np.errstate(all="ignore"):
            raw = output.kernel(*arrays, **names)
        result = block.values[index, output.name][place]
        block.outputs[index][output.name].add(_finish(raw, mask, output, result))


def _arrays(
    item: _Prepared, read: dict[Key, tuple[NDArray, NDArray | None, InputTally]]
) -> tuple[list[NDArray], NDArray | None, dict[str, InputTally]]:
    """Turn what was read into the kernel's arguments: numbers, and where all of them are valid."""
    arrays: list[NDArray] = []
    common: NDArray | None = None
    counted: dict[str, InputTally] = {}
    for declared in item.job.model.inputs:
        values, mask, shared = read[item.keys[declared.name]]
        tally = InputTally(shared.nodata, shared.outside)
        if declared.table is not None:
            values, mask = _looked_up(values, mask, item.lookups[declared.name], tally)
        elif values.dtype.kind != "f":
            values = values.astype(np.float32 if values.dtype.itemsize <= 2 else np.float64)
        arrays.append(values)
        if mask is not None:
            common = mask if common is None else common & mask
        counted[declared.name] = tally
    return arrays, common, counted


def _looked_up(
    codes: NDArray, mask: NDArray | None, lookup: Lookup, tally: InputTally
) -> tuple[NDArray, NDArray | None]:
    values = lookup.apply(codes)
    known = ~np.isnan(values)
    if known.all():
        return values, mask
    missing = ~known if mask is None else ~known & mask
    unlisted = missing & lookup.unlisted(codes)
    found, counts = np.unique(codes[unlisted], return_counts=True)
    tally.unlisted.update({int(code): int(n) for code, n in zip(found, counts)})
    tally.without_value += int(np.count_nonzero(missing)) - int(counts.sum())
    return values, known if mask is None else known & mask


def _finish(
    raw: NDArray, mask: NDArray | None, output: RasterOutput, place: NDArray[np.float32]
) -> OutputTally:
    """Clamp, mark nodata, count, and put the result into ``place``.

    A value that the equation cannot give is nodata, and counted.
    """
    np.copyto(place, raw, casting="same_kind")
    tally = OutputTally()
    valid = np.isfinite(place)
    if mask is not None:
        valid &= mask
    present = place.size if mask is None else int(np.count_nonzero(mask))
    tally.valid = int(np.count_nonzero(valid))
    tally.undefined = present - tally.valid
    if not tally.valid:
        place[...] = NODATA
        return tally
    everywhere = tally.valid == place.size
    inside = place if everywhere else place[valid]
    tally.low, tally.high = float(inside.min()), float(inside.max())
    low, high = output.valid
    if low is not None and tally.low < low:
        tally.raised = int(np.count_nonzero(inside < np.float32(low)))
        np.maximum(place, np.float32(low), out=place)
        tally.low, tally.high = max(tally.low, float(low)), max(tally.high, float(low))
    if high is not None and tally.high > high:
        tally.lowered = int(np.count_nonzero(inside > np.float32(high)))
        np.minimum(place, np.float32(high), out=place)
        tally.low, tally.high = min(tally.low, float(high)), min(tally.high, float(high))
    if not everywhere:
        np.copyto(place, np.float32(NODATA), where=~valid)
    return tally


def _refuse_empty(jobs: Sequence[Job], tallies: Sequence[RunTally]) -> None:
    problems = []
    for job, tally in zip(jobs, tallies):
        if any(result.valid for result in tally.outputs.values()):
            continue
        shares = ", ".join(
            f"{name} {100.0 * _left_out(counted) / tally.pixels:.1f} %"
            for name, counted in tally.inputs.items()
        )
        problems.append(
            Problem(
                msg(
                    "No pixel is valid in all inputs. Left out per input: {shares}.", shares=shares
                ),
                job.model.id,
                msg("Check nodata values, units and class codes; no output was written."),
            )
        )
    if problems:
        raise InputError(problems)


def _left_out(tally: InputTally) -> int:
    return tally.nodata + tally.outside + sum(tally.unlisted.values()) + tally.without_value


def _record(
    job: Job,
    infos: dict[Key, SourceInfo],
    grid: Grid,
    records: provenance.InputRecords,
    tally: RunTally,
) -> dict[str, Any]:
    prefix = f"{job.model.id}."
    parameters: dict[str, Any] = {
        "coefficients": {c.name: job.coefficient(c) for c in job.model.coefficients},
        "tables": {name: str(path) for name, path in job.tables.items()},
        "grid": {
            "width": grid.width,
            "height": grid.height,
            "transform": grid.transform,
            "crs": grid.spatial_reference.GetName(),
        },
        "resampled": sorted(
            info.source.title for info in infos.values() if info.grid.offset_to(grid) is None
        ),
    }
    inputs = [
        {**entry, "name": entry["name"][len(prefix) :]}
        for entry in records.result()
        if entry["name"].startswith(prefix)
    ]
    return provenance.provenance(f"redline:{job.model.id}", parameters, inputs, tally.as_dict())
