"""Vegetation factor C 植被因子 of RWEQ from vegetation cover and ecosystem (fact sheet 1.4)."""

from __future__ import annotations

from redline_plugin.core.assess.inputs import VEGETATION_COVER
from redline_plugin.core.declare.model import (
    Certainty,
    CodeTable,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.soil.wind import vegetation_factor
from redline_plugin.core.text import N_

MODEL = Model(
    id="windcover",
    title=N_("Vegetation factor C (RWEQ)"),
    group=Group.COVER,
    about=N_(
        "How far plants leave the soil open to the wind: 1 without cover, falling with the cover at a "
        "rate of its own for each ecosystem. Ecosystems without a rate (water, towns) are left out."
    ),
    equation="C = exp(a·SC)",
    reference=Reference(
        N_("RWEQ as applied in China"),
        N_("rates read in two public codes, the farmland form read in a paper"),
        Certainty.CONFLICT,
    ),
    inputs=(
        VEGETATION_COVER,
        RasterInput(
            "ECOSYSTEM",
            N_("Ecosystem classes"),
            table=CodeTable(
                "COVER_RATES",
                N_("Rate a at which C falls with the cover, per %"),
                "wind_cover_rates.csv",
                "1",
                (-1, 0),
            ),
            help=N_("Class codes, as in the table of rates."),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Vegetation factor C"),
            "1",
            vegetation_factor,
            (0, 1),
            ramp="erosion",
            term="WIND_COVER",
        ),
    ),
    symbols={"VEGETATION_COVER": "SC/100", "ECOSYSTEM": "a"},
    notes=(
        N_("SC is the cover in per cent: Redline multiplies the fraction by 100."),
        N_(
            "Sources differ: one public code has a plus sign and NDVI for the cover, one has NDVI from "
            "0 to 1 with the rates for per cent, one has −0.00483. Redline follows the form "
            "exp(−0.0438·SC) of a paper, which the rates fit."
        ),
        N_(
            "Bare land has −0.0768 and sandy land −0.0658. Of the land-cover products only CNLUCC and the "
            "national classification tell sandy land; the others have it as bare land, whose C is a "
            "little lower."
        ),
    ),
    tags=("RWEQ", "C", N_("wind erosion"), N_("vegetation")),
)
