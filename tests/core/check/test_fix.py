"""Fixes: what they make, what they leave, and what must hold whatever they do."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import translate
from shapely.geometry import Polygon, box

from redline_plugin.core.check.engine import run
from redline_plugin.core.check.fix import fix
from redline_plugin.core.check.polygons import Polygons
from redline_plugin.core.check.topology import TOPOLOGY
from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet

RULES = {rule.id: rule for rule in TOPOLOGY}
LIMITS = {
    "XY_TOLERANCE": 0.001,
    "SHARP_ANGLE": 10.0,
    "SPIKE_WIDTH": 0.5,
    "MAX_AREA": 100.0,
    "MAX_WIDTH": 0.5,
}


def fixed(shapes, protected=(), **limits):
    return fix(shapes, as_shapes(protected), {**LIMITS, **limits}, Quiet())


def counts(shapes, **tolerances):
    subject = Polygons(shapes, [str(n) for n in range(len(shapes))])
    ids = ("overlap", "gap", "opengap", "invalid", "nearvertex", "duplicatevertex", "spike")
    return {
        one: number
        for one, number in run(
            [RULES[one] for one in ids], subject, tolerances, Quiet()
        ).counts.items()
        if number
    }


def closes(done):
    assert done.before_m2 + done.added_m2 - done.removed_m2 == pytest.approx(done.after_m2)


def shared(one, other):
    return shapely.intersection(one.boundary, other.boundary).length


def test_what_is_right_stays_bit_for_bit():
    shapes = [box(0, 0, 10, 10), box(10, 0, 20, 10), box(0, 10, 20, 30), None, shapely.Point(1, 1)]
    done = fixed(shapes)
    assert done.steps == ()
    # A neighbour's corner is put into the edge that it lies on; nothing else changes.
    assert (
        done.shapes[2].normalize()
        == Polygon([(0, 10), (10, 10), (20, 10), (20, 30), (0, 30)]).normalize()
    )
    for at in (0, 1, 4):
        assert shapes[at].normalize() == done.shapes[at].normalize()
    assert done.shapes[3] is None
    assert fixed(done.shapes).rounds == 0


def test_offsets_between_neighbours_become_exact_edges():
    for offset in (1e-9, 1e-6, 1e-4, 0.0009):
        shapes = [box(0, 0, 10, 10), translate(box(10, 0, 20, 10), offset, -offset / 3)]
        done = fixed(shapes)
        assert shared(*done.shapes) == pytest.approx(10.0, abs=0.001)
        assert done.shapes[0].union(done.shapes[1]).geom_type == "Polygon"
        assert shapely.intersection(*done.shapes).area == 0.0
        assert counts(done.shapes) == {}
        closes(done)


def test_an_offset_over_the_tolerance_is_left():
    shapes = [box(0, 0, 10, 10), translate(box(10, 0, 20, 10), 0.0011)]
    done = fixed(shapes)
    assert done.rounds == 0


def test_repeated_vertices_go():
    done = fixed([Polygon([(0, 0), (9, 0), (9, 0), (9, 9), (0, 9), (0, 9)])])
    assert shapely.get_num_coordinates(done.shapes[0]) == 5
    assert [step.kind for step in done.steps] == ["duplicatevertex"] * 2


@pytest.mark.parametrize("width", [0.0, 0.0004, 0.4])
def test_spikes_go(width):
    half = width / 2
    shape = Polygon([(0, 0), (9, 0), (9, 9), (5 + half, 9), (5, 30), (5 - half, 9), (0, 9)])
    done = fixed([shape])
    assert done.shapes[0].bounds == (0, 0, 9, 9)
    assert done.after_m2[0] == pytest.approx(81.0, abs=0.01)
    assert any(step.kind in ("spike", "selfcontact") and step.made for step in done.steps)
    assert counts(done.shapes) == {}


def test_a_spike_between_two_goes_from_both():
    west = Polygon([(0, 0), (9, 0), (9, 4), (15, 4.1), (9, 4.2), (9, 9), (0, 9)])
    east = box(0, 0, 20, 9).difference(west)
    done = fixed([west, east])
    assert done.shapes[0].bounds == (0, 0, 9, 9)
    assert counts(done.shapes) == {}
    assert shapely.intersection(*done.shapes).area == 0.0
    assert done.after_m2.sum() == pytest.approx(180.0)
    closes(done)


def test_a_spike_at_which_others_branch_off_is_left():
    shape = Polygon([(0, 0), (9, 0), (9, 4), (15, 4.1), (9, 4.2), (9, 9), (0, 9)])
    other = Polygon([(15, 4.1), (30, 0), (30, 9)])
    done = fixed([shape, other])
    assert done.shapes[0].equals(shape)
    assert [(step.kind, step.made) for step in done.steps] == [("spike", False)]


def test_a_spike_of_a_long_leg_does_not_move_the_long_edge():
    shape = Polygon([(0, 0), (100, 0), (100, 50), (120, 50), (119.9, 50.3), (-5, 50.3)])
    before = Polygon([(0, 0), (100, 0), (100, 50), (99, 50.0), (120, 50.2), (0, 50.2)])
    done = fixed([before])
    assert done.removed_m2[0] < 3.0
    assert done.shapes[0].boundary.distance(shapely.Point(50, 50.2)) == 0.0
    assert fixed([shape]).rounds >= 0


def test_a_small_overlap_goes_to_the_neighbour_of_the_longer_edge():
    west, east = box(0, 0, 10, 10), Polygon([(9.8, 2), (30, 2), (30, 4), (9.8, 4)])
    done = fixed([west, east])
    # The overlap shares 2 + 0.2 + 0.2 with the west one, 2 with the east one.
    assert done.shapes[0].equals(west)
    assert done.shapes[1].equals(box(10, 2, 30, 4))
    assert shared(*done.shapes) == pytest.approx(2.0)
    (step,) = [step for step in done.steps if step.kind == "overlap"]
    assert step.made
    closes(done)
    assert counts(done.shapes) == {}


def test_a_small_gap_goes_to_the_neighbour_of_the_longest_edge():
    frame = box(0, 0, 30, 30).difference(box(10, 10, 20, 20))
    done = fixed([frame, box(10, 10, 20, 19.9)])
    # The gap shares 10 + 0.1 + 0.1 with the frame, 10 with the inner one.
    assert done.shapes[0].equals(box(0, 0, 30, 30).difference(box(10, 10, 20, 19.9)))
    assert done.added_m2[0] == pytest.approx(1.0)
    assert counts(done.shapes) == {}
    closes(done)


def test_what_is_over_the_limits_is_left_and_listed():
    shapes = [box(0, 0, 10, 10), box(9.4, 0, 20, 10)]
    for limits in ({}, {"MAX_WIDTH": 0.7, "MAX_AREA": 5.9}):
        done = fixed(shapes, **limits)
        (step,) = done.steps
        assert (step.kind, step.made) == ("overlap", False)
        assert all(one.equals(other) for one, other in zip(shapes, done.shapes))
    assert [step.made for step in fixed(shapes, MAX_WIDTH=0.7).steps] == [True]


def test_an_edge_of_a_protected_area_stays():
    west, east = box(0, 0, 10, 10), Polygon([(9.8, 2), (30, 2), (30, 4), (9.8, 4)])
    done = fixed([west, east], [box(9.8, 2, 40, 4)])
    assert done.shapes[1].equals(east)
    assert done.shapes[0].equals(west.difference(east))
    assert counts(done.shapes) == {}
    # Where both have a protected edge there, nothing is done.
    done = fixed([west, east], [box(9.8, 2, 40, 4), box(-5, -5, 10, 10)])
    assert done.shapes[0].equals(west)
    assert done.shapes[1].equals(east)
    assert not any(step.made for step in done.steps)


def test_vertices_of_a_protected_area_stay():
    area = box(0, 0, 10, 10)
    shape = translate(area, 0.0004)
    assert fixed([shape], [area]).shapes[0].equals_exact(area.normalize())


def test_a_polygon_that_touches_itself_is_split():
    done = fixed([Polygon([(0, 0), (4, 0), (4, 4), (8, 4), (8, 8), (4, 4), (0, 4)])])
    assert done.shapes[0].geom_type == "MultiPolygon"
    assert done.after_m2[0] == pytest.approx(24.0)
    assert counts(done.shapes) == {}


def test_a_bow_tie_is_left_and_listed():
    bow = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    done = fixed([bow, box(20, 0, 30, 10)])
    assert done.shapes[0].equals_exact(bow)
    assert [(step.kind, step.made, step.feature) for step in done.steps] == [("invalid", False, 0)]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([1e-9, 1e-5, 3e-4, 0.05]), st.booleans())
def test_disturbed_partitions_come_out_right(seed, noise, far):
    random = np.random.default_rng(seed)
    n = 4
    corners = np.stack(np.meshgrid(np.arange(n + 1), np.arange(n + 1), indexing="ij"), -1) * 50.0
    corners = corners + random.uniform(-12, 12, corners.shape)
    corners += [500_000.0, 4_300_000.0] if far else [0.0, 0.0]
    shapes = []
    for i, j in itertools.product(range(n), range(n)):
        ring = corners[[i, i + 1, i + 1, i], [j, j, j + 1, j + 1]]
        shapes.append(Polygon(ring + random.uniform(-noise, noise, ring.shape)))
    done = fixed(shapes)
    left = [step for step in done.steps if not step.made]
    closes(done)
    assert shapely.is_valid(done.shapes).all()
    for one, other in itertools.combinations(done.shapes, 2):
        assert shapely.intersection(one, other).area < 1e-4 or left
    if noise < 1e-3:
        assert counts(done.shapes) == {}
        assert len(shapely.union_all(done.shapes).interiors) == 0
    again = fixed(done.shapes)
    assert again.rounds == 0
    assert not any(step.made for step in again.steps)
    order = random.permutation(len(shapes))
    other = fixed([shapes[at] for at in order])
    assert all(
        other.shapes[number].equals_exact(done.shapes[at]) for number, at in enumerate(order)
    )
