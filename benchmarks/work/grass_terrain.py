"""Slope and LS by GRASS GIS: grass_terrain.py ELEVATION SLOPE LS [LONGEST].

r.slope.aspect and r.watershed in a location that is made from ELEVATION and gone afterwards; results
are deflate GeoTIFFs. LONGEST is the longest slope that counts, m (300). Seconds of each step are
printed. Slope is Redline's; LS is not, see tests/reference/test_grass.py, so compare times only.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CREATION = "TILED=YES,BLOCKXSIZE=512,BLOCKYSIZE=512,COMPRESS=DEFLATE,ZLEVEL=6,NUM_THREADS=ALL_CPUS"
INSIDE = "--inside"


def commands(elevation: str, slope: str, ls: str, longest: str) -> list[str]:
    """Return what runs in GRASS, in order."""
    out = f"r.out.gdal -c -f type=Float32 nodata=-9999 createopt={CREATION} --overwrite --quiet"
    return [
        # The location has ELEVATION's CRS; -o: no complaint about how it is spelt.
        f"r.external -o input={shlex.quote(elevation)} output=dem --overwrite --quiet",
        "g.region raster=dem",
        "r.slope.aspect elevation=dem slope=slope --overwrite --quiet",
        f"r.watershed -s elevation=dem length_slope=ls max_slope_length={longest}"
        " threshold=1000000 --overwrite --quiet",
        f"{out} input=slope output={shlex.quote(slope)}",
        f"{out} input=ls output={shlex.quote(ls)}",
    ]


def run_inside(arguments: list[str]) -> None:
    """Run the commands in the session that GRASS has started, and tell how long each takes."""
    for command in commands(*arguments):
        start = time.perf_counter()
        subprocess.run(shlex.split(command), check=True)
        print(f"{time.perf_counter() - start:8.2f} s  {command.split()[0]}", flush=True)


def main() -> None:
    if sys.argv[1] == INSIDE:
        run_inside(sys.argv[2:])
        return
    arguments = [str(Path(argument).resolve()) for argument in sys.argv[1:4]]
    longest = sys.argv[4] if len(sys.argv) > 4 else "300"
    # GRASS brings its own Python modules; those of another Python would shadow them.
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "PYTHONHOME"}}
    with tempfile.TemporaryDirectory() as folder:
        location = str(Path(folder) / "location")
        made = ["grass", "-c", arguments[0], "-e", location]
        subprocess.run(made, check=True, env=environment)
        inside = [sys.executable, str(Path(__file__).resolve()), INSIDE, *arguments, longest]
        mapset = str(Path(location) / "PERMANENT")
        subprocess.run(["grass", mapset, "--exec", *inside], check=True, env=environment)


if __name__ == "__main__":
    main()
