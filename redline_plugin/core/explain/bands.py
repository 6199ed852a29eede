"""One band of an input at one pixel of a result, read as the run read it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from redline_plugin.core.declare.limits import between
from redline_plugin.core.declare.pieces import Reading, read_band
from redline_plugin.core.errors import InputError
from redline_plugin.core.explain.files import Located
from redline_plugin.core.explain.tree import Pixel, plain
from redline_plugin.core.gdalsetup import gdal_exceptions, osr
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.source import (
    NEAREST,
    RasterSource,
    alignment_note,
    inspect,
    open_source,
    with_undeclared_nodata,
)
from redline_plugin.core.text import Message, msg


@dataclass(frozen=True)
class BandLook:
    """A band at the pixel.

    Attributes:
        located: its file.
        band: in the file, from 1.
        value: what stands there, also when it is not valid; None when nothing can be read.
        lack: why there is no valid value, None when there is.
        resampled: how it was brought to the grid, None when its pixels are the grid's.
        reading: of the pixel with its halo, for the kernels.
        place: the pixel's middle in the band's own CRS, None when it cannot be read.
    """

    located: Located
    band: int
    value: float | None = None
    lack: Message | None = None
    resampled: Message | None = None
    reading: Reading | None = None
    place: tuple[float, float] | None = None


def look_at_band(source: RasterSource, located: Located, pixel: Pixel, halo: int) -> BandLook:
    """Read a band at a pixel; call with GDAL's exceptions on."""
    if not located.found:
        return BandLook(located, source.band, lack=located.findings[-1].text)
    try:
        return _look(source, located, pixel, halo)
    except (InputError, RuntimeError) as error:
        what = error.problems[0].what if isinstance(error, InputError) else plain(str(error))
        return BandLook(located, source.band, lack=what)


def _look(source: RasterSource, located: Located, pixel: Pixel, halo: int) -> BandLook:
    info = inspect(source)
    note = alignment_note(info, pixel.grid)
    if note is not None and source.resampling != NEAREST:
        info, _ = with_undeclared_nodata(info)
    place = _place(info.grid, pixel)
    with open_source(info, pixel.grid) as reader:
        centre, inside = reader.look(pixel.window)
        value = float(centre[0, 0])
        reader.nodata_pixels = reader.outside_pixels = 0
        valid = reader.valid(centre, inside)
        nodata = reader.nodata_pixels > 0
        reading = read_band(reader, pixel.window, halo)
        reading = replace(reading, values=reading.values.copy())
    look = BandLook(located, source.band, value, None, note, reading, place)
    if valid is None or valid[0, 0]:
        return look
    if not _covers(info.grid, place) or (inside is not None and not inside[0, 0]):
        return replace(look, value=None, lack=msg("the place lies outside this raster"))
    if nodata:
        return replace(look, value=None, lack=_nodata(value))
    return replace(
        look,
        lack=msg(
            "{value:g} is outside the valid range ({range})",
            value=value,
            range=between(*source.valid),
        ),
    )


def _nodata(value: float) -> Message:
    if np.isnan(value):
        return msg("no data here")
    return msg("no data here (the raster marks it by {value:g})", value=value)


def _place(grid: Grid, pixel: Pixel) -> tuple[float, float]:
    x, y = pixel.centre
    if grid.same_crs(pixel.grid):
        return x, y
    transformation = osr.CoordinateTransformation(
        pixel.grid.spatial_reference, grid.spatial_reference
    )
    found = transformation.TransformPoint(x, y)
    return float(found[0]), float(found[1])


def _covers(grid: Grid, place: tuple[float, float]) -> bool:
    west, south, east, north = grid.bounds
    return west <= place[0] <= east and south <= place[1] <= north


def stored_value(path: str, band: int, pixel: Pixel) -> float | None:
    """Return what a band of the pixel's own grid holds there, None for no data.

    Raises:
        InputError: the band cannot be read.
    """
    with gdal_exceptions(), open_source(RasterSource(path, band), pixel.grid) as reader:
        values, valid = reader.read(pixel.window)
    return None if valid is not None and not valid[0, 0] else float(values[0, 0])
