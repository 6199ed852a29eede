"""Signs as a user places them: layers, texts, numbers, warnings, what is refused."""

from __future__ import annotations

import json

import numpy as np
import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
)
from shapely.geometry import LineString, MultiPoint, Point, box
from support.layers import BASE, BLOCK_FIELDS, blocks, layer, roads, rows_of, villages
from support.rasters import write

from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.provenance import read_layer_provenance
from redline_plugin.core.survey.rulesfile import load_rules


@pytest.fixture
def place(run, feedback, tmp_path):
    """Run with all layers; returns the results, the rows of signs and of what is not served, and what was told."""
    folder = tmp_path / "标识 牌"
    folder.mkdir()
    runs = iter(range(99))

    def run_it(**more):
        told = feedback()
        number = next(runs)
        parameters = {
            "INPUT": blocks(),
            "ROADS": roads(),
            "VILLAGES": villages(),
            "OUTPUT": str(folder / f"牌{number}.gpkg"),
            "UNSERVED": str(folder / f"无{number}.gpkg"),
            **more,
        }
        done = run("placesigns", parameters, told)
        return (
            done,
            rows_of(done["OUTPUT"]),
            rows_of(done["UNSERVED"]) if done.get("UNSERVED") else [],
            told,
        )

    return run_it


def test_the_layers(place):
    done, signs, unserved, told = place()
    assert done["DEMANDS"] == 6
    assert done["COUNT"] == done["NEW"] == done["LEAST"] == len(signs) == 6
    assert done["GAP"] == 0.0
    assert unserved == []
    assert any("example" in text for text in told.warned)
    by_block = {}
    for at, row in signs:
        by_block.setdefault(row["block"], []).append(row["sign"])
        assert row["state"] == "planned"
        assert (
            box(0, 0, 4000, 3000).boundary.union(box(4000, 0, 7000, 3000).boundary).distance(at)
            < 1e-6
        )
        assert row["easting"] == pytest.approx(at.x + BASE[0], abs=6e-4)
        assert row["belt"] == 36
        assert row["longitude_dms"].endswith("″E")
        assert row["road_m"] == pytest.approx(
            min(
                at.distance(LineString([(-600, 1500), (7600, 1500)])),
                at.distance(LineString([(2000, -400), (2000, -100)])),
                at.distance(LineString([(1400, -100), (2600, -100)])),
            ),
            abs=1e-6,
        )
    # From north to south within a block; a shared one belongs to the first.
    assert by_block == {
        "B1": ["B1-B001", "B1-B002", "B1-B003", "B1-B004"],
        "B2": ["B2-B001", "B2-B002"],
    }
    heights = [at.y for at, row in signs if row["block"] == "B1"]
    assert heights == sorted(heights, reverse=True)
    shared = [row for _, row in signs if row["blocks"] == "B1,B2"]
    assert [row["block"] for row in shared] == ["B1"]
    assert sum(row["weight"] for _, row in signs) == done["WEIGHT"] == done["BOUND"]
    told_village = next(row for _, row in signs if "张家村" in row["serves"])
    assert "张家村 (2400 people, 424 m)" in told_village["why"]
    assert told_village["reasons"] == "village"
    crossing = next(row for _, row in signs if row["reasons"] == "access")
    assert crossing["serves"] == "road G210"
    assert crossing["why"] == "Serves road G210 (5 m)."
    assert any("fewer than 6 new ones cannot (gap 0.00 %)" in text for text in told.told)


def test_the_text_of_the_sign(place):
    _, signs, _, _ = place(
        TEMPLATE="{name}（{county}）\n面积 {area_km2} 平方公里，{area_ha}，{area_mu}亩\n"
        "功能：{function}\n保护对象：{保护对象}\n{sign}"
    )
    area = polygon_areas([box(BASE[0], BASE[1], BASE[0] + 4000, BASE[1] + 3000)], "EPSG:4524")[0]
    first = next(row for _, row in signs if row["block"] == "B1")
    assert first["content"].split("\n") == [
        "青山红线（990101）",
        f"面积 {area / 1e6:.4f} 平方公里，{area / 1e4:.2f}，{area * 3 / 2000:.1f}亩",
        "功能：Water conservation",
        "保护对象：珙桐",
        first["sign"],
    ]
    second = next(row for _, row in signs if row["block"] == "B2")
    # What is empty leaves no line.
    assert second["content"].split("\n")[2:] == ["功能：其他", second["sign"]]
    plain = next(row for _, row in place()[1] if row["block"] == "B1")
    assert plain["content"].startswith("Ecological protection red line\n青山红线\nArea: ")


def test_a_block_of_several_features(place):
    made = layer(
        "Polygon",
        [
            (box(0, 0, 4000, 3000), "B1", "青山红线", "990101", None, None),
            (box(9000, 0, 9500, 300), "B1", "青山红线", "990101", "biodiversity", "珙桐"),
            (box(9600, 0, 9700, 10), "B1", "青山红线", "990101", None, None),
        ],
        BLOCK_FIELDS,
    )
    _, signs, _, _ = place(INPUT=made, TEMPLATE="{function}，{保护对象}，{area_km2}")
    assert {row["content"].rsplit("，", 1)[0] for _, row in signs} == {
        "Biodiversity maintenance，珙桐"
    }
    assert {row["content"].rsplit("，", 1)[1][:5] for _, row in signs} == {"12.15"}


def test_main_classes_tell_junctions(place):
    done, _, _, _ = place(CLASS_FIELD="DLDJ", MAIN_CLASSES="1， 2")
    assert done["DEMANDS"] == 5
    assert place(CLASS_FIELD="DLDJ", MAIN_CLASSES="3")[0]["DEMANDS"] == 6
    told = place(CLASS_FIELD="DLDJ", MAIN_CLASSES="1,7")[3]
    assert any("no road has the class 7; there are 1, 3" in text for text in told.warned)


def test_a_budget_and_signs_that_are_there(place, tmp_path):
    done, signs, unserved, told = place(BUDGET=2)
    assert (done["COUNT"], done["FULL"]) == (2, 6)
    assert done["WEIGHT"] == done["BOUND"]
    assert any("6 new ones would serve all" in text for text in told.told)
    assert len(unserved) == done["UNSERVED_COUNT"] == 4
    assert {row["what"] for _, row in unserved} <= {"village", "access", "crossroads"}
    assert all("budget is used up" in row["why"] for _, row in unserved)
    # The next run keeps them, with their numbers, texts and remarks.
    again, more, rest, _ = place(EXISTING=done["OUTPUT"])
    assert rest == []
    assert again["COUNT"] == 6
    assert again["NEW"] == 4
    assert [row["sign"] for _, row in more[:2]] == [row["sign"] for _, row in signs]
    for (at, row), (before, old) in zip(more[:2], signs):
        assert at.equals(before)
        assert row["content"] == old["content"]
        assert row["why"].startswith("Was there before; serves ")
    numbers = [row["sign"] for _, row in more]
    assert len(set(numbers)) == 6
    settled, _, _, told = place(EXISTING=again["OUTPUT"])
    assert settled["NEW"] == 0
    assert any("6 signs that were there" in text for text in told.told)
    too_many, _, _, told = place(EXISTING=again["OUTPUT"], BUDGET=2)
    assert too_many["NEW"] == 0
    assert any("No new one was placed" in text for text in told.warned)


def test_retired_and_lost_numbers_do_not_come_back(place):
    existing = layer(
        "MultiPoint",
        [
            (MultiPoint([(0, 320)]), "B1-B001", "retired", None),
            (MultiPoint([(0, 1505), (0, 1600)]), "B1-B002", "planned", None),
            (MultiPoint([(0, 1505)]), "B1-B007", None, "旧文字"),
            (None, "B1-B009", "lost", None),
        ],
        "sign:string&state:string&content:string",
    )
    _, signs, _, told = place(EXISTING=existing)
    numbers = [row["sign"] for _, row in signs]
    assert numbers[:2] == ["B1-B001", "B1-B007"]
    assert numbers[-2:] == ["B1-B002", "B1-B009"]
    new = [number for number in numbers[2:-2] if number.startswith("B1")]
    assert new == [f"B1-B{10 + at:03d}" for at in range(len(new))]
    assert signs[0][1]["state"] == "retired"
    assert signs[0][1]["weight"] == 0.0
    assert signs[1][1]["content"] == "旧文字"
    assert signs[1][1]["block"] == "B1"
    assert any("B1-B002" in text for text in told.warned)


def test_elevation_hides_what_is_behind_a_ridge(place, tmp_path):
    values = np.full((160, 320), 500.0, dtype=np.float32)
    # The ridge runs between the first village and the line.
    values[:, 28] = 700.0
    path = write(
        tmp_path / "高程.tif", values, (BASE[0] - 1000.0, 30.0, 0.0, BASE[1] + 4000.0, 0.0, -30.0)
    )
    done, _, unserved, _ = place(ELEVATION=path)
    assert [(row["name"], row["what"]) for _, row in unserved] == [("张家村", "village")]
    assert unserved[0][1]["why"].startswith("The ground hides it from all")
    assert unserved[0][0].equals(Point(-300, -300))
    record = read_layer_provenance(done["OUTPUT"])
    assert record["inputs"][0]["name"] == "ELEVATION"
    assert len(record["inputs"][0]["sha256"]) == 64
    assert record["parameters"]["rules"]["status"] == "example"
    assert record["parameters"]["reach_m"] == 800
    assert json.dumps(record["results"])


def test_degrees_and_paths_and_water(place):
    made = layer("Point", [], "MC:string", crs="EPSG:4490")
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4524"),
        QgsCoordinateReferenceSystem("EPSG:4490"),
        QgsProject.instance(),
    )
    feature = QgsFeature(made.fields())
    feature.setAttributes(["王家村"])
    feature.setGeometry(
        QgsGeometry.fromPointXY(transform.transform(QgsPointXY(BASE[0] + 7200, BASE[1] + 100)))
    )
    made.dataProvider().addFeatures([feature])
    paths = layer("LineString", [(LineString([(6000, -200), (6000, 200)]),)])
    water = layer("Polygon", [(box(6900, -100, 7100, 300),)])
    done, signs, _, _ = place(
        ROADS=None, VILLAGES=made, PATHS=paths, WATER=water, UNSERVED="TEMPORARY_OUTPUT"
    )
    assert done["DEMANDS"] == 2
    assert [row["serves"] for _, row in signs] == ["path 1, 王家村"]
    assert all(at.distance(box(6900, -100, 7100, 300)) >= 2.0 for at, _ in signs)
    assert all(row["road_m"] == NULL for _, row in signs)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"ROADS": None, "VILLAGES": None}, "There is nothing that asks for a sign."),
        ({"TEMPLATE": "{nam}"}, "{nam} is not known here."),
        ({"TEMPLATE": "{name"}, "The text cannot be filled"),
        ({"TEMPLATE": "{name.__class__}"}, "is not known here"),
        ({"MAIN_CLASSES": "1"}, "Classes of main roads need the field of the class."),
        ({"MAIN_CLASSES": "9", "CLASS_FIELD": "DLDJ"}, "No road has the class 9; there are 1, 3."),
        ({"VILLAGE_NAME": "名"}, "It has no field 名; it has MC, RK."),
        ({"ELEVATION": "/nowhere/x.tif"}, "cannot be read as a raster"),
        ({"UNSERVED": "/nowhere/x.gpkg"}, "The output folder does not exist."),
        ({"EXISTING": "villages"}, "It has no field sign; it has MC, RK."),
    ],
)
def test_what_is_refused(place, more, words):
    if more.get("EXISTING") == "villages":
        more = {"EXISTING": villages()}
    with pytest.raises(QgsProcessingException) as error:
        place(**more)
    assert words in str(error.value)


def test_all_problems_at_once_and_nothing_is_written(place, tmp_path):
    with pytest.raises(QgsProcessingException) as error:
        place(TEMPLATE="{x}", MAIN_CLASSES="1", VILLAGE_NAME="y", ELEVATION="/nowhere/x.tif")
    assert len(str(error.value).splitlines()) == 4
    assert list(tmp_path.rglob("*.gpkg")) == []


def test_a_layer_in_degrees_or_without_crs_is_refused(place):
    with pytest.raises(QgsProcessingException, match="not a projected CRS in metres"):
        place(INPUT=blocks(crs="EPSG:4490", base=(108.0, 32.0)))
    with pytest.raises(QgsProcessingException, match="no coordinate reference system"):
        place(VILLAGES=villages(crs=""))


def test_bad_features_are_listed_and_left_out(place):
    rows = [
        (Point(-300, -300), "好", 10),
        (None, "空", 10),
        (MultiPoint([(-300, 900), (-350, 950)]), "多", 10),
    ]
    made = layer("MultiPoint", rows, "MC:string&RK:string")
    _, signs, _, told = place(VILLAGES=made, ROADS=None)
    assert {name for _, row in signs for name in row["serves"].split(", ")} == {"好", "多"}
    assert any("Feature 2 was left out, it has no geometry." in text for text in told.warned)


def test_the_rule_set_is_obeyed(place, tmp_path):
    from redline_plugin.core.survey.rules import FOLDER

    text = (FOLDER / "example.yaml").read_text("utf-8")
    text = text.replace("reach_m: {value: 800", "reach_m: {value: 250").replace(
        "{block}-B{serial:03d}", "{county}B{serial:02d}"
    )
    path = tmp_path / "规则.yaml"
    path.write_text(text, "utf-8")
    assert load_rules(path).signs.reach_m.number == 250
    _, signs, unserved, told = place(RULES=str(path))
    assert [row["name"] for _, row in unserved] == ["张家村", "李家村"]
    assert unserved[0][1]["why"] == "The line is 424 m away, and a sign's reach is 250 m."
    assert any("The two numbers of the rule set differ" in text for text in told.warned)
    assert {row["sign"][:6] for _, row in signs} == {"990101", "990102"}


def test_cancelled_nothing_is_left(place, run, feedback, tmp_path):
    for share in (5, 30, 60):
        with pytest.raises(QgsProcessingException):
            run(
                "placesigns",
                {
                    "INPUT": blocks(),
                    "ROADS": roads(),
                    "OUTPUT": str(tmp_path / "x.gpkg"),
                    "UNSERVED": "",
                },
                feedback(cancel_at=share),
            )
    assert list(tmp_path.glob("*.gpkg")) == []
