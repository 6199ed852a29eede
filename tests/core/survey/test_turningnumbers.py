"""Numbers of turning points: stable under edits, never twice, never again."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from support.turning import EAST, NORTH, coverage, line_with, rules, whole

from redline_plugin.core.survey.keeping import same_places
from redline_plugin.core.survey.marker import PLANNED, RETIRED
from redline_plugin.core.survey.sides import rings_of, sides_of_rings
from redline_plugin.core.survey.turning import turning_points
from redline_plugin.core.survey.turningnumbers import Previous, number_points
from redline_plugin.core.survey.turningrows import point_rows

PATTERN = "{block}-J{serial:04d}"


def survey(line, previous=None, tolerance=2.0):
    """Return the rows of a run, as a layer has them."""
    rule = rules(tolerance)
    places = turning_points(line, rule)
    rings = rings_of(line, places)
    numbered = number_points(line, places, rings, PATTERN, previous)
    sides = sides_of_rings(line, places, rings)
    rows, _ = point_rows(line, places, rings, sides, numbered, rule.turning, None, str)
    return rows


def layer(rows):
    return Previous([point for point, _ in rows], np.array([xy for _, xy in rows]).reshape(-1, 2))


def living(rows):
    return {point.point: xy for point, xy in rows if point.state == PLANNED}


def test_numbers_run_clockwise_and_a_shared_point_has_that_of_the_first_block():
    west, east = shapely.box(0, 0, 100, 100), shapely.box(100, 0, 200, 100)
    line = line_with([whole(east), whole(west)], codes=["10", "9"], counties=["990102", "990101"])
    rows = survey(line)
    at = {(x - EAST, y - NORTH): point for point, (x, y) in rows}
    assert [at[xy].point for xy in [(0, 100), (100, 100), (100, 0), (0, 0)]] == [
        "9-J0001",
        "9-J0002",
        "9-J0003",
        "9-J0004",
    ]
    assert [at[xy].point for xy in [(200, 100), (200, 0)]] == ["10-J0001", "10-J0002"]
    shared = at[100, 100]
    assert (shared.block, shared.blocks, shared.county) == ("9", "9,10", "990101")
    assert (shared.ring, shared.serial) == (1, 2)
    assert at[200, 0].serial == 3
    assert shared.reasons == "junction,county,corner,start"
    assert shared.why.startswith("blocks meet, counties meet")
    assert at[0, 100].reasons == "corner,start"
    assert at[0, 0].belt == 36
    assert at[0, 0].easting == EAST
    assert at[0, 0].boundary == "any"


def test_what_follows_a_point_is_told_in_its_own_ring():
    west, east = shapely.box(0, 0, 100, 100), shapely.box(100, 0, 200, 100)
    north = [whole(shapely.LineString([(x, 100), (x + 100, 100)])) for x in (0, 100)]
    line = line_with([whole(west), whole(east)], stretches=north, kinds=["natural", "road"])
    at = {(x - EAST, y - NORTH): point for point, (x, y) in survey(line)}
    assert at[0, 100].boundary == "natural"
    assert at[100, 100].boundary == "any"
    assert at[200, 100].boundary == "any"
    assert at[100, 0].boundary == "any"


@st.composite
def edits(draw):
    """A ring, and what becomes of it: vertices moved, put in and taken out, several times."""
    radii = draw(st.lists(st.integers(40, 90), min_size=8, max_size=14))
    steps = draw(
        st.lists(
            st.lists(
                st.tuples(
                    st.sampled_from(["move", "insert", "remove", "back"]),
                    st.integers(0, 30),
                    st.integers(30, 99),
                ),
                min_size=1,
                max_size=4,
            ),
            min_size=1,
            max_size=5,
        )
    )
    return radii, steps


def ring_of(radii):
    turn = np.linspace(0.0, 2.0 * np.pi, len(radii), endpoint=False)
    ring = np.c_[np.cos(turn), np.sin(turn)] * np.array(radii, dtype=float)[:, None]
    return np.round(ring * 64.0) / 64.0 + np.array([EAST, NORTH])


@settings(max_examples=60)
@given(edits())
def test_survivors_keep_their_numbers_and_none_is_given_twice_or_again(drawn):
    radii, steps = drawn
    ring = ring_of(radii).tolist()
    first = list(ring)
    rows = survey(block_of(ring))
    given_to: dict[str, tuple] = dict(living(rows))
    for step in steps:
        for kind, number, radius in step:
            at = number % len(ring)
            if kind == "insert":
                other = ring[(at + 1) % len(ring)]
                middle = (np.array(ring[at]) + np.array(other)) / 2.0
                ring.insert(at + 1, (middle + (radius - 60) / 2.0).tolist())
            elif kind == "remove" and len(ring) > 6:
                ring.pop(at)
            elif kind == "back" and at < len(first) and first[at] not in ring:
                ring[at] = first[at]
            else:
                ring[at] = [ring[at][0] + radius / 8.0, ring[at][1] - radius / 8.0]
        if not shapely.Polygon(ring).is_valid:
            return
        before = living(rows)
        again = survey(block_of(ring), layer(rows))
        now = living(again)
        numbers = [point.point for point, _ in again]
        assert len(set(numbers)) == len(numbers)
        # Every number that ever was is still there, at one place.
        assert set(given_to) <= set(numbers)
        places_before = {xy: number for number, xy in before.items()}
        for number, xy in now.items():
            if xy in places_before:
                assert number == places_before[xy]
            else:
                assert number not in given_to
                given_to[number] = xy
            assert given_to[number] == xy
        retired = {point.point for point, _ in again if point.state == RETIRED}
        assert retired == set(given_to) - set(now)
        # What is retired stays so, and a rerun changes nothing.
        assert survey(block_of(ring), layer(again)) == again
        rows = again


def block_of(ring):
    return line_with([shapely.Polygon(ring)], codes=["A"])


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.permutations(range(4)), st.integers(0, 3))
def test_numbers_stay_when_blocks_come_and_go(seed, order, gone):
    cells = coverage(seed, 2, 12, 20.0)
    codes = ["5", "6", "7", "8"]
    rows = survey(line_with([cells[i] for i in order], codes=[codes[i] for i in order]))
    assert rows == survey(line_with(cells, codes=codes))
    # One block fewer, then a new one in its place whose code comes first.
    left = [i for i in range(4) if i != gone]
    fewer = survey(line_with([cells[i] for i in left], codes=[codes[i] for i in left]), layer(rows))
    old, now = living(rows), living(fewer)
    assert all(old[number] == xy for number, xy in now.items() if number in old)
    only = [xy for number, xy in old.items() if number not in now]
    assert all(shapely.distance(cells[gone], shapely.Point(xy)) < 1e-6 for xy in only)
    back = survey(
        line_with([*cells[left], cells[gone]], codes=[*[codes[i] for i in left], "1"]),
        layer(fewer),
    )
    latest = living(back)
    assert all(latest.get(number) == xy for number, xy in now.items())
    fresh = set(latest) - set(now)
    assert not fresh & {point.point for point, _ in fewer}
    assert {number.split("-")[0] for number in fresh} <= {"1"}


def test_the_order_of_an_earlier_layer_does_not_matter():
    square = whole(shapely.box(0, 0, 100, 100))
    smaller = whole(shapely.box(0, 0, 100, 90))
    rows = survey(line_with([smaller]), layer(survey(line_with([square]))))
    retired = [point.point for point, _ in rows if point.state == RETIRED]
    assert retired == ["001-J0001", "001-J0002"]
    again = survey(line_with([smaller]), layer(rows[::-1]))
    assert living(again) == living(rows)


def test_a_new_block_does_not_take_a_point_over():
    west, east = whole(shapely.box(0, 0, 100, 100)), whole(shapely.box(100, 0, 200, 100))
    before = survey(line_with([west], codes=["5"]))
    after = survey(line_with([west, east], codes=["5", "4"]), layer(before))
    told = {point.point: (point.block, point.serial) for point, _ in after}
    for point, _ in before:
        assert told[point.point] == ("5", point.serial)
    assert {point.block for point, _ in after if point.point.startswith("4-")} == {"4"}


def test_points_without_a_place_are_retired_and_their_numbers_stay_taken():
    square = whole(shapely.box(0, 0, 100, 100))
    before = survey(line_with([square], codes=["5"]))
    previous = layer(before[:3])
    lost = Previous(previous.points, previous.places, [before[3][0]])
    rows = survey(line_with([square], codes=["5"]), lost)
    states = {point.point: point.state for point, _ in rows}
    assert states["5-J0004"] == RETIRED
    assert states["5-J0005"] == PLANNED
    assert np.isnan(rows[-1][1]).all()


def test_retired_points_far_away_do_not_choose_the_belt():
    square = whole(shapely.box(0, 0, 100, 100))
    rows = survey(line_with([square], codes=["5"]))
    far = [(point, (x + 300_000.0, y)) for point, (x, y) in rows]
    again = survey(line_with([square], codes=["6"]), layer(far))
    assert {point.belt for point, _ in again} == {36}
    gone = next(point for point, _ in again if point.state == RETIRED)
    assert gone.easting == far[0][1][0]


def test_same_places_are_paired_once_the_nearest_first():
    old = np.array([[0.0, 0.0], [0.004, 0.0], [5.0, 5.0]])
    new = np.array([[0.003, 0.0], [0.0095, 0.0], [5.0, 5.011]])
    assert same_places(new, old).tolist() == [1, 0, -1]
    assert same_places(new[:0], old).tolist() == []
    assert same_places(new, old[:0]).tolist() == [-1, -1, -1]
