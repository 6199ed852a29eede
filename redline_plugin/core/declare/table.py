"""Code tables: CSV files with a number per class code, its source and how sure that is.

Columns: ``code``, ``value`` (or those that the table's declaration names) and for people ``title``,
``title_zh``, ``source``, ``certainty``, ``note``. An empty first value means: this class is known and
has no number, so it is left out. Lines that begin with ``#`` are comments; ``# version: 2`` among
them says which version of the table this is. UTF-8 (with or without BOM) or GBK, as spreadsheets
save it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import CodeTable
from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.text import msg, title

FOLDER = Path(__file__).parents[2] / "resources" / "tables"
MAX_CODE = 65535
UNSURE = "memory l"
"""The mark of a row that is a hint only: told whenever it is used."""


@dataclass(frozen=True)
class Lookup:
    """Numbers by code, NaN where there is none.

    Attributes:
        values: ``values[code]``; with several columns ``values[column, code]``.
        listed: which codes have a row.
        path: of the file.
        version: as the file says it, "" when it does not.
        sha256: of the file.
        unsure: codes whose row says that it is a hint from memory only.
    """

    values: NDArray[np.float32]
    listed: NDArray[np.bool_]
    path: str
    version: str = ""
    sha256: str = ""
    unsure: frozenset[int] = frozenset()

    def apply(self, codes: NDArray) -> NDArray[np.float32]:
        """Return the numbers of each code, NaN for codes without one.

        Args:
            codes: any shape, any number type.

        Returns:
            The shape of ``codes``; with several columns, that many of them in front.
        """
        index = self._index(codes)
        return self.values[index] if self.values.ndim == 1 else self.values[:, index]

    @property
    def first(self) -> NDArray[np.float32]:
        """The first column: a code without a number there is left out."""
        return self.values if self.values.ndim == 1 else self.values[0]

    def known(self, codes: NDArray) -> NDArray[np.bool_]:
        """Return where a code has a number in the first column."""
        return ~np.isnan(self.first[self._index(codes)])

    def unlisted(self, codes: NDArray) -> NDArray[np.bool_]:
        """Return where a code is not in the table at all."""
        return ~self.listed[self._index(codes)]

    @staticmethod
    def _index(codes: NDArray) -> NDArray:
        if codes.dtype.kind == "u" and codes.dtype.itemsize <= 2:
            return codes
        # The last place stands for "no such code": fractions, negatives, NaN, too large.
        known = (codes >= 0) & (codes <= float(MAX_CODE))
        if codes.dtype.kind == "f":
            known &= codes == np.floor(codes)
        return np.where(known, np.where(known, codes, 0).astype(np.int64), MAX_CODE + 1)


def default_path(table: CodeTable) -> Path:
    """Return where the packaged table lies."""
    return FOLDER / table.file


def chosen_path(table: CodeTable, chosen: str) -> Path:
    """Return the packaged table of that id among the alternatives, the default for ""."""
    for other in table.others:
        if other.id == chosen:
            return FOLDER / other.file
    return default_path(table)


def load_table(table: CodeTable, path: Path | None = None) -> Lookup:
    """Read a code table.

    Raises:
        InputError: every row that is wrong, by line number.
    """
    path = path or default_path(table)
    data = _bytes(path)
    text = decoded(data)
    rows = _rows(text, path, ("code", *table.columns))
    values = np.full((len(table.columns), MAX_CODE + 2), np.nan, dtype=np.float32)
    listed = np.zeros(MAX_CODE + 2, dtype=bool)
    problems: list[Problem] = []
    unsure: set[int] = set()
    for line, row in rows:
        where = f"{path.name}:{line}"
        code = _whole(row.get("code"), where, problems)
        numbers = [_value(table, row.get(name), where, problems) for name in table.columns]
        _check_allowed(table, numbers[0], where, problems)
        if code is None:
            continue
        if listed[code]:
            problems.append(Problem(msg("Code {code} is there twice.", code=code), where))
        listed[code] = True
        values[:, code] = numbers
        if row.get("certainty", "").lower() == UNSURE:
            unsure.add(code)
    if not problems and not listed.any():
        problems.append(Problem(msg("The table has no rows."), str(path)))
    if problems:
        raise InputError(problems)
    return Lookup(
        values[0] if len(table.columns) == 1 else values,
        listed,
        str(path),
        table_version(text),
        hashlib.sha256(data).hexdigest(),
        frozenset(unsure),
    )


def table_version(text: str) -> str:
    """Return what a table's comment says its version is, "" when it says nothing."""
    found = re.search(r"^#\s*version\s*[:：]\s*(\S+)", text, re.IGNORECASE | re.MULTILINE)
    return found.group(1) if found else ""


def _value(table: CodeTable, text: str | None, where: str, problems: list[Problem]) -> float:
    value = _number(text, where, problems)
    if value is None:
        return float("nan")
    low, high = table.valid
    if (low is not None and value < low) or (high is not None and value > high):
        problems.append(
            Problem(
                msg(
                    "{title} must lie between {low} and {high}, not {value:g}.",
                    title=title(table.title),
                    low=low,
                    high=high,
                    value=value,
                ),
                where,
            )
        )
    return value


def _check_allowed(table: CodeTable, value: float, where: str, problems: list[Problem]) -> None:
    if not table.allowed or np.isnan(value) or value in table.allowed:
        return
    problems.append(
        Problem(
            msg(
                "{title} must be one of {numbers}, not {value:g}.",
                title=title(table.title),
                numbers=", ".join(f"{number:g}" for number in table.allowed),
                value=value,
            ),
            where,
        )
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            Problem(msg("The table cannot be read ({reason}).", reason=os_reason(error)), str(path))
        ) from error


def decoded(data: bytes) -> str:
    """Return a table's text: UTF-8, or GBK as spreadsheets in China save it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gbk", errors="replace")


def read_rows(path: Path, needed: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Return a table's rows, each with its line number, keys in lower case.

    Raises:
        InputError: it cannot be read, is empty, or lacks a column of ``needed``.
    """
    return _rows(decoded(_bytes(path)), path, needed)


def _rows(text: str, path: Path, needed: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not lines:
        raise InputError(Problem(msg("The table is empty."), str(path)))
    header = [name.strip().lower() for name in next(csv.reader([lines[0][1]]))]
    missing = [name for name in needed if name not in header]
    if missing:
        raise InputError(
            Problem(
                msg("The table has no column {names}.", names=", ".join(missing)),
                str(path),
                msg("Its first line must name the columns: {names}.", names=", ".join(needed)),
            )
        )
    body = list(csv.reader(io.StringIO("\n".join(line for _, line in lines[1:]))))
    too_long = [
        Problem(
            msg(
                "The row has {count} cells; the header has {width}.",
                count=len(row),
                width=len(header),
            ),
            f"{path.name}:{number}",
            msg("Put a text with a comma in it in quotation marks."),
        )
        for (number, _), row in zip(lines[1:], body)
        if any(cell.strip() for cell in row[len(header) :])
    ]
    if too_long:
        raise InputError(too_long)
    return [
        (number, dict(zip(header, (cell.strip() for cell in row))))
        for (number, _), row in zip(lines[1:], body)
    ]


def _whole(text: str | None, where: str, problems: list[Problem]) -> int | None:
    number = _number(text, where, problems)
    if number is None:
        if not text:
            problems.append(Problem(msg("The code is missing."), where))
        return None
    if number != int(number) or not 0 <= number <= MAX_CODE:
        problems.append(
            Problem(msg("A code is a whole number from 0 to 65535, not {text}.", text=text), where)
        )
        return None
    return int(number)


def _number(text: str | None, where: str, problems: list[Problem]) -> float | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        problems.append(Problem(msg("“{text}” is not a number.", text=text), where))
        return None
    if not np.isfinite(value):
        problems.append(Problem(msg("“{text}” is not a number.", text=text), where))
        return None
    return value
