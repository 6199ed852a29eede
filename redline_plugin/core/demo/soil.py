"""Soils that follow rock and position: texture classes and erodibility."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.demo.noise import Field, fractal_noise
from redline_plugin.core.soil.erodibility import corrected_erodibility, epic_erodibility


@dataclass(frozen=True)
class SoilUnit:
    """A soil: name, Chinese texture class, sand, silt and clay in %, organic carbon in %."""

    name: str
    texture: int
    sand: float
    silt: float
    clay: float
    carbon: float

    @property
    def erodibility(self) -> float:
        """K in t hm2 h hm-2 MJ-1 mm-1: EPIC with the correction of Zhang Keli (2007)."""
        epic = epic_erodibility(*np.array((self.sand, self.silt, self.clay, self.carbon)))
        return max(float(corrected_erodibility(epic)), 0.0)


UNITS = (
    SoilUnit("冲积潮土", 22, 22.0, 64.0, 14.0, 1.0),
    SoilUnit("河滩砂土", 12, 82.0, 13.0, 5.0, 0.4),
    SoilUnit("水稻土", 31, 16.0, 52.0, 32.0, 1.5),
    SoilUnit("紫色土", 21, 34.0, 54.0, 12.0, 0.8),
    SoilUnit("黄壤", 32, 24.0, 40.0, 36.0, 1.3),
    SoilUnit("红黏土", 33, 14.0, 32.0, 54.0, 1.0),
    SoilUnit("黄褐土", 24, 30.0, 45.0, 25.0, 1.1),
    SoilUnit("黄棕壤", 13, 48.0, 36.0, 16.0, 2.2),
    SoilUnit("粗骨土", 11, 74.0, 18.0, 8.0, 0.9),
)
"""Soils in the order of their numbers; texture 24 has no score in the Guide's table."""

PURPLE_SOIL = 3
"""Number of the soil that washes away most easily on slopes."""


def make_soils(
    seed: int, height: Field, slope: Field, above_river: Field, rock: Field
) -> NDArray[np.uint8]:
    """Return the index into :data:`UNITS` of each pixel.

    Args:
        seed: of the county.
        height: m.
        slope: degrees.
        above_river: height above the next river, m.
        rock: relative erodibility of the rock, about 1.
    """
    size = height.shape[0]
    patch = fractal_noise(seed, "soil patches", size, 14, 0.55)
    belt = fractal_noise(seed, "soil belts", size, 5, 0.5)
    soil = np.full(height.shape, 4, np.uint8)
    soil[(rock > 1.15) & (height < 950.0)] = PURPLE_SOIL
    soil[(belt > 0.55) & (height < 800.0)] = 5
    soil[(belt < -0.75) & (height < 1000.0)] = 6
    soil[height > 1120.0 + 130.0 * patch] = 7
    soil[slope + 3.0 * patch > 34.0 - 3.0 * (rock < 0.7)] = 8
    flat = (slope < 7.0) & (height < 1100.0)
    soil[flat & (above_river < 24.0 + 6.0 * patch)] = 2
    soil[flat & (above_river < 9.0 + 4.0 * patch)] = 0
    soil[flat & (above_river < 4.0) & (patch > 1.0)] = 1
    return soil


def soil_erodibility(seed: int, soils: NDArray[np.uint8]) -> Field:
    """Return K of each pixel, varying by a tenth inside a soil."""
    table = np.array([unit.erodibility for unit in UNITS], np.float32)
    vary = np.exp(0.09 * fractal_noise(seed, "erodibility", soils.shape[0], 24, 0.5))
    return np.clip(table[soils] * vary, 0.005, 0.05).astype(np.float32)


def soil_texture(soils: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the Chinese texture class code of each pixel."""
    return np.array([unit.texture for unit in UNITS], np.uint8)[soils]
