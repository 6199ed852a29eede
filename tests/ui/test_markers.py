"""The marker dock on a real canvas, with real mouse events."""

from __future__ import annotations

import re

import pytest
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest

from redline_plugin.core.survey.marker import SOLID, WITNESS, WITNESSED
from redline_plugin.core.vector.columns import read_columns
from tests.ui.conftest import flush

NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def made(tmp_path):
    """Make a register: markers at the corners of the first block and on its northern side."""
    from support.register import CRS, RULES, A, create, made_line, on_ring, placed

    line = made_line()
    spots = on_ring(line, A, [0.0, 500.0, 1000.0, 2000.0, 3000.0])
    path = tmp_path / "界桩库.gpkg"
    create(path, line, RULES, placed(line, [(A, *spot) for spot in spots]), crs=CRS)
    return path


@pytest.fixture
def markers(iface, project, provider):
    from support.register import CRS, X, Y

    from redline_plugin.ui.markers import Markers

    iface.canvas = QgsMapCanvas(iface.window)
    iface.window.setCentralWidget(iface.canvas)
    iface.canvas.setFixedSize(600, 400)
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(CRS))
    iface.mapCanvas = lambda: iface.canvas
    found = Markers(iface)
    iface.canvas.setExtent(QgsRectangle(X - 300, Y - 200, X + 1800, Y + 1200))
    flush()
    yield found
    found.close()
    flush()


def pixel(markers, x, y):
    """Return where a place, counted from the corner of the first block, is on the canvas."""
    from support.register import X, Y

    at = markers._canvas.getCoordinateTransform().transform(QgsPointXY(X + x, Y + y))
    return QPoint(round(at.x()), round(at.y()))


def click(markers, x, y, button=Qt.MouseButton.LeftButton, modifier=NONE):
    QTest.mouseClick(markers._canvas.viewport(), button, modifier, pixel(markers, x, y))
    flush()


def draw(markers, start, end, modifier=NONE, release=True):
    viewport, left = markers._canvas.viewport(), Qt.MouseButton.LeftButton
    first, last = pixel(markers, *start), pixel(markers, *end)
    QTest.mousePress(viewport, left, modifier, first)
    from qgis.PyQt.QtCore import QEvent, QPointF
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtWidgets import QApplication

    for step in range(1, 6):
        spot = first + (last - first) * step / 5
        QApplication.sendEvent(
            viewport,
            QMouseEvent(
                QEvent.Type.MouseMove, QPointF(spot), Qt.MouseButton.NoButton, left, modifier
            ),
        )
    if release:
        QTest.mouseRelease(viewport, left, modifier, last)
    flush()


def activate(markers, name):
    markers.dock.actions_by_name[name].trigger()
    flush()


def numbers(markers):
    model = markers.dock.model
    return [model.value(model.key_at(row), "marker")[-4:] for row in range(model.rowCount())]


def place(markers, number):
    from support.register import X, Y

    register = markers.register
    x, y = register.position(register.key_of(f"990101110001-{number}"))
    return round(x - X, 2), round(y - Y, 2)


def key(markers, number):
    return markers.register.key_of(f"990101110001-{number}")


def test_a_register_is_opened_with_its_layers_and_its_example_is_told(markers, made):
    assert markers.open(made)
    dock = markers.dock
    assert numbers(markers) == ["0001", "0002", "0003", "0004", "0005"]
    assert dock.rules_icon.isVisibleTo(dock)
    assert "Example rule set" in dock.rules.text()
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert names == {"Markers", "Signs", "Turning points", "Red line", "Red-line blocks"}
    assert dock.counts.text() == "0 of 5 approved"
    assert not markers.open(made.with_name("none.gpkg"))
    assert markers.register is not None


def test_list_and_map_are_in_step(markers, made):
    markers.open(made)
    activate(markers, "select")
    assert markers._canvas.mapTool() is markers.edits.tools["select"]
    click(markers, 500, 1000)
    assert markers.dock.current() == key(markers, "0002")
    click(markers, 1000, 1000, modifier=CONTROL)
    assert sorted(markers.dock.selected()) == [key(markers, "0002"), key(markers, "0003")]
    click(markers, 700, 700)
    assert len(markers.dock.selected()) == 2
    markers.dock.select([key(markers, "0005")])
    flush()
    assert markers.marks.current.isVisible()
    way = markers.marks.stretch.asGeometry()
    assert way.length() == pytest.approx(1000.0)
    assert "Longest" not in markers.dock.detail.facts.toPlainText()
    assert "990101110001-0005" in markers.dock.detail.facts.toPlainText()
    click(markers, 0, 0, Qt.MouseButton.RightButton)
    assert markers._canvas.mapTool() is not markers.edits.tools["select"]


def test_the_maps_own_tool_comes_back(markers, made):
    markers.open(made)
    pan = QgsMapToolPan(markers._canvas)
    markers._canvas.setMapTool(pan)
    for name in ("add", "move"):
        activate(markers, name)
    assert markers.dock.actions_by_name["move"].isChecked()
    QTest.keyClick(markers._canvas, Qt.Key.Key_Escape)
    flush()
    assert markers._canvas.mapTool() is pan
    assert not markers.dock.actions_by_name["move"].isChecked()


def test_a_marker_is_added_by_a_click_on_the_line_and_undone(markers, made):
    markers.open(made)
    activate(markers, "add")
    markers.dock.why.setText("路口")
    click(markers, 250, 1004)
    assert numbers(markers) == ["0001", "0006", "0002", "0003", "0004", "0005"]
    x, y = place(markers, "0006")
    assert abs(x - 250) < 5
    assert y == 1000.0
    assert markers.dock.current() == key(markers, "0006")
    assert markers.dock.why.text() == ""
    assert markers.register.log()[0].why == "路口"
    click(markers, 300, 900)
    assert "line is not here" in markers.dock.hint.text()
    assert len(numbers(markers)) == 6
    activate(markers, "undo")
    assert numbers(markers) == ["0001", "0002", "0003", "0004", "0005"]
    activate(markers, "undo")
    assert "nothing to undo" in markers.dock.hint.text()
    activate(markers, "redo")
    assert "0006" in numbers(markers)


def test_a_marker_is_drawn_along_the_line_and_not_past_its_neighbours(markers, made):
    markers.open(made)
    activate(markers, "move")
    draw(markers, (500, 1000), (700, 1100))
    x, y = place(markers, "0002")
    assert abs(x - 700) < 5
    assert y == 1000.0
    QTest.mouseMove(markers._canvas.viewport(), pixel(markers, 800, 1000))
    flush()
    assert not markers.marks.ghost.isVisible()
    draw(markers, (x, 1000), (1000, 500))
    x, y = place(markers, "0002")
    assert 700 < x < 1000
    assert y == 1000.0
    activate(markers, "undo")
    activate(markers, "undo")
    assert place(markers, "0002") == (500.0, 1000.0)


def test_distances_are_shown_while_it_is_drawn_and_esc_gives_up(markers, made):
    markers.open(made)
    activate(markers, "move")
    draw(markers, (500, 1000), (600, 1000), release=False)
    assert markers.marks.ghost.isVisible()
    ways = re.findall(r"([\d.]+) m of", markers.marks.label.text())
    assert sum(map(float, ways)) == pytest.approx(1000.0, abs=0.2)
    assert float(ways[0]) == pytest.approx(600.0, abs=5.0)
    QTest.keyClick(markers._canvas, Qt.Key.Key_Escape)
    flush()
    assert not markers.marks.ghost.isVisible()
    QTest.mouseRelease(
        markers._canvas.viewport(), Qt.MouseButton.LeftButton, NONE, pixel(markers, 600, 1000)
    )
    flush()
    assert place(markers, "0002") == (500.0, 1000.0)
    assert markers.register.log() == []


def test_with_shift_it_goes_past_its_neighbours(markers, made):
    markers.open(made)
    activate(markers, "move")
    draw(markers, (500, 1000), (1000, 700), SHIFT)
    x, y = place(markers, "0002")
    assert x == 1000.0
    assert abs(y - 700) < 5


def test_states_kinds_deletion_and_what_is_refused(markers, made):
    markers.open(made)
    second = key(markers, "0002")
    markers.dock.select([second])
    markers.edits.show_states()
    offered = {action.text() for action in markers.dock.state_menu.actions()}
    assert "set" in offered
    assert "approved" not in offered
    markers.dock.state_asked.emit("set")
    assert markers.register.row(second)["state"] == "set"
    assert markers.dock.model.value(second, "state") == "set"
    activate(markers, "delete")
    assert "Retire it instead" in markers.dock.hint.text()
    assert second in markers.register.columns().id
    activate(markers, "retire")
    assert markers.register.row(second)["state"] == "retired"
    third = key(markers, "0003")
    markers.dock.select([third])
    markers.dock.kind_asked.emit(WITNESSED)
    kinds = [markers.register.row(one)["kind"] for one in markers.register.columns().id]
    assert kinds.count(WITNESS) == 2
    assert "990101110001-0003(1), 990101110001-0003(2)" in markers.dock.detail.facts.toPlainText()
    markers.dock.detail.link_clicked.emit("990101110001-0003(1)")
    assert markers.register.row(markers.dock.current())["kind"] == WITNESS
    markers.dock.select([third])
    markers.dock.kind_asked.emit(SOLID)
    activate(markers, "delete")
    assert "0003" not in numbers(markers)


def test_renumbering_and_texts(markers, made):
    markers.open(made)
    chosen = [key(markers, "0004"), key(markers, "0005")]
    markers.dock.select(chosen)
    assert markers.edits.renumber(chosen, 11)
    assert numbers(markers) == ["0001", "0002", "0003", "0011", "0012"]
    assert not markers.edits.renumber(chosen, 1)
    assert "Another marker has this number" in markers.dock.hint.text()
    markers.dock.select(chosen[:1])
    detail = markers.dock.detail
    detail.engraved_edit.setFocus()
    QTest.keyClicks(detail.engraved_edit, "K11")
    QTest.keyClick(detail.engraved_edit, Qt.Key.Key_Return)
    flush()
    assert markers.register.marker(chosen[0]).engraved == "K11"
    assert detail.history.topLevelItemCount() == 2
    assert "K11" in detail.history.topLevelItem(0).text(2)


def test_photos_come_beside_the_register(markers, made, tmp_path):
    picture = tmp_path / "相片.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(picture))
    markers.open(made)
    markers.dock.select([key(markers, "0001")])
    assert markers.edits.attach([picture])
    (name,) = [path.name for path in markers.register.photos(key(markers, "0001"))]
    assert (made.parent / "photos" / name).is_file()
    detail = markers.dock.detail
    assert detail.tabText(1) == "Photos (1)"
    detail.setCurrentIndex(1)
    assert detail.photos.count() == 1
    assert not detail.photos.item(0).icon().isNull()
    detail.photo_removed.emit(name)
    assert markers.register.photos(key(markers, "0001")) == []
    assert not markers.edits.attach([made])


def test_filters_and_the_next_warning(markers, made):
    markers.open(made)
    dock = markers.dock
    warned = [one for one in markers.register.columns().id if markers.register.row(one)["warnings"]]
    assert warned
    activate(markers, "next")
    assert dock.current() in warned
    dock.search.setText("0003")
    dock._typing.stop()
    dock._filter()
    assert numbers(markers) == ["0003"]
    dock.select([key(markers, "0001")])
    assert len(numbers(markers)) == 5


def test_another_programs_change_is_seen(markers, made):
    markers.open(made)
    other = ogr.Open(str(made), 1)
    layer = other.GetLayerByName("markers")
    feature = layer.GetNextFeature()
    feature["remark"] = "外业"
    layer.SetFeature(feature)
    layer = other = None
    markers._look()
    assert "changed by another program" in markers.dock.hint.text()
    markers.dock.select([key(markers, "0001")])
    assert markers.dock.detail.remark_edit.text() == "外业"


def test_markers_are_written_as_the_next_steps_take_them(markers, made, tmp_path):
    from redline_plugin.core.feedback import Quiet

    markers.open(made)
    target = tmp_path / "界桩.gpkg"
    assert markers.save(target)
    found = read_columns(target, "", ["marker", "state", "easting"], Quiet())
    assert len(found.shapes) == 5
    assert set(found.fields["state"]) == {"planned"}
    assert not markers.save(tmp_path / "none" / "x.gpkg")


def test_the_register_closes_with_the_project_and_leaves_nothing(markers, made, iface):
    markers.open(made)
    activate(markers, "add")
    QgsProject.instance().clear()
    flush()
    assert markers.register is None
    assert markers.dock.model.rowCount() == 0
    assert markers._canvas.mapTool() is not markers.edits.tools["add"]
    assert QgsVectorLayer(f"{made}|layername=markers", "", "ogr").featureCount() == 5


def test_closing_leaves_nothing_behind(iface, project, provider):
    from redline_plugin.ui.markers import Markers

    iface.canvas = QgsMapCanvas(iface.window)
    iface.mapCanvas = lambda: iface.canvas
    before = len(iface.canvas.scene().items())
    found = Markers(iface)
    assert iface.menus
    found.close()
    flush()
    assert iface.menus == {}
    assert len(iface.canvas.scene().items()) == before
    assert not iface.window.findChildren(type(found.dock))
    # Nobody listens to the canvas any more.
    iface.canvas.setMapTool(QgsMapToolPan(iface.canvas))
