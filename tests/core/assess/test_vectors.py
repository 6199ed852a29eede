"""The fact sheet's vectors (assessment, section 8), through the kernels and through a whole run."""

import itertools

import numpy as np
import pytest
from support.rasters import read, write

from redline_plugin.core.assess import soilerosionsensitivity, soilretention, waterconservation
from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.declare.table import default_path, load_table
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.sensitivity import SETS, LimitSet, classify

SCORES = {
    # scores: (value, class by A, class by B), 1 general, 2 sensitive, 3 extremely sensitive
    (1, 1, 1, 1): (1.0000, 1, 1),
    (1, 1, 1, 3): (1.3161, 1, 1),
    (1, 1, 1, 5): (1.4953, 1, 1),
    (1, 1, 3, 3): (1.7321, 1, 1),
    (1, 1, 3, 5): (1.9680, 1, 1),
    (1, 1, 5, 5): (2.2361, 2, 1),
    (1, 3, 3, 3): (2.2795, 2, 1),
    (1, 3, 3, 5): (2.5900, 2, 2),
    (1, 3, 5, 5): (2.9428, 2, 2),
    (3, 3, 3, 3): (3.0000, 2, 2),
    (1, 5, 5, 5): (3.3437, 2, 2),
    (3, 3, 3, 5): (3.4087, 2, 2),
    (3, 3, 5, 5): (3.8730, 2, 3),
    (3, 5, 5, 5): (4.4006, 3, 3),
    (5, 5, 5, 5): (5.0000, 3, 3),
    (1, 1, 1): (1.0000, 1, 1),
    (1, 1, 3): (1.4422, 1, 1),
    (1, 1, 5): (1.7100, 1, 1),
    (1, 3, 3): (2.0801, 2, 1),
    (1, 3, 5): (2.4662, 2, 2),
    (1, 5, 5): (2.9240, 2, 2),
    (3, 3, 3): (3.0000, 2, 2),
    (3, 3, 5): (3.5569, 2, 2),
    (3, 5, 5): (4.2172, 3, 3),
    (5, 5, 5): (5.0000, 3, 3),
}


def test_water_balance():
    depth = waterconservation.water_conservation_depth(
        np.array([1000.0]), np.array([600.0]), np.array([2.67])
    )
    assert depth[0] == pytest.approx(373.3)
    for area, volume in ((1e6, 373_300.0), (62_500.0, 23_331.25)):
        found = waterconservation.water_conservation_volume(
            np.array([[1000.0]]), np.array([[600.0]]), np.array([[2.67]]), np.array([[area]])
        )
        assert found[0, 0] == pytest.approx(volume)


def test_rusle():
    found = soilretention.soil_retention(*(np.array([v]) for v in (5000.0, 0.03, 2.0, 0.05)))
    assert found[0] == pytest.approx(285.0)


@pytest.mark.parametrize(("scores", "expected"), SCORES.items())
def test_every_reachable_sensitivity(scores, expected):
    value, class_a, class_b = expected
    # In single precision, as it is stored: rounding must not move a class.
    for order in set(itertools.permutations(scores)):
        found = soilerosionsensitivity.geometric_mean_of_scores(
            *(np.array([score], "float32") for score in order)
        )
        assert found.dtype == np.float32
        assert found[0] == pytest.approx(value, abs=5e-5)
        assert classify(found, SETS[LimitSet.A])[0] == class_a
        assert classify(found, SETS[LimitSet.B])[0] == class_b


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_scores_at_their_limits(dtype):
    rising = soilerosionsensitivity.score_rising(
        np.array([99.9, 100, 600, 600.1], dtype), 100.0, 600.0
    )
    assert rising.tolist() == [1, 3, 3, 5]
    cover = soilerosionsensitivity.score_cover(
        np.array([0, 0.2, 0.21, 0.59, 0.6, 1], dtype), 0.2, 0.6
    )
    assert cover.tolist() == [5, 5, 3, 3, 1, 1]


def run(tmp_path, model_id, values, dtypes=None, **more):
    model = models()[model_id]
    bands = {
        item.name: Band(
            write(
                tmp_path / f"{item.name}.tif",
                np.asarray(values[item.name], (dtypes or {}).get(item.name, "float32")),
                more.get("transform", (36_500_000.0, 250.0, 0, 3_600_000.0, 0, -250.0)),
                more.get("epsg", 4524),
            )
        )
        for item in model.inputs
        if item.name in values or not item.optional
    }
    outputs = {output.name: tmp_path / f"{output.name}.tif" for output in model.outputs}
    tally = run_jobs([Job(model, bands, outputs)], Quiet())[0]
    return {name: read(path) for name, path in outputs.items()}, tally


def test_water_balance_through_a_run(tmp_path):
    values = {
        "PRECIPITATION": [[1000, 1000, 500, 1000]],
        "EVAPOTRANSPIRATION": [[600, 600, 600, 600]],
        "ECOSYSTEM": [[1, 19, 1, 77]],
    }
    found, tally = run(tmp_path, "waterconservation", values, {"ECOSYSTEM": "uint8"})
    # 250 m cell of the sheet; a city has no coefficient; more evaporation than rain is clamped.
    np.testing.assert_allclose(found["OUTPUT"], [[373.3, -9999, 0, -9999]], rtol=1e-6)
    np.testing.assert_allclose(found["VOLUME"], [[23_331.25, -9999, 0, -9999]], rtol=1e-6)
    assert tally.outputs["OUTPUT"].raised == 1
    assert tally.inputs["ECOSYSTEM"].without_value == 1
    assert dict(tally.inputs["ECOSYSTEM"].unlisted) == {77: 1}


def test_volume_in_degrees_uses_the_ellipsoid(tmp_path):
    values = {"PRECIPITATION": [[1000]], "EVAPOTRANSPIRATION": [[600]], "ECOSYSTEM": [[1]]}
    found, _ = run(
        tmp_path,
        "waterconservation",
        values,
        {"ECOSYSTEM": "uint8"},
        transform=(110.0, 0.01, 0, 30.01, 0, -0.01),
        epsg=4490,
    )
    assert found["VOLUME"].item() == pytest.approx(373.3 * 1_069_521.173 / 1000, rel=1e-6)


def test_rusle_through_a_run(tmp_path):
    values = {
        "RAINFALL_EROSIVITY": [[5000, 5000]],
        "SOIL_ERODIBILITY": [[0.03, 0.228]],
        "SLOPE_LENGTH_STEEPNESS": [[2, 2]],
        "COVER_MANAGEMENT": [[0.05, 0.05]],
    }
    found, tally = run(tmp_path, "soilretention", values)
    # 0.228 is K in US units: outside the valid range, counted, told.
    np.testing.assert_allclose(found["OUTPUT"], [[285, -9999]], rtol=1e-6)
    np.testing.assert_allclose(found["POTENTIAL_EROSION"], [[300, -9999]], rtol=1e-6)
    np.testing.assert_allclose(found["ACTUAL_EROSION"], [[15, -9999]], rtol=1e-6)
    assert tally.inputs["SOIL_ERODIBILITY"].outside == 1


def test_sensitivity_through_a_run(tmp_path):
    values = {
        "RAINFALL_EROSIVITY": [[50, 700, 700, 300]],
        "SOIL_TEXTURE": [[33, 22, 22, 24]],
        "RELIEF": [[10, 400, 400, 100]],
        "VEGETATION_COVER": [[0.9, 0.1, 0.4, 0.3]],
    }
    found, tally = run(tmp_path, "soilerosionsensitivity", values, {"SOIL_TEXTURE": "uint8"})
    np.testing.assert_allclose(found["OUTPUT"], [[1, 5, (5 * 5 * 5 * 3) ** 0.25, -9999]], rtol=1e-6)
    assert tally.inputs["SOIL_TEXTURE"].without_value == 1


def test_default_tables_are_the_sheets():
    runoff = load_table(models()["waterconservation"].input("ECOSYSTEM").table)
    expected = [2.67, 3.02, 2.29, 1.33, 0.88, 19.2, 4.26, 4.17, 4.17, 19.2, 8.2, 4.78, 9.37, 18.27]
    np.testing.assert_allclose(runoff.values[1:15], expected, rtol=1e-6)
    assert runoff.values[15] == 0
    assert np.isnan(runoff.values[16:21]).all()
    texture = load_table(models()["soilerosionsensitivity"].input("SOIL_TEXTURE").table)
    assert {code: texture.values[code] for code in (11, 12, 33)} == {11: 1, 12: 1, 33: 1}
    assert {code: texture.values[code] for code in (13, 31, 32)} == {13: 3, 31: 3, 32: 3}
    assert {code: texture.values[code] for code in (21, 22)} == {21: 5, 22: 5}
    assert np.isnan(texture.values[[23, 24, 25]]).all()
    assert texture.listed[[23, 24, 25]].all()


@pytest.mark.parametrize("model", models().values(), ids=list(models()))
def test_every_row_of_a_table_names_source_and_certainty(model):
    import csv

    for item in model.inputs:
        if item.table is not None:
            lines = [
                line
                for line in default_path(item.table).read_text("utf-8").splitlines()
                if not line.startswith("#")
            ]
            for row in csv.DictReader(lines):
                assert row["source"]
                assert row["certainty"]
                assert row["title_zh"]
