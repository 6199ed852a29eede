"""The ready-made models: from the demo county's raw data to classes and a report, in one run."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject
from support.rasters import read, write

from redline_plugin.core.provenance import read_provenance
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


def run_model(provider, name, county, folder):
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
    # A year's wind, rain days and snow: the period is set, not left at a month.
    weather = next(
        line for line in whole.log.splitlines() if "weatherfactor" in line and "DAYS" in line
    )
    assert "365" in weather


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
