"""Location sketches: what lies around a marker, in millimetres of paper, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.survey.forms import sketchstyle, things
from redline_plugin.core.survey.forms.sketchlabels import Box, Label, Wanted, placed
from redline_plugin.core.survey.forms.sketchlayers import SketchLayer, along, inside, simpler
from redline_plugin.core.survey.forms.sketchscale import Bar, bar_of
from redline_plugin.core.survey.forms.things import Floats, Things

TINT = "tint"
NORTH_BOX = (9.0, 13.0)
"""Width and height of the north arrow, in the upper right corner, mm."""
BAR_HEIGHT = 8.0
"""Of the scale bar with its texts, in the lower left corner, mm."""
_SIMPLER = 0.04
"""mm; below the width of any line."""
_MARGIN = 1.0
"""mm; shapes are cut this far outside of the frame, so that their ends are not seen."""
_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)

_NAMED_LINES = (things.RIVER, things.ROAD, things.OTHER)
_POINTED = (things.VILLAGE, things.OTHER)
_OnPaper = Callable[[Floats], Floats]


@dataclass(frozen=True)
class Points:
    """Markers or signs that sketches show.

    Attributes:
        style: NEIGHBOUR or SIGN.
        places: (n, 2) in the plane, m.
        numbers: of each.
    """

    style: str
    places: Floats
    numbers: Sequence[str]


@dataclass(frozen=True)
class Drawn:
    """Lines, or areas to be filled, of one look; mm from the upper left corner, y downwards."""

    style: str
    shape: BaseGeometry
    filled: bool


@dataclass(frozen=True)
class Mark:
    """A symbol at a place, mm."""

    style: str
    x: float
    y: float


@dataclass(frozen=True)
class Sketch:
    """A sketch, painted in this order: drawn, marks, labels, scale bar, north arrow.

    Attributes:
        width, height: of the frame, mm; the subject is in its middle.
        scale: the number under the 1.
        drawn: reach over the frame, to be clipped by the painter.
        marks: the subject last.
        bar: of the scale.
    """

    width: float
    height: float
    scale: int
    drawn: tuple[Drawn, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    bar: Bar


class SketchMap:
    """All that the sketches of one run show."""

    def __init__(self, layers: Sequence[Things], points: Sequence[Points]) -> None:
        self._layers = [SketchLayer(layer) for layer in layers]
        self._points = [(each, shapely.STRtree(shapely.points(each.places))) for each in points]

    def sketch(
        self, place: Floats, number: str, style: str, scale: int, width: float, height: float
    ) -> Sketch:
        """Return the surroundings of a marker or sign.

        Args:
            place: (2,) in the plane, m.
            number: of it.
            style: MARKER or SUBJECT_SIGN.
            scale: the number under the 1.
            width, height: of the frame, mm.
        """
        half = np.array([width, height]) / 2000.0 * scale
        corner = place + half * (-1.0, 1.0)
        beyond = half + _MARGIN * scale / 1000.0
        frame = shapely.box(*(place - beyond), *(place + beyond))

        def on_paper(points: Floats) -> Floats:
            moved: Floats = (points - corner) * (1000.0 / scale, -1000.0 / scale)
            return moved

        drawn, names = self._shapes(frame, on_paper)
        marks = [Mark(style, width / 2.0, height / 2.0)]
        wanted = [Wanted(number, style, ((width / 2.0, height / 2.0),), beside=True)]
        for mark_style, text, point in self._marked(place, number, frame):
            x, y = on_paper(point).tolist()
            if 0.0 <= x <= width and 0.0 <= y <= height:
                marks.append(Mark(mark_style, x, y))
                wanted.append(Wanted(text, mark_style, ((x, y),), beside=True))
        bar = bar_of(scale)
        taken = _corners(width, height, bar)
        where = [(mark.style, mark.x, mark.y) for mark in marks]
        red = [each.shape for each in drawn if each.style == things.BLOCK and not each.filled]
        avoided = shapely.geometrycollections(red) if red else None
        labels = placed([*wanted, *names], where, taken, width, height, avoided)
        return Sketch(width, height, scale, drawn, tuple(reversed(marks)), labels, bar)

    def _marked(
        self, place: Floats, number: str, frame: BaseGeometry
    ) -> list[tuple[str, str, Floats]]:
        """Return style, text and place of what gets a mark, the most important first."""
        found = []
        for points, tree in self._points:
            for at in np.sort(tree.query(frame)).tolist():
                itself = points.numbers[at] == number and np.array_equal(points.places[at], place)
                if not itself:
                    found.append((points.style, points.numbers[at], points.places[at]))
        for layer in self._layers:
            if layer.style in _POINTED:
                found += [(layer.style, name, point) for name, point in layer.points(frame)]
        return found

    def _shapes(
        self, frame: BaseGeometry, on_paper: _OnPaper
    ) -> tuple[tuple[Drawn, ...], list[Wanted]]:
        """Return lines and areas in the order of the looks, and the names that they ask for."""
        found: list[tuple[str, str, BaseGeometry, bool]] = []
        for layer in self._layers:
            if layer.style == things.BLOCK:
                found += [(TINT, "", shape, True) for _, shape in layer.areas(frame)]
        for style in sketchstyle.LOOKS:
            for layer in self._layers:
                if layer.style != style:
                    continue
                if style == things.WATER:
                    found += [(style, name, shape, True) for name, shape in layer.areas(frame)]
                named = style in _NAMED_LINES
                found += [
                    (style, name if named else "", shape, False)
                    for name, shape in layer.lines(frame)
                ]
        if not found:
            return (), []
        shapes = np.empty(len(found), dtype=object)
        shapes[:] = [shape for _, _, shape, _ in found]
        shapes = simpler(shapely.transform(shapes, on_paper), _SIMPLER)
        drawn = tuple(
            Drawn(style, shape, filled) for (style, _, _, filled), shape in zip(found, shapes)
        )
        wanted: dict[tuple[str, str], Wanted] = {}
        for (style, name, _, filled), shape in zip(found, shapes):
            if name and (style, name) not in wanted:
                places = inside(shape) if filled else along(shape, _SHARES)
                wanted[style, name] = Wanted(name, style, places, beside=False)
        return drawn, list(wanted.values())


def _corners(width: float, height: float, bar: Bar) -> list[Box]:
    """Return the boxes of the north arrow and of the scale bar."""
    return [
        (width - NORTH_BOX[0], 0.0, width, NORTH_BOX[1]),
        (0.0, height - BAR_HEIGHT, bar_box_width(bar), height),
    ]


def bar_box_width(bar: Bar) -> float:
    """Return how wide the box of the scale bar is, mm."""
    return bar.length + 21.0
