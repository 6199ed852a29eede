"""Models of ecological functions: the fact sheet's vectors, a second implementation, traps."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.rasters import read, write

from redline_plugin.core.assess import (
    biodiversityindex,
    coastalstability,
    sandfixation,
    sandfixationindex,
    soilretention,
    soilretentionindex,
    waterconservationindex,
)
from redline_plugin.core.assess.combinations import combine
from redline_plugin.core.assess.combinationtitles import FUNCTION_COMBINATIONS
from redline_plugin.core.assess.inputs import NPP, PRECIPITATION, SOIL_ERODIBILITY, TEMPERATURE
from redline_plugin.core.assess.registry import models
from redline_plugin.core.assess.scaling import beyond, unit_range
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.declare.table import FOLDER, load_table
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.cumulative import CumulativeRule, grade_by_cumulative_value
from redline_plugin.core.raster.source import RasterSource

COARSE = (36_500_000.0, 600.0, 0.0, 3_600_000.0, 0.0, -600.0)


@pytest.fixture(autouse=True)
def _quiet():
    with np.errstate(all="ignore"):
        yield


def arr(*values, dtype="float64"):
    return np.array(values, dtype)


def outputs(model_id, arrays, **names):
    """All outputs and checks of a model as the framework calls them."""
    model = models()[model_id]
    full = {c.name.lower(): c.default for c in model.coefficients}
    full.update({c.name.lower(): c.default for c in model.choices})
    full.update({s.name.lower(): math.nan for s in model.statistics})
    full.update(names)
    assert model.shared is not None
    shared = model.shared(*arrays, **full)
    found = {output.name: output.kernel(shared) for output in model.outputs}
    return found, [check.kernel(shared) for check in model.checks], shared


# Normalising


def test_unit_range():
    found = unit_range(arr(-1, 0, 5, 10, 11, math.nan), 0, 10)
    np.testing.assert_array_equal(found, [0, 0, 0.5, 1, 1, math.nan])
    assert np.isnan(unit_range(arr(3, 3), 3, 3)).all()
    assert np.isnan(unit_range(arr(3, 3), 4, 3)).all()
    assert np.isnan(unit_range(arr(3, 3), math.nan, 3)).all()
    assert beyond(arr(-1, 0, 10, 11, math.nan), 0, 10).tolist() == [1, 0, 0, 1, 0]


@given(
    st.lists(st.floats(-1000, 9000, width=32), min_size=2, max_size=30).filter(
        lambda v: max(v) - min(v) > 1
    )
)
def test_unit_range_reaches_exactly_0_and_1_in_single_precision(values):
    data = np.array(values, "float32")
    found = unit_range(data, float(data.min()), float(data.max()))
    assert found.dtype == np.float32
    assert found[data.argmin()] == 0
    assert found[data.argmax()] == 1
    order = np.argsort(data)
    assert (np.diff(found[order]) >= 0).all()


# Indices by net primary productivity


def test_vectors_of_the_productivity_indices():
    assert waterconservationindex.water_conservation_index(
        arr(0.8), arr(9 / 13), arr(0.5), arr(0.2)
    )[0] == pytest.approx(0.2215385, abs=5e-8)
    assert soilretentionindex.soil_retention_index(arr(0.8), arr(0.3), arr(0.2))[
        0
    ] == pytest.approx(0.448)
    assert biodiversityindex.biodiversity_index(arr(0.8), arr(0.5), arr(0.6), arr(0.1))[
        0
    ] == pytest.approx(0.216)
    roughness = sandfixationindex.surface_roughness(arr(10.0))
    assert roughness[0] == pytest.approx(1.0154266, abs=5e-8)
    assert sandfixationindex.sand_fixation_index(arr(0.8), arr(0.3), arr(0.6), roughness)[
        0
    ] == pytest.approx(0.1462214, abs=5e-8)


def plain(values, index, low=None, high=None):
    low = min(values) if low is None else low
    high = max(values) if high is None else high
    return min(max((values[index] - low) / (high - low), 0.0), 1.0)


def plain_npp(values, index, how):
    if how == "none":
        return values[index]
    return plain(values, index, 0.0 if how == "maximum" else None)


def limits(**given):
    return {
        f"{name}_{side}": float(pick(values))
        for name, values in given.items()
        for side, pick in (("minimum", min), ("maximum", max))
    }


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("npp_scaling", ["none", "maximum", "minmax"])
@pytest.mark.parametrize("other", ["minmax", "none"])
def test_indices_against_a_second_implementation(npp_scaling, other, dtype):
    rng = np.random.default_rng(7)
    n = 40
    draw = {
        "npp": rng.uniform(30, 1800, n),
        "rain": rng.uniform(80, 2600, n),
        "slope": rng.uniform(0, 48, n),
        "warmth": rng.uniform(-6, 24, n),
        "height": rng.uniform(2, 5100, n),
        "k": rng.uniform(0.002, 0.06, n),
        "fq": rng.uniform(0, 90, n),
        "fsic": rng.integers(1, 14, n) / 13,
    }
    v = {name: values.astype(dtype) for name, values in draw.items()}
    p = {name: [float(x) for x in values] for name, values in v.items()}
    close = {"rtol": 2e-5 if dtype == "float32" else 1e-12, "atol": 1e-6}

    found, checks, _ = outputs(
        "waterconservationindex",
        (v["npp"], v["fsic"], v["rain"], v["slope"]),
        npp_scaling=npp_scaling,
        **limits(npp=p["npp"], precipitation=p["rain"], slope=p["slope"]),
    )
    expected = [
        plain_npp(p["npp"], i, npp_scaling)
        * p["fsic"][i]
        * plain(p["rain"], i)
        * (1 - plain(p["slope"], i))
        for i in range(n)
    ]
    np.testing.assert_allclose(found["OUTPUT"], expected, **close)
    assert found["OUTPUT"].dtype == dtype
    assert not checks[0].any()

    found, checks, _ = outputs(
        "biodiversityindex",
        (v["npp"], v["rain"], v["warmth"], v["height"]),
        npp_scaling=npp_scaling,
        **limits(
            npp=p["npp"], precipitation=p["rain"], temperature=p["warmth"], elevation=p["height"]
        ),
    )
    expected = [
        plain_npp(p["npp"], i, npp_scaling)
        * plain(p["rain"], i)
        * plain(p["warmth"], i)
        * (1 - plain(p["height"], i))
        for i in range(n)
    ]
    np.testing.assert_allclose(found["OUTPUT"], expected, **close)
    assert not checks[0].any()

    found, checks, _ = outputs(
        "soilretentionindex",
        (v["npp"], v["k"], v["slope"]),
        npp_scaling=npp_scaling,
        erodibility_scaling=other,
        **limits(npp=p["npp"], erodibility=p["k"], slope=p["slope"]),
    )
    ks = [plain(p["k"], i) if other == "minmax" else p["k"][i] for i in range(n)]
    expected = [
        plain_npp(p["npp"], i, npp_scaling) * (1 - ks[i]) * (1 - plain(p["slope"], i))
        for i in range(n)
    ]
    np.testing.assert_allclose(found["OUTPUT"], expected, **close)
    assert not checks[0].any()

    found, checks, _ = outputs(
        "sandfixationindex",
        (v["npp"], v["k"], v["fq"], v["slope"]),
        npp_scaling=npp_scaling,
        erodibility_scaling=other,
        roughness_scaling=other,
        **limits(npp=p["npp"], erodibility=p["k"], erosivity=p["fq"], slope=p["slope"]),
    )
    d = [1 / math.cos(math.radians(angle)) for angle in p["slope"]]
    expected = [
        plain_npp(p["npp"], i, npp_scaling)
        * ks[i]
        * plain(p["fq"], i)
        * (plain(d, i) if other == "minmax" else d[i])
        for i in range(n)
    ]
    np.testing.assert_allclose(found["OUTPUT"], expected, **close)
    assert not checks[0].any()
    assert checks[1].sum() == (1 if other == "minmax" else 0)


def test_productivity_by_its_maximum_keeps_the_ranking_and_by_its_minimum_does_not():
    npp, rain, slope = arr(300, 600, 1000), arr(1000, 400, 100), arr(10, 10, 0)

    def ranking(how):
        found, _, _ = outputs(
            "waterconservationindex",
            (npp, np.ones(3), rain, slope),
            npp_scaling=how,
            npp_minimum=300,
            npp_maximum=1000,
            precipitation_minimum=0,
            precipitation_maximum=1000,
            slope_minimum=0,
            slope_maximum=20,
        )
        return np.argsort(found["OUTPUT"]).tolist()

    assert ranking("none") == ranking("maximum")
    assert ranking("minmax") != ranking("none")


def test_values_beyond_a_provinces_limits_are_counted():
    found, checks, _ = outputs(
        "waterconservationindex",
        (arr(500, 500, 500), np.ones(3), arr(100, 900, 2000), arr(5, 5, 5)),
        precipitation_minimum=200,
        precipitation_maximum=1000,
        slope_minimum=0,
        slope_maximum=10,
    )
    np.testing.assert_allclose(found["OUTPUT"], [0, 500 * 0.875 * 0.5, 250])
    assert checks[0].tolist() == [True, False, True]


@pytest.mark.parametrize(
    "model_id",
    ["waterconservationindex", "biodiversityindex", "soilretentionindex", "sandfixationindex"],
)
def test_each_factor_beyond_its_limits_is_counted(model_id):
    model = models()[model_id]
    limited = sorted({statistic.input for statistic in model.statistics})
    for beyond_limits in limited:
        arrays = [
            arr(0.5, 1.5 if item.name == beyond_limits else 0.5, math.nan) for item in model.inputs
        ]
        statistics = {
            s.name.lower(): 0.0 if s.name.endswith("MINIMUM") else 1.0 for s in model.statistics
        }
        _, checks, _ = outputs(model_id, arrays, **{**statistics, "npp_scaling": "minmax"})
        assert checks[0].tolist() == [False, True, False], beyond_limits
    assert "NPP" in limited


def test_unnormalised_erodibility_hardly_counts():
    # The trap of the sheet: 1 - K in SI units is nearly the same everywhere.
    names = {"slope_minimum": 0, "slope_maximum": 10, "erodibility_minimum": 0.005}
    arrays = (arr(500, 500), arr(0.005, 0.05), arr(5, 5))
    raw, _, _ = outputs("soilretentionindex", arrays, erodibility_scaling="none", **names)
    scaled, _, _ = outputs("soilretentionindex", arrays, erodibility_maximum=0.06, **names)
    assert np.ptp(raw["OUTPUT"]) / raw["OUTPUT"].max() < 0.05
    assert np.ptp(scaled["OUTPUT"]) / scaled["OUTPUT"].max() > 0.8


def test_roughness_of_gentle_slopes_in_single_precision():
    slope = np.array([0, 0.1, 0.5, 1, 2], "float32")
    _, checks, shared = outputs(
        "sandfixationindex",
        (np.full(5, 400, "float32"), np.full(5, 0.03, "float32"), slope + 1, slope),
        erodibility_minimum=0,
        erodibility_maximum=0.06,
        erosivity_minimum=0,
        erosivity_maximum=3,
        slope_minimum=0,
        slope_maximum=2,
    )
    exact = [(1 / math.cos(math.radians(float(a))) - 1) for a in slope]
    np.testing.assert_allclose(shared["D"], [e / exact[-1] for e in exact], rtol=1e-6)
    assert shared["D"].dtype == np.float32
    assert checks[1].tolist() == [True, False, False, False, False]


# Land that counts

LAND_MODELS = (
    "soilretention",
    "waterconservationindex",
    "soilretentionindex",
    "sandfixationindex",
    "biodiversityindex",
)


def test_the_land_is_the_last_input_and_may_be_left_out():
    for model_id in LAND_MODELS:
        item = models()[model_id].inputs[-1]
        assert (item.name, item.optional, item.table.name) == ("ECOSYSTEM", True, "FUNCTION_LAND")
        counts = load_table(item.table).values
        np.testing.assert_array_equal(np.flatnonzero(counts == 1), range(1, 19))
        assert load_table(item.table).listed[1:22].all()
    rusle = [arr(5000.0), arr(0.03), arr(2.0), arr(0.05)]
    for kernel, expected in (
        (soilretention.soil_retention, 285),
        (soilretention.potential_erosion, 300),
        (soilretention.actual_erosion, 15),
    ):
        assert kernel(*rusle)[0] == kernel(*rusle, None)[0] == kernel(*rusle, arr(1.0))[0]
        assert kernel(*rusle)[0] == pytest.approx(expected)


def run_with_land(tmp_path, model_id, values, codes, **more):
    """Results without and with ecosystem classes."""
    model = models()[model_id]
    bands = {
        name: Band(write(tmp_path / f"{name}.tif", np.array(row, "float32")))
        for name, row in values.items()
    }
    found = []
    for name in ("without", "with"):
        job = Job(model, bands, {"OUTPUT": tmp_path / f"{name}.tif"}, **more)
        tally = run_jobs([job], Quiet())[0]
        found.append(read(job.outputs["OUTPUT"])[0])
        bands = {**bands, "ECOSYSTEM": Band(write(tmp_path / "e.tif", np.array(codes, "uint8")))}
    return (*found, tally)


def test_a_town_does_not_hold_more_soil_than_a_forest(tmp_path):
    # Forest with 60 % cover, town, bare land, sandy land, paddy, dry farmland, wetland.
    values = {
        "RAINFALL_EROSIVITY": [5000] * 7,
        "SOIL_ERODIBILITY": [0.03] * 7,
        "SLOPE_LENGTH_STEEPNESS": [2] * 7,
        "COVER_MANAGEMENT": [0.02, 0.01, 0.7, 0.7, 0, 0.4, 0],
    }
    without, found, tally = run_with_land(
        tmp_path, "soilretention", values, [4, 19, 20, 21, 17, 18, 15]
    )
    np.testing.assert_allclose(without, [294, 297, 90, 90, 300, 180, 300], rtol=1e-6)
    assert without[1] > without[0]
    np.testing.assert_allclose(found, [294, -9999, -9999, -9999, 300, 180, 300], rtol=1e-6)
    assert dict(tally.inputs["ECOSYSTEM"].left_out) == {19: 1, 20: 1, 21: 1}


INDEX_INPUTS = {
    # The last pixel, a town or sand, has an extreme of every input.
    "waterconservationindex": {
        "NPP": [400, 500, 600],
        "SOIL_INFILTRATION": [1, 1, 1],
        "PRECIPITATION": [200, 600, 1000],
        "SLOPE": [10, 5, 0],
    },
    "soilretentionindex": {
        "NPP": [400, 500, 600],
        "SOIL_ERODIBILITY": [0.04, 0.03, 0.02],
        "SLOPE": [10, 5, 0],
    },
    "sandfixationindex": {
        "NPP": [400, 500, 600],
        "SOIL_ERODIBILITY": [0.02, 0.03, 0.04],
        "CLIMATIC_EROSIVITY": [1, 5, 9],
        "SLOPE": [0, 10, 20],
    },
    "biodiversityindex": {
        "NPP": [400, 500, 600],
        "PRECIPITATION": [200, 600, 1000],
        "TEMPERATURE": [5, 10, 15],
        "ELEVATION": [900, 500, 100],
    },
}


@pytest.mark.parametrize(
    ("model_id", "before", "after"),
    [
        ("waterconservationindex", [0, 500 * 0.25, 600], [0, 500]),
        ("soilretentionindex", [0, 500 * 0.25, 600], [0, 500]),
        ("sandfixationindex", [0, 500 * 0.25 * 0.2403731, 600], [0, 500]),
        ("biodiversityindex", [0, 500 * 0.125, 600], [0, 500]),
    ],
)
@pytest.mark.parametrize("left_out", [19, 20, 21])
def test_land_that_does_not_count_sets_no_limits(tmp_path, model_id, before, after, left_out):
    without, found, tally = run_with_land(
        tmp_path, model_id, INDEX_INPUTS[model_id], [12, 18, left_out]
    )
    np.testing.assert_allclose(without, before, rtol=1e-5)
    # With two pixels left, one has all lowest and the other all highest values.
    np.testing.assert_allclose(found, [*after, -9999], rtol=1e-5)
    assert tally.inputs["ECOSYSTEM"].without_value == 1


def test_the_sand_fixation_index_can_count_the_land_of_the_wind_erosion_equation(tmp_path):
    values = INDEX_INPUTS["sandfixationindex"]
    _, found, tally = run_with_land(
        tmp_path,
        "sandfixationindex",
        values,
        [15, 20, 21],
        table_sets={"FUNCTION_LAND": "sandfixation"},
    )
    np.testing.assert_allclose(found, [-9999, 0, 600], rtol=1e-5)
    assert dict(tally.inputs["ECOSYSTEM"].left_out) == {15: 1}


# Water balance


def test_tables_of_runoff_coefficients():
    table = models()["waterconservation"].input("ECOSYSTEM").table
    national = load_table(table, FOLDER / table.others[0].file).values
    expected = [4.65, 4.52, 3.52, 2.70, 0.88, 19.2, 4.26, 4.17, 4.17, 19.2, 8.2, 3.94, 9.37]
    np.testing.assert_allclose(national[1:14], expected, rtol=1e-6)
    np.testing.assert_allclose(national[[15, 16]], [0, 9.57], rtol=1e-6)
    assert np.isnan(national[[14, 17, 18, 19, 20, 21]]).all()
    guide = load_table(table)
    assert guide.listed[1:22].all()
    assert np.isnan(guide.values[[16, 17, 18, 19, 20, 21]]).all()


def test_the_national_table_can_be_chosen(tmp_path):
    model = models()["waterconservation"]
    bands = {
        "PRECIPITATION": Band(write(tmp_path / "p.tif", arr(1000, 1000, 1000, dtype="float32"))),
        "EVAPOTRANSPIRATION": Band(write(tmp_path / "e.tif", arr(600, 600, 600, dtype="float32"))),
        "ECOSYSTEM": Band(write(tmp_path / "c.tif", arr(1, 16, 14, dtype="uint8"))),
    }
    for chosen, expected in (
        ({}, [373.3, -9999, 217.3]),
        ({"RUNOFF_COEFFICIENTS": "national2017"}, [353.5, 304.3, -9999]),
    ):
        job = Job(model, bands, {"OUTPUT": tmp_path / f"{len(chosen)}.tif"}, table_sets=chosen)
        run_jobs([job], Quiet())
        np.testing.assert_allclose(read(job.outputs["OUTPUT"])[0], expected, rtol=1e-5)


def suspect(item, mean):
    return [
        hint
        for hint in item.hints
        if (hint.low is not None and mean < hint.low)
        or (hint.high is not None and mean > hint.high)
    ]


@pytest.mark.parametrize(
    ("item", "fine", "wrong"),
    [
        (PRECIPITATION, (80, 600, 3000), (2.7, 1.1, 9000)),
        (NPP, (50, 600, 2000), (0.6, 6, 6000)),
        (SOIL_ERODIBILITY, (0.01, 0.03, 0.06), (0.15,)),
        (TEMPERATURE, (-5, 12, 27), (285, 150)),
        (models()["waterconservation"].input("EVAPOTRANSPIRATION"), (100, 500, 1200), (1.8, 6000)),
        (models()["soilretention"].input("SLOPE_LENGTH_STEEPNESS"), (0.3, 5, 30), (150,)),
        (models()["soilretention"].input("COVER_MANAGEMENT"), (0.02, 0.3), (0.75,)),
        (models()["soilretention"].input("RAINFALL_EROSIVITY"), (100, 4000, 12000), (3,)),
        (models()["soilerosionsensitivity"].input("RAINFALL_EROSIVITY"), (100, 500), (4000,)),
    ],
    ids=lambda item: getattr(item, "name", ""),
)
def test_wrong_units_are_hinted_at(item, fine, wrong):
    assert not [mean for mean in fine if suspect(item, mean)]
    assert all(suspect(item, mean) for mean in wrong)


# RWEQ

# Sand 60, silt 25, clay 15, organic matter 1.5, CaCO3 2 %; 5 m in 250 m; grass 40 %.
ERODIBLE, CRUST = 0.47475, 1 / (1 + 0.0066 * 15**2 + 0.021 * 1.5**2)
ROUGHNESS = math.exp(1.86 * 0.02 - 2.41 * 0.02**0.934)
SOIL = (ERODIBLE, CRUST, ROUGHNESS)
GRASS = math.exp(-0.1151 * 40)
RWEQ = [
    # WF, C, B, Qmax, s, SL at z = 50 m
    (5, 1, 0.914081, 100.366057, 155.819108, 0.372930),
    (20, 1, 3.656323, 401.464228, 93.152872, 3.468430),
    (80, 1, 14.625291, 1605.856910, 55.689304, 23.124504),
    (5, GRASS, 0.009152, 1.004836, 860.264732, 0.000135),
    (20, GRASS, 0.036606, 4.019343, 514.289498, 0.001505),
    (80, GRASS, 0.146424, 16.077372, 307.456156, 0.016564),
]


def rweq(wf, c, soil=SOIL, dtype="float64", **names):
    wf = np.atleast_1d(np.asarray(wf, dtype))
    return outputs(
        "sandfixation",
        (
            wf,
            *(np.full(wf.shape, f, dtype) for f in soil),
            np.broadcast_to(np.asarray(c, dtype), wf.shape),
            None,
        ),
        **names,
    )


def plain_rweq(b, z):
    """The equation as printed, pixel by pixel, with mathematics of plain Python."""
    if b == 0:
        return 0.0
    s = 150.71 * b**-0.3711
    return 2 * z / s**2 * (109.8 * b) * math.exp(-((z / s) ** 2))


@pytest.mark.parametrize(("wf", "c", "b", "transport", "length", "erosion"), RWEQ)
def test_vectors_of_rweq(wf, c, b, transport, length, erosion):
    found, checks, shared = rweq(wf, c)
    assert shared["B"][0] == pytest.approx(b, abs=6e-7)
    assert shared["Qmax"][0] == pytest.approx(transport, rel=1e-6)
    assert shared["s"][0] == pytest.approx(length, rel=1e-6)
    assert found["ACTUAL_EROSION"][0] == pytest.approx(erosion, abs=6e-7)
    bare = next(row for row in RWEQ if row[0] == wf and row[1] == 1)
    assert found["POTENTIAL_EROSION"][0] == pytest.approx(bare[-1], abs=6e-7)
    assert found["OUTPUT"][0] == pytest.approx(bare[-1] - erosion, abs=1e-6)
    assert not any(check.any() for check in checks)
    single, _, _ = rweq(wf, c, dtype="float32")
    assert single["ACTUAL_EROSION"].dtype == np.float32
    assert single["ACTUAL_EROSION"][0] == pytest.approx(found["ACTUAL_EROSION"][0], rel=1e-5)


def test_rweq_with_900_m_is_degenerate_and_warned_of():
    found, checks, _ = rweq([5, 20, 80], 1, distance=900)
    for value, expected in zip(found["POTENTIAL_EROSION"], (2.4e-14, 2.4e-39, 3.5e-111)):
        assert value == pytest.approx(expected, rel=0.05)
    assert checks[0].all()
    single, checks, _ = rweq([5, 20, 80], 1, dtype="float32", distance=900)
    assert (single["POTENTIAL_EROSION"] >= 0).all()
    assert np.isfinite(single["POTENTIAL_EROSION"]).all()
    assert checks[0].all()


def test_rweq_beyond_its_turning_point():
    # The sheet's example: potential B 500, actual B 100.
    found, (potential, actual, negative), _ = rweq(500, 0.2, (1, 1, 1))
    assert found["POTENTIAL_EROSION"][0] == pytest.approx(0.373, abs=5e-4)
    assert found["ACTUAL_EROSION"][0] == pytest.approx(51.338, abs=5e-4)
    assert found["OUTPUT"][0] == pytest.approx(-50.966, abs=1e-3)
    assert potential[0]
    assert actual[0]
    assert negative[0]
    assert models()["sandfixation"].output("OUTPUT").valid == (0, None)
    assert pytest.approx(1.5321, abs=5e-5) == sandfixation.TURNING


def test_rweq_tells_which_erosion_is_beyond_the_turning_point():
    _, checks, _ = rweq([500, 500, 20], [0.01, 0.2, 0.2], (1, 1, 1))
    potential, actual, negative = (check.tolist() for check in checks)
    assert potential == [True, True, False]
    assert actual == [False, True, False]
    assert negative == [True, True, False]


@pytest.mark.parametrize(("z", "turning"), [(50, 61.73), (900, 0.0256)])
def test_rweq_rises_up_to_its_turning_point_and_falls_after(z, turning):
    below, above = (
        np.linspace(0, turning * 0.999, 200),
        np.linspace(turning * 1.002, turning * 9, 200),
    )
    rising, checks, _ = rweq(below, 1, (1, 1, 1), distance=z)
    assert (np.diff(rising["POTENTIAL_EROSION"]) > 0).all()
    assert not checks[0].any()
    falling, checks, _ = rweq(above, 1, (1, 1, 1), distance=z)
    assert (np.diff(falling["POTENTIAL_EROSION"]) < 0).all()
    assert checks[0].all()


def test_rweq_without_wind_or_with_holes():
    for dtype in ("float32", "float64"):
        found, checks, _ = rweq([0, math.nan, 20], [0.5, 0.5, 0], dtype=dtype)
        assert found["POTENTIAL_EROSION"][0] == found["ACTUAL_EROSION"][0] == 0
        assert found["OUTPUT"][0] == 0
        assert np.isnan(found["OUTPUT"][1])
        assert found["ACTUAL_EROSION"][2] == 0
        assert found["OUTPUT"][2] == found["POTENTIAL_EROSION"][2] > 0
        assert not any(check.any() for check in checks)


@settings(max_examples=60, deadline=None)
@given(
    st.floats(0, 300),
    st.lists(st.floats(0.01, 1), min_size=3, max_size=3),
    st.floats(0, 1),
    st.floats(1, 900),
)
def test_rweq_against_the_printed_equation(wf, soil, cover, z):
    with np.errstate(all="ignore"):
        found, _, _ = rweq(wf, cover, soil, distance=z)
    bare = wf * math.prod(soil)
    assert found["POTENTIAL_EROSION"][0] == pytest.approx(plain_rweq(bare, z), rel=1e-9, abs=1e-290)
    assert found["ACTUAL_EROSION"][0] == pytest.approx(
        plain_rweq(bare * cover, z), rel=1e-9, abs=1e-290
    )


def test_bugs_of_published_codes_are_not_copied():
    b, z = 3.656323, 50.0
    s, q = 150.71 * b**-0.3711, 109.8 * b
    right = sandfixation.wind_erosion(arr(q), arr(s), z)[0]
    assert right == pytest.approx(2 * z / s**2 * q * math.exp(-((z / s) ** 2)), rel=1e-12)
    assert right != pytest.approx((2 - z) / s**2 * q * math.exp(-((z / s) ** 2)), rel=0.1)
    assert right != pytest.approx(2 * z * q * math.exp(-((z / s) ** 2)), rel=0.1)
    mistyped = 105.71 * b**-0.3711
    assert sandfixation.critical_length(arr(b))[0] != pytest.approx(mistyped, rel=0.1)


def test_land_that_cannot_fix_sand_is_left_out(tmp_path):
    values = {
        "WEATHER_FACTOR": [20, 20, 20, 500],
        "ERODIBLE_FRACTION": [0.47475] * 4,
        "SOIL_CRUST": [0.3949057] * 3 + [1],
        "SOIL_ROUGHNESS": [0.9751156] * 4,
        "WIND_COVER": [0.0100117] * 3 + [0.4],
    }
    bands = {
        name: Band(write(tmp_path / f"{name}.tif", np.array(data, "float32")))
        for name, data in values.items()
    }
    model = models()["sandfixation"]
    job = Job(model, bands, {"OUTPUT": tmp_path / "without.tif"})
    tally = run_jobs([job], Quiet())[0]
    np.testing.assert_allclose(read(job.outputs["OUTPUT"])[0], [3.466925] * 3 + [0], rtol=1e-5)
    assert tally.outputs["OUTPUT"].raised == 1
    assert tally.checks == [1, 1, 1]
    bands["ECOSYSTEM"] = Band(write(tmp_path / "e.tif", np.array([12, 19, 15, 21], "uint8")))
    job = Job(model, bands, {"OUTPUT": tmp_path / "with.tif"})
    tally = run_jobs([job], Quiet())[0]
    found = read(job.outputs["OUTPUT"])[0]
    np.testing.assert_allclose(found, [3.466925, -9999, -9999, 0], rtol=1e-5)
    assert tally.inputs["ECOSYSTEM"].without_value == 2


def test_an_index_over_rasters_uses_the_areas_or_the_provinces_limits(tmp_path):
    bands = {
        "NPP": Band(write(tmp_path / "n.tif", arr(400, 500, 600, 700, dtype="float32"))),
        "SOIL_INFILTRATION": Band(write(tmp_path / "i.tif", np.ones(4, "float32"))),
        "PRECIPITATION": Band(write(tmp_path / "p.tif", arr(200, 600, 1000, 9e3, dtype="float32"))),
        # The last pixel has no slope, so its rain is not of the assessed area.
        "SLOPE": Band(
            write(tmp_path / "s.tif", arr(0, 10, 20, -9999, dtype="float32"), nodata=-9999)
        ),
    }
    model = models()["waterconservationindex"]
    own = Job(model, bands, {"OUTPUT": tmp_path / "own.tif"})
    run_jobs([own], Quiet())
    np.testing.assert_allclose(read(own.outputs["OUTPUT"])[0], [0, 500 * 0.25, 0, -9999])
    given = {"PRECIPITATION_MINIMUM": 0, "PRECIPITATION_MAXIMUM": 800, "SLOPE_MAXIMUM": 40}
    wide = Job(model, bands, {"OUTPUT": tmp_path / "wide.tif"}, statistics=given)
    tally = run_jobs([wide], Quiet())[0]
    np.testing.assert_allclose(
        read(wide.outputs["OUTPUT"])[0], [100, 500 * 0.75 * 0.75, 600 * 0.5, -9999]
    )
    assert tally.checks == [1]


# Coast


def coast(kind, surge, waves, rate, dtype="float32", **names):
    lookup = load_table(models()["coastalstability"].input("COAST_TYPE").table)
    arrays = [np.atleast_1d(np.asarray(x, dtype)) for x in (surge, waves, rate)]
    codes = np.broadcast_to(np.asarray(kind), arrays[0].shape)
    found, checks, shared = outputs("coastalstability", (lookup.apply(codes), *arrays), **names)
    return found, checks, shared


ARTIFICIAL, BEDROCK, NATURAL, SANDY, MUDDY = 1, 2, 3, 4, 5


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_scores_of_the_coast_at_their_limits(dtype):
    surge = [0, 1.49, 1.5, 2.99, 3, 9]
    _, _, shared = coast([SANDY] * 6, surge, [0.1] * 6, [0] * 6, dtype)
    assert shared["surge"].tolist() == [1, 1, 3, 3, 5, 5]
    _, _, shared = coast([SANDY] * 5, [0] * 5, [0.39, 0.4, 0.99, 1, 3], [0] * 5, dtype)
    assert shared["waves"].tolist() == [1, 3, 3, 5, 5]
    rates = [-3, 0.49, 0.5, 1.99, 2, 12]
    _, _, shared = coast([SANDY] * 6, [0] * 6, [0] * 6, rates, dtype)
    # One published code can never give 3 to a sandy coast: its condition is empty.
    assert shared["retreat"].tolist() == [1, 1, 3, 3, 5, 5]
    rates = [-3, 0.99, 1, 9.9, 10, 12]
    _, _, shared = coast([MUDDY] * 6, [0] * 6, [0] * 6, rates, dtype)
    assert shared["retreat"].tolist() == [1, 1, 3, 3, 5, 5]
    _, _, shared = coast([1, 2, 3, 4, 5], [0] * 5, [0] * 5, [0] * 5, dtype)
    assert shared["type"].tolist() == [1, 1, 3, 5, 5]


def test_every_index_of_the_coast_against_plain_decimals():
    from fractions import Fraction

    surges, waves, rates = (
        {1: 0.0, 3: 2.0, 5: 4.0},
        {1: 0.1, 3: 0.5, 5: 2.0},
        {1: 0.0, 3: 5.0, 5: 50.0},
    )
    on_limit = 0
    for s, w, r in itertools.product((1, 3, 5), repeat=3):
        found, _, _ = coast(MUDDY, surges[s], waves[w], rates[r])
        exact = (Fraction(5, 5) + Fraction(2, 5) * s + Fraction(2, 5) * w + r) / 2
        assert found["OUTPUT"][0] == pytest.approx(float(exact), abs=1e-6)
        expected = 1 + (exact > 2) + (exact > Fraction(7, 2))
        assert found["CLASSES"][0] == expected
        found, _, _ = coast(NATURAL, surges[s], waves[w], rates[r])
        exact = (Fraction(3, 5) + Fraction(2, 5) * s + Fraction(2, 5) * w + 1) / 2
        on_limit += exact == 2
        assert found["CLASSES"][0] == 1 + (exact > 2) + (exact > Fraction(7, 2))
    # Scores 3, 3, 3 and retreat 1 give exactly the limit 2: it stays general.
    assert on_limit


def test_higher_coast_index_is_more_sensitive_and_in_the_highest_class():
    calm, _, _ = coast(ARTIFICIAL, 0, 0, 0)
    wild, _, _ = coast(SANDY, 9, 9, 9)
    assert (calm["OUTPUT"][0], calm["CLASSES"][0]) == (1, 1)
    assert (wild["OUTPUT"][0], wild["CLASSES"][0]) == (5, 3)


def test_coasts_without_limits_of_retreat():
    kinds = [BEDROCK, NATURAL, SANDY]
    nan = [math.nan] * 3
    found, checks, _ = coast(kinds, [2] * 3, [0.5] * 3, nan)
    np.testing.assert_allclose(found["OUTPUT"], [(2.6 + 1) / 2, (3 + 1) / 2, math.nan], rtol=1e-6)
    assert found["CLASSES"].tolist() == [1, 1, 0]
    assert checks[0].tolist() == [True, True, False]
    found, _, _ = coast(kinds, [2] * 3, [0.5] * 3, [1] * 3, other_coasts="leftout")
    assert np.isnan(found["OUTPUT"]).tolist() == [True, True, False]


def test_weights_of_the_coast_are_divided_by_their_sum():
    index = coastalstability.erosion_index(*(arr(5.0) for _ in range(4)), weights=(1.0, 1.0, 1.0))
    assert index[0] == 5
    assert np.isnan(
        coastalstability.erosion_index(*(arr(5.0) for _ in range(4)), weights=(0, 0, 0))
    )


# The whole area


def test_overlay_of_beijing_tianjin_hebei(tmp_path):
    # Published areas, km2; the cell of 600 m has 0.36 km2 and divides all of them.
    by_number = {1: 41_348.16, 2: 24_040.80, 3: 7_404.84, 4: 11.52}
    by_function = {
        "WATER_CONSERVATION": 41_930.64,
        "BIODIVERSITY": 25_991.64,
        "SOIL_RETENTION": 40_276.44,
        "SAND_FIXATION": 3_491.64,
    }
    cell = 0.36
    left = [round(area / cell) for area in by_function.values()]
    numbers = [n for n in (4, 3, 2, 1) for _ in range(round(by_number[n] / cell))]
    members = np.zeros((4, len(numbers)), dtype=bool)
    for pixel, number in enumerate(numbers):
        # The functions with most pixels left, so that all sums come out.
        for function in sorted(range(4), key=lambda f: -left[f])[:number]:
            members[function, pixel] = True
            left[function] -= 1
    assert left == [0, 0, 0, 0]
    width = 520
    height = -(-members.shape[1] // width)
    bands = {}
    for name, row in zip(by_function, members):
        classes = np.zeros(width * height, "uint8")
        # Outside the extreme class: important, general and not assessed in turn.
        classes[: row.size] = np.where(row, 3, np.arange(row.size) % 3)
        bands[name] = Band(
            write(
                tmp_path / f"{name}.tif",
                classes.reshape(height, width),
                COARSE,
                options=("COMPRESS=DEFLATE",),
                nodata=0,
            )
        )
    paths = {name: tmp_path / f"{name} out.tif" for name in ("OUTPUT", "WHICH", "COUNT")}
    run_jobs([Job(models()["highestfunction"], bands, paths)], Quiet())
    found = {name: read(path) for name, path in paths.items()}

    def area(mask):
        return np.count_nonzero(mask) * cell

    extreme = found["OUTPUT"] == 3
    assert area(extreme) == pytest.approx(72_805.32)
    for number, expected in by_number.items():
        assert area(found["COUNT"] == number + 1) == pytest.approx(expected)
    for place, expected in enumerate(by_function.values()):
        assert area(extreme & (found["WHICH"] >> place & 1 == 1)) == pytest.approx(expected)
    assert not found["COUNT"].ravel()[len(numbers) :].any()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from([0, 1, 2, 3, math.nan]), min_size=5, max_size=5), min_size=1)
)
def test_combination_against_a_second_implementation(pixels):
    arrays = [np.array(column, "float32") for column in zip(*pixels)]
    found = combine((*arrays[:2], None, *arrays[3:]))
    for index, pixel in enumerate(pixels):
        classes = {
            place: int(value)
            for place, value in enumerate(pixel)
            if place != 2 and value == value and value > 0
        }
        top = max(classes.values(), default=0)
        assert found["highest"][index] == top
        assert found["which"][index] == sum(1 << p for p, c in classes.items() if c == top)
        extreme = sum(c == 3 for c in classes.values())
        assert found["extreme"][index] == (extreme + 1 if classes else 0)


def test_combinations_have_titles_and_colours_of_their_own():
    for model_id, bits in (("highestfunction", 5), ("highestsensitivity", 4)):
        model = models()[model_id]
        assert len(model.inputs) == bits
        entries = model.output("WHICH").classes
        assert [entry.value for entry in entries] == list(range(1, 2**bits))
        assert len({entry.title for entry in entries}) == len(entries)
        assert len({entry.colour for entry in entries}) == len(entries)
        assert all(entry.title.count(" + ") + 1 == bin(entry.value).count("1") for entry in entries)
        singles = [entries[(1 << place) - 1].title for place in range(bits)]
        for entry in entries:
            members = [title for place, title in enumerate(singles) if entry.value >> place & 1]
            assert entry.title == " + ".join(members)
        assert [entry.value for entry in model.output("COUNT").classes] == list(range(1, bits + 2))
    assert FUNCTION_COMBINATIONS[5 - 1] == "Water conservation + Soil retention"


def test_no_class_raster_at_all_is_told(tmp_path):
    with pytest.raises(InputError):
        run_jobs([Job(models()["highestfunction"], {}, {"OUTPUT": tmp_path / "o.tif"})], Quiet())


def test_sums_of_the_national_water_conservation(tmp_path):
    # Value in 1e8 m3 and share of the area, %, of each class; the third is what is left.
    value = {3: 6_486.57, 2: 2_977.70, 1: 1_062.85}
    share = {3: 15.18, 2: 10.75, 1: 65.58}
    rest = 12_224.33 - sum(value.values())
    pixels = [round(s * 100) for s in share.values()]
    pixels.insert(2, 10_000 - sum(pixels))
    sums = [value[3], value[2], rest, value[1]]
    values = np.concatenate([np.full(n, v / n, "float64") for n, v in zip(pixels, sums)])
    np.random.default_rng(3).shuffle(values)
    path = write(tmp_path / "v.tif", values.reshape(100, 100))
    for limits_of, shares in (
        ((50, 75), (0.5306, 0.2436, 0.1388 + 0.0869)),
        ((75, 90), (0.5306 + 0.2436, 0.1388, 0.0869)),
    ):
        graded = grade_by_cumulative_value(
            RasterSource(path), tmp_path / "g.tif", CumulativeRule(*limits_of), Quiet()
        )
        rows = {row.value: row for row in graded.rows}
        for class_value, expected in zip((3, 2, 1), shares):
            assert rows[class_value].value_share == pytest.approx(expected, abs=1e-4)
    assert rows[3].pixels == pixels[0] + pixels[1]
