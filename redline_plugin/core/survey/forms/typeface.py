"""The letters of a run of PDFs: their glyphs, made once, and how wide they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from redline_plugin.core.survey.forms.truetype import UNITS, Element, Glyph, glyph_of

ASCENT, DESCENT = 880, -120
"""Of the square that Chinese letters fill, in units of the em."""

_KEPT = 50_000
"""Texts that are remembered: most come again and again."""

Outline = Callable[[str], "tuple[Sequence[Element], float]"]
"""Gives a letter's outline and its advance, both in units of the em, y upwards."""


@dataclass(frozen=True)
class _Letter:
    number: int
    code: str
    advance: float


class Typeface:
    """Letters get numbers as they come; a PDF embeds those that it uses."""

    def __init__(self, outline: Outline) -> None:
        """Take where outlines come from, for instance an installed font."""
        self._outline = outline
        self._letters: dict[str, _Letter] = {}
        self._glyphs: list[Glyph] = [glyph_of((), UNITS / 2.0)]
        self._texts: list[str] = [""]
        self._widths: dict[str, float] = {}
        self._codes: dict[str, tuple[str, frozenset[int]]] = {}

    def width(self, text: str) -> float:
        """Return how wide a text of size 1 is."""
        width = self._widths.get(text)
        if width is None:
            width = sum(self._letter(letter).advance for letter in text) / UNITS
            if len(self._widths) < _KEPT:
                self._widths[text] = width
        return width

    def codes(self, text: str, used: set[int]) -> str:
        """Return a text as hexadecimal glyph numbers, and note which they are."""
        known = self._codes.get(text)
        if known is None:
            letters = [self._letter(letter) for letter in text]
            known = (
                "".join([letter.code for letter in letters]),
                frozenset([letter.number for letter in letters]),
            )
            if len(self._codes) < _KEPT:
                self._codes[text] = known
        used |= known[1]
        return known[0]

    def glyphs(self, used: Iterable[int]) -> dict[int, Glyph]:
        """Return glyphs by number, with the one of number 0."""
        return {number: self._glyphs[number] for number in (0, *used)}

    def letter(self, number: int) -> str:
        """Return which letter a glyph stands for."""
        return self._texts[number]

    def _letter(self, letter: str) -> _Letter:
        found = self._letters.get(letter)
        if found is None:
            number = len(self._glyphs)
            elements, advance = self._outline(letter)
            found = _Letter(number, f"{number:04X}", round(advance))
            self._letters[letter] = found
            self._glyphs.append(glyph_of(elements, advance))
            self._texts.append(letter)
        return found
