"""Small rasters in GDAL's memory, and a 3-degree belt to put them in."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, osr
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.source import RasterSource

BELT = 4524
WEST, NORTH, PIXEL = 36_500_000.0, 4_000_000.0, 100.0
MakeRaster = Callable[..., RasterSource]


def wkt(epsg: int) -> str:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


@pytest.fixture(scope="session")
def make_raster() -> Iterator[MakeRaster]:
    """Write an array as a raster in memory and return its source."""
    numbers = itertools.count()
    paths = []

    def make(
        values,
        epsg: int = BELT,
        transform: tuple[float, ...] = (WEST, PIXEL, 0.0, NORTH, 0.0, -PIXEL),
        nodata: float | None = 0,
        dtype: str = "Byte",
        name: str = "",
    ) -> RasterSource:
        array = np.asarray(values)
        path = f"/vsimem/delineate_{next(numbers)}.tif"
        paths.append(path)
        with gdal_exceptions():
            height, width = array.shape
            dataset = gdal.GetDriverByName("GTiff").Create(
                path, width, height, 1, gdal.GetDataTypeByName(dtype)
            )
            dataset.SetProjection(wkt(epsg))
            dataset.SetGeoTransform(transform)
            if nodata is not None:
                dataset.GetRasterBand(1).SetNoDataValue(nodata)
            dataset.GetRasterBand(1).WriteArray(array)
            dataset = None
        return RasterSource(path, name=name)

    yield make
    for path in paths:
        gdal.Unlink(path)


@pytest.fixture(scope="session")
def make_grid() -> Callable[..., Grid]:
    """Return a grid of 100 m pixels in the belt, or as told."""

    def make(
        width: int,
        height: int,
        epsg: int = BELT,
        transform: tuple[float, ...] = (WEST, PIXEL, 0.0, NORTH, 0.0, -PIXEL),
    ) -> Grid:
        return Grid(wkt(epsg), transform, width, height)

    return make


@pytest.fixture(scope="session")
def picture() -> Callable[[str], np.ndarray]:
    """Read classes from a drawing: ``#`` is 3, ``.`` is 1, ``?`` is 0 (no data)."""

    def read(text: str) -> np.ndarray:
        codes = {"#": 3, "+": 2, ".": 1, "?": 0}
        return np.array([[codes[c] for c in row] for row in text.split()], dtype=np.uint8)

    return read
