"""Routes against the best there are, bounds, the pace of walking, and crews with equal work."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey import route, routeshares
from redline_plugin.core.survey.route import along_curve, round_trip
from redline_plugin.core.survey.routecost import NAISMITH, PLAIN, RULE_TITLES, TOBLER, Walk
from redline_plugin.core.survey.routecrews import crew_routes, spanning_tree_m
from redline_plugin.core.survey.routeshares import shares

NO_BASES = np.empty((0, 2))
KICKS = 2000


def scattered(count, seed=1, size=10_000.0):
    return np.random.default_rng(seed).uniform(0.0, size, (count, 2))


def minutes(walk, order):
    return float(walk.legs([*order, order[0]]).sum())


def shortest(walk):
    """The best round trip (Held and Karp, 1962)."""
    count = len(walk.places)
    away = [[walk.minutes(i, j) for j in range(count)] for i in range(count)]
    best = {(1 << j, j): away[0][j] for j in range(1, count)}
    for size in range(2, count):
        best = {
            (sum(1 << j for j in some), last): min(
                best[sum(1 << j for j in some if j != last), before] + away[before][last]
                for before in some
                if before != last
            )
            for some in itertools.combinations(range(1, count), size)
            for last in some
        }
    return min(value + away[last][0] for (_, last), value in best.items())


@pytest.mark.parametrize("rule", list(RULE_TITLES))
def test_small_trips_are_the_best_there_are(rule):
    for seed in range(8):
        count = 5 + seed % 5
        heights = np.random.default_rng(seed).uniform(0, 600, count)
        walk = Walk(rule, scattered(count, seed), heights)
        order = round_trip(walk, Quiet(), KICKS)
        assert sorted(order) == list(range(count))
        assert order[0] == 0
        assert minutes(walk, order) <= shortest(walk) * (1.0 + 1e-9)


def test_large_trips_come_near_to_what_is_expected():
    """Of places scattered evenly the best trip is 0.7124 sqrt(n A) (1 + 0.33 / n), torus apart."""
    walk = Walk(PLAIN, scattered(1500), None)
    order = round_trip(walk, Quiet(), 3000)
    expected = 0.7124 * math.sqrt(1500.0) * 10_000.0 * 60 / 5000
    assert minutes(walk, order) < 1.07 * expected
    quick = round_trip(walk, Quiet(), 0)
    assert minutes(walk, order) < 0.98 * minutes(walk, quick)
    metres = minutes(walk, order) / 60 * 5000
    assert 1.0 < metres / spanning_tree_m(walk.places) < 1.2


@given(
    places=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=30),
    kicks=st.integers(0, 60),
)
@settings(max_examples=80)
def test_every_place_once_whatever_they_are(places, kicks):
    at = np.array(places, dtype=float) * 100.0
    walk = Walk(PLAIN, at, None)
    order = round_trip(walk, Quiet(), kicks)
    assert sorted(order) == list(range(len(places)))
    assert order[0] == 0
    curve = along_curve(at)
    assert minutes(walk, order) <= minutes(walk, curve.tolist()) + 1e-6
    assert minutes(walk, order) / 60 * 5000 >= spanning_tree_m(at) - 1e-6


def test_a_trip_keeps_what_it_believes_of_itself():
    """The gains that are summed up are those of the trip."""
    walk = Walk(TOBLER, scattered(120), np.random.default_rng(4).uniform(0, 800, 120))
    trip = route._Trip(walk, along_curve(walk.places).tolist(), Quiet())
    before = minutes(walk, trip.order)
    gained = trip.improve(range(120))
    assert before - gained == pytest.approx(minutes(walk, trip.order), rel=1e-12)
    assert [trip.order[at] for at in trip._at] == list(range(120))
    settled = minutes(walk, trip.order)
    trip.kick(300)
    assert minutes(walk, trip.order) < settled
    assert [trip.order[at] for at in trip._at] == list(range(120))


def test_the_same_places_give_the_same_trip():
    places = scattered(300)
    first = round_trip(Walk(PLAIN, places, None), Quiet(), KICKS)
    assert first == round_trip(Walk(PLAIN, places, None), Quiet(), KICKS)


def test_turning_is_limited_and_trips_stay_whole(monkeypatch):
    monkeypatch.setattr(route, "MOST_TURNED", 20)
    walk = Walk(PLAIN, scattered(400), None)
    order = round_trip(walk, Quiet(), 500)
    assert sorted(order) == list(range(400))
    assert minutes(walk, order) < 0.95 * minutes(walk, along_curve(walk.places).tolist())


def test_the_curve_goes_from_neighbour_to_neighbour():
    cells = np.stack(np.meshgrid(np.arange(32), np.arange(32)), axis=-1).reshape(-1, 2) + 0.5
    steps = np.abs(np.diff(cells[along_curve(cells)], axis=0)).sum(axis=1)
    assert set(steps.tolist()) == {1.0}


def pace(rule, away, up):
    """Minutes for a leg, by the rule's own words, both ways halved."""
    if rule == NAISMITH:
        return (2 * away / 5000 * 60 + up / 600 * 60) / 2
    speeds = [0.6 * 6 * math.exp(-3.5 * abs(s + 0.05)) for s in (up / away, -up / away)]
    return sum(away / 1000 / speed * 60 for speed in speeds) / 2


@pytest.mark.parametrize("rule", [TOBLER, NAISMITH])
@pytest.mark.parametrize(("away", "up"), [(1000.0, 0.0), (1000.0, 30.0), (400.0, 150.0)])
def test_the_pace(rule, away, up):
    walk = Walk(rule, np.array([[0.0, 0.0], [away, 0.0]]), np.array([500.0, 500.0 + up]))
    assert walk.minutes(0, 1) == pytest.approx(pace(rule, away, up))
    assert walk.minutes(1, 0) == walk.minutes(0, 1)


def test_level_and_unknown_ground():
    places = np.array([[0.0, 0.0], [1000.0, 0.0]])
    assert Walk(PLAIN, places, None).minutes(0, 1) == pytest.approx(12.0)
    for rule in RULE_TITLES:
        level = Walk(rule, places, np.zeros(2)).minutes(0, 1)
        assert Walk(rule, places, None).minutes(0, 1) == pytest.approx(level)
        assert Walk(rule, places, np.array([0.0, np.nan])).minutes(0, 1) == pytest.approx(level)
    # Nobody walks straight up a wall.
    wall = Walk(TOBLER, places, np.array([0.0, 5000.0])).minutes(0, 1)
    assert wall == pytest.approx(pace(TOBLER, 1000.0, 1000.0))


def test_spanning_trees():
    assert spanning_tree_m(np.array([[0.0, 0.0]])) == 0.0
    assert spanning_tree_m(np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 4.0]])) == 5.0
    assert spanning_tree_m(np.array([[0.0, 0.0], [2.0, 2.0], [1.0, 1.0]])) == pytest.approx(8**0.5)
    corners = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])
    assert spanning_tree_m(corners) == pytest.approx(30.0)


@pytest.mark.parametrize("crews", [1, 2, 3, 7])
def test_crews_get_equal_work_and_all_of_it(crews):
    places = scattered(240, seed=5)
    groups = shares(Walk(PLAIN, places, None), crews, 20.0, Quiet())
    assert sorted(np.concatenate(groups).tolist()) == list(range(240))
    found = crew_routes(
        places, None, np.full(240, np.nan), None, NO_BASES, crews, PLAIN, 20.0, Quiet()
    )
    work = [each.minutes for each in found]
    assert len(found) == crews
    assert max(work) < 1.08 * np.mean(work)
    assert sorted(place for each in found for place in each.visits) == list(range(240))
    for each in found:
        way = np.array([each.base, *places[list(each.visits)], each.base])
        assert each.metres == pytest.approx(np.hypot(*np.diff(way, axis=0).T).sum())
        assert each.minutes == pytest.approx(each.metres / 5000 * 60 + 20.0 * len(each.visits))
        assert each.metres >= each.least_m


def test_as_many_crews_as_places_and_places_in_clumps():
    places = np.concatenate([np.zeros((5, 2)), np.full((2, 2), 9000.0), [[0.0, 9000.0]]])
    for crews in range(1, 9):
        groups = shares(Walk(PLAIN, places, None), crews, 30.0, Quiet())
        assert len(groups) == crews
        assert min(len(group) for group in groups) >= 1
        assert sorted(np.concatenate(groups).tolist()) == list(range(8))


def test_no_work_and_no_way():
    places = np.zeros((4, 2))
    groups = shares(Walk(PLAIN, places, None), 2, 0.0, Quiet())
    assert sorted(np.concatenate(groups).tolist()) == [0, 1, 2, 3]


def test_cells_are_compact():
    """Of two far clumps of equal work each gets a crew, whatever way a trip would be cut."""
    places = np.concatenate([scattered(60, 1, 1000.0), scattered(60, 2, 1000.0) + 50_000.0])
    groups = shares(Walk(PLAIN, places, None), 2, 30.0, Quiet())
    assert sorted(sorted(group.tolist()) for group in groups) == [
        list(range(60)),
        list(range(60, 120)),
    ]


def test_crews_do_not_cross_one_anothers_ground():
    import shapely

    places = scattered(400, seed=8)
    groups = shares(Walk(PLAIN, places, None), 4, 60.0, Quiet())
    hulls = [shapely.MultiPoint(places[group]).convex_hull for group in groups]
    for one, other in itertools.combinations(hulls, 2):
        assert one.intersection(other).area == 0.0


def test_thinned_for_many_places(monkeypatch):
    places = scattered(300, 3)
    monkeypatch.setattr(routeshares, "_ENOUGH", 100)
    groups = shares(Walk(PLAIN, places, None), 3, 30.0, Quiet())
    assert sorted(np.concatenate(groups).tolist()) == list(range(300))
    assert max(map(len, groups)) < 1.15 * 100


def test_bases_and_the_way_from_the_road():
    places = np.array([[100.0, 0.0], [200.0, 0.0], [9000.0, 50.0], [9100.0, 50.0]])
    road_m = np.array([10.0, 40.0, 50.0, 5.0])
    road_places = places + np.array([[0.0, 10.0], [0.0, 40.0], [0.0, 50.0], [0.0, 5.0]])
    bases = np.array([[9000.0, 0.0], [0.0, 0.0], [50_000.0, 0.0]])
    found = crew_routes(places, None, road_m, road_places, bases, 2, PLAIN, 10.0, Quiet())
    assert sorted((each.base_number, each.visits) for each in found) in (
        [(0, (2, 3)), (1, (0, 1))],
        [(0, (3, 2)), (1, (0, 1))],
        [(0, (2, 3)), (1, (1, 0))],
    )
    own = crew_routes(places, None, road_m, road_places, NO_BASES, 2, PLAIN, 10.0, Quiet())
    assert {each.base for each in own} == {(100.0, 10.0), (9100.0, 55.0)}
    west = next(each for each in own if each.base[0] == 100.0)
    # In from the road, on (straight, not back to the road and in), and back.
    straight = [10.0, 100.0, math.hypot(100.0, 10.0)]
    assert west.metres == pytest.approx(sum(straight))
    assert west.off_road_m == pytest.approx(10.0 + (10.0 + 40.0) + 40.0)
    # Two bases for three crews.
    three = crew_routes(
        np.concatenate([places, [[0.0, 5000.0]]]), None, np.zeros(5), None, bases[:2], 3, PLAIN,
        10.0, Quiet(),
    )  # fmt: skip
    for each in three:
        if each.visits != (4,):
            assert each.base_number == (0 if set(each.visits) <= {2, 3} else 1)
    # One base for all crews.
    one = crew_routes(places, None, road_m, road_places, bases[:1], 2, PLAIN, 10.0, Quiet())
    assert [each.base_number for each in one] == [0, 0]


def test_cancel():
    class Stop(Quiet):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        round_trip(Walk(PLAIN, scattered(800), None), Stop(), 100)
    with pytest.raises(CancelledError):
        shares(Walk(PLAIN, scattered(50), None), 3, 1.0, Stop())
