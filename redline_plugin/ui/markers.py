"""The marker dock at work: a register, its layers on the map, the list and the map in step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QFileDialog

from redline_plugin.core.errors import RedlineError
from redline_plugin.i18n import language, tr
from redline_plugin.processing.base import RESOURCES
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.ui.connections import Connections
from redline_plugin.ui.markersdock import MarkersDock
from redline_plugin.ui.markersedit import MarkerEdits
from redline_plugin.ui.markerslook import (
    style_blocks,
    style_line,
    style_markers,
    style_points,
    style_signs,
)
from redline_plugin.ui.markersmap import MarkerMarks
from redline_plugin.ui.markerstold import facts_of, step_text

if TYPE_CHECKING:
    from redline_plugin.core.survey.register import Register

ACTION_NAME = "RedlineMarkers"
PLACE, FORMS = "redline:placemarkers", "redline:markerforms"
_LOOK_MS = 3000
"""How often to look whether another program changed the register."""


class Markers(QObject):
    """The action, the dock, the map's marks and tools, and the open register."""

    def __init__(self, iface: Any) -> None:
        """Put everything in; ``iface`` is QGIS's interface."""
        super().__init__()
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._menu = tr("Redline 生态保护红线")
        self._layers: list[str] = []
        window = iface.mainWindow()
        self.dock = MarkersDock(window)
        self.action = QAction(
            QIcon(str(RESOURCES / "icons" / "survey.svg")), tr("Markers of the red line"), window
        )
        self.action.setObjectName(ACTION_NAME)
        self.action.setCheckable(True)
        self.action.setToolTip(
            tr(
                "Keeps the register of markers: on the map and in a list, with every step undone when wanted"
            )
        )
        self.dock.setToggleVisibilityAction(self.action)
        iface.addPluginToMenu(self._menu, self.action)
        iface.addToolBarIcon(self.action)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.marks = MarkerMarks(self._canvas)
        self.edits = MarkerEdits(self._canvas, self.dock, self.marks)
        self._connect()
        self._signals = Connections()
        self._signals.add(self._canvas.destinationCrsChanged, self._show_current)
        self._signals.add(QgsProject.instance().cleared, self.close_register)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look)

    @property
    def register(self) -> Register | None:
        """The open register."""
        return self.edits.register

    def close(self) -> None:
        """Take everything out."""
        self._signals.close()
        self.close_register()
        self.edits.remove()
        self.marks.remove()
        self._iface.removeToolBarIcon(self.action)
        self._iface.removePluginMenu(self._menu, self.action)
        self._iface.removeDockWidget(self.dock)
        for thing in (self.dock, self.action):
            thing.deleteLater()

    def open(self, path: Path) -> bool:
        """Open a register and show its layers; return whether that worked."""

        def work() -> None:
            need_libraries()
            from redline_plugin.core.survey.register import Register

            register = Register(path, tr)
            self.close_register()
            self.edits.register = register

        if not self._tried(work) or self.register is None:
            return False
        register = self.register
        rules = register.rules
        example = rules.status == "example"
        name = rules.zh if language() == "zh" else rules.en
        self.dock.show_register(
            register.path.name,
            tr("Rule set: {name}, version {version}").format(name=name, version=rules.version),
            is_example=example,
        )
        self.dock.set_columns(register.columns(), register.block_names())
        self._show_layers(path)
        self._looking.start()
        self.dock.show()
        return True

    def close_register(self) -> None:
        """Let go of the register; its file keeps everything."""
        self._looking.stop()
        self.edits.take_tool("")
        if self.edits.register is not None:
            self.edits.register.close()
            self.edits.register = None
        self.marks.clear()
        self.dock.set_columns(None, {})
        self.dock.show_register("", "", is_example=False)
        present = [key for key in self._layers if QgsProject.instance().mapLayer(key)]
        self._layers = []
        QgsProject.instance().removeMapLayers(present)

    def save(self, path: Path) -> bool:
        """Write the markers to a new file, as the survey's steps take them; return whether that worked."""
        return self._tried(lambda: self._write(path))

    def _connect(self) -> None:
        dock, edits, detail = self.dock, self.edits, self.dock.detail
        dock.place_asked.connect(self._ask_place)
        dock.open_asked.connect(self._ask_open)
        dock.save_asked.connect(self._ask_save)
        dock.forms_asked.connect(self._ask_forms)
        dock.asked.connect(edits.ask)
        dock.tool_asked.connect(edits.take_tool)
        dock.state_asked.connect(edits.set_state)
        dock.kind_asked.connect(edits.set_kind)
        dock.states_wanted.connect(edits.show_states)
        dock.current_changed.connect(lambda _: self._show_current())
        dock.selection_changed.connect(self._show_selected)
        detail.engraved.connect(edits.engrave)
        detail.remarked.connect(edits.remark)
        detail.photo_asked.connect(edits.ask_photos)
        detail.photo_removed.connect(edits.detach)
        detail.link_clicked.connect(self._go_to)
        edits.done.connect(self._refresh)
        edits.failed.connect(self._warn)

    def _refresh(self) -> None:
        """Show what the last step changed."""
        register = self.register
        if register is None:
            return
        listed = register.listed(register.changed)
        self.dock.take({key: listed.get(key) for key in register.changed})
        self._repaint()
        self._show_current()
        self._show_selected()

    def _look(self) -> None:
        """Take everything anew when another program changed the register."""
        register = self.register
        if register is None or not register.changed_elsewhere():
            return
        keys = self.dock.selected()
        self.dock.set_columns(register.columns(), register.block_names())
        self.dock.select(keys)
        self.dock.tell(tr("The register was changed by another program, and read again."))
        self._repaint()

    def _repaint(self) -> None:
        for key in self._layers:
            layer = QgsProject.instance().mapLayer(key)
            if layer is not None:
                layer.dataProvider().reloadData()
                layer.triggerRepaint()

    def _show_current(self) -> None:
        register, key = self.register, self.dock.current()
        if register is None or not key or register.row_or_none(key) is None:
            self.marks.show_current(None)
            self.dock.detail.clear()
            return
        marker, place = register.marker(key), register.position(key)
        others = []
        for row in register.witnesses(marker.marker):
            at = register.position(row["id"])
            if at is not None:
                others.append(at)
        self.marks.show_current(place, self._stretch(register, key), others)
        if place is not None and not self.edits.pointing:
            self.marks.bring(place)
        detail = self.dock.detail
        detail.show_facts(*facts_of(register, key))
        detail.show_texts(marker.engraved, marker.remark)
        detail.show_photos(register.photos(key))
        detail.show_history([(step, step_text(step)) for step in register.history_of(key)])

    @staticmethod
    def _stretch(register: Register, key: int) -> bytes:
        """Return the line to the next marker as WKB, b"" where there is none."""
        try:
            points = register.way_to_next(key)
        except RedlineError:
            return b""
        line = QgsGeometry.fromWkt("LINESTRING EMPTY")
        if len(points) > 1:
            line = QgsGeometry.fromWkt(
                f"LINESTRING({', '.join(f'{x!r} {y!r}' for x, y in points)})"
            )
        return bytes(line.asWkb())

    def _show_selected(self) -> None:
        register = self.register
        if register is None:
            return
        keys = self.dock.selected()
        if len(keys) < 2:
            self.marks.show_selected([])
            return
        places = [register.position(key) for key in keys[:2000]]
        self.marks.show_selected([place for place in places if place is not None])

    def _go_to(self, number: str) -> None:
        key = None if self.register is None else self.register.key_of(number)
        if key is not None:
            self.dock.select([key])

    def _tried(self, work: Callable[[], None]) -> bool:
        """Do something; put what went wrong into the message bar."""
        try:
            work()
        except RedlineError as error:
            self._warn(error.render(tr))
            return False
        return True

    def _warn(self, text: str) -> None:
        self._iface.messageBar().pushWarning(tr("Markers of the red line"), text)
        self.dock.tell(text)

    def _ask_open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self.dock, tr("Open register"), "", tr("Registers of markers (*.gpkg)")
        )
        if path:
            self.open(Path(path))

    def _ask_save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self.dock, tr("Save markers"), "", "GeoPackage (*.gpkg)"
        )
        if path:
            self.save(Path(path).with_suffix(".gpkg"))

    def _ask_place(self) -> None:
        import processing

        folder = (
            self.register.path.parent
            if self.register is not None
            else Path(QgsProject.instance().homePath() or Path.home())
        )
        place = folder / (tr("marker register") + ".gpkg")
        found = processing.execAlgorithmDialog(PLACE, {"REGISTER": str(place)})
        if found and found.get("REGISTER"):
            self.open(Path(found["REGISTER"]))

    def _ask_forms(self) -> None:
        import processing

        if self.register is None:
            return
        path = self.register.path
        names = {"MARKERS": "markers", "SIGNS": "signs", "TURNING_POINTS": "turning_points"}
        counts = {
            name: QgsVectorLayer(f"{path}|layername={table}", "", "ogr").featureCount()
            for name, table in names.items()
        }
        parameters = {
            name: f"{path}|layername={table}" for name, table in names.items() if counts[name] > 0
        }
        processing.execAlgorithmDialog(FORMS, parameters)

    def _write(self, path: Path) -> None:
        from shapely.geometry import Point

        from redline_plugin.core import provenance
        from redline_plugin.core.feedback import Quiet
        from redline_plugin.core.survey.marker import TITLES, Marker, columns
        from redline_plugin.core.survey.rows import values
        from redline_plugin.core.vector.write import write_file

        register = self.register
        if register is None:
            return
        rows = []
        for key in register.columns().id:
            place = register.position(key)
            rows.append((None if place is None else Point(place), values(register.marker(key))))
        record = provenance.provenance(
            PLACE, {"register": register.path.name}, [], {"markers": len(rows)}
        )
        fields = [(name, kind, tr(TITLES[name])) for name, kind in columns(Marker)]
        write_file(path, path.stem, register.crs, "Point", fields, rows, record, Quiet())
        QgsProject.instance().addMapLayer(QgsVectorLayer(str(path), path.stem, "ogr"))
        self.dock.tell(tr("Written: {path}").format(path=str(path)))

    def _show_layers(self, path: Path) -> None:
        group = QgsProject.instance().layerTreeRoot().insertGroup(0, path.stem)
        for name, title, style in (
            ("markers", tr("Markers"), style_markers),
            ("signs", tr("Signs"), style_signs),
            ("turning_points", tr("Turning points"), style_points),
            ("line", tr("Red line"), style_line),
            ("blocks", tr("Red-line blocks"), style_blocks),
        ):
            layer = QgsVectorLayer(f"{path}|layername={name}", title, "ogr")
            if not layer.isValid():
                continue
            style(layer)
            QgsProject.instance().addMapLayer(layer, False)
            group.addLayer(layer)
            self._layers.append(layer.id())
            if name == "line":
                self.marks.plane.set_crs(QgsCoordinateReferenceSystem(layer.crs()))
