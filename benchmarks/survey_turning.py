"""Turning points of a province's line: python -m benchmarks.survey_turning --help.

The line is a net of cells whose edges are waves with a vertex every ten metres: as dense as natural
lines of a map 1:10,000, and without corners, which is the slow case, since nothing cuts it into
pieces. Beside the fewest points, those of Douglas and Peucker (Shapely's simplify) are counted between
the same places that stay.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import numpy as np
import shapely

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.blocks import line_from
from redline_plugin.core.survey.line import Block, Line
from redline_plugin.core.survey.rulesfile import load_rules
from redline_plugin.core.survey.sides import rings_of, side_lengths, sides_of_rings
from redline_plugin.core.survey.turning import turning_points
from redline_plugin.core.survey.turningnumbers import Previous, number_points
from redline_plugin.core.survey.turningrows import point_rows

CRS = "EPSG:4524"
EAST, NORTH = 36_300_000.0, 3_300_000.0
SIZE, STEP, WAVE = 2000.0, 10.0, 60.0
Result = TypeVar("Result")


def net(side: int, seed: int) -> list[shapely.Polygon]:
    """Return side x side cells that share their edges."""
    rng = np.random.default_rng(seed)
    t = np.linspace(0.0, 1.0, round(SIZE / STEP) + 1)

    def waves(rows: int, columns: int) -> np.ndarray:
        shape = (rows, columns, 1)
        found = sum(
            rng.normal(size=shape) * np.sin(np.pi * k * t + rng.uniform(0.0, 6.3, shape)) / k
            for k in (3, 7, 15, 31, 63)
        )
        return found * WAVE * np.minimum(1.0, 10.0 * np.minimum(t, 1.0 - t))

    level, upright = waves(side + 1, side), waves(side, side + 1)
    way = t * SIZE
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


def douglas_peucker(line: Line, tolerance: float) -> int:
    """Return how many sides Douglas and Peucker need between junctions."""
    lines = shapely.simplify(line.lines(), tolerance, preserve_topology=False)
    return int(shapely.get_num_coordinates(lines).sum()) - line.count


def main() -> None:
    parser = argparse.ArgumentParser(prog="survey_turning", description=__doc__)
    parser.add_argument("--side", type=int, default=60, help="cells on a side of the net (60)")
    parser.add_argument("--tolerance", type=float, default=2.0, help="metres (2)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = load_rules()
    turning = found.turning
    rules = replace(
        found,
        turning=replace(
            turning,
            tolerance_m=replace(turning.tolerance_m, value=options.tolerance),
            corner_deg=replace(turning.corner_deg, value=180.0),
        ),
    )
    polygons = as_shapes(net(options.side, options.seed))
    blocks = [Block(f"990101{number:06d}", "", "990101") for number in range(len(polygons))]
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
    places = timed("turning points", lambda: turning_points(line, rules))
    rings = timed("rings", lambda: rings_of(line, places))
    sides = timed("sides", lambda: sides_of_rings(line, places, rings))
    pattern = str(rules.turning.number.value)
    numbered = timed("numbers", lambda: number_points(line, places, rings, pattern))
    made, _ = timed(
        "rows with coordinates",
        lambda: point_rows(line, places, rings, sides, numbered, rules.turning, None, str),
    )
    previous = Previous([point for point, _ in made], places.points[numbered.order])
    again = timed(
        "numbers kept from an earlier layer",
        lambda: number_points(line, places, rings, pattern, previous),
    )
    timed("lengths on the ellipsoid", lambda: side_lengths(places, sides, CRS))
    if again.number != numbered.number:
        raise SystemExit("numbers changed")
    own = sum(len(ids) - 1 for ids in places.on_arc)
    other = douglas_peucker(line, options.tolerance)
    kilometres = sum(line.length(arc) for arc in range(line.count)) / 1000.0
    print(
        f"{len(polygons)} blocks, {kilometres:.0f} km, {len(line.points)} vertices: "
        f"{len(places.points)} turning points within {options.tolerance:g} m "
        f"(largest {places.largest_departure:.3f} m, mean {places.mean_departure:.3f} m, "
        f"{places.put_back} put back). Sides: {own}; Douglas and Peucker {other} "
        f"({100.0 * (other / own - 1.0):+.1f} %).\n",
        "| step | s | peak MiB |\n|---|---|---|\n" + "\n".join(rows),
        sep="\n",
        file=sys.stdout,
    )


if __name__ == "__main__":
    main()
