"""Values to a picture with a palette: a PNG inside the text of a link, small and the same each time."""

from __future__ import annotations

import base64
import itertools
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.style import Colour, shades

_SHADES = 255
_numbers = itertools.count()


def value_picture(
    values: NDArray, valid: NDArray[np.bool_], ramp: str, low: float, high: float
) -> str:
    """Return a picture in a ramp's colours as a data link; what is not valid is transparent."""
    span = high - low
    with np.errstate(all="ignore"):
        place = (values.astype(np.float64) - low) / span if span > 0 else np.full(values.shape, 0.5)
    place = np.where(valid, np.clip(place, 0.0, 1.0), 0.0)
    indices = 1 + np.rint(place * (_SHADES - 1)).astype(np.int64)
    colours = [tuple(int(part) for part in colour) for colour in shades(ramp, _SHADES)]
    return _png(np.where(valid, indices, 0).astype(np.uint8), colours)


def class_picture(codes: NDArray, valid: NDArray[np.bool_], colours: Mapping[int, Colour]) -> str:
    """Return a picture of classes; codes without a colour are transparent, too."""
    indices = np.zeros(codes.shape, dtype=np.uint8)
    for index, code in enumerate(sorted(colours)[:_SHADES], start=1):
        indices[(codes == code) & valid] = index
    return _png(indices, [colours[code] for code in sorted(colours)[:_SHADES]])


@gdal_exceptions()
def _png(indices: NDArray[np.uint8], colours: Sequence[tuple[int, ...]]) -> str:
    """Encode indices into a palette whose entry 0 is transparent."""
    rows, columns = indices.shape
    memory = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
    band = memory.GetRasterBand(1)
    band.WriteArray(indices)
    table = gdal.ColorTable()
    table.SetColorEntry(0, (0, 0, 0, 0))
    for number, colour in enumerate(colours, start=1):
        table.SetColorEntry(number, (*colour, 255))
    band.SetColorTable(table)
    name = f"/vsimem/redline-report-{next(_numbers)}.png"
    gdal.GetDriverByName("PNG").CreateCopy(name, memory, options=["ZLEVEL=9"])
    try:
        stream = gdal.VSIFOpenL(name, "rb")
        try:
            data = bytes(gdal.VSIFReadL(1, gdal.VSIStatL(name).size, stream))
        finally:
            gdal.VSIFCloseL(stream)
    finally:
        gdal.Unlink(name)
    return "data:image/png;base64," + base64.b64encode(data).decode("ascii")
