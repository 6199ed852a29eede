"""Wind speed brought to 2 m above the ground (fact sheet 1.4 b)."""

from __future__ import annotations

import math

from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import TOO_WINDY
from redline_plugin.core.climate.sources import BY_USER, FAO56
from redline_plugin.core.climate.winds import factor_by_power
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Choice,
    Coefficient,
    Group,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

POWER = "power"
LOGARITHM = "logarithm"

_SECTION = N_("appendix A, windbreak and sand fixation; read in ChinaXiv-202204.00111")


def wind_factor(profile: str, height: float, exponent: float) -> float:
    """Return wind at 2 m over wind at ``height`` m.

    Args:
        profile: id of the profile.
        height: above the ground, m.
        exponent: of the power law.
    """
    if profile == POWER:
        return factor_by_power(height, exponent)
    return 4.87 / math.log(67.8 * height - 5.42)


def wind_to_two_metres(wind: NDArray, *, profile: str, height: float, exponent: float) -> NDArray:
    """Return wind at 2 m in m/s from wind at ``height`` in m/s; any shape."""
    return wind * wind_factor(profile, height, exponent)


MODEL = Model(
    id="windtotwometres",
    title=N_("Wind speed to 2 m"),
    group=Group.CLIMATE,
    about=N_(
        "Brings monthly wind speed, which is measured at 10 m as a rule, to 2 m above the ground, "
        "where the models of wind erosion and evaporation want it."
    ),
    equation="u₂ = u_z·(2/z)^(1/7)",
    reference=Reference(GUIDE, _SECTION, Certainty.SEEN),
    inputs=(
        RasterInput(
            "MONTHLY_WIND_AT_HEIGHT",
            N_("Monthly mean wind speed"),
            "m/s",
            (0, 100),
            help=N_("At the height that is given below, January first."),
            bands=12,
            hints=(TOO_WINDY,),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Monthly mean wind speed at 2 m"),
            "m/s",
            wind_to_two_metres,
            (0, None),
            bands=12,
            term="MONTHLY_WIND",
        ),
    ),
    coefficients=(
        Coefficient(
            "HEIGHT", N_("Height of the wind above the ground"), 10, (0.5, 500), "m", BY_USER
        ),
        Coefficient(
            "EXPONENT",
            N_("Exponent of the power law"),
            1 / 7,
            (0.01, 1),
            "1",
            Reference(GUIDE, _SECTION, Certainty.SEEN),
        ),
    ),
    choices=(
        Choice(
            "PROFILE",
            N_("Profile of the wind"),
            (
                Option(POWER, N_("Power law"), Reference(GUIDE, _SECTION, Certainty.SEEN)),
                Option(
                    LOGARITHM,
                    N_("Logarithm over short grass"),
                    Reference(FAO56, N_("equation 47"), Certainty.HIGH),
                ),
            ),
            POWER,
            help=N_(
                "The Guide's climatic erosivity uses the power law, FAO's evapotranspiration the "
                "logarithm: from 10 m they give 0.795 and 0.748 of the wind."
            ),
        ),
    ),
    symbols={"MONTHLY_WIND_AT_HEIGHT": "u_z", "HEIGHT": "z", "EXPONENT": "1/7"},
    notes=(
        N_(
            "For months only. The wind field brings a series of observations to 2 m itself; give "
            "their height there."
        ),
    ),
    tags=(N_("wind"), N_("height")),
)
