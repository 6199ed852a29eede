"""The fixes of topology as a user runs them."""

from __future__ import annotations

import pytest
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.processing.fixtopology import FixTopology

BASE = (39_500_000.0, 3_400_000.0)


def layer(shapes):
    made = QgsVectorLayer("Polygon?crs=EPSG:4527&field=HXBM:string(20)", "红线", "memory")
    features = []
    for number, shape in enumerate(shapes):
        feature = QgsFeature(made.fields())
        feature.setAttributes([f"B{number}"])
        if shape is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(shapely.to_wkb(shapely.transform(shape, lambda xy: xy + BASE)))
            feature.setGeometry(geometry)
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


def features(path):
    found = QgsVectorLayer(path, "x", "ogr")
    assert found.isValid(), path
    names = found.fields().names()
    return [
        (
            None
            if feature.geometry().isNull()
            else shapely.from_wkb(bytes(feature.geometry().asWkb())),
            dict(zip(names, feature.attributes())),
        )
        for feature in found.getFeatures()
    ]


def test_fixed_layer_list_and_accounts(provider, tmp_path):
    import processing
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    shapes = [
        shapely.box(0, 0, 100, 100),
        shapely.box(99.95, 0, 200, 100),
        None,
        shapely.Polygon([(300, 0), (400, 100), (400, 0), (300, 100)]),
    ]
    done = processing.run(
        FixTopology(),
        {
            "INPUT": layer(shapes),
            "OUTPUT": str(tmp_path / "修复.gpkg"),
            "FIXES": str(tmp_path / "清单.gpkg"),
        },
        feedback=QgsProcessingFeedback(False),
        context=QgsProcessingContext(),
    )
    found = features(done["OUTPUT"])
    assert [row["HXBM"] for _, row in found] == ["B0", "B1", "B2", "B3"]
    assert found[2][0] is None
    one, other = found[0][0], found[1][0]
    assert shapely.intersection(one, other).area == 0.0
    assert shapely.intersection(one.boundary, other.boundary).length == pytest.approx(100.0)
    for shape, row in found[:2]:
        assert row["before_m2"] + row["added_m2"] - row["removed_m2"] == pytest.approx(
            row["after_m2"], abs=1e-6
        )
        assert row["after_m2"] == pytest.approx(polygon_areas([shape], "EPSG:4527")[0], abs=1e-6)
    assert done["REMOVED"] == pytest.approx(5.0, rel=0.001)
    states = sorted((row["rule"], row["state"]) for _, row in features(done["FIXES"]))
    assert states == [("invalid", "left"), ("overlap", "fixed")]
    assert (done["MADE"], done["LEFT"]) == (1, 1)
