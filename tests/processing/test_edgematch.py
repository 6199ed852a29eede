"""The edge match as a user runs it."""

from __future__ import annotations

import pytest
import shapely
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from redline_plugin.processing.edgematch import EdgeMatch

BASE = (39_500_000.0, 3_400_000.0)


def layer(shapes, kind="Polygon"):
    made = QgsVectorLayer(f"{kind}?crs=EPSG:4527&field=LXDM:string(2)", "红线", "memory")
    features = []
    for shape, code in shapes:
        feature = QgsFeature(made.fields())
        feature.setAttributes([code])
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
            shapely.from_wkb(bytes(feature.geometry().asWkb())),
            dict(zip(names, feature.attributes())),
        )
        for feature in found.getFeatures()
    ]


def match(tmp_path, **more):
    import processing

    west = [(shapely.box(-500, -100, -20, 100), "11"), (shapely.box(-500, 300, 0, 400), "12")]
    east = [(shapely.box(0, -100, 500, 140), "11")]
    border = shapely.LineString([(0, -2000), (0, 2000)])
    return processing.run(
        EdgeMatch(),
        {
            "INPUT_A": layer(west),
            "INPUT_B": layer(east),
            "BORDER": layer([(border, "")], "LineString"),
            "TOLERANCE": 50.0,
            "OUTPUT_A": str(tmp_path / "甲.gpkg"),
            "OUTPUT_B": str(tmp_path / "乙.gpkg"),
            "PLACES": str(tmp_path / "接边.gpkg"),
            **more,
        },
        feedback=QgsProcessingFeedback(False),
        context=QgsProcessingContext(),
    )


def test_matched_layers_places_and_accounts(provider, tmp_path):
    done = match(tmp_path)
    assert (done["MATCHED"], done["TO_DECIDE"]) == (2, 1)
    places = [(row["kind"], row["state"], row["features_a"]) for _, row in features(done["PLACES"])]
    assert places == [("end", "decide", "2"), ("offset", "matched", "1"), ("gap", "matched", "1")]
    west, east = features(done["OUTPUT_A"]), features(done["OUTPUT_B"])
    assert [row["LXDM"] for _, row in west] == ["11", "12"]
    shared = shapely.intersection(west[0][0].boundary, east[0][0].boundary)
    assert shared.length == pytest.approx(220.0)
    for _, row in [*west, *east]:
        assert row["before_m2"] + row["added_m2"] - row["removed_m2"] == pytest.approx(
            row["after_m2"], abs=1e-5
        )


def test_attributes_that_do_not_fit_and_a_field_for_one_layer_only(provider, tmp_path):
    with pytest.raises(QgsProcessingException, match="both layers"):
        match(tmp_path, FIELD_A="LXDM")
    assert list(tmp_path.iterdir()) == []
    done = match(tmp_path, FIELD_A="LXDM", FIELD_B="LXDM")
    assert done["MATCHED"] == 2
