"""RWEQ by months: a second writing per pixel, the steppe with its spring wind, edges and flags."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from support.models import call

from redline_plugin.core.assess import (
    monthlysandfixation,
    monthlyweatherfactor,
    penmanpet,
    sandfixation,
    soilcrust,
    thornthwaitepet,
    weatherfactor,
    windcover,
    windfield,
)
from redline_plugin.core.climate.months import DAYS
from redline_plugin.core.declare.table import load_table

WEATHER, SAND = monthlyweatherfactor.MODEL, monthlysandfixation.MODEL
STEPPE = -0.1151
NAN = math.nan


def names_of(model, **changed):
    names = {item.name.lower(): float(item.default) for item in model.coefficients}
    names.update({choice.name.lower(): choice.default for choice in model.choices})
    return {**names, **changed}


def months(values, dtype="float64"):
    return np.resize(np.array(values, dtype), 12).reshape(12, 1, 1)


def one(value, dtype="float64"):
    return np.full((1, 1), value, dtype)


def weather(**changed):
    """Outputs and flags by name of one pixel whose months are a plain spring, unless changed."""
    values = {
        "field": 200.0,
        "elevation": 1200.0,
        "temperature": 15.0,
        "demand": 100.0,
        "rain": 20.0,
        "rain_days": 6.0,
        "snow": 1.0,
        "irrigation": 0.0,
        **{name: value for name, value in changed.items() if name not in ("density", "gravity")},
    }
    stacks = [
        None if value is None else one(value) if name == "elevation" else months(value)
        for name, value in values.items()
    ]
    names = {name: changed[name] for name in ("density", "gravity") if name in changed}
    return call(WEATHER, stacks, names_of(WEATHER, **names))


def told(found, model):
    """Which checks apply in the only pixel."""
    return [bool(found[str(number)][0, 0]) for number in range(len(model.checks))]


# --- weather factor of the months ----------------------------------------------------------------

LENGTHS = (31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def series(low, high):
    return arrays("float64", 12, elements=st.floats(low, high))


@given(
    series(0, 1e4),
    st.floats(-400, 6000),
    series(-40, 40),
    series(0.1, 300),
    series(0, 500),
    series(0, 31),
    st.one_of(st.none(), series(0, 1)),
    st.one_of(st.none(), series(0, 300)),
    st.booleans(),
)
def test_months_against_a_second_writing(
    field, elevation, warmth, demand, rain, wet_days, snow, irrigation, by_pressure
):
    found = weather(
        field=field,
        elevation=elevation,
        temperature=warmth,
        demand=demand,
        rain=rain,
        rain_days=wet_days,
        snow=snow,
        irrigation=irrigation,
        density="pressure" if by_pressure else "polynomial",
    )
    expected, cut = [], False
    for m in range(12):
        km = elevation / 1000
        air = 348 * (1.013 - 0.1183 * km + 0.0048 * km**2) / (warmth[m] + 273.15)
        if by_pressure:
            share = (1 - 0.0255 * km * 6357 / (6357 + km)) ** 5.256
            air = 1.293 * 273 / (273 + warmth[m]) * share
        water = rain[m] + (0 if irrigation is None else irrigation[m])
        raw = (demand[m] - water * wet_days[m] / LENGTHS[m]) / demand[m]
        cut |= raw < -1e-9
        value = field[m] * air / 9.8 * min(max(raw, 0), 1)
        expected.append(value * (1 if snow is None else snow[m]))
    np.testing.assert_allclose(found["OUTPUT"][:, 0, 0], expected, rtol=1e-7, atol=1e-6)
    assert found["ANNUAL"][0, 0] == pytest.approx(math.fsum(expected), rel=1e-7, abs=1e-5)
    flags = told(found, WEATHER)
    if cut:
        assert flags[0]
    assert flags[3] == any(d > 12 * n for d, n in zip(demand, LENGTHS))
    assert flags[5] == (snow is None)


def test_each_month_is_a_run_of_the_weather_factor_with_its_days():
    rng = np.random.default_rng(11)
    stacks = [
        rng.uniform(low, high, (12, 3, 4)).astype("float32")
        for low, high in ((0, 900), (-15, 25), (5, 200), (0, 120), (0, 20), (0, 1), (0, 40))
    ]
    field, warmth, demand, rain, wet_days, snow, water = stacks
    elevation = rng.uniform(0, 3000, (3, 4)).astype("float32")
    found = call(
        WEATHER, [field, elevation, warmth, demand, rain, wet_days, snow, water], names_of(WEATHER)
    )
    total = np.zeros((3, 4))
    for m, days in enumerate(DAYS):
        given = [field[m], elevation, warmth[m], demand[m], rain[m], wet_days[m], water[m], snow[m]]
        month = call(weatherfactor.MODEL, given, names_of(weatherfactor.MODEL, days=days))
        np.testing.assert_array_equal(found["OUTPUT"][m], month["OUTPUT"])
        total += month["OUTPUT"]
    np.testing.assert_allclose(found["ANNUAL"], total, rtol=1e-6)
    assert found["OUTPUT"].dtype == found["ANNUAL"].dtype == np.float32


@pytest.mark.parametrize(
    ("changed", "check"),
    [
        ({"rain": 600.0, "rain_days": 20.0}, 0),
        ({"demand": 0.0}, 1),
        ({"rain_days": 30.5}, 2),
        ({"demand": 400.0}, 3),
        ({"rain": 1900.0, "rain_days": 0.0}, 4),
        ({"snow": None}, 5),
    ],
)
def test_flags_of_the_weather(changed, check):
    assert not any(told(weather(), WEATHER))
    assert told(weather(**changed), WEATHER)[check]
    # One month is enough.
    if changed.get("snow", 1) is None:
        return
    plain = {"rain": 20.0, "rain_days": 6.0, "demand": 100.0}
    april = {
        name: [value if m == 3 else plain[name] for m in range(12)]
        for name, value in changed.items()
    }
    flags = told(weather(**april), WEATHER)
    assert [n for n, flag in enumerate(flags) if flag] == ([0, 1] if check == 1 else [check])


def test_a_leap_february_may_rain_every_day():
    assert not told(weather(rain_days=[0, 29] + [0] * 10), WEATHER)[2]
    assert told(weather(rain_days=[0, 29.5] + [0] * 10), WEATHER)[2]


def test_terms_fit_those_that_give_and_take_them():
    given = {item.name for item in WEATHER.inputs}
    for module in (penmanpet, thornthwaitepet):
        assert {output.term for output in module.MODEL.outputs} & given
    assert WEATHER.output("OUTPUT").term in {item.name for item in SAND.inputs}
    assert WEATHER.output("ANNUAL").term in {item.name for item in sandfixation.MODEL.inputs}
    assert soilcrust.MODEL.outputs[0].term in {item.name for item in SAND.inputs}
    assert WEATHER.input("MONTHLY_WIND_FIELD").unit == windfield.MODEL.outputs[0].unit


# --- sand fixed in the months --------------------------------------------------------------------


def sand(weather_of_months, cover, soil=(0.5, 0.7, 0.95), rate=STEPPE, **names):
    given = [months(weather_of_months), *map(one, soil), months(cover), one(rate)]
    return call(SAND, given, names_of(SAND, **names))


def loss(factors, z):
    """Wind erosion in kg/m2 by the equations as they are printed."""
    if factors == 0:
        return 0.0
    s = 150.71 * factors**-0.3711
    return 2 * z / s**2 * 109.8 * factors * math.exp(-((z / s) ** 2))


@given(
    series(0, 900),
    series(0, 1),
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)),
    st.sampled_from([-0.1535, STEPPE, -0.0438]),
    st.sampled_from([50.0, 30.0, 900.0]),
)
def test_sand_against_a_second_writing(wf, cover, soil, rate, z):
    found = sand(wf, cover, soil, rate, distance=z)
    potential = actual = 0.0
    bare_turned = grown_turned = negative = False
    for m in range(12):
        b = wf[m] * soil[0] * soil[1] * soil[2]
        grown = b * math.exp(rate * 100 * cover[m])
        potential += loss(b, z)
        actual += loss(grown, z)
        turn = (1.7422 / 0.7422 * (150.71 / z) ** 2) ** (1 / 0.7422)
        bare_turned |= b > turn * (1 + 1e-9)
        grown_turned |= grown > turn * (1 + 1e-9)
        negative |= loss(grown, z) > loss(b, z) * (1 + 1e-9) + 1e-300
    assert found["POTENTIAL_EROSION"][0, 0] == pytest.approx(potential, rel=1e-6, abs=1e-12)
    assert found["ACTUAL_EROSION"][0, 0] == pytest.approx(actual, rel=1e-6, abs=1e-12)
    expected = potential - actual
    slack = 1e-6 * max(potential, actual)
    assert found["OUTPUT"][0, 0] == pytest.approx(expected, abs=slack + 1e-12)
    flags = told(found, SAND)
    assert flags[0] >= bare_turned
    assert flags[1] >= grown_turned
    assert flags[2] >= negative
    if abs(expected) > slack:
        assert flags[3] == (expected < 0)


def test_one_windy_month_is_the_yearly_model():
    """Nothing in the other months: then, and only then, both models are one."""
    wf, cover, soil = [0] * 3 + [80] + [0] * 8, 0.2, (0.47475, 0.3949057, 0.9751156)
    c = math.exp(STEPPE * 20)
    yearly = call(
        sandfixation.MODEL,
        [one(80.0), *map(one, soil), one(c), None],
        names_of(sandfixation.MODEL),
    )
    found = sand(wf, cover, soil)
    for name in ("OUTPUT", "POTENTIAL_EROSION", "ACTUAL_EROSION"):
        assert found[name][0, 0] == pytest.approx(yearly[name][0, 0], rel=1e-9)
    # The fact sheet's vector for a weather factor of 80.
    assert found["POTENTIAL_EROSION"][0, 0] == pytest.approx(23.124504, abs=5e-6)


SPRING_WF = (2, 4, 14, 22, 16, 6, 2, 1, 2, 4, 4, 3)
"""Steppe of Inner Mongolia: the wind blows in spring, when the grass is not yet up."""
GRASS = (0.05, 0.05, 0.06, 0.1, 0.2, 0.4, 0.55, 0.6, 0.45, 0.25, 0.1, 0.06)


def test_steppe_with_spring_wind_is_not_what_one_yearly_run_tells():
    soil = (0.3, 0.6, 0.95)
    found = sand(SPRING_WF, GRASS, soil)
    potential, actual, fixed = (
        found[name][0, 0] for name in ("POTENTIAL_EROSION", "ACTUAL_EROSION", "OUTPUT")
    )
    bare = [w * soil[0] * soil[1] * soil[2] for w in SPRING_WF]
    grown = [b * math.exp(STEPPE * 100 * f) for b, f in zip(bare, GRASS)]
    assert fixed == pytest.approx(
        sum(map(loss, bare, [50] * 12)) - sum(map(loss, grown, [50] * 12))
    )

    def yearly(cover):
        """One run with the year's weather factor and one vegetation factor."""
        c = math.exp(STEPPE * 100 * cover)
        given = [one(float(sum(SPRING_WF))), *map(one, soil), one(c), None]
        return call(sandfixation.MODEL, given, names_of(sandfixation.MODEL))

    year = yearly(np.mean(GRASS))
    # The equation is convex here: of one sum it makes far more than of its twelve parts ...
    assert year["POTENTIAL_EROSION"][0, 0] > 2 * potential
    # ... and the year's mean cover hides that the ground is bare when the wind blows.
    assert year["ACTUAL_EROSION"][0, 0] < actual / 4
    assert year["OUTPUT"][0, 0] > 2.5 * fixed
    summer = yearly(max(GRASS))
    assert summer["ACTUAL_EROSION"][0, 0] < 1e-3 * actual
    assert not any(told(found, SAND))


def test_a_year_that_turns_while_no_month_does():
    wf = [30.0] * 12
    soil = (0.6, 0.9, 1.0)
    assert not any(told(sand(wf, 0.1, soil), SAND))
    yearly = call(
        sandfixation.MODEL,
        [one(360.0), *map(one, soil), one(math.exp(STEPPE * 10)), None],
        names_of(sandfixation.MODEL),
    )
    assert yearly["OUTPUT"][0, 0] < 0  # set to 0 by a run
    assert sand(wf, 0.1, soil)["OUTPUT"][0, 0] > 0


def test_negative_months_lessen_the_year_and_are_told():
    full = (1.0, 1.0, 1.0)
    # April: potential 500, actual about 100, as in the fact sheet's example.
    cover = math.log(0.2) / STEPPE / 100
    april = [0] * 3 + [500] + [0] * 8
    found = sand(april, cover, full)
    assert found["POTENTIAL_EROSION"][0, 0] == pytest.approx(0.373, abs=5e-4)
    assert found["ACTUAL_EROSION"][0, 0] == pytest.approx(51.338, abs=5e-4)
    assert found["OUTPUT"][0, 0] == pytest.approx(-50.966, abs=1e-3)
    assert told(found, SAND) == [True, True, True, True]
    assert SAND.output("OUTPUT").valid[0] == 0
    # The other months outweigh it: the sum stays positive and only the month is told.
    found = sand([40] * 3 + [500] + [40] * 8, cover, full)
    assert found["OUTPUT"][0, 0] > 0
    assert told(found, SAND) == [True, True, True, False]


def test_no_wind_moves_nothing_in_silence():
    found = sand(0.0, 0.5)
    assert [found[o.name][0, 0] for o in SAND.outputs] == [0, 0, 0]
    assert not any(told(found, SAND))


def test_a_month_without_a_value_is_no_year():
    for place in range(6):
        given = [months(10.0), one(0.5), one(0.5), one(1.0), months(0.3), one(STEPPE)]
        given[place][(3, 0, 0) if given[place].ndim == 3 else (0, 0)] = NAN
        found = call(SAND, given, names_of(SAND))
        assert np.isnan(found["OUTPUT"][0, 0])


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_precision_stays(dtype):
    rng = np.random.default_rng(4)
    shape = (5, 6)
    given = [
        rng.uniform(0, 40, (12, *shape)),
        *(rng.uniform(0.3, 1, shape) for _ in range(3)),
        rng.uniform(0, 0.8, (12, *shape)),
        rng.choice([-0.1535, STEPPE, -0.0438], shape),
    ]
    exact = call(SAND, given, names_of(SAND))
    found = call(SAND, [array.astype(dtype) for array in given], names_of(SAND))
    for output in SAND.outputs:
        assert found[output.name].dtype == dtype
        np.testing.assert_allclose(found[output.name], exact[output.name], rtol=1e-4)


def test_the_rates_leave_out_the_land_that_cannot_fix_sand():
    """One table does both here; the yearly model has two."""
    rates, land = (
        load_table(model.input("ECOSYSTEM").table) for model in (SAND, sandfixation.MODEL)
    )
    np.testing.assert_array_equal(np.isnan(rates.first), np.isnan(land.first))
    assert SAND.input("ECOSYSTEM").table == windcover.MODEL.input("ECOSYSTEM").table
