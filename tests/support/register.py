"""A made-up red line with common edges, a hole and an island, and registers on it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.polygon import orient

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.survey.line import Block, Line, line_of
from redline_plugin.core.survey.linefile import Terrains
from redline_plugin.core.survey.marker import PLANNED, SOLID, Marker
from redline_plugin.core.survey.register import Register, create
from redline_plugin.core.survey.rules import DEFAULT, FOLDER

CRS = "EPSG:4523"
X, Y = 35_500_000.0, 3_400_000.0
RULES = (FOLDER / f"{DEFAULT}.yaml").read_text(encoding="utf-8")

SHAPES = {
    # All clockwise from the north-west. A with a hole, of which C fills the lower half; B beside A; D by itself, with three corners.
    "990101110001": shapely.Polygon(
        [(0, 1000), (1000, 1000), (1000, 0), (0, 0)],
        [[(300, 300), (600, 300), (600, 600), (300, 600)]],
    ),
    "990101110002": shapely.Polygon([(1000, 1000), (2000, 1000), (2000, 0), (1000, 0)]),
    "990101110003": shapely.box(300, 300, 600, 450),
    "990101110004": shapely.Polygon([(3000, 900), (4200, 0), (3000, 0)]),
}
CODES = list(SHAPES)
A, B, C, D = CODES


def shapes() -> dict[str, shapely.Polygon]:
    """Return the blocks where they are."""
    return {
        code: shapely.transform(shape, lambda points: points + np.array([X, Y]))
        for code, shape in SHAPES.items()
    }


def kinds() -> tuple[np.ndarray, list[str]]:
    """Return lines that tell kinds of boundary: the south of A and B is natural, the east of A a road."""
    lines = [
        shapely.LineString([(X, Y), (X + 1000, Y), (X + 2000, Y)]),
        shapely.LineString([(X + 1000, Y), (X + 1000, Y + 1000)]),
    ]
    return as_shapes(lines), ["natural", "road"]


def made_line() -> Line:
    """Return the line of the blocks."""
    stretches, names = kinds()
    polygons = shapes()
    return line_of(
        as_shapes(polygons.values()),
        np.arange(len(polygons)),
        [Block(code, f"块{code[-1]}", "990101") for code in polygons],
        CRS,
        stretches,
        names,
    )


def made_terrains(line: Line) -> Terrains:
    """Return terrains: mountains in the north, flat in the south."""
    north = line.points[:, 1] >= Y + 500.0
    return Terrains(north.astype(np.int64) + 1, ("any", "flat", "mountain"))


def on_ring(line: Line, code: str, distances: list[float]) -> list[tuple[int, float]]:
    """Return arc and measure of places on a block's outline, distances from its north-west corner on."""
    ring = shapely.get_exterior_ring(orient(shapes()[code], -1.0))
    places = [shapely.line_interpolate_point(ring, each) for each in distances]
    arc, measure, _ = line.nearest(shapely.get_coordinates(places))
    return list(zip(arc.tolist(), measure.tolist()))


def placed(line: Line, places: list[tuple[str, int, float]], **more: object) -> list:
    """Return markers at places (block, arc, measure), numbered in their order."""
    found = []
    serial: dict[str, int] = {}
    for code, arc, measure in places:
        serial[code] = serial.get(code, 0) + 1
        point = line.place(np.array([arc]), np.array([measure]))[0]
        marker = Marker(
            f"{code}-{serial[code]:04d}",
            "",
            code,
            code,
            "990101",
            SOLID,
            PLANNED,
            "spacing",
            "最大间距",
            **more,
        )
        found.append((marker, tuple(point.tolist()), arc, measure))
    return found


def every(line: Line, code: str, step: float, start: float = 0.0) -> list[tuple[str, int, float]]:
    """Return places every so many metres on the outline of a block."""
    length = shapes()[code].exterior.length
    return [
        (code, *place)
        for place in on_ring(line, code, np.arange(start, length - 1e-6, step).tolist())
    ]


def made(path: Path, step: float = 400.0, **more: object) -> Register:
    """Return a register with markers every so many metres, those of common edges once."""
    line = made_line()
    places = every(line, A, step)
    there = {(arc, round(measure, 3)) for _, arc, measure in places}
    for code in (B, D):
        places += [
            one for one in every(line, code, step) if (one[1], round(one[2], 3)) not in there
        ]
    create(path, line, RULES, placed(line, places), **more)
    return Register(path)


def dump(register: Register) -> list:
    """Return all that steps may change, byte for byte."""
    return [
        register.store.execute("select * from markers order by id").fetchall(),
        register.store.execute("select * from numbers order by number").fetchall(),
    ]
