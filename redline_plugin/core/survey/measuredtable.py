"""A table that a receiver gave, before anything in it has a meaning: columns of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.errors import Problem
from redline_plugin.core.text import Message


@dataclass(frozen=True)
class Table:
    """Rows of a file or of a layer.

    Attributes:
        name: of the file or layer, for messages.
        head: names of the columns; () where the file has none.
        columns: cells by column, all of the same length.
        lines: of each row, the line of the file or the id of the feature.
        how: how it was read, in sentences.
        left_out: rows that could not be read as rows.
        points: (n, 2) geometries of a layer's features, nan for none; None for a file without.
        crs: of the points, "" unknown.
    """

    name: str
    head: tuple[str, ...]
    columns: tuple[Sequence[str], ...]
    lines: tuple[str, ...]
    how: tuple[Message, ...] = ()
    left_out: tuple[Problem, ...] = ()
    points: Floats | None = None
    crs: str = ""

    def where(self, row: int) -> str:
        """Return file and line, for people."""
        return f"{self.name}:{self.lines[row]}"

    def called(self, column: int) -> str:
        """Return how people find a column: by its name, or by its place from 1 on."""
        return self.head[column] if self.head and self.head[column] else str(column + 1)
