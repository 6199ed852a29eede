"""What satellites see of the plants: NDVI, net primary productivity, a product of land cover."""

from __future__ import annotations

from collections.abc import Mapping

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
_CARBON_OF_DRY_MATTER = 0.45


def ndvi(seed: int, ecosystems: NDArray[np.uint8], cover: Field) -> Field:
    """Return NDVI that rises with the cover fraction and is below 0 on water."""
    size = cover.shape[0]
    grain = fractal_noise(seed, "ndvi", size, min(size // 4, 300), 0.5)
    seen = np.where(ecosystems == WETLAND, np.float32(-0.12), 0.06 + 0.80 * cover)
    return np.clip(seen + 0.012 * grain, -0.3, 0.95).astype(np.float32)


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
