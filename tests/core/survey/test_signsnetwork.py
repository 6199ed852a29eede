"""Junctions of main roads, and where people reach the line."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, box
from support.survey import line_from, ways_of

from redline_plugin.core.survey.signsnetwork import (
    SAME_CROSSING_M,
    Spot,
    junctions,
    line_pieces,
    reaching,
    thinned,
)


def places(spots):
    return [(round(spot.x, 1), round(spot.y, 1)) for spot in spots]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Three ends meet.
        ([[(0, 0), (500, 0)], [(500, 0), (900, 0)], [(500, 0), (500, 400)]], [(500, 0)]),
        # One ends on another that is not cut there, half a metre short of it.
        ([[(0, 0), (900, 0)], [(500, 0.5), (500, 400)]], [(500, 0.2)]),
        # Two cross that are not cut.
        ([[(0, 0), (900, 0)], [(500, -400), (500, 400)]], [(500, 0)]),
        # Two that follow one another are no junction, nor is a bend.
        ([[(0, 0), (500, 0)], [(500, 0), (500, 400)]], []),
        # A road drawn twice is one.
        ([[(0, 0), (500, 0)], [(500, 0), (0, 0)], [(500, 0), (900, 0)]], []),
        # A loop has two ends at its root.
        ([[(0, 0), (500, 0)], [(500, 0), (700, 200), (500, 400), (500, 0)]], [(500, 0)]),
        # Near, but more than a metre apart.
        ([[(0, 0), (900, 0)], [(500, 1.5), (500, 400)]], []),
    ],
)
def test_junctions(lines, expected):
    found = places(junctions(ways_of(*map(LineString, lines))))
    assert len(found) == len(expected)
    assert np.array(found) == pytest.approx(np.array(expected), abs=0.3)


def test_only_main_roads_make_main_junctions():
    lines = [LineString(x) for x in ([(0, 0), (900, 0)], [(500, 0), (500, 400)])]
    assert len(junctions(ways_of(*lines))) == 1
    assert junctions(ways_of(*lines, main=[True, False])) == []


def test_a_roundabout_is_one_junction():
    arms = [
        LineString([(10 * np.cos(a), 10 * np.sin(a)), (300 * np.cos(a), 300 * np.sin(a))])
        for a in np.radians([0, 90, 180, 270])
    ]
    around = LineString(
        10 * np.stack([np.cos(a := np.radians(range(0, 361, 5))), np.sin(a)], axis=1)
    )
    found = junctions(ways_of(around, *arms))
    assert len(found) == 1
    assert set(found[0].ways) == {0, 1, 2, 3, 4}


@pytest.fixture
def square():
    return line_pieces(line_from(box(0, 0, 1000, 1000)), inner=True)


def test_roads_that_cross_end_at_and_run_along_the_line(square):
    crossing = LineString([(-500, 500), (500, 500)])
    ends = LineString([(500, -400), (500, -30)])
    far = LineString([(200, -400), (200, -80)])
    passes = LineString([(-400, -60), (1400, -60)])
    found = reaching(ways_of(crossing, ends, far, passes), square, 50.0, 800.0)
    assert places(found) == [(0.0, 500.0), (500.0, -30.0)]
    assert [spot.ways for spot in found] == [(0,), (1,)]
    along = LineString([(1300, 0), (1000, 0), (1000, 1000), (1300, 1000)])
    spots = reaching(ways_of(along), square, 50.0, 400.0)
    assert np.array(places(spots)) == pytest.approx(
        np.array([(1000.0, 1000.0 * share / 3.0) for share in range(4)]), abs=0.1
    )


def test_a_road_that_goes_on_does_not_end(square):
    first, then = LineString([(-400, -30), (500, -30)]), LineString([(500, -30.4), (1400, -30)])
    assert reaching(ways_of(first, then), square, 50.0, 800.0) == []
    assert len(reaching(ways_of(first), square, 50.0, 800.0)) == 1


def test_a_lone_loop_has_no_end(square):
    loop = LineString([(500, -30), (450, -90), (550, -90), (500, -30)])
    assert reaching(ways_of(loop), square, 50.0, 800.0) == []


def test_inner_boundaries_only_when_asked():
    line = line_from(box(0, 0, 1000, 1000), box(1000, 0, 2000, 1000))
    road = ways_of(LineString([(500, 500), (1500, 500)]))
    for inner, count in ((True, 1), (False, 0)):
        assert len(reaching(road, line_pieces(line, inner), 50.0, 800.0)) == count


def test_thinning_keeps_all_ways_and_no_order():
    rng = np.random.default_rng(5)
    spots = [Spot(*rng.uniform(0, 1000, 2).tolist(), (n,)) for n in range(120)]
    kept = thinned(spots, SAME_CROSSING_M)
    assert kept == thinned(spots[::-1], SAME_CROSSING_M)
    points = shapely.points([(spot.x, spot.y) for spot in kept])
    nearest = [shapely.distance(p, np.delete(points, n)).min() for n, p in enumerate(points)]
    assert min(nearest) > SAME_CROSSING_M
    for spot in spots:
        assert min(np.hypot(spot.x - k.x, spot.y - k.y) for k in kept) <= SAME_CROSSING_M
    assert sorted(way for spot in kept for way in spot.ways) == list(range(120))
