"""Small red lines, roads and ground for the tests of the survey."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.survey.accessraster import PointRaster
from redline_plugin.core.survey.line import Block, Line, line_of
from redline_plugin.core.survey.signsnetwork import Ways
from support.rasters import write

CRS = "EPSG:4524"
CELL = 30.0
X, Y = 36_500_000.0, 3_600_000.0
"""Upper left corner of the ground."""


def line_from(*polygons) -> Line:
    blocks = [Block(f"B{number}", "", "") for number in range(1, len(polygons) + 1)]
    return line_of(as_shapes(polygons), np.arange(len(polygons)), blocks, CRS)


def ways_of(*lines, main=None, path=None, names=None) -> Ways:
    count = len(lines)
    return Ways(
        as_shapes(lines),
        tuple(names or [""] * count),
        tuple(str(number) for number in range(1, count + 1)),
        np.ones(count, dtype=bool) if main is None else np.array(main, dtype=bool),
        np.zeros(count, dtype=bool) if path is None else np.array(path, dtype=bool),
    )


def hills(seed: int, size: int = 60, height: float = 60.0, smooth: float = 3.0) -> np.ndarray:
    noise = ndimage.gaussian_filter(np.random.default_rng(seed).random((size, size)), smooth)
    return (200.0 + height * (noise - noise.mean()) / noise.std()).astype(np.float32)


def ground(folder, values, name="elevation.tif", crs=CRS, **how) -> PointRaster:
    path = write(folder / name, np.asarray(values, dtype=np.float32), **how)
    return PointRaster(RasterSource(path), crs)


def centre(row, column) -> np.ndarray:
    """The centre of a cell of the ground."""
    return np.array([X + CELL * (column + 0.5), Y - CELL * (row + 0.5)])
