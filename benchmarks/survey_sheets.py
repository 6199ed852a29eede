"""Lengths, areas and map sheets of a province's line: python -m benchmarks.survey_sheets --help.

The blocks are the net of survey_turning, in counties of ten by ten cells. Lengths are also taken by
GeographicLib, one after the other, of a part of the line.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time

import numpy as np
import shapely
from geographiclib.geodesic import Geodesic

from benchmarks.survey_turning import CRS, net
from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.geodesy.ellipsoid import INVERSE_FLATTENING, SEMI_MAJOR
from redline_plugin.core.geodesy.geodesic import inverse, line_lengths
from redline_plugin.core.geodesy.transform import to_longitude_latitude
from redline_plugin.core.survey.areas import ELLIPSOID, cut, table_of
from redline_plugin.core.survey.sheetmaps import sheet_maps

SAMPLE = 20_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="survey_sheets", description=__doc__)
    parser.add_argument("--side", type=int, default=60, help="cells on a side of the net (60)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    blocks = as_shapes(net(options.side, options.seed))
    vertices = int(shapely.get_num_coordinates(blocks).sum())
    sys.stdout.write(f"{len(blocks)} blocks, {vertices} vertices\n")

    def told(title: str, begun: float, more: str = "") -> None:
        sys.stdout.write(f"{title}: {time.perf_counter() - begun:.2f} s {more}\n")

    begun = time.perf_counter()
    areas = polygon_areas(list(blocks), CRS)
    told("areas", begun, f"{areas.sum() / 1e6:.3f} km2")
    begun = time.perf_counter()
    lengths = line_lengths(list(shapely.boundary(blocks)), CRS)
    told("lengths", begun, f"{lengths.sum() / 1e3:.3f} km")
    points = to_longitude_latitude(shapely.get_coordinates(blocks[:SAMPLE])[: SAMPLE + 1], CRS)
    begun = time.perf_counter()
    mine, _ = inverse(*points[:-1].T, *points[1:].T)
    told(f"{len(mine)} geodesics", begun)
    earth = Geodesic(SEMI_MAJOR, 1.0 / INVERSE_FLATTENING)
    begun = time.perf_counter()
    known = np.array(
        [earth.Inverse(a[1], a[0], b[1], b[0])["s12"] for a, b in zip(points, points[1:])]
    )
    told(
        "the same by GeographicLib", begun, f"largest difference {np.abs(mine - known).max():.1e} m"
    )
    row, column = np.divmod(np.arange(len(blocks)), options.side)
    county = row // 10 * 1000 + column // 10
    for scale in (10_000, 50_000):
        begun = time.perf_counter()
        names = [str(code) for code in county.tolist()]
        maps = sheet_maps(shapely.boundary(blocks), names, CRS, scale, Quiet())
        told(f"sheets of 1:{scale}", begun, f"{len(maps)} maps")
    begun = time.perf_counter()
    nothing = np.empty(0, dtype=np.int64)
    owners = np.arange(len(blocks))
    parts = cut(blocks, owners, None, county, None, nothing, CRS, ELLIPSOID, Quiet())
    table = table_of(parts, CRS, ELLIPSOID, {"m2": 2, "ha": 4, "km2": 4, "mu": 2}, Quiet())
    told("table of areas", begun, f"{len(table.rows)} rows, {table.moved['m2'].count} moved")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0
    sys.stdout.write(f"peak of memory: {peak:.0f} MB\n")


if __name__ == "__main__":
    main()
