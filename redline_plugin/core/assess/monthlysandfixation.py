"""Sand fixation 防风固沙 by the revised wind erosion equation, month by month (fact sheet 1.4 a)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import COVER_HINTS
from redline_plugin.core.assess.sandfixation import (
    TURNING,
    critical_length,
    maximum_transport,
    wind_erosion,
)
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    CodeTable,
    Coefficient,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.soil.inputs import ERODIBLE_FRACTION, SOIL_CRUST, SOIL_ROUGHNESS
from redline_plugin.core.soil.wind import vegetation_factor
from redline_plugin.core.text import N_

MONTHS = 12


def _parts(
    weather: NDArray,
    erodible: NDArray,
    crust: NDArray,
    roughness: NDArray,
    cover: NDArray,
    rate: NDArray,
    *,
    distance: float,
) -> Mapping[str, NDArray]:
    """Return potential and actual wind erosion of the year in kg/m2, and flags for the checks.

    Args:
        weather: WF of the months, kg/m, shape (12, ...).
        erodible: EF, shape (...).
        crust: SCF, same shape.
        roughness: K', same shape.
        cover: of the months, a fraction, shape (12, ...).
        rate: a of the vegetation factor, per %, shape (...).
        distance: z, m.
    """
    distance = float(distance)
    soil = erodible * crust * roughness
    dtype = np.result_type(weather, soil, cover, rate)
    year = {name: np.zeros(soil.shape, dtype) for name in ("SL_pot", "SL")}
    turned = {name: np.zeros(soil.shape, dtype=bool) for name in year}
    negative = np.zeros(soil.shape, dtype=bool)
    for month in range(MONTHS):
        bare = weather[month] * soil
        grown = bare * vegetation_factor(cover[month], rate)
        lost = []
        for name, factors in (("SL_pot", bare), ("SL", grown)):
            length = critical_length(factors)
            lost.append(wind_erosion(maximum_transport(factors), length, distance))
            year[name] += lost[-1]
            turned[name] |= distance / length > TURNING
        negative |= lost[0] < lost[1]
    return {
        **year,
        "SR": year["SL_pot"] - year["SL"],
        "potential_turned": turned["SL_pot"],
        "actual_turned": turned["SL"],
        "negative_month": negative,
        "negative": year["SL_pot"] < year["SL"],
    }


MODEL = Model(
    id="monthlysandfixation",
    title=N_("Windbreak and sand fixation by months (RWEQ)"),
    group=Group.FUNCTION,
    about=N_(
        "Sand that vegetation keeps from being blown away in a year, month by month: the wind "
        "erosion of bare ground less the actual one, each with the month's weather and cover, and "
        "summed over the year. Where the year's sum is negative the result is 0, and these pixels "
        "are counted."
    ),
    equation=(
        "SR = Σ(SL_pot − SL), SL = 2z/s²·Qmax·exp(−(z/s)²), Qmax = 109.8·B, "
        "s = 150.71·B^(−0.3711), B = WF·EF·SCF·K'·C, C = exp(a·SC); SL_pot: C = 1"
    ),
    reference=Reference(
        GUIDE,
        N_(
            "appendix A, windbreak and sand fixation, model method; monthly steps read in public "
            "code, the Guide's own time step is not known"
        ),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "MONTHLY_WEATHER_FACTOR",
            N_("Weather factor WF of the months"),
            "kg/m",
            (0, None),
            help=N_("January first; the tool Monthly weather factor gives it."),
            bands=12,
        ),
        ERODIBLE_FRACTION,
        SOIL_CRUST,
        SOIL_ROUGHNESS,
        RasterInput(
            "MONTHLY_VEGETATION_COVER",
            N_("Vegetation cover of the months"),
            "1",
            (0, 1),
            help=N_(
                "A fraction from 0 to 1, January first: the tool Vegetation cover on each month's "
                "NDVI, with the same end members in all months."
            ),
            bands=12,
            hints=COVER_HINTS,
        ),
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
            help=N_(
                "Class codes, as in the table of rates. Classes without a rate (built-up, wet) are "
                "left out."
            ),
        ),
    ),
    outputs=(
        RasterOutput("OUTPUT", N_("Sand fixed"), "kg/m2", itemgetter("SR"), (0, None), ramp="sand"),
        RasterOutput(
            "POTENTIAL_EROSION",
            N_("Potential wind erosion"),
            "kg/m2",
            itemgetter("SL_pot"),
            (0, None),
            optional=True,
            ramp="erosion",
        ),
        RasterOutput(
            "ACTUAL_EROSION",
            N_("Actual wind erosion"),
            "kg/m2",
            itemgetter("SL"),
            (0, None),
            optional=True,
            ramp="erosion",
        ),
    ),
    coefficients=(
        Coefficient(
            "DISTANCE",
            N_("Downwind distance z"),
            50,
            (1, 10000),
            "m",
            Reference(
                N_("Two published codes of the equation"),
                N_("50 m in both; a third has 900 m, at which erosion vanishes"),
                Certainty.CONFLICT,
            ),
        ),
    ),
    checks=(
        Check(
            itemgetter("potential_turned"),
            N_(
                "{count} pixels ({share:.1f} %) have a month whose potential erosion is beyond the "
                "equation's turning point (z/s above 1.5321): there more wind gives less erosion. "
                "Check the weather factor and the distance z."
            ),
        ),
        Check(
            itemgetter("actual_turned"),
            N_(
                "{count} pixels ({share:.1f} %) have a month whose actual erosion is beyond the "
                "equation's turning point (z/s above 1.5321): there more wind gives less erosion. "
                "Check the weather factor and the distance z."
            ),
        ),
        Check(
            itemgetter("negative_month"),
            N_(
                "{count} pixels ({share:.1f} %) have a month that would lose more sand with "
                "vegetation than without, which the equation only gives beyond its turning point. "
                "It lessens the year's sum."
            ),
        ),
        Check(
            itemgetter("negative"),
            N_(
                "{count} pixels ({share:.1f} %) would lose more sand in the year with vegetation "
                "than without; they are set to 0."
            ),
        ),
    ),
    shared=_parts,
    symbols={
        "MONTHLY_WEATHER_FACTOR": "WF",
        "ERODIBLE_FRACTION": "EF",
        "SOIL_CRUST": "SCF",
        "SOIL_ROUGHNESS": "K'",
        "MONTHLY_VEGETATION_COVER": "SC/100",
        "ECOSYSTEM": "a",
        "DISTANCE": "z",
    },
    notes=(
        N_("1 kg/m2 is 1000 t/km2, or 10 t/hm2."),
        N_(
            "The equation is not linear: erosion grows with the weather factor to the power of "
            "1.74 and then turns. One run with the year's sum is thus not the sum of twelve runs, "
            "it can pass the turning point where no month does, and its one cover is that of "
            "summer. With spring wind on steppe, months give less sand fixed in spring, when the "
            "grass is low. Use the same time step for all that you compare."
        ),
        N_(
            "With z = 50 m the equation turns at B = 61.7 kg/m, with z = 900 m already at 0.03 "
            "kg/m."
        ),
    ),
    tags=("RWEQ", N_("wind erosion"), "SR", "SL"),
)
