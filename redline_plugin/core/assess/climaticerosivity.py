"""Climatic erosivity of wind 气候侵蚀力 by FAO's form (fact sheet 1.4 b)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.guide import guide_evapotranspiration
from redline_plugin.core.climate.inputs import (
    MONTHLY_HUMIDITY,
    MONTHLY_PRECIPITATION,
    MONTHLY_TEMPERATURE,
    MONTHLY_WIND,
)
from redline_plugin.core.climate.months import DAYS
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Group,
    Model,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_


def month_erosivity(
    wind: NDArray, rain: NDArray, temperature: NDArray, humidity: NDArray, days: float
) -> NDArray:
    """Return u^3 * (ETP - P) / ETP * d / 100 of one month; arrays of one shape.

    Args:
        wind: mean at 2 m, m/s.
        rain: mm.
        temperature: mean, degC.
        humidity: mean relative humidity, 0 to 1.
        days: of the month.

    Returns:
        0 where rain meets the demand, and where there is no demand.
    """
    demand = guide_evapotranspiration(temperature, humidity)
    # Without demand the numerator is 0; the smallest number keeps 0/0 away.
    missing = np.maximum(demand - rain, 0) / np.maximum(demand, np.finfo(np.float32).tiny)
    return wind * wind * wind * missing * (days / 100)


def climatic_erosivity(
    wind: NDArray, rain: NDArray, temperature: NDArray, humidity: NDArray
) -> Mapping[str, NDArray]:
    """Return the sum of the months' erosivity, and flags for the checks.

    Args:
        wind: monthly means at 2 m, m/s, shape (12, ...).
        rain: monthly sums, mm, same shape.
        temperature: monthly means, degC, same shape.
        humidity: monthly mean relative humidity, 0 to 1, same shape.
    """
    total = np.zeros_like(wind[0])
    for number, days in enumerate(DAYS):
        total += month_erosivity(
            wind[number], rain[number], temperature[number], humidity[number], days
        )
    return {
        "CLIMATIC_EROSIVITY": total,
        "still": total == 0,
        "no_demand": (temperature.min(axis=0) <= -20) | (humidity.max(axis=0) >= 1),
    }


MODEL = Model(
    id="climaticerosivity",
    title=N_("Climatic erosivity of wind"),
    group=Group.CLIMATE,
    about=N_(
        "How strongly wind and drought of a mean year work on the soil: the cube of each month's "
        "wind, weighted with the part of the evaporative demand that rain does not meet."
    ),
    equation="C = (1/100)·Σ ūᵢ³·[(ETPᵢ − Pᵢ)/ETPᵢ]·dᵢ",
    reference=Reference(
        GUIDE,
        N_("appendix A, windbreak and sand fixation, NPP method; read in ChinaXiv-202204.00111"),
        Certainty.SEEN,
    ),
    inputs=(MONTHLY_WIND, MONTHLY_PRECIPITATION, MONTHLY_TEMPERATURE, MONTHLY_HUMIDITY),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Climatic erosivity"),
            "1",
            itemgetter("CLIMATIC_EROSIVITY"),
            (0, None),
            ramp="sand",
            term="CLIMATIC_EROSIVITY",
        ),
    ),
    checks=(
        Check(
            itemgetter("still"),
            N_(
                "In {count} pixels ({share:.1f} %) there is no wind, or rain meets the demand in every "
                "month; their erosivity is 0."
            ),
        ),
        Check(
            itemgetter("no_demand"),
            N_(
                "{count} pixels have months of -20 degC or below, or of full humidity. There is no "
                "evaporative demand then, and these months count 0."
            ),
        ),
    ),
    shared=climatic_erosivity,
    symbols={
        "CLIMATIC_EROSIVITY": "C",
        "MONTHLY_WIND": "ū",
        "MONTHLY_PRECIPITATION": "P",
        "MONTHLY_TEMPERATURE": "T",
        "MONTHLY_HUMIDITY": "r",
    },
    notes=(
        N_("Wind must be at 2 m: the cube makes 10 m wind count twice as much."),
        N_(
            "What to do in months with more rain than demand, or without demand, is in no source; "
            "here they count 0."
        ),
        N_("Scale the result to 0 to 1 over the assessed area before it enters the NPP index."),
    ),
    tags=("Fq", "FAO", N_("wind erosion")),
)
