"""Texture classes of the Chinese system 中国制.

The classes and their codes are those of the first edition of 中国土壤 (1978): 砂土组, 壤土组 and
黏土组 with eleven classes. The second edition (1987) calls the part of the loam group that has little
coarse silt sandy loam 砂壤 and loam 壤土, where the first has silt loam 粉壤土 and clay loam 黏壤土,
and has no sandy clay. The Guide's list of textures mixes both.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import ClassEntry
from redline_plugin.core.text import N_

GRAVEL = 1
BEDROCK = 2
COARSE_SAND = 11
FINE_SAND = 12
VERY_FINE_SAND = 13
LOAM = 14
SANDY_LOAM = 15
SANDY_SILT = 21
SILT = 22
SILT_LOAM = 23
CLAY_LOAM = 24
SANDY_CLAY = 25
SILTY_CLAY = 31
LOAMY_CLAY = 32
CLAY = 33

CLASSES = (
    ClassEntry(GRAVEL, N_("Gravel"), (150, 150, 150)),
    ClassEntry(BEDROCK, N_("Bedrock"), (110, 110, 116)),
    ClassEntry(COARSE_SAND, N_("Coarse sand"), (250, 238, 190)),
    ClassEntry(FINE_SAND, N_("Fine sand"), (244, 222, 158)),
    ClassEntry(VERY_FINE_SAND, N_("Very fine sand"), (236, 204, 128)),
    ClassEntry(LOAM, N_("Loam"), (148, 152, 84)),
    ClassEntry(SANDY_LOAM, N_("Sandy loam"), (224, 190, 118)),
    ClassEntry(SANDY_SILT, N_("Sandy silt"), (150, 204, 172)),
    ClassEntry(SILT, N_("Silt"), (72, 168, 176)),
    ClassEntry(SILT_LOAM, N_("Silt loam"), (120, 188, 168)),
    ClassEntry(CLAY_LOAM, N_("Clay loam"), (160, 108, 84)),
    ClassEntry(SANDY_CLAY, N_("Sandy clay"), (206, 106, 72)),
    ClassEntry(SILTY_CLAY, N_("Silty clay"), (122, 72, 128)),
    ClassEntry(LOAMY_CLAY, N_("Loamy clay"), (158, 52, 58)),
    ClassEntry(CLAY, N_("Clay"), (96, 28, 48)),
)


@dataclass(frozen=True)
class Limits:
    """Limits between the classes, %; a value on a limit belongs to the class above it.

    Attributes:
        coarse_sand: sand of coarse sand.
        fine_sand: sand of fine sand.
        very_fine_sand: sand of very fine sand; with much clay: of sandy clay.
        sandy: sand of the sandy half of the loam group.
        silty: coarse silt of the silty half of the loam group.
        clay: fine clay of the clay group.
        loamy_clay: fine clay of loamy clay.
        heavy_clay: fine clay of clay proper.
    """

    coarse_sand: float = 70.0
    fine_sand: float = 60.0
    very_fine_sand: float = 50.0
    sandy: float = 20.0
    silty: float = 40.0
    clay: float = 30.0
    loamy_clay: float = 35.0
    heavy_clay: float = 40.0


def chinese_texture(
    sand: NDArray,
    coarse_silt: NDArray,
    fine_clay: NDArray,
    limits: Limits,
    second_edition: bool = False,
) -> NDArray[np.float32]:
    """Return the code of the class; NaN where a fraction is missing.

    Args:
        sand: 0.05 to 1 mm, %, any shape.
        coarse_silt: 0.01 to 0.05 mm, %, same shape.
        fine_clay: below 0.001 mm, %, same shape.
        limits: between the classes.
        second_edition: the loam group's names of 1987, and no sandy clay.
    """
    sandy = sand >= limits.sandy
    codes = np.where(
        coarse_silt >= limits.silty,
        np.where(sandy, np.float32(SANDY_SILT), np.float32(SILT)),
        np.where(
            sandy,
            np.float32(SANDY_LOAM if second_edition else SILT_LOAM),
            np.float32(LOAM if second_edition else CLAY_LOAM),
        ),
    )
    codes[sand >= limits.very_fine_sand] = VERY_FINE_SAND
    codes[sand >= limits.fine_sand] = FINE_SAND
    codes[sand >= limits.coarse_sand] = COARSE_SAND
    codes[fine_clay >= limits.clay] = SILTY_CLAY
    codes[fine_clay >= limits.loamy_clay] = LOAMY_CLAY
    codes[fine_clay >= limits.heavy_clay] = CLAY
    if not second_edition:
        codes[(fine_clay >= limits.clay) & (sand >= limits.very_fine_sand)] = SANDY_CLAY
    codes[np.isnan(sand) | np.isnan(coarse_silt) | np.isnan(fine_clay)] = np.nan
    return codes
