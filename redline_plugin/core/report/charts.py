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
    top = 10.0 + 15.0 * len(marks)
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
    for index, part in enumerate(share):
        if not part:
            continue
        middle = (float(edges[index]) + float(edges[index + 1])) / 2
        place = min(1.0, max(0.0, (middle - shading.low) / span)) if span > 0 else 0.5
        x = left + inner * index / len(share)
        bar = max(0.7, tall * min(float(part) / scale, 1.0))
        body.append(
            element(
                "rect",
                {
                    "x": x,
                    "y": top + tall - bar,
                    "width": max(0.6, inner / len(share) - 0.5),
                    "height": bar,
                    "fill": colours[round(place * (_SHADES - 1))],
                    "stroke": HAIR,
                    "stroke_width": 0.35,
                },
            )
        )
        if cut and part == highest:
            body.append(
                _cut_mark(x, inner / len(share), top, percent(highest, 1) + "%", left, inner)
            )
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
    for index, mark in enumerate(sorted(marks, key=lambda each: each.value)):
        body += _mark(
            mark, left + inner * (mark.value - first) / (last - first), index, top, tall, width
        )
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


def _mark(mark: Mark, x: float, index: int, top: float, tall: float, width: float) -> list[str]:
    y = 11.0 + 15.0 * index
    anchor = "start" if x < width / 2 else "end"
    shift = 4.0 if anchor == "start" else -4.0
    return [
        element(
            "path",
            {
                "d": f"M{x:.2f} {y - 8:.2f}L{x:.2f} {top + tall:.2f}",
                "stroke": "#b3261e",
                "stroke_width": 1.3,
                "stroke_dasharray": "4 2",
            },
        ),
        label(x + shift, y, mark.text, text_anchor=anchor, font_size=10.5, fill="#8f1d17"),
    ]


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
