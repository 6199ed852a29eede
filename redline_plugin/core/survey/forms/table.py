"""Tables as data: what workbooks and CSV files are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Optional, Union

TEXT, WHOLE, REAL = "text", "whole", "real"
"""Kinds of columns."""

BODY, SECTION, SUM, TOTAL = "body", "section", "sum", "total"
"""Kinds of rows: a section is one text over all columns, which tells of the rows under it; a sum is
that of a section. Both are for readers and not in CSV files."""

Value = Optional[Union[str, int, float]]


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        title: for people.
        kind: TEXT, WHOLE or REAL.
        decimals: that a REAL is shown with.
        printed: whether it is in the workbook too; all are in the CSV file.
    """

    title: str
    kind: str = TEXT
    decimals: int = 0
    printed: bool = True


@dataclass(frozen=True)
class Line:
    """One row; a SECTION has its text as its only value."""

    values: tuple[Value, ...]
    kind: str = BODY


@dataclass
class Table:
    """A table.

    Attributes:
        id: of its CSV file.
        sheet: title of its sheet.
        title: above it.
        warning: a line in red under the title, "" for none.
        notes: under the title.
        columns, lines: of it.
        landscape: how it is printed.
    """

    id: str
    sheet: str
    title: str
    columns: Sequence[Column]
    lines: list[Line] = field(default_factory=list)
    warning: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = True
