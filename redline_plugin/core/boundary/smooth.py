"""Blocks without the saw teeth of pixels: fewer vertices, the same area, the same neighbours.

Arcs between junctions are simplified once for both neighbours (:mod:`collapse`), so shared edges
stay shared. Edges along protected areas and other lines that are to be kept do not move, nor does
an edge between two blocks, which is a border of counties. Where a simplified line would meet
another one, or cross the outline of something kept, its tolerance is halved until it does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.boundary.arcs import SAME_PLACE, arcs_of, segments_of
from redline_plugin.core.boundary.collapse import Bools, Floats, Ints, Lines, collapse
from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part, Quiet, stop_if_cancelled
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.text import msg

_HALVINGS = 5
_NAMED = 10


@dataclass(frozen=True)
class Smoothed:
    """Smoothed blocks, in the order they were given.

    Attributes:
        polygons: valid polygons.
        before_m2, after_m2, added_m2, removed_m2: of each block, on the ellipsoid;
            after = before + added - removed.
        offset_m: of each block, how far its old vertices lie from the new line at most.
        vertices: of all outlines, before and after; an edge of two neighbours counts once.
        kept_lines: arcs that stayed as they were because any other line would have met a neighbour.
    """

    polygons: Shapes
    before_m2: Floats
    after_m2: Floats
    added_m2: Floats
    removed_m2: Floats
    offset_m: Floats
    vertices: tuple[int, int]
    kept_lines: int


def smooth(
    blocks: Sequence[BaseGeometry],
    tolerance_m: float,
    crs: str,
    keep: Sequence[BaseGeometry] = (),
    feedback: Feedback | None = None,
    *,
    smooth_borders: bool = False,
) -> Smoothed:
    """Smooth the outlines of blocks.

    Args:
        blocks: valid polygons that do not overlap, in a projected CRS in metres.
        tolerance_m: how far an old vertex may lie from the new line, and a new one from the old.
        crs: of all coordinates, any text that PROJ understands.
        keep: polygons whose outline, and lines, that do not move where a block runs along them, and
            that no smoothed line crosses.
        feedback: progress and cancel.
        smooth_borders: whether edges between two blocks are smoothed too.

    Raises:
        InputError: blocks overlap.
        CancelledError: the user stopped.
    """
    feedback = feedback or Quiet()
    old = as_shapes(blocks)
    kept = as_shapes(keep)
    arcs = arcs_of(old, kept if len(kept) else None)
    lines = arcs.lines
    arc = np.repeat(np.arange(len(lines.closed)), np.diff(lines.starts))
    fixed = np.zeros(len(lines.points), dtype=bool)
    barriers = segments_of(_edges(kept))
    if len(barriers):
        near = shapely.STRtree(barriers).query(
            shapely.points(lines.points), predicate="dwithin", distance=SAME_PLACE
        )
        fixed[near[0]] = True
    if not smooth_borders:
        fixed |= (arcs.uses > 1)[arc]
    stop_if_cancelled(feedback)
    tolerance = np.full(len(lines.closed), float(tolerance_m))
    unsmoothed = _meetings(lines)
    if len(unsmoothed):
        raise InputError(_overlapping(lines, unsmoothed))
    for attempt in range(_HALVINGS + 1):
        done = collapse(lines, fixed, tolerance, Part(feedback, attempt / 8, (attempt + 1) / 8))
        wrong = np.union1d(_meetings(done), _crossings(done, lines, barriers))
        if len(wrong) == 0:
            break
        tolerance[wrong] = tolerance[wrong] / 2.0 if attempt < _HALVINGS - 1 else 0.0
        feedback.progress((attempt + 1) / 8)
    new = arcs.polygons(done)
    added = _areas(shapely.difference(new, old), crs)
    stop_if_cancelled(feedback)
    removed = _areas(shapely.difference(old, new), crs)
    feedback.progress(0.95)
    return Smoothed(
        polygons=new,
        before_m2=polygon_areas(list(old), crs),
        after_m2=polygon_areas(list(new), crs),
        added_m2=added,
        removed_m2=removed,
        offset_m=_offsets(old, new),
        vertices=(len(lines.points), len(done.points)),
        kept_lines=int(np.count_nonzero(tolerance == 0.0)) if tolerance_m > 0.0 else 0,
    )


def _edges(kept: Shapes) -> Shapes:
    """Return the outlines of polygons and the lines of lines."""
    if len(kept) == 0:
        return kept
    areal = shapely.get_dimensions(kept) == 2
    edges = shapely.get_parts(shapely.boundary(kept[areal]))
    return np.concatenate([edges, shapely.get_parts(kept[~areal])])


def _meetings(lines: Lines) -> Ints:
    """Return the arcs that meet another arc or themselves where they should not."""
    tails, heads, arc = _segments(lines)
    segments = shapely.linestrings(np.stack([tails, heads], axis=1))
    one, other = shapely.STRtree(segments).query(segments, predicate="intersects")
    once = one < other
    one, other = one[once], other[once]
    bad = ~_only_joined(tails[one], heads[one], tails[other], heads[other])
    return np.unique(np.concatenate([arc[one[bad]], arc[other[bad]], _contacts(lines)]))


def _contacts(lines: Lines) -> Ints:
    """Return the arcs that share a point elsewhere than at their ends.

    On the lattice of pixels a new vertex may fall just on another arc's.
    """
    arc = np.repeat(np.arange(len(lines.closed)), np.diff(lines.starts))
    end = np.zeros(len(lines.points), dtype=bool)
    end[lines.starts[:-1][~lines.closed]] = True
    end[lines.starts[1:][~lines.closed] - 1] = True
    _, name, count = np.unique(lines.points, axis=0, return_inverse=True, return_counts=True)
    name = name.reshape(-1)
    inner = np.bincount(name, ~end, minlength=len(count))
    return np.unique(arc[((count > 1) & (inner > 0))[name]])


def _crossings(lines: Lines, before: Lines, barriers: Shapes) -> Ints:
    """Return the arcs of which a new segment crosses a barrier; old ones may have done so."""
    if len(barriers) == 0:
        return np.empty(0, dtype=np.int64)
    tails, heads, arc = _segments(lines)
    new = ~np.isin(_keys(tails, heads), _keys(*_segments(before)[:2]))
    tails, heads, arc = tails[new], heads[new], arc[new]
    segments = shapely.linestrings(np.stack([tails, heads], axis=1))
    hit, barrier = shapely.STRtree(barriers).query(segments, predicate="crosses")
    # One that ends on a barrier may reach a hair beyond it: its end was computed.
    through = np.ones(len(hit), dtype=bool)
    for ends in (tails, heads):
        away = shapely.distance(shapely.points(ends[hit]), barriers[barrier])
        through &= away > SAME_PLACE
    return np.unique(arc[hit[through]])


def _keys(tails: Floats, heads: Floats) -> NDArray[np.void]:
    """Return one comparable thing for each segment in its direction."""
    rows = np.ascontiguousarray(np.hstack([tails, heads]) + 0.0)
    return rows.view([("", rows.dtype)] * 4).reshape(-1)


def _segments(lines: Lines) -> tuple[Floats, Floats, Ints]:
    """Return first points, last points and arc of all segments; rings are closed."""
    count = len(lines.points)
    arc = np.repeat(np.arange(len(lines.closed)), np.diff(lines.starts))
    following = np.arange(1, count + 1)
    last = lines.starts[1:] - 1
    following[last[lines.closed]] = lines.starts[:-1][lines.closed]
    real = np.ones(count, dtype=bool)
    real[last[~lines.closed]] = False
    tail = np.flatnonzero(real)
    return lines.points[tail], lines.points[following[tail]], arc[tail]


def _only_joined(a: Floats, b: Floats, c: Floats, d: Floats) -> Bools:
    """Return which pairs of segments a-b and c-d share just one end and do not lie on each other."""
    joined = np.zeros(len(a), dtype=bool)
    for shared, free, other_shared, other_free in (
        (a, b, c, d),
        (a, b, d, c),
        (b, a, c, d),
        (b, a, d, c),
    ):
        u, v = free - shared, other_free - other_shared
        apart = (u[:, 0] * v[:, 1] != u[:, 1] * v[:, 0]) | (np.einsum("ij,ij->i", u, v) <= 0.0)
        joined |= (shared == other_shared).all(axis=1) & apart
    same = ((a == c) & (b == d)).all(axis=1) | ((a == d) & (b == c)).all(axis=1)
    return joined & ~same


def _areas(geometries: Shapes, crs: str) -> Floats:
    """Return the m2 on the ellipsoid of what may be polygons, lines or nothing."""
    return polygon_areas([shapely.multipolygons(polygon_parts([g])) for g in geometries], crs)


def _offsets(old: Shapes, new: Shapes) -> Floats:
    """Return for each polygon how far an old vertex lies from the new outline at most."""
    outline = shapely.boundary(new)
    shapely.prepare(outline)
    points, owner = shapely.get_coordinates(old, return_index=True)
    away = shapely.distance(shapely.points(points), outline[owner])
    found = np.zeros(len(old))
    np.maximum.at(found, owner, away)
    return found


def _overlapping(lines: Lines, arcs: Ints) -> list[Problem]:
    places = [lines.line(int(index))[0] for index in arcs[:_NAMED]]
    return [
        Problem(
            msg(
                "Blocks overlap, or touch along a part of an edge, at {count} places, among them "
                "{places}.",
                count=len(arcs),
                places="; ".join(f"{x:.3f}, {y:.3f}" for x, y in places),
            ),
            remedy=msg("Check and fix the topology first."),
        )
    ]
