"""Areas of polygons on the CGCS2000 ellipsoid, the land survey's way.

The vertices are turned back to longitude and latitude, edges are straight between them there, and
each edge makes a trapezoid with a fixed meridian; the signed sum over the ring is its area (fact
sheet, submission 1.4; 图幅理论面积与图斑椭球面积计算公式及要求, 国土调查办发〔2008〕32号).

A straight edge of a map is not straight in longitude and latitude, so edges are first cut, in the
CRS of the data, into pieces of at most :data:`LONGEST_EDGE_METRES` (or, in a geographic CRS,
:data:`LONGEST_EDGE_DEGREES`). The length is our choice, the sheet gives none: what remains is below
0.05 m2 for each kilometre of edge (at 50 degrees north, running east to west), and the opposite
sides of a polygon cancel most of that.
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

LONGEST_EDGE_METRES = 50.0
LONGEST_EDGE_DEGREES = 0.0005
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
    longest = _longest_edge(source)
    ring_areas = np.zeros(len(rings), dtype=np.float64)
    for start, stop in _chunks(rings, longest):
        cut = shapely.segmentize(rings[start:stop], longest)
        coordinates, ring_of = shapely.get_coordinates(cut, return_index=True)
        lon_lat = np.radians(transform(coordinates, source, target))
        ring_areas[start:stop] = _ring_areas(lon_lat, ring_of, stop - start)
    signed = np.where(is_hole, -ring_areas, ring_areas)
    return np.bincount(part_owner[ring_part], weights=signed, minlength=len(shapes)).astype(
        np.float64
    )


def _ring_areas(
    lon_lat: NDArray[np.float64], ring_of: NDArray[np.int64], count: int
) -> NDArray[np.float64]:
    """Return the areas in m2 of closed rings given by (n, 2) radians and each vertex's ring."""
    # Longitudes from the ring's first vertex: no digits are lost, and 180 degrees is no border.
    first = np.searchsorted(ring_of, np.arange(count))
    from_first = lon_lat[:, 0] - lon_lat[first[ring_of], 0]
    longitude = (from_first + np.pi) % (2.0 * np.pi) - np.pi
    width = (longitude[:-1] + longitude[1:]) / 2.0
    trapezoids = strip_area(width, lon_lat[:-1, 1], lon_lat[1:, 1])
    inside = ring_of[:-1] == ring_of[1:]
    return np.abs(
        np.bincount(ring_of[:-1][inside], weights=trapezoids[inside], minlength=count)
    ).astype(np.float64)


def _longest_edge(source: osr.SpatialReference) -> float:
    """Return the longest edge that is not cut, in the units of the CRS."""
    if source.IsGeographic():
        return float(LONGEST_EDGE_DEGREES * np.radians(1.0) / source.GetAngularUnits())
    return float(LONGEST_EDGE_METRES / source.GetLinearUnits())


def _chunks(rings: NDArray[np.object_], longest: float) -> Iterator[tuple[int, int]]:
    """Yield ranges of rings that together have about a million vertices after cutting."""
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
