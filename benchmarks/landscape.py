"""Synthetic rasters with the shape of real ones: correlated noise, skewed values, a ragged border.

Made strip by strip with a seed of its own each, so that the same bytes come out for any memory.
Coarse fields (three octaves) are interpolated; a little white noise on top keeps the codec honest.
About two thirds of the pixels are valid, the rest is nodata around an irregular border.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, osr

TILE = 512
NODATA = -9999.0
EPSG = 4524
ORIGIN = (36_400_000.0, 3_600_000.0)
PIXEL = 30.0
OCTAVES = 3
COARSEST = 8
ROUGHNESS = 0.02

Floats = NDArray[np.float32]

CODECS = {
    "deflate": ["COMPRESS=DEFLATE", "PREDICTOR=3"],
    "zstd": ["COMPRESS=ZSTD", "ZSTD_LEVEL=1"],
}


@dataclass(frozen=True)
class Layer:
    """A raster: its name, how noise becomes values, and whether it holds classes."""

    name: str
    values: Callable[[Floats], NDArray]
    is_class: bool = False


def _steps(codes: list[int]) -> Callable[[Floats], NDArray]:
    limits = np.linspace(-1.5, 1.5, len(codes) - 1).astype(np.float32)
    table = np.array(codes, dtype=np.uint8)
    return lambda noise: table[np.searchsorted(limits, noise)]


RUSLE = (
    Layer("rainfall_erosivity", lambda a: 5000 * np.exp(a * 0.3)),
    Layer("soil_erodibility", lambda a: np.clip(0.03 * np.exp(a * 0.2), 0, 0.2)),
    Layer("slope_length_steepness", lambda a: 5 * np.exp(a * 0.5)),
    Layer("cover_management", lambda a: 1 / (1 + np.exp(a))),
)
OTHERS = (
    Layer("precipitation", lambda a: 1300 * np.exp(a * 0.2)),
    Layer("evapotranspiration", lambda a: 500 * np.exp(a * 0.1)),
    Layer("relief", lambda a: 80 * np.exp(a)),
    Layer("vegetation_cover", lambda a: 1 / (1 + np.exp(-a))),
    Layer("ecosystem", _steps([1, 2, 3, 4, 8, 11, 12]), True),
    Layer("soil_texture", _steps([11, 12, 13, 14, 21, 22, 31]), True),
)
SOIL = (
    Layer("sand", lambda a: 20 + 50 / (1 + np.exp(-a))),
    Layer("silt", lambda a: 10 + 15 / (1 + np.exp(-a))),
    Layer("clay", lambda a: 5 + 20 / (1 + np.exp(a))),
    Layer("organic_carbon", lambda a: 1.2 * np.exp(a * 0.4)),
)
WIND = (
    Layer("weather_factor", lambda a: 15 * np.exp(a * 0.4)),
    Layer("erodible_fraction", lambda a: 0.2 + 0.4 / (1 + np.exp(a))),
    Layer("soil_crust", lambda a: 0.3 + 0.5 / (1 + np.exp(a))),
    Layer("soil_roughness", lambda a: 0.6 + 0.35 / (1 + np.exp(a))),
    Layer("wind_cover", lambda a: 1 / (1 + np.exp(a))),
)
INDEX = Layer("index", lambda a: 300 * np.exp(a * 1.2))


class Noise:
    """A field of correlated noise that can be asked for any strip of rows."""

    def __init__(self, seed: int, name: str, size: int) -> None:
        self._entropy = [seed, *name.encode()]
        self._size = size
        rng = np.random.default_rng(self._entropy)
        self._coarse = []
        for octave in range(OCTAVES):
            cells = COARSEST * 2**octave
            field = rng.standard_normal((cells + 1, cells + 1)).astype(np.float32)
            self._coarse.append(field / np.float32(2**octave))

    def rows(self, start: int, stop: int) -> Floats:
        """Return rows ``start`` to ``stop`` (stop - start, size), standard deviation about 1."""
        total = np.zeros((stop - start, self._size), dtype=np.float32)
        for field in self._coarse:
            cells = field.shape[0] - 1
            y, fy = _places(np.arange(start, stop), self._size, cells)
            x, fx = _places(np.arange(self._size), self._size, cells)
            along = field[:, x] * (1 - fx) + field[:, x + 1] * fx
            total += along[y] * (1 - fy)[:, None] + along[y + 1] * fy[:, None]
        rng = np.random.default_rng([*self._entropy, start])
        total += ROUGHNESS * rng.standard_normal(total.shape, dtype=np.float32)
        return total


def _places(pixels: NDArray, size: int, cells: int) -> tuple[NDArray[np.int64], Floats]:
    at = (pixels + 0.5) * (cells / size)
    whole = np.minimum(at.astype(np.int64), cells - 1)
    return whole, (at - whole).astype(np.float32)


def inside(border: Noise, size: int, start: int, stop: int) -> NDArray[np.bool_]:
    """Return which pixels of some rows are valid: a disc whose edge the noise makes ragged."""
    y = ((np.arange(start, stop) + 0.5) * (2 / size) - 1).astype(np.float32)
    x = ((np.arange(size) + 0.5) * (2 / size) - 1).astype(np.float32)
    return (y * y)[:, None] + x * x < 0.85 + 0.15 * border.rows(start, stop)


def create(path: Path, size: int, options: list[str], kind: int, nodata: float) -> gdal.Dataset:
    """Create a square tiled GeoTIFF."""
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path),
        size,
        size,
        1,
        kind,
        [
            "TILED=YES",
            f"BLOCKXSIZE={TILE}",
            f"BLOCKYSIZE={TILE}",
            "BIGTIFF=IF_SAFER",
            "NUM_THREADS=ALL_CPUS",
            *options,
        ],
    )
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    dataset.SetGeoTransform((ORIGIN[0], PIXEL, 0, ORIGIN[1], 0, -PIXEL))
    dataset.SetProjection(reference.ExportToWkt())
    dataset.GetRasterBand(1).SetNoDataValue(nodata)
    return dataset


def make(folder: Path, layer: Layer, size: int, seed: int, codecs: tuple[str, ...]) -> None:
    """Write ``<layer>_<codec>.tif`` for each codec; files that are there are kept."""
    missing = {c: place(folder, layer.name, c) for c in codecs}
    missing = {c: path for c, path in missing.items() if not path.exists()}
    if not missing:
        return
    noise, border = Noise(seed, layer.name, size), Noise(seed, "border", size)
    nodata = 0.0 if layer.is_class else NODATA
    kind = gdal.GDT_Byte if layer.is_class else gdal.GDT_Float32
    parts = {c: path.with_suffix(".part") for c, path in missing.items()}
    # The floating-point predictor is not for integers.
    datasets = {
        c: create(
            parts[c], size, CODECS[c][: 1 if layer.is_class and c == "deflate" else 2], kind, nodata
        )
        for c in missing
    }
    for start in range(0, size, TILE):
        stop = min(start + TILE, size)
        values = layer.values(noise.rows(start, stop))
        values = np.where(inside(border, size, start, stop), values, nodata)
        values = values.astype(np.uint8 if layer.is_class else np.float32)
        for dataset in datasets.values():
            dataset.GetRasterBand(1).WriteArray(values, 0, start)
    datasets.clear()
    for codec, path in missing.items():
        parts[codec].rename(path)


def place(folder: Path, name: str, codec: str) -> Path:
    """Return where a layer lies."""
    return folder / f"{name}_{codec}.tif"


def make_expected(folder: Path, size: int) -> Path:
    """Write R K LS (1 - C) as plain float32 (ENVI): what every contestant must arrive at."""
    path = folder / "expected.f32"
    header = path.with_suffix(".hdr")
    if header.exists():
        return path
    bands = [gdal.Open(str(place(folder, layer.name, "zstd"))) for layer in RUSLE]
    target = gdal.GetDriverByName("ENVI").Create(str(path), size, size, 1, gdal.GDT_Float32)
    target.SetGeoTransform(bands[0].GetGeoTransform())
    target.SetProjection(bands[0].GetProjection())
    for start in range(0, size, TILE):
        rows = min(TILE, size - start)
        r, k, ls, c = (d.GetRasterBand(1).ReadAsArray(0, start, size, rows) for d in bands)
        result = np.where(r == NODATA, np.float32(NODATA), r * k * ls * (1 - c))
        target.GetRasterBand(1).WriteArray(result, 0, start)
    # The header is written last, with the nodata value; it stands for the whole.
    target.GetRasterBand(1).SetNoDataValue(NODATA)
    return path
