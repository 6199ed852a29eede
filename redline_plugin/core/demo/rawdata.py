"""Writing the raw data from which the factors of the whole assessment are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.demo import months, plants, soilmap, underground, winds
from redline_plugin.core.demo.coarse import CoarseGrid, coarse_grid, shifted_grid
from redline_plugin.core.demo.countyfiles import CountyFiles
from redline_plugin.core.demo.daily import Sites, daily_rows, make_weather
from redline_plugin.core.demo.files import NODATA, Frame, write_raster, write_text
from redline_plugin.core.demo.months import Values
from redline_plugin.core.demo.observers import geographic, place_stations
from redline_plugin.core.demo.settlements import TOWN
from redline_plugin.core.demo.world import World, frame_of
from redline_plugin.core.feedback import Feedback, stop_if_cancelled

NPP_FILL = 32767
"""Filling value of the production, which its file does not declare."""


@dataclass(frozen=True)
class _Coarse:
    """The county on a coarse grid; all of the square but for ``inside``.

    ``height`` in m, ``temperature`` in degrees Celsius, ``rain`` in mm/a; of pixels across the
    border, temperature and rain are means of what lies inside, as in the annual rasters.
    """

    grid: CoarseGrid
    inside: NDArray[np.bool_]
    height: Values
    temperature: Values
    rain: Values


def _coarse(world: World, grid: CoarseGrid) -> _Coarse:
    counted = world.counties > 0
    inside = grid.total(counted) > 0.0
    climate = world.climate
    temperature, rain = (
        np.where(inside, grid.mean(values, counted), grid.mean(values))
        for values in (np.round(climate.temperature, 2), np.round(climate.precipitation, 1))
    )
    return _Coarse(grid, inside, grid.mean(world.height), temperature, rain)


def write_raw_data(
    files: CountyFiles, world: World, seed: int, frame: Frame, feedback: Feedback
) -> None:
    """Write the rasters and tables of raw data.

    Raises:
        OutputError: a file cannot be written.
        CancelledError: the user stopped it.
    """
    size = world.height.shape[0]
    coarse = _coarse(world, coarse_grid(size, frame))
    wind = winds.annual_wind(seed, coarse.height, coarse.grid.frame.cell)
    steps: tuple[Callable[[], None], ...] = (
        lambda: _write_climate(files, coarse),
        lambda: _write_humidity(files, _coarse(world, shifted_grid(size, frame))),
        lambda: _write_wind(files, coarse, wind),
        lambda: _write_underground(files, world, seed, coarse),
        lambda: _write_plants(files, world, seed, frame, coarse),
        lambda: _write_soil(files, world, frame),
        lambda: _write_stations(files, world, seed, coarse, wind),
    )
    for number, step in enumerate(steps, 1):
        step()
        stop_if_cancelled(feedback)
        feedback.progress(number / len(steps))


def _masked(values: NDArray, inside: NDArray[np.bool_], digits: int) -> NDArray[np.float32]:
    return np.where(inside, np.round(values, digits), NODATA).astype(np.float32)


def _write_climate(files: CountyFiles, coarse: _Coarse) -> None:
    temperature = np.round(months.temperature(coarse.temperature, coarse.height), 2)
    half = np.round(months.half_range(coarse.height), 2)
    rain = months.rain(coarse.rain, coarse.height)
    warmth, warm_rain = months.warm_sums(temperature, rain)
    for path, values, unit, digits in (
        (files.monthly_precipitation, rain, "mm/month", 1),
        (files.monthly_temperature, temperature, "degree Celsius", 2),
        (files.monthly_min_temperature, temperature - half, "degree Celsius", 2),
        (files.monthly_max_temperature, temperature + half, "degree Celsius", 2),
        (files.rain_days, months.rain_days(rain), "d", 1),
        (files.snow_factor, months.snow_factor(temperature), "1", 3),
        (files.monthly_snow_factor, 1.0 - months.snow_share(temperature), "1", 3),
        (files.accumulated_temperature, warmth, "degree Celsius d", 1),
        (files.accumulated_precipitation, warm_rain, "mm", 1),
    ):
        masked = _masked(values, coarse.inside, digits)
        write_raster(path, masked, coarse.grid.frame, unit, NODATA)


def _write_humidity(files: CountyFiles, coarse: _Coarse) -> None:
    humidity = months.humidity(coarse.rain, coarse.height)
    masked = _masked(humidity, coarse.inside, 3)
    write_raster(files.monthly_humidity, masked, coarse.grid.frame, "1", NODATA)


def _write_wind(files: CountyFiles, coarse: _Coarse, annual: Values) -> None:
    monthly = winds.monthly_wind(annual)
    for path, values, unit, digits in (
        (files.monthly_wind, monthly, "m/s", 2),
        (files.wind_field, winds.wind_field(monthly), "m3/s3", 1),
        (files.wind_days, winds.wind_days(monthly), "d", 1),
    ):
        masked = _masked(values, coarse.inside, digits)
        write_raster(path, masked, coarse.grid.frame, unit, NODATA)


def _write_underground(files: CountyFiles, world: World, seed: int, coarse: _Coarse) -> None:
    grid = coarse.grid
    western, eastern = (
        coarse.inside & (grid.mean(world.counties == number) > 0.5) for number in (1, 2)
    )
    land = world.land
    working = coarse_grid(land.side, frame_of(land.side), grid.count)
    depth = working.mean(underground.groundwater_depth(land.grid(land.above_river)))
    salinity = underground.groundwater_salinity(seed, depth, western, grid.frame.cell)
    for path, values, unit, digits in (
        (files.groundwater_depth, depth, "m", 1),
        (files.groundwater_salinity, salinity, "g/L", 2),
    ):
        masked = _masked(values, coarse.inside, digits)
        write_raster(path, masked, grid.frame, unit, NODATA)
    share = underground.carbonate_share(seed, eastern)
    whole = np.where(coarse.inside, share, soilmap.OUTSIDE).astype(np.uint8)
    write_raster(files.carbonate_share, whole, grid.frame, "%", soilmap.OUTSIDE)


def _write_plants(
    files: CountyFiles, world: World, seed: int, frame: Frame, coarse: _Coarse
) -> None:
    inside = world.counties > 0
    seen = _masked(plants.ndvi(seed, world.ecosystems, world.vegetation), inside, 3)
    write_raster(files.ndvi, seen, frame, "1", NODATA)
    monthly = np.stack(
        [
            coarse.grid.mean(np.where(inside, month, 0.0), inside)
            for month in plants.monthly_ndvi(seen, world.ecosystems)
        ]
    )
    masked = _masked(monthly, coarse.inside, 3)
    write_raster(files.monthly_ndvi, masked, coarse.grid.frame, "1", NODATA)
    cover = coarse.grid.mean(world.vegetation)
    npp = plants.productivity(cover, coarse.temperature, coarse.rain)
    whole = np.where(coarse.inside, np.round(npp), NPP_FILL).astype(np.int16)
    write_raster(files.npp, whole, coarse.grid.frame, "gC m-2 a-1")
    codes = np.where(inside, plants.land_cover(world.ecosystems), np.uint8(0))
    write_raster(files.land_cover, codes, frame, nodata=0, classes=plants.LAND_COVER)


def _write_soil(files: CountyFiles, world: World, frame: Frame) -> None:
    codes = soilmap.soil_codes(world.soils, world.counties > 0)
    write_raster(files.soil_unit, codes, frame, nodata=0, classes=soilmap.CLASSES)
    for path in (files.sand, files.silt, files.clay):
        values = soilmap.whole_per_cent(path.stem, codes)
        write_raster(path, values, frame, "%", soilmap.OUTSIDE)
    for path, table in (
        (files.organic_carbon, soilmap.organic_carbon),
        (files.organic_matter, soilmap.organic_matter),
        (files.calcium_carbonate, soilmap.calcium_carbonate),
    ):
        write_raster(path, table(codes, NODATA), frame, "%", NODATA)
    soilmap.write_soil_units(files.soil_units)


def _write_stations(
    files: CountyFiles, world: World, seed: int, coarse: _Coarse, wind: Values
) -> None:
    size = world.height.shape[0]
    frame = coarse.grid.frame
    ratio = frame.cell / frame_of(size).cell
    towns = [
        (
            village.county,
            int((village.row + 0.5) * world.land.cell / frame.cell),
            int((village.column + 0.5) * world.land.cell / frame.cell),
        )
        for village in world.villages
        if village.rank == TOWN
    ]
    stations = place_stations(seed, coarse.height, towns, frame.cell)
    rows = np.array([station.row for station in stations])
    columns = np.array([station.column for station in stations])
    # The fine pixel in the middle of the coarse one.
    fine = tuple(((at + 0.5) * ratio).astype(int) for at in (rows, columns))
    height = np.round(world.height[fine].astype(np.float64), 1)
    sites = Sites(
        height,
        world.climate.temperature[fine].astype(np.float64),
        world.climate.precipitation[fine].astype(np.float64),
        wind[rows, columns],
    )
    x = frame.left + (columns + 0.5) * frame.cell
    y = frame.top - (rows + 0.5) * frame.cell
    longitude, latitude = geographic(x, y, frame)
    lines = ["station,name,lon,lat,elevation"]
    for station, lon, lat, above in zip(stations, longitude, latitude, height.tolist()):
        lines.append(f"{station.id},{station.name},{lon:.4f},{lat:.4f},{above:.1f}")
    write_text(files.stations, lines)
    weather = make_weather(seed, sites)
    write_text(files.daily, daily_rows(weather, [station.id for station in stations]))
