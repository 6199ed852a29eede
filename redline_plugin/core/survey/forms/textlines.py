"""Texts in boxes: broken into lines, and made smaller until all of it is in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

LEADING = 1.25
"""From line to line, in sizes of the text."""
_STEP = 0.93
_LEAST = 0.4
"""mm; below it nothing can be read anyway."""
_ROOM = 0.2
"""Sizes of the text that are empty above and below it, which may lie outside of the box."""
_NOT_FIRST = set("，。、；：？！）】》”’％℃,.;:!?)]}%°′″")
_NOT_LAST = set("（【《“‘([{")
_AFTER = set("-_/,;，；、")

Measure = Callable[[str], float]
"""Width of a text of size 1."""


@dataclass(frozen=True)
class Fitted:
    """Lines, and the size that they fit their box in."""

    lines: tuple[str, ...]
    size: float


def fitted(text: str, width: float, height: float, size: float, measure: Measure) -> Fitted:
    """Break a text into lines for a box, smaller than ``size`` only when it needs to be.

    Args:
        text: with line breaks of its own.
        width, height: of the box.
        size: largest size of the text, in the unit of the box.
        measure: width of a text of size 1.
    """
    while True:
        lines = broken(text, width / size, measure)
        if size <= _LEAST or len(lines) * size * LEADING <= height + _ROOM * size:
            return Fitted(tuple(lines), size)
        size *= _STEP


def broken(text: str, width: float, measure: Measure) -> list[str]:
    """Break a text into lines no wider than ``width``; between words where that can be."""
    found: list[str] = []
    for part in text.split("\n"):
        if measure(part) <= width:
            found.append(part)
            continue
        line = ""
        for piece in _pieces(part):
            if line and measure(line + piece.rstrip()) > width:
                found.append(line.rstrip())
                line = ""
            for letter in piece if measure(piece.rstrip()) > width else (piece,):
                if line and measure(line + letter.rstrip()) > width:
                    found.append(line.rstrip())
                    line = ""
                line += letter
        found.append(line.rstrip())
    return found


def _pieces(text: str) -> list[str]:
    """Return what stays together on a line."""
    found: list[str] = []
    for letter in text:
        if found and not _may_break(found[-1][-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before == " " or before in _AFTER or _is_wide(before) or _is_wide(after)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"
