"""What the boundary dock shows on the map, and the tool to draw a stretch by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import (
    QgsMapCanvas,
    QgsMapMouseEvent,
    QgsMapTool,
    QgsRubberBand,
    QgsSnapIndicator,
)
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

_LINE = QgsWkbTypes.GeometryType.LineGeometry
_AREA = QgsWkbTypes.GeometryType.PolygonGeometry
SELECTED = QColor(226, 0, 122)
COMES = QColor(46, 158, 79, 110)
GOES = QColor(215, 25, 28, 110)
_HALO = QColor(255, 255, 255, 220)
_MARGIN = 1.6


class BoundaryMarks:
    """Rubber bands: the selected stretch, its choices in their colours, the land of one choice."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._crs = QgsCoordinateReferenceSystem()
        self.stretch = self._band(_LINE, SELECTED, 5)
        self.comes = self._band(_AREA, COMES, 1)
        self.goes = self._band(_AREA, GOES, 1)
        self.choices: list[QgsRubberBand] = []

    def set_crs(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Take the CRS of the session."""
        self._crs = crs

    def show_stretch(self, wkb: bytes) -> None:
        """Mark the selected stretch."""
        self._set(self.stretch, wkb, _LINE)

    def show_choices(self, lines: Sequence[tuple[bytes, QColor]]) -> None:
        """Draw the choices, each in its colour."""
        self._clear_choices()
        for wkb, colour in lines:
            band = self._band(_LINE, colour, 3)
            band.setLineStyle(Qt.PenStyle.DashLine)
            self._set(band, wkb, _LINE)
            self.choices.append(band)

    def show_land(self, comes: bytes, goes: bytes) -> None:
        """Fill the land that comes in and the land that goes out by a choice."""
        self._set(self.comes, comes, _AREA)
        self._set(self.goes, goes, _AREA)

    def zoom(self, bounds: tuple[float, float, float, float]) -> None:
        """Move the map to bounds in the session's CRS, with room around."""
        shape = self._moved(QgsGeometry.fromRect(QgsRectangle(*bounds)))
        if shape is None:
            return
        box = shape.boundingBox()
        least = 30 * self._canvas.mapUnitsPerPixel() if box.width() + box.height() == 0 else 0.0
        box.grow(least)
        box.scale(_MARGIN)
        self._canvas.setExtent(box)
        self._canvas.refresh()

    def to_session(self, points: Sequence[QgsPointXY]) -> list[tuple[float, float]]:
        """Return points of the map in the session's CRS."""
        transform = QgsCoordinateTransform(
            self._canvas.mapSettings().destinationCrs(),
            self._crs,
            QgsProject.instance().transformContext(),
        )
        moved = [transform.transform(point) for point in points]
        return [(point.x(), point.y()) for point in moved]

    def to_map(self, points: Sequence[tuple[float, float]]) -> list[QgsPointXY]:
        """Return points of the session's CRS on the map."""
        transform = QgsCoordinateTransform(
            self._crs,
            self._canvas.mapSettings().destinationCrs(),
            QgsProject.instance().transformContext(),
        )
        return [transform.transform(QgsPointXY(x, y)) for x, y in points]

    def metres_per_pixel(self) -> float:
        """Return the size of a screen's pixel in the session's CRS, roughly."""
        centre = self._canvas.extent().center()
        step = self._canvas.mapUnitsPerPixel()
        (ax, ay), (bx, by) = self.to_session([centre, QgsPointXY(centre.x() + step, centre.y())])
        return float(((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5)

    def clear(self) -> None:
        """Take all marks away."""
        for band, kind in ((self.stretch, _LINE), (self.comes, _AREA), (self.goes, _AREA)):
            band.reset(kind)
        self._clear_choices()

    def remove(self) -> None:
        """Take all marks out of the canvas for good."""
        self._clear_choices()
        for band in (self.stretch, self.comes, self.goes):
            self._canvas.scene().removeItem(band)

    def _clear_choices(self) -> None:
        for band in self.choices:
            self._canvas.scene().removeItem(band)
        self.choices = []

    def _band(self, kind: Any, colour: QColor, width: int) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, kind)
        band.setColor(colour)
        band.setWidth(width)
        if kind == _LINE:
            band.setSecondaryStrokeColor(_HALO)
        return band

    def _set(self, band: QgsRubberBand, wkb: bytes, kind: Any) -> None:
        shape = QgsGeometry()
        shape.fromWkb(wkb)
        moved = None if shape.isNull() or shape.isEmpty() else self._moved(shape)
        band.reset(kind)
        if moved is not None:
            band.setToGeometry(moved, None)

    def _moved(self, shape: QgsGeometry) -> QgsGeometry | None:
        transform = QgsCoordinateTransform(
            self._crs,
            self._canvas.mapSettings().destinationCrs(),
            QgsProject.instance().transformContext(),
        )
        try:
            shape.transform(transform)
        except QgsCsException:
            return None
        return shape


class DrawTool(QgsMapTool):
    """Draws a line by clicks; a right click ends it, Backspace takes a point back, Esc gives up."""

    drawn = pyqtSignal(list)
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.points: list[QgsPointXY] = []
        self.between: Callable[[QgsPointXY, QgsPointXY], list[QgsPointXY]] | None = None
        """What comes between two clicks when lines are traced."""
        self.band = QgsRubberBand(canvas, _LINE)
        self.band.setColor(SELECTED)
        self.band.setWidth(2)
        self.snap = QgsSnapIndicator(canvas)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        match = self.canvas().snappingUtils().snapToMap(event.pos())
        self.snap.setMatch(match)
        self._show(match.point() if match.isValid() else event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            match = self.canvas().snappingUtils().snapToMap(event.pos())
            point = match.point() if match.isValid() else event.mapPoint()
            if self.points and self.between is not None:
                self.points += self.between(self.points[-1], point)
            self.points.append(point)
            self._show()
        elif event.button() == Qt.MouseButton.RightButton:
            points, self.points = self.points, []
            self._show()
            if len(points) > 1:
                self.drawn.emit(points)
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.points = []
            self._show()
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self.points:
            event.accept()
            self.points.pop()
            self._show()
        else:
            event.ignore()

    def deactivate(self) -> None:
        self.points = []
        self._show()
        super().deactivate()

    def remove(self) -> None:
        """Take the drawing out of the canvas for good."""
        self.canvas().scene().removeItem(self.band)

    def _show(self, last: QgsPointXY | None = None) -> None:
        self.band.reset(_LINE)
        for point in [*self.points, *([last] if last is not None and self.points else [])]:
            self.band.addPoint(point)
