"""How markers are reached: the nearest road, the slope underfoot, and the next marker in sight."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.numbers import code_order

ON_LINE_M = 0.01
"""A marker this near to the line stands on it; layers may carry rounded coordinates."""

NONE = -1
_PIECE = 32
_AT_ONCE = 100_000


def road_access(places: Floats, roads: Shapes) -> tuple[Floats, Floats]:
    """Return the distance (n,) of places (n, 2) from the nearest road, m, and the place on it (n, 2)."""
    pieces = []
    for road in roads:
        points = shapely.get_coordinates(road)
        for start in range(0, len(points) - 1, _PIECE):
            pieces.append(shapely.linestrings(points[start : start + _PIECE + 1]))
    lines = np.array(pieces, dtype=object)
    tree = shapely.STRtree(lines)
    points = shapely.points(places)
    feet = np.empty((len(places), 2))
    for start in range(0, len(places), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        near = tree.query_nearest(points[part], all_matches=False)[1]
        ends = shapely.get_coordinates(shapely.shortest_line(points[part], lines[near]))
        feet[part] = ends.reshape(-1, 2, 2)[:, 1]
    return np.hypot(*(feet - places).T), feet


def next_by_number(numbers: Sequence[str], blocks: Sequence[str], counted: Sequence[bool]) -> Ints:
    """Return the position (n,) of the next marker of the same block by number, NONE for its last.

    Args:
        numbers: 2 comes before 10.
        blocks: "" is a block, too.
        counted: False for those that are passed over.
    """
    following = np.full(len(numbers), NONE, dtype=np.int64)
    last: dict[str, int] = {}
    for at in code_order(numbers):
        if not counted[at]:
            continue
        before = last.get(blocks[at])
        if before is not None:
            following[before] = at
        last[blocks[at]] = at
    return following


def next_on_line(
    line: Line, places: Floats, blocks: Sequence[str], counted: Sequence[bool]
) -> Ints:
    """Return the position (n,) of the next marker along the ring of its block, NONE for none.

    Rings are walked with the block on the right; behind the last marker comes the first. A marker off
    the line has no next one. Of several rings that it stands on, that of its own block counts, else
    that of the first block that has it.

    Args:
        line: the red line.
        places: (n, 2).
        blocks: code of each marker's block, "" for not known.
        counted: False for those that are passed over.
    """
    tails = line.tails()
    segments = shapely.linestrings(np.stack([line.points[tails], line.points[tails + 1]], axis=1))
    marker, segment = shapely.STRtree(segments).query(
        shapely.points(places), predicate="dwithin", distance=ON_LINE_M
    )
    wanted = np.asarray(counted, dtype=bool)[marker]
    marker, segment = marker[wanted], segment[wanted]
    measure = line.measure[tails[segment]] + shapely.line_locate_point(
        segments[segment], shapely.points(places[marker])
    )
    arc = np.searchsorted(line.starts, tails[segment], side="right") - 1
    order = np.lexsort((measure, arc))
    marker, measure, arc = marker[order], measure[order], arc[order]
    stops = np.searchsorted(arc, np.arange(line.count + 1))
    following = np.full(len(places), NONE, dtype=np.int64)
    by_own = np.zeros(len(places), dtype=bool)
    for block, rings in zip(line.blocks, line.rings):
        for ring in rings:
            chain: dict[int, None] = {}
            for use, backwards in ring:
                here = marker[stops[use] : stops[use + 1]].tolist()
                chain.update(dict.fromkeys(reversed(here) if backwards else here))
            members = list(chain)
            if len(members) < 2:
                continue
            for at, after in zip(members, [*members[1:], members[0]]):
                own = blocks[at] == block.code
                if following[at] == NONE or (own and not by_own[at]):
                    following[at], by_own[at] = after, own
    return following
