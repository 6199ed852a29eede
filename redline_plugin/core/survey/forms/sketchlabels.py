"""Labels of a sketch: each beside its place, where it covers no other one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.survey.forms import sketchstyle

_NARROW = 0.56
"""Width of a letter that is not Chinese, in heights of the text; painters fit the text to the box."""
_LINE = 1.25
_GAP = 0.5
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Wanted:
    """A label that is asked for.

    Attributes:
        text: what to write; nothing is written of "".
        style: of sketchstyle.TEXTS.
        places: where it may stand, mm, best first.
        beside: whether a mark stands at the place, and the label goes beside it.
    """

    text: str
    style: str
    places: tuple[tuple[float, float], ...]
    beside: bool


@dataclass(frozen=True)
class Label:
    """A label with its box, mm from the upper left corner."""

    text: str
    style: str
    x: float
    y: float
    width: float
    height: float


def text_width(text: str, height: float) -> float:
    """Return about how wide a text is, in the unit of its height."""
    wide = sum(unicodedata.east_asian_width(letter) in "WFA" for letter in text)
    return height * (wide + _NARROW * (len(text) - wide))


def placed(
    wanted: Sequence[Wanted],
    marks: Sequence[tuple[str, float, float]],
    taken: Sequence[Box],
    width: float,
    height: float,
    avoided: BaseGeometry | None = None,
) -> tuple[Label, ...]:
    """Place labels; one that finds no room is left out.

    Args:
        wanted: the most important first; the first always gets a place.
        marks: style and place of all marks, which no label covers.
        taken: boxes (left, top, right, bottom) that are in use, mm.
        width, height: of the frame, mm.
        avoided: lines that labels stand on only when there is no other room.
    """
    if avoided is not None:
        shapely.prepare(avoided)
    boxes = list(taken)
    for style, x, y in marks:
        half = sketchstyle.MARKS[style] / 2.0
        boxes.append((x - half, y - half, x + half, y + half))
    found: list[Label] = []
    for each in wanted:
        if not each.text:
            continue
        size = sketchstyle.TEXTS[each.style][1]
        wide, high = text_width(each.text, size) + 2 * _GAP, size * _LINE
        options = _options(each, wide, high)
        free = [one for one in options if _free(one, boxes, width, height)]
        box = _clear(free, avoided)
        if box is None and not found and each is wanted[0]:
            box = options[0]
        if box is not None:
            boxes.append(box)
            found.append(Label(each.text, each.style, box[0], box[1], wide, high))
    return tuple(found)


def _options(wanted: Wanted, wide: float, high: float) -> list[Box]:
    found = []
    for x, y in wanted.places:
        if not wanted.beside:
            found.append((x - wide / 2.0, y - high / 2.0, x + wide / 2.0, y + high / 2.0))
            continue
        half = sketchstyle.MARKS[wanted.style] / 2.0 + _GAP / 2.0
        for right, down in _SIDES:
            middle_x = x + right * (half + wide / 2.0)
            middle_y = y + down * (half + high / 2.0)
            found.append(
                (
                    middle_x - wide / 2.0,
                    middle_y - high / 2.0,
                    middle_x + wide / 2.0,
                    middle_y + high / 2.0,
                )
            )
    return found


def _clear(boxes: Sequence[Box], avoided: BaseGeometry | None) -> Box | None:
    """Return the first box off the lines, else the first one."""
    if not boxes:
        return None
    if avoided is None:
        return boxes[0]
    on_it = shapely.intersects(avoided, shapely.box(*np.array(boxes).T))
    return boxes[int(np.argmin(on_it))]


def _free(box: Box, boxes: Sequence[Box], width: float, height: float) -> bool:
    left, top, right, bottom = box
    if left < 0.0 or top < 0.0 or right > width or bottom > height:
        return False
    for other_left, other_top, other_right, other_bottom in boxes:
        if left < other_right and right > other_left and top < other_bottom and bottom > other_top:
            return False
    return True
