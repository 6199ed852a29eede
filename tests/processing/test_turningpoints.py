"""Turning points as a user makes them."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

from redline_plugin.core.provenance import read_layer_provenance
from redline_plugin.core.survey.rules import FOLDER
from redline_plugin.processing.base import RESOURCES

CRS = "EPSG:4524"
EAST, NORTH = 36_400_000.0, 3_500_000.0
WEST_BLOCK = [(0, 0), (0, 100), (50, 101), (100, 100), (100, 0)]
EAST_BLOCK = [(100, 0), (100, 100), (200, 100), (200, 0)]


def shape(points, kind=shapely.Polygon):
    return kind([(EAST + x, NORTH + y) for x, y in points])


def layer(shapes, fields="", rows=None, kind="Polygon", crs=CRS, name="红线"):
    made = QgsVectorLayer(f"{kind}?crs={crs}{fields}", name, "memory")
    features = []
    for number, each in enumerate(shapes):
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(rows[number]) if rows else [])
        if each is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(shapely.to_wkb(each, output_dimension=3))
            feature.setGeometry(geometry)
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


BLOCK_FIELDS = "&field=block:string&field=name:string&field=county_code:string"


def blocks(rows=(("5", "甲", "990101"), ("10", "乙", "990102")), **more):
    return layer([shape(WEST_BLOCK), shape(EAST_BLOCK)], BLOCK_FIELDS, rows, **more)


def features(path):
    found = QgsVectorLayer(path, "x", "ogr")
    assert found.isValid(), path
    names = found.fields().names()
    return [
        (
            shapely.from_wkb(bytes(feature.geometry().asWkb()))
            if not feature.geometry().isNull()
            else None,
            dict(zip(names, feature.attributes())),
        )
        for feature in found.getFeatures()
    ]


@pytest.fixture
def survey(run, tmp_path, feedback):
    def make(told=None, **more):
        return run(
            "turningpoints",
            {
                "INPUT": blocks(),
                "OUTPUT": str(tmp_path / "拐点.gpkg"),
                "SIDES": str(tmp_path / "边.gpkg"),
                **more,
            },
            told or feedback(),
        )

    return make


def test_points_sides_numbers_and_record(survey, feedback):
    told = feedback()
    road = layer(
        [shape([(100, 100), (200, 100)], shapely.LineString)],
        "&field=source:string",
        [["road"]],
        kind="LineString",
    )
    done = survey(told, STRETCHES=road)
    assert (done["COUNT"], done["RETIRED"], done["KEPT_NUMBERS"], done["PUT_BACK"]) == (6, 0, 0, 0)
    assert done["LARGEST_DEPARTURE"] == pytest.approx(1.0)
    assert 0.0 < done["MEAN_DEPARTURE"] < 0.2
    points = features(done["OUTPUT"])
    assert [row["point"] for _, row in points] == [
        "5-J0001",
        "5-J0002",
        "5-J0003",
        "5-J0004",
        "10-J0001",
        "10-J0002",
    ]
    place, row = points[1]
    assert (place.x - EAST, place.y - NORTH) == (100, 100)
    assert (row["blocks"], row["county"], row["state"]) == ("5,10", "990101", "planned")
    assert row["reasons"] == "junction,county,source,corner,start"
    assert row["easting"] == place.x
    assert row["northing"] == pytest.approx(place.y, abs=1e-9)
    assert row["belt"] == 36
    assert row["longitude_dms"].startswith("106°56′")
    sides = features(done["SIDES"])
    assert [row["sequence"] for _, row in sides] == [1, 2, 3, 4] * 2
    line, first = sides[0]
    assert (first["from_point"], first["to_point"]) == ("5-J0001", "5-J0002")
    assert first["length_m"] == pytest.approx(line.length)
    assert first["ellipsoid_m"] == pytest.approx(line.length, rel=2e-4)
    assert first["departure_m"] == pytest.approx(1.0)
    assert [row["boundary"] for _, row in sides if row["block"] == "10"].count("road") == 1
    assert sides[1][1]["neighbour"] == "10"
    record = read_layer_provenance(done["OUTPUT"])
    assert record["algorithm"] == "redline:turningpoints"
    assert record["parameters"]["tolerance_m"] == 2.0
    assert record["parameters"]["rules"]["status"] == "example"
    assert record["results"]["largest_departure"] == pytest.approx(1.0)
    assert any("is an example" in text for text in told.warned)
    assert any("at most 1.000 m" in text for text in told.told)


def test_columns_have_titles(survey):
    done = survey()
    dataset = gdal.OpenEx(done["OUTPUT"], gdal.OF_VECTOR)
    definition = dataset.GetLayer(0).GetLayerDefn()
    names = [definition.GetFieldDefn(n).GetName() for n in range(definition.GetFieldCount())]
    assert names[:4] == ["point", "block", "blocks", "county"]
    assert names[-1] == "state"
    if int(gdal.VersionInfo()) >= 3070000:
        assert definition.GetFieldDefn(0).GetAlternativeName() == "Turning point"


def edited(source, change):
    """Return a copy of a layer in memory; ``change`` gives back a row's values, or None for no row."""
    rows = features(source)
    names = list(rows[0][1])
    kept = [(place, new) for place, row in rows if (new := change(dict(row))) is not None]
    fields = "".join(f"&field={name}:string" for name in names if name in kept[0][1])
    return layer(
        [place for place, _ in kept],
        fields,
        [[None if value is None else str(value) for value in row.values()] for _, row in kept],
        kind="Point",
        name="旧拐点",
    )


def test_an_earlier_layer_keeps_its_numbers(survey, tmp_path, feedback):
    first = survey()
    again = survey(EXISTING=first["OUTPUT"], OUTPUT=str(tmp_path / "second.gpkg"))
    assert (again["KEPT_NUMBERS"], again["RETIRED"], again["COUNT"]) == (6, 0, 6)
    assert features(again["OUTPUT"]) == features(first["OUTPUT"])
    # Only the block in the east is left, and it has lost a corner.
    told = feedback()
    smaller = layer([shape(EAST_BLOCK[:3])], BLOCK_FIELDS, [["10", "乙", "990102"]])
    third = survey(
        told, INPUT=smaller, EXISTING=first["OUTPUT"], OUTPUT=str(tmp_path / "third.gpkg")
    )
    assert (third["KEPT_NUMBERS"], third["RETIRED"], third["COUNT"]) == (3, 3, 3)
    states = {row["point"]: row["state"] for _, row in features(third["OUTPUT"])}
    assert [number for number, state in states.items() if state == "retired"] == [
        "5-J0001",
        "5-J0004",
        "10-J0002",
    ]
    assert any("blocks that are not in the layer of blocks: 5" in text for text in told.warned)
    # It comes back: its old number does not.
    fourth = survey(EXISTING=third["OUTPUT"], OUTPUT=str(tmp_path / "fourth.gpkg"))
    new = [r["point"] for _, r in features(fourth["OUTPUT"]) if r["state"] == "planned"]
    assert sorted(new) == ["10-J0001", "10-J0003", "5-J0002", "5-J0003", "5-J0005", "5-J0006"]


def test_an_earlier_layer_that_was_edited(survey, tmp_path, feedback):
    first = survey()
    bare = edited(first["OUTPUT"], lambda row: {"point": row["point"]})
    again = survey(EXISTING=bare, OUTPUT=str(tmp_path / "bare.gpkg"))
    assert again["KEPT_NUMBERS"] == 6
    assert [row["point"] for _, row in features(again["OUTPUT"])] == [
        row["point"] for _, row in features(first["OUTPUT"])
    ]
    own = edited(
        first["OUTPUT"],
        lambda row: {**row, "point": "老-1"} if row["point"] == "5-J0002" else row,
    )
    named = survey(EXISTING=own, OUTPUT=str(tmp_path / "own.gpkg"))
    numbers = [row["point"] for _, row in features(named["OUTPUT"])]
    assert "老-1" in numbers
    assert "5-J0002" not in numbers
    # Without a place, and without a number.
    told = feedback()
    odd = edited(
        first["OUTPUT"],
        lambda row: {"point": None if row["point"] == "5-J0001" else row["point"]},
    )
    odd.startEditing()
    lost = next(f for f in odd.getFeatures() if f["point"] == "5-J0003")
    odd.changeGeometry(lost.id(), QgsGeometry())
    odd.commitChanges()
    done = survey(told, EXISTING=odd, OUTPUT=str(tmp_path / "odd.gpkg"))
    rows = {row["point"]: (place, row["state"]) for place, row in features(done["OUTPUT"])}
    assert rows["5-J0003"] == (None, "retired")
    assert {"5-J0005", "5-J0006"} <= set(rows)
    assert any("5-J0003 was left out, it is not at one place" in text for text in told.warned)
    assert any("it has no number" in text for text in told.warned)


def test_borders_and_belt(survey, feedback, tmp_path):
    border = layer([shape([(150, -50), (150, 300)], shapely.LineString)], kind="LineString")
    told = feedback()
    done = survey(told, BORDERS=border, BELT=35)
    rows = [(place, row) for place, row in features(done["OUTPUT"])]
    crossed = sorted(p.x - EAST for p, row in rows if "border" in row["reasons"])
    assert crossed == pytest.approx([150.0, 150.0])
    assert {row["belt"] for _, row in rows} == {35}
    assert all(35_600_000 < row["easting"] < 35_800_000 for _, row in rows)
    assert any("beyond the 3-degree belt 35" in text for text in told.warned)
    area = layer([shape([(150, -50), (150, 300), (400, 300), (400, -50)])], kind="Polygon")
    again = survey(BORDERS=area, OUTPUT=str(tmp_path / "area.gpkg"))
    assert again["COUNT"] == done["COUNT"] == 8


def test_rules_of_the_user(survey, tmp_path):
    text = (FOLDER / "example.yaml").read_text(encoding="utf-8")
    for old, new in [
        ("status: example", "status: in force"),
        ("tolerance_m: {value: 2.0", "tolerance_m: {value: 0.5"),
        ("second_decimals: {value: 4", "second_decimals: {value: 2"),
        ("belt_prefix: {value: true", "belt_prefix: {value: false"),
        ('"{block}-J{serial:04d}"', '"{county}/{serial:03d}"'),
    ]:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "规则.yaml"
    path.write_text(text, encoding="utf-8")
    done = survey(RULES=str(path))
    rows = [row for _, row in features(done["OUTPUT"])]
    assert done["COUNT"] == 7
    assert rows[0]["point"] == "990101/001"
    assert rows[-1]["point"] == "990102/002"
    assert rows[0]["easting"] == 400_000.0
    assert len(rows[0]["longitude_dms"].split("′")[1]) == len("56.19″E")
    # The pattern needs counties.
    with pytest.raises(QgsProcessingException, match="2 blocks have none: 5, 10"):
        survey(RULES=str(path), INPUT=blocks([("5", "", None), ("10", "", None)]))


def test_fields_that_are_not_there(survey, tmp_path, feedback):
    bare = layer([shape(WEST_BLOCK), shape(EAST_BLOCK)])
    told = feedback()
    done = survey(told, INPUT=bare)
    assert [row["point"] for _, row in features(done["OUTPUT"])][:2] == ["1-J0001", "1-J0002"]
    assert any("called by their feature ids" in text for text in told.told)
    with pytest.raises(QgsProcessingException, match="It has no field HXBM; it has –"):
        survey(INPUT=bare, BLOCK_FIELD="HXBM", OUTPUT=str(tmp_path / "x.gpkg"))
    strange = layer(
        [shape([(100, 100), (200, 100)], shapely.LineString)] * 2,
        "&field=source:string",
        [["公路"], [None]],
        kind="LineString",
    )
    told = feedback()
    done = survey(told, STRETCHES=strange, OUTPUT=str(tmp_path / "y.gpkg"))
    rows = [row for _, row in features(done["OUTPUT"])]
    assert not any("source" in row["reasons"] for row in rows)
    assert {row["boundary"] for row in rows} == {"any"}
    assert any("no kinds of boundary, and count as unknown: “”, “公路”" in t for t in told.warned)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"INPUT": layer}, "A layer is needed|has no polygon"),
        ({"INPUT": lambda: blocks(crs="EPSG:4490")}, "not a projected CRS in metres"),
        ({"INPUT": lambda: blocks(crs="")}, "no coordinate reference system"),
        (
            {"INPUT": lambda: layer([shape(WEST_BLOCK), shape(WEST_BLOCK)])},
            "Blocks 1 and 2: They overlap by 10050.0000 m2",
        ),
        (
            {"INPUT": lambda: blocks([("5", "", "1"), ("5", "", "2")])},
            "Block 5: Its features say different counties: 1, 2",
        ),
        ({"EXISTING": lambda: layer([], kind="Point", name="点")}, "点: It has no field point"),
        (
            {
                "EXISTING": lambda: layer(
                    [shape([(0, 0)], lambda p: shapely.Point(p[0]))] * 2,
                    "&field=point:string",
                    [["5-J0001"]] * 2,
                    kind="Point",
                )
            },
            "Numbers stand at more than one feature: 5-J0001",
        ),
        ({"BELT": lambda: 24}, "There is no 3-degree belt 24"),
        ({"RULES": lambda: str(RESOURCES / "nowhere.yaml")}, "cannot be read"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(survey, tmp_path, more, problem):
    given = {name: value([]) if value is layer else value() for name, value in more.items()}
    with pytest.raises(QgsProcessingException, match=problem):
        survey(**given)
    assert list(tmp_path.iterdir()) == []


def test_places_that_cannot_be_written_are_told_before_the_work(survey, tmp_path):
    for more, problem in (
        ({"OUTPUT": str(tmp_path / "a.gpkg"), "SIDES": str(tmp_path / "a.gpkg")}, "Both results"),
        ({"OUTPUT": str(tmp_path / "a.xyz")}, "xyz"),
    ):
        with pytest.raises(QgsProcessingException, match=problem):
            survey(**more)
    first = survey(OUTPUT=str(tmp_path / "a.gpkg"))
    with pytest.raises(QgsProcessingException, match="would overwrite an input"):
        survey(EXISTING=first["OUTPUT"], OUTPUT=first["OUTPUT"])


def test_invalid_blocks_with_heights_are_repaired_and_listed(survey, feedback):
    bow = shapely.Polygon(
        [(EAST + x, NORTH + y, 7.0) for x, y in [(300, 0), (400, 100), (400, 0), (300, 100)]]
    )
    told = feedback()
    done = survey(
        told,
        INPUT=layer(
            [shape(WEST_BLOCK), None, bow],
            BLOCK_FIELDS,
            [["1", "", ""], ["2", "", ""], ["3", "", ""]],
        ),
    )
    rows = [row for _, row in features(done["OUTPUT"])]
    assert {row["block"] for row in rows} == {"1", "3"}
    assert any("was repaired" in text for text in told.warned)
    assert any("it has no geometry" in text for text in told.warned)


def test_other_formats_and_no_sides(survey, tmp_path):
    done = survey(OUTPUT=str(tmp_path / "点.geojson"), SIDES=None)
    assert "SIDES" not in done
    content = json.loads((tmp_path / "点.geojson").read_text(encoding="utf-8"))
    assert len(content["features"]) == 6
    done = survey(OUTPUT=str(tmp_path / "点.shp"), SIDES=None)
    assert len(features(done["OUTPUT"])) == 6
    again = survey(EXISTING=done["OUTPUT"], OUTPUT=str(tmp_path / "b.gpkg"), SIDES=None)
    assert again["KEPT_NUMBERS"] == 6


def test_cancelled_work_leaves_nothing(survey, tmp_path, feedback):
    told = feedback()
    told.cancel()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        survey(told)
    assert list(tmp_path.iterdir()) == []


def test_blocks_of_a_large_noisy_ring(survey, tmp_path):
    turn = np.linspace(0.0, 2.0 * np.pi, 4000, endpoint=False)
    radius = 3000 + 200 * np.sin(7 * turn) + np.random.default_rng(3).normal(0.0, 0.5, 4000)
    ring = shape(np.c_[radius * np.cos(turn), radius * np.sin(turn)])
    done = survey(INPUT=layer([ring]))
    points = np.array([place.coords[0] for place, _ in features(done["OUTPUT"])])
    assert shapely.distance(shapely.points(points), ring.exterior).max() < 1e-6
    polygon = shapely.Polygon(points)
    assert polygon.is_valid
    assert shapely.hausdorff_distance(polygon.exterior, ring.exterior) <= 2.0 + 1e-6
    assert done["COUNT"] < 250
    assert ogr.Open(done["OUTPUT"]) is not None
