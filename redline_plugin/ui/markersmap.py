"""What the marker dock shows on the map beyond its layers: what is current, selected, pointed at."""

from __future__ import annotations

from collections.abc import Sequence

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
from qgis.gui import QgsMapCanvas, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLabel

CURRENT = QColor(226, 0, 122)
_HALO = QColor(255, 255, 255, 220)
_GHOST = QColor(226, 0, 122, 90)
_LINE = QgsWkbTypes.GeometryType.LineGeometry
_POINT = QgsWkbTypes.GeometryType.PointGeometry
_MANY = 2000
"""So many selected markers are marked on the map; more would only be a stain."""
_NEAR_PIXELS = 0.15
"""A current marker this near to the map's edge, as a share of its size, brings the map along."""
_OFFSET = QPoint(16, 14)


class Plane:
    """Between the map's CRS and the register's."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._crs = QgsCoordinateReferenceSystem()

    def set_crs(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Take the register's CRS."""
        self._crs = crs

    def to_register(self, point: QgsPointXY) -> tuple[float, float] | None:
        """Return a point of the map in the register's CRS; None where it has no place in it."""
        try:
            found = self._transform(back=True).transform(point)
        except QgsCsException:
            return None
        return found.x(), found.y()

    def to_map(self, x: float, y: float) -> QgsPointXY | None:
        """Return a point of the register on the map."""
        try:
            return self._transform().transform(QgsPointXY(x, y))
        except QgsCsException:
            return None

    def shape_to_map(self, shape: QgsGeometry) -> QgsGeometry | None:
        """Return a shape of the register on the map."""
        moved = QgsGeometry(shape)
        try:
            moved.transform(self._transform())
        except QgsCsException:
            return None
        return moved

    def metres(self, pixels: float, point: QgsPointXY) -> float:
        """Return how long so many pixels are at a point of the map, in the register's CRS, m."""
        step = self._canvas.mapUnitsPerPixel()
        one = self.to_register(point)
        other = self.to_register(QgsPointXY(point.x() + step, point.y()))
        if one is None or other is None:
            return 0.0
        return float(pixels * ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)

    def _transform(self, *, back: bool = False) -> QgsCoordinateTransform:
        there = self._canvas.mapSettings().destinationCrs()
        context = QgsProject.instance().transformContext()
        if back:
            return QgsCoordinateTransform(there, self._crs, context)
        return QgsCoordinateTransform(self._crs, there, context)


class MarkerMarks:
    """Rubber bands: the current marker with its stretch to the next one, the selected ones, a ghost."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.plane = Plane(canvas)
        self.stretch = QgsRubberBand(canvas, _LINE)
        self.stretch.setColor(CURRENT)
        self.stretch.setSecondaryStrokeColor(_HALO)
        self.stretch.setWidth(4)
        self.selected = QgsRubberBand(canvas, _POINT)
        self.selected.setColor(QColor(226, 0, 122, 160))
        self.selected.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self.selected.setIconSize(11)
        self.selected.setWidth(2)
        self.current = self._vertex(QgsVertexMarker.IconType.ICON_CIRCLE, CURRENT, 18, 3)
        self.ghost = self._vertex(QgsVertexMarker.IconType.ICON_BOX, CURRENT, 12, 3)
        self.ghost.setFillColor(_GHOST)
        self.witness = QgsRubberBand(canvas, _LINE)
        self.witness.setColor(CURRENT)
        self.witness.setWidth(1)
        self.witness.setLineStyle(Qt.PenStyle.DashLine)
        self.label = QLabel(canvas.viewport())
        self.label.setObjectName("RedlineMarkerDistances")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.setAutoFillBackground(True)
        self.label.setMargin(3)
        self.label.setFrameShape(QLabel.Shape.StyledPanel)
        self.label.hide()

    def show_current(
        self,
        place: tuple[float, float] | None,
        stretch: bytes = b"",
        others: Sequence[tuple[float, float]] = (),
    ) -> None:
        """Mark the current marker, its stretch to the next one (WKB), and what belongs to it."""
        at = None if place is None else self.plane.to_map(*place)
        self.current.setVisible(at is not None)
        if at is not None:
            self.current.setCenter(at)
        self.stretch.reset(_LINE)
        shape = QgsGeometry()
        shape.fromWkb(stretch)
        moved = None if shape.isNull() or shape.isEmpty() else self.plane.shape_to_map(shape)
        if moved is not None:
            self.stretch.setToGeometry(moved, None)
        self.witness.reset(_LINE)
        ends = [self.plane.to_map(*other) for other in others]
        if at is not None and any(ends):
            lines = [[at, end] for end in ends if end is not None]
            self.witness.setToGeometry(QgsGeometry.fromMultiPolylineXY(lines), None)

    def show_selected(self, places: Sequence[tuple[float, float]]) -> None:
        """Mark the selected markers."""
        self.selected.reset(_POINT)
        points = [self.plane.to_map(*place) for place in places[:_MANY]]
        there = [point for point in points if point is not None]
        if there:
            self.selected.setToGeometry(QgsGeometry.fromMultiPointXY(there), None)

    def show_ghost(self, place: tuple[float, float] | None, text: str, at: QPoint) -> None:
        """Show where a marker would be, and what is beside it; None for nowhere."""
        point = None if place is None else self.plane.to_map(*place)
        self.ghost.setVisible(point is not None)
        if point is None:
            self.label.hide()
            return
        self.ghost.setCenter(point)
        self.label.setText(text)
        self.label.setVisible(bool(text))
        self.label.adjustSize()
        size = self._canvas.viewport().size()
        x = min(at.x() + _OFFSET.x(), size.width() - self.label.width() - 2)
        y = at.y() + _OFFSET.y()
        if y + self.label.height() > size.height():
            y = at.y() - _OFFSET.y() - self.label.height()
        self.label.move(max(x, 0), max(y, 0))

    def zoom(self, places: Sequence[tuple[float, float]], least_m: float) -> None:
        """Move the map to places, with at least so many metres around."""
        points = [self.plane.to_map(*place) for place in places]
        there = [point for point in points if point is not None]
        if not there:
            return
        box = QgsGeometry.fromMultiPointXY(there).boundingBox()
        metre = self.plane.metres(1.0, there[0])
        unit = self._canvas.mapUnitsPerPixel() / metre if metre > 0.0 else 1.0
        box.grow(least_m * unit)
        self._canvas.setExtent(box)
        self._canvas.refresh()

    def bring(self, place: tuple[float, float]) -> None:
        """Move the map, without zooming, when a place is outside of it or near its edge."""
        point = self.plane.to_map(*place)
        if point is None:
            return
        extent = QgsRectangle(self._canvas.extent())
        extent.scale(1.0 - 2.0 * _NEAR_PIXELS)
        if not extent.contains(point):
            self._canvas.setCenter(point)
            self._canvas.refresh()

    def flash(self, place: tuple[float, float]) -> None:
        """Let a place flash on the map."""
        self._canvas.flashGeometries([QgsGeometry.fromPointXY(QgsPointXY(*place))], self.plane._crs)

    def clear(self) -> None:
        """Take all marks away."""
        self.show_current(None)
        self.show_selected([])
        self.show_ghost(None, "", QPoint())

    def remove(self) -> None:
        """Take all marks out of the canvas for good."""
        for item in (self.stretch, self.selected, self.current, self.ghost, self.witness):
            self._canvas.scene().removeItem(item)
        self.label.hide()
        self.label.setParent(None)
        self.label.deleteLater()

    def _vertex(
        self, icon: QgsVertexMarker.IconType, colour: QColor, size: int, width: int
    ) -> QgsVertexMarker:
        found = QgsVertexMarker(self._canvas)
        found.setIconType(icon)
        found.setColor(colour)
        found.setIconSize(size)
        found.setPenWidth(width)
        found.hide()
        return found
