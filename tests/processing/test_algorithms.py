"""What every algorithm of the toolbox must have, and how it answers bad input."""

import ast
import html
import re
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
)
from support.rasters import read, write

from redline_plugin.core.assess.registry import models

IDS = (
    "assessmentreport",
    "biodiversityindex",
    "biodiversityindexfromraw",
    "boundaryofacounty",
    "checktopology",
    "chinesetexture",
    "climaticerosivity",
    "coastalstability",
    "coastalstabilityfromraw",
    "copytables",
    "covermanagement",
    "delineate",
    "democounty",
    "desertificationsensitivity",
    "desertificationsensitivityfromraw",
    "distributionmap",
    "drynessindex",
    "ecosystemlimits",
    "edgematch",
    "erodiblefraction",
    "explainpixel",
    "exportsubmission",
    "fittoparcels",
    "fittoreference",
    "fixtopology",
    "forestline",
    "gradefunction",
    "gradesensitivity",
    "guidepet",
    "hargreavespet",
    "highestfunction",
    "highestsensitivity",
    "interpolatestations",
    "landcovermapping",
    "markerforms",
    "monthlydryness",
    "monthlyerosivity",
    "monthlysandfixation",
    "monthlyvegetationcover",
    "monthlyweatherfactor",
    "multiyearmean",
    "penmanpet",
    "periodsum",
    "placemarkers",
    "placesigns",
    "radiationpet",
    "redlinecounty",
    "reliefamplitude",
    "rockydesertificationsensitivity",
    "rockydesertificationsensitivityfromraw",
    "salinizationsensitivity",
    "salinizationsensitivityfromraw",
    "sandfixation",
    "sandfixationfromraw",
    "sandfixationindex",
    "sandfixationindexfromraw",
    "setbacks",
    "slope",
    "slopelengthsteepness",
    "smoothboundary",
    "snowfactor",
    "snowline",
    "soilcrust",
    "soilerodibility",
    "soilerosionsensitivity",
    "soilerosionsensitivityfromraw",
    "soilinfiltration",
    "soilretention",
    "soilretentionfromraw",
    "soilretentionindex",
    "soilretentionindexfromraw",
    "soilroughness",
    "soilunits",
    "speciesrichness",
    "speciessuitability",
    "stationclimate",
    "stationerosivity",
    "surveyareas",
    "surveyofacounty",
    "surveyresults",
    "surveyroute",
    "surveysheets",
    "terrainroughness",
    "texturefromusda",
    "thornthwaitepet",
    "turningpoints",
    "usdatexture",
    "vegetationcover",
    "verifysubmission",
    "waterconservation",
    "waterconservationfromraw",
    "waterconservationindex",
    "waterconservationindexfromraw",
    "watersheddivides",
    "weatherfactor",
    "wholeassessment",
    "windcover",
    "winddays",
    "windfield",
    "windtotwometres",
)


def test_the_ids_are_promises(provider):
    assert sorted(algorithm.name() for algorithm in provider.algorithms()) == sorted(IDS)


@pytest.mark.parametrize("name", IDS)
def test_identity_and_help(provider, name):
    algorithm = provider.algorithm(name)
    assert re.fullmatch("[a-z]+", algorithm.name())
    assert algorithm.displayName() != algorithm.name()
    assert algorithm.group()
    assert re.fullmatch("[a-z]+", algorithm.groupId())
    assert Path(algorithm.svgIconPath()).is_file()
    assert not algorithm.icon().isNull()
    assert len(algorithm.shortHelpString()) > 60
    assert algorithm.shortDescription()
    created = algorithm.create()
    assert created.name() == algorithm.name()
    assert [d.name() for d in created.parameterDefinitions()] == [
        d.name() for d in algorithm.parameterDefinitions()
    ]
    for definition in algorithm.parameterDefinitions():
        assert re.fullmatch("([a-z]+:)?[A-Z][A-Z0-9_]*", definition.name())
        assert definition.description() != definition.name()


@pytest.mark.parametrize("model", models().values(), ids=list(models()))
def test_parameters_come_from_the_declaration(provider, model):
    algorithm = provider.algorithm(model.id)
    for item in model.inputs:
        definition = algorithm.parameterDefinition(item.name)
        assert definition.description().startswith(item.title)
        if item.unit not in ("", "1"):
            assert item.unit in definition.description()
        assert "[1]" not in definition.description()
        if item.valid != (None, None):
            assert "Valid: " in definition.help()
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    for coefficient in model.coefficients:
        definition = algorithm.parameterDefinition(coefficient.name)
        assert definition.defaultValue() is None
        assert f"(empty: {coefficient.default:.12g})" in definition.description()
        assert "Source: " in definition.help()
        assert definition.flags() & advanced
    shown = html.unescape(algorithm.shortHelpString())
    assert model.equation in shown
    assert model.reference.certainty.value in shown
    for choice in model.choices:
        definition = algorithm.parameterDefinition(choice.name)
        assert definition.defaultValue() is None
        assert f"(empty: {model_option(choice).title})" in definition.description()
        assert definition.help().count("Source: ") == len(choice.options)
    for statistic in model.statistics:
        assert algorithm.parameterDefinition(statistic.name).defaultValue() is None


def model_option(choice):
    return next(option for option in choice.options if option.id == choice.default)


def factors(folder, **where):
    rng = np.random.default_rng(1)
    highest = {"RAINFALL_EROSIVITY": 9000, "SOIL_ERODIBILITY": 0.1, "SLOPE_LENGTH_STEEPNESS": 50}
    return {
        item.name: write(
            folder / f"{item.name}.tif",
            (rng.random((30, 40)) * highest.get(item.name, 1)).astype("float32"),
            **where,
        )
        for item in models()["soilretention"].inputs
        if not item.optional
    }


def test_a_run_from_paths(run, tmp_path):
    folder = tmp_path / "水土 保持 50%"
    folder.mkdir()
    inputs = factors(folder)
    found = run("soilretention", {**inputs, "OUTPUT": str(folder / "结果.tif")})
    assert found["VALID_PIXELS"] == 1200
    assert found["CLAMPED_PIXELS"] == 0
    values = [read(path).astype("float64") for path in inputs.values()]
    np.testing.assert_allclose(
        read(found["OUTPUT"]), values[0] * values[1] * values[2] * (1 - values[3]), rtol=1e-6
    )
    # No layer was made of the inputs, so QGIS sampled none and left no side-car.
    assert not list(folder.glob("*.aux.xml"))


def test_a_run_from_layers_of_the_project(run, tmp_path):
    inputs = factors(tmp_path)
    layers = {name: QgsRasterLayer(path, f"层 {name}") for name, path in inputs.items()}
    QgsProject.instance().addMapLayers(list(layers.values()))
    ids = {name: layer.id() for name, layer in layers.items()}
    by_layer = run("soilretention", {**layers, "OUTPUT": str(tmp_path / "a.tif")})
    by_id = run("soilretention", {**ids, "OUTPUT": str(tmp_path / "b.tif")})
    assert np.array_equal(read(by_layer["OUTPUT"]), read(by_id["OUTPUT"]))
    QgsProject.instance().clear()


def test_temporary_output_is_zstd_and_a_named_one_deflate(run, tmp_path):
    from osgeo import gdal

    inputs = factors(tmp_path)
    temporary = run("soilretention", {**inputs, "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]
    named = run("soilretention", {**inputs, "OUTPUT": str(tmp_path / "a.tif")})["OUTPUT"]
    codec = {
        path: gdal.Open(path).GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE")
        for path in (temporary, named)
    }
    assert codec == {temporary: "ZSTD", named: "DEFLATE"}


def test_all_problems_in_one_error(run, tmp_path):
    inputs = factors(tmp_path)
    inputs["RAINFALL_EROSIVITY"] = str(tmp_path / "没有.tif")
    inputs["SOIL_ERODIBILITY"] = write(tmp_path / "k.tif", np.ones((3, 3), "float32"), epsg=None)
    with pytest.raises(QgsProcessingException) as caught:
        run("soilretention", {**inputs, "OUTPUT": str(tmp_path / "a.tif")})
    assert "没有.tif" in str(caught.value)
    assert "(RAINFALL_EROSIVITY) cannot be read as a raster" in str(caught.value)
    assert "(SOIL_ERODIBILITY): The raster has no coordinate reference system." in str(caught.value)
    assert not (tmp_path / "a.tif").exists()


def test_words_where_a_number_belongs(run, tmp_path):
    with pytest.raises(QgsProcessingException) as caught:
        run(
            "gradefunction",
            {
                "INPUT": write(tmp_path / "a.tif", np.ones((3, 3), "float32")),
                "EXTREME_PERCENT": "half",
                "IMPORTANT_PERCENT": 300,
                "OUTPUT": str(tmp_path / "b.tif"),
            },
        )
    assert "(EXTREME_PERCENT): “half” is not a number from 0.01 to 99.99" in str(caught.value)
    assert "(IMPORTANT_PERCENT): “300” is not a number from 0.01 to 99.99" in str(caught.value)


def test_outputs_are_geotiff(run, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"must end with \.tif"):
        run("soilretention", {**factors(tmp_path), "OUTPUT": str(tmp_path / "a.img")})


def test_a_missing_input_is_named(run, tmp_path):
    inputs = factors(tmp_path)
    del inputs["COVER_MANAGEMENT"]
    with pytest.raises(QgsProcessingException, match=r"\(COVER_MANAGEMENT\): A value is needed"):
        run("soilretention", {**inputs, "OUTPUT": str(tmp_path / "a.tif")})


def test_cancel_leaves_nothing(run, feedback, tmp_path):
    inputs = {
        name: write(tmp_path / f"big{name}.tif", np.full((1500, 1500), 0.01, "float32"))
        for name in factors(tmp_path)
    }
    before = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("soilretention", {**inputs, "OUTPUT": str(tmp_path / "a.tif")}, feedback(10))
    assert {path.name for path in tmp_path.iterdir()} == before


def test_grading_gives_breaks_and_a_report(run, tmp_path):
    path = write(tmp_path / "i.tif", np.array([[100, 80, 60, 40, 20, 10, 5, 5]], "float32"))
    found = run(
        "gradefunction",
        {"INPUT": path, "OUTPUT": str(tmp_path / "c.tif"), "REPORT": str(tmp_path / "r.csv")},
    )
    assert (found["BREAK_EXTREME"], found["BREAK_IMPORTANT"]) == (80, 40)
    assert found["EXTREME_AREA"] == 1800
    assert read(found["OUTPUT"]).tolist() == [[3, 3, 2, 2, 1, 1, 1, 1]]
    lines = (tmp_path / "r.csv").read_text("utf-8-sig").splitlines()
    assert lines[1] == "3,Extremely important,2,0.001800,25.0000,56.2500"
    rule = {"INPUT": path, "OUTPUT": str(tmp_path / "d.tif")}
    assert read(run("gradefunction", {**rule, "RULE": 1})["OUTPUT"]).tolist() == [
        [3, 2, 2, 1, 1, 1, 1, 1]
    ]
    legacy = run("gradefunction", {**rule, "MODE": 1})
    assert (legacy["BREAK_EXTREME"], legacy["BREAK_IMPORTANT"]) == (80, 40)


def test_sensitivity_limits(run, tmp_path):
    path = write(tmp_path / "i.tif", np.array([[1, 2.2361, 3.873, 4.4]], "float32"))
    classes = [
        read(
            run(
                "gradesensitivity",
                {
                    "INPUT": path,
                    "LIMITS": n,
                    "MIDDLE": 4,
                    "EXTREME": 4.2,
                    "OUTPUT": str(tmp_path / f"{n}.tif"),
                },
            )["OUTPUT"]
        ).tolist()
        for n in range(3)
    ]
    assert classes == [[[1, 2, 2, 3]], [[1, 1, 3, 3]], [[1, 1, 1, 3]]]


def test_in_a_model_of_the_users_own(run, tmp_path, provider):
    model = QgsProcessingModelAlgorithm()
    model.setName("two steps")
    terms = [item.name for item in models()["soilretention"].inputs if not item.optional]
    for term in terms:
        model.addModelParameter(
            QgsProcessingParameterRasterLayer(term, term), QgsProcessingModelParameter(term)
        )
    first = QgsProcessingModelChildAlgorithm("redline:soilretention")
    first.setChildId("first")
    source = QgsProcessingModelChildParameterSource
    for term in terms:
        first.addParameterSources(term, [source.fromModelParameter(term)])
    second = QgsProcessingModelChildAlgorithm("redline:gradefunction")
    second.setChildId("second")
    second.addParameterSources("INPUT", [source.fromChildOutput("first", "OUTPUT")])
    output = QgsProcessingModelOutput("CLASSES", "classes")
    output.setChildId("second")
    output.setChildOutputName("OUTPUT")
    second.setModelOutputs({"CLASSES": output})
    model.addChildAlgorithm(first)
    model.addChildAlgorithm(second)
    import processing

    inputs = factors(tmp_path)
    name = next(d.name() for d in model.parameterDefinitions() if d.isDestination())
    found = processing.run(model, {**inputs, name: str(tmp_path / "c.tif")})
    assert set(
        np.unique(read(next(iter(v for k, v in found.items() if str(v).endswith("c.tif")))))
    ) == {
        1,
        2,
        3,
    }


def test_no_text_is_formatted_before_it_is_translated(root):
    for path in (root / "redline_plugin").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tr", "N_", "msg"):
                assert not isinstance(node.args[0], ast.JoinedStr), f"{path}:{node.lineno}"
