"""The map tool of "Why here?", and its mark on the pixel that was clicked."""

from __future__ import annotations

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
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from redline_plugin.core.explain.tree import Pixel

_COLOUR = QColor(226, 0, 122)
_HALO = QColor(255, 255, 255, 230)
_EDGE_STEPS = 8


class WhyHereTool(QgsMapTool):
    """Tells where the map was clicked, in the map's CRS; Esc ends it."""

    clicked = pyqtSignal(QgsPointXY)
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.mapPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.ended.emit()
        else:
            event.ignore()


class PixelMark:
    """Outlines a pixel on the map; a cross shows where it is when it is too small to see."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._pixel: Pixel | None = None
        self.outline = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self.outline.setStrokeColor(_COLOUR)
        self.outline.setSecondaryStrokeColor(_HALO)
        self.outline.setFillColor(QColor(0, 0, 0, 0))
        self.outline.setWidth(2)
        self.cross = QgsVertexMarker(canvas)
        self.cross.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
        self.cross.setColor(_COLOUR)
        self.cross.setIconSize(12)
        self.cross.setPenWidth(2)
        self.clear()

    def show(self, pixel: Pixel | None) -> None:
        """Mark a pixel; None takes the mark away."""
        self._pixel = pixel
        self.draw()

    def clear(self) -> None:
        """Take the mark away."""
        self.show(None)

    def draw(self, *_: Any) -> None:
        """Draw the mark in the map's CRS as it is now."""
        shape = None if self._pixel is None else self._shape(self._pixel)
        self.outline.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        self.cross.setVisible(shape is not None)
        self.outline.setVisible(shape is not None)
        if shape is not None:
            self.outline.setToGeometry(shape, None)
            self.cross.setCenter(shape.centroid().asPoint())

    def _shape(self, pixel: Pixel) -> QgsGeometry | None:
        shape = QgsGeometry.fromRect(QgsRectangle(*pixel.bounds))
        # A straight edge is a curve in another CRS.
        west, south, east, north = pixel.bounds
        shape = shape.densifyByDistance(max(east - west, north - south) / _EDGE_STEPS)
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem.fromWkt(pixel.grid.crs),
            self._canvas.mapSettings().destinationCrs(),
            QgsProject.instance().transformContext(),
        )
        try:
            shape.transform(transform)
        except QgsCsException:
            return None
        return shape

    def remove(self) -> None:
        """Take the mark out of the canvas for good."""
        for item in (self.outline, self.cross):
            self._canvas.scene().removeItem(item)
