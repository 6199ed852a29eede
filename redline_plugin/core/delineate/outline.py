"""From the pixels that stay to polygons, and their union with the protected areas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.delineate.strips import WorkRaster
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, ogr
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.raster.grid import Grid


def polygonise(kept: WorkRaster, grid: Grid, feedback: Feedback) -> Shapes:
    """Return polygons along the pixels' edges around the pixels that are not 0.

    Pixels are joined over edges only. Joined over corners too, rings would touch themselves and
    the polygons would not be valid; what belongs together over corners is told by the blocks'
    ``patch`` instead. Polygonised in pixel coordinates, so that corners are exactly the grid's.

    Raises:
        CancelledError: the user stopped.
    """
    driver = gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")
    vectors = driver.Create("", 0, 0, 0, gdal.GDT_Unknown)
    layer = vectors.CreateLayer("outline", None, ogr.wkbPolygon)

    def go_on(fraction: float, _message: str, _data: object) -> int:
        feedback.progress(fraction)
        return 0 if feedback.cancelled() else 1

    try:
        gdal.Polygonize(kept.band, kept.band, layer, -1, [], callback=go_on)
    except RuntimeError as error:
        if feedback.cancelled():
            raise CancelledError from error
        raise
    stop_if_cancelled(feedback)
    wkb = [bytes(feature.GetGeometryRef().ExportToWkb(ogr.wkbNDR)) for feature in layer]
    polygons = as_shapes(shapely.from_wkb(wkb))
    broken = ~shapely.is_valid(polygons)
    if broken.any():
        # Versions of GDAL differ in how they write a ring that touches itself at a corner.
        repaired = polygon_parts(shapely.make_valid(polygons[broken]))
        polygons = np.concatenate([polygons[~broken], repaired])
    x0, dx, _, y0, _, dy = grid.transform
    origin, step = np.array([x0, y0]), np.array([dx, dy])
    return as_shapes(shapely.transform(polygons, lambda pixels: origin + pixels * step))


@dataclass(frozen=True)
class Merged:
    """Polygons that do not overlap; ``grown`` marks those that hold any of the additions."""

    parts: Shapes
    grown: NDArray[np.bool_]


def merge(base: Shapes, additions: Shapes, feedback: Feedback) -> Merged:
    """Return the union of polygons that do not overlap each other with others that may.

    Only what meets an addition is touched, cluster by cluster; all the rest stays as it is. One
    cluster is one call, so a cancel waits for it.
    """
    if len(additions) == 0:
        return Merged(base, np.zeros(len(base), dtype=bool))
    clusters, met = _clusters(base, additions)
    parts = [base[~met]]
    done = 0
    for members in clusters:
        stop_if_cancelled(feedback)
        together = members if len(members) == 1 else [shapely.union_all(members)]
        parts.append(polygon_parts(together))
        done += len(members)
        feedback.progress(done / (len(additions) + int(met.sum())))
    merged = np.concatenate(parts)
    grown = np.arange(len(merged)) >= len(parts[0])
    return Merged(merged, grown)


def _clusters(base: Shapes, additions: Shapes) -> tuple[list[Shapes], NDArray[np.bool_]]:
    """Group the additions with what they meet; return the groups and which of ``base`` is in."""
    added, met_index = shapely.STRtree(base).query(additions, predicate="intersects")
    one, other = shapely.STRtree(additions).query(additions, predicate="intersects")
    everything = np.concatenate([additions, base])
    start = np.concatenate([added, one])
    stop = np.concatenate([met_index + len(additions), other])
    groups = group(start, stop, len(everything))
    met = np.zeros(len(base), dtype=bool)
    met[met_index] = True
    members = np.concatenate([np.arange(len(additions)), np.flatnonzero(met) + len(additions)])
    members = members[np.argsort(groups[members], kind="stable")]
    borders = np.flatnonzero(np.diff(groups[members])) + 1
    return [everything[indices] for indices in np.split(members, borders)], met


def group(start: NDArray[np.intp], stop: NDArray[np.intp], count: int) -> NDArray[np.intp]:
    """Return the number of the group of each of ``count`` things, joined pair by pair."""
    pairs = coo_matrix((np.ones(len(start), dtype=np.int8), (start, stop)), shape=(count, count))
    return np.asarray(connected_components(pairs, directed=False)[1])


def gaps_below(merged: Merged, edges: Shapes, minimum_m2: float, crs: str) -> Shapes:
    """Return gaps smaller than ``minimum_m2`` that a protected area closes: polygons to add.

    Holes between pixels alone were filled as pixels. Left are those that a protected area's edge
    bounds; what lies inside a hole is no part of its area.
    """
    grown = merged.parts[merged.grown]
    if minimum_m2 <= 0 or len(grown) == 0:
        return as_shapes([])
    rings, owner = shapely.get_rings(grown, return_index=True)
    rings = rings[np.diff(owner, prepend=-1) == 0]
    if len(rings) == 0:
        return as_shapes([])
    at_edge = np.unique(shapely.STRtree(edges).query(rings, predicate="intersects")[0])
    holes = as_shapes(shapely.polygons(rings[at_edge]))
    hole, inner = shapely.STRtree(merged.parts).query(holes, predicate="covers")
    gaps = []
    for index, polygon in enumerate(holes):
        islands = shapely.get_exterior_ring(merged.parts[inner[hole == index]])
        inside = shapely.union_all(shapely.polygons(islands))
        gaps.append(shapely.difference(polygon, inside) if len(islands) else polygon)
    pieces = polygon_parts(gaps)
    return pieces[polygon_areas(list(pieces), crs) < minimum_m2]


def patches_of(parts: Shapes, connectivity: int) -> NDArray[np.intp]:
    """Return the number of the patch of each part: those that touch are one with connectivity 8."""
    if connectivity == 4:
        return np.arange(len(parts))
    one, other = shapely.STRtree(parts).query(parts, predicate="intersects")
    return group(one, other, len(parts))
