"""Synthetic parcels, protected areas, red-line blocks and class rasters for the boundary's cases.

Parcels are a jittered grid whose neighbours share every vertex, as a clean cadastre does; protected
areas are ragged discs; blocks run along pixels' edges, as they come out of class rasters.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from benchmarks import landscape

SIDE = 100.0
"""Of a parcel, metres."""
LAND_USES = np.array(["0301", "0307", "0401", "0404", "0103", "0601", "0702", "1104"], dtype=object)
SALT = 0.02
"""Share of pixels that have a class of their own, which makes patches of a pixel or two."""
SPOTS = ((40, 0.4), (6, 0.25))
"""Distance of the spots of classes in pixels, and how strong they are: graded land is spotted."""
NOT_ASSESSED = 0.3
"""Spots above it were not assessed, about a sixth of the land: water, built-up land."""
_SHARED = 3
"""Edges between two corners of a parcel, so that a parcel has twelve vertices."""
_JITTER = 0.18

Floats = NDArray[np.float64]


def parcels(columns: int, rows: int, seed: int) -> NDArray[np.object_]:
    """Return (rows * columns,) polygons of twelve vertices that leave no gap and do not overlap."""
    rng = np.random.default_rng([seed, 1])
    corners = np.stack(np.meshgrid(np.arange(columns + 1.0), np.arange(rows + 1.0)), axis=-1)
    corners += rng.uniform(-_JITTER, _JITTER, corners.shape)
    across = _edges(corners[:, :-1], corners[:, 1:], rng)
    along = _edges(corners[:-1], corners[1:], rng)
    ring = np.concatenate(
        [
            across[:-1, :, :-1],
            along[:, 1:, :-1],
            across[1:, :, :0:-1],
            along[:, :-1, :0:-1],
        ],
        axis=2,
    ).reshape(rows * columns, 4 * _SHARED, 2)
    ring = landscape.ORIGIN + np.round(ring * SIDE, 4)
    return np.asarray(shapely.polygons(ring))


def _edges(start: Floats, end: Floats, rng: np.random.Generator) -> Floats:
    """Return points from start to end, both with them, the middle ones a little off the line."""
    at = np.linspace(0.0, 1.0, _SHARED + 1)[:, None]
    points = start[:, :, None] * (1.0 - at) + end[:, :, None] * at
    points[:, :, 1:-1] += rng.uniform(-0.04, 0.04, points[:, :, 1:-1].shape)
    return points


def discs(width: float, height: float, count: int, corners: int, seed: int) -> NDArray[np.object_]:
    """Return ragged discs that do not meet, about half of the land."""
    rng = np.random.default_rng([seed, 2])
    columns = int(np.ceil(np.sqrt(count * width / height)))
    rows = int(np.ceil(count / columns))
    # A tenth more land than there are parcels, so that some lie partly or wholly beside them.
    origin = landscape.ORIGIN - np.array([0.05 * width, 0.05 * height])
    step = 1.1 * np.array([width / columns, height / rows])
    cell = np.stack(np.divmod(np.arange(count), columns)[::-1], axis=1)
    centre = origin + (cell + 0.5 + rng.uniform(-0.04, 0.04, (count, 2))) * step
    turn = np.linspace(0.0, 2.0 * np.pi, corners, endpoint=False)
    radius = np.full((count, corners), 0.4)
    for wave in range(2, 14):
        radius += rng.normal(0.0, 0.05 / wave, (count, 1)) * np.sin(
            wave * turn + rng.uniform(0.0, 2.0 * np.pi, (count, 1))
        )
    radius = np.clip(radius * rng.uniform(0.98, 1.02, radius.shape), 0.1, 0.455)
    around = np.stack([np.cos(turn), np.sin(turn)], axis=-1)
    return np.asarray(shapely.polygons(centre[:, None] + radius[:, :, None] * around * step))


def stairs(width: float, height: float, pixel: float, seed: int) -> NDArray[np.object_]:
    """Return blocks along the edges of pixels, a third of the land, none under half a km2."""
    columns, rows = int(width / pixel), int(height / pixel)
    size = max(columns, rows)
    noise = landscape.Noise(seed, "blocks", size).rows(0, size)[:rows, :columns]
    raster = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((landscape.ORIGIN[0], pixel, 0, landscape.ORIGIN[1], 0, pixel))
    inside = (noise > np.quantile(noise, 2.0 / 3.0)).astype(np.uint8)
    raster.GetRasterBand(1).WriteArray(inside)
    vectors = (ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")).CreateDataSource("")
    layer = vectors.CreateLayer("blocks", None, ogr.wkbPolygon)
    band = raster.GetRasterBand(1)
    gdal.Polygonize(band, band, layer, -1)
    shapes = shapely.from_wkb([bytes(one.GetGeometryRef().ExportToWkb()) for one in layer])
    shapes = shapely.get_parts(shapely.make_valid(np.asarray(shapes)))
    return shapes[shapely.area(shapes) > 500_000.0]


def write(
    path: Path, name: str, shapes: NDArray[np.object_], texts: dict[str, NDArray[np.object_]]
) -> None:
    """Write polygons and columns of text to a new GeoPackage."""
    part = path.with_suffix(".part.gpkg")
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(part))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(landscape.EPSG)
    layer = dataset.CreateLayer(name, reference, ogr.wkbPolygon)
    for text in texts:
        layer.CreateField(ogr.FieldDefn(text, ogr.OFTString))
    layer.StartTransaction()
    feature = ogr.Feature(layer.GetLayerDefn())
    for wkb, *values in zip(shapely.to_wkb(shapes), *texts.values()):
        feature.SetFID(ogr.NullFID)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        for at, value in enumerate(values):
            feature.SetField(at, value)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del feature, layer, dataset
    part.rename(path)


def numbers(count: int) -> NDArray[np.object_]:
    """Return numbers as text, as cadastres have them."""
    found = np.empty(count, dtype=object)
    found[:] = [f"{number:08d}" for number in range(1, count + 1)]
    return found


def make_parcels(path: Path, columns: int, rows: int, seed: int) -> None:
    """Write parcels with number, land use and tenure; a file that is there is kept."""
    if path.exists():
        return
    shapes = parcels(columns, rows, seed)
    rng = np.random.default_rng([seed, 3])
    uses = LAND_USES[rng.integers(0, len(LAND_USES), len(shapes))]
    tenure = np.array(["10", "20"], dtype=object)[rng.integers(0, 2, len(shapes))]
    write(
        path,
        "parcels",
        shapes,
        {"TBBH": numbers(len(shapes)), "DLBM": uses, "QSXZ": tenure},
    )


def make_discs(path: Path, columns: int, rows: int, count: int, seed: int) -> None:
    """Write protected areas over as many parcels; a file that is there is kept."""
    if path.exists():
        return
    shapes = discs(columns * SIDE, rows * SIDE, count, 500, seed)
    write(path, "protected_areas", shapes, {"BHQMC": numbers(len(shapes))})


def make_stairs(path: Path, columns: int, rows: int, pixel: float, seed: int) -> None:
    """Write red-line blocks over as many parcels; a file that is there is kept."""
    if path.exists():
        return
    shapes = stairs(columns * SIDE, rows * SIDE, pixel, seed)
    functions = np.full(len(shapes), "waterconservation", dtype=object)
    write(path, "blocks", shapes, {"block": numbers(len(shapes)), "main_reason": functions})


def make_classes(path: Path, size: int, seed: int) -> None:
    """Write a raster of three classes with spots and salt, and land that was not assessed (0).

    A file that is there is kept.
    """
    if path.exists():
        return
    noise, border = (landscape.Noise(seed, name, size) for name in ("classes", "border"))
    land, gone = _Spots(size, [seed, 5]), _Spots(size, [seed, 6])
    part = path.with_suffix(".part.tif")
    dataset = landscape.create(part, size, landscape.CODECS["zstd"], gdal.GDT_Byte, 0)
    for start in range(0, size, landscape.TILE):
        stop = min(start + landscape.TILE, size)
        rows = noise.rows(start, stop) + land.rows(start, stop)
        classes = np.digitize(rows, (-0.5, 0.6)).astype(np.uint8) + np.uint8(1)
        rng = np.random.default_rng([seed, 4, start])
        salt = rng.random(classes.shape, dtype=np.float32) < SALT
        classes[salt] = rng.integers(1, 4, int(salt.sum()), dtype=np.uint8)
        classes[gone.rows(start, stop) > NOT_ASSESSED] = 0
        classes[~landscape.inside(border, size, start, stop)] = 0
        dataset.GetRasterBand(1).WriteArray(classes, 0, start)
    del dataset
    part.rename(path)


class _Spots:
    """Spots of several sizes that can be asked for any rows."""

    def __init__(self, size: int, entropy: list[int]) -> None:
        rng = np.random.default_rng(entropy)
        self._size = size
        self._fields = [
            rng.standard_normal((size // pixels + 2,) * 2).astype(np.float32) * np.float32(weight)
            for pixels, weight in SPOTS
        ]

    def rows(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return rows ``start`` to ``stop``, (stop - start, size)."""
        row, column = np.arange(start, stop), np.arange(self._size)
        total = np.zeros((stop - start, self._size), dtype=np.float32)
        for field, (pixels, _) in zip(self._fields, SPOTS):
            y, x = row // pixels, column // pixels
            down = ((row % pixels) / pixels).astype(np.float32)[:, None]
            right = ((column % pixels) / pixels).astype(np.float32)
            wide = field[:, x] * (1 - right) + field[:, x + 1] * right
            total += wide[y] * (1 - down) + wide[y + 1] * down
        return total
