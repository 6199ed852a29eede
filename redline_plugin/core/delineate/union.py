"""The union of the raster's polygons with the protected areas, made only where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from shapely.geometry import LinearRing

from redline_plugin.core.delineate.shapes import (
    Shapes,
    as_shapes,
    holes_of,
    polygon_of,
    polygon_parts,
)
from redline_plugin.core.feedback import Feedback, stop_if_cancelled


@dataclass(frozen=True)
class Merged:
    """A union.

    Attributes:
        parts: polygons that do not overlap.
        rings: holes that an addition bounds, or that are in a part which one was added to.
        ring_owner: index of the part that each of ``rings`` is in.
    """

    parts: Shapes
    rings: Shapes
    ring_owner: NDArray[np.intp]


def merge(base: Shapes, additions: Shapes, feedback: Feedback) -> Merged:
    """Return the union of two sets of polygons; within each, none overlaps another.

    Raster polygons can have thousands of holes and be all over the map, the additions are few. So
    only what meets an addition goes through the overlay, cluster by cluster, and of it only the
    holes that meet one: any other hole is as it was in the result. One cluster is one overlay, so a
    cancel waits for it.
    """
    nothing = as_shapes([])
    if len(additions) == 0:
        return Merged(base, nothing, np.zeros(0, dtype=np.intp))
    # Of each pair the prepared side is the one with which the answer is quick.
    covered = np.zeros(len(base), dtype=bool)
    covered[shapely.STRtree(base).query(additions, predicate="covers")[1]] = True
    stop_if_cancelled(feedback)
    base = base[~covered]
    tree = shapely.STRtree(additions)
    of_base, of_additions = tree.query(base, predicate="intersects")
    stop_if_cancelled(feedback)
    groups = group(of_base + len(additions), of_additions, len(additions) + len(base))
    met = np.zeros(len(base), dtype=bool)
    met[of_base] = True
    added_groups, old_groups = groups[: len(additions)], groups[len(additions) :][met]
    old, set_aside = _without_far_holes(base[met], tree)
    parts, rings, owners = [base[~met]], [nothing], [np.zeros(0, dtype=np.intp)]
    count = len(parts[0])
    clusters = np.unique(added_groups)
    for done, cluster in enumerate(clusters):
        stop_if_cancelled(feedback)
        feedback.progress(done / len(clusters))
        members = np.flatnonzero(old_groups == cluster)
        union = additions[added_groups == cluster]
        if len(members):
            multi = shapely.multipolygons(old[members]), shapely.multipolygons(union)
            union = polygon_parts([shapely.union(*multi)])
        near, owner = holes_of(union)
        rings.append(near)
        owners.append(owner + count)
        parts.append(with_holes(union, [hole for member in members for hole in set_aside[member]]))
        count += len(union)
    return Merged(np.concatenate(parts), np.concatenate(rings), np.concatenate(owners))


def group(start: NDArray[np.intp], stop: NDArray[np.intp], count: int) -> NDArray[np.intp]:
    """Return the number of the group of each of ``count`` things, joined pair by pair."""
    pairs = coo_matrix((np.ones(len(start), dtype=np.int8), (start, stop)), shape=(count, count))
    return np.asarray(connected_components(pairs, directed=False)[1])


def _without_far_holes(
    polygons: Shapes, additions: shapely.STRtree
) -> tuple[Shapes, list[list[LinearRing]]]:
    """Take the holes out that no addition meets; return the polygons and each one's such holes.

    An addition inside of a hole that does not touch its ring does not meet the polygon there, and
    what it meets in the hole is not in the polygon's cluster through it.
    """
    rings, owner = holes_of(polygons)
    near = np.zeros(len(rings), dtype=bool)
    near[additions.query(rings, predicate="intersects")[0]] = True
    set_aside: list[list[LinearRing]] = [[] for _ in polygons]
    kept: dict[int, list[LinearRing]] = {}
    for index, ring, is_near in zip(owner, rings, near):
        kept.setdefault(index, [])
        (kept[index] if is_near else set_aside[index]).append(ring)
    thinner = polygons.copy()
    for index, holes in kept.items():
        thinner[index] = polygon_of(shapely.get_exterior_ring(polygons[index]), holes)
    return thinner, set_aside


def with_holes(polygons: Shapes, holes: Sequence[LinearRing] | Shapes) -> Shapes:
    """Put holes back into the polygons that hold them."""
    if len(holes) == 0:
        return polygons
    points = shapely.point_on_surface(shapely.polygons(as_shapes(holes)))
    polygon, hole = shapely.STRtree(points).query(polygons, predicate="contains")
    result = polygons.copy()
    for index in np.unique(polygon):
        inner = [*polygons[index].interiors, *(holes[h] for h in hole[polygon == index])]
        result[index] = polygon_of(shapely.get_exterior_ring(polygons[index]), inner)
    return result
