"""Strips of rows, and working rasters written and read in them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import OutputError, Problem
from redline_plugin.core.gdalsetup import gdal
from redline_plugin.core.raster.writer import zstd_available
from redline_plugin.core.text import msg

STRIP_PIXELS = 4_000_000
"""Pixels at once: some 100 MB with labels and areas, a fifth of a second to the next cancel."""
_BLOCK_ROWS = 16


@dataclass(frozen=True)
class Strip:
    """Rows ``start`` to ``stop`` of the grid; ``index`` counts strips from 0."""

    index: int
    start: int
    stop: int


def strips_of(width: int, height: int, rows: int | None = None) -> list[Strip]:
    """Cut ``height`` rows into strips of ``rows``, or of :data:`STRIP_PIXELS` in whole blocks."""
    if rows is None:
        rows = STRIP_PIXELS // width // _BLOCK_ROWS * _BLOCK_ROWS
        if rows >= 512:
            rows = rows // 256 * 256  # whole tiles of the inputs, each decoded once
        rows = max(rows, _BLOCK_ROWS)
    return [
        Strip(index, start, min(start + rows, height))
        for index, start in enumerate(range(0, height, rows))
    ]


class WorkRaster:
    """A temporary one-band raster in pixel coordinates, compressed, written strip by strip.

    Stored in bands of full rows, because strips and polygonising go through it row by row. Without
    a geotransform, polygons made of it have whole numbers for coordinates, equal in every version.
    """

    def __init__(
        self, path: Path, width: int, height: int, dtype: type[np.unsignedinteger]
    ) -> None:
        """Create the file; call with GDAL's exceptions on."""
        self._width = width
        kind = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16}[np.dtype(dtype).name]
        pixels_bytes = width * height * np.dtype(dtype).itemsize
        options = [
            "TILED=NO",
            f"BLOCKYSIZE={min(_BLOCK_ROWS, height)}",
            "BIGTIFF=" + ("YES" if pixels_bytes > _BIGTIFF_BYTES else "IF_SAFER"),
        ]
        if zstd_available():
            options += ["COMPRESS=ZSTD", "ZSTD_LEVEL=1"]
        else:
            options += ["COMPRESS=DEFLATE", "ZLEVEL=1"]
        self._path = path
        with self._told():
            self._dataset = gdal.GetDriverByName("GTiff").Create(
                str(path), width, height, 1, kind, options
            )

    @property
    def band(self) -> gdal.Band:
        """GDAL's band; valid as long as this object is open."""
        return self._dataset.GetRasterBand(1)

    def write(self, strip: Strip, values: NDArray) -> None:
        """Write the rows of a strip; ``values`` has the shape (rows, width)."""
        with self._told():
            self.band.WriteArray(values, 0, strip.start)

    def read(self, strip: Strip) -> NDArray:
        """Read the rows of a strip, shape (rows, width)."""
        return self.read_window(0, strip.start, self._width, strip.stop - strip.start)

    def read_window(self, column: int, row: int, width: int, height: int) -> NDArray:
        """Read a window, shape (height, width)."""
        with self._told():
            return self.band.ReadAsArray(column, row, width, height)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        # Reading may fail on a full disk too, because it makes room in the cache by writing.
        try:
            yield
        except RuntimeError as error:
            raise OutputError(
                Problem(
                    msg("The working raster cannot be written or read ({reason}).", reason=error),
                    str(self._path),
                    msg("Is the disk full? Choose another folder for temporary files."),
                )
            ) from error

    def close(self) -> None:
        """Let go of the file, so that Windows lets it be removed."""
        self._dataset = None


_BIGTIFF_BYTES = 3_500_000_000


@contextlib.contextmanager
def work_raster(
    path: Path, width: int, height: int, dtype: type[np.unsignedinteger]
) -> Iterator[WorkRaster]:
    """Create a working raster and close it at the end; the folder's owner removes the file."""
    raster = WorkRaster(path, width, height, dtype)
    try:
        yield raster
    finally:
        raster.close()
