"""Map tools of the marker dock: select by a click, add on the line, draw along the line."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QApplication


class MarkerTool(QgsMapTool):
    """What the tools have in common: where the pointer is, and keys."""

    ended = pyqtSignal()
    delete_asked = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, cursor: Qt.CursorShape) -> None:
        super().__init__(canvas)
        self.setCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Delete:
            event.accept()
            self.delete_asked.emit()
        else:
            event.ignore()


class SelectTool(MarkerTool):
    """Selects the marker under the pointer; with Ctrl it is added to the selection, or taken out."""

    clicked = pyqtSignal(QgsPointXY, bool)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas, Qt.CursorShape.PointingHandCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            more = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(event.mapPoint(), more)
        elif event.button() == Qt.MouseButton.RightButton:
            self.ended.emit()


class AddTool(MarkerTool):
    """Tells where the pointer is over the map, and where it was clicked."""

    pointed = pyqtSignal(QgsPointXY, QPoint)
    placed = pyqtSignal(QgsPointXY)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas, Qt.CursorShape.CrossCursor)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        self.pointed.emit(event.mapPoint(), event.pos())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.placed.emit(event.mapPoint())
        elif event.button() == Qt.MouseButton.RightButton:
            self.ended.emit()


class MoveTool(MarkerTool):
    """Draws a marker with the button held; a click without drawing selects."""

    pressed = pyqtSignal(QgsPointXY)
    drawn = pyqtSignal(QgsPointXY, QPoint, bool)
    released = pyqtSignal(QgsPointXY, bool)
    given_up = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas, Qt.CursorShape.OpenHandCursor)
        self._from: QPoint | None = None
        self._drawing = False

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._drawing = event.pos(), False
            self.pressed.emit(event.mapPoint())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._from is None:
            return
        far = (event.pos() - self._from).manhattanLength()
        self._drawing = self._drawing or far >= QApplication.startDragDistance()
        if self._drawing:
            self.drawn.emit(event.mapPoint(), event.pos(), _is_past(event))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton and self._from is None:
            self.ended.emit()
        elif event.button() == Qt.MouseButton.LeftButton and self._from is not None:
            drawing, self._from, self._drawing = self._drawing, None, False
            if drawing:
                self.released.emit(event.mapPoint(), _is_past(event))
            else:
                self.given_up.emit()

    def activate(self) -> None:
        super().activate()
        # The canvas keeps keys to itself while a button is held.
        self.canvas().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = (
            self._from is not None
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape  # type: ignore[attr-defined]
        )
        if escape:
            # The first Esc gives up the drawing, the next one the tool.
            self._stop()
        return escape

    def deactivate(self) -> None:
        self.canvas().removeEventFilter(self)
        if self._from is not None:
            self._stop()
        super().deactivate()

    def _stop(self) -> None:
        self._from, self._drawing = None, False
        self.given_up.emit()


def _is_past(event: QgsMapMouseEvent) -> bool:
    """Return whether the marker may pass its neighbours: Shift is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
