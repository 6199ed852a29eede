"""A bar of states: how many markers are planned, set, measured, accepted, in trouble."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from redline_plugin.core.survey.marker import ACCEPTED, RETIRED, STATE_TITLES
from redline_plugin.i18n import tr
from redline_plugin.ui.markerslook import STATE_COLOURS

_ORDER = ("accepted", "measured", "set", "damaged", "lost", "planned")
"""From what is done to what is not begun; retired markers are not part of the work."""
_HEIGHT = 12


class StateBar(QWidget):
    """Shares of states in their colours; a click on one asks for its markers."""

    state_clicked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("States of the markers"))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many markers are in each state."""
        self._counts = dict(counts)
        self.setAccessibleDescription(self.text())
        self.update()

    def text(self) -> str:
        """Return the counts in words, without states that no marker is in."""
        return ", ".join(
            f"{tr(STATE_TITLES[state])} {self._counts[state]:,}"
            for state in (*_ORDER, RETIRED)
            if self._counts.get(state)
        )

    def done(self) -> tuple[int, int]:
        """Return how many markers are accepted, and how many there are without retired ones."""
        whole = sum(count for state, count in self._counts.items() if state != RETIRED)
        return self._counts.get(ACCEPTED, 0), whole

    def sizeHint(self) -> QSize:
        return QSize(100, _HEIGHT)

    def state_at(self, x: float) -> str:
        """Return the state at a place along the bar, "" for none."""
        for state, box in self._boxes():
            if box.left() <= x < box.right():
                return state
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        for state, box in self._boxes():
            painter.fillRect(box, STATE_COLOURS[state])
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        state = self.state_at(event.pos().x())
        if state:
            text = f"{tr(STATE_TITLES[state])}: {self._counts[state]:,}"
            QToolTip.showText(self.mapToGlobal(event.pos()), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        state = self.state_at(event.pos().x())
        if state:
            self.state_clicked.emit(state)

    def _boxes(self) -> list[tuple[str, QRectF]]:
        _, whole = self.done()
        found, left = [], 0.0
        for state in _ORDER:
            count = self._counts.get(state, 0)
            if count:
                # Even one of many can be seen and clicked.
                width = max(self.width() * count / whole, 3.0)
                found.append((state, QRectF(left, 0.0, width, float(self.height()))))
                left += width
        return found
