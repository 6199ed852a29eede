"""Areas of the red line as a user runs them: layer, table, warnings, what is refused."""

from __future__ import annotations

import csv
import os
from decimal import Decimal

import pytest
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

BASE = (36_500_000.0, 3_570_000.0)
FIELDS = "field=block:string&field=name:string&field=county_code:string"


def layer(shapes, fields=FIELDS, crs="EPSG:4524", base=BASE):
    made = QgsVectorLayer(f"Polygon?crs={crs}&{fields}", "红线", "memory")
    for shape, *values in shapes:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(values))
        if shape is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(shapely.to_wkb(shapely.transform(shape, lambda xy: xy + base)))
            feature.setGeometry(geometry)
        made.dataProvider().addFeatures([feature])
    return made


def blocks(**more):
    return layer(
        [
            (shapely.box(0, 0, 1000.123, 1000), "B2", "甲", "990101"),
            (shapely.box(1000.123, 0, 1500, 700.77), "B1", "=乙", "990102"),
            (shapely.box(3000, 0, 3300.3, 300), "B3", None, None),
        ],
        **more,
    )


def rows(path):
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))


def test_the_layer_and_the_table(run, tmp_path, feedback):
    told = feedback()
    folder = tmp_path / "成果 表"
    folder.mkdir()
    table = folder / "面积.csv"
    done = run(
        "surveyareas",
        {"INPUT": blocks(), "OUTPUT": str(folder / "部分.gpkg"), "TABLE": str(table)},
        told,
    )
    found = rows(table)
    assert [(row["Level"], row["County code"], row["Block code"]) for row in found] == [
        ("whole red line", "", ""),
        ("county", "990101", ""),
        ("block", "990101", "B2"),
        ("county", "990102", ""),
        ("block", "990102", "B1"),
        ("county", "", ""),
        ("block", "", "B3"),
    ]
    assert {row["Formula"] for row in found} == {
        "CGCS2000 ellipsoid, formula of the national land survey"
    }
    for unit in ("Area [m2]", "Area [ha]", "Area [km2]", "Area [mu]"):
        parts = [Decimal(row[unit]) for row in found if row["Level"] == "block"]
        assert sum(parts) == Decimal(found[0][unit])
    assert found[4]["Block"] == "'=乙"
    assert float(found[0]["Area [m2]"]) == done["AREA"]
    made = QgsVectorLayer(done["OUTPUT"], "x", "ogr")
    assert [f["block"] for f in made.getFeatures()] == ["B3", "B2", "B1"]
    feature = next(f for f in made.getFeatures() if f["block"] == "B2")
    assert feature["formula"].startswith("CGCS2000 ellipsoid")
    assert feature["area_ha"] * 15 == pytest.approx(feature["area_mu"], abs=0.02)
    assert not told.warned
    assert any("parts were moved by" in text for text in told.told)


def test_counties_and_parcels_cut_and_decimals_are_kept(run, tmp_path):
    counties = layer(
        [
            (shapely.box(-9, -9, 400, 2000), "A", "东县"),
            (shapely.box(400, -9, 2000, 2000), "B", "西县"),
        ],
        "field=XZQDM:string&field=XZQMC:string",
    )
    parcels = layer(
        [(shapely.box(0, 0, 500, 500), "0301"), (shapely.box(500, 0, 2000, 500), None)],
        "field=DLBM:string",
    )
    table = tmp_path / "t.csv"
    done = run(
        "surveyareas",
        {
            "INPUT": blocks(),
            "COUNTIES": counties,
            "PARCELS": parcels,
            "FORMULA": 1,
            "DECIMALS_M2": 0,
            "OUTPUT": str(tmp_path / "p.gpkg"),
            "TABLE": str(table),
        },
    )
    found = rows(table)
    assert {row["Formula"] for row in found} == {"plane of the projection"}
    parts = {
        (row["County"], row["Block code"], row["Kind of land"]): row["Area [m2]"]
        for row in found
        if row["Level"] == "part of a block"
    }
    assert parts["东县", "B2", "0301"] == "200000"
    assert parts["西县", "B2", "0301"] == "50000"
    assert ("西县", "B1", "") not in parts
    assert done["AREA"] == sum(int(row["Area [m2]"]) for row in found if row["Level"] == "county")
    assert [row["Block code"] for row in found if row["Level"] == "block in all its counties"] == [
        "B2"
    ]


def test_geographic_layers_have_areas_on_the_ellipsoid_only(run, tmp_path):
    made = layer([(shapely.box(0, 0, 0.01, 0.01), "A", "", "")], crs="EPSG:4490", base=(108, 30))
    done = run("surveyareas", {"INPUT": made, "OUTPUT": str(tmp_path / "a.gpkg")})
    assert done["AREA"] == pytest.approx(1_069_521.17, abs=0.011)
    with pytest.raises(QgsProcessingException, match="not a projected CRS"):
        run("surveyareas", {"INPUT": made, "FORMULA": 1, "OUTPUT": str(tmp_path / "b.gpkg")})
    assert not (tmp_path / "b.gpkg").exists()


def test_bad_features_are_listed_and_the_run_goes_on(run, tmp_path, feedback):
    bow = shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    made = layer(
        [(None, "a", "", ""), (bow, "b", "", ""), (shapely.box(50, 0, 200, 9), "c", "", "")]
    )
    told = feedback()
    done = run("surveyareas", {"INPUT": made, "OUTPUT": str(tmp_path / "a.gpkg")}, told)
    assert done["AREA"] > 0
    text = "\n".join(told.warned)
    assert "no geometry" in text
    assert "repaired" in text
    assert "counted more than once" in text


def test_everything_wrong_is_said_before_work(run, tmp_path):
    with pytest.raises(QgsProcessingException) as caught:
        run(
            "surveyareas",
            {
                "INPUT": layer(
                    [(shapely.box(0, 0, 1, 1), "a", "", "")], crs="EPSG:4490", base=(0, 0)
                ),
                "FORMULA": 1,
                "OUTPUT": str(tmp_path / "none" / "a.gpkg"),
                "TABLE": str(tmp_path / "nor" / "a.csv"),
            },
        )
    text = str(caught.value)
    assert text.count("folder does not exist") == 2
    assert "not a projected CRS" in text
    with pytest.raises(QgsProcessingException, match="no field NAMED"):
        run(
            "surveyareas",
            {"INPUT": blocks(), "BLOCK_FIELD": "NAMED", "OUTPUT": str(tmp_path / "a.gpkg")},
        )
    with pytest.raises(QgsProcessingException, match="no polygon that can be used"):
        run("surveyareas", {"INPUT": layer([]), "OUTPUT": str(tmp_path / "a.gpkg")})


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_a_folder_that_cannot_be_written_is_said(run, tmp_path):
    tmp_path.chmod(0o555)
    with pytest.raises(QgsProcessingException, match="Cannot write"):
        run("surveyareas", {"INPUT": blocks(), "OUTPUT": str(tmp_path / "a.gpkg")})


def test_a_cancelled_run_leaves_nothing(run, tmp_path, feedback):
    table = tmp_path / "t.csv"
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            "surveyareas",
            {"INPUT": blocks(), "OUTPUT": str(tmp_path / "a.gpkg"), "TABLE": str(table)},
            feedback(cancel_at=0),
        )
    assert list(tmp_path.iterdir()) == []
