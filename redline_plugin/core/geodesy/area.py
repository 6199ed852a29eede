"""Areas of polygons on the CGCS2000 ellipsoid, the land survey's way.

The vertices are turned back to longitude and latitude, edges are straight between them there, and
each edge makes a trapezoid with a fixed meridian; the signed sum over the ring is its area (fact
sheet, submission 1.4; 图幅理论面积与图斑椭球面积计算公式及要求, 国土调查办发〔2008〕32号).

A straight edge of a map is not straight in longitude and latitude, and a trapezoid's mean width is
not that of its area, so edges are first cut, in the CRS of the data, into pieces of at most
:data:`LONGEST_EDGE_METRES` (or, in a geographic CRS, :data:`LONGEST_EDGE_DEGREES`; the lengths are our
choice, the sheet gives none). Pieces of 50 m would leave up to 0.05 m2 for each kilometre of edge, so
the sum is taken over the pieces and over their halves, and extrapolated (Richardson: the error goes
with the square of the length). What remains is below 1e-10 of the area.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import gdal_exceptions, osr
from redline_plugin.core.geodesy.ellipsoid import strip_area
from redline_plugin.core.geodesy.transform import CGCS2000, spatial_reference, transform
from redline_plugin.core.text import msg

LONGEST_EDGE_METRES = 100.0
LONGEST_EDGE_DEGREES = 0.001
_POLYGON_TYPES = (3, 6)
_VERTICES_AT_ONCE = 1_000_000
_NAMED = 10


@gdal_exceptions()
def polygon_areas(geometries: Sequence[BaseGeometry], crs: str) -> NDArray[np.float64]:
    """Return the area of each (multi)polygon in m2 on the ellipsoid; holes are taken off.

    The direction of rings does not matter; an empty polygon has the area 0. Heights are ignored.

    Args:
        geometries: n Shapely polygons or multipolygons.
        crs: CRS of their coordinates, any text that PROJ understands.

    Raises:
        InputError: the CRS is unknown, a geometry is no polygon, or it lies outside of the CRS.
    """
    source = spatial_reference(crs)
    target = spatial_reference(f"EPSG:{CGCS2000}")
    shapes = np.array(list(geometries), dtype=object)
    _check_types(shapes)
    parts, part_owner = shapely.get_parts(shapes, return_index=True)
    rings, ring_part = shapely.get_rings(parts, return_index=True)
    is_hole = np.diff(ring_part, prepend=-1) == 0
    longest = longest_edge(source)
    ring_areas = np.zeros(len(rings), dtype=np.float64)
    for start, stop in chunks(rings, longest):
        cut = shapely.segmentize(rings[start:stop], longest)
        coordinates, ring_of = shapely.get_coordinates(cut, return_index=True)
        lon_lat = np.radians(transform(_halved(coordinates, ring_of), source, target))
        ring_areas[start:stop] = _ring_areas(lon_lat, ring_of, stop - start)
    signed = np.where(is_hole, -ring_areas, ring_areas)
    return np.bincount(part_owner[ring_part], weights=signed, minlength=len(shapes)).astype(
        np.float64
    )


def _halved(coordinates: NDArray[np.float64], ring_of: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return vertices (n, 2) with the middles of the edges between them, (2 n - 1, 2).

    Between two rings there is no edge; what stands there is the vertex before, which is in the CRS.
    """
    result = np.empty((2 * len(coordinates) - 1, 2))
    result[::2] = coordinates
    result[1::2] = (coordinates[:-1] + coordinates[1:]) / 2.0
    between = np.flatnonzero(ring_of[:-1] != ring_of[1:])
    result[2 * between + 1] = coordinates[between]
    return result


def _ring_areas(
    lon_lat: NDArray[np.float64], ring_of: NDArray[np.int64], count: int
) -> NDArray[np.float64]:
    """Return the areas in m2 of closed rings.

    Args:
        lon_lat: (2 n - 1, 2) vertices and the middles between them, radians.
        ring_of: (n,) each vertex's ring.
        count: of rings.
    """
    # Longitudes from the ring's first vertex: no digits are lost, and 180 degrees is no border.
    first = lon_lat[2 * np.searchsorted(ring_of, np.arange(count)), 0]
    from_first = lon_lat[:, 0] - np.repeat(first[ring_of], 2)[:-1]
    longitude = (from_first + np.pi) % (2.0 * np.pi) - np.pi
    halves = _trapezoids(longitude, lon_lat[:, 1])
    wholes = _trapezoids(longitude[::2], lon_lat[::2, 1])
    edges = (4.0 * (halves[::2] + halves[1::2]) - wholes) / 3.0
    inside = ring_of[:-1] == ring_of[1:]
    return np.abs(np.bincount(ring_of[:-1][inside], weights=edges[inside], minlength=count)).astype(
        np.float64
    )


def _trapezoids(
    longitude: NDArray[np.float64], latitude: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the signed areas between the first meridian and the edges from point to point, m2."""
    width = (longitude[:-1] + longitude[1:]) / 2.0
    return strip_area(width, latitude[:-1], latitude[1:])


def longest_edge(source: osr.SpatialReference) -> float:
    """Return the longest edge that is not cut before it is measured, in the units of the CRS."""
    if source.IsGeographic():
        return float(LONGEST_EDGE_DEGREES * np.radians(1.0) / source.GetAngularUnits())
    return float(LONGEST_EDGE_METRES / source.GetLinearUnits())


def chunks(rings: NDArray[np.object_], longest: float) -> Iterator[tuple[int, int]]:
    """Yield ranges of rings or lines that together have about a million vertices after cutting."""
    if len(rings) == 0:
        return
    weights = shapely.get_num_points(rings) + shapely.length(rings) / longest
    if not np.isfinite(weights).all():
        raise InputError(Problem(msg("A polygon has coordinates that are not numbers.")))
    chunk = (np.cumsum(weights) // _VERTICES_AT_ONCE).astype(np.int64)
    borders = np.flatnonzero(np.diff(chunk)) + 1
    yield from zip([0, *borders.tolist()], [*borders.tolist(), len(rings)])


def _check_types(shapes: NDArray[np.object_]) -> None:
    wrong = np.flatnonzero(~np.isin(shapely.get_type_id(shapes), _POLYGON_TYPES))
    if len(wrong):
        raise InputError(
            Problem(
                msg(
                    "Only polygons have an area; {count} geometries are something else.",
                    count=len(wrong),
                ),
                ", ".join(str(index + 1) for index in wrong[:_NAMED]),
                msg("Leave them out or convert them to polygons."),
            )
        )
