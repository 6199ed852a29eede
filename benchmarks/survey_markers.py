"""Markers of a province's line: python -m benchmarks.survey_markers --help.

The line is a net of cells whose edges are waves; roads, paths and rivers cross it, some of them run
along it for a while, and lakes lie on it. The slope is a raster of waves. Told are the time and the
memory of each step, how many markers there are, how many are needed at least, and what the
independent check finds.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

import numpy as np
import shapely
from osgeo import gdal, osr

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.survey.blocks import line_from
from redline_plugin.core.survey.line import Block
from redline_plugin.core.survey.placing.corners import Points
from redline_plugin.core.survey.placing.exceptions import exceptions_of
from redline_plugin.core.survey.placing.existing import Existing
from redline_plugin.core.survey.placing.located import belt_of, located
from redline_plugin.core.survey.placing.place import place_markers
from redline_plugin.core.survey.placing.rows import marker_rows
from redline_plugin.core.survey.placing.sentences import Words
from redline_plugin.core.survey.placing.slopes import Slopes
from redline_plugin.core.survey.placing.things import Things
from redline_plugin.core.survey.rulesfile import load_rules
from redline_plugin.core.survey.turning import turning_points

CRS = "EPSG:4524"
EAST, NORTH = 36_300_000.0, 3_300_000.0
SIZE, STEP, WAVE = 4000.0, 50.0, 150.0
PIXEL = 250.0
Result = TypeVar("Result")


def waves(rng: np.random.Generator, count: int, points: int) -> np.ndarray:
    """Return offsets (count, points) of wavy edges, nothing at their ends."""
    t = np.linspace(0.0, 1.0, points)
    found = sum(
        rng.normal(size=(count, 1)) * np.sin(np.pi * k * t + rng.uniform(0.0, 6.3, (count, 1))) / k
        for k in (2, 3, 5, 9, 17)
    )
    return found * WAVE * np.minimum(1.0, 10.0 * np.minimum(t, 1.0 - t))


def net(side: int, rng: np.random.Generator) -> list[shapely.Polygon]:
    """Return side x side cells that share their edges."""
    points = round(SIZE / STEP) + 1
    way = np.linspace(0.0, SIZE, points)
    level = waves(rng, (side + 1) * side, points).reshape(side + 1, side, points)
    upright = waves(rng, (side + 1) * side, points).reshape(side, side + 1, points)
    cells = []
    for row in range(side):
        for column in range(side):
            x, y = EAST + column * SIZE, NORTH + row * SIZE
            south = np.c_[x + way, y + level[row, column]]
            north = np.c_[x + way, y + SIZE + level[row + 1, column]]
            west = np.c_[x + upright[row, column], y + way]
            east = np.c_[x + SIZE + upright[row, column + 1], y + way]
            ring = np.concatenate([south[:-1], east[:-1], north[:0:-1], west[:0:-1]])
            cells.append(shapely.Polygon(ring))
    return cells


def things(side: int, rng: np.random.Generator) -> Things:
    """Return roads, paths and rivers over the net, and lakes on it."""
    whole = side * SIZE
    points = side * 20 + 1
    way = np.linspace(0.0, whole, points)

    def lines(count: int) -> np.ndarray:
        found = []
        for number in range(count):
            offset = rng.uniform(0.0, whole) + 3.0 * waves(rng, 1, points)[0]
            xy = (way, offset) if number % 2 else (offset, way)
            found.append(np.c_[EAST + xy[0], NORTH + xy[1]])
        return shapely.linestrings(np.stack(found))

    lakes = shapely.buffer(
        shapely.points(
            np.c_[EAST + rng.uniform(0, whole, side), NORTH + rng.uniform(0, whole, side)]
        ),
        rng.uniform(100.0, 900.0, side),
    )
    return Things(
        {
            "road": lines(2 * side),
            "path": lines(4 * side),
            "river": lines(2 * side),
            "water": as_shapes(lakes),
        }
    )


def slopes(side: int, rng: np.random.Generator) -> Slopes:
    """Return the slope of made-up ground."""
    pixels = int(side * SIZE / PIXEL) + 40
    x = np.arange(pixels)
    values = sum(
        np.outer(np.sin(x / p + rng.uniform(0, 6)), np.cos(x / q + rng.uniform(0, 6)))
        for p, q in ((31, 17), (7, 11), (3, 5))
    )
    path = "/vsimem/slope.tif"
    file = gdal.GetDriverByName("GTiff").Create(path, pixels, pixels, 1, gdal.GDT_Float32)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4524)
    file.SetProjection(reference.ExportToWkt())
    file.SetGeoTransform((EAST - 20 * PIXEL, PIXEL, 0, NORTH + (pixels - 20) * PIXEL, 0, -PIXEL))
    file.GetRasterBand(1).WriteArray((12.0 + 9.0 * values).clip(0, 60))
    file = None
    return Slopes(RasterSource(path), CRS, elevation=False)


def main() -> None:
    parser = argparse.ArgumentParser(prog="survey_markers", description=__doc__)
    parser.add_argument("--side", type=int, default=20, help="cells on a side of the net (20)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    gdal.UseExceptions()
    rng = np.random.default_rng(options.seed)
    rules = load_rules()
    polygons = as_shapes(net(options.side, rng))
    blocks = [Block(f"990101{number:06d}", "", "990101") for number in range(len(polygons))]
    around, ground = things(options.side, rng), slopes(options.side, rng)
    rows = []

    def timed(step: str, work: Callable[[], Result]) -> Result:
        start = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0
        rows.append(f"| {step} | {seconds:.2f} | {peak:.0f} |")
        return result

    line = timed(
        "blocks to line",
        lambda: line_from(polygons, np.arange(len(polygons)), blocks, CRS, Quiet()),
    )
    found = timed("turning points", lambda: turning_points(line, rules))
    points = Points(found.arc, found.measure, found.angle, ("",) * len(found.arc))
    placed = timed("place", lambda: place_markers(line, rules, around, ground, points))
    made = timed("rows", lambda: marker_rows(placed, [], Words(str)))
    made, _ = timed(
        "coordinates",
        lambda: located(made, CRS, rules.turning, belt_of(line, rules.turning)),
    )
    wrong = timed("check", lambda: exceptions_of(placed, points, made, Quiet()))
    earlier = Existing(
        [row.marker for row in made], np.array([row.place for row in made]).reshape(-1, 2)
    )
    again = timed(
        "place again, with the earlier markers",
        lambda: place_markers(line, rules, around, ground, points, earlier),
    )
    same = timed("rows again", lambda: marker_rows(again, [], Words(str)))
    if [(row.marker.marker, row.place) for row in same] != [
        (row.marker.marker, row.place) for row in made
    ]:
        raise SystemExit("a rerun changed markers")
    kilometres = float(placed.scene.course.length.sum()) / 1000.0
    print(
        f"{len(polygons)} blocks, {kilometres:.0f} km, {len(line.points)} vertices, "
        f"{len(points)} turning points, {placed.crossings} crossings: {len(placed.sites)} markers, "
        f"{placed.fewest} are needed at least "
        f"({dict(Counter(site.kind for site in placed.sites))}); exceptions: "
        f"{dict(Counter(one.rule for one in wrong))}.\n",
        "| step | s | peak MiB |\n|---|---|---|\n" + "\n".join(rows),
        sep="\n",
        file=sys.stdout,
    )


if __name__ == "__main__":
    main()
