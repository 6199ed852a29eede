"""The tree of "Why here?": a line per factor, and what Redline made opens in turn."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from redline_plugin.core.explain.render import entry_notes, entry_title
from redline_plugin.core.explain.tree import Entry, Explanation, Place, Stand
from redline_plugin.core.records import same_file
from redline_plugin.i18n import tr

FACTOR, VALUE, UNIT, NOTE = range(4)
_PLACE = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1
_OPEN = ("inputs", "bands", "intermediate", "parameters")
"""Groups that stand open from the start."""

_SHARES = {FACTOR: 0.46, VALUE: 0.24, UNIT: 0.14}
"""How much of the width a column may take at most."""

_ICONS = {
    Stand.GOOD: "/mIconSuccess.svg",
    Stand.MARKED: "/mIconWarning.svg",
    Stand.LACKING: "/mIconCritical.svg",
}


def stand_icon(stand: Stand) -> QIcon:
    """Return the icon of how a line is to be read, empty for a plain one."""
    name = _ICONS.get(stand)
    return QgsApplication.getThemeIcon(name) if name else QIcon()


class FactorTree(QTreeWidget):
    """Shows what a pixel was made from.

    ``wanted`` asks for the explanation of a line's raster, when the line is opened the first time.
    """

    wanted = pyqtSignal(QTreeWidgetItem, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([tr("Factor"), tr("Value"), tr("Unit"), tr("Note")])
        self.setAccessibleName(tr("What the pixel was made from"))
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(14, 14))
        self.setIndentation(14)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.itemExpanded.connect(self._opened)

    def show_explanation(self, explanation: Explanation | None) -> None:
        """Show what an explanation's groups hold."""
        self.clear()
        if explanation is None:
            return
        for group in explanation.groups:
            self._add_group(self.invisibleRootItem(), group, (same_file(explanation.place.path),))
        self._fit()

    def fill(self, item: QTreeWidgetItem, explanation: Explanation) -> None:
        """Show the explanation of a line's raster under the line."""
        item.takeChildren()
        for finding in explanation.findings:
            if finding.stand is not Stand.GOOD:
                self._add_line(item, finding.text.render(tr), finding.stand)
        if explanation.equation:
            self._add_line(item, explanation.substituted or tr(explanation.equation))
        above = (*self._above(item), same_file(explanation.place.path))
        for group in explanation.groups:
            if group.name == "inputs":
                for entry in group.children:
                    self._add(item, entry, above)
            else:
                self._add_group(item, group, above, opened=False)
        self._fit()

    def refuse(self, item: QTreeWidgetItem, problem: str) -> None:
        """Say under a line why its raster cannot be explained."""
        item.takeChildren()
        self._add_line(item, problem, Stand.LACKING)

    def notes_of_current(self) -> str:
        """Return the whole text of the current line."""
        item = self.currentItem()
        if item is None:
            return ""
        value = " ".join(part for part in (item.text(VALUE), item.text(UNIT)) if part)
        factor = item.text(FACTOR)
        told = tr("{title}: {value}").format(title=factor, value=value) if value else factor
        parts = [told, item.text(NOTE)]
        return "\n".join(part for part in parts if part)

    def _opened(self, item: QTreeWidgetItem) -> None:
        place = item.data(FACTOR, _PLACE)
        if not isinstance(place, Place):
            return
        item.setData(FACTOR, _PLACE, None)
        if same_file(place.path) in self._above(item):
            self.refuse(item, tr("It is explained above already."))
            return
        self.wanted.emit(item, place)

    def _above(self, item: QTreeWidgetItem) -> tuple[str, ...]:
        found = item.data(VALUE, _PLACE)
        return tuple(found) if found else ()

    def _add_group(
        self, parent: QTreeWidgetItem, group: Entry, above: tuple[str, ...], opened: bool = True
    ) -> None:
        item = QTreeWidgetItem(parent, [group.title.render(tr)])
        font = item.font(FACTOR)
        font.setBold(True)
        item.setFont(FACTOR, font)
        item.setData(FACTOR, _NAME, group.name)
        item.setFirstColumnSpanned(True)
        for entry in group.children:
            self._add(item, entry, above)
        item.setExpanded(opened and group.name in _OPEN)

    def _add(self, parent: QTreeWidgetItem, entry: Entry, above: tuple[str, ...]) -> None:
        shown = entry.value is not None or entry.text is not None
        texts = [
            entry_title(entry, tr),
            entry.shown.render(tr) if shown else "",
            entry.unit if entry.value is not None else "",
            entry_notes(entry, tr),
        ]
        item = QTreeWidgetItem(parent, texts)
        for column, text in enumerate(texts):
            item.setToolTip(column, text)
        item.setIcon(FACTOR, stand_icon(entry.stand))
        item.setData(FACTOR, _NAME, entry.name)
        for child in entry.children:
            self._add(item, child, above)
        if entry.place is not None:
            item.setData(FACTOR, _PLACE, entry.place)
            item.setData(VALUE, _PLACE, list(above))
            QTreeWidgetItem(item, [tr("Reading…")])

    @staticmethod
    def _add_line(parent: QTreeWidgetItem, text: str, stand: Stand = Stand.PLAIN) -> None:
        item = QTreeWidgetItem(parent, [text])
        item.setToolTip(FACTOR, text)
        item.setIcon(FACTOR, stand_icon(stand))
        item.setFirstColumnSpanned(True)

    def _fit(self) -> None:
        """Give each column what it needs, as far as the width goes; notes get the rest."""
        width = max(self.viewport().width(), 200)
        for column, share in _SHARES.items():
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, min(self.columnWidth(column), int(width * share)))


def item_of(tree: FactorTree, name: str) -> QTreeWidgetItem | None:
    """Return the first line of that name."""
    return _search([tree.topLevelItem(i) for i in range(tree.topLevelItemCount())], name)


def _search(items: Sequence[QTreeWidgetItem], name: str) -> QTreeWidgetItem | None:
    for item in items:
        if item.data(FACTOR, _NAME) == name:
            return item
        found = _search([item.child(i) for i in range(item.childCount())], name)
        if found is not None:
            return found
    return None
