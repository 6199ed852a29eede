"""Disputed land of each kind, and how much of it lies where."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from redline_plugin.core.delineate.areas import Usable
from redline_plugin.core.delineate.inputs import DisputedLand, Options
from redline_plugin.core.delineate.shapes import (
    TOUCH_M2,
    Shapes,
    in_canonical_order,
    polygon_parts,
)
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.standard.exceptionrules import FLAG, KEEP, KINDS
from redline_plugin.core.vector.overlay import shared_areas

Land = Mapping[str, Shapes]
"""Kind of disputed land to its polygons, which do not overlap each other."""


def united_by_kind(disputed: Usable[DisputedLand]) -> dict[str, Shapes]:
    """Return the polygons of each kind, which do not overlap, in an order of their own."""
    kinds = np.array([feature.kind for feature in disputed.features], dtype=object)
    parts, kind_of = disputed.parts, kinds[disputed.owners] if len(kinds) else kinds
    return {
        kind: in_canonical_order(polygon_parts([shapely.union_all(parts[kind_of == kind])]))
        for kind in KINDS
        if (kind_of == kind).any()
    }


def shared_m2(land: Shapes, polygons: Shapes, crs: str, feedback: Feedback) -> csr_matrix:
    """Return the m2 that each area of land (rows) shares with each polygon (columns)."""
    one, other, plane = shared_areas(land, polygons, feedback)
    real = polygon_areas(list(land), crs) / shapely.area(land)
    return csr_matrix((plane * real[one], (one, other)), shape=(len(land), len(polygons)))


def land_in_blocks(
    blocks: Shapes, land: Land, crs: str, feedback: Feedback
) -> dict[str, NDArray[np.float64]]:
    """Return the m2 of each kind of disputed land in each block; land of two kinds counts twice."""
    found = {}
    for kind, shapes in land.items():
        areas = np.asarray(shared_m2(shapes, blocks, crs, feedback).sum(axis=0)).ravel()
        found[kind] = np.where(areas > TOUCH_M2, areas, 0.0)
    return found


def flagged(kinds: Mapping[str, float], options: Options) -> tuple[str, ...]:
    """Return the kinds of disputed land in a block that are to be looked at."""
    return tuple(
        kind
        for kind in KINDS
        if kinds.get(kind, 0.0) > 0.0 and options.exceptions.get(kind, FLAG) != KEEP
    )
