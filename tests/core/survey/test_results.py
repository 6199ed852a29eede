"""Differences and verdicts, along and across, common shifts, repeated measurements, the report."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.survey.line import Block, line_of
from redline_plugin.core.survey.measured import Measured
from redline_plugin.core.survey.measuredrepeats import one_each
from redline_plugin.core.survey.results import (
    ACCEPTED,
    BEYOND,
    EARLIER,
    MISSING,
    NOTHING,
    UNLISTED,
    UNSURE,
    Designed,
    compare,
)
from redline_plugin.core.survey.resultschoices import LATEST, MEAN
from redline_plugin.core.survey.resultspage import Report, as_html, moved_sentence
from redline_plugin.core.survey.resultsrows import (
    DIFFERENCE_FIELDS,
    EXCEPTION_FIELDS,
    OWN_FIELDS,
    difference_rows,
    exception_rows,
    own_values,
)
from redline_plugin.core.survey.resultsshift import outliers_of, shift_of, told
from redline_plugin.core.survey.resultssummary import as_csv, groups_of, verdict_of
from redline_plugin.core.survey.rulesfile import load_rules
from redline_plugin.core.text import msg, untranslated

RULES = load_rules("example")  # any 1 m, natural 5 m, parcel 0.5 m
X, Y = 36_500_000.0, 3_570_000.0


def measured(entries, **columns) -> Measured:
    """Make measurements of (number, designed marker, x, y)."""
    count = len(entries)
    texts = dict.fromkeys(("time", "who", "remark", "photos"), ("",) * count)
    numbers = {
        name: np.full(count, np.nan) for name in ("height", "accuracy", "satellites", "pdop")
    }
    made = Measured(
        tuple(entry[0] for entry in entries),
        np.array([entry[1] for entry in entries]),
        np.array([[X + entry[2], Y + entry[3]] for entry in entries]).reshape(-1, 2),
        where=tuple(f"f:{at}" for at in range(count)),
        **numbers,
        **texts,
    )
    values = {
        name: tuple(value) if name in texts else np.array(value, dtype=float)
        for name, value in columns.items()
    }
    return replace(made, **values)


def designed(places, boundary=None, **columns) -> Designed:
    count = len(places)
    made = Designed(
        tuple(f"M{at}" for at in range(count)),
        ("",) * count,
        np.array([[X + x, Y + y] for x, y in places]).reshape(-1, 2),
        tuple(boundary or ["any"] * count),
        ("B",) * count,
        ("solid",) * count,
        ("set",) * count,
    )
    return replace(made, **{name: tuple(value) for name, value in columns.items()})


def results(
    places,
    entries,
    boundary=None,
    line=None,
    share=1.0,
    how=MEAN,
    kinds=None,
    states=None,
    **columns,
):
    more = {name: value for name, value in (("kinds", kinds), ("states", states)) if value}
    once = one_each(measured(entries, **columns), how)
    return compare(designed(places, boundary, **more), once, RULES, line, share=share)


def test_verdicts_and_differences():
    places = [(10.0 * at, 0.0) for at in range(7)]
    entries = [
        ("M0", 0, 0.3, 0.4),
        ("M1", 1, 10.6, 0.8),
        ("M2", 2, 20.0, 1.2),
        ("M3", 3, 30.0, 0.5),
        ("M5", 5, 50.0, 3.9),
        ("Z", -1, 0.0, 0.0),
    ]
    found = results(
        places,
        entries,
        ["any", "any", "any", "parcel", "any", "natural", "any"],
        kinds=["solid"] * 6 + ["electronic"],
        accuracy=[0.02, 0.02, 0.02, 0.6, 0.02, 0.02],
    )
    assert found.verdict == (ACCEPTED, ACCEPTED, BEYOND, UNSURE, MISSING, ACCEPTED, NOTHING)
    assert found.distance[:3] == pytest.approx([0.5, 1.0, 1.2], abs=1e-8)
    assert found.delta[1] == pytest.approx([0.6, 0.8], abs=1e-8)
    assert found.limit.tolist() == [1.0, 1.0, 1.0, 0.5, 1.0, 5.0, 1.0]
    assert found.unlisted.tolist() == [5]
    assert found.rms == pytest.approx(np.sqrt(np.mean(np.square([0.5, 1.0, 1.2, 0.5, 3.9]))))
    assert found.largest == 5
    assert str(found.why[2]) == "It differs by 1.200 m, more than the 1.000 m allowed."


def test_a_rough_measurement_is_beyond_when_no_error_of_its_size_explains_it():
    for off, accuracy, verdict in ((3.1, 2.0, BEYOND), (2.9, 2.0, UNSURE), (0.1, 1.01, UNSURE)):
        found = results([(0.0, 0.0)], [("M0", 0, off, 0.0)], accuracy=[accuracy])
        assert found.verdict == (verdict,), off
    third = results([(0.0, 0.0)], [("M0", 0, 0.1, 0.0)], accuracy=[0.4], share=1 / 3)
    assert third.verdict == (UNSURE,)


def test_retired_markers_are_off_the_list_and_electronic_ones_may_be_measured():
    found = results(
        [(0.0, 0.0)] * 4,
        [("M0", 0, 0.1, 0.0), ("M2", 2, 0.1, 0.0)],
        kinds=["solid", "solid", "electronic", "witnessed"],
        states=["retired", "retired", "set", "set"],
    )
    assert found.verdict == (UNLISTED, NOTHING, ACCEPTED, NOTHING)
    assert np.isnan(found.distance[0])
    assert groups_of(found)[-1].expected == 1


def test_what_was_measured_earlier_is_not_missing():
    states = ["accepted", "measured", "set", "lost"]
    found = results([(0.0, 0.0)] * 4, [("M1", 1, 0.1, 0.0)], states=states)
    assert found.verdict == (EARLIER, ACCEPTED, MISSING, MISSING)
    assert groups_of(found)[-1].expected == 3
    page = as_html(a_report(found), "en", untranslated)
    assert "1 more were measured earlier" in page


def test_repeated_measurements_mean_spread_and_latest():
    entries = [("M0", 0, 0.0, 0.0), ("m0", 0, 0.3, 0.4), ("Z", -1, 5.0, 5.0), ("z", -1, 7.0, 5.0)]
    columns = {
        "time": ["2024-05-02", "2024-05-01", "", ""],
        "accuracy": [0.01, 0.03, 0.1, 0.1],
        "satellites": [12, 9, 1, 1],
        "height": [100.0, 102.0, np.nan, np.nan],
        "photos": ["a", "b", "", ""],
    }
    mean = one_each(measured(entries, **columns), MEAN)
    assert mean.times.tolist() == [2, 2]
    assert mean.measured.places[0] == pytest.approx([X + 0.15, Y + 0.2], abs=1e-9)
    assert mean.spread_m[0] == pytest.approx(0.25)
    assert (mean.measured.accuracy[0], mean.measured.satellites[0]) == (0.03, 9)
    assert mean.measured.height[0] == 101.0
    assert mean.measured.photos[0] == "a;b"
    assert mean.measured.where[0] == "f:0, f:1"
    last = one_each(measured(entries, **columns), LATEST)
    assert last.measured.places[0].tolist() == [X, Y]
    assert last.measured.places[1].tolist() == [X + 7.0, Y + 5.0]
    assert "no time that can be read" in str(last.measured.warnings[0])


def test_measurements_that_disagree_more_than_is_allowed_decide_nothing():
    entries = [("M0", 0, -1.1, 0.0), ("M0", 0, 1.1, 0.0)]
    found = results([(0.0, 0.0)], entries)
    assert found.verdict == (UNSURE,)
    assert "2 measurements lie up to 1.100 m" in str(found.why[0])
    assert results([(0.0, 0.0)], entries, how=LATEST).verdict == (BEYOND,)


def test_one_measurement_keeps_its_place_bit_for_bit():
    place = [("M0", 0, 0.123456789, 0.987654321)]
    once = one_each(measured(place), MEAN)
    assert once.measured.places.tolist() == measured(place).places.tolist()
    assert once.spread_m.tolist() == [0.0]


def a_line():
    west = shapely.box(X, Y, X + 100.0, Y + 100.0)
    east = shapely.box(X + 100.0, Y, X + 200.0, Y + 100.0)
    blocks = [Block("W", "", ""), Block("E", "", "")]
    return line_of(as_shapes([west, east]), np.array([0, 1]), blocks, "EPSG:4524")


@pytest.mark.parametrize(
    ("place", "block", "along", "across"),
    [
        ((50.0, 0.0), "W", -0.3, -0.1),  # the southern edge runs west: round the block clockwise
        ((0.0, 50.0), "W", 0.1, -0.3),
        ((50.0, 100.0), "W", 0.3, 0.1),
        ((100.0, 50.0), "W", -0.1, 0.3),  # the common edge: out of the one is into the other
        ((100.0, 50.0), "E", 0.1, -0.3),
        ((200.0, 50.0), "E", -0.1, 0.3),
        ((0.0, 0.0), "W", -0.2 * 2**-0.5, -0.4 * 2**-0.5),  # at a corner: the middle of both edges
        ((50.0, 0.0), "?", -0.3, -0.1),
    ],
)
def test_along_and_across_the_line(place, block, along, across):
    once = one_each(measured([("M0", 0, place[0] + 0.3, place[1] + 0.1)]), MEAN)
    markers = replace(designed([place]), blocks=(block,))
    found = compare(markers, once, RULES, a_line())
    assert found.along[0] == pytest.approx(along, abs=1e-7)
    assert found.across[0] == pytest.approx(across, abs=1e-7)


def test_a_marker_off_the_line_has_no_part_along_it():
    once = one_each(measured([("M0", 0, 50.0, 0.9)]), MEAN)
    markers = designed([(50.0, 0.7)])
    assert np.isnan(compare(markers, once, RULES, a_line()).across[0])
    assert compare(markers, once, RULES, a_line(), reach_m=1.0).across[0] == pytest.approx(-0.2)


@given(st.integers(0, 10**6), st.integers(4, 40), st.floats(0.0, 2.0))
def test_the_chance_of_a_shift_is_that_of_hotellings_distribution(seed, count, size):
    rng = np.random.default_rng(seed)
    delta = rng.normal(0.0, 1.0, (count, 2)) @ np.array([[1.0, 0.4], [0.0, 0.7]]) + size
    found = shift_of(delta, 0.5)
    mean, spread = delta.mean(axis=0), np.cov(delta.T)
    t2 = count * mean @ np.linalg.inv(spread) @ mean
    expected = stats.f.sf(t2 * (count - 2) / (2.0 * (count - 1)), 2, count - 2)
    assert found.chance == pytest.approx(expected, rel=1e-5, abs=1e-12)
    assert found.size_m == pytest.approx(np.hypot(*mean))
    assert found.size_m**2 + found.scatter_m**2 == pytest.approx(np.mean(np.sum(delta**2, axis=1)))


def test_a_common_shift_is_told_and_scatter_is_not():
    rng = np.random.default_rng(1)
    noise = rng.normal(0.0, 0.05, (60, 2))
    shifted = shift_of(noise + np.array([0.35, 0.35]), 0.5)
    assert shifted.systematic
    assert "0.4" in str(told(shifted))
    assert "to the north-east" in str(told(shifted))
    assert "base station" in str(told(shifted))
    assert not shift_of(noise, 0.5).systematic
    # Real, but less than a tenth of the limit.
    assert not shift_of(noise * 0.01 + np.array([0.03, 0.0]), 0.5).systematic
    # Real, but not what most of the differences are.
    wide = shift_of(rng.normal(0.0, 1.0, (4000, 2)) + np.array([0.3, 0.0]), 0.5)
    assert wide.chance < 1e-9
    assert not wide.systematic
    assert not shift_of(np.array([[0.5, 0.5]] * 3), 0.5).systematic
    same = shift_of(np.array([[0.5, -0.5]] * 5), 0.5)
    assert same.systematic
    assert str(same.way) == "south-east"
    assert "Xi'an" in str(told(shift_of(noise + np.array([90.0, -60.0]), 0.5)))
    assert "central meridian" in str(told(shift_of(noise + np.array([9000.0, 0.0]), 0.5)))
    assert shift_of(np.empty((0, 2)), 0.5).chance == 1.0


def test_blunders_are_outliers_and_a_common_shift_is_none():
    rng = np.random.default_rng(2)
    delta = rng.normal(0.0, 0.05, (50, 2)) + np.array([60.0, 40.0])
    delta[7] += [5.0, 0.0]
    delta[9] = np.nan
    limit = np.full(50, 1.0)
    assert np.flatnonzero(outliers_of(delta, limit)).tolist() == [7]
    limit[7] = 2.0
    assert not outliers_of(delta, limit).any()
    assert not outliers_of(np.array([[0.0, 0.0], [50.0, 0.0]]), limit[:2]).any()


def test_an_outlier_is_left_out_of_means_and_is_the_largest():
    places = [(float(at), 0.0) for at in range(9)]
    entries = [(f"M{at}", at, at + 0.1, 0.0) for at in range(8)] + [("M8", 8, 48.0, 0.0)]
    found = results(places, entries)
    assert found.rms == pytest.approx(0.1, abs=1e-7)
    assert found.largest == 8
    group = groups_of(found)[-1]
    assert (group.outliers, group.largest_at) == (1, "M8")
    assert group.east == pytest.approx(0.1, abs=1e-7)


def test_figures_by_kind_add_up_to_those_of_all():
    rng = np.random.default_rng(3)
    count = 60
    kinds = rng.choice(["any", "natural", "parcel"], count).tolist()
    places = [(float(at), 0.0) for at in range(count)]
    seen = np.flatnonzero(rng.random(count) < 0.8).tolist()
    entries = [(f"M{at}", at, at + rng.normal(0, 0.5), rng.normal(0, 0.5)) for at in seen]
    found = results(places, entries, kinds)
    *groups, whole = groups_of(found)
    assert [group.boundary for group in groups] == ["natural", "parcel", "any"]
    for name in ("expected", "measured", "accepted", "beyond", "unsure", "missing"):
        assert sum(getattr(group, name) for group in groups) == getattr(whole, name)
    assert whole.accepted + whole.beyond + whole.unsure + whole.missing == whole.expected == count
    assert sum(g.rms**2 * g.measured for g in groups) == pytest.approx(
        whole.rms**2 * whole.measured
    )


def a_report(found, **more):
    shift = shift_of(found.delta[found.compared], 0.5)
    return Report(
        found, shift, RULES, "测量.csv", "CGCS2000", "2024-05-01", (msg("Read."),), (), (),
        moved_sentence(found, 0, 0, line=False), **more,
    )  # fmt: skip


def some_results():
    return results(
        [(0.0, 0.0), (10.0, 0.0), (20.0, 0.0), (30.0, 0.0)],
        [("M0", 0, 0.1, 0.0), ("M1", 1, 12.0, 0.0), ("M2", 2, 20.0, 0.0), ("<b>", -1, 0.0, 0.0)],
        accuracy=[0.01, 0.01, 3.0, 0.01],
    )


def test_the_page_tells_all_and_escapes_what_people_typed():
    found = some_results()
    page = as_html(a_report(found), "en", untranslated)
    assert str(verdict_of(found)) in page
    assert "1 of 4 markers are accepted, 1 differ" in page
    assert "Beyond the limit: 1" in page
    assert "Measured accuracy too low: 1" in page
    assert "Not measured: 1" in page
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert "example rule set" in page
    assert page.count("<svg") == 1


def test_the_page_is_translated_whole():
    page = as_html(a_report(some_results()), "zh", lambda text: f"«{text}»")
    assert "lang='zh'" in page
    assert "«Markers: field results against the design»" in page
    assert RULES.zh in page


def test_the_csv_has_a_head_groups_and_the_test():
    found = some_results()
    shift = shift_of(found.delta[found.compared], 0.5)
    text = as_csv(found, shift, [msg("A note.")], untranslated)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:])))
    assert rows[0][:4] == [
        "Kind of boundary",
        "Largest difference allowed [m]",
        "To be measured",
        "Measured",
    ]
    assert rows[2][:8] == ["All", "1.000", "4", "3", "1", "1", "1", "1"]
    assert ["Differences", str(shift.count)] in rows
    assert rows[-1] == ["A note."]


def test_rows_of_the_layers():
    found = some_results()
    values = [own_values(found, at, untranslated) for at in range(4)]
    assert {len(each) for each in values} == {len(OWN_FIELDS)}
    row = dict(zip((name for name, *_ in OWN_FIELDS), values[1]))
    assert row["verdict"] == BEYOND
    assert row["diff_x_m"] == pytest.approx(2.0, abs=1e-7)
    assert (row["meas_times"], row["meas_accuracy_m"], row["meas_pdop"]) == (1, 0.01, None)
    assert row["design_x"] == X + 10.0
    assert values[3][0] == MISSING
    lines = list(difference_rows(found, untranslated))
    assert [values[0] for _, values in lines] == ["M0", "M1", "M2"]
    assert lines[1][0].length == pytest.approx(2.0, abs=1e-7)
    assert lines[2][0] is None
    assert {len(values) for _, values in lines} == {len(DIFFERENCE_FIELDS)}
    wrong = list(exception_rows(found, {0: msg("Refused.")}, untranslated))
    assert [values[0] for _, values in wrong] == [
        "not moved",
        "accuracy",
        "measured accuracy",
        "not measured",
        "not listed",
    ]
    assert wrong[1][1][3:5] == (pytest.approx(2.0, abs=1e-7), 1.0)
    assert wrong[2][1][3] == 3.0
    assert {len(values) for _, values in wrong} == {len(EXCEPTION_FIELDS)}
