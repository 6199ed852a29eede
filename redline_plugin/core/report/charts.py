"""Charts as SVG: a histogram in its map's colours, and a bar of shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.report.legend import HAIR, SOFT, Shading
from redline_plugin.core.report.look import Figures
from redline_plugin.core.report.numbers import percent
from redline_plugin.core.report.svg import (
    INK,
    document,
    element,
    label,
    nice_step,
    tick_text,
    ticks,
)
from redline_plugin.core.style import Colour, as_hex, shades

_SHADES = 256
_MARK_ROW = 15.0
_MARK_LETTERS = 10.5


@dataclass(frozen=True)
class Mark:
    """A value drawn into a histogram as a line."""

    value: float
    text: str


@dataclass(frozen=True)
class Slice:
    """A part of a bar of shares; shares are of 1."""

    text: str
    share: float
    colour: Colour


def histogram_svg(
    figures: Figures,
    shading: Shading,
    name: str,
    axis: str,
    marks: Sequence[Mark] = (),
    width: float = 350.0,
    height: float = 190.0,
) -> str:
    """Draw how often values are, in the colours they have on the map.

    Args:
        figures: with the bins.
        shading: of the map.
        name: for those who do not see it.
        axis: what the values are, under the axis.
        marks: values to point out.
        width: of the picture.
        height: of the picture.
    """
    left, right, bottom = 42.0, 10.0, 36.0
    top = 10.0 + _MARK_ROW * len(marks)
    inner, tall = width - left - right, height - top - bottom
    edges, bins = figures.edges, figures.bins
    first, last = float(edges[0]), float(edges[-1])
    share = bins / figures.count
    highest = float(share.max()) or 1.0
    # A bin that holds nearly all would flatten the rest: it is cut off, and says how high it is.
    second = float(np.sort(share)[-2]) if len(share) > 1 else highest
    cut = highest > 4 * second > 0
    scale = second * 1.6 if cut else highest
    body = []
    for value in ticks(0.0, 100 * scale, 3):
        y = top + tall * (1 - value / (100 * scale))
        body.append(_rule(left, y, width - right, y, "#dfe5e2"))
        text = tick_text(value, nice_step(100 * scale, 3)) + "%"
        body.append(label(left - 5.0, y + 3.5, text, text_anchor="end", font_size=10, fill=SOFT))
    colours = [as_hex((int(r), int(g), int(b))) for r, g, b in shades(shading.ramp, _SHADES)]
    span = shading.high - shading.low
    bars: list[str] = []
    cuts: list[str] = []
    for index, part in enumerate(share):
        if not part:
            continue
        middle = (float(edges[index]) + float(edges[index + 1])) / 2
        place = min(1.0, max(0.0, (middle - shading.low) / span)) if span > 0 else 0.5
        x = left + inner * index / len(share)
        bar = max(0.7, tall * min(float(part) / scale, 1.0))
        bars.append(
            element(
                "rect",
                {
                    "x": round(x, 1),
                    "y": round(top + tall - bar, 1),
                    "width": round(max(0.6, inner / len(share) - 0.5), 1),
                    "height": round(bar, 1),
                    "fill": colours[round(place * (_SHADES - 1))],
                },
            )
        )
        if cut and part == highest:
            cuts.append(
                _cut_mark(x, inner / len(share), top, percent(highest, 1) + "%", left, inner)
            )
    # Their outline is said once, since a report holds thousands of bars.
    body.append(element("g", {"stroke": HAIR, "stroke_width": 0.35}, *bars))
    body += cuts
    body.append(_rule(left, top + tall, width - right, top + tall, INK))
    step = nice_step(last - first, 5)
    for value in ticks(first, last, 5):
        x = left + inner * (value - first) / (last - first)
        body.append(_rule(x, top + tall, x, top + tall + 4.0, INK))
        text = tick_text(value, step)
        body.append(
            label(x, top + tall + 15.0, text, text_anchor="middle", font_size=10, fill=SOFT)
        )
    body.append(
        label(left + inner / 2, height - 5.0, axis, text_anchor="middle", font_size=10.5, fill=SOFT)
    )
    places = [left + inner * (mark.value - first) / (last - first) for mark in marks]
    body += _marks(marks, places, left, width, top + tall)
    return document(width, height, name, body)


def _rule(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return element("path", {"d": f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}", "stroke": colour})


def _cut_mark(x: float, width: float, top: float, text: str, left: float, inner: float) -> str:
    anchor = "start" if x < left + inner / 2 else "end"
    place = x + width + 4.0 if anchor == "start" else x - 4.0
    return element(
        "g",
        {},
        element(
            "path",
            {
                "d": f"M{x - 2:.2f} {top + 12:.2f}l{width + 4:.2f} -5v4l{-width - 4:.2f} 5z",
                "fill": "#ffffff",
            },
        ),
        label(place, top + 10.0, text, text_anchor=anchor, font_size=10, fill=INK),
    )


def _marks(
    marks: Sequence[Mark], places: Sequence[float], left: float, right: float, bottom: float
) -> list[str]:
    """Draw marks as dashed lines, each with its name beside its head, in a row of its own.

    A line begins in its name's row and runs down. So names to the right of their lines are crossed
    by none if the leftmost is on top; names to the left, if the rightmost is.
    """
    order = sorted(range(len(marks)), key=lambda each: places[each])
    wide = [_text_width(mark.text) + 4.0 for mark in marks]
    to_the_right = all(places[each] + wide[each] <= right for each in order)
    if not to_the_right and all(places[each] - wide[each] >= left for each in order):
        anchors = ["end"] * len(marks)
        order.reverse()
    else:
        anchors = ["start" if place + w <= right else "end" for place, w in zip(places, wide)]
    lines, names = [], []
    for row, each in enumerate(order):
        x, y, anchor = places[each], 11.0 + _MARK_ROW * row, anchors[each]
        lines.append(
            element(
                "path",
                {
                    "d": f"M{x:.2f} {y - 8:.2f}L{x:.2f} {bottom:.2f}",
                    "stroke": "#b3261e",
                    "stroke_width": 1.3,
                    "stroke_dasharray": "4 2",
                },
            )
        )
        # Twice, a halo first: where there is no room on one side for all, lines cross names.
        shift = 4.0 if anchor == "start" else -4.0
        look: dict[str, object] = {"text_anchor": anchor, "font_size": _MARK_LETTERS}
        halo = {"fill": "#ffffff", "stroke": "#ffffff", "stroke_width": 3.0}
        names.append(label(x + shift, y, marks[each].text, **look, **halo))
        names.append(label(x + shift, y, marks[each].text, **look, fill="#8f1d17"))
    return lines + names


def _text_width(text: str) -> float:
    """Return about how wide a mark's name is; Chinese letters are as wide as high."""
    return _MARK_LETTERS * sum(1.0 if ord(letter) >= 0x2E80 else 0.58 for letter in text)


def share_bar_svg(slices: Sequence[Slice], name: str, width: float = 720.0) -> str:
    """Draw one bar cut by shares, with per cent where there is room."""
    height, x = 24.0, 0.5
    body = []
    total = sum(part.share for part in slices) or 1.0
    for part in slices:
        wide = (width - 1.0) * part.share / total
        if wide > 0:
            body.append(
                element(
                    "rect",
                    {
                        "x": x,
                        "y": 0.5,
                        "width": wide,
                        "height": height - 1.0,
                        "fill": as_hex(part.colour),
                        "stroke": HAIR,
                        "stroke_width": 0.6,
                    },
                )
            )
        if wide > 44.0:
            body.append(
                label(
                    x + wide / 2,
                    height / 2 + 4.0,
                    percent(part.share, 1) + "%",
                    text_anchor="middle",
                    font_size=11,
                    fill="#ffffff" if _dark(part.colour) else INK,
                )
            )
        x += wide
    return document(width, height, name, body)


def code_bars_svg(slices: Sequence[Slice], name: str, width: float = 350.0) -> str:
    """Draw a line per class with a bar of its share."""
    row, left, right = 18.0, 152.0, 46.0
    height = row * len(slices) + 4.0
    highest = max((part.share for part in slices), default=1.0) or 1.0
    body = []
    for index, part in enumerate(slices):
        y = 2.0 + row * index
        wide = max(0.7, (width - left - right) * part.share / highest)
        body.append(
            label(left - 6.0, y + 12.0, part.text, text_anchor="end", font_size=10.5, fill=INK)
        )
        body.append(
            element(
                "rect",
                {
                    "x": left,
                    "y": y + 2.0,
                    "width": wide,
                    "height": row - 5.0,
                    "fill": as_hex(part.colour),
                    "stroke": HAIR,
                    "stroke_width": 0.5,
                },
            )
        )
        text = percent(part.share, 1) + "%"
        body.append(label(left + wide + 5.0, y + 12.0, text, font_size=10, fill=SOFT))
    return document(width, height, name, body)


def _dark(colour: Colour) -> bool:
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue < 140
