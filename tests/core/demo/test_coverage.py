"""Polygons of labels share their edges exactly, whatever the labels."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from redline_plugin.core.demo.coverage import Place, pieces, trace

PLACE = Place(1000.0, 500.0, 10.0)


def _random_labels(seed: int, side: int, kinds: int) -> NDArray[np.int32]:
    labels = np.zeros((side + 2, side + 2), np.int32)
    labels[1:-1, 1:-1] = np.random.default_rng(seed).integers(0, kinds + 1, (side, side))
    return labels


def test_a_single_pixel_becomes_a_diamond_round_its_centre() -> None:
    labels = np.zeros((3, 3), np.int32)
    labels[1, 1] = 1
    found, faces = trace(labels).polygons(np.array([0, 1], np.int32), PLACE)
    assert found.tolist() == [1]
    assert faces[0].contains(shapely.Point(1015.0, 485.0))
    assert 50.0 <= faces[0].area <= 100.0


@given(st.integers(0, 10_000), st.integers(1, 14), st.integers(1, 5))
def test_every_piece_has_its_polygon_and_keeps_its_centres(
    seed: int, side: int, kinds: int
) -> None:
    labels = _random_labels(seed, side, kinds)
    found, faces = trace(labels).polygons(np.arange(kinds + 1, dtype=np.int32), PLACE)
    _count, piece = pieces(labels)
    inside = np.unique(piece[labels > 0])
    assert len(faces) == inside.size
    assert shapely.is_valid(faces).all()
    tree = shapely.STRtree(faces)
    rows, columns = np.nonzero(labels)
    centres = shapely.points(1000.0 + 10.0 * (columns + 0.5), 500.0 - 10.0 * (rows + 0.5))
    point, face = tree.query(centres, predicate="within")
    assert np.array_equal(point, np.arange(rows.size))
    assert np.array_equal(found[face], labels[rows, columns])


@given(st.integers(0, 10_000), st.integers(2, 14))
def test_neighbours_share_their_edges(seed: int, side: int) -> None:
    if not hasattr(shapely, "coverage_is_valid"):
        pytest.skip("needs Shapely 2.1")
    labels = _random_labels(seed, side, 4)
    _, faces = trace(labels).polygons(np.arange(5, dtype=np.int32), PLACE)
    assert shapely.coverage_is_valid(faces)
    whole = shapely.union_all(faces)
    assert shapely.area(faces).sum() == pytest.approx(whole.area, rel=1e-12)


def test_groups_are_dissolved_along_the_same_edges() -> None:
    labels = _random_labels(3, 12, 6)
    labels[1:-1, 1:-1] = np.maximum(labels[1:-1, 1:-1], 1)
    arcs = trace(labels)
    groups = np.array([0, 1, 1, 1, 2, 2, 2], np.int32)
    _, small = arcs.polygons(np.arange(7, dtype=np.int32), PLACE)
    _, large = arcs.polygons(groups, PLACE)
    assert shapely.area(small).sum() == pytest.approx(shapely.area(large).sum(), rel=1e-12)
    corners = {tuple(xy) for xy in shapely.get_coordinates(small)}
    assert {tuple(xy) for xy in shapely.get_coordinates(large)} <= corners
