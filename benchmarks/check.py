"""Whether two contestants came to the same result, so that only the same work is compared."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

ROWS = 512
RELATIVE = 1e-5
ABSOLUTE = 1e-4


def differing_pixels(path: Path, expected: Path) -> int:
    """Return how many pixels of two rasters differ by more than rounding, nodata included."""
    first, second = gdal.OpenEx(str(path)), gdal.OpenEx(str(expected))
    width, height = second.RasterXSize, second.RasterYSize
    if (first.RasterXSize, first.RasterYSize) != (width, height):
        return width * height
    bands = first.GetRasterBand(1), second.GetRasterBand(1)
    found = 0
    for row in range(0, height, ROWS):
        rows = min(ROWS, height - row)
        a, b = (band.ReadAsArray(0, row, width, rows) for band in bands)
        none_a, none_b = (_nodata(x, band) for x, band in zip((a, b), bands))
        with np.errstate(all="ignore"):
            near = np.abs(a - b.astype(np.float32)) <= ABSOLUTE + RELATIVE * np.abs(b)
        found += int(np.count_nonzero(np.where(none_a | none_b, none_a != none_b, ~near)))
    return found


def _nodata(values: NDArray, band: gdal.Band) -> NDArray[np.bool_]:
    nodata = band.GetNoDataValue()
    if values.dtype.kind != "f":
        return values == nodata
    # QGIS's calculator writes the lowest float, and declares it in single precision or double.
    none = ~np.isfinite(values) | (values < -1e38)
    return none if nodata is None else none | (values == np.float32(nodata))
