"""Draws location sketches on any canvas."""

from __future__ import annotations

from shapely.geometry.base import BaseGeometry

from redline_plugin.core.survey.forms import sketchstyle, things
from redline_plugin.core.survey.forms.canvas import Canvas
from redline_plugin.core.survey.forms.sketch import (
    BAR_HEIGHT,
    NORTH_BOX,
    TINT,
    Mark,
    Sketch,
    bar_box_width,
)
from redline_plugin.core.survey.forms.sketchstyle import (
    INK,
    LOOKS,
    MARKER,
    MARKS,
    NEIGHBOUR,
    PAPER,
    SIGN,
    SUBJECT_SIGN,
    TEXTS,
)

_CASING = 0.25
_BAR = 1.2
_BAR_LEFT = 3.0
_FRAME = 0.2
_RED = LOOKS[things.BLOCK].line


def draw_sketch(canvas: Canvas, sketch: Sketch, x: float = 0.0, y: float = 0.0) -> None:
    """Draw a sketch with its upper left corner at a place, mm."""
    canvas.clip(x, y, sketch.width, sketch.height)
    _shapes(canvas, sketch)
    for mark in sketch.marks:
        _mark(canvas, mark)
    for label in sketch.labels:
        colour, size = TEXTS[label.style]
        canvas.veil(label.x, label.y, label.width, label.height)
        canvas.text(label.text, label.x, label.y, label.width, label.height, size, colour)
    _bar(canvas, sketch)
    _north(canvas, sketch)
    canvas.unclip()
    corners = ((0, 0), (1, 0), (1, 1), (0, 1))
    outline = [(x + right * sketch.width, y + down * sketch.height) for right, down in corners]
    canvas.polygon(outline, "", INK, _FRAME)


def _shapes(canvas: Canvas, sketch: Sketch) -> None:
    filled: dict[str, list[BaseGeometry]] = {}
    lined: dict[str, list[BaseGeometry]] = {}
    for each in sketch.drawn:
        (filled if each.filled else lined).setdefault(each.style, []).append(each.shape)
    for style, shapes in filled.items():
        canvas.areas(shapes, sketchstyle.TINT if style == TINT else LOOKS[style].fill)
    for style, look in LOOKS.items():
        shapes = lined.get(style, [])
        if not shapes:
            continue
        if look.casing:
            # Under all roads at once, so that crossings are open.
            canvas.lines(shapes, look.casing, look.width + _CASING)
        canvas.lines(shapes, look.line, look.width, look.dashes)


def _mark(canvas: Canvas, mark: Mark) -> None:
    x, y, half = mark.x, mark.y, MARKS[mark.style] / 2.0
    if mark.style == MARKER:
        canvas.disc(x, y, half, PAPER, _RED, 0.35)
        canvas.disc(x, y, half / 2.0, _RED)
    elif mark.style == NEIGHBOUR:
        canvas.disc(x, y, half, PAPER, _RED, 0.3)
    elif mark.style in (SIGN, SUBJECT_SIGN):
        points = [(x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)]
        canvas.polygon(points, TEXTS[SIGN][0], PAPER, 0.2)
    else:
        points = [
            (x - half, y - half),
            (x + half, y - half),
            (x + half, y + half),
            (x - half, y + half),
        ]
        canvas.polygon(points, TEXTS[mark.style][0], PAPER, 0.15)


def _bar(canvas: Canvas, sketch: Sketch) -> None:
    bar, bottom = sketch.bar, sketch.height - 2.5
    canvas.veil(0.0, sketch.height - BAR_HEIGHT, bar_box_width(bar), BAR_HEIGHT)
    half = bar.length / 2.0
    for part, fill in enumerate((INK, PAPER)):
        left, right = _BAR_LEFT + half * part, _BAR_LEFT + half * (part + 1)
        corners = [(left, bottom - _BAR), (right, bottom - _BAR), (right, bottom), (left, bottom)]
        canvas.polygon(corners, fill, INK, 0.2)
    end = _BAR_LEFT + bar.length
    for text, x in (("0", _BAR_LEFT), (f"{bar.metres:g} m", end)):
        canvas.text(text, x - 10.0, bottom - 4.6, 20.0, 3.2, 2.2, INK)
    canvas.text(f"1:{sketch.scale}", end + 2.0, bottom - 2.3, 18.0, 3.4, 2.2, INK, start=True)


def _north(canvas: Canvas, sketch: Sketch) -> None:
    width, height = NORTH_BOX
    x = sketch.width - width / 2.0
    canvas.veil(sketch.width - width + 0.8, 0.4, width - 1.6, height - 0.8)
    for side, fill in ((-1.0, INK), (1.0, PAPER)):
        canvas.polygon([(x, 4.2), (x + side * 2.2, 12.0), (x, 10.4)], fill, INK, 0.2)
    canvas.text("N", x - 4.0, 0.6, 8.0, 3.6, 2.8, INK)
