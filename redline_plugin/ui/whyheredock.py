"""The dock of "Why here?": value, reasons, equation, factors."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeySequence, QPainter, QPalette, QPixmap
from qgis.PyQt.QtWidgets import (
    QAction,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from redline_plugin.core.explain.render import as_text, headline
from redline_plugin.core.explain.tree import Explanation
from redline_plugin.i18n import tr
from redline_plugin.ui.whyhererows import FactorTree
from redline_plugin.ui.whyheretext import AnswerText, FittingText

OBJECT_NAME = "RedlineWhyHereDock"
_CHIP = 18


class WhyHereDock(QgsDockWidget):
    """Shows one explanation.

    ``place_asked`` tells what the user typed as coordinates, ``check_asked`` that files are to be
    compared with the record.
    """

    place_asked = pyqtSignal(str)
    check_asked = pyqtSignal()

    def __init__(self, tool: QAction, parent: QWidget | None = None) -> None:
        super().__init__(tr("Why here?"), parent)
        self.setObjectName(OBJECT_NAME)
        self.explanation: Explanation | None = None
        self.chip = QLabel(self)
        self.chip.setFixedSize(QSize(_CHIP, _CHIP))
        self.value = self._label()
        font = self.value.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.value.setFont(font)
        self.raster = self._label()
        self.place = QLineEdit(self)
        self.place.setPlaceholderText(tr("x, y in the map's coordinates"))
        self.place.setAccessibleName(tr("Coordinates"))
        self.place.setToolTip(tr("Type coordinates and press Enter, in place of a click"))
        self.place.returnPressed.connect(lambda: self.place_asked.emit(self.place.text()))
        self.answer = AnswerText(self)
        self.equation = FittingText(tr("The equation with its numbers"), 5, self)
        self.equation.setFrameShape(QFrame.Shape.StyledPanel)
        larger = self.equation.font()
        larger.setPointSizeF(larger.pointSizeF() * 1.1)
        self.equation.setFont(larger)
        self.tree = FactorTree(self)
        self.detail = FittingText(tr("The selected line"), 4, self)
        self.tree.currentItemChanged.connect(self._show_detail)
        self.pick = QToolButton(self)
        self.pick.setDefaultAction(tool)
        self.pick.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.copy = self._button(tr("Copy as text"), "/mActionEditCopy.svg")
        self.copy.setToolTip(tr("Copies the whole explanation (Ctrl+C)"))
        self.copy.clicked.connect(self.copy_text)
        self.check = self._button(tr("Check the files"), "/mActionRefresh.svg")
        self.check.setToolTip(
            tr("Reads all inputs whole and compares them with what the record says of them")
        )
        self.check.clicked.connect(self.check_asked)
        copy_key = QAction(self)
        copy_key.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy_key.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy_key.triggered.connect(self.copy_text)
        self.tree.addAction(copy_key)
        self._lay_out()
        self.show_hint(tr("Click on a pixel of a result to see why it has its value."))

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _button(self, text: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _lay_out(self) -> None:
        content = QWidget(self)
        head = QGridLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setHorizontalSpacing(6)
        head.setVerticalSpacing(2)
        head.addWidget(self.chip, 0, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.value, 0, 1)
        head.addWidget(self.pick, 0, 2, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.raster, 1, 0, 1, 3)
        head.addWidget(self.place, 2, 0, 1, 3)
        head.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.check)
        buttons.addStretch(1)
        lower = QWidget(content)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.tree, 1)
        column.addWidget(self.detail)
        column.addLayout(buttons)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(6, 4, 6, 4)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addWidget(self.answer)
        whole.addWidget(self.equation)
        whole.addWidget(lower, 1)
        self.setWidget(content)

    def show_hint(self, text: str) -> None:
        """Show a sentence in place of an explanation."""
        self.explanation = None
        self.chip.hide()
        self.value.setText(tr("Why here?"))
        self.raster.setText(text)
        self.answer.hide()
        self.equation.hide()
        self.tree.show_explanation(None)
        self.detail.hide()
        self._enable(False)

    def show_busy(self) -> None:
        """Show that files are being read."""
        self.raster.setText(tr("Reading…"))
        self._enable(False)

    def show_explanation(self, layer: str, explanation: Explanation) -> None:
        """Show an explanation of a layer's pixel."""
        self.explanation = explanation
        self._show_chip(explanation)
        self.value.setText(headline(explanation).render(tr))
        title = explanation.title.render(tr)
        self.raster.setText(
            title
            if title == layer
            else tr("{title} · layer “{layer}”").format(title=title, layer=layer)
        )
        self.raster.setToolTip(explanation.place.path)
        self.answer.show_findings(explanation.findings)
        self.answer.setVisible(bool(explanation.findings))
        lines = [line.render(tr) for line in explanation.equation_lines]
        self.equation.setPlainText("\n".join(lines))
        self.equation.setVisible(bool(explanation.equation))
        self.tree.show_explanation(explanation)
        self._show_detail()
        self._enable(True)

    def _show_detail(self, *_: object) -> None:
        text = self.tree.notes_of_current()
        self.detail.setPlainText(text)
        self.detail.setVisible(bool(text))

    def copy_text(self) -> None:
        """Put the explanation of the pixel into the clipboard."""
        if self.explanation is not None:
            QgsApplication.clipboard().setText(as_text([self.explanation], tr))

    def _enable(self, on: bool) -> None:
        self.copy.setEnabled(on)
        self.check.setEnabled(on and self.explanation is not None and bool(self.explanation.groups))

    def _show_chip(self, explanation: Explanation) -> None:
        self.chip.setVisible(explanation.colour is not None)
        if explanation.colour is None:
            return
        picture = QPixmap(_CHIP, _CHIP)
        picture.fill(QColor(*explanation.colour))
        painter = QPainter(picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(0, 0, _CHIP - 1, _CHIP - 1)
        painter.end()
        self.chip.setPixmap(picture)
