"""Files that hold several rasters, each opened by a name of its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal

from support.rasters import TRANSFORM, wkt, write

DEGREES = (110.0, 0.5, 0.0, 32.0, 0.0, -0.5)


def geopackage(path: Path, rasters: dict[str, np.ndarray]) -> dict[str, str]:
    """Write raster tables of a GeoPackage; return their names, as GDAL opens them."""
    for name, values in rasters.items():
        source = write(path.with_name(f"{name}.part.tif"), values, TRANSFORM)
        made = gdal.Translate(
            str(path),
            source,
            format="GPKG",
            creationOptions=[f"RASTER_TABLE={name}", "APPEND_SUBDATASET=YES", "TILE_FORMAT=TIFF"],
        )
        assert made is not None
        made = None
        Path(source).unlink()
    return {name: f"GPKG:{path}:{name}" for name in rasters}


def netcdf(path: Path, rasters: dict[str, np.ndarray]) -> dict[str, str]:
    """Write variables of a netCDF file in degrees (DEGREES); return their names, as GDAL opens them."""
    from scipy.io import netcdf_file

    height, width = next(iter(rasters.values())).shape
    west, dx, _, north, _, dy = DEGREES
    with netcdf_file(str(path), "w") as file:
        for axis, unit, size, start, step in (
            ("lat", "degrees_north", height, north, dy),
            ("lon", "degrees_east", width, west, dx),
        ):
            file.createDimension(axis, size)
            variable = file.createVariable(axis, "f8", (axis,))
            variable[:] = start + step * (np.arange(size) + 0.5)
            variable.units = unit
        reference = file.createVariable("crs", "i4", ())
        reference.grid_mapping_name = "latitude_longitude"
        reference.spatial_ref = wkt(4490)
        for name, values in rasters.items():
            variable = file.createVariable(name, values.dtype, ("lat", "lon"))
            variable[:] = values
            variable.grid_mapping = "crs"
    return {name: f'NETCDF:"{path}":{name}' for name in rasters}
