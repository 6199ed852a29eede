"""Edges of the line that meet elsewhere than at an end that they share."""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints, cross


def meetings(points: Floats, node: Ints, tail: Ints, head: Ints, fresh: Bools) -> tuple[Ints, Ints]:
    """Return pairs of edges, one of them fresh, that share more than one end.

    Args:
        points: (n, 2).
        node: (n,) a number of each place; points at one place have one.
        tail, head: (s,) points that each edge goes from and to.
        fresh: (s,) which edges are asked for.
    """
    segments = shapely.linestrings(np.stack([points[tail], points[head]], axis=1))
    asked = np.flatnonzero(fresh)
    one, other = shapely.STRtree(segments).query(segments[asked], predicate="intersects")
    one = asked[one]
    once = (one < other) | ((one > other) & ~fresh[other])
    one, other = one[once], other[once]
    ends = np.stack([node[tail], node[head]], axis=1)
    shared = np.zeros(len(one), dtype=np.int64)
    folded = np.zeros(len(one), dtype=bool)
    for at, a in enumerate((tail, head)):
        for against, b in enumerate((tail, head)):
            same = ends[one, at] == ends[other, against]
            shared += same
            u = points[(head, tail)[at][one]] - points[a[one]]
            v = points[(head, tail)[against][other]] - points[b[other]]
            folded |= same & (cross(u, v) == 0.0) & (np.einsum("ij,ij->i", u, v) > 0.0)
    bad = (shared != 1) | folded
    return one[bad], other[bad]
