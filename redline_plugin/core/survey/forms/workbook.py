"""Tables as one workbook, ready to be printed on A4: no formulas, nothing cut off."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.forms.table import (
    REAL,
    SECTION,
    SUM,
    TEXT,
    TOTAL,
    WHOLE,
    Column,
    Line,
    Table,
    Value,
)
from redline_plugin.core.survey.forms.textlines import Measure, broken
from redline_plugin.vendor import xlsxwriter

FONTS = {"zh": "宋体", "en": "Arial"}
_WIDE, _NARROW = 1.95, {"zh": 1.0, "en": 1.15}
"""Widths of Chinese and of other letters at 10 points, in the unit of columns (a digit at 11 points);
those of Arial with room for the fonts that take its place."""
_NARROWEST, _WORD, _SHORT, _LEAST_WRAPPED = 5.0, 9.0, 22.0, 14.0
_MOST = 0.95
"""Share of the texts of a column that its width is made for, if it can be."""
_ROOM, _INDENT = 1.2, 1.0
_PAGE = {True: 200.0, False: 130.0}
"""Sum of widths that A4 takes, landscape or not, at four fifths of the size of letters."""
_RAGGED = 1.05
"""Fonts differ a little in their widths."""
_ABOVE = 3.0
_LINE = 13.0
"""Points; height of a line of the texts above a table."""
_PAPER_A4 = 9
_MARGINS_INCHES = {"left": 0.45, "right": 0.45, "top": 0.6, "bottom": 0.65}
_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_BATCH = 1000
_CREATED = datetime.datetime(2000, 1, 1)


def write_workbook(path: Path, tables: Sequence[Table], language: str, feedback: Feedback) -> None:
    """Write a workbook with a sheet for each table.

    Args:
        path: of the file, which is written in place: the caller's folder is a temporary one.
        tables: in the order of the sheets.
        language: "zh" or "en", for the font.
        feedback: asked whether to stop.

    Raises:
        CancelledError: the user stopped.
        OSError: it cannot be written.
    """
    book = xlsxwriter.Workbook(
        str(path),
        {
            # A text that begins with = is a text; so are addresses.
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "in_memory": True,
        },
    )
    # The date of the run is told by the record beside the workbook; equal tables give equal files.
    book.set_properties({"created": _CREATED})
    looks = _Looks(book, language)
    taken: set[str] = set()
    for table in tables:
        _write(book.add_worksheet(_sheet_name(table.sheet, taken)), table, looks, feedback)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        cause = error.args[0] if error.args else error
        raise (cause if isinstance(cause, OSError) else OSError(str(error))) from error


class _Looks:
    """Formats of cells, each made once."""

    def __init__(self, book: Any, language: str) -> None:
        self._book = book
        self._base = {"font_name": FONTS[language], "font_size": 10, "valign": "vcenter"}
        self._known: dict[tuple[str, str, int], Any] = {}
        self.measure = partial(_shown, narrow=_NARROW[language])
        self.title = self._add(bold=True, font_size=16, align="center")
        self.note = self._add(text_wrap=True, font_size=9, valign="top")
        self.warning = self._add(
            text_wrap=True, bold=True, font_color="#C00000", font_size=10, valign="top"
        )
        self.head = self._add(
            bold=True, text_wrap=True, align="center", border=1, bg_color="#E8EEF4"
        )
        self.section = self._add(bold=True, border=1, bg_color="#F5F1E6")

    def _add(self, **properties: Any) -> Any:
        return self._book.add_format({**self._base, **properties})

    def cell(self, column: Column, kind: str) -> Any:
        """Return the format of a cell of a column in a kind of row."""
        key = (column.kind, kind, column.decimals)
        if key not in self._known:
            properties: dict[str, Any] = {"border": 1}
            if column.kind == TEXT:
                properties.update(text_wrap=True, num_format="@")
            elif column.kind == REAL:
                zeros = "0" * column.decimals
                # Off the text in the next column.
                properties.update(align="right", indent=1)
                properties["num_format"] = f"0.{zeros}" if zeros else "0"
            else:
                properties.update(align="center", num_format="0")
            if kind in (SUM, TOTAL):
                properties.update(bold=True, bg_color="#EEF3EA", top=2)
            self._known[key] = self._add(**properties)
        return self._known[key]


def _write(sheet: Any, table: Table, looks: _Looks, feedback: Feedback) -> None:
    shown = [at for at, column in enumerate(table.columns) if column.printed]
    columns = [table.columns[at] for at in shown]
    lines = [
        line if line.kind == SECTION else Line(tuple(line.values[at] for at in shown), line.kind)
        for line in table.lines
    ]
    filled = [line for line in lines if line.kind != SECTION]
    widths = _widths(columns, filled, table.landscape, looks.measure)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    last = len(columns) - 1
    row = _above(sheet, table, sum(widths), last, looks)
    high = max(_lines(c.title, w, looks.measure) for c, w in zip(columns, widths))
    sheet.set_row(row, _LINE * high + 2 * _ABOVE)
    for at, column in enumerate(columns):
        sheet.write_string(row, at, column.title, looks.head)
    sheet.freeze_panes(row + 1, 0)
    sheet.repeat_rows(row)
    for number, line in enumerate(lines, start=row + 1):
        if number % _BATCH == 0:
            stop_if_cancelled(feedback)
        if line.kind == SECTION:
            sheet.merge_range(number, 0, number, last, str(line.values[0]), looks.section)
            continue
        high = max(_lines(value, w, looks.measure) for value, w in zip(line.values, widths))
        # Programs differ in whether they find the height of wrapped texts by themselves.
        sheet.set_row(number, _LINE * high + _ABOVE)
        for at, (column, value) in enumerate(zip(columns, line.values)):
            _put(sheet, number, at, value, looks.cell(column, line.kind))
    _print_setup(sheet, table, row + len(lines), last)


def _above(sheet: Any, table: Table, width: float, last: int, looks: _Looks) -> int:
    """Write title, warning and notes; return the row of the head."""
    texts = [(table.title, looks.title, 26.0)]
    for text, look in ((table.warning, looks.warning), *((n, looks.note) for n in table.notes)):
        if text:
            texts.append((text, look, _LINE * _lines(text, width, looks.measure) + _ABOVE))
    for row, (text, look, height) in enumerate(texts):
        sheet.set_row(row, height)
        if last > 0:
            sheet.merge_range(row, 0, row, last, "", look)
        sheet.write_string(row, 0, text, look)
    return len(texts)


def _put(sheet: Any, row: int, column: int, value: Value, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def _print_setup(sheet: Any, table: Table, last_row: int, last_column: int) -> None:
    sheet.set_paper(_PAPER_A4)
    if table.landscape:
        sheet.set_landscape()
    sheet.set_margins(**_MARGINS_INCHES)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_footer(f"&L{table.sheet.replace('&', '&&')}&R&P / &N")
    sheet.print_area(0, 0, last_row, last_column)


def _widths(
    columns: Sequence[Column], lines: Sequence[Line], landscape: bool, measure: Measure
) -> list[float]:
    """Return widths: numbers and short texts on one line, long texts share what the page has left."""
    found, long = [], []
    for at, column in enumerate(columns):
        widths = sorted(_width(column, line.values[at], measure) for line in lines)
        # Heads wrap; a word does not, nor do more than three lines of them come about.
        word = max((measure(word) for word in column.title.split()), default=0.0)
        least = max(_NARROWEST, min(word, _WORD), measure(column.title) / 3.0)
        if column.kind != TEXT:
            natural = max(widths, default=0.0) + _INDENT
        else:
            # A few long ones wrap; they do not widen the column for all.
            natural = widths[math.ceil(_MOST * (len(widths) - 1))] if widths else 0.0
            if natural > _SHORT:
                long.append(at)
        found.append(max(least, natural) + _ROOM)
    room = _PAGE[landscape] - sum(width for at, width in enumerate(found) if at not in long)
    # From the shortest on, so that what one of them does not need is left to the others.
    long.sort(key=lambda at: found[at])
    for place, at in enumerate(long):
        weights = [math.sqrt(found[other]) for other in long[place:]]
        share = room * weights[0] / sum(weights)
        found[at] = min(found[at], max(_LEAST_WRAPPED, share))
        room -= found[at]
    return found


def _width(column: Column, value: Value, measure: Measure) -> float:
    if value is None:
        return 0.0
    if column.kind == REAL and not isinstance(value, str):
        return measure(f"{value:.{column.decimals}f}")
    if column.kind == WHOLE or not isinstance(value, str):
        return measure(str(value))
    return max((measure(part) for part in value.split("\n")), default=0.0)


def _shown(text: str, narrow: float) -> float:
    """Return the width of a text."""
    wide = sum(unicodedata.east_asian_width(letter) in "WFA" for letter in text)
    return _WIDE * wide + narrow * (len(text) - wide)


def _lines(value: Value, width: float, measure: Measure) -> int:
    """Return how many lines a value takes in a width; a little too many rather than too few."""
    if not isinstance(value, str):
        return 1
    room = max(width - _ROOM, 1.0) + 1e-6
    return sum(
        1 if measure(part) <= room else len(broken(part, room / _RAGGED, measure))
        for part in value.split("\n")
    )


def _sheet_name(title: str, taken: set[str]) -> str:
    name = free = _SHEET_NAME.sub(" ", title).strip()[:_LONGEST_NAME] or "1"
    count = 1
    while free.casefold() in taken:
        count += 1
        free = f"{name[: _LONGEST_NAME - 4]} {count}"
    taken.add(free.casefold())
    return free
