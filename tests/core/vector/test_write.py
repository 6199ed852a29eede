"""Vector files: whole or not at all, in every format, and nothing of others is lost."""

from __future__ import annotations

import contextlib
import resource
import signal
import sqlite3

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.errors import CancelledError, OutputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.provenance import read_layer_provenance
from redline_plugin.core.vector import livefile
from redline_plugin.core.vector.write import (
    DRIVERS,
    file_problems,
    layers_of,
    write_file,
    write_table,
)

FIELDS = [("名称", str, "Name of it"), ("number", int), ("area", float), ("is_in", bool)]
RECORD = {"algorithm": "redline:test", "parameters": {"a": 1}}
CRS = "EPSG:4490"


class Heard(Quiet):
    """Keeps warnings; cancels when asked for the n-th time."""

    def __init__(self, cancel_at=None):
        self.warned, self.asked, self.cancel_at = [], 0, cancel_at

    def warn(self, message):
        self.warned.append(message.render())

    def cancelled(self):
        self.asked += 1
        return self.cancel_at is not None and self.asked >= self.cancel_at


def boxes(count, start=0):
    for n in range(start, start + count):
        yield (
            shapely.box(100 + n * 1e-3, 30, 100 + (n + 1) * 1e-3, 31),
            (
                f"块{n}",
                None if n % 3 == 0 else 2**40 + n,
                n / 7,
                n % 2 == 0,
            ),
        )


def write(path, rows, feedback=None, kind="MultiPolygon", layer="blocks", how=write_file):
    how(path, layer, CRS, kind, FIELDS, rows, RECORD, feedback or Heard())


@gdal_exceptions()
def content(path, layer=0):
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    found = dataset.GetLayer(layer)
    return [
        (
            shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())),
            [feature.GetField(at) for at in range(len(FIELDS))],
        )
        for feature in found
    ]


def one(shape):
    return shape.geoms[0] if shape.geom_type == "MultiPolygon" else shape


def dump(path):
    with contextlib.closing(sqlite3.connect(path)) as base:
        tables = base.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
        plain = [name for kind, name, sql in tables if kind == "table" and "VIRTUAL" not in sql]
        found = {name: base.execute(f"SELECT * FROM {name}").fetchall() for name in plain}  # noqa: S608
        return tables, found


@contextlib.contextmanager
def small_disk(size):
    """Let no file of this process grow beyond ``size`` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("suffix", DRIVERS)
@pytest.mark.parametrize("count", [0, 1, 2500])
def test_every_format_holds_what_was_given(tmp_path, suffix, count):
    path = tmp_path / f"红线{suffix}"
    heard = Heard()
    write(path, boxes(count), heard)
    if suffix in (".gml", ".kml"):
        # These have fields of their own, and an empty GML has no layer.
        dataset = gdal.OpenEx(str(path)) if count else None
        assert dataset is None or dataset.GetLayer(0).GetFeatureCount() == count
        return
    wanted = sorted(boxes(count), key=lambda row: row[1][0])
    found = sorted(content(path), key=lambda row: row[1][0])
    assert len(found) == count
    for (shape, values), (got_shape, got) in zip(wanted, found):
        assert shapely.equals_exact(*(shapely.normalize(s) for s in (shape, one(got_shape))), 1e-9)
        assert got[0] == values[0]
        assert got[1] == values[1]
        assert got[2] == pytest.approx(values[2])
        assert bool(got[3]) == values[3]
    assert not list(tmp_path.glob(".*"))
    assert heard.warned == []


def test_a_geopackage_tells_titles_and_what_made_it(tmp_path):
    path = tmp_path / "a.gpkg"
    write(path, boxes(2))
    assert read_layer_provenance(str(path)) == RECORD
    if int(gdal.VersionInfo()) >= 3070000:
        rows = sqlite3.connect(path).execute("SELECT column_name, name FROM gpkg_data_columns")
        assert list(rows) == [("名称", "Name of it")]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 4), max_size=6), st.booleans())
def test_single_and_multi_geometries_mix(tmp_path_factory, parts, lines):
    path = tmp_path_factory.mktemp("m") / "m.gpkg"
    single = [
        shapely.LineString([(n, 0), (n, 1)]) if lines else shapely.box(n, 0, n + 0.5, 1)
        for n in range(9)
    ]
    together = shapely.MultiLineString if lines else shapely.MultiPolygon
    shapes = [single[0] if count == 1 else together(single[:count]) for count in parts]
    write(
        path,
        [(shape, ("x", 1, 1.0, True)) for shape in shapes],
        kind="MultiLineString" if lines else "MultiPolygon",
    )
    assert [len(shape.geoms) for shape, _ in content(path)] == parts


@pytest.mark.parametrize("suffix", [".gpkg", ".shp", ".fgb"])
def test_names_of_fields_that_clash(tmp_path, suffix):
    path = tmp_path / f"n{suffix}"
    names = ["a", "A", "fid", "Geom", "a_2"]
    fields = [(name, int) for name in names]
    write_file(path, "n", CRS, "Point", fields, [(shapely.Point(0, 0), range(5))], RECORD, Heard())
    dataset = gdal.OpenEx(str(path))
    layer = dataset.GetLayer(0)
    defined = layer.GetLayerDefn()
    found = [defined.GetFieldDefn(at).GetName() for at in range(defined.GetFieldCount())]
    assert found == ["a", "A_2", "fid_2", "Geom_2", "a_2_2"]
    assert layer.GetNextFeature().GetField(4) == 4


def test_values_of_the_row_before_are_forgotten(tmp_path):
    path = tmp_path / "n.gpkg"
    box = shapely.box(0, 0, 1, 1)
    write(path, [(box, ("a", 1, 2.0, True)), (box, (None, None, None, None))])
    assert content(path)[1][1] == [None, None, None, None]


@pytest.mark.parametrize("suffix", DRIVERS)
def test_a_cancel_leaves_what_was_there(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    write(path, boxes(5))
    before = {entry: entry.read_bytes() for entry in tmp_path.iterdir()}
    with pytest.raises(CancelledError):
        write(path, boxes(4000), Heard(cancel_at=3))
    assert {entry: entry.read_bytes() for entry in tmp_path.iterdir()} == before


@pytest.mark.parametrize("suffix", DRIVERS)
@pytest.mark.parametrize("size", [6_000, 120_000, 400_000])
def test_a_full_disk_leaves_nothing_and_is_told(tmp_path, suffix, size):
    path = tmp_path / f"a{suffix}"
    with small_disk(size), pytest.raises(OutputError, match=r"written|full"):
        write(path, boxes(20_000))
    assert list(tmp_path.iterdir()) == []


def test_a_failing_reader_of_rows_is_not_taken_for_the_disk(tmp_path):
    def rows():
        yield from boxes(3)
        raise ValueError("bad")

    with pytest.raises(ValueError, match="bad"):
        write(tmp_path / "a.gpkg", rows())
    assert list(tmp_path.iterdir()) == []


def test_other_layers_of_a_geopackage_are_not_lost(tmp_path):
    path = tmp_path / "a.gpkg"
    write(path, boxes(2), layer="blocks")
    assert file_problems(path, "blocks") == []
    assert file_problems(path, "BLOCKS") == []
    (problem,) = file_problems(path)
    assert "other layers" in problem.render()
    assert "blocks" in problem.render()
    write(path, boxes(3), layer="counties", how=write_table)
    (problem,) = file_problems(path, "blocks")
    assert "counties" in problem.render()
    assert 'table="blocks"' in problem.render()
    assert file_problems(tmp_path / "new.gpkg") == []
    assert file_problems(tmp_path / "new.dwg")[0].render().count(".dwg") == 2


def test_a_table_is_replaced_and_others_stay(tmp_path):
    path = tmp_path / "a.gpkg"
    write(path, boxes(4), layer="one", how=write_table)
    write(path, boxes(5), layer="two", how=write_table)
    write(path, boxes(3, start=10), layer="one", how=write_table)
    assert sorted(layers_of(path)) == ["one", "two"]
    assert len(content(path, "two")) == 5
    assert [values[0] for _, values in content(path, "one")] == ["块10", "块11", "块12"]
    assert read_layer_provenance(f"{path}|layername=one") == RECORD
    rows = sqlite3.connect(path).execute(
        "SELECT table_name FROM gpkg_extensions WHERE extension_name='gpkg_rtree_index'"
    )
    assert sorted(rows) == [("one",), ("two",)]


def fails_late():
    yield from boxes(1500)
    raise ValueError("late")


@pytest.mark.parametrize(
    ("rows", "feedback", "kind"),
    [
        (lambda: boxes(4000), lambda: Heard(cancel_at=3), CancelledError),
        (fails_late, Heard, ValueError),
    ],
)
@pytest.mark.parametrize("table", ["one", "three"])
def test_a_table_is_written_whole_or_not_at_all(tmp_path, rows, feedback, kind, table):
    path = tmp_path / "a.gpkg"
    write(path, boxes(4), layer="one", how=write_table)
    write(path, boxes(5), layer="two", how=write_table)
    before = dump(path)
    with pytest.raises(kind):
        write(path, rows(), feedback(), layer=table, how=write_table)
    assert sorted(layers_of(path)) == ["one", "two"]
    assert dump(path) == before
    assert list(tmp_path.iterdir()) == [path]
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_table_on_a_full_disk(tmp_path):
    path = tmp_path / "a.gpkg"
    write(path, boxes(4), layer="one", how=write_table)
    before = dump(path)
    for table in ("one", "two"):
        with small_disk(300_000), pytest.raises(OutputError):
            write(path, boxes(20_000), layer=table, how=write_table)
        assert dump(path) == before


def test_a_file_that_is_open_elsewhere_is_not_renamed_away(tmp_path):
    path = tmp_path / "a.gpkg"
    write(path, boxes(4))
    reader = sqlite3.connect(path)
    reader.execute("PRAGMA journal_mode=WAL")
    assert reader.execute("SELECT count(*) FROM blocks").fetchone() == (4,)
    inode = path.stat().st_ino
    write(path, boxes(6))
    assert path.stat().st_ino == inode
    assert reader.execute("SELECT count(*) FROM blocks").fetchone() == (6,)
    reader.close()
    write(path, boxes(7))
    assert path.stat().st_ino != inode
    assert len(content(path)) == 7


def test_an_edit_by_others_meanwhile_is_not_lost(tmp_path):
    path = tmp_path / "a.gpkg"
    write(path, boxes(4), layer="one", how=write_table)

    def rows():
        yield from boxes(3)
        with contextlib.closing(sqlite3.connect(path)) as other:
            other.execute("UPDATE gpkg_contents SET description = 'edited'")
            other.commit()

    with pytest.raises(OutputError, match="changed this file"):
        write(path, rows(), layer="two", how=write_table)
    assert layers_of(path) == ["one"]
    assert "edited" in str(dump(path))


def test_a_locked_file_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(livefile, "_SLEEP_SECONDS", 0.001)
    path = tmp_path / "a.gpkg"
    write(path, boxes(4), layer="one", how=write_table)
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OutputError, match="keeps this file locked"):
            write(path, boxes(3), layer="two", how=write_table)
    assert layers_of(path) == ["one"]
    assert list(tmp_path.iterdir()) == [path]


def test_old_indexes_of_a_shapefile_go(tmp_path):
    path = tmp_path / "a.shp"
    write(path, boxes(3))
    for suffix in (".qix", ".sbn"):
        path.with_suffix(suffix).write_bytes(b"old")
    path.with_suffix(".qml").write_text("style")
    heard = Heard()
    write(path, boxes(5), heard)
    assert not path.with_suffix(".qix").exists()
    assert not path.with_suffix(".sbn").exists()
    assert path.with_suffix(".qml").exists()
    assert heard.warned == []
    write_file(path, "a", CRS, "Point", [("eleven_char", int)], [], RECORD, heard)
    assert "eleven_char" in heard.warned[0]
