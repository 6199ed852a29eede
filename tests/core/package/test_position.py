"""Positions in degrees, minutes and seconds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from redline_plugin.core.package.position import dms, position_text

SQUARE = box(108.0, 30.0, 109.0, 31.0)


@pytest.mark.parametrize(
    ("degrees", "text"),
    [
        (108.209722, "108°12′35.00″"),
        (0.0, "0°00′00.00″"),
        (29.999999, "30°00′00.00″"),
        (29.9999, "29°59′59.64″"),
        (-0.5, "-0°30′00.00″"),
        (-1e-9, "0°00′00.00″"),
    ],
)
def test_degrees_minutes_seconds(degrees: float, text: str) -> None:
    assert dms(degrees) == text


@given(st.floats(-180, 180))
def test_it_can_be_read_back_within_half_a_hundredth_of_a_second(degrees: float) -> None:
    text = dms(degrees)
    whole, rest = text.lstrip("-").split("°")
    minutes, seconds = rest.rstrip("″").split("′")
    assert float(seconds) < 60
    assert int(minutes) < 60
    value = int(whole) + int(minutes) / 60 + float(seconds) / 3600
    assert value == pytest.approx(abs(degrees), abs=0.0051 / 3600)


def test_the_text_has_count_and_outermost_points() -> None:
    diamond = Polygon([(108.5, 31), (109, 30.5), (108.5, 30), (108, 30.5)], [
        [(108.4, 30.5), (108.5, 30.6), (108.6, 30.5)]
    ])  # fmt: skip
    assert position_text(diamond, "EPSG:4490", "示例县", 254, "utf-8") == (
        "示例县；拐点7个；最北108°30′00.00″,31°00′00.00″；最东109°00′00.00″,30°30′00.00″；"
        "最南108°30′00.00″,30°00′00.00″；最西108°00′00.00″,30°30′00.00″"
    )


@pytest.mark.parametrize(
    ("county", "encoding", "limit", "begins"),
    [
        ("示例县", "utf-8", 254, "示例县；拐点4个；"),
        ("长" * 60, "utf-8", 254, "拐点4个；"),
        ("长" * 60, "gbk", 254, "拐点4个；"),
        ("示例县", "utf-8", 160, "4;"),
        ("示例县", "gbk", 190, "示例县；拐点4个；"),
    ],
)
def test_it_gets_shorter_rather_than_cut(county, encoding, limit, begins) -> None:
    text = position_text(SQUARE, "EPSG:4490", county, limit, encoding)
    assert text.startswith(begins)
    assert len(text.encode(encoding)) <= limit
    assert text.count("°") == 8
