"""Stretches after land changed hands: what of them is still the line, and what of the line is new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.boundary.landswap import ON_LINE, Blocks
from redline_plugin.core.boundary.network import outline_of
from redline_plugin.core.delineate.shapes import Shapes, as_shapes

Floats = NDArray[np.float64]

_ASIDE = 0.01
"""m beside the middle of a segment, to see which block lies there."""


@dataclass(frozen=True)
class NewLine:
    """A part of the line that no stretch had: whether it runs along the wanted line, and its blocks."""

    line: LineString
    wanted: bool
    blocks: tuple[int, int]


def kept_parts(lines: Mapping[int, BaseGeometry], outline: Floats) -> dict[int, list[LineString]]:
    """Return, for each line, the parts whose segments still run along the outlines.

    Args:
        lines: by key.
        outline: segments of the outlines now, (k, 2, 2).
    """
    tree = shapely.STRtree(shapely.linestrings(outline))
    corners = np.unique(outline.reshape(-1, 2), axis=0)
    found: dict[int, list[LineString]] = {}
    for key, line in lines.items():
        points = _with_vertices(shapely.get_coordinates(line), corners)
        on = _near(tree, (points[:-1] + points[1:]) / 2.0)
        found[key] = [LineString(points[run]) for run in _runs(on)]
    return found


def new_lines(
    blocks: Blocks, outline: Floats, covered: Shapes, wanted: BaseGeometry
) -> list[NewLine]:
    """Return the parts of the outlines that no line covers.

    Args:
        blocks: those beside the outlines, as they are now.
        outline: segments of the outlines now, (k, 2, 2).
        covered: lines that have their stretch.
        wanted: the line that was chosen or drawn.
    """
    if len(covered):
        corners = np.unique(shapely.get_coordinates(covered), axis=0)
        outline = np.concatenate(
            [np.empty((0, 2, 2)), *(_pairs(_with_vertices(edge, corners)) for edge in outline)]
        )
    middles = outline.mean(axis=1)
    if len(covered):
        points, owner = shapely.get_coordinates(covered, return_index=True)
        tail = np.flatnonzero(owner[:-1] == owner[1:])
        segments = shapely.linestrings(np.stack([points[tail], points[tail + 1]], axis=1))
        free = ~_near(shapely.STRtree(segments), middles)
    else:
        free = np.ones(len(outline), dtype=bool)
    outline, middles = outline[free], middles[free]
    if len(outline) == 0:
        return []
    along = (
        np.zeros(len(outline), dtype=bool)
        if wanted.is_empty
        else shapely.distance(shapely.points(middles), wanted) <= ON_LINE
    )
    left, right = _beside(blocks, outline)
    keys = np.stack([along, np.minimum(left, right), np.maximum(left, right)], axis=1)
    found = []
    for key in np.unique(keys, axis=0):
        here = shapely.linestrings(outline[(keys == key).all(axis=1)])
        for line in shapely.get_parts(shapely.line_merge(shapely.multilinestrings(here))):
            found.append(NewLine(line, bool(key[0]), (int(key[1]), int(key[2]))))
    return found


def outline_near(blocks: Blocks, region: tuple[float, float, float, float]) -> Floats:
    """Return the segments of blocks' outlines whose boxes meet a region, each once."""
    if not blocks:
        return np.empty((0, 2, 2))
    edges = outline_of(shapely.get_parts(as_shapes(list(blocks.values()))))
    low, high = edges.min(axis=1), edges.max(axis=1)
    west, south, east, north = region
    meets = (
        (high[:, 0] >= west) & (low[:, 0] <= east) & (high[:, 1] >= south) & (low[:, 1] <= north)
    )
    return edges[meets]


def _pairs(points: Floats) -> Floats:
    return np.stack([points[:-1], points[1:]], axis=1)


def _with_vertices(points: Floats, corners: Floats) -> Floats:
    """Put places that lie on a line's segments into it, so that a part of a segment can be told."""
    low, high = points.min(axis=0) - ON_LINE, points.max(axis=0) + ON_LINE
    corners = corners[((corners >= low) & (corners <= high)).all(axis=1)]
    if len(corners) == 0:
        return points
    tree = shapely.STRtree(shapely.linestrings(_pairs(points)))
    corner, segment = tree.query(shapely.points(corners), predicate="dwithin", distance=ON_LINE)
    start, along = points[segment], points[segment + 1] - points[segment]
    length = np.hypot(*along.T)
    measure = np.einsum("ij,ij->i", corners[corner] - start, along) / np.maximum(length, 1e-12)
    inner = (measure > ON_LINE) & (measure < length - ON_LINE)
    order = np.lexsort((measure[inner], segment[inner]))
    return np.insert(points, segment[inner][order] + 1, corners[corner[inner][order]], axis=0)


def _near(tree: shapely.STRtree, places: Floats) -> NDArray[np.bool_]:
    hit = np.zeros(len(places), dtype=bool)
    pairs = tree.query(shapely.points(places), predicate="dwithin", distance=ON_LINE)
    hit[pairs[0]] = True
    return hit


def _runs(on: NDArray[np.bool_]) -> list[slice]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], on, [False])).astype(np.int8)))
    return [slice(int(a), int(b) + 1) for a, b in zip(edges[::2], edges[1::2])]


def _beside(blocks: Blocks, outline: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the numbers of the blocks on both sides of segments, 0 for outside."""
    along = outline[:, 1] - outline[:, 0]
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.hypot(*along.T)[:, None]
    middles = outline.mean(axis=1)
    sides = []
    for sign in (1.0, -1.0):
        points = shapely.points(middles + sign * _ASIDE * normal)
        number = np.zeros(len(points), dtype=np.int64)
        for key in sorted(blocks, reverse=True):
            shapely.prepare(blocks[key])
            number[shapely.contains(blocks[key], points)] = key
        sides.append(number)
    return sides[0], sides[1]
