"""Reports and explanations of gradings with more classes, caps, and pixels left out."""

from __future__ import annotations

import re

import numpy as np
import pytest
from support.rasters import read, write

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.cumulative import (
    CumulativeRule,
    Mode,
    NotPositive,
    grade_by_cumulative_value,
)
from redline_plugin.core.grade.importance import IMPORTANCE_COLOURS, IMPORTANCE_TITLES
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.records import read_subject
from redline_plugin.core.report.assessment import write_assessment_report
from redline_plugin.core.report.classes import breaks_of
from redline_plugin.core.text import untranslated

VALUES = np.array([[100, 80, 60, 40, 20, 10, 5, 5, 0, -1, -9999]], "float32")


@pytest.fixture
def graded(tmp_path):
    def make(how):
        index = write(tmp_path / "index.tif", VALUES, nodata=-9999)
        grade_by_cumulative_value(RasterSource(index), tmp_path / "c.tif", how, Quiet())
        return tmp_path / "c.tif"

    return make


NATIONAL = CumulativeRule(50.0, 75.0, lower_percents=(90.0,), not_positive=NotPositive.LEFT_OUT)
CAPPED = CumulativeRule(mode=Mode.LEGACY, cap_percentile=75.0)
FIVE = CumulativeRule(30.0, 50.0, lower_percents=(75.0, 90.0))


@pytest.mark.parametrize("how", [NATIONAL, CAPPED, FIVE])
def test_every_pixel_is_told_as_it_is_stored(graded, at, how):
    path = graded(how)
    stored = read(path)
    for column in range(VALUES.shape[1]):
        found = at(path, column, 0)
        code = int(stored[0, column]) or None
        assert found.value == code
        assert found.recomputed == code
        said = " ".join(str(finding.text) for finding in found.findings)
        assert "is stored" not in said
        if code:
            assert str(found.text) == IMPORTANCE_TITLES[code]
            assert found.colour == IMPORTANCE_COLOURS[code]


def test_the_choices_are_told(graded, at):
    found = at(graded(NATIONAL), 4, 0)
    told = str(_flat(found.groups))
    for text in (
        "four classes at 50, 75 and 90 %",
        "At least moderately important: share of value [%]",
        "Break: moderately important",
        "are left out",
        "Left out: value not above 0",
    ):
        assert text in told
    told = str(_flat(at(graded(CAPPED), 0, 0).groups))
    assert "Cap for the integers: higher values count as this" in told
    assert "Pixels above the cap" in told


def _flat(entries):
    found = []
    for entry in entries:
        found += [str(entry.title), str(entry.text), *_flat(entry.children)]
    return found


def test_the_report_tells_classes_breaks_and_what_is_left_out(graded, tmp_path):
    page = tmp_path / "page.html"
    write_assessment_report([graded(NATIONAL)], page, untranslated, "en", Quiet())
    text = re.sub(r"<[^>]+>", " ", page.read_text("utf-8"))
    for title in ("Moderately important", "four classes at 50, 75 and 90 %", "are left out"):
        assert title in text
    assert re.search(r"Left out: value not above 0 \[pixels\]\s+2\b", text)


def test_the_reports_breaks_are_values_of_the_index(graded):
    class Room:
        def translate(self, text):
            return text

    national = breaks_of(read_subject(graded(NATIONAL)), Room())
    assert [mark.value for mark in national] == [20.0, 60.0, 80.0]
    assert national[0].text.startswith("Moderately important 20")
    capped = read_subject(graded(CAPPED))
    assert capped.part("parameters")["cap"] == 60.0
    steps = capped.part("parameters")
    assert [mark.value for mark in breaks_of(capped, Room())] == [
        steps["break_important"] * 0.6,
        steps["break_extreme"] * 0.6,
    ]
