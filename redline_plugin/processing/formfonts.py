"""The fonts of forms: letters of installed fonts that show Chinese on Windows, Linux and macOS."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtGui import QFont, QFontInfo, QRawFont

from redline_plugin.core.survey.forms.truetype import CURVE, LINE, MOVE, UNITS, Element

FAMILIES = (
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "SimSun",
    "Droid Sans Fallback",
    "Arial",
    "DejaVu Sans",
)
"""The first that is installed gives a letter if it has it, else the next."""
_CHINESE = "界桩"


def installed() -> list[str]:
    """Return which of the families are installed, the best one first, and at least one."""
    found = []
    for family in FAMILIES:
        name = str(QFontInfo(QFont(family)).family())
        if family.casefold() in name.casefold():
            found.append(family)
    return found or [str(QFontInfo(QFont()).family())]


class Outlines:
    """Outlines of letters; belongs to the thread that made it."""

    def __init__(self) -> None:
        self._fonts = []
        for family in installed():
            font = QFont(family)
            font.setPixelSize(UNITS)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts.append(QRawFont.fromFont(font))

    @property
    def shows_chinese(self) -> bool:
        """Whether Chinese letters have outlines."""
        return all(any(font.supportsCharacter(ord(letter)) for font in self._fonts)
                   for letter in _CHINESE)  # fmt: skip

    def __call__(self, letter: str) -> tuple[Sequence[Element], float]:
        """Return a letter's outline and advance, in thousandths of the em, y upwards."""
        font = next(
            (one for one in self._fonts if one.supportsCharacter(ord(letter))), self._fonts[0]
        )
        numbers = font.glyphIndexesForString(letter)
        if not numbers:
            return (), 0.0
        advance = sum(step.x() for step in font.advancesForGlyphIndexes(numbers))
        path = font.pathForGlyph(numbers[0])
        elements: list[Element] = []
        at, count = 0, path.elementCount()
        while at < count:
            element = path.elementAt(at)
            points = [(element.x, -element.y)]
            if element.isCurveTo():
                more = (path.elementAt(at + 1), path.elementAt(at + 2))
                points += [(one.x, -one.y) for one in more]
                elements.append((CURVE, tuple(points)))
                at += 3
                continue
            elements.append((MOVE if element.isMoveTo() else LINE, tuple(points)))
            at += 1
        return elements, advance
