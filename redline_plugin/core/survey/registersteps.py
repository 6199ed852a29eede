"""Steps in a register: in the file whole or not at all, undone and made again without limit."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from redline_plugin.core.survey.registeropen import Opened, Row

__all__ = ["Change", "Row", "Step", "Steps"]

RESULTS = "results"
"""The kind of a step that takes field results in."""


@dataclass(frozen=True)
class Step:
    """One step of the history.

    Attributes:
        id: key; when: UTC, ISO 8601; who made it; what: id of a kind of step.
        marker: number of the marker, or of the first one; why: as it was typed.
        undone: whether it is undone now.
        changes: in the history of one marker, its columns that were changed: name, before, after.
    """

    id: int
    when: str
    who: str
    what: str
    marker: str
    why: str
    undone: bool
    changes: tuple[tuple[str, Any, Any], ...] = ()


class Change:
    """Edits of one step while it is made; remembers how everything was before."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self.before: dict[int, Row | None] = {}
        self.numbers_before: dict[str, bool] = {}
        self.near: set[int] = set()
        """Markers whose distances and warnings must be found anew."""

    def row(self, key: int) -> Row:
        """Return a row as it is now."""
        return self._opened.row(key)

    def insert(self, row: Row) -> int:
        """Put a new row in; return its key, which no marker ever had."""
        key = self._opened.next_key()
        self.before.setdefault(key, None)
        self._opened.put_row({**row, "id": key})
        self.near.add(key)
        return key

    def update(self, key: int, values: Row) -> None:
        """Change columns of a row."""
        self._keep(key)
        self._opened.set_values(key, values)
        self.near.add(key)

    def delete(self, key: int) -> None:
        """Take a row out; its number is never given again."""
        self._keep(key)
        self.use_up([self.row(key)["marker"]])
        self._opened.drop_row(key)
        self.near.discard(key)

    def use_up(self, numbers: Iterable[str]) -> None:
        """Note numbers that no marker has any more, and none may get."""
        for number in numbers:
            if not self._opened.is_used_up(number):
                self.numbers_before.setdefault(number, False)
                self._opened.set_used_up(number, True)

    def give_back(self, numbers: Iterable[str]) -> None:
        """Take numbers off that list: a marker has them again, in the same step."""
        for number in numbers:
            if self._opened.is_used_up(number) and number in self.numbers_before:
                self._opened.set_used_up(number, self.numbers_before.pop(number))

    def settle(self) -> None:
        """Find distances and warnings of what is near anew."""
        for key in sorted(self.near):
            row = self._opened.row_or_none(key)
            if row is None:
                continue
            found = self._opened.checks.of(row)
            changed = {name: value for name, value in found.items() if row[name] != value}
            if changed:
                self._keep(key)
                self._opened.set_values(key, changed)

    def _keep(self, key: int) -> None:
        if key not in self.before:
            self.before[key] = self.row(key)


class Steps(Opened):
    """A register with its history."""

    changed: tuple[int, ...] = ()
    """Keys of the markers that the last step changed, those that it removed too."""

    def log(self, most: int = -1) -> list[Step]:
        """Return the steps, the last one first; at most ``most`` of them."""
        return self._steps(
            "select id, at, who, what, marker, why, undone from history order by id desc limit ?",
            most,
        )

    def history_of(self, key: int) -> list[Step]:
        """Return the steps that were about a marker, the last one first, with what they changed of it."""
        found = []
        for number, *told, before, after in self.store.execute(
            "select history.id, at, who, what, history.marker, why, undone, before, after"
            " from touched join history on history.id = touched.step where touched.marker = ?"
            " order by history.id desc",
            (key,),
        ):
            when, who, what, marker, why, undone = told
            old, new = (_read(side)["markers"].get(str(key)) for side in (before, after))
            changes: tuple[tuple[str, Any, Any], ...] = ()
            if old is not None and new is not None:
                changes = tuple((name, old[name], new[name]) for name in old)
            found.append(Step(number, when, who, what, marker, why or "", bool(undone), changes))
        return found

    @contextmanager
    def step(
        self, what: str, keys: Sequence[int], who: str, why: str, number: str = ""
    ) -> Iterator[Change]:
        """Make a step: what is done inside is one transaction, with its place in the history.

        Args:
            what: id of a kind of step.
            keys: markers that it is about; those put in come to them.
            who, why: for the history.
            number: of the first marker, when it has none before the step.

        Raises:
            OutputError: the file cannot be written; it is as it was.
        """
        number = number or (self.row(keys[0])["marker"] if keys else "")
        change = Change(self)
        with self.writing():
            # A new step ends what could have been made again.
            self.store.execute(
                "delete from touched where step in (select id from history where undone = 1)"
            )
            self.store.execute("delete from history where undone = 1")
            yield change
            change.settle()
            before, after = self._sides(change)
            now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0).isoformat()
            cursor = self.store.execute(
                "insert into history (at, who, what, marker, why, before, after)"
                " values (?, ?, ?, ?, ?, ?, ?)",
                (now, who, what, number, why, _text(before), _text(after)),
            )
            new = [key for key, row in change.before.items() if row is None]
            self.store.executemany(
                "insert into touched values (?, ?)",
                [(cursor.lastrowid, key) for key in dict.fromkeys([*keys, *new])],
            )
        self.changed = tuple(change.before)

    def undo(self) -> Step | None:
        """Undo the last step that holds; return it, None when there is none."""
        return self._turn(
            "select id, after, before from history where undone = 0 order by id desc limit 1", 1
        )

    def redo(self) -> Step | None:
        """Make the first undone step again; None when there is none."""
        return self._turn(
            "select id, before, after from history where undone = 1 order by id limit 1", 0
        )

    def _steps(self, query: str, value: int) -> list[Step]:
        return [
            Step(key, when, who, what, marker or "", why or "", bool(undone))
            for key, when, who, what, marker, why, undone in self.store.execute(query, (value,))
        ]

    def _sides(self, change: Change) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return what a change changes, before and after: whole rows that come or go, else columns."""
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        for key, old in change.before.items():
            new = self.row_or_none(key)
            if old is None or new is None:
                before[str(key)], after[str(key)] = old, new
                continue
            names = [name for name in self.names if old[name] != new[name]]
            before[str(key)] = {name: old[name] for name in names}
            after[str(key)] = {name: new[name] for name in names}
        return (
            {"markers": before, "numbers": change.numbers_before},
            {
                "markers": after,
                "numbers": {number: self.is_used_up(number) for number in change.numbers_before},
            },
        )

    def _turn(self, query: str, undone: int) -> Step | None:
        found = self.store.execute(query).fetchone()
        if found is None:
            return None
        key, now, then = found[0], _read(found[1]), _read(found[2])
        with self.writing():
            for marker, values in then["markers"].items():
                if values is None:
                    self.drop_row(int(marker))
                elif now["markers"][marker] is None:
                    self.put_row(values)
                else:
                    self.set_values(int(marker), values)
            for number, used_up in then["numbers"].items():
                self.set_used_up(number, used_up)
            self.store.execute("update history set undone = ? where id = ?", (undone, key))
        self.changed = tuple(int(marker) for marker in then["markers"])
        return self._steps(
            "select id, at, who, what, marker, why, undone from history where id = ?", key
        )[0]


def _text(side: dict[str, Any]) -> str:
    return json.dumps(side, ensure_ascii=False, default=lambda value: {"hex": value.hex()})


def _read(text: str) -> Any:
    def bytes_again(found: dict[str, Any]) -> Any:
        return bytes.fromhex(found["hex"]) if set(found) == {"hex"} else found

    return json.loads(text, object_hook=bytes_again)
