"""Maps and charts of one raster, or of the bands of a stack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.report.charts import (
    Mark,
    Slice,
    code_bars_svg,
    histogram_svg,
)
from redline_plugin.core.report.counties import borders_of
from redline_plugin.core.report.legend import Shading
from redline_plugin.core.report.look import Figures, Look, codes_of, thin
from redline_plugin.core.report.mapsheet import MapSheet, map_svg
from redline_plugin.core.report.picture import class_picture, value_picture
from redline_plugin.core.report.room import Room
from redline_plugin.core.style import Colour, category
from redline_plugin.core.text import N_

LARGE_PIXELS = 660
SMALL_PIXELS = 280
TINY_PIXELS = 120
"""Along a picture's longer side: 1.4 times what it has on the screen, 150 to an inch on A4."""

LARGE_WIDTH = 718.0
SMALL_WIDTH = 344.0
_CODES_SHOWN = 14
_OTHER: Colour = (168, 168, 168)
_SENSITIVITY = (1.0, 5.0)
_LARGE_LEGEND = 26
_BAR_LETTERS = 26
_WIDE_FROM = 0x2E80
FEW_CLASSES = 6
"""So many classes are all named, also those that do not occur."""

OTHER_CODES = N_("other codes")


@dataclass(frozen=True)
class Drawn:
    """What is shown of a raster.

    Attributes:
        map: SVG, "" for a stack.
        chart: SVG, "" when there is nothing to count.
        panels: of a stack: a data link per band.
        beyond: share of values left out of the histogram.
    """

    map: str = ""
    chart: str = ""
    panels: tuple[str, ...] = ()
    beyond: float = 0.0


def shading_of(figures: Figures, ramp: str) -> Shading:
    """Return the colours' range: the middle 96 % of values, or an index's own range."""
    if ramp == "sensitivity" and figures.low >= _SENSITIVITY[0] and figures.high <= _SENSITIVITY[1]:
        return Shading(ramp, *_SENSITIVITY)
    low, high = figures.stretch
    return Shading(ramp, low, high, figures.low < low, figures.high > high)


def draw_quantity(
    looks: Sequence[Look],
    figures: Figures,
    ramp: str,
    title: str,
    unit: str,
    room: Room,
    marks: Sequence[Mark] = (),
    large: bool = False,
) -> Drawn:
    """Draw a quantity: a map, or for a stack a small picture per band; and a histogram."""
    shading = shading_of(figures, ramp)
    chart = histogram_svg(
        figures,
        shading,
        f"{room.words['histogram']}: {title}",
        unit or title,
        marks,
        width=SMALL_WIDTH,
        height=190.0 if large else 150.0,
    )
    beyond = figures.beyond / figures.count
    if len(looks) > 1:
        panels = tuple(
            value_picture(*thin(look, TINY_PIXELS), ramp, shading.low, shading.high)
            for look in looks
        )
        return Drawn("", chart, panels, beyond)
    values, valid = thin(looks[0], LARGE_PIXELS if large else SMALL_PIXELS)
    picture = value_picture(values, valid, ramp, shading.low, shading.high)
    sheet = _sheet(
        looks[0].grid, picture, title, unit if large else "", shading, values.shape, room, large
    )
    return Drawn(map_svg(sheet), chart, (), beyond)


def draw_classes(
    looks: Sequence[Look],
    titles: Mapping[int, str],
    colours: Mapping[int, Colour],
    name: str,
    room: Room,
    large: bool = False,
) -> Drawn:
    """Draw classes: a map, and a bar per class; ``titles`` also gives the order of the legend."""
    counts = codes_of(looks)
    if not counts:
        return Drawn()
    total = sum(counts.values())
    few = len(titles) <= FEW_CLASSES
    order = [code for code in titles if code in counts or (few and code in colours)]
    order += sorted(code for code in counts if code not in titles)
    if len(order) > _CODES_SHOWN:
        often = sorted(order, key=lambda code: (-counts.get(code, 0), code))[: _CODES_SHOWN - 1]
        order = [code for code in order if code in often]
    painted = {code: colours.get(code, category(place)) for place, code in enumerate(order)}
    others = {code: _OTHER for code in counts if code not in painted}
    named = [(titles.get(code, str(code)), painted[code]) for code in order]
    slices = [
        Slice(
            shortened(titles.get(code, str(code)), _BAR_LETTERS),
            counts.get(code, 0) / total,
            painted[code],
        )
        for code in order
    ]
    if others:
        rest = sum(counts[code] for code in others) / total
        named.append((room.translate(OTHER_CODES), _OTHER))
        slices.append(Slice(room.translate(OTHER_CODES), rest, _OTHER))
    chart = code_bars_svg(slices, f"{room.words['share_of_pixels']}: {name}", SMALL_WIDTH)
    values, valid = thin(looks[0], LARGE_PIXELS if large else SMALL_PIXELS)
    picture = class_picture(values, valid, {**painted, **others})
    # Beside a small map there is no room for names; the bars below it carry them.
    legend = [(shortened(text, _LARGE_LEGEND), colour) for text, colour in named if large]
    sheet = _sheet(looks[0].grid, picture, name, "", legend, values.shape, room, large)
    return Drawn(map_svg(sheet), chart)


def shortened(text: str, most: int) -> str:
    """Return a name that fits beside a map."""
    if sum(_width(letter) for letter in text) <= most:
        return text
    kept, used = "", 1
    for letter in text:
        used += _width(letter)
        if used > most:
            break
        kept += letter
    return kept.rstrip() + "…"


def _width(letter: str) -> int:
    """Return 2 for Chinese letters, which are twice as wide as Latin ones."""
    return 2 if ord(letter) >= _WIDE_FROM else 1


def _sheet(
    grid: Grid,
    picture: str,
    title: str,
    unit: str,
    legend: Shading | Sequence[tuple[str, Colour]],
    shape: tuple[int, ...],
    room: Room,
    large: bool,
) -> MapSheet:
    width = LARGE_WIDTH if large else SMALL_WIDTH
    areas = room.areas(grid)
    return MapSheet(
        grid,
        picture,
        room.shared,
        f"{room.words['map']}: {title}",
        unit,
        legend,
        room.words["no_data"],
        borders_of(areas, grid, width, large) if areas else (),
        width,
        440.0 if large else 230.0,
        172.0 if large else 126.0,
        coordinates=large,
        coarse=max(shape) < (LARGE_PIXELS if large else SMALL_PIXELS) // 2,
    )


@gdal_exceptions()
def table_colours(path: str, band: int, codes: Sequence[int]) -> dict[int, Colour]:
    """Return the colours that a file has for its codes, none when it has no table of them."""
    # The file must stay open as long as its table is used.
    dataset = gdal.OpenEx(path, gdal.OF_RASTER)
    table = dataset.GetRasterBand(band).GetColorTable()
    if table is None:
        return {}
    found = {}
    for code in codes:
        if 0 <= code < table.GetCount():
            entry = table.GetColorEntry(code)
            if entry[3]:
                found[code] = (entry[0], entry[1], entry[2])
    return found
