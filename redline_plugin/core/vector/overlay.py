"""Overlay of many polygons with many, in arrays: which meet, what they share, what is left over.

Polygons of many vertices are cut into pieces first, so that an overlay looks at what is near. Tests
on prepared geometries stay on one thread, since GEOS crashes when threads share them; overlays, the
slow part, run on several, each on its own slice.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.feedback import Feedback, Part, Quiet, stop_if_cancelled

Ints = NDArray[np.int64]
Pairs = tuple[Ints, Ints, NDArray[np.bool_]]
"""Index in one layer, in the other, and whether the second covers the first."""

PIECE_VERTICES = 256
_SLICE = 2_000
_MOST_CUTS = 40
_POLYGON = 3
_SAME_AREA = 1e-12


@dataclass(frozen=True)
class Pieces:
    """Polygons cut into pieces of few vertices, and the polygon of each."""

    shapes: Shapes
    owners: Ints


def pieces_of(polygons: Shapes, most_vertices: int = PIECE_VERTICES) -> Pieces:
    """Cut polygons along grid lines until each piece has few vertices; small ones stay whole.

    The pieces of a polygon cover it; where they were cut their edges are new.
    """
    done: list[Shapes] = []
    owners: list[Ints] = []
    shapes, owner = polygons, np.arange(len(polygons))
    for cuts in range(_MOST_CUTS + 1):
        small = shapely.get_num_coordinates(shapes) <= most_vertices
        if cuts == _MOST_CUTS:
            small[:] = True
        done.append(shapes[small])
        owners.append(owner[small])
        shapes, owner = shapes[~small], owner[~small]
        if len(shapes) == 0:
            break
        west, south, east, north = shapely.bounds(shapes).T
        wide = east - west > north - south
        middle = np.where(wide, west + east, south + north) / 2.0
        low = shapely.box(west, south, np.where(wide, middle, east), np.where(wide, north, middle))
        high = shapely.box(np.where(wide, middle, west), np.where(wide, south, middle), east, north)
        halves = np.concatenate(
            [shapely.intersection(shapes, low), shapely.intersection(shapes, high)]
        )
        shapes, part_of = _polygons(halves)
        owner = np.concatenate([owner, owner])[part_of]
    return Pieces(
        np.concatenate([as_shapes([]), *done]), np.concatenate([np.empty(0, int), *owners])
    )


def _polygons(shapes: Shapes) -> tuple[Shapes, Ints]:
    parts, owner = shapely.get_parts(shapes, return_index=True)
    while (shapely.get_type_id(parts) > _POLYGON).any():
        parts, inner = shapely.get_parts(parts, return_index=True)
        owner = owner[inner]
    areal = (shapely.get_type_id(parts) == _POLYGON) & ~shapely.is_empty(parts)
    return parts[areal], owner[areal].astype(np.int64)


def meeting(many: Shapes, few: Shapes) -> tuple[Ints, Ints, NDArray[np.bool_]]:
    """Return pairs that meet: index in ``many``, in ``few``, and whether ``few`` covers it.

    Args:
        many: polygons of few vertices each.
        few: polygons, possibly of very many vertices; each is prepared once.
    """
    tree = shapely.STRtree(many)
    of_few, of_many = tree.query(few, predicate="intersects")
    covers_few, covers_many = tree.query(few, predicate="covers")
    key = of_few * len(many) + of_many
    covered = np.isin(key, covers_few * len(many) + covers_many)
    order = np.lexsort((of_few, of_many))
    return of_many[order].astype(np.int64), of_few[order].astype(np.int64), covered[order]


def shared_areas(
    many: Shapes, few: Shapes, feedback: Feedback | None = None
) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """Return pairs that share area: index in ``many``, in ``few``, and the plane area they share."""
    feedback = feedback or Quiet()
    one, other, covered = meeting(many, few)
    area = np.where(covered, shapely.area(many)[one], 0.0)
    cut = np.flatnonzero(~covered)
    pieces = pieces_of(few)
    tree = shapely.STRtree(pieces.shapes)
    at, piece = tree.query(many[one[cut]], predicate="intersects")
    same = pieces.owners[piece] == other[cut[at]]
    at, piece = at[same], piece[same]
    shapes = overlaid(shapely.intersection, many[one[cut[at]]], pieces.shapes[piece], feedback)
    area += np.bincount(cut[at], shapely.area(shapes), minlength=len(one))
    real = area > 0.0
    return one[real], other[real], area[real]


def intersection(
    many: Shapes, few: Shapes, feedback: Feedback | None = None
) -> tuple[Shapes, Ints, Ints]:
    """Return what pairs share: polygons or multipolygons, index in ``many`` and in ``few``."""
    feedback = feedback or Quiet()
    return _shared(many, few, meeting(many, few), feedback)


def difference(many: Shapes, few: Shapes, feedback: Feedback | None = None) -> tuple[Shapes, Ints]:
    """Return what is left of each of ``many`` without all of ``few``, and the index of each."""
    feedback = feedback or Quiet()
    return _left(many, few, meeting(many, few), feedback)


@dataclass(frozen=True)
class Union:
    """The pieces of two layers over each other.

    Attributes:
        shapes: (n,) polygons and multipolygons: what pairs share, then what is left of ``many``,
            then what is left of ``few``.
        many, few: (n,) index in each layer, -1 for none.
    """

    shapes: Shapes
    many: Ints
    few: Ints


def union(many: Shapes, few: Shapes, feedback: Feedback | None = None) -> Union:
    """Return all pieces of two layers: what pairs share, and what is left of either.

    Args:
        many: polygons of few vertices each.
        few: polygons, possibly of very many vertices.
        feedback: progress and cancel.

    Raises:
        CancelledError: the user stopped.
    """
    feedback = feedback or Quiet()
    pairs = meeting(many, few)
    shared, one, other = _shared(many, few, pairs, Part(feedback, 0.0, 0.4))
    of_many, many_at = _left(many, few, pairs, Part(feedback, 0.4, 0.8))
    of_few, few_at = _rest(many, few, pairs, Part(feedback, 0.8, 1.0))
    return Union(
        np.concatenate([shared, of_many, of_few]),
        np.concatenate([one, many_at, np.full(len(few_at), -1, dtype=np.int64)]),
        np.concatenate([other, np.full(len(many_at), -1, dtype=np.int64), few_at]),
    )


def _shared(
    many: Shapes, few: Shapes, pairs: Pairs, feedback: Feedback
) -> tuple[Shapes, Ints, Ints]:
    one, other, covered = pairs
    shapes = many[one]
    cut = np.flatnonzero(~covered)
    shapes[cut] = overlaid(shapely.intersection, many[one[cut]], few[other[cut]], feedback)
    areal = shapely.area(shapes) > 0.0
    return _only_polygons(shapes[areal]), one[areal], other[areal]


def _left(many: Shapes, few: Shapes, pairs: Pairs, feedback: Feedback) -> tuple[Shapes, Ints]:
    one, other, covered = pairs
    gone = np.zeros(len(many), dtype=bool)
    gone[one[covered]] = True
    left = many.copy()
    cut = ~covered & ~gone[one]
    one, other = one[cut], other[cut]
    # Those that several cut go round after round, one cut in each.
    while len(one):
        first = np.flatnonzero(np.diff(one, prepend=-1))
        left[one[first]] = overlaid(
            shapely.difference, left[one[first]], few[other[first]], feedback
        )
        one, other = np.delete(one, first), np.delete(other, first)
    areal = np.flatnonzero(~gone & (shapely.area(left) > 0.0))
    return _only_polygons(left[areal]), areal.astype(np.int64)


def _rest(many: Shapes, few: Shapes, pairs: Pairs, feedback: Feedback) -> tuple[Shapes, Ints]:
    """Return what is left of each of ``few`` without all of ``many``, and the index of each.

    Each of ``few`` meets thousands; cutting off one after the other would take long and round
    again and again. So these are united first.
    """
    order = np.argsort(pairs[1], kind="stable")
    bounds = np.searchsorted(pairs[1][order], np.arange(len(few) + 1))
    left = few.copy()

    def run(at: int) -> None:
        near = many[pairs[0][order[bounds[at] : bounds[at + 1]]]]
        if len(near):
            left[at] = shapely.difference(few[at], land(near))

    with ThreadPoolExecutor(max_workers=max(1, os.cpu_count() or 1)) as pool:
        for number, finished in enumerate([pool.submit(run, at) for at in range(len(few))]):
            if feedback.cancelled():
                pool.shutdown(wait=True, cancel_futures=True)
                stop_if_cancelled(feedback)
            finished.result()
            feedback.progress((number + 1) / len(few))
    areal = np.flatnonzero(shapely.area(left) > 0.0)
    return _only_polygons(left[areal]), areal.astype(np.int64)


def land(shapes: Shapes) -> shapely.Geometry:
    """Return the union of polygons; of those that share their edges exactly, in a tenth of the time.

    The quick way joins polygons by their common edges and looks at nothing else. Where some overlap,
    it fails, or what comes out is not valid (GEOS 3.14), or not as large as they are together (an
    older GEOS lets edges that come twice cancel out).
    """
    with contextlib.suppress(shapely.errors.GEOSException):
        joined = shapely.coverage_union_all(shapely.get_parts(shapes))
        together = float(shapely.area(shapes).sum())
        same = abs(shapely.area(joined) - together) <= _SAME_AREA * together
        if same and shapely.is_valid(joined):
            return joined
    return shapely.union_all(shapes)


def overlaid(
    work: Callable[[Shapes, Shapes], Shapes], one: Shapes, other: Shapes, feedback: Feedback
) -> Shapes:
    """Return ``work`` of pairs, made in slices on all processors.

    Raises:
        CancelledError: the user stopped.
    """
    done = np.empty(len(one), dtype=object)
    slices = [slice(start, start + _SLICE) for start in range(0, len(one), _SLICE)]

    def run(part: slice) -> None:
        done[part] = work(one[part], other[part])

    with ThreadPoolExecutor(max_workers=max(1, os.cpu_count() or 1)) as pool:
        for number, finished in enumerate([pool.submit(run, part) for part in slices]):
            if feedback.cancelled():
                pool.shutdown(wait=True, cancel_futures=True)
                stop_if_cancelled(feedback)
            finished.result()
            feedback.progress((number + 1) / len(slices))
    return done


def _only_polygons(shapes: Shapes) -> Shapes:
    """Return shapes without the points and lines that an overlay leaves where outlines touch."""
    mixed = np.flatnonzero(~np.isin(shapely.get_type_id(shapes), (_POLYGON, 6)))
    for at in mixed:
        parts, _ = _polygons(shapes[at : at + 1])
        shapes[at] = parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
    return shapes
