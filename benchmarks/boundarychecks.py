"""What is wrong with polygons, counted: invalid ones, slivers, gaps, overlaps, edges on a reference."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from osgeo import gdal

from redline_plugin.core.boundary.arcs import on_lines, segments_of
from redline_plugin.core.delineate.compose import patches_of
from redline_plugin.core.delineate.shapes import polygon_parts
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.vector.columns import read_columns

SLIVER_M2 = 1.0
SLIVER_METRES = 0.5
LEAST = 0.999
"""Pixels are alike in the plane, but not on the ellipsoid, by which Redline's minimum counts."""

Shapes = NDArray[np.object_]


@dataclass(frozen=True)
class Quality:
    """Faults of polygons.

    Attributes:
        count: number of polygons.
        invalid: number of features that are not valid.
        slivers: parts, and gaps between parts, under 1 m2 or thinner than 0.5 m.
        overlap_m2: area that lies in more than one feature.
        gap_m2: area of slivers between features.
        within: share of the outline that lies within the tolerance of a reference.
        on_reference: share of the outline that runs along a reference, within 0.000001 m.
        vertices: share of vertices that are a reference's, bit for bit.
    """

    count: int
    invalid: int
    slivers: int
    overlap_m2: float
    gap_m2: float
    within: float
    on_reference: float
    vertices: float


def raw(path: Path, name: str = "") -> Shapes:
    """Return the polygons of a file's layer, or its first, as they are; nothing is repaired."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
    wkb = [bytes(one.GetGeometryRef().ExportToWkb()) for one in layer if one.GetGeometryRef()]
    return shapely.force_2d(np.asarray(shapely.from_wkb(wkb)))


def quality(shapes: Shapes, references: Shapes, tolerance: float) -> Quality:
    """Count faults; polygons that are not valid are repaired before areas are taken.

    ``references`` are valid polygons.
    """
    valid = shapely.is_valid(shapes)
    mended = shapes.copy()
    mended[~valid] = shapely.make_valid(shapes[~valid])
    parts = polygon_parts(mended)
    together = shapely.union_all(mended)
    gaps = _thin(_holes(polygon_parts([together])))
    rings = shapely.get_rings(shapes)
    points, owner = shapely.get_coordinates(rings, return_index=True)
    tail = np.flatnonzero(owner[:-1] == owner[1:])
    start, end = points[tail], points[tail + 1]
    length = np.hypot(*(end - start).T)
    tree = shapely.STRtree(references)
    pieces = segments_of(rings)
    near = references[np.unique(tree.query(pieces, predicate="dwithin", distance=1.0)[1])]
    edges = segments_of(shapely.get_rings(references))
    halves = shapely.line_interpolate_point(pieces, 0.5, normalized=True)
    reached = np.unique(
        shapely.STRtree(edges).query(halves, predicate="dwithin", distance=tolerance)[0]
    )
    known = np.unique(_complex(shapely.get_coordinates(near)))
    return Quality(
        len(parts),
        int(np.count_nonzero(~valid)),
        len(_thin(parts)) + len(gaps),
        max(0.0, float(shapely.area(mended).sum() - together.area)),
        float(shapely.area(gaps).sum()),
        float(length[reached].sum() / length.sum()),
        float(length[on_lines(start, end, near)].sum() / length.sum()),
        float(np.isin(_complex(points), known).mean()),
    )


def _complex(points: NDArray[np.float64]) -> NDArray[np.complex128]:
    return points[:, 0] + 1j * points[:, 1]


def _holes(polygons: Shapes) -> Shapes:
    rings, owner = shapely.get_rings(polygons, return_index=True)
    return np.asarray(shapely.polygons(rings[np.diff(owner, prepend=-1) == 0]))


def _thin(polygons: Shapes) -> Shapes:
    """Return those under 1 m2 or, as a strip of the same area and outline, under 0.5 m wide."""
    area, outline = shapely.area(polygons), shapely.length(polygons)
    return polygons[(area < SLIVER_M2) | (2.0 * area < SLIVER_METRES * outline)]


def small_patches(path: Path, minimum_m2: float, field: str = "") -> tuple[int, int]:
    """Return the number of patches, and of those under a minimum; joined over corners too.

    ``field`` holds the class of each polygon, of which 3 is counted; "" counts all.
    """
    columns = read_columns(path, "", [field] if field else [], Quiet())
    shapes = columns.shapes
    if field:
        shapes = shapes[np.array([value == 3 for value in columns.fields[field]], dtype=bool)]
    shapes = polygon_parts(shapes)
    areas = np.bincount(patches_of(shapes, 8), shapely.area(shapes))
    return int(np.count_nonzero(areas)), int(
        np.count_nonzero(areas[areas > 0] < LEAST * minimum_m2)
    )
