"""A click on a real canvas, with real results: what the dock says is what NumPy computes."""

from __future__ import annotations

import json
import threading
import time

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMapToolPan, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction
from support.chains import GEOGRAPHIC, make_chain, middle
from support.rasters import TRANSFORM, write

from redline_plugin.core.explain.explain import explain
from redline_plugin.core.provenance import KEY, METADATA_DOMAIN, read_provenance
from redline_plugin.ui import whyheretask
from redline_plugin.ui.whyhere import ACTION_NAME, WhyHere
from redline_plugin.ui.whyheredock import OBJECT_NAME
from redline_plugin.ui.whyhererows import FACTOR, NOTE, UNIT, VALUE, item_of


def flush():
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def settle(why, seconds=10.0):
    """Wait until the answer is shown."""
    end = time.monotonic() + seconds
    flush()
    while why.busy:
        assert time.monotonic() < end, "no answer"
        QCoreApplication.processEvents()
        time.sleep(0.005)
    flush()


@pytest.fixture
def desk(iface):
    """The window with a map in it, and a layer that can be active."""
    iface.canvas = QgsMapCanvas(iface.window)
    iface.window.setCentralWidget(iface.canvas)
    iface.canvas.setFixedSize(500, 400)
    iface.active = None
    iface.mapCanvas = lambda: iface.canvas
    iface.activeLayer = lambda: iface.active
    iface.canvas.enableAntiAliasing(False)
    flush()
    return iface


@pytest.fixture
def why(desk, project):
    found = WhyHere(desk)
    yield found
    found.close()
    flush()


@pytest.fixture
def chain(tmp_path):
    return make_chain(tmp_path)


@pytest.fixture
def shown(desk, project):
    """Put rasters into the project and on the map, the first on top."""

    def show(*paths, crs=None):
        layers = []
        for path in paths:
            layer = QgsRasterLayer(str(path), f"layer {len(layers)}")
            assert layer.isValid()
            project.addMapLayer(layer)
            layers.append(layer)
        desk.canvas.setDestinationCrs(crs or layers[0].crs())
        desk.canvas.setLayers(layers)
        transform = QgsCoordinateTransform(
            layers[0].crs(), desk.canvas.mapSettings().destinationCrs(), project
        )
        extent = transform.transformBoundingBox(layers[0].extent())
        extent.scale(1.1)
        desk.canvas.setExtent(extent)
        flush()
        return layers

    return show


def click(desk, why, x, y, crs=None, button=Qt.MouseButton.LeftButton):
    """Click on a place given in a CRS, as a user does, and wait for the answer."""
    canvas = desk.canvas
    point = QgsPointXY(x, y)
    if crs is not None:
        to_map = QgsCoordinateTransform(
            crs, canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        point = to_map.transform(point)
    pixel = canvas.getCoordinateTransform().transform(point)
    spot = pixel.toQPointF().toPoint()
    QTest.mouseMove(canvas.viewport(), spot)
    QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, spot)
    settle(why)


def text_of(why, name, column):
    return item_of(why.dock.tree, name).text(column)


def number(value):
    return f"{value:.7g}".replace("-", "−")


@pytest.mark.parametrize(("column", "row"), [(4, 5), (9, 7), (2, 3)])
def test_a_click_shows_factors_equation_and_value(desk, why, chain, shown, column, row):
    shown(chain.retention)
    why.action.trigger()
    assert desk.canvas.mapTool() is why.tool
    assert why.dock.isVisible()
    click(desk, why, *middle(column, row))
    a = {name: float(values[row, column]) for name, values in chain.arrays.items()}
    expected = (
        np.float32(a["RAINFALL_EROSIVITY"])
        * np.float32(a["SOIL_ERODIBILITY"])
        * np.float32(a["SLOPE_LENGTH_STEEPNESS"])
        * (1 - np.float32(a["COVER_MANAGEMENT"]))
    )
    assert why.dock.value.text() == f"{number(expected)} t hm-2 a-1"
    for name in ("RAINFALL_EROSIVITY", "SOIL_ERODIBILITY", "COVER_MANAGEMENT"):
        assert text_of(why, name, VALUE) == number(a[name])
    assert text_of(why, "RAINFALL_EROSIVITY", UNIT) == "MJ mm hm-2 h-1 a-1"
    lines = why.dock.equation.toPlainText().splitlines()
    assert lines[0] == "A = R·K·LS·(1 − C)"
    assert lines[1].endswith(f"= {number(expected)}")
    assert "The same is stored" in why.dock.answer.toPlainText()
    assert "layer 0" in why.dock.raster.text()


def test_a_class_shows_its_rule_and_opens_into_its_index(desk, why, chain, shown):
    shown(chain.importance)
    why.start()
    click(desk, why, *middle(4, 5))
    code = int(chain.values["importance"][5, 4])
    value = float(chain.values["retention"][5, 4])
    title = {1: "Generally important", 2: "Important", 3: "Extremely important"}[code]
    assert why.dock.value.text() == f"{code}: {title}"
    assert why.dock.chip.isVisible()
    assert number(value) in why.dock.answer.toPlainText()
    assert title in why.dock.answer.toPlainText()
    assert not why.dock.equation.isVisible()
    index = item_of(why.dock.tree, "INPUT")
    assert index.text(VALUE) == number(value)
    assert item_of(why.dock.tree, "COVER_MANAGEMENT") is None
    # With the keyboard, as one who has no mouse does.
    why.dock.tree.setCurrentItem(index)
    QTest.keyClick(why.dock.tree, Qt.Key.Key_Right)
    settle(why)
    assert index.isExpanded()
    assert text_of(why, "COVER_MANAGEMENT", VALUE) == number(
        float(chain.arrays["COVER_MANAGEMENT"][5, 4])
    )
    texts = [index.child(i).text(FACTOR) for i in range(index.childCount())]
    assert any(text.startswith("A = ") for text in texts)


def test_a_sensitivity_class_and_its_scores(desk, why, chain, shown):
    shown(chain.classes)
    why.start()
    click(desk, why, *middle(4, 5))
    value = float(chain.values["sensitivity"][5, 4])
    assert f"is {round(value, 1):.1f} on one decimal" in why.dock.answer.toPlainText()
    index = item_of(why.dock.tree, "INPUT")
    index.setExpanded(True)
    settle(why)
    texture = {1: "Gravel", 14: "Loam", 21: "Sandy silt"}[int(chain.arrays["SOIL_TEXTURE"][5, 4])]
    assert texture in text_of(why, "SOIL_TEXTURE", VALUE)
    assert "Score of the soil texture: " in text_of(why, "SOIL_TEXTURE", NOTE)


def test_a_chain_in_a_circle_ends(desk, why, chain, shown):
    record = read_provenance(str(chain.retention))
    record["inputs"][0].update(path=str(chain.retention), made_by="redline:soilretention")
    dataset = gdal.Open(str(chain.retention), gdal.GA_Update)
    dataset.SetMetadataItem(KEY, json.dumps(record), METADATA_DOMAIN)
    dataset = None
    shown(chain.importance)
    why.start()
    click(desk, why, *middle(4, 5))
    item_of(why.dock.tree, "INPUT").setExpanded(True)
    settle(why)
    again = item_of(why.dock.tree, record["inputs"][0]["name"])
    again.setExpanded(True)
    settle(why)
    assert again.childCount() == 1
    assert "explained above already" in again.child(0).text(FACTOR)


def test_why_there_is_no_result(desk, why, chain, shown):
    shown(chain.importance)
    why.start()
    click(desk, why, *middle(1, 0))
    assert why.dock.value.text() == "no data"
    answer = why.dock.answer.toPlainText()
    assert "No class here" in answer
    assert "Cover factor C: 1.5 is outside the valid range (0 to 1)." in answer


def test_a_changed_input_is_told(desk, why, chain, shown):
    write(
        chain.folder / "cover_management.tif",
        np.full((8, 10), 0.5, np.float32),
        nodata=-9999,
        options=(),
    )
    shown(chain.retention)
    why.start()
    click(desk, why, *middle(4, 5))
    assert "the input has changed since" in why.dock.answer.toPlainText()
    assert not item_of(why.dock.tree, "COVER_MANAGEMENT").icon(FACTOR).isNull()


def test_the_files_are_compared_on_demand(desk, why, chain, shown):
    shown(chain.retention)
    why.start()
    click(desk, why, *middle(4, 5))
    assert "the same as then" not in text_of(why, "COVER_MANAGEMENT", NOTE)
    QTest.mouseClick(why.dock.check, Qt.MouseButton.LeftButton)
    settle(why)
    assert "the file is the same as then" in text_of(why, "COVER_MANAGEMENT", NOTE)


@pytest.mark.parametrize("epsg", [4490, 3857, 4326])
def test_a_map_in_another_crs(desk, why, chain, shown, epsg):
    crs = QgsCoordinateReferenceSystem.fromEpsgId(epsg)
    (layer,) = shown(chain.retention, crs=crs)
    why.start()
    for column, row in ((4, 5), (8, 2)):
        click(desk, why, *middle(column, row), crs=layer.crs())
        value = float(chain.values["retention"][row, column])
        assert why.dock.value.text() == f"{number(value)} t hm-2 a-1"
        # The mark is where the pixel is on this map.
        to_map = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance())
        centre = to_map.transform(QgsPointXY(*middle(column, row)))
        box = why.mark.outline.asGeometry().boundingBox()
        assert box.contains(centre)
        assert box.width() < desk.canvas.extent().width() / 5


def test_a_raster_in_degrees_on_a_map_in_metres(desk, why, tmp_path, shown):
    chain = make_chain(tmp_path, GEOGRAPHIC)
    crs = QgsCoordinateReferenceSystem.fromEpsgId(4524)
    (layer,) = shown(chain.retention, crs=crs)
    why.start()
    x, y = middle(4, 5, GEOGRAPHIC["transform"])
    click(desk, why, x, y, crs=layer.crs())
    value = float(chain.values["retention"][5, 4])
    assert why.dock.value.text() == f"{number(value)} t hm-2 a-1"
    desk.canvas.setDestinationCrs(layer.crs())
    flush()
    box = why.mark.outline.asGeometry().boundingBox()
    assert box.contains(QgsPointXY(x, y))
    assert box.width() == pytest.approx(0.01, rel=1e-3)


def test_the_active_raster_is_meant_or_else_the_topmost_of_redline(desk, why, chain, shown):
    foreign, _, classes = shown(chain.paths["RELIEF"], chain.retention, chain.classes)
    why.start()
    click(desk, why, *middle(4, 5))
    assert "layer 1" in why.dock.raster.text()
    desk.active = classes
    click(desk, why, *middle(4, 5))
    assert "layer 2" in why.dock.raster.text()
    desk.active = foreign
    click(desk, why, *middle(4, 5))
    assert "Redline did not make this raster" in why.dock.answer.toPlainText()
    assert why.dock.value.text() == number(float(chain.arrays["RELIEF"][5, 4]))


def test_a_click_beside_all_rasters(desk, why, chain, shown):
    (layer,) = shown(chain.retention)
    why.start()
    click(desk, why, *middle(4, 5))
    click(desk, why, TRANSFORM[0] - 10, TRANSFORM[3] + 8)
    assert "There is no raster here" in why.dock.raster.text()
    assert not why.mark.outline.isVisible()
    desk.active = layer
    click(desk, why, TRANSFORM[0] - 10, TRANSFORM[3] + 8)
    assert "outside this raster" in why.dock.answer.toPlainText()


def test_the_pixel_is_marked_and_escape_ends_it(desk, why, chain, shown):
    shown(chain.retention)
    pan = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(pan)
    why.action.trigger()
    assert why.action.isChecked()
    click(desk, why, *middle(4, 5))
    x0, dx, _, y0, _, dy = TRANSFORM
    box = why.mark.outline.asGeometry().boundingBox()
    wanted = QgsRectangle(x0 + 4 * dx, y0 + 6 * dy, x0 + 5 * dx, y0 + 5 * dy)
    for got, want in zip(
        (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()),
        (wanted.xMinimum(), wanted.yMinimum(), wanted.xMaximum(), wanted.yMaximum()),
    ):
        assert got == pytest.approx(want, abs=1e-6)
    assert why.mark.cross.isVisible()
    desk.canvas.setFocus()
    QTest.keyClick(desk.canvas, Qt.Key.Key_Escape)
    flush()
    assert desk.canvas.mapTool() is pan
    assert not why.action.isChecked()
    assert not why.mark.outline.isVisible()
    desk.canvas.unsetMapTool(pan)


def test_the_right_button_asks_nothing(desk, why, chain, shown):
    shown(chain.retention)
    why.start()
    click(desk, why, *middle(4, 5), button=Qt.MouseButton.RightButton)
    assert why.dock.explanation is None


def test_coordinates_can_be_typed(desk, why, chain, shown):
    shown(chain.retention)
    why.start()
    x, y = middle(4, 5)
    why.dock.place.setFocus()
    QTest.keyClicks(why.dock.place, f"{x}, {y}")
    QTest.keyClick(why.dock.place, Qt.Key.Key_Return)
    settle(why)
    assert why.dock.explanation.value == chain.values["retention"][5, 4]
    assert why.dock.place.text() == f"{x:.2f}, {y:.2f}"
    why.dock.place.setText("here")
    QTest.keyClick(why.dock.place, Qt.Key.Key_Return)
    assert "Two numbers" in why.dock.raster.text()


def test_the_text_goes_to_the_clipboard(desk, why, chain, shown):
    shown(chain.retention)
    why.start()
    click(desk, why, *middle(4, 5))
    QTest.mouseClick(why.dock.copy, Qt.MouseButton.LeftButton)
    text = QgsApplication.clipboard().text()
    assert "A = R·K·LS·(1 − C)" in text
    assert number(float(chain.values["retention"][5, 4])) in text
    QgsApplication.clipboard().clear()
    desk.window.activateWindow()
    why.dock.tree.setFocus()
    QTest.keyClick(why.dock.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QgsApplication.clipboard().text() == text


def test_the_selected_line_is_told_whole(desk, why, chain, shown):
    shown(chain.sensitivity)
    why.start()
    click(desk, why, *middle(4, 5))
    why.dock.tree.setCurrentItem(item_of(why.dock.tree, "RELIEF_HIGH"))
    text = why.dock.detail.toPlainText()
    assert "300" in text
    assert "read in the source" in text


class Gate:
    """Holds explaining back until it is let go."""

    def __init__(self, monkeypatch):
        self.go = threading.Event()
        self.threads = []
        self.over = 0
        monkeypatch.setattr(whyheretask, "explain", self)

    def __call__(self, place, _feedback, *more):
        self.threads.append(threading.current_thread())
        if len(self.threads) == 1:
            assert self.go.wait(5)
        # As if the reading could not be stopped.
        found = explain(place, None, *more)
        self.over += 1
        return found

    def wait(self, until):
        end = time.monotonic() + 5
        while not until():
            assert time.monotonic() < end
            QCoreApplication.processEvents()


def test_reading_is_done_beside_the_window_and_a_new_click_wins(
    desk, why, chain, shown, monkeypatch
):
    shown(chain.retention)
    why.start()
    gate = Gate(monkeypatch)
    why.look(QgsPointXY(*middle(4, 5)))
    assert why.busy
    assert why.dock.raster.text() == "Reading…"
    gate.wait(lambda: gate.threads)
    why.look(QgsPointXY(*middle(7, 2)))
    settle(why)
    assert why.dock.explanation.value == chain.values["retention"][2, 7]
    # The first comes late, and is not shown.
    gate.go.set()
    gate.wait(lambda: gate.over == 2)
    settle(why)
    flush()
    assert why.dock.explanation.value == chain.values["retention"][2, 7]
    assert all(one is not threading.main_thread() for one in gate.threads)


def test_closing_while_reading_waits(desk, project, chain, shown, monkeypatch):
    shown(chain.retention)
    why = WhyHere(desk)
    gate = Gate(monkeypatch)
    why.look(QgsPointXY(*middle(4, 5)))
    gate.wait(lambda: gate.threads)
    threading.Timer(0.2, gate.go.set).start()
    why.close()
    assert gate.go.is_set()
    flush()


def test_an_error_of_ours_is_seen(desk, why, chain, shown, monkeypatch, capsys):
    shown(chain.retention)
    why.start()

    def fail(*_):
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(whyheretask, "explain", fail)
    seen = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: seen.append(kind))
    why.look(QgsPointXY(*middle(4, 5)))
    settle(why)
    assert seen == [ZeroDivisionError] or "ZeroDivisionError" in capsys.readouterr().err
    assert not why.busy


def test_a_file_that_cannot_be_read_is_told(desk, why, chain, shown):
    shown(chain.retention)
    why.start()
    record = chain.retention.read_bytes()
    chain.retention.write_bytes(record[: len(record) // 4])
    click(desk, why, *middle(4, 5))
    assert why.dock.explanation is None or "did not make" in why.dock.answer.toPlainText()


def test_a_layer_that_goes_takes_the_mark_with_it(desk, why, chain, shown, project):
    (layer,) = shown(chain.retention)
    why.start()
    click(desk, why, *middle(4, 5))
    assert why.mark.outline.isVisible()
    project.removeMapLayer(layer.id())
    flush()
    assert not why.mark.outline.isVisible()
    assert why.dock.explanation is None


def test_a_closed_dock_takes_the_mark_with_it(desk, why, chain, shown):
    shown(chain.retention)
    why.start()
    click(desk, why, *middle(4, 5))
    why.dock.close()
    flush()
    assert not why.mark.outline.isVisible()


def inventory(desk, project):
    window = desk.window
    scene = desk.canvas.scene()
    return {
        "docks": len(window.findChildren(QgsDockWidget)),
        "actions": len(window.findChildren(QAction)),
        "tools": len(desk.tools.actions()),
        "menus": len(desk.menus),
        "items": sum(isinstance(i, (QgsRubberBand, QgsVertexMarker)) for i in scene.items()),
        "project": project.receivers(project.cleared),
        "canvas": desk.canvas.receivers(desk.canvas.destinationCrsChanged),
        "tool": desk.canvas.mapTool(),
    }


def test_three_times_in_and_out_leaves_nothing(desk, project, chain, shown):
    shown(chain.retention)
    WhyHere(desk).close()
    flush()
    before = inventory(desk, project)
    for _ in range(3):
        why = WhyHere(desk)
        why.start()
        click(desk, why, *middle(4, 5))
        assert inventory(desk, project) != before
        why.close()
        flush()
        assert inventory(desk, project) == before
    assert desk.window.findChild(QAction, ACTION_NAME) is None
    assert desk.window.findChild(QgsDockWidget, OBJECT_NAME) is None
    project.clear()
    flush()


def test_the_plugin_brings_it_and_takes_it_back(desk, project, provider):
    from redline_plugin.ui.shell import Shell

    shell, why = Shell(desk), WhyHere(desk)
    flush()
    assert not why.dock.isVisible()
    why.action.trigger()
    flush()
    # One tab behind the other: two docks are too much for a small screen.
    assert why.dock in desk.window.tabifiedDockWidgets(shell.dock)
    assert why.dock.isVisible()
    why.close()
    shell.close()
    flush()
    assert desk.menus == {}
