"""Colour ramps: lightness runs one way, and steps can be told apart also by colour-blind eyes."""

import numpy as np
import pytest

from redline_plugin.core.style import RAMPS, TERMS, as_hex, category, ramp_of_term, shades, stops

DEUTERANOPIA = np.array(
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]
)
"""Machado, Oliveira and Fernandes 2009, of linear RGB."""


def linear(colours):
    part = np.asarray(colours, float) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def lab(light):
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    ratio = np.clip(light, 0, 1) @ to_xyz.T / np.array([0.9505, 1.0, 1.089])
    root = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.stack(
        [116 * root[:, 1] - 16, 500 * (root[:, 0] - root[:, 1]), 200 * (root[:, 1] - root[:, 2])],
        axis=1,
    )


@pytest.mark.parametrize("name", sorted(RAMPS))
def test_lightness_runs_one_way(name):
    light = lab(linear(shades(name, 41)))[:, 0]
    steps = np.diff(light)
    if name == "temperature":
        assert (steps[:20] > 0).all()
        assert (steps[20:] < 0).all()
    elif name == "terrain":
        assert (steps > 0).all()
    else:
        assert (steps < 0).all()
    assert np.ptp(light) > 45


@pytest.mark.parametrize("name", sorted(RAMPS))
@pytest.mark.parametrize("matrix", [np.eye(3), DEUTERANOPIA], ids=["all", "deuteranopia"])
def test_steps_can_be_told_apart(name, matrix):
    colours = lab(linear(shades(name, 9)) @ matrix.T)
    for first in range(9):
        for second in range(first + 1, 9):
            assert np.linalg.norm(colours[first] - colours[second]) > 4.5


def test_positions_rise_from_0_to_1_and_notes_are_there():
    for ramp in RAMPS.values():
        places = [place for place, _ in ramp.colours]
        assert places[0] == 0
        assert places[-1] == 1
        assert places == sorted(set(places))
        assert ramp.note


def test_stops_stand_for_values():
    found = stops("sensitivity", 1.0, 5.0)
    assert [value for value, _ in found] == [1, 2, 3, 4, 5]
    assert found[0][1] == RAMPS["sensitivity"].colours[0][1]
    assert stops("no such ramp", 0, 1) == stops("value", 0, 1)
    assert as_hex((255, 0, 16)) == "#ff0010"
    assert category(0) == category(16)
    assert set(TERMS.values()) <= set(RAMPS)
    assert ramp_of_term("NDVI") == "vegetation"
    assert ramp_of_term("?") == "value"
