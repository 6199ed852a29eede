"""Models whose equation is one of scores: each score is told by its sign, in the filled equation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from support.chains import entry
from support.plausible import random_values
from support.rasters import read, write

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Job, stack_of
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.declare.table import load_table
from redline_plugin.core.feedback import Quiet

NODATA = -9999


def rising(value, low, high):
    return 1 if value < low else 3 if value <= high else 5


def up_to(value, low, high):
    return 1 if value <= low else 3 if value < high else 5


def from_low(value, low, high):
    return 1 if value < low else 3 if value < high else 5


def falling(value, low, high):
    return 5 if value <= low else 3 if value < high else 1


def cover(p):
    return falling(p["VEGETATION_COVER"], np.float32(0.2), np.float32(0.6))


def texture(p):
    return p["SOIL_TEXTURE"]


# The sheet's scores, written down a second time: by model and sign.
SCORES = {
    "soilerosionsensitivity": {
        "R": lambda p: rising(p["RAINFALL_EROSIVITY"], 100, 600),
        "K": texture,
        "LS": lambda p: rising(p["RELIEF"], 50, 300),
        "C": cover,
    },
    "desertificationsensitivity": {
        "I": lambda p: up_to(p["DRYNESS"], 1.5, 16),
        "W": lambda p: up_to(p["WIND_DAYS"], 10, 30),
        "K": texture,
        "C": cover,
    },
    "rockydesertificationsensitivity": {
        "D": lambda p: up_to(p["CARBONATE_SHARE"], 30, 70),
        "P": lambda p: up_to(p["SLOPE"], 8, 25),
        "C": cover,
    },
    "salinizationsensitivity": {
        "I": lambda p: up_to(p["EVAPORATION"] / p["PRECIPITATION"], 3, 15),
        "M": lambda p: up_to(p["GROUNDWATER_SALINITY"], 5, 25),
        "D": lambda p: falling(p["GROUNDWATER_DEPTH"], 1, 5),
        "K": texture,
    },
}
EQUATIONS = {
    "soilerosionsensitivity": "SS = ({R}·{K}·{LS}·{C})^(1/4)",
    "desertificationsensitivity": "D = ({I}·{W}·{K}·{C})^(1/4)",
    "rockydesertificationsensitivity": "S = ({D}·{P}·{C})^(1/3)",
    "salinizationsensitivity": "S = ({I}·{M}·{D}·{K})^(1/4)",
}


def run(name, folder, **replaced):
    """A run on plausible inputs; what each pixel's numbers are, and the result."""
    model = models()[name]
    inputs, numbers = {}, {}
    for item in model.inputs:
        values = replaced.get(item.name, random_values(model, item))
        inputs[item.name] = stack_of([write(folder / f"{item.name}.tif", values)])
        table = None if item.table is None else load_table(item.table)
        numbers[item.name] = values if table is None else table.apply(values)
    outputs = {output.name: folder / f"{output.name}.tif" for output in model.outputs}
    run_jobs([Job(model, inputs, outputs)], Quiet())
    return outputs, numbers


def groups_of(found):
    return {group.name: group for group in found.groups}


@pytest.mark.parametrize("name", SCORES)
def test_scores_are_told_by_their_signs_and_fill_the_equation(name, tmp_path, at):
    model = models()[name]
    outputs, numbers = run(name, tmp_path)
    stored = read(outputs["OUTPUT"])
    seen = set()
    for row, column in ((r, c) for r in range(0, 37, 6) for c in range(0, 40, 7)):
        pixel = {key: values[..., row, column] for key, values in numbers.items()}
        expected = {sign: int(score(pixel)) for sign, score in SCORES[name].items()}
        found = at(outputs["OUTPUT"], column, row)
        told = groups_of(found)["intermediate"].children
        assert {line.symbol: line.value for line in told} == expected
        assert [str(line.title) for line in told] == list(model.parts.values())
        if stored[row, column] == NODATA:
            assert found.substituted == ""
            continue
        index = math.prod(expected.values()) ** (1 / len(expected))
        filled = EQUATIONS[name].format(**expected)
        assert found.substituted == f"{filled} = {np.float32(index):.7g}"
        assert found.recomputed == found.value == pytest.approx(index, rel=1e-6)
        seen.add(tuple(expected.values()))
    assert len(seen) > 4


def test_the_coasts_scores_fill_the_equation(tmp_path, at):
    outputs, numbers = run("coastalstability", tmp_path)
    classes = read(outputs["CLASSES"])
    seen = set()
    for row, column in ((r, c) for r in range(0, 37, 6) for c in range(0, 40, 7)):
        pixel = {key: values[..., row, column] for key, values in numbers.items()}
        kind, low, high = pixel["COAST_TYPE"]
        scores = {
            "type": int(kind),
            "surge": from_low(pixel["STORM_SURGE"], 1.5, 3),
            "waves": from_low(pixel["WAVE_HEIGHT"], np.float32(0.4), 1),
            "retreat": 1 if np.isnan(low) else from_low(pixel["RETREAT_RATE"], low, high),
        }
        index = (
            0.2 * scores["type"] + 0.4 * scores["surge"] + 0.4 * scores["waves"] + scores["retreat"]
        ) / 2
        found = at(outputs["OUTPUT"], column, row)
        filled = "index = (0.2·{type} + 0.4·{surge} + 0.4·{waves} + {retreat}) / 2"
        assert found.substituted == f"{filled.format(**scores)} = {index:.7g}"
        told = {line.symbol: line.value for line in groups_of(found)["intermediate"].children}
        assert told == {**scores, "index": pytest.approx(index)}
        # The class is told with the index that it is of.
        graded = at(outputs["CLASSES"], column, row)
        assert graded.value == classes[row, column] == 1 + (index > 2) + (index > 3.5)
        assert entry(graded, "index").value == pytest.approx(index)
        assert str(entry(graded, "surge").title) == "Score of the storm surge"
        seen.add(tuple(scores.values()))
    assert len(seen) > 4


def test_land_without_karst_has_scores_and_no_index(tmp_path, at):
    share = np.full((37, 40), 50, np.float32)
    share[3, 4] = 0
    outputs, _ = run(
        "rockydesertificationsensitivity",
        tmp_path,
        CARBONATE_SHARE=share,
        KARST=np.ones((37, 40), np.uint8),
    )
    found = at(outputs["OUTPUT"], 4, 3)
    assert found.value is None
    assert entry(found, "D").value == 1
    assert "left_out" not in [line.name for line in groups_of(found)["intermediate"].children]
    assert any("have no carbonate rock" in str(one.text) for one in found.findings)


@pytest.mark.parametrize("name", [name for name, model in models().items() if model.symbols])
def test_a_sign_stands_for_one_thing(name):
    signs = list(models()[name].symbols.values())
    assert len(set(signs)) == len(signs)


def test_rain_erosivity_shows_each_coefficient_by_a_sign_of_its_own(tmp_path, at):
    outputs, _ = run("monthlyerosivity", tmp_path)
    signs = [str(line) for line in at(outputs["OUTPUT"], 4, 5).signs]
    assert sorted(signs) == ["f = 17.02", "α = 0.1833", "α' = 0.3589", "β = 1.9957", "β' = 1.9462"]
