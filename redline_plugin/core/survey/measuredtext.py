"""A receiver's text file as a table: encoding, separator, lines before the head, decimal commas."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import numpy as np

from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.survey.measuredroles import COORDINATES, plain_name, roles_of
from redline_plugin.core.survey.measuredtable import Table
from redline_plugin.core.survey.measuredvalues import number_of
from redline_plugin.core.text import msg

_MOST_MEGABYTES = 500
_SAMPLE = 60
_HEAD_WITHIN = 40
_FEWEST = 3
"""Columns: a number, and two for the place."""
_SEPARATORS = (",", ";", "\t", "|", "，", "；")
_SPACES = " "
_NAMES = {
    ",": msg("comma"),
    ";": msg("semicolon"),
    "\t": msg("tab"),
    "|": msg("vertical bar"),
    "，": msg("full-width comma"),
    "；": msg("full-width semicolon"),
    _SPACES: msg("spaces"),
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"%PDF")
_COMMENTS = ("#", "//", "%")

Rows = list[tuple[int, list[str]]]


def read_text(path: Path, named: Sequence[str] = ()) -> Table:
    """Return the table of a text file.

    Args:
        path: of the file, in UTF-8, UTF-16 or GBK (GB18030).
        named: names of columns that the user gave; a line that holds them all is the head.

    Raises:
        InputError: it cannot be read, is empty, or holds no table.
    """
    text, encoding = _decoded(path)
    separator = _separator(text.splitlines(), path)
    rows = _rows(text, separator, path)
    start, head = _head(rows, named)
    body = [row for row in rows[start:] if not row[1][0].lstrip().startswith(_COMMENTS)]
    if not body:
        raise InputError(
            Problem(
                msg("The file has a head, but no row below it."),
                path.name,
                msg("Export the points again."),
            )
        )
    how = [
        msg(
            "Text in {encoding}, columns separated by: {separator}.",
            encoding=encoding,
            separator=_NAMES[separator],
        ),
        msg("The head is line {line}.", line=rows[start - 1][0])
        if head
        else msg("The file has no head."),
    ]
    before = start - bool(head)
    if before > 0:
        how.append(msg("{count} lines before the head were passed over.", count=before))
    width = len(head) or Counter(len(cells) for _, cells in body).most_common(1)[0][0]
    fitting, left_out = _fitting(body, width, path.name)
    if not fitting:
        raise InputError(
            Problem(
                msg("Every row has more cells than the head, which has {width}.", width=width)
                if head
                else msg("No two rows have the same number of cells."),
                path.name,
                msg(
                    "Are decimals written with commas, and columns separated by commas, too? Export "
                    "with semicolons or tabs."
                ),
            )
        )
    columns = tuple(
        [cells[at].strip() if at < len(cells) else "" for _, cells in fitting]
        for at in range(width)
    )
    lines = tuple(str(line) for line, _ in fitting)
    return Table(path.name, tuple(head), columns, lines, tuple(how), tuple(left_out))


def _decoded(path: Path) -> tuple[str, str]:
    """Return a file's text and what people call its encoding."""
    try:
        if path.stat().st_size > _MOST_MEGABYTES * 2**20:
            raise InputError(
                Problem(
                    msg("The file has more than {size} MB.", size=_MOST_MEGABYTES),
                    str(path),
                    msg("Is it the file of the points?"),
                )
            )
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(
            Problem(
                msg("Cannot be read ({reason}).", reason=os_reason(error)),
                str(path),
                msg("Check the path."),
            )
        ) from error
    if not raw.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        raise InputError(
            Problem(msg("The file is empty."), path.name, msg("Export the points again."))
        )
    if raw.startswith(_NOT_TEXT):
        raise InputError(_no_text(path))
    name = next((name for mark, name in _BOMS if raw.startswith(mark)), "")
    for encoding in (name,) if name else ("utf-8", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text, {"utf-8-sig": "UTF-8", "gb18030": "GBK"}.get(encoding, encoding.upper())
    raise InputError(_no_text(path))


def _no_text(path: Path) -> Problem:
    return Problem(
        msg("This is no text in UTF-8, UTF-16 or GBK."),
        path.name,
        msg("Save it as CSV, or give a GeoPackage, a Shapefile or an .xlsx workbook."),
    )


def _separator(lines: Sequence[str], path: Path) -> str:
    """Return the separator by which rows have the most cells that are numbers, all alike."""
    sample = [line for line in lines[:5000] if line.strip()][:_SAMPLE]
    best, score = "", (0.0, 0.0, 0)
    for separator in (*_SEPARATORS, _SPACES):
        if separator == _SPACES and best:
            # Dates and degrees hold spaces, too: only where nothing else separates.
            break
        counts = []
        numbers = []
        for line in sample:
            cells = _cells(line, separator)
            counts.append(len(cells))
            numbers.append(sum(_like_number(cell) for cell in cells))
        width, often = Counter(counts).most_common(1)[0]
        if width < _FEWEST:
            # A long preamble may be most of a short file.
            width, often = max((count, counts.count(count)) for count in counts)
        if width < _FEWEST:
            continue
        of_rows = [number for number, count in zip(numbers, counts) if count == width]
        found = (float(median(of_rows)), often / len(sample), width)
        if found > score:
            best, score = separator, found
    if not best:
        raise InputError(
            Problem(
                msg("No table was found: a row needs at least three columns."),
                path.name,
                msg("Separate columns by commas, semicolons or tabs: number, two coordinates."),
            )
        )
    return best


def _cells(line: str, separator: str) -> list[str]:
    if separator == _SPACES:
        return line.split()
    try:
        return next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])
    except csv.Error:
        return []


def _like_number(cell: str) -> bool:
    return not np.isnan(number_of(cell)) or any(sign in cell for sign in "°′'度")


def _rows(text: str, separator: str, path: Path) -> Rows:
    """Return rows that are not blank, with their lines."""
    if separator == _SPACES:
        lines = enumerate(text.splitlines(), start=1)
        return [(number, line.split()) for number, line in lines if line.strip()]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    found = []
    try:
        for cells in reader:
            if any(cell and not cell.isspace() for cell in cells):
                found.append((reader.line_num, cells))
    except csv.Error as error:
        raise InputError(
            Problem(
                msg("Cannot be read as CSV ({reason}).", reason=error),
                f"{path.name}:{reader.line_num}",
                msg("Save it as CSV again."),
            )
        ) from error
    return found


def _head(rows: Rows, named: Sequence[str]) -> tuple[int, list[str]]:
    """Return the row that the data begin at, and the head above it ([] for none)."""
    wanted = {plain_name(name) for name in named if not name.isdigit()}
    best, most = -1, 0
    for at, (_, cells) in enumerate(rows[:_HEAD_WITHIN]):
        if wanted and wanted <= {plain_name(cell) for cell in cells}:
            best = at
            break
        roles = roles_of(cells)
        known = len(roles) if len(set(COORDINATES) & set(roles)) > 1 else 0
        if known > most:
            best, most = at, known
    if best < 0:
        best = _unknown_head(rows)
    if best < 0:
        return _first_data(rows), []
    return best + 1, [cell.strip().lstrip("#%/ ") for cell in rows[best][1]]


def _unknown_head(rows: Rows) -> int:
    """Return the row of names that nobody knows: words only, above rows with numbers."""
    for at, (_, cells) in enumerate(rows[:_HEAD_WITHIN]):
        if any(_like_number(cell) for cell in cells):
            break
        filled = sum(bool(cell.strip()) for cell in cells)
        following = rows[at + 1][1] if at + 1 < len(rows) else []
        if filled >= _FEWEST and len(following) >= _FEWEST:
            return at
    return -1


def _first_data(rows: Rows) -> int:
    """Return the first row with two numbers in it; titles may stand above."""
    for at, (_, cells) in enumerate(rows[:_HEAD_WITHIN]):
        if sum(_like_number(cell) for cell in cells) > 1:
            return at
    return 0


def _fitting(body: Rows, width: int, name: str) -> tuple[Rows, list[Problem]]:
    """Return the rows that have no more cells than there are columns, and what is wrong with others."""
    fitting: Rows = []
    left_out = []
    for line, cells in body:
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            left_out.append(
                Problem(
                    msg(
                        "The row has {count} cells and the table {width} columns; it was left out.",
                        count=len(cells),
                        width=width,
                    ),
                    f"{name}:{line}",
                )
            )
        else:
            fitting.append((line, cells))
    return fitting, left_out
