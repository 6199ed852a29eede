"""Azimuths in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.survey.forms.winds import WINDS, wind
from redline_plugin.core.survey.forms.words import Words

ENGLISH = Words(lambda text: text, "en")


@pytest.mark.parametrize(
    ("azimuth", "eight", "sixteen"),
    [
        (0.0, "north", "north"),
        (22.4, "north", "north-northeast"),
        (22.6, "northeast", "north-northeast"),
        (90.0, "east", "east"),
        (247.5, "west", "west-southwest"),
        (225.0, "southwest", "southwest"),
        (359.9, "north", "north"),
        (-45.0, "northwest", "northwest"),
    ],
)
def test_the_nearest_wind(azimuth: float, eight: str, sixteen: str) -> None:
    assert (wind(azimuth, 8), wind(azimuth, 16)) == (eight, sixteen)


@given(st.floats(0, 360), st.sampled_from([8, 16]))
def test_no_wind_is_farther_than_half_a_step(azimuth: float, count: int) -> None:
    middle = WINDS.index(wind(azimuth, count)) * 22.5
    assert abs((azimuth - middle + 180) % 360 - 180) <= 180 / count + 1e-9


def test_azimuth_and_wind_agree_after_rounding() -> None:
    assert ENGLISH.direction(359.97) == "north 0.0°"
    assert ENGLISH.direction(22.46) == "northeast 22.5°"
    assert Words(lambda text: text, "en", 16).direction(22.46) == "north-northeast 22.5°"
