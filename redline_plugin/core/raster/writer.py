"""Writing a raster: tiled, compressed GeoTIFF, BigTIFF when it may grow beyond 4 GB."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import cancellable, gdal
from redline_plugin.core.provenance import METADATA_DOMAIN
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.parallel import default_threads

AUTO = "auto"
DEFLATE = "deflate"
ZSTD = "zstd"
NONE = "none"
COMPRESSIONS = (AUTO, DEFLATE, ZSTD, NONE)

TILE = 512
MAX_ENCODERS = 8
_BIGTIFF_BYTES = 3_500_000_000
_GDAL_TYPES = {
    "uint8": "Byte",
    "uint16": "UInt16",
    "int16": "Int16",
    "uint32": "UInt32",
    "int32": "Int32",
    "float32": "Float32",
    "float64": "Float64",
}


@functools.lru_cache(maxsize=1)
def zstd_available() -> bool:
    """Whether this GDAL's GeoTIFF driver has the ZSTD codec."""
    options = gdal.GetDriverByName("GTiff").GetMetadataItem("DMD_CREATIONOPTIONLIST") or ""
    return "ZSTD" in options


def creation_options(
    compression: str, dtype: np.dtype, pixels: int, tile: tuple[int, int]
) -> list[str]:
    """Return GDAL's creation options.

    ``auto`` is deflate, which every reader has. ZSTD is for working rasters: eight times faster
    to write, of about the same size; where the codec is missing, fast deflate takes its place.
    """
    options = [
        "TILED=YES",
        f"BLOCKXSIZE={tile[0]}",
        f"BLOCKYSIZE={tile[1]}",
        f"NUM_THREADS={min(default_threads(), MAX_ENCODERS)}",
        "BIGTIFF=" + ("YES" if pixels * dtype.itemsize > _BIGTIFF_BYTES else "IF_SAFER"),
    ]
    if compression == ZSTD and zstd_available():
        options += ["COMPRESS=ZSTD", "ZSTD_LEVEL=1"]
    elif compression == ZSTD:
        options += ["COMPRESS=DEFLATE", "ZLEVEL=1"]
    elif compression in (AUTO, DEFLATE):
        options += ["COMPRESS=DEFLATE", "ZLEVEL=6"]
    return options


class RasterWriter:
    """Writes windows of a raster; the caller sees to it that the file appears only when whole."""

    def __init__(
        self,
        path: Path,
        grid: Grid,
        dtype: np.dtype,
        nodata: float,
        compression: str = AUTO,
        tile: tuple[int, int] = (TILE, TILE),
        colours: Mapping[int, tuple[int, int, int]] | None = None,
        bands: int = 1,
    ) -> None:
        self._path = path
        options = creation_options(
            compression, np.dtype(dtype), grid.width * grid.height * bands, tile
        )
        if bands > 1:
            options.append("INTERLEAVE=BAND")
        self._dataset = gdal.GetDriverByName("GTiff").Create(
            str(path),
            grid.width,
            grid.height,
            bands,
            gdal.GetDataTypeByName(_GDAL_TYPES[np.dtype(dtype).name]),
            options,
        )
        self._dataset.SetGeoTransform(grid.transform)
        self._dataset.SetProjection(grid.crs)
        self._bands = [self._dataset.GetRasterBand(number + 1) for number in range(bands)]
        for band in self._bands:
            band.SetNoDataValue(nodata)
        if colours:
            # Now: GeoTIFF takes a colour table only before the first pixel.
            table = gdal.ColorTable()
            table.SetColorEntry(int(nodata), (0, 0, 0, 0))
            for value, colour in colours.items():
                table.SetColorEntry(value, (*colour, 255))
            self._bands[0].SetColorTable(table)

    def write(self, window: Window, values: NDArray) -> None:
        """Write one window and hand its tiles to the codec at once.

        Flushing here keeps the order of tiles, and so the file's bytes, independent of the cache.

        Args:
            window: where.
            values: shape (rows, columns), or (bands, rows, columns).
        """
        for band, layer in zip(self._bands, values if values.ndim == 3 else (values,)):
            band.WriteArray(layer, window.x, window.y)
            band.FlushCache()

    def describe(self, description: str, unit: str, metadata: Mapping[str, str]) -> None:
        """Name the bands, give their unit, and store ``metadata`` in the file."""
        for number, band in enumerate(self._bands, start=1):
            band.SetDescription(description if len(self._bands) == 1 else f"{description} {number}")
            if unit:
                band.SetUnitType(unit)
        for key, value in metadata.items():
            self._dataset.SetMetadataItem(key, value, METADATA_DOMAIN)

    def set_statistics(self, low: float, high: float, mean: float, deviation: float) -> None:
        """Store the only band's figures: who finds them there need not count, nor leave a side-car.

        QGIS counts a raster of numbers when it loads one without, and GDAL writes what it found
        into an ``.aux.xml`` beside the file.
        """
        # Sums depend in their last digits on the windows; the file's bytes must not.
        for name, text in (
            ("MINIMUM", f"{low:.9g}"),
            ("MAXIMUM", f"{high:.9g}"),
            ("MEAN", f"{mean:.8g}"),
            ("STDDEV", f"{deviation:.6g}"),
        ):
            self._bands[0].SetMetadataItem(f"STATISTICS_{name}", text)

    def build_overviews(self, feedback: Feedback) -> None:
        """Add overviews by halves down to 256 pixels: nearest for integers, average for floats.

        Raises:
            CancelledError: the user asked to stop.
        """
        levels = []
        level = 2
        while max(self._dataset.RasterXSize, self._dataset.RasterYSize) / level > 256:
            levels.append(level)
            level *= 2
        if levels:
            is_float = gdal.GetDataTypeName(self._bands[0].DataType).startswith("Float")
            self._dataset.FlushCache()
            method = "AVERAGE" if is_float else "NEAREST"
            with cancellable(feedback) as watch:
                self._dataset.BuildOverviews(method, levels, callback=watch)

    def close(self) -> None:
        """Finish the file; raises RuntimeError when the disk is full."""
        self._bands = []
        dataset, self._dataset = self._dataset, None
        if dataset is None:
            return
        failure = ""
        try:
            dataset.FlushCache()
        except RuntimeError as error:
            failure = str(error)
        # An error raised from inside would keep the dataset alive in its traceback, and the file
        # open: Windows could then not remove it.
        del dataset
        if failure:
            raise RuntimeError(failure)
