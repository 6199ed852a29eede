"""Numbers of points, markers and signs: by a pattern, stable, and never given twice.

A pattern is that of the rule set, with {county}, {block} and {serial}. Serials run within what the
rest of the pattern tells apart: with {block} within the block, with {county} alone within the
county, else over all. A new one gets the serial after the highest that was ever given there, so a
number that was retired, or lost from the middle of a list, does not come back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from string import Formatter

from redline_plugin.core.errors import Problem
from redline_plugin.core.survey.line import Block
from redline_plugin.core.text import msg

_SERIAL = "serial"
_NAMED = 10
_DIGITS = re.compile(r"\d+")
_PIECES = re.compile(r"(\d+)")


class Numbers:
    """Gives numbers; keeps what it gave and what it was told of."""

    def __init__(self, pattern: str, taken: Iterable[str] = ()) -> None:
        """Begin with the numbers that were given before, those of retired things too."""
        self._pattern = pattern
        self._head = _head(pattern)
        self._taken = set(taken)
        self._sorted: list[str] | None = None
        self._last: dict[str, int] = {}

    @property
    def taken(self) -> frozenset[str]:
        """All numbers that were ever given."""
        return frozenset(self._taken)

    def take(self, number: str) -> None:
        """Note a number that somebody else gave."""
        if number not in self._taken:
            self._taken.add(number)
            self._sorted = None
            self._last.clear()

    def give(self, block: Block) -> str:
        """Return the next free number for something of this block, and keep it as given."""
        # What the serial stands between tells the serials of one block (county, all) from others'.
        scope = self._text(block, 0)
        serial = self._last.get(scope)
        if serial is None:
            serial = self._highest(block)
        serial += 1
        while (number := self._text(block, serial)) in self._taken:
            serial += 1
        self._last[scope] = serial
        self._taken.add(number)
        return number

    def _text(self, block: Block, serial: int) -> str:
        return self._pattern.format(county=block.county, block=block.code, serial=serial)

    def _highest(self, block: Block) -> int:
        """Return the highest serial given in a block's scope, 0 for none."""
        head = self._head.format(county=block.county, block=block.code)
        if self._sorted is None:
            self._sorted = sorted(self._taken)
        highest = 0
        for at in range(bisect_left(self._sorted, head), len(self._sorted)):
            number = self._sorted[at]
            if not number.startswith(head):
                break
            digits = _DIGITS.match(number, len(head))
            # Another block's number may begin so, too: it must be written as ours would be.
            if digits is not None and self._text(block, int(digits[0])) == number:
                highest = max(highest, int(digits[0]))
        return highest


def pattern_problems(pattern: str, blocks: Sequence[Block]) -> list[Problem]:
    """Return a problem when numbers need a county and blocks have none."""
    if "county" not in {name for _, name, _, _ in Formatter().parse(pattern)}:
        return []
    without = [block.code for block in blocks if not block.county]
    if not without:
        return []
    return [
        Problem(
            msg(
                "Numbers like {pattern} need the code of the county; {count} blocks have none: "
                "{blocks}.",
                pattern=pattern,
                count=len(without),
                blocks=", ".join(without[:_NAMED]),
            ),
            remedy=msg("Choose the field of the county, or fill it in."),
        )
    ]


def assign(pattern: str, owners: Sequence[Block], taken: Iterable[str]) -> list[str]:
    """Return a new number for each thing, in their order.

    Args:
        pattern: of the rule set.
        owners: the block that each is numbered by.
        taken: all numbers that were ever given, those of retired things too.
    """
    numbers = Numbers(pattern, taken)
    return [numbers.give(owner) for owner in owners]


def code_order(codes: Sequence[str]) -> list[int]:
    """Return positions in the order of codes: 2 before 10, whatever order the layer has."""
    return sorted(range(len(codes)), key=lambda at: (_natural(codes[at]), codes[at], at))


def _natural(code: str) -> list[tuple[int, int, str]]:
    """Return a key that sorts runs of digits by value and all else as text."""
    return [
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece)
        for piece in _PIECES.split(code)
        if piece
    ]


def _head(pattern: str) -> str:
    """Return what stands before the first {serial}."""
    found = ""
    for text, name, form, change in Formatter().parse(pattern):
        found += text.replace("{", "{{").replace("}", "}}")
        if name == _SERIAL:
            break
        if name is not None:
            found += "{" + name + (f"!{change}" if change else "") + (f":{form}" if form else "")
            found += "}"
    return found
