"""Small rasters for tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal, osr

TRANSFORM = (36_500_000.0, 30.0, 0.0, 3_600_000.0, 0.0, -30.0)
BELT = 4524


def wkt(epsg: int = BELT) -> str:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def write(
    path: Path,
    values,
    transform=TRANSFORM,
    epsg: int | None = BELT,
    nodata: float | None = None,
    options=("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"),
) -> str:
    values = np.atleast_2d(values)
    bands = values[None] if values.ndim == 2 else values
    kinds = {
        "uint8": gdal.GDT_Byte,
        "int16": gdal.GDT_Int16,
        "uint16": gdal.GDT_UInt16,
        "int32": gdal.GDT_Int32,
        "float32": gdal.GDT_Float32,
        "float64": gdal.GDT_Float64,
        "complex64": gdal.GDT_CFloat32,
    }
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path),
        bands.shape[2],
        bands.shape[1],
        bands.shape[0],
        kinds[bands.dtype.name],
        list(options),
    )
    if transform is not None:
        dataset.SetGeoTransform(transform)
    if epsg is not None:
        dataset.SetProjection(wkt(epsg))
    for number, band in enumerate(bands, start=1):
        dataset.GetRasterBand(number).WriteArray(band)
        if nodata is not None:
            dataset.GetRasterBand(number).SetNoDataValue(nodata)
    dataset = None
    return str(path)


def read(path) -> np.ndarray:
    dataset = gdal.Open(str(path))
    assert dataset is not None, path
    return dataset.ReadAsArray()
