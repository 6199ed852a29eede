"""A reader of DBF tables of our own: structure as stored, texts decoded strictly.

A GIS library guesses encodings and repairs what it can; a verifier must see what is there.
Source: the dBase III file layout (header of 32 bytes, 32 bytes per column, fixed-width records).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

_HEADER = struct.Struct("<4xIHH20x")
_COLUMN = struct.Struct("<11sc4xBB14x")
_END_OF_COLUMNS = 0x0D
_DELETED = b"*"


class DbfError(ValueError):
    """The file is no DBF table, or is damaged."""


@dataclass(frozen=True)
class Column:
    """One column as stored: name, type letter, length, decimals."""

    name: str
    type: str
    length: int
    decimals: int


@dataclass(frozen=True)
class Table:
    """Columns, and the raw bytes of each record that is not deleted."""

    columns: tuple[Column, ...]
    records: tuple[tuple[bytes, ...], ...]
    deleted: int


def read_dbf(path: Path) -> Table:
    """Return the table as it is stored.

    Raises:
        DbfError: the file is no DBF table, or shorter or longer than its header says.
    """
    data = path.read_bytes()
    if len(data) < _HEADER.size + 1:
        raise DbfError("too short")
    count, header, width = _HEADER.unpack_from(data)
    columns = _columns(data, header)
    if width != 1 + sum(column.length for column in columns):
        raise DbfError("record length")
    rest = len(data) - header - count * width
    if rest not in {0, 1}:
        raise DbfError("number of records")
    records: list[tuple[bytes, ...]] = []
    deleted = 0
    for index in range(count):
        start = header + index * width
        if data[start : start + 1] == _DELETED:
            deleted += 1
            continue
        start += 1
        values = []
        for column in columns:
            values.append(data[start : start + column.length])
            start += column.length
        records.append(tuple(values))
    return Table(columns, tuple(records), deleted)


def _columns(data: bytes, header: int) -> tuple[Column, ...]:
    if header > len(data) or header < _HEADER.size + 1:
        raise DbfError("header")
    columns = []
    start = _HEADER.size
    while start + _COLUMN.size <= header and data[start] != _END_OF_COLUMNS:
        name, kind, length, decimals = _COLUMN.unpack_from(data, start)
        text = name.split(b"\x00", 1)[0].decode("latin-1")
        columns.append(Column(text, kind.decode("latin-1"), length, decimals))
        start += _COLUMN.size
    return tuple(columns)
