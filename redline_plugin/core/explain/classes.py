"""Titles and colours of classes: of declared outputs, of gradings, and of rows of code tables."""

from __future__ import annotations

from pathlib import Path

from redline_plugin.core.declare.table import read_rows
from redline_plugin.core.errors import InputError
from redline_plugin.core.explain.tree import plain
from redline_plugin.core.grade.classes import SENSITIVITY_COLOURS
from redline_plugin.core.grade.importance import IMPORTANCE_COLOURS
from redline_plugin.core.records import Subject, read_subject
from redline_plugin.core.text import Message, title

Colour = tuple[int, int, int]

_COLOURS = {"gradefunction": IMPORTANCE_COLOURS, "gradesensitivity": SENSITIVITY_COLOURS}


def class_of(subject: Subject, code: float) -> tuple[Message | None, Colour | None]:
    """Return title and colour of a class of a raster that Redline made, None for what is unknown."""
    if subject.output is not None:
        for entry in subject.output.classes:
            if entry.value == code:
                return title(entry.title), entry.colour
    for row in subject.class_rows:
        if row.get("class") == code:
            colour = _COLOURS.get(subject.algorithm, {}).get(int(code))
            return title(str(row.get("title", ""))), colour
    return None, None


def class_in_file(path: str, code: float) -> Message | None:
    """Return the title of a class in a raster file, None when the file does not tell."""
    try:
        return class_of(read_subject(path), code)[0]
    except RuntimeError:
        return None


def table_titles(path: Path, language: str) -> dict[int, Message]:
    """Return the classes' titles in a code table, by code; none when it cannot be read.

    Tables hold their titles in both languages; a user's own may have none.
    """
    try:
        rows = read_rows(path, ("code",))
    except InputError:
        return {}
    found: dict[int, Message] = {}
    for _, row in rows:
        chinese = row.get("title_zh", "") if language == "zh" else ""
        text = chinese or row.get("title", "")
        code = row.get("code", "")
        if text and code.isdigit():
            found.setdefault(int(code), plain(text))
    return found
