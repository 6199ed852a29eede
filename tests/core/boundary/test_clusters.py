"""Cuts and moves on faces of a grid, where the answer is seen at a glance."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from redline_plugin.core.boundary.clusters import clusters_of
from redline_plugin.core.boundary.collapse import _merged
from redline_plugin.core.boundary.faces import Faces, faces_of
from redline_plugin.core.boundary.mincut import cheapest
from redline_plugin.core.boundary.network import Network, build, outline_of
from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet

SIZE = 4


def grid(cells: list[tuple[int, int]]) -> tuple[Network, Faces, np.ndarray]:
    """Return a net of unit squares; ``cells`` (row, column) are in. Faces by row and column."""
    squares = shapely.box(
        *(x.ravel() for x in np.meshgrid(np.arange(SIZE), np.arange(SIZE))),
        *(x.ravel() + 1 for x in np.meshgrid(np.arange(SIZE), np.arange(SIZE))),
    )
    edges = outline_of(squares)
    network = build(edges, edges, [], 1e-6, Quiet())
    block = shapely.union_all([squares[SIZE * row + column] for row, column in cells])
    parts = shapely.get_parts(as_shapes([block]))
    owners = np.zeros(len(parts), dtype=np.int64)
    faces = faces_of(network, parts, owners, parts, owners)
    centres = shapely.get_coordinates(shapely.centroid(faces.shapes)).astype(int)
    at = np.empty((SIZE, SIZE), dtype=int)
    at[centres[:, 1], centres[:, 0]] = np.arange(len(faces.shapes))
    return network, faces, at


def simple(cells: list[tuple[int, int]], flips: list[tuple[int, int]]) -> bool:
    network, faces, at = grid(cells)
    inside = faces.block >= 0
    label = inside.copy()
    for row, column in flips:
        label[at[row, column]] = ~label[at[row, column]]
    found = clusters_of(network, faces, inside, label)
    return bool(found.simple.all())


@pytest.mark.parametrize(
    ("cells", "flips", "good"),
    [
        ([(0, 0), (0, 1)], [(1, 0)], True),
        ([(0, 0), (0, 1)], [(1, 0), (1, 1)], True),
        # Land that vanishes, land from nowhere, a gap that closes.
        ([(0, 0)], [(0, 0)], False),
        ([(0, 0)], [(2, 2)], False),
        ([(0, 0), (0, 2)], [(0, 1)], False),
        # A hole that is filled, or made.
        ([(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2)], [(1, 1)], False),
        # It grows from one edge, but its corner comes to touch other land.
        ([(0, 0), (2, 1), (3, 1)], [(1, 0)], False),
        # Two pieces that would be cut apart.
        ([(0, 0), (0, 1), (0, 2)], [(0, 1)], False),
    ],
)
def test_moves_that_keep_the_shape_of_the_land(
    cells: list[tuple[int, int]], flips: list[tuple[int, int]], good: bool
) -> None:
    assert simple(cells, flips) is good


def one_face(move: float, keep: float, change: float) -> bool:
    """Return whether a free face that is out, between land in and land out, comes in."""
    inside = np.array([True, False, False])
    free = np.array([False, True, False])
    left, right = np.array([0, 1]), np.array([1, 2])
    label = cheapest(
        inside, free, np.array([1.0, move, 1.0]), left, right, np.array([keep, change])
    )
    return bool(label[1])


def test_a_face_comes_in_where_that_costs_less_and_stays_where_it_costs_the_same() -> None:
    assert one_face(1.0, 10.0, 8.0)
    assert not one_face(1.0, 10.0, 9.5)
    assert not one_face(2.0, 10.0, 8.0)


def test_the_new_vertex_lies_on_the_edge_of_the_vertex_farther_out() -> None:
    a, d = np.array([[0.0, 0.0]]), np.array([[10.0, 0.0]])
    high, low = np.array([[2.0, 4.0]]), np.array([[8.0, 1.0]])
    point, _ = _merged(a, high, low, d)
    assert point[0, 1] / point[0, 0] == pytest.approx(2.0)
    other, _ = _merged(a, np.array([[2.0, 1.0]]), np.array([[8.0, 4.0]]), d)
    assert other[0, 1] / (10.0 - other[0, 0]) == pytest.approx(2.0)
