"""Markers placed: every rule kept or told, and no more of them than brute force needs."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from support.markers import (
    a_world,
    at,
    checked,
    corners_of,
    line_with,
    placed,
    polygon,
    rows_of,
    rules,
    slopes_of,
    some_rules,
    things,
    way,
)

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.marker import (
    ELECTRONIC,
    WITNESS,
)
from redline_plugin.core.survey.placing.exceptions import exceptions_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("ground")


@settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_every_rule_is_kept(folder, seed):
    line, around, rng = a_world(seed)
    given_rules = some_rules(rng, electronic=True)
    points = corners_of(line, given_rules)
    slopes = slopes_of(rng, folder) if rng.random() < 0.7 else None
    found = placed(line, given_rules, around, slopes, points)
    assert found.not_kept == []
    assert [(one.rule, one.place, str(one.why)) for one in checked(found, points)] == []
    assert found.fewest == len(found.sites)


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.booleans())
def test_what_cannot_be_kept_is_told(folder, seed, witness):
    line, around, rng = a_world(seed)
    given_rules = some_rules(rng, electronic=False, witness=witness)
    points = corners_of(line, given_rules)
    slopes = slopes_of(rng, folder) if rng.random() < 0.7 else None
    found = placed(line, given_rules, around, slopes, points)
    assert all(site.kind != ELECTRONIC for site in found.sites)
    # The check finds nothing that was not told; around a junction without a marker, spacings and
    # rings of several arcs follow from that.
    told = {one.rule for one in found.not_kept}
    wrong = {one.rule for one in checked(found, points)}
    assert wrong - {"spacing", "bare"} <= told
    if wrong & {"spacing", "bare"}:
        assert told & {"spacing", "bare", "junction"}
    rows = rows_of(found)
    listed = exceptions_of(found, points, rows, Quiet())
    assert {one.rule for one in listed} == wrong | told
    assert all(one.block for one in listed)


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_points_are_on_the_line_once(folder, seed):
    line, around, rng = a_world(seed)
    given_rules = some_rules(rng)
    found = placed(line, given_rules, around, None, corners_of(line, given_rules))
    rows = [row for row in rows_of(found) if row.marker.kind != WITNESS]
    places = shapely.points([row.place for row in rows])
    assert shapely.distance(places, shapely.union_all(line.lines())).max() <= 1e-6
    # What neighbours share has one set of points: none has another one beside it.
    tree = shapely.STRtree(places)
    one, other = tree.query(places, predicate="dwithin", distance=1e-3)
    assert (one == other).all()
    numbers = [row.marker.marker for row in rows_of(found)]
    assert len(set(numbers)) == len(numbers)


def ring(rng, turns=9, size=60.0):
    """A rough ring, about 400 m long."""
    angle = np.linspace(0.0, 2.0 * np.pi, turns, endpoint=False)
    radius = size * rng.uniform(0.6, 1.4, turns)
    return polygon(np.c_[radius * np.sin(angle), radius * np.cos(angle)])


STEP = 2.0


def brute_ring(line, given_rules, around, more=0.0):
    """The fewest markers of a ring over places STEP apart; ``more`` loosens all rules by so many m."""
    lines = line.lines()[0]
    count = int(lines.length / STEP)
    measure = np.arange(count) * lines.length / count
    step = lines.length / count
    points = shapely.line_interpolate_point(lines, measure)
    free = np.ones(count, dtype=bool)
    for rule in given_rules.markers.clearances:
        for shape in around.kind(rule.kind):
            away = shapely.distance(shape, points)
            free &= away >= rule.metres.number - more
            if shape.geom_type == "Polygon" and more == 0.0:
                free &= ~shapely.contains_properly(shape, points)
    wants = []
    for rule in given_rules.markers.crossings:
        for shape in around.kind(rule.kind):
            for point in shapely.get_parts(shapely.intersection(lines, shape)):
                here = shapely.line_locate_point(lines, point)
                within = rule.within_m.number + more
                wants.append((here - within, here + within))
    limit = given_rules.markers.spacings[0].most_m.number + more
    reach = min(int(limit / step + 1e-9), count)

    # From a place, how far on another one may be: no wanted stretch is passed.
    def ahead(begin):
        most = begin * step + limit
        for low, high in wants:
            for turn in (-1, 0, 1, 2):
                if low + turn * lines.length > begin * step + 1e-9:
                    most = min(most, high + turn * lines.length)
        return min(int(most / step + 1e-9), begin + reach) - begin

    far = np.array([ahead(begin) for begin in range(count)])
    best = None
    for start in np.flatnonzero(free[: reach + 1]):
        here = {0}
        for number in range(1, count + 1):
            if best is not None and number >= best:
                break
            if any(offset + far[(start + offset) % count] >= count for offset in here):
                best = number
                break
            here = {
                offset + on
                for offset in here
                for on in range(1, far[(start + offset) % count] + 1)
                if offset + on < count and free[(start + offset + on) % count]
            }
            if not here:
                break
    return best


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_a_ring_has_no_more_markers_than_brute_force_needs(seed):
    rng = np.random.default_rng(seed)
    line = line_with(ring(rng))

    def across():
        turn = rng.uniform(0.0, 2.0 * np.pi)
        side = 120.0 * np.array([np.cos(turn), np.sin(turn)])
        shift = rng.uniform(-40, 40, 2)
        return way(shift - side, shift + side)

    around = things(
        road=[across()],
        river=[across()] if rng.random() < 0.5 else [],
        water=[shapely.Point(*at([rng.uniform(-60, 60, 2)])[0]).buffer(rng.uniform(5, 25))],
    )
    given_rules = rules(
        float(rng.choice([50.0, 80.0, 120.0, 500.0])),
        clearances=[("road", 6.0), ("river", 4.0), ("water", 2.0)],
        crossings=[("road", 30.0, "one"), ("river", 25.0, "one")],
        witness=False,
        electronic=False,
    )
    found = placed(line, given_rules, around)
    expected = brute_ring(line, given_rules, around)
    if found.not_kept:
        assert expected is None
        return
    assert len(found.sites) == found.fewest
    if expected is not None:
        assert found.fewest <= expected
    # Nor fewer than brute force needs where every rule is loosened by what its steps leave out.
    assert found.fewest >= brute_ring(line, given_rules, around, more=2.0 * STEP)
