"""Land that changes hands when the line moves: the faces between the old and the new line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.boundary.collapse import Ints
from redline_plugin.core.check.engine import number
from redline_plugin.core.delineate.shapes import TOUCH_M2, Shapes, as_shapes, polygon_parts
from redline_plugin.core.survey.line import OUTSIDE, Line
from redline_plugin.core.survey.linefile import block_shape
from redline_plugin.core.survey.relocateshape import Conflict, Moved, movers_of
from redline_plugin.core.text import msg
from redline_plugin.core.vector.overlay import shared_areas

HAIR_M = 1e-5
"""Faces narrower than twice this are the noise of coordinates."""
_BESIDE = 1e-6


@dataclass(frozen=True)
class Land:
    """Faces that belong to another block than before, (n,) each.

    Attributes:
        faces: polygons.
        before, after: the block of each, OUTSIDE for none.
    """

    faces: Shapes
    before: Ints
    after: Ints


def land_between(old: Line, new: Line) -> Land:
    """Return the land that changes hands from one line to another of the same blocks."""
    lines = np.concatenate([_only_in(old, new), _only_in(new, old)])
    return _land(lines, old, new, range(len(old.blocks)))


def land_of(moved: Moved) -> Land:
    """Return the land that changes hands by moved vertices, which only the blocks beside them have."""
    before = moved.before
    lines = np.concatenate([moved.old_segments, moved.segments])
    sides = np.unique(np.concatenate([before.left[moved.arcs], before.right[moved.arcs]]))
    return _land(lines, before, moved.after, sides[sides != OUTSIDE].tolist())


def _land(lines: Shapes, old: Line, new: Line, blocks: Iterable[int]) -> Land:
    """Return the faces between lines that belong to another of some blocks after than before."""
    faces = as_shapes([])
    if len(lines):
        noded = shapely.get_parts([shapely.unary_union(lines)])
        faces = as_shapes(shapely.get_parts(shapely.polygonize(noded)))
    # A face may end in a hair, in which a point of it would lie on either side of the line.
    solid = shapely.buffer(faces, -HAIR_M, join_style="mitre")
    faces, solid = faces[~shapely.is_empty(solid)], solid[~shapely.is_empty(solid)]
    inside = as_shapes(shapely.point_on_surface(solid))
    numbers = list(blocks)
    owners = [_owners(line, numbers, inside) for line in (old, new)]
    goes = owners[0] != owners[1]
    return Land(faces[goes], owners[0][goes], owners[1][goes])


def _only_in(line: Line, other: Line) -> Shapes:
    """Return the segments of a line that another one does not have."""
    tail = line.tails()
    own, others = _keys(line, tail), _keys(other, other.tails())
    tail = tail[~np.isin(own, others)]
    return as_shapes(
        shapely.linestrings(np.stack([line.points[tail], line.points[tail + 1]], axis=1))
    )


def _keys(line: Line, tail: Ints) -> NDArray[np.void]:
    """Return one comparable thing for each segment, whichever way it runs."""
    start, end = line.points[tail], line.points[tail + 1]
    later = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    rows = np.where(later[:, None], np.hstack([end, start]), np.hstack([start, end])) + 0.0
    rows = np.ascontiguousarray(rows)
    return rows.view([("", rows.dtype)] * 4).reshape(-1)


def _owners(line: Line, blocks: Sequence[int], points: Shapes) -> Ints:
    """Return which of some blocks each point is in, OUTSIDE for none."""
    found = np.full(len(points), OUTSIDE, dtype=np.int64)
    if len(points) == 0:
        return found
    box = shapely.box(*shapely.total_bounds(points))
    shapes, owners = [], []
    for block in blocks:
        parts = polygon_parts([block_shape(line, block)])
        near = parts[shapely.intersects(shapely.envelope(parts), box)]
        shapes.append(near)
        owners += [block] * len(near)
    polygons = np.concatenate([as_shapes([]), *shapes])
    shapely.prepare(polygons)
    polygon, point = shapely.STRtree(points).query(polygons, predicate="intersects")
    found[point] = np.array(owners, dtype=np.int64)[polygon]
    return found


def losses(moved: Moved, protected: Shapes) -> list[Conflict]:
    """Return moves by which protected land that was in the red line would go out of it."""
    if len(protected) == 0:
        return []
    land = land_of(moved)
    gone = land.faces[(land.before != OUTSIDE) & (land.after == OUTSIDE)]
    if len(gone) == 0:
        return []
    face, _, shared = shared_areas(gone, protected)
    # Protected areas may lie on one another.
    lost = np.minimum(np.bincount(face, shared, minlength=len(gone)), shapely.area(gone))
    # Where a ring has moved away whole, only its old segments are beside what it left.
    tail = np.tile(moved.tails, 2)
    segments = np.concatenate([moved.segments, moved.old_segments])
    of, segment = shapely.STRtree(segments).query(gone, "dwithin", _BESIDE)
    found = []
    for at in np.flatnonzero(lost > TOUCH_M2).tolist():
        beside = tail[segment[of == at]]
        movers = movers_of(moved, np.concatenate([beside, beside + 1]))
        if movers:
            why = msg(
                "It would take {area} m2 of a protected area out of the red line.",
                area=number(float(lost[at])),
            )
            found.append(Conflict(movers, why))
    return found


def most_moved(old: Line, new: Line, block: int) -> float:
    """Return how far a block's line moved at most, m: vertices of either line from the other."""
    lines = []
    for line in (old, new):
        arcs = np.unique([arc for uses in line.rings[block] for arc, _ in uses])
        lines.append([line.points[line.arc(arc)] for arc in arcs.tolist()])
    most = 0.0
    for before, after in zip(*lines):
        if before.shape == after.shape and (before == after).all():
            continue
        one, other = shapely.LineString(before), shapely.LineString(after)
        most = max(
            most,
            float(shapely.distance(shapely.points(before), other).max()),
            float(shapely.distance(shapely.points(after), one).max()),
        )
    return most
