"""Overlay of many with many: against Shapely pair by pair."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.vector.overlay import (
    difference,
    intersection,
    overlaid,
    pieces_of,
    shared_areas,
)


def circles(seed: int, count: int, radius: float, corners: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return shapely.buffer(
        shapely.points(rng.uniform(0.0, 100.0, (count, 2))),
        rng.uniform(0.3, 1.0, count) * radius,
        quad_segs=corners // 4,
    )


def boxes(side: int = 8) -> np.ndarray:
    x, y = np.meshgrid(np.arange(side), np.arange(side))
    step = 100.0 / side
    return shapely.box(
        x.ravel() * step, y.ravel() * step, (x.ravel() + 1) * step, (y.ravel() + 1) * step
    )


@given(st.integers(0, 10**6))
@settings(max_examples=20, deadline=None)
def test_pairs_and_areas_are_those_of_each_pair(seed: int) -> None:
    many, few = boxes(), circles(seed, 5, 30.0, 400)
    expected = np.array([[shapely.intersection(a, b).area for b in few] for a in many])
    one, other, areas = shared_areas(many, few)
    found = np.zeros_like(expected)
    found[one, other] = areas
    assert np.allclose(found, expected, atol=1e-9)
    shapes, one, other = intersection(many, few)
    found = np.zeros_like(expected)
    found[one, other] = shapely.area(shapes)
    assert np.allclose(found, expected, atol=1e-9)
    assert set(shapely.get_type_id(shapes)) <= {3, 6}
    left, at = difference(many, few)
    union = shapely.union_all(few)
    rest = np.zeros(len(many))
    rest[at] = shapely.area(left)
    assert np.allclose(rest, [shapely.difference(a, union).area for a in many], atol=1e-9)


@given(st.integers(0, 10**6), st.sampled_from([40, 300]))
@settings(max_examples=20, deadline=None)
def test_pieces_cover_their_polygon_and_are_small(seed: int, most: int) -> None:
    polygons = circles(seed, 6, 40.0, 300)
    pieces = pieces_of(polygons, most)
    assert shapely.get_num_coordinates(pieces.shapes).max() <= most
    areas = np.bincount(pieces.owners, shapely.area(pieces.shapes))
    assert np.allclose(areas, shapely.area(polygons), rtol=1e-12)
    if most == 300:
        whole = shapely.get_num_coordinates(polygons) <= most
        assert len(pieces.shapes) >= whole.sum()


def test_touching_is_not_sharing() -> None:
    one, _, areas = shared_areas(boxes(2), as_shapes([shapely.box(50, 50, 100, 100)]))
    assert one.tolist() == [3]
    assert areas.tolist() == [2500.0]
    assert len(intersection(boxes(2), as_shapes([shapely.box(200, 0, 300, 100)]))[0]) == 0


def test_slices_come_back_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redline_plugin.core.vector.overlay._SLICE", 3)
    many = boxes()
    done = overlaid(shapely.intersection, many, many[::-1].copy(), Quiet())
    expected = shapely.intersection(many, many[::-1].copy())
    assert shapely.equals_exact(done, expected, 0.0).all()


def test_cancel() -> None:
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        intersection(boxes(), circles(1, 5, 30.0, 40), Stop())
