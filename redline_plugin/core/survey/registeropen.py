"""An open register: its file, its rule set and its rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from redline_plugin.core.boundary.sessionfile import srs_of, with_functions
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.survey.registerchecks import Checks
from redline_plugin.core.survey.registerfile import VERSION
from redline_plugin.core.survey.registerwalk import Walk
from redline_plugin.core.survey.rulesfile import rules_from
from redline_plugin.core.text import Message, Translate, msg, untranslated

Row = dict[str, Any]
"""A row of the layer ``markers`` by its columns, key and geometry's blob among them."""

_PATIENCE_S = 5.0


class Opened:
    """An open register. What makes steps in it is in the classes that take it further."""

    def __init__(self, path: Path, translate: Translate = untranslated) -> None:
        """Open a register.

        Args:
            path: of the GeoPackage.
            translate: for sentences that are written into it.

        Raises:
            InputError: the file is no register, or one of a newer Redline.
        """
        self.path = Path(path)
        self.translate = translate
        try:
            self.store = with_functions(
                sqlite3.connect(
                    f"{self.path.resolve().as_uri()}?mode=rw", uri=True, timeout=_PATIENCE_S
                )
            )
            self.settings: dict[str, str] = dict(
                self.store.execute("select key, value from settings")
            )
            self.names = [row[1] for row in self.store.execute("pragma table_info(markers)")]
            self.srs = srs_of(self.store)
            version = int(self.settings["version"])
        except (sqlite3.Error, KeyError, ValueError, TypeError) as error:
            raise InputError(
                Problem(
                    msg("This is no register of markers ({reason}).", reason=error),
                    str(path),
                    msg("Place markers first, or choose the register's GeoPackage."),
                )
            ) from error
        if version > VERSION:
            raise InputError(Problem(msg("The register was made by a newer Redline."), str(path)))
        self.crs = self.settings["crs"]
        self.rules = rules_from(yaml.safe_load(self.settings["rules"]), self.path.name)
        self.walk = Walk(self.store, self.rules)
        self.checks = Checks(self.store, self.walk, self.rules, self.settings)
        self._seen = self._version()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def changed_elsewhere(self) -> bool:
        """Return whether another program has written to the file since this was asked last."""
        before, self._seen = self._seen, self._version()
        return before != self._seen

    def row(self, key: int) -> Row:
        """Return a marker's row.

        Raises:
            InputError: there is none.
        """
        found = self.row_or_none(key)
        if found is None:
            raise InputError(Problem(msg("There is no such marker in the register.")))
        return found

    def row_or_none(self, key: int) -> Row | None:
        """Return a marker's row, None when there is none."""
        values = self.store.execute("select * from markers where id = ?", (key,)).fetchone()
        return None if values is None else dict(zip(self.names, values))

    def key_of(self, number: str) -> int | None:
        """Return the key of the marker with a number."""
        found = self.store.execute("select id from markers where marker = ?", (number,)).fetchone()
        return None if found is None else int(found[0])

    def witnesses(self, number: str) -> list[Row]:
        """Return the witness markers of a point."""
        found = self.store.execute(
            "select * from markers where of_marker = ? and kind = 'witness' order by marker",
            (number,),
        )
        return [dict(zip(self.names, values)) for values in found] if number else []

    def next_key(self) -> int:
        """Return a key that no marker has or had."""
        (found,) = self.store.execute(
            "select max(coalesce((select max(id) from markers), 0),"
            " coalesce((select seq from sqlite_sequence where name = 'markers'), 0))"
        ).fetchone()
        return int(found) + 1

    def put_row(self, row: Row) -> None:
        """Write a whole row; columns that it lacks are NULL."""
        names = ", ".join(map(_quoted, self.names))
        marks = ", ".join("?" * len(self.names))
        # Names of columns come from the file's own table.
        self.store.execute(
            f"insert into markers ({names}) values ({marks})",  # noqa: S608 # nosec B608
            [row.get(name) for name in self.names],
        )

    def set_values(self, key: int, values: Row) -> None:
        """Write columns of a row."""
        if values:
            parts = ", ".join(f"{_quoted(name)} = ?" for name in values)
            self.store.execute(
                f"update markers set {parts} where id = ?",  # noqa: S608 # nosec B608
                [*values.values(), key],
            )

    def drop_row(self, key: int) -> None:
        """Remove a row."""
        self.store.execute("delete from markers where id = ?", (key,))

    def is_used_up(self, number: str) -> bool:
        """Return whether a number is one that no marker has and none may get."""
        query = "select 1 from numbers where number = ?"
        return self.store.execute(query, (number,)).fetchone() is not None

    def set_used_up(self, number: str, used_up: bool) -> None:
        """Put a number on that list, or take it off."""
        query = (
            "insert or ignore into numbers values (?)"
            if used_up
            else "delete from numbers where number = ?"
        )
        self.store.execute(query, (number,))

    def say(self, message: Message) -> str:
        """Return a sentence in the language that the register is written in."""
        return message.render(self.translate)

    def _version(self) -> int:
        return int(self.store.execute("pragma data_version").fetchone()[0])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Do all that is done inside, or nothing.

        Raises:
            OutputError: the file cannot be written; it is as it was.
        """
        try:
            with self.store:
                # Others that wait for the lock wait before anything is read, not half-way.
                self.store.execute("begin immediate")
                yield
        except sqlite3.Error as error:
            raise OutputError(
                Problem(
                    msg("The register cannot be written ({reason}).", reason=error),
                    str(self.path),
                    msg("Is it open in another program, or is the disk full?"),
                )
            ) from error


def _quoted(name: str) -> str:
    """Return a column's name as SQL has it; people add columns of their own, of any name."""
    escaped = name.replace('"', '""')
    return f'"{escaped}"'
