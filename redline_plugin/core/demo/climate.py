"""Climate that depends on the terrain: rain, temperature, evaporation, rainfall erosivity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from redline_plugin.core.demo.noise import Field, fractal_noise


@dataclass(frozen=True)
class Climate:
    """Annual means on the full grid.

    Attributes:
        temperature: degrees Celsius.
        precipitation: mm/a.
        erosivity: MJ mm hm-2 h-1 a-1.
    """

    temperature: Field
    precipitation: Field
    erosivity: Field


def _blurred(field: Field, sigma: float) -> Field:
    """Return ``field`` without its small forms, worked out on a coarser grid."""
    step = max(1, int(sigma / 6.0))
    size = field.shape[0]
    coarse = ndimage.uniform_filter(field, step, mode="nearest")[
        step // 2 :: step, step // 2 :: step
    ]
    coarse = ndimage.gaussian_filter(coarse, sigma / step, mode="nearest")
    if step == 1:
        return coarse
    places = (np.arange(size) - step // 2) / step
    at = np.clip(places, 0, coarse.shape[0] - 1)
    low = np.minimum(at.astype(np.int64), coarse.shape[0] - 2)
    share = (at - low).astype(np.float32)
    rows = coarse[low] * (1 - share)[:, None] + coarse[low + 1] * share[:, None]
    return np.asarray(rows[:, low] * (1 - share) + rows[:, low + 1] * share)


def make_climate(seed: int, height: Field, cell: float) -> Climate:
    """Return the climate over terrain of ``height`` (m) on pixels of ``cell`` m.

    Erosivity is 0.0534 P^1.6548 (Zhang Wenbo's annual form), thinned by a share for weak rain.
    """
    size = height.shape[0]
    north = 1.0 - (np.arange(size, dtype=np.float32)[:, None] + 0.5) / size
    temperature = 17.9 - 0.0054 * height - 1.2 * (north - 0.5)
    temperature += 0.25 * fractal_noise(seed, "temperature", size, 5, 0.4)
    broad = _blurred(height, 2500.0 / cell)
    slope_y, slope_x = np.gradient(broad, np.float32(cell))
    windward = -slope_x * 0.6 + slope_y * -0.8
    rain = 735.0 + 0.43 * (0.35 * height + 0.65 * broad) + 1900.0 * windward - 90.0 * (north - 0.5)
    rain += 28.0 * fractal_noise(seed, "rain", size, 4, 0.45)
    rain = np.clip(rain, 705.0, 1590.0).astype(np.float32)
    weak = 0.78 + 0.05 * fractal_noise(seed, "storms", size, 5, 0.4)
    erosivity = np.clip(weak * 0.0534 * rain**1.6548, 1500.0, 9000.0)
    return Climate(temperature.astype(np.float32), rain, erosivity.astype(np.float32))


def evapotranspiration(seed: int, climate: Climate, cover: Field, water: np.ndarray) -> Field:
    """Return actual evapotranspiration, mm/a: Zhang et al. 2001 with plants' water from cover.

    Potential evaporation follows temperature; open water evaporates at that rate.
    """
    size = cover.shape[0]
    potential = 505.0 + 27.0 * climate.temperature
    potential += 12.0 * fractal_noise(seed, "evaporation", size, 6, 0.4)
    plants = 0.15 + 1.15 * cover
    dryness = potential / climate.precipitation
    share = (1.0 + plants * dryness) / (1.0 + plants * dryness + 1.0 / dryness)
    actual = np.where(water, potential, share * climate.precipitation)
    return np.clip(actual, 350.0, 900.0).astype(np.float32)
