"""Access and order of setting as a user runs it."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import NULL, QgsProcessingException
from shapely.geometry import LineString, MultiPoint, Point, box
from support.layers import BASE, layer, rows_of
from support.rasters import write

from redline_plugin.core.provenance import read_layer_provenance

FIELDS = "marker:string&block:string&kind:string&state:string&road_m:double&备注:string"
PLACE = (BASE[0] - 1000.0, 30.0, 0.0, BASE[1] + 4000.0, 0.0, -30.0)


def markers(**how):
    around = [(0, 0), (0, 1000), (1000, 1000), (1000, 0)]
    rows = [
        (Point(*place), f"B1-{number:04d}", "B1", "solid", "planned", -1.0, "甲")
        for number, place in enumerate(around, start=1)
    ]
    rows += [
        (Point(0, 500), "B1-0005", "B1", "solid", "set", None, None),
        (Point(500, 0), "B1-0006", "B1", "solid", "retired", None, None),
        (Point(1000, 500), "B1-0007", "B1", "witnessed", "planned", None, None),
        (Point(1030, 500), "B1-0007(1)", "B1", "witness", "planned", None, None),
    ]
    return layer("Point", rows, FIELDS, name="界桩", **how)


def roads(**how):
    return layer("LineString", [(LineString([(-2000, -100), (3000, -100)]),)], **how)


@pytest.fixture
def route(run, feedback, tmp_path):
    folder = tmp_path / "路 线"
    folder.mkdir()
    runs = iter(range(99))

    def run_it(**more):
        told = feedback()
        number = next(runs)
        done = run(
            "surveyroute",
            {
                "MARKERS": markers(),
                "ROADS": roads(),
                "OUTPUT": str(folder / f"桩{number}.gpkg"),
                "ROUTES": str(folder / f"线{number}.gpkg"),
                **more,
            },
            told,
        )
        routes = rows_of(done["ROUTES"]) if done.get("ROUTES") else []
        return done, rows_of(done["OUTPUT"]), routes, told

    return run_it


def column(rows, name):
    return {row["marker"]: row[name] for _, row in rows}


def test_the_layers(route):
    done, rows, routes, told = route()
    assert len(rows) == 8
    # Its own fields stay; those that are found anew are replaced.
    assert list(rows[0][1])[:6] == ["fid", "marker", "block", "kind", "state", "备注"]
    assert column(rows, "备注")["B1-0001"] == "甲"
    assert column(rows, "road_m")["B1-0002"] == pytest.approx(1100.0)
    assert column(rows, "next") == {
        "B1-0001": "B1-0002",
        "B1-0002": "B1-0003",
        "B1-0003": "B1-0004",
        "B1-0004": "B1-0005",
        "B1-0005": "B1-0007",
        "B1-0006": NULL,
        "B1-0007": NULL,
        "B1-0007(1)": NULL,
    }
    assert column(rows, "sight_m")["B1-0001"] == pytest.approx(1000.0)
    # Nothing is known of the ground.
    assert set(column(rows, "sees_next").values()) == {NULL}
    assert set(column(rows, "slope_deg").values()) == {NULL}
    visits = column(rows, "visit")
    assert sorted(visits.values()) == [0, 0, 0, 1, 2, 3, 4, 5]
    assert [visits[name] for name in ("B1-0005", "B1-0006", "B1-0007")] == [0, 0, 0]
    assert done["VISITED"] == 5
    way, row = routes[0]
    assert (row["crew"], row["markers"]) == (1, 5)
    assert row["length_m"] == done["LENGTH"] == pytest.approx(way.length)
    assert done["LENGTH"] >= done["LEAST"]
    assert way.coords[0] == way.coords[-1] == (0.0, -100.0)
    order = sorted((visit, name) for name, visit in visits.items() if visit)
    assert (row["first"], row["last"]) == (order[0][1], order[-1][1])
    places = {item["marker"]: at for at, item in rows}
    assert list(way.coords)[1:-1] == [places[name].coords[0] for _, name in order]
    # Level and off paths: three fifths of Tobler's pace, and half an hour at each marker.
    pace = 0.6 * 6.0 * np.exp(-3.5 * 0.05)
    level = (1.0 / pace + 1.0 / pace) / 2.0
    assert row["hours"] == pytest.approx(way.length / 1000 * level + 2.5, rel=1e-9)
    assert done["LONGEST"] == row["hours"]
    assert any("3 of 8 markers are not on the routes" in text for text in told.told)
    assert any("all is taken for level" in text for text in told.told)


def test_markers_that_are_set_too(route):
    done, _, _, _ = route(DONE_TOO=True)
    assert done["VISITED"] == 6


def test_along_the_line(route):
    blocks = layer("Polygon", [(box(0, 0, 1000, 1000), "B1")], "block:string")
    _, rows, _, told = route(BLOCKS=blocks)
    found = column(rows, "next")
    assert [found[f"B1-000{n}"] for n in (1, 5, 2, 3, 7, 4)] == [
        f"B1-000{n}" for n in (5, 2, 3, 7, 4, 1)
    ]
    assert found["B1-0006"] == found["B1-0007(1)"] == NULL
    elsewhere = layer("Polygon", [(box(5000, 0, 6000, 1000), "B1")], "block:string")
    _, rows, _, told = route(BLOCKS=elsewhere)
    assert set(column(rows, "next").values()) == {NULL}
    assert any("6 markers have no next one along the line" in text for text in told.told)


def test_sight_and_slope(route, tmp_path):
    values = np.full((200, 200), 500.0, dtype=np.float32)
    # A ridge between the two sides, and a ramp north of it all.
    values[:, 50] = 560.0
    values[:60] += 3.0 * np.arange(60, 0, -1)[:, None]
    path = write(tmp_path / "高程.tif", values, PLACE, nodata=-9999.0)
    done, rows, _, told = route(ELEVATION=path)
    seen = column(rows, "sees_next")
    assert seen["B1-0001"] == 1
    assert seen["B1-0002"] == 0
    assert (done["SEEN"], done["HIDDEN"]) == (2, 3)
    assert column(rows, "hidden_by_m")["B1-0002"] > 40.0
    assert column(rows, "hidden_at_m")["B1-0002"] == pytest.approx(515.0, abs=16.0)
    assert column(rows, "hidden_by_m")["B1-0001"] == NULL
    assert column(rows, "slope_deg")["B1-0001"] == pytest.approx(0.0, abs=1e-6)
    slope = write(tmp_path / "坡度.tif", np.full((200, 200), 12.5, np.float32), PLACE)
    _, rows, _, _ = route(ELEVATION=path, SLOPE=slope)
    assert set(column(rows, "slope_deg").values()) == {12.5}
    record = read_layer_provenance(done["ROUTES"])
    assert [one["name"] for one in record["inputs"]] == ["ELEVATION"]
    assert record["parameters"]["rule"] == "tobler"
    # High enough, everything is seen.
    done, _, _, _ = route(ELEVATION=path, INSTRUMENT=100.0, TARGET=100.0)
    assert done["HIDDEN"] == 0
    values[:, 30:] = -9999.0
    cut = write(tmp_path / "缺.tif", values, PLACE, nodata=-9999.0)
    _, rows, _, told = route(ELEVATION=cut)
    assert column(rows, "sees_next")["B1-0002"] == NULL
    assert any("there is no elevation here or at the next one" in text for text in told.warned)


def test_crews_and_bases(route):
    bases = layer("Point", [(Point(1100, 500), "东站"), (Point(-100, 500), "西站")], "MC:string")
    _, rows, routes, _ = route(CREWS=2, BASES=bases)
    assert [row["crew"] for _, row in routes] == [1, 2]
    assert {row["base"] for _, row in routes} == {"东站", "西站"}
    crews = column(rows, "crew")
    assert crews["B1-0001"] != crews["B1-0003"]
    for _, row in routes:
        assert crews[row["first"]] == crews[row["last"]] == row["crew"]
    for way, row in routes:
        assert way.coords[0] == ((1100.0, 500.0) if row["base"] == "东站" else (-100.0, 500.0))
    done, _, routes, told = route(CREWS=9)
    assert len(routes) == done["VISITED"] == 5
    assert any("only 5 markers to visit for 9 crews" in text for text in told.warned)


def test_any_layer_of_points(route):
    made = layer(
        "MultiPoint",
        [
            (MultiPoint([(0, 0)]), 10),
            (MultiPoint([(0, 0), (9, 9)]), 11),
            (None, 12),
            (MultiPoint([(500, 0)]), 2),
        ],
        "编号:int",
    )
    done, rows, routes, told = route(MARKERS=made, NUMBER_FIELD="编号", BLOCK_FIELD="")
    assert [row["编号"] for _, row in rows] == [10, 2]
    assert [row["next"] for _, row in rows] == [NULL, "10"]
    assert rows[0][0].geom_type == "Point"
    assert any("feature 2 was left out, it is at several places" in text for text in told.warned)
    assert any("Feature 3 was left out" in text for text in told.warned)
    assert done["VISITED"] == 2
    assert len(routes) == 1


def test_nothing_to_visit(route):
    made = layer("Point", [(Point(0, 0), "a", "retired")], "marker:string&state:string")
    done, rows, routes, told = route(MARKERS=made)
    assert len(rows) == 1
    assert routes == []
    assert done["LONGEST"] == 0.0
    assert any("there is no route" in text for text in told.warned)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"NUMBER_FIELD": "号"}, "It has no field 号; it has marker, block"),
        ({"ELEVATION": "/nowhere/x.tif"}, "cannot be read as a raster"),
        ({"ROUTES": "/nowhere/x.gpkg"}, "The output folder does not exist."),
    ],
)
def test_what_is_refused(route, more, words):
    with pytest.raises(QgsProcessingException) as error:
        route(**more)
    assert words in str(error.value)


def test_layers_that_do_not_serve(route):
    with pytest.raises(QgsProcessingException, match="not a projected CRS in metres"):
        route(MARKERS=layer("Point", [(Point(0, 0), "a")], "marker:string", "EPSG:4490", (108, 32)))
    with pytest.raises(QgsProcessingException, match="no point that can be used"):
        route(MARKERS=layer("Point", [(None, "a")], "marker:string"))
    with pytest.raises(QgsProcessingException, match="no coordinate reference system"):
        route(ROADS=roads(crs=""))
    _, rows, _, told = route(ROADS=layer("LineString", []))
    assert set(column(rows, "road_m").values()) == {NULL}
    assert any("there is no access" in text for text in told.warned)


def test_both_results_in_one_place_are_refused(route, tmp_path):
    place = str(tmp_path / "x.gpkg")
    with pytest.raises(QgsProcessingException, match="Both results would be written there"):
        route(OUTPUT=place, ROUTES=place)


def test_cancelled_nothing_is_left(run, feedback, tmp_path):
    for share in (5, 40, 70):
        with pytest.raises(QgsProcessingException):
            run(
                "surveyroute",
                {
                    "MARKERS": markers(),
                    "ROADS": roads(),
                    "OUTPUT": str(tmp_path / "x.gpkg"),
                    "ROUTES": str(tmp_path / "y.gpkg"),
                },
                feedback(cancel_at=share),
            )
    assert list(tmp_path.glob("*.gpkg")) == []
