"""The whole county in memory: terrain first, then what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.demo.climate import Climate, evapotranspiration, make_climate
from redline_plugin.core.demo.cover import (
    WETLAND,
    Site,
    cover_factor,
    make_ecosystems,
    vegetation_cover,
)
from redline_plugin.core.demo.coverage import Place, trace
from redline_plugin.core.demo.files import Frame, burn, reference
from redline_plugin.core.demo.lake import Lake, flood_a_valley
from redline_plugin.core.demo.network import RIVER_WIDTH, River, make_rivers, make_roads
from redline_plugin.core.demo.noise import Field
from redline_plugin.core.demo.parcels import Parcels, make_parcels
from redline_plugin.core.demo.protected import Setting, Zone, make_protected
from redline_plugin.core.demo.regions import catchments, make_counties
from redline_plugin.core.demo.relief import Relief, measure
from redline_plugin.core.demo.settlements import TOWN, Village, built_up, place_villages
from redline_plugin.core.demo.soil import PURPLE_SOIL, make_soils, soil_erodibility, soil_texture
from redline_plugin.core.demo.terrain import (
    EXTENT,
    INLET_AREA,
    Landform,
    enlarge,
    hardness,
    make_landform,
)
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled

EPSG = 4524
"""CGCS2000 / 3-degree Gauss-Kruger zone 36, central meridian 108 degrees east."""
LEFT, TOP = 36470000.0, 3610000.0


@dataclass(frozen=True)
class World:
    """All that the demo county holds; rasters (size, size), nothing masked yet.

    Attributes:
        land: terrain and drainage on the working grid.
        lake: the reservoir on the working grid.
        counties: county numbers, 0 outside.
        height: m.
        relief: slope and its kin.
        climate: annual means.
        evaporation: actual, mm/a.
        ecosystems: working codes.
        vegetation: cover fraction.
        cover_factor: C.
        erodibility: K.
        texture: Chinese texture class codes.
        soils: index of the soil of each pixel.
        lake_outline: Polygon, empty where there is no lake.
        rivers: stretches of river.
        roads: lines and their classes.
        villages: towns first.
        zones: of protected areas, the last one not valid.
        parcels: of both counties.
    """

    land: Landform
    lake: Lake
    counties: NDArray[np.int32]
    height: Field
    relief: Relief
    climate: Climate
    evaporation: Field
    ecosystems: NDArray[np.uint8]
    vegetation: Field
    cover_factor: Field
    erodibility: Field
    texture: NDArray[np.uint8]
    soils: NDArray[np.uint8]
    lake_outline: shapely.Geometry
    rivers: list[River]
    roads: list[tuple[shapely.LineString, int]]
    villages: list[Village]
    zones: list[Zone]
    parcels: Parcels


def frame_of(size: int) -> Frame:
    """Return where the rasters of ``size`` pixels lie."""
    return Frame(reference(EPSG), LEFT, TOP, EXTENT / size)


def make_world(seed: int, size: int, feedback: Feedback) -> World:
    """Return the county of a seed on rasters of ``size`` x ``size`` pixels.

    Raises:
        CancelledError: the user stopped it.
    """
    land = make_landform(seed, size, Part(feedback, 0.0, 0.45))
    counties = make_counties(seed, land, size)
    working = counties[:: size // land.side, :: size // land.side]
    inland = np.zeros(working.shape, bool)
    for county in (1, 2):
        inland |= ndimage.distance_transform_edt(working == county) * land.cell > 1500.0
    land, lake = flood_a_valley(land, inland)
    stop_if_cancelled(feedback)
    feedback.progress(0.5)

    frame = frame_of(size)
    cell = frame.cell
    ground = _ground(land, lake, size)
    shape = measure(ground.height, cell)
    weather = make_climate(seed, ground.height, cell)
    rivers = make_rivers(seed, land, (LEFT, TOP))
    villages = _settle(seed, land, lake, working, shape.slope, size)
    roads = make_roads(land, lake.flooded, villages, (LEFT, TOP))
    stop_if_cancelled(feedback)
    feedback.progress(0.6)

    water = ground.lake | burn(
        [r.line.buffer(RIVER_WIDTH[r.order] / 2) for r in rivers if RIVER_WIDTH[r.order] > cell],
        size,
        frame,
    )
    settlement, to_village = built_up(seed, villages, land.side, size)
    rock = hardness(seed, size).astype(np.float32)
    soils = make_soils(seed, ground.height, shape.slope, ground.above_river, rock)
    site = Site(
        height=ground.height,
        slope=shape.slope,
        northness=shape.northness,
        above_river=ground.above_river,
        rain=weather.precipitation,
        to_village=to_village,
        settlement=settlement,
        erodible=soils == PURPLE_SOIL,
        water=water,
    )
    ecosystems = make_ecosystems(seed, site, cell)
    vegetation = vegetation_cover(seed, ecosystems, weather.precipitation, shape.slope, cell)
    stop_if_cancelled(feedback)
    feedback.progress(0.75)

    zones = make_protected(
        _setting(land, lake, working, ecosystems, rivers, size), Place(LEFT, TOP, land.cell)
    )
    towns, _ = built_up(seed, [v for v in villages if v.rank == TOWN], land.side, size)
    place = Place(LEFT, TOP, cell)
    parcels = make_parcels(seed, ecosystems, counties, ground.lake, towns > 0.0, place)
    return World(
        land=land,
        lake=lake,
        counties=counties,
        height=ground.height,
        relief=shape,
        climate=weather,
        evaporation=evapotranspiration(seed, weather, vegetation, ecosystems == WETLAND),
        ecosystems=ecosystems,
        vegetation=vegetation,
        cover_factor=cover_factor(ecosystems, vegetation),
        erodibility=soil_erodibility(seed, soils),
        texture=soil_texture(soils),
        soils=soils,
        lake_outline=_lake_outline(ground.lake, place),
        rivers=rivers,
        roads=roads,
        villages=villages,
        zones=zones,
        parcels=parcels,
    )


@dataclass(frozen=True)
class _Ground:
    height: Field
    above_river: Field
    lake: NDArray[np.bool_]


def _ground(land: Landform, lake: Lake, size: int) -> _Ground:
    """Return the terrain on the full grid, the lake level."""
    wet = _without_diagonals(land, lake.flooded)
    if size != land.side:
        wet = enlarge(ndimage.gaussian_filter(wet.astype(np.float64), 0.7), size) > 0.5
    height = enlarge(land.grid(land.height), size)
    height = _without_walls(height, EXTENT / size)
    height[wet] = lake.level
    above = np.maximum(enlarge(land.grid(land.above_river), size), 0.0)
    return _Ground(height.astype(np.float32), above.astype(np.float32), wet)


def _without_diagonals(land: Landform, flooded: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the lake with a corner filled wherever water goes from cell to cell diagonally."""
    cells = np.flatnonzero(flooded)
    wet = flooded.ravel()[land.tree.receiver[cells]]
    column = cells[wet] % land.side
    result = flooded.copy()
    result[land.tree.receiver[cells[wet]] // land.side, column] = True
    return result


def _without_walls(height: NDArray[np.float64], cell: float) -> NDArray[np.float64]:
    """Return ``height`` with the walls softened that the flow left standing across divides."""
    for _ in range(3):
        down, right = np.gradient(height, cell)
        wall = np.clip((np.hypot(down, right) - 0.75) / 0.3, 0.0, 1.0)
        wall = ndimage.uniform_filter(ndimage.maximum_filter(wall, 3), 5)
        height = height + wall * (ndimage.gaussian_filter(height, 60.0 / cell) - height)
    return height


def _settle(
    seed: int,
    land: Landform,
    lake: Lake,
    counties: NDArray[np.int32],
    slope: Field,
    size: int,
) -> list[Village]:
    """Return the settlements: on gentle ground, low, near water but not in it."""
    step = size // land.side
    slope = ndimage.gaussian_filter(slope, 60.0 / (EXTENT / size))[::step, ::step]
    river = land.grid(land.stream_order) >= 3
    to_river = ndimage.distance_transform_edt(~river) * land.cell
    to_lake = ndimage.distance_transform_edt(~lake.flooded) * land.cell
    height = land.grid(land.height)
    above = land.grid(land.above_river)
    quality = np.exp(-((slope / 9.0) ** 2)) * np.exp(-to_river / 3500.0)
    quality *= np.exp(-np.maximum(height - 500.0, 0.0) / 420.0)
    quality *= np.where(above > 60.0, 0.6, 1.0)
    quality[(to_river < max(110.0, 0.6 * land.cell)) | (to_lake < 150.0)] = 0.0
    quality[ndimage.binary_erosion(counties > 0, iterations=2) == 0] = 0.0
    hilly = (slope > 6.0) | (above > 40.0)
    return place_villages(seed, quality.astype(np.float32), counties, hilly)


def _setting(
    land: Landform,
    lake: Lake,
    counties: NDArray[np.int32],
    codes: NDArray[np.uint8],
    rivers: list[River],
    size: int,
) -> Setting:
    """Return what protected areas are chosen by."""
    step = size // land.side
    forest = ((codes >= 1) & (codes <= 5))[::step, ::step].astype(np.float64)
    tame = (codes >= 16)[::step, ::step].astype(np.float64)
    height = land.grid(land.height)
    wide = 2000.0 / land.cell
    wild = ndimage.gaussian_filter(forest - 2.0 * tame, wide) + height / 1200.0
    order = land.grid(land.stream_order)
    rough = ndimage.gaussian_gradient_magnitude(height, 3.0) / land.cell
    river = ndimage.gaussian_filter((order >= 3).astype(np.float64), wide / 2)
    valley = ndimage.gaussian_filter(rough, wide) * 3.0 + 12.0 * river - 2.0 * tame
    main = burn(
        [r.line.buffer(0.8 * land.cell) for r in rivers if r.catchment > INLET_AREA],
        land.side,
        frame_of(land.side),
    )
    units = catchments(land, 1.0e6)
    return Setting(units, counties, wild, valley, lake.flooded, main)


def _lake_outline(lake: NDArray[np.bool_], place: Place) -> shapely.Geometry:
    """Return the lake as one polygon."""
    if not lake.any():
        return shapely.Polygon()
    _, faces = trace(lake.astype(np.int32)).polygons(np.array([0, 1], np.int32), place)
    return faces[int(shapely.area(faces).argmax())]
