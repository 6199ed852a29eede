"""Stations and their daily weather: read as a user's files are, and true to the rasters."""

from __future__ import annotations

import math

import numpy as np
import pytest
from osgeo import gdal, osr

from redline_plugin.core.demo import CountyFiles, months, winds
from redline_plugin.core.demo.daily import GAP, MISSING_RAIN, YEARS, Sites, make_weather
from redline_plugin.core.demo.files import reference
from redline_plugin.core.feedback import Quiet, Recorder
from redline_plugin.core.stations.climate import VARIABLES, Climate, ClimateRule, climate
from redline_plugin.core.stations.opening import DailyFormat
from redline_plugin.core.stations.places import PlaceFormat, Station, read_table
from redline_plugin.core.stations.reader import DailyData, Series, read_daily
from redline_plugin.core.stations.variables import RAIN

SITES = Sites(
    height=np.array([300.0, 900.0, 2000.0]),
    temperature=np.array([16.3, 13.0, 7.1]),
    rain=np.array([880.0, 1020.0, 1450.0]),
    wind=np.array([0.8, 1.5, 2.9]),
)


@pytest.fixture(scope="module")
def stations(county: CountyFiles) -> dict[str, Station]:
    return read_table(county.stations, {}, PlaceFormat(), False, Quiet())


@pytest.fixture(scope="module")
def told() -> Recorder:
    return Recorder(Quiet())


@pytest.fixture(scope="module")
def data(county: CountyFiles, stations: dict[str, Station], told: Recorder) -> DailyData:
    return read_daily([county.daily], VARIABLES, (), DailyFormat(), told, stations)


@pytest.fixture(scope="module")
def series(data: DailyData) -> list[Series]:
    return list(data)


@pytest.fixture(scope="module")
def climates(series: list[Series]) -> dict[str, Climate]:
    return {one.station.id: climate(one, ClimateRule()) for one in series}


def test_columns_are_recognised_without_a_word(data: DailyData, told: Recorder) -> None:
    assert data.variables == VARIABLES
    assert told.warnings == []


def test_the_file_is_small_and_sixteen_stations_have_names(
    county: CountyFiles, stations: dict[str, Station], series: list[Series]
) -> None:
    assert county.daily.stat().st_size < 3_000_000
    assert len(stations) == len(series) == 16
    names = {station.name for station in stations.values()}
    assert len(names) == 16
    assert {"青垣", "洛坪"} <= names
    for station in stations.values():
        assert 107.5 < station.longitude < 108.5
        assert 31.9 < station.latitude < 32.8
        assert 200.0 < station.elevation < 3500.0


def test_stations_stand_inside_and_around_the_counties(
    county: CountyFiles, stations: dict[str, Station]
) -> None:
    inside = [not math.isnan(_at(county, "temperature", one)[0]) for one in stations.values()]
    assert 4 <= sum(inside) <= 12


def test_one_station_has_a_gap_and_one_rain_is_missing(series: list[Series]) -> None:
    for number, one in enumerate(series):
        rain = one.values[RAIN]
        assert one.years.tolist() == list(range(2007, 2017))
        missing = np.isnan(rain).sum() - 7  # years without 29 February
        if number == GAP[0]:
            assert missing == (GAP[2] - GAP[1]).days + 1 == 62
        else:
            assert missing == (1 if number == MISSING_RAIN[0] else 0)


def test_the_missing_rain_is_written_as_the_code(county: CountyFiles) -> None:
    rows = county.daily.read_text(encoding="utf-8").splitlines()
    coded = [row for row in rows if ",32766," in row]
    assert len(coded) == 1
    assert coded[0].split(",")[1] == MISSING_RAIN[1].isoformat()


def _at(county: CountyFiles, name: str, station: Station) -> list[float]:
    """Return a raster's values at a station, NaN where it has none."""
    dataset = gdal.Open(str(getattr(county, name)))
    change = osr.CoordinateTransformation(reference(4490), reference(4524))
    x, y, _ = change.TransformPoint(station.longitude, station.latitude)
    left, width, _, top, _, height = dataset.GetGeoTransform()
    cell = dataset.ReadAsArray(int((x - left) / width), int((y - top) / height), 1, 1).ravel()
    nodata = dataset.GetRasterBand(1).GetNoDataValue()
    return [math.nan if value == nodata else float(value) for value in cell]


def test_stations_agree_with_the_rasters(
    county: CountyFiles, stations: dict[str, Station], climates: dict[str, Climate]
) -> None:
    compared = 0
    for code, station in stations.items():
        rain = np.array(_at(county, "monthly_precipitation", station))
        if np.isnan(rain).any():
            continue
        found = climates[code]
        compared += 1
        assert found.annual["precip"] == pytest.approx(rain.sum(), rel=0.12)
        np.testing.assert_allclose(found.monthly["precip"], rain, rtol=0.25, atol=4.0)
        # A station stands lower or higher than its coarse pixel does on the whole.
        for field, name in (("temp", ""), ("tmin", "min_"), ("tmax", "max_")):
            warmth = np.array(_at(county, f"monthly_{name}temperature", station))
            off = found.monthly[field] - warmth
            assert np.ptp(off) < 0.8
            assert abs(off.mean()) < 2.0
        wind = np.array(_at(county, "monthly_wind", station))
        np.testing.assert_allclose(found.monthly["wind"], wind, rtol=0.06, atol=0.03)
        (windy,) = _at(county, "wind_days", station)
        assert found.annual["wind_days"] == pytest.approx(windy, rel=0.35, abs=3.0)
        (field_of_wind,) = _at(county, "wind_field", station)
        assert found.monthly["wf"].sum() == pytest.approx(field_of_wind, rel=0.6, abs=15.0)
        (wet,) = _at(county, "rain_days", station)
        assert found.monthly["raind"].sum() == pytest.approx(wet, rel=0.1)
        (warm,) = _at(county, "accumulated_temperature", station)
        assert found.annual["acc_temp"] == pytest.approx(warm, rel=0.12)
        (warm_rain,) = _at(county, "accumulated_precipitation", station)
        assert found.annual["acc_rain"] == pytest.approx(warm_rain, rel=0.15)
        (bare,) = _at(county, "snow_factor", station)
        assert found.annual["sd"] == pytest.approx(bare, abs=0.06)
        humid = np.array(_at(county, "monthly_humidity", station))
        if not np.isnan(humid).any():
            np.testing.assert_allclose(found.monthly["humid"], humid, atol=0.04)
    assert compared >= 4


def test_weather_has_the_climate_that_was_asked_for() -> None:
    weather = make_weather(3, SITES)
    month = np.array([day.month - 1 for day in weather.days])
    assert len(month) == 3653

    def means(daily: np.ndarray) -> np.ndarray:
        return np.stack([daily[month == number].mean(axis=0) for number in range(12)])

    rain = months.rain(SITES.rain, SITES.height)
    totals = np.stack([weather.rain[month == n].sum(axis=0) for n in range(12)]) / YEARS
    np.testing.assert_allclose(totals, rain, rtol=0.03, atol=0.3)
    course = months.temperature(SITES.temperature, SITES.height)
    np.testing.assert_allclose(means(weather.mean), course, atol=0.01)
    half = months.half_range(SITES.height)
    np.testing.assert_allclose(means(weather.high - weather.low) / 2, half, atol=0.03)
    wind = winds.monthly_wind(SITES.wind) * winds.AT_10_M
    np.testing.assert_allclose(means(weather.wind), wind, atol=0.02)
    humid = 100.0 * months.humidity(SITES.rain, SITES.height)
    np.testing.assert_allclose(means(weather.humidity), humid, atol=1.0)
    days = (weather.snow > 2.54).mean(axis=0)
    np.testing.assert_allclose(1.0 - days, months.snow_factor(course), atol=0.03)
    assert (weather.low <= weather.mean).all()
    assert (weather.mean <= weather.high).all()
    assert weather.rain.min() == 0.0
    assert weather.humidity.max() <= 100.0


def test_wet_days_come_in_spells_and_at_all_stations_together() -> None:
    wet = make_weather(3, SITES).rain > 0.0
    share = months.rain_days(months.rain(SITES.rain, SITES.height)) / 365.25
    np.testing.assert_allclose(wet.mean(axis=0), share, atol=0.03)
    after = wet[1:][wet[:-1]].mean()
    assert after > wet.mean() + 0.2
    assert np.corrcoef(wet[:, 0], wet[:, 1])[0, 1] > 0.3


def test_wind_statistics_are_those_of_the_daily_winds() -> None:
    """By drawing: the closed forms of the rasters against many days."""
    share = (np.arange(200_000) + 0.5) / 200_000
    monthly = winds.monthly_wind(SITES.wind)
    days = np.zeros(3)
    field = np.zeros(3)
    for number, length in enumerate((31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)):
        wind = np.array([winds.quantile(mean, share) for mean in monthly[number]])
        field += length * np.where(wind > 5.0, wind * (wind - 5.0) ** 2, 0.0).mean(axis=1)
        if number in (11, 0, 1, 2, 3, 4):
            days += length * (wind * winds.AT_10_M >= 6.0).mean(axis=1)
    np.testing.assert_allclose(winds.wind_days(monthly), days, rtol=1e-3, atol=0.01)
    np.testing.assert_allclose(winds.wind_field(monthly), field, rtol=0.02, atol=0.01)
