"""The Chinese texture system."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.declare.model import CodeTable
from redline_plugin.core.declare.table import FOLDER, load_table
from redline_plugin.core.soil.chinese import CLASSES, Limits, chinese_texture


def classify(sand, silt, clay, second=False, dtype="float32", limits=None):
    arrays = (np.atleast_1d(np.asarray(v, dtype)) for v in (sand, silt, clay))
    return chinese_texture(*arrays, limits or Limits(), second)


def twin(sand, silt, clay, second):
    if clay >= 30:
        if sand >= 50 and not second:
            return 25
        return 31 if clay < 35 else 32 if clay < 40 else 33
    if sand >= 50:
        return 13 if sand < 60 else 12 if sand < 70 else 11
    if silt >= 40:
        return 21 if sand >= 20 else 22
    if second:
        return 15 if sand >= 20 else 14
    return 23 if sand >= 20 else 24


@pytest.mark.parametrize("second", [False, True])
def test_limits_belong_to_the_class_above(second):
    points = [
        (sand, silt, clay)
        for sand in (0, 19.5, 20, 49.5, 50, 59.5, 60, 69.5, 70, 100)
        for silt in (0, 39.5, 40, 60)
        for clay in (0, 29.5, 30, 34.5, 35, 39.5, 40, 80)
    ]
    found = classify(*np.array(points).T, second=second)
    assert found.tolist() == [twin(*point, second) for point in points]


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100), st.booleans())
def test_twin(sand, silt, clay, second):
    found = classify(sand, silt, clay, second, "float64")[0]
    assert found == twin(sand, silt, clay, second)
    assert found in {entry.value for entry in CLASSES}


def test_limits_can_be_changed():
    assert classify(65, 10, 10)[0] == 12
    assert classify(65, 10, 10, limits=Limits(coarse_sand=64))[0] == 11


@pytest.mark.parametrize("missing", range(3))
def test_nan_stays_nan(missing):
    values = [20.0, 50.0, 10.0]
    values[missing] = np.nan
    assert np.isnan(classify(*values))[0]


def score_rows(of):
    text = (FOLDER / f"soil_texture_{of}_scores.csv").read_text("utf-8")
    found = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {int(row["code"]): row for row in found}


@pytest.mark.parametrize("of", ["erosion", "desertification", "salinization"])
def test_scores_are_1_3_5_or_left_open(of):
    table = CodeTable(
        "T", "T", f"soil_texture_{of}_scores.csv", "1", (1, 5), allowed=(1.0, 3.0, 5.0)
    )
    assert load_table(table).listed.sum() == len(score_rows(of))


def test_a_class_put_into_a_group_by_redline_is_advice():
    for of, codes in {"salinization": (31, 32), "desertification": (21, 22, 25)}.items():
        for code in codes:
            row = score_rows(of)[code]
            assert (row["certainty"], row["value"]) == (
                "advice",
                "1" if of == "salinization" else "3",
            )
            assert "Redline's own rule" in row["source"]
    assert score_rows("salinization")[33]["certainty"] == "seen"


def test_classes_without_a_score_for_erosion_say_what_to_consider():
    found = score_rows("erosion")
    assert {code for code, row in found.items() if not row["value"]} == {23, 24, 25}
    for code in (23, 24, 25):
        assert found[code]["certainty"] == "user"
        assert found[code]["note"].startswith("needs a decision: ")


def test_classes_are_those_of_the_scores():
    text = (FOLDER / "soil_texture_erosion_scores.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    titles = {entry.value: entry.title for entry in CLASSES}
    for row in rows:
        assert titles[int(row["code"])] == row["title"]
