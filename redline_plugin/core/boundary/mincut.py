"""Which faces are in: the cheapest cut between what must be in and what must be out.

The cost of a line is its length times a price (nothing along a reference that it ran along already,
a step more for each priority along a new one, one step more along the assessed line, half as much
again along a connector), and the cost of a face that changes sides is its area divided by the
tolerance. So the line moves to the first reference that is near enough; and, by the triangle
inequality, a line found this way is itself the cheapest one seen from there: to fit again changes
nothing.

A minimum cut is found by maximum flow (SciPy); prices are whole numbers, so that no order of sums
matters, and where several cuts cost the same the one that changes least is taken.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import breadth_first_order, connected_components, maximum_flow

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints

_UNITS = 1000.0
"""Units per metre: costs are whole millimetres."""
_MOST = 2**30


def cheapest(
    inside: Bools, free: Bools, move: Floats, left: Ints, right: Ints, cost: Floats
) -> Bools:
    """Return which faces are in.

    Args:
        inside: (f,) which faces are in now.
        free: (f,) which may change.
        move: (f,) the cost of changing each, in metres.
        left, right: (k,) the faces beside each segment; -1 is out and stays so.
        cost: (k,) of the line along each segment, in metres.
    """
    bounds = (left != right) & ((left >= 0) | (right >= 0))
    left, right, cost = left[bounds], right[bounds], cost[bounds]
    left_free = (left >= 0) & free[left]
    right_free = (right >= 0) & free[right]
    some = left_free | right_free
    left, right, cost = left[some], right[some], cost[some]
    faces = np.flatnonzero(free)
    if len(faces) == 0:
        return inside.copy()
    node = np.full(len(free), -1, dtype=np.int64)
    node[faces] = np.arange(len(faces))
    count = len(faces)
    source, sink = count, count + 1
    whole = np.minimum(np.rint(cost * _UNITS), _MOST).astype(np.int64)
    one = _end(left, node, inside, free, source, sink)
    other = _end(right, node, inside, free, source, sink)
    unary = np.minimum(np.maximum(np.rint(move[faces] * _UNITS), 1.0), _MOST).astype(np.int64)
    now = inside[faces]
    # A face that is in costs its move when it is cut off the source, one that is out off the sink.
    start = np.concatenate([one, other, np.where(now, source, np.arange(count))])
    end = np.concatenate([other, one, np.where(now, np.arange(count), sink)])
    capacity = np.concatenate([whole, whole, unary])
    useful = (start != end) & (end != source) & (start != sink)
    graph = csr_matrix(
        coo_matrix((capacity[useful], (start[useful], end[useful])), shape=(count + 2, count + 2))
    )
    graph.data = np.minimum(graph.data, _MOST).astype(np.int32)
    graph.sum_duplicates()
    found = _reached(graph, source)[:count]
    label = inside.copy()
    label[faces] = found
    return _least_change(label, inside, faces, node, left, right, whole, unary)


def _end(face: Ints, node: Ints, inside: Bools, free: Bools, source: int, sink: int) -> Ints:
    """Return the node of the graph that stands for the face beside a segment."""
    known = face >= 0
    fixed = np.where(known & inside[face], source, sink)
    return np.where(known & free[face], node[face], fixed)


def _reached(graph: csr_matrix, source: int) -> Bools:
    """Return the nodes on the source's side of the minimum cut with the fewest of them."""
    flow = maximum_flow(graph, source, graph.shape[0] - 1)
    carried = flow.flow if hasattr(flow, "flow") else flow.residual
    rest = csr_matrix(graph - carried)
    rest.data = np.maximum(rest.data, 0)
    rest.eliminate_zeros()
    order = breadth_first_order(rest, source, directed=True, return_predecessors=False)
    found = np.zeros(graph.shape[0], dtype=bool)
    found[order] = True
    return found


def _least_change(
    label: Bools,
    inside: Bools,
    faces: Ints,
    node: Ints,
    left: Ints,
    right: Ints,
    cost: Ints,
    move: Ints,
) -> Bools:
    """Take the present sides wherever they cost as little as the cut, in each group of free faces."""
    both = (left >= 0) & (right >= 0)
    both[both] = (node[left[both]] >= 0) & (node[right[both]] >= 0)
    count = len(faces)
    graph = coo_matrix(
        (np.ones(both.sum()), (node[left[both]], node[right[both]])), shape=(count, count)
    )
    groups, group = connected_components(graph, directed=False)

    def total(sides: Bools) -> Ints:
        apart = _side(left, sides) != _side(right, sides)
        of = np.where((left >= 0) & (node[left] >= 0), node[left], node[right])
        lines = np.bincount(group[of[apart]], cost[apart], minlength=groups)
        moved = sides[faces] != inside[faces]
        return (lines + np.bincount(group[moved], move[moved], minlength=groups)).astype(np.int64)

    keep = total(inside) <= total(label)
    result = label.copy()
    kept = faces[keep[group]]
    result[kept] = inside[kept]
    return result


def _side(face: Ints, sides: Bools) -> Bools:
    return (face >= 0) & sides[face]
