"""The list of stretches: a hundred thousand rows, sorted and filtered without a copy of any."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QColor, QFont

from redline_plugin.core.boundary.kinds import KIND_TITLES
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr

if TYPE_CHECKING:
    from redline_plugin.core.boundary.session import Row

STATE_TITLES = {
    "open": N_("to decide"),
    "accepted": N_("accepted"),
    "changed": N_("changed"),
    "drawn": N_("drawn"),
    "kept": N_("assessed line kept"),
}
COLOURS = {
    "protectedarea": QColor("#2e9e4f"),
    "natural": QColor("#8c5a2b"),
    "setback": QColor("#1f78c8"),
    "administrative": QColor("#8e44ad"),
    "parcel": QColor("#e08a00"),
    "road": QColor("#6b6b6b"),
    "manual": QColor("#c2185b"),
    "assessment": QColor("#d7191c"),
}
"""A colour for each kind of source, on the map as in the list."""

_COLUMNS: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    (N_("Source"), lambda row: row.kind),
    (N_("State"), lambda row: row.state),
    (N_("Length [m]"), lambda row: row.length_m),
    (N_("Offset [m]"), lambda row: row.offset_max_m),
    (N_("In [m2]"), lambda row: row.area_in_m2),
    (N_("Out [m2]"), lambda row: row.area_out_m2),
    (N_("Name"), lambda row: row.name),
)
_NUMBERS = range(2, 6)
_DECIMALS = {2: 0, 3: 1, 4: 0, 5: 0}


class StretchModel(QAbstractTableModel):
    """Stretches as rows; sorting and filtering happen here, on plain lists."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Row] = []
        self._shown: list[Row] = []
        self._place: dict[int, int] = {}
        self._only: Callable[[Row], bool] = lambda _: True
        self._sorted: tuple[int, bool] | None = None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, as they come until the user sorts them."""
        self.beginResetModel()
        self._all = list(rows)
        self._arrange()
        self.endResetModel()

    def set_filter(self, only: Callable[[Row], bool]) -> None:
        """Show only rows for which ``only`` is true."""
        self.beginResetModel()
        self._only = only
        self._arrange()
        self.endResetModel()

    def update(self, rows: Sequence[Row]) -> None:
        """Take some rows anew without moving the list: their order stays until it is asked for again."""
        by_key = {row.id: row for row in rows}
        self._all = [by_key.get(row.id, row) for row in self._all]
        for key, row in by_key.items():
            position = self._place.get(key, -1)
            if position >= 0:
                self._shown[position] = row
                last = self.index(position, len(_COLUMNS) - 1)
                self.dataChanged.emit(self.index(position, 0), last)

    def keys(self) -> set[int]:
        """Return the keys of all stretches, shown or not."""
        return {row.id for row in self._all}

    def row_at(self, position: int) -> Row | None:
        """Return the row at a position, None beyond the end."""
        return self._shown[position] if 0 <= position < len(self._shown) else None

    def position_of(self, key: int) -> int:
        """Return where a stretch is in the list, -1 when it is filtered out."""
        return self._place.get(key, -1)

    def next_open(self, after: int) -> int:
        """Return the position of the next stretch to decide, from the beginning again; -1 for none."""
        count = len(self._shown)
        for step in range(1, count + 1):
            position = (after + step) % count
            if self._shown[position].state == "open":
                return position
        return -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; column -1 is by what needs an eye first."""
        self.layoutAboutToBeChanged.emit()
        self._sorted = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        self._shown = [row for row in self._all if self._only(row)]
        if self._sorted is not None:
            column, descending = self._sorted
            self._shown.sort(key=_COLUMNS[column][1], reverse=descending)
        self._place = {row.id: position for position, row in enumerate(self._shown)}

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return tr(_COLUMNS[section][0])
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return COLOURS.get(row.kind)
        if role == Qt.ItemDataRole.FontRole and row.state == "open":
            font = QFont()
            font.setBold(row.fitted == "unresolved")
            return font
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("Blocks {left} and {right}; mean offset {mean} m").format(
                left=row.blocks[0] or tr("outside"),
                right=row.blocks[1] or tr("outside"),
                mean=f"{row.offset_mean_m:.1f}",
            )
        return None


def _shown(row: Row, column: int) -> str:
    value = _COLUMNS[column][1](row)
    if column in _NUMBERS:
        return f"{value:.{_DECIMALS[column]}f}"
    if column == 0:
        return tr(KIND_TITLES.get(value, value))
    return tr(STATE_TITLES.get(value, value)) if column == 1 else value
