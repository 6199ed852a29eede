"""Make the demo county's files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.atomic import atomic_folder_of, made_folder
from redline_plugin.core.background import in_background
from redline_plugin.core.demo.coarse import shifted_grid
from redline_plugin.core.demo.countyfiles import CountyFiles, files_in
from redline_plugin.core.demo.coverage import Place
from redline_plugin.core.demo.files import NODATA, Frame, Layer, write_raster, write_vectors
from redline_plugin.core.demo.names import COUNTY_CODES, COUNTY_NAMES, LAKE_NAME
from redline_plugin.core.demo.network import name_rivers
from redline_plugin.core.demo.noise import Field
from redline_plugin.core.demo.parcels import LAND_USE
from redline_plugin.core.demo.rawdata import write_raw_data
from redline_plugin.core.demo.species import Land, species_points
from redline_plugin.core.demo.world import World, frame_of, make_world
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part, Quiet, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.text import msg

LEAST_SIZE, MOST_SIZE = 120, 4000
_RANKS = {1: "县城", 2: "乡镇", 3: "村"}
_ROADS = {1: "国省道", 2: "县乡道", 3: "村道"}
_ECOSYSTEM_LIST = (
    ("", (0, 0, 0)),
    ("常绿阔叶林", (38, 115, 0)),
    ("常绿针叶林", (20, 90, 50)),
    ("针阔混交林", (56, 130, 60)),
    ("落叶阔叶林", (92, 153, 62)),
    ("落叶针叶林", (60, 120, 90)),
    ("稀疏林", (150, 180, 110)),
    ("常绿阔叶灌丛", (130, 160, 60)),
    ("落叶阔叶灌丛", (160, 180, 80)),
    ("针叶灌丛", (120, 150, 100)),
    ("稀疏灌丛", (190, 195, 130)),
    ("草甸", (170, 220, 130)),
    ("草原", (200, 220, 140)),
    ("草丛", (185, 210, 110)),
    ("稀疏草地", (215, 215, 160)),
    ("湿地", (70, 140, 210)),
    ("园地", (220, 170, 110)),
    ("水田", (250, 235, 150)),
    ("旱地", (240, 215, 125)),
    ("城镇", (200, 60, 60)),
    ("裸地", (190, 180, 170)),
)
_ECOSYSTEMS = dict(enumerate(_ECOSYSTEM_LIST))


@gdal_exceptions()
def make_county(
    folder: Path, seed: int = 20170207, size: int = 2000, feedback: Feedback | None = None
) -> CountyFiles:
    """Make a county that looks like one: 60 km x 60 km, EPSG:4524, two made-up counties.

    Equal seeds and sizes give equal files. Outside the counties all rasters hold no data.

    Args:
        folder: for the files; made if it is not there.
        seed: of all randomness.
        size: pixels along each side of the rasters; 2000 are pixels of 30 m.
        feedback: takes progress, is asked whether to stop.

    Returns:
        The paths of the files.

    Raises:
        InputError: ``size`` out of range.
        OutputError: the folder cannot be written.
        CancelledError: the user stopped it; no file was left.
    """
    if not LEAST_SIZE <= size <= MOST_SIZE or (size > 600 and size % 2):
        raise InputError(
            Problem(
                msg("The demo county cannot have {size} pixels along a side.", size=size),
                remedy=msg("Choose an even number from {low} to {high}.", low=120, high=4000),
            )
        )
    feedback = feedback or Quiet()
    folder = Path(folder)
    with made_folder(folder), atomic_folder_of(files_in(folder).vectors) as workplace:
        world = in_background(
            lambda inner: make_world(seed, size, inner), Part(feedback, 0.0, 0.78)
        )
        stop_if_cancelled(feedback)
        files = files_in(workplace)
        _write_rasters(files, world, frame_of(size), Part(feedback, 0.78, 0.86))
        write_raw_data(files, world, seed, frame_of(size), Part(feedback, 0.86, 0.97))
        write_vectors(files.vectors, _layers(world, seed), frame_of(size).system)
        stop_if_cancelled(feedback)
    feedback.progress(1.0)
    return files_in(folder)


def _write_rasters(files: CountyFiles, world: World, frame: Frame, feedback: Feedback) -> None:
    inside = world.counties > 0
    quantities: tuple[tuple[Path, Field, str, int], ...] = (
        (files.elevation, world.height, "m", 1),
        (files.slope, world.relief.slope, "degree", 2),
        (files.relief, world.relief.amplitude, "m", 1),
        (files.precipitation, world.climate.precipitation, "mm/a", 1),
        (files.temperature, world.climate.temperature, "degree Celsius", 2),
        (files.rainfall_erosivity, world.climate.erosivity, "MJ mm hm-2 h-1 a-1", 1),
        (files.soil_erodibility, world.erodibility, "t hm2 h hm-2 MJ-1 mm-1", 5),
        (files.slope_length_steepness, world.relief.length_steepness, "1", 3),
        (files.cover_management, world.cover_factor, "1", 4),
        (files.vegetation_cover, world.vegetation, "1", 3),
    )
    for number, (path, values, unit, digits) in enumerate(quantities):
        masked = np.where(inside, np.round(values, digits), NODATA).astype(np.float32)
        declared = None if path == files.rainfall_erosivity else NODATA
        write_raster(path, masked, frame, unit, declared)
        stop_if_cancelled(feedback)
        feedback.progress((number + 1) / len(quantities))
    classes = np.where(inside, world.ecosystems, 0).astype(np.uint8)
    write_raster(files.ecosystem, classes, frame, nodata=0, classes=_ECOSYSTEMS)
    write_raster(files.soil_texture, world.texture * inside.astype(np.uint8), frame, nodata=0)
    grid = shifted_grid(inside.shape[0], frame)
    coarse = np.round(grid.mean(world.evaporation, inside), 1)
    coarse = np.where(np.isnan(coarse), NODATA, coarse).astype(np.float32)
    write_raster(files.evapotranspiration, coarse, grid.frame, "mm/a", NODATA)


def _layers(world: World, seed: int) -> list[Layer]:
    """Return the vector layers; lines end at the counties' border."""
    counties = world.parcels.counties
    numbers = sorted(counties)
    codes = np.array(["", *(COUNTY_CODES[n] for n in sorted(COUNTY_CODES))])
    parcels = world.parcels
    zones, villages = world.zones, world.villages
    both = shapely.union_all([counties[n] for n in numbers])
    lake = [] if world.lake_outline.is_empty else [world.lake_outline]
    corner = frame_of(world.height.shape[0])
    return [
        Layer(
            "counties",
            "Two counties, made up: 99 is the code of no province",
            "MultiPolygon",
            [counties[n] for n in numbers],
            {
                "XZQDM": [COUNTY_CODES[n] for n in numbers],
                "XZQMC": [COUNTY_NAMES[n] for n in numbers],
            },
        ),
        Layer(
            "protected_areas",
            "Zones of protected areas, made up; one outline crosses itself on purpose",
            "MultiPolygon",
            [z.outline for z in zones],
            {
                "BHQMC": [z.name for z in zones],
                "LX": [z.kind for z in zones],
                "BHQJB": [z.level for z in zones],
                "FQ": [z.zone for z in zones],
            },
        ),
        _river_layer(world, seed, both),
        Layer("lake", "Reservoir", "Polygon", lake, {"MC": [LAKE_NAME] * len(lake)}),
        _road_layer(world, both),
        Layer(
            "villages",
            "Settlements",
            "Point",
            [
                shapely.Point(
                    corner.left + (v.column + 0.5) * world.land.cell,
                    corner.top - (v.row + 0.5) * world.land.cell,
                )
                for v in villages
            ],
            {
                "MC": [v.name for v in villages],
                "JB": [_RANKS[v.rank] for v in villages],
                "RK": [v.people for v in villages],
                "XZQDM": [COUNTY_CODES[v.county] for v in villages],
            },
        ),
        Layer(
            "parcels",
            "Land-survey parcels",
            "Polygon",
            list(parcels.outlines),
            {
                "TBBH": [f"{number:06d}" for number in range(1, parcels.use.size + 1)],
                "DLBM": [LAND_USE[use][0] for use in parcels.use.tolist()],
                "DLMC": [LAND_USE[use][1] for use in parcels.use.tolist()],
                "QSXZ": parcels.tenure.tolist(),
                "XZQDM": codes[parcels.county].tolist(),
            },
        ),
        _species_layer(world, seed),
    ]


def _clipped(lines: list[shapely.LineString], area: shapely.Geometry) -> tuple[NDArray, NDArray]:
    """Return the parts of ``lines`` inside ``area`` and the number of the line of each."""
    shapely.prepare(area)
    parts, owner = shapely.get_parts(
        shapely.intersection(np.array(lines, dtype=object), area), return_index=True
    )
    keep = (shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(
        parts
    )
    return parts[keep], owner[keep]


def _river_layer(world: World, seed: int, area: shapely.Geometry) -> Layer:
    rivers = world.rivers
    names = name_rivers(seed, rivers)
    lines, owner = _clipped([r.line for r in rivers], area)
    return Layer(
        "rivers",
        "Rivers, drawn downstream",
        "LineString",
        list(lines),
        {
            "MC": [names[n] for n in owner.tolist()],
            "HLJB": [rivers[n].order for n in owner.tolist()],
            "LYMJ": [round(rivers[n].catchment / 1e6, 2) for n in owner.tolist()],
        },
    )


def _road_layer(world: World, area: shapely.Geometry) -> Layer:
    lines, owner = _clipped([line for line, _ in world.roads], area)
    return Layer(
        "roads",
        "Roads",
        "LineString",
        list(lines),
        {
            "DLDJ": [world.roads[n][1] for n in owner.tolist()],
            "DJMC": [_ROADS[world.roads[n][1]] for n in owner.tolist()],
        },
    )


def _species_layer(world: World, seed: int) -> Layer:
    step = world.height.shape[0] // world.land.side
    corner = frame_of(world.land.side)
    land = Land(
        world.counties[::step, ::step] > 0,
        world.ecosystems[::step, ::step],
        world.height[::step, ::step],
        world.land.grid(world.land.stream_order),
    )
    points, names = species_points(seed, land, Place(corner.left, corner.top, corner.cell))
    return Layer("species_points", "Where animals were met", "Point", points, {"species": names})
