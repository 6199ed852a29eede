"""Reading a raster band through another grid: aligned on the fly, with its mask.

One reader belongs to one thread: GDAL's handles must not be shared.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import gdal
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.text import N_, Message, msg, title

Mask = NDArray[np.bool_]

NEAREST = "nearest"
BILINEAR = "bilinear"
AVERAGE = "average"
QUANTITY = "quantity"
"""Bilinear towards finer pixels, average towards coarser ones."""

PROBE_PIXELS = 512
_COARSER = 1.5
_METHOD_TITLES = {
    NEAREST: N_("nearest-neighbour"),
    BILINEAR: N_("bilinear"),
    AVERAGE: N_("average"),
}
_GDAL_ALGORITHM = {NEAREST: "near", BILINEAR: "bilinear", AVERAGE: "average"}


@dataclass(frozen=True)
class RasterSource:
    """One band of a file, and how it is to be read.

    Attributes:
        path: anything GDAL opens.
        band: from 1.
        name: what messages call it; the path when empty.
        caption: what a dialog calls it, marked for translation; messages then have both.
        resampling: used only where the file is on another grid.
        valid: lowest and highest valid value, None for no limit; a value outside is nodata.
        nodata: nodata value that the user knows and the file does not declare.
    """

    path: str
    band: int = 1
    name: str = ""
    resampling: str = NEAREST
    valid: tuple[float | None, float | None] = (None, None)
    nodata: float | None = None
    caption: str = ""

    @property
    def title(self) -> str:
        """What this source is called, in one word."""
        return self.name or self.path

    @property
    def called(self) -> Message | str:
        """What messages call this source."""
        if not self.caption:
            return self.title
        return msg("{title} ({name})", title=title(self.caption), name=self.title)


@dataclass(frozen=True)
class SourceInfo:
    """What a look at the file told, before any work."""

    source: RasterSource
    grid: Grid
    dtype: np.dtype
    declared_nodata: float | None
    block: tuple[int, int]


def inspect(source: RasterSource) -> SourceInfo:
    """Open the file and read what is declared; call with GDAL's exceptions on.

    Raises:
        InputError: all that is wrong with this source.
    """
    try:
        dataset = gdal.OpenEx(source.path, gdal.OF_RASTER)
    except RuntimeError as error:
        raise InputError(
            Problem(
                msg(
                    "{name} cannot be read as a raster ({reason}).",
                    name=source.called,
                    reason=error,
                ),
                source.path,
                msg("Check the path, or open it in QGIS to see what is wrong."),
            )
        ) from error
    if not 1 <= source.band <= dataset.RasterCount:
        raise InputError(
            Problem(
                msg(
                    "{name} has no band {band}; the file has {count}.",
                    name=source.called,
                    band=source.band,
                    count=dataset.RasterCount,
                ),
                source.path,
                msg("Choose another band or file."),
            )
        )
    band = dataset.GetRasterBand(source.band)
    grid = Grid.of_dataset(dataset)
    problems = grid.problems(source.called)
    if gdal.DataTypeIsComplex(band.DataType):
        problems.append(Problem(msg("Complex numbers cannot be assessed."), source.called))
    if problems:
        raise InputError(problems)
    return SourceInfo(
        source,
        grid,
        np.dtype(_numpy_type(band.DataType)),
        band.GetNoDataValue(),
        tuple(band.GetBlockSize()),
    )


def _numpy_type(gdal_type: int) -> type:
    # By name, because the numbers of newer types (8-bit signed, 64-bit) differ between versions.
    names = {
        "Byte": np.uint8,
        "Int8": np.int8,
        "UInt16": np.uint16,
        "Int16": np.int16,
        "UInt32": np.uint32,
        "Int32": np.int32,
        "UInt64": np.uint64,
        "Int64": np.int64,
        "Float32": np.float32,
        "Float64": np.float64,
    }
    return names.get(gdal.GetDataTypeName(gdal_type), np.float64)


def with_undeclared_nodata(info: SourceInfo) -> tuple[SourceInfo, Message | None]:
    """Find a nodata value that the file does not declare, from a thinned look at the band.

    The most frequent value outside the valid range is taken, if no nodata is declared. It matters
    only for resampling, where it would otherwise be blended into its valid neighbours; on the
    pixel, the valid range masks it anyway.
    """
    source = info.source
    if source.nodata is not None or info.declared_nodata is not None:
        return info, None
    low, high = source.valid
    if low is None and high is None:
        return info, None
    dataset = gdal.OpenEx(source.path, gdal.OF_RASTER)
    band = dataset.GetRasterBand(source.band)
    values = band.ReadAsArray(
        buf_xsize=min(PROBE_PIXELS, info.grid.width), buf_ysize=min(PROBE_PIXELS, info.grid.height)
    )
    outside = values[~_in_range(values, low, high)]
    outside = outside[np.isfinite(outside)] if outside.dtype.kind == "f" else outside
    if outside.size == 0:
        return info, None
    found, counts = np.unique(outside, return_counts=True)
    value = float(found[np.argmax(counts)])
    note = msg(
        "{name} declares no nodata; {value:g} lies outside its valid range and is taken for it.",
        name=source.called,
        value=value,
    )
    return replace(info, source=replace(source, nodata=value)), note


def _in_range(values: NDArray, low: float | None, high: float | None) -> Mask:
    if values.dtype.kind == "f":
        # In the values' own type: NumPy 1 compares with a large whole number in double precision,
        # which takes ten times as long.
        low = None if low is None else values.dtype.type(low)
        high = None if high is None else values.dtype.type(high)
    if low is not None and high is not None:
        return (values >= low) & (values <= high)
    if low is not None:
        return values >= low
    if high is not None:
        return values <= high
    return np.ones(values.shape, dtype=bool)


class AlignedReader:
    """Reads windows of a target grid from one source; belongs to one thread."""

    def __init__(self, info: SourceInfo, grid: Grid) -> None:
        self._info = info
        self._grid = grid
        source = info.source
        shift = info.grid.offset_to(grid)
        self._dataset = gdal.OpenEx(source.path, gdal.OF_RASTER)
        self._band_number = source.band
        self._nodata = source.nodata if source.nodata is not None else info.declared_nodata
        if shift is None:
            self._dataset = self._warped(self._dataset)
            self._band_number = 1
        self._shift = shift or (0, 0)
        self._band = self._dataset.GetRasterBand(self._band_number)
        self._size = (self._dataset.RasterXSize, self._dataset.RasterYSize)
        self._block_size = tuple(self._band.GetBlockSize())
        self._dtype: np.dtype = np.dtype(_numpy_type(self._band.DataType))
        self._room: NDArray = np.empty(0, dtype=self._dtype)
        self.nodata_pixels = 0
        self.outside_pixels = 0

    def _warped(self, dataset: gdal.Dataset) -> gdal.Dataset:
        """Return a virtual dataset on the target grid.

        The transformer is exact (no error threshold): the approximation would depend on the
        windows in which it is asked, and results must not.
        """
        source = self._info.source
        thin = gdal.Translate(
            "", dataset, format="VRT", bandList=[source.band], noData=self._nodata
        )
        if self._nodata is None and self._info.dtype.kind == "f":
            self._nodata = float("nan")
            thin.GetRasterBand(1).SetNoDataValue(self._nodata)
        target_nodata = self._nodata
        output_type = None
        if target_nodata is None:
            # Outside the source there is no value; a type wide enough gives room for a mark.
            target_nodata, output_type = float("nan"), gdal.GDT_Float64
        west, south, east, north = self._grid.bounds
        self._thin = thin  # the warped dataset refers to it; it must live as long
        self._nodata = target_nodata
        return gdal.Warp(
            "",
            thin,
            format="VRT",
            dstSRS=self._grid.crs,
            outputBounds=(west, south, east, north),
            width=self._grid.width,
            height=self._grid.height,
            resampleAlg=_GDAL_ALGORITHM[resolve_resampling(self._info, self._grid)],
            dstNodata=target_nodata,
            outputType=output_type or gdal.GDT_Unknown,
            errorThreshold=0.0,
            multithread=False,
        )

    def read(self, window: Window) -> tuple[NDArray, Mask | None]:
        """Return the values in ``window`` of the target grid and where they are valid.

        The mask is None when all are valid.

        Raises:
            InputError: the file is damaged here.
        """
        values, inside = self.look(window)
        values = values.copy()
        return values, self.valid(values, inside)

    def look(self, window: Window) -> tuple[NDArray, Mask | None]:
        """Return the values in ``window`` as they are, and which of them the source covers.

        The mask is None when it covers all. The values stand in the reader's own memory, until it
        is used again: new memory from the system costs as much as arithmetic.

        Raises:
            InputError: the file is damaged here.
        """
        try:
            return self._look(window)
        except RuntimeError as error:
            raise InputError(
                Problem(
                    msg(
                        "{name} cannot be read at column {x}, row {y} ({reason}).",
                        name=self._info.source.called,
                        x=window.x,
                        y=window.y,
                        reason=error,
                    ),
                    self._info.source.path,
                    msg("The file may be damaged; make or copy it again."),
                )
            ) from error

    def _look(self, window: Window) -> tuple[NDArray, Mask | None]:
        column, row = window.x + self._shift[0], window.y + self._shift[1]
        width, height = self._size
        shape = (window.height, window.width)
        if min(column, row) >= 0 and column + shape[1] <= width and row + shape[0] <= height:
            if self._is_block(column, row, shape):
                return self._block(column, row, shape), None
            room = self._memory(shape)
            return self._band.ReadAsArray(column, row, shape[1], shape[0], buf_obj=room), None
        x0, y0 = max(column, 0), max(row, 0)
        x1, y1 = min(column + window.width, width), min(row + window.height, height)
        values = np.zeros(shape, dtype=self._dtype)
        covered = np.zeros(shape, dtype=bool)
        if x1 > x0 and y1 > y0:
            part = np.s_[y0 - row : y1 - row, x0 - column : x1 - column]
            values[part] = self._band.ReadAsArray(x0, y0, x1 - x0, y1 - y0)
            covered[part] = True
        return values, covered

    def _memory(self, shape: tuple[int, int]) -> NDArray:
        size = shape[0] * shape[1]
        if self._room.size < size:
            self._room = np.empty(size, dtype=self._dtype)
        return self._room[:size].reshape(shape)

    def _is_block(self, column: int, row: int, shape: tuple[int, int]) -> bool:
        """Whether these pixels are exactly one block of the file, or what the edge leaves of one."""
        width, height = self._block_size
        return (
            column % width == 0
            and row % height == 0
            and shape[0] == min(height, self._size[1] - row)
            and shape[1] == min(width, self._size[0] - column)
        )

    def _block(self, column: int, row: int, shape: tuple[int, int]) -> NDArray:
        """Decode a block into our own memory, past GDAL's cache: each is needed only once."""
        width, height = self._block_size
        block = self._memory((height, width))
        self._band.ReadBlock(column // width, row // height, buf_obj=block)
        return block[: shape[0], : shape[1]]

    def valid(self, values: NDArray, inside: Mask | None) -> Mask | None:
        """Return which of the values are valid, None when all are; count the others.

        Args:
            values: as :meth:`look` gave them, or rows of these.
            inside: which of them the source covers, None for all.
        """
        if inside is not None:
            if not inside.any():
                self.nodata_pixels += values.size
                return inside
            valid = np.zeros(values.shape, dtype=bool)
            part = self.valid(values[inside], None)
            valid[inside] = True if part is None else part
            self.nodata_pixels += values.size - int(np.count_nonzero(inside))
            return valid
        low, high = self._info.source.valid
        nodata = self._nodata
        if values.dtype.kind == "f":
            return self._valid_floats(values, low, high)
        valid = _in_range(values, low, high)
        present = values != nodata if nodata is not None else np.ones(values.shape, dtype=bool)
        valid &= present
        if valid.all():
            return None
        missing = values.size - int(np.count_nonzero(present))
        self.nodata_pixels += missing
        self.outside_pixels += values.size - int(np.count_nonzero(valid)) - missing
        return valid

    def _valid_floats(self, values: NDArray, low: float | None, high: float | None) -> Mask | None:
        nodata = None if self._nodata is None else values.dtype.type(self._nodata)
        marked = nodata is not None and bool(np.isfinite(nodata))
        if low is None and high is None:
            valid = np.isfinite(values)
        else:
            # A comparison throws out NaN, a nodata value outside the range, and the rest.
            valid = _in_range(values, low, high)
            if high is None or low is None:
                valid &= np.isfinite(values)
        if nodata is not None and marked and _may_be_in_range(float(nodata), low, high):
            valid &= values != nodata
        unused = values.size - int(np.count_nonzero(valid))
        if unused == 0:
            return None
        missing = int(np.count_nonzero(values == nodata)) if marked else 0
        if missing < unused:
            missing += values.size - int(np.count_nonzero(np.isfinite(values)))
        self.nodata_pixels += missing
        self.outside_pixels += unused - missing
        return valid

    def present(self, values: NDArray, inside: Mask | None) -> Mask:
        """Return which of the values are data at all, in the valid range or not; nothing is counted."""
        found = (
            np.isfinite(values) if values.dtype.kind == "f" else np.ones(values.shape, dtype=bool)
        )
        if self._nodata is not None and np.isfinite(self._nodata):
            found &= values != values.dtype.type(self._nodata)
        return found if inside is None else found & inside

    def between(self, values: NDArray, low: float, high: float) -> Mask:
        """Return which values lie from ``low`` to ``high``, and are not nodata; nothing is counted."""
        if values.dtype.kind != "f":
            # Whole limits within the type; NumPy would compare small integers in half precision.
            kind = np.iinfo(values.dtype)
            low, high = max(math.ceil(low), kind.min), min(math.floor(high), kind.max)
        found = _in_range(values, low, high)
        if self._nodata is not None and _may_be_in_range(self._nodata, low, high):
            found &= values != values.dtype.type(self._nodata)
        return found

    def close(self) -> None:
        """Let go of the file, so that Windows lets others replace it."""
        self._band = None
        self._dataset = None
        self._thin = None


def _may_be_in_range(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)


def resolve_resampling(info: SourceInfo, grid: Grid) -> str:
    """Return the resampling that will be used between the source's grid and ``grid``."""
    wanted = info.source.resampling
    if wanted != QUANTITY:
        return wanted
    return AVERAGE if _coarsening(info.grid, grid) > _COARSER else BILINEAR


def _coarsening(source: Grid, target: Grid) -> float:
    """How many source pixels fit along one target pixel, roughly."""
    if source.same_crs(target):
        return target.pixel_size[0] / source.pixel_size[0]
    return _metres(target) / _metres(source)


def _metres(grid: Grid) -> float:
    middle = grid.height // 2
    return float(np.sqrt(grid.row_areas(middle, middle + 1)[0]))


@contextlib.contextmanager
def open_source(source: RasterSource | SourceInfo, grid: Grid) -> Iterator[AlignedReader]:
    """Open a source for reading through ``grid``; call with GDAL's exceptions on."""
    info = source if isinstance(source, SourceInfo) else inspect(source)
    reader = AlignedReader(info, grid)
    try:
        yield reader
    finally:
        reader.close()


def alignment_note(info: SourceInfo, grid: Grid) -> Message | None:
    """Tell how a source is brought to the grid, or None when its pixels are the grid's."""
    if info.grid.offset_to(grid) is not None:
        return None
    return msg(
        "{name} is on another grid; it is brought to the chosen one by {method} resampling.",
        name=info.source.called,
        method=title(_METHOD_TITLES[resolve_resampling(info, grid)]),
    )
