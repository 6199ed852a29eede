"""Made-up red lines and references for the tests of the boundary."""

from __future__ import annotations

import numpy as np
import shapely
from scipy import ndimage

from redline_plugin.core.boundary.kinds import NATURAL, PARCEL, PROTECTED, SETBACK
from redline_plugin.core.boundary.source import Source, as_lines
from redline_plugin.core.delineate.shapes import as_shapes, polygon_parts

CRS = "EPSG:4547"
X, Y, PIXEL = 500000.0, 3500000.0, 30.0


def of_pixels(mask: np.ndarray) -> np.ndarray:
    rows, columns = np.nonzero(mask)
    x, y = X + PIXEL * columns, Y - PIXEL * rows
    return polygon_parts([shapely.union_all(shapely.box(x, y, x + PIXEL, y + PIXEL))])


def world(seed: int, size: int = 36) -> tuple[np.ndarray, list[Source], np.ndarray]:
    """Return blocks of two counties, sources of three kinds, and a protected area."""
    rng = np.random.default_rng(seed)
    noise = ndimage.gaussian_filter(rng.random((size, size)), 3.0)
    mask = noise > np.quantile(noise, 0.6)
    border = int(rng.integers(8, size - 8))
    parts = [
        of_pixels(mask & (np.arange(size)[None, :] < border)),
        of_pixels(mask & (np.arange(size)[None, :] >= border)),
    ]
    park = shapely.Point(X + rng.uniform(200, 800), Y - rng.uniform(200, 800)).buffer(
        rng.uniform(80, 200), quad_segs=6
    )
    blocks = polygon_parts(np.concatenate(parts))
    turn = np.linspace(0.0, PIXEL * size, 50)
    waves = [
        np.c_[
            X + turn, Y - rng.uniform(0, PIXEL * size) + 60 * np.sin(turn / 90 + rng.uniform(0, 6))
        ]
        for _ in range(4)
    ]
    nodes = (
        np.stack(np.meshgrid(np.arange(0, size + 1, 4), np.arange(0, size + 1, 4)), axis=-1) * PIXEL
    )
    nodes = nodes + rng.uniform(-20, 20, nodes.shape)
    nodes = np.stack([X + nodes[..., 0], Y - nodes[..., 1]], axis=-1)
    quads = shapely.polygons(
        np.stack([nodes[:-1, :-1], nodes[:-1, 1:], nodes[1:, 1:], nodes[1:, :-1]], axis=2).reshape(
            -1, 4, 2
        )
    )
    parcels, names = as_lines(quads, [str(n) for n in range(len(quads))])
    sources = [
        Source("p", PROTECTED, 1, 60.0, shapely.boundary(as_shapes([park])), ("park",)),
        Source("w", SETBACK, 2, 45.0, shapely.linestrings(waves), ("a", "b", "c", "d")),
        Source("q", PARCEL, 3, 40.0, parcels, names),
    ]
    return blocks, sources, as_shapes([park])


def circle(radius: float) -> shapely.Polygon:
    return shapely.Point(X + 900, Y - 900).buffer(radius, quad_segs=40)


def disc(pixels: float) -> np.ndarray:
    rows, columns = np.mgrid[0:60, 0:60]
    return of_pixels(np.hypot(rows - 29.5, columns - 29.5) < pixels)


def one_source(shape: shapely.Geometry, tolerance: float = 60.0) -> list[Source]:
    return [Source("n", NATURAL, 1, tolerance, as_shapes([shape]), ("ring",))]
