"""R K LS (1 - C) by pygeoprocessing: pygeoprocessing_rusle.py OUTPUT OPTIONS R K LS C.

OPTIONS are GDAL's creation options, joined by commas. Statistics, which the others do not make
either, are turned off.
"""

from __future__ import annotations

import sys

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal
from pygeoprocessing import raster_calculator

NODATA = np.float32(-9999)


def retention(r: NDArray, k: NDArray, ls: NDArray, c: NDArray) -> NDArray:
    valid = (r != NODATA) & (k != NODATA) & (ls != NODATA) & (c != NODATA)
    result = np.full(r.shape, NODATA, dtype=np.float32)
    result[valid] = r[valid] * k[valid] * ls[valid] * (1 - c[valid])
    return result


def main() -> None:
    output, options, *inputs = sys.argv[1:]
    raster_calculator(
        [(path, 1) for path in inputs],
        retention,
        output,
        gdal.GDT_Float32,
        float(NODATA),
        calc_raster_stats=False,
        raster_driver_creation_tuple=("GTIFF", tuple(options.split(","))),
    )


if __name__ == "__main__":
    main()
