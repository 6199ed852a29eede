"""The marker dock: the register's list with filters, what is known of the current marker, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from redline_plugin.core.survey.marker import (
    ELECTRONIC,
    KIND_TITLES,
    SOLID,
    STATE_TITLES,
    WITNESSED,
)
from redline_plugin.i18n import tr
from redline_plugin.ui.markersactions import TOOLS, make_actions
from redline_plugin.ui.markersbar import StateBar
from redline_plugin.ui.markersdetail import MarkerDetail
from redline_plugin.ui.markerslook import kind_icon, state_icon
from redline_plugin.ui.markersmodel import (
    KIND,
    NEXT,
    NEXT_TITLE,
    NUMBER,
    STATE,
    WARNING,
    WHY,
    MarkerModel,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from redline_plugin.core.survey.register import Columns

OBJECT_NAME = "RedlineMarkersDock"
_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ONLY_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly
_TYPING_MS = 250
_MANY = 5000
"""So many selected rows are told of one by one; the rest of a larger selection only counts."""


class MarkersDock(QgsDockWidget):
    """Shows a register; every button tells its wish by a signal."""

    place_asked = pyqtSignal()
    open_asked = pyqtSignal()
    save_asked = pyqtSignal()
    forms_asked = pyqtSignal()
    asked = pyqtSignal(str)
    """The name of an action."""
    tool_asked = pyqtSignal(str)
    state_asked = pyqtSignal(str)
    kind_asked = pyqtSignal(str)
    states_wanted = pyqtSignal()
    """The menu of states is about to be shown."""
    current_changed = pyqtSignal(int)
    selection_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Markers"), parent)
        self.setObjectName(OBJECT_NAME)
        self.model = MarkerModel(self)
        self.content = QWidget(self)
        self.register = QLabel(self.content)
        self.rules = QLabel(self.content)
        for label in (self.register, self.rules):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.register.setWordWrap(True)
        self.rules_icon = QLabel(self.content)
        self.bar = StateBar(self.content)
        self.bar.state_clicked.connect(self._filter_state)
        self.counts = QLabel(self.content)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.search = QLineEdit(self.content)
        self.search.setPlaceholderText(tr("Number"))
        self.search.setAccessibleName(tr("Search by number"))
        self.search.setClearButtonEnabled(True)
        self.block, self.state, self.kind = (QComboBox(self.content) for _ in range(3))
        self.warned = QToolButton(self.content)
        self._fill_filters()
        self.table = self._table()
        self.detail = MarkerDetail(self.content)
        self.why = QLineEdit(self.content)
        self.why.setPlaceholderText(tr("Why (goes into the history with the next step)"))
        self.why.setAccessibleName(tr("Why"))
        self.hint = QLabel(self.content)
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.actions_by_name = make_actions(self, self.content)
        self.state_menu, self.kind_menu = QMenu(self.content), QMenu(self.content)
        self._connect_actions()
        self._lay_out()
        self.setWidget(self.content)
        self.show_register("", "", is_example=False)

    def show_register(self, title: str, rules: str, *, is_example: bool) -> None:
        """Show which register is open, and by which rule set; no title for none."""
        there = bool(title)
        self.register.setText(
            title or tr("No register is open. Place markers, or open a register.")
        )
        self.rules.setText(rules)
        self.rules.setToolTip(rules)
        self.rules.setVisible(there)
        self.rules_icon.setVisible(there and is_example)
        for widget in (
            *(self.bar, self.counts, self.search, self.block, self.state, self.kind, self.warned),
            *(self.table, self.why, self.save_button),
        ):
            widget.setEnabled(there)
        for widget in (self.bar, self.counts):
            widget.setVisible(there)
        for action in self.actions_by_name.values():
            action.setEnabled(there)
        if not there:
            self.detail.clear()
            self.check_tool("")

    def set_columns(self, columns: Columns | None, blocks: Mapping[str, str]) -> None:
        """Show the markers of a register, and its blocks as a filter."""
        for box in (self.block, self.state, self.kind):
            box.blockSignals(True)
        self.block.clear()
        self.block.addItem(tr("All blocks"), "")
        for code, name in blocks.items():
            self.block.addItem(f"{code} {name}".strip(), code)
        for box in (self.state, self.kind):
            box.setCurrentIndex(0)
        for box in (self.block, self.state, self.kind):
            box.blockSignals(False)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.warned.setChecked(False)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.set_filter()
        self.model.set_columns(columns)
        self._fit_columns()
        self.refresh_counts()

    def take(self, rows: Mapping[int, tuple[object, ...] | None]) -> None:
        """Take some markers anew; None for one that is gone."""
        self.model.take(rows)
        self.refresh_counts()

    def refresh_counts(self) -> None:
        """Show how many markers are in which state, and with warnings."""
        self.bar.set_counts(self.model.count_by_state())
        done, whole = self.bar.done()
        text = tr("{done} of {whole} approved").format(done=f"{done:,}", whole=f"{whole:,}")
        shown = self.model.rowCount()
        if shown != self.model.whole_count():
            text = tr("{shown} shown; {text}").format(shown=f"{shown:,}", text=text)
        self.counts.setText(text)
        self.counts.setToolTip(self.bar.text())
        self.warned.setText(f"{self.model.warned_count():,}")

    def selected(self) -> list[int]:
        """Return the keys of the selected markers, as they are listed."""
        rows: list[int] = []
        for part in self.table.selectionModel().selection():
            rows += range(part.top(), part.bottom() + 1)
        return self.model.keys_at(sorted(set(rows)))

    def current(self) -> int:
        """Return the key of the current marker, 0 for none."""
        return self.model.key_at(self.table.currentIndex().row())

    def select(self, keys: Sequence[int]) -> None:
        """Select markers, the first one of them as the current one; filters that hide it are opened."""
        if keys and self.model.position_of(keys[0]) < 0:
            self.clear_filters()
        positions = [at for at in map(self.model.position_of, keys) if at >= 0]
        if not positions:
            return
        last = self.model.columnCount() - 1
        chosen = QItemSelection()
        for at in positions:
            chosen.select(self.model.index(at, 0), self.model.index(at, last))
        first = self.model.index(positions[0], NUMBER)
        selection = self.table.selectionModel()
        selection.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.table.scrollTo(first)

    def toggle(self, key: int) -> None:
        """Add a marker to the selection, or take it out."""
        chosen = self.selected()
        rest = [one for one in chosen if one != key]
        self.select(rest if key in chosen else [key, *rest])

    def go_to_next(self) -> None:
        """Go to the next marker with a warning."""
        position = self.model.next_warned(self.table.currentIndex().row())
        if position >= 0:
            self.select([self.model.key_at(position)])
            self.tell("")
        else:
            self.tell(tr("None of the markers shown has a warning."))

    def clear_filters(self) -> None:
        """Show all markers."""
        for box in (self.block, self.state, self.kind):
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.warned.blockSignals(True)
        self.warned.setChecked(False)
        self.warned.blockSignals(False)
        self._filter()

    def take_why(self) -> str:
        """Return the reason typed, and empty its field."""
        text = str(self.why.text()).strip()
        self.why.clear()
        return text

    def tell(self, text: str) -> None:
        """Say something below the buttons."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def check_tool(self, name: str) -> None:
        """Show which tool is on the map; "" for none of them."""
        for tool in TOOLS:
            action = self.actions_by_name[tool]
            group = action.actionGroup()
            group.setExclusive(False)
            action.setChecked(tool == name)
            group.setExclusive(True)

    def show_states(self, states: Sequence[str]) -> None:
        """Offer states in the menu of states."""
        self.state_menu.clear()
        for state in states:
            action = self.state_menu.addAction(state_icon(state), tr(STATE_TITLES[state]))
            action.triggered.connect(lambda _=False, one=state: self.state_asked.emit(one))
        if not states:
            self.state_menu.addAction(
                tr("No state can follow for all that is selected")
            ).setEnabled(False)

    def _fill_filters(self) -> None:
        self.block.addItem(tr("All blocks"), "")
        self.state.addItem(tr("All states"), "")
        for state, title in STATE_TITLES.items():
            self.state.addItem(state_icon(state), tr(title), state)
        self.kind.addItem(tr("All kinds"), "")
        for kind, title in KIND_TITLES.items():
            self.kind.addItem(kind_icon(kind), tr(title), kind)
        for box, name in (
            (self.block, tr("Block")),
            (self.state, tr("State")),
            (self.kind, tr("Kind")),
        ):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(5)
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(lambda _: self._filter())
        self.warned.setIcon(QgsApplication.getThemeIcon("/mIconWarning.svg"))
        self.warned.setToolButtonStyle(_BESIDE)
        self.warned.setCheckable(True)
        self.warned.setToolTip(tr("Shows only markers with warnings"))
        self.warned.setAccessibleName(tr("Only warnings"))
        self.warned.toggled.connect(lambda _: self._filter())
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._typing.start())

    def _table(self) -> QTableView:
        table = QTableView(self.content)
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 6)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._sort)
        selection = table.selectionModel()
        selection.currentRowChanged.connect(lambda *_: self.current_changed.emit(self.current()))
        selection.selectionChanged.connect(lambda *_: self.selection_changed.emit())
        table.doubleClicked.connect(lambda _: self.asked.emit("zoom"))
        table.setAccessibleName(tr("Markers"))
        return table

    def _connect_actions(self) -> None:
        for name, action in self.actions_by_name.items():
            if name in TOOLS:
                action.triggered.connect(
                    lambda checked, one=name: self.tool_asked.emit(one if checked else "")
                )
            elif name == "state":
                action.triggered.connect(lambda _=False: self._pop(self.state_button))
            elif name == "kind":
                action.triggered.connect(lambda _=False: self._pop(self.kind_button))
            elif name == "next":
                action.triggered.connect(lambda _=False: self.go_to_next())
            elif name == "engrave":
                action.triggered.connect(lambda _=False: self._edit_engraved())
            else:
                action.triggered.connect(lambda _=False, one=name: self.asked.emit(one))
        self.state_menu.aboutToShow.connect(self.states_wanted.emit)
        for kind in (SOLID, ELECTRONIC, WITNESSED):
            action = self.kind_menu.addAction(kind_icon(kind), tr(KIND_TITLES[kind]))
            action.triggered.connect(lambda _=False, one=kind: self.kind_asked.emit(one))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.content)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(self.register)
        rules = QHBoxLayout()
        rules.setSpacing(4)
        icon = QgsApplication.getThemeIcon("/mIconWarning.svg")
        self.rules_icon.setPixmap(icon.pixmap(QSize(14, 14)))
        self.rules_icon.setToolTip(
            tr("An example: none of its numbers is from the technical regulation.")
        )
        rules.addWidget(self.rules_icon)
        rules.addWidget(self.rules, 1)
        column.addLayout(rules)
        column.addWidget(self.bar)
        column.addWidget(self.counts)
        filters = QHBoxLayout()
        filters.setSpacing(3)
        for widget, share in (
            (self.search, 4),
            (self.block, 3),
            (self.state, 3),
            (self.kind, 3),
            (self.warned, 0),
        ):
            filters.addWidget(widget, share)
        column.addLayout(filters)
        splitter = QSplitter(Qt.Orientation.Vertical, self.content)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([240, 200])
        column.addWidget(splitter, 1)
        column.addWidget(self.why)
        self.state_button = self._button("state", menu=self.state_menu)
        self.kind_button = self._button("kind", menu=self.kind_menu)
        first = [self._button(name) for name in (*TOOLS, "next")]
        first += [self._button(name, _ONLY_ICON) for name in ("zoom", "undo", "redo")]
        second = [self.state_button, self.kind_button, self._button("renumber")]
        second += [self._button(name, _ONLY_ICON) for name in ("engrave", "photos")]
        second += [self._button(name, _ONLY_ICON) for name in ("retire", "delete")]
        for buttons in (first, second):
            row = QHBoxLayout()
            row.setSpacing(1)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.hint)
        self.hint.hide()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(3)
        self.place_button = self._plain(
            tr("Place markers…"),
            "/mActionStart.svg",
            tr("Places markers on a red line by a rule set, and makes a register"),
        )
        self.place_button.clicked.connect(self.place_asked.emit)
        self.open_button = self._plain(
            tr("Open register…"), "/mActionFileOpen.svg", tr("Opens a register of markers")
        )
        self.open_button.clicked.connect(self.open_asked.emit)
        self.save_button = self._plain(
            tr("Hand on"),
            "/mActionSharing.svg",
            tr("Writes the markers to a new layer, or their forms"),
        )
        menu = QMenu(self.save_button)
        menu.addAction(tr("Save markers…")).triggered.connect(
            lambda _=False: self.save_asked.emit()
        )
        self.forms_action = menu.addAction(tr("Forms of markers and signs…"))
        self.forms_action.triggered.connect(lambda _=False: self.forms_asked.emit())
        self.save_button.setMenu(menu)
        self.save_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button in (self.place_button, self.open_button, self.save_button):
            head.addWidget(button)
        head.addStretch(1)
        return head

    def _button(
        self, name: str, style: Qt.ToolButtonStyle = _BESIDE, menu: QMenu | None = None
    ) -> QToolButton:
        button = QToolButton(self.content)
        action = self.actions_by_name[name]
        button.setToolButtonStyle(style)
        button.setAutoRaise(True)
        if menu is None:
            button.setDefaultAction(action)
            return button
        # A default action would be triggered by a click beside the menu.
        button.setText(action.text())
        button.setIcon(action.icon())
        button.setToolTip(action.toolTip())
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def _plain(self, text: str, icon: str, tip: str) -> QToolButton:
        button = QToolButton(self.content)
        button.setText(text)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolButtonStyle(_BESIDE)
        button.setToolTip(tip)
        return button

    def _pop(self, button: QToolButton) -> None:
        menu = button.menu()
        if menu is not None:
            menu.popup(button.mapToGlobal(button.rect().topLeft()))

    def _edit_engraved(self) -> None:
        self.detail.setCurrentIndex(0)
        self.detail.engraved_edit.setFocus()
        self.detail.engraved_edit.selectAll()

    def _fit_columns(self) -> None:
        metrics = self.fontMetrics()

        def wide(texts: Sequence[str], room: int) -> int:
            return max(int(metrics.horizontalAdvance(text)) for text in texts) + room

        numbers = [str(self.model.index(at, NUMBER).data() or "") for at in range(20)]
        for column, width in (
            (WARNING, 24),
            (NUMBER, wide(["0000000000", *numbers], 16)),
            (KIND, wide([tr(KIND_TITLES[SOLID]), tr("Kind")], 34)),
            (STATE, wide([tr(title) for title in STATE_TITLES.values()], 34)),
            (NEXT, wide(["0000 / 0000", tr(NEXT_TITLE)], 18)),
            (WHY, 200),
        ):
            self.table.setColumnWidth(column, width)

    def _sort(self, column: int) -> None:
        keys, current = self.selected()[:_MANY], self.current()
        head = self.table.horizontalHeader()
        self.model.sort(column, head.sortIndicatorOrder())
        if current:
            self.select([current, *(key for key in keys if key != current)])

    def _filter_state(self, state: str) -> None:
        self.state.setCurrentIndex(self.state.findData(state))

    def _filter(self) -> None:
        self._typing.stop()
        current = self.current()
        self.model.set_filter(
            self.block.currentData() or "",
            self.state.currentData() or "",
            self.kind.currentData() or "",
            self.search.text(),
            self.warned.isChecked(),
        )
        self.refresh_counts()
        if current and self.model.position_of(current) >= 0:
            self.select([current])
