"""What a register does, step by step."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from support.register import RULES, A, B, C, D, X, Y, dump, every, made, made_line, placed

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import CancelledError, InputError, OutputError
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.survey.coordinates import coordinates_of
from redline_plugin.core.survey.marker import Marker
from redline_plugin.core.survey.register import Register, create

LINE = made_line()


@pytest.fixture
def register(tmp_path: Path) -> Register:
    found = made(tmp_path / "界桩 登记.gpkg")
    yield found
    found.close()


def key(register: Register, number: str) -> int:
    found = register.key_of(number)
    assert found is not None, number
    return found


def test_markers_are_listed_along_the_rings(register: Register) -> None:
    columns = register.columns()
    of_a = [at for at, block in enumerate(columns.block) if block == A]
    assert [columns.marker[at] for at in of_a] == [f"{A}-{n:04d}" for n in range(1, 11)]
    assert [columns.along_m[at] for at in of_a] == [400.0 * n for n in range(10)]
    assert columns.block == sorted(columns.block)
    assert register.states()["planned"] == len(columns.id)
    assert list(register.block_names()) == [A, B, C, D]


def test_adding_gives_the_next_number_and_splits_the_distance(register: Register) -> None:
    place = register.place_near(X + 200.0, Y + 1010.0, 50.0)
    assert place is not None
    before = register.row(key(register, f"{A}-0001"))
    assert before["next_m"] == pytest.approx(400.0)
    new = register.add(place, "张三", "漏放")
    row = register.row(new)
    assert (row["marker"], row["kind"], row["state"]) == (f"{A}-0011", "solid", "planned")
    assert (row["reasons"], row["why"]) == ("by hand", "placed by hand")
    assert (row["ring"], row["along_m"]) == (1, pytest.approx(200.0))
    assert register.row(before["id"])["next_m"] == pytest.approx(200.0)
    assert row["next_m"] == pytest.approx(200.0)
    assert set(register.changed) == {new, before["id"]}
    (step,) = register.log()
    assert (step.who, step.what, step.marker, step.why) == ("张三", "added", f"{A}-0011", "漏放")
    assert step.when.endswith("+00:00")
    with pytest.raises(InputError, match="there already"):
        register.add(place, "x")


def test_coordinates_follow_a_marker(register: Register) -> None:
    one = key(register, f"{A}-0002")
    place = register.slide(one, X + 555.0, Y + 1100.0)
    register.move(one, place, "x")
    row = register.row(one)
    assert (place.x, place.y) == (X + 555.0, Y + 1000.0)
    found = coordinates_of(np.array([[place.x, place.y]]), register.crs, belt=register.belt())
    for name in ("longitude", "latitude", "easting", "northing"):
        assert row[name] == pytest.approx(getattr(found, name)[0], abs=1e-9)
    assert row["longitude_dms"] == found.longitude_dms[0]
    assert row["belt"] == 35
    assert row["easting"] == pytest.approx(X + 555.0, abs=1e-3)


def test_a_marker_moves_between_its_neighbours_only_unless_asked(register: Register) -> None:
    one = key(register, f"{A}-0002")
    far = register.slide(one, X - 500.0, Y + 1000.0)
    assert far.x == pytest.approx(X + 0.1)
    beyond = register.place_near(X + 900.0, Y + 1000.0, 1.0)
    assert beyond is not None
    with pytest.raises(InputError, match="beyond a neighbour"):
        register.move(one, beyond, "x")
    register.move(one, beyond, "x", past=True)
    rows = {n: register.row(key(register, f"{A}-{n:04d}")) for n in (1, 2, 3)}
    assert rows[1]["next_m"] == pytest.approx(800.0)
    assert rows[3]["next_m"] == pytest.approx(100.0)
    assert rows[2]["moved_m"] == pytest.approx(500.0)
    assert rows[2]["why"] == "最大间距; moved along the line by hand"
    assert rows[2]["reasons"] == "spacing,by hand"
    back = register.place_near(X + 390.0, Y + 1000.0, 1.0)
    assert back is not None
    register.move(one, back, "x", past=True)
    row = register.row(one)
    # From where it was at first, not the sum of its ways; told once.
    assert row["moved_m"] == pytest.approx(10.0)
    assert row["why"] == rows[2]["why"]
    assert row["reasons"] == rows[2]["reasons"]


def test_a_marker_stays_on_its_ring(register: Register) -> None:
    one = key(register, f"{A}-0002")
    elsewhere = register.place_near(X + 3000.0, Y + 400.0, 1.0)
    assert elsewhere is not None
    with pytest.raises(InputError, match="own ring"):
        register.move(one, elsewhere, "x", past=True)
    hole = register.place_near(X + 300.0, Y + 550.0, 1.0)
    assert hole is not None
    with pytest.raises(InputError, match="own ring"):
        register.move(one, hole, "x", past=True)


def test_what_stands_is_not_moved(register: Register) -> None:
    one = key(register, f"{A}-0002")
    register.set_state([one], "measured", "x")
    place = register.slide(one, X + 500.0, Y + 1000.0)
    with pytest.raises(InputError, match="where it stands"):
        register.move(one, place, "x")
    register.set_state([one], "lost", "x")
    register.move(one, place, "x")


def test_a_deleted_number_is_not_given_again_and_undo_gives_it_back(register: Register) -> None:
    last = key(register, f"{A}-0010")
    register.delete([last], "x")
    assert register.key_of(f"{A}-0010") is None
    place = register.place_near(X, Y + 500.0, 1.0)
    assert place is not None
    new = register.add(place, "x")
    assert register.row(new)["marker"] == f"{A}-0011"
    register.undo()
    register.undo()
    assert key(register, f"{A}-0010") == last
    assert not register.is_used_up(f"{A}-0010")
    # What was never there after all does not use a number up.
    assert register.row(register.add(place, "x"))["marker"] == f"{A}-0011"


def test_only_what_never_stood_is_deleted(register: Register) -> None:
    one, other = key(register, f"{A}-0002"), key(register, f"{A}-0003")
    register.set_state([one], "set", "x")
    before = dump(register)
    with pytest.raises(InputError, match="Retire it instead"):
        register.delete([other, one], "x")
    assert dump(register) == before
    register.retire([one], "x")
    row = register.row(one)
    assert (row["marker"], row["state"], row["next_m"]) == (f"{A}-0002", "retired", None)
    assert register.row(key(register, f"{A}-0001"))["next_m"] == pytest.approx(800.0)
    with pytest.raises(InputError, match="cannot follow"):
        register.set_state([one], "planned", "x")


def test_states_follow_one_another_as_in_the_field(register: Register) -> None:
    one, other = key(register, f"{A}-0002"), key(register, f"{A}-0003")
    assert register.following([one]) == ["set", "measured", "retired"]
    register.set_state([one], "set", "x")
    assert register.following([one, other]) == ["measured", "retired"]
    assert register.row(one)["warnings"] == "not engraved"
    register.set_state([one, other], "measured", "x")
    with pytest.raises(InputError) as told:
        register.set_state([one, key(register, f"{A}-0004")], "accepted", "x")
    assert f"{A}-0004" in str(told.value)
    assert "Possible are: set, measured, retired" in str(told.value)
    assert register.row(one)["state"] == "measured"
    register.set_state([one], "accepted", "x")
    register.set_state([one], "damaged", "x")
    assert register.row(one)["warnings"] == "damaged,not engraved"
    register.set_state([one], "lost", "x")
    assert register.row(one)["warnings"] == "lost"
    register.set_state([one], "set", "x")
    assert register.states()["set"] == 1


def test_engraved_numbers_are_unique(register: Register) -> None:
    one, other = key(register, f"{A}-0002"), key(register, f"{A}-0003")
    register.engrave(one, " 刻 7 ", "x")
    assert register.row(one)["engraved"] == "刻 7"
    with pytest.raises(InputError, match=f"that of marker {A}-0002"):
        register.engrave(other, "刻 7", "x")
    register.engrave(one, "", "x")
    register.engrave(other, "刻 7", "x")
    register.set_state([one, other], "set", "x")
    assert [register.row(k)["warnings"] for k in (one, other)] == ["not engraved", ""]


def test_an_engraved_number_that_came_twice_is_warned_about_until_one_changes(
    tmp_path: Path,
) -> None:
    markers = placed(LINE, every(LINE, D, 500.0))
    twice = [(replace(one, engraved="9"), *rest) for one, *rest in markers[:2]] + markers[2:]
    create(tmp_path / "x.gpkg", LINE, RULES, twice)
    register = Register(tmp_path / "x.gpkg")
    assert [register.row(k)["warnings"] for k in (1, 2, 3)] == ["engraved twice"] * 2 + [""]
    register.engrave(1, "8", "x")
    assert [register.row(k)["warnings"] for k in (1, 2)] == ["", ""]
    register.close()


def test_a_stretch_is_renumbered_in_the_order_of_the_ring(register: Register) -> None:
    # The stretch passes the beginning of the ring; it is told from its first marker on.
    keys = [key(register, f"{A}-{n:04d}") for n in (2, 10, 1, 9)]
    pairs = register.renumbering(keys, 101)
    assert [old[-4:] for _, old, _ in pairs] == ["0009", "0010", "0001", "0002"]
    assert [new[-4:] for _, _, new in pairs] == ["0101", "0102", "0103", "0104"]
    register.renumber(keys, 101, "x", "改号")
    assert key(register, f"{A}-0102") == keys[1]
    for number in (1, 2, 9, 10):
        assert register.is_used_up(f"{A}-{number:04d}")
    with pytest.raises(InputError, match="used up") as told:
        register.renumber(keys, 9, "x")
    assert f"{A}-0009" in str(told.value)
    with pytest.raises(InputError, match="Another marker"):
        register.renumber(keys, 3, "x")
    register.undo()
    assert key(register, f"{A}-0001") == keys[2]
    assert not register.is_used_up(f"{A}-0001")


def test_the_whole_ring_is_renumbered_from_its_beginning_with_its_own_numbers(
    register: Register,
) -> None:
    place = register.place_near(X + 200.0, Y + 1000.0, 1.0)
    assert place is not None
    new = register.add(place, "x")
    keys = [k for k, block in zip(register.columns().id, register.columns().block) if block == A]
    register.renumber(keys[::-1], 1, "x")
    assert register.row(new)["marker"] == f"{A}-0002"
    assert [register.row(k)["marker"] for k in keys] == [f"{A}-{n:04d}" for n in range(1, 12)]
    assert not register.is_used_up(f"{A}-0011")
    assert register.store.execute("select count(*) from numbers").fetchone() == (0,)
    with pytest.raises(InputError, match="block by block"):
        register.renumber([keys[0], key(register, f"{D}-0001")], 50, "x")
    register.set_state([keys[4]], "set", "x")
    with pytest.raises(InputError, match="keeps its number"):
        register.renumber(keys, 1, "x")


def test_a_point_gets_witnesses_that_follow_it(register: Register) -> None:
    one = key(register, f"{D}-0002")
    register.change_kind([one], "witnessed", "x")
    number = register.row(one)["marker"]
    pair = register.witnesses(number)
    assert [row["marker"] for row in pair] == [f"{number}(1)", f"{number}(2)"]
    point = register.position(one)
    for row in pair:
        x, y = register.position(row["id"])
        away = np.hypot(x - point[0], y - point[1])
        assert row["offset_m"] == pytest.approx(away, abs=1e-3)
        assert away <= 60.0
        turn = np.radians(row["offset_deg"])
        back = (x + away * np.sin(turn), y + away * np.cos(turn))
        assert back == pytest.approx(point, abs=1e-2)
        assert row["next_m"] is None
    columns = register.columns()
    at = columns.id.index(one)
    assert columns.marker[at + 1 : at + 3] == [f"{number}(1)", f"{number}(2)"]
    register.renumber([one], 77, "x")
    assert [row["marker"] for row in register.witnesses(f"{D}-0077")] == [
        f"{D}-0077(1)",
        f"{D}-0077(2)",
    ]
    register.undo()
    place = register.slide(one, *(np.array(point) + 20.0))
    register.move(one, place, "x")
    for row in register.witnesses(number):
        away = np.hypot(*(np.array(register.position(row["id"])) - register.position(one)))
        assert row["offset_m"] == pytest.approx(away, abs=1e-3)
    with pytest.raises(InputError, match="goes with its point"):
        register.delete([pair[0]["id"]], "x")
    register.move_witness(pair[0]["id"], *(np.array(register.position(one)) + 3.0), "x")
    with pytest.raises(InputError, match="rules allow 60 m"):
        register.move_witness(pair[0]["id"], point[0] + 100.0, point[1], "x")
    register.change_kind([one], "solid", "x")
    assert register.witnesses(number) == []
    register.change_kind([one], "witnessed", "x")
    # Their numbers, too, are given once.
    assert [row["marker"][-3:] for row in register.witnesses(number)] == ["(3)", "(4)"]
    register.retire([one], "x")
    assert {row["state"] for row in register.witnesses(number)} == {"retired"}
    register.undo()
    register.set_state([register.witnesses(number)[0]["id"]], "set", "x")
    register.set_state([register.witnesses(number)[0]["id"]], "lost", "x")
    assert "no pair" in register.row(one)["warnings"]


def test_no_witnesses_where_nothing_is_free(tmp_path: Path) -> None:
    lake = shapely.Point(X + 3000.0, Y + 400.0).buffer(100.0)
    register = made(tmp_path / "x.gpkg", things={"water": as_shapes([lake])})
    place = register.place_near(X + 3000.0, Y + 400.0, 1.0)
    assert place is not None
    one = register.add(place, "x")
    assert register.row(one)["warnings"] == "water"
    before = dump(register)
    with pytest.raises(InputError, match="electronic marker"):
        register.change_kind([one], "witnessed", "x")
    assert dump(register) == before
    register.change_kind([one], "electronic", "x")
    assert register.row(one)["warnings"] == ""
    register.close()


def test_roads_are_kept_off_and_measured(tmp_path: Path) -> None:
    road = shapely.LineString([(X + 600.0, Y + 900.0), (X + 600.0, Y + 1100.0)])
    register = made(tmp_path / "x.gpkg", things={"road": as_shapes([road])})
    for off, warned in ((4.9, "road"), (5.0, ""), (7.0, "")):
        place = register.place_near(X + 600.0 - off, Y + 1000.0, 1.0)
        assert place is not None
        one = register.add(place, "x")
        row = register.row(one)
        assert row["warnings"] == warned
        assert row["road_m"] == pytest.approx(off)
        register.undo()
    register.close()


def test_a_measured_marker_may_be_off_the_line_as_far_as_is_accurate(tmp_path: Path) -> None:
    markers = placed(LINE, every(LINE, D, 500.0))
    moved = [
        (replace(marker, state=state), (x - off, y), arc, measure)
        for (marker, (x, y), arc, measure), state, off in zip(
            markers, ("planned", "accepted", "accepted"), (0.01, 0.9, 1.1)
        )
    ]
    create(tmp_path / "x.gpkg", LINE, RULES, moved)
    register = Register(tmp_path / "x.gpkg")
    warned = [register.row(k)["warnings"].split(",") for k in (1, 2, 3)]
    assert ["off line" in one for one in warned] == [True, False, True]
    register.close()


def test_photos_are_copied_and_come_back_with_redo(register: Register, tmp_path: Path) -> None:
    one = key(register, f"{A}-0002")
    picture = tmp_path / "东.JPG"
    picture.write_bytes(b"picture")
    register.attach(one, [picture, picture], "x")
    files = register.photos(one)
    assert [file.name for file in files] == [f"{A}-0002_1.jpg", f"{A}-0002_2.jpg"]
    assert files[0].parent == tmp_path / "photos"
    assert files[1].read_bytes() == b"picture"
    assert register.row(one)["photos"] == f"{A}-0002_1.jpg;{A}-0002_2.jpg"
    register.detach(one, f"{A}-0002_1.jpg", "x")
    assert [file.name for file in register.photos(one)] == [f"{A}-0002_2.jpg"]
    register.undo()
    register.undo()
    assert register.photos(one) == []
    register.redo()
    assert all(file.exists() for file in register.photos(one))
    register.attach(one, [picture], "x")
    assert register.photos(one)[-1].name == f"{A}-0002_3.jpg"
    with pytest.raises(InputError, match="no picture"):
        register.attach(one, [tmp_path / "x.doc"], "x")
    with pytest.raises(InputError, match="cannot be read"):
        register.attach(one, [tmp_path / "gone.png"], "x")


def test_history_tells_of_one_marker(register: Register) -> None:
    one = key(register, f"{A}-0002")
    register.remark(one, "靠路", "张三")
    register.set_state([one, key(register, f"{A}-0003")], "set", "李四", "已埋")
    register.engrave(key(register, f"{A}-0003"), "3", "李四")
    steps = register.history_of(one)
    assert [(step.what, step.who) for step in steps] == [("state", "李四"), ("remark", "张三")]
    assert ("state", "planned", "set") in steps[0].changes
    assert steps[1].changes == (("remark", "", "靠路"),)
    register.undo()
    register.undo()
    assert [step.undone for step in register.history_of(one)] == [True, False]
    register.remark(one, "", "x")
    # What was undone cannot be made again after that, and is gone.
    assert [step.what for step in register.history_of(one)] == ["remark", "remark"]
    assert register.redo() is None


def test_own_columns_of_users_live_through_steps(register: Register) -> None:
    register.store.execute("alter table markers add column 材料 text")
    register.store.execute('alter table markers add column "a""b" text')
    register.store.execute("update markers set 材料 = '石' where id = 2")
    register.store.commit()
    path = register.path
    register.close()
    again = Register(path)
    before = dump(again)
    again.delete([2], "x")
    again.undo()
    assert dump(again) == before
    assert again.row(2)["材料"] == "石"
    again.close()


def test_a_locked_register_is_told_and_unchanged(register: Register) -> None:
    before = dump(register)
    register.store.execute("pragma busy_timeout = 50")
    other = sqlite3.connect(register.path)
    other.execute("begin immediate")
    with pytest.raises(OutputError, match="open in another program"):
        register.remark(1, "x", "x")
    other.rollback()
    other.close()
    assert dump(register) == before
    assert register.log() == []
    register.remark(1, "x", "x")
    assert not register.changed_elsewhere()
    with sqlite3.connect(register.path) as other:
        other.execute("insert into numbers values ('x')")
    assert register.changed_elsewhere()
    assert not register.changed_elsewhere()


def test_what_breaks_in_a_step_leaves_nothing_of_it(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(register)

    def breaks(*_: object) -> None:
        raise ValueError("power cut")

    monkeypatch.setattr(register.checks, "of", breaks)
    with pytest.raises(ValueError, match="power cut"):
        register.delete([key(register, f"{A}-0002")], "x")
    monkeypatch.undo()
    assert dump(register) == before
    assert register.log() == []
    assert register.undo() is None


def test_what_is_no_register_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.gpkg"
    with pytest.raises(InputError, match="no register"):
        Register(other)
    assert not other.exists()
    other.write_bytes(b"nothing at all")
    with pytest.raises(InputError, match="no register"):
        Register(other)
    made(tmp_path / "x.gpkg").close()
    with sqlite3.connect(tmp_path / "x.gpkg") as store:
        store.execute("update settings set value = '2' where key = 'version'")
    with pytest.raises(InputError, match="newer Redline"):
        Register(tmp_path / "x.gpkg")


def test_creating_is_all_or_nothing(tmp_path: Path) -> None:
    markers = placed(LINE, every(LINE, A, 100.0))
    path = tmp_path / "x.gpkg"
    with pytest.raises(InputError, match="more than one feature"):
        create(path, LINE, RULES, [*markers, markers[3]])
    with pytest.raises(InputError, match="does not have: nowhere"):
        create(path, LINE, RULES, [(replace(markers[0][0], block="nowhere"), *markers[0][1:])])
    with pytest.raises(InputError):
        create(path, LINE, RULES.replace("schema: 1", "schema: 9"), markers)

    class Impatient:
        def progress(self, fraction: float) -> None: ...
        def cancelled(self) -> bool:
            return True

        def info(self, message: object) -> None: ...
        def warn(self, message: object) -> None: ...

    with pytest.raises(CancelledError):
        create(path, LINE, RULES, markers, feedback=Impatient())
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OutputError):
        create(tmp_path / "none" / "x.gpkg", LINE, RULES, markers)


def test_retired_numbers_and_markers_without_a_place_are_taken_over(tmp_path: Path) -> None:
    markers = placed(LINE, every(LINE, D, 500.0))
    gone = replace(markers[0][0], marker=f"{D}-0050", state="retired")
    nowhere = (float("nan"), float("nan"))
    create(
        tmp_path / "x.gpkg",
        LINE,
        RULES,
        [*markers, (gone, nowhere, -1, 0.0)],
        retired=[f"{D}-0060"],
    )
    register = Register(tmp_path / "x.gpkg")
    lost = key(register, f"{D}-0050")
    assert register.position(lost) is None
    assert register.row(lost)["warnings"] == ""
    place = register.place_near(X + 3000.0, Y + 50.0, 1.0)
    assert place is not None
    assert register.row(register.add(place, "x"))["marker"] == f"{D}-0061"
    assert isinstance(register.marker(lost), Marker)
    register.close()


@gdal_exceptions()
def test_gdal_reads_the_layers_after_steps(register: Register) -> None:
    place = register.place_near(X + 200.0, Y + 1000.0, 1.0)
    assert place is not None
    new = register.add(place, "x")
    register.delete([key(register, f"{D}-0001")], "x")
    count = len(register.columns().id)
    dataset = gdal.OpenEx(str(register.path))
    layer = dataset.GetLayerByName("markers")
    assert layer.GetFeatureCount() == count
    layer.SetSpatialFilterRect(X + 199.0, Y + 999.0, X + 201.0, Y + 1001.0)
    assert [feature.GetFID() for feature in layer] == [new]
    names = {dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())}
    assert {"markers", "signs", "turning_points", "line", "blocks", "things"} <= names


def test_a_register_with_a_history_is_not_replaced(register: Register) -> None:
    from redline_plugin.core.survey.registerfile import replace_problems, used_up_numbers

    path = register.path
    assert replace_problems(path) == []
    register.delete([key(register, f"{D}-0001")], "x")
    assert used_up_numbers(path) == [f"{D}-0001"]
    assert used_up_numbers(path.with_name("none.gpkg")) == []
    (problem,) = replace_problems(path)
    assert "1 steps" in problem.render()
    with pytest.raises(InputError, match="would be lost"):
        create(path, LINE, RULES, [])
    assert register.key_of(f"{D}-0002") is not None


def test_the_way_to_the_next_marker_is_the_line_between_them(register: Register) -> None:
    ends = {position: one for one in register.columns().id if (position := register.position(one))}
    ways = 0
    for one in register.columns().id:
        way = register.way_to_next(one)
        if not way:
            continue
        ways += 1
        assert way[0] == pytest.approx(register.position(one), abs=1e-6)
        assert any(way[-1] == pytest.approx(end, abs=1e-6) for end in ends)
        assert shapely.LineString(way).length == pytest.approx(
            register.row(one)["next_m"], abs=1e-3
        )
        assert shapely.LineString(way).is_simple
    assert ways > 5
