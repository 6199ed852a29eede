"""The column beside a map: north arrow, scale bar, colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redline_plugin.core.report.svg import (
    INK,
    element,
    label,
    line,
    nice_step,
    round_below,
    tick_text,
    ticks,
)
from redline_plugin.core.style import RAMPS, VALUE, Colour, as_hex

SOFT = "#5d6b64"
HAIR = "#9aa8a1"
EMPTY = "#e6eae8"
EMPTY_EDGE = "#c3ccc7"

_LEGEND_ROW = 19.0
_BAR_HEIGHT = 130.0


@dataclass(frozen=True)
class Shading:
    """The legend of a quantity: its ramp between two values."""

    ramp: str
    low: float
    high: float
    below: bool = False
    above: bool = False


@dataclass(frozen=True)
class Legend:
    """The column beside a map.

    Attributes:
        title: unit or kind of class.
        content: a shading, or class names with colours.
        no_data: the word for it.
        width: of the column.
        metres: on the ground from the map's left to its right edge, in its middle.
        drawn: the same in the drawing.
    """

    title: str
    content: Shading | Sequence[tuple[str, Colour]]
    no_data: str
    width: float
    metres: float
    drawn: float


def draw_legend(legend: Legend, x: float, y: float) -> tuple[list[str], float]:
    """Return the column's elements and its height: north arrow, scale bar, colours."""
    body = [_arrow(x + 10.0, y), *_scale_bar(legend, x + 40.0, y + 20.0)]
    place = y + 58.0
    if legend.title:
        body.append(label(x, place, legend.title, font_size=11.5, fill=INK, font_weight="600"))
        place += 12.0
    if isinstance(legend.content, Shading):
        body += _colour_bar(legend.content, x, place)
        place += _BAR_HEIGHT + 18.0
    else:
        for name, colour in legend.content:
            body.append(_box(x, place, as_hex(colour), HAIR))
            body.append(label(x + 24.0, place + 11.0, name, font_size=11.5, fill=INK))
            place += _LEGEND_ROW
        place += 2.0
    body.append(_box(x, place, EMPTY, EMPTY_EDGE))
    body.append(label(x + 24.0, place + 11.0, legend.no_data, font_size=11.5, fill=SOFT))
    return body, place + 20.0 - y


def _box(x: float, y: float, fill: str, edge: str) -> str:
    return element(
        "rect",
        {"x": x, "y": y, "width": 17.0, "height": 13.0, "fill": fill, "stroke": edge},
    )


def _colour_bar(shading: Shading, x: float, y: float) -> list[str]:
    body = [
        element(
            "rect",
            {
                "x": x,
                "y": y,
                "width": 17.0,
                "height": _BAR_HEIGHT,
                "fill": f"url(#{_gradient_id(shading.ramp)})",
                "stroke": HAIR,
            },
        ),
    ]
    low, high = shading.low, shading.high
    if high <= low:
        middle = y + _BAR_HEIGHT / 2
        body.append(label(x + 26.0, middle + 4.0, f"{low:.6g}", font_size=11.0, fill=INK))
        return body
    step = nice_step(high - low, 5)
    for value in ticks(low, high, 5):
        height = y + _BAR_HEIGHT * (1 - (value - low) / (high - low))
        body.append(line(x + 17.0, height, x + 21.0, height))
        body.append(label(x + 25.0, height + 4.0, tick_text(value, step), font_size=11.0, fill=INK))
    # Arrows: there are values beyond the ends.
    if shading.above:
        body.append(_arrowhead(x + 8.5, y - 7.0, y - 1.0))
    if shading.below:
        body.append(_arrowhead(x + 8.5, y + _BAR_HEIGHT + 7.0, y + _BAR_HEIGHT + 1.0))
    return body


def _gradient_id(ramp: str) -> str:
    return f"ramp-{ramp if ramp in RAMPS else VALUE}"


def gradients_svg() -> str:
    """Return the ramps that the maps' legends refer to: once in a page, and not seen."""
    gradients = []
    for name, ramp in RAMPS.items():
        stops = [
            element("stop", {"offset": place, "stop_color": as_hex(colour)})
            for place, colour in ramp.colours
        ]
        where = {"id": _gradient_id(name), "x1": 0, "y1": 1, "x2": 0, "y2": 0}
        gradients.append(element("linearGradient", where, *stops))
    hidden = {"width": 0, "height": 0, "aria_hidden": "true", "style": "position:absolute"}
    return element("svg", hidden, element("defs", {}, *gradients))


def _arrowhead(x: float, tip: float, base: float) -> str:
    path = f"M{x:.2f} {tip:.2f}L{x + 6:.2f} {base:.2f}L{x - 6:.2f} {base:.2f}Z"
    return element("path", {"d": path, "fill": SOFT})


def _arrow(x: float, y: float) -> str:
    """Draw the north arrow; grids are north-up."""
    return element(
        "g",
        {},
        element(
            "path",
            {
                "d": f"M{x:.2f} {y:.2f}l6.5 22l-6.5 -5l-6.5 5z",
                "fill": INK,
            },
        ),
        label(x, y + 34.0, "N", text_anchor="middle", font_size=11.0, fill=INK, font_weight="600"),
    )


def _scale_bar(legend: Legend, x: float, y: float) -> list[str]:
    """Draw a bar of a round length; true in the middle row of the map."""
    if not legend.metres > 0:
        return []
    most = legend.width - 66.0
    per_metre = legend.drawn / legend.metres
    length = round_below(most / per_metre)
    width = length * per_metre
    kilometres = length >= 1000
    text = f"{length / 1000:g} km" if kilometres else f"{length:g} m"
    half = width / 2
    return [
        element("rect", {"x": x, "y": y, "width": half, "height": 5.0, "fill": INK, "stroke": INK}),
        element(
            "rect",
            {"x": x + half, "y": y, "width": half, "height": 5.0, "fill": "#ffffff", "stroke": INK},
        ),
        label(x, y - 5.0, "0", font_size=10.5, fill=SOFT, text_anchor="middle"),
        label(x + width, y - 5.0, text, font_size=10.5, fill=SOFT, text_anchor="middle"),
    ]
