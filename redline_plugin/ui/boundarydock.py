"""The boundary dock: stretches to decide, the choices at one, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QKeySequence, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QSplitter,
    QTableView,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from redline_plugin.core.boundary.kinds import KIND_TITLES
from redline_plugin.i18n import tr
from redline_plugin.ui.boundarymodel import COLOURS, STATE_TITLES, StretchModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from redline_plugin.core.boundary.session import Option, Row

OBJECT_NAME = "RedlineBoundaryDock"
_KEY = Qt.ItemDataRole.UserRole
_CHIP = 12
_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class BoundaryDock(QgsDockWidget):
    """Shows a session; every button tells its wish by a signal."""

    open_asked = pyqtSignal()
    fit_asked = pyqtSignal()
    save_asked = pyqtSignal()
    stretch_selected = pyqtSignal(int)
    option_selected = pyqtSignal(int)
    accept_asked = pyqtSignal()
    choose_asked = pyqtSignal()
    keep_asked = pyqtSignal()
    draw_asked = pyqtSignal()
    split_asked = pyqtSignal()
    merge_asked = pyqtSignal()
    undo_asked = pyqtSignal()
    redo_asked = pyqtSignal()
    zoom_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Boundary of the red line"), parent)
        self.setObjectName(OBJECT_NAME)
        self.model = StretchModel(self)
        self._rows_settled = True
        self.content = QWidget(self)
        self.session = QLabel(self.content)
        self.session.setTextFormat(Qt.TextFormat.PlainText)
        self.session.setWordWrap(True)
        self.progress = QProgressBar(self.content)
        self.progress.setFormat(tr("%v of %m decided"))
        self.progress.setTextVisible(True)
        self.kind, self.state = QComboBox(self.content), QComboBox(self.content)
        self._fill_filters()
        self.table = self._table()
        self.options = self._options()
        self.why = QLineEdit(self.content)
        self.why.setPlaceholderText(tr("Why (goes into the log with the next decision)"))
        self.why.setAccessibleName(tr("Why"))
        self.hint = QLabel(self.content)
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.actions_by_name: dict[str, QAction] = {}
        self._make_actions()
        self._lay_out()
        self.setWidget(self.content)
        self.show_session("", 0, 0)

    def _fill_filters(self) -> None:
        self.kind.addItem(tr("All sources"), "")
        for kind, title in KIND_TITLES.items():
            self.kind.addItem(_chip(kind), tr(title), kind)
        self.state.addItem(tr("All states"), "")
        self.state.addItem(tr("needs an eye"), "unresolved")
        for state, title in STATE_TITLES.items():
            self.state.addItem(tr(title), state)
        for box in (self.kind, self.state):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(6)
            box.currentIndexChanged.connect(lambda _: self._filter())
        self.kind.setAccessibleName(tr("Source"))
        self.state.setAccessibleName(tr("State"))

    def _table(self) -> QTableView:
        table = QTableView(self.content)
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setShowGrid(False)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 6)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._sort)
        table.selectionModel().currentRowChanged.connect(self._current_changed)
        table.setAccessibleName(tr("Stretches of the red line"))
        return table

    def _options(self) -> QTreeWidget:
        tree = QTreeWidget(self.content)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels(
            [tr("Choice of line"), tr("On it [m]"), tr("Offset [m]"), tr("In [m2]"), tr("Out [m2]")]
        )
        tree.setAccessibleName(tr("Choices at this place"))
        tree.currentItemChanged.connect(self._option_changed)
        tree.itemActivated.connect(lambda *_: self.choose_asked.emit())
        return tree

    def _make_actions(self) -> None:
        for name, text, icon, keys, wish in (
            ("accept", tr("Accept"), "/mIconSuccess.svg", "A", self.accept_asked),
            ("choose", tr("Take this choice"), "/mActionStart.svg", "C", self.choose_asked),
            (
                "keep",
                tr("Keep assessed line"),
                "/mActionRollbackEdits.svg",
                "K",
                self.keep_asked,
            ),
            ("draw", tr("Draw by hand"), "/mActionCapturePolygon.svg", "D", self.draw_asked),
            ("split", tr("Split"), "/mActionSplitFeatures.svg", "S", self.split_asked),
            ("merge", tr("Merge"), "/mActionMergeFeatures.svg", "M", self.merge_asked),
            ("next", tr("Next to decide"), "/mActionArrowDown.svg", "N", None),
            ("zoom", tr("Zoom to it"), "/mActionZoomToSelected.svg", "Z", self.zoom_asked),
            (
                "undo",
                tr("Undo"),
                "/mActionUndo.svg",
                QKeySequence.StandardKey.Undo,
                self.undo_asked,
            ),
            (
                "redo",
                tr("Redo"),
                "/mActionRedo.svg",
                QKeySequence.StandardKey.Redo,
                self.redo_asked,
            ),
        ):
            action = QAction(QgsApplication.getThemeIcon(icon), text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(tr("{action} ({key})").format(action=text, key=shown))
            action.triggered.connect(self.go_to_next if wish is None else wish.emit)
            self.content.addAction(action)
            self.actions_by_name[name] = action
        trace = QAction(QgsApplication.getThemeIcon("/mActionTracing.svg"), tr("Trace"), self)
        trace.setCheckable(True)
        trace.setShortcut(QKeySequence("T"))
        trace.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        trace.setToolTip(
            tr("Between two clicks the drawn line follows the line that both lie on (T)")
        )
        self.content.addAction(trace)
        self.actions_by_name["trace"] = trace

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self.content)
        button.setDefaultAction(self.actions_by_name[name])
        button.setToolButtonStyle(_BESIDE)
        return button

    def _plain(self, text: str, icon: str, tip: str, wish: object) -> QToolButton:
        button = QToolButton(self.content)
        button.setText(text)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolButtonStyle(_BESIDE)
        button.setToolTip(tip)
        button.clicked.connect(wish)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.content)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        head = QHBoxLayout()
        self.fit_button = self._plain(
            tr("Fit…"),
            "/mActionStart.svg",
            tr("Fits a red line to its reference lines and makes a session"),
            self.fit_asked,
        )
        self.open_button = self._plain(
            tr("Open session…"), "/mActionFileOpen.svg", tr("Opens a session"), self.open_asked
        )
        self.save_button = self._plain(
            tr("Save red line…"),
            "/mActionFileSaveAs.svg",
            tr("Writes the blocks as they are decided to a new layer"),
            self.save_asked,
        )
        for button in (self.fit_button, self.open_button, self.save_button):
            head.addWidget(button)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.session)
        column.addWidget(self.progress)
        filters = QHBoxLayout()
        filters.addWidget(self.kind, 1)
        filters.addWidget(self.state, 1)
        filters.addWidget(self._button("next"))
        column.addLayout(filters)
        splitter = QSplitter(Qt.Orientation.Vertical, self.content)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.options)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([300, 130])
        column.addWidget(splitter, 1)
        column.addWidget(self.why)
        first, second = QHBoxLayout(), QHBoxLayout()
        for name in ("accept", "choose", "keep"):
            first.addWidget(self._button(name))
        for name in ("draw", "trace", "split", "merge"):
            second.addWidget(self._button(name))
        third = QHBoxLayout()
        for name in ("zoom", "undo", "redo"):
            third.addWidget(self._button(name))
        for row in (first, second, third):
            row.setSpacing(2)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.hint)

    def show_session(self, title: str, done: int, total: int) -> None:
        """Show which session is open and how far it is; no title for none."""
        self.session.setText(title or tr("No session is open. Fit a red line, or open a session."))
        self.progress.setVisible(bool(title))
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(done)
        for name in self.actions_by_name:
            self.actions_by_name[name].setEnabled(bool(title))
        for widget in (self.table, self.options, self.why, self.kind, self.state, self.save_button):
            widget.setEnabled(bool(title))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show the stretches of a session."""
        self.model.set_rows(rows)
        self._fit_columns()

    def show_options(self, options: Sequence[Option]) -> None:
        """Show the choices at a place; the one that holds is ticked."""
        self.options.clear()
        for option in options:
            kinds = [tr(KIND_TITLES[kind]) for kind in option.kinds]
            if option.assessed:
                kinds = [tr(KIND_TITLES["assessment"])]
            item = QTreeWidgetItem(
                [
                    " + ".join(kinds) or tr("Assessed line"),
                    f"{option.on_sources_m:.0f}",
                    f"{option.offset_max_m:.1f}",
                    f"{option.area_in_m2:.0f}",
                    f"{option.area_out_m2:.0f}",
                ]
            )
            item.setData(0, _KEY, option.id)
            item.setIcon(
                0, _chip("assessment" if option.assessed or not option.kinds else option.kinds[0])
            )
            if option.taken:
                font = item.font(0)
                font.setBold(True)
                item.setFont(0, font)
                item.setToolTip(0, tr("This choice holds now."))
            for column in range(1, 5):
                item.setTextAlignment(
                    column, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                )
            self.options.addTopLevelItem(item)
        for column in range(5):
            self.options.resizeColumnToContents(column)
        self.actions_by_name["choose"].setEnabled(len(options) > 1)

    def selected(self) -> list[int]:
        """Return the keys of the selected stretches."""
        rows = [
            self.model.row_at(index.row()) for index in self.table.selectionModel().selectedRows()
        ]
        return [row.id for row in rows if row is not None]

    def current(self) -> Row | None:
        """Return the current stretch."""
        return self.model.row_at(self.table.currentIndex().row())

    def current_option(self) -> int | None:
        """Return the key of the selected choice."""
        item = self.options.currentItem()
        return None if item is None else int(item.data(0, _KEY))

    def select(self, key: int) -> None:
        """Make a stretch the current one."""
        position = self.model.position_of(key)
        if position >= 0:
            self.table.selectRow(position)
            self.table.scrollTo(self.model.index(position, 0))

    def go_to_next(self) -> None:
        """Go to the next stretch to decide."""
        position = self.model.next_open(self.table.currentIndex().row())
        if position >= 0:
            self.table.selectRow(position)
            self.table.scrollTo(self.model.index(position, 0))
        else:
            self.tell(tr("All stretches shown here are decided."))

    def take_why(self) -> str:
        """Return the reason typed, and empty its field."""
        text = str(self.why.text()).strip()
        self.why.clear()
        return text

    def tell(self, text: str) -> None:
        """Say something below the buttons."""
        self.hint.setText(text)

    def _fit_columns(self) -> None:
        metrics = self.fontMetrics()
        em = metrics.horizontalAdvance("MM")

        def wide(title: str) -> int:
            return int(metrics.horizontalAdvance(tr(title)))

        widths = (
            min(max(map(wide, KIND_TITLES.values())) + 34, 8 * em),
            min(max(map(wide, STATE_TITLES.values())) + 12, 6 * em),
            metrics.horizontalAdvance("000000") + 22,
            metrics.horizontalAdvance("000000") + 22,
            metrics.horizontalAdvance("0000000") + 16,
            metrics.horizontalAdvance("0000000") + 16,
            metrics.horizontalAdvance("自然保护区自然保护区"),
        )
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, width)

    def _sort(self, column: int) -> None:
        head = self.table.horizontalHeader()
        self.model.sort(column, head.sortIndicatorOrder())

    def _filter(self) -> None:
        kind, state = self.kind.currentData(), self.state.currentData()
        current = self.current()
        self.model.set_filter(
            lambda row: (
                (not kind or row.kind == kind)
                and (
                    not state
                    or row.state == state
                    or (state == "unresolved" and row.fitted == state and row.state == "open")
                )
            )
        )
        if current is not None:
            self.select(current.id)

    def _current_changed(self, current: object, _: object) -> None:
        row = self.model.row_at(current.row())  # type: ignore[attr-defined]
        self.stretch_selected.emit(0 if row is None else row.id)

    def _option_changed(self, item: QTreeWidgetItem | None, _: object) -> None:
        self.option_selected.emit(0 if item is None else int(item.data(0, _KEY)))


def _chip(kind: str) -> QIcon:
    picture = QPixmap(_CHIP, _CHIP)
    picture.fill(COLOURS[kind])
    return QIcon(picture)
