"""Small tables that a user writes: CSV in UTF-8 or GBK, with comments, told by the lines of the file."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.text import Message, msg


def read_user_table(
    path: Path, columns: Sequence[str], need: Message
) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a table, each with the number of its line in the file.

    Args:
        path: of the file; lines that begin with ``#`` and empty ones are passed over.
        columns: that must be there.
        need: what the table needs, told when one is missing.

    Raises:
        InputError: it cannot be read, or a column is missing.
    """
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            Problem(msg("The table cannot be read ({reason}).", reason=os_reason(error)), str(path))
        ) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gbk", errors="replace")
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    rows = list(csv.reader(line for _, line in lines))
    head = [name.strip() for name in rows[0]] if rows else []
    missing = [name for name in columns if name not in head]
    if missing:
        raise InputError(
            Problem(
                msg("The table has no column {columns}.", columns=", ".join(missing)),
                str(path),
                need,
            )
        )
    return [
        (number, {name: cell.strip() for name, cell in zip(head, [*row, *[""] * len(head)])})
        for (number, _), row in zip(lines[1:], rows[1:])
    ]
