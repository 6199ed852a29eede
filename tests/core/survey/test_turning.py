"""Turning points: near enough, on the line, shared by neighbours, and the same however blocks come."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.boundary import world
from support.turning import EAST, NORTH, brute_force, coverage, line_with, rules, whole

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.marker import BORDER, CORNER, COUNTY, JUNCTION, SHAPE, SOURCE
from redline_plugin.core.survey.meetings import meetings
from redline_plugin.core.survey.sides import rings_of
from redline_plugin.core.survey.turning import turning_points
from redline_plugin.core.survey.turningapart import put_back
from redline_plugin.core.survey.turningfewest import fewest
from redline_plugin.core.survey.turningtrack import track_of

ONLY_SHAPE = 180.0


def at(places, x, y):
    """Return the reasons of the place at a point, () for no place."""
    near = np.flatnonzero(np.hypot(*(places.points - [EAST + x, NORTH + y]).T) < 1e-6)
    return places.reasons[near[0]] if len(near) else ()


def circle(radius: float = 100.0, count: int = 120) -> shapely.Polygon:
    turn = np.linspace(0.0, 2.0 * np.pi, count, endpoint=False)
    return whole(shapely.Polygon(radius * np.c_[np.cos(turn), np.sin(turn)]))


@settings(max_examples=40)
@given(
    st.integers(0, 10**6),
    st.integers(1, 3),
    st.sampled_from([6, 20, 60]),
    st.sampled_from([5.0, 25.0, 60.0]),
    st.sampled_from([0.0, 1.0, 6.0, 30.0, 120.0]),
)
def test_line_and_polyline_are_near_one_another_and_blocks_stay_apart(
    seed, side, steps, rough, tolerance
):
    cells = coverage(seed, side, steps, rough)
    assume(shapely.is_valid(cells).all())
    assume(abs(shapely.area(shapely.union_all(cells)) - shapely.area(cells).sum()) < 1e-3)
    line = line_with(cells)
    places = turning_points(line, rules(tolerance, ONLY_SHAPE))
    every = shapely.union_all(line.lines())
    assert shapely.distance(shapely.points(places.points), every).max() < 1e-6
    limit = tolerance + 1.001e-6
    assert places.largest_departure <= limit
    assert places.mean_departure <= places.largest_departure
    for arc, (ids, measures, departure) in enumerate(
        zip(places.on_arc, places.at, places.departure)
    ):
        own = shapely.LineString(line.points[line.arc(arc)])
        through = shapely.LineString(places.points[ids])
        assert shapely.hausdorff_distance(own, through, densify=0.2) <= limit + 1e-6
        assert len(ids) == len(measures) == len(departure) + 1
        assert (np.diff(measures) > 0.0).all()
        found = line.place(np.full(len(ids), arc), np.minimum(measures, line.length(arc)))
        if not line.closed[arc]:
            assert np.array_equal(found, places.points[ids])
    # The blocks of turning points are valid and lie side by side.
    made = [
        shapely.Polygon(places.points[ring.places]) for ring in rings_of(line, places) if ring.outer
    ]
    assert shapely.is_valid(made).all()
    assert shapely.area(shapely.union_all(made)) == pytest.approx(shapely.area(made).sum())
    assert min(len(ring.places) for ring in rings_of(line, places)) >= 3


@pytest.mark.parametrize("seed", [0, 1, 2, 39, 105, 124])
@pytest.mark.parametrize("tolerance", [30.0, 60.0, 200.0])
def test_coarse_points_of_crowded_blocks_keep_them_apart(seed, tolerance):
    line = line_with(world(seed)[0])
    places = turning_points(line, rules(tolerance, ONLY_SHAPE))
    rings = rings_of(line, places)
    made = []
    for block in range(len(line.blocks)):
        own = [(ring.outer, places.points[ring.places]) for ring in rings if ring.block == block]
        made.append(shapely.Polygon(own[0][1], [ring for outer, ring in own if not outer]))
    assert shapely.is_valid(made).all()
    assert shapely.area(shapely.union_all(made)) == pytest.approx(shapely.area(made).sum())
    assert places.largest_departure <= tolerance + 1.001e-6
    if tolerance == 200.0:
        assert places.put_back > 0


@settings(max_examples=20)
@given(st.integers(0, 10**6), st.sampled_from([1.0, 10.0]), st.integers(-1000, 1000), st.data())
def test_places_do_not_depend_on_how_blocks_come(seed, tolerance, shift, data):
    cells = coverage(seed, 2, 12, 25.0)
    assume(shapely.is_valid(cells).all())
    places = turning_points(line_with(cells), rules(tolerance))
    order = data.draw(st.permutations(range(4)))
    turn = data.draw(st.integers(0, 40))
    moved = []
    for number in order:
        ring = shapely.get_coordinates(cells[number])[:-1] + np.array([shift, -2 * shift])
        ring = np.roll(ring, turn, axis=0)
        moved.append(shapely.Polygon(ring[::-1] if turn % 2 else ring))
    again = turning_points(line_with(moved), rules(tolerance))

    def found(of, back):
        return sorted(
            (*point, reasons, round(angle, 6))
            for point, reasons, angle in zip(
                (of.points - back).tolist(), of.reasons, of.angle.tolist()
            )
        )

    assert found(places, [0, 0]) == found(again, [shift, -2 * shift])


@pytest.mark.parametrize("count", [5, 8, 9])
@pytest.mark.parametrize("tolerance", [3.0, 11.0])
@pytest.mark.parametrize("seed", range(6))
def test_a_ring_without_anything_that_stays_has_the_fewest_points(seed, count, tolerance):
    rng = np.random.default_rng(seed)
    turn = np.sort(rng.uniform(0.0, 2.0 * np.pi, count))
    ring = np.c_[np.cos(turn), np.sin(turn)] * rng.uniform(40, 60, (count, 1)) + [EAST, NORTH]
    polygon = shapely.Polygon(ring)
    if not polygon.is_valid:
        pytest.skip("it crosses itself")
    places = turning_points(line_with([polygon]), rules(tolerance, ONLY_SHAPE))
    best = min(
        brute_force(np.concatenate([np.roll(ring, -start, axis=0), ring[start][None]]), tolerance)
        for start in range(count)
    )
    if not places.put_back:
        assert len(places.points) == best
    else:
        assert best < len(places.points) == 3


@pytest.mark.parametrize("seed", range(15))
def test_a_ring_begins_where_it_needs_the_fewest_points(seed):
    turn = np.linspace(0.0, 2.0 * np.pi, 60, endpoint=False)
    noise = np.random.default_rng(seed).normal(0.0, 1.0, 60)
    ring = np.c_[np.cos(turn), np.sin(turn)] * (60.0 + 5.0 * np.sin(3.0 * turn) + noise)[:, None]
    ring += np.array([EAST, NORTH])
    places = turning_points(line_with([shapely.Polygon(ring)]), rules(4.0, ONLY_SHAPE))
    from_each = [np.concatenate([np.roll(ring, -n, axis=0), ring[n][None]]) for n in range(60)]
    begin, end = np.array([0]), np.array([60])
    best = min(fewest(each, begin, end, 4.0 + 1e-6, Quiet()).sides[0] for each in from_each)
    assert len(places.points) == best


def test_a_small_ring_has_its_corners():
    places = turning_points(line_with([whole(shapely.box(0, 0, 10, 10))]), rules())
    assert places.angle == pytest.approx([90.0] * 4)
    assert set(places.reasons) == {(CORNER,)}


def test_a_side_that_is_a_hair_from_the_line_gets_its_vertex_back_all_the_same():
    # Another line, with no vertex to get back, lies on the side and not on the line.
    points = np.array([(0, 0), (50, -1e-10), (100, 0), (60, 0), (0, 0)], dtype=float)
    kept = np.array([True, False, True, True, True])
    node = np.array([0, 1, 2, 3, 0])
    done = put_back(points, node, np.array([0, 3, 5]), kept, 1.0, Quiet())
    assert done.tolist() == [True] * 5


@pytest.mark.parametrize("fresh", [[True, False], [False, True], [True, True], [False, False]])
def test_pairs_of_edges_that_meet_are_told_once_when_one_is_fresh(fresh):
    points = np.array([(0, 0), (2, 2), (0, 2), (2, 0)], dtype=float)
    tail, head = np.array([0, 2]), np.array([1, 3])
    one, other = meetings(points, np.arange(4), tail, head, np.array(fresh))
    assert {*one, *other} == ({0, 1} if any(fresh) else set())
    assert len(one) == any(fresh)


def test_corners_stay_and_the_sharpest_of_near_ones_alone():
    # A square with one corner cut off by 4 m: two turns of 45 degrees over a base of 20 m.
    shape = whole(shapely.Polygon([(0, 0), (0, 100), (96, 100), (100, 97), (100, 0)]))
    places = turning_points(line_with([shape]), rules(10.0, 45.0))
    assert at(places, 0, 0) == at(places, 0, 100) == at(places, 100, 0) == (CORNER,)
    near = {at(places, 96, 100), at(places, 100, 97)}
    assert near == {(CORNER,), ()}
    assert len(places.points) == 4
    assert places.angle[0] == pytest.approx(90.0, abs=10.0)
    # No tolerance takes a corner away, and a base of 0 looks at the edges alone.
    assert len(turning_points(line_with([shape]), rules(1000.0, 45.0)).points) == 4
    edges = turning_points(line_with([shape]), rules(1000.0, 45.0, 0.0))
    assert at(edges, 100, 97) == (CORNER,)
    assert at(edges, 96, 100) == ()


def test_a_corner_is_seen_across_the_end_of_a_ring_and_on_both_sides_of_it():
    # The ring's own first vertex (its western one) is the sharpest of three near ones.
    ring = [(0, 0), (6, 9), (100, 60), (200, 0), (100, -60), (6, -9)]
    line = line_with([whole(shapely.Polygon(ring))])
    places = turning_points(line, rules(1.0, 30.0, 20.0))
    assert CORNER in at(places, 0, 0)
    assert CORNER not in at(places, 6, 9) + at(places, 6, -9)


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_places_of_a_block_do_not_depend_on_others_apart_from_it(seed):
    rng = np.random.default_rng(seed)
    shapes = []
    for number in range(4):
        turn = np.linspace(0.0, 2.0 * np.pi, 24, endpoint=False)
        size = [8.0, 150.0, 15.0, 60.0][number]
        ring = np.c_[np.cos(turn), np.sin(turn)] * rng.uniform(0.5, 1.0, (24, 1)) * size
        shapes.append(shapely.Polygon(ring + np.array([EAST + 400.0 * number, NORTH])))
    together = turning_points(line_with(shapes), rules(1.0, 40.0))
    alone = [turning_points(line_with([shape]), rules(1.0, 40.0)) for shape in shapes]

    def found(places):
        return list(zip(map(tuple, places.points.tolist()), places.reasons))

    assert sorted(found(together)) == sorted(each for places in alone for each in found(places))


def test_angles_are_measured_over_the_base():
    # A tooth of 2 m on a straight edge turns by right angles, but not over 20 m.
    tooth = [(0, 0), (0, 200), (100, 200), (100, 198), (102, 198), (102, 200), (200, 200), (200, 0)]
    line = line_with([whole(shapely.Polygon(tooth))])
    kept = turning_points(line, rules(1.0, 45.0))
    assert at(kept, 100, 198) == (SHAPE,)
    number = int(np.flatnonzero((kept.points == [EAST + 100, NORTH + 198]).all(axis=1))[0])
    assert kept.angle[number] < 15.0
    assert CORNER in at(turning_points(line, rules(1.0, 45.0, 1.0)), 100, 198)


def test_junctions_counties_and_kinds_stay():
    east = whole(shapely.box(100, 0, 200, 100))
    road = whole(shapely.LineString([(40, 100), (200, 100)]))
    west = shapely.Polygon(
        [(EAST + x, NORTH + y) for x, y in [(0, 0), (0, 100), (40, 100), (100, 100), (100, 0)]]
    )
    line = line_with([west, east], counties=["990101", "990102"], stretches=[road], kinds=["road"])
    places = turning_points(line, rules())
    assert at(places, 40, 100) == (SOURCE,)
    assert at(places, 100, 100) == (JUNCTION, COUNTY, SOURCE, CORNER)
    assert at(places, 100, 0) == (JUNCTION, COUNTY, CORNER)
    assert at(places, 200, 100) == (SOURCE, CORNER)
    same = line_with([west, east], counties=["990101", "990101"])
    assert at(turning_points(same, rules()), 100, 0) == (JUNCTION, CORNER)
    unknown = line_with([west, east], counties=["990101", ""])
    assert at(turning_points(unknown, rules()), 100, 0) == (JUNCTION, CORNER)
    # A junction is one place on three arcs.
    assert len(places.points) == len(np.unique(places.points, axis=0)) == 7
    assert sum(len(ids) for ids in places.on_arc) == 7 + 4


def test_a_kind_that_changes_where_a_ring_begins():
    square = whole(shapely.box(0, 0, 100, 100))
    line = line_with(
        [square],
        stretches=[whole(shapely.LineString([(0, 0), (0, 100)]))],
        kinds=["natural"],
    )
    assert SOURCE in at(turning_points(line, rules()), 0, 0)


def test_borders_cross_touch_and_run_along_the_line():
    square = whole(shapely.Polygon([(0, 0), (0, 200), (50, 200), (120, 200), (200, 200), (200, 0)]))
    crossing = whole(shapely.LineString([(-50, 77.7), (300, 77.7)]))
    # Along the northern edge between two vertices, from outside and off to the inside; 4 mm beside it.
    along = whole(shapely.LineString([(20, 260), (50, 200.004), (120, 199.996), (150, 100)]))
    ending = whole(shapely.LineString([(90, -80), (90, 0)]))
    line = line_with([square])
    bare = turning_points(line, rules())
    places = turning_points(line, rules(), as_shapes([crossing, along, ending]))
    for x, y in [(0, 77.7), (200, 77.7), (50, 200), (120, 200), (90, 0)]:
        assert at(places, x, y) == (BORDER,), (x, y)
    assert len(places.points) == len(bare.points) + 5
    # Between vertices, the place is put into its edge, which is straight there.
    number = int(np.flatnonzero(places.points[:, 1] == NORTH + 77.7)[0])
    assert places.angle[number] == pytest.approx(0.0, abs=1e-6)
    assert line.nearest(places.points)[2].max() < 1e-6


def test_polygons_are_borders_by_their_outlines_and_the_line_itself_has_no_ends():
    square = whole(shapely.box(0, 0, 200, 200))
    line = line_with([square])
    same = turning_points(line, rules(), as_shapes([square]))
    assert BORDER not in {reason for reasons in same.reasons for reason in reasons}
    half = turning_points(line, rules(), as_shapes([whole(shapely.box(100, -50, 400, 300))]))
    assert at(half, 100, 0) == at(half, 100, 200) == (BORDER,)
    assert len(half.points) == 6
    none = turning_points(line, rules(), as_shapes([whole(shapely.box(500, 0, 600, 10))]))
    assert len(none.points) == 4


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_borders_against_shapely(seed):
    rng = np.random.default_rng(seed)
    line = line_with([circle()])
    border = whole(shapely.LineString(rng.uniform(-160, 160, (6, 2))))
    places = turning_points(line, rules(), as_shapes([border]))
    marked = np.array([BORDER in reasons for reasons in places.reasons], dtype=bool)
    cuts = shapely.get_coordinates(shapely.intersection(border, circle().exterior))
    for cut in cuts:
        assert np.hypot(*(places.points[marked] - cut).T).min() <= 1.011
    if marked.any():
        assert shapely.distance(shapely.points(places.points[marked]), border).max() <= 0.0101
    assert marked.any() == bool(len(cuts))


def test_a_border_across_the_beginning_of_a_ring():
    line = line_with([circle()])
    start = line.points[0] - [EAST, NORTH]
    border = whole(shapely.LineString([start * 0.5, start, start * 2.0]))
    places = turning_points(line, rules(), as_shapes([border]))
    assert at(places, *start) == (BORDER,)
    assert sum(BORDER in reasons for reasons in places.reasons) == 1


def test_a_border_that_runs_around_the_beginning_of_a_ring():
    line = line_with([whole(shapely.box(0, 0, 200, 200))])
    assert line.points[0].tolist() == [EAST, NORTH]
    border = whole(shapely.LineString([(-9, 60), (0, 60), (0, 0), (70, 0), (70, -9)]))
    places = turning_points(line, rules(), as_shapes([border]))
    assert at(places, 0, 60) == at(places, 70, 0) == (BORDER,)
    assert sum(BORDER in reasons for reasons in places.reasons) == 2


def test_a_border_leaves_the_line_where_it_does_and_not_at_a_vertex_nearby():
    outline = [(0, 0), (0, 200), (99.4, 200), (99.6, 200), (99.8, 200), (200, 200), (200, 0)]
    line = line_with([whole(shapely.Polygon(outline))])
    for x in (99.6, 100.5):
        border = whole(shapely.LineString([(50, 260), (50, 200), (x, 200), (x, 260)]))
        places = turning_points(line, rules(), as_shapes([border]))
        assert at(places, 50, 200) == at(places, x, 200) == (BORDER,)
        assert sum(BORDER in reasons for reasons in places.reasons) == 2


def test_a_border_that_ends_a_hair_before_the_line_reaches_it():
    line = line_with([whole(shapely.box(0, 0, 200, 200))])
    for away, count in ((0.005, 1), (0.011, 0)):
        border = whole(shapely.LineString([(90, -80), (90, -away)]))
        places = turning_points(line, rules(), as_shapes([border]))
        assert len(places.points) == 4 + count
        assert at(places, 90, 0) == (BORDER,) * count


def test_a_border_that_is_near_twice_within_a_metre_gives_one_place():
    line = line_with([whole(shapely.box(0, 0, 200, 200))])
    tooth = whole(shapely.LineString([(99.7, -50), (100, 5), (100.3, -50)]))
    assert len(turning_points(line, rules(), as_shapes([tooth])).points) == 5


def test_places_at_vertices_are_these_and_the_same_place_is_put_in_once():
    line = line_with([whole(shapely.box(0, 0, 200, 200))])
    arc = np.zeros(6, dtype=np.int64)
    at_them = np.array([0.0, 50.0, 50.0 + 1e-8, 200.0 - 1e-8, 200.0 + 1e-8, 800.0])
    track = track_of(line, arc, at_them)
    assert track.measure.tolist() == [0.0, 50.0, 200.0, 400.0, 600.0, 800.0]
    assert track.vertex_at(arc, at_them).tolist() == [0, 1, 1, 2, 2, 5]


def test_rings_that_would_collapse_get_points_back():
    sliver = whole(shapely.Polygon([(0, 0), (50, 1), (100, 0), (50, -1)]))
    places = turning_points(line_with([sliver]), rules(5.0, ONLY_SHAPE))
    assert len(places.points) == 3
    assert places.put_back == 1
    # Two arcs between the same two junctions would both become the straight between them.
    upper = shapely.Polygon([(0, 0), (50, 3), (100, 0), (100, 100), (0, 100)])
    lower = shapely.Polygon([(0, 0), (50, -3), (100, 0), (100, -100), (0, -100)])
    island = shapely.Polygon([(0, 0), (50, 3), (100, 0), (50, -3)])
    line = line_with([whole(shape) for shape in (upper, lower, island)])
    places = turning_points(line, rules(5.0, ONLY_SHAPE))
    made = [shapely.Polygon(places.points[ring.places]) for ring in rings_of(line, places)]
    assert all(shape.is_valid for shape in made)
    assert shapely.area(shapely.union_all(made)) == pytest.approx(sum(s.area for s in made))
    assert places.put_back >= 1


def test_a_small_block_is_not_left_on_the_other_side_of_the_line():
    # In a bay 4 m deep lies an island of 1 m, which the straight across the bay would pass over.
    bay = [(0, 0), (40, 0), (50, 4), (60, 0), (100, 0), (100, -100), (0, -100)]
    island = shapely.Polygon([(49.5, 1), (50, 2), (50.5, 1)])
    alone = turning_points(line_with([whole(shapely.Polygon(bay))]), rules(5.0, ONLY_SHAPE))
    assert at(alone, 50, 4) == ()
    island_in = line_with([whole(shapely.Polygon(bay, [island.exterior.coords])), whole(island)])
    places = turning_points(island_in, rules(5.0, ONLY_SHAPE))
    assert at(places, 50, 4) == (SHAPE,)
    made = [shapely.Polygon(places.points[ring.places]) for ring in rings_of(island_in, places)]
    assert made[0].contains(made[1])


def test_no_tolerance_still_leaves_out_what_is_straight():
    ring = [(0, 0), (0, 50), (0, 100), (33.3, 100), (100, 100), (100, 1 / 3), (100, 0)]
    places = turning_points(line_with([whole(shapely.Polygon(ring))]), rules(0.0))
    assert len(places.points) == 4
    assert places.largest_departure <= 1.001e-6


def test_nothing_is_a_line_too():
    places = turning_points(line_with([]), rules())
    assert (len(places.points), places.largest_departure, places.mean_departure) == (0, 0.0, 0.0)


def test_the_mean_departure_is_the_lines_own():
    # A roof of 2 m over a straight side of 100 m: half of its height on average.
    roof = whole(shapely.Polygon([(0, 0), (0, 100), (50, 102), (100, 100), (100, 0)]))
    places = turning_points(line_with([roof]), rules(3.0))
    share = 2.0 * np.hypot(50, 2) / (2.0 * np.hypot(50, 2) + 300.0)
    assert places.mean_departure == pytest.approx(share * 1.0, rel=1e-6)
    assert places.largest_departure == pytest.approx(2.0)
