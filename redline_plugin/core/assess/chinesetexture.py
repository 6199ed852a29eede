"""Soil texture classes 土壤质地 of the Chinese system 中国制."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Choice,
    Coefficient,
    Group,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.soil import chinese
from redline_plugin.core.soil.inputs import FRACTION_HINT, MASS_HINT
from redline_plugin.core.text import N_

_SYSTEM = N_("Texture classification of China (Soils of China, 1978 and 1987)")
_LIMIT = Reference(_SYSTEM, N_("limits from general knowledge, not read"), Certainty.MEDIUM)
_CODES = Reference(_SYSTEM, N_("names and codes read in the form of a soil survey"), Certainty.SEEN)


def texture_class(
    sand: NDArray,
    coarse_silt: NDArray,
    fine_clay: NDArray,
    *,
    edition: str,
    coarse_sand_from: float,
    fine_sand_from: float,
    very_fine_sand_from: float,
    sandy_from: float,
    silty_from: float,
    clay_from: float,
    loamy_clay_from: float,
    heavy_clay_from: float,
    **_names: object,
) -> NDArray:
    """Return the code of the class; arrays of one shape, in %."""
    limits = chinese.Limits(
        coarse_sand_from,
        fine_sand_from,
        very_fine_sand_from,
        sandy_from,
        silty_from,
        clay_from,
        loamy_clay_from,
        heavy_clay_from,
    )
    return chinese.chinese_texture(sand, coarse_silt, fine_clay, limits, edition == "second")


def _sum_is_over(
    sand: NDArray, coarse_silt: NDArray, fine_clay: NDArray, **_names: object
) -> NDArray:
    return sand + coarse_silt + fine_clay > 100.5


def _limit(name: str, title: str, default: float) -> Coefficient:
    return Coefficient(name, title, default, (0, 100), "%", _LIMIT)


MODEL = Model(
    id="chinesetexture",
    title=N_("Soil texture class (Chinese system)"),
    group=Group.SOIL,
    about=N_(
        "The class of the Chinese texture system from sand, coarse silt and fine clay, with the codes "
        "that the soil erosion sensitivity takes. The system has its own size limits; USDA fractions "
        "do not fit."
    ),
    equation=N_("class of (sand 1–0.05 mm, coarse silt 0.05–0.01 mm, fine clay < 0.001 mm)"),
    reference=Reference(
        _SYSTEM,
        N_("names, codes and size limits read; limits between classes from general knowledge"),
        Certainty.MEDIUM,
    ),
    inputs=(
        RasterInput(
            "SAND_CN",
            N_("Sand, 0.05 to 1 mm"),
            "%",
            (0, 100),
            help=N_(
                "Sand of the Chinese system, per cent. Sand of the USDA system goes up to 2 mm."
            ),
            hints=(FRACTION_HINT, MASS_HINT),
        ),
        RasterInput(
            "COARSE_SILT",
            N_("Coarse silt, 0.01 to 0.05 mm"),
            "%",
            (0, 100),
            hints=(FRACTION_HINT, MASS_HINT),
        ),
        RasterInput(
            "FINE_CLAY",
            N_("Fine clay, below 0.001 mm"),
            "%",
            (0, 100),
            help=N_("Not the clay below 0.002 mm of the USDA system, which is more."),
            hints=(FRACTION_HINT, MASS_HINT),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Chinese texture class"),
            "",
            texture_class,
            classes=chinese.CLASSES,
            ramp="soil",
            term="SOIL_TEXTURE",
        ),
    ),
    coefficients=(
        _limit("COARSE_SAND_FROM", N_("Sand: from here coarse sand"), 70),
        _limit("FINE_SAND_FROM", N_("Sand: from here fine sand"), 60),
        _limit("VERY_FINE_SAND_FROM", N_("Sand: from here very fine sand or sandy clay"), 50),
        _limit("SANDY_FROM", N_("Sand: from here the sandy loams and silts"), 20),
        _limit("SILTY_FROM", N_("Coarse silt: from here silt"), 40),
        _limit("CLAY_FROM", N_("Fine clay: from here clays"), 30),
        _limit("LOAMY_CLAY_FROM", N_("Fine clay: from here loamy clay"), 35),
        _limit("HEAVY_CLAY_FROM", N_("Fine clay: from here clay proper"), 40),
    ),
    choices=(
        Choice(
            "EDITION",
            N_("Names of the loam group"),
            (
                Option(
                    "first",
                    N_("1978: silt loam (23), clay loam (24), sandy clay (25)"),
                    _CODES,
                ),
                Option(
                    "second",
                    N_("1987: sandy loam (15), loam (14), no sandy clay"),
                    Reference(
                        _SYSTEM, N_("edition of 1987, from general knowledge"), Certainty.MEDIUM
                    ),
                ),
            ),
            "first",
            N_(
                "Both editions divide the loam group at the same limits. The Guide's list of textures "
                "has a score for loam and sandy loam, and none for silt loam and clay loam."
            ),
        ),
    ),
    checks=(
        Check(
            _sum_is_over,
            N_(
                "Sand, coarse silt and fine clay add up to more than 100 % on {count} pixels "
                "({share:.1f} % of the valid ones): they are not fractions of one analysis."
            ),
        ),
    ),
    symbols={"SAND_CN": N_("sand"), "COARSE_SILT": N_("coarse silt"), "FINE_CLAY": N_("fine clay")},
    notes=(
        N_(
            "A value on a limit belongs to the class above it; no source assigns the limits. "
            "Redline's own rule."
        ),
        N_(
            "Gravel (code 1) and bedrock (2) cannot be told from these fractions; put them in from the "
            "soil map. The codes 1, 2, 14 and 15 are Redline's own."
        ),
        N_(
            "If you only have sand, silt and clay of the USDA system, convert the texture class with "
            "the other algorithm; that is an approximation."
        ),
    ),
    tags=(N_("texture"), N_("Chinese texture system")),
)
