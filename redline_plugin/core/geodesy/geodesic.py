"""Lengths and azimuths of geodesics on the CGCS2000 ellipsoid, of many lines at once.

The inverse problem by T. Vincenty, Direct and Inverse Solutions of Geodesics on the Ellipsoid with
Application of Nested Equations, Survey Review 23 (176), 1975, 88-93. His equations lose digits on
short lines, where a small difference is taken between large numbers; here it comes from the
differences of the coordinates. The relative error is then the same for a centimetre and for a
thousand kilometres, that of his series: below 1e-11.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.geodesy.area import chunks, longest_edge
from redline_plugin.core.geodesy.ellipsoid import E2, FLATTENING, SEMI_MINOR
from redline_plugin.core.geodesy.transform import CGCS2000, spatial_reference, transform
from redline_plugin.core.text import msg

Floats = NDArray[np.float64]

_MOST_STEPS = 30
_CONVERGED = 1e-15
_LINE_TYPES = (1, 2, 5)


def inverse(
    lon1: ArrayLike, lat1: ArrayLike, lon2: ArrayLike, lat2: ArrayLike
) -> tuple[Floats, Floats]:
    """Return the lengths of geodesics in m and their azimuths at the first point.

    Azimuths are degrees from north, clockwise, from 0 to below 360; that of a line without length is
    0. Both are nan for points almost opposite one another on the earth, where the series fails.

    Args:
        lon1, lat1, lon2, lat2: degrees on CGCS2000, of shapes that broadcast together.
    """
    lon1, lat1, lon2, lat2 = np.broadcast_arrays(
        *(np.asarray(value, dtype=np.float64) for value in (lon1, lat1, lon2, lat2))
    )
    # The difference of near numbers is exact; taken after anything else it would not be.
    degrees = lon2 - lon1
    along = np.radians(degrees - 360.0 * np.round(degrees / 360.0))
    flat = 1.0 - FLATTENING
    phi1, phi2 = np.radians(lat1), np.radians(lat2)
    u1 = np.arctan2(flat * np.sin(phi1), np.cos(phi1))
    u2 = np.arctan2(flat * np.sin(phi2), np.cos(phi2))
    sin1, cos1, sin2, cos2 = np.sin(u1), np.cos(u1), np.sin(u2), np.cos(u2)
    # sin(u2 - u1), from tan(u2 - u1) with both its sides times cos(phi1) cos(phi2).
    over = flat * np.sin(np.radians(lat2 - lat1))
    under = np.cos(phi1) * np.cos(phi2) + flat**2 * np.sin(phi1) * np.sin(phi2)
    sin_rise = over / np.hypot(over, under)
    angle = along
    for _ in range(_MOST_STEPS):
        east = cos2 * np.sin(angle)
        north = sin_rise + 2.0 * sin1 * cos2 * np.sin(angle / 2.0) ** 2
        sin_arc = np.hypot(east, north)
        cos_arc = sin1 * sin2 + cos1 * cos2 * np.cos(angle)
        arc = np.arctan2(sin_arc, cos_arc)
        sin_azimuth = cos1 * east / np.where(sin_arc > 0.0, sin_arc, 1.0)
        cos2_azimuth = np.maximum(1.0 - sin_azimuth**2, 0.0)
        # On the equator the middle of the arc has no place: what it enters with is nought there.
        middle = cos_arc - 2.0 * sin1 * sin2 / np.maximum(cos2_azimuth, 1e-30)
        middle = np.clip(middle, -1.0, 1.0)
        c = FLATTENING / 16.0 * cos2_azimuth * (4.0 + FLATTENING * (4.0 - 3.0 * cos2_azimuth))
        bend = arc + c * sin_arc * (middle + c * cos_arc * (2.0 * middle**2 - 1.0))
        following = along + (1.0 - c) * FLATTENING * sin_azimuth * bend
        found = np.abs(following - angle) <= _CONVERGED * np.abs(following)
        angle = following
        if found.all():
            break
    length = _length(cos2_azimuth, middle, arc, sin_arc, cos_arc)
    azimuth = np.degrees(np.arctan2(east, north)) % 360.0
    return np.where(found, length, np.nan), np.where(found, azimuth, np.nan)


def _length(
    cos2_azimuth: Floats, middle: Floats, arc: Floats, sin_arc: Floats, cos_arc: Floats
) -> Floats:
    """Return the length of arcs on the auxiliary sphere (Vincenty's equations 3, 4, 6 and 19)."""
    u2 = cos2_azimuth * E2 / (1.0 - E2)
    a = 1.0 + u2 / 16384.0 * (4096.0 + u2 * (-768.0 + u2 * (320.0 - 175.0 * u2)))
    b = u2 / 1024.0 * (256.0 + u2 * (-128.0 + u2 * (74.0 - 47.0 * u2)))
    square = 2.0 * middle**2 - 1.0
    last = b / 6.0 * middle * (4.0 * sin_arc**2 - 3.0) * (4.0 * middle**2 - 3.0)
    less = b * sin_arc * (middle + b / 4.0 * (cos_arc * square - last))
    return np.asarray(SEMI_MINOR * a * (arc - less))


@gdal_exceptions()
def line_lengths(lines: Sequence[BaseGeometry], crs: str) -> Floats:
    """Return the length of each (multi)line in m on the ellipsoid.

    Its edges are straight in the CRS; they are cut as those of polygons are for their area, and the
    lengths of the geodesics between the cuts are summed. An empty line has the length 0.

    Args:
        lines: n Shapely lines, rings or multilines. Heights are ignored.
        crs: CRS of their coordinates, any text that PROJ understands.

    Raises:
        InputError: the CRS is unknown, a geometry is no line, or it lies outside of the CRS.
    """
    source = spatial_reference(crs)
    target = spatial_reference(f"EPSG:{CGCS2000}")
    shapes = np.array(list(lines), dtype=object)
    if not np.isin(shapely.get_type_id(shapes), _LINE_TYPES).all():
        raise InputError(Problem(msg("Only lines have a length."), "", msg("Check the layer.")))
    parts, owner = shapely.get_parts(shapes, return_index=True)
    if not np.isfinite(shapely.get_coordinates(parts)).all():
        raise InputError(Problem(msg("A line has coordinates that are not numbers.")))
    lengths = np.zeros(len(parts), dtype=np.float64)
    longest = longest_edge(source)
    for start, stop in chunks(parts, longest):
        cut = shapely.segmentize(parts[start:stop], longest)
        coordinates, of = shapely.get_coordinates(cut, return_index=True)
        longitude, latitude = transform(coordinates, source, target).T
        steps, _ = inverse(longitude[:-1], latitude[:-1], longitude[1:], latitude[1:])
        inside = of[:-1] == of[1:]
        lengths[start:stop] = np.bincount(of[:-1][inside], steps[inside], minlength=stop - start)
    return np.bincount(owner, lengths, minlength=len(shapes)).astype(np.float64)
