"""Soil crust factor SCF 土壤结皮因子 of RWEQ (fact sheet 1.4)."""

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
from redline_plugin.core.soil import erodibility, wind
from redline_plugin.core.soil.inputs import (
    CLAY,
    MATTER_PER_CARBON,
    ORGANIC_MATTER,
    organic_choice,
)
from redline_plugin.core.text import N_

# The soils that the equation was made from (Fryrear et al. 1998), in per cent.
CLAY_RANGE = (5.0, 39.3)
MATTER_RANGE = (0.32, 4.74)


def crust_factor(
    clay: NDArray, content: NDArray, *, organic: str, matter_per_carbon: float
) -> NDArray:
    """Return SCF; arrays of one shape, in %."""
    return wind.soil_crust(clay, erodibility.organic_matter(content, organic, matter_per_carbon))


def _outside(clay: NDArray, content: NDArray, *, organic: str, matter_per_carbon: float) -> NDArray:
    matter = erodibility.organic_matter(content, organic, matter_per_carbon)
    return (
        (clay < CLAY_RANGE[0])
        | (clay > CLAY_RANGE[1])
        | (matter < MATTER_RANGE[0])
        | (matter > MATTER_RANGE[1])
    )


MODEL = Model(
    id="soilcrust",
    title=N_("Soil crust factor (RWEQ)"),
    group=Group.SOIL,
    about=N_(
        "How far a crust keeps the soil from the wind, from clay and organic matter: 1 for loose "
        "sand, near 0 for clay."
    ),
    equation="SCF = 1/(1 + 0.0066·cl² + 0.021·OM²)",
    reference=Reference(
        N_("RWEQ (Fryrear et al.)"), N_("equation read in two public codes"), Certainty.SEEN
    ),
    inputs=(CLAY, ORGANIC_MATTER),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Soil crust factor"),
            "1",
            crust_factor,
            (0, 1),
            ramp="sand",
            term="SOIL_CRUST",
        ),
    ),
    coefficients=(MATTER_PER_CARBON,),
    choices=(organic_choice("matter"),),
    checks=(
        Check(
            _outside,
            N_(
                "{count} pixels ({share:.1f} % of the valid ones) lie outside the soils that the equation "
                "was made from: clay 5 to 39.3 %, organic matter 0.32 to 4.74 %. Their SCF is an "
                "extrapolation."
            ),
        ),
    ),
    symbols={"CLAY": "cl", "ORGANIC_MATTER": "OM"},
    notes=(N_("The ranges of the soils are from general knowledge of Fryrear's work, not read."),),
    tags=("RWEQ", "SCF", N_("wind erosion"), N_("crust")),
)
