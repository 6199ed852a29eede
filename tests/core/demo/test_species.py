"""Points of species lie where the species lives."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from osgeo import ogr

from redline_plugin.core.demo import CountyFiles
from redline_plugin.core.demo.coverage import Place
from redline_plugin.core.demo.species import SPECIES, Land, species_points
from redline_plugin.core.demo.world import LEFT, TOP, World


@pytest.fixture(scope="module")
def points(county: CountyFiles) -> list[tuple[str, float, float]]:
    source = ogr.Open(str(county.vectors))
    layer = source.GetLayerByName("species_points")
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "4524"
    return [
        (f.GetField("species"), f.GetGeometryRef().GetX(), f.GetGeometryRef().GetY()) for f in layer
    ]


def test_three_species_with_enough_points_to_be_modelled(points) -> None:
    names = [name for name, *_ in points]
    assert sorted(set(names)) == sorted(species.name for species in SPECIES)
    assert all(names.count(species.name) >= 15 for species in SPECIES)


def test_points_lie_in_their_habitat(points, world: World) -> None:
    cell = world.land.cell
    order = world.land.grid(world.land.stream_order)
    by_name = {species.name: species for species in SPECIES}
    for name, x, y in points:
        row, column = int((TOP - y) / cell), int((x - LEFT) / cell)
        species = by_name[name]
        assert world.counties[row, column] > 0
        assert world.ecosystems[row, column] in species.ecosystems
        assert abs(world.height[row, column] - species.height) < 2.0 * species.range
        if species.streams:
            assert order[row, column] in (2, 3)


def test_no_habitat_gives_no_points() -> None:
    land = Land(
        np.ones((5, 5), bool),
        np.full((5, 5), 19, np.uint8),
        np.full((5, 5), 900.0),
        np.ones((5, 5)),
    )
    assert species_points(1, land, Place(0.0, 0.0, 30.0)) == ([], [])


def test_points_are_never_two_in_a_pixel(points, world: World) -> None:
    cell = world.land.cell
    for species in SPECIES:
        spots = [
            (int((TOP - y) / cell), int((x - LEFT) / cell))
            for n, x, y in points
            if n == species.name
        ]
        assert len(spots) == len(set(spots))
    assert all(shapely.Point(x, y).is_valid for _, x, y in points)
