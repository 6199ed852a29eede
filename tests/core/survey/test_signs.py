"""Signs on small red lines: against a fine sampling, with spacing, sight, existing ones, and reasons."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from shapely.geometry import LineString, Point, Polygon, box
from support.survey import CELL, X, Y, ground, line_from, ways_of

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.survey import signs, signssolve
from redline_plugin.core.survey.marker import CROSSROADS, VILLAGE, VISIBLE
from redline_plugin.core.survey.rules import Value
from redline_plugin.core.survey.rulesfile import load_rules
from redline_plugin.core.survey.signs import Standing, Things, place_signs
from redline_plugin.core.survey.signsboard import block_areas
from redline_plugin.core.survey.signscover import Cover, too_near
from redline_plugin.core.survey.signsdemand import Villages
from redline_plugin.core.survey.signsnetwork import line_pieces
from redline_plugin.core.survey.signssites import Sight
from redline_plugin.core.survey.signssolve import by_branching
from redline_plugin.core.survey.signszones import zones

NOBODY = Standing(np.empty((0, 2)), np.empty(0, dtype=bool))


def rules(**changed):
    given_ = {name: Value(value, "user") for name, value in changed.items()}
    return replace(load_rules().signs, **given_)


PLAIN = rules(reach_m=500.0, least_apart_m=0.0, village_within_m=500.0, junction_within_m=300.0)


def villages_at(*places, people=None, names=None):
    shapes = [place if isinstance(place, shapely.Geometry) else Point(place) for place in places]
    count = len(shapes)
    return Villages(
        as_shapes(shapes),
        tuple(names or [f"v{number}" for number in range(count)]),
        tuple(map(str, range(count))),
        np.full(count, np.nan) if people is None else np.array(people, dtype=float),
    )


def place(line, villages=None, ways=None, using=PLAIN, standing=NOBODY, sight=None, **more):
    options = {"budget": 0, "end_m": 50.0, **more}
    nowhere = options.pop("zones", as_shapes([]))
    return place_signs(
        line, using, Things(villages, ways, nowhere), standing, sight, Quiet(), **options
    )


def new(plan):
    return np.array([sign.place for sign in plan.signs if sign.standing is None]).reshape(-1, 2)


SQUARE = line_from(box(0, 0, 4000, 3000))


def sampled(line, shapes, reach, apart):
    """The problem on places a few metres apart, without any cleverness."""
    along = shapely.union_all(line.lines())
    points = shapely.line_interpolate_point(
        shapely.line_merge(along), np.arange(0.0, along.length, 4.0)
    )
    near = shapely.distance(points[:, None], shapes[None, :]) <= reach - 1e-6
    kept = near.any(axis=1)
    columns = near.any(axis=0)
    rows = near[kept][:, columns]
    return Cover(
        csr_matrix(rows.astype(float)),
        np.ones(int(columns.sum())),
        too_near(shapely.get_coordinates(points[kept]), apart),
    )


@given(
    places=st.lists(
        st.tuples(st.integers(-60, 460), st.integers(-60, 360)), min_size=1, max_size=9, unique=True
    ),
)
@settings(max_examples=25)
def test_as_few_as_on_a_fine_sampling(places):
    shapes = [Point(10.0 * x, 10.0 * y) for x, y in places]
    plan = place(SQUARE, villages_at(*shapes))
    near = [s for s in shapes if SQUARE.lines()[0].distance(s) <= 500.0]
    assert len(plan.demands) == len(near)
    if not near:
        assert not plan.signs
        return
    cover = sampled(SQUARE, np.array(near, dtype=object), 500.0, 0.0)
    served = len(plan.demands) - len(plan.unserved)
    # A place that only just touches a demand's reach may lie between two samples.
    assert served >= cover.serves.shape[1]
    best = by_branching(cover, cover.sites) if cover.sites < 60 else None
    if signssolve._milp() is not None:
        best = signssolve.by_program(cover, cover.sites)
    if best is not None and served == cover.serves.shape[1]:
        assert plan.new <= len(best.chosen)
    assert plan.least_new == plan.new
    # Each is served by a sign that is in its reach, and on the line.
    found = new(plan)
    for at, demand in enumerate(plan.demands):
        away = np.hypot(*(found - demand.place).T)
        assert (away.min() <= 500.0 + 1e-6) == (at not in dict(plan.unserved))
    assert shapely.distance(shapely.points(found), SQUARE.lines()[0]).max() < 1e-6


def test_weights_grow_with_people_and_the_heaviest_come_first():
    villages = villages_at((-100, 300), (-100, 1500), (-100, 2800), people=[200, 5000, np.nan])
    plan = place(SQUARE, villages, budget=1)
    assert [demand.weight for demand in plan.demands] == [1.0, 5.0, 1.0]
    assert plan.new == 1
    assert plan.weight == plan.most_weight == 5.0
    assert plan.limited
    assert plan.full_new == 3
    assert {str(why) for _, why in plan.unserved} == {
        "The budget is used up; 3 new signs would serve all that can be served."
    }
    weights = [place(SQUARE, villages, budget=count).weight for count in (1, 2, 3, 4)]
    assert weights == [5.0, 6.0, 7.0, 7.0]


def test_kinds_of_demands():
    main = LineString([(-200, -100), (4400, -100)])
    side = LineString([(1000, -100), (1000, 600)])
    path = LineString([(-300, 2000), (300, 2000)])
    ways = ways_of(main, side, path, main=[True, True, False], path=[False, False, True],
                   names=["G1", "", ""])  # fmt: skip
    plan = place(SQUARE, villages_at((2000, -300), names=["张家村"]), ways)
    assert [(d.kind, str(d.called())) for d in plan.demands] == [
        (VISIBLE, "path 3"),
        (VISIBLE, "road 2"),
        (CROSSROADS, "junction of G1"),
        (VILLAGE, "张家村"),
    ]
    assert [d.away_m for d in plan.demands] == pytest.approx([0.0, 0.0, 100.0, 300.0])
    assert [d.weight for d in plan.demands] == [2.0, 2.0, 2.0, 1.0]
    assert not plan.unserved
    assert sum(sign.weight for sign in plan.signs) == plan.weight == 7.0


def test_signs_stand_beside_the_road_not_on_it():
    road = ways_of(LineString([(1000, -600), (1000, 600)]))
    whole = load_rules()
    nowhere = zones(line_pieces(SQUARE, True), road, as_shapes([]), as_shapes([]), whole)
    plan = place(SQUARE, None, road, zones=nowhere)
    assert abs(new(plan)[0, 0] - 1000.0) == pytest.approx(5.01, abs=0.02)


def test_water_and_forbidden_land_are_kept_off():
    water = as_shapes([box(-50, -50, 4050, 900), LineString([(-50, 2000), (4050, 2000)])])
    forbidden = as_shapes([box(-10, 1900, 10, 1990)])
    whole = load_rules()
    nowhere = zones(line_pieces(SQUARE, True), None, water, forbidden, whole)
    plan = place(SQUARE, villages_at((-200, 2000), (2000, -100)), zones=nowhere)
    # All of the line near the second one lies in water.
    assert [str(why) for _, why in plan.unserved] == [
        "All of the line within 500 m of it lies on roads, in water or where no sign can stand."
    ]
    stands = shapely.Point(new(plan)[0])
    assert stands.distance(water[1]) >= 5.0
    assert stands.distance(forbidden[0]) > 0.0


def test_too_far_for_a_sign():
    using = rules(reach_m=200.0, village_within_m=500.0, least_apart_m=0.0)
    plan = place(SQUARE, villages_at((-350, 1000)), using=using)
    assert [str(why) for _, why in plan.unserved] == [
        "The line is 350 m away, and a sign's reach is 200 m."
    ]
    assert plan.servable_weight == 0.0
    assert plan.gap == 0.0


def test_spacing_is_kept_and_told():
    # Two villages on both sides of a thin block, each in reach of its own side only.
    thin = line_from(box(0, 0, 4000, 20))
    villages = villages_at((2000, 115), (2000, -95), people=[3000, 1000])
    using = rules(reach_m=100.0, village_within_m=500.0, least_apart_m=0.0)
    assert place(thin, villages, using=using).new == 2
    apart = replace(using, least_apart_m=Value(150.0, "user"))
    plan = place(thin, villages, using=apart)
    assert plan.new == 1
    assert plan.weight == plan.most_weight == 3.0
    assert [str(why) for _, why in plan.unserved] == [
        "A sign for it would be nearer than 150 m to others, which serve more."
    ]


@given(seed=st.integers(0, 200), apart=st.sampled_from([0.0, 300.0, 700.0]))
@settings(max_examples=20)
def test_no_two_are_too_near(seed, apart):
    rng = np.random.default_rng(seed)
    villages = villages_at(*rng.uniform(-400, 4400, (12, 2)).tolist())
    using = replace(PLAIN, least_apart_m=Value(apart, "user"))
    found = new(place(SQUARE, villages, using=using))
    for one, other in itertools.combinations(found, 2):
        assert np.hypot(*(one - other)) >= apart - 1e-6


def test_signs_that_are_there_serve_and_stay():
    villages = villages_at((-100, 300), (-100, 2000))
    there = Standing(np.array([[0.0, 400.0], [0.0, 2100.0]]), np.array([True, False]))
    plan = place(SQUARE, villages, standing=there)
    # The second one is lost: its village gets a new sign.
    assert [sign.standing for sign in plan.signs] == [0, 1, None]
    assert [len(sign.demands) for sign in plan.signs] == [1, 0, 1]
    assert plan.new == 1
    assert plan.serving == 1
    everything = Standing(there.places, np.array([True, True]))
    assert place(SQUARE, villages, standing=everything).new == 0
    # A budget counts those that are there.
    plan = place(SQUARE, villages, standing=there, budget=1)
    assert plan.new == 0
    assert len(plan.unserved) == 1


def test_each_thing_belongs_to_its_nearest_sign():
    villages = villages_at((-100, 300), (-100, 700), (-100, 1100))
    there = Standing(np.array([[0.0, 400.0], [0.0, 900.0]]), np.array([True, True]))
    plan = place(SQUARE, villages, standing=there)
    own = {
        demand: (at, away) for at, sign in enumerate(plan.signs) for demand, away in sign.demands
    }
    for at, demand in enumerate(plan.demands):
        away = np.hypot(*(there.places - demand.place).T)
        assert own[at] == (int(away.argmin()), pytest.approx(away.min()))


def test_areas_of_blocks_without_their_holes():
    hole = [(1000, 1000), (2000, 1000), (2000, 2000), (1000, 2000)]
    whole = shapely.transform(
        shapely.MultiPolygon([Polygon(box(0, 0, 4000, 3000).exterior, [hole])]),
        lambda xy: xy + np.array([X, Y]),
    )
    other = shapely.transform(Polygon(hole), lambda xy: xy + np.array([X, Y]))
    line = line_from(whole.geoms[0], other)
    expected = polygon_areas([whole, other], line.crs)
    assert block_areas(line) == pytest.approx(expected.tolist(), rel=1e-12)


def test_too_near_to_one_that_is_there():
    # The one there stands in the block's middle, in reach of neither village.
    villages = villages_at((2000, 115))
    thin = line_from(box(0, 0, 4000, 20))
    using = rules(reach_m=100.0, village_within_m=500.0, least_apart_m=200.0)
    there = Standing(np.array([[2000.0, 10.0]]), np.array([True]))
    plan = place(thin, villages, using=using, standing=there)
    assert [str(why) for _, why in plan.unserved] == [
        "Every place that serves it is nearer than 200 m to a sign that is there."
    ]


def test_the_order_of_layers_changes_nothing():
    rng = np.random.default_rng(11)
    polygons = [box(0, 0, 2000, 3000), box(2000, 0, 4000, 3000), box(5000, 0, 6000, 900)]
    roads = [LineString(rng.uniform(-500, 6500, (3, 2))) for _ in range(8)]
    shapes = [Point(*rng.uniform(-400, 6400, 2)) for _ in range(20)]
    people = rng.integers(100, 4000, 20)
    found = []
    for order in (1, -1):
        plan = place(
            line_from(*polygons[::order]),
            villages_at(*shapes[::order], people=people[::order]),
            ways_of(*roads[::order]),
            using=rules(),
        )
        found.append((new(plan), plan.weight, np.array([d.place for d in plan.demands])))
    assert found[0][0] == pytest.approx(found[1][0], abs=1e-6)
    assert found[0][1] == found[1][1]
    assert found[0][2] == pytest.approx(found[1][2], abs=1e-6)


def test_a_sign_shared_by_neighbours_and_polygons_for_villages():
    line = line_from(box(0, 0, 2000, 1000), box(2000, 0, 4000, 1000))
    village = Polygon([(1900, 1400), (2100, 1400), (2000, 1300)])
    plan = place(line, villages_at(village), using=rules(reach_m=300.5, least_apart_m=0.0))
    # Only at the nearest part of the area is the line in reach.
    assert plan.demands[0].away_m == pytest.approx(300.0)
    assert new(plan)[0] == pytest.approx([2000.0, 1000.0], abs=1.0)
    outside = place(line, villages_at((2000, 500)), using=PLAIN, inner=False)
    inside = place(line, villages_at((2000, 500)), using=PLAIN)
    assert outside.demands[0].away_m == 500.0
    assert inside.demands[0].away_m == 0.0


def test_behind_a_ridge_a_sign_does_not_serve(tmp_path):
    values = np.full((60, 60), 100.0)
    values[:, 20] = 160.0
    raster = ground(tmp_path, values)
    # The western edge of the block is seen from the west only.
    west = X + 25 * CELL
    line = line_from(box(west, Y - 1500, west + 600, Y - 300))
    villages = villages_at((west - 300, Y - 900), (west + 100, Y - 900))
    plan = place(line, villages, sight=Sight(raster, 1.6, 2.5))
    assert [plan.demands[at].place[0] for at, _ in plan.unserved] == [pytest.approx(west - 300)]
    assert str(plan.unserved[0][1]).startswith("The ground hides it from all")
    assert len(place(line, villages).unserved) == 0
    # Without ground under it, all is taken for seen, and counted.
    far = line_from(box(X - 5000, Y - 1500, X - 4000, Y - 300))
    blind = place(far, villages_at((X - 5100, Y - 900)), sight=Sight(raster, 1.6, 2.5))
    assert blind.new == 1
    assert blind.blind > 0


def test_nothing_asks_for_a_sign():
    plan = place(SQUARE, villages_at((9000, 9000)))
    assert plan.signs == ()
    assert plan.demands == ()
    assert plan.gap == 0.0


def test_with_and_without_milp_the_same_number(monkeypatch):
    rng = np.random.default_rng(2)
    villages = villages_at(*rng.uniform(-400, 4400, (25, 2)).tolist())
    first = place(SQUARE, villages, using=rules())
    monkeypatch.setattr(signs, "best_solver", lambda: by_branching)
    second = place(SQUARE, villages, using=rules())
    assert (first.new, first.weight) == (second.new, second.weight)
    assert second.least_new == second.new


def test_cancel():
    class Stop(Quiet):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        place_signs(
            SQUARE,
            PLAIN,
            Things(villages_at((0, 0)), None, as_shapes([])),
            NOBODY,
            None,
            Stop(),
            budget=0,
            end_m=50.0,
        )
