"""What is known of the current marker: facts, photos, history."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon, QImageReader, QPixmap
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from redline_plugin.i18n import tr

if TYPE_CHECKING:
    from redline_plugin.core.survey.register import Step

Facts = Sequence[tuple[str, str]]
"""Title and text of each, in order."""

_THUMB = QSize(120, 90)
_PATH = Qt.ItemDataRole.UserRole


class MarkerDetail(QTabWidget):
    """Three tabs about one marker; what is typed is told by signals."""

    engraved = pyqtSignal(str)
    remarked = pyqtSignal(str)
    photo_asked = pyqtSignal()
    photo_removed = pyqtSignal(str)
    link_clicked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.facts = QTextBrowser(self)
        self.facts.setOpenLinks(False)
        self.facts.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.facts.anchorClicked.connect(lambda url: self.link_clicked.emit(url.toString()))
        self.facts.setAccessibleName(tr("Facts of the marker"))
        self.engraved_edit = self._edit(tr("Engraved number"), self.engraved)
        self.remark_edit = self._edit(tr("Remark"), self.remarked)
        self.photos = self._photo_list()
        self.history = self._history()
        self._files: list[Path] = []
        self.addTab(self._first(), tr("Marker"))
        self.addTab(self._second(), tr("Photos"))
        self.addTab(self.history, tr("History"))
        self.currentChanged.connect(lambda _: self._show_photos())
        self.clear()

    def clear(self) -> None:
        """Show that there is no current marker."""
        self.facts.setHtml(f"<p style='color:gray'>{escape(tr('No marker is selected.'))}</p>")
        for edit in (self.engraved_edit, self.remark_edit):
            edit.clear()
        self.show_photos([])
        self.show_history([])
        self.setEnabled(False)

    def show_facts(self, facts: Facts, warnings: Sequence[str], links: Facts) -> None:
        """Show what is known: warnings first, then facts, then links to other markers."""
        rows = "".join(
            f"<tr><td style='color:gray; padding-right:10px'>{escape(title)}</td>"
            f"<td>{escape(text)}</td></tr>"
            for title, text in facts
            if text
        )
        rows += "".join(
            f"<tr><td style='color:gray; padding-right:10px'>{escape(title)}</td><td>{text}</td></tr>"
            for title, text in links
        )
        told = "".join(
            f"<p style='color:#d7191c; margin:0'>⚠ {escape(one)}</p>" for one in warnings
        )
        self.facts.setHtml(f"{told}<table cellspacing='1'>{rows}</table>")
        self.setEnabled(True)

    def show_texts(self, engraved: str, remark: str) -> None:
        """Show what can be typed."""
        for edit, text in ((self.engraved_edit, engraved), (self.remark_edit, remark)):
            edit.setText(text)
            edit.setModified(False)
            edit.setCursorPosition(0)

    def show_photos(self, files: Sequence[Path]) -> None:
        """Show photos; they are read when the tab is opened."""
        self._files = list(files)
        self.setTabText(
            1, tr("Photos ({count})").format(count=len(files)) if files else tr("Photos")
        )
        self._show_photos()

    def show_history(self, steps: Sequence[tuple[Step, str]]) -> None:
        """Show steps, each with what it changed in words; undone ones are grey."""
        self.history.clear()
        for step, what in steps:
            item = QTreeWidgetItem([step.when.replace("T", " ")[:16], step.who, what, step.why])
            for column in range(4):
                item.setToolTip(column, item.text(column))
                if step.undone:
                    item.setForeground(column, self.palette().mid())
            if step.undone:
                item.setText(2, tr("{what} (undone)").format(what=what))
            self.history.addTopLevelItem(item)

    def _edit(self, title: str, wish: Any) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setAccessibleName(title)

        def finished() -> None:
            # It comes when the field is left, too.
            if edit.isModified():
                edit.setModified(False)
                wish.emit(edit.text())

        edit.editingFinished.connect(finished)
        return edit

    def _first(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(3)
        form.addRow(tr("Engraved number"), self.engraved_edit)
        form.addRow(tr("Remark"), self.remark_edit)
        column.addWidget(self.facts, 1)
        column.addLayout(form)
        return page

    def _second(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 4, 4, 4)
        row = QHBoxLayout()
        for text, icon, wish in (
            (tr("Add photos…"), "/mActionAddImage.svg", self.photo_asked.emit),
            (tr("Take off"), "/mActionDeleteSelected.svg", self._take_off),
        ):
            button = QToolButton(page)
            button.setText(text)
            button.setIcon(QgsApplication.getThemeIcon(icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAutoRaise(True)
            button.clicked.connect(wish)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.photos, 1)
        return page

    def _photo_list(self) -> QListWidget:
        found = QListWidget(self)
        found.setViewMode(QListView.ViewMode.IconMode)
        found.setIconSize(_THUMB)
        found.setResizeMode(QListView.ResizeMode.Adjust)
        found.setMovement(QListView.Movement.Static)
        found.setUniformItemSizes(True)
        found.setAccessibleName(tr("Photos"))
        found.itemActivated.connect(
            lambda item: QDesktopServices.openUrl(QUrl.fromLocalFile(item.data(_PATH)))
        )
        return found

    def _history(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels([tr("When (UTC)"), tr("Who"), tr("What"), tr("Why")])
        head = tree.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        metrics = self.fontMetrics()
        for column, text in enumerate(("0000-00-00 00:00M", "MMMMMMM", "M" * 16)):
            tree.setColumnWidth(column, metrics.horizontalAdvance(text) + 10)
        tree.setAccessibleName(tr("History of the marker"))
        return tree

    def _take_off(self) -> None:
        item = self.photos.currentItem()
        if item is not None:
            self.photo_removed.emit(Path(item.data(_PATH)).name)

    def _show_photos(self) -> None:
        self.photos.clear()
        if self.currentIndex() != 1:
            return
        for file in self._files:
            item = QListWidgetItem(_thumbnail(file), file.name)
            item.setData(_PATH, str(file))
            there = file.is_file()
            item.setToolTip(str(file) if there else tr("Missing: {path}").format(path=str(file)))
            self.photos.addItem(item)


def _thumbnail(file: Path) -> QIcon:
    """Return a little picture of a photo, read no larger than it is shown; a warning when it cannot be."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return QgsApplication.getThemeIcon("/mIconWarning.svg")
    return QIcon(QPixmap.fromImage(image))
