"""A click on a result, and the dock "Why here?" says why the pixel has its value."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QTreeWidgetItem

from redline_plugin.core.explain.tree import Place
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RESOURCES
from redline_plugin.ui.connections import Connections
from redline_plugin.ui.whyheredock import WhyHereDock
from redline_plugin.ui.whyheretask import Answer, Candidate, Tasks
from redline_plugin.ui.whyheretool import PixelMark, WhyHereTool

ACTION_NAME = "RedlineWhyHere"
_NEIGHBOUR = "RedlineDock"
_NUMBER = re.compile(r"[-+−]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


class WhyHere(QObject):
    """The action, the map tool and the dock, and how they work together."""

    def __init__(self, iface: Any) -> None:
        """Put everything in; ``iface`` is QGIS's interface."""
        super().__init__()
        self._iface = iface
        self._canvas = iface.mapCanvas()
        window = iface.mainWindow()
        self._menu = tr("Redline 生态保护红线")
        self._tasks = Tasks()
        self._candidates: list[Candidate] = []
        self._shown: Candidate | None = None
        self._before: Any = None
        self.action = QAction(
            QIcon(str(RESOURCES / "icons" / "whyhere.svg")), tr("Why here?"), window
        )
        self.action.setObjectName(ACTION_NAME)
        self.action.setCheckable(True)
        self.action.setToolTip(
            tr(
                "Click on a pixel of a result: its factors, the equation with its numbers, its class"
            )
        )
        self.tool = WhyHereTool(self._canvas)
        self.tool.setAction(self.action)
        self.mark = PixelMark(self._canvas)
        self.dock = WhyHereDock(self.action, window)
        iface.addPluginToMenu(self._menu, self.action)
        iface.addToolBarIcon(self.action)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        # Not toggled: the canvas checks and unchecks the action when tools change.
        self.action.triggered.connect(self._triggered)
        self.tool.clicked.connect(self.look)
        self.tool.ended.connect(self.end)
        self.dock.place_asked.connect(self._typed)
        self.dock.check_asked.connect(self._check)
        self.dock.tree.wanted.connect(self._follow)
        self.dock.visibilityChanged.connect(self._visible)
        project = QgsProject.instance()
        self._signals = Connections()
        self._signals.add(self._canvas.destinationCrsChanged, self.mark.draw)
        self._signals.add(project.layersWillBeRemoved["QStringList"], self._removed)
        self._signals.add(project.cleared, self._cleared)

    @property
    def busy(self) -> bool:
        """Whether something is still to be read or shown."""
        return self._tasks.busy

    def close(self) -> None:
        """Take everything out; waits for the file being read."""
        self._signals.close()
        self._tasks.close()
        self._canvas.unsetMapTool(self.tool)
        self.mark.remove()
        self._iface.removeToolBarIcon(self.action)
        self._iface.removePluginMenu(self._menu, self.action)
        self._iface.removeDockWidget(self.dock)
        for thing in (self.dock, self.tool, self.action):
            thing.deleteLater()

    def start(self) -> None:
        """Take the map tool and show the dock."""
        if self._canvas.mapTool() is not self.tool:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tool)
        self._show_dock()

    def end(self) -> None:
        """Give the map back to the tool before, and take the mark away."""
        self.mark.clear()
        self._canvas.unsetMapTool(self.tool)
        if self._before is not None:
            self._canvas.setMapTool(self._before)
            self._before = None

    def look(self, point: QgsPointXY) -> None:
        """Explain what lies at a point of the map, in the map's CRS."""
        self._show_dock()
        self.dock.place.setText(self._words(point))
        self._candidates = self.candidates(point)
        self._tasks.cancel()
        if not self._candidates:
            self.mark.clear()
            self._shown = None
            self.dock.show_hint(
                tr("There is no raster here. Click on a result, or make its layer the active one.")
            )
            return
        self.dock.show_busy()
        self._tasks.start(self._candidates, self._publish)

    def candidates(self, point: QgsPointXY) -> list[Candidate]:
        """Return the layers that may be meant: the active raster, or else all under the point."""
        active = self._iface.activeLayer()
        layers = [active] if _is_file(active) else self._canvas.layers()
        found = []
        for layer in layers:
            if not _is_file(layer):
                continue
            place = self._place(point, layer)
            if place is not None and (layer is active or layer.extent().contains(place)):
                bands = layer.renderer().usesBands() if layer.renderer() is not None else []
                found.append(
                    Candidate(
                        layer.id(),
                        layer.name(),
                        Place(layer.source(), place.x(), place.y(), bands[0] if bands else 1),
                    )
                )
        return found

    def _place(self, point: QgsPointXY, layer: QgsRasterLayer) -> QgsPointXY | None:
        transform = QgsCoordinateTransform(
            self._canvas.mapSettings().destinationCrs(),
            layer.crs(),
            QgsProject.instance().transformContext(),
        )
        try:
            return transform.transform(point)
        except QgsCsException:
            return None

    def _words(self, point: QgsPointXY) -> str:
        crs: QgsCoordinateReferenceSystem = self._canvas.mapSettings().destinationCrs()
        digits = 6 if crs.isGeographic() else 2
        return f"{point.x():.{digits}f}, {point.y():.{digits}f}"

    def _typed(self, text: str) -> None:
        numbers = [float(one.replace("−", "-")) for one in _NUMBER.findall(text)]
        if len(numbers) == 2:
            self.look(QgsPointXY(*numbers))
        else:
            self.dock.show_hint(tr("Two numbers are needed: x, y."))

    def _publish(self, answer: Answer) -> None:
        self._shown = answer.candidate
        if answer.explanation is None:
            self.mark.clear()
            self.dock.show_hint(answer.problem)
            return
        self.mark.show(answer.explanation.pixel)
        self.dock.show_explanation(answer.candidate.name, answer.explanation)

    def _check(self) -> None:
        if self._shown is not None:
            self._tasks.cancel()
            self.dock.show_busy()
            self._tasks.start([self._shown], self._publish, hashes=True)

    def _follow(self, item: QTreeWidgetItem, place: Place) -> None:
        shown = self.dock.explanation

        def publish(answer: Answer) -> None:
            if self.dock.explanation is not shown:
                return
            if answer.explanation is None:
                self.dock.tree.refuse(item, answer.problem)
            else:
                self.dock.tree.fill(item, answer.explanation)

        self._tasks.start([Candidate("", "", place)], publish)

    def _triggered(self, checked: bool) -> None:
        if checked:
            self.start()
        else:
            self.end()

    def _show_dock(self) -> None:
        if self.dock.isVisible():
            return
        window = self._iface.mainWindow()
        neighbour = window.findChild(QDockWidget, _NEIGHBOUR)
        area = Qt.DockWidgetArea.RightDockWidgetArea
        if (
            neighbour is not None
            and not self.dock.isFloating()
            and neighbour.isVisible()
            and not neighbour.isFloating()
            and window.dockWidgetArea(neighbour) == area == window.dockWidgetArea(self.dock)
        ):
            # One above the other they would be too low on a small screen.
            window.tabifyDockWidget(neighbour, self.dock)
        self.dock.setUserVisible(True)

    def _visible(self, visible: bool) -> None:
        # Another tab in front is no reason to end; a closed dock is.
        if not visible and self.dock.isHidden():
            self.mark.clear()

    def _removed(self, layer_ids: list[str]) -> None:
        if self._shown is not None and self._shown.layer in layer_ids:
            self._cleared()

    def _cleared(self) -> None:
        self._tasks.cancel()
        self._shown = None
        self.mark.clear()
        self.dock.show_hint(tr("Click on a pixel of a result to see why it has its value."))


def _is_file(layer: QgsMapLayer | None) -> bool:
    """Return whether a layer is a raster that GDAL reads from a file."""
    return isinstance(layer, QgsRasterLayer) and layer.isValid() and layer.providerType() == "gdal"
