"""Erosivity and climate: test vectors of the fact sheet, gaps, and a second, plain computation."""

import calendar
import datetime
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.climate import days, weather

from redline_plugin.core.declare.model import Certainty
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
    REGRESSION_LIMIT,
    WARM_FIRST,
    WARM_LAST,
    ErosivityRule,
    Method,
    erosivity,
    guide_alpha,
    zhang_coefficients,
)
from redline_plugin.core.stations.gaps import AbsentDays, GapRule, Gaps, count_days
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


def zhang_year(high=20, low=30):
    """A year with 20 days of 30 mm and 30 days of 11 mm, or other numbers of them."""
    rows = dry_years()
    for row in rows[150 : 150 + high]:
        row["rain"] = 30.0
    for row in rows[200 : 200 + low]:
        row["rain"] = 11.0
    return grid_of(rows)


@pytest.mark.parametrize(
    ("threshold", "annual", "mean"), [(12, 3945.8, 30), (10, 5284.1, 18.6), (20, 3945.8, 30)]
)
def test_the_threshold_does_not_change_zhangs_regression(threshold, annual, mean):
    beta = 0.8363 + 18.144 / 30 + 24.455 / 600
    alpha = 21.586 * beta**-7.1891
    plain = alpha * (20 * 30**beta + (30 * 11**beta if threshold <= 11 else 0))
    found = erosivity(*zhang_year(), ErosivityRule(Method.ZHANG, threshold), Gaps())
    assert found.annual == pytest.approx(annual, abs=0.05)
    assert found.annual == pytest.approx(plain, rel=1e-12)
    assert (found.regression_mean, found.regression_annual) == (30, pytest.approx(600))
    assert (found.alpha, found.beta) == (pytest.approx(alpha), pytest.approx(beta))
    assert found.mean_rain == pytest.approx(mean)
    assert REGRESSION_LIMIT.reference.certainty is Certainty.SEEN


@given(st.floats(1.0, 40.0), st.floats(0.0, 10.0), st.integers(0, 5))
def test_a_lower_threshold_never_gives_less(threshold, lower, station):
    rain, years = grid_of(weather(station, 2001, 2001))
    for method in Method:
        high = erosivity(rain, years, ErosivityRule(method, threshold), Gaps())
        low = erosivity(rain, years, ErosivityRule(method, max(threshold - lower, 0.5)), Gaps())
        assert low.annual >= high.annual


def test_zhangs_regression_needs_rains_of_its_own():
    year = zhang_year(high=0)
    found = erosivity(*year, ErosivityRule(Method.ZHANG, 10.0), Gaps())
    assert found.unfitted
    assert math.isnan(found.annual)
    assert math.isnan(found.beta)
    none = erosivity(*year, ErosivityRule(Method.ZHANG, 12.0), Gaps())
    assert (none.annual, none.unfitted) == (0.0, False)
    own = erosivity(*year, ErosivityRule(Method.ZHANG, 10.0, regression_limit=11.0), Gaps())
    assert (own.regression_mean, own.unfitted) == (11, False)
    assert own.annual > 0
    guide = erosivity(*year, ErosivityRule(Method.GUIDE, 10.0), Gaps())
    assert guide.annual > 0
    assert math.isnan(guide.regression_mean)


@pytest.mark.parametrize(
    ("first", "last", "warm"),
    [(5, 9, {5, 6, 7, 8, 9}), (4, 10, set(range(4, 11))), (11, 2, {11, 12, 1, 2}), (6, 6, {6})],
)
def test_months_of_the_warm_season(first, last, warm):
    alpha = guide_alpha(ErosivityRule(warm_first=first, warm_last=last))
    expected = [0.3937 if k // 2 + 1 in warm else 0.3101 for k in range(24)]
    assert alpha.tolist() == expected
    usual = ErosivityRule()
    assert (usual.warm_first, usual.warm_last) == (5, 9)
    for item in (WARM_FIRST, WARM_LAST):
        assert item.reference.certainty is Certainty.HIGH


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


def plain_erosivity(rows, percent, rule, absent):
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
        length = 15 if k % 2 == 0 else length - 15
        if number * 100 >= percent * length:
            scale = length / number if absent is AbsentDays.SCALED else 1
            used.setdefault(year, {})[k] = total * scale
    if rule is GapRule.YEARS:
        used = {year: sums for year, sums in used.items() if len(sums) == 24}
    means = []
    for k in range(24):
        found = [sums[k] for sums in used.values() if k in sums]
        means.append(sum(found) / len(found) if found else math.nan)
    return means, sum(len(sums) for sums in used.values())


@pytest.mark.parametrize("absent", list(AbsentDays))
@pytest.mark.parametrize("rule", list(GapRule))
@pytest.mark.parametrize("percent", [50, 90, 100])
def test_against_a_plain_computation_with_gaps(rule, percent, absent):
    rows = weather(4, 1999, 2006)
    rng = np.random.default_rng(2)
    for row in rows:
        if rng.random() < (0.12 if row["date"] < "2004" else 0.01):
            row["rain"] = None
    rain, years = grid_of(rows)
    found = erosivity(rain, years, ErosivityRule(), Gaps(percent, rule, absent))
    means, used = plain_erosivity(rows, percent, rule, absent)
    observed, _ = plain_erosivity(rows, percent, rule, AbsentDays.OBSERVED)
    added = sum(means) - sum(observed)
    assert found.added == pytest.approx(added, abs=1e-9, nan_ok=True)
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


def two_days_a_month_missing(value):
    """A year of the same day over and over, days 7 and 22 of each month without a record."""
    rows = [{"date": day.isoformat(), **value} for day in days(2001, 2001)]
    for row in rows:
        if row["date"][8:] in ("07", "22"):
            row.update(dict.fromkeys(value))
    return rows


STEADY = {"rain": 15.0, "temperature": 20.0, "wind": 8.0}


def test_sums_are_scaled_to_all_days():
    rows = two_days_a_month_missing(STEADY)
    found = climate(series_of(rows, tuple(STEADY)), ClimateRule())
    whole = {
        "precip": 15 * 365,
        "raind": 365,
        "wind_days": 182,
        "acc_temp": 20 * 365,
        "acc_rain": 15 * 365,
    }
    for name, total in whole.items():
        assert found.annual[name] == pytest.approx(total)
        absent = 12 if name == "wind_days" else 24
        assert found.added[name] == pytest.approx(total * absent / (182 if absent == 12 else 365))
    for number, length in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)):
        assert found.monthly["precip"][number] == pytest.approx(15 * length)
        assert found.monthly["raind"][number] == pytest.approx(length)
    assert (found.counted[RAIN].days_absent, found.counted[RAIN].days_used) == (24, 365)
    assert found.annual["dryness"] == pytest.approx(0.16 * 20 / 15)
    rain, years = grid_of(rows)
    r = erosivity(rain, years, ErosivityRule(), Gaps())
    full = 15**1.7265 * (0.3937 * 153 + 0.3101 * 212)
    assert r.annual == pytest.approx(full)
    assert (r.erosive_days, r.annual_rain) == (pytest.approx(365), pytest.approx(15 * 365))
    left = full - r.added
    assert left == pytest.approx(15**1.7265 * (0.3937 * 143 + 0.3101 * 198))


def test_sums_as_observed():
    rows = two_days_a_month_missing(STEADY)
    gaps = Gaps(absent=AbsentDays.OBSERVED)
    found = climate(series_of(rows, tuple(STEADY)), ClimateRule(gaps=gaps))
    expected = {
        "precip": 15 * 341,
        "raind": 341,
        "wind_days": 170,
        "acc_temp": 20 * 341,
        "acc_rain": 15 * 341,
    }
    for name, total in expected.items():
        assert found.annual[name] == pytest.approx(total)
    assert set(found.added.values()) == {0.0}
    assert found.annual["precip"] / (15 * 365) == pytest.approx(1 - 0.066, abs=5e-4)
    # The wind field's equation is a mean times the days; it does not follow the rule.
    scaled = climate(series_of(rows, tuple(STEADY)), ClimateRule())
    u = 8 * (2 / 10) ** (1 / 7)
    assert found.annual["wf"] == scaled.annual["wf"] == pytest.approx(365 * u * (u - 5) ** 2)
    rain, years = grid_of(rows)
    r = erosivity(rain, years, ErosivityRule(), gaps)
    assert (r.added, r.erosive_days) == (0.0, 341)


def test_zhangs_rains_of_a_year_are_scaled():
    rain, years = grid_of(two_days_a_month_missing({"rain": 15.0}))
    for absent, annual in ((AbsentDays.SCALED, 15 * 365), (AbsentDays.OBSERVED, 15 * 341)):
        found = erosivity(rain, years, ErosivityRule(Method.ZHANG), Gaps(absent=absent))
        beta = 0.8363 + 18.144 / 15 + 24.455 / annual
        assert (found.regression_mean, found.regression_annual) == (15, pytest.approx(annual))
        assert found.beta == pytest.approx(beta)
        assert found.annual == pytest.approx(21.586 * beta**-7.1891 * annual / 15 * 15**beta)


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


def plain_months(rows, name, day_value, share=False, percent=90.0, scaled=True):
    """Mean over the years of a month's sum (or its mean) of ``day_value``."""
    months = {}
    for row in rows:
        if row[name] is not None:
            months.setdefault((int(row["date"][5:7]), int(row["date"][:4])), []).append(
                day_value(row)
            )
    result = []
    for month in range(1, 13):
        found = []
        for (m, year), values in sorted(months.items()):
            length = calendar.monthrange(year, m)[1]
            if m == month and len(values) * 100 >= percent * length:
                scale = length if scaled else len(values)
                found.append(sum(values) / len(values) * (1 if share else scale))
        result.append(sum(found) / len(found) if found else math.nan)
    return np.array(result)


@pytest.mark.parametrize("absent", list(AbsentDays))
def test_climate_against_a_plain_computation(absent):
    rows = weather(2, 2003, 2005)
    rng = np.random.default_rng(5)
    for row in rows:
        for name in COLUMNS:
            if rng.random() < 0.04:
                row[name] = None
    found = climate(series_of(rows), ClimateRule(gaps=Gaps(absent=absent)))
    scaled = absent is AbsentDays.SCALED
    close = {"rtol": 2e-6, "atol": 1e-7, "equal_nan": True}

    def same(name, expected):
        np.testing.assert_allclose(found.monthly[name], expected, **close)

    precip = plain_months(rows, "rain", lambda row: row["rain"], scaled=scaled)
    same("precip", precip)
    assert found.annual["precip"] == pytest.approx(precip.sum(), rel=2e-6, nan_ok=True)
    for name, key in (("temp", "temperature"), ("tmin", "tmin"), ("tmax", "tmax")):
        same(name, plain_months(rows, key, lambda row, key=key: row[key], share=True))
    factor = (2 / 10) ** (1 / 7)
    same("wind", factor * plain_months(rows, "wind", lambda row: row["wind"], share=True))
    same("humid", plain_months(rows, "humidity", lambda row: row["humidity"] / 100, share=True))
    wet = plain_months(rows, "rain", lambda row: row["rain"] >= 0.1, scaled=scaled)
    same("raind", wet)
    assert found.annual["raind"] == pytest.approx(wet.sum(), nan_ok=True)
    same("sd", 1 - plain_months(rows, "snow", lambda row: row["snow"] * 10 > 25.4, share=True))
    strong = plain_months(rows, "wind", lambda row: row["wind"] >= 6, scaled=scaled)
    assert found.annual["wind_days"] == pytest.approx(strong[[11, 0, 1, 2, 3, 4]].sum())

    def field(row):
        u = row["wind"] * factor
        month_days = calendar.monthrange(int(row["date"][:4]), int(row["date"][5:7]))[1]
        return month_days * (u * (u - 5) ** 2 if u > 5 else 0)

    power = plain_months(rows, "wind", field, share=True)
    same("wf", power)
    assert found.annual["wf"] == pytest.approx(power.sum(), rel=2e-6, nan_ok=True)
    both = [
        {**row, "temperature": row["temperature"] if row["rain"] is not None else None}
        for row in rows
    ]
    warm = plain_months(
        both,
        "temperature",
        lambda row: row["temperature"] if row["temperature"] >= 10 else 0,
        scaled=scaled,
    )
    wet = plain_months(
        both,
        "temperature",
        lambda row: row["rain"] if row["temperature"] >= 10 else 0,
        scaled=scaled,
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
    assert found.annual["sd"] == 1  # deeper than 25.4 mm, not as deep
    assert "humid" not in found.monthly


def test_the_snow_factor_is_what_is_left_without_snow():
    rows = [{"date": d.isoformat(), "snow": 3 if d.month == 1 else 0} for d in days(2001, 2002)]
    for row in rows:
        if row["date"][5:7] == "02" and int(row["date"][8:]) <= 7:
            row["snow"] = 5
    found = climate(series_of(rows, ("snow",)), ClimateRule())
    assert found.monthly["sd"].tolist() == [0.0, 0.75, *[1.0] * 10]
    assert found.annual["sd"] == pytest.approx(1 - (31 + 7) / 365)


def test_what_has_no_column_has_no_result():
    found = climate(series_of(weather(1, 2001, 2001), ("rain",)), ClimateRule())
    assert set(found.annual) == {"precip", "raind"}
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
