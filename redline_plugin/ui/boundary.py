"""The boundary dock at work: a session, the map, and every decision as one step."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsProject,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QFileDialog

from redline_plugin.core.errors import RedlineError
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RESOURCES
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.ui.boundarydock import BoundaryDock
from redline_plugin.ui.boundarymap import BoundaryMarks, DrawTool
from redline_plugin.ui.boundarymodel import COLOURS
from redline_plugin.ui.connections import Connections
from redline_plugin.ui.whyheretool import WhyHereTool

if TYPE_CHECKING:
    from redline_plugin.core.boundary.session import Session

ACTION_NAME = "RedlineBoundary"
ALGORITHM = "redline:fittoreference"
_SNAP_PIXELS = 12


class Boundary(QObject):
    """The action, the dock, the map's marks and tool, and the open session."""

    def __init__(self, iface: Any) -> None:
        """Put everything in; ``iface`` is QGIS's interface."""
        super().__init__()
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._menu = tr("Redline 生态保护红线")
        self.session: Session | None = None
        self._layers: list[str] = []
        self._before: Any = None
        window = iface.mainWindow()
        self.dock = BoundaryDock(window)
        self.action = QAction(
            QIcon(str(RESOURCES / "icons" / "boundary.svg")), tr("Boundary of the red line"), window
        )
        self.action.setObjectName(ACTION_NAME)
        self.action.setCheckable(True)
        self.action.setToolTip(
            tr("Decides where the red line runs, stretch by stretch, with choices on the map")
        )
        self.dock.setToggleVisibilityAction(self.action)
        iface.addPluginToMenu(self._menu, self.action)
        iface.addToolBarIcon(self.action)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.marks = BoundaryMarks(self._canvas)
        self.tool = DrawTool(self._canvas)
        self.tool.between = self._traced
        self.picker = WhyHereTool(self._canvas)
        self.picker.clicked.connect(self._split_at)
        self.picker.ended.connect(self._end_drawing)
        self.tool.drawn.connect(self._drawn)
        self.tool.ended.connect(self._end_drawing)
        self.dock.open_asked.connect(self._ask_open)
        self.dock.fit_asked.connect(self._ask_fit)
        self.dock.save_asked.connect(self._ask_save)
        self.dock.stretch_selected.connect(self._show_stretch)
        self.dock.option_selected.connect(self._show_option)
        self.dock.accept_asked.connect(self.accept)
        self.dock.choose_asked.connect(self.choose)
        self.dock.keep_asked.connect(self.keep)
        self.dock.draw_asked.connect(self.start_drawing)
        self.dock.split_asked.connect(self.start_splitting)
        self.dock.merge_asked.connect(self.merge)
        self.dock.undo_asked.connect(self.undo)
        self.dock.redo_asked.connect(self.redo)
        self.dock.zoom_asked.connect(self._zoom)
        self._signals = Connections()
        self._signals.add(self._canvas.destinationCrsChanged, self._redraw)
        self._signals.add(QgsProject.instance().cleared, self.close_session)

    def close(self) -> None:
        """Take everything out."""
        self._signals.close()
        self.close_session()
        for tool in (self.tool, self.picker):
            self._canvas.unsetMapTool(tool)
        self.tool.remove()
        self.marks.remove()
        self._iface.removeToolBarIcon(self.action)
        self._iface.removePluginMenu(self._menu, self.action)
        self._iface.removeDockWidget(self.dock)
        for thing in (self.dock, self.tool, self.picker, self.action):
            thing.deleteLater()

    def open(self, path: Path) -> bool:
        """Open a session and show its layers; return whether that worked."""

        def work() -> None:
            need_libraries()
            from redline_plugin.core.boundary.session import Session

            session = Session(path)
            self.close_session()
            self.session = session

        if not self._tried(work) or self.session is None:
            return False
        self._show_layers(path)
        self.dock.set_rows(self.session.rows())
        self._refresh()
        self.dock.show()
        self.dock.go_to_next()
        return True

    def close_session(self) -> None:
        """Let go of the session; its file keeps all decisions."""
        if self.session is not None:
            self.session.close()
            self.session = None
        self.marks.clear()
        self.dock.set_rows([])
        self.dock.show_options([])
        self.dock.show_session("", 0, 0)
        present = [key for key in self._layers if QgsProject.instance().mapLayer(key)]
        self._layers = []
        QgsProject.instance().removeMapLayers(present)

    def accept(self) -> None:
        """Take the selected stretches as they are, in one step."""
        keys = self.dock.selected()
        if keys:
            self._decide(lambda session: session.accept(keys, _who(), self.dock.take_why()))

    def choose(self) -> None:
        """Take the selected choice."""
        row, option = self.dock.current(), self.dock.current_option()
        if row is not None and option is not None:
            self._decide(
                lambda session: session.choose(row.id, option, _who(), self.dock.take_why())
            )

    def keep(self) -> None:
        """Keep the assessed line at the current stretch."""
        row = self.dock.current()
        if row is None or self.session is None:
            return
        options = self.session.options(row.place)
        assessed = next((option.id for option in options if option.assessed), None)
        if assessed is None:
            self.accept()
        else:
            self._decide(
                lambda session: session.choose(row.id, assessed, _who(), self.dock.take_why())
            )

    def undo(self) -> None:
        """Undo the last step."""
        self._turn(lambda session: session.undo(), tr("There is nothing to undo."))

    def redo(self) -> None:
        """Make the last undone step again."""
        self._turn(lambda session: session.redo(), tr("There is nothing to redo."))

    def start_drawing(self) -> None:
        """Take the tool that draws a stretch by hand."""
        if self.session is None or self.dock.current() is None:
            return
        self._take(self.tool)
        self.dock.tell(
            tr(
                "Click from the line to the line; a right click ends, Backspace takes a point back, "
                "Esc gives up."
            )
        )

    def start_splitting(self) -> None:
        """Take the tool that tells where to split the current stretch."""
        if self.session is None or self.dock.current() is None:
            return
        self._take(self.picker)
        self.dock.tell(tr("Click where the stretch is to be split; Esc gives up."))

    def merge(self) -> None:
        """Join the selected stretches to one."""
        keys = self.dock.selected()
        self._changed(lambda session: session.merge(keys, _who(), self.dock.take_why()))

    def _take(self, tool: Any) -> None:
        if self._canvas.mapTool() not in (self.tool, self.picker):
            self._before = self._canvas.mapTool()
        self._canvas.setMapTool(tool)

    def _split_at(self, point: Any) -> None:
        row = self.dock.current()
        if row is not None:
            ((x, y),) = self.marks.to_session([point])
            self._changed(
                lambda session: session.split(row.id, (x, y), _who(), self.dock.take_why())
            )
        self._end_drawing()

    def _changed(self, work: Callable[[Session], int]) -> None:
        """Do something that changes which stretches there are, and go to the one it tells."""
        session = self.session
        found: list[int] = []
        if session is not None and self._tried(lambda: found.append(work(session))):
            self.dock.tell("")
            self._refresh()
            self.dock.select(found[0])

    def _traced(self, start: Any, end: Any) -> list[Any]:
        """Return what comes between two clicks along the lines shown, in the map's CRS."""
        row, session = self.dock.current(), self.session
        if row is None or session is None or not self.dock.actions_by_name["trace"].isChecked():
            return []
        import shapely

        from redline_plugin.core.boundary.landswap import traced

        lines = [session.stretch_shape(row.id)]
        for option in session.options(row.place):
            lines += list(shapely.get_parts(session.option_shapes(option.id)[0]))
        first, last = self.marks.to_session([start, end])
        reach = _SNAP_PIXELS * self.marks.metres_per_pixel()
        return self.marks.to_map(traced(lines, first, last, reach))

    def save(self, path: Path) -> bool:
        """Write the blocks as they are decided to a new file; return whether that worked."""

        def work() -> None:
            self._write(path)

        return self._tried(work)

    def _write(self, path: Path) -> None:
        from redline_plugin.core import provenance
        from redline_plugin.core.feedback import Quiet
        from redline_plugin.core.geodesy.area import polygon_areas
        from redline_plugin.core.vector.write import write_file

        session = self.session
        if session is None:
            return
        numbers, shapes = session.blocks()
        attributes = session.attributes()
        names = list(dict.fromkeys(name for row in attributes.values() for name in row))
        kinds = {name: _kind([row.get(name) for row in attributes.values()]) for name in names}
        names = [name for name in names if name.lower() != "fid" and name != "area_m2"]
        crs = self._crs().toWkt()
        areas = polygon_areas(list(shapes), crs)
        record = provenance.provenance(
            "redline:fittoreference",
            session.settings,
            [],
            {"decisions": sum(not one.undone for one in session.log())},
        )
        write_file(
            path,
            path.stem,
            crs,
            "MultiPolygon",
            [*((name, kinds[name]) for name in names), ("area_m2", float)],
            (
                (shape, (*(attributes[number].get(name) for name in names), float(area)))
                for number, shape, area in zip(numbers, shapes, areas)
            ),
            record,
            Quiet(),
        )
        layer = QgsVectorLayer(str(path), path.stem, "ogr")
        QgsProject.instance().addMapLayer(layer)
        self.dock.tell(tr("Written: {path}").format(path=str(path)))

    def _decide(self, work: Callable[[Session], None]) -> None:
        session = self.session
        if session is None:
            return
        if self._tried(lambda: work(session)):
            self.dock.tell("")
            self._refresh()
            self.dock.go_to_next()

    def _turn(self, work: Callable[[Session], Any], nothing: str) -> None:
        session = self.session
        found: list[Any] = []
        if session is None or not self._tried(lambda: found.append(work(session))):
            return
        self._refresh()
        if found[0] is None:
            self.dock.tell(nothing)
        else:
            self.dock.tell("")
            self.dock.select(found[0].stretch)
            self._show_stretch(found[0].stretch)

    def _tried(self, work: Callable[[], None]) -> bool:
        """Do something; put what went wrong into the message bar."""
        try:
            work()
        except RedlineError as error:
            self._iface.messageBar().pushWarning(tr("Boundary of the red line"), error.render(tr))
            return False
        return True

    def _refresh(self) -> None:
        if self.session is None:
            return
        changed = self.session.rows(self.session.changed)
        known = self.dock.model.keys()
        if {row.id for row in changed} == known & set(self.session.changed):
            self.dock.model.update(changed)
        else:
            # Some stretches are gone, or new.
            current = self.dock.current()
            self.dock.set_rows(self.session.rows())
            if current is not None:
                self.dock.select(current.id)
        self.dock.show_session(self.session.path.name, *self.session.progress())
        row = self.dock.current()
        if row is not None:
            self.dock.show_options(self.session.options(row.place))
        for key in self._layers:
            layer = QgsProject.instance().mapLayer(key)
            if layer is not None:
                layer.dataProvider().reloadData()
                layer.triggerRepaint()

    def _show_stretch(self, key: int) -> None:
        row = self.dock.current()
        if self.session is None or row is None or not key:
            self.marks.clear()
            return
        import shapely

        self.marks.show_stretch(shapely.to_wkb(self.session.stretch_shape(key)))
        options = self.session.options(row.place)
        lines = []
        for option in options:
            if not option.taken:
                line, _, _ = self.session.option_shapes(option.id)
                kind = "assessment" if option.assessed or not option.kinds else option.kinds[0]
                lines.append((shapely.to_wkb(line), COLOURS[kind]))
        self.marks.show_choices(lines)
        self.marks.show_land(b"", b"")
        self.dock.show_options(options)
        self._zoom()

    def _show_option(self, key: int) -> None:
        if self.session is None or not key:
            return
        import shapely

        _, comes, goes = self.session.option_shapes(key)
        self.marks.show_land(shapely.to_wkb(comes), shapely.to_wkb(goes))

    def _redraw(self) -> None:
        row = self.dock.current()
        self._show_stretch(0 if row is None else row.id)

    def _zoom(self) -> None:
        row = self.dock.current()
        if row is not None:
            self.marks.zoom(row.bounds)

    def _drawn(self, points: list[Any]) -> None:
        row, session = self.dock.current(), self.session
        if row is None or session is None:
            return
        import shapely

        reach = _SNAP_PIXELS * self.marks.metres_per_pixel()
        line = shapely.LineString(self.marks.to_session(points))

        def work() -> None:
            session.draw(row.id, session.snapped(line, reach), _who(), self.dock.take_why())

        if self._tried(work):
            self._refresh()
            self._show_stretch(row.id)

    def _end_drawing(self) -> None:
        for tool in (self.tool, self.picker):
            self._canvas.unsetMapTool(tool)
        if self._before is not None:
            self._canvas.setMapTool(self._before)
            self._before = None

    def _ask_open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self.dock, tr("Open session"), "", tr("Sessions of the boundary (*.gpkg)")
        )
        if path:
            self.open(Path(path))

    def _ask_save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self.dock, tr("Save red line"), "", "GeoPackage (*.gpkg)"
        )
        if path:
            self.save(Path(path).with_suffix(".gpkg"))

    def _ask_fit(self) -> None:
        import processing

        if self.session is not None:
            folder = self.session.path.parent
        else:
            folder = Path(QgsProject.instance().homePath() or Path.home())
        place = folder / (tr("boundary session") + ".gpkg")
        found = processing.execAlgorithmDialog(ALGORITHM, {"SESSION": str(place)})
        if found and found.get("SESSION"):
            self.open(Path(found["SESSION"]))

    def _crs(self) -> QgsCoordinateReferenceSystem:
        layer = QgsVectorLayer(f"{self.session.path}|layername=blocks", "", "ogr")  # type: ignore[union-attr]
        return layer.crs()

    def _show_layers(self, path: Path) -> None:
        self.marks.set_crs(self._crs())
        group = QgsProject.instance().layerTreeRoot().insertGroup(0, path.stem)
        for name, title, renderer in (
            ("stretches", tr("Stretches of the red line"), _stretch_look()),
            ("assessed", tr("Assessed line"), _outline("#d7191c", "dot")),
            ("blocks", tr("Red-line blocks"), _blocks_look()),
        ):
            layer = QgsVectorLayer(f"{path}|layername={name}", title, "ogr")
            layer.setRenderer(renderer)
            QgsProject.instance().addMapLayer(layer, False)
            group.addLayer(layer)
            self._layers.append(layer.id())


def _who() -> str:
    """Return who decides, as QGIS or the system knows them."""
    return str(QgsApplication.userFullName() or getpass.getuser())


def _kind(values: list[Any]) -> type:
    """Return the kind of a field from its values."""
    present = [value for value in values if value is not None]
    if present and all(isinstance(value, bool) for value in present):
        return bool
    if present and all(isinstance(value, int) for value in present):
        return int
    if present and all(isinstance(value, (int, float)) for value in present):
        return float
    return str


def _stretch_look() -> QgsCategorizedSymbolRenderer:
    from redline_plugin.core.boundary.kinds import KIND_TITLES

    categories = [
        QgsRendererCategory(
            kind,
            QgsLineSymbol.createSimple({"color": COLOURS[kind].name(), "width": "0.7"}),
            tr(title),
        )
        for kind, title in KIND_TITLES.items()
    ]
    return QgsCategorizedSymbolRenderer("kind", categories)


def _outline(colour: str, style: str) -> QgsSingleSymbolRenderer:
    return QgsSingleSymbolRenderer(
        QgsFillSymbol.createSimple(
            {
                "color": "0,0,0,0",
                "outline_color": colour,
                "outline_style": style,
                "outline_width": "0.2",
            }
        )
    )


def _blocks_look() -> QgsSingleSymbolRenderer:
    return QgsSingleSymbolRenderer(
        QgsFillSymbol.createSimple({"color": "215,25,28,40", "outline_style": "no"})
    )
