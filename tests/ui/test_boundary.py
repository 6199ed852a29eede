"""The boundary dock on a real canvas, with real mouse events and keys."""

from __future__ import annotations

import time

import pytest
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from redline_plugin.core.boundary.fit import fit
from redline_plugin.core.boundary.kinds import PARCEL
from redline_plugin.core.boundary.session import Row, create
from redline_plugin.core.boundary.source import Source
from redline_plugin.core.delineate.shapes import as_shapes
from tests.ui.conftest import flush


@pytest.fixture
def made(tmp_path):
    """Make a session: a disc of pixels, a ring to fit to, and parcels' ring as a choice."""
    from support.boundary import CRS, circle, disc, one_source

    sources = [
        *one_source(circle(610).exterior),
        Source("q", PARCEL, 2, 60.0, as_shapes([circle(590).exterior]), ("图斑 7",)),
    ]
    blocks = disc(20)
    path = tmp_path / "会话.gpkg"
    done = fit(blocks, sources, CRS)
    create(path, done, blocks, CRS, [{"名称": "南山", "block": 1, "area_m2": 1.0}], {"order": "x"})
    return path


@pytest.fixture
def boundary(iface, project, provider):
    from redline_plugin.ui.boundary import Boundary

    iface.canvas = QgsMapCanvas(iface.window)
    iface.window.setCentralWidget(iface.canvas)
    iface.canvas.setFixedSize(500, 400)
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4547"))
    iface.mapCanvas = lambda: iface.canvas
    found = Boundary(iface)
    yield found
    found.close()
    flush()


def whole(boundary):
    return float(shapely.area(boundary.session.blocks()[1]).sum())


def at(boundary, x, y):
    """Return where a place of the session is on the canvas."""
    canvas = boundary._canvas
    pixel = canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
    return QPoint(round(pixel.x()), round(pixel.y()))


def press(boundary, key, modifier=Qt.KeyboardModifier.NoModifier):
    boundary.dock.table.setFocus()
    flush()
    QTest.keyClick(boundary.dock.table, key, modifier)
    flush()


def activate(boundary, name):
    boundary.dock.actions_by_name[name].trigger()
    flush()


def test_a_session_is_opened_with_its_layers_and_the_first_stretch(boundary, made):
    assert boundary.open(made)
    dock = boundary.dock
    assert dock.model.rowCount() == 1
    assert dock.current().kind == "natural"
    assert dock.options.topLevelItemCount() == 3
    assert dock.progress.maximum() == 1
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert names == {"Stretches of the red line", "Assessed line", "Red-line blocks"}
    assert len(boundary.marks.choices) == 2
    west, _, east, _ = dock.current().bounds
    extent = boundary._canvas.extent()
    assert extent.xMinimum() < west < east < extent.xMaximum()


def test_a_choice_is_taken_undone_and_redone(boundary, made):
    from support.boundary import circle

    boundary.open(made)
    dock = boundary.dock
    items = [dock.options.topLevelItem(at) for at in range(3)]
    parcel = next(item for item in items if item.text(0) == "Parcel")
    dock.options.setCurrentItem(parcel)
    assert boundary.marks.goes.asGeometry().area() > 0.0
    dock.why.setText("按图斑")
    activate(boundary, "choose")
    assert whole(boundary) == pytest.approx(circle(590).area, rel=1e-9)
    assert dock.current().state == "changed"
    assert boundary.session.log()[0].why == "按图斑"
    assert dock.why.text() == ""
    assert dock.progress.value() == 1
    activate(boundary, "undo")
    assert whole(boundary) == pytest.approx(circle(610).area, rel=1e-9)
    assert dock.progress.value() == 0
    activate(boundary, "undo")
    assert "nothing to undo" in dock.hint.text()
    activate(boundary, "redo")
    assert whole(boundary) == pytest.approx(circle(590).area, rel=1e-9)


def test_keys_accept_and_keep(boundary, made):
    boundary.open(made)
    boundary.dock.table.selectRow(0)
    press(boundary, Qt.Key.Key_A)
    if boundary.session.rows()[0].state == "open":
        # Without a window manager the window may not be active, and shortcuts then do not fire.
        activate(boundary, "accept")
    assert boundary.session.rows()[0].state == "accepted"
    activate(boundary, "keep")
    assert boundary.session.rows()[0].state == "kept"
    assert boundary.dock.hint.text() == "All stretches shown here are decided."


def test_a_stretch_is_drawn_with_the_mouse(boundary, made):
    boundary.open(made)
    before = whole(boundary)
    row = boundary.dock.current()
    line = shapely.get_coordinates(boundary.session.stretch_shape(row.id))
    activate(boundary, "draw")
    canvas = boundary._canvas
    assert canvas.mapTool() is boundary.tool
    start, end = line[10], line[24]
    out = (start + end) / 2.0 + 0.25 * ((start + end) / 2.0 - [500900.0, 3499100.0])
    for place in (start, out, end):
        spot = at(boundary, *place)
        QTest.mouseMove(canvas.viewport(), spot)
        QTest.mouseClick(
            canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
    assert len(boundary.tool.points) == 3
    QTest.mouseClick(
        canvas.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, spot
    )
    flush()
    assert canvas.mapTool() is not boundary.tool
    assert boundary.session.rows()[0].state == "drawn"
    assert whole(boundary) > before + 1000.0
    activate(boundary, "undo")
    assert whole(boundary) == pytest.approx(before, abs=1e-6)


def test_drawing_is_given_up_by_escape_and_points_go_by_backspace(boundary, made):
    boundary.open(made)
    activate(boundary, "draw")
    canvas = boundary._canvas
    for spot in (QPoint(100, 100), QPoint(200, 100)):
        QTest.mouseClick(
            canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert len(boundary.tool.points) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert boundary.tool.points == []
    assert canvas.mapTool() is not boundary.tool
    assert boundary.session.log() == []


def test_a_line_that_cannot_be_is_told_and_nothing_changes(boundary, made, iface):
    boundary.open(made)
    boundary._drawn([QgsPointXY(500100, 3499100), QgsPointXY(500200, 3499100)])
    assert boundary.session.log() == []
    assert len(iface.bar.items()) == 1


def test_the_session_survives_and_the_result_is_saved(boundary, made, tmp_path):
    boundary.open(made)
    activate(boundary, "keep")
    boundary.close_session()
    assert boundary.dock.session.text().startswith("No session")
    assert QgsProject.instance().mapLayers() == {}
    boundary.open(made)
    assert boundary.session.rows()[0].state == "kept"
    target = tmp_path / "定稿.gpkg"
    assert boundary.save(target)
    layer = QgsVectorLayer(str(target), "x", "ogr")
    (feature,) = layer.getFeatures()
    assert feature["名称"] == "南山"
    assert feature["block"] == 1
    shape = shapely.from_wkb(bytes(feature.geometry().asWkb()))
    assert feature["area_m2"] == pytest.approx(shape.area, rel=1e-3)


def test_what_is_no_session_is_told(boundary, tmp_path, iface):
    other = tmp_path / "x.gpkg"
    other.write_bytes(b"no")
    assert not boundary.open(other)
    assert boundary.session is None
    assert len(iface.bar.items()) == 1


def test_filters_and_the_next_one_to_decide(boundary):
    dock = boundary.dock
    dock.set_rows([row(at) for at in range(10)])
    dock.state.setCurrentIndex(dock.state.findData("open"))
    assert {dock.model.row_at(at).state for at in range(dock.model.rowCount())} == {"open"}
    dock.state.setCurrentIndex(0)
    dock.kind.setCurrentIndex(dock.kind.findData("parcel"))
    assert {dock.model.row_at(at).kind for at in range(dock.model.rowCount())} == {"parcel"}
    dock.kind.setCurrentIndex(0)
    dock.table.selectRow(1)
    dock.go_to_next()
    assert dock.current().id == 3


def row(number):
    return Row(
        number,
        number,
        ("parcel", "natural")[number % 2],
        f"名{number}",
        100.0 + number % 977,
        1.0,
        float(number % 50),
        0.0,
        0.0,
        ("accepted", "accepted", "accepted", "open")[number % 4],
        "fitted",
        number,
        (0, 1),
        (0.0, 0.0, 1.0, 1.0),
    )


def test_a_hundred_thousand_stretches_are_shown_sorted_and_scrolled_at_once(boundary):
    dock = boundary.dock
    rows = [row(number) for number in range(100_000)]
    start = time.monotonic()
    dock.set_rows(rows)
    dock.show()
    flush()
    dock.model.sort(3, Qt.SortOrder.DescendingOrder)
    assert dock.model.row_at(0).offset_max_m == 49.0
    bar = dock.table.verticalScrollBar()
    for step in range(50):
        bar.setValue(step * bar.maximum() // 50)
        dock.table.viewport().repaint()
    # Generous, for a slow machine: a list that made a widget for each row would take minutes.
    assert time.monotonic() - start < 10.0


def test_everything_is_taken_out_again(iface, project, provider):
    from redline_plugin.ui.boundary import Boundary

    iface.canvas = QgsMapCanvas(iface.window)
    iface.mapCanvas = lambda: iface.canvas
    items = len(iface.canvas.scene().items())
    found = Boundary(iface)
    assert iface.menus
    found.close()
    flush()
    assert iface.menus == {}
    assert len(iface.canvas.scene().items()) == items


def test_a_stretch_is_split_by_a_click_and_merged_again(boundary, made):
    boundary.open(made)
    row = boundary.dock.current()
    line = shapely.get_coordinates(boundary.session.stretch_shape(row.id))
    activate(boundary, "split")
    canvas = boundary._canvas
    assert canvas.mapTool() is boundary.picker
    QTest.mouseClick(
        canvas.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        at(boundary, *line[30]),
    )
    flush()
    assert boundary.dock.model.rowCount() == 2
    assert canvas.mapTool() is not boundary.picker
    boundary.dock.table.selectAll()
    activate(boundary, "merge")
    assert boundary.dock.model.rowCount() == 1
    activate(boundary, "undo")
    activate(boundary, "undo")
    assert boundary.session.rows()[0].length_m == pytest.approx(row.length_m)


def test_tracing_follows_a_choice(boundary, made):
    boundary.open(made)
    options = boundary.session.options(boundary.dock.current().place)
    parcel = next(option for option in options if option.kinds == ("parcel",))
    line = boundary.session.option_shapes(parcel.id)[0]
    points = shapely.get_coordinates(shapely.get_parts(line)[0])
    boundary.dock.actions_by_name["trace"].setChecked(True)
    found = boundary._traced(QgsPointXY(*points[5]), QgsPointXY(*points[9]))
    assert [(p.x(), p.y()) for p in found] == [tuple(p) for p in points[6:9]]
    boundary.dock.actions_by_name["trace"].setChecked(False)
    assert boundary._traced(QgsPointXY(*points[5]), QgsPointXY(*points[9])) == []
