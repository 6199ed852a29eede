"""Overlay of many with many: against Shapely pair by pair."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import translate

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.vector.overlay import (
    difference,
    intersection,
    overlaid,
    pieces_of,
    shared_areas,
    union,
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


def crooked(seed: int, side: int = 8) -> np.ndarray:
    """Return quadrilaterals that share their corners and cover a square, not all of the land."""
    rng = np.random.default_rng(seed)
    nodes = np.stack(np.meshgrid(*[np.arange(side + 1) * 80.0 / side] * 2), axis=-1)
    nodes += rng.uniform(-2.0, 2.0, nodes.shape)
    rings = np.stack([nodes[:-1, :-1], nodes[:-1, 1:], nodes[1:, 1:], nodes[1:, :-1]], axis=2)
    return shapely.polygons(rings.reshape(-1, 4, 2))


def overlapping(seed: int) -> np.ndarray:
    """Return parcels of which some overlap, one lies in another, and one comes twice."""
    parcels = crooked(seed)
    grown = shapely.buffer(parcels[::7], 1.5)
    inner = shapely.buffer(parcels[20:21], -2.0)
    return np.concatenate([parcels, grown, inner, parcels[30:31]])


def offset(seed: int) -> np.ndarray:
    """Return parcels that miss each other's edges by a billionth of a metre."""
    rng = np.random.default_rng(seed)
    parcels = crooked(seed)
    moves = rng.uniform(-1e-9, 1e-9, (len(parcels), 2))
    return as_shapes([translate(one, *move) for one, move in zip(parcels, moves)])


@given(st.integers(0, 10**6), st.sampled_from([crooked, overlapping, offset]))
@settings(max_examples=30, deadline=None)
def test_union_has_what_pairs_share_and_what_is_left_of_either(seed: int, make) -> None:  # type: ignore[no-untyped-def]
    many, few = make(seed), circles(seed, 5, 30.0, 200)
    found = union(many, few)
    assert set(shapely.get_type_id(found.shapes)) <= {3, 6}
    assert shapely.is_valid(found.shapes).all()
    expected = {
        (i, j): shapely.intersection(a, b) for i, a in enumerate(many) for j, b in enumerate(few)
    }
    expected.update(
        {(i, -1): shapely.difference(a, shapely.union_all(few)) for i, a in enumerate(many)}
    )
    expected.update(
        {(-1, j): shapely.difference(b, shapely.union_all(many)) for j, b in enumerate(few)}
    )
    pieces = dict(zip(zip(found.many.tolist(), found.few.tolist()), found.shapes))
    assert len(pieces) == len(found.shapes)
    for key, shape in expected.items():
        piece = pieces.get(key, shapely.Polygon())
        assert shapely.symmetric_difference(piece, shape).area < 1e-5, key
    order = np.random.default_rng(seed).permutation(len(many))
    again = union(many[order], few)
    assert np.isclose(shapely.area(again.shapes).sum(), shapely.area(found.shapes).sum())


def test_union_of_layers_that_do_not_meet_or_are_empty() -> None:
    far, none = as_shapes([shapely.box(200, 0, 300, 100)]), as_shapes([])
    found = union(boxes(2), far)
    assert found.many.tolist() == [0, 1, 2, 3, -1]
    assert found.few.tolist() == [-1, -1, -1, -1, 0]
    assert union(none, far).few.tolist() == [0]
    assert union(far, none).many.tolist() == [0]
    assert len(union(none, none).shapes) == 0


@pytest.mark.parametrize(
    "more",
    [
        shapely.box(20, 20, 40, 40),  # within
        shapely.box(0, 0, 50, 50),  # the same again
        shapely.box(50, 0, 100, 50),  # beside
        shapely.box(50.0 - 1e-9, 0, 100, 50),  # beside, a hair too far
        shapely.box(25, 25, 75, 75),  # across
    ],
)
def test_what_lies_under_two_parcels_is_gone_once(more: shapely.Polygon) -> None:
    parcels, area = as_shapes([shapely.box(0, 0, 50, 50), more]), shapely.box(-10, -10, 110, 110)
    found = union(parcels, as_shapes([area]))
    expected = shapely.difference(area, shapely.union_all(parcels))
    left = found.shapes[found.many == -1]
    assert len(left) == 1
    assert shapely.symmetric_difference(left[0], expected).area < 1e-6


def test_edges_that_cancel_out_are_no_union(monkeypatch: pytest.MonkeyPatch) -> None:
    # Older GEOS drops the edges of a parcel that comes twice, and says nothing.
    monkeypatch.setattr(shapely, "coverage_union_all", lambda _shapes: shapely.Polygon())
    found = union(boxes(2), as_shapes([shapely.box(-10, -10, 110, 110)]))
    assert shapely.area(found.shapes[found.many == -1]).tolist() == [4400.0]


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
    with pytest.raises(CancelledError):
        # All boxes are covered, so only what is left of the circle takes time.
        union(boxes(), as_shapes([shapely.box(-10.0, -10.0, 110.0, 110.0)]), Stop())
