"""The three classes, and writing a class raster with its account."""

from __future__ import annotations

import contextlib
import math
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.declare.model import ClassEntry
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.gdalsetup import gdal
from redline_plugin.core.raster.cache import small_cache
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.parallel import default_threads, map_ordered
from redline_plugin.core.raster.plan import Plan, plan
from redline_plugin.core.raster.source import AlignedReader, SourceInfo, open_source
from redline_plugin.core.raster.writer import AUTO, RasterWriter
from redline_plugin.core.text import N_, msg

NODATA_CLASS = 0
GENERAL = 1
MIDDLE = 2
EXTREME = 3
CLASSES = (EXTREME, MIDDLE, GENERAL)

FUNCTION_TITLES = {
    EXTREME: N_("Extremely important"),
    MIDDLE: N_("Important"),
    GENERAL: N_("Generally important"),
}
FUNCTION_COLOURS = {EXTREME: (26, 122, 62), MIDDLE: (140, 198, 112), GENERAL: (226, 240, 205)}
SENSITIVITY_COLOURS = {EXTREME: (189, 32, 38), MIDDLE: (246, 155, 82), GENERAL: (254, 236, 196)}
"""Darker is higher; Redline's own choice, since no public text gives colours."""

SENSITIVITY_TITLES = {
    EXTREME: N_("Extremely sensitive"),
    MIDDLE: N_("Sensitive"),
    GENERAL: N_("Generally sensitive"),
}
SENSITIVITY_CLASSES = tuple(
    ClassEntry(value, SENSITIVITY_TITLES[value], SENSITIVITY_COLOURS[value]) for value in CLASSES
)


@dataclass(frozen=True)
class ClassRow:
    """One class in the account: pixels, area, share of area, and share of value if known."""

    value: int
    title: str
    pixels: int
    area_m2: float
    area_share: float
    value_share: float | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the row for the provenance."""
        return {
            "class": self.value,
            "title": self.title,
            "pixels": self.pixels,
            "area_m2": self.area_m2,
            "area_share": self.area_share,
            "value_share": self.value_share,
        }


@dataclass(frozen=True)
class LeftOut:
    """Valid pixels that got no class by the user's choice."""

    pixels: int
    area_m2: float

    def as_dict(self) -> dict[str, Any]:
        """Return the count for the provenance."""
        return {"pixels": self.pixels, "area_m2": self.area_m2}


@dataclass(frozen=True)
class ClassAccount:
    """The account of a class raster; ``left_out`` is None where nothing may be left out."""

    rows: list[ClassRow]
    left_out: LeftOut | None = None


@dataclass(frozen=True)
class GradeOptions:
    """How to run, which never changes the result."""

    threads: int | None = None
    compression: str = AUTO
    overviews: bool = False
    windows: Plan | None = None

    def plan(self, info: SourceInfo, outputs: int) -> Plan:
        """Return the windows to work in."""
        return self.windows or plan(info.grid, [info], outputs, self.workers)

    @property
    def workers(self) -> int:
        """Return the number of threads."""
        return self.threads or default_threads()


Sums = TypeVar("Sums")


def scan(
    info: SourceInfo,
    begin: Callable[[], Sums],
    visit: Callable[[Sums, AlignedReader, NDArray, Window], None],
    merge: Callable[[Sums], None],
    feedback: Feedback,
    options: GradeOptions,
    skip: Callable[[Window], bool] | None = None,
) -> None:
    """Read every window once.

    Each thread adds up on its own: ``begin`` makes its sums, ``visit`` adds a piece's pixels to them,
    ``merge`` takes them at the end, one thread after the other in any order. So sums must not depend
    on the order, which exact ones do not. A piece that ``skip`` names is not even decoded.
    """
    lock = threading.Lock()
    how = options.plan(info, 0)

    @contextlib.contextmanager
    def worker() -> Iterator[tuple[AlignedReader, Sums]]:
        sums = begin()
        with open_source(info, info.grid) as opened:
            yield opened, sums
        with lock:
            merge(sums)

    def work(state: tuple[AlignedReader, Sums], window: Window) -> None:
        reader, sums = state
        for piece in how.pieces(window):
            if skip is None or not skip(piece):
                visit(sums, reader, reader.look(piece)[0], piece)

    with small_cache():
        map_ordered(
            how.windows,
            worker,
            work,
            lambda _, __: None,
            feedback,
            how.threads or options.workers,
        )


class RowCounts:
    """Pixels per row and class: areas come from them, in whatever order windows were worked on."""

    def __init__(self, rows: int, codes: Sequence[int]) -> None:
        """Count pixels of these codes in so many rows."""
        self.codes = tuple(codes)
        self.counts = np.zeros((rows, max(self.codes) + 1), dtype=np.int64)
        self._lock = threading.Lock()

    def add(self, window: Window, classes: NDArray[np.uint8]) -> None:
        """Count one window's classes."""
        # A sum of bytes in a type just wide enough is four times as fast as count_nonzero by rows.
        kind = np.uint16 if window.width <= np.iinfo(np.uint16).max else np.uint32
        part = np.zeros((window.height, self.counts.shape[1]), dtype=np.int64)
        for value in self.codes:
            part[:, value] = np.add.reduce((classes == value).view(np.uint8), axis=1, dtype=kind)
        with self._lock:
            self.counts[window.y : window.y + window.height] += part

    def add_left_out(self, window: Window, left_out: NDArray[np.bool_]) -> None:
        """Count one window's valid pixels without a class."""
        part = np.count_nonzero(left_out, axis=1)
        with self._lock:
            self.counts[window.y : window.y + window.height, NODATA_CLASS] += part

    def area(self, value: int, row_areas: NDArray[np.float64]) -> float:
        """Return the area of one class in m2, summed exactly."""
        return math.fsum(self.counts[:, value] * row_areas)


def write_classes(
    info: SourceInfo,
    classify: Callable[[NDArray], NDArray[np.uint8]],
    path: Path,
    title: str,
    titles: Mapping[int, str],
    colours: Mapping[int, tuple[int, int, int]],
    algorithm: str,
    parameters: Mapping[str, Any],
    value_shares: Mapping[int, float] | None,
    feedback: Feedback,
    options: GradeOptions,
    leaves_out: bool = False,
) -> ClassAccount:
    """Write the class raster (uint8, nodata 0) and return the account of its classes.

    Args:
        info: the index raster.
        classify: pure function from index values to classes; nodata is masked after.
        path: the output.
        title: the band's name.
        titles: of the classes, in the account's order.
        colours: of the classes, red, green, blue.
        algorithm: id for the provenance.
        parameters: for the provenance, which holds what the index says of itself, too.
        value_shares: share of the summed value by class, if it is known.
        feedback: progress and cancel.
        options: threads, compression.
        leaves_out: whether ``classify`` gives 0 to valid values, which are then counted.

    Raises:
        InputError: no pixel is valid.
        OutputError: cannot be written.
    """
    grid = info.grid
    how = options.plan(info, 1)
    counts = RowCounts(grid.height, list(titles))
    records = provenance.InputRecords({"INPUT": info.source.path})

    @contextlib.contextmanager
    def reader() -> Iterator[AlignedReader]:
        with open_source(info, grid) as opened:
            yield opened

    def work(state: AlignedReader, window: Window) -> NDArray[np.uint8]:
        result = np.empty((window.height, window.width), dtype=np.uint8)
        for piece in how.pieces(window):
            values, inside = state.look(piece)
            mask = state.valid(values, inside)
            with np.errstate(all="ignore"):
                classes = classify(values)
            if leaves_out:
                left_out = classes == NODATA_CLASS
                counts.add_left_out(piece, left_out if mask is None else left_out & mask)
            if mask is not None:
                classes *= mask.view(np.uint8)  # nodata is class 0
            counts.add(piece, classes)
            y, x = piece.y - window.y, piece.x - window.x
            result[y : y + piece.height, x : x + piece.width] = classes
        return result

    try:
        with small_cache(), atomic_folder_of(path) as folder, contextlib.ExitStack() as stack:
            writer = RasterWriter(
                folder / path.name,
                grid,
                np.dtype(np.uint8),
                NODATA_CLASS,
                options.compression,
                how.tile,
                colours,
            )
            stack.callback(writer.close)
            map_ordered(
                how.windows, reader, work, writer.write, feedback, how.threads or options.workers
            )
            row_areas = grid.row_areas()
            rows = _account(counts, row_areas, titles, value_shares)
            left = _left_out(counts, row_areas) if leaves_out else None
            if not any(row.pixels for row in rows):
                raise InputError(
                    Problem(
                        msg("No pixel of the raster is valid."),
                        info.source.path,
                        msg("Check its nodata value."),
                    )
                )
            record = provenance.provenance(
                algorithm,
                {**parameters, "index": _index(info)},
                [{**entry, "band": info.source.band} for entry in records.result()],
                {
                    "classes": [row.as_dict() for row in rows],
                    **({} if left is None else {"left_out": left.as_dict()}),
                },
            )
            writer.describe(title, "", {provenance.KEY: provenance.to_json(record)})
            if options.overviews:
                writer.build_overviews(Part(feedback, 1.0, 1.0))
            writer.close()
    except RuntimeError as error:
        records.cancel()
        raise OutputError(write_problem(error, path)) from error
    except BaseException:
        records.cancel()
        raise
    return ClassAccount(rows, left)


def _left_out(counts: RowCounts, row_areas: NDArray[np.float64]) -> LeftOut:
    pixels = int(counts.counts[:, NODATA_CLASS].sum())
    return LeftOut(pixels, counts.area(NODATA_CLASS, row_areas))


def _index(info: SourceInfo) -> dict[str, str]:
    """Return title and unit as the index's band has them, "" for none."""
    dataset = gdal.OpenEx(info.source.path, gdal.OF_RASTER)
    band = dataset.GetRasterBand(info.source.band)
    return {"title": band.GetDescription(), "unit": band.GetUnitType()}


def _account(
    counts: RowCounts,
    row_areas: NDArray[np.float64],
    titles: Mapping[int, str],
    value_shares: Mapping[int, float] | None,
) -> list[ClassRow]:
    areas = {value: counts.area(value, row_areas) for value in titles}
    total = math.fsum(areas.values())
    return [
        ClassRow(
            value,
            titles[value],
            int(counts.counts[:, value].sum()),
            areas[value],
            areas[value] / total if total else 0.0,
            None if value_shares is None else value_shares[value],
        )
        for value in titles
    ]
