"""What satellites see of the plants: NDVI, net primary productivity, a product of land cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.demo.cover import BARE, BUILT_UP, DRY_FARMLAND, ORCHARD, PADDY, WETLAND
from redline_plugin.core.demo.noise import Field, fractal_noise

CULTIVATED, FOREST, GRASS, SHRUB, WATER, ARTIFICIAL, BARE_LAND = 10, 20, 30, 40, 60, 80, 90
LAND_COVER: Mapping[int, tuple[str, tuple[int, int, int]]] = {
    0: ("", (0, 0, 0)),
    CULTIVATED: ("耕地", (245, 225, 140)),
    FOREST: ("林地", (38, 115, 0)),
    GRASS: ("草地", (185, 210, 110)),
    SHRUB: ("灌木地", (130, 160, 60)),
    WATER: ("水体", (70, 140, 210)),
    ARTIFICIAL: ("人造地表", (200, 60, 60)),
    BARE_LAND: ("裸地", (190, 180, 170)),
}
"""Name and colour of each code of GlobeLand30 that is there."""

_PRODUCT_OF = {
    **dict.fromkeys(range(1, 7), FOREST),
    **dict.fromkeys(range(7, 11), SHRUB),
    **dict.fromkeys(range(11, 15), GRASS),
    WETLAND: WATER,
    **dict.fromkeys((ORCHARD, PADDY, DRY_FARMLAND), CULTIVATED),
    BUILT_UP: ARTIFICIAL,
    BARE: BARE_LAND,
}
_COURSE = {
    CULTIVATED: (0.42, 0.48, 0.62, 0.74, 0.70, 0.78, 0.95, 1.0, 0.88, 0.66, 0.50, 0.44),
    FOREST: (0.66, 0.66, 0.70, 0.80, 0.92, 0.98, 1.0, 1.0, 0.96, 0.88, 0.78, 0.70),
    SHRUB: (0.56, 0.56, 0.62, 0.74, 0.88, 0.96, 1.0, 1.0, 0.94, 0.82, 0.70, 0.60),
    GRASS: (0.36, 0.36, 0.42, 0.56, 0.76, 0.92, 1.0, 1.0, 0.90, 0.68, 0.50, 0.40),
}
"""NDVI of the months as a share of summer's; what else there is has no course."""
_CARBON_OF_DRY_MATTER = 0.45


def ndvi(seed: int, ecosystems: NDArray[np.uint8], cover: Field) -> Field:
    """Return NDVI that rises with the cover fraction and is below 0 on water."""
    size = cover.shape[0]
    grain = fractal_noise(seed, "ndvi", size, min(size // 4, 300), 0.5)
    seen = np.where(ecosystems == WETLAND, np.float32(-0.12), 0.06 + 0.80 * cover)
    return np.clip(seen + 0.012 * grain, -0.3, 0.95).astype(np.float32)


def monthly_ndvi(summer: Field, ecosystems: NDArray[np.uint8]) -> Iterator[Field]:
    """Yield NDVI of the months, January first: summer's times the course of its vegetation."""
    products = land_cover(ecosystems)
    share = np.ones(products.shape, np.float32)
    for month in range(12):
        for product, course in _COURSE.items():
            share[products == product] = course[month]
        yield summer * share


def productivity(cover: NDArray, temperature: NDArray, rain: NDArray) -> NDArray[np.float64]:
    """Return net primary productivity, gC m-2 a-1: the Miami model, less where cover is thin.

    Args:
        cover: fraction, any shape.
        temperature: annual mean, degrees Celsius, same shape.
        rain: mm/a, same shape.
    """
    by_rain = 3000.0 * (1.0 - np.exp(-0.000664 * rain))
    by_warmth = 3000.0 / (1.0 + np.exp(1.315 - 0.119 * temperature))
    possible = _CARBON_OF_DRY_MATTER * np.minimum(by_rain, by_warmth)
    return np.asarray(possible * (0.12 + 1.05 * cover))


def land_cover(ecosystems: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the code of GlobeLand30 of each ecosystem code."""
    table = np.zeros(256, np.uint8)
    table[list(_PRODUCT_OF)] = list(_PRODUCT_OF.values())
    return table[ecosystems]
