"""A session: decisions change the blocks exactly, can be undone, and outlive the program."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.boundary import CRS, circle, disc, one_source, world

from redline_plugin.core.boundary.fit import fit
from redline_plugin.core.boundary.kinds import PARCEL
from redline_plugin.core.boundary.landswap import cleaned, exchanged, traced
from redline_plugin.core.boundary.network import outline_of
from redline_plugin.core.boundary.session import (
    ACCEPTED,
    CHANGED,
    DRAWN,
    KEPT_LINE,
    OPEN,
    Session,
    create,
)
from redline_plugin.core.boundary.sessionfile import FIELDS, INSERTS
from redline_plugin.core.boundary.source import Source
from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import InputError
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions


def make(path: Path, blocks: np.ndarray, sources: list[Source], **more) -> Session:  # type: ignore[no-untyped-def]
    done = fit(blocks, sources, CRS, **more)
    create(path, done, blocks, CRS, [{"名称": f"块{n}"} for n in range(len(blocks))], {"a": 1})
    return Session(path)


@pytest.fixture
def ring(tmp_path: Path) -> Session:
    sources = [
        *one_source(circle(610).exterior),
        Source("q", PARCEL, 2, 60.0, as_shapes([circle(590).exterior]), ("图斑",)),
    ]
    return make(tmp_path / "会话 1.gpkg", disc(20), sources)


def whole(session: Session) -> float:
    return float(shapely.area(session.blocks()[1]).sum())


def test_the_list_and_the_choices(ring: Session) -> None:
    (row,) = ring.rows()
    assert (row.kind, row.name, row.state, row.blocks) == ("natural", "ring", OPEN, (0, 1))
    options = ring.options(row.place)
    assert [option.kinds for option in options if option.taken] == [("natural",)]
    kinds = {option.kinds for option in options}
    assert ("parcel",) in kinds
    assert () in kinds
    assert [option.kinds for option in options if option.assessed] == [()]
    assert ring.settings == {"a": 1}
    assert ring.attributes() == {1: {"名称": "块0"}}
    assert ring.progress() == (0, 1)


def test_choosing_keeping_undoing_and_opening_again(ring: Session) -> None:
    (row,) = ring.rows()
    by_kind = {option.kinds: option for option in ring.options(row.place)}
    ring.choose(row.id, by_kind[("parcel",)].id, "张三", "按图斑")
    (now,) = ring.rows()
    assert (now.kind, now.state, now.blocks) == ("parcel", CHANGED, (0, 1))
    assert now.length_m == pytest.approx(circle(590).exterior.length, rel=1e-6)
    assert shapely.hausdorff_distance(ring.stretch_shape(now.id), circle(590).exterior) < 1e-6
    assert whole(ring) == pytest.approx(circle(590).area, rel=1e-9)
    ring.choose(row.id, by_kind[()].id, "李四", "保持评估线")
    assert whole(ring) == pytest.approx(shapely.area(disc(20)).sum(), rel=1e-9)
    assert ring.rows()[0].state == KEPT_LINE
    assert [one.kind for one in ring.rows()] == ["assessment"]
    again = Session(ring.path)
    assert [(one.who, one.what, one.why) for one in again.log()] == [
        ("李四", KEPT_LINE, "保持评估线"),
        ("张三", CHANGED, "按图斑"),
    ]
    assert again.undo().who == "李四"  # type: ignore[union-attr]
    assert whole(again) == pytest.approx(circle(590).area, rel=1e-9)
    assert [option.kinds for option in again.options(row.place) if option.taken] == [("parcel",)]
    again.undo()
    assert whole(again) == pytest.approx(circle(610).area, rel=1e-9)
    assert again.rows()[0].state == OPEN
    assert again.undo() is None
    again.redo()
    assert again.rows()[0].state == CHANGED
    again.accept([row.id], "王五")
    assert again.redo() is None
    assert again.progress() == (1, 1)


def test_a_drawn_line_replaces_the_part_between_its_ends(ring: Session) -> None:
    (row,) = ring.rows()
    points = shapely.get_coordinates(ring.stretch_shape(row.id))
    start, end = points[3], points[12]
    outward = (start + end) / 2.0 + 1.2 * ((start + end) / 2.0 - [500900.0, 3499100.0])
    before = whole(ring)
    ring.draw(row.id, shapely.LineString([start, outward, end]), "张三", "影像")
    assert whole(ring) > before
    (shape,) = ring.blocks()[1]
    assert shape.is_valid
    assert tuple(outward) in set(map(tuple, shapely.get_coordinates(shape)))
    drawn = next(one for one in ring.rows() if one.state == DRAWN)
    assert drawn.kind == "manual"
    assert sum(one.length_m for one in ring.rows()) == pytest.approx(shape.length)
    ring.undo()
    assert whole(ring) == pytest.approx(before, abs=1e-6)
    inward = (start + end) / 2.0 + 0.3 * ([500900.0, 3499100.0] - (start + end) / 2.0)
    ring.draw(row.id, shapely.LineString([start, inward, end]), "张三")
    assert whole(ring) < before


def test_what_cannot_be_drawn_is_said_and_changes_nothing(ring: Session) -> None:
    (row,) = ring.rows()
    points = shapely.get_coordinates(ring.stretch_shape(row.id))
    before = ring.blocks()[1][0]
    for line in (
        shapely.LineString([points[0], points[0] + [5.0, 40.0]]),
        shapely.LineString([points[0], points[5] + 50, points[5], points[0] + 60, points[9]]),
        shapely.LineString([points[0] + 500, points[5] + 500]),
    ):
        with pytest.raises(InputError):
            ring.draw(row.id, line, "x")
    with pytest.raises(InputError, match="another place"):
        ring.choose(row.id, 10**6, "x")
    assert ring.blocks()[1][0].equals_exact(before, 0.0)
    assert ring.log() == []


@given(st.integers(0, 10**6))
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_choices_keep_the_blocks_whole_and_undo_brings_them_back(
    tmp_path: Path, seed: int
) -> None:
    blocks, sources, _ = world(seed)
    session = make(tmp_path / f"{seed}.gpkg", blocks, sources)
    rng = np.random.default_rng(seed)
    first = session.blocks()[1]
    made = 0
    rows = [row for row in session.rows() if row.place >= 0]
    for row in rows[:12]:
        now = session.rows([row.id])
        if not now or now[0].place != row.place:
            continue  # An earlier choice nearby has changed it.
        options = session.options(row.place)
        try:
            session.choose(row.id, options[rng.integers(len(options))].id, "x")
            made += 1
        except InputError as error:
            assert "Block" in str(error) or "touches no block" in str(error)  # noqa: PT017
        now = session.blocks()[1]
        assert shapely.is_valid(now).all()
        assert [len(shape.geoms) for shape in now] == [len(shape.geoms) for shape in first]
        assert shapely.area(now).sum() == pytest.approx(shapely.union_all(now).area, abs=1e-3)
        # The stretches are the outlines, whatever was chosen.
        edges = outline_of(shapely.get_parts(now))
        around = np.hypot(*(edges[:, 1] - edges[:, 0]).T).sum()
        assert sum(one.length_m for one in session.rows()) == pytest.approx(around, rel=2e-3)
    for _ in range(made):
        assert session.undo() is not None
    assert shapely.equals_exact(session.blocks()[1], first, 0.0).all()
    session.close()


@gdal_exceptions()
def test_gdal_reads_the_layers(ring: Session) -> None:
    (row,) = ring.rows()
    ring.choose(row.id, ring.options(row.place)[1].id, "x")
    ring.close()
    dataset = gdal.OpenEx(str(ring.path))
    names = {dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())}
    assert {"blocks", "assessed", "stretches", "choice_line", "choice_in", "choice_out"} <= names
    layer = dataset.GetLayerByName("blocks")
    layer.SetSpatialFilterRect(500000, 3498000, 502000, 3500000)
    assert layer.GetFeatureCount() == 1
    layer.SetSpatialFilterRect(0, 0, 10, 10)
    assert layer.GetFeatureCount() == 0


def test_what_is_no_session_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.gpkg"
    with pytest.raises(InputError, match="no session"):
        Session(other)
    assert not other.exists()
    other.write_bytes(b"nothing at all")
    with pytest.raises(InputError, match="no session"):
        Session(other)


def test_accepting_many_is_one_step(ring: Session) -> None:
    rows = [row.id for row in ring.rows()]
    ring.accept(rows, "x")
    assert {row.state for row in ring.rows()} == {ACCEPTED}
    ring.undo()
    assert {row.state for row in ring.rows()} == {OPEN}


def test_a_common_edge_moves_once_for_both(tmp_path: Path) -> None:
    left, right = (
        shapely.box(500000, 3500000, 501000, 3501000),
        shapely.box(501000, 3500000, 502000, 3501000),
    )
    session = make(tmp_path / "两块.gpkg", as_shapes([left, right]), [])
    row = next(row for row in session.rows() if row.blocks == (1, 2))
    line = shapely.LineString([(501000, 3500000), (501200, 3500500), (501000, 3501000)])
    session.draw(row.id, line, "x")
    one, other = session.blocks()[1]
    assert one.area == pytest.approx(1_100_000.0)
    assert other.area == pytest.approx(900_000.0)
    assert shapely.intersection(one, other).area == 0.0
    assert shapely.union(one, other).area == pytest.approx(2_000_000.0)
    session.undo()
    session.draw(
        row.id, shapely.LineString([(501000, 3500000), (500800, 3500500), (501000, 3501000)]), "x"
    )
    assert [shape.area for shape in session.blocks()[1]] == pytest.approx([900_000.0, 1_100_000.0])


def test_a_stretch_is_split_and_merged(ring: Session) -> None:
    (row,) = ring.rows()
    points = shapely.get_coordinates(ring.stretch_shape(row.id))
    key = ring.split(row.id, tuple(points[40] + 0.1), "x")
    one, other = (ring.stretch_shape(at) for at in (row.id, key))
    assert tuple(one.coords[-1]) == tuple(other.coords[0]) == tuple(points[40])
    assert sum(part.length_m for part in ring.rows()) == pytest.approx(row.length_m)
    assert sum(part.area_in_m2 for part in ring.rows()) == pytest.approx(row.area_in_m2)
    assert set(ring.changed) == {row.id, key}
    ring.merge([key, row.id], "x")
    (whole_again,) = ring.rows()
    assert whole_again.length_m == pytest.approx(row.length_m)
    ring.undo()
    assert len(ring.rows()) == 2
    ring.undo()
    assert ring.rows() == [row]
    with pytest.raises(InputError, match="follow one another"):
        ring.merge([row.id], "x")


def test_tracing_follows_the_line_that_both_points_lie_on() -> None:
    bent = shapely.LineString([(0, 0), (10, 0), (10, 10), (20, 10)])
    far = shapely.LineString([(0, 50), (20, 50)])
    assert traced([far, bent], (2, 0.1), (18, 10), 0.5) == [(10.0, 0.0), (10.0, 10.0)]
    assert traced([far, bent], (18, 10), (2, 0.1), 0.5) == [(10.0, 10.0), (10.0, 0.0)]
    assert traced([bent], (2, 0.1), (18, 12), 0.5) == []
    ring = shapely.LinearRing([(0, 0), (10, 0), (10, 10), (0, 10)])
    assert traced([ring], (1, 0), (0, 1), 0.1) == [(0.0, 0.0)]
    assert traced([ring], (0, 1), (1, 0), 0.1) == [(0.0, 0.0)]


def test_a_choice_that_would_cut_a_block_in_two_is_refused() -> None:
    bar = shapely.box(0, 0, 100, 10)
    cut = shapely.MultiPolygon([shapely.box(40, 0, 60, 10)])
    none = shapely.MultiPolygon()
    with pytest.raises(InputError, match="2 parts"):
        exchanged({1: bar}, {1: bar}, (none, none), (none, cut))
    far = shapely.MultiPolygon([shapely.box(500, 0, 510, 10)])
    with pytest.raises(InputError, match="touches no block"):
        exchanged({1: bar}, {1: bar}, (none, none), (far, none))
    with pytest.raises(InputError, match="touches no block"):
        exchanged({}, {}, (none, none), (far, none))
    with pytest.raises(InputError, match="vanish"):
        exchanged({1: bar}, {1: bar}, (none, none), (none, shapely.MultiPolygon([bar])))


def test_spikes_of_no_width_go_and_land_stays() -> None:
    spiked = shapely.Polygon(
        [(0, 0), (10, 0), (10, 5), (17, 5), (10, 5.0000001), (10, 10), (0, 10)]
    )
    clean = cleaned(spiked)
    assert clean.length == pytest.approx(40.0, abs=1e-5)
    assert clean.area == pytest.approx(100.0, abs=1e-5)
    assert cleaned(shapely.box(0, 0, 3, 3)).equals(shapely.box(0, 0, 3, 3))


def test_the_statements_name_the_fields_in_their_order() -> None:
    for table, fields in FIELDS.items():
        names = ", ".join(["id", "geom", *(name for name, _ in fields)])
        marks = ", ".join("?" * (2 + len(fields)))
        assert INSERTS[table].split() == [
            "insert",
            "into",
            table,
            *f"({names}) values ({marks})".split(),
        ]
