"""Markers placed again: numbers are kept, what stands stays, a rerun changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from support.markers import (
    X,
    Y,
    a_world,
    checked,
    corners_of,
    existing_of,
    line_with,
    placed,
    polygon,
    rows_of,
    rules,
    slopes_of,
    some_rules,
    things,
)

from redline_plugin.core.survey.marker import (
    ACCEPTED,
    BY_HAND,
    PLANNED,
    RETIRED,
    SET,
    SOLID,
    WITNESS,
    WITNESSED,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("ground")


LONG = [(0, 0), (0, 1000), (3000, 1000), (3000, 0)]
FREE = {"angle_deg": 180.0}


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_a_rerun_changes_nothing(folder, seed):
    line, around, rng = a_world(seed)
    given_rules = some_rules(rng)
    points = corners_of(line, given_rules)
    slopes = slopes_of(rng, folder) if rng.random() < 0.5 else None
    first = rows_of(placed(line, given_rules, around, slopes, points))
    again = rows_of(placed(line, given_rules, around, slopes, points, existing_of(first)))
    # The place is the same to the last bit; how far along its arc that is, is measured anew.
    assert [(row.marker, row.place) for row in again] == [(row.marker, row.place) for row in first]


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_numbers_are_never_given_twice_and_what_stands_stays(seed):
    line, around, rng = a_world(seed)
    given_rules = some_rules(rng)
    points = corners_of(line, given_rules)
    rows = rows_of(placed(line, given_rules, around, None, points))
    ever = {row.marker.marker for row in rows}
    for _ in range(3):
        states = {}
        for row in rows:
            if row.marker.kind != WITNESS and row.marker.state == PLANNED:
                states[row.marker.marker] = rng.choice([PLANNED] * 3 + [SET, ACCEPTED])
        changed = [
            replace(
                row,
                marker=replace(
                    row.marker, state=str(states.get(row.marker.marker, row.marker.state))
                ),
            )
            for row in rows
        ]
        # Some rows are deleted; the rules change.
        kept = [row for row in changed if rng.random() < 0.9]
        before = {row.marker.marker: row for row in kept}
        given_rules = some_rules(rng)
        points = corners_of(line, given_rules)
        rows = rows_of(placed(line, given_rules, around, None, points, existing_of(kept)))
        after = {row.marker.marker: row for row in rows}
        assert len(after) == len(rows)
        assert set(before) <= set(after)
        for number, row in before.items():
            marker = after[number].marker
            if row.marker.state in (SET, ACCEPTED) and row.marker.kind != WITNESS:
                assert (marker.state, after[number].place) == (row.marker.state, row.place)
            if row.marker.state == RETIRED:
                assert marker == row.marker
            assert marker.block == row.marker.block
        new = set(after) - set(before)
        # Deleted numbers below the highest one are not given again.
        highest = max((number for number in before if "(" not in number), default="")
        assert all(
            number > highest or number[:12] != highest[:12] for number in new if "(" not in number
        )
        ever |= new


def test_planned_markers_that_no_rule_asks_for_are_retired():
    line = line_with(polygon(LONG))
    first = rows_of(placed(line, rules(500.0, **FREE)))
    assert len(first) == 16
    loose = rules(1000.0, **FREE)
    found = placed(line, loose, existing=existing_of(first))
    rows = rows_of(found)
    assert found.fewest == 8
    stay = [row for row in rows if row.marker.state == PLANNED]
    gone = [row for row in rows if row.marker.state == RETIRED]
    assert (len(stay), len(gone)) == (8, 8)
    # All that stay were there before.
    assert {row.marker.marker for row in rows} == {row.marker.marker for row in first}
    assert all(row.marker.why.startswith("No longer needed.") for row in gone)
    # When they are wanted again they get new numbers.
    again = rows_of(placed(line, rules(500.0, **FREE), existing=existing_of(rows)))
    new = {row.marker.marker for row in again} - {row.marker.marker for row in rows}
    assert len(new) == 8


def test_what_people_filled_in_stays():
    line = line_with(polygon(LONG))
    given_rules = rules(1000.0, **FREE)
    first = rows_of(placed(line, given_rules))

    def filled(marker):
        return replace(
            marker, engraved="E" + marker.marker, photos="a.jpg", remark="ok", crew=2, visit=7
        )

    again = rows_of(placed(line, given_rules, existing=existing_of(first, filled)))
    assert [row.marker for row in again] == [filled(row.marker) for row in first]


def test_one_placed_by_hand_stays_and_keeps_its_reasons():
    line = line_with(polygon(LONG))
    given_rules = rules(1000.0, **FREE)
    first = rows_of(placed(line, given_rules))
    own = replace(
        first[0],
        marker=replace(first[0].marker, marker="990101110001-0100", reasons=BY_HAND, why="mine"),
        place=(X, Y + 123.0),
    )
    found = placed(line, given_rules, existing=existing_of([*first, own]))
    (row,) = [row for row in rows_of(found) if row.marker.marker == own.marker.marker]
    assert (row.place, row.marker.reasons, row.marker.why) == (own.place, BY_HAND, "mine")
    assert checked(found) == []


def test_a_measured_marker_counts_within_its_accuracy_and_is_told_beyond():
    line = line_with(polygon(LONG))
    given_rules = rules(1000.0, **FREE)
    first = rows_of(placed(line, given_rules))
    off = [
        replace(
            row,
            marker=replace(row.marker, state=ACCEPTED),
            place=(row.place[0] + dx, row.place[1] + dy),
        )
        for row, dx, dy in ((first[0], 0.4, 0.4), (first[3], 3.0, 3.0))
    ]
    found = placed(
        line, given_rules, existing=existing_of([off[0], *first[1:3], off[1], *first[4:]])
    )
    rows = {row.marker.marker: row for row in rows_of(found)}
    assert rows[first[0].marker.marker].place == off[0].place
    assert rows[first[3].marker.marker].place == off[1].place
    # The one that is off does not count: another one stands in its stead.
    assert len(found.sites) == 8
    assert [(one.rule, one.marker) for one in checked(found, rows=list(rows.values()))] == [
        ("off line", first[3].marker.marker)
    ]


def test_witnesses_that_were_set_keep_their_point():
    line = line_with(polygon(LONG))
    given_rules = rules(5000.0, clearances=[("water", 2.0)], most_moved_m=20.0)
    points = corners_of(line, given_rules)
    pond = things(water=[shapely.Point(X, Y).buffer(30.0)])
    first = rows_of(placed(line, given_rules, pond, points=points))
    set_ones = [
        replace(row, marker=replace(row.marker, state=SET)) if row.marker.kind == WITNESS else row
        for row in first
    ]
    # The pond is gone, but the witnesses stand.
    rows = rows_of(placed(line, given_rules, points=points, existing=existing_of(set_ones)))
    kept = {row.marker.marker: (row.marker.kind, row.marker.state, row.place) for row in rows}
    for row in set_ones:
        if row.marker.kind in (WITNESS, WITNESSED):
            assert kept[row.marker.marker] == (row.marker.kind, row.marker.state, row.place)
    # While they are planned only, they are not needed any more.
    rows = rows_of(placed(line, given_rules, points=points, existing=existing_of(first)))
    assert [row.marker.state for row in rows if row.marker.kind == WITNESS] == [RETIRED] * 2
    assert [row.marker.kind for row in rows if row.marker.kind != WITNESS] == [SOLID] * 4
