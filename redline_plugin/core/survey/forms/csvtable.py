"""Tables as CSV files that spreadsheets open as they are: UTF-8 with a mark, text as text."""

from __future__ import annotations

import csv
import io

from redline_plugin.core.survey.forms.table import REAL, SECTION, SUM, Column, Table, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula, or skips before one."""


def csv_bytes(table: Table) -> bytes:
    """Return a table as CSV: head, rows, total; sections and their sums are left out.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([_text(column.title) for column in table.columns])
    for line in table.lines:
        if line.kind not in (SECTION, SUM):
            writer.writerow(
                [_cell(column, value) for column, value in zip(table.columns, line.values)]
            )
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "replace")


def _cell(column: Column, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _text(value)
    return f"{value:.{column.decimals}f}" if column.kind == REAL else f"{value:.12g}"


def _text(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
