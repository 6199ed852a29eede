"""R K LS (1 - C) by rasterio and numexpr: rasterio_rusle.py OUTPUT CODEC R K LS C.

Rows of whole tiles, codec on all processors: the shortest fast program with these two libraries.
"""

from __future__ import annotations

import contextlib
import sys

import numexpr
import numpy as np
import rasterio
from rasterio.windows import Window

TILE = 512
NODATA = -9999.0


def main() -> None:
    output, codec, *inputs = sys.argv[1:]
    more = {"zlevel": 6} if codec == "deflate" else {"zstd_level": 1}
    with contextlib.ExitStack() as stack:
        rasters = [
            stack.enter_context(rasterio.open(path, num_threads="all_cpus")) for path in inputs
        ]
        profile = {
            **rasters[0].profile,
            "driver": "GTiff",
            "dtype": "float32",
            "nodata": NODATA,
            "tiled": True,
            "blockxsize": TILE,
            "blockysize": TILE,
            "compress": codec,
            "num_threads": "all_cpus",
            "predictor": 1,
            **more,
        }
        target = stack.enter_context(rasterio.open(output, "w", **profile))
        for row in range(0, rasters[0].height, TILE):
            window = Window(0, row, rasters[0].width, min(TILE, rasters[0].height - row))
            r, k, ls, c = (raster.read(1, window=window) for raster in rasters)
            none, one = np.float32(NODATA), np.float32(1)
            values = numexpr.evaluate(
                "where((r != none) & (k != none) & (ls != none) & (c != none),"
                " r * k * ls * (one - c), none)",
                {"r": r, "k": k, "ls": ls, "c": c, "none": none, "one": one},
            )
            target.write(values, 1, window=window)


if __name__ == "__main__":
    main()
