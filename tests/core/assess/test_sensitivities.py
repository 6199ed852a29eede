"""Models of ecological sensitivity: limits on both sides, composites, tables, traps."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.rasters import read, write

from redline_plugin.core.assess import scores, soilerosionsensitivity
from redline_plugin.core.assess.combinations import combine
from redline_plugin.core.assess.desertificationsensitivity import desertification_sensitivity
from redline_plugin.core.assess.registry import models
from redline_plugin.core.assess.rockydesertificationsensitivity import (
    rocky_desertification_sensitivity,
)
from redline_plugin.core.assess.salinizationsensitivity import salinization_sensitivity
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.declare.table import load_table
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.sensitivity import SETS, LimitSet, classify

DTYPES = pytest.mark.parametrize("dtype", ["float32", "float64"])
IDS = (
    "soilerosionsensitivity",
    "desertificationsensitivity",
    "rockydesertificationsensitivity",
    "salinizationsensitivity",
)


@pytest.fixture(autouse=True)
def _quiet():
    with np.errstate(all="ignore"):
        yield


def names_of(model_id, **changed):
    model = models()[model_id]
    names = {c.name.lower(): c.default for c in (*model.coefficients, *model.choices)}
    return {**names, **changed}


def index_of(model_id, arrays):
    """The index as a run computes it, from the scores that are shared."""
    model = models()[model_id]
    return model.output("OUTPUT").kernel(model.shared(*arrays, **names_of(model_id)))


def score_of(model_id, place, values, dtype, arity):
    """The score of one factor, all others scoring 1: the index to the power of their number."""
    values = np.asarray(values, dtype)
    general = {
        "soilerosionsensitivity": (0, 1, 0, 1),
        "desertificationsensitivity": (0, 0, 1, 1),
        "rockydesertificationsensitivity": (1, 0, 1),
        "salinizationsensitivity": (1, None, 1, 0, 99, 1),
    }[model_id]
    arrays = [None if g is None else np.full(values.shape, g, dtype) for g in general]
    arrays[place] = values
    index = index_of(model_id, arrays)
    assert index.dtype == np.float32
    return np.round(index.astype("float64") ** arity, 4).tolist()


def beside(limit, dtype):
    """The next number below, the limit itself, the next above, in the type's own numbers."""
    value = np.dtype(dtype).type(limit)
    kind = type(value)
    return [np.nextafter(value, kind(-np.inf)), value, np.nextafter(value, kind(np.inf))]


FACTORS = [
    # model, place, factors, low limit, scores around it, high limit, scores around it
    ("soilerosionsensitivity", 0, 4, 100, [1, 3, 3], 600, [3, 3, 5]),
    ("soilerosionsensitivity", 2, 4, 50, [1, 3, 3], 300, [3, 3, 5]),
    ("soilerosionsensitivity", 3, 4, 0.2, [5, 5, 3], 0.6, [3, 1, 1]),
    ("desertificationsensitivity", 0, 4, 1.5, [1, 1, 3], 16, [3, 5, 5]),
    ("desertificationsensitivity", 1, 4, 10, [1, 1, 3], 30, [3, 5, 5]),
    ("desertificationsensitivity", 3, 4, 0.2, [5, 5, 3], 0.6, [3, 1, 1]),
    ("rockydesertificationsensitivity", 0, 3, 30, [1, 1, 3], 70, [3, 5, 5]),
    ("rockydesertificationsensitivity", 1, 3, 8, [1, 1, 3], 25, [3, 5, 5]),
    ("rockydesertificationsensitivity", 2, 3, 0.2, [5, 5, 3], 0.6, [3, 1, 1]),
    ("salinizationsensitivity", 0, 4, 3, [1, 1, 3], 15, [3, 5, 5]),
    ("salinizationsensitivity", 3, 4, 5, [1, 1, 3], 25, [3, 5, 5]),
    ("salinizationsensitivity", 4, 4, 1, [5, 5, 3], 5, [3, 1, 1]),
]


@DTYPES
@pytest.mark.parametrize(("model_id", "place", "n", "low", "at_low", "high", "at_high"), FACTORS)
def test_limits_on_both_sides(model_id, place, n, low, at_low, high, at_high, dtype):
    assert score_of(model_id, place, beside(low, dtype), dtype, n) == at_low
    assert score_of(model_id, place, beside(high, dtype), dtype, n) == at_high


def test_decimal_limits_are_compared_in_the_rasters_own_precision():
    # As numbers in double, the 0.2 and 0.6 of a single-precision raster lie beside the limits.
    cover = np.array([0.2, 0.6], "float32")
    assert float(cover[0]) > 0.2
    assert scores.score_cover(cover, np.float64(0.2), np.float64(0.6)).tolist() == [5, 1]
    assert scores.score_rising_from(np.array([0.4], "float32"), 0.4, 1).tolist() == [3]
    assert scores.score_rising(np.array([1, 2, 3]), 1.5, 2.5).tolist() == [1, 3, 5]


KINDS = {
    scores.score_rising: lambda v, a, b: 1 if v < a else 5 if v > b else 3,
    scores.score_rising_up_to: lambda v, a, b: 1 if v <= a else 5 if v >= b else 3,
    scores.score_rising_from: lambda v, a, b: 1 if v < a else 5 if v >= b else 3,
    scores.score_falling: lambda v, a, b: 5 if v <= a else 1 if v >= b else 3,
}


@pytest.mark.parametrize("function", KINDS, ids=lambda f: f.__name__)
@given(st.lists(st.integers(-3, 8).map(float), min_size=1), st.sampled_from(["float32", "float64"]))
def test_scores_against_a_second_implementation(function, values, dtype):
    found = function(np.array(values, dtype), 1, 5)
    assert found.tolist() == [KINDS[function](v, 1, 5) for v in values]
    with np.errstate(all="ignore"):
        holes = function(np.array([math.nan, math.inf, -math.inf], dtype), 1, 5)
    assert np.isnan(holes[0])
    assert sorted(holes[1:].tolist()) == [1, 5]


def test_the_scores_are_still_there_under_their_old_place():
    assert soilerosionsensitivity.score_rising is scores.score_rising
    assert soilerosionsensitivity.score_cover is scores.score_cover
    assert soilerosionsensitivity.geometric_mean_of_scores is scores.geometric_mean_of_scores


# Values that score 1, 3 and 5, by model and input
VALUES = {
    "soilerosionsensitivity": [(20, 300, 900), (1, 3, 5), (9, 90, 900), (0.9, 0.4, 0.1)],
    "desertificationsensitivity": [(1, 4, 40), (3, 20, 60), (1, 3, 5), (0.9, 0.4, 0.1)],
    "rockydesertificationsensitivity": [(10, 50, 90), (3, 15, 40), (0.9, 0.4, 0.1)],
    "salinizationsensitivity": [(800, 3000, 9000), (1, 9, 40), (9, 3, 0.5), (1, 3, 5)],
}


@pytest.mark.parametrize("model_id", IDS)
def test_every_reachable_composite(model_id):
    factors = VALUES[model_id]
    sets = list(itertools.product(range(3), repeat=len(factors)))
    arrays = [
        np.array([factor[row[place]] for row in sets], "float32")
        for place, factor in enumerate(factors)
    ]
    if model_id == "salinizationsensitivity":
        arrays = [arrays[0], None, np.full(len(sets), 500, "float32"), *arrays[1:]]
    index = index_of(model_id, arrays)
    for row, value in zip(sets, index):
        product = math.prod((1, 3, 5)[place] for place in row)
        assert value == pytest.approx(product ** (1 / len(factors)), abs=1e-6)
    assert (index >= 1).all()
    assert (index <= 5).all()
    # The sheet's classes differ between the two sets of limits for these values only.
    differing = index[classify(index, SETS[LimitSet.A]) != classify(index, SETS[LimitSet.B])]
    expected = [2.0801] if len(factors) == 3 else [2.2361, 2.2795, 3.873]
    assert sorted({round(float(v), 4) for v in differing}) == expected


@pytest.mark.parametrize("model_id", IDS)
def test_a_hole_in_any_factor_is_a_hole_in_the_index(model_id):
    arity = len(VALUES[model_id])
    for place in range(arity):
        arrays = [np.full(2, factor[1], "float32") for factor in VALUES[model_id]]
        arrays[place][1] = np.nan
        if model_id == "salinizationsensitivity":
            arrays = [arrays[0], None, np.full(2, 500, "float32"), *arrays[1:]]
        index = index_of(model_id, arrays)
        assert np.isnan(index).tolist() == [False, True]


FUNCTIONS = {
    "soilerosionsensitivity": soilerosionsensitivity.soil_erosion_sensitivity,
    "desertificationsensitivity": desertification_sensitivity,
    "rockydesertificationsensitivity": rocky_desertification_sensitivity,
    "salinizationsensitivity": salinization_sensitivity,
}


@pytest.mark.parametrize("model_id", IDS)
def test_the_index_alone_is_that_of_the_scores_and_flags_are_not_shown(model_id):
    arrays = [np.array(factor, "float32") for factor in VALUES[model_id]]
    if model_id == "salinizationsensitivity":
        arrays = [arrays[0], None, np.full(3, 500, "float32"), *arrays[1:]]
    model, names = models()[model_id], names_of(model_id)
    np.testing.assert_array_equal(FUNCTIONS[model_id](*arrays, **names), index_of(model_id, arrays))
    shared = model.shared(*arrays, **names)
    assert all(shared[sign].tolist() == [1, 3, 5] for sign in model.parts)
    hidden = set(shared) - set(model.parts)
    assert hidden - {"left_out"} == {model.equation.split(" = ")[0]}


@settings(max_examples=80, deadline=None)
@given(
    st.tuples(st.floats(0, 40), st.floats(0, 100), st.sampled_from([1, 3, 5]), st.floats(0, 1)),
    st.tuples(st.floats(0, 40), st.floats(0, 100), st.just(0), st.floats(0, 1)),
)
def test_desertification_rises_with_dryness_and_wind_and_falls_with_cover(first, more):
    dryness, wind, texture, cover = first
    both = np.array([[dryness, dryness + more[0]], [wind, wind + more[1]]])
    index = desertification_sensitivity(
        both[0],
        both[1],
        np.full(2, float(texture)),
        np.array([cover, cover * more[3]]),
        **names_of("desertificationsensitivity"),
    )
    assert index[1] >= index[0]


def test_infinite_dryness_is_extreme():
    index = desertification_sensitivity(
        np.array([math.inf, math.nan, 999.0]),
        np.full(3, 60.0),
        np.full(3, 5.0),
        np.full(3, 0.1),
        **names_of("desertificationsensitivity"),
    )
    np.testing.assert_array_equal(index, np.float32([5, math.nan, 5]))


def test_ten_to_thirty_wind_days_score_3():
    # One published code uses the lower limit twice, so that nothing scores 3 and 20 days score 5.
    assert score_of("desertificationsensitivity", 1, [5, 20, 60], "float32", 4) == [1, 3, 5]


# Karst


def karst(share, mask=None, **changed):
    share = np.array(share, "float32")
    steep, bare = np.full(share.shape, 40, "float32"), np.full(share.shape, 0.1, "float32")
    mask = None if mask is None else np.array(mask, "float32")
    names = names_of("rockydesertificationsensitivity", **changed)
    index = rocky_desertification_sensitivity(share, steep, bare, mask, **names)
    model = models()["rockydesertificationsensitivity"]
    return index, model.checks[0].kernel(model.shared(share, steep, bare, mask, **names))


def test_land_without_carbonate_rock_is_left_out():
    index, left_out = karst([0, 0.5, 50, math.nan])
    np.testing.assert_allclose(index, [math.nan, 25 ** (1 / 3), 75 ** (1 / 3), math.nan], rtol=1e-6)
    assert left_out.tolist() == [True, False, False, False]
    index, left_out = karst([0, 0.5, 50], other_land="scored")
    assert index[0] == index[1] == pytest.approx(2.924, abs=5e-5)
    assert not left_out.any()


def test_a_karst_area_leaves_out_what_it_does_not_cover():
    index, left_out = karst([50, 50, 50, 0], [1, 0, math.nan, 1])
    assert np.isnan(index).tolist() == [False, True, True, True]
    assert left_out.tolist() == [False, True, True, True]
    index, _ = karst([50, 50, 50, 0], [1, 0, math.nan, 1], other_land="scored")
    assert not np.isnan(index).any()


def test_karst_over_rasters_counts_what_is_left_out(tmp_path):
    def band(name, values, kind="float32", **more):
        return Band(write(tmp_path / f"{name}.tif", np.array(values, kind), **more))

    bands = {
        "CARBONATE_SHARE": band("d", [80, 0, 80, 80]),
        "SLOPE": band("p", [30, 30, 30, 30]),
        "VEGETATION_COVER": band("c", [0.1, 0.1, 0.1, 0.1]),
        "KARST": band("k", [1, 1, 0, 255], "uint8", nodata=255),
    }
    job = Job(models()["rockydesertificationsensitivity"], bands, {"OUTPUT": tmp_path / "out.tif"})
    tally = run_jobs([job], Quiet())[0]
    assert read(job.outputs["OUTPUT"])[0].tolist() == [5, -9999, -9999, -9999]
    assert tally.checks == [3]


# Salt


def salt(evaporation, potential, rain, **more):
    def full(value):
        return None if value is None else np.atleast_1d(np.array(value, "float32"))

    rain = full(rain)
    factors = [np.full(rain.shape, value, "float32") for value in (1, 99, 1)]
    names = names_of("salinizationsensitivity")
    index = salinization_sensitivity(full(evaporation), full(potential), rain, *factors, **names)
    return np.round(index.astype("float64") ** 4, 4).tolist()


def test_evaporation_by_rain():
    assert salt([1500, 1501, 7500], None, [500] * 3) == [1, 3, 5]
    assert salt(None, [1500, 1501, 7500], [500] * 3) == [1, 3, 5]
    assert salt([7500], [100], [500]) == [5]
    # No rain: infinite. Neither rain nor evaporation: nothing is known.
    rainless = salt([100, 0], None, [0, 0])
    assert rainless[0] == 5
    assert math.isnan(rainless[1])


def test_salinization_over_rasters_with_either_evaporation(tmp_path):
    def band(name, values, kind="float32"):
        return Band(write(tmp_path / f"{name}.tif", np.array(values, kind)))

    bands = {
        "POTENTIAL_EVAPOTRANSPIRATION": band("e", [9000, 9000, 1000, 1000]),
        "PRECIPITATION": band("p", [500, 500, 500, 500]),
        "GROUNDWATER_SALINITY": band("m", [30, 30, 2, 2]),
        "GROUNDWATER_DEPTH": band("d", [0.5, 0.5, 8, 8]),
        "SOIL_TEXTURE": band("k", [15, 22, 33, 77], "uint8"),
    }
    job = Job(models()["salinizationsensitivity"], bands, {"OUTPUT": tmp_path / "out.tif"})
    tally = run_jobs([job], Quiet())[0]
    assert read(job.outputs["OUTPUT"])[0].tolist() == [5, -9999, 1, -9999]
    assert tally.inputs["SOIL_TEXTURE"].without_value == 1
    assert dict(tally.inputs["SOIL_TEXTURE"].unlisted) == {77: 1}
    without = {k: v for k, v in bands.items() if k != "POTENTIAL_EVAPOTRANSPIRATION"}
    job = Job(models()["salinizationsensitivity"], without, {"OUTPUT": tmp_path / "no.tif"})
    with pytest.raises(InputError, match="EVAPORATION"):
        run_jobs([job], Quiet())
    assert not job.outputs["OUTPUT"].exists()


# Tables


def texture_scores(model_id):
    lookup = load_table(models()[model_id].input("SOIL_TEXTURE").table)
    return {
        int(code): None if np.isnan(lookup.values[code]) else int(lookup.values[code])
        for code in np.flatnonzero(lookup.listed)
    }


def test_texture_scores_are_the_sheets():
    wind = texture_scores("desertificationsensitivity")
    assert {code for code, score in wind.items() if score == 1} == {2, 31, 32, 33}
    assert {code for code, score in wind.items() if score == 3} == {1, 14, 15, *range(21, 26)}
    assert {code for code, score in wind.items() if score == 5} == {11, 12, 13}
    salts = texture_scores("salinizationsensitivity")
    assert {code for code, score in salts.items() if score == 1} == {11, 12, 13, 31, 32, 33}
    assert {code for code, score in salts.items() if score == 3} == {14, 24}
    assert {code for code, score in salts.items() if score == 5} == {15}
    assert {code for code, score in salts.items() if score is None} == {1, 2, 21, 22, 23, 25}
    water = texture_scores("soilerosionsensitivity")
    assert set(water) <= set(wind) == set(salts)


@pytest.mark.parametrize("model_id", IDS)
def test_every_limit_says_where_it_comes_from(model_id):
    model = models()[model_id]
    limits = [c for c in model.coefficients if c.name.endswith(("_LOW", "_HIGH"))]
    assert len(limits) == 2 * (
        len(VALUES[model_id]) - ("SOIL_TEXTURE" in [i.name for i in model.inputs])
    )
    assert all(limit.reference.document and limit.reference.section for limit in limits)
    pairs = {c.name.rsplit("_", 1)[0] for c in limits}
    by_name = {c.name: c.default for c in limits}
    assert all(by_name[f"{pair}_LOW"] < by_name[f"{pair}_HIGH"] for pair in pairs)


@pytest.mark.parametrize(
    ("model_id", "name", "fine", "wrong"),
    [
        ("rockydesertificationsensitivity", "SLOPE", (0.5, 25), (60,)),
        ("salinizationsensitivity", "GROUNDWATER_SALINITY", (0.5, 40), (2000,)),
        ("salinizationsensitivity", "GROUNDWATER_DEPTH", (0.5, 40), (-3, 900)),
        ("salinizationsensitivity", "EVAPORATION", (900, 3500), (5, 20_000)),
        ("desertificationsensitivity", "DRYNESS", (0.5, 60), (3000,)),
    ],
)
def test_wrong_units_are_hinted_at(model_id, name, fine, wrong):
    def suspect(mean):
        return any(
            (hint.low is not None and mean < hint.low)
            or (hint.high is not None and mean > hint.high)
            for hint in models()[model_id].input(name).hints
            if hint.percent is None
        )

    assert not any(suspect(mean) for mean in fine)
    assert all(suspect(mean) for mean in wrong)


# The whole area


def test_highest_sensitivity_over_rasters(tmp_path):
    bands = {
        "SOIL_EROSION": [1, 3, 2, 0, 0],
        "ROCKY_DESERTIFICATION": [0, 3, 1, 0, 2],
        "SALINIZATION": [1, 1, 2, 0, 3],
    }
    given_bands = {
        name: Band(write(tmp_path / f"{name}.tif", np.array(values, "uint8"), nodata=0))
        for name, values in bands.items()
    }
    paths = {name: tmp_path / f"{name}.out.tif" for name in ("OUTPUT", "WHICH", "COUNT")}
    run_jobs([Job(models()["highestsensitivity"], given_bands, paths)], Quiet())
    assert read(paths["OUTPUT"])[0].tolist() == [1, 3, 2, 0, 3]
    assert read(paths["WHICH"])[0].tolist() == [1 + 8, 1 + 4, 1 + 8, 0, 8]
    assert read(paths["COUNT"])[0].tolist() == [1, 3, 1, 0, 2]
    none = Job(models()["highestsensitivity"], {}, {"OUTPUT": tmp_path / "none.tif"})
    with pytest.raises(InputError):
        run_jobs([none], Quiet())


def test_highest_class_is_not_lowered_by_an_assessment_more():
    rng = np.random.default_rng(5)
    layers = [rng.integers(0, 4, 500).astype("float32") for _ in range(4)]
    before = combine((*layers[:3], None))["highest"]
    after = combine(layers)["highest"]
    assert (after >= before).all()
    assert (after >= layers[3]).all()
