"""The files of the demo county: what they hold and where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_SUFFIXES = {"vectors": ".gpkg", "stations": ".csv", "daily": ".csv", "soil_units": ".csv"}


@dataclass(frozen=True)
class CountyFiles:
    """Where the files of the demo county lie: rasters (GeoTIFF), then tables and the GeoPackage.

    The first thirteen rasters are factors that are ready to be assessed; the others are the raw
    data that such factors are made from. Those of climate, groundwater, rock and production are
    on pixels of 250 m, as offices have them. ``monthly`` ones have twelve bands, January first.

    Attributes:
        elevation: m.
        slope: degrees.
        relief: relief amplitude, m.
        precipitation: mm/a.
        evapotranspiration: mm/a; on a coarser grid, shifted by half a pixel.
        temperature: degrees Celsius.
        ecosystem: working codes 1 to 20.
        rainfall_erosivity: MJ mm hm-2 h-1 a-1; -9999 outside, not declared as nodata.
        soil_erodibility: t hm2 h hm-2 MJ-1 mm-1.
        soil_texture: Chinese texture class codes; 24 has no score in the Guide.
        slope_length_steepness: LS.
        cover_management: C by the Guide's table.
        vegetation_cover: fraction.
        monthly_precipitation: mm/month; sums to the annual precipitation.
        monthly_temperature: degrees Celsius; its mean is the annual temperature.
        monthly_min_temperature: mean of the daily lowest, degrees Celsius.
        monthly_max_temperature: mean of the daily highest, degrees Celsius.
        monthly_wind: m/s at 2 m.
        monthly_humidity: fraction; its grid is off by half a pixel of its own.
        wind_field: Wf of RWEQ of a mean year, m3/s3.
        wind_days: days in December to May with a mean of 6 m/s or more at 10 m.
        rain_days: days of 0.1 mm or more in a year.
        snow_factor: share of time without more than 25.4 mm of snow.
        monthly_snow_factor: the same of each month.
        accumulated_temperature: of the days at or above 10 degrees Celsius, degC d.
        accumulated_precipitation: of the same days, mm.
        ndvi: -1 to 1, of summer.
        monthly_ndvi: the same of each month.
        npp: net primary productivity, whole gC m-2 a-1; 32767 outside, not declared as nodata.
        land_cover: codes of GlobeLand30.
        soil_unit: codes 1 to 9 of the table ``soil_units``.
        sand: whole per cent.
        silt: whole per cent.
        clay: whole per cent; the three sum to 100.
        organic_carbon: per cent.
        organic_matter: per cent, 1.724 times the carbon.
        calcium_carbonate: per cent.
        carbonate_share: outcrop of carbonate rock, whole per cent; karst is in the eastern county.
        groundwater_depth: m below ground.
        groundwater_salinity: g/L; high around a salt spring in the western county.
        stations: weather stations inside and around the counties: station, name, lon, lat,
            elevation in m.
        daily: ten years of each station: station, date, rain (mm), tmean, tmin, tmax (degrees
            Celsius), wind (m/s at 10 m), rh (%), snow_depth (cm). One station has no rows for two
            months, one rain is the code 32766 for a missing value.
        soil_units: sand, silt, clay, organic carbon and calcium carbonate of each soil unit, %.
        vectors: layers counties (XZQDM, XZQMC), protected_areas (BHQMC name, LX kind, BHQJB level,
            FQ zone; one outline is a bow-tie), rivers (MC name, HLJB Strahler order, LYMJ catchment
            in km2; drawn downstream), lake (MC), roads (DLDJ class 1 to 3, DJMC its name), villages
            (MC, JB rank, RK people, XZQDM), parcels (TBBH number, DLBM and DLMC land use, QSXZ
            tenure, XZQDM), species_points (species: name in Chinese).
    """

    elevation: Path
    slope: Path
    relief: Path
    precipitation: Path
    evapotranspiration: Path
    temperature: Path
    ecosystem: Path
    rainfall_erosivity: Path
    soil_erodibility: Path
    soil_texture: Path
    slope_length_steepness: Path
    cover_management: Path
    vegetation_cover: Path
    monthly_precipitation: Path
    monthly_temperature: Path
    monthly_min_temperature: Path
    monthly_max_temperature: Path
    monthly_wind: Path
    monthly_humidity: Path
    wind_field: Path
    wind_days: Path
    rain_days: Path
    snow_factor: Path
    monthly_snow_factor: Path
    accumulated_temperature: Path
    accumulated_precipitation: Path
    ndvi: Path
    monthly_ndvi: Path
    npp: Path
    land_cover: Path
    soil_unit: Path
    sand: Path
    silt: Path
    clay: Path
    organic_carbon: Path
    organic_matter: Path
    calcium_carbonate: Path
    carbonate_share: Path
    groundwater_depth: Path
    groundwater_salinity: Path
    stations: Path
    daily: Path
    soil_units: Path
    vectors: Path


def files_in(folder: Path) -> CountyFiles:
    """Return the paths that a demo county in ``folder`` has, whether it is there or not."""
    names = CountyFiles.__dataclass_fields__
    return CountyFiles(
        **{name: Path(folder) / (name + _SUFFIXES.get(name, ".tif")) for name in names}
    )
