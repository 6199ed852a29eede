"""Weather factor WF of RWEQ 气候因子 (fact sheet 1.4 a)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import (
    ELEVATION,
    IN_CUBIC_METRES,
    TEMPERATURES,
    TOO_MANY_DAYS,
    TOO_MUCH_FOR_A_FRACTION,
    TOO_WARM,
)
from redline_plugin.core.climate.sources import BY_USER, RWEQ
from redline_plugin.core.climate.weather import (
    DENSITY,
    GRAVITY,
    LEAST_DEMAND,
    MOST_DEMAND,
    MOST_RAIN,
    NO_SNOW,
    WETNESS_IS_DRYNESS,
    air_density,
    soil_wetness,
    weather_factor,
)
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Coefficient,
    Group,
    Hint,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_


def weather_parts(
    field: NDArray,
    elevation: NDArray,
    temperature: NDArray,
    demand: NDArray,
    rain: NDArray,
    rain_days: NDArray,
    irrigation: NDArray | None,
    snow: NDArray | None,
    *,
    density: str,
    gravity: float,
    days: float,
) -> Mapping[str, NDArray]:
    """Return WF in kg/m and what it is made of, and flags for the checks.

    Args:
        field: Wf, m3/s3.
        elevation: m.
        temperature: mean of the period, degC.
        demand: potential evapotranspiration of the period, mm.
        rain: of the period, mm.
        rain_days: days with rain in the period.
        irrigation: of the period, mm, None for none.
        snow: snow factor SD, 0 to 1, None for 1.
        density: id of the air density's formula.
        gravity: m/s2.
        days: of the period.
    """
    air = air_density(density)(elevation, temperature)
    raw = soil_wetness(demand, rain, irrigation, rain_days, days)
    wetness = np.clip(raw, 0, 1)
    factor = weather_factor(field, air, wetness, snow, gravity)
    return {
        "WEATHER_FACTOR": factor,
        "AIR_DENSITY": air,
        "SOIL_WETNESS": wetness,
        "clamped": raw < 0,
        "snowless": np.full(factor.shape, snow is None),
        "too_many_days": rain_days > days,
        "no_demand": demand == 0,
        "odd_demand": ((demand > 0) & (demand < LEAST_DEMAND * days))
        | (demand > MOST_DEMAND * days),
        "odd_rain": rain > MOST_RAIN * days,
    }


MODEL = Model(
    id="weatherfactor",
    title=N_("Weather factor (RWEQ)"),
    group=Group.CLIMATE,
    about=N_(
        "How much sand the weather of one period (a month or a year) could move: wind force, air "
        "density, how dry the soil is, and the time without snow."
    ),
    equation="WF = Wf·(ρ/g)·SW·SD, SW = [ETp − (R + I)·(R_d/N_d)]/ETp",
    reference=Reference(
        RWEQ, N_("weather factor; read in public code that applies it"), Certainty.SEEN
    ),
    inputs=(
        RasterInput(
            "WIND_FIELD",
            N_("Wind field Wf of the period"),
            "m3/s3",
            (0, None),
            help=N_("The sum over the period, scaled to its days."),
        ),
        ELEVATION,
        RasterInput(
            "TEMPERATURE",
            N_("Mean temperature of the period"),
            "degC",
            TEMPERATURES,
            hints=(TOO_WARM,),
        ),
        RasterInput(
            "POTENTIAL_EVAPOTRANSPIRATION",
            N_("Potential evapotranspiration of the period"),
            "mm",
            (0, 6000),
            help=N_(
                "The sum over the period: mm per year with 365 days, mm per month with a month's."
            ),
        ),
        RasterInput(
            "PRECIPITATION",
            N_("Precipitation of the period"),
            "mm",
            (0, 15000),
            help=N_(
                "The sum over the period: mm per year with 365 days, mm per month with a month's."
            ),
        ),
        RasterInput(
            "RAIN_DAYS",
            N_("Days with rain in the period"),
            "d",
            (0, 366),
            help=N_("Their number in the period, not more than its days."),
            hints=(Hint(None, 366, TOO_MANY_DAYS),),
        ),
        RasterInput(
            "IRRIGATION",
            N_("Irrigation of the period"),
            "mm",
            (0, 15000),
            help=N_("The sum over the period. Left out: none."),
            hints=(Hint(None, 2500, IN_CUBIC_METRES),),
            optional=True,
        ),
        RasterInput(
            "SNOW_FACTOR",
            N_("Snow factor SD of the period"),
            "1",
            (0, 1),
            help=N_("Left out: 1, no snow."),
            hints=(TOO_MUCH_FOR_A_FRACTION,),
            optional=True,
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Weather factor WF"),
            "kg/m",
            itemgetter("WEATHER_FACTOR"),
            (0, None),
            ramp="sand",
            term="WEATHER_FACTOR",
        ),
        RasterOutput(
            "AIR_DENSITY",
            N_("Air density ρ"),
            "kg/m3",
            itemgetter("AIR_DENSITY"),
            (0, None),
            optional=True,
        ),
        RasterOutput(
            "SOIL_WETNESS",
            N_("Soil wetness SW"),
            "1",
            itemgetter("SOIL_WETNESS"),
            (0, 1),
            optional=True,
            ramp="water",
        ),
    ),
    coefficients=(
        GRAVITY,
        Coefficient("DAYS", N_("Days of the period"), 365, (1, 366), "d", BY_USER),
    ),
    choices=(DENSITY,),
    checks=(
        Check(
            itemgetter("clamped"),
            N_(
                "In {count} pixels ({share:.1f} %) rain exceeds the demand; soil wetness is cut at 0."
            ),
        ),
        Check(
            itemgetter("no_demand"),
            N_(
                "{count} pixels have no evaporative demand; soil wetness is 0 there if there is "
                "rain, 1 if not."
            ),
        ),
        Check(
            itemgetter("too_many_days"),
            N_(
                "In {count} pixels there are more days with rain than days in the period. Look at "
                "the days of the period."
            ),
        ),
        Check(
            itemgetter("odd_demand"),
            N_(
                "In {count} pixels ({share:.1f} %) the potential evapotranspiration is less than "
                "0.1 or more than 12 mm per day. It must be a sum in mm of the same period as the "
                "days."
            ),
        ),
        Check(
            itemgetter("odd_rain"),
            N_(
                "In {count} pixels ({share:.1f} %) the precipitation is more than 60 mm per day. It "
                "must be a sum in mm of the same period as the days."
            ),
        ),
        Check(itemgetter("snowless"), NO_SNOW),
    ),
    shared=weather_parts,
    symbols={
        "WIND_FIELD": "Wf",
        "ELEVATION": "EL",
        "TEMPERATURE": "T",
        "POTENTIAL_EVAPOTRANSPIRATION": "ETp",
        "PRECIPITATION": "R",
        "RAIN_DAYS": "R_d",
        "IRRIGATION": "I",
        "SNOW_FACTOR": "SD",
        "GRAVITY": "g",
        "DAYS": "N_d",
        "WEATHER_FACTOR": "WF",
        "AIR_DENSITY": "ρ",
        "SOIL_WETNESS": "SW",
    },
    notes=(
        N_(
            "All inputs and the days must be of one and the same period: wind field, temperature, "
            "rain, demand and rain days of the year with 365 days, or of that month with its days."
        ),
        N_(
            "For monthly data use the tool Monthly weather factor. The Guide's own time step is not "
            "known."
        ),
        WETNESS_IS_DRYNESS,
        N_("g is 9.8 and ρ about 1: some public scripts pass 10 for both."),
    ),
    tags=("RWEQ", "WF", N_("wind erosion")),
)
