"""The list of the steps: a heading per section, per step its icon, title and state."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from redline_plugin.i18n import tr
from redline_plugin.ui.board import StepState
from redline_plugin.ui.look import stand_icon
from redline_plugin.ui.views import StepView

STEP_ROLE = Qt.ItemDataRole.UserRole
WORDS_ROLE = Qt.ItemDataRole.UserRole + 1
TITLE_ROLE = Qt.ItemDataRole.UserRole + 2

_MARGIN = 3
_SMALLER = 0.88
_WIDTH = 320
_LEAST_LINES = 8
_MOST_HEIGHT = 384


class StepDelegate(QStyledItemDelegate):
    """Draws a step on two lines, both cut with an ellipsis where the dock is narrow."""

    def paint(self, painter: QPainter, given: QStyleOptionViewItem, index: QModelIndex) -> None:
        words = index.data(WORDS_ROLE)
        if words is None:
            super().paint(painter, given, index)
            return
        option = QStyleOptionViewItem(given)
        self.initStyleOption(option, index)
        title, icon = option.text, QIcon(option.icon)
        widget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        option.text = ""
        option.icon = QIcon()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        group = (
            QPalette.ColorGroup.Active
            if option.state & QStyle.StateFlag.State_Active
            else QPalette.ColorGroup.Inactive
        )
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        colour = option.palette.color(group, role)

        size = option.decorationSize.width()
        area = option.rect.adjusted(_MARGIN, _MARGIN // 2, -_MARGIN, -(_MARGIN // 2))
        place = QRect(area.left(), area.top() + (area.height() - size) // 2, size, size)
        icon.paint(painter, place)
        text = area.adjusted(size + 3 * _MARGIN, 0, 0, 0)
        painter.save()
        painter.setPen(colour)
        self._line(painter, option.font, text, title)
        text.setTop(text.top() + QFontMetrics(option.font).height())
        # The second line steps back by being smaller and, unselected, half way to the ground.
        colour.setAlphaF(1.0 if selected else 0.7)
        painter.setPen(colour)
        self._line(painter, smaller(option.font), text, words)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, font: QFont, area: QRect, text: str) -> None:
        painter.setFont(font)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(area, int(flags), shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        if index.data(WORDS_ROLE) is not None:
            lines = QFontMetrics(option.font).height() + QFontMetrics(smaller(option.font)).height()
            return QSize(size.width(), max(lines, option.decorationSize.height()) + _MARGIN)
        return QSize(size.width(), size.height() + _MARGIN)


def smaller(font: QFont) -> QFont:
    """Return the font of the second line."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small


class StepList(QTreeWidget):
    """All steps; tells which one is current and which one is to be opened."""

    step_selected = pyqtSignal(str)
    step_opened = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._sections: dict[str, list[str]] = {}
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(StepDelegate(self))
        self.setAccessibleName(tr("Steps"))
        self.currentItemChanged.connect(self._selected)
        self.itemClicked.connect(lambda item, _column: self._toggle(item))
        self.itemDoubleClicked.connect(self._opened)

    def fill(self, sections: Sequence[tuple[str, Sequence[StepView], bool]]) -> None:
        """Show these steps under these headings; the last of each says whether it is folded."""
        self.clear()
        self._items.clear()
        self._sections.clear()
        bold = self.font()
        bold.setBold(True)
        for title, views, folded in sections:
            heading = QTreeWidgetItem(self, [title])
            heading.setFont(0, bold)
            heading.setData(0, TITLE_ROLE, title)
            self._sections[title] = [view.step.id for view in views]
            # A heading is no step; keys and clicks fold it.
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            for view in views:
                # Not below its heading: what is below a disabled item is disabled too.
                item = QTreeWidgetItem(self, [view.title])
                item.setData(0, STEP_ROLE, view.step.id)
                item.setData(0, WORDS_ROLE, "")
                self._items[view.step.id] = item
            self._fold(heading, folded)

    def fold(self, title: str, folded: bool) -> None:
        """Show or hide the steps under a heading."""
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item.data(0, TITLE_ROLE) == title:
                self._fold(item, folded)

    def is_folded(self, title: str) -> bool:
        """Return whether the steps under a heading are hidden."""
        return all(self._items[step].isHidden() for step in self._sections[title])

    def _fold(self, heading: QTreeWidgetItem, folded: bool) -> None:
        title = heading.data(0, TITLE_ROLE)
        # An arrow of text: the tree's own arrows need children, which these steps are not.
        heading.setText(0, f"{'▸' if folded else '▾'} {title}")
        words = tr("{title}, closed") if folded else tr("{title}, open")
        heading.setData(0, Qt.ItemDataRole.AccessibleTextRole, words.format(title=title))
        for step in self._sections[title]:
            self._items[step].setHidden(folded)

    def _toggle(self, item: QTreeWidgetItem) -> None:
        title = item.data(0, TITLE_ROLE)
        if title:
            self._fold(item, not self.is_folded(title))

    def show_states(self, titles: Mapping[str, str], states: Mapping[str, StepState]) -> None:
        """Update icons, words and tooltips."""
        for step_id, state in states.items():
            item = self._items.get(step_id)
            if item is None:
                continue
            item.setIcon(0, stand_icon(state.stand))
            item.setData(0, WORDS_ROLE, state.words)
            item.setToolTip(0, tooltip(titles[step_id], state))
            item.setData(
                0,
                Qt.ItemDataRole.AccessibleTextRole,
                tr("{title}. {state}").format(title=titles[step_id], state=state.words),
            )

    def current_step(self) -> str:
        """Return the selected step's id, "" for none."""
        item = self.currentItem()
        return (item.data(0, STEP_ROLE) or "") if item is not None else ""

    def select(self, step_id: str) -> None:
        """Make a step the current one, and open its heading."""
        if step_id in self._items:
            for title, steps in self._sections.items():
                if step_id in steps:
                    self.fold(title, False)
            self.setCurrentItem(self._items[step_id])

    def words(self, step_id: str) -> str:
        """Return the state shown for a step."""
        return str(self._items[step_id].data(0, WORDS_ROLE))

    def sizeHint(self) -> QSize:
        """Return the room that all steps need, up to half of a small screen."""
        items = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        rows = (item for item in items if not item.isHidden())
        height = sum(self.sizeHintForIndex(self.indexFromItem(item)).height() for item in rows)
        # The selected step needs room below, too.
        return QSize(_WIDTH, min(height + 2 * _MARGIN, _MOST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() * _LEAST_LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.current_step():
            self.step_opened.emit(self.current_step())
            event.accept()
            return
        heading = self.currentItem()
        if heading is not None and heading.data(0, TITLE_ROLE):
            title = heading.data(0, TITLE_ROLE)
            wish = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}.get(event.key())
            if enter or event.key() == Qt.Key.Key_Space:
                wish = not self.is_folded(title)
            if wish is not None:
                self._fold(heading, wish)
                event.accept()
                return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.doItemsLayout()

    def _selected(self, current: QTreeWidgetItem | None, _before: Any) -> None:
        if current is not None and current.data(0, STEP_ROLE):
            self.step_selected.emit(current.data(0, STEP_ROLE))

    def _opened(self, item: QTreeWidgetItem, _column: int) -> None:
        if item.data(0, STEP_ROLE):
            self.step_opened.emit(item.data(0, STEP_ROLE))


def tooltip(title: str, state: StepState) -> str:
    """Return a step's tooltip, HTML."""
    parts = [f"<p><b>{html.escape(title)}</b></p>", f"<p>{html.escape(state.words)}</p>"]
    hint = tr("Enter or a double click opens the algorithm; F1 explains it.")
    return "".join([*parts, f"<p>{html.escape(hint)}</p>"])
