"""Potential evapotranspiration 潜在蒸散量 by the Guide's formula (fact sheet 1.4 b)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.guide import guide_evapotranspiration
from redline_plugin.core.climate.inputs import MONTHLY_HUMIDITY, MONTHLY_TEMPERATURE
from redline_plugin.core.climate.petoutputs import pet_outputs, pet_parts
from redline_plugin.core.declare.model import GUIDE, Certainty, Check, Group, Model, Reference
from redline_plugin.core.text import N_


def guide_parts(temperature: NDArray, humidity: NDArray) -> Mapping[str, NDArray]:
    """Return monthly and annual evapotranspiration in mm, and where a month is below -20 degC.

    Args:
        temperature: monthly means, degC, shape (12, ...).
        humidity: monthly mean relative humidity, 0 to 1, same shape.
    """
    months = np.empty_like(temperature)
    for month, warmth, moisture in zip(months, temperature, humidity):
        month[...] = guide_evapotranspiration(warmth, moisture)
    return {**pet_parts(months), "frost": temperature.min(axis=0) < -20}


MODEL = Model(
    id="guidepet",
    title=N_("Potential evapotranspiration (Guide's formula)"),
    group=Group.CLIMATE,
    about=N_(
        "Monthly potential evapotranspiration from mean temperature and relative humidity, as the "
        "Guide has it for climatic erosivity of wind, and its annual sum."
    ),
    equation="ETPᵢ = 0.19·(20 + Tᵢ)²·(1 − rᵢ)",
    reference=Reference(
        GUIDE,
        N_("appendix A, windbreak and sand fixation; read in ChinaXiv-202204.00111"),
        Certainty.SEEN,
    ),
    inputs=(MONTHLY_TEMPERATURE, MONTHLY_HUMIDITY),
    outputs=pet_outputs(),
    checks=(
        Check(
            itemgetter("frost"),
            N_(
                "{count} pixels have months below -20 degC, where the square of the formula would "
                "rise again; these months count 0."
            ),
        ),
    ),
    shared=guide_parts,
    symbols={"MONTHLY_TEMPERATURE": "T", "MONTHLY_HUMIDITY": "r"},
    notes=(
        N_("Made for arid land; in humid, warm land it gives other values than FAO's method."),
        N_("The formula gives mm per month whatever the length of the month."),
    ),
    tags=("ETP", "PET", N_("evaporation")),
)
