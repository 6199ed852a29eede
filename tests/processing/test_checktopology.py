"""The check of topology as a user runs it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

from redline_plugin.core.check.topology import TOPOLOGY
from redline_plugin.processing.checktopology import CheckTopology


@pytest.fixture
def check(provider):
    def run_it(parameters, feedback=None):
        import processing
        from qgis.core import QgsProcessingContext, QgsProcessingFeedback

        return processing.run(
            CheckTopology(),
            parameters,
            feedback=feedback or QgsProcessingFeedback(False),
            context=QgsProcessingContext(),
        )

    return run_it


def layer(shapes, crs="EPSG:4513"):
    made = QgsVectorLayer(f"Polygon?crs={crs}", "红线", "memory")
    features = []
    for shape in shapes:
        feature = QgsFeature()
        if shape is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(shapely.to_wkb(shape))
            feature.setGeometry(geometry)
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


def features(path):
    found = QgsVectorLayer(path, "x", "ogr")
    assert found.isValid(), path
    names = found.fields().names()
    return [
        (feature.geometry(), dict(zip(names, feature.attributes())))
        for feature in found.getFeatures()
    ]


WRONG = [
    shapely.box(0, 0, 100, 100),
    shapely.box(99, 0, 200, 100),
    shapely.Polygon(
        [(0, 100), (99, 100), (99, 200), (50.1, 200), (50, 240), (49.9, 200), (0, 200)]
    ),
    shapely.Polygon([(300, 0), (400, 100), (400, 0), (300, 100)]),
    None,
]


def test_findings_in_layers_and_numbers(check, tmp_path):
    done = check(
        {
            "INPUT": layer(WRONG),
            "POINTS": str(tmp_path / "点.gpkg"),
            "LINES": str(tmp_path / "线.gpkg"),
            "POLYGONS": str(tmp_path / "面.gpkg"),
            "REPORT": str(tmp_path / "小结.csv"),
        }
    )
    assert done["COUNT_OVERLAP"] == 1
    assert done["COUNT_SPIKE"] == 1
    assert done["COUNT_INVALID"] == 2
    assert done["ERRORS"] == 4
    points = features(done["POINTS"])
    assert [row["rule"] for _, row in points] == ["invalid", "invalid", "spike"]
    assert sum(shape.isNull() for shape, _ in points) == 1
    (overlap,) = features(done["POLYGONS"])
    assert overlap[0].area() == pytest.approx(100.0)
    assert overlap[1]["value"] == pytest.approx(100.0)
    assert (overlap[1]["feature"], overlap[1]["feature2"]) == ("1", "2")
    assert (overlap[1]["severity"], overlap[1]["state"]) == ("error", "open")
    assert features(done["LINES"]) == []
    with Path(done["REPORT"]).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert {row[0] for row in rows[1:]} == {rule.title for rule in TOPOLOGY}
    assert next(row for row in rows if row[0] == "Overlaps")[2] == "1"


def test_chosen_rules_and_tolerances_and_a_page(check, tmp_path):
    overlap = [rule.id for rule in TOPOLOGY].index("overlap")
    done = check(
        {
            "INPUT": layer(WRONG),
            "RULES": [overlap],
            "OVERLAP_AREA": 100.5,
            "REPORT": str(tmp_path / "小结.html"),
        }
    )
    assert (done["ERRORS"], done["WARNINGS"]) == (0, 0)
    assert "COUNT_SPIKE" not in done
    page = (tmp_path / "小结.html").read_text("utf-8")
    assert "All rules are kept." in page
    assert "100.5" in page


def test_degrees_are_refused_with_the_belt_that_fits(check):
    with pytest.raises(QgsProcessingException, match="EPSG:4523"):
        check({"INPUT": layer([shapely.box(105.1, 30, 105.2, 31)], "EPSG:4490")})


def test_places_that_cannot_be_written_are_told_before_the_work(check, tmp_path):
    with pytest.raises(QgsProcessingException) as told:
        check(
            {
                "INPUT": layer(WRONG),
                "RULES": [],
                "POINTS": str(tmp_path / "no" / "a.gpkg"),
                "REPORT": str(tmp_path / "none" / "b.html"),
            }
        )
    assert str(told.value).count("\n") == 2
    assert list(tmp_path.iterdir()) == []
