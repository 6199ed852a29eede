"""Monthly weather factor WF of RWEQ 逐月气候因子 (fact sheet 1.4 a)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import (
    ELEVATION,
    IN_CUBIC_METRES,
    MONTHLY_PRECIPITATION,
    MONTHLY_TEMPERATURE,
    TOO_MANY_DAYS,
    TOO_MUCH_FOR_A_FRACTION,
)
from redline_plugin.core.climate.months import DAYS
from redline_plugin.core.climate.series import sum_of
from redline_plugin.core.climate.sources import RWEQ
from redline_plugin.core.climate.weather import (
    DENSITY,
    GRAVITY,
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
    Group,
    Hint,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

MONTHS = "MONTHLY_WEATHER_FACTOR"
YEAR = "WEATHER_FACTOR"
LONGEST_FEBRUARY = 29


def monthly_weather_parts(
    field: NDArray,
    elevation: NDArray,
    temperature: NDArray,
    demand: NDArray,
    rain: NDArray,
    rain_days: NDArray,
    snow: NDArray | None,
    irrigation: NDArray | None,
    *,
    density: str,
    gravity: float,
) -> Mapping[str, NDArray]:
    """Return WF of the months and their sum in kg/m, and flags for the checks.

    Stacks have the shape (12, ...), elevation (...).

    Args:
        field: Wf of the months, m3/s3.
        elevation: m.
        temperature: means, degC.
        demand: potential evapotranspiration, mm.
        rain: mm.
        rain_days: days with rain.
        snow: snow factor SD, 0 to 1, None for 1.
        irrigation: mm, None for none.
        density: id of the air density's formula.
        gravity: m/s2.
    """
    density_of = air_density(density)
    given = [field, elevation, temperature, demand, rain, rain_days, snow, irrigation]
    dtype = np.result_type(*(array.dtype for array in given if array is not None))
    months = np.empty(field.shape, dtype)
    flags = {
        name: np.zeros(elevation.shape, dtype=bool)
        for name in ("clamped", "no_demand", "too_many_days", "odd_demand", "odd_rain")
    }
    for number, days in enumerate(DAYS):
        wet, pet = rain[number], demand[number]
        water = None if irrigation is None else irrigation[number]
        raw = soil_wetness(pet, wet, water, rain_days[number], days)
        months[number] = weather_factor(
            field[number],
            density_of(elevation, temperature[number]),
            np.clip(raw, 0, 1),
            None if snow is None else snow[number],
            gravity,
        )
        flags["clamped"] |= raw < 0
        flags["no_demand"] |= pet == 0
        flags["too_many_days"] |= rain_days[number] > max(days, LONGEST_FEBRUARY)
        flags["odd_demand"] |= pet > MOST_DEMAND * days
        flags["odd_rain"] |= wet > MOST_RAIN * days
    flags["snowless"] = np.full(elevation.shape, snow is None)
    return {MONTHS: months, YEAR: sum_of(months), **flags}


MODEL = Model(
    id="monthlyweatherfactor",
    title=N_("Monthly weather factor (RWEQ)"),
    group=Group.CLIMATE,
    about=N_(
        "How much sand the weather of each month could move: wind force, air density, how dry the "
        "soil is, and the time without snow, month by month; and the sum of the year."
    ),
    equation="WF = Wf·(ρ/g)·SW·SD, SW = [ETp − (R + I)·(R_d/N_d)]/ETp",
    reference=Reference(
        RWEQ,
        N_("weather factor; monthly steps read in public code that applies it"),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "MONTHLY_WIND_FIELD",
            N_("Wind field Wf of the months"),
            "m3/s3",
            (0, None),
            help=N_(
                "January first, each scaled to its month's days: columns wf_01 to wf_12 of the "
                "climate summary at stations, interpolated; or twelve results of the tool Wind field."
            ),
            bands=12,
        ),
        ELEVATION,
        MONTHLY_TEMPERATURE,
        RasterInput(
            "MONTHLY_POTENTIAL_EVAPOTRANSPIRATION",
            N_("Monthly potential evapotranspiration"),
            "mm/month",
            (0, 1500),
            help=N_(
                "Sums of the months, January first; the tools of evapotranspiration give them."
            ),
            bands=12,
            hints=(
                Hint(
                    12,
                    None,
                    N_(
                        "The mean of a month lies below 12 mm: this looks like mm per day. Convert "
                        "it to mm per month."
                    ),
                ),
                Hint(
                    None,
                    400,
                    N_(
                        "The mean of a month lies above 400 mm: this looks like tenths of a "
                        "millimetre, or like the sum of the year."
                    ),
                ),
            ),
        ),
        MONTHLY_PRECIPITATION,
        RasterInput(
            "MONTHLY_RAIN_DAYS",
            N_("Days with rain in each month"),
            "d",
            (0, 31),
            help=N_(
                "January first: columns raind_01 to raind_12 of the climate summary at stations, "
                "interpolated."
            ),
            bands=12,
            hints=(Hint(None, 31, TOO_MANY_DAYS),),
        ),
        RasterInput(
            "MONTHLY_SNOW_FACTOR",
            N_("Snow factor SD of the months"),
            "1",
            (0, 1),
            help=N_(
                "1 less the probability of more than 25.4 mm of snow, January first: columns sd_01 to "
                "sd_12 of the climate summary at stations, interpolated; or twelve results of the "
                "tool Snow factor. Left out: 1, no snow."
            ),
            bands=12,
            optional=True,
            hints=(TOO_MUCH_FOR_A_FRACTION,),
        ),
        RasterInput(
            "MONTHLY_IRRIGATION",
            N_("Irrigation of the months"),
            "mm/month",
            (0, 5000),
            help=N_("Sums of the months, January first. Left out: none."),
            bands=12,
            optional=True,
            hints=(Hint(None, 500, IN_CUBIC_METRES),),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Monthly weather factor WF"),
            "kg/m",
            itemgetter(MONTHS),
            (0, None),
            bands=12,
            ramp="sand",
            term=MONTHS,
        ),
        RasterOutput(
            "ANNUAL",
            N_("Weather factor WF, sum of the months"),
            "kg/m",
            itemgetter(YEAR),
            (0, None),
            optional=True,
            ramp="sand",
            term=YEAR,
        ),
    ),
    coefficients=(GRAVITY,),
    choices=(DENSITY,),
    checks=(
        Check(
            itemgetter("clamped"),
            N_(
                "In {count} pixels ({share:.1f} %) rain exceeds the demand in some month; its soil "
                "wetness is cut at 0."
            ),
        ),
        Check(
            itemgetter("no_demand"),
            N_(
                "{count} pixels have a month without evaporative demand; its soil wetness is 0 if "
                "there is rain, 1 if not."
            ),
        ),
        Check(
            itemgetter("too_many_days"),
            N_("In {count} pixels some month has more days with rain than days."),
        ),
        Check(
            itemgetter("odd_demand"),
            N_(
                "In {count} pixels ({share:.1f} %) the potential evapotranspiration of some month is "
                "more than 12 mm per day. It must be the month's sum in mm."
            ),
        ),
        Check(
            itemgetter("odd_rain"),
            N_(
                "In {count} pixels ({share:.1f} %) the precipitation of some month is more than 60 "
                "mm per day. It must be the month's sum in mm."
            ),
        ),
        Check(itemgetter("snowless"), NO_SNOW),
    ),
    shared=monthly_weather_parts,
    symbols={
        "MONTHLY_WIND_FIELD": "Wf",
        "ELEVATION": "EL",
        "MONTHLY_TEMPERATURE": "T",
        "MONTHLY_POTENTIAL_EVAPOTRANSPIRATION": "ETp",
        "MONTHLY_PRECIPITATION": "R",
        "MONTHLY_RAIN_DAYS": "R_d",
        "MONTHLY_SNOW_FACTOR": "SD",
        "MONTHLY_IRRIGATION": "I",
        "GRAVITY": "g",
        MONTHS: "WF",
        YEAR: "ΣWF",
    },
    notes=(
        N_(
            "The year's sum of monthly factors is not the factor of the year's means: a spring that "
            "is windy and dry counts in full, where the year's soil wetness would lessen it by the "
            "rain of summer."
        ),
        N_("N_d is the month's number of days, 28.25 in February."),
        WETNESS_IS_DRYNESS,
    ),
    tags=("RWEQ", "WF", N_("wind erosion")),
)
