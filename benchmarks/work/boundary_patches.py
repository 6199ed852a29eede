"""Redline's way from class 3 of a raster to polygons: boundary_patches.py RASTER MIN_M2 OUTPUT

Patches under the minimum go out and holes under it are filled. Patches are joined over edges and
corners, as gdal_sieve.py -8 joins them; polygons are written as a GeoPackage.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import numpy as np

from redline_plugin.core.delineate.bits import open_classes
from redline_plugin.core.delineate.compose import patches_of
from redline_plugin.core.delineate.inputs import Options
from redline_plugin.core.delineate.outline import polygonise
from redline_plugin.core.delineate.patches import Patches
from redline_plugin.core.delineate.pixelarea import PixelAreas
from redline_plugin.core.delineate.preflight import check
from redline_plugin.core.delineate.strips import strips_of, work_raster
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.vector.write import write_file


def main() -> None:
    raster, minimum, output = sys.argv[1:]
    options = Options(min_patch_m2=float(minimum), min_hole_m2=float(minimum), connectivity=8)
    classes = {"waterconservation": RasterSource(raster, name="classes")}
    ready = check(classes, (), (), "", "", options, None, None)
    grid = ready.grid
    strips = strips_of(grid.width, grid.height)
    patches = Patches(grid.width, strips, PixelAreas(grid), options, None)
    with tempfile.TemporaryDirectory(dir=Path(output).parent) as folder:
        size = (grid.width, grid.height)
        places = [Path(folder) / name for name in ("bits.tif", "kept.tif")]
        with ExitStack() as stack:
            bits = stack.enter_context(work_raster(places[0], *size, np.uint16))
            kept = stack.enter_context(work_raster(places[1], *size, np.uint8))
            with open_classes(ready.infos, grid, options.classes) as reader:
                patches.read(reader, bits, Quiet())
            patches.drop(bits, kept, Quiet())
            patches.fill(bits, kept, Quiet())
            shapes = polygonise(kept, grid, Quiet())
    patch = patches_of(shapes, options.connectivity)
    write_file(
        Path(output),
        "patches",
        grid.crs,
        "Polygon",
        [("patch", int)],
        ((shape, (number,)) for shape, number in zip(shapes, patch)),
        {},
        Quiet(),
    )


if __name__ == "__main__":
    main()
