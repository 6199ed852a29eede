"""From station values to a raster, block by block, with its errors and what made it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.errors import CancelledError, OutputError
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.cache import small_cache
from redline_plugin.core.raster.grid import Grid, Window, windows_of
from redline_plugin.core.raster.parallel import default_threads, map_ordered
from redline_plugin.core.raster.plan import Plan, plan
from redline_plugin.core.raster.source import (
    AlignedReader,
    RasterSource,
    alignment_note,
    inspect,
    open_source,
)
from redline_plugin.core.raster.writer import AUTO, TILE, RasterWriter
from redline_plugin.core.stations.methods import METHOD_TITLES, Fitted, Settings, better, choose
from redline_plugin.core.stations.observations import (
    Observations,
    elevation_of,
    project,
    sample,
)
from redline_plugin.core.stations.plane import Plane
from redline_plugin.core.stations.quality import tell_far, tell_quality, with_places
from redline_plugin.core.stations.surface import Stop
from redline_plugin.core.text import Message, msg, title

NODATA = -9999.0
_FITTING = 0.2
_SIDE = 64


@dataclass(frozen=True)
class RunOptions:
    """How to run, which never changes the result."""

    threads: int | None = None
    compression: str = AUTO
    overviews: bool = False
    windows: Plan | None = None


@dataclass(frozen=True)
class Interpolated:
    """What came out: surfaces by field, pixels that have a value, pixels raised to 0."""

    fields: list[Fitted]
    valid: int
    raised: int


class _Watch:
    """Lets workers see that the user asked to stop; only the caller's thread asks the feedback."""

    def __init__(self, feedback: Feedback) -> None:
        self._feedback = feedback
        self._stop = threading.Event()

    def progress(self, fraction: float) -> None:
        self._feedback.progress(fraction)

    def cancelled(self) -> bool:
        if self._feedback.cancelled():
            self._stop.set()
        return self._stop.is_set()

    def info(self, message: Message) -> None:
        self._feedback.info(message)

    def warn(self, message: Message) -> None:
        self._feedback.warn(message)

    def check(self) -> None:
        """Raise on a worker's thread when the work is to stop."""
        if self._stop.is_set():
            raise CancelledError


@gdal_exceptions()
def interpolate(
    found: Observations,
    grid: Grid,
    path: Path,
    settings: Settings,
    feedback: Feedback,
    elevation: RasterSource | None = None,
    inputs: Mapping[str, str] | None = None,
    options: RunOptions | None = None,
    algorithm: str = "interpolatestations",
) -> Interpolated:
    """Write a raster (float32, one band per field) of station values.

    Args:
        found: the stations.
        grid: of the result.
        path: the output, a GeoTIFF.
        settings: method and its numbers.
        feedback: progress, cancel; told the errors.
        elevation: covariate; values then follow a line on elevation, and the rest is interpolated.
            With ``settings.elevation_if_better`` only those fields whose error it lessens.
        inputs: files by parameter name, for the provenance.
        options: threads, compression.
        algorithm: id for the provenance.

    Raises:
        InputError: too few stations, or places that cannot be used.
        OutputError: cannot be written.
        CancelledError: the user asked to stop.
    """
    options = options or RunOptions()
    fitting = Part(feedback, 0.0, _FITTING)
    found = with_places(found, feedback)
    places = project(found, grid)
    tell_far(found.ids, places, grid, feedback)
    plane = Plane.of(grid, places)
    heights = None if elevation is None else elevation_of(found, elevation, fitting)
    samples = {
        field: sample(field, found, places, heights, plane, fitting) for field in found.values
    }
    _, fitted = choose(samples, settings, fitting)
    if heights is not None and settings.elevation_if_better:
        _, without = choose(
            {field: replace(item, elevation=None) for field, item in samples.items()},
            settings,
            fitting,
        )
        fitted = [better(*both) for both in zip(fitted, without)]
    for item in fitted:
        _tell(item, feedback)
    tell_quality(fitted, feedback)
    run = _Run(grid, plane, fitted, elevation, settings)
    records = provenance.InputRecords(dict(inputs or {}))
    try:
        valid, raised = run.write(path, records, Part(feedback, _FITTING, 1.0), options, algorithm)
    except RuntimeError as error:
        records.cancel()
        raise OutputError(write_problem(error, path)) from error
    except BaseException:
        records.cancel()
        raise
    if raised:
        feedback.info(msg("{count} pixels were negative and are now 0.", count=raised))
    return Interpolated(fitted, valid, raised)


class _Run:
    def __init__(
        self,
        grid: Grid,
        plane: Plane,
        fitted: Sequence[Fitted],
        elevation: RasterSource | None,
        settings: Settings,
    ) -> None:
        self.grid = grid
        self.plane = plane
        self.fitted = fitted
        self.elevation = None if elevation is None else inspect(elevation)
        self.settings = settings

    def plan(self, options: RunOptions) -> Plan:
        if options.windows is not None:
            return options.windows
        threads = options.threads or default_threads()
        if self.elevation is not None:
            return plan(self.grid, [self.elevation], len(self.fitted), threads)
        side = TILE if len(self.fitted) < 4 else TILE // 2
        return Plan(windows_of(self.grid, side, side), (side, side), (side, side))

    @contextlib.contextmanager
    def reader(self) -> Iterator[AlignedReader | None]:
        if self.elevation is None:
            yield None
            return
        with open_source(self.elevation, self.grid) as opened:
            yield opened

    def piece(
        self, reader: AlignedReader | None, piece: Window, stop: Stop
    ) -> tuple[NDArray[np.float32], int]:
        """Return the bands of one piece, nodata where elevation has none, and pixels raised to 0."""
        shape = (piece.height, piece.width)
        result = np.full((len(self.fitted), *shape), NODATA, dtype=np.float32)
        heights = valid = None
        if reader is not None:
            heights, valid = reader.read(piece)
            if valid is not None and not valid.any():
                return result, 0
        raised = 0
        for band, item in enumerate(self.fitted):
            values = self.estimate(item, piece, stop)
            if item.lapse is not None and heights is not None:
                values += item.lapse.at(heights.astype(np.float64))
            if self.settings.not_negative:
                negative = values < 0
                raised += int(np.count_nonzero(negative if valid is None else negative & valid))
                values[negative] = 0.0
            if valid is None:
                result[band] = values
            else:
                result[band][valid] = values[valid]
        return result, raised

    def estimate(self, item: Fitted, piece: Window, stop: Stop) -> NDArray[np.float64]:
        """Return a surface's values in a piece, tile by tile: pixels of one share neighbours."""
        result = np.empty((piece.height, piece.width))
        for y in range(0, piece.height, _SIDE):
            for x in range(0, piece.width, _SIDE):
                part = result[y : y + _SIDE, x : x + _SIDE]
                tile = Window(piece.x + x, piece.y + y, part.shape[1], part.shape[0])
                places = self.plane.pixels(self.grid, tile)
                part[...] = item.surface.estimate(*places, stop).reshape(part.shape)
        return result

    def write(
        self,
        path: Path,
        records: provenance.InputRecords,
        feedback: Feedback,
        options: RunOptions,
        algorithm: str,
    ) -> tuple[int, int]:
        """Write the raster; return the number of valid pixels and of those raised to 0."""
        if self.elevation is not None:
            note = alignment_note(self.elevation, self.grid)
            if note is not None:
                feedback.info(note)
        how = self.plan(options)
        watch = _Watch(feedback)
        counts = {"valid": 0, "raised": 0}

        def work(state: AlignedReader | None, window: Window) -> tuple[NDArray[np.float32], int]:
            shape = (len(self.fitted), window.height, window.width)
            result = np.empty(shape, dtype=np.float32)
            raised = 0
            for piece in how.pieces(window):
                y, x = piece.y - window.y, piece.x - window.x
                part, count = self.piece(state, piece, watch.check)
                result[:, y : y + piece.height, x : x + piece.width] = part
                raised += count
            return result, raised

        with small_cache(), atomic_folder_of(path) as folder, contextlib.ExitStack() as stack:
            writer = RasterWriter(
                folder / path.name,
                self.grid,
                np.dtype(np.float32),
                NODATA,
                options.compression,
                how.tile,
                bands=len(self.fitted),
            )
            stack.callback(writer.close)

            def consume(window: Window, found: tuple[NDArray[np.float32], int]) -> None:
                values, raised = found
                writer.write(window, values)
                counts["valid"] += int(np.count_nonzero(values[0] != NODATA))
                counts["raised"] += raised

            threads = how.threads or options.threads or default_threads()
            map_ordered(how.windows, self.reader, work, consume, watch, threads)
            record = provenance.provenance(
                algorithm,
                self.parameters(),
                records.result(),
                {"fields": [item.as_dict() for item in self.fitted], **counts},
            )
            writer.describe(
                _title([item.field for item in self.fitted]),
                "",
                {provenance.KEY: provenance.to_json(record)},
            )
            if options.overviews:
                writer.build_overviews(Part(feedback, 1.0, 1.0))
            writer.close()
        return counts["valid"], counts["raised"]

    def parameters(self) -> dict[str, Any]:
        settings = self.settings
        return {
            "METHOD": settings.method.value,
            "FIELD": [item.field for item in self.fitted],
            "POWER": settings.power,
            "NEIGHBOURS": settings.neighbours,
            "SMOOTHING": settings.smoothing,
            "VARIOGRAM": settings.shape,
            "NUGGET": settings.nugget,
            "NOT_NEGATIVE": settings.not_negative,
            "ELEVATION_IF_BETTER": settings.elevation_if_better,
            "ELEVATION": None if self.elevation is None else self.elevation.source.path,
        }


def _title(fields: Sequence[str]) -> str:
    """Return a field's name; of several, what they share, since bands are numbered."""
    if len(fields) == 1:
        return fields[0]
    stems = {field.rstrip("_0123456789") for field in fields}
    return stems.pop() if len(stems) == 1 and "" not in stems else ", ".join(fields)


def _tell(item: Fitted, feedback: Feedback) -> None:
    if item.lapse is None and item.error_with_elevation is not None:
        feedback.info(
            msg(
                "{field}: without elevation, which would not lessen the error at stations left out "
                "({root:.4g} with it).",
                field=item.field,
                root=item.error_with_elevation,
            )
        )
    if item.lapse is not None:
        feedback.info(
            msg(
                "{field}: {slope:.4g} per 100 m of elevation, {base:.5g} at 0 m, R2 {r2:.3f}.",
                field=item.field,
                slope=100 * item.lapse.slope,
                base=item.lapse.intercept,
                r2=item.lapse.r2,
            )
        )
    if item.variogram is not None:
        feedback.info(
            msg(
                "{field}: variogram {shape}, nugget {nugget:.4g}, sill {sill:.4g}, range "
                "{range:.4g} km.",
                field=item.field,
                shape=item.variogram.shape,
                nugget=item.variogram.nugget,
                sill=item.variogram.sill,
                range=item.variogram.range_km,
            )
        )
    feedback.info(
        msg(
            "{field}: {title}; {count} stations estimated without themselves: mean error {mean:.4g}, "
            "mean absolute error {absolute:.4g}, root mean square error {root:.4g}, R2 {r2:.3f}.",
            field=item.field,
            title=title(METHOD_TITLES[item.method]),
            count=item.errors.count,
            mean=item.errors.mean,
            absolute=item.errors.absolute,
            root=item.errors.root,
            r2=item.errors.r2,
        )
    )
