"""The list of markers on columns: 200,000 rows, sorted and filtered by arrays, without an object for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QColor, QIcon

from redline_plugin.core.survey.marker import KIND_TITLES, STATE_TITLES
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.ui.markerslook import kind_icon, state_icon

if TYPE_CHECKING:
    from redline_plugin.core.survey.register import Columns

WARNING, NUMBER, KIND, STATE, NEXT, WHY = range(6)
NEXT_TITLE = N_("Next / most [m]")
_TITLES = ("", N_("Number"), N_("Kind"), N_("State"), NEXT_TITLE, N_("Why here"))
_TOO_LONG = QColor("#d7191c")
_FIELDS = (
    *("marker", "kind", "why", "state", "next_m", "limit_m", "warnings"),
    *("block", "ring", "along_m", "of_marker"),
)
_LATE_M = 0.001


class MarkerModel(QAbstractTableModel):
    """Markers as rows, in the order of blocks and rings until the user sorts them.

    Each marker has a slot in the columns for as long as the register is open; what is shown is an
    array of slots.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._warned = QIcon()
        self._filter: tuple[str, str, str, str, bool] = ("", "", "", "", False)
        self._sorted: tuple[int, bool] | None = None
        self._fill(None)

    def set_columns(self, columns: Columns | None) -> None:
        """Show the markers of a register; None for none."""
        self.beginResetModel()
        self._fill(columns)
        self._arrange()
        self.endResetModel()

    def set_filter(
        self,
        block: str = "",
        state: str = "",
        kind: str = "",
        text: str = "",
        warned: bool = False,
    ) -> None:
        """Show only some markers: of a block, state and kind, whose number has a text, with warnings."""
        self.beginResetModel()
        self._filter = (block, state, kind, text.strip().casefold(), warned)
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; column -1 is along the rings."""
        self.layoutAboutToBeChanged.emit()
        before = [self.key_at(index.row()) for index in self.persistentIndexList()]
        self._sorted = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        old = self.persistentIndexList()
        new = [self.index(self.position_of(key), index.column()) for key, index in zip(before, old)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def take(self, rows: Mapping[int, tuple[Any, ...] | None]) -> None:
        """Take some markers anew, by key; None for one that is gone. The others do not move."""
        gone = [key for key, row in rows.items() if row is None and key in self._slot]
        new = [key for key, row in rows.items() if row is not None and key not in self._slot]
        for key in gone:
            self._remove(key)
        for key in new:
            row = rows[key]
            if row is not None:
                self._insert(key, row)
        for key, row in rows.items():
            if row is not None and key not in new:
                self._write(self._slot[key], row)
                position = self.position_of(key)
                if position >= 0:
                    last = self.index(position, len(_TITLES) - 1)
                    self.dataChanged.emit(self.index(position, 0), last)

    def key_at(self, position: int) -> int:
        """Return the key of the marker at a position, 0 beyond the end."""
        return self._keys[self._shown[position]] if 0 <= position < len(self._shown) else 0

    def keys_at(self, positions: Iterable[int]) -> list[int]:
        """Return the keys of markers at positions."""
        return [self._keys[self._shown[at]] for at in positions]

    def position_of(self, key: int) -> int:
        """Return where a marker is in the list, -1 when it is filtered out or gone."""
        slot = self._slot.get(key, -1)
        return int(self._place[slot]) if slot >= 0 else -1

    def next_warned(self, after: int) -> int:
        """Return the position of the next marker with a warning, from the beginning again; -1 for none."""
        found = np.flatnonzero(self._has_warning[self._shown])
        if len(found) == 0:
            return -1
        later = found[found > after]
        return int(later[0] if len(later) else found[0])

    def count_by_state(self) -> dict[str, int]:
        """Return how many markers of the register are in each state."""
        counts = np.bincount(self._state_code[self._order], minlength=len(_STATES))
        return dict(zip(_STATES, counts.tolist()))

    def warned_count(self) -> int:
        """Return how many markers of the register have a warning."""
        return int(self._has_warning[self._order].sum())

    def whole_count(self) -> int:
        """Return how many markers the register has."""
        return len(self._order)

    def value(self, key: int, name: str) -> Any:
        """Return a column's value of a marker, by the column's name."""
        return self._columns[name][self._slot[key]]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole and section != WARNING:
            return tr(_TITLES[section])
        if role == Qt.ItemDataRole.DecorationRole and section == WARNING:
            return self._warning_icon()
        if role == Qt.ItemDataRole.ToolTipRole:
            return {
                WARNING: tr("Warnings"),
                NEXT: tr(
                    "Along the line to the next marker, clockwise, and the longest that the rule "
                    "set allows there"
                ),
            }.get(section)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        position = index.row()
        if not 0 <= position < len(self._shown):
            return None
        slot, column = int(self._shown[position]), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(slot, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(slot, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == NEXT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and column == NEXT:
            far, most = self._columns["next_m"][slot], self._columns["limit_m"][slot]
            late = far is not None and most is not None and far > most + _LATE_M
            return _TOO_LONG if late else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(slot, column)
        return None

    def _fill(self, columns: Columns | None) -> None:
        """Take all columns anew."""
        self._keys: list[int] = [] if columns is None else columns.id
        self._columns: dict[str, list[Any]] = {
            name: [] if columns is None else getattr(columns, name) for name in _FIELDS
        }
        self._slot = {key: slot for slot, key in enumerate(self._keys)}
        count = len(self._keys)
        self._order = np.arange(count)
        self._state_code = _codes(self._columns["state"], _STATES)
        self._kind_code = _codes(self._columns["kind"], _KINDS)
        self._has_warning = np.fromiter(map(bool, self._columns["warnings"]), bool, count)
        self._blocks: dict[str, int] = {}
        self._block_code = np.fromiter(
            (self._blocks.setdefault(one, len(self._blocks)) for one in self._columns["block"]),
            np.int64,
            count,
        )
        self._sorted = None
        self._shown = self._order
        self._place = np.full(count, -1)

    def _arrange(self) -> None:
        """Find what is shown, and in which order."""
        block, state, kind, text, warned = self._filter
        shown = self._order
        if block:
            shown = shown[self._block_code[shown] == self._blocks.get(block, -1)]
        if state:
            shown = shown[self._state_code[shown] == _STATES.index(state)]
        if kind:
            shown = shown[self._kind_code[shown] == _KINDS.index(kind)]
        if warned:
            shown = shown[self._has_warning[shown]]
        if text:
            numbers = self._columns["marker"]
            shown = shown[[text in numbers[slot].casefold() for slot in shown.tolist()]]
        if self._sorted is not None:
            column, descending = self._sorted
            slots = sorted(shown.tolist(), key=self._sort_key(column), reverse=descending)
            shown = np.array(slots, dtype=np.int64)
        self._shown = shown
        self._set_places()

    def _set_places(self) -> None:
        self._place = np.full(len(self._keys), -1)
        self._place[self._shown] = np.arange(len(self._shown))

    def _sort_key(self, column: int) -> Callable[[int], Any]:
        if column == NEXT:
            far = np.array(self._columns["next_m"], dtype=np.float64)
            most = np.array(self._columns["limit_m"], dtype=np.float64)
            share = np.nan_to_num(far / most, nan=-1.0).tolist()
            return share.__getitem__  # type: ignore[no-any-return]
        if column == WARNING:
            # The gravest kinds stand first; what has none comes last.
            warnings = self._columns["warnings"]
            return lambda slot: (not warnings[slot], warnings[slot])
        if column == STATE:
            return self._state_code.tolist().__getitem__  # type: ignore[no-any-return]
        name = {NUMBER: "marker", KIND: "kind", WHY: "why"}[column]
        return self._columns[name].__getitem__

    def _insert(self, key: int, row: Sequence[Any]) -> None:
        slot = len(self._keys)
        self._keys.append(key)
        for name, value in zip(_FIELDS, row[1:]):
            self._columns[name].append(value)
        self._slot[key] = slot
        self._state_code = np.append(self._state_code, 0)
        self._kind_code = np.append(self._kind_code, 0)
        self._has_warning = np.append(self._has_warning, False)
        block = self._columns["block"][slot]
        self._block_code = np.append(
            self._block_code, self._blocks.setdefault(block, len(self._blocks))
        )
        self._write(slot, row)
        self._order = np.insert(self._order, self._where(slot), slot)
        # It is shown whatever the filter says: the user has just made it.
        at = len(self._shown)
        if self._sorted is None:
            place = int(np.flatnonzero(self._order == slot)[0])
            rank = np.full(len(self._keys), -1)
            rank[self._order] = np.arange(len(self._order))
            at = int(np.searchsorted(rank[self._shown], place))
        self.beginInsertRows(QModelIndex(), at, at)
        self._shown = np.insert(self._shown, at, slot)
        self._set_places()
        self.endInsertRows()

    def _remove(self, key: int) -> None:
        slot = self._slot.pop(key)
        self._order = self._order[self._order != slot]
        position = int(self._place[slot])
        if position >= 0:
            self.beginRemoveRows(QModelIndex(), position, position)
            self._shown = np.delete(self._shown, position)
            self._set_places()
            self.endRemoveRows()

    def _write(self, slot: int, row: Sequence[Any]) -> None:
        for name, value in zip(_FIELDS, row[1:]):
            self._columns[name][slot] = value
        self._state_code[slot] = _STATES.index(self._columns["state"][slot] or _STATES[0])
        self._kind_code[slot] = _KINDS.index(self._columns["kind"][slot] or _KINDS[0])
        self._has_warning[slot] = bool(self._columns["warnings"][slot])

    def _where(self, slot: int) -> int:
        """Return where in the order of blocks and rings a marker comes."""
        columns = self._columns

        def along(other: int) -> tuple[Any, ...]:
            return (
                columns["ring"][other] or 0,
                columns["along_m"][other] or 0.0,
                columns["of_marker"][other] or columns["marker"][other],
                columns["kind"][other] == "witness",
                columns["marker"][other],
            )

        code = self._block_code[slot]
        of_block = np.flatnonzero(self._block_code[self._order] == code)
        if len(of_block) == 0:
            return len(self._order)
        own = along(slot)
        for position in of_block.tolist():
            if along(int(self._order[position])) > own:
                return position
        return int(of_block[-1]) + 1

    def _text(self, slot: int, column: int) -> str | None:
        columns = self._columns
        if column == NUMBER:
            return columns["marker"][slot]
        if column == KIND:
            return tr(KIND_TITLES.get(columns["kind"][slot], columns["kind"][slot] or ""))
        if column == STATE:
            return tr(STATE_TITLES.get(columns["state"][slot], columns["state"][slot] or ""))
        if column == NEXT:
            far, most = columns["next_m"][slot], columns["limit_m"][slot]
            if far is None:
                return None
            return f"{far:.0f} / {most:.0f}" if most is not None else f"{far:.0f}"
        return columns["why"][slot] if column == WHY else None

    def _icon(self, slot: int, column: int) -> QIcon | None:
        if column == WARNING and self._has_warning[slot]:
            return self._warning_icon()
        if column == KIND:
            return kind_icon(self._columns["kind"][slot])
        return state_icon(self._columns["state"][slot]) if column == STATE else None

    def _tip(self, slot: int, column: int) -> str | None:
        if column == WHY:
            return self._columns["why"][slot]
        warnings = self._columns["warnings"][slot]
        return warning_text(warnings) if warnings else None

    def _warning_icon(self) -> QIcon:
        if self._warned.isNull():
            self._warned = QgsApplication.getThemeIcon("/mIconWarning.svg")
        return self._warned


_STATES = tuple(STATE_TITLES)
_KINDS = tuple(KIND_TITLES)


def warning_text(warnings: str) -> str:
    """Return warnings, as a register's column joins them, in words."""
    from redline_plugin.core.survey.registerchecks import WARNING_TITLES

    return "; ".join(tr(WARNING_TITLES.get(one, one)) for one in warnings.split(",") if one)


def _codes(values: Sequence[str | None], known: Sequence[str]) -> Any:
    number = {name: at for at, name in enumerate(known)}
    return np.fromiter((number.get(one or "", 0) for one in values), np.int64, len(values))
