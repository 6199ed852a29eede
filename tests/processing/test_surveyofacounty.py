"""The ready-made model of the survey: from blocks to a register, routes and forms, in one run."""

from __future__ import annotations

import sqlite3
from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.vector.columns import read_columns
from redline_plugin.core.vector.write import write_file

SIZE = 240


@pytest.fixture(scope="module")
def surveyed(provider, tmp_path_factory):
    """The two counties of a small demo county as two blocks that share a border."""
    import processing

    folder = tmp_path_factory.mktemp("勘界 定标")
    county = processing.run(
        "redline:democounty",
        {"SIZE": SIZE, "OUTPUT": str(folder / "county")},
        context=QgsProcessingContext(),
    )
    vectors = county["VECTORS"]
    dataset = gdal.OpenEx(vectors, gdal.OF_VECTOR)
    layer = dataset.GetLayerByName("counties")
    blocks = folder / "blocks.gpkg"
    write_file(
        blocks,
        "blocks",
        layer.GetSpatialRef().ExportToWkt(),
        "MultiPolygon",
        [("block", str), ("name", str), ("county_code", str)],
        [
            (
                shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())),
                (f"{feature['XZQDM']}110001", f"{feature['XZQMC']}水源涵养", feature["XZQDM"]),
            )
            for feature in layer
        ],
        {},
        Quiet(),
    )
    outputs = {
        name: str(folder / f"{name.lower()}.gpkg")
        for name in (
            *("POINTS", "SIDES", "EXCEPTIONS", "REGISTER", "SIGNS", "UNSERVED"),
            *("MARKERS", "ROUTES"),
        )
    }
    outputs["FORMS"] = str(folder / "forms")
    parameters = {
        "BLOCKS": str(blocks),
        "ROADS": f"{vectors}|layername=roads",
        "RIVERS": f"{vectors}|layername=rivers",
        "LAKES": f"{vectors}|layername=lake",
        "VILLAGES": f"{vectors}|layername=villages",
        "ELEVATION": county["ELEVATION"],
        "CREWS": 2,
    }
    for definition in provider.algorithm("surveyofacounty").parameterDefinitions():
        own = definition.name().rpartition(":")[2]
        if own in outputs:
            parameters[definition.name()] = outputs[own]
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback(False)
    processing.run("redline:surveyofacounty", parameters, context=context, feedback=feedback)
    return SimpleNamespace(**outputs, blocks=blocks, folder=folder, log=feedback.textLog())


def rows(path, *fields):
    return read_columns(path, "", fields, Quiet())


def test_points_and_markers_are_on_the_line_and_shared_ones_come_once(surveyed):
    blocks = rows(surveyed.blocks, "block")
    edge = shapely.union_all(shapely.boundary(blocks.shapes))
    points, markers = rows(surveyed.POINTS, "blocks"), rows(surveyed.MARKERS, "kind", "blocks")
    standing = np.array([kind in ("solid", "electronic") for kind in markers.fields["kind"]])
    for places in (points.shapes, markers.shapes[standing]):
        assert len(places) > 5
        assert shapely.distance(places, edge).max() < 1e-6
        assert len(np.unique(shapely.get_coordinates(places), axis=0)) == len(places)
    shared = [both for both in points.fields["blocks"] if "," in both]
    assert 0 < len(shared) < len(points.shapes)


def test_everybody_has_the_same_markers(surveyed):
    numbers = set(rows(surveyed.MARKERS, "marker").fields["marker"])
    with sqlite3.connect(surveyed.REGISTER) as register:
        assert {row[0] for row in register.execute("select marker from markers")} == numbers
    forms = {path.stem for path in (surveyed.folder / "forms" / "markers" / "docx").glob("*.docx")}
    witnesses = {number for number in numbers if number.endswith(")")}
    assert numbers - witnesses <= forms | witnesses
    assert forms


def test_routes_visit_what_is_to_be_set(surveyed):
    found = rows(surveyed.MARKERS, "crew", "visit", "kind", "road_m")
    crew = found.fields["crew"].astype(float)
    visit = found.fields["visit"].astype(float)
    for number in (1, 2):
        order = np.sort(visit[crew == number])
        assert (order == np.arange(1, len(order) + 1)).all()
    dataset = ogr.Open(surveyed.ROUTES)
    assert dataset.GetLayer(0).GetFeatureCount() == 2


def test_the_example_is_told_as_one(surveyed):
    assert surveyed.log.count("is an example: none of its numbers is from") >= 4
    assert (surveyed.folder / "forms" / "survey.xlsx").stat().st_size > 5000
