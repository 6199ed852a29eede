"""A real demo county in the project: what is assessed on top, raw data folded below."""

from __future__ import annotations

import pytest
from qgis.core import QgsRasterLayer, QgsVectorLayer

from redline_plugin.core.demo import make_county
from redline_plugin.ui.demolayers import READY, add_demo_layers


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    files = make_county(tmp_path_factory.mktemp("县"), 1, 120)
    return {name.upper(): str(path) for name, path in vars(files).items()}


@pytest.fixture
def groups(dock, project, results):
    dock.add_demo_layers(results)
    return project.layerTreeRoot().children()


def _names(group):
    return {
        node.layer().source().split("|layername=")[-1].rsplit("/")[-1]
        for node in group.findLayers()
    }


def test_two_groups_the_second_folded_and_all_of_it_off(groups):
    assert [group.name() for group in groups] == ["Demo county", "Raw data"]
    ready, raw = groups
    assert ready.isExpanded()
    assert not raw.isExpanded()
    shown = {node.name() for node in ready.findLayers() if node.isVisible()}
    assert "Elevation" in shown
    assert not any(node.isVisible() for node in raw.findLayers())


def test_every_raster_of_a_term_is_in_one_of_them(groups, results):
    ready, raw = (_names(group) for group in groups)
    rasters = {path.rsplit("/")[-1] for path in results.values() if path.endswith(".tif")}
    assert {name for name in ready if name.endswith(".tif")} == {
        f"{name.lower()}.tif" for name in READY
    }
    assert ready | raw >= rasters
    assert not ready & raw
    assert ready >= {"counties", "protected_areas"}
    assert "species_points" in raw
    assert {"monthly_wind.tif", "ndvi.tif", "soil_unit.tif"} <= raw


def test_count_is_that_of_the_layers(project, dock, results):
    assert dock.add_demo_layers(results) == project.count()
    kinds = {type(layer) for layer in project.mapLayers().values()}
    assert kinds == {QgsRasterLayer, QgsVectorLayer}


def test_raw_data_alone_make_one_group(project, results):
    from redline_plugin.ui.layers import Kind

    terms = {"NDVI": ("NDVI", Kind.RASTER), "NPP": ("NPP", Kind.RASTER)}
    assert add_demo_layers(project, {"NDVI": results["NDVI"]}, terms) == 1
    assert [group.name() for group in project.layerTreeRoot().children()] == ["Raw data"]
