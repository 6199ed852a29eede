"""Grading by sorting with NumPy: numpy_grade.py exact|naive INPUT OUTPUT.

``exact`` sorts and sums in double precision. ``naive`` is what is often written: argsort, and a
running sum in the raster's own single precision.
"""

from __future__ import annotations

import sys

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

gdal.UseExceptions()


def exact_breaks(values: NDArray[np.float32]) -> tuple[float, float]:
    values = np.sort(values)[::-1]
    running = np.cumsum(values, dtype=np.float64)
    at = np.searchsorted(running, [0.5 * running[-1], 0.8 * running[-1]])
    return float(values[at[0]]), float(values[at[1]])


def naive_breaks(values: NDArray[np.float32]) -> tuple[float, float]:
    order = np.argsort(values)[::-1]
    running = np.cumsum(values[order])
    total = np.float64(running[-1])
    print("naive total", total, "of", values.sum(dtype=np.float64))
    at = np.searchsorted(running, np.array([0.5 * total, 0.8 * total], dtype=np.float32))
    return float(values[order[at[0]]]), float(values[order[at[1]]])


def main() -> None:
    mode, source, target = sys.argv[1:]
    dataset = gdal.OpenEx(source, open_options=["NUM_THREADS=ALL_CPUS"])
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray()
    valid = values != np.float32(band.GetNoDataValue())
    breaks = (exact_breaks if mode == "exact" else naive_breaks)(values[valid & (values > 0)])
    print("breaks", *(repr(value) for value in breaks))
    extreme, important = (np.float32(value) for value in breaks)
    classes = np.where(values >= extreme, 3, np.where(values >= important, 2, 1))
    classes = np.where(valid, classes, 0).astype(np.uint8)
    options = ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "NUM_THREADS=ALL_CPUS"]
    out = gdal.GetDriverByName("GTiff").Create(
        target,
        dataset.RasterXSize,
        dataset.RasterYSize,
        1,
        gdal.GDT_Byte,
        [*options, "COMPRESS=ZSTD", "ZSTD_LEVEL=1"],
    )
    out.SetGeoTransform(dataset.GetGeoTransform())
    out.SetProjection(dataset.GetProjection())
    out.GetRasterBand(1).SetNoDataValue(0)
    out.GetRasterBand(1).WriteArray(classes)
    out.FlushCache()


if __name__ == "__main__":
    main()
