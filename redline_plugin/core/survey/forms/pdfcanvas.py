"""Draws into the content of a PDF page; hundredths of a millimetre, y downwards, as whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.survey.forms.docxtemplate import Picture
from redline_plugin.core.survey.forms.textlines import LEADING, fitted
from redline_plugin.core.survey.forms.typeface import Typeface

POINTS_PER_UNIT = 72.0 / 2540.0
_MIDDLE = 0.37
"""From the baseline up to the middle of letters, in their size."""
_ROUND = 0.5523
"""Of a circle's radius, for the control points of a quarter of it."""


class PdfCanvas:
    """A canvas; what was drawn is in ``content``, pictures and glyphs are noted."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface
        self._parts: list[str] = []
        self.used: set[int] = set()
        self.pictures: dict[str, Picture] = {}

    @property
    def content(self) -> bytes:
        """What was drawn, as operators."""
        return "".join(self._parts).encode("ascii")

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        self._parts.append(f"q 1 0 0 1 {_n(x)} {_n(y)} cm 0 0 {_n(width)} {_n(height)} re W n\n")

    def unclip(self) -> None:
        self._parts.append("Q\n")

    def lines(
        self,
        shapes: Sequence[BaseGeometry],
        colour: str,
        width: float,
        dashes: Sequence[float] = (),
    ) -> None:
        pattern = " ".join(str(_n(each * width)) for each in dashes)
        ends = 0 if dashes else 1
        self._parts.append(
            f"{_colour(colour)} RG {_n(width)} w {ends} J 1 j [{pattern}] 0 d\n"
            f"{_path(shapes, closed=False)}S\n"
        )

    def areas(self, shapes: Sequence[BaseGeometry], fill: str) -> None:
        self._parts.append(f"{_colour(fill)} rg\n{_path(shapes, closed=True)}f*\n")

    def polygon(
        self, points: Sequence[tuple[float, float]], fill: str, line: str = "", width: float = 0.0
    ) -> None:
        path = " l ".join(f"{_n(x)} {_n(y)}" for x, y in points).replace(" l ", " m ", 1)
        self._painted(f"{path} l h", fill, line, width)

    def rect(self, x: float, y: float, width: float, height: float, line: str, pen: float) -> None:
        """Draw the outline of a rectangle."""
        self._painted(f"{_n(x)} {_n(y)} {_n(width)} {_n(height)} re", "", line, pen)

    def dashed(self, x: float, y: float, width: float, height: float, line: str) -> None:
        """Draw a rectangle of thin dashes, for what is not there yet."""
        self._parts.append(
            f"{_colour(line)} RG 15 w 0 J [60 40] 0 d "
            f"{_n(x)} {_n(y)} {_n(width)} {_n(height)} re S\n"
        )

    def disc(
        self, x: float, y: float, radius: float, fill: str, line: str = "", width: float = 0.0
    ) -> None:
        k = radius * _ROUND
        curves = "".join(
            f"{' '.join(str(_n(value)) for value in curve)} c "
            for curve in (
                (x + radius, y + k, x + k, y + radius, x, y + radius),
                (x - k, y + radius, x - radius, y + k, x - radius, y),
                (x - radius, y - k, x - k, y - radius, x, y - radius),
                (x + k, y - radius, x + radius, y - k, x + radius, y),
            )
        )
        self._painted(f"{_n(x + radius)} {_n(y)} m {curves}h", fill, line, width)

    def veil(self, x: float, y: float, width: float, height: float) -> None:
        self._parts.append(f"q /Veil gs 1 1 1 rg {_n(x)} {_n(y)} {_n(width)} {_n(height)} re f Q\n")

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        height: float,
        size: float,
        colour: str,
        start: bool = False,
    ) -> None:
        wide = self._typeface.width(text) * size
        if wide > width:
            size *= width / wide
        self._written((text,), x, y, width, height, size, colour, start)

    def block(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        height: float,
        size: float,
        start: bool,
    ) -> None:
        """Write a text into a box, in as many lines as it takes, smaller when it does not fit."""
        if text:
            found = fitted(text, width, height, size, self._typeface.width)
            self._written(found.lines, x, y, width, height, found.size, "#000000", start)

    def picture(
        self, name: str, picture: Picture, x: float, y: float, width: float, height: float
    ) -> None:
        """Put a picture into the middle of a box, as large as it fits."""
        scale = min(width / picture.width, height / picture.height)
        wide, high = picture.width * scale, picture.height * scale
        left, bottom = x + (width - wide) / 2.0, y + (height + high) / 2.0
        self.pictures[name] = picture
        self._parts.append(
            f"q {_n(wide)} 0 0 {-_n(high)} {_n(left)} {_n(bottom)} cm /{name} Do Q\n"
        )

    def _written(
        self,
        lines: Sequence[str],
        x: float,
        y: float,
        width: float,
        height: float,
        size: float,
        colour: str,
        start: bool,
    ) -> None:
        scale = size * 100.0
        first = y + height / 2.0 - (len(lines) - 1) * size * LEADING / 2.0 + size * _MIDDLE
        self._parts.append(f"BT {_colour(colour)} rg /F 1 Tf\n")
        for number, line in enumerate(lines):
            left = x if start else x + (width - self._typeface.width(line) * size) / 2.0
            down = first + number * size * LEADING
            codes = self._typeface.codes(line, self.used)
            self._parts.append(
                f"{scale:.1f} 0 0 {-scale:.1f} {_n(left)} {_n(down)} Tm <{codes}> Tj\n"
            )
        self._parts.append("ET\n")

    def _painted(self, path: str, fill: str, line: str, width: float) -> None:
        colours = f"{_colour(fill)} rg " if fill else ""
        if line:
            colours += f"{_colour(line)} RG {_n(width)} w 0 j [] 0 d "
        operator = "B" if fill and line else "f" if fill else "S"
        self._parts.append(f"{colours}{path} {operator}\n")


def _n(millimetres: float) -> int:
    return round(millimetres * 100.0)


def _colour(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255.0:.3g}" for at in (1, 3, 5))


def _path(shapes: Sequence[BaseGeometry], closed: bool) -> str:
    """Return lines, or the rings of areas, as operators."""
    found = np.empty(len(shapes), dtype=object)
    found[:] = shapes
    dimension = 2 if closed else 1
    parts = shapely.get_parts(found)
    while (shapely.get_type_id(parts) > 3).any():
        parts = shapely.get_parts(parts)
    parts = parts[shapely.get_dimensions(parts) == dimension]
    if closed:
        parts = shapely.get_rings(parts)
    points, owner = shapely.get_coordinates(parts, return_index=True)
    whole = np.round(points * 100.0).astype(np.int64)
    begins = np.ones(len(whole), dtype=bool)
    begins[1:] = owner[1:] != owner[:-1]
    return "".join(
        [
            f"{x} {y} m " if begin else f"{x} {y} l "
            for (x, y), begin in zip(whole.tolist(), begins.tolist())
        ]
    )
