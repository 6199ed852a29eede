"""Texture classes of the USDA triangle with the codes of HWSD (T_USDA_TEX_CLASS).

The twelve classes are those of the Soil Survey Manual. HWSD has thirteen codes: it parts clay into
heavy clay (more than 60 %) and light clay.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import ClassEntry
from redline_plugin.core.text import N_

HEAVY_CLAY = 1
SILTY_CLAY = 2
CLAY = 3
SILTY_CLAY_LOAM = 4
CLAY_LOAM = 5
SILT = 6
SILT_LOAM = 7
SANDY_CLAY = 8
LOAM = 9
SANDY_CLAY_LOAM = 10
SANDY_LOAM = 11
LOAMY_SAND = 12
SAND = 13

CLASSES = (
    ClassEntry(HEAVY_CLAY, N_("Heavy clay"), (96, 28, 48)),
    ClassEntry(SILTY_CLAY, N_("Silty clay"), (122, 72, 128)),
    ClassEntry(CLAY, N_("Clay (light)"), (158, 52, 58)),
    ClassEntry(SILTY_CLAY_LOAM, N_("Silty clay loam"), (110, 112, 168)),
    ClassEntry(CLAY_LOAM, N_("Clay loam"), (160, 108, 84)),
    ClassEntry(SILT, N_("Silt"), (72, 168, 176)),
    ClassEntry(SILT_LOAM, N_("Silt loam"), (120, 188, 168)),
    ClassEntry(SANDY_CLAY, N_("Sandy clay"), (206, 106, 72)),
    ClassEntry(LOAM, N_("Loam"), (148, 152, 84)),
    ClassEntry(SANDY_CLAY_LOAM, N_("Sandy clay loam"), (216, 150, 96)),
    ClassEntry(SANDY_LOAM, N_("Sandy loam"), (224, 190, 118)),
    ClassEntry(LOAMY_SAND, N_("Loamy sand"), (240, 216, 150)),
    ClassEntry(SAND, N_("Sand"), (250, 238, 190)),
)

CLOSED = 0.05
"""Sums this near to 100 % are taken for 100 %: rounded fractions must not be moved over a limit."""


def usda_texture(sand: NDArray, silt: NDArray, clay: NDArray) -> NDArray[np.float32]:
    """Return the code of the class, 1 to 13; NaN where a fraction is missing or all are 0.

    Fractions that do not add up to 100 % are scaled so that they do. Every point of the triangle
    has exactly one class, limits included.

    Args:
        sand: 0.05 to 2 mm, %, any shape.
        silt: 0.002 to 0.05 mm, %, same shape.
        clay: below 0.002 mm, %, same shape.
    """
    total = sand + silt + clay
    known = total > 0
    scale = np.where(np.abs(total - 100.0) > CLOSED, 100.0 / total, 1.0).astype(total.dtype)
    sand, silt, clay = sand * scale, silt * scale, clay * scale
    # From the lowest clay content up; what comes later holds where both do.
    codes = np.full(np.shape(total), SANDY_LOAM, np.float32)
    codes[(clay >= 7) & (sand <= 52)] = LOAM
    codes[silt + 2 * clay < 30] = LOAMY_SAND
    codes[silt + 1.5 * clay < 15] = SAND
    codes[silt >= 50] = SILT_LOAM
    codes[(silt >= 80) & (clay < 12)] = SILT
    at_least_20 = clay >= 20
    codes[at_least_20 & (silt < 50)] = LOAM
    codes[at_least_20 & (silt < 28)] = SANDY_CLAY_LOAM
    at_least_27 = clay >= 27
    codes[at_least_27] = SANDY_CLAY_LOAM
    codes[at_least_27 & (sand <= 45)] = CLAY_LOAM
    codes[at_least_27 & (sand <= 20)] = SILTY_CLAY_LOAM
    codes[(clay >= 35) & (sand > 45)] = SANDY_CLAY
    at_least_40 = clay >= 40
    codes[at_least_40 & (sand <= 45)] = CLAY
    codes[at_least_40 & (silt >= 40)] = SILTY_CLAY
    codes[clay > 60] = HEAVY_CLAY
    codes[~known] = np.nan
    return codes
