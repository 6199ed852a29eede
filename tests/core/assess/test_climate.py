"""Climate factor models: published values, a second writing per pixel, edges and units."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from redline_plugin.core.assess import (
    climaticerosivity,
    drynessindex,
    guidepet,
    hargreavespet,
    monthlydryness,
    monthlyerosivity,
    monthlyweatherfactor,
    multiyearmean,
    penmanpet,
    periodsum,
    radiationpet,
    snowfactor,
    thornthwaitepet,
    weatherfactor,
    winddays,
    windfield,
    windtotwometres,
)
from redline_plugin.core.climate.months import DAYS, MIDDLE
from redline_plugin.core.climate.sun import day_length, extraterrestrial_radiation

MODULES = (
    climaticerosivity,
    drynessindex,
    guidepet,
    hargreavespet,
    monthlydryness,
    monthlyerosivity,
    monthlyweatherfactor,
    multiyearmean,
    penmanpet,
    periodsum,
    radiationpet,
    snowfactor,
    thornthwaitepet,
    weatherfactor,
    winddays,
    windfield,
    windtotwometres,
)
NAN = math.nan


def evaluate(module, *arrays, latitude=None, **given_names):
    """Run a model's outputs and checks as the framework does, with defaults for what is not given."""
    model = module.MODEL
    names = {item.name.lower(): float(item.default) for item in model.coefficients}
    names.update({item.name.lower(): item.default for item in model.choices})
    if model.needs_latitude:
        names["latitude"] = latitude
    assert set(given_names) <= set(names)
    names.update(given_names)
    with np.errstate(all="ignore"):
        arguments, keywords = list(arrays), names
        if model.shared is not None:
            arguments, keywords = [model.shared(*arrays, **names)], {}
        outputs = {item.name: item.kernel(*arguments, **keywords) for item in model.outputs}
        flags = [check.kernel(*arguments, **keywords) for check in model.checks]
    return outputs, flags


def months(*values, dtype="float64"):
    """A stack of twelve months for one pixel."""
    stack = np.array(values * (12 // len(values)), dtype)
    return stack.reshape(12, 1, 1)


def one(value, dtype="float64"):
    return np.full((1, 1), value, dtype)


def stacks(low, high):
    return arrays("float64", (12, 1, 1), elements=st.floats(low, high))


# --- all models ----------------------------------------------------------------------------------


def sample(item, dtype, seed):
    """Random valid values for an input."""
    generator = np.random.default_rng(seed)
    low, high = {
        "MONTHLY_PRECIPITATION": (0, 200),
        "MONTHLY_TEMPERATURE": (-10, 30),
        "MONTHLY_MIN_TEMPERATURE": (-10, 10),
        "MONTHLY_MAX_TEMPERATURE": (11, 30),
        "TEMPERATURE": (-5, 25),
        "MONTHLY_RADIATION": (60, 200),
        "ELEVATION": (0, 4000),
        "SNOW_FACTOR": (0, 1),
        "RAIN_DAYS": (0, 20),
        "PRECIPITATION": (0, 100),
        "POTENTIAL_EVAPOTRANSPIRATION": (20, 200),
        "SNOW_DEPTH": (0, 6),
        "ACCUMULATED_TEMPERATURE": (500, 5000),
        "ACCUMULATED_PRECIPITATION": (50, 900),
        "WIND_FIELD": (0, 500),
        "MONTHLY_HUMIDITY": (0.2, 0.9),
        "MONTHLY_POTENTIAL_EVAPOTRANSPIRATION": (20, 200),
        "MONTHLY_SNOW_FACTOR": (0, 1),
    }.get(item.name, (0, 12))
    shape = (3, 4) if not item.is_stack else (item.bands or 7, 3, 4)
    return generator.uniform(low, high, shape).astype(dtype)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("module", MODULES)
def test_every_kernel_keeps_shape_and_precision(module):
    model = module.MODEL
    latitude = np.broadcast_to(np.linspace(20, 50, 3)[:, None], (3, 4))
    results = {}
    for dtype in ("float32", "float64"):
        inputs = [sample(item, dtype, place) for place, item in enumerate(model.inputs)]
        before = [values.copy() for values in inputs]
        outputs, flags = evaluate(module, *inputs, latitude=latitude)
        for item in model.outputs:
            found = outputs[item.name]
            assert found.shape == ((3, 4) if item.bands == 1 else (item.bands, 3, 4))
            assert found.dtype.kind == "f"
            if dtype == "float32":
                assert found.dtype == np.float32, item.name
        for flag in flags:
            assert flag.shape == (3, 4)
            assert flag.dtype == bool
        for values, old in zip(inputs, before):
            np.testing.assert_array_equal(values, old)
        results[dtype] = outputs
    for name, found in results["float32"].items():
        np.testing.assert_allclose(found, results["float64"][name], rtol=2e-4, atol=1e-4)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("module", MODULES)
def test_no_value_in_is_no_value_out(module):
    model = module.MODEL
    latitude = np.broadcast_to(np.linspace(20, 50, 3)[:, None], (3, 4))
    for place, item in enumerate(model.inputs):
        inputs = [sample(other, "float32", number) for number, other in enumerate(model.inputs)]
        if item.lenient:
            inputs[place][:, 1, 2] = NAN
        else:
            inputs[place][..., 1, 2] = NAN
        outputs = evaluate(module, *inputs, latitude=latitude)[0]
        assert np.isnan(outputs["OUTPUT"][..., 1, 2]).all(), item.name
        assert not np.isnan(np.delete(outputs["OUTPUT"].reshape(-1, 12), 6, axis=1)).any()
        if item.is_stack and not item.lenient:
            # One month without a value is enough for a sum; wind brought to 2 m has no sum.
            inputs = [sample(other, "float32", n) for n, other in enumerate(model.inputs)]
            inputs[place][3, 1, 2] = NAN
            outputs = evaluate(module, *inputs, latitude=latitude)[0]
            if model.output("OUTPUT").bands == 1:
                assert np.isnan(outputs["OUTPUT"][1, 2])


@pytest.mark.parametrize("module", MODULES)
def test_declarations_hold_together(module):
    model = module.MODEL
    assert model.id == module.__name__.rsplit(".", 1)[1]
    assert model.outputs[0].name == "OUTPUT"
    names = [*(i.name for i in model.inputs), *(c.name for c in model.coefficients)]
    names += [c.name for c in model.choices]
    assert len(set(names)) == len(names)
    for item in model.coefficients:
        low, high = item.valid
        assert low is None or low <= item.default
        assert high is None or item.default <= high
        assert item.reference.document
    for choice in model.choices:
        assert choice.index(choice.default) >= 0
    shown = set(names)
    if model.shared is not None:
        inputs = [sample(item, "float32", place) for place, item in enumerate(model.inputs)]
        latitude = np.full((3, 4), 30.0)
        names_given = {i.name.lower(): float(i.default) for i in model.coefficients}
        names_given.update({i.name.lower(): i.default for i in model.choices})
        if model.needs_latitude:
            names_given["latitude"] = latitude
        shown |= set(model.shared(*inputs, **names_given))
    assert set(model.symbols) <= shown


# --- rainfall erosivity --------------------------------------------------------------------------


def wischmeier(rain):
    annual = sum(rain)
    return sum(1.735 * 10 ** (1.5 * math.log10(p * p / annual) - 0.8188) for p in rain if p > 0)


@given(stacks(0, 1000))
def test_erosivity_against_a_second_writing(rain):
    values = [float(v) for v in rain[:, 0, 0]]
    values = [v if v > 1e-3 else 0.0 for v in values]
    rain = months(*values)
    found = evaluate(monthlyerosivity, rain)[0]
    annual = sum(values)
    fournier = sum(p * p for p in values) / annual if annual else 0
    assert found["FOURNIER_INDEX"][0, 0] == pytest.approx(fournier, rel=1e-9)
    expected = 17.02 * wischmeier(values) if annual else 0
    assert found["OUTPUT"][0, 0] == pytest.approx(expected, rel=1e-9)
    for option, alpha, beta in (("zhangfu", 0.1833, 1.9957), ("zhangfumean", 0.3589, 1.9462)):
        found = evaluate(monthlyerosivity, rain, formula=option)[0]["OUTPUT"][0, 0]
        assert found == pytest.approx(alpha * fournier**beta, rel=1e-9)


BEIJING = (3, 5, 9, 21, 35, 78, 185, 160, 46, 22, 7, 3)
GUANGZHOU = (41, 69, 92, 186, 282, 276, 232, 227, 167, 79, 40, 27)


@pytest.mark.parametrize(("rain", "low", "high"), [(BEIJING, 2000, 5000), (GUANGZHOU, 4000, 14000)])
@pytest.mark.parametrize("formula", ["wischmeier", "zhangfu", "zhangfumean"])
def test_erosivity_has_the_size_of_maps_from_daily_rain(rain, low, high, formula):
    # In MJ mm hm-2 h-1 a-1. Without the factor 17.02 Wischmeier's would be below 1000.
    found = evaluate(monthlyerosivity, months(*rain), formula=formula)[0]["OUTPUT"][0, 0]
    assert low < found < high


def test_no_rain_is_no_erosivity():
    for dtype in ("float32", "float64"):
        outputs, flags = evaluate(monthlyerosivity, months(0, dtype=dtype))
        assert outputs["OUTPUT"][0, 0] == 0
        assert flags[0][0, 0]
    # Rain in one month alone: F is that month.
    single = months(0, 0, 0, 0, 0, 0, 80, 0, 0, 0, 0, 0)
    outputs, flags = evaluate(monthlyerosivity, single)
    assert outputs["FOURNIER_INDEX"][0, 0] == pytest.approx(80)
    assert not flags[0][0, 0]


def test_unit_factor_of_one_gives_the_printed_number():
    found = evaluate(monthlyerosivity, months(*BEIJING), unit_factor=1.0)[0]["OUTPUT"][0, 0]
    assert found == pytest.approx(wischmeier(BEIJING), rel=1e-9)


# --- evapotranspiration --------------------------------------------------------------------------


@given(stacks(-35, 25), st.floats(0, 20), st.floats(-60, 60))
def test_hargreaves_against_a_second_writing(low, span, latitude):
    found = evaluate(hargreavespet, low, low + span, latitude=one(latitude))[0]
    total = 0.0
    for number in range(12):
        ra = float(extraterrestrial_radiation(np.array([latitude]), MIDDLE[number])[0])
        t_min = float(low[number, 0, 0])
        t_max = float(low[number, 0, 0] + span)
        mean = (t_min + t_max) / 2
        rate = 0.0023 * (mean + 17.8) * (t_max - t_min) ** 0.5 * ra * 0.408
        expected = max(rate, 0) * DAYS[number]
        assert found["MONTHLY"][number, 0, 0] == pytest.approx(expected, rel=1e-9, abs=1e-9)
        total += expected
    assert found["OUTPUT"][0, 0] == pytest.approx(total, rel=1e-9, abs=1e-9)


def test_hargreaves_with_the_published_radiation_of_lyon():
    # FAO-56, examples 15 and 20: July, 14.8 and 26.6 degC, Ra 40.6: eq. 52 by hand gives 5.04 mm/d.
    found = evaluate(hargreavespet, months(14.8), months(26.6), latitude=one(45.72))[0]
    assert found["MONTHLY"][6, 0, 0] / 31 == pytest.approx(5.04, abs=0.015)


def test_hargreaves_flags_cold_and_exchanged_inputs():
    outputs, flags = evaluate(hargreavespet, months(-30.0), months(-20.0), latitude=one(60))
    assert outputs["OUTPUT"][0, 0] == 0
    assert flags[0][0, 0]
    outputs, flags = evaluate(hargreavespet, months(10.0), months(5.0), latitude=one(30))
    assert np.isnan(outputs["OUTPUT"][0, 0])
    assert flags[1][0, 0]
    outputs, flags = evaluate(hargreavespet, months(5.0), months(5.0), latitude=one(30))
    assert outputs["OUTPUT"][0, 0] == 0
    assert not flags[0][0, 0]
    assert not flags[1][0, 0]


def test_latitudes_that_are_repeated_and_that_are_not_give_the_same():
    generator = np.random.default_rng(1)
    low = generator.uniform(0, 10, (12, 3, 4))
    repeated = np.broadcast_to(np.array([[10.0], [30.0], [50.0]]), (3, 4))
    for module, inputs in ((hargreavespet, (low, low + 9)), (thornthwaitepet, (low,))):
        first = evaluate(module, *inputs, latitude=repeated)[0]["OUTPUT"]
        second = evaluate(module, *inputs, latitude=repeated.copy())[0]["OUTPUT"]
        np.testing.assert_array_equal(first, second)


@given(stacks(-20, 34), st.floats(-60, 60))
def test_thornthwaite_against_a_second_writing(warmth, latitude):
    # Thousandths of a degree: means of 1e-200 degC occur in no data and overflow the ratio.
    warmth = np.round(warmth, 3)
    found = evaluate(thornthwaitepet, warmth, latitude=one(latitude))[0]
    values = [float(v) for v in warmth[:, 0, 0]]
    index = sum((t / 5) ** 1.514 for t in values if t > 0)
    power = 6.75e-7 * index**3 - 7.71e-5 * index**2 + 1.792e-2 * index + 0.49239
    for number, t in enumerate(values):
        hours = float(day_length(np.array([latitude]), MIDDLE[number])[0])
        if t <= 0:
            plain = 0.0
        elif t >= 26.5:
            plain = -415.85 + 32.24 * t - 0.43 * t * t
        else:
            plain = 16 * (10 * t / index) ** power
        expected = plain * hours / 12 * DAYS[number] / 30
        assert found["MONTHLY"][number, 0, 0] == pytest.approx(expected, rel=1e-9, abs=1e-9)
    assert found["OUTPUT"][0, 0] == pytest.approx(found["MONTHLY"].sum())


def test_thornthwaite_warns_where_hardly_a_month_is_warm():
    faint = evaluate(thornthwaitepet, months(1, *[-9] * 11), latitude=one(40))[1][0]
    assert faint[0, 0]
    # What it warns of: 1 degC in one month alone makes more than 100 mm.
    assert (
        evaluate(thornthwaitepet, months(1, *[-9] * 11), latitude=one(40))[0]["OUTPUT"][0, 0] > 100
    )
    assert not evaluate(thornthwaitepet, months(10.0), latitude=one(40))[1][0][0, 0]
    outputs, flags = evaluate(thornthwaitepet, months(-9.0), latitude=one(40))
    assert outputs["OUTPUT"][0, 0] == 0
    assert not flags[0][0, 0]


@given(stacks(-40, 35), stacks(0, 1))
def test_guide_pet_against_a_second_writing(warmth, humid):
    found, flags = evaluate(guidepet, warmth, humid)
    total = 0.0
    for t, r in zip(warmth[:, 0, 0], humid[:, 0, 0]):
        total += 0.19 * (20 + t) ** 2 * (1 - r) if t > -20 else 0
    assert found["OUTPUT"][0, 0] == pytest.approx(total, rel=1e-9, abs=1e-9)
    assert flags[0][0, 0] == (warmth < -20).any()


def bangkok(**changes):
    """Example 17 of FAO-56: April between a March of 29.2 and a May that makes G = 0.14."""
    low, high = months(25.6), months(34.8)
    for number, mean in ((2, 29.2), (4, 31.2)):
        low[number], high[number] = mean - 4.6, mean + 4.6
    saturated = (
        0.6108 * math.exp(17.27 * 25.6 / 262.9) + 0.6108 * math.exp(17.27 * 34.8 / 272.1)
    ) / 2
    values = {
        "low": low,
        "high": high,
        "humid": months(2.85 / saturated),
        "wind": months(2.0),
        "radiation": months(22.65 / 0.0864),
        "elevation": one(2.0),
    }
    values.update(changes)
    return evaluate(penmanpet, *values.values(), latitude=one(13 + 44 / 60))


def test_penman_monteith_gives_the_published_value_of_bangkok():
    outputs, flags = bangkok()
    assert outputs["MONTHLY"][3, 0, 0] / 30 == pytest.approx(5.72, abs=0.005)
    assert not any(flag[0, 0] for flag in flags)


def test_penman_monteith_soil_heat_closes_the_year():
    warm_end = months(25.6)
    warm_end[11] = 30.0
    base = evaluate(
        penmanpet,
        months(25.6),
        months(34.8),
        months(0.6),
        months(2.0),
        months(250.0),
        one(0),
        latitude=one(0),
    )[0]["MONTHLY"]
    changed = evaluate(
        penmanpet,
        warm_end,
        months(34.8),
        months(0.6),
        months(2.0),
        months(250.0),
        one(0),
        latitude=one(0),
    )[0]["MONTHLY"]
    # After a warmer December the soil gives heat in January; before it, it takes heat in November.
    assert changed[0, 0, 0] > base[0, 0, 0]
    assert changed[10, 0, 0] < base[10, 0, 0]
    np.testing.assert_allclose(changed[1:10], base[1:10])


def test_penman_monteith_rises_with_wind_and_falls_with_humidity():
    middle = bangkok()[0]["OUTPUT"][0, 0]
    assert bangkok(wind=months(4.0))[0]["OUTPUT"][0, 0] > middle
    assert bangkok(humid=months(0.9))[0]["OUTPUT"][0, 0] < middle
    assert bangkok(radiation=months(100.0))[0]["OUTPUT"][0, 0] < middle


def test_penman_monteith_flags_impossible_radiation_and_dew():
    assert bangkok(radiation=months(500.0))[1][0][0, 0]
    assert bangkok(low=months(36.0))[1][1][0, 0]
    outputs, flags = evaluate(
        penmanpet,
        months(-10.0),
        months(-5.0),
        months(1.0),
        months(1.0),
        months(0.0),
        one(0),
        latitude=one(70),
    )
    assert outputs["OUTPUT"][0, 0] == 0
    assert flags[2][0, 0]


@given(st.floats(0, 60000), st.floats(-30, 30))
def test_radiation_pet_in_both_units(radiation, warmth):
    calories = evaluate(radiationpet, one(radiation), one(warmth))[0]["OUTPUT"][0, 0]
    expected = 0.0162 * (radiation / 58.5) * max(warmth + 17.8, 0)
    assert calories == pytest.approx(expected, rel=1e-9)
    joules = evaluate(radiationpet, one(radiation * 0.041868), one(warmth), formula="joules")
    # The same radiation: the formulas differ by 0.0162 / 0.0135, since 58.5 cal/cm2 are 2.45 MJ/m2.
    assert joules[0]["OUTPUT"][0, 0] * 1.2 == pytest.approx(calories, rel=1e-3)
    assert joules[1][0][0, 0] == (warmth < -17.8)


@pytest.mark.parametrize(
    ("formula", "radiation", "days", "flags"),
    [
        # 500 MJ/m2 of a month where cal/cm2 are meant: 4.54 mm, silently, were it not told.
        ("calories", 500.0, 30.0, (True, False)),
        ("calories", 500.0 * 23.88, 30.0, (False, False)),
        ("joules", 500.0, 30.0, (False, False)),
        ("joules", 500.0 * 23.88, 30.0, (False, True)),
        ("calories", 5500.0, 365.0, (True, False)),
        ("calories", 131_000.0, 365.0, (False, False)),
        ("joules", 5500.0, 365.0, (False, False)),
        ("joules", 131_000.0, 365.0, (False, True)),
        # A dark month of the north, and a bright one of the plateau.
        ("calories", 3.0 * 23.88 * 31, 31.0, (False, False)),
        ("joules", 30.0 * 31, 31.0, (False, False)),
        # A month with the days of a year.
        ("calories", 500.0 * 23.88, 365.0, (True, False)),
    ],
)
def test_radiation_in_the_other_unit_is_told(formula, radiation, days, flags):
    outputs, found = evaluate(radiationpet, one(radiation), one(15.0), formula=formula, days=days)
    assert tuple(bool(flag[0, 0]) for flag in found[1:]) == flags
    if radiation == 500 and formula == "calories":
        assert outputs["OUTPUT"][0, 0] == pytest.approx(4.54, abs=5e-3)
    # The days change no result.
    same = evaluate(radiationpet, one(radiation), one(15.0), formula=formula)[0]["OUTPUT"]
    np.testing.assert_array_equal(outputs["OUTPUT"], same)


# --- climatic erosivity of wind and dryness ------------------------------------------------------


def test_climatic_erosivity_of_the_fact_sheet():
    wind = months(0.0)
    wind[3] = 3.0  # April has 30 days.
    found = evaluate(climaticerosivity, wind, months(20.0), months(15.0), months(0.5))[0]
    assert found["OUTPUT"][0, 0] == pytest.approx(6.707948, abs=5e-7)


@given(stacks(0, 15), stacks(0, 300), stacks(-40, 35), stacks(0, 1))
def test_climatic_erosivity_against_a_second_writing(wind, rain, warmth, humid):
    total = 0.0
    for number in range(12):
        u, p = float(wind[number, 0, 0]), float(rain[number, 0, 0])
        t, r = float(warmth[number, 0, 0]), float(humid[number, 0, 0])
        if t <= -20 or r >= 1:
            continue
        demand = 0.19 * (20 + t) ** 2 * (1 - r)
        if demand > p:
            total += u**3 * (demand - p) / demand * DAYS[number] / 100
    found = evaluate(climaticerosivity, wind, rain, warmth, humid)[0]["OUTPUT"][0, 0]
    assert found == pytest.approx(total, rel=1e-7, abs=1e-9)


def test_climatic_erosivity_edges_and_flags():
    wet = evaluate(climaticerosivity, months(5.0), months(500.0), months(15.0), months(0.5))
    assert wet[0]["OUTPUT"][0, 0] == 0
    assert wet[1][0][0, 0]
    for warmth, humid in ((-20.0, 0.5), (-45.0, 0.5), (15.0, 1.0)):
        for rain in (0.0, 10.0):
            outputs, flags = evaluate(
                climaticerosivity, months(5.0), months(rain), months(warmth), months(humid)
            )
            assert outputs["OUTPUT"][0, 0] == 0
            assert flags[1][0, 0]
    dry = evaluate(climaticerosivity, months(5.0), months(0.0), months(15.0), months(0.5))
    assert dry[0]["OUTPUT"][0, 0] == pytest.approx(125 * 365.25 / 100)
    assert not dry[1][0][0, 0]
    assert not dry[1][1][0, 0]


def test_climatic_erosivity_falls_with_rain():
    found = [
        evaluate(climaticerosivity, months(4.0), months(p), months(10.0), months(0.6))[0]["OUTPUT"]
        for p in (0.0, 10.0, 50.0, 68.3, 68.5)
    ]
    values = [float(v[0, 0]) for v in found]
    assert values == sorted(values, reverse=True)
    assert values[-2] > 0
    assert values[-1] == 0


@pytest.mark.parametrize(
    ("warmth", "rain", "expected"),
    [
        (3000, 480, 1.0),
        (4500, 720, 1.0),
        (4000, 40, 16.0),
        (3500, 0, 999),
        (0, 0, NAN),
        (0, 5, NAN),
    ],
)
def test_dryness_with_its_edges(warmth, rain, expected):
    outputs, flags = evaluate(drynessindex, one(warmth), one(rain))
    assert outputs["OUTPUT"][0, 0] == pytest.approx(expected, nan_ok=True)
    assert flags[0][0, 0] == (warmth == 0)
    assert flags[1][0, 0] == (warmth > 0 and rain == 0)
    as_zero = evaluate(drynessindex, one(warmth), one(rain), cold_places="notdry")[0]["OUTPUT"]
    assert as_zero[0, 0] == pytest.approx(0 if math.isnan(expected) else expected)


def test_dryness_without_data_stays_without_for_both_choices():
    for cold in ("novalue", "notdry"):
        for warmth, rain in ((NAN, 5.0), (0.0, NAN), (3000.0, NAN)):
            found = evaluate(drynessindex, one(warmth), one(rain), cold_places=cold)[0]["OUTPUT"]
            assert np.isnan(found[0, 0])


@given(stacks(-20, 32), stacks(0, 300))
def test_monthly_dryness_against_a_second_writing(warmth, rain):
    found, flags = evaluate(monthlydryness, warmth, rain)
    degrees = wet = 0.0
    for number in range(12):
        if warmth[number, 0, 0] >= 10:
            degrees += float(warmth[number, 0, 0]) * DAYS[number]
            wet += float(rain[number, 0, 0])
    assert found["ACCUMULATED_TEMPERATURE"][0, 0] == pytest.approx(degrees)
    assert found["ACCUMULATED_PRECIPITATION"][0, 0] == pytest.approx(wet)
    index = found["OUTPUT"][0, 0]
    if degrees == 0:
        assert np.isnan(index)
        assert flags[0][0, 0]
    elif wet == 0:
        assert index == 999
        assert flags[1][0, 0]
    else:
        assert index == pytest.approx(0.16 * degrees / wet)


def test_monthly_dryness_counts_a_month_of_exactly_ten_degrees():
    warmth = months(9.99, 10.0)
    found = evaluate(monthlydryness, warmth, months(10.0))[0]
    even = sum(DAYS[1::2])
    assert found["ACCUMULATED_TEMPERATURE"][0, 0] == pytest.approx(10 * even)
    assert found["ACCUMULATED_PRECIPITATION"][0, 0] == pytest.approx(60)


def test_monthly_dryness_feeds_the_dryness_index():
    generator = np.random.default_rng(7)
    warmth, rain = generator.uniform(-5, 25, (12, 3, 4)), generator.uniform(0, 90, (12, 3, 4))
    found = evaluate(monthlydryness, warmth, rain)[0]
    terms = {item.name: item.term for item in monthlydryness.MODEL.outputs}
    again = evaluate(
        drynessindex,
        *(
            found[next(name for name, term in terms.items() if term == item.name)]
            for item in drynessindex.MODEL.inputs
        ),
    )[0]
    np.testing.assert_allclose(again["OUTPUT"], found["OUTPUT"])


# --- wind ----------------------------------------------------------------------------------------


def test_wind_to_two_metres():
    found = evaluate(windtotwometres, months(4.0))[0]["OUTPUT"]
    np.testing.assert_allclose(found, 3.178390, atol=5e-7)
    # FAO-56, example 14: 3.2 m/s at 10 m are 2.4 m/s at 2 m.
    found = evaluate(windtotwometres, months(3.2), profile="logarithm")[0]["OUTPUT"]
    np.testing.assert_allclose(found, 2.4, atol=0.01)
    for profile in ("power", "logarithm"):
        same = evaluate(windtotwometres, months(3.2), profile=profile, height=2.0)[0]["OUTPUT"]
        np.testing.assert_allclose(same, 3.2, rtol=1e-3)


def test_wind_field_model_flags_calm_and_gaps():
    winds = np.array([[4, 8, NAN, NAN], [3, 6, 9, NAN], [5, 2, 1, NAN]], "float32")[:, None, :]
    outputs, flags = evaluate(windfield, winds, minimum_share=50.0, days=30.0)
    np.testing.assert_allclose(
        outputs["OUTPUT"], [[0, 78 * 30 / 3, 9 * 16 * 30 / 2, NAN]], rtol=1e-6
    )
    assert flags[0].tolist() == [[False, False, True, False]]
    assert flags[1].tolist() == [[True, False, False, False]]
    # With the default least share of 80 % two of three observations are too few.
    assert np.isnan(evaluate(windfield, winds)[0]["OUTPUT"][0, 2])


@pytest.mark.parametrize(
    ("bands", "days", "flags"),
    [
        (365, 365.0, (False, False, False)),
        (366, 365.0, (False, False, False)),
        (3652, 365.0, (False, False, False)),
        (31, 31.0, (False, False, False)),
        # A year's rasters with a month's days, and the other way round.
        (365, 30.0, (True, False, False)),
        (1460, 30.0, (True, False, False)),
        (31, 365.0, (False, True, False)),
        (28, 30.0, (False, False, False)),
        (20, 20.0, (False, False, True)),
        (27, 27.0, (False, False, False)),
    ],
)
def test_wind_field_tells_days_that_do_not_fit(bands, days, flags):
    _, found = evaluate(windfield, np.full((bands, 1, 2), 7.0, "float32"), days=days)
    assert tuple(bool(flag.all()) for flag in found[2:]) == flags
    assert tuple(bool(flag.any()) for flag in found[2:]) == flags


def test_wind_field_of_a_year_by_default():
    winds = np.resize([7.0, 4.0], 365).reshape(365, 1, 1)
    expected = 183 * 7 * 2**2
    assert evaluate(windfield, winds)[0]["OUTPUT"][0, 0] == pytest.approx(expected)


def test_wind_field_brings_other_heights_to_two_metres():
    winds = np.full((2, 1, 1), 10.0)
    found = evaluate(windfield, winds, height=10.0)[0]["OUTPUT"][0, 0]
    u = 10 * (2 / 10) ** (1 / 7)
    assert found == pytest.approx(u * (u - 5) ** 2 * 365)
    # 6 m/s at 10 m are 4.8 m/s at 2 m: calm.
    outputs, flags = evaluate(windfield, np.full((2, 1, 1), 6.0), height=10.0)
    assert outputs["OUTPUT"][0, 0] == 0
    assert flags[1][0, 0]


@given(st.floats(0, 30), st.floats(0, 30))
def test_wind_field_never_falls_with_wind(first, second):
    low, high = sorted((first, second))
    found = [evaluate(windfield, np.full((3, 1, 1), v))[0]["OUTPUT"][0, 0] for v in (low, high)]
    assert found[0] <= found[1] + 1e-9


def test_wind_days():
    days = np.array([6, 5.9, 7, 2, NAN], "float32").reshape(5, 1, 1)
    outputs, flags = evaluate(winddays, days, days=100.0)
    assert outputs["OUTPUT"][0, 0] == pytest.approx(50)
    assert flags[0][0, 0]
    # Years laid one after the other give the same number per year.
    whole = np.array([6, 0, 0, 8] * 3, "float64").reshape(12, 1, 1)
    assert evaluate(winddays, whole, days=4.0)[0]["OUTPUT"][0, 0] == pytest.approx(2)
    assert evaluate(winddays, whole, years=3.0)[0]["OUTPUT"][0, 0] == 2
    assert evaluate(winddays, whole)[0]["OUTPUT"][0, 0] == 6


@pytest.mark.parametrize(
    ("bands", "names", "flags"),
    [
        (182, {}, (False, False, False)),
        (366, {}, (False, False, False)),
        (367, {}, (True, False, False)),
        (1820, {"years": 10.0}, (False, False, False)),
        (1820, {}, (True, False, False)),
        (182, {"days": 182.25}, (False, False, False)),
        (1822, {"days": 182.25}, (False, False, False)),
        (300, {"days": 182.25}, (False, True, False)),
        (100, {"days": 182.25}, (False, False, False)),
        (364, {"days": 182.0, "years": 2.0}, (False, False, True)),
    ],
)
def test_wind_days_tell_seasons_that_do_not_fit(bands, names, flags):
    _, found = evaluate(winddays, np.full((bands, 1, 2), 7.0, "float32"), **names)
    assert tuple(bool(flag.all()) for flag in found[1:]) == flags


# --- means, sums, snow ---------------------------------------------------------------------------


@given(
    st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(NAN)), min_size=1, max_size=15),
    st.integers(1, 6),
    st.floats(0, 100),
)
def test_multi_year_mean_against_a_second_writing(values, least, share):
    years = np.array(values).reshape(-1, 1, 1)
    known = [v for v in values if not math.isnan(v)]
    outputs, flags = evaluate(
        multiyearmean, years, minimum_years=float(least), minimum_share=float(share)
    )
    enough = len(known) >= least and len(known) * 100 >= share * len(values)
    if known and enough:
        assert outputs["OUTPUT"][0, 0] == pytest.approx(
            math.fsum(known) / len(known), rel=1e-9, abs=1e-6
        )
    else:
        assert np.isnan(outputs["OUTPUT"][0, 0])
    assert flags[0][0, 0] == (0 < len(known) < len(values))
    assert flags[1][0, 0] == bool(known and not enough)
    count = outputs["VALID_YEARS"][0, 0]
    assert count == len(known) if known else np.isnan(count)


def test_multi_year_mean_of_many_large_values_keeps_its_digits():
    years = np.full((2000, 1, 1), 16_777_215, "float32")
    assert evaluate(multiyearmean, years)[0]["OUTPUT"][0, 0] == 16_777_215


def test_period_sum_needs_every_period():
    periods = np.array([[1, 2], [3, NAN], [5, 6]], "float32")[:, None, :]
    np.testing.assert_array_equal(evaluate(periodsum, periods)[0]["OUTPUT"], [[9, NAN]])


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("unit", "scale"), [("mm", 1), ("cm", 10), ("m", 1000)])
def test_snow_factor_counts_only_more_than_the_limit(unit, scale, dtype):
    depths = np.array([0, 25.4, 25.5, 100, 10], dtype)
    in_unit = (np.array([0, 25.4, 25.5, 100, 10]) / scale).astype(dtype).reshape(5, 1, 1)
    found = evaluate(snowfactor, in_unit, unit=unit)[0]["OUTPUT"][0, 0]
    assert found == pytest.approx(1 - 2 / depths.size)


def test_snow_factor_with_gaps():
    depth = np.array([[0, 0], [5, 5], [NAN, NAN], [0, NAN], [0, NAN]])[:, None, :]
    outputs, flags = evaluate(snowfactor, depth)
    np.testing.assert_allclose(outputs["OUTPUT"], [[0.75, NAN]])
    assert flags[0].all()


# --- weather factor ------------------------------------------------------------------------------


def weather(**changes):
    values = {
        "field": 200.0,
        "elevation": 1200.0,
        "temperature": 15.0,
        "demand": 100.0,
        "rain": 20.0,
        "rain_days": 6.0,
        "irrigation": None,
        "snow": None,
    }
    names = {key: changes.pop(key) for key in ("density", "days", "gravity") if key in changes}
    names.setdefault("days", 30.0)
    values.update(changes)
    stack = [None if v is None else one(v) for v in values.values()]
    return evaluate(weatherfactor, *stack, **names)


def test_air_density_of_the_fact_sheet():
    assert weather()[0]["AIR_DENSITY"][0, 0] == pytest.approx(1.0603, abs=5e-5)
    other = weather(density="pressure")[0]["AIR_DENSITY"][0, 0]
    assert other == pytest.approx(1.0410, abs=5e-5)
    # At sea level both are near the 1.225 of the standard atmosphere.
    for density in ("polynomial", "pressure"):
        low = weather(density=density, elevation=0.0)[0]["AIR_DENSITY"][0, 0]
        assert low == pytest.approx(1.225, rel=2e-3)


@given(
    st.floats(0, 1e4),
    st.floats(-400, 6000),
    st.floats(-40, 40),
    st.floats(0.1, 300),
    st.floats(0, 500),
    st.floats(0, 31),
    st.one_of(st.none(), st.floats(0, 300)),
    st.one_of(st.none(), st.floats(0, 1)),
)
def test_weather_factor_against_a_second_writing(
    field, elevation, warmth, demand, rain, wet_days, irrigation, snow
):
    outputs, flags = weather(
        field=field,
        elevation=elevation,
        temperature=warmth,
        demand=demand,
        rain=rain,
        rain_days=wet_days,
        irrigation=irrigation,
        snow=snow,
        days=31.0,
    )
    km = elevation / 1000
    air = 348 * (1.013 - 0.1183 * km + 0.0048 * km**2) / (warmth + 273.15)
    raw = (demand - (rain + (irrigation or 0)) * (wet_days / 31)) / demand
    wetness = min(max(raw, 0), 1)
    expected = field * (air / 9.8) * wetness * (1 if snow is None else snow)
    assert outputs["SOIL_WETNESS"][0, 0] == pytest.approx(wetness, abs=1e-9)
    assert outputs["OUTPUT"][0, 0] == pytest.approx(expected, rel=1e-7, abs=1e-6)
    clamped, no_demand, too_many, demand_flag, rain_flag, snowless = (
        bool(flag[0, 0]) for flag in flags
    )
    assert demand_flag == (demand < 0.1 * 31 or demand > 12 * 31)
    assert not rain_flag
    if abs(raw) > 1e-9:
        assert clamped == (raw < 0)
    assert not no_demand
    assert not too_many
    assert snowless == (snow is None)


def test_soil_wetness_without_demand():
    dry, flags = weather(demand=0.0, rain=0.0)
    assert dry["SOIL_WETNESS"][0, 0] == 1
    assert flags[1][0, 0]
    wet, flags = weather(demand=0.0, rain=5.0)
    assert wet["SOIL_WETNESS"][0, 0] == 0
    assert wet["OUTPUT"][0, 0] == 0
    assert flags[0][0, 0]


def test_weather_factor_flags_too_many_days():
    assert weather(rain_days=40.0)[1][2][0, 0]
    assert not weather(rain_days=30.0)[1][2][0, 0]


@pytest.mark.parametrize(
    ("values", "demand", "rain", "days"),
    [
        # A year with the days of a month, and the other way round.
        ({"demand": 1200, "rain": 300, "days": 30.0}, True, False, False),
        ({"demand": 1200, "rain": 2000, "days": 30.0}, True, True, False),
        ({"demand": 1200, "rain": 300, "rain_days": 60, "days": 30.0}, True, False, True),
        ({"demand": 1200, "rain": 300, "rain_days": 60, "days": 365.0}, False, False, False),
        ({"demand": 30, "rain": 10, "days": 365.0}, True, False, False),
        # mm per day as a month's.
        ({"demand": 2.5, "rain": 1, "days": 30.0}, True, False, False),
        ({"demand": 3.1, "rain": 1, "days": 30.0}, False, False, False),
        ({"demand": 359, "rain": 1799, "days": 30.0}, False, False, False),
        ({"demand": 361, "rain": 1801, "days": 30.0}, True, True, False),
        # Frost all month: told as no demand, not as an odd one.
        ({"demand": 0, "rain": 0, "days": 30.0}, False, False, False),
    ],
)
def test_weather_factor_tells_sums_of_another_period(values, demand, rain, days):
    flags = [bool(flag[0, 0]) for flag in weather(**values)[1]]
    assert flags[2:5] == [days, demand, rain]


def test_weather_factor_is_of_a_year_by_default():
    assert next(c for c in weatherfactor.MODEL.coefficients if c.name == "DAYS").default == 365


def test_weather_factor_falls_with_rain_irrigation_and_snow():
    base = weather()[0]["OUTPUT"][0, 0]
    assert weather(rain=60.0)[0]["OUTPUT"][0, 0] < base
    assert weather(irrigation=60.0)[0]["OUTPUT"][0, 0] < base
    assert weather(snow=0.5)[0]["OUTPUT"][0, 0] == pytest.approx(base / 2)
    assert weather(snow=1.0)[0]["OUTPUT"][0, 0] == pytest.approx(base)
    assert weather(gravity=9.7)[0]["OUTPUT"][0, 0] == pytest.approx(base * 9.8 / 9.7)


def test_chain_from_wind_to_the_weather_factor_of_a_year():
    """Twelve monthly factors sum to the year; terms of outputs fit the inputs they feed."""
    generator = np.random.default_rng(3)
    monthly, expected = [], np.zeros((2, 2))
    for days in DAYS:
        winds = generator.uniform(2, 12, (30, 2, 2))
        field = evaluate(windfield, winds, days=days)[0]["OUTPUT"]
        radiation = generator.uniform(5000, 15000, (2, 2))
        demand = evaluate(radiationpet, radiation, np.full((2, 2), 12.0), days=days)[0]["OUTPUT"]
        factor = evaluate(
            weatherfactor,
            field,
            np.full((2, 2), 900.0),
            np.full((2, 2), 12.0),
            demand,
            np.full((2, 2), 15.0),
            np.full((2, 2), 4.0),
            None,
            None,
            days=days,
        )[0]["OUTPUT"]
        monthly.append(factor)
        expected += factor
    total = evaluate(periodsum, np.stack(monthly))[0]["OUTPUT"]
    np.testing.assert_allclose(total, expected)
    weather_inputs = {item.name for item in weatherfactor.MODEL.inputs}
    for module in (windfield, radiationpet, snowfactor):
        assert module.MODEL.outputs[0].term in weather_inputs


# --- real data -----------------------------------------------------------------------------------


def test_reference_evapotranspiration_of_laos(laos):
    """Two methods on real climate: of the size of the tropics, and near each other."""
    from osgeo import gdal

    def bands(name):
        source = gdal.Open(str(laos / name))
        values = source.ReadAsArray().astype("float64")
        return np.where(values == -9999, NAN, values), source.GetGeoTransform()

    low, grid = bands("min_temp.tif")
    high, _ = bands("max_temp.tif")
    wind, _ = bands("wind_speed.tif")
    humid, _ = bands("relative_humidity.tif")
    radiation, _ = bands("short_rad.tif")
    elevation, _ = bands("elevation.tif")
    rows = grid[3] + grid[5] * (np.arange(low.shape[1]) + 0.5)
    latitude = np.broadcast_to(rows[:, None], low.shape[1:])
    with np.errstate(all="ignore"):
        penman = evaluate(
            penmanpet, low, high, humid, wind, radiation, elevation, latitude=latitude
        )[0]["OUTPUT"]
        simple = evaluate(hargreavespet, low, high, latitude=latitude)[0]["OUTPUT"]
    inside = np.isfinite(penman) & np.isfinite(simple)
    assert inside.mean() > 0.3
    assert 900 < np.median(penman[inside]) < 1800
    assert 0.7 < np.median(penman[inside] / simple[inside]) < 1.3
