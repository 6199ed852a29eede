"""The parts of placing: intervals, nearness, the line as an axis, corners, crossings, witnesses."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from support.markers import (
    CRS,
    X,
    Y,
    at,
    box,
    line_with,
    polygon,
    rules,
    things,
    way,
)
from support.rasters import write

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.geodesy.transform import to_longitude_latitude
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.survey.linefile import Terrains
from redline_plugin.core.survey.placing.corners import JUNCTION, NONE, Points, thinned, turns_at
from redline_plugin.core.survey.placing.course import Course, paths_of
from redline_plugin.core.survey.placing.crossings import crossings
from redline_plugin.core.survey.placing.near import near, within
from redline_plugin.core.survey.placing.slopes import Slopes, terrains_of, too_steep
from redline_plugin.core.survey.placing.spans import Spans, joined
from redline_plugin.core.survey.placing.witnesses import pairs
from redline_plugin.core.survey.rulesfile import load_rules

SQUARE = [(0, 0), (0, 400), (400, 400), (400, 0)]


def as_spans(pairs_) -> Spans:
    found = np.array(sorted(pairs_), dtype=np.float64).reshape(-1, 2)
    return Spans(found[:, 0], found[:, 1])


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=8),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), min_size=1, max_size=4),
)
def test_intervals_are_joined_cut_and_turned_inside_out(some, others):
    one = as_spans([(a, a + b) for a, b in some]).merged()
    bounds = as_spans([(a, a + b) for a, b in others]).merged()
    # Half numbers are never an end.
    places = np.arange(-1.0, 80.0) + 0.5

    def inside(pairs_):
        return np.array([any(a <= p <= a + b for a, b in pairs_) for p in places])

    assert (one.inside(places) == inside(some)).all()
    assert (one.within(bounds).merged().inside(places) == (inside(some) & inside(others))).all()
    free = one.outside(bounds)
    assert (free.inside(places) == (~inside(some) & inside(others))).all()
    assert (free.stop > free.start).all()
    assert (joined([one, bounds]).inside(places) == (inside(some) | inside(others))).all()
    ends = {*one.start, *one.stop, *bounds.start, *bounds.stop}
    assert set(free.start) | set(free.stop) <= ends


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.sampled_from([0.5, 3.0, 20.0]))
def test_a_path_is_near_a_segment_over_one_interval(seed, reach):
    rng = np.random.default_rng(seed)
    a, b, c, d = np.round(rng.uniform(-20, 20, (4, 40, 2)), rng.integers(0, 4))
    low, high, hit = within(a, b, c, d, reach)
    share = np.linspace(0.0, 1.0, 101)
    length = np.hypot(*(b - a).T)
    for number in range(40):
        points = a[number] + (b[number] - a[number]) * share[:, None]
        away = shapely.distance(shapely.linestrings([c[number], d[number]]), shapely.points(points))
        along = share * length[number]
        mine = hit[number] & (along >= low[number] - 1e-9) & (along <= high[number] + 1e-9)
        sure = np.abs(away - reach) > 1e-6
        assert (mine[sure] == (away[sure] < reach)).all()


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.sampled_from([1e-3, 2.0, 15.0]))
def test_where_a_line_is_near_to_lines_and_in_areas(seed, reach):
    rng = np.random.default_rng(seed)
    line = line_with(box(0, 0, 200, 150), box(200, 0, 330, 150), box(400, 0, 460, 60))
    course = Course(line, rules())
    paths = paths_of(course)
    shapes = as_shapes(
        [
            way(*rng.uniform(-20, 480, (5, 2))),
            shapely.Polygon(at(rng.uniform(-20, 480, (3, 2)))),
            shapely.Point(*at([rng.uniform(0, 460, 2)])[0]).buffer(rng.uniform(5, 60)),
        ]
    )
    once = Spans(course.origin, course.origin + course.length)
    found = near(paths, once, shapes, reach, Quiet())
    assert (np.diff(np.stack([found.start, found.stop], axis=1).ravel()) >= 0.0).all()
    for arc in range(line.count):
        measure = np.linspace(0.0, course.length[arc], 400)
        points = shapely.points(line.place(np.full(400, arc), measure))
        away = np.min([shapely.distance(shape, points) for shape in shapes], axis=0)
        in_area = np.any([shapely.intersects(shape, points) for shape in shapes[1:]], axis=0)
        edge = np.min([shapely.distance(shapely.boundary(s), points) for s in shapes[1:]], axis=0)
        expected = (away < reach) | in_area
        sure = (np.abs(away - reach) > 1e-6) & (edge > 1e-5)
        mine = found.inside(course.at(np.full(400, arc), measure))
        assert (mine[sure] == expected[sure]).all()


def test_what_is_near_ends_where_it_is_just_near():
    line = line_with(box(0, 0, 1000, 1000))
    course = Course(line, rules())
    road = way((500, -100), (560, 100))
    once = Spans(course.origin, course.origin + course.length)
    found = near(paths_of(course), once, as_shapes([road]), 7.0, Quiet())
    assert len(found) == 1
    ends = paths_of(course).point(np.array([found.start[0], found.stop[0]]))
    assert shapely.distance(road, shapely.points(ends)) == pytest.approx([7.0, 7.0], abs=1e-7)


def some_line():
    """Two neighbours, one of them with a hole, and a block by itself."""
    hole = at([(60, 60), (60, 90), (90, 90), (90, 60)])
    first = shapely.Polygon(at([(0, 0), (0, 150), (200, 150), (200, 0)]), [hole])
    return line_with(first, box(200, 0, 330, 150), box(400, 0, 460, 60))


def test_the_axis_leads_there_and_back():
    line = some_line()
    course = Course(line, rules())
    rng = np.random.default_rng(1)
    arc = rng.integers(0, line.count, 200)
    measure = rng.uniform(0.0, 1.0, 200) * course.length[arc]
    place = course.at(arc, measure)
    for there in (place, place + np.where(line.closed[arc], course.length[arc], 0.0)):
        found, back = course.back(there)
        assert (found == arc).all()
        assert back == pytest.approx(measure, abs=1e-6)
    assert np.allclose(paths_of(course).point(place), line.place(arc, measure))
    assert course.unused(course.used(place)) == pytest.approx(place, abs=1e-6)


@settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_what_is_used_up_is_the_integral_of_one_by_the_limit(seed):
    rng = np.random.default_rng(seed)
    line = some_line()
    given_rules = rules(500.0, spacings=[("any", "flat", 120.0), ("any", "hill", 77.0)])
    ids = ("any", "flat", "hill")
    terrains = Terrains(rng.integers(0, 3, len(line.points)), ids)
    course = Course(line, given_rules, terrains)
    arc = int(rng.integers(0, line.count))
    low, high = np.sort(rng.uniform(0.0, course.length[arc], 2))
    steps = np.linspace(low, high, 20001)
    middle = (steps[1:] + steps[:-1]) / 2.0
    part = line.arc(arc)
    vertex = np.searchsorted(line.measure[part], middle, side="right") - 1
    limit = np.array([500.0, 120.0, 77.0])[terrains.index[part][vertex]]
    expected = float(((high - low) / 20000 / limit).sum())
    origin = course.origin[arc]
    used = course.used(np.array([origin + low, origin + high]))
    assert used[1] - used[0] == pytest.approx(expected, abs=1e-4)
    if line.closed[arc]:
        turned = course.used(np.array([origin + high, origin + low + course.length[arc]]))
        whole = course.used(np.array([origin, origin + course.length[arc]]))
        assert turned[1] - turned[0] + used[1] - used[0] == pytest.approx(whole[1] - whole[0])


def test_no_spacing_reaches_from_one_arc_to_the_next():
    course = Course(some_line(), rules())
    ends = course.used(course.bounds.stop)[:-1]
    assert (course.used(course.bounds.start)[1:] - ends > 1.0).all()


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.sampled_from([0.0, 20.0, 100.0, 1000.0]))
def test_of_corners_near_to_one_another_the_sharpest_stay(seed, apart):
    rng = np.random.default_rng(seed)
    line = some_line()
    course = Course(line, rules())
    arc = np.sort(rng.integers(0, line.count, 25))
    measure = rng.uniform(0.0, 1.0, 25) * course.length[arc]
    angle = rng.integers(60, 90, 25).astype(float)
    by = thinned(course, Points(arc, measure, angle, ("",) * 25), apart)

    def away(one, other):
        found = abs(measure[one] - measure[other])
        long = course.length[arc[one]]
        return min(found, long - found) if line.closed[arc[one]] else found

    kept = []
    for one in sorted(range(25), key=lambda at_: (-angle[at_], arc[at_], measure[at_])):
        end = min(measure[one], course.length[arc[one]] - measure[one])
        if not line.closed[arc[one]] and end < apart:
            assert by[one] == JUNCTION
        elif any(arc[one] == arc[other] and away(one, other) < apart for other in kept):
            assert by[one] in kept
            assert away(one, by[one]) < apart
        else:
            assert by[one] == NONE
            kept.append(one)


def test_changes_of_direction():
    line = line_with(polygon([(0, 0), (0, 100), (100, 100), (100, 0)]))
    turns = turns_at(line, np.zeros(4, dtype=int), np.array([0.0, 100.0, 150.0, 300.0]), 10.0)
    assert turns == pytest.approx([90.0, 90.0, 0.0, 90.0])


RIVER = rules(crossings=[("river", 50.0, "one")])
TOP = [(-50, 300), (200, 420), (450, 300)]


def crossed(*shapes, kind="river", line=None):
    """Where a square's line is crossed, in metres from (X, Y)."""
    line = line or line_with(polygon(SQUARE))
    course = Course(line, RIVER)
    given_rules = rules(crossings=[(kind, 50.0, "one")])
    found = crossings(course, paths_of(course), things(**{kind: shapes}), given_rules, Quiet())
    assert all(each == kind for each in found.kind)
    arc, measure = course.back((found.start + found.stop) / 2.0)
    places = line.place(arc, measure) - (X, Y)
    return sorted((round(float(x), 3), round(float(y), 3)) for x, y in places)


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        ([way((-50, 200), (50, 200))], [(0, 200)]),
        ([way((-50, 200), (450, 200))], [(0, 200), (400, 200)]),
        # It only comes up to the line, from inside or outside, or overshoots by less than data tell.
        ([way((-50, 200), (0, 200))], []),
        ([way((-50, 200), (-1, 200))], []),
        ([way((0, 200), (50, 200))], []),
        ([way((-50, 200), (0.03, 200))], []),
        # Cut in two at the line, once with a gap of rounding.
        ([way((-50, 200), (0, 200)), way((0, 200), (50, 200))], [(0, 200)]),
        ([way((-50, 200), (-0.004, 200)), way((0.004, 200), (50, 200))], [(0, 200)]),
        # A junction of roads on the line, all from one side; or not.
        ([way((-50, 200), (0, 200)), way((0, 200), (-50, 250))], []),
        ([way((-50, 200), (0, 200), (50, 250)), way((0, 200), (-50, 250))], [(0, 200)]),
        # Along the line and off again on the same side, or on the other one.
        ([way((-50, 100), (0, 100), (0, 300), (-50, 300))], []),
        ([way((-50, 100), (0, 100), (0, 300), (50, 300))], [(0, 200)]),
        # Through a corner of the line.
        ([way((-50, 450), (50, 350))], [(0, 400)]),
        ([way((-50, 400), (0, 400), (0, 450))], []),
        # Just beside a corner.
        ([way((-50, 399.95), (50, 399.95))], [(0, 399.95), (400, 399.95)][:1]),
        ([way((-0.05, 450), (0.05, 350))], [(0, 400)]),
        ([way((0.05, 450), (0.06, 350))], [(0.055, 400)]),
        # The vertex at which the ring begins.
        ([way((-50, -50), (50, 50))], [(0, 0)]),
        ([way((-50, 0.1), (50, 0.1))], [(0, 0.1)]),
    ],
)
def test_what_crosses_the_line_and_what_does_not(shapes, expected):
    assert crossed(*shapes) == expected


def test_a_reference_that_wobbles_along_the_line_does_not_cross_it_all_the_time():
    y = np.linspace(50.0, 350.0, 301)
    x = np.where(np.arange(301) % 2 == 0, 0.0004, -0.0004)
    wobbling = way((-50, 50), *np.c_[x, y], (-50, 350))
    assert crossed(wobbling) == []


def test_areas_cross_from_bank_to_bank():
    assert crossed(box(-50, 100, 450, 130)) == [(0, 115), (400, 115)]
    # One beside the line, or all around a hole, does not.
    assert crossed(box(-50, 100, 0.01, 130)) == []
    assert crossed(box(-50, -50, 450, 450)) == []
    course = Course(line_with(polygon(SQUARE)), RIVER)
    found = crossings(
        course, paths_of(course), things(river=[box(-50, 100, 50, 130)]), RIVER, Quiet()
    )
    assert found.stop[0] - found.start[0] == pytest.approx(30.0, abs=0.2)


def test_borders_cross_with_their_outlines():
    assert crossed(box(-50, 100, 450, 130), kind="border") == [
        (0, 100),
        (0, 130),
        (400, 100),
        (400, 130),
    ]


def test_a_ring_of_a_border_goes_on_at_its_end():
    # The border's ring begins on the line.
    ring = shapely.Polygon(at([(0, 200), (-50, 250), (-50, 150)]))
    assert crossed(ring, kind="border") == []
    ring = shapely.Polygon(at([(0, 200), (-50, 250), (-50, 300), (50, 300), (50, 180)]))
    assert crossed(ring, kind="border") == [(0, 200), (0, 300)]


def test_only_what_the_rules_name_is_looked_for():
    line = line_with(polygon(SQUARE))
    course = Course(line, RIVER)
    around = things(road=[way((-50, 200), (50, 200))])
    assert len(crossings(course, paths_of(course), around, RIVER, Quiet())) == 0


def witness(line, points, ways, around, **of):
    course = Course(line, rules())
    given_rules = rules(clearances=[("river", 5.0), ("water", 2.0)], **of)
    return pairs(at(points), ways, paths_of(course), around, given_rules, None, Quiet())


def test_witnesses_stand_on_both_sides_square_to_the_line():
    line = line_with(polygon([(0, -500), (0, 500), (600, 500), (600, -500)]))
    around = things(river=[way((-200, 0), (200, 0))])
    (found,) = witness(line, [(0.0, 0.0)], [[0.0, 180.0]], around)
    # The river itself runs square to the line: they stand obliquely, clear of it.
    sides = sorted(np.sign(one.x - X) for one in found)
    assert sides == [-1.0, 1.0]
    for one in found:
        assert shapely.distance(around.kind("river")[0], shapely.Point(one.x, one.y)) >= 5.0
        assert one.offset == pytest.approx(np.hypot(one.x - X, one.y - Y))
        # The azimuth leads from the witness to the point.
        turn = np.radians(one.azimuth)
        assert (one.x + one.offset * np.sin(turn), one.y + one.offset * np.cos(turn)) == (
            pytest.approx((X, Y))
        )
    lake = things(water=[shapely.Point(X, Y).buffer(10.0, quad_segs=64)])
    (found,) = witness(line, [(0.0, 0.0)], [[0.0, 180.0]], lake)
    assert sorted(one.azimuth for one in found) == pytest.approx([90.0, 270.0])
    assert [one.offset for one in found] == pytest.approx([12.0, 12.0], abs=0.01)


def test_at_a_shore_both_witnesses_stand_on_land():
    line = line_with(polygon([(0, -500), (0, 500), (600, 500), (600, -500)]))
    lake = things(water=[box(-300, -600, 1, 600)])
    (found,) = witness(line, [(0.0, 0.0)], [[0.0, 180.0]], lake)
    assert all(one.x > X + 3.0 for one in found)
    apart = abs((found[0].azimuth - found[1].azimuth + 180.0) % 360.0 - 180.0)
    assert apart >= 60.0


def test_no_witness_beyond_reach_or_beyond_the_line():
    line = line_with(polygon([(0, -500), (0, 500), (600, 500), (600, -500)]))
    lake = things(water=[box(-300, -600, 300, 600)])
    assert witness(line, [(0.0, 0.0)], [[0.0, 180.0]], lake) == [None]
    # A narrow block: on its side the free ground is beyond its other edge.
    strip = line_with(polygon([(0, -500), (0, 500), (8, 500), (8, -500)]))
    lake = things(water=[box(-3, -600, 30, 600)])
    (found,) = witness(strip, [(0.0, 0.0)], [[0.0, 180.0]], lake)
    assert all(one.x < X for one in found)
    assert witness(strip, [(0.0, 0.0)], [[0.0, 180.0]], lake, witness_reach_m=1.0) == [None]


def ground(folder, values, name="slope.tif", elevation=False, **how):
    how.setdefault("transform", (X - 150.0, 30.0, 0.0, Y + 600.0, 0.0, -30.0))
    path = write(folder / name, np.asarray(values, dtype=np.float32), **how)
    return Slopes(RasterSource(path, valid=(None, None)), CRS, elevation=elevation)


def in_degrees():
    """A grid in degrees over the same ground."""
    corner = to_longitude_latitude(np.array([[X - 150.0, Y + 600.0]]), CRS)[0]
    step = 30.0 / 111_000.0
    return {"transform": (corner[0], step, 0.0, corner[1], 0.0, -step), "epsg": 4490}


@pytest.mark.parametrize("degrees", [False, True])
def test_pieces_of_the_line_are_in_one_cell_each(tmp_path, degrees):
    rng = np.random.default_rng(5)
    values = rng.uniform(0.0, 60.0, (30, 30))
    values[4:9, 3:12] = -9999.0
    how = in_degrees() if degrees else {}
    slopes = ground(tmp_path, values, nodata=-9999.0, **how)
    line = line_with(polygon([(0, 0), (37, 410), (433, 371), (402, 11)]))
    course = Course(line, rules())
    paths = paths_of(course)
    pieces = slopes.along(paths, Quiet())
    whole = np.bincount(pieces.segment, pieces.high - pieces.low)
    assert whole == pytest.approx(paths.length)
    number = rng.integers(0, len(pieces.segment), 500)
    share = rng.uniform(0.01, 0.99, 500)
    along = pieces.low[number] + (pieces.high - pieces.low)[number] * share
    points = paths.point(paths.at[pieces.segment[number]] + along)
    assert slopes.at(points) == pytest.approx(pieces.slope[number], nan_ok=True)
    assert np.isnan(pieces.slope).any()
    steep = too_steep(pieces, paths, rules(steepest_deg=40.0))
    measure = np.linspace(0.0, course.length[0], 3001)
    here = slopes.at(line.place(np.zeros(3001, dtype=int), measure)) > 40.0
    place = course.at(np.zeros(3001, dtype=int), measure)
    ends = np.concatenate([steep.start, steep.stop])
    sure = np.abs(place[:, None] - ends[None, :]).min(axis=1) > 0.01
    assert (steep.inside(place)[sure] == here[sure]).all()
    assert too_steep(pieces, paths, rules(steepest_deg=None)).merged().start.size == 0


def test_terrain_is_that_of_the_mean_slope_of_a_segment(tmp_path):
    values = np.full((30, 30), 3.0)
    values[:, 10:] = 30.0
    # Cells are 30 m from x = -150: the steep ones begin at x = 150.
    slopes = ground(tmp_path, values)
    line = line_with(polygon([(0, 0), (0, 100), (160, 100), (400, 100), (400, 0)]))
    course = Course(line, rules())
    paths = paths_of(course)
    found = terrains_of(line, paths, load_rules(), slopes.along(paths, Quiet()))
    kinds = {}
    for segment in range(len(paths.at)):
        middle = (paths.start[segment] + paths.end[segment]) / 2.0 - (X, Y)
        vertex = line.tails()[segment]
        kinds[tuple(np.round(middle, 6))] = found.ids[found.index[vertex]]
    assert kinds == {
        (0.0, 50.0): "flat",
        # 150 m at 3 degrees and 10 m at 30: 4.7 in the mean.
        (80.0, 100.0): "flat",
        (280.0, 100.0): "mountain",
        (400.0, 50.0): "mountain",
        # 150 m at 3 degrees and 250 m at 30: 19.9.
        (200.0, 0.0): "mountain",
    }


def test_terrain_is_any_where_there_is_no_slope(tmp_path):
    values = np.full((30, 30), -9999.0)
    slopes = ground(tmp_path, values, nodata=-9999.0)
    line = line_with(polygon(SQUARE))
    paths = paths_of(Course(line, rules()))
    found = terrains_of(line, paths, load_rules(), slopes.along(paths, Quiet()))
    assert set(found.index) == {0}
    assert found.ids[0] == "any"


def test_slopes_of_heights(tmp_path):
    rise = np.tan(np.radians(20.0)) * 30.0
    heights = np.arange(30)[None, :] * rise + np.zeros((30, 1))
    slopes = ground(tmp_path, heights, elevation=True)
    assert slopes.at(at([(100.0, 100.0)])) == pytest.approx([20.0], abs=1e-3)
    slopes.close()
