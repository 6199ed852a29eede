"""Ecosystems, vegetation cover and cover factor that follow terrain, water, soil and people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.assess.covermanagement import COVER_FACTORS
from redline_plugin.core.declare.table import load_table
from redline_plugin.core.demo.noise import Field, fractal_noise
from redline_plugin.core.soil.cover import guide_factor

WETLAND, ORCHARD, PADDY, DRY_FARMLAND, BUILT_UP, BARE = 15, 16, 17, 18, 19, 20


@dataclass(frozen=True)
class Habitat:
    """Where a wild ecosystem is at home.

    ``height`` and ``range`` in m; ``dry``, ``steep`` and ``degraded`` weigh how much it gains from
    dryness, slope and the nearness of people; ``rarity`` is taken off its score.
    """

    code: int
    height: float
    range: float
    dry: float
    steep: float
    degraded: float
    rarity: float


HABITATS = (
    Habitat(1, 560.0, 420.0, -0.7, 0.0, -0.5, 0.25),
    Habitat(2, 820.0, 480.0, 0.6, 0.0, 0.0, 0.15),
    Habitat(2, 1800.0, 320.0, -0.2, 0.0, -0.3, 0.1),
    Habitat(3, 1180.0, 380.0, -0.1, 0.0, -0.2, 0.0),
    Habitat(4, 1450.0, 360.0, -0.3, 0.0, -0.3, 0.0),
    Habitat(5, 1980.0, 260.0, 0.1, 0.0, -0.2, 0.25),
    Habitat(6, 700.0, 520.0, 0.5, 0.0, 0.5, 0.9),
    Habitat(7, 520.0, 450.0, 0.4, 0.1, 0.5, 0.65),
    Habitat(8, 1050.0, 480.0, 0.4, 0.3, 0.4, 0.85),
    Habitat(9, 2150.0, 260.0, 0.1, 0.2, 0.0, 0.5),
    Habitat(10, 800.0, 600.0, 0.9, 0.5, 0.6, 1.25),
    Habitat(11, 2350.0, 300.0, 0.0, -0.3, 0.0, 0.1),
    Habitat(12, 900.0, 500.0, 1.1, -0.2, 0.3, 1.5),
    Habitat(13, 750.0, 600.0, 0.4, 0.1, 0.7, 0.75),
    Habitat(14, 700.0, 600.0, 1.0, 0.3, 0.9, 1.45),
)
_COVER = np.array(
    (
        *(0.0, 0.84, 0.76, 0.80, 0.80, 0.72, 0.36, 0.62, 0.58, 0.52, 0.26),
        *(0.74, 0.50, 0.56, 0.17, 0.08, 0.58, 0.52, 0.42, 0.14, 0.05),
    ),
    np.float32,
)
"""Mean vegetation cover of each ecosystem code."""


@dataclass(frozen=True)
class Site:
    """What decides on the ecosystem of a pixel; fields on the full grid.

    Attributes:
        height: m.
        slope: degrees.
        northness: -1 to 1.
        above_river: m.
        rain: mm/a.
        to_village: distance to the next village, m.
        settlement: how built-up a place is, above 0.5 it is.
        erodible: soils that wash away easily.
        water: rivers and lake.
    """

    height: Field
    slope: Field
    northness: Field
    above_river: Field
    rain: Field
    to_village: Field
    settlement: Field
    erodible: NDArray[np.bool_]
    water: NDArray[np.bool_]


def make_ecosystems(seed: int, site: Site, cell: float) -> NDArray[np.uint8]:
    """Return the ecosystem code of each pixel of ``cell`` m."""
    size = site.height.shape[0]
    soft = max(0.6, 45.0 / cell)
    slope = ndimage.gaussian_filter(site.slope, soft)
    northness = ndimage.gaussian_filter(site.northness, soft)
    patch = fractal_noise(seed, "fields", size, 40, 0.6)
    dry = 0.9 * (1050.0 - site.rain) / 200.0 - 0.8 * northness
    dry = np.clip(dry + 0.3 * patch, -1.6, 1.6).astype(np.float32)
    near = np.exp(-site.to_village / 1300.0 * np.exp(0.3 * patch))
    steep = np.clip((slope - 18.0) / 14.0, -1.0, 1.5)
    codes = _wild(seed, site.height, dry, steep, near)
    codes[(slope + 2.5 * patch > 41.0) & (site.height > 900.0)] = BARE
    worn = site.erodible & (slope > 9.0 + 2.0 * patch)
    worn &= fractal_noise(seed, "gullies", size, 9, 0.6) + 0.15 * patch > 0.45
    codes[worn] = np.where(patch[worn] > 0.3, BARE, 14)
    tilled = slope + 5.0 * (1.0 - near) + 2.2 * patch + 0.004 * np.maximum(site.height - 700, 0)
    tilled += 0.07 * np.maximum(site.above_river - 25.0, 0.0)
    codes[(tilled < 16.5) & (patch > 0.9) & (near > 0.25)] = ORCHARD
    codes[(tilled < 11.5) & (near > 0.2)] = DRY_FARMLAND
    wet = site.above_river + 3.0 * patch < 15.0
    codes[(slope < 4.5 + 0.6 * patch) & wet & (site.height < 900.0) & (near > 0.1)] = PADDY
    codes[(site.settlement > 0.5) & (slope < 16.0)] = BUILT_UP
    codes[site.water] = WETLAND
    return codes


def _wild(seed: int, height: Field, dry: Field, steep: Field, near: Field) -> NDArray[np.uint8]:
    """Return the wild ecosystem that scores best at each pixel."""
    size = height.shape[0]
    best = np.full(height.shape, -np.inf, np.float32)
    codes = np.zeros(height.shape, np.uint8)
    for number, home in enumerate(HABITATS):
        score = -(((height - home.height) / home.range) ** 2) * 0.5
        score += home.dry * 0.6 * dry + home.steep * 0.5 * steep + home.degraded * 1.2 * near
        score += 0.38 * fractal_noise(seed, f"habitat{number}", size, 34, 0.6) - home.rarity
        better = score > best
        best[better] = score[better]
        codes[better] = home.code
    return codes


def vegetation_cover(
    seed: int, codes: NDArray[np.uint8], rain: Field, slope: Field, cell: float
) -> Field:
    """Return the fraction of ground covered by plants, 0 to 1."""
    size = codes.shape[0]
    cover = _COVER[codes]
    cover += 0.05 * (rain - 1050.0) / 300.0 - 0.0022 * np.maximum(slope - 25.0, 0.0)
    cover += 0.055 * fractal_noise(seed, "vigour", size, 30, 0.6)
    cover = ndimage.gaussian_filter(cover, min(1.0, 25.0 / cell))
    cover[codes == WETLAND] *= 0.4
    return np.clip(cover, 0.01, 0.98).astype(np.float32)


def cover_factor(codes: NDArray[np.uint8], cover: Field) -> Field:
    """Return the cover factor C of RUSLE by the table of the Guide (fact sheet 1.3)."""
    rows = load_table(COVER_FACTORS).apply(codes)
    return np.clip(guide_factor(cover, rows[0], rows[1:]), 0.0, 1.0).astype(np.float32)
