"""Soil texture classes 土壤质地 of the USDA triangle, with HWSD's codes."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Group,
    Model,
    RasterOutput,
    Reference,
)
from redline_plugin.core.soil import erodibility, usda
from redline_plugin.core.soil.inputs import CLAY, PARTS, SAND, SILT, SUM_TOLERANCE
from redline_plugin.core.text import N_


def texture_class(sand: NDArray, silt: NDArray, clay: NDArray, **_names: object) -> NDArray:
    """Return HWSD's code of the USDA class, 1 to 13; NaN where there is none."""
    return usda.usda_texture(sand, silt, clay)


def _sum_is_off(
    sand: NDArray, silt: NDArray, clay: NDArray, *, sum_tolerance: float, **_names: object
) -> NDArray:
    return erodibility.sum_is_off(sand, silt, clay, sum_tolerance)


MODEL = Model(
    id="usdatexture",
    title=N_("Soil texture class (USDA)"),
    group=Group.SOIL,
    about=N_(
        "The class of the USDA texture triangle from sand, silt and clay, with the 13 codes of the "
        "Harmonized World Soil Database: clay above 60 % is heavy clay (1), other clay is 3. "
        "Fractions that do not add up to 100 % are scaled so that they do."
    ),
    equation=N_("class of (sand, silt, clay) in the USDA triangle"),
    reference=Reference(
        N_("Soil Survey Manual (USDA); codes of HWSD, T_USDA_TEX_CLASS"),
        N_("triangle from general knowledge; codes read in public code that uses HWSD"),
        Certainty.HIGH,
    ),
    inputs=(SAND, SILT, CLAY),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("USDA texture class"),
            "",
            texture_class,
            classes=usda.CLASSES,
            ramp="soil",
            term="USDA_TEXTURE",
        ),
    ),
    coefficients=(SUM_TOLERANCE,),
    checks=(
        Check(
            _sum_is_off,
            N_(
                "Sand, silt and clay do not add up to 100 % on {count} pixels ({share:.1f} % of the valid "
                "ones). Their fractions were scaled."
            ),
        ),
    ),
    wholes=PARTS,
    symbols={"SAND": N_("sand"), "SILT": N_("silt"), "CLAY": N_("clay")},
    notes=(
        N_(
            "The order of the codes is the one that the soil infiltration factor needs: from heavy "
            "clay, which takes up least water, to sand."
        ),
        N_("The Chinese texture system has other size limits; it is another algorithm."),
    ),
    tags=("USDA", "HWSD", N_("texture"), N_("texture triangle")),
)
