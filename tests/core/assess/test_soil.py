"""The soil models: declarations, tables, and whole runs."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from support.rasters import read, write

from redline_plugin.core.assess import (
    chinesetexture,
    erodiblefraction,
    soilcrust,
    soilerodibility,
    soilinfiltration,
    soilunits,
    texturefromusda,
    usdatexture,
)
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.model import CodeTable, Group
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.declare.table import FOLDER, load_table
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.soil import chinese, usda

MODELS = [
    module.MODEL
    for module in (
        chinesetexture,
        erodiblefraction,
        soilcrust,
        soilerodibility,
        soilinfiltration,
        soilunits,
        texturefromusda,
        usdatexture,
    )
]
CERTAINTIES = {"seen", "memory H", "memory M", "memory L", "conflict", "advice", "user"}


def run(tmp_path, model, values, wanted=None, **more):
    bands = {
        name: Band(write(tmp_path / f"{name}.tif", np.atleast_2d(array)))
        for name, array in values.items()
    }
    names = wanted or [output.name for output in model.outputs]
    outputs = {name: tmp_path / f"out_{name}.tif" for name in names}
    tally = run_jobs([Job(model, bands, outputs, **more)], Quiet())[0]
    return {name: read(path)[0] for name, path in outputs.items()}, tally


def f32(*values):
    return np.array([values], "float32")


def rows(file):
    lines = (FOLDER / file).read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert lines[1] == "# version: 1"
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_every_model_is_a_soil_factor_that_others_can_take(model):
    assert model.group is Group.SOIL
    assert model.outputs[0].name == "OUTPUT"
    assert model.outputs[0].term
    assert set(model.symbols) == {item.name for item in model.inputs}
    names = [item.name for item in (*model.inputs, *model.coefficients, *model.choices)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "file",
    [
        "soil_infiltration.csv",
        "soil_units_example.csv",
        "texture_usda_to_chinese_by_name.csv",
        "texture_usda_to_chinese_by_size.csv",
    ],
)
def test_every_row_says_where_it_comes_from(file):
    for row in rows(file):
        assert row["title"]
        assert row["title_zh"]
        assert row["source"]
        assert row["certainty"] in CERTAINTIES


def test_erodibility_through_a_run(tmp_path):
    values = {
        "SAND": f32(40, 92, 100, 97, 60),
        "SILT": f32(40, 4, 0, 0, 40),
        "CLAY": f32(20, 4, 0, 3, 20),
        "ORGANIC_CARBON": f32(1, 0.2, 1, 1, 1),
    }
    found, tally = run(tmp_path, soilerodibility.MODEL, values)
    np.testing.assert_allclose(found["OUTPUT"][:2], [0.0182422, 0.0041379], atol=6e-8)
    # Neither silt nor clay: no value. No silt: below 0, set to 0 and counted.
    assert found["OUTPUT"][2:4].tolist() == [-9999, 0]
    counted = tally.outputs["OUTPUT"]
    assert (counted.undefined, counted.raised) == (1, 1)
    # 120 % in the last pixel.
    assert tally.checks == [1]


def test_erodibility_s_choices():
    arrays = [np.array([value]) for value in (40.0, 40.0, 20.0, 1.724)]
    names = {"matter_per_carbon": 1.724, "sum_tolerance": 5.0}
    corrected, epic = (
        soilerodibility.soil_erodibility(*arrays, organic="matter", method=method, **names)
        for method in ("corrected", "epic")
    )
    assert corrected[0] == pytest.approx(0.0182422, abs=6e-8)
    assert epic[0] == pytest.approx(0.295381 * 0.1317, abs=1e-7)
    as_carbon = soilerodibility.soil_erodibility(
        *arrays, organic="carbon", method="corrected", **names
    )
    assert as_carbon[0] < corrected[0]


def test_soil_units_of_a_table_of_one_s_own(tmp_path):
    table = tmp_path / "units.csv"
    table.write_text(
        "code,sand,silt,clay,organic_carbon,calcium_carbonate\n"
        "11375,40,40,20,1.0,2\n"
        "65535,20,60,20,1.5,\n"
        "7,50,30,20,,0\n"
        "8,,,,,\n",
        "utf-8",
    )
    values = {"SOIL_UNIT": np.array([[11375, 65535, 7, 8, 9, 65535]], "uint16")}
    found, tally = run(tmp_path, soilunits.MODEL, values, tables={"SOIL_PROPERTIES": table})
    np.testing.assert_allclose(
        found["OUTPUT"], [0.0182422, 0.0206632, -9999, -9999, -9999, 0.0206632], atol=6e-8
    )
    assert found["SAND"].tolist() == [40, 20, 50, -9999, -9999, 20]
    assert found["SILT"].tolist() == [40, 60, 30, -9999, -9999, 60]
    assert found["CLAY"].tolist() == [20, 20, 20, -9999, -9999, 20]
    assert found["CALCIUM_CARBONATE"].tolist() == [2, -9999, 0, -9999, -9999, -9999]
    np.testing.assert_allclose(found["ORGANIC_CARBON"], [1, 1.5, -9999, -9999, -9999, 1.5])
    np.testing.assert_allclose(
        found["ORGANIC_MATTER"], [1.724, 2.586, -9999, -9999, -9999, 2.586], rtol=1e-6
    )
    assert tally.checks == [0, 1]
    assert dict(tally.inputs["SOIL_UNIT"].unlisted) == {9: 1}


def test_the_example_of_soil_units_fits_no_real_map():
    lookup = load_table(soilunits.MODEL.input("SOIL_UNIT").table)
    assert not lookup.listed[:65000].any()
    sand, silt, clay = lookup.values[:3, 65001:65014]
    np.testing.assert_array_equal(sand + silt + clay, 100)
    # Each row is of the class that its code stands for.
    assert usda.usda_texture(sand, silt, clay).tolist() == list(range(1, 14))
    assert np.isnan(lookup.values[0, 65020])
    assert all(row["title"].startswith("Example") for row in rows("soil_units_example.csv"))


def test_texture_through_a_run(tmp_path):
    values = {"SAND": f32(40, 92, 20, 0), "SILT": f32(40, 5, 5, 0), "CLAY": f32(20, 3, 75, 0)}
    found, tally = run(tmp_path, usdatexture.MODEL, values)
    assert found["OUTPUT"].dtype == np.uint8
    assert found["OUTPUT"].tolist() == [9, 13, 1, 0]
    # All fractions 0: no class.
    assert tally.checks == [1]
    assert tally.outputs["OUTPUT"].undefined == 1


def test_infiltration_is_the_code_by_13(tmp_path):
    codes = np.arange(1, 15, dtype="uint8")[None]
    found, tally = run(tmp_path, soilinfiltration.MODEL, {"USDA_TEXTURE": codes})
    np.testing.assert_allclose(found["OUTPUT"][:13], codes[0, :13] / 13, rtol=1e-6)
    assert found["OUTPUT"][13] == -9999
    assert {row["code"] for row in rows("soil_infiltration.csv") if row["certainty"] == "seen"} == {
        "1",
        "2",
        "13",
    }
    assert dict(tally.inputs["USDA_TEXTURE"].unlisted) == {14: 1}


def test_chinese_texture_by_edition(tmp_path):
    values = {
        "SAND_CN": f32(75, 30, 30, 10, 55),
        "COARSE_SILT": f32(10, 50, 30, 30, 60),
        "FINE_CLAY": f32(5, 10, 10, 10, 32),
    }
    first, tally = run(tmp_path, chinesetexture.MODEL, values)
    second, _ = run(tmp_path, chinesetexture.MODEL, values, choices={"EDITION": "second"})
    assert first["OUTPUT"].tolist() == [11, 21, 23, 24, 25]
    assert second["OUTPUT"].tolist() == [11, 21, 15, 14, 31]
    # 147 % in the last pixel.
    assert tally.checks == [1]


def test_chinese_defaults_are_one_set():
    defaults = {item.name: item.default for item in chinesetexture.MODEL.coefficients}
    limits = chinese.Limits()
    assert tuple(defaults.values()) == (
        limits.coarse_sand,
        limits.fine_sand,
        limits.very_fine_sand,
        limits.sandy,
        limits.silty,
        limits.clay,
        limits.loamy_clay,
        limits.heavy_clay,
    )


def test_conversion_tables_know_all_classes_and_give_only_chinese_ones(tmp_path):
    known = {entry.value for entry in chinese.CLASSES}
    table = texturefromusda.MODEL.input("USDA_TEXTURE").table
    for path in (None, FOLDER / table.others[0].file):
        lookup = load_table(table, path)
        assert lookup.listed[1:14].all()
        assert set(lookup.values[1:14].astype(int)) <= known
    codes = np.arange(1, 14, dtype="uint8")[None]
    by_name, _ = run(tmp_path, texturefromusda.MODEL, {"USDA_TEXTURE": codes})
    by_size, _ = run(
        tmp_path,
        texturefromusda.MODEL,
        {"USDA_TEXTURE": codes},
        table_sets={"TEXTURE_CONVERSION": "bysize"},
    )
    assert by_name["OUTPUT"][[8, 10]].tolist() == [chinese.LOAM, chinese.SANDY_LOAM]
    assert by_size["OUTPUT"][[8, 10]].tolist() == [chinese.SILT_LOAM, chinese.FINE_SAND]


def test_usda_classes_that_lose_their_score_for_erosion_are_told():
    codes = load_table(texturefromusda.MODEL.input("USDA_TEXTURE").table).values[1:14]
    scores = load_table(CodeTable("T", "T", "soil_texture_erosion_scores.csv")).apply(codes)
    without = (np.flatnonzero(np.isnan(scores)) + 1).tolist()
    # Clay loam, silt loam, sandy clay, sandy clay loam.
    assert without == [5, 7, 8, 10]
    notes = " ".join(texturefromusda.MODEL.notes)
    for name in (
        "USDA silt loam, clay loam, sandy clay loam and sandy clay",
        "decides",
        "left out",
    ):
        assert name in notes


def test_the_table_by_size_is_what_it_says():
    middle = load_table(soilunits.MODEL.input("SOIL_UNIT").table).values[:3, 65001:65014]
    expected = chinese.chinese_texture(
        middle[0], middle[1] * 0.5, middle[2] * 0.7, chinese.Limits()
    )
    table = texturefromusda.MODEL.input("USDA_TEXTURE").table
    found = load_table(table, FOLDER / table.others[0].file).values[1:14]
    np.testing.assert_array_equal(found, expected)


def test_erodible_fraction_through_a_run(tmp_path):
    values = {
        "SAND": f32(60, 60, 96, 60),
        "SILT": f32(25, 25, 4, 25),
        "CLAY": f32(15, 15, 0, 15),
        "ORGANIC_MATTER": f32(1.5, 5, 1, 1.5),
        "CALCIUM_CARBONATE": f32(2, 2, 2, 30),
    }
    found, tally = run(tmp_path, erodiblefraction.MODEL, values)
    assert found["OUTPUT"][0] == pytest.approx(0.47475, abs=5e-7)
    assert found["OUTPUT"][2] == -9999
    assert tally.checks == [1, 1, 1]
    del values["CALCIUM_CARBONATE"]
    without, tally = run(tmp_path, erodiblefraction.MODEL, values)
    assert without["OUTPUT"][0] == pytest.approx(0.47475 + 0.019, abs=5e-7)
    assert tally.checks == [1, 1, 0]


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("SAND", 5.5, 93.6), ("SILT", 0.5, 69.5), ("CLAY", 5.0, 39.3), ("ORGANIC_MATTER", 0.18, 4.79)],
)
def test_fryrear_s_soils_end_where_they_end(name, low, high):
    model = erodiblefraction.MODEL
    place = [item.name for item in model.inputs].index(name)
    check = model.checks[1 if name == "ORGANIC_MATTER" else 0]
    for value, outside in ((low, False), (low - 0.01, True), (high, False), (high + 0.01, True)):
        arrays = [np.array([one]) for one in (60.0, 25.0, 15.0, 1.5)]
        arrays[place] = np.array([value])
        found = check.kernel(*arrays, None, organic="matter", matter_per_carbon=1.724)
        assert found.tolist() == [outside]


def test_organic_carbon_counts_as_matter():
    names = {"matter_per_carbon": 1.724}
    clay, carbon = np.array([15.0]), np.array([1.5 / 1.724])
    crust = soilcrust.crust_factor(clay, carbon, organic="carbon", **names)
    assert crust[0] == pytest.approx(0.3949057, abs=6e-8)
    fraction = erodiblefraction.erodible_fraction(
        np.array([60.0]), np.array([25.0]), clay, carbon, np.array([2.0]), organic="carbon", **names
    )
    assert fraction[0] == pytest.approx(0.47475)


def test_crust_through_a_run(tmp_path):
    values = {"CLAY": f32(15, 4.9, 39.4, 15), "ORGANIC_MATTER": f32(1.5, 1.5, 1.5, 0.3)}
    found, tally = run(tmp_path, soilcrust.MODEL, values)
    assert found["OUTPUT"][0] == pytest.approx(0.3949057, abs=6e-8)
    assert tally.checks == [3]


def test_fractions_of_one_look_wrong():
    for model in (soilerodibility.MODEL, usdatexture.MODEL, erodiblefraction.MODEL):
        for name in ("SAND", "SILT", "CLAY"):
            fraction, mass = model.input(name).hints
            assert 0.9 < fraction.low <= 1
            assert mass.high == 100
