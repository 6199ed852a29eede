"""Potential evapotranspiration by Thornthwaite (1948), with Willmott's curve for hot months."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import MONTHLY_TEMPERATURE
from redline_plugin.core.climate.months import DAYS, MIDDLE
from redline_plugin.core.climate.petoutputs import pet_outputs, pet_parts
from redline_plugin.core.climate.sun import day_length, one_per_row
from redline_plugin.core.climate.thornthwaite import (
    exponent,
    heat_index,
    unadjusted_evapotranspiration,
)
from redline_plugin.core.declare.model import Certainty, Check, Group, Model, Reference
from redline_plugin.core.text import N_

FAINT = 5.0
"""Below this heat index the formula is far outside what it was made for."""


def thornthwaite_parts(temperature: NDArray, *, latitude: NDArray) -> Mapping[str, NDArray]:
    """Return monthly and annual evapotranspiration in mm, and where the heat index is faint.

    Args:
        temperature: monthly means, degC, shape (12, rows, columns).
        latitude: degrees, shape (rows, columns).
    """
    places = one_per_row(latitude)
    index = heat_index(temperature)
    power = exponent(index)
    months = np.empty_like(temperature)
    for number, month in enumerate(months):
        scale = day_length(places, MIDDLE[number]) / 12 * (DAYS[number] / 30)
        plain = unadjusted_evapotranspiration(temperature[number], index, power)
        month[...] = plain * scale.astype(month.dtype)
    return {**pet_parts(months), "HEAT_INDEX": index, "faint": (index > 0) & (index < FAINT)}


MODEL = Model(
    id="thornthwaitepet",
    title=N_("Potential evapotranspiration (Thornthwaite)"),
    group=Group.CLIMATE,
    about=N_(
        "Monthly potential evapotranspiration from mean temperature and day length alone, and its "
        "annual sum. Months of 0 degC and below count 0; from 26.5 degC on Willmott's curve holds."
    ),
    equation="ETP = 16·(10·T/I)^a·(N/12)·(d/30), I = Σ (T/5)^1.514",
    reference=Reference(
        N_("Thornthwaite 1948, Geographical Review 38; Willmott and others 1985 for hot months"),
        N_("day length by equation 34 of FAO-56"),
        Certainty.HIGH,
    ),
    inputs=(MONTHLY_TEMPERATURE,),
    outputs=pet_outputs(),
    checks=(
        Check(
            itemgetter("faint"),
            N_(
                "{count} pixels have a heat index below 5: there is hardly a warm month, and the "
                "formula gives too much. Use another method there."
            ),
        ),
    ),
    shared=thornthwaite_parts,
    needs_latitude=True,
    symbols={"MONTHLY_TEMPERATURE": "T", "HEAT_INDEX": "I"},
    notes=(
        N_("The day length of each month's 15th stands for the month."),
        N_("It gives too little in arid and windy land. Take Hargreaves or Penman-Monteith there."),
    ),
    tags=("ETP", "PET", N_("evaporation")),
)
