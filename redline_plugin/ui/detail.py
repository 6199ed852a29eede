"""What the selected step takes, which layer each input is, and the button that opens it."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from redline_plugin.i18n import tr
from redline_plugin.ui.board import InputState
from redline_plugin.ui.inputrow import InputRow
from redline_plugin.ui.views import StepView

_LEAST_LINES = 6


def _wrapped(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


class DetailPanel(QWidget):
    """The selected step."""

    open_asked = pyqtSignal(str)
    layer_chosen = pyqtSignal(str, str)
    path_chosen = pyqtSignal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: StepView | None = None
        self.rows: dict[str, InputRow] = {}
        self.heading = _wrapped(self)
        bold = self.heading.font()
        bold.setBold(True)
        self.heading.setFont(bold)
        self.about = _wrapped(self)
        self.open_button = QPushButton(tr("Open the algorithm…"), self)
        self.open_button.setEnabled(False)
        self.open_button.clicked.connect(self._open)

        self._inputs = QVBoxLayout()
        self._inputs.setContentsMargins(0, 0, 0, 0)
        self._inputs.setSpacing(4)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(6, 2, 6, 2)
        column.setSpacing(6)
        column.addLayout(self._inputs)
        column.addWidget(self.about)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)

        self._scroll.setMinimumHeight(self.fontMetrics().height() * _LEAST_LINES)

        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.heading)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.open_button)

    def show_step(self, view: StepView) -> None:
        """Show a step; its state follows with :meth:`show_states`."""
        if view is self._view:
            return
        self._view = view
        for row in self.rows.values():
            self._inputs.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        before: QWidget = self._scroll
        for item in view.inputs:
            row = InputRow(item, self)
            row.layer_chosen.connect(self.layer_chosen)
            row.path_chosen.connect(self.path_chosen)
            self._inputs.addWidget(row)
            self.rows[item.parameter] = row
            box = row.layers or row.file
            if box is not None:
                self.setTabOrder(before, box)
                before = box
        self.setTabOrder(before, self.open_button)
        self.heading.setText(view.title)
        self.about.setText(_about(view))
        self.open_button.setEnabled(True)
        self.open_button.setToolTip(
            tr("Opens “{title}” with these inputs filled in.").format(title=view.title)
        )
        self._scroll.verticalScrollBar().setValue(0)

    def show_states(self, states: Mapping[str, InputState]) -> None:
        """Show how the inputs of the shown step stand."""
        for parameter, row in self.rows.items():
            row.show_state(states[parameter])

    def _open(self) -> None:
        if self._view is not None:
            self.open_asked.emit(self._view.step.id)


def _about(view: StepView) -> str:
    if not view.asked:
        return view.about
    asked = tr("The dialog also asks for: {titles}.").format(titles=tr(", ").join(view.asked))
    return f"{asked}\n{view.about}"
