"""Reference evapotranspiration by Hargreaves and Samani (FAO-56, eq. 52)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import MONTHLY_MAX_TEMPERATURE, MONTHLY_MIN_TEMPERATURE
from redline_plugin.core.climate.months import DAYS, MIDDLE
from redline_plugin.core.climate.petoutputs import pet_outputs, pet_parts
from redline_plugin.core.climate.sources import FAO56
from redline_plugin.core.climate.sun import extraterrestrial_radiation, one_per_row
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Coefficient,
    Group,
    Model,
    Reference,
)
from redline_plugin.core.text import N_


def hargreaves(t_min: NDArray, t_max: NDArray, sky: NDArray, coefficient: float) -> NDArray:
    """Return ET0 in mm d-1; below 0 where the mean is below -17.8 degC, NaN where t_min > t_max.

    Args:
        t_min: mean of the daily minima, degC.
        t_max: mean of the daily maxima, degC.
        sky: extraterrestrial radiation, MJ m-2 d-1.
        coefficient: 0.0023.
    """
    warmth = (t_min + t_max) / 2 + 17.8
    return warmth * np.sqrt(t_max - t_min) * (0.408 * coefficient * sky)


def hargreaves_parts(
    t_min: NDArray, t_max: NDArray, *, latitude: NDArray, coefficient: float
) -> Mapping[str, NDArray]:
    """Return monthly and annual ET0 in mm, and where a month was cut at 0 or has bad input.

    Args:
        t_min: monthly means of the daily minima, degC, shape (12, rows, columns).
        t_max: monthly means of the daily maxima, degC, same shape.
        latitude: degrees, shape (rows, columns).
        coefficient: 0.0023.
    """
    places = one_per_row(latitude)
    months = np.empty_like(t_min)
    for number, month in enumerate(months):
        sky = extraterrestrial_radiation(places, MIDDLE[number]).astype(month.dtype)
        month[...] = hargreaves(t_min[number], t_max[number], sky, coefficient) * DAYS[number]
    frost = months.min(axis=0) < 0
    np.maximum(months, 0, out=months)
    return {**pet_parts(months), "frost": frost, "crossed": (t_min > t_max).any(axis=0)}


MODEL = Model(
    id="hargreavespet",
    title=N_("Reference evapotranspiration (Hargreaves)"),
    group=Group.CLIMATE,
    about=N_(
        "Monthly reference evapotranspiration from the daily extremes of temperature and the sun's "
        "height over the place, and its annual sum. FAO names it where humidity, wind or radiation "
        "are missing."
    ),
    equation="ET₀ = 0.0023·(T + 17.8)·(Tmax − Tmin)^0.5·Rₐ",
    reference=Reference(FAO56, N_("equation 52; Rₐ by equations 21 to 25"), Certainty.HIGH),
    inputs=(MONTHLY_MIN_TEMPERATURE, MONTHLY_MAX_TEMPERATURE),
    outputs=pet_outputs(),
    coefficients=(
        Coefficient(
            "COEFFICIENT",
            N_("Hargreaves coefficient"),
            0.0023,
            (0.0001, 0.01),
            "1",
            Reference(FAO56, N_("equation 52"), Certainty.HIGH),
        ),
    ),
    checks=(
        Check(
            itemgetter("frost"),
            N_("{count} pixels have months below -17.8 degC; these months count 0."),
        ),
        Check(
            itemgetter("crossed"),
            N_(
                "In {count} pixels the minimum temperature of a month lies above its maximum. They "
                "have no result. Are the two inputs exchanged?"
            ),
        ),
    ),
    shared=hargreaves_parts,
    needs_latitude=True,
    symbols={
        "MONTHLY_MIN_TEMPERATURE": "Tmin",
        "MONTHLY_MAX_TEMPERATURE": "Tmax",
        "COEFFICIENT": "0.0023",
    },
    notes=(
        N_("The sun of each month's 15th stands for the month."),
        N_("It gives too little in strong wind and too much in humid land."),
    ),
    tags=("ET0", "PET", "FAO", N_("evaporation")),
)
