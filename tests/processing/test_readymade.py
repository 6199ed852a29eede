"""The ready-made models: from the demo county's raw data to classes and a report, in one run."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject
from support.rasters import read, write

from redline_plugin.core.explain.explain import explain_chain
from redline_plugin.core.explain.render import as_text
from redline_plugin.core.explain.tree import Place
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Grid
from redline_plugin.processing.shipped import FOLDER

SIZE = 240
CLASSES = (
    "WATER_CONSERVATION",
    "SOIL_RETENTION",
    "SAND_FIXATION",
    "BIODIVERSITY",
    "SOIL_EROSION",
    "DESERTIFICATION",
    "ROCKY_DESERTIFICATION",
    "SALINIZATION",
)
OTHER_METHOD = ("waterconservationindex", "soilretentionindex", "sandfixationindex")
WHOLE = ("FUNCTION", "FUNCTION_WHICH", "SENSITIVITY", "SENSITIVITY_WHICH")


@pytest.fixture(scope="module")
def county(provider, tmp_path_factory):
    import processing

    folder = tmp_path_factory.mktemp("原始 数据")
    context = QgsProcessingContext()
    return processing.run(
        "redline:democounty", {"SIZE": SIZE, "OUTPUT": str(folder)}, context=context
    )


def run_model(provider, name, county, folder, keep=True):
    """Run a model with all that it asks for and the county has; outputs by their own names."""
    import processing

    algorithm = provider.algorithm(name)
    parameters = {}
    outputs = {}
    for definition in algorithm.parameterDefinitions():
        own = definition.name().rpartition(":")[2]
        if definition.isDestination():
            suffix = ".html" if own == "REPORT" else ".tif"
            outputs[own] = parameters[definition.name()] = str(folder / f"{own}{suffix}")
        elif definition.name() in county:
            parameters[definition.name()] = county[definition.name()]
    parameters["COUNTIES"] = county["VECTORS"] + "|layername=counties"
    parameters["GRID"] = county["ELEVATION"]
    if keep:
        parameters["KEEP"] = str(folder / "steps")
        (folder / "steps").mkdir()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback(False)
    processing.run(f"redline:{name}", parameters, context=context, feedback=feedback)
    return SimpleNamespace(outputs=outputs, log=feedback.textLog(), folder=folder)


@pytest.fixture(scope="module")
def whole(provider, county, tmp_path_factory):
    return run_model(provider, "wholeassessment", county, tmp_path_factory.mktemp("全 评估"))


def test_the_whole_assessment_gives_all_classes_on_one_grid(whole, county):
    shape = read(county["ELEVATION"]).shape
    for name in (*CLASSES, *WHOLE):
        classes = read(whole.outputs[name])
        assert classes.shape == shape, name
        assert classes.any(), name
    for name in CLASSES:
        assert set(np.unique(read(whole.outputs[name]))) <= {0, 1, 2, 3}, name


def test_the_highest_class_is_that_of_its_parts(whole):
    for name, parts in (("FUNCTION", CLASSES[:4]), ("SENSITIVITY", CLASSES[4:])):
        stack = np.stack([read(whole.outputs[part]) for part in parts])
        highest = stack.max(axis=0)
        np.testing.assert_array_equal(read(whole.outputs[name]), highest)
        which = read(whole.outputs[f"{name}_WHICH"])
        bits = (1, 2, 16 // 4, 8)
        expected = sum(
            bit * ((layer == highest) & (highest > 0))
            for bit, layer in zip(bits if name == "SENSITIVITY" else (1, 4, 8, 2), stack)
        )
        np.testing.assert_array_equal(which, expected)


def test_karst_alone_is_assessed_for_rocky_desertification(whole, county):
    assessed = read(whole.outputs["ROCKY_DESERTIFICATION"]) > 0
    assert 0.01 < assessed.mean() < 0.5
    assert (read(whole.outputs["SENSITIVITY"]) > 0).mean() > assessed.mean()


def test_one_report_tells_it_all(whole):
    text = (whole.folder / "REPORT.html").read_text("utf-8")
    assert text.count("data:image/png;base64,") > 20
    for words in ("Soil retention", "Rocky desertification", "Highest importance", "青垣县"):
        assert words in text, words


def test_sand_fixation_is_assessed_by_months(whole, county):
    record = read_provenance(whole.outputs["SAND_FIXATION_INDEX"])
    assert record["algorithm"] == "redline:monthlysandfixation"
    wind = read_provenance(str(whole.folder / "steps" / "monthly_wind_field.tif"))
    assert wind["parameters"]["FIELD"] == [f"wf_{month:02d}" for month in range(1, 13)]
    cover = gdal.Open(str(whole.folder / "steps" / "monthly_vegetation_cover.tif"))
    months = np.ma.masked_less(cover.ReadAsArray(), 0).mean(axis=(1, 2))
    assert months.argmax() in (6, 7)
    assert months.min() < 0.7 * months.max()


def test_stations_are_interpolated_with_elevation_where_that_helps(whole, county):
    steps = whole.folder / "steps"
    for name in ("rainfall_erosivity", "accumulated_temperature"):
        record = read_provenance(str(steps / f"{name}.tif"))
        assert record["results"]["fields"][0]["lapse"]["r2"] > 0.5, name
    fields = read_provenance(str(steps / "monthly_rain_days.tif"))["results"]["fields"]
    for field in fields:
        if "lapse" not in field:
            assert field["error_with_elevation"] >= field["root_mean_square_error"]
    assert sum("lapse" in field for field in fields) > 0


def grid_place(grid, column, row):
    west, width, _, north, _, height = grid.transform
    return west + (column + 0.5) * width, north + (row + 0.5) * height


@pytest.mark.parametrize("name", CLASSES)
def test_why_here_goes_back_to_the_raw_data(whole, county, name):
    """All steps are kept: from a class over index and factors to files that nothing made."""
    grid = Grid.of_file(whole.outputs[name])
    rows, columns = np.nonzero(read(whole.outputs[name]))
    pick = len(rows) // 2
    x, y = grid_place(grid, columns[pick], rows[pick])
    chain = explain_chain(Place(whole.outputs[name], x, y), depth=10)
    text = as_text(chain)
    assert "no longer there" not in text
    assert "processing_" not in text
    for one in chain:
        assert one.value is None or one.recomputed is None or one.recomputed == one.value
    told = {Path(one.place.path).parent for one in chain}
    assert told <= {whole.folder, whole.folder / "steps"}
    raw = {Path(county[key]).name for key in county if str(county[key]).endswith(".tif")}
    named = {file for file in raw if file in text}
    assert named, text
    if name in ("SOIL_RETENTION", "SAND_FIXATION", "SOIL_EROSION", "DESERTIFICATION"):
        assert "Nearest stations" in text
        assert "Daily file 1: daily.csv" in text


def test_a_county_with_a_coast_has_it_in_the_whole(provider, county, tmp_path):
    """Without a coast the whole is the same and has no raster of it; with one it takes part."""
    shape = read(county["ELEVATION"]).shape
    like = gdal.Open(county["ELEVATION"])
    coast = {
        "COAST_TYPE": np.full(shape, 2, "uint8"),
        "STORM_SURGE": np.full(shape, 9, "float32"),
        "WAVE_HEIGHT": np.full(shape, 9, "float32"),
        "RETREAT_RATE": np.full(shape, 90, "float32"),
    }
    given = {
        name: write(tmp_path / f"{name}.tif", values, like.GetGeoTransform(), 4524)
        for name, values in coast.items()
    }
    found = run_model(provider, "wholeassessment", {**county, **given}, tmp_path)
    classes = read(found.outputs["COASTAL_STABILITY"])
    assert set(np.unique(classes)) == {2}
    assert (read(found.outputs["FUNCTION"]) >= 2).all()
    assert "Coastal stability" in (tmp_path / "REPORT.html").read_text("utf-8")


def test_a_county_without_a_coast_has_none_in_the_whole(whole):
    assert not Path(whole.outputs["COASTAL_STABILITY"]).exists()
    assert "no input is given, nothing is made" in whole.log


def test_without_a_folder_steps_are_temporary(provider, county, tmp_path):
    found = run_model(provider, "waterconservationfromraw", county, tmp_path, keep=False)
    assert {path.name for path in tmp_path.iterdir()} == {
        Path(output).name for output in found.outputs.values()
    }
    ecosystem = read_provenance(found.outputs["WATER_CONSERVATION_INDEX"])["inputs"]
    assert any("processing_" in entry["path"] for entry in ecosystem)


def test_erosivity_comes_from_the_stations(provider, whole):
    """By the Guide's half-months, not by a fallback from monthly rain."""
    children = provider.algorithm("wholeassessment").childAlgorithms()
    assert children["rainfallerosivity"].algorithmId() == "redline:interpolatestations"
    for child in ("soilretention", "soilerosionsensitivity"):
        source = children[child].parameterSources()["RAINFALL_EROSIVITY"][0]
        assert source.outputChildId() == "rainfallerosivity"
    source = children["rainfallerosivity"].parameterSources()["INPUT"][0]
    assert children[source.outputChildId()].algorithmId() == "redline:stationerosivity"
    text = (whole.folder / "REPORT.html").read_text("utf-8")
    assert "interpolatestations" in text or "Interpolate station values" in text


def test_the_record_leads_back_to_the_raw_data(whole):
    record = read_provenance(whole.outputs["SOIL_RETENTION"])
    assert record["inputs"][0]["made_by"] == "redline:soilretention"


@pytest.mark.parametrize(
    "path",
    sorted(p for p in FOLDER.glob("*fromraw.model3") if "coastal" not in p.name),
    ids=lambda path: path.stem,
)
def test_each_single_model_runs_by_itself(provider, county, whole, path, tmp_path):
    found = run_model(provider, path.stem, county, tmp_path)
    name = next(name for name in CLASSES if name in found.outputs)
    if path.stem.removesuffix("fromraw") in OTHER_METHOD:
        # The Guide's other method for the same function: other classes, of the same kind.
        assert set(np.unique(read(found.outputs[name]))) == {0, 1, 2, 3}
    else:
        # The same steps as in the whole: the same classes.
        np.testing.assert_array_equal(read(found.outputs[name]), read(whole.outputs[name]))
    assert (tmp_path / "REPORT.html").stat().st_size > 10_000


def test_the_coast_has_a_model_of_its_own(provider, county, tmp_path):
    """The demo county has no coast, so its rasters are made here."""
    shape = (30, 40)
    rng = np.random.default_rng(2)
    coast = {
        "COAST_TYPE": rng.integers(1, 4, shape).astype("uint8"),
        "STORM_SURGE": (rng.random(shape) * 4).astype("float32"),
        "WAVE_HEIGHT": (rng.random(shape) * 2).astype("float32"),
        "RETREAT_RATE": (rng.random(shape) * 12).astype("float32"),
    }
    given = {name: write(tmp_path / f"{name}.tif", values) for name, values in coast.items()}
    given["ELEVATION"] = given["STORM_SURGE"]
    found = run_model(
        provider, "coastalstabilityfromraw", {**given, "VECTORS": county["VECTORS"]}, tmp_path
    )
    classes = read(found.outputs["COASTAL_STABILITY"])
    assert set(np.unique(classes)) <= {0, 1, 2, 3}
    assert (classes > 0).any()
    assert (tmp_path / "REPORT.html").stat().st_size > 10_000
