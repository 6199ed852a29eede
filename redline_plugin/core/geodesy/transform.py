"""Coordinates from any CRS to longitude and latitude on CGCS2000."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import gdal_exceptions, ogr, osr
from redline_plugin.core.text import msg

CGCS2000 = 4490
_LINE_STRING = 2
_HEADER = struct.Struct("<BII")


@gdal_exceptions()
def spatial_reference(crs: str) -> osr.SpatialReference:
    """Return the CRS of a text that PROJ understands (WKT, ``EPSG:4524``), x before y.

    Raises:
        InputError: the text names no CRS.
    """
    reference = osr.SpatialReference()
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    try:
        if not crs.strip():
            raise RuntimeError
        reference.SetFromUserInput(crs)
    except RuntimeError as error:
        raise InputError(
            Problem(
                msg("This is not a coordinate reference system: {crs}.", crs=crs[:80] or "''"),
                remedy=msg("Assign the CRS of the data, for example EPSG:4524."),
            )
        ) from error
    return reference


@gdal_exceptions()
def transform(
    coordinates: NDArray[np.float64], source: osr.SpatialReference, target: osr.SpatialReference
) -> NDArray[np.float64]:
    """Bring coordinates of shape (n, 2), x before y, from one CRS to another.

    They travel as one line string, since PROJ then sees all of them in one call.

    Raises:
        InputError: some of them cannot be transformed.
    """
    points = np.ascontiguousarray(coordinates, dtype="<f8")
    if len(points) == 0:
        return np.empty((0, 2), dtype=np.float64)
    if not np.isfinite(points).all():
        raise InputError(_not_transformable())
    line = ogr.CreateGeometryFromWkb(_HEADER.pack(1, _LINE_STRING, len(points)) + points.tobytes())
    try:
        line.Transform(osr.CoordinateTransformation(source, target))
    except RuntimeError as error:
        raise InputError(_not_transformable()) from error
    wkb = bytes(line.ExportToWkb(ogr.wkbNDR))
    result = np.frombuffer(wkb, dtype="<f8", offset=_HEADER.size).reshape(-1, 2)
    if not np.isfinite(result).all():
        raise InputError(_not_transformable())
    return result.astype(np.float64)


def to_longitude_latitude(coordinates: NDArray[np.float64], crs: str) -> NDArray[np.float64]:
    """Return longitude and latitude in degrees on CGCS2000, shape (n, 2).

    Raises:
        InputError: the CRS is unknown, or coordinates lie outside of it.
    """
    return transform(coordinates, spatial_reference(crs), spatial_reference(f"EPSG:{CGCS2000}"))


def _not_transformable() -> Problem:
    return Problem(
        msg("Coordinates cannot be turned into longitude and latitude."),
        remedy=msg("Check that the CRS assigned to the data is the one they were made in."),
    )
