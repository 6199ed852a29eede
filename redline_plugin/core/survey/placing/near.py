"""Where paths come near to lines or areas: exact intervals, from the geometry of each pair of segments.

All that is within a distance of a segment is a capsule, which is convex: a straight path is in it
over one interval, whose ends are those of the path's parts in its rectangle and its two discs. No
buffer is drawn, so there is no chord of a circle to miss the distance by.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.placing.course import Paths
from redline_plugin.core.survey.placing.spans import Spans, joined, nothing

_AT_ONCE = 50_000
_PARALLEL = 1e-12


def near(paths: Paths, bounds: Spans, shapes: Shapes, reach: float, feedback: Feedback) -> Spans:
    """Return where paths are within ``reach`` of lines or areas, or in these areas; merged.

    Args:
        paths: whose axis the intervals are on.
        bounds: from where to where each connected path runs on it.
        shapes: lines and polygons.
        reach: m, more than 0.
        feedback: cancel.
    """
    areas = shapes[shapely.get_dimensions(shapes) == 2]
    edges = near_edges(paths, edges_of(shapes), reach, feedback)
    if len(areas) == 0:
        return edges
    return joined([edges, inside_of(paths, bounds, areas, edges)])


def near_edges(paths: Paths, lines: Shapes, reach: float, feedback: Feedback) -> Spans:
    """Return where paths are within ``reach`` of lines; merged."""
    found = []
    for start, end in segments(lines, paths, reach):
        stop_if_cancelled(feedback)
        path, low, high = contacts(paths, start, end, reach)[1:]
        found.append(Spans(paths.at[path] + low, paths.at[path] + high))
    return joined(found)


def inside_of(paths: Paths, bounds: Spans, areas: Shapes, edges: Spans) -> Spans:
    """Return where paths are in areas, given all the places where they come near to edges of them.

    Between two of these a path is in an area all along, or nowhere.
    """
    gaps = edges.outside(bounds)
    if len(gaps) == 0:
        return nothing()
    middle = paths.point((gaps.start + gaps.stop) / 2.0)
    hit = shapely.STRtree(shapely.points(middle)).query(areas, predicate="intersects")[1]
    inside = np.zeros(len(gaps), dtype=bool)
    inside[hit] = True
    return Spans(gaps.start[inside], gaps.stop[inside])


def edges_of(shapes: Shapes) -> Shapes:
    """Return lines, and the outlines of areas."""
    area = shapely.get_dimensions(shapes) == 2
    return np.concatenate([shapes[~area], shapely.boundary(shapes[area])])


def segments(lines: Shapes, paths: Paths, reach: float) -> Iterator[tuple[Floats, Floats]]:
    """Yield start and end of the segments of lines that may be near, some at a time."""
    lines = shapely.get_parts(lines)
    if len(paths.at) == 0 or len(lines) == 0:
        return
    points, owner = shapely.get_coordinates(lines, return_index=True)
    tail = np.flatnonzero(owner[:-1] == owner[1:])
    tail = tail[may_be_near(points[tail], points[tail + 1], paths, reach)]
    for begin in range(0, len(tail), _AT_ONCE):
        at = tail[begin : begin + _AT_ONCE]
        yield points[at], points[at + 1]


def may_be_near(start: Floats, end: Floats, paths: Paths, reach: float) -> Bools:
    """Return which segments come within ``reach`` of the box round all paths."""
    low = np.minimum(paths.start.min(axis=0), paths.end.min(axis=0)) - reach
    high = np.maximum(paths.start.max(axis=0), paths.end.max(axis=0)) + reach
    found: Bools = (np.maximum(start, end) >= low).all(axis=1) & (
        np.minimum(start, end) <= high
    ).all(axis=1)
    return found


def contacts(
    paths: Paths, start: Floats, end: Floats, reach: float
) -> tuple[Ints, Ints, Floats, Floats]:
    """Return which segments come within ``reach`` of which paths, and where on the path (m from its start)."""
    shapes = shapely.linestrings(np.stack([start, end], axis=1))
    number, path = paths.tree.query(shapes, predicate="dwithin", distance=reach)
    low, high, hit = within(paths.start[path], paths.end[path], start[number], end[number], reach)
    return number[hit], path[hit], low[hit], high[hit]


def within(
    a: Floats, b: Floats, c: Floats, d: Floats, reach: float
) -> tuple[Floats, Floats, Bools]:
    """Return where paths a-b are within ``reach`` of segments c-d.

    Args:
        a, b, c, d: (k, 2) ends.
        reach: m.

    Returns:
        From where to where (k,), m from a; and whether anywhere.
    """
    length = np.hypot(*(b - a).T)
    way = (b - a) / np.where(length > 0.0, length, 1.0)[:, None]
    parts = [_in_disc(a - c, way, reach), _in_disc(a - d, way, reach), _beside(a, way, c, d, reach)]
    low = np.min([part[0] for part in parts], axis=0)
    high = np.max([part[1] for part in parts], axis=0)
    low, high = np.maximum(low, 0.0), np.minimum(high, length)
    return low, high, low <= high


def _in_disc(offset: Floats, way: Floats, radius: float) -> tuple[Floats, Floats]:
    along = np.einsum("ij,ij->i", offset, way)
    square = along**2 - np.einsum("ij,ij->i", offset, offset) + radius**2
    hit = square >= 0.0
    root = np.sqrt(np.where(hit, square, 0.0))
    return np.where(hit, -along - root, np.inf), np.where(hit, -along + root, -np.inf)


def _beside(a: Floats, way: Floats, c: Floats, d: Floats, reach: float) -> tuple[Floats, Floats]:
    """Return where paths are within ``reach`` of a segment, at a right angle to it."""
    length = np.hypot(*(d - c).T)
    along = (d - c) / np.where(length > 0.0, length, 1.0)[:, None]
    offset = a - c
    low_1, high_1 = _between(
        np.einsum("ij,ij->i", offset, along), np.einsum("ij,ij->i", way, along), 0.0, length
    )
    low_2, high_2 = _between(_cross(along, offset), _cross(along, way), -reach, reach)
    low, high = np.maximum(low_1, low_2), np.minimum(high_1, high_2)
    hit = (low <= high) & (length > 0.0)
    return np.where(hit, low, np.inf), np.where(hit, high, -np.inf)


def _between(
    value: Floats, rate: Floats, low: float, high: Floats | float
) -> tuple[Floats, Floats]:
    """Return from where to where ``value + t * rate`` is from ``low`` to ``high``."""
    level = np.abs(rate) < _PARALLEL
    safe = np.where(level, 1.0, rate)
    one, other = (low - value) / safe, (high - value) / safe
    always = level & (value >= low) & (value <= high)
    begin = np.where(level, np.where(always, -np.inf, np.inf), np.minimum(one, other))
    stop = np.where(level, np.where(always, np.inf, -np.inf), np.maximum(one, other))
    return begin, stop


def _cross(u: Floats, v: Floats) -> Floats:
    found: Floats = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
    return found
