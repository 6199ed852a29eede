"""Whether blocks overlap, seen from their line, which must then be a planar graph.

Blocks lie side by side when edges of the line meet only at ends that they share, when around each
junction the land between two edges next to one another is the same block's (or nobody's) seen from
either, and when no polygon is inside another one without touching it. This takes as long as one look
at all edges; to intersect each pair of neighbours takes very long where one of them is large.
"""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Ints
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.meetings import meetings
from redline_plugin.core.survey.turningtrack import track_of

_NOTHING = np.empty(0, dtype=np.int64), np.empty(0)


def overlapping_arcs(line: Line) -> Ints:
    """Return arcs that blocks overlap at."""
    track = track_of(line, *_NOTHING)
    tail = line.tails()
    one, other = meetings(track.points, track.node, tail, tail + 1, np.ones(len(tail), dtype=bool))
    arcs = track.arc[tail[np.concatenate([one, other])]]
    return np.unique(np.concatenate([arcs, _mixed_up(line, track.node)]))


def nested(polygons: Shapes) -> bool:
    """Return whether a polygon has another one's inner point in it."""
    shapely.prepare(polygons)
    inner = shapely.STRtree(shapely.point_on_surface(polygons))
    around, point = inner.query(polygons, predicate="contains")
    return bool((around != point).any())


def _mixed_up(line: Line, node: Ints) -> Ints:
    """Return arcs at junctions where two neighbouring edges do not agree on what is between them."""
    arcs = np.flatnonzero(~line.closed)
    first, last = line.starts[arcs], line.starts[arcs + 1] - 1
    # Every open arc leads away from a junction twice, once from either end.
    end = np.concatenate([first, last])
    way = line.points[np.concatenate([first + 1, last - 1])] - line.points[end]
    left = np.concatenate([line.left[arcs], line.right[arcs]])
    right = np.concatenate([line.right[arcs], line.left[arcs]])
    order = np.lexsort((np.arctan2(way[:, 1], way[:, 0]), node[end]))
    here, next_one = _around(node[end][order])
    wrong: Bools = left[order][here] != right[order][next_one]
    return np.concatenate([arcs, arcs])[order][here[wrong]]


def _around(group: Ints) -> tuple[Ints, Ints]:
    """Return positions, and of each the next one of its group, the first one after the last."""
    here = np.arange(len(group))
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    following = here + 1
    following[np.append(starts, len(group))[1:] - 1] = starts
    return here, following
