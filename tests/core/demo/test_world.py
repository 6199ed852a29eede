"""The county in memory: water, borders, parcels."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
import shapely
from scipy import ndimage

from redline_plugin.core.demo.lake import flood_a_valley
from redline_plugin.core.demo.noise import fractal_noise
from redline_plugin.core.demo.parcels import LAND_USE
from redline_plugin.core.demo.regions import catchments
from redline_plugin.core.demo.relief import length_steepness
from redline_plugin.core.demo.soil import UNITS
from redline_plugin.core.demo.terrain import EXTENT, RIVER_AREA, make_landform
from redline_plugin.core.demo.world import World
from redline_plugin.core.feedback import Quiet

SIZE = 140


def test_another_seed_gives_another_land(world: World) -> None:
    other = make_landform(8, SIZE, Quiet())
    assert np.corrcoef(other.height, world.land.height)[0, 1] < 0.95


def test_rivers_never_run_uphill(world: World) -> None:
    assert len(world.rivers) > 50
    for river in world.rivers:
        assert (np.diff(world.land.height[river.cells]) <= 0.0).all()


def test_all_water_leaves_by_one_outlet(world: World) -> None:
    receiver = world.land.tree.receiver
    roots = np.flatnonzero(receiver == np.arange(receiver.size))
    assert roots.size == 1
    assert (world.land.height >= world.land.height[receiver]).all()
    assert world.land.area[roots[0]] > EXTENT**2


def test_rivers_have_a_catchment_and_grow_downstream(world: World) -> None:
    starting = {int(river.cells[0]): river for river in world.rivers}
    for river in world.rivers:
        assert river.catchment >= RIVER_AREA
        below = starting.get(int(river.cells[-1]))
        if below is not None:
            assert below.order >= river.order
            assert below.catchment > river.catchment
    assert {river.order for river in world.rivers} >= {1, 2, 3, 4}


def test_the_lake_is_level_and_holds_water(world: World) -> None:
    heights = world.land.grid(world.land.height)[world.lake.flooded]
    assert np.unique(heights).tolist() == [world.lake.level]
    below = world.land.height[world.land.tree.receiver[world.lake.dam]]
    assert below < world.lake.level - 10.0
    assert world.lake_outline.is_valid
    assert 3e6 < world.lake_outline.area < 2e7


def test_without_a_place_for_it_there_is_no_lake(world: World) -> None:
    nowhere = np.zeros(world.lake.flooded.shape, bool)
    land, lake = flood_a_valley(world.land, nowhere)
    assert land is world.land
    assert not lake.flooded.any()


def test_counties_share_their_border_exactly(world: World) -> None:
    west, east = world.parcels.counties[1], world.parcels.counties[2]
    assert west.geom_type == east.geom_type == "Polygon"
    common = shapely.shared_paths(west.exterior, east.exterior)
    length = shapely.length(common)
    assert length > 20000.0
    assert length == pytest.approx(west.intersection(east).length, rel=1e-9)
    assert west.intersection(east).area == 0.0


def test_the_outer_border_runs_on_divides(world: World) -> None:
    inside = world.counties > 0
    edge = inside & ~ndimage.binary_erosion(inside)
    above = world.land.grid(world.land.above_river)
    assert np.median(above[edge]) > 1.3 * np.median(above[inside])


def test_parcels_are_a_coverage_of_the_counties(world: World) -> None:
    parcels = world.parcels
    assert shapely.is_valid(parcels.outlines).all()
    assert set(shapely.get_type_id(parcels.outlines)) == {shapely.GeometryType.POLYGON}
    for number, county in parcels.counties.items():
        own = shapely.area(parcels.outlines[parcels.county == number]).sum()
        assert own == pytest.approx(county.area, rel=1e-12)
    if hasattr(shapely, "coverage_is_valid"):
        assert shapely.coverage_is_valid(parcels.outlines)
    assert set(parcels.use.tolist()) <= set(LAND_USE)
    assert {1, 2, 4, 7, 9} <= set(parcels.use.tolist())


def test_catchments_keep_hillslopes_with_their_stream(world: World) -> None:
    units = catchments(world.land, RIVER_AREA).ravel()
    hill = world.land.area < RIVER_AREA
    receiver = world.land.tree.receiver
    # Along the largest rivers each bank is a unit of its own.
    inner = hill & hill[receiver]
    assert (units[inner] == units[receiver[inner]]).all()
    assert np.unique(units).tolist() == list(range(units.max() + 1))


def test_villages_are_dry_inside_and_apart(world: World) -> None:
    spots = np.array([(v.row, v.column) for v in world.villages])
    assert not world.lake.flooded[spots[:, 0], spots[:, 1]].any()
    assert [world.villages[i].rank for i in (0, 1)] == [1, 1]
    for village in world.villages:
        assert world.counties[village.row, village.column] == village.county
    far = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1)) * world.land.cell
    np.fill_diagonal(far, np.inf)
    assert far.min() > 1400.0
    names = [village.name for village in world.villages]
    assert len(set(names)) == len(names)


def test_every_village_has_a_road(world: World) -> None:
    roads = shapely.union_all([line for line, _ in world.roads])
    cell = world.land.cell
    from_corner = [((v.column + 0.5) * cell, (v.row + 0.5) * cell) for v in world.villages]
    left, top = 36470000.0, 3610000.0
    points = shapely.points([(left + x, top - y) for x, y in from_corner])
    assert shapely.distance(points, roads).max() < 1.5 * cell


def test_land_cover_follows_the_land(world: World) -> None:
    inside = world.counties > 0
    forest = inside & (world.ecosystems <= 5)
    paddy = inside & (world.ecosystems == 17)
    slope, height = world.relief.slope, world.height
    assert np.median(slope[forest]) > 3.0 * np.median(slope[paddy])
    assert np.median(height[forest]) > np.median(height[paddy]) + 100.0
    assert 0.2 < forest.sum() / inside.sum() < 0.8


def test_texture_24_is_there_and_23_and_25_are_not(world: World) -> None:
    found = set(world.texture[world.counties > 0].tolist())
    assert found == {unit.texture for unit in UNITS}
    assert 24 in found
    assert not {23, 25} & found


def test_length_and_steepness_by_hand() -> None:
    # 20 %: sine 0.19612, ratio 2.18890/1.37502 = 1.59190, exponent 0.61419,
    # (100/22.13)^0.61419 = 2.52506; 21.91 * 0.19612 - 0.96 = 3.33688.
    sine = np.sin(np.arctan(np.array([0.2], np.float32)))
    assert length_steepness(sine)[0] == pytest.approx(8.4258, rel=2e-4)


def test_noise_is_the_same_field_at_every_size() -> None:
    coarse = fractal_noise(1, "hills", 50, 4)
    fine = fractal_noise(1, "hills", 400, 4)
    means = fine.reshape(50, 8, 50, 8).mean(axis=(1, 3))
    assert np.corrcoef(means.ravel(), coarse.ravel())[0, 1] > 0.97
    assert 0.5 < fine.std() < 1.6
    assert not np.array_equal(fine, fractal_noise(1, "valleys", 400, 4))


def test_rasters_are_of_one_size(world: World) -> None:
    rasters = [getattr(world, f.name) for f in fields(world)]
    shapes = {raster.shape for raster in rasters if isinstance(raster, np.ndarray)}
    assert shapes == {(SIZE, SIZE)}
