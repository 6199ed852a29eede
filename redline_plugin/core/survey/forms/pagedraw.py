"""Draws registration forms: what the form says once for all, and what is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

from redline_plugin.core.survey.forms import page as pages
from redline_plugin.core.survey.forms.docxtemplate import Picture
from redline_plugin.core.survey.forms.page import Cell, Page
from redline_plugin.core.survey.forms.pdfcanvas import PdfCanvas
from redline_plugin.core.survey.forms.pdffile import PdfPage, packed
from redline_plugin.core.survey.forms.sketch import Sketch
from redline_plugin.core.survey.forms.sketchdraw import draw_sketch
from redline_plugin.core.survey.forms.typeface import Typeface
from redline_plugin.core.survey.forms.words import Words

Shown = Union[Picture, Sketch]

_SIZES = {pages.LABEL: 3.3, pages.HEAD: 3.1, pages.VALUE: 3.3}
"""Of texts, mm."""
_TITLE, _NOTE = 5.6, 2.2
_INSET = 0.9
_OUTLINE, _GRID = 0.4, 0.18
_INK, _PALE = "#000000", "#9a9a9a"


class FormDrawer:
    """Draws the forms of one kind in one language."""

    def __init__(self, page: Page, words: Words, typeface: Typeface) -> None:
        self._page, self._typeface = page, typeface
        self._cells = list(_placed(page))
        canvas = PdfCanvas(typeface)
        title = words(page.title)
        canvas.block(title, pages.LEFT, pages.TOP, pages.WIDTH, pages.TITLE_HEIGHT, _TITLE, False)
        for cell, x, y, height in self._cells:
            canvas.rect(x, y, cell.width, height, _INK, _GRID)
            if cell.kind in (pages.LABEL, pages.HEAD):
                self._text(canvas, cell, words(cell.key), x, y, height)
        top = pages.TOP + pages.TITLE_HEIGHT
        self._bottom = top + sum(row.height for row in page.rows)
        canvas.rect(pages.LEFT, top, pages.WIDTH, self._bottom - top, _INK, _OUTLINE)
        self._shared, self._used = packed(canvas.content), frozenset(canvas.used)

    def draw(self, values: Mapping[str, str], pictures: Mapping[str, Shown]) -> PdfPage:
        """Return a filled page; a picture that is not there leaves an empty frame."""
        canvas = PdfCanvas(self._typeface)
        for cell, x, y, height in self._cells:
            if cell.kind == pages.VALUE:
                self._text(canvas, cell, values.get(cell.key, ""), x, y, height)
            elif cell.kind == pages.PICTURE:
                self._picture(canvas, cell, pictures.get(cell.key), x, y, height)
        note = values.get(self._page.note, "")
        y = self._bottom + 0.3
        canvas.block(note, pages.LEFT, y, pages.WIDTH, pages.NOTE_HEIGHT, _NOTE, True)
        return PdfPage(
            packed(canvas.content),
            self._shared,
            frozenset(canvas.used) | self._used,
            canvas.pictures,
        )

    @staticmethod
    def _text(canvas: PdfCanvas, cell: Cell, text: str, x: float, y: float, height: float) -> None:
        canvas.block(
            text,
            x + _INSET,
            y + 0.2,
            cell.width - 2 * _INSET,
            height - 0.4,
            _SIZES[cell.kind],
            cell.start,
        )

    @staticmethod
    def _picture(
        canvas: PdfCanvas, cell: Cell, shown: Shown | None, x: float, y: float, height: float
    ) -> None:
        x, y = x + pages.PADDING, y + pages.PADDING
        width, high = cell.width - 2 * pages.PADDING, height - 2 * pages.PADDING
        if isinstance(shown, Sketch):
            draw_sketch(canvas, shown, x, y)
        elif shown is not None:
            canvas.picture(cell.key, shown, x, y, width, high)
        else:
            canvas.dashed(x, y, width, high, _PALE)


def _placed(page: Page) -> list[tuple[Cell, float, float, float]]:
    """Return each cell with its left and upper edge on the sheet and its height."""
    found = []
    top = pages.TOP + pages.TITLE_HEIGHT
    heights = [row.height for row in page.rows]
    for at, row in enumerate(page.rows):
        for cell in row.cells:
            found.append((cell, pages.LEFT + cell.x, top, sum(heights[at : at + cell.rows])))
        top += row.height
    return found
