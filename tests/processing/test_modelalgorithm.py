"""What declared models offer in the toolbox: stacks, choices, own tables, ranges, report, looks."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from support.rasters import read, write

from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.survey.rulesfile import load_rules

RNG = np.random.default_rng(11)


@pytest.fixture
def months(tmp_path):
    values = (RNG.random((12, 20, 25)) * 150).astype("float32")
    return values, write(tmp_path / "月降水.tif", values, nodata=-9999)


def test_a_stack_from_one_raster_a_list_a_string_and_layers(run, tmp_path, months):
    values, whole = months
    singles = [write(tmp_path / f"{n:02}.tif", layer) for n, layer in enumerate(values)]
    layer = QgsRasterLayer(whole, "月")
    QgsProject.instance().addMapLayer(layer)
    found = [
        read(
            run(
                "monthlyerosivity",
                {"MONTHLY_PRECIPITATION": given, "OUTPUT": str(tmp_path / f"o{n}.tif")},
            )["OUTPUT"]
        )
        for n, given in enumerate([whole, [whole], singles, ";".join(singles), layer.id(), [layer]])
    ]
    for other in found[1:]:
        np.testing.assert_array_equal(found[0], other)
    QgsProject.instance().clear()


def test_twelve_bands_where_one_is_taken_are_refused(run, tmp_path, months):
    with pytest.raises(
        QgsProcessingException, match=r"\(PRECIPITATION\) takes one band, and this raster has 12"
    ):
        run(
            "waterconservation",
            {
                "PRECIPITATION": months[1],
                "EVAPOTRANSPIRATION": months[1],
                "ECOSYSTEM": months[1],
                "OUTPUT": str(tmp_path / "o.tif"),
            },
        )


def test_an_output_of_twelve_months(run, tmp_path):
    low = write(tmp_path / "a.tif", np.full((12, 6, 6), 5, "float32"))
    high = write(tmp_path / "b.tif", np.full((12, 6, 6), 15, "float32"))
    found = run(
        "hargreavespet",
        {
            "MONTHLY_MIN_TEMPERATURE": [low],
            "MONTHLY_MAX_TEMPERATURE": [high],
            "OUTPUT": str(tmp_path / "o.tif"),
            "MONTHLY": str(tmp_path / "m.tif"),
        },
    )
    np.testing.assert_allclose(read(found["MONTHLY"]).sum(axis=0), read(found["OUTPUT"]), rtol=1e-5)
    assert found["MINIMUM"] == pytest.approx(read(found["OUTPUT"]).min(), rel=1e-6)
    assert found["MEAN"] == pytest.approx(read(found["OUTPUT"]).mean(), rel=1e-5)


def soil(folder):
    rows = {"SAND": 40.0, "SILT": 40.0, "CLAY": 20.0, "ORGANIC_CARBON": 1.0}
    return {
        name: write(folder / f"{name}.tif", np.full((4, 5), value, "float32"))
        for name, value in rows.items()
    }


def test_choices_are_named_with_their_certainty(run, provider, tmp_path):
    definition = provider.algorithm("slopelengthsteepness").parameterDefinition("EXPONENT_METHOD")
    assert all("(" in option for option in definition.options())
    plain = run("soilerodibility", {**soil(tmp_path), "OUTPUT": str(tmp_path / "a.tif")})
    assert plain["MEAN"] == pytest.approx(0.0182422, abs=6e-8)
    epic = run(
        "soilerodibility", {**soil(tmp_path), "METHOD": 1, "OUTPUT": str(tmp_path / "b.tif")}
    )
    assert epic["MEAN"] == pytest.approx(0.295381 * 0.1317, abs=5e-7)
    choices = read_provenance(str(tmp_path / "b.tif"))["parameters"]["choices"]
    assert (
        choices["METHOD"]
        != read_provenance(str(tmp_path / "a.tif"))["parameters"]["choices"]["METHOD"]
    )


def test_a_provinces_tables_and_coefficients(run, tmp_path):
    own = tmp_path / "某省 系数"
    count = run("copytables", {"OUTPUT": str(own)})["FILES"]
    assert count == len(list(own.iterdir()))
    assert load_rules(own / "survey_example.yaml") == load_rules("example")
    table = own / "runoff_coefficients.csv"
    text = table.read_text("utf-8-sig")
    assert "\n1,2.67," in text
    table.write_text(
        text.replace("\n1,2.67,", "\n1,50,").replace("# version: 1", "# version: 省-3"), "utf-8"
    )
    inputs = {
        name: write(tmp_path / f"{name}.tif", np.full((3, 3), value, kind))
        for name, value, kind in (
            ("PRECIPITATION", 1000, "float32"),
            ("EVAPOTRANSPIRATION", 100, "float32"),
            ("ECOSYSTEM", 1, "uint8"),
        )
    }
    found = run(
        "waterconservation", {**inputs, "TABLES": str(own), "OUTPUT": str(tmp_path / "o.tif")}
    )
    assert found["MEAN"] == pytest.approx(400)
    used = read_provenance(found["OUTPUT"])["parameters"]["tables"]["RUNOFF_COEFFICIENTS"]
    assert used["version"] == "省-3"
    assert used["file"] == str(table)
    assert not used["shipped"]
    # The folder's coefficients, unless the dialog says otherwise.
    coefficients = own / "coefficients.csv"
    rows = list(csv.DictReader(coefficients.read_text("utf-8-sig").splitlines()[2:]))
    assert all(row["source"] and row["certainty"] for row in rows)
    text = coefficients.read_text("utf-8-sig")
    assert "sandfixation,DISTANCE,50," in text
    assert "soilerosionsensitivity,RELIEF_LOW,50," in text


@pytest.mark.parametrize(
    ("given", "used"),
    [({}, 900), ({"DISTANCE": 50}, 50), ({"DISTANCE": 70}, 70), ({"DISTANCE": None}, 900)],
)
def test_what_is_given_goes_before_a_folder_even_if_it_is_the_shipped_value(
    run, tmp_path, given, used
):
    (tmp_path / "coefficients.csv").write_text(
        "model,name,value\nsandfixation,DISTANCE,900\n", "utf-8"
    )
    factors = {
        name: write(tmp_path / f"{name}.tif", np.full((3, 3), 0.5, "float32"))
        for name in (
            "WEATHER_FACTOR",
            "ERODIBLE_FRACTION",
            "SOIL_CRUST",
            "SOIL_ROUGHNESS",
            "WIND_COVER",
        )
    }
    out = str(tmp_path / "o.tif")
    run("sandfixation", {**factors, **given, "TABLES": str(tmp_path), "OUTPUT": out})
    assert read_provenance(out)["parameters"]["coefficients"]["DISTANCE"] == used
    run("sandfixation", {**factors, **given, "OUTPUT": out})
    shipped = 50 if used == 900 else used
    assert read_provenance(out)["parameters"]["coefficients"]["DISTANCE"] == shipped


@pytest.mark.parametrize(
    ("given", "used"),
    [({}, "given"), ({"END_MEMBERS": 0}, "quantiles"), ({"END_MEMBERS": 1}, "extremes")],
)
def test_a_choice_that_is_given_goes_before_a_folder(run, tmp_path, given, used):
    (tmp_path / "coefficients.csv").write_text(
        "model,name,value\nvegetationcover,END_MEMBERS,given\n", "utf-8"
    )
    ndvi = write(tmp_path / "n.tif", np.linspace(0, 0.9, 9, dtype="float32").reshape(3, 3))
    out = str(tmp_path / "o.tif")
    run("vegetationcover", {"NDVI": ndvi, **given, "TABLES": str(tmp_path), "OUTPUT": out})
    assert read_provenance(out)["parameters"]["choices"]["END_MEMBERS"] == used


def test_nothing_is_made_without_inputs_only_where_that_is_asked(run, tmp_path):
    out = tmp_path / "o.tif"
    with pytest.raises(QgsProcessingException):
        run("coastalstability", {"OUTPUT": str(out)})
    provider = QgsApplication.processingRegistry().providerById("redline")
    algorithm = provider.algorithm("coastalstability").create()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    made, done = algorithm.run({"OUTPUT": str(out), "SKIP_WITHOUT_INPUTS": True}, context, feedback)
    assert (made, done) == ({}, True)
    assert not out.exists()
    # One of four is a mistake, not a county without a coast.
    one = write(tmp_path / "c.tif", np.ones((3, 3), "uint8"))
    _, done = algorithm.create().run(
        {"COAST_TYPE": one, "OUTPUT": str(out), "SKIP_WITHOUT_INPUTS": True}, context, feedback
    )
    assert not done
    assert "STORM_SURGE" in feedback.textLog()


def test_a_folder_with_a_wrong_coefficient_is_told_before_work(run, tmp_path):
    (tmp_path / "coefficients.csv").write_text(
        "model,name,value\nsoilerodibility,TOLERANCE,-1\n", "utf-8"
    )
    with pytest.raises(QgsProcessingException, match=r"coefficients\.csv:2"):
        run(
            "soilerodibility",
            {**soil(tmp_path), "TABLES": str(tmp_path), "OUTPUT": str(tmp_path / "o.tif")},
        )
    assert not (tmp_path / "o.tif").exists()


def test_copied_tables_are_not_overwritten_by_chance(run, tmp_path):
    run("copytables", {"OUTPUT": str(tmp_path)})
    with pytest.raises(QgsProcessingException, match="perhaps edited"):
        run("copytables", {"OUTPUT": str(tmp_path)})
    run("copytables", {"OUTPUT": str(tmp_path), "OVERWRITE": True})


def index_inputs(folder, scale=1.0):
    rng = np.random.default_rng(4)
    return {
        name: write(folder / f"{name}.tif", (rng.random((9, 9)) * most * scale).astype("float32"))
        for name, most in (
            ("NPP", 900),
            ("PRECIPITATION", 1500),
            ("TEMPERATURE", 20),
            ("ELEVATION", 2000),
        )
    }


def test_a_provinces_ranges_for_a_county(run, tmp_path):
    (tmp_path / "省").mkdir()
    (tmp_path / "县").mkdir()
    province = run(
        "biodiversityindex", {**index_inputs(tmp_path / "省"), "OUTPUT": str(tmp_path / "p.tif")}
    )
    county_inputs = index_inputs(tmp_path / "县", 0.5)
    alone = run("biodiversityindex", {**county_inputs, "OUTPUT": str(tmp_path / "a.tif")})
    ranged = run(
        "biodiversityindex",
        {**county_inputs, "RANGES": str(tmp_path / "p.tif"), "OUTPUT": str(tmp_path / "b.tif")},
    )
    used = {name: value for name, value in province.items() if name.endswith("_USED")}
    assert used
    assert {name: ranged[name] for name in used} == used
    assert {name: alone[name] for name in used} != used
    record = read_provenance(ranged["OUTPUT"])["parameters"]["statistics"]
    assert all(entry["given"] for entry in record.values())
    with pytest.raises(QgsProcessingException, match="no result of the same model"):
        run(
            "biodiversityindex",
            {**county_inputs, "RANGES": county_inputs["NPP"], "OUTPUT": str(tmp_path / "c.tif")},
        )


def test_a_report_beside_the_result(run, tmp_path):
    found = run(
        "soilerodibility",
        {**soil(tmp_path), "OUTPUT": str(tmp_path / "o.tif"), "REPORT": str(tmp_path / "r.html")},
    )
    text = (tmp_path / "r.html").read_text("utf-8")
    assert found["REPORT"] == str(tmp_path / "r.html")
    assert "Soil erodibility" in text
    assert "http://" not in text.replace("http://www.w3.org", "")


def test_a_grading_writes_its_page_with_the_breaks(run, tmp_path):
    values = np.arange(1, 101, dtype="float32").reshape(10, 10)
    for name in ("gradefunction", "gradesensitivity"):
        page = tmp_path / f"{name}.html"
        found = run(
            name,
            {
                "INPUT": write(tmp_path / f"{name}_i.tif", values / 20),
                "OUTPUT": str(tmp_path / f"{name}.tif"),
                "PAGE": str(page),
            },
        )
        assert found["PAGE"] == str(page)
        assert page.stat().st_size > 10_000


def test_alternatives_of_which_none_is_given(run, tmp_path):
    with pytest.raises(
        QgsProcessingException,
        match=r"One of Elevation \(ELEVATION\), Relief amplitude \(RELIEF\) is needed",
    ):
        run("soilroughness", {"OUTPUT": str(tmp_path / "o.tif")})


def loaded(algorithm, parameters):
    """Run as the toolbox does, with the results to be loaded, and load them."""
    from qgis.core import QgsApplication

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    output = parameters["OUTPUT"]
    details = QgsProcessingContext.LayerDetails("结果", QgsProject.instance(), "OUTPUT")
    context.addLayerToLoadOnCompletion(output, details)
    feedback = QgsProcessingFeedback(False)
    _, worked = (
        QgsApplication.processingRegistry()
        .algorithmById(f"redline:{algorithm}")
        .create()
        .run(parameters, context, feedback)
    )
    assert worked, feedback.textLog()
    layer = QgsRasterLayer(output, "结果")
    processor = context.layerToLoadOnCompletionDetails(output).postProcessor()
    assert processor is not None
    processor.postProcessLayer(layer, context, feedback)
    return layer


def test_results_are_loaded_in_their_look(provider, tmp_path):
    values = np.linspace(1, 100, 81).reshape(9, 9).astype("float32")
    path = write(tmp_path / "elevation.tif", values)
    slope = loaded("slope", {"ELEVATION": path, "OUTPUT": str(tmp_path / "s.tif")})
    renderer = slope.renderer()
    assert renderer.type() == "singlebandpseudocolor"
    items = renderer.shader().rasterShaderFunction().colorRampItemList()
    assert len(items) > 2
    texture = loaded(
        "usdatexture",
        {
            **{k: v for k, v in soil(tmp_path).items() if k != "ORGANIC_CARBON"},
            "OUTPUT": str(tmp_path / "t.tif"),
        },
    )
    assert texture.renderer().type() == "paletted"
    labels = [entry.label for entry in texture.renderer().classes()]
    assert "Loam" in labels
    classes = loaded("gradefunction", {"INPUT": path, "OUTPUT": str(tmp_path / "c.tif")})
    assert [entry.label for entry in classes.renderer().classes()] == [
        "Extremely important",
        "Important",
        "Generally important",
    ]
