"""Disputed land left out of the red line by a policy: exact, and never out of a protected area.

The land of each kind is united first. What goes out is cut off with its own edges; then protected
land is united with what is left, so that it is whole again whatever was cut. A policy of "edge"
takes connected land of a kind out only where it reaches the red line's edge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from redline_plugin.core.delineate.compose import Whole, patches_of, total_area
from redline_plugin.core.delineate.disputedland import Land, shared_m2
from redline_plugin.core.delineate.inputs import Options
from redline_plugin.core.delineate.shapes import (
    TOUCH_M2,
    Shapes,
    as_shapes,
    is_thin,
    polygon_parts,
)
from redline_plugin.core.delineate.union import merge
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.standard.exceptionrules import EDGE, FLAG, OUT


@dataclass(frozen=True)
class LeftOutLand:
    """What a policy took out.

    Attributes:
        by_kind: kind to the number of connected areas and m2; land of two kinds counts for the
            first of them.
        remains: number and m2 of small pieces that cutting left, which went out too.
    """

    by_kind: Mapping[str, tuple[int, float]]
    remains: int = 0
    remains_m2: float = 0.0


def leave_out(
    whole: Whole,
    land: Land,
    protected: Shapes,
    options: Options,
    crs: str,
    thin: float,
    feedback: Feedback,
) -> tuple[Whole, LeftOutLand]:
    """Take out what the policy says.

    Args:
        whole: the red line before; protected land is in it.
        land: disputed land by kind, see :func:`disputedland.united_by_kind`.
        protected: polygons that do not overlap, never cut.
        options: with the decisions and the smallest areas.
        crs: of all of them.
        thin: what is narrower is noise, see :func:`shapes.thin_width`.
        feedback: asked at every kind.
    """
    chosen = {
        kind: _chosen(whole.parts, shapes, protected, options, kind, crs, feedback)
        for kind, shapes in land.items()
        if options.exceptions.get(kind, FLAG) in (EDGE, OUT)
    }
    if not any(len(part) for part, _ in chosen.values()):
        return whole, LeftOutLand(dict.fromkeys(chosen, (0, 0.0)))
    touched = np.unique(np.concatenate([part for part, _ in chosen.values()]))
    stays = np.ones(len(whole.parts), dtype=bool)
    stays[touched] = False
    now: dict[int, Shapes] = {index: whole.parts[index : index + 1] for index in touched}
    before = float(whole.areas[touched].sum())
    by_kind: dict[str, tuple[int, float]] = {}
    for number, (kind, (part, piece)) in enumerate(chosen.items()):
        inner = Part(feedback, number / len(chosen), (number + 1) / len(chosen))
        for index in np.unique(part):
            stop_if_cancelled(feedback)
            cut = land[kind][piece[part == index]]
            now[index] = _without(now[index], cut, protected, inner)
        after = total_area(np.concatenate(list(now.values())), crs)
        by_kind[kind] = (len(np.unique(piece)), before - after)
        before = after
    pieces = np.concatenate([as_shapes([]), *now.values()])
    areas = polygon_areas(list(pieces), crs)
    small = (areas < options.min_piece_m2) | is_thin(pieces, thin)
    small[np.unique(_inside(protected, pieces).nonzero()[1])] = False
    parts = shapely.normalize(np.concatenate([whole.parts[stays], pieces[~small]]))
    result = Whole(
        parts,
        patches_of(parts, options.connectivity),
        whole.with_protected_m2,
        whole.gaps,
        np.concatenate([whole.areas[stays], areas[~small]]),
    )
    return result, LeftOutLand(by_kind, int(small.sum()), float(areas[small].sum()))


def _chosen(
    parts: Shapes,
    land: Shapes,
    protected: Shapes,
    options: Options,
    kind: str,
    crs: str,
    feedback: Feedback,
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return pairs of a part and an area of land that is to be cut off it."""
    tree = shapely.STRtree(land)
    part, piece = tree.query(parts, predicate="intersects")
    if options.exceptions[kind] == EDGE:
        inner_part, inner_piece = tree.query(parts, predicate="contains_properly")
        enclosed = np.isin(part * len(land) + piece, inner_part * len(land) + inner_piece)
        part, piece = part[~enclosed], piece[~enclosed]
    if len(part) == 0:
        return part, piece
    areas = shared_m2(land, parts, crs, feedback)
    held = shared_m2(land, protected, crs, feedback)
    if held.nnz:
        areas = areas - held @ _inside(protected, parts)
    enough = np.maximum(options.min_exception_m2, TOUCH_M2)
    wanted = np.asarray(areas[piece, part]).ravel() >= enough
    return part[wanted], piece[wanted]


def _inside(protected: Shapes, parts: Shapes) -> csr_matrix:
    """Return which part (columns) each protected polygon (rows) lies in; each lies in one."""
    points = shapely.STRtree(shapely.point_on_surface(protected))
    part, area = points.query(parts, predicate="contains")
    size = (len(protected), len(parts))
    return csr_matrix((np.ones(len(part)), (area, part)), shape=size)


def _without(parts: Shapes, cut: Shapes, protected: Shapes, feedback: Feedback) -> Shapes:
    """Return the parts without the land, but with all protected land that was in them."""
    left = polygon_parts(shapely.difference(parts, shapely.union_all(cut)))
    if len(protected) == 0:
        return left
    met = protected[np.unique(shapely.STRtree(protected).query(cut, predicate="intersects")[1])]
    return merge(left, met[np.unique(_inside(met, parts).nonzero()[0])], feedback).parts
