"""Two neighbours' red lines at a border: what is matched, what is listed, and what must hold."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon, box

from redline_plugin.core.boundary.edgematch import edgematch
from redline_plugin.core.delineate.shapes import as_shapes, polygon_parts
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet

STRAIGHT = LineString([(0, -1000), (0, 1000)])


def match(west, east, border=STRAIGHT, tolerance=50.0, keys=None):
    keys = keys or ([""] * len(west), [""] * len(east))
    return edgematch(
        [polygon_parts([shape]) for shape in west],
        [polygon_parts([shape]) for shape in east],
        as_shapes([border]),
        tolerance,
        keys,
        Quiet(),
    )


def told(done):
    return [(place.kind, place.state) for place in done.places]


def closes(done):
    for side in (done.first, done.second):
        assert side.before_m2 + side.added_m2 - side.removed_m2 == pytest.approx(side.after_m2)


def test_what_fits_stays():
    west, east = box(-500, -100, 0, 100), box(0, -100, 500, 100)
    done = match([west], [east])
    assert done.places == ()
    assert done.first.shapes[0].equals(west)
    assert done.second.shapes[0].equals(east)


def test_a_gap_is_filled_up_to_the_border():
    done = match([box(-500, -100, -20, 100)], [box(0, -100, 500, 100)])
    assert told(done) == [("gap", "matched")]
    assert done.first.shapes[0].equals(box(-500, -100, 0, 100))
    assert done.places[0].area_m2 == pytest.approx(4000.0)
    assert done.places[0].offset_m == pytest.approx(20.0)
    assert done.first.added_m2[0] == pytest.approx(4000.0)
    closes(done)


def test_both_may_stop_short():
    done = match([box(-500, -100, -20, 100)], [box(30, -100, 500, 100)])
    assert told(done) == [("gap", "matched")] * 2
    assert done.first.shapes[0].equals(box(-500, -100, 0, 100))
    assert done.second.shapes[0].equals(box(0, -100, 500, 100))


def test_an_overlap_stays_with_the_side_that_it_lies_on():
    done = match([box(-500, -100, 15, 100)], [box(0, -100, 500, 100)])
    assert told(done) == [("overlap", "matched")]
    assert done.first.shapes[0].equals(box(-500, -100, 0, 100))
    assert done.second.shapes[0].equals(box(0, -100, 500, 100))
    assert done.first.removed_m2[0] == pytest.approx(3000.0)
    closes(done)


def test_an_overhang_goes_to_the_other_side():
    done = match([box(-500, -100, 15, 100)], [box(15, -100, 500, 100)])
    assert told(done) == [("overhang", "matched")]
    assert done.first.shapes[0].equals(box(-500, -100, 0, 100))
    assert done.second.shapes[0].equals(box(0, -100, 500, 100))
    closes(done)


@pytest.mark.parametrize("shift", [0.01, 10.0, 49.9])
def test_ends_move_to_the_middle(shift):
    done = match([box(-500, -100, 0, 100)], [box(0, -100, 500, 100 + shift)])
    assert told(done) == [("offset", "matched")]
    assert done.places[0].offset_m == pytest.approx(shift)
    middle = Point(0, 100 + shift / 2)
    for side in (done.first, done.second):
        corners = shapely.points(shapely.get_coordinates(side.shapes[0]))
        assert shapely.distance(corners, middle).min() < 1e-9
    along = shapely.intersection(done.first.shapes[0].boundary, done.second.shapes[0].boundary)
    assert along.length == pytest.approx(200 + shift / 2)
    closes(done)


def test_an_offset_over_the_tolerance_is_listed():
    west, east = box(-500, -100, 0, 100), box(0, -100, 500, 150.1)
    done = match([west], [east])
    assert told(done) == [("offset", "decide")]
    assert done.second.shapes[0].equals(east)
    assert told(match([west], [box(0, -100, 500, 149.9)])) == [("offset", "matched")]


def test_a_gap_over_the_tolerance_is_left():
    west = box(-500, -100, -50.1, 100)
    done = match([west, box(-500, 300, 0, 400)], [box(0, -100, 500, 100)])
    assert done.first.shapes[0].equals(west)
    assert ("end", "decide") in told(done)


def test_an_overlap_over_the_tolerance_is_listed():
    west, east = box(-500, -100, 50.1, 100), box(0, -100, 500, 100)
    done = match([west], [east])
    assert told(done) == [("overlap", "decide")]
    assert done.first.shapes[0].equals(west)


def test_a_block_without_a_continuation_is_listed():
    west = [box(-500, -100, 0, 100), box(-500, 300, 0, 400)]
    done = match(west, [box(0, -100, 500, 100)])
    assert told(done) == [("end", "decide")]
    assert done.places[0].features == (1,)
    assert done.places[0].offset_m == pytest.approx(100.0)


def test_blocks_of_different_kinds_are_not_joined():
    west, east = box(-500, -100, -20, 100), box(0, -100, 500, 120)
    done = match([west], [east], keys=(["11"], ["12"]))
    assert done.first.shapes[0].equals(west)
    assert all(place.state == "decide" for place in done.places)
    assert ("gap", "decide") in told(done)


def test_shared_edges_of_one_side_stay_shared():
    west = [box(-500, -100, -20, 30), box(-500, 30, -10, 100)]
    done = match(west, [box(0, -100, 500, 100)])
    one, other = done.first.shapes
    assert shapely.intersection(one, other).area == 0.0
    assert shapely.union_all(done.first.shapes).equals(box(-500, -100, 0, 100))


def test_a_border_elsewhere_is_refused():
    with pytest.raises(InputError, match="one layer on each side"):
        match([box(-500, 0, -100, 9)], [box(100, 0, 500, 9)], LineString([(900, 0), (900, 90)]))


def wavy(seed):
    random = np.random.default_rng(seed)
    y = np.linspace(-1000, 1000, 21)
    x = random.uniform(-60, 60, len(y))
    border = np.column_stack([x, y])
    west, east = [], []
    for low, high in ((1, 6), (8, 13), (15, 19)):
        for side, made in ((-1, west), (1, east)):
            if random.random() < 0.15:
                continue
            line = border[low : high + 1] + random.uniform(-12, 12, (high - low + 1, 2)) * [1, 0]
            line[[0, -1], 1] += random.uniform(-15, 15, 2)
            if random.random() < 0.4:
                line = border[low : high + 1].copy()
            back = [[side * 900, line[-1, 1]], [side * 900, line[0, 1]]]
            made.append(Polygon(np.concatenate([line, back])))
    return west, east, LineString(border)


def move(shape):
    return shapely.transform(shape, lambda xy: xy + np.array([39_500_000.0, 4_300_000.0]))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_what_must_hold(seed, far):
    west, east, border = wavy(seed)
    if not west or not east:
        return
    if far:
        west, east, border = [move(s) for s in west], [move(s) for s in east], move(border)
    done = match(west, east, border, 40.0)
    closes(done)
    results = [*done.first.shapes, *done.second.shapes]
    assert shapely.is_valid(results).all()
    # No vertex moves farther from the border than the tolerance: far ones are the old ones.
    for before, after in zip([*west, *east], results):
        points = shapely.points(shapely.get_coordinates(after))
        strange = points[shapely.distance(points, before.boundary) > 1e-6]
        assert (shapely.distance(strange, border) <= 40.0 + 1e-6).all()
    # What was matched leaves no overlap across the border.
    if not any(
        place.kind in ("overlap", "overhang") and place.state == "decide" for place in done.places
    ):
        for one in done.first.shapes:
            for other in done.second.shapes:
                assert shapely.intersection(one, other).area < 1e-4
    swapped = match(east, west, border, 40.0)
    assert all(
        one.equals_exact(other)
        for one, other in zip(results, [*swapped.second.shapes, *swapped.first.shapes])
    )
    turned = match(west[::-1], east[::-1], shapely.reverse(border), 40.0)
    assert all(
        one.equals_exact(other) for one, other in zip(done.first.shapes, turned.first.shapes[::-1])
    )
    assert [place.point for place in done.places] == [place.point for place in turned.places]
    again = match(list(done.first.shapes), list(done.second.shapes), border, 40.0)
    moved = sum((side.added_m2 + side.removed_m2).sum() for side in (again.first, again.second))
    assert moved < 1.0
