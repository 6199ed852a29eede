"""Markers as a user places them."""

from __future__ import annotations

import re

import numpy as np
import pytest
import shapely
import yaml
from qgis.core import QgsProcessingException
from shapely.geometry import LineString, Point, box
from support.layers import BASE, blocks, layer, rows_of
from support.rasters import write

from redline_plugin.core.provenance import read_layer_provenance
from redline_plugin.core.survey.marker import Marker, columns
from redline_plugin.core.survey.register import Register
from redline_plugin.core.survey.rules import FOLDER

ROAD = LineString([(1000, -200), (1200, 3200)])
RIVER = LineString([(-500, 1500), (7500, 1400)])


def lines(*shapes, **how):
    return layer("LineString", [(shape,) for shape in shapes], **how)


def polygons(*shapes, **how):
    return layer("Polygon", [(shape,) for shape in shapes], **how)


def around():
    return {
        "ROADS": lines(ROAD),
        "RIVERS": lines(RIVER),
        "WATER": polygons(Point(7000, 3000).buffer(20)),
        "BORDERS": lines(LineString([(2500, -100), (2500, 3100)])),
    }


def slope_file(folder, values=None, **how):
    values = np.full((140, 260), 3.0) if values is None else values
    how.setdefault("transform", (BASE[0] - 300, 30.0, 0.0, BASE[1] + 3600, 0.0, -30.0))
    return write(folder / "坡度.tif", np.asarray(values, dtype=np.float32), **how)


@pytest.fixture
def place(run, tmp_path, feedback):
    def make(told=None, **more):
        return run(
            "placemarkers",
            {
                "INPUT": blocks(),
                "OUTPUT": str(tmp_path / "界桩.gpkg"),
                "EXCEPTIONS": str(tmp_path / "例外.gpkg"),
                **around(),
                **more,
            },
            told or feedback(),
        )

    return make


def test_markers_exceptions_register_and_record(place, feedback, tmp_path):
    told = feedback()
    register = tmp_path / "登记 簿.gpkg"
    done = place(told, SLOPE=slope_file(tmp_path), REGISTER=str(register))
    rows = rows_of(done["OUTPUT"])
    assert done["COUNT"] == done["LOWER_BOUND"] == done["NEW"] > 20
    assert (done["EXCEPTIONS_COUNT"], done["RETIRED"]) == (0, 0)
    assert rows_of(done["EXCEPTIONS"]) == []
    places = sum(row["kind"] != "witness" for _, row in rows)
    assert places == done["COUNT"]
    witnessed = [row for _, row in rows if row["kind"] == "witnessed"]
    assert [row["of_marker"] for _, row in rows if row["kind"] == "witness"] == [
        number for row in witnessed for number in [row["marker"]] * 2
    ]
    line = shapely.union_all([box(0, 0, 4000, 3000).boundary, box(4000, 0, 7000, 3000).boundary])
    for point, row in rows:
        assert row["why"]
        assert row["block"] in ("B1", "B2")
        assert row["county"] == {"B1": "990101", "B2": "990102"}[row["block"]]
        assert row["marker"].startswith(row["block"])
        assert re.fullmatch(r"\d+°\d\d′\d\d\.\d{4}″E", row["longitude_dms"])
        assert row["belt"] == 36
        assert row["easting"] == pytest.approx(point.x + BASE[0], abs=1e-3)
        if row["kind"] != "witness":
            assert shapely.distance(point, line) < 1e-6
            assert row["terrain"] == "flat"
            assert row["slope_deg"] == 3.0
            assert row["next_m"] <= row["limit_m"] + 1e-3 <= 800.0 + 1e-3
            assert row["road_m"] == pytest.approx(point.distance(ROAD), abs=0.01)
    names = [name for name in rows[0][1] if name != "fid"]
    assert names == [name for name, _ in columns(Marker)]
    record = read_layer_provenance(done["OUTPUT"])
    assert record["algorithm"] == "redline:placemarkers"
    assert record["parameters"]["rules"] == {"id": "example", "version": "1", "status": "example"}
    assert record["parameters"]["markers.angle_deg"] == 60.0
    said = "\n".join(told.told + told.warned)
    assert f"{done['COUNT']} markers" in said
    assert f"{done['COUNT']} are needed" in said
    assert "none of its numbers is from the technical regulation" in said
    assert "No layer is given for what the rule set speaks of: path." in said
    opened = Register(register)
    assert sorted(opened.columns().marker) == sorted(row["marker"] for _, row in rows)
    assert set(opened.columns().warnings) == {""}


def test_a_rerun_changes_nothing_and_numbers_stay(place, tmp_path):
    first = place()
    again = place(EXISTING=first["OUTPUT"], OUTPUT=str(tmp_path / "again.gpkg"))
    assert (again["NEW"], again["RETIRED"]) == (0, 0)
    assert rows_of(again["OUTPUT"]) == rows_of(first["OUTPUT"])
    # Without the river some are not needed; a road more needs new ones.
    more = place(
        EXISTING=first["OUTPUT"],
        OUTPUT=str(tmp_path / "more.gpkg"),
        RIVERS=None,
        ROADS=lines(ROAD, LineString([(5000, -200), (5100, 200)])),
    )
    before = {row["marker"]: (point, row) for point, row in rows_of(first["OUTPUT"])}
    after = {row["marker"]: (point, row) for point, row in rows_of(more["OUTPUT"])}
    assert set(before) < set(after)
    for number, (point, row) in before.items():
        assert after[number][0] == point
        assert after[number][1]["state"] in ("planned", "retired")
        assert after[number][1]["block"] == row["block"]
    assert more["NEW"] >= 1
    last = place(EXISTING=more["OUTPUT"], OUTPUT=str(tmp_path / "last.gpkg"))
    retired = {row["marker"] for _, row in rows_of(more["OUTPUT"]) if row["state"] == "retired"}
    states = {row["marker"]: row["state"] for _, row in rows_of(last["OUTPUT"])}
    assert all(states[number] == "retired" for number in retired)


def test_turning_points_lend_their_numbers(place, run, tmp_path):
    points = run("turningpoints", {"INPUT": blocks(), "OUTPUT": str(tmp_path / "拐点.gpkg")})[
        "OUTPUT"
    ]
    with_them = rows_of(place(TURNING_POINTS=points)["OUTPUT"])
    numbers = {row["point"]: tuple(np.round(point.coords[0], 6)) for point, row in rows_of(points)}
    at_points = [(point, row) for point, row in with_them if row["point"]]
    assert len(at_points) >= 5
    for point, row in at_points:
        assert tuple(np.round(point.coords[0], 6)) == numbers[row["point"]]
    without = rows_of(place(OUTPUT=str(tmp_path / "x.gpkg"))["OUTPUT"])
    assert [point for point, _ in without] == [point for point, _ in with_them]
    assert {row["point"] for _, row in without} == {""}


def test_turning_points_of_few_columns_and_off_the_line(place, feedback):
    corners = [(0, 0), (0, 3000), (2000, 3000), (7000, 0)]
    told = feedback()
    points = layer(
        "Point",
        [(Point(xy), f"P{n}") for n, xy in enumerate(corners)] + [(Point(50, 50), "off")],
        "point:string",
    )
    rows = rows_of(place(told, TURNING_POINTS=points, WATER=None)["OUTPUT"])
    found = {row["point"]: row for _, row in rows if row["point"]}
    # Their angles are measured: 90 degrees at the corners, none on the straight.
    assert {number for number, row in found.items() if "corner" in row["reasons"]} == {
        "P0",
        "P1",
        "P3",
    }
    assert any("not on the line" in text and "off" in text for text in told.warned)


def test_an_earlier_layer_of_numbers_alone_counts_as_measured(place, feedback):
    told = feedback()
    earlier = layer("Point", [(Point(0, 1234), "B1-0500")], "marker:string")
    done = place(told, EXISTING=earlier)
    rows = {row["marker"]: (point, row) for point, row in rows_of(done["OUTPUT"])}
    point, row = rows["B1-0500"]
    assert (point, row["state"], row["kind"]) == (Point(0, 1234), "measured", "solid")
    # Later numbers of the block come after it.
    assert min(number for number in rows if number.startswith("B1")) == "B1-0500"
    assert any("have no state" in text for text in told.warned)


def rules_file(folder, **markers):
    content = yaml.safe_load((FOLDER / "example.yaml").read_text(encoding="utf-8"))
    for name, value in markers.items():
        content["markers"][name]["value"] = value
    content["status"] = "in force"
    path = folder / "规则.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return str(path)


def test_what_cannot_be_kept_is_a_layer(place, feedback, tmp_path):
    told = feedback()
    rules = rules_file(tmp_path, witness=False, electronic=False)
    lake = polygons(box(-200, -200, 300, 3200))
    done = place(told, RULES=rules, WATER=lake, RIVERS=None)
    rows = rows_of(done["EXCEPTIONS"])
    assert done["EXCEPTIONS_COUNT"] == len(rows) >= 3
    assert {row["rule"] for _, row in rows} >= {"corner", "spacing"}
    for _, row in rows:
        assert list(row) == ["fid", "rule", "marker", "block", "value", "limit", "why"]
        assert row["block"] == "B1"
        assert row["why"]
    (spacing,) = [row for _, row in rows if row["rule"] == "spacing"]
    assert spacing["marker"]
    assert spacing["value"] > spacing["limit"]
    assert any("Rules are not kept in" in text for text in told.warned)
    assert not any("example" in text for text in told.warned)


@pytest.mark.parametrize("name", ["ROADS", "PATHS", "RIVERS", "BORDERS"])
def test_polygons_serve_where_lines_do(place, name):
    strip = polygons(ROAD.buffer(4.0) if name != "BORDERS" else box(900, -500, 2000, 4000))
    rows = rows_of(place(**{"RIVERS": None, "ROADS": None, "BORDERS": None, name: strip})["OUTPUT"])
    kind = {"ROADS": "road", "PATHS": "path", "RIVERS": "river", "BORDERS": "border"}[name]
    assert sum(kind in row["reasons"].split(",") for _, row in rows) >= 2


def test_layers_in_other_systems_give_the_same(place, tmp_path):
    import processing

    here = rows_of(place()["OUTPUT"])

    def moved(name, given):
        path = str(tmp_path / f"{name}.gpkg")
        processing.run(
            "native:reprojectlayer", {"INPUT": given, "TARGET_CRS": "EPSG:4490", "OUTPUT": path}
        )
        return path

    others = {name: moved(name, given) for name, given in around().items()}
    there = rows_of(place(**others, OUTPUT=str(tmp_path / "b.gpkg"))["OUTPUT"])
    assert [row["marker"] for _, row in there] == [row["marker"] for _, row in here]
    apart = [one.distance(other) for (one, _), (other, _) in zip(here, there)]
    assert max(apart) < 0.01


def test_slope_and_elevation_are_the_same_ground(place, tmp_path, feedback):
    heights = np.tan(np.radians(20.0)) * 30.0 * np.mgrid[0:140, 0:260][1]
    folder = tmp_path / "e"
    folder.mkdir()
    elevation = slope_file(folder, heights)
    slope = slope_file(tmp_path, np.full((140, 260), 20.0))
    one = rows_of(place(SLOPE=slope)["OUTPUT"])
    other = rows_of(place(ELEVATION=elevation, OUTPUT=str(tmp_path / "b.gpkg"))["OUTPUT"])
    assert [(row["marker"], row["terrain"]) for _, row in one] == [
        (row["marker"], row["terrain"]) for _, row in other
    ]
    assert {row["terrain"] for _, row in one} == {"mountain"}
    told = feedback()
    place(told, SLOPE=slope, ELEVATION=elevation, OUTPUT=str(tmp_path / "c.gpkg"))
    assert any("the slope is taken" in text for text in told.told)


def test_no_slope_and_slope_without_data_are_any_terrain(place, tmp_path, feedback):
    told = feedback()
    one = rows_of(place(told)["OUTPUT"])
    assert any("Neither slope nor elevation" in text for text in told.warned)
    nothing = slope_file(tmp_path, np.full((140, 260), -9999.0), nodata=-9999.0)
    other = rows_of(place(SLOPE=nothing, OUTPUT=str(tmp_path / "b.gpkg"))["OUTPUT"])
    assert [row["terrain"] for _, row in other] == ["any"] * len(other)
    assert [point for point, _ in other] == [point for point, _ in one]


def test_layers_that_hold_nothing_of_use_are_told(place, feedback):
    told = feedback()
    place(
        told,
        ROADS=lines(),
        WATER=polygons(None),
        RIVERS=layer("LineString", [(RIVER,), (None,)]),
    )
    said = "\n".join(told.warned)
    assert "nothing in it can be used" in said
    assert "left out, it has no geometry" in said


def test_all_that_is_wrong_with_the_places_is_told_at_once(place, tmp_path):
    output = str(tmp_path / "a.gpkg")
    with pytest.raises(QgsProcessingException, match="Both results would be written there"):
        place(OUTPUT=output, EXCEPTIONS=output)
    with pytest.raises(QgsProcessingException, match="Both results would be written there"):
        place(OUTPUT=output, REGISTER=output)
    with pytest.raises(QgsProcessingException, match=r"(?s)Vector layers.*must end with \.gpkg"):
        place(OUTPUT=str(tmp_path / "a.dwg"), REGISTER=str(tmp_path / "a.xlsx"))
    with pytest.raises(QgsProcessingException, match=r"no folder|does not exist|no such"):
        place(REGISTER=str(tmp_path / "nowhere" / "a.gpkg"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"INPUT": "nowhere.gpkg"}, "Red-line blocks|nowhere"),
        ({"SLOPE": "nowhere.tif"}, "nowhere"),
        ({"RULES": "nowhere.yaml"}, "nowhere"),
        ({"STRETCHES": "nowhere.gpkg"}, "nowhere"),
        ({"BLOCK_FIELD": "nothing"}, "nothing"),
    ],
)
def test_what_is_not_there(place, more, message):
    with pytest.raises(QgsProcessingException, match=message):
        place(**more)


def test_blocks_in_degrees_are_refused(place):
    degrees = layer(
        "Polygon", [(box(104, 30, 104.1, 30.1), "B1")], "block:string", crs="EPSG:4490", base=(0, 0)
    )
    with pytest.raises(QgsProcessingException, match="not a projected CRS in metres"):
        place(INPUT=degrees)


def test_numbers_that_stand_twice_are_refused(place):
    twice = layer("Point", [(Point(0, 10), "N1"), (Point(0, 20), "N1")], "marker:string")
    with pytest.raises(QgsProcessingException, match="N1"):
        place(EXISTING=twice)
    none = layer("Point", [(Point(0, 10), "N1")], "number:string")
    with pytest.raises(QgsProcessingException, match="no field marker"):
        place(EXISTING=none)


def test_the_belt_can_be_given(place, feedback, tmp_path):
    told = feedback()
    rows = rows_of(place(told, BELT=35)["OUTPUT"])
    assert {row["belt"] for _, row in rows} == {35}
    assert any("35" in text and "belt" in text for text in told.warned)


def test_kinds_of_boundary_come_from_the_stretches(place, tmp_path):
    stretch = layer(
        "LineString", [(LineString([(0, 3000), (4000, 3000)]), "natural")], "source:string"
    )
    rows = rows_of(place(STRETCHES=stretch)["OUTPUT"])
    assert {row["boundary"] for _, row in rows} == {"natural", "any"}
    inner = [row for _, row in rows if row["boundary"] == "natural" and row["next_m"]]
    assert max(row["limit_m"] for row in inner) > 1000.0


@pytest.mark.parametrize("share", [1, 15, 30, 60, 79])
def test_cancelled_nothing_is_left(run, feedback, tmp_path, share):
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            "placemarkers",
            {
                "INPUT": blocks(),
                **around(),
                "OUTPUT": str(folder / "a.gpkg"),
                "EXCEPTIONS": str(folder / "b.gpkg"),
                "REGISTER": str(folder / "c.gpkg"),
            },
            feedback(cancel_at=share),
        )
    assert list(folder.iterdir()) == []
