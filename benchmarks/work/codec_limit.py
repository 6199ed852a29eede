"""What GDAL's codecs alone take: codec_limit.py EXPECTED OUTPUT CODEC THREADS INPUT ...

Decodes the inputs on threads with handles of their own and encodes one output, whose values come
ready-made from a raw file, on GDAL's own threads. No arithmetic, no masks, nothing checked.
"""

from __future__ import annotations

import sys
import threading

import numpy as np
from osgeo import gdal

gdal.UseExceptions()
STEP = 512
WIDE = 2048
OPTIONS = {
    "deflate": ["COMPRESS=DEFLATE", "ZLEVEL=6"],
    "zstd": ["COMPRESS=ZSTD", "ZSTD_LEVEL=1"],
}


def main() -> None:
    expected, output, codec, count, *inputs = sys.argv[1:]
    gdal.SetCacheMax(64 * 1024 * 1024)
    first = gdal.Open(inputs[0])
    width, height = first.RasterXSize, first.RasterYSize
    windows = [(x, y) for y in range(0, height, STEP) for x in range(0, width, WIDE)]
    turn = iter(windows)
    lock = threading.Lock()

    def decode() -> None:
        bands = [gdal.Open(path) for path in inputs]
        buffer = np.empty((STEP, WIDE), dtype=np.float32)
        while True:
            with lock:
                window = next(turn, None)
            if window is None:
                return
            x, y = window
            w, h = min(WIDE, width - x), min(STEP, height - y)
            for dataset in bands:
                dataset.GetRasterBand(1).ReadAsArray(x, y, w, h, buf_obj=buffer[:h, :w])

    threads = [threading.Thread(target=decode) for _ in range(int(count))]
    for thread in threads:
        thread.start()
    values = np.memmap(expected, dtype="<f4", mode="r", shape=(height, width))
    target = gdal.GetDriverByName("GTiff").Create(
        output,
        width,
        height,
        1,
        gdal.GDT_Float32,
        ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", f"NUM_THREADS={count}", *OPTIONS[codec]],
    )
    target.SetGeoTransform(first.GetGeoTransform())
    target.SetProjection(first.GetProjection())
    band = target.GetRasterBand(1)
    band.SetNoDataValue(-9999)
    for x, y in windows:
        band.WriteArray(np.ascontiguousarray(values[y : y + STEP, x : x + WIDE]), x, y)
        band.FlushCache()
    for thread in threads:
        thread.join()
    target.FlushCache()


if __name__ == "__main__":
    main()
