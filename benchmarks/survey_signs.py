"""Signs of a province, and routes of its markers: python -m benchmarks.survey_signs --help.

The red line is a grid of rings with bays, among scattered villages and winding roads. Told are the time,
the number of signs with the bound on it, and of the routes the length with the bound by the minimum
spanning tree. Places scattered evenly over a square are compared with what the best trip is expected to
be: 0.7124 sqrt(n A).
"""

from __future__ import annotations

import argparse
import math
import resource
import time

import numpy as np
import shapely

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.line import Block, Line, line_of
from redline_plugin.core.survey.routecost import PLAIN, TOBLER
from redline_plugin.core.survey.routecrews import crew_routes
from redline_plugin.core.survey.rulesfile import load_rules
from redline_plugin.core.survey.signs import Standing, Things, place_signs
from redline_plugin.core.survey.signsdemand import Villages
from redline_plugin.core.survey.signsnetwork import Ways, line_pieces
from redline_plugin.core.survey.signszones import zones

CRS = "EPSG:4524"
APART = 10_000.0
VILLAGES, ROADS = 0.15, 0.25
"""For each square kilometre."""


def rings(side: int) -> Line:
    """Return side x side rings of about 50 km each."""
    turn = np.linspace(0.0, 2.0 * np.pi, 800, endpoint=False)
    blocks = []
    for row in range(side):
        for column in range(side):
            away = 3500.0 + 500.0 * np.sin(7 * turn + row) + 300.0 * np.sin(31 * turn + column)
            away += 60.0 * np.sin(113 * turn)
            x, y = column * APART + away * np.cos(turn), row * APART + away * np.sin(turn)
            blocks.append(shapely.Polygon(np.stack([x, y], axis=1)))
    names = [Block(str(number), "", "") for number in range(len(blocks))]
    return line_of(as_shapes(blocks), np.arange(len(blocks)), names, CRS)


def around(side: int, seed: int) -> tuple[Villages, Ways]:
    """Return villages and roads all over the grid."""
    rng = np.random.default_rng(seed)
    low, high = -APART / 2.0, (side - 0.5) * APART
    count = round(((high - low) / 1000.0) ** 2 * VILLAGES)
    villages = Villages(
        shapely.points(rng.uniform(low, high, (count, 2))),
        ("",) * count,
        tuple(map(str, range(count))),
        rng.integers(100, 3000, count).astype(float),
    )
    count = round(((high - low) / 1000.0) ** 2 * ROADS)
    start, way = rng.uniform(low, high, (count, 1, 2)), rng.normal(0.0, 2500.0, (count, 1, 2))
    share = np.linspace(0.0, 1.0, 30)[None, :, None]
    bends = 100.0 * np.sin(12.0 * share + rng.uniform(0.0, 6.3, (count, 1, 1)))
    ways = Ways(
        shapely.linestrings(start + way * share + bends),
        ("",) * count,
        tuple(map(str, range(count))),
        rng.random(count) < 0.3,
        np.zeros(count, dtype=bool),
    )
    return villages, ways


def signs(side: int, budget: int, seed: int) -> None:
    line = rings(side)
    villages, ways = around(side, seed)
    rules = load_rules()
    none = as_shapes([])
    nobody = Standing(np.empty((0, 2)), np.empty(0, dtype=bool))
    kilometres = sum(line.length(arc) for arc in range(line.count)) / 1000.0
    print(f"{kilometres:.0f} km, {len(villages.shapes)} villages, {len(ways.lines)} roads")
    for most in (0, budget):
        began = time.perf_counter()
        nowhere = zones(line_pieces(line, True), ways, none, none, rules)
        plan = place_signs(
            line, rules.signs, Things(villages, ways, nowhere), nobody, None, Quiet(),
            budget=most, end_m=50.0,
        )  # fmt: skip
        print(
            f"budget {most or 'none'}: {time.perf_counter() - began:.1f} s, "
            f"{len(plan.demands)} demands, {plan.sites} places, {plan.parts} parts, "
            f"{plan.new} signs (at least {plan.least_new}), weight {plan.weight:.1f} "
            f"of {plan.most_weight:.1f}"
        )


def routes(count: int, crews: int, rule: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    size = 50_000.0 * math.sqrt(count / 5000.0)
    places = rng.uniform(0.0, size, (count, 2))
    began = time.perf_counter()
    found = crew_routes(
        places, rng.uniform(0.0, 200.0, count), np.full(count, np.nan), None, np.empty((0, 2)),
        crews, rule, 30.0, Quiet(),
    )  # fmt: skip
    took = time.perf_counter() - began
    length = sum(each.metres for each in found)
    work = [each.minutes for each in found]
    print(
        f"{count} markers, {crews} crews, {rule}: {took:.1f} s, "
        f"{length / sum(each.least_m for each in found):.3f} of the spanning tree, "
        f"{length / (0.7124 * math.sqrt(count) * size):.3f} of the best trip expected, "
        f"most work {max(work) / np.mean(work):.3f} of the mean"
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="survey_signs", description=__doc__)
    parser.add_argument("--side", type=int, default=25, help="rings on a side of the grid (25)")
    parser.add_argument("--budget", type=int, default=4000, help="signs (4000)")
    parser.add_argument("--markers", type=int, default=200_000, help="of the last routes (200,000)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    signs(options.side, options.budget, options.seed)
    for rule in (PLAIN, TOBLER):
        routes(5000, 4, rule, options.seed)
    routes(options.markers, 20, PLAIN, options.seed)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at most")


if __name__ == "__main__":
    main()
