"""A map as SVG: picture, frame with coordinates, borders, and the legend beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.report.legend import EMPTY, SOFT, Legend, Shading, draw_legend
from redline_plugin.core.report.shared import Shared
from redline_plugin.core.report.svg import (
    INK,
    document,
    element,
    label,
    line,
    nice_step,
    tick_text,
    ticks,
)
from redline_plugin.core.style import Colour


@dataclass(frozen=True)
class Border:
    """An outline: rings of map coordinates, and its name with the place to write it."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    name: str = ""
    place: tuple[float, float] | None = None


@dataclass(frozen=True)
class MapSheet:
    """What is drawn.

    Attributes:
        grid: extent and CRS of the picture.
        picture: data link of the PNG that fills the extent.
        shared: takes the picture and the borders, which other maps of the page show, too.
        name: for those who do not see it.
        legend_title: unit or kind of class.
        legend: a shading, or class names with colours.
        no_data: the word for it.
        borders: over the picture.
        width: of the whole, in CSS pixels.
        height: of the map at most.
        legend_width: of the column beside the map.
        coordinates: whether the frame carries ticks.
        coarse: whether the picture's pixels are to stay visible.
    """

    grid: Grid
    picture: str
    shared: Shared
    name: str
    legend_title: str
    legend: Shading | Sequence[tuple[str, Colour]]
    no_data: str
    borders: Sequence[Border] = field(default=())
    width: float = 720.0
    height: float = 470.0
    legend_width: float = 170.0
    coordinates: bool = True
    coarse: bool = False


@dataclass(frozen=True)
class _Frame:
    """Where the map lies in the drawing, and the ground it shows."""

    x: float
    y: float
    width: float
    height: float
    bounds: tuple[float, float, float, float]

    def at(self, east: float, north: float) -> tuple[float, float]:
        west, south, right, top = self.bounds
        return (
            self.x + (east - west) / (right - west) * self.width,
            self.y + (top - north) / (top - south) * self.height,
        )


def map_svg(sheet: MapSheet) -> str:
    """Draw the sheet."""
    left, bottom = (58.0, 26.0) if sheet.coordinates else (1.0, 1.0)
    top = 6.0 if sheet.coordinates else 1.0
    gap = 16.0
    room = sheet.width - left - gap - sheet.legend_width
    ratio = _shape(sheet.grid)
    width = min(room, sheet.height * ratio)
    height = width / ratio
    frame = _Frame(left, top, width, height, sheet.grid.bounds)
    body = [_ground(frame)]
    body.append(
        element(
            "use",
            {
                "href": f"#{sheet.shared.picture(sheet.picture)}",
                "transform": f"translate({frame.x:.2f} {frame.y:.2f}) scale({width:.2f} {height:.2f})",
                **({"style": "image-rendering:pixelated"} if sheet.coarse else {}),
            },
        )
    )
    body += _borders(sheet, frame)
    body.append(
        element(
            "rect",
            {
                "x": frame.x,
                "y": frame.y,
                "width": width,
                "height": height,
                "fill": "none",
                "stroke": INK,
                "stroke_width": 1.0,
            },
        )
    )
    if sheet.coordinates:
        body += _coordinates(sheet.grid, frame)
    middle = sheet.grid.height // 2
    pixel = float(sheet.grid.cell_sizes(middle, middle + 1)[0][0])
    column = Legend(
        sheet.legend_title,
        sheet.legend,
        sheet.no_data,
        sheet.legend_width,
        pixel * sheet.grid.width,
        width,
    )
    legend, used = draw_legend(column, frame.x + width + gap, frame.y)
    body += legend
    total = left + width + gap + sheet.legend_width
    return document(total, max(top + height + bottom, top + used + 4.0), sheet.name, body)


def _shape(grid: Grid) -> float:
    """Return width by height of the ground."""
    west, south, east, north = grid.bounds
    ratio = (east - west) / (north - south)
    if grid.is_geographic:
        middle = math.radians(max(-85.0, min(85.0, (south + north) / 2)))
        ratio *= math.cos(middle)
    return max(0.05, min(ratio, 20.0))


def _ground(frame: _Frame) -> str:
    return element(
        "rect",
        {
            "x": frame.x,
            "y": frame.y,
            "width": frame.width,
            "height": frame.height,
            "fill": EMPTY,
        },
    )


def _borders(sheet: MapSheet, frame: _Frame) -> list[str]:
    drawn, names = [], []
    for border in sheet.borders:
        path = "".join(_ring([frame.at(*point) for point in ring]) for ring in border.rings)
        if path:
            drawn.append(path)
        if border.place is not None and border.name:
            x, y = frame.at(*border.place)
            # Twice: a halo, then the name.
            halo: dict[str, object] = {
                "text_anchor": "middle",
                "font_size": 12.5,
                "fill": "#ffffff",
                "stroke": "#ffffff",
                "stroke_width": 3.0,
                "stroke_linejoin": "round",
            }
            names.append(label(x, y + 4.0, border.name, **halo))
            ink: dict[str, object] = {"text_anchor": "middle", "font_size": 12.5, "fill": INK}
            names.append(label(x, y + 4.0, border.name, **ink))
    if not drawn:
        return []
    outline = f"#{sheet.shared.outline(''.join(drawn))}"
    clip = element(
        "svg",
        {
            "x": frame.x,
            "y": frame.y,
            "width": frame.width,
            "height": frame.height,
            "viewBox": f"{frame.x:.2f} {frame.y:.2f} {frame.width:.2f} {frame.height:.2f}",
        },
        element(
            "use",
            {
                "href": outline,
                "fill": "none",
                "stroke": "#ffffff",
                "stroke_width": 2.6,
                "stroke_opacity": 0.75,
            },
        ),
        element("use", {"href": outline, "fill": "none", "stroke": INK, "stroke_width": 1.0}),
        *names,
    )
    return [clip]


def _ring(points: Sequence[tuple[float, float]]) -> str:
    """Return a closed line in steps of whole tenths, which are shorter to write than places."""
    tenths = [(round(10 * x), round(10 * y)) for x, y in points]
    steps = [
        f"{(x - before_x) / 10:g} {(y - before_y) / 10:g}"
        for (before_x, before_y), (x, y) in zip(tenths, tenths[1:])
        if (x, y) != (before_x, before_y)
    ]
    return f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l{' '.join(steps)}z" if steps else ""


def _coordinates(grid: Grid, frame: _Frame) -> list[str]:
    """Draw ticks: degrees, or kilometres in a projected CRS."""
    west, south, east, north = frame.bounds
    unit, sign = (1.0, "°") if grid.is_geographic else (1000.0 / _linear_unit(grid), "")
    body = []
    text: dict[str, object] = {"font_size": 10.5, "fill": SOFT}
    along = ticks(west / unit, east / unit, max(2, int(frame.width / 90)))
    step = nice_step((east - west) / unit, max(2, int(frame.width / 90)))
    base = frame.y + frame.height
    if not sign:
        body.append(label(frame.x - 8.0, base + 17.0, "km", text_anchor="end", **text))
    for value in along:
        x, _ = frame.at(value * unit, south)
        body.append(line(x, base, x, base + 5.0))
        name = tick_text(value, step) + sign
        body.append(label(x, base + 17.0, name, text_anchor="middle", **text))
    step = nice_step((north - south) / unit, max(2, int(frame.height / 70)))
    for value in ticks(south / unit, north / unit, max(2, int(frame.height / 70))):
        _, y = frame.at(west, value * unit)
        body.append(line(frame.x - 5.0, y, frame.x, y))
        name = tick_text(value, step) + sign
        body.append(label(frame.x - 8.0, y + 3.5, name, text_anchor="end", **text))
    return body


def _linear_unit(grid: Grid) -> float:
    return float(grid.spatial_reference.GetLinearUnits()) or 1.0
