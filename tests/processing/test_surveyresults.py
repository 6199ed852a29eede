"""Field results as a user takes them in: layers, report, the moved line, a second run, the register."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.survey.line import Block, line_of
from redline_plugin.core.survey.marker import (
    ACCEPTED,
    MEASURED,
    SET,
    SOLID,
    WITNESS,
    Marker,
    columns,
)
from redline_plugin.core.survey.register import Register, create
from redline_plugin.core.survey.rows import values
from redline_plugin.core.survey.rules import FOLDER
from redline_plugin.processing import surveyresultsparameters as names
from redline_plugin.processing.surveyresults import SurveyResults

CRS = "EPSG:4524"
X, Y = 36_500_000.0, 3_570_000.0
WEST = shapely.box(X, Y, X + 400.0, Y + 300.0)
EAST = shapely.box(X + 400.0, Y, X + 800.0, Y + 300.0)
PLACES = [(0, 0), (0, 300), (400, 300), (400, 0), (800, 300), (800, 0), (200, 0)]
NUMBERS = [f"B1-{at + 1:04d}" for at in range(7)]
KINDS = {str: "string", int: "integer", float: "double"}


@pytest.fixture
def take(provider):
    """Run the algorithm; returns its results, warnings and what it told."""
    import processing
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    class Told(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.told, self.warned = [], []

        def pushInfo(self, text):
            self.told.append(text)

        def pushWarning(self, text):
            self.warned.append(text)

    def run_it(**parameters):
        feedback = Told()
        # Kept, so that layers of the run live as long as the test.
        run_it.context = QgsProcessingContext()
        done = processing.run(
            SurveyResults(), parameters, feedback=feedback, context=run_it.context
        )
        return done, feedback

    return run_it


def layer(kind, fields, rows, crs=CRS, name="图层"):
    spec = "".join(f"&field={field}:{KINDS[of]}" for field, of in fields)
    made = QgsVectorLayer(f"{kind}?crs={crs}{spec}", name, "memory")
    assert made.isValid()
    features = []
    for shape, row in rows:
        feature = QgsFeature(made.fields())
        if shape is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(shapely.to_wkb(shape))
            feature.setGeometry(geometry)
        feature.setAttributes([None if value is None else value for value in row])
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


def blocks():
    return layer(
        "Polygon",
        [("block", str), ("name", str), ("county_code", str), ("area_m2", float)],
        [(WEST, ("B1", "西", "990101", 1.0)), (EAST, ("B2", "东", "990101", 1.0))],
        name="红线",
    )


def a_marker(at, **more):
    given = {
        "marker": NUMBERS[at], "engraved": "", "block": "B1", "blocks": "B1", "county": "990101",
        "kind": SOLID, "state": SET, "reasons": "corner", "why": "", "boundary": "any", **more,
    }  # fmt: skip
    return Marker(**given)


def markers(records=None, places=None, crs=CRS):
    records = records or [a_marker(at) for at in range(7)]
    places = places or [(X + x, Y + y) for x, y in PLACES]
    rows = [(shapely.Point(place), values(record)) for record, place in zip(records, places)]
    return layer("Point", columns(Marker), rows, crs, "界桩")


def receiver(folder: Path, shifts, name="测量.csv", numbers=NUMBERS, extra=""):
    lines = ["点名,X,Y,HRMS,备注,照片"]
    for number, (x, y), shift in zip(numbers, PLACES, shifts):
        if shift is not None:
            lines.append(
                f"{number},{Y + y + shift[1]:.3f},{X + x + shift[0]:.3f},0.02,好,DCIM/{number}.jpg"
            )
    file = folder / name
    file.write_text("\n".join(lines) + "\n" + extra, "gbk")
    return str(file)


SHIFTS = [(0.3, 0.2), (0.0, 0.0), (0.4, -0.3), (5.0, 0.0), None, (-0.2, 0.1), (0.1, -0.6)]


def features(path):
    found = QgsVectorLayer(str(path), "x", "ogr")
    assert found.isValid(), path
    fields = found.fields().names()
    rows = []
    for feature in found.getFeatures():
        geometry = feature.geometry()
        shape = None if geometry.isNull() else shapely.from_wkb(bytes(geometry.asWkb()))
        rows.append((shape, dict(zip(fields, feature.attributes()))))
    return rows


def test_markers_move_and_the_line_stays(take, tmp_path):
    done, told = take(
        MARKERS=markers(),
        MEASURED=receiver(tmp_path, SHIFTS),
        INPUT=blocks(),
        OUTPUT=str(tmp_path / "结果.gpkg"),
        DIFFERENCES=str(tmp_path / "差.gpkg"),
        EXCEPTIONS=str(tmp_path / "例外.gpkg"),
        REPORT=str(tmp_path / "报告.html"),
        HISTORY=str(tmp_path / "历史.csv"),
        WHO="张三",
        WHY="验收",
    )
    assert (done["ACCEPTED"], done["BEYOND"], done["MISSING"], done["UNLISTED"]) == (5, 1, 1, 0)
    assert done["LARGEST"] == pytest.approx(5.0, abs=1e-3)
    assert done["MOVED"] == 0
    rows = {row["marker"]: (shape, row) for shape, row in features(done["OUTPUT"])}
    shape, row = rows["B1-0001"]
    assert (shape.x, shape.y) == (X + 0.3, Y + 0.2)
    assert (row["state"], row["verdict"]) == (ACCEPTED, ACCEPTED)
    assert row["diff_m"] == pytest.approx(np.hypot(0.3, 0.2))
    assert row["easting"] == pytest.approx(X + 0.3, abs=1e-3)
    assert row["northing"] == pytest.approx(Y + 0.2, abs=1e-3)
    assert row["belt"] == 36
    assert row["longitude_dms"].endswith("″E")
    assert row["photos"] == "B1-0001.jpg"
    assert row["diff_across_m"] == pytest.approx(-0.5 / np.sqrt(2), abs=1e-6)
    shape, row = rows["B1-0004"]
    assert (shape.x, row["state"], row["verdict"]) == (X + 400.0, MEASURED, "beyond")
    assert row["meas_x"] == pytest.approx(X + 405.0)
    assert rows["B1-0005"][1]["state"] == SET
    assert [row["marker"] for _, row in features(done["DIFFERENCES"])] == [
        number for number, shift in zip(NUMBERS, SHIFTS) if shift
    ]
    assert {row["rule"] for _, row in features(done["EXCEPTIONS"])} == {"accuracy", "not measured"}
    page = Path(done["REPORT"]).read_text("utf-8")
    assert "5 of 7 markers are accepted" in page
    with Path(done["HISTORY"]).open(encoding="utf-8-sig", newline="") as file:
        history = list(csv.DictReader(file))
    assert {row["what"] for row in history} == {"marker moved"}
    assert len(history) == 4
    assert history[0]["who"] == "张三"
    assert history[0]["why"].startswith("验收; It differs by 0.361 m")
    assert any("example" in text for text in told.warned)
    assert any("Column X holds the northings" in text for text in told.told)


def test_the_line_moves_once_for_both_and_a_second_run_changes_nothing(take, tmp_path):
    def run(tag, design, line):
        return take(
            MARKERS=design,
            MEASURED=receiver(tmp_path, SHIFTS),
            INPUT=line,
            MOVE=names.LINE,
            OUTPUT=str(tmp_path / f"m{tag}.gpkg"),
            LINE_OUTPUT=str(tmp_path / f"l{tag}.gpkg"),
            STRETCHES_OUTPUT=str(tmp_path / f"s{tag}.gpkg"),
            HISTORY=str(tmp_path / f"h{tag}.gpkg"),
            REPORT=str(tmp_path / f"r{tag}.html"),
        )

    done, told = run(1, markers(), blocks())
    assert (done["MOVED"], done["REFUSED"]) == (4, 0)
    (west, row), (east, other) = features(done["LINE_OUTPUT"])
    assert (row["block"], row["name"], other["block"]) == ("B1", "西", "B2")
    assert west.is_valid
    assert east.is_valid
    assert shapely.intersection(west, east).area == 0.0
    assert shapely.union_all([west, east]).area == pytest.approx(west.area + east.area, abs=1e-6)
    for at in (0, 2, 5, 6):
        place = shapely.Point(
            X + round(PLACES[at][0] + SHIFTS[at][0], 3), Y + round(PLACES[at][1] + SHIFTS[at][1], 3)
        )
        assert shapely.distance(shapely.boundary(west), place) == 0.0 or at == 5
    assert shapely.distance(shapely.boundary(west), shapely.Point(X + 400.0, Y)) == 0.0
    closes = row["area_m2"] - row["survey_added_m2"] + row["survey_removed_m2"]
    assert closes == pytest.approx(400 * 300, rel=1e-3)
    assert done["NET"] == pytest.approx(
        row["survey_added_m2"] - row["survey_removed_m2"]
        + other["survey_added_m2"] - other["survey_removed_m2"]
    )  # fmt: skip
    lost = [text for text in told.warned if "loses" in text]
    assert len(lost) == sum(r["survey_added_m2"] < r["survey_removed_m2"] for r in (row, other))
    assert {row["what"] for _, row in features(done["HISTORY"])} == {"line moved"}
    assert sum(row["length_m"] for _, row in features(done["STRETCHES_OUTPUT"])) == pytest.approx(
        shapely.union_all([west.boundary, east.boundary]).length
    )
    assert "The line before and after" in Path(done["REPORT"]).read_text("utf-8")

    again, _ = run(2, done["OUTPUT"], done["LINE_OUTPUT"])
    assert (again["ACCEPTED"], again["MOVED"], again["NET"]) == (5, 0, 0.0)
    for name in ("OUTPUT", "LINE_OUTPUT"):
        pairs = list(zip(features(done[name]), features(again[name])))
        assert pairs
        assert all(one.equals_exact(two, 0.0) for (one, _), (two, _) in pairs)
    fields = [name for name, *_ in columns(Marker)]
    for (_, one), (_, two) in zip(features(done["OUTPUT"]), features(again["OUTPUT"])):
        assert [one[name] for name in fields] == [two[name] for name in fields]


def test_a_second_crew_leaves_what_the_first_one_measured(take, tmp_path):
    first = [(0.3, 0.2), (0.0, 0.0), (0.4, -0.3), (5.0, 0.0), None, None, None]
    second = [None, None, None, None, (0.1, 0.1), (-0.2, 0.1), (0.1, -0.6)]
    one, _ = take(
        MARKERS=markers(),
        MEASURED=receiver(tmp_path, first, "甲.csv"),
        OUTPUT=str(tmp_path / "1.gpkg"),
    )
    two, _ = take(
        MARKERS=one["OUTPUT"],
        MEASURED=receiver(tmp_path, second, "乙.csv"),
        OUTPUT=str(tmp_path / "2.gpkg"),
    )
    assert (one["ACCEPTED"], one["MISSING"]) == (3, 3)
    assert (two["ACCEPTED"], two["BEYOND"], two["MISSING"]) == (3, 0, 0)
    before, after = features(one["OUTPUT"]), features(two["OUTPUT"])
    for (old_shape, old), (shape, row) in zip(before[:4], after[:4]):
        assert shape.equals_exact(old_shape, 0.0)
        assert {**row, "fid": 0} == {**old, "fid": 0}
    assert [row["state"] for _, row in after] == [ACCEPTED] * 3 + [MEASURED] + [ACCEPTED] * 3


def test_protected_land_refuses_a_move_and_the_marker_stays(take, tmp_path):
    park = layer("Polygon", [("n", str)], [(shapely.box(X, Y, X + 100.0, Y + 100.0), ("p",))])
    done, told = take(
        MARKERS=markers(),
        MEASURED=receiver(tmp_path, SHIFTS),
        INPUT=blocks(),
        MOVE=names.LINE,
        PROTECTED=park,
        OUTPUT=str(tmp_path / "m.gpkg"),
        EXCEPTIONS=str(tmp_path / "e.gpkg"),
        HISTORY=str(tmp_path / "h.csv"),
    )
    assert (done["MOVED"], done["REFUSED"]) == (3, 1)
    shape, row = features(done["OUTPUT"])[0]
    assert (shape.x, shape.y, row["state"], row["verdict"]) == (X, Y, MEASURED, ACCEPTED)
    wrong = {row["marker"]: row for _, row in features(done["EXCEPTIONS"])}
    assert wrong["B1-0001"]["rule"] == "not moved"
    assert any("B1-0001: It would take" in text for text in told.warned)
    assert "refused" in Path(done["HISTORY"]).read_text("utf-8-sig")


def test_a_layer_of_any_points_without_a_line_in_degrees(take, tmp_path):
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsPointXY,
        QgsProject,
    )

    to = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(CRS),
        QgsCoordinateReferenceSystem("EPSG:4490"),
        QgsProject.instance(),
    )
    places = [to.transform(QgsPointXY(X + x, Y + y)) for x, y in PLACES]
    rows = [
        (shapely.Point(place.x(), place.y()), (number, "Natural line"))
        for place, number in zip(places, NUMBERS)
    ]
    design = layer("Point", [("桩号", str), ("类型", str)], rows, "EPSG:4490")
    done, told = take(
        MARKERS=design,
        NUMBER_FIELD="桩号",
        BOUNDARY_FIELD="类型",
        MEASURED=receiver(tmp_path, SHIFTS),
        OUTPUT=str(tmp_path / "m.gpkg"),
        REPORT=str(tmp_path / "r.csv"),
    )
    assert (done["ACCEPTED"], done["BEYOND"]) == (6, 0)
    assert any("3-degree belt 36" in text for text in told.told)
    row = features(done["OUTPUT"])[0][1]
    assert (row["桩号"], row["state"], row["diff_limit_m"]) == ("B1-0001", ACCEPTED, 5.0)
    assert row["diff_m"] == pytest.approx(np.hypot(0.3, 0.2), abs=1e-3)
    assert Path(done["REPORT"]).read_text("utf-8-sig").startswith("Kind of boundary,")


def test_measured_as_a_layer_and_as_a_named_layer_of_a_file(take, tmp_path):
    from redline_plugin.core.feedback import Quiet
    from redline_plugin.core.vector.write import write_file, write_table

    rows = [
        (shapely.Point(X + x + shift[0], Y + y + shift[1]), (number, 0.02))
        for number, (x, y), shift in zip(NUMBERS, PLACES, SHIFTS)
        if shift
    ]
    fields = [("name", str), ("hrms", float)]
    file = tmp_path / "外业.gpkg"
    write_file(file, "points", CRS, "Point", fields, rows, {}, Quiet())
    write_table(file, "tracks", CRS, "LineString", fields, [], {}, Quiet())
    write_table(file, "old", CRS, "Point", fields, rows[:1], {}, Quiet())
    done = [
        take(MARKERS=markers(), OUTPUT=str(tmp_path / f"{at}.gpkg"), **measured)[0]
        for at, measured in enumerate(
            (
                {"MEASURED_LAYER": layer("Point", fields, rows)},
                {"MEASURED": f"{file}|layername=points"},
            )
        )
    ]
    assert [each["ACCEPTED"] for each in done] == [5, 5]
    with pytest.raises(QgsProcessingException, match="several layers: points, tracks, old"):
        take(MARKERS=markers(), MEASURED=str(file), OUTPUT=str(tmp_path / "x.gpkg"))
    with pytest.raises(QgsProcessingException, match="no such layer"):
        take(MARKERS=markers(), MEASURED=f"{file}|layername=no", OUTPUT=str(tmp_path / "x.gpkg"))


def test_a_common_shift_is_warned_of(take, tmp_path):
    shifts = [(0.35 + 0.01 * at, 0.35) for at in range(7)]
    done, told = take(
        MARKERS=markers(), MEASURED=receiver(tmp_path, shifts), OUTPUT=str(tmp_path / "m.gpkg")
    )
    assert done["ACCEPTED"] == 7
    assert any("shifted together" in text and "north-east" in text for text in told.warned)


def test_markers_of_blocks_that_the_line_does_not_have_are_told(take, tmp_path):
    records = [a_marker(at, block="990101") for at in range(7)]
    file = receiver(tmp_path, SHIFTS)
    given = {"MEASURED": file, "INPUT": blocks(), "OUTPUT": str(tmp_path / "o.gpkg")}
    _, told = take(MARKERS=markers(records), **given)
    assert any(
        "7 markers are of blocks that the line does not have (990101" in t for t in told.warned
    )
    _, told = take(MARKERS=markers(), **given)
    assert not any("does not have" in text for text in told.warned)


def test_a_workbook_and_a_shapefile(take, tmp_path):
    from osgeo import ogr

    lines = Path(receiver(tmp_path, SHIFTS)).read_text("gbk").splitlines()
    for name, driver in (("外业.xlsx", "XLSX"), ("外业.shp", "ESRI Shapefile")):
        dataset = ogr.GetDriverByName(driver).CreateDataSource(str(tmp_path / name))
        kind = ogr.wkbPoint if driver != "XLSX" else ogr.wkbNone
        made = dataset.CreateLayer("外业", None, kind)
        for field in ("name", "X", "Y"):
            made.CreateField(
                ogr.FieldDefn(field, ogr.OFTString if field == "name" else ogr.OFTReal)
            )
        for line in lines[1:]:
            number, north, east, *_ = line.split(",")
            feature = ogr.Feature(made.GetLayerDefn())
            feature["name"], feature["X"], feature["Y"] = number, float(north), float(east)
            if driver != "XLSX":
                feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({east} {north})"))
            made.CreateFeature(feature)
        feature = made = dataset = None
        done, _ = take(
            MARKERS=markers(), MEASURED=str(tmp_path / name), OUTPUT=str(tmp_path / "o.gpkg")
        )
        assert (done["ACCEPTED"], done["BEYOND"]) == (5, 1), name


def test_the_latest_of_several(take, tmp_path):
    extra = f"B1-0002,{Y + 301:.3f},{X + 3:.3f},0.02,,\n"
    file = receiver(tmp_path, SHIFTS, extra=extra)
    mean, _ = take(MARKERS=markers(), MEASURED=file, REPEATS=0, OUTPUT=str(tmp_path / "1.gpkg"))
    last, told = take(MARKERS=markers(), MEASURED=file, REPEATS=1, OUTPUT=str(tmp_path / "2.gpkg"))
    assert (mean["UNSURE"], mean["BEYOND"]) == (1, 1)
    assert (last["UNSURE"], last["BEYOND"]) == (0, 2)
    row = features(mean["OUTPUT"])[1][1]
    assert (row["meas_times"], row["meas_spread_m"]) == (2, pytest.approx(np.hypot(1.5, 0.5)))
    assert any("no time that can be read" in text for text in told.warned)


def test_witness_markers_do_not_move_the_line_and_their_offsets_follow(take, tmp_path):
    records = [a_marker(0, kind="witnessed"), a_marker(1, kind=WITNESS, of_marker=NUMBERS[0])]
    records[1] = Marker(**{**records[1].__dict__, "offset_m": 5.0, "offset_deg": 90.0})
    places = [(X, Y), (X - 5.0, Y)]
    file = tmp_path / "m.csv"
    file.write_text(f"点名,X,Y\n{NUMBERS[1]},{Y + 0.3:.3f},{X - 5.4:.3f}\n", "gbk")
    done, _ = take(
        MARKERS=markers(records, places),
        MEASURED=str(file),
        INPUT=blocks(),
        MOVE=names.LINE,
        LINE_REACH=10.0,
        OUTPUT=str(tmp_path / "o.gpkg"),
    )
    assert (done["ACCEPTED"], done["MISSING"], done["MOVED"]) == (1, 0, 0)
    row = features(done["OUTPUT"])[1][1]
    assert row["offset_m"] == pytest.approx(np.hypot(5.4, 0.3), abs=1e-6)
    assert row["offset_deg"] == pytest.approx(90.0 + np.degrees(np.arctan2(0.3, 5.4)), abs=1e-6)


def a_register(path):
    shapes = as_shapes([WEST, EAST])
    line = line_of(shapes, np.arange(2), [Block("B1", "西", ""), Block("B2", "东", "")], CRS)
    places = np.array(PLACES, dtype=float) + np.array([X, Y])
    arc, measure, _ = line.nearest(places)
    create(
        path,
        line,
        (FOLDER / "example.yaml").read_text("utf-8"),
        [
            (Marker(**{**a_marker(at).__dict__, "belt": 36}), tuple(places[at]), int(arc[at]), float(measure[at]))
            for at in range(6)
        ],
    )  # fmt: skip


def test_a_register_takes_the_results_in_one_step_that_can_be_undone(take, tmp_path):
    path = tmp_path / "登记.gpkg"
    a_register(path)
    parameters = {
        "MARKERS": markers(),
        "MEASURED": receiver(tmp_path, SHIFTS),
        "REGISTER": str(path),
        "WHO": "张三",
        "WHY": "验收",
    }
    _, told = take(**parameters, OUTPUT=str(tmp_path / "1.gpkg"))
    assert any("no markers of these numbers: B1-0007" in text for text in told.warned)
    register = Register(path)
    try:
        key = register.key_of("B1-0001")
        assert register.position(key) == (X + 0.3, Y + 0.2)
        marker = register.marker(key)
        assert (marker.state, marker.photos, marker.remark) == (ACCEPTED, "B1-0001.jpg", "好")
        assert marker.easting == pytest.approx(X + 0.3, abs=1e-3)
        beyond = register.key_of("B1-0004")
        assert register.position(beyond) == (X + 400.0, Y)
        assert register.marker(beyond).state == MEASURED
        assert register.marker(register.key_of("B1-0005")).state == SET
        (step,) = register.log()
        assert (step.what, step.who, step.why) == ("results", "张三", "验收")
    finally:
        register.close()
    # What it has already makes no step.
    take(**parameters, OUTPUT=str(tmp_path / "2.gpkg"))
    register = Register(path)
    try:
        assert len(register.log()) == 1
        register.undo()
        assert register.position(register.key_of("B1-0001")) == (X, Y)
        assert register.marker(register.key_of("B1-0001")).state == SET
    finally:
        register.close()


WRONG = {
    "nothing measured": ({"MEASURED": None}, "A file or a layer of measurements is needed"),
    "both": ({"MEASURED_LAYER": True}, "Both a file and a layer"),
    "no such file": ({"MEASURED": "/no/such.csv"}, "there is no such file"),
    "no such field": ({"NUMBER_FIELD": "nummer"}, "It has no field nummer; it has .*engraved"),
    "line without blocks": ({"MOVE": names.LINE}, "its blocks are needed"),
    "one place for two": ({"DIFFERENCES": "OUTPUT"}, "Several results would be written there"),
    "no folder": ({"REPORT": "/no/such/r.html"}, "folder does not exist"),
    "no register": ({"REGISTER": "MEASURED"}, "no register of markers"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_stands_against_a_run_is_told_and_nothing_is_written(take, tmp_path, case):
    change, words = WRONG[case]
    parameters = {
        "MARKERS": markers(),
        "MEASURED": receiver(tmp_path, SHIFTS),
        "OUTPUT": str(tmp_path / "o.gpkg"),
    }
    for name, value in change.items():
        parameters[name] = markers() if value is True else parameters.get(value, value)
    with pytest.raises(QgsProcessingException, match=words):
        take(**{name: value for name, value in parameters.items() if value is not None})
    assert [path.name for path in tmp_path.iterdir()] == ["测量.csv"]


def test_markers_with_one_number_twice_or_none_at_all(take, tmp_path):
    file = receiver(tmp_path, SHIFTS)
    twice = markers([a_marker(0), a_marker(0)], [(X, Y), (X + 1, Y)])
    with pytest.raises(QgsProcessingException, match="more than one feature: B1-0001"):
        take(MARKERS=twice, MEASURED=file, OUTPUT=str(tmp_path / "o.gpkg"))
    empty = layer("Point", columns(Marker), [])
    with pytest.raises(QgsProcessingException, match="no marker that can be used"):
        take(MARKERS=empty, MEASURED=file, OUTPUT=str(tmp_path / "o.gpkg"))


def test_a_marker_without_a_place_is_listed_and_left_out(take, tmp_path):
    rows = [
        (shapely.Point(X, Y), (NUMBERS[0],)),
        (None, (NUMBERS[1],)),
        (shapely.Point(X, Y), (None,)),
    ]
    done, told = take(
        MARKERS=layer("Point", [("marker", str)], rows),
        MEASURED=receiver(tmp_path, SHIFTS),
        OUTPUT=str(tmp_path / "o.gpkg"),
    )
    assert done["ACCEPTED"] == 1
    assert sum("left out" in text for text in told.warned) == 2


def test_an_example_is_no_rule_and_a_rule_set_of_ones_own_gives_the_limits(take, tmp_path):
    text = (
        (FOLDER / "example.yaml").read_text("utf-8").replace("status: example", "status: in force")
    )
    text = text.replace("boundary: any, most_m: {value: 1.0", "boundary: any, most_m: {value: 0.4")
    rules = tmp_path / "规则.yaml"
    rules.write_text(text, "utf-8")
    done, told = take(
        MARKERS=markers(),
        MEASURED=receiver(tmp_path, SHIFTS),
        RULES=str(rules),
        OUTPUT=str(tmp_path / "o.gpkg"),
        REPORT=str(tmp_path / "r.html"),
    )
    assert (done["ACCEPTED"], done["BEYOND"]) == (3, 3)
    assert not any("example" in text for text in told.warned)
    assert "example rule set, none" not in Path(done["REPORT"]).read_text("utf-8")
