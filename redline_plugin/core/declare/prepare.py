"""Jobs checked and looked into, before any pixel is read."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from redline_plugin.core.declare.job import Job, job_problems, load_tables
from redline_plugin.core.declare.model import RasterInput
from redline_plugin.core.declare.stackorder import order_problems, stack_signs
from redline_plugin.core.declare.table import Lookup
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.latitude import Latitudes
from redline_plugin.core.raster.overlap import inspect_all, overlap_problems
from redline_plugin.core.raster.source import (
    NEAREST,
    AlignedReader,
    RasterSource,
    SourceInfo,
    alignment_note,
    open_source,
    with_undeclared_nodata,
)
from redline_plugin.core.text import msg

Key = tuple[str, int, str, tuple]
"""What makes two bands one reading: path, band, resampling, valid range."""


@dataclass(frozen=True)
class Prepared:
    """A job with all that its kernels need beside pixels.

    Attributes:
        job: what is run.
        lookups: code tables by input.
        keys: the readings of each input that is given, in the order of bands.
        names: coefficients, choices and statistics by name in lower case.
        halo: pixels needed on each side.
        latitudes: of the pixels, where the model needs them.
    """

    job: Job
    lookups: Mapping[str, Lookup]
    keys: Mapping[str, tuple[Key, ...]]
    names: Mapping[str, Any]
    halo: int = 0
    latitudes: Latitudes | None = None

    def given(self) -> list[RasterInput]:
        """Return the inputs that are there, in the model's order."""
        return [item for item in self.job.model.inputs if item.name in self.keys]


@dataclass(frozen=True)
class Preparation:
    """All jobs of a run, the bands they read, and the grid they work on."""

    jobs: tuple[Prepared, ...]
    infos: Mapping[Key, SourceInfo]
    grid: Grid

    def keys_of(self, halo: int) -> list[Key]:
        """Return the readings of the jobs with that halo."""
        return list(
            dict.fromkeys(
                key
                for job in self.jobs
                if job.halo == halo
                for keys in job.keys.values()
                for key in keys
            )
        )

    @contextlib.contextmanager
    def readers(self) -> Iterator[dict[Key, AlignedReader]]:
        """Open all bands for one thread."""
        with contextlib.ExitStack() as stack:
            yield {
                key: stack.enter_context(open_source(info, self.grid))
                for key, info in self.infos.items()
            }


def key_of(source: RasterSource) -> Key:
    """Return what a band is read by."""
    return source.path, source.band, source.resampling, source.valid


def prepare(jobs: Sequence[Job], grid: Grid | None, feedback: Feedback) -> Preparation:
    """Find all problems of all jobs at once, and look into every band.

    Raises:
        InputError: everything that is wrong.
    """
    problems: list[Problem] = []
    sources: dict[Key, RasterSource] = {}
    parts: list[tuple[dict[str, Lookup], dict[str, tuple[Key, ...]]]] = []
    for job in jobs:
        problems += job_problems(job) + order_problems(job)
        lookups, found = load_tables(job)
        problems += found
        keys: dict[str, tuple[Key, ...]] = {}
        for item in job.model.inputs:
            bands = job.sources(item)
            if bands:
                keys[item.name] = tuple(key_of(source) for source in bands)
            for source in bands:
                sources.setdefault(key_of(source), source)
        if not keys and not problems:
            problems.append(Problem(msg("No input is given."), job.model.id))
        parts.append((lookups, keys))
    infos, found = inspect_all(list(sources.values()))
    problems += found
    if infos:
        name = msg("the grid") if grid else infos[0].source.called
        grid = grid or infos[0].grid
        problems += overlap_problems(infos, grid, name)
    if problems or grid is None:
        raise InputError(problems)
    for sign in {str(sign): sign for job in jobs for sign in stack_signs(job)}.values():
        feedback.warn(sign)
    by_key = _aligned(infos, grid, feedback)
    prepared = tuple(bound(job, lookups, keys, grid) for job, (lookups, keys) in zip(jobs, parts))
    return Preparation(prepared, by_key, grid)


def _aligned(infos: Sequence[SourceInfo], grid: Grid, feedback: Feedback) -> dict[Key, SourceInfo]:
    by_key: dict[Key, SourceInfo] = {}
    told: set[str] = set()
    for info in infos:
        key, seen = key_of(info.source), info
        note = alignment_note(info, grid)
        if note is not None:
            # A stack's bands are told once.
            if info.source.path not in told:
                feedback.info(note)
            if info.source.resampling != NEAREST:
                seen, note = with_undeclared_nodata(info)
                if note is not None and info.source.path not in told:
                    feedback.warn(note)
            told.add(info.source.path)
        by_key[key] = seen
    return by_key


def bound(
    job: Job, lookups: dict[str, Lookup], keys: dict[str, tuple[Key, ...]], grid: Grid
) -> Prepared:
    """Return a job with all that its kernels get by name, and the halo they need.

    Args:
        job: what is run.
        lookups: its code tables by input.
        keys: the readings of each input that is given.
        grid: of the result.
    """
    model = job.model
    names: dict[str, Any] = {c.name.lower(): job.coefficient(c) for c in model.coefficients}
    names.update({choice.name.lower(): job.choice(choice) for choice in model.choices})
    # What this run does not need is there all the same: kernels have one signature.
    names.update({s.name.lower(): float("nan") for s in model.statistics})
    names.update({name.lower(): float(value) for name, value in job.statistics.items()})
    halo = 0
    if model.halo is not None:
        # In degrees pixels narrow towards the pole; where they are smallest the halo has most.
        width, height = grid.cell_sizes(0, grid.height)
        halo = int(model.halo(float(width.min()), float(height.min()), **names))
    return Prepared(
        job,
        lookups,
        keys,
        names,
        halo,
        Latitudes(grid) if model.needs_latitude else None,
    )


def with_statistics(preparation: Preparation, found: Sequence[Mapping[str, float]]) -> Preparation:
    """Return the preparation with statistics filled in, one mapping per job."""
    return replace(
        preparation,
        jobs=tuple(
            replace(
                job,
                names={**job.names, **{name.lower(): value for name, value in numbers.items()}},
            )
            for job, numbers in zip(preparation.jobs, found)
        ),
    )
