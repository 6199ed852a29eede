"""All differences as points round the designed place: what points one way is seen at once."""

from __future__ import annotations

import numpy as np

from redline_plugin.core.report.svg import INK, document, element, label, line, nice_step, tick_text
from redline_plugin.core.survey.marker import ACCEPTED
from redline_plugin.core.survey.results import BEYOND, UNSURE, VERDICT_TITLES, Results
from redline_plugin.core.survey.resultsshift import Shift
from redline_plugin.core.text import N_, Translate, msg

_COLOURS = {ACCEPTED: "#2f7d4f", BEYOND: "#c0392b", UNSURE: "#c98a12"}
_SIZE, _EDGE, _LEGEND = 340.0, 24.0, 96.0
_MOST_POINTS = 3000
_MOST_CIRCLES = 3


def scatter_svg(results: Results, shift: Shift, translate: Translate) -> str:
    """Return a picture of the differences, east to the right; "" without any."""
    there = np.flatnonzero(np.isfinite(results.distance))
    if len(there) == 0:
        return ""
    limits = sorted(set(results.limit[there].tolist()))
    good = results.compared
    wide = float(results.distance[good].max()) if len(good) else 0.0
    reach = 1.1 * min(max(wide, limits[0]), max(3.0 * limits[-1], shift.size_m * 2.0))
    middle = _EDGE + _SIZE / 2.0
    scale = _SIZE / 2.0 / reach
    parts = [
        element(
            "rect",
            {"x": _EDGE, "y": _EDGE, "width": _SIZE, "height": _SIZE, "fill": "#fafbf9"},
        ),
        line(_EDGE, middle, _EDGE + _SIZE, middle, 0.5),
        line(middle, _EDGE, middle, _EDGE + _SIZE, 0.5),
    ]
    circles = [limit for limit in limits if limit < reach * 1.4][:_MOST_CIRCLES]
    for limit in circles:
        parts.append(
            element(
                "circle",
                {
                    "cx": middle,
                    "cy": middle,
                    "r": limit * scale,
                    "fill": "none",
                    "stroke": "#777777",
                    "stroke_dasharray": "4 3",
                    "stroke_width": 1,
                },
            )
        )
        parts.append(
            label(
                middle + 3.0,
                middle - limit * scale - 3.0,
                f"{limit:g} m",
                font_size=10,
                fill="#666666",
            )
        )
    parts += _points(results, there, middle, scale, reach)
    if shift.systematic:
        x, y = middle + shift.mean[0] * scale, middle - shift.mean[1] * scale
        parts.append(
            element(
                "path",
                {
                    "d": f"M{middle:.2f} {middle:.2f}L{x:.2f} {y:.2f}",
                    "stroke": "#1d4fa0",
                    "stroke_width": 2.5,
                },
            )
        )
        parts.append(element("circle", {"cx": x, "cy": y, "r": 4, "fill": "#1d4fa0"}))
    parts += _axes(middle, scale, reach, translate)
    parts += _legend(results, int((results.distance[there] > reach).sum()), shift, translate)
    clip = element(
        "clipPath",
        {"id": "frame"},
        element("rect", {"x": _EDGE, "y": _EDGE, "width": _SIZE, "height": _SIZE}),
    )
    name = translate(N_("Differences round the designed place"))
    return document(_SIZE + 2 * _EDGE, _SIZE + 2 * _EDGE + _LEGEND, name, [clip, *parts])


def _points(
    results: Results, there: np.ndarray, middle: float, scale: float, reach: float
) -> list[str]:
    shown = there[results.distance[there] <= reach * 1.41]
    step = max(1, len(shown) // _MOST_POINTS)
    found = []
    for at in shown[::step].tolist():
        x = middle + results.delta[at, 0] * scale
        y = middle - results.delta[at, 1] * scale
        colour = _COLOURS.get(results.verdict[at], "#777777")
        found.append(
            element(
                "circle",
                {
                    "cx": x,
                    "cy": y,
                    "r": 2.4,
                    "fill": colour,
                    "fill_opacity": 0.65,
                    "clip_path": "url(#frame)",
                },
            )
        )
    return found


def _axes(middle: float, scale: float, reach: float, translate: Translate) -> list[str]:
    step = nice_step(reach, 2)
    found = []
    value = step
    while value < reach * 0.98:
        for sign in (-1.0, 1.0):
            x = middle + sign * value * scale
            found.append(line(x, middle - 3.0, x, middle + 3.0, 0.8))
            found.append(
                label(
                    x,
                    middle + 14.0,
                    tick_text(sign * value, step),
                    font_size=9,
                    text_anchor="middle",
                    fill="#555555",
                )
            )
        value += step
    east, north = translate(N_("East")), translate(N_("North"))
    found.append(label(middle, _EDGE - 8.0, north, font_size=11, text_anchor="middle", fill=INK))
    found.append(
        label(_EDGE + _SIZE - 4.0, middle - 6.0, east, font_size=11, text_anchor="end", fill=INK)
    )
    return found


def _legend(results: Results, beyond: int, shift: Shift, translate: Translate) -> list[str]:
    top = _SIZE + 2 * _EDGE
    found = []
    for verdict, colour in _COLOURS.items():
        if verdict in results.verdict:
            found.append(
                element("circle", {"cx": _EDGE + 6, "cy": top - 4, "r": 4, "fill": colour})
            )
            found.append(
                label(_EDGE + 16, top, translate(VERDICT_TITLES[verdict]), font_size=11, fill=INK)
            )
            top += 18.0
    if shift.systematic:
        found.append(element("circle", {"cx": _EDGE + 6, "cy": top - 4, "r": 4, "fill": "#1d4fa0"}))
        found.append(label(_EDGE + 16, top, translate(N_("mean of all")), font_size=11, fill=INK))
        top += 18.0
    if beyond:
        text = msg("{count} lie outside of the picture", count=beyond).render(translate)
        found.append(label(_EDGE + 2, top, text, font_size=11, fill="#666666"))
    return found
