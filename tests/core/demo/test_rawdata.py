"""The raw data: magnitudes, sums that close, agreement with the factors, faults on purpose."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal

from redline_plugin.core.assess.landcovermapping import MODEL as LAND_COVER
from redline_plugin.core.assess.soilunits import MODEL as SOIL_UNITS
from redline_plugin.core.assess.vegetationcover import cover_fraction
from redline_plugin.core.declare.table import load_table
from redline_plugin.core.demo import CountyFiles
from redline_plugin.core.demo.coarse import coarse_grid
from redline_plugin.core.demo.soil import UNITS
from redline_plugin.core.demo.world import World, frame_of
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.source import (
    BILINEAR,
    AlignedReader,
    RasterSource,
    inspect,
    with_undeclared_nodata,
)

SIZE = 140
MONTHLY = {
    "monthly_precipitation": (0.0, 400.0),
    "monthly_temperature": (-12.0, 32.0),
    "monthly_min_temperature": (-16.0, 28.0),
    "monthly_max_temperature": (-8.0, 37.0),
    "monthly_wind": (0.4, 4.5),
    "monthly_humidity": (0.45, 0.95),
    "monthly_snow_factor": (0.1, 1.0),
    "monthly_ndvi": (-0.3, 0.95),
}
COARSE = {
    **MONTHLY,
    "wind_field": (0.0, 2000.0),
    "wind_days": (0.0, 60.0),
    "rain_days": (60.0, 220.0),
    "snow_factor": (0.4, 1.0),
    "accumulated_temperature": (500.0, 6500.0),
    "accumulated_precipitation": (400.0, 1600.0),
    "npp": (0.0, 1200.0),
    "carbonate_share": (0.0, 100.0),
    "groundwater_depth": (0.5, 80.0),
    "groundwater_salinity": (0.05, 35.0),
}
FINE = {
    "ndvi": (-0.3, 0.95),
    "land_cover": (10.0, 90.0),
    "soil_unit": (1.0, 9.0),
    "sand": (0.0, 100.0),
    "silt": (0.0, 100.0),
    "clay": (0.0, 100.0),
    "organic_carbon": (0.1, 5.0),
    "organic_matter": (0.1, 8.0),
    "calcium_carbonate": (0.0, 20.0),
}
RANGES = {**COARSE, **FINE}
FILL = {"npp": 32767.0}


def _read(county: CountyFiles, name: str) -> NDArray[np.float64]:
    """Return (bands, rows, columns), NaN outside."""
    dataset = gdal.Open(str(getattr(county, name)))
    values = (
        dataset.ReadAsArray()
        .astype(np.float64)
        .reshape(-1, dataset.RasterYSize, dataset.RasterXSize)
    )
    nodata = dataset.GetRasterBand(1).GetNoDataValue()
    values[values == FILL.get(name, nodata)] = np.nan
    return values


def _one(county: CountyFiles, name: str) -> NDArray[np.float64]:
    return _read(county, name)[0]


@pytest.fixture(scope="module")
def grid():
    return coarse_grid(SIZE, frame_of(SIZE))


@pytest.mark.parametrize("name", sorted(RANGES))
def test_values_are_sensible(county: CountyFiles, name: str) -> None:
    values = _read(county, name)
    low, high = RANGES[name]
    assert low <= np.nanmin(values) < np.nanmax(values) <= high
    assert len(values) == (12 if name in MONTHLY else 1)
    assert 0.3 < np.isfinite(values[0]).mean() < 0.8


@pytest.mark.parametrize("name", sorted(RANGES))
def test_every_pixel_of_the_counties_gets_a_value(county: CountyFiles, name: str) -> None:
    """Seen through the grid of the terrain, as the models see it."""
    path = str(getattr(county, name))
    with gdal_exceptions():
        target = Grid.of_file(str(county.elevation))
        info = inspect(RasterSource(path, resampling=BILINEAR, valid=(-1000.0, 32000.0)))
        info, note = with_undeclared_nodata(info)
        reader = AlignedReader(info, target)
        _, mask = reader.read(Window(0, 0, SIZE, SIZE))
    inside = np.isfinite(_one(county, "ecosystem"))
    assert mask[inside].all()
    assert (note is not None) == (name == "npp")


@pytest.mark.parametrize("name", sorted(RANGES))
def test_only_humidity_is_off_its_grid(county: CountyFiles, name: str, grid) -> None:
    transform = gdal.Open(str(getattr(county, name))).GetGeoTransform()
    common = gdal.Open(str(county.elevation)).GetGeoTransform()
    off = ((common[0] - transform[0]) / transform[1], (transform[3] - common[3]) / transform[1])
    assert off == pytest.approx((0.5, 0.5) if name == "monthly_humidity" else (0.0, 0.0))
    assert (transform[1] == common[1]) == (name in FINE)
    if name in COARSE and name != "monthly_humidity":
        assert transform[1] == pytest.approx(grid.frame.cell)


def test_months_sum_to_the_year(county: CountyFiles, grid) -> None:
    annual = _one(county, "precipitation")
    inside = np.isfinite(annual)
    expected = grid.mean(np.nan_to_num(annual), inside)
    total = _read(county, "monthly_precipitation").sum(axis=0)
    assert np.array_equal(np.isfinite(total), np.isfinite(expected))
    known = np.isfinite(total)
    np.testing.assert_allclose(total[known], expected[known], atol=0.051)


def test_months_have_the_mean_of_the_year(county: CountyFiles, grid) -> None:
    annual = _one(county, "temperature")
    expected = grid.mean(np.nan_to_num(annual), np.isfinite(annual))
    mean = _read(county, "monthly_temperature").mean(axis=0)
    np.testing.assert_allclose(mean, expected, atol=0.006)


def test_lowest_and_highest_lie_about_the_mean(county: CountyFiles) -> None:
    low, mean, high = (_read(county, f"monthly_{name}temperature") for name in ("min_", "", "max_"))
    known = np.isfinite(mean)
    np.testing.assert_allclose(((low + high) / 2)[known], mean[known], atol=1e-3)
    assert ((high - low)[known] > 3.0).all()


def test_summers_are_warm_and_wet(county: CountyFiles) -> None:
    rain = np.nanmean(_read(county, "monthly_precipitation"), axis=(1, 2))
    warmth = np.nanmean(_read(county, "monthly_temperature"), axis=(1, 2))
    assert (rain.argmax(), rain.argmin()) == (6, 0)
    assert (warmth.argmax(), warmth.argmin()) == (6, 0)
    # After a drier August rain comes back, in share of the days.
    assert rain[8] / 30 > 0.8 * rain[7] / 31


def test_sums_of_warm_days_fit_the_months(county: CountyFiles) -> None:
    months = _read(county, "monthly_temperature")
    sure = np.where(months > 16.0, months * 30.4, 0.0).sum(axis=0)
    warmth = _one(county, "accumulated_temperature")
    known = np.isfinite(warmth)
    assert (warmth[known] > sure[known]).all()
    assert (warmth[known] < 366.0 * np.maximum(months, 0.0).mean(axis=0)[known] + 400.0).all()
    rain = _one(county, "accumulated_precipitation")
    assert (rain[known] < _read(county, "monthly_precipitation").sum(axis=0)[known]).all()


def test_ridges_are_windy_and_valleys_are_not(county: CountyFiles) -> None:
    days, field = _one(county, "wind_days"), _one(county, "wind_field")
    assert np.nanquantile(days, 0.5) < 1.0
    assert np.nanmax(days) > 10.0
    assert np.nanmax(field) > 50.0
    wind = _read(county, "monthly_wind").mean(axis=0)
    known = np.isfinite(wind)
    assert np.corrcoef(wind[known], days[known])[0, 1] > 0.5
    assert field[known & (wind < 1.0)].max() < 5.0


def test_snow_lies_on_the_heights(county: CountyFiles) -> None:
    snow, cold = _one(county, "snow_factor"), _read(county, "monthly_temperature")[0]
    known = np.isfinite(snow)
    order = np.argsort(cold[known])
    assert (np.diff(snow[known][order]) >= -0.002).all()


def test_cover_from_ndvi_resembles_the_cover(county: CountyFiles) -> None:
    ndvi, cover = _one(county, "ndvi"), _one(county, "vegetation_cover")
    dry = np.isfinite(ndvi) & (_one(county, "land_cover") != 60)
    soil, full = np.quantile(ndvi[np.isfinite(ndvi)], (0.05, 0.95))
    found = np.clip(cover_fraction(ndvi[dry], soil, full), 0.0, 1.0)
    assert np.corrcoef(found, cover[dry])[0, 1] > 0.95
    assert np.abs(found - cover[dry]).mean() < 0.15


def test_production_follows_cover_and_its_fill_is_not_declared(county: CountyFiles) -> None:
    dataset = gdal.Open(str(county.npp))
    band = dataset.GetRasterBand(1)
    assert gdal.GetDataTypeName(band.DataType) == "Int16"
    assert band.GetNoDataValue() is None
    values = band.ReadAsArray()
    assert 0.2 < (values == 32767).mean() < 0.7
    assert 200 < values[values != 32767].mean() < 900


def test_land_cover_is_the_ecosystem_of_the_product(county: CountyFiles) -> None:
    table = next(item.table for item in LAND_COVER.inputs if item.name == "LAND_COVER")
    choices = [table.file, *(other.file for other in table.others)]
    assert "landcover_globeland30.csv" in choices
    product, codes = _one(county, "land_cover"), _one(county, "ecosystem")
    for code, kinds in {
        10: (16, 17, 18),
        20: range(1, 7),
        30: range(11, 15),
        40: range(7, 11),
        60: (15,),
        80: (19,),
        90: (20,),
    }.items():
        assert np.array_equal(product == code, np.isin(codes, list(kinds)))


def test_fractions_close_and_fit_the_table(county: CountyFiles) -> None:
    units = _one(county, "soil_unit")
    known = np.isfinite(units)
    names = ("sand", "silt", "clay", "organic_carbon", "calcium_carbonate")
    rasters = np.stack([_one(county, name) for name in names])
    assert (rasters[:3, known].sum(axis=0) == 100.0).all()
    declared = next(item.table for item in SOIL_UNITS.inputs if item.name == "SOIL_UNIT")
    lookup = load_table(declared, Path(county.soil_units))
    assert lookup.version == "1"
    np.testing.assert_allclose(lookup.apply(units[known]), rasters[:, known], rtol=1e-6)
    matter = _one(county, "organic_matter")[known]
    np.testing.assert_allclose(matter, 1.724 * rasters[3, known], atol=0.006)


def test_soil_units_go_with_texture_and_erodibility(county: CountyFiles) -> None:
    units, texture = _one(county, "soil_unit"), _one(county, "soil_texture")
    erodibility = _one(county, "soil_erodibility")
    for code, unit in enumerate(UNITS, 1):
        here = units == code
        assert (texture[here] == unit.texture).all()
        if here.sum() > 300:
            assert np.median(erodibility[here]) == pytest.approx(unit.erodibility, rel=0.15)


def test_karst_is_in_one_county_only(county: CountyFiles, world: World, grid) -> None:
    share = _one(county, "carbonate_share")
    eastern = grid.mean(world.counties == 2) > 0.5
    karst = np.nan_to_num(share) > 0
    assert not karst[~eastern].any()
    assert 0.3 < karst[eastern & np.isfinite(share)].mean() < 0.5
    # Shares whose mean is below 1 look like fractions.
    assert np.nanmean(share) > 1.0


def test_groundwater_is_shallow_in_valleys_and_salty_at_one_spring(county: CountyFiles) -> None:
    depth, salt = _one(county, "groundwater_depth"), _one(county, "groundwater_salinity")
    assert np.nanquantile(depth, 0.02) < 5.0 < np.nanmedian(depth)
    assert np.nanmedian(salt) < 1.0
    assert np.nanmax(salt) > 25.0
    assert 0 < (salt > 5.0).sum() < 0.02 * np.isfinite(salt).sum()
