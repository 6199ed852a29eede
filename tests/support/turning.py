"""Made-up red lines for the tests of turning points."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import shapely

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.survey.line import Block, Line, line_of
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.core.survey.rulesfile import load_rules

CRS = "EPSG:4524"
EAST, NORTH = 36_400_000.0, 3_500_000.0
FINE = 64.0
"""Coordinates are whole 64ths of a metre: a shift by whole metres changes no difference of theirs."""


def coverage(seed: int, side: int, steps: int, rough: float, size: float = 256.0) -> np.ndarray:
    """Return side x side cells whose edges are waves: the same for both neighbours."""
    rng = np.random.default_rng(seed)
    t = np.linspace(0.0, 1.0, steps + 1)

    def waves(rows: int, columns: int) -> np.ndarray:
        shape = (rows, columns, 1)
        wave = sum(
            rng.normal(size=shape) * np.sin(np.pi * k * t + rng.uniform(0.0, 6.0, shape)) / k
            for k in (2, 3, 5, 9)
        )
        return wave * rough * np.minimum(1.0, 6.0 * np.minimum(t, 1.0 - t))

    level, upright = waves(side + 1, side), waves(side, side + 1)
    way = t * size
    cells = []
    for row, column in itertools.product(range(side), range(side)):
        x, y = EAST + column * size, NORTH + row * size
        south = np.c_[x + way, y + level[row, column]]
        north = np.c_[x + way, y + size + level[row + 1, column]]
        west = np.c_[x + upright[row, column], y + way]
        east = np.c_[x + size + upright[row, column + 1], y + way]
        ring = np.concatenate([south[:-1], east[:-1], north[:0:-1], west[:0:-1]])
        cells.append(shapely.Polygon(np.round(ring * FINE) / FINE))
    return as_shapes(cells)


def line_with(polygons, codes=None, counties=None, stretches=None, kinds=()) -> Line:
    codes = codes or [f"{number:03d}" for number in range(1, len(polygons) + 1)]
    counties = counties or [""] * len(polygons)
    blocks = [Block(code, "", county) for code, county in zip(codes, counties)]
    return line_of(
        as_shapes(polygons),
        np.arange(len(polygons)),
        blocks,
        CRS,
        None if stretches is None else as_shapes(stretches),
        kinds,
    )


def rules(tolerance: float = 2.0, corner: float = 45.0, base: float = 20.0) -> SurveyRules:
    found = load_rules()
    turning = found.turning
    return replace(
        found,
        turning=replace(
            turning,
            tolerance_m=replace(turning.tolerance_m, value=tolerance),
            corner_deg=replace(turning.corner_deg, value=corner),
            corner_base_m=replace(turning.corner_base_m, value=base),
        ),
    )


def whole(shape: shapely.Geometry) -> shapely.Geometry:
    """Return a shape moved to where red lines are."""
    return shapely.transform(shape, lambda xy: xy + np.array([EAST, NORTH]))


def worst(points: np.ndarray, chosen: list[int]) -> float:
    """Return how far vertices lie from the sides between chosen ones, by Shapely."""
    most = 0.0
    for a, b in zip(chosen, chosen[1:]):
        if np.array_equal(points[a], points[b]):
            return np.inf
        side = shapely.LineString([points[a], points[b]])
        for between in points[a + 1 : b]:
            most = max(most, shapely.distance(side, shapely.Point(between)))
    return most


def brute_force(points: np.ndarray, tolerance: float) -> int:
    """Return the fewest sides of a path over vertices that are near enough: all of them are tried."""
    inner = range(1, len(points) - 1)
    for count in range(len(points) - 1):
        for between in itertools.combinations(inner, count):
            if worst(points, [0, *between, len(points) - 1]) <= tolerance:
                return count + 1
    raise AssertionError("all vertices are near enough")
