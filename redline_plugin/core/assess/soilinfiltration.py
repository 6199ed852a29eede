"""Soil infiltration factor Fsic 土壤渗流因子 (fact sheet 1.1 b)."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    CodeTable,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_


def infiltration_factor(factor: NDArray) -> NDArray:
    """Return the factor that the table gives, 0 to 1; any shape."""
    return factor


MODEL = Model(
    id="soilinfiltration",
    title=N_("Soil infiltration factor"),
    group=Group.SOIL,
    about=N_(
        "How well a soil takes up water, for the NPP method of water conservation: the code of the "
        "USDA texture class divided by 13, from 1/13 for heavy clay to 1 for sand."
    ),
    equation=N_("Fsic = code/13"),
    reference=Reference(
        GUIDE,
        N_(
            "appendix A, water conservation, NPP method; ends of the scale read in a fragment of the "
            "guide of 2014, the order is that of HWSD"
        ),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "USDA_TEXTURE",
            N_("USDA texture classes"),
            table=CodeTable(
                "INFILTRATION",
                N_("Soil infiltration factor"),
                "soil_infiltration.csv",
                "1",
                (0, 1),
            ),
            help=N_("Codes of HWSD, 1 (heavy clay) to 13 (sand)."),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Soil infiltration factor"),
            "1",
            infiltration_factor,
            (0, 1),
            ramp="water",
            term="SOIL_INFILTRATION",
        ),
    ),
    symbols={"USDA_TEXTURE": "Fsic"},
    notes=(
        N_(
            "The scale is a rank of classes, not a measured rate. A raster with another numbering of "
            "the USDA classes gives wrong values; check that 13 is sand."
        ),
    ),
    tags=("Fsic", N_("infiltration"), "HWSD", "NPP"),
)
