"""Chinese texture classes 中国制质地 from USDA classes, an approximation by a table."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    Certainty,
    CodeTable,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
    TableFile,
)
from redline_plugin.core.soil import chinese
from redline_plugin.core.text import N_

_ADVICE = Reference(N_("Redline's own rule"), "", Certainty.ADVICE)


def converted_class(codes: NDArray) -> NDArray:
    """Return the Chinese system's code that the table gives; any shape."""
    return codes


MODEL = Model(
    id="texturefromusda",
    title=N_("Chinese texture class from USDA class"),
    group=Group.SOIL,
    about=N_(
        "Turns USDA texture classes (codes of HWSD) into classes of the Chinese system by a table. The "
        "two systems have other size limits, so this is an approximation and Redline's own rule, in "
        "no norm. Check it against soils of your area, and edit the table."
    ),
    equation=N_("Chinese class = table(USDA class)"),
    reference=Reference(
        N_("Redline's own rule"), N_("two tables to choose from, both editable"), Certainty.ADVICE
    ),
    inputs=(
        RasterInput(
            "USDA_TEXTURE",
            N_("USDA texture classes"),
            table=CodeTable(
                "TEXTURE_CONVERSION",
                N_("Chinese texture class"),
                "texture_usda_to_chinese_by_name.csv",
                "",
                (1, 254),
                others=(
                    TableFile(
                        "bysize",
                        N_("By estimated fractions"),
                        "texture_usda_to_chinese_by_size.csv",
                        _ADVICE,
                    ),
                ),
            ),
            help=N_("Codes of HWSD, 1 to 13."),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Chinese texture class"),
            "",
            converted_class,
            classes=chinese.CLASSES,
            ramp="soil",
            term="SOIL_TEXTURE",
        ),
    ),
    symbols={"USDA_TEXTURE": N_("USDA class")},
    notes=(
        N_(
            "The default table goes by the name, as most people read the Guide: loam is loam, sandy "
            "loam is sandy loam. Classes without a namesake get the nearest one."
        ),
        N_(
            "The other table goes by size: it takes the middle of each USDA class, counts half of the "
            "silt as coarse silt and 70 % of the clay as fine clay, and looks up the class. Both "
            "shares are guesses."
        ),
        N_(
            "The Chinese classes silt loam (23), clay loam (24) and sandy clay (25) have no score for soil "
            "erosion in the Guide's table as known here. By name, USDA silt loam, clay loam, sandy clay "
            "loam and sandy clay become these classes: they are left out of the sensitivity to soil "
            "erosion until somebody decides, in a copy of soil_texture_erosion_scores.csv."
        ),
        N_(
            "To consider for that decision: the second edition of the Chinese system calls 23 sandy loam "
            "and 24 loam, which score 3; sandy clay lies between very fine sand (3), silty clay (3) and "
            "clay (1). Much silt speaks for 5, much clay for 1. Erodibility measured on soils of the "
            "province decides best."
        ),
    ),
    tags=(N_("texture"), "USDA", "HWSD"),
)
