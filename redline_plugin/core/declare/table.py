"""Code tables: CSV files with a number per class code, its source and how sure that is.

Columns: ``code``, ``value`` and for people ``title``, ``title_zh``, ``source``, ``certainty``,
``note``. An empty value means: this class is known and has no number, so it is left out. Lines that
begin with ``#`` are comments. UTF-8 (with or without BOM) or GBK, as spreadsheets save it.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import CodeTable
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.text import msg, title

FOLDER = Path(__file__).parents[2] / "resources" / "tables"
MAX_CODE = 65535


@dataclass(frozen=True)
class Lookup:
    """Numbers by code: ``values[code]``, NaN where there is none."""

    values: NDArray[np.float32]
    listed: NDArray[np.bool_]
    path: str

    def apply(self, codes: NDArray) -> NDArray[np.float32]:
        """Return the number of each code, NaN for codes without one; any shape, any number type."""
        return self.values[self._index(codes)]

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


def load_table(table: CodeTable, path: Path | None = None) -> Lookup:
    """Read a code table.

    Raises:
        InputError: every row that is wrong, by line number.
    """
    path = path or default_path(table)
    rows = _rows(path)
    values = np.full(MAX_CODE + 2, np.nan, dtype=np.float32)
    listed = np.zeros(MAX_CODE + 2, dtype=bool)
    problems: list[Problem] = []
    for line, row in rows:
        where = f"{path.name}:{line}"
        code = _whole(row.get("code"), where, problems)
        value = _number(row.get("value"), where, problems)
        if code is None:
            continue
        if listed[code]:
            problems.append(Problem(msg("Code {code} is there twice.", code=code), where))
        low, high = table.valid
        if value is not None and (
            (low is not None and value < low) or (high is not None and value > high)
        ):
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
        listed[code] = True
        values[code] = np.nan if value is None else value
    if not problems and not listed.any():
        problems.append(Problem(msg("The table has no rows."), str(path)))
    if problems:
        raise InputError(problems)
    return Lookup(values, listed, str(path))


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            Problem(msg("The table cannot be read ({reason}).", reason=error.strerror), str(path))
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gbk", errors="replace")
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not lines:
        raise InputError(Problem(msg("The table is empty."), str(path)))
    header = [name.strip().lower() for name in next(csv.reader([lines[0][1]]))]
    missing = [name for name in ("code", "value") if name not in header]
    if missing:
        raise InputError(
            Problem(
                msg("The table has no column {names}.", names=", ".join(missing)),
                str(path),
                msg("Its first line must name the columns, among them code and value."),
            )
        )
    body = csv.reader(io.StringIO("\n".join(line for _, line in lines[1:])))
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
