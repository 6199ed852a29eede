"""Why a pixel has its value: on real results, against values written down here."""

from __future__ import annotations

import json
import math
import shutil

import numpy as np
import pytest
from osgeo import gdal
from support.chains import GEOGRAPHIC, NODATA, SHAPE, entry, make_chain, middle, run_model, said
from support.rasters import TRANSFORM, read, write

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import RunOptions, run_jobs
from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.explain.explain import explain, explain_chain
from redline_plugin.core.explain.tree import Place, Stand
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.cumulative import (
    CumulativeRule,
    Mode,
    grade_by_cumulative_value,
)
from redline_plugin.core.provenance import KEY, METADATA_DOMAIN, read_provenance
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.source import RasterSource


def score(value, low, high):
    return 1 if value < low else 3 if value <= high else 5


def test_soil_retention_is_told_with_its_numbers(chain, at):
    found = at(chain.retention, 4, 5)
    r, k, ls, c = (
        float(chain.arrays[name][5, 4])
        for name in (
            "RAINFALL_EROSIVITY", "SOIL_ERODIBILITY", "SLOPE_LENGTH_STEEPNESS", "COVER_MANAGEMENT",
        )
    )  # fmt: skip
    assert found.value == chain.values["retention"][5, 4]
    assert found.value == pytest.approx(r * k * ls * (1 - c), rel=1e-6)
    assert found.recomputed == found.value
    assert entry(found, "RAINFALL_EROSIVITY").value == r
    assert entry(found, "COVER_MANAGEMENT").symbol == "C"
    assert found.equation == "A = R·K·LS·(1 − C)"
    line = found.substituted
    assert line.startswith("A = ")
    for number in (r, k, ls, c):
        assert f"{number:.7g}" in line
    assert line.endswith(f"= {found.value:.7g}")
    assert found.findings[0].stand is Stand.GOOD
    assert (found.pixel.column, found.pixel.row) == (4, 5)


def test_a_sensitivity_shows_the_scores_that_stand_in_the_equation(chain, at):
    found = at(chain.sensitivity, 4, 5)
    a = {name: values[5, 4] for name, values in chain.arrays.items()}
    texture = {1: 1, 14: 3, 21: 5}[int(a["SOIL_TEXTURE"])]
    cover = 5 if a["VEGETATION_COVER"] <= 0.2 else 3 if a["VEGETATION_COVER"] < 0.6 else 1
    scores = (
        score(a["RAINFALL_EROSIVITY"], 100, 600), texture, score(a["RELIEF"], 50, 300), cover,
    )  # fmt: skip
    assert found.substituted == (
        "SS = ({}·{}·{}·{})^(1/4) = {:.7g}".format(*scores, math.prod(scores) ** 0.25)
    )
    assert found.value == pytest.approx(math.prod(scores) ** 0.25, rel=1e-6)
    line = entry(found, "SOIL_TEXTURE")
    assert line.value == a["SOIL_TEXTURE"]
    titles = {1: "Gravel", 14: "Loam", 21: "Sandy silt"}
    assert str(line.text) == titles[int(line.value)]
    assert f"Score of the soil texture: {texture}" in [str(note.text) for note in line.notes]


def test_titles_of_classes_are_in_the_readers_language(chain, at):
    found = at(chain.sensitivity, 4, 5, language="zh")
    titles = {1: "石砾", 14: "壤土", 21: "砂粉土"}
    assert str(entry(found, "SOIL_TEXTURE").text) == titles[int(chain.arrays["SOIL_TEXTURE"][5, 4])]


@pytest.mark.parametrize("column", range(10))
def test_a_class_is_told_by_breaks_and_rule(chain, at, column):
    found = at(chain.importance, column, 6)
    value = float(chain.values["retention"][6, column])
    record = read_provenance(str(chain.importance))["parameters"]
    high, low = record["break_extreme"], record["break_important"]
    text = said(found)
    if value >= high:
        expected = 3
        assert f"{value:.7g} is at or above {high:.7g}" in text
        assert "reaches 50 %" in text
    elif value >= low:
        expected = 2
        assert f"is below {high:.7g} and at or above {low:.7g}" in text
        assert "reaches 80 %" in text
    else:
        expected = 1
        assert f"{value:.7g} is below {low:.7g}" in text
    assert found.value == found.recomputed == expected
    assert expected == chain.values["importance"][6, column]
    assert str(found.text) in text
    assert found.colour is not None
    assert entry(found, "INPUT").value == value


@pytest.mark.parametrize("column", range(0, 10, 2))
def test_a_sensitivity_class_is_told_on_one_decimal(chain, at, column):
    found = at(chain.classes, column, 6)
    value = float(chain.values["sensitivity"][6, column])
    tenths = round(value, 1)
    assert f"{value:.7g} is {tenths:.1f} on one decimal." in said(found)
    assert found.value == found.recomputed == 1 + (tenths > 2.0) + (tenths > 4.0)


def test_the_chain_goes_back_to_raw_material(chain):
    x, y = middle(4, 5)
    found = explain_chain(Place(str(chain.importance), x, y), depth=3)
    assert [one.algorithm for one in found] == ["gradefunction", "soilretention"]
    assert found[1].place.path == str(chain.retention)
    assert len(explain_chain(Place(str(chain.importance), x, y))) == 1


def test_a_chain_in_a_circle_ends(chain):
    record = read_provenance(str(chain.retention))
    record["inputs"][0].update(path=str(chain.retention), made_by="redline:soilretention")
    dataset = gdal.Open(str(chain.retention), gdal.GA_Update)
    dataset.SetMetadataItem(KEY, json.dumps(record), METADATA_DOMAIN)
    dataset = None
    x, y = middle(4, 5)
    assert len(explain_chain(Place(str(chain.importance), x, y), depth=50)) == 2
    x, y = middle(0, 0)
    explain(Place(str(chain.importance), x, y))


@pytest.mark.parametrize(
    ("column", "raster", "reason"),
    [
        (0, "retention", "Rainfall erosivity R: no data here (the raster marks it by -9999)."),
        (1, "retention", "Cover factor C: 1.5 is outside the valid range (0 to 1)."),
        (2, "sensitivity", "Soil texture classes: code 99 is not in the table."),
    ],
)
def test_no_result_is_told_by_its_reason(chain, at, column, raster, reason):
    found = at(getattr(chain, raster), column, 0)
    assert found.value is None
    assert found.recomputed is None
    assert f"No result here: {reason}" in said(found)
    # The classes tell it, too, without a look at the index.
    classes = chain.importance if raster == "retention" else chain.classes
    graded = at(classes, column, 0)
    assert graded.value is None
    assert "No class here" in said(graded)
    assert reason in said(graded)


def test_a_class_that_the_table_leaves_out(chain, at):
    table = chain.folder / "scores.csv"
    table.write_text("code,value,title\n1,1,A\n14,3,B\n21,5,C\n99,,Rock\n", encoding="utf-8")
    folder = chain.folder / "own"
    folder.mkdir()
    path = run_model(
        "soilerosionsensitivity", chain.paths, folder, tables={"TEXTURE_SCORES": table}
    )
    found = at(path, 2, 0)
    assert "No result here: Soil texture classes: the table has no value for code 99." in said(
        found
    )
    assert str(entry(found, "SOIL_TEXTURE").text) == "Rock"


def test_an_input_of_another_size_has_changed(chain, at):
    with open(chain.paths["COVER_MANAGEMENT"], "ab") as stream:  # noqa: PTH123
        stream.write(b"more")
    found = at(chain.retention, 4, 5)
    assert "Cover factor C: the input has changed since" in said(found)
    line = entry(found, "COVER_MANAGEMENT")
    assert line.stand is Stand.LACKING


def test_an_input_of_other_values_and_equal_size_is_found_by_value_and_hash(chain, at):
    path = chain.paths["COVER_MANAGEMENT"]
    values = chain.arrays["COVER_MANAGEMENT"].copy()
    values[5, 4] = 0.123
    write(path, values, nodata=NODATA)
    found = at(chain.retention, 4, 5)
    assert found.recomputed != found.value
    assert "is stored. An input or a table has changed since." in said(found)
    assert "by its hash" not in said(found)
    assert "Cover factor C: the input has changed since: its content is another, by its hash." in (
        said(at(chain.retention, 4, 5, hashes=True))
    )
    # Elsewhere the value is the same; only the hash tells.
    assert at(chain.retention, 7, 7).recomputed == chain.values["retention"][7, 7]
    assert "by its hash" in said(at(chain.retention, 7, 7, hashes=True))


def test_unchanged_files_pass_the_check_of_hashes(chain, at):
    found = at(chain.retention, 4, 5, hashes=True)
    assert "changed" not in said(found)
    notes = [str(note.text) for note in entry(found, "COVER_MANAGEMENT").notes]
    assert notes == ["the file is the same as then"]


def test_inputs_beside_the_moved_result_are_found(chain, tmp_path, at):
    there = tmp_path / "另一处"
    there.mkdir()
    for path in chain.folder.glob("*.tif"):
        shutil.move(str(path), there / path.name)
    found = at(there / "soilretention.tif", 4, 5)
    assert found.recomputed == found.value == chain.values["retention"][5, 4]
    line = entry(found, "COVER_MANAGEMENT")
    assert "moved; found beside the result" in str(line.notes[0].text)
    assert line.stand is Stand.MARKED
    classes = at(there / "importance.tif", 4, 5)
    assert entry(classes, "INPUT").place.path == str(there / "soilretention.tif")


def test_a_missing_input_is_told_and_the_others_shown(chain, at):
    (chain.folder / "cover_management.tif").unlink()
    found = at(chain.retention, 4, 5)
    assert found.value == chain.values["retention"][5, 4]
    assert found.recomputed is None
    assert "It cannot be computed again: Cover factor C: the file is no longer there" in said(found)
    assert entry(found, "RAINFALL_EROSIVITY").value == chain.arrays["RAINFALL_EROSIVITY"][5, 4]
    assert entry(found, "COVER_MANAGEMENT").value is None
    (chain.folder / "soilretention.tif").unlink()
    graded = at(chain.importance, 4, 5)
    assert "The class cannot be told again: the file is no longer there" in said(graded)
    assert graded.value == chain.values["importance"][5, 4]


def test_the_graded_index_is_named_with_its_unit_also_when_it_is_gone(chain, at):
    def told():
        found = at(chain.importance, 4, 5)
        lines = {name: entry(found, name) for name in ("INPUT", "break_extreme", "rule")}
        return str(found.title), str(lines["INPUT"].title), {n: x.unit for n, x in lines.items()}

    title = "Importance of function: Soil retention"
    unit = "t hm-2 a-1"
    expected = (title, "Soil retention", {"INPUT": unit, "break_extreme": unit, "rule": ""})
    assert told() == expected
    chain.retention.unlink()
    assert told() == expected
    # Sensitivities have no unit.
    assert {entry(at(chain.classes, 4, 5), name).unit for name in ("INPUT", "middle")} == {""}


def test_an_index_that_was_another_output_than_the_models_main_one_is_named(chain, at):
    model = models()["soilretention"]
    inputs = {
        item.name: Band(chain.paths[item.name]) for item in model.inputs if item.name in chain.paths
    }
    lost, classes = chain.folder / "lost.tif", chain.folder / "lost classes.tif"
    run_jobs([Job(model, inputs, {"ACTUAL_EROSION": lost})], Quiet())
    how = CumulativeRule(mode=Mode.LEGACY)
    grade_by_cumulative_value(RasterSource(str(lost)), classes, how, Quiet())
    lost.unlink()
    found = at(classes, 4, 5)
    assert str(found.title) == "Importance of function: Actual soil erosion"
    # The breaks are integers of the highest value.
    assert entry(found, "break_extreme").unit == ""
    assert entry(found, "maximum").unit == "t hm-2 a-1"


def test_a_record_without_the_index_is_told_by_what_made_it(chain, at):
    record = read_provenance(str(chain.importance))
    del record["parameters"]["index"]
    for entry_ in record["inputs"]:
        del entry_["band"]
    dataset = gdal.Open(str(chain.importance), gdal.GA_Update)
    dataset.SetMetadataItem(KEY, json.dumps(record), METADATA_DOMAIN)
    dataset = None
    chain.retention.unlink()
    assert str(at(chain.importance, 4, 5).title) == "Importance of function: Soil retention (RUSLE)"


def test_a_damaged_input_is_told(chain, at):
    (chain.folder / "cover_management.tif").write_bytes(b"no raster")
    assert "cannot be read as a raster" in said(at(chain.retention, 4, 5))


def test_changed_coefficients_and_choices_are_marked(chain, at):
    folder = chain.folder / "other"
    folder.mkdir()
    path = run_model(
        "soilerosionsensitivity", chain.paths, folder, coefficients={"RELIEF_HIGH": 250}
    )
    found = at(path, 4, 5)
    line = entry(found, "RELIEF_HIGH")
    assert (line.value, line.stand) == (250, Stand.MARKED)
    assert str(line.notes[0].text) == "changed; the default is 300"
    assert "read in the source" in str(line.notes[1].text)
    assert entry(found, "RELIEF_LOW").stand is Stand.PLAIN
    assert found.recomputed == found.value


def test_the_users_own_table_is_used_and_its_change_told(chain, at):
    folder = chain.folder / "own"
    folder.mkdir()
    table = folder / "scores.csv"
    table.write_text("code,value,title\n1,5,Mine\n14,5,Mine\n21,5,Mine\n", encoding="utf-8")
    path = run_model(
        "soilerosionsensitivity", chain.paths, folder, tables={"TEXTURE_SCORES": table}
    )
    found = at(path, 4, 5)
    assert str(entry(found, "SOIL_TEXTURE").text) == "Mine"
    assert found.recomputed == found.value
    assert "the user's own table" in str(entry(found, "TEXTURE_SCORES").notes[0].text)
    table.write_text("code,value,title\n1,1,A\n14,1,A\n21,1,A\n", encoding="utf-8")
    changed = at(path, 4, 5)
    assert "The table scores.csv has changed since" in said(changed)
    assert changed.recomputed != changed.value
    table.unlink()
    assert "the file is no longer there" in said(at(path, 4, 5))


def test_resampling_is_repeated_as_the_run_did_it(tmp_path, at):
    fine = np.linspace(100, 5000, 32 * 40).reshape(32, 40).astype(np.float32)
    paths = {
        "SOIL_ERODIBILITY": write(tmp_path / "k.tif", np.full(SHAPE, 0.03, np.float32)),
        "RAINFALL_EROSIVITY": write(
            tmp_path / "r.tif",
            fine,
            transform=(TRANSFORM[0], 7.5, 0, TRANSFORM[3], 0, -7.5),
        ),
        "SLOPE_LENGTH_STEEPNESS": write(tmp_path / "ls.tif", np.full(SHAPE, 2, np.float32)),
        "COVER_MANAGEMENT": write(
            tmp_path / "c.tif",
            np.linspace(0, 1, 12).reshape(3, 4).astype(np.float32),
            transform=(TRANSFORM[0] - 50, 100.0, 0, TRANSFORM[3] + 20, 0, -100.0),
        ),
    }

    grid = Grid.of_file(paths["SOIL_ERODIBILITY"])
    output = run_model("soilretention", paths, tmp_path, options=RunOptions(grid=grid))
    stored = read(output)
    for column, row in ((0, 0), (3, 4), (9, 7), (5, 2)):
        found = at(output, column, row)
        assert found.value == found.recomputed == stored[row, column]
    notes = " ".join(str(note.text) for note in entry(found, "RAINFALL_EROSIVITY").notes)
    assert "average resampling" in notes
    block = fine[8:12, 20:24]
    assert entry(found, "RAINFALL_EROSIVITY").value == pytest.approx(block.mean(), rel=1e-6)


def test_degrees(tmp_path, at):
    chain = make_chain(tmp_path, GEOGRAPHIC)
    for column, row in ((4, 5), (9, 7)):
        found = at(chain.retention, column, row, transform=GEOGRAPHIC["transform"])
        assert found.value == found.recomputed == chain.values["retention"][row, column]
        graded = at(chain.importance, column, row, transform=GEOGRAPHIC["transform"])
        assert graded.value == graded.recomputed == chain.values["importance"][row, column]


def test_where_a_place_lies(chain):
    x0, y0 = TRANSFORM[0], TRANSFORM[3]
    found = explain(Place(str(chain.retention), x0 + 30 * 3, y0 - 30 * 2))
    # The corner of four pixels belongs to the one south-east of it.
    assert (found.pixel.column, found.pixel.row) == (3, 2)
    assert found.pixel.bounds == (x0 + 90, y0 - 90, x0 + 120, y0 - 60)
    for x, y in ((x0 - 1, y0 - 1), (x0 + 301, y0 - 1), (x0 + 1, y0 + 1), (x0 + 1, y0 - 241)):
        outside = explain(Place(str(chain.retention), x, y))
        assert outside.pixel is None
        assert "outside this raster" in said(outside)


def test_a_raster_of_others_is_said_to_be_so(chain, at):
    found = at(chain.paths["RELIEF"], 4, 5)
    assert found.algorithm == ""
    assert found.value == chain.arrays["RELIEF"][5, 4]
    assert "Redline did not make this raster" in said(found)
    assert found.groups == ()


def test_foreign_metadata_and_odd_rasters_are_of_others(tmp_path):
    for number, text in enumerate(("no json", '"text"', "[1]", "{}")):
        path = write(tmp_path / f"{number}.tif", np.ones((2, 2), np.float32))
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadataItem(KEY, text, METADATA_DOMAIN)
        dataset = None
        assert "did not make" in said(explain(Place(path, *middle(0, 0))))
    rotated = write(
        tmp_path / "r.tif", np.ones((2, 2), np.float32), transform=(0, 1, 0.5, 0, 0, -1)
    )
    assert "did not make" in said(explain(Place(rotated, 0.5, -0.5)))
    gone = explain(Place(str(tmp_path / "gone.tif"), 0, 0))
    assert "did not make" in said(gone)


def test_other_results_of_redline_tell_what_they_were_made_of(chain, tmp_path, at):
    path = write(tmp_path / "species.tif", np.full(SHAPE, 0.5, np.float32))
    record = {
        "algorithm": "redline:distribution",
        "parameters": {"penalty": 1.5, "grid": {"width": 3}},
        "inputs": [
            {"name": "RELIEF", "path": chain.paths["RELIEF"], "size": 1, "sha256": "0"},
            {"name": "POINTS", "path": str(tmp_path / "gone.gpkg"), "size": 1, "sha256": "0"},
        ],
    }
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem(KEY, json.dumps(record), METADATA_DOMAIN)
    dataset = None
    found = at(path, 4, 5)
    assert found.value == 0.5
    assert entry(found, "RELIEF").value == chain.arrays["RELIEF"][5, 4]
    assert "changed since" in str(entry(found, "RELIEF").notes[0].text)
    assert "no longer there" in str(entry(found, "POINTS").notes[0].text)
    assert entry(found, "penalty").value == 1.5


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.pop("parameters"),
        lambda record: record.pop("inputs"),
        lambda record: record["inputs"].pop(0),
        lambda record: record.pop("results"),
        lambda record: record.update(parameters=[1]),
        lambda record: record.update(output="NONE"),
    ],
)
@pytest.mark.parametrize("raster", ["retention", "sensitivity", "importance", "classes"])
def test_a_record_that_lacks_something_is_no_end(chain, at, raster, spoil):
    path = str(getattr(chain, raster))
    record = read_provenance(path)
    spoil(record)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem(KEY, json.dumps(record), METADATA_DOMAIN)
    dataset = None
    found = at(path, 4, 5)
    assert found.value == chain.values[raster][5, 4]


def test_the_highest_class_names_the_classes_it_is_of(chain, at):
    path = run_model("highestfunction", {"SOIL_RETENTION": str(chain.importance)}, chain.folder)
    found = at(path, 4, 5)
    code = int(chain.values["importance"][5, 4])
    titles = {1: "Generally important", 2: "Important", 3: "Extremely important"}
    assert str(found.text) == titles[code]
    assert str(entry(found, "SOIL_RETENTION").text) == titles[code]
    assert "optional" in str(entry(found, "BIODIVERSITY").text)
    x, y = middle(4, 5)
    assert [one.algorithm for one in explain_chain(Place(str(path), x, y), depth=5)] == [
        "highestfunction", "gradefunction", "soilretention",
    ]  # fmt: skip


def test_it_can_be_stopped(chain):
    class Stopping(Quiet):
        asked = 0

        def cancelled(self):
            self.asked += 1
            return self.asked > 3

    with pytest.raises(CancelledError):
        explain(Place(str(chain.retention), *middle(4, 5)), Stopping())


def test_a_result_that_is_no_raster_any_more(tmp_path, monkeypatch):
    path = tmp_path / "x.tif"
    monkeypatch.setattr(
        "redline_plugin.core.explain.explain.read_provenance", lambda _: {"algorithm": "redline:x"}
    )
    with pytest.raises(InputError, match="Cannot be read"):
        explain(Place(str(path), 0, 0))


def test_an_undeclared_mark_of_no_data_is_kept_out_of_resampling_as_in_the_run(tmp_path, at):
    coarse = np.linspace(100, 5000, 12).reshape(3, 4).astype(np.float32)
    coarse[1, 1] = NODATA
    paths = {
        "SOIL_ERODIBILITY": write(tmp_path / "k.tif", np.full(SHAPE, 0.03, np.float32)),
        "RAINFALL_EROSIVITY": write(
            tmp_path / "r.tif", coarse, transform=(TRANSFORM[0], 75.0, 0, TRANSFORM[3], 0, -80.0)
        ),
        "SLOPE_LENGTH_STEEPNESS": write(tmp_path / "ls.tif", np.full(SHAPE, 2, np.float32)),
        "COVER_MANAGEMENT": write(tmp_path / "c.tif", np.full(SHAPE, 0.2, np.float32)),
    }
    grid = Grid.of_file(paths["SOIL_ERODIBILITY"])
    output = run_model("soilretention", paths, tmp_path, options=RunOptions(grid=grid))
    stored = read(output)
    assert (stored != NODATA).any()
    for row in range(SHAPE[0]):
        for column in range(SHAPE[1]):
            found = at(output, column, row)
            value = float(stored[row, column])
            assert found.value == found.recomputed == (None if value == NODATA else value)


def test_the_shipped_table_that_was_chosen_is_used(tmp_path, at):
    codes = np.arange(1, 81, dtype=np.uint8).reshape(SHAPE) % 20 + 1
    paths = {
        "PRECIPITATION": write(tmp_path / "p.tif", np.full(SHAPE, 1000, np.float32)),
        "EVAPOTRANSPIRATION": write(tmp_path / "et.tif", np.full(SHAPE, 300, np.float32)),
        "ECOSYSTEM": write(tmp_path / "eco.tif", codes),
    }
    names, files = [], []
    for chosen in ({}, {"RUNOFF_COEFFICIENTS": "national2017"}):
        folder = tmp_path / str(len(names))
        folder.mkdir()
        output = run_model("waterconservation", paths, folder, table_sets=chosen)
        for column in range(SHAPE[1]):
            found = at(output, column, 3)
            assert found.recomputed == found.value
        names.append(str(entry(found, "RUNOFF_COEFFICIENTS").text))
        files.append(read(output))
    assert names == ["runoff_coefficients.csv", "runoff_coefficients_national2017.csv"]
    assert not np.array_equal(*files)


def test_a_model_of_neighbours_shows_the_pixels_own_value(tmp_path, at):
    elevation = np.random.default_rng(5).uniform(100, 900, SHAPE).astype(np.float32)
    path = write(tmp_path / "z.tif", elevation)
    output = run_model("reliefamplitude", {"ELEVATION": path}, tmp_path)
    found = at(output, 4, 5)
    assert found.recomputed == found.value == read(output)[5, 4]
    assert entry(found, "ELEVATION").value == elevation[5, 4]
    assert [str(line) for line in found.signs] == [f"z = {elevation[5, 4]:.7g} m"]
