"""Erosivity and climate: test vectors of the fact sheet, gaps, and a second, plain computation."""

import calendar
import datetime
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.climate import days, weather

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.stations.climate import (
    ClimateRule,
    climate,
    dryness,
    wind_at_2m,
    wind_field,
)
from redline_plugin.core.stations.dates import HALF_MONTH_STARTS, MONTH_STARTS, parse_date
from redline_plugin.core.stations.erosivity import (
    ErosivityRule,
    Method,
    erosivity,
    zhang_coefficients,
)
from redline_plugin.core.stations.gaps import GapRule, Gaps, count_days
from redline_plugin.core.stations.hints import check_units
from redline_plugin.core.stations.places import Station
from redline_plugin.core.stations.reader import DailyData, Series
from redline_plugin.core.stations.store import DailyStore
from redline_plugin.core.stations.variables import (
    HUMIDITY,
    MAX_TEMPERATURE,
    MIN_TEMPERATURE,
    RAIN,
    SNOW,
    TEMPERATURE,
    WIND,
)

COLUMNS = {
    "rain": RAIN,
    "temperature": TEMPERATURE,
    "tmin": MIN_TEMPERATURE,
    "tmax": MAX_TEMPERATURE,
    "wind": WIND,
    "humidity": HUMIDITY,
    "snow": SNOW,
}
HERE = Station("54001", 110.0, 34.0, 400.0)


def grid_of(rows, name="rain", scale=1.0):
    """Daily values as (years, 366), None and absent days NaN."""
    first = min(int(row["date"][:4]) for row in rows)
    last = max(int(row["date"][:4]) for row in rows)
    values = np.full((last - first + 1, 366), np.nan, dtype=np.float32)
    for row in rows:
        year, day = divmod(parse_date(row["date"]), 366)
        if row[name] is not None:
            values[year - first, day] = row[name] * scale
    return values, np.arange(first, last + 1)


def series_of(rows, names=tuple(COLUMNS)):
    scales = {"humidity": 0.01, "snow": 10.0}
    found = {COLUMNS[name]: grid_of(rows, name, scales.get(name, 1.0))[0] for name in names}
    return Series(HERE, grid_of(rows, names[0])[1], found)


def dry_years(first=2001, last=2001):
    return [{"date": day.isoformat(), "rain": 0.0} for day in days(first, last)]


def with_rain(rows, **amounts):
    for row in rows:
        key = "d" + row["date"][5:].replace("-", "")
        if key in amounts:
            row["rain"] = amounts[key]
    return rows


@pytest.mark.parametrize(
    ("amount", "warm", "cold"),
    [(12.0, 28.7324, 22.6312), (40.0, 229.6794, 180.9082), (100.0, 1117.2887, None)],
)
def test_vectors_of_the_guides_day(amount, warm, cold):
    for key, expected in (("d0701", warm), ("d0430", cold), ("d0501", warm), ("d1001", cold)):
        if expected is None:
            continue
        rain, years = grid_of(with_rain(dry_years(), **{key: amount}))
        found = erosivity(rain, years, ErosivityRule(), Gaps())
        assert found.annual == pytest.approx(expected, abs=5e-5)
        assert np.count_nonzero(found.half_months) == 1
        assert found.erosive_days == 1


@pytest.mark.parametrize(
    ("mean", "annual", "beta", "alpha", "day40"),
    [
        (25, 800, 1.59263, 0.76059, 270.793),
        (20, 500, 1.79241, 0.32523, 241.955),
        (30, 1500, 1.45740, 1.43940, 311.192),
    ],
)
def test_vectors_of_zhangs_model(mean, annual, beta, alpha, day40):
    found_alpha, found_beta = zhang_coefficients(mean, annual)
    assert found_beta == pytest.approx(beta, abs=5e-6)
    assert found_alpha == pytest.approx(alpha, abs=5e-6)
    assert found_alpha * 40**found_beta == pytest.approx(day40, abs=5e-4)


def test_zhangs_model_from_a_series():
    # 32 days of 25 mm: P_d 25, P_y 800, the first vector.
    rows = dry_years()
    for row in rows[180:212]:
        row["rain"] = 25.0
    rain, years = grid_of(rows)
    found = erosivity(rain, years, ErosivityRule(Method.ZHANG), Gaps())
    assert (found.mean_rain, found.annual_rain) == (25.0, pytest.approx(800))
    assert found.beta == pytest.approx(1.59263, abs=5e-6)
    assert found.annual == pytest.approx(32 * 0.760590 * 25**1.59263, rel=1e-5)
    dry, years = grid_of(dry_years())
    none = erosivity(dry, years, ErosivityRule(Method.ZHANG), Gaps())
    assert none.annual == 0.0
    assert math.isnan(none.beta)


@pytest.mark.parametrize(("threshold", "counted"), [(12.0, 1), (10.0, 3), (10.1, 2), (12.1, 0)])
def test_both_sides_of_the_threshold(threshold, counted):
    # In single precision 10.1 is a little less than 10.1, and must still count.
    rain, years = grid_of(with_rain(dry_years(), d0701=12.0, d0702=10.0, d0703=10.1, d0704=9.9))
    found = erosivity(rain, years, ErosivityRule(threshold=threshold), Gaps())
    assert found.erosive_days == counted


def test_half_months_end_on_the_15th():
    rain, years = grid_of(with_rain(dry_years(), d0715=20.0, d0716=30.0, d0731=40.0, d0228=50.0))
    months = erosivity(rain, years, ErosivityRule(), Gaps()).half_months
    assert months[12] == pytest.approx(0.3937 * 20**1.7265)
    assert months[13] == pytest.approx(0.3937 * (30**1.7265 + 40**1.7265))
    assert months[3] == pytest.approx(0.3101 * 50**1.7265)


def plain_erosivity(rows, percent, rule):
    """A second computation, day by day in Python, with the Guide's numbers."""
    half = {}
    for row in rows:
        day = datetime.date.fromisoformat(row["date"])
        key = (2 * day.month - 2 + (day.day > 15), day.year)
        total, number = half.get(key, (0.0, 0))
        if row["rain"] is not None:
            alpha = 0.3937 if 5 <= day.month <= 9 else 0.3101
            amount = float(np.float32(row["rain"]))
            half[key] = (total + (alpha * amount**1.7265 if row["rain"] >= 12 else 0), number + 1)
    used = {}
    for (k, year), (total, number) in half.items():
        length = calendar.monthrange(year, k // 2 + 1)[1]
        if number * 100 >= percent * (15 if k % 2 == 0 else length - 15):
            used.setdefault(year, {})[k] = total
    if rule is GapRule.YEARS:
        used = {year: sums for year, sums in used.items() if len(sums) == 24}
    means = []
    for k in range(24):
        found = [sums[k] for sums in used.values() if k in sums]
        means.append(sum(found) / len(found) if found else math.nan)
    return means, sum(len(sums) for sums in used.values())


@pytest.mark.parametrize("rule", list(GapRule))
@pytest.mark.parametrize("percent", [50, 90, 100])
def test_against_a_plain_computation_with_gaps(rule, percent):
    rows = weather(4, 1999, 2006)
    rng = np.random.default_rng(2)
    for row in rows:
        if rng.random() < (0.12 if row["date"] < "2004" else 0.01):
            row["rain"] = None
    rain, years = grid_of(rows)
    found = erosivity(rain, years, ErosivityRule(), Gaps(percent, rule))
    means, used = plain_erosivity(rows, percent, rule)
    np.testing.assert_allclose(found.half_months, means, rtol=1e-12, equal_nan=True)
    assert found.counted.periods_used == used
    assert found.counted.whole_years + found.counted.years_left_out == 8


def test_the_rule_for_gaps_on_both_sides():
    years = np.array([2001, 2004])
    present = np.ones((2, 366), dtype=bool)
    present[0, 59] = False  # no 29 February in 2001
    present[0, 0] = False  # 14 of 15 days: 93.3 %
    present[1, 15:17] = False  # 14 of 16 days: 87.5 %
    counted = count_days(present, years, HALF_MONTH_STARTS, Gaps(90.0))
    assert counted.used[0].all()
    assert counted.used[1].tolist() == [True, False, *[True] * 22]
    assert (counted.span, counted.whole_years, counted.years_left_out) == (4, 1, 3)
    assert count_days(present, years, HALF_MONTH_STARTS, Gaps(87.5)).used.all()
    assert not count_days(present, years, HALF_MONTH_STARTS, Gaps(93.4)).used[0, 0]
    whole = count_days(present, years, HALF_MONTH_STARTS, Gaps(90.0, GapRule.YEARS))
    assert whole.used.any(axis=1).tolist() == [True, False]


def test_a_half_month_that_is_never_there_leaves_no_sum():
    rows = [row for row in dry_years() if not "2001-03-16" <= row["date"] <= "2001-03-31"]
    rain, years = grid_of(rows)
    found = erosivity(rain, years, ErosivityRule(), Gaps())
    assert math.isnan(found.annual)
    assert np.flatnonzero(np.isnan(found.half_months)).tolist() == [5]


@given(st.floats(1.0, 3.0), st.integers(0, 5))
def test_more_rain_is_more_erosive(factor, station):
    rain, years = grid_of(weather(station, 2001, 2001))
    one = erosivity(rain, years, ErosivityRule(), Gaps())
    more = erosivity(rain * np.float32(factor), years, ErosivityRule(), Gaps())
    assert (more.half_months >= one.half_months).all()


def test_wind_vectors():
    assert wind_at_2m(4.0, 10.0) == pytest.approx(3.178390, abs=5e-7)
    assert wind_field(np.array([4.9, 5.0, 5.1, 8.0])).tolist() == pytest.approx(
        [0, 0, 5.1 * 0.1**2, 72]
    )


@pytest.mark.parametrize(
    ("warmth", "rain", "expected"),
    [
        (4000, 400, 1.6),
        (4000, 0, 100),
        (4000, 1e-9, 100),
        (4000, 6.4, 100),
        (4000, 6.5, 0.16 * 4000 / 6.5),
        (0, 0, math.nan),
        (0, 10, math.nan),
        (math.nan, 10, math.nan),
    ],
)
def test_dryness(warmth, rain, expected):
    assert dryness(warmth, rain) == pytest.approx(expected, nan_ok=True)


def plain_months(rows, name, day_value, share=False, percent=90.0):
    """Mean over the years of a month's sum (or its mean) of ``day_value``."""
    months = {}
    for row in rows:
        if row[name] is not None:
            months.setdefault((int(row["date"][5:7]), int(row["date"][:4])), []).append(
                day_value(row)
            )
    result = []
    for month in range(1, 13):
        found = [
            sum(values) / (len(values) if share else 1)
            for (m, year), values in sorted(months.items())
            if m == month and len(values) * 100 >= percent * calendar.monthrange(year, m)[1]
        ]
        result.append(sum(found) / len(found) if found else math.nan)
    return np.array(result)


def test_climate_against_a_plain_computation():
    rows = weather(2, 2003, 2005)
    rng = np.random.default_rng(5)
    for row in rows:
        for name in COLUMNS:
            if rng.random() < 0.04:
                row[name] = None
    found = climate(series_of(rows), ClimateRule())
    close = {"rtol": 2e-6, "atol": 1e-7, "equal_nan": True}

    def same(name, expected):
        np.testing.assert_allclose(found.monthly[name], expected, **close)

    precip = plain_months(rows, "rain", lambda row: row["rain"])
    same("precip", precip)
    assert found.annual["precip"] == pytest.approx(precip.sum(), rel=2e-6, nan_ok=True)
    for name, key in (("temp", "temperature"), ("tmin", "tmin"), ("tmax", "tmax")):
        same(name, plain_months(rows, key, lambda row, key=key: row[key], share=True))
    factor = (2 / 10) ** (1 / 7)
    same("wind", factor * plain_months(rows, "wind", lambda row: row["wind"], share=True))
    same("humid", plain_months(rows, "humidity", lambda row: row["humidity"] / 100, share=True))
    same("raind", plain_months(rows, "rain", lambda row: row["rain"] >= 0.1))
    same("snow", plain_months(rows, "snow", lambda row: row["snow"] * 10 > 25.4, share=True))
    strong = plain_months(rows, "wind", lambda row: row["wind"] >= 6)
    assert found.annual["wind_days"] == pytest.approx(strong[[11, 0, 1, 2, 3, 4]].sum())

    def field(row):
        u = row["wind"] * factor
        month_days = calendar.monthrange(int(row["date"][:4]), int(row["date"][5:7]))[1]
        return month_days * (u * (u - 5) ** 2 if u > 5 else 0)

    same("wf", plain_months(rows, "wind", field, share=True))
    both = [
        {**row, "temperature": row["temperature"] if row["rain"] is not None else None}
        for row in rows
    ]
    warm = plain_months(
        both, "temperature", lambda row: row["temperature"] if row["temperature"] >= 10 else 0
    )
    wet = plain_months(
        both, "temperature", lambda row: row["rain"] if row["temperature"] >= 10 else 0
    )
    assert found.annual["acc_temp"] == pytest.approx(warm.sum(), rel=2e-6, nan_ok=True)
    assert found.annual["acc_rain"] == pytest.approx(wet.sum(), rel=2e-6, nan_ok=True)
    assert found.annual["dryness"] == pytest.approx(0.16 * warm.sum() / wet.sum(), rel=4e-6)


def test_limits_are_those_of_the_file():
    rows = [
        {"date": day.isoformat(), "rain": 0.1, "temperature": 10.0, "wind": 6.0, "snow": 2.54}
        for day in days(2001, 2001)
    ]
    found = climate(series_of(rows, ("rain", "temperature", "wind", "snow")), ClimateRule())
    assert found.annual["wind_days"] == 31 + 31 + 28 + 31 + 30 + 31
    assert found.monthly["raind"].sum() == 365
    assert found.annual["acc_temp"] == 3650
    assert found.annual["snow"] == 0  # deeper than 25.4 mm, not as deep
    assert "humid" not in found.monthly


def test_what_has_no_column_has_no_result():
    found = climate(series_of(weather(1, 2001, 2001), ("rain",)), ClimateRule())
    assert set(found.annual) == {"precip"}
    assert set(found.monthly) == {"precip", "raind"}


def test_mean_temperature_from_the_extremes():
    rows = weather(1, 2001, 2001)
    found = climate(series_of(rows, ("tmin", "tmax")), ClimateRule())
    assert found.estimated_mean
    middle = (found.monthly["tmin"] + found.monthly["tmax"]) / 2
    np.testing.assert_allclose(found.monthly["temp"], middle, rtol=1e-5)


def test_cold_and_dry_stations():
    cold = [{"date": d.isoformat(), "rain": 1.0, "temperature": 9.9} for d in days(2001, 2001)]
    found = climate(series_of(cold, ("rain", "temperature")), ClimateRule())
    assert math.isnan(found.annual["dryness"])
    assert (found.cold, found.dry) == (True, False)
    arid = [{"date": d.isoformat(), "rain": 0.0, "temperature": 20.0} for d in days(2001, 2001)]
    found = climate(series_of(arid, ("rain", "temperature")), ClimateRule())
    assert found.annual["dryness"] == 100
    assert (found.cold, found.dry) == (False, True)


def data_of(values, variable):
    store = DailyStore(1)
    dates = 2001 * 366 + np.arange(len(values))
    store.add(np.zeros(len(values), dtype=int), dates, {0: np.asarray(values, dtype=float)})
    return DailyData({0: HERE}, [variable], store)


@pytest.mark.parametrize(
    ("variable", "good", "bad"),
    [(RAIN, 2.0, 20.0), (TEMPERATURE, 15.0, 45.0), (WIND, 2.5, 25.0), (HUMIDITY, 0.6, 0.006)],
)
def test_signs_of_a_wrong_unit(variable, good, bad):
    told = Quiet()
    check_units(data_of([good, math.nan, good], variable), told)
    assert not told.warnings
    check_units(data_of([bad, math.nan, bad], variable), told)
    assert "is the unit the one chosen?" in str(told.warnings[0])


def test_months_are_places_of_the_year():
    assert MONTH_STARTS.tolist() == [
        parse_date(f"2001-{month:02d}-01") % 366 for month in range(1, 13)
    ]
