"""Soil erodibility K 土壤可蚀性 from texture and organic carbon (fact sheet 1.3)."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Choice,
    Group,
    Model,
    Option,
    RasterOutput,
    Reference,
)
from redline_plugin.core.soil import erodibility
from redline_plugin.core.soil.inputs import (
    CLAY,
    MATTER_PER_CARBON,
    ORGANIC_CARBON,
    PARTS,
    SAND,
    SILT,
    SUM_TOLERANCE,
    organic_choice,
)
from redline_plugin.core.text import N_

METHOD = Choice(
    "METHOD",
    N_("Equation"),
    (
        Option(
            "corrected",
            N_("EPIC, corrected for China"),
            Reference(
                N_("Zhang Keli's correction"),
                N_("read in papers and code that apply the Guide"),
                Certainty.SEEN,
            ),
        ),
        Option(
            "epic",
            N_("EPIC without correction"),
            Reference(N_("EPIC"), N_("read in papers and code that apply the Guide")),
        ),
    ),
    "corrected",
    N_("Both are given in SI units; uncorrected values are about twice as large."),
)


def soil_erodibility(
    sand: NDArray,
    silt: NDArray,
    clay: NDArray,
    organic_carbon: NDArray,
    *,
    organic: str,
    method: str,
    matter_per_carbon: float,
    **_names: object,
) -> NDArray:
    """Return K in t hm2 h hm-2 MJ-1 mm-1; arrays of one shape, in %."""
    carbon = erodibility.organic_carbon(organic_carbon, organic, matter_per_carbon)
    epic = erodibility.epic_erodibility(sand, silt, clay, carbon)
    if method == "epic":
        return epic * erodibility.SI_PER_US
    return erodibility.corrected_erodibility(epic)


def _sum_is_off(
    sand: NDArray,
    silt: NDArray,
    clay: NDArray,
    _organic_carbon: NDArray,
    *,
    sum_tolerance: float,
    **_names: object,
) -> NDArray:
    return erodibility.sum_is_off(sand, silt, clay, sum_tolerance)


MODEL = Model(
    id="soilerodibility",
    title=N_("Soil erodibility K (EPIC)"),
    group=Group.SOIL,
    about=N_(
        "How easily a soil is washed away, from its sand, silt, clay and organic carbon, by the EPIC "
        "equation with the correction for Chinese soils. Where the correction gives less than 0 the "
        "result is 0, and these pixels are counted. Pixels with neither silt nor clay have no value."
    ),
    equation="K = (−0.01383 + 0.51575·K_EPIC)·0.1317",
    reference=Reference(
        GUIDE,
        N_(
            "appendix A, soil and water conservation; equations read in papers that apply the Guide"
        ),
        Certainty.SEEN,
    ),
    inputs=(SAND, SILT, CLAY, ORGANIC_CARBON),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Soil erodibility K"),
            "t hm2 h hm-2 MJ-1 mm-1",
            soil_erodibility,
            (0, None),
            ramp="soil",
            term="SOIL_ERODIBILITY",
        ),
    ),
    coefficients=(MATTER_PER_CARBON, SUM_TOLERANCE),
    choices=(organic_choice("carbon"), METHOD),
    checks=(
        Check(
            _sum_is_off,
            N_(
                "Sand, silt and clay do not add up to 100 % on {count} pixels ({share:.1f} % of the valid "
                "ones). The equation was used with the fractions as they are."
            ),
        ),
    ),
    wholes=PARTS,
    symbols={"SAND": "ms", "SILT": "msilt", "CLAY": "mc", "ORGANIC_CARBON": "orgC"},
    notes=(
        N_(
            "K_EPIC = {0.2 + 0.3·exp[−0.0256·ms·(1 − msilt/100)]}·[msilt/(mc + msilt)]^0.3·{1 − "
            "0.25·orgC/[orgC + exp(3.72 − 2.95·orgC)]}·{1 − 0.7·(1 − ms/100)/[(1 − ms/100) + "
            "exp(−5.51 + 22.9·(1 − ms/100))]}, all in per cent."
        ),
        N_(
            "Several reprints misprint this equation: 2.95 for 22.9, 5.72 for 3.72, 0.75 for 0.7, or "
            "0.1 mm as the limit of silt. Redline uses 22.9, 3.72, 0.7 and 0.05 mm."
        ),
        N_(
            "Below a K_EPIC of 0.0268 the corrected K is negative; it is set to 0. Such soils are "
            "nearly pure sand."
        ),
        N_(
            "Data of other size limits (international or Kachinsky system) must be converted first."
        ),
    ),
    tags=("EPIC", "K", N_("soil erodibility"), "RUSLE", "USLE"),
)
