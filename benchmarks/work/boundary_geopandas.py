"""geopandas.overlay: boundary_geopandas.py intersection|union SECONDS_FILE INPUT OVERLAY

What is timed is the overlay alone. Time and the sum of areas go to SECONDS_FILE as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import geopandas


def main() -> None:
    what, told, *paths = sys.argv[1:]
    many, few = (geopandas.read_file(path) for path in paths)
    start = time.perf_counter()
    frame = geopandas.overlay(many, few, how=what)
    seconds = time.perf_counter() - start
    area = float(frame.area.sum())
    Path(told).write_text(json.dumps({"s": seconds, "count": len(frame), "area": area}))


if __name__ == "__main__":
    main()
