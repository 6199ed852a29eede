"""The dock with real widgets and real layers."""

from __future__ import annotations

import time

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QKeyEvent, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QToolButton

from redline_plugin.core.errors import MissingDependencyError, Problem
from redline_plugin.core.text import msg
from redline_plugin.ui.board import Stand

WATER = ("降水量", "蒸散发", "生态系统类型")


@pytest.fixture
def opened(dock, monkeypatch):
    """Record what would be opened; ``finish`` tells the dock that a run succeeded."""

    class Dialogs(list):
        def finish(self, results, used=None):
            _, parameters, finished = self[-1]
            finished({**parameters, **(used or {})}, results)

    found = Dialogs()

    def record(algorithm, parameters, finished):
        found.append((algorithm, dict(parameters), finished))
        return QLabel(dock)

    monkeypatch.setattr("redline_plugin.ui.dock.open_dialog", record)
    return found


def stand(dock, step):
    return dock.board.state(dock.views[step]).stand


def pick(row, layer_id):
    """Choose a layer in a row as a user does."""
    box = row.layers
    for index in range(box.count()):
        layer = box.layer(index)
        if (layer.id() if layer is not None else "") == layer_id:
            box.setCurrentIndex(index)
            box.activated.emit(index)
            return
    raise AssertionError(f"{layer_id} is not in the box")


def test_an_empty_project_lacks_everything(dock):
    assert stand(dock, "assess_waterconservation") is Stand.MISSING
    assert dock.steps.words("assess_waterconservation") == (
        "Missing 3: Mean annual precipitation, Mean annual evapotranspiration, Ecosystem classes"
    )
    assert dock.steps.words("grade_waterconservation") == (
        "Missing 1: result of “Water conservation (water balance)”"
    )
    assert dock.steps.words("delineate").startswith("Missing 1: one of: ")


def test_layers_with_chinese_names_make_a_step_ready(dock, raster, rested):
    for name in WATER[:2]:
        raster(name)
    rested(dock)
    assert dock.steps.words("assess_waterconservation") == "Missing 1: Ecosystem classes"
    last = raster(WATER[2])
    rested(dock)
    assert stand(dock, "assess_waterconservation") is Stand.READY
    QgsProject.instance().removeMapLayer(last.id())
    rested(dock)
    assert stand(dock, "assess_waterconservation") is Stand.MISSING


def test_renaming_a_layer_is_noticed(dock, raster, rested):
    layers = [raster(name) for name in (*WATER[:2], "未命名")]
    rested(dock)
    assert stand(dock, "assess_waterconservation") is Stand.MISSING
    layers[2].setName("生态系统")
    rested(dock)
    assert stand(dock, "assess_waterconservation") is Stand.READY


def test_many_changes_are_one_refresh(dock, raster, rested, monkeypatch):
    looks = []
    whole = dock.look
    dock._timer.timeout.disconnect()
    dock._timer.timeout.connect(lambda: (looks.append(1), whole()))
    for name in WATER:
        raster(name)
    assert looks == []
    rested(dock)
    assert looks == [1]


def test_a_hidden_dock_rests_and_catches_up(dock, raster, rested):
    dock.setVisible(False)
    for name in WATER:
        raster(name)
    assert not dock.busy
    dock.setVisible(True)
    rested(dock)
    assert stand(dock, "assess_waterconservation") is Stand.READY


def test_results_in_the_project_make_steps_done(dock, raster, polygons, record, rested):
    index = raster("结果 1", record("soilretention"), band="Soil retention")
    raster("结果 2", record("gradefunction", inputs=[index.source()]))
    polygons("红线", record("delineate"))
    rested(dock)
    assert dock.steps.words("assess_soilretention") == "Done: 结果 1"
    assert dock.steps.words("grade_soilretention") == "Done: 结果 2"
    assert dock.steps.words("delineate") == "Done: 红线"
    assert stand(dock, "grade_waterconservation") is Stand.MISSING
    assert stand(dock, "map") is Stand.READY
    assert stand(dock, "export") is Stand.READY


def test_a_second_output_is_not_the_index(dock, raster, record, rested):
    raster("A_p", record("soilretention"), band="Potential soil erosion")
    rested(dock)
    assert stand(dock, "assess_soilretention") is Stand.MISSING


def test_opening_fills_in_what_is_known(dock, raster, record, rested, opened):
    layers = {name: raster(name) for name in (*WATER, "降雨侵蚀力")}
    index = raster("x", record("soilretention"), band="Soil retention")
    rested(dock)
    dock.open_step("assess_waterconservation")
    dock.open_step("grade_soilretention")
    dock.open_step("assess_soilretention")
    assert [(name, parameters) for name, parameters, _ in opened] == [
        (
            "redline:waterconservation",
            {
                "PRECIPITATION": layers["降水量"].id(),
                "EVAPOTRANSPIRATION": layers["蒸散发"].id(),
                "ECOSYSTEM": layers["生态系统类型"].id(),
            },
        ),
        ("redline:gradefunction", {"INPUT": index.id()}),
        # Opening with inputs missing is allowed.
        (
            "redline:soilretention",
            {
                "RAINFALL_EROSIVITY": layers["降雨侵蚀力"].id(),
                "ECOSYSTEM": layers["生态系统类型"].id(),
            },
        ),
    ]


def test_the_model_gets_every_term(dock, raster, rested, opened):
    layer = raster("DEM")
    rested(dock)
    dock.run_all.click()
    assert opened[0][:2] == ("redline:redlinecounty", {"ELEVATION": layer.id()})


def test_keys_double_click_and_buttons_open(dock, opened):
    dock.steps.select("delineate")
    QTest.keyClick(dock.steps, Qt.Key.Key_Return)
    QTest.keyClick(dock.steps, Qt.Key.Key_Enter)
    dock.steps.scrollToItem(dock.steps.currentItem())
    place = dock.steps.visualItemRect(dock.steps.currentItem()).center()
    QTest.mouseClick(dock.steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(dock.steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dock.detail.open_button.click()
    dock.make_demo.click()
    assert [name for name, *_ in opened] == ["redline:delineate"] * 4 + ["redline:democounty"]


def test_headings_fold_by_key_and_mouse(dock):
    title = "Factors: soil"
    assert dock.steps.is_folded(title)
    assert not dock.steps.is_folded("Assess functions")
    heading = next(
        item
        for row in range(dock.steps.topLevelItemCount())
        if title in (item := dock.steps.topLevelItem(row)).text(0)
    )
    assert heading.text(0) == "▸ Factors: soil"
    dock.steps.setCurrentItem(heading)
    assert dock.steps.current_step() == ""
    QTest.keyClick(dock.steps, Qt.Key.Key_Space)
    assert heading.text(0) == "▾ Factors: soil"
    QTest.keyClick(dock.steps, Qt.Key.Key_Down)
    assert dock.steps.current_step().startswith("assess_")
    dock.steps.setCurrentItem(heading)
    QTest.keyClick(dock.steps, Qt.Key.Key_Left)
    assert dock.steps.is_folded(title)
    place = dock.steps.visualItemRect(heading).center()
    QTest.mouseClick(dock.steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not dock.steps.is_folded(title)


def test_a_selected_step_is_never_hidden(dock):
    dock.steps.select("assess_soilerodibility")
    assert not dock.steps.is_folded("Factors: soil")
    assert dock.steps.current_step() == "assess_soilerodibility"


def test_a_heading_opens_nothing(dock, opened):
    heading = dock.steps.topLevelItem(0)
    dock.steps.itemDoubleClicked.emit(heading, 0)
    assert opened == []


def test_a_choice_survives_save_and_load(dock, raster, rested, opened, tmp_path, project):
    raster("降水量")
    chosen = raster("别的 栅格 50%")
    rested(dock)
    dock.steps.select("assess_waterconservation")
    pick(dock.detail.rows["PRECIPITATION"], chosen.id())
    chosen_id = chosen.id()
    file = tmp_path / "项目 1.qgs"
    assert project.write(str(file))
    project.clear()
    rested(dock)
    assert dock.board.given("PRECIPITATION") is None
    assert project.read(str(file))
    rested(dock)
    dock.open_step("assess_waterconservation")
    assert opened[-1][1] == {"PRECIPITATION": chosen_id}
    assert dock.detail.rows["PRECIPITATION"].layers.currentLayer().id() == chosen_id


def test_no_layer_on_purpose_stays_so(dock, raster, rested, project):
    raster("降水量")
    rested(dock)
    row = dock.detail.rows["PRECIPITATION"]
    assert row.layers.currentLayer() is not None
    pick(row, "")
    rested(dock)
    assert row.layers.currentLayer() is None
    assert dock.board.given("PRECIPITATION") is None


def test_a_choice_holds_for_all_steps_that_take_it(dock, raster, rested, opened):
    raster("降雨侵蚀力")
    other = raster("R2")
    rested(dock)
    dock.steps.select("assess_soilretention")
    pick(dock.detail.rows["RAINFALL_EROSIVITY"], other.id())
    dock.open_step("assess_soilerosionsensitivity")
    assert opened[-1][1] == {"RAINFALL_EROSIVITY": other.id()}


def test_a_chosen_layer_that_is_gone_gives_way(dock, raster, rested, project, opened):
    named = raster("降水量")
    chosen = raster("x")
    rested(dock)
    dock._choose_layer("PRECIPITATION", chosen.id())
    assert dock.board.given("PRECIPITATION").layer == chosen.id()
    project.removeMapLayer(chosen.id())
    rested(dock)
    dock.open_step("assess_waterconservation")
    assert opened[-1][1] == {"PRECIPITATION": named.id()}


@pytest.mark.parametrize("text", ["", "layer:gone", "file:/gone", "rubbish", "layer:"])
def test_an_entry_that_means_nothing_is_no_harm(dock, raster, rested, project, text):
    project.writeEntry("Redline", "inputs/PRECIPITATION", text)
    project.writeEntry("Redline", "verdict", text)
    raster("降水量")
    rested(dock)
    assert stand(dock, "assess_waterconservation") is Stand.MISSING


def test_looking_does_not_make_a_project_dirty(dock, raster, rested, project):
    raster("降水量")
    project.setDirty(False)
    dock.look()
    rested(dock)
    for step in dock.views:
        dock.steps.select(step)
    assert not project.isDirty()
    dock._choose_layer("PRECIPITATION", "")
    assert project.isDirty()
    project.setDirty(False)
    dock._choose_layer("PRECIPITATION", "")
    assert not project.isDirty()


def test_a_layer_from_elsewhere_stands_for_a_result(dock, raster, rested):
    foreign = raster("from other software")
    rested(dock)
    dock._choose_layer("index_soilretention", foreign.id())
    assert dock.steps.words("assess_soilretention") == "Given: from other software"
    assert stand(dock, "grade_soilretention") is Stand.READY


def test_a_layer_of_the_wrong_kind_is_not_taken(dock, polygons, raster, rested):
    layer = polygons("行政区")
    rested(dock)
    dock._choose_layer("PRECIPITATION", layer.id())
    assert dock.board.given("PRECIPITATION") is None


def test_services_and_broken_layers_are_left_out(dock, project, rested):
    project.addMapLayer(QgsVectorLayer("/gone.gpkg", "行政区", "ogr"))
    project.addMapLayer(QgsRasterLayer("/gone.tif", "降水量"))
    project.addMapLayer(QgsVectorLayer("Point?crs=epsg:4490", "保护区", "memory"))
    rested(dock)
    assert dock.board.given("COUNTIES") is None
    assert dock.board.given("PRECIPITATION") is None
    assert dock.board.given("PROTECTED_AREAS") is None
    project.addMapLayer(QgsVectorLayer("Polygon?crs=epsg:4490", "保护区", "memory"))
    rested(dock)
    assert dock.board.given("PROTECTED_AREAS") is not None


def test_a_package_goes_from_export_to_verification(dock, tmp_path, rested, opened, project):
    package = tmp_path / "成果 包"
    dock.open_step("export")
    assert stand(dock, "verify") is Stand.MISSING
    package.mkdir()
    opened.finish({"OUTPUT": str(package)})
    rested(dock)
    assert dock.steps.words("export") == "Done: 成果 包"
    assert stand(dock, "verify") is Stand.READY
    dock.open_step("verify")
    assert opened[-1][1] == {"INPUT": str(package)}
    opened.finish({"PASSED": 0, "ERRORS": 2, "WARNINGS": 1})
    rested(dock)
    assert stand(dock, "verify") is Stand.FAILED
    assert dock.steps.words("verify") == "Did not pass: 2 errors, 1 warnings"
    opened.finish({"PASSED": 1, "ERRORS": 0, "WARNINGS": 1})
    rested(dock)
    assert stand(dock, "verify") is Stand.DONE
    # Another package was verified than the one that the dock filled in.
    opened.finish({"PASSED": 0, "ERRORS": 1, "WARNINGS": 0}, {"INPUT": str(tmp_path)})
    rested(dock)
    assert stand(dock, "verify") is Stand.READY


def test_a_verdict_does_not_hold_for_a_package_that_changed(dock, tmp_path, rested, opened):
    package = tmp_path / "p"
    package.mkdir()
    dock._choose_path("package", str(package))
    dock.open_step("verify")
    opened.finish({"PASSED": 1, "ERRORS": 0, "WARNINGS": 0})
    rested(dock)
    assert stand(dock, "verify") is Stand.DONE
    time.sleep(0.01)
    (package / "new").touch()
    dock.look()
    assert stand(dock, "verify") is Stand.READY


def test_a_package_that_is_gone_is_missing(dock, tmp_path, rested):
    package = tmp_path / "p"
    package.mkdir()
    dock._choose_path("package", str(package))
    assert stand(dock, "verify") is Stand.READY
    package.rmdir()
    dock.refresh()
    assert stand(dock, "verify") is Stand.MISSING


def test_the_model_leaves_package_and_map(dock, tmp_path, rested, opened):
    (tmp_path / "map.png").touch()
    dock.run_all.click()
    opened.finish({"export:PACKAGE": str(tmp_path), "map:MAP": str(tmp_path / "map.png"), "x": 1})
    rested(dock)
    assert dock.steps.words("map") == "Done: map.png"
    assert stand(dock, "export") is Stand.DONE


def test_a_demo_county_comes_into_the_project(dock, raster, polygons, project, rested, opened):
    made = {"PRECIPITATION": raster("a").source(), "ELEVATION": raster("b").source()}
    project.clear()
    dock.make_demo.click()
    opened.finish({"OUTPUT": "somewhere", **made})
    rested(dock)
    assert sorted(layer.name() for layer in project.mapLayers().values()) == [
        "Elevation",
        "Mean annual precipitation",
    ]
    assert dock.board.given("PRECIPITATION") is not None
    root = project.layerTreeRoot()
    shown = {node.name(): node.isVisible() for node in root.findLayers()}
    assert shown == {"Elevation": True, "Mean annual precipitation": False}


def test_a_demo_county_that_is_not_there_adds_nothing(dock, project):
    assert dock.add_demo_layers({"PRECIPITATION": "/gone.tif", "VECTORS": "/gone.gpkg"}) == 0
    assert dock.add_demo_layers({}) == 0
    assert project.count() == 0
    assert project.layerTreeRoot().children() == []


def test_a_problem_is_told_in_the_message_bar(dock, iface, monkeypatch):
    def fail(*_):
        raise MissingDependencyError(Problem(msg("no way in")))

    monkeypatch.setattr("redline_plugin.ui.dock.open_dialog", fail)
    dock.open_step("map")
    assert "no way in" in iface.bar.currentItem().text()


def test_the_detail_shows_each_input(dock, raster, rested):
    layer = raster("降水量")
    rested(dock)
    dock.steps.select("assess_waterconservation")
    rows = dock.detail.rows
    assert list(rows) == ["PRECIPITATION", "EVAPOTRANSPIRATION", "ECOSYSTEM"]
    assert rows["PRECIPITATION"].layers.currentLayer() == layer
    assert rows["PRECIPITATION"].title.text() == (
        "Mean annual precipitation [mm/a] · suggested by its name"
    )
    assert rows["EVAPOTRANSPIRATION"].title.text().endswith("· missing")
    assert not rows["EVAPOTRANSPIRATION"].status.pixmap().isNull()
    dock.steps.select("delineate")
    rows = dock.detail.rows
    assert rows["COUNTIES"].title.text() == "Counties · optional"
    assert rows["BIODIVERSITY"].title.text().endswith("· one of these is needed")
    assert rows["SOIL_RETENTION"].title.text().endswith("· one of these is needed")
    assert rows["SOIL_RETENTION"].layers.currentText() == "(no layer)"


def test_the_wheel_does_not_change_a_box(dock, raster, rested):
    raster("降水量")
    raster("别的")
    rested(dock)
    box = dock.detail.rows["PRECIPITATION"].layers
    before = box.currentIndex()

    def turn():
        event = QWheelEvent(
            QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(0, 120),
            QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, event)

    QApplication.setActiveWindow(dock.window())
    dock.steps.setFocus()
    turn()
    assert box.currentIndex() == before
    box.setFocus()
    assert box.hasFocus()
    turn()
    assert box.currentIndex() == before - 1


def test_f1_is_the_docks_own(dock, monkeypatch):
    shown = []
    monkeypatch.setattr(
        "redline_plugin.ui.dock.QWhatsThis.showText",
        lambda _place, text, _widget: shown.append(text),
    )
    dock.steps.select("assess_soilretention")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(dock.steps, event)
    assert event.isAccepted()
    QTest.keyClick(dock.steps, Qt.Key.Key_F1)
    dock.help.click()
    assert len(shown) == 2
    assert "R·K·LS·(1 − C)" in shown[0]


def test_everything_can_be_reached_by_tab_and_has_a_name(dock):
    dock.steps.select("delineate")
    dock.steps.select("assess_waterconservation")
    for widget in dock.findChildren((QComboBox, QPushButton, QToolButton)):
        if widget.isVisible() and widget.parent() is not dock and widget.objectName()[:3] != "qt_":
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name, widget
    order = []
    widget = dock.steps
    for _ in range(60):
        widget = widget.nextInFocusChain()
        order.append(widget)
    boxes = [row.layers for row in dock.detail.rows.values()]
    assert all(dock.isAncestorOf(one) for one in order[: order.index(boxes[-1])])
    assert [one for one in order if one in boxes] == boxes
    assert order.index(boxes[-1]) < order.index(dock.detail.open_button)


@pytest.mark.parametrize("width", [300, 400])
def test_a_narrow_dock_needs_no_sideways_scrolling(dock, raster, rested, width):
    raster("一个名字非常非常长的降水量栅格图层，用来检查界面是否会被撑宽，还要再长一点才行")
    rested(dock)
    dock.setFloating(True)
    for step in dock.views:
        dock.steps.select(step)
        dock.resize(width, 600)
        # One pass for the widths, one for the heights that follow from them.
        for _ in range(3):
            QApplication.processEvents()
        assert dock.width() == width, step
        panel = dock.detail
        assert panel.width() <= width
        for row in panel.rows.values():
            assert row.mapTo(panel, QPoint(row.width(), 0)).x() <= panel.width(), step
            needed = row.title.heightForWidth(row.title.width())
            assert row.title.height() >= needed, step
