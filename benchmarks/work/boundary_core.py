"""Redline's overlay on arrays: boundary_core.py intersection|union SECONDS_FILE INPUT OVERLAY

What is timed is the overlay alone, from arrays of polygons to arrays of polygons. Time and the sum
of areas go to SECONDS_FILE as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import shapely

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.vector import overlay
from redline_plugin.core.vector.columns import read_columns


def main() -> None:
    what, told, *paths = sys.argv[1:]
    many, few = (read_columns(Path(path), "", (), Quiet()).shapes for path in paths)
    start = time.perf_counter()
    if what == "union":
        shapes = overlay.union(many, few).shapes
    else:
        shapes, _, _ = overlay.intersection(many, few)
    seconds = time.perf_counter() - start
    areas = shapely.area(shapes)
    Path(told).write_text(json.dumps({"s": seconds, "count": len(areas), "area": areas.sum()}))


if __name__ == "__main__":
    main()
