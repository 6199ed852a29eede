"""Potential evapotranspiration of RWEQ's soil wetness, from radiation (fact sheet 1.4 a)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import TEMPERATURES, TOO_WARM
from redline_plugin.core.climate.sources import BY_USER, RWEQ
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Choice,
    Coefficient,
    Group,
    Hint,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

CALORIES = "calories"
JOULES = "joules"

PER_DAY = 42.0
"""Daily means of radiation in MJ/m2 lie below, those in cal/cm2 above (1.8 MJ/m2). Own limit."""


def radiation_evapotranspiration(
    radiation: NDArray, temperature: NDArray, *, formula: str, latent_heat: float, **_: object
) -> NDArray:
    """Return ETp in mm of the period; 0 at -17.8 degC and below. Arrays of one shape.

    Args:
        radiation: sum of the solar radiation over the period, cal/cm2 or MJ/m2 by formula.
        temperature: mean of the period, degC.
        formula: id of the formula.
        latent_heat: MJ/m2 that evaporate 1 mm, for the formula in MJ.
    """
    factor = 0.0162 / 58.5 if formula == CALORIES else 0.0135 / latent_heat
    return radiation * np.maximum(temperature + 17.8, 0) * factor


def _frost(radiation: NDArray, temperature: NDArray, **_: object) -> NDArray:  # noqa: ARG001
    return temperature < -17.8


def _looks_like_joules(
    radiation: NDArray,
    temperature: NDArray,  # noqa: ARG001
    *,
    formula: str,
    days: float,
    **_: object,
) -> NDArray:
    return (radiation < PER_DAY * days) & (formula == CALORIES)


def _looks_like_calories(
    radiation: NDArray,
    temperature: NDArray,  # noqa: ARG001
    *,
    formula: str,
    days: float,
    **_: object,
) -> NDArray:
    return (radiation > PER_DAY * days) & (formula == JOULES)


MODEL = Model(
    id="radiationpet",
    title=N_("Potential evapotranspiration from radiation (RWEQ)"),
    group=Group.CLIMATE,
    about=N_(
        "Potential evapotranspiration of one period (a month or a year) from the sum of solar "
        "radiation and mean temperature, for the soil wetness of RWEQ's weather factor."
    ),
    equation="ETp = 0.0162·(SR/58.5)·(T + 17.8)  |  ETp = 0.0135·(SR/2.45)·(T + 17.8)",
    reference=Reference(
        RWEQ, N_("weather factor, soil wetness; sources differ"), Certainty.CONFLICT
    ),
    inputs=(
        RasterInput(
            "RADIATION",
            N_("Solar radiation, sum of the period"),
            "",
            (0, 1_000_000),
            help=N_("In cal/cm2 or MJ/m2, as the formula wants it. 1 MJ/m2 is 23.88 cal/cm2."),
            hints=(
                Hint(
                    1,
                    None,
                    N_(
                        "That is less than 1 a day: it looks like W/m2 or the mean of a day. The sum "
                        "of the period is needed."
                    ),
                ),
                Hint(
                    None,
                    1000,
                    N_("That is more than 1000 a day: it looks like kJ or J per m2."),
                ),
            ),
            scale="DAYS",
        ),
        RasterInput(
            "TEMPERATURE",
            N_("Mean temperature of the period"),
            "degC",
            TEMPERATURES,
            hints=(TOO_WARM,),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Potential evapotranspiration of the period"),
            "mm",
            radiation_evapotranspiration,
            (0, None),
            ramp="water",
            term="POTENTIAL_EVAPOTRANSPIRATION",
        ),
    ),
    coefficients=(
        Coefficient(
            "LATENT_HEAT",
            N_("Radiation that evaporates 1 mm, for the formula in MJ/m2"),
            2.45,
            (2, 3),
            "MJ/m2",
            Reference(
                N_("Latent heat of water"),
                N_(
                    "public code has 2.54, which looks like two digits exchanged: 58.5 cal/cm2 are "
                    "2.45 MJ/m2"
                ),
                Certainty.CONFLICT,
            ),
        ),
        Coefficient(
            "DAYS",
            N_("Days of the period, only to check the radiation's unit"),
            365,
            (1, 366),
            "d",
            BY_USER,
        ),
    ),
    choices=(
        Choice(
            "FORMULA",
            N_("Formula and unit of the radiation"),
            (
                Option(
                    CALORIES,
                    N_("0.0162, radiation in cal/cm2"),
                    Reference(RWEQ, N_("Samani and Pessarakli 1986"), Certainty.HIGH),
                ),
                Option(
                    JOULES,
                    N_("0.0135, radiation in MJ/m2"),
                    Reference(N_("Hargreaves 1975"), N_("read in public code"), Certainty.CONFLICT),
                ),
            ),
            CALORIES,
            help=N_("With radiation in its own unit the first gives 1.2 times the second."),
        ),
    ),
    checks=(
        Check(_frost, N_("{count} pixels are colder than -17.8 degC; their result is 0.")),
        Check(
            _looks_like_joules,
            N_(
                "In {count} pixels ({share:.1f} %) the radiation is below 42 per day: this looks "
                "like MJ/m2, but the formula takes cal/cm2 and gives far too little. Choose the "
                "other formula, or set the days of the period."
            ),
        ),
        Check(
            _looks_like_calories,
            N_(
                "In {count} pixels ({share:.1f} %) the radiation is above 42 per day: this looks "
                "like cal/cm2, but the formula takes MJ/m2 and gives far too much. Choose the other "
                "formula, or set the days of the period."
            ),
        ),
    ),
    symbols={"RADIATION": "SR", "TEMPERATURE": "T", "LATENT_HEAT": "2.45"},
    notes=(
        N_("Look at the size of the result: 300 to 2000 mm in a year, 5 to 250 mm in a month."),
    ),
    tags=("RWEQ", "ETp", "PET", N_("evaporation")),
)
