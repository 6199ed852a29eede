"""Water conservation 水源涵养 by net primary productivity (fact sheet 1.1 b)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess import production
from redline_plugin.core.assess.inputs import (
    FUNCTION_LAND,
    FUNCTION_LAND_NOTE,
    NPP,
    PRECIPITATION,
    SLOPE,
)
from redline_plugin.core.assess.scaling import LIMITS_NOTE, OUTSIDE_MESSAGE, beyond, unit_range
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Group,
    Hint,
    Kind,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
    Statistic,
)
from redline_plugin.core.text import N_


def water_conservation_index(
    production_mean: NDArray, infiltration: NDArray, precipitation: NDArray, slope: NDArray
) -> NDArray:
    """Return WR = NPP * Fsic * Fpre * (1 - Fslo); any shape.

    Args:
        production_mean: multi-year mean net primary productivity, gC m-2 a-1 or normalised.
        infiltration: soil infiltration factor, above 0 to 1.
        precipitation: mean annual precipitation, normalised to 0 to 1.
        slope: slope, normalised to 0 to 1.
    """
    return production_mean * infiltration * precipitation * (1 - slope)


def _factors(
    npp: NDArray,
    infiltration: NDArray,
    precipitation: NDArray,
    slope: NDArray,
    land: NDArray | None = None,  # noqa: ARG001
    *,
    npp_scaling: str,
    precipitation_minimum: float,
    precipitation_maximum: float,
    slope_minimum: float,
    slope_maximum: float,
    npp_minimum: float = np.nan,
    npp_maximum: float = np.nan,
) -> Mapping[str, NDArray]:
    # Land that the table leaves out is nodata before it comes here.
    scaled, outside = production.scaled_production(npp, npp_scaling, npp_minimum, npp_maximum)
    outside_rain = beyond(precipitation, precipitation_minimum, precipitation_maximum)
    outside_rain |= beyond(slope, slope_minimum, slope_maximum)
    return {
        "NPPmean": scaled,
        "Fsic": infiltration,
        "Fpre": unit_range(precipitation, precipitation_minimum, precipitation_maximum),
        "Fslo": unit_range(slope, slope_minimum, slope_maximum),
        "outside": outside_rain if outside is None else outside_rain | outside,
    }


def _index(factors: Mapping[str, NDArray]) -> NDArray:
    return water_conservation_index(
        factors["NPPmean"], factors["Fsic"], factors["Fpre"], factors["Fslo"]
    )


def _outside(factors: Mapping[str, NDArray]) -> NDArray:
    return factors["outside"]


MODEL = Model(
    id="waterconservationindex",
    title=N_("Water conservation (NPP index)"),
    group=Group.FUNCTION,
    about=N_(
        "Index of how well an ecosystem conserves water: plant production, times how readily the "
        "soil takes in water, times rain, less on steep land. An index for ranking, not an amount."
    ),
    equation="WR = NPPmean·Fsic·Fpre·(1 − Fslo)",
    reference=Reference(
        GUIDE,
        N_("appendix A, water conservation, net primary productivity method; read in a paper"),
        Certainty.SEEN,
    ),
    inputs=(
        NPP,
        RasterInput(
            "SOIL_INFILTRATION",
            N_("Soil infiltration factor"),
            "1",
            (0, 1),
            help=N_("The soil texture class of 13, divided by 13: heavy clay 1/13, sand 1."),
            hints=(
                Hint(
                    None,
                    1,
                    N_("The mean is above 1: it looks like the class itself. Divide it by 13."),
                ),
            ),
        ),
        PRECIPITATION,
        SLOPE,
        FUNCTION_LAND,
    ),
    outputs=(
        RasterOutput(
            "OUTPUT", N_("Water conservation index"), "1", _index, (0, None), ramp="water"
        ),
    ),
    choices=(production.SCALING,),
    statistics=(
        *production.STATISTICS,
        Statistic(
            "PRECIPITATION_MINIMUM",
            N_("Lowest precipitation of the area"),
            "PRECIPITATION",
            Kind.MINIMUM,
        ),
        Statistic(
            "PRECIPITATION_MAXIMUM",
            N_("Highest precipitation of the area"),
            "PRECIPITATION",
            Kind.MAXIMUM,
        ),
        Statistic("SLOPE_MINIMUM", N_("Lowest slope of the area"), "SLOPE", Kind.MINIMUM),
        Statistic("SLOPE_MAXIMUM", N_("Highest slope of the area"), "SLOPE", Kind.MAXIMUM),
    ),
    checks=(Check(_outside, OUTSIDE_MESSAGE),),
    shared=_factors,
    symbols={
        "NPP": "NPPmean",
        "SOIL_INFILTRATION": "Fsic",
        "PRECIPITATION": "P",
        "SLOPE": "θ",
    },
    notes=(
        LIMITS_NOTE,
        FUNCTION_LAND_NOTE,
        N_(
            "Farmland and orchards count here by default, while the water balance leaves them out, "
            "for the Guide has no runoff coefficient for them."
        ),
    ),
    tags=("NPP", "WR"),
)
