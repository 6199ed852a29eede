"""A look into a raster for its picture and figures: all pixels of a small one, a sample of a large."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.feedback import Feedback, Muted, Quiet, stop_if_cancelled
from redline_plugin.core.gdalsetup import cancellable, gdal, gdal_exceptions
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.overlap import bounds_in
from redline_plugin.core.raster.source import AlignedReader, RasterSource, SourceInfo, inspect

WHOLE_PIXELS = 8_000_000
"""Up to so many pixels a band is read whole."""

SAMPLE_PIXELS = 1_500_000
"""Of a larger one about so many are taken, evenly."""

BINS = 48
_READ_COLUMNS = 4096
_TAIL = 4.0


@dataclass(frozen=True)
class Look:
    """What was seen of one band.

    Attributes:
        grid: of the values; coarser than the file's when these are a sample.
        values: shape (rows, columns).
        valid: where they are values, within the range asked for.
        whole: whether every pixel of the extent was read.
        nodata: how many of the values read are nodata.
        outside: how many lie outside the valid range.
        description: the band's name in the file.
        unit: as the file says it.
    """

    grid: Grid
    values: NDArray
    valid: NDArray[np.bool_]
    whole: bool
    nodata: int
    outside: int
    description: str = ""
    unit: str = ""

    @property
    def kept(self) -> NDArray:
        """The valid values, in one dimension."""
        return self.values[self.valid]


@gdal_exceptions()
def look_at(
    path: str,
    band: int = 1,
    around: Grid | None = None,
    valid: tuple[float | None, float | None] = (None, None),
    codes: bool = False,
    share: int = 1,
    feedback: Feedback | None = None,
) -> Look:
    """Read a band, or a sample of it.

    Args:
        path: anything GDAL opens.
        band: from 1.
        around: only what lies in this grid's extent, if the two meet at all.
        valid: range of valid values.
        codes: values are codes; overviews, which may be averages of them, are not used.
        share: how many bands share the pixels that may be read.
        feedback: asked for cancel again and again while reading.

    Raises:
        CancelledError: the user asked to stop.
        InputError: it cannot be opened, or has no place.
        RuntimeError: it is damaged.
    """
    info = inspect(RasterSource(path, band, valid=valid))
    window = _window(info.grid, around)
    options = ["OVERVIEW_LEVEL=NONE"] if codes else []
    dataset = gdal.OpenEx(path, gdal.OF_RASTER, open_options=options)
    source = dataset.GetRasterBand(band)
    width, height = _size(window, share)
    watched = Muted(feedback or Quiet())
    if source.GetOverviewCount():
        with cancellable(watched) as watch:
            values = source.ReadAsArray(
                window.x,
                window.y,
                window.width,
                window.height,
                buf_xsize=width,
                buf_ysize=height,
                callback=watch,
            )
    else:
        values = _sample(source, window, width, height, watched)
    mask, nodata, outside = _mask(info, values)
    return Look(
        _thinned_grid(info.grid, window, width, height),
        values,
        mask,
        (width, height) == (window.width, window.height),
        nodata,
        outside,
        source.GetDescription(),
        source.GetUnitType(),
    )


def _window(grid: Grid, around: Grid | None) -> Window:
    whole = Window(0, 0, grid.width, grid.height)
    if around is None:
        return whole
    try:
        west, south, east, north = bounds_in(around, grid)
    except RuntimeError:
        return whole
    x0, dx, _, y0, _, dy = grid.transform
    left = max(math.floor((west - x0) / dx + 1e-6), 0)
    right = min(math.ceil((east - x0) / dx - 1e-6), grid.width)
    top = max(math.floor((north - y0) / dy + 1e-6), 0)
    bottom = min(math.ceil((south - y0) / dy - 1e-6), grid.height)
    if right <= left or bottom <= top:
        return whole
    return Window(left, top, right - left, bottom - top)


def _size(window: Window, share: int) -> tuple[int, int]:
    pixels = window.width * window.height
    if pixels * share <= WHOLE_PIXELS:
        return window.width, window.height
    factor = math.sqrt(SAMPLE_PIXELS / share / pixels)
    return max(1, round(window.width * factor)), max(1, round(window.height * factor))


def _sample(
    band: gdal.Band, window: Window, width: int, height: int, feedback: Feedback
) -> NDArray:
    """Take ``width`` x ``height`` pixels evenly, and decode every block only once for that.

    GDAL's own thinned reading goes line by line, and would decode a row of tiles for each of them
    as soon as that row is larger than its cache.
    """
    rows = window.y + _middles(window.height, height)
    columns = window.x + _middles(window.width, width)
    block_width, block_height = band.GetBlockSize()
    step = max(block_width, _READ_COLUMNS - _READ_COLUMNS % block_width)
    parts = []
    for row_group in _groups(rows, block_height):
        line = []
        for column_group in _groups(columns, step):
            stop_if_cancelled(feedback)
            x, y = int(column_group[0]), int(row_group[0])
            read = band.ReadAsArray(x, y, int(column_group[-1]) - x + 1, int(row_group[-1]) - y + 1)
            line.append(read[np.ix_(row_group - y, column_group - x)])
        parts.append(np.concatenate(line, axis=1))
    return np.concatenate(parts, axis=0)


def _middles(size: int, count: int) -> NDArray[np.intp]:
    """Return the middle pixel of each of ``count`` equal parts of ``size`` pixels."""
    return ((np.arange(count) + 0.5) * size / count).astype(np.intp)


def _groups(places: NDArray[np.intp], step: int) -> list[NDArray[np.intp]]:
    """Cut rising places where a multiple of ``step`` lies between them."""
    return np.split(places, np.flatnonzero(np.diff(places // step)) + 1)


def _mask(info: SourceInfo, values: NDArray) -> tuple[NDArray[np.bool_], int, int]:
    reader = AlignedReader(info, info.grid)
    try:
        with np.errstate(all="ignore"):
            mask = reader.valid(values, None)
        whole = np.ones(values.shape, dtype=bool) if mask is None else mask
        return whole, reader.nodata_pixels, reader.outside_pixels
    finally:
        reader.close()


def _thinned_grid(grid: Grid, window: Window, width: int, height: int) -> Grid:
    x0, dx, _, y0, _, dy = grid.transform
    return Grid(
        grid.crs,
        (
            x0 + window.x * dx,
            dx * window.width / width,
            0.0,
            y0 + window.y * dy,
            0.0,
            dy * window.height / height,
        ),
        width,
        height,
    )


def thin(look: Look, most: int) -> tuple[NDArray, NDArray[np.bool_]]:
    """Return values and mask of at most ``most`` pixels along a side, the middle ones of each cell."""
    height, width = look.values.shape
    factor = min(1.0, most / max(height, width))
    rows, columns = max(1, round(height * factor)), max(1, round(width * factor))
    place = np.ix_(_middles(height, rows), _middles(width, columns))
    return look.values[place], look.valid[place]


@dataclass(frozen=True)
class Figures:
    """Figures of the values seen in some bands.

    Attributes:
        count: valid values.
        low: the lowest.
        high: the highest.
        mean: weighed by the pixels' areas.
        median: not weighed.
        stretch: the 2nd and the 98th percentile, between which colours run.
        edges: of the histogram's bins.
        bins: how many values are in each.
        beyond: how many lie outside the histogram, which leaves out far tails.
    """

    count: int
    low: float
    high: float
    mean: float
    median: float
    stretch: tuple[float, float]
    edges: NDArray[np.float64]
    bins: NDArray[np.int64]
    beyond: int


def figures_of(looks: Sequence[Look], marks: Sequence[float] = ()) -> Figures | None:
    """Return the figures, None when there is no valid value; ``marks`` must be in the histogram."""
    kept = np.concatenate([look.kept for look in looks]) if looks else np.empty(0)
    if not kept.size:
        return None
    low, high = float(kept.min()), float(kept.max())
    cuts = np.percentile(kept, (0.5, 2.0, 50.0, 98.0, 99.5)).astype(np.float64)
    first, last = low, high
    if high - low > _TAIL * (cuts[4] - cuts[0]) > 0:
        first, last = float(cuts[0]), float(cuts[4])
    first, last = min([first, *marks]), max([last, *marks])
    if last <= first:
        spread = abs(first) * 0.05 or 0.5
        first, last = first - spread, last + spread
    bins, edges = np.histogram(kept, BINS, (first, last))
    stretch = (float(cuts[1]), float(cuts[3])) if cuts[3] > cuts[1] else (low, high)
    return Figures(
        int(kept.size),
        low,
        high,
        _mean(looks),
        float(cuts[2]),
        stretch,
        edges,
        bins.astype(np.int64),
        int(kept.size - bins.sum()),
    )


def _mean(looks: Sequence[Look]) -> float:
    total = weight = 0.0
    for look in looks:
        areas = look.grid.row_areas()
        kept = np.where(look.valid, look.values, 0)
        total += float(np.sum(kept, axis=1, dtype=np.float64) @ areas)
        weight += float(np.count_nonzero(look.valid, axis=1) @ areas)
    return total / weight


def area_of(look: Look) -> float:
    """Return the area in m2 of the valid pixels; an estimate when they are a sample."""
    return math.fsum(np.count_nonzero(look.valid, axis=1) * look.grid.row_areas())


def codes_of(looks: Sequence[Look]) -> dict[int, int]:
    """Return how many pixels each code has; values that are no whole number are left out."""
    kept = np.concatenate([look.kept for look in looks]) if looks else np.empty(0)
    if kept.dtype.kind == "u" and kept.dtype.itemsize <= 2:
        # Counting takes a fraction of the time of sorting.
        every = np.bincount(kept)
        return {int(code): int(every[code]) for code in np.flatnonzero(every)}
    if kept.dtype.kind == "f":
        kept = kept[(kept == np.floor(kept)) & (np.abs(kept) < 2**53)]
    found, counts = np.unique(kept, return_counts=True)
    return {int(code): int(count) for code, count in zip(found, counts)}
