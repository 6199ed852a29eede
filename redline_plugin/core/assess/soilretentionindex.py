"""Soil and water conservation 水土保持 by net primary productivity (fact sheet 1.3 b)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess import production
from redline_plugin.core.assess.erodibility import (
    SCALING,
    STATISTICS,
    scaled_erodibility,
)
from redline_plugin.core.assess.inputs import (
    FUNCTION_LAND,
    FUNCTION_LAND_NOTE,
    NPP,
    SLOPE,
    SOIL_ERODIBILITY,
)
from redline_plugin.core.assess.scaling import LIMITS_NOTE, OUTSIDE_MESSAGE, beyond, unit_range
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Group,
    Kind,
    Model,
    RasterOutput,
    Reference,
    Statistic,
)
from redline_plugin.core.text import N_


def soil_retention_index(production_mean: NDArray, erodibility: NDArray, slope: NDArray) -> NDArray:
    """Return Spro = NPP * (1 - K) * (1 - Fslo); any shape.

    Args:
        production_mean: multi-year mean net primary productivity, gC m-2 a-1 or normalised.
        erodibility: soil erodibility K, normalised to 0 to 1 (see the model's choice).
        slope: slope, normalised to 0 to 1.
    """
    return production_mean * (1 - erodibility) * (1 - slope)


def _factors(
    npp: NDArray,
    erodibility: NDArray,
    slope: NDArray,
    land: NDArray | None = None,  # noqa: ARG001
    *,
    npp_scaling: str,
    erodibility_scaling: str,
    slope_minimum: float,
    slope_maximum: float,
    npp_minimum: float = np.nan,
    npp_maximum: float = np.nan,
    erodibility_minimum: float = np.nan,
    erodibility_maximum: float = np.nan,
) -> Mapping[str, NDArray]:
    # Land that the table leaves out is nodata before it comes here.
    scaled, outside = production.scaled_production(npp, npp_scaling, npp_minimum, npp_maximum)
    k, outside_k = scaled_erodibility(
        erodibility, erodibility_scaling, erodibility_minimum, erodibility_maximum
    )
    far = beyond(slope, slope_minimum, slope_maximum)
    for more in (outside, outside_k):
        if more is not None:
            far |= more
    return {
        "NPPmean": scaled,
        "K": k,
        "Fslo": unit_range(slope, slope_minimum, slope_maximum),
        "outside": far,
    }


def _index(factors: Mapping[str, NDArray]) -> NDArray:
    return soil_retention_index(factors["NPPmean"], factors["K"], factors["Fslo"])


def _outside(factors: Mapping[str, NDArray]) -> NDArray:
    return factors["outside"]


MODEL = Model(
    id="soilretentionindex",
    title=N_("Soil and water conservation (NPP index)"),
    group=Group.FUNCTION,
    about=N_(
        "Index of how well an ecosystem holds its soil: plant production, less on soils that erode "
        "easily and on steep land. An index for ranking, not an amount."
    ),
    equation="Spro = NPPmean·(1 − K)·(1 − Fslo)",
    reference=Reference(
        GUIDE,
        N_(
            "appendix A, soil and water conservation, net primary productivity method; read in a "
            "paper"
        ),
        Certainty.SEEN,
    ),
    inputs=(NPP, SOIL_ERODIBILITY, SLOPE, FUNCTION_LAND),
    outputs=(
        RasterOutput("OUTPUT", N_("Soil retention index"), "1", _index, (0, None), ramp="soil"),
    ),
    choices=(production.SCALING, SCALING),
    statistics=(
        *production.STATISTICS,
        *STATISTICS,
        Statistic("SLOPE_MINIMUM", N_("Lowest slope of the area"), "SLOPE", Kind.MINIMUM),
        Statistic("SLOPE_MAXIMUM", N_("Highest slope of the area"), "SLOPE", Kind.MAXIMUM),
    ),
    checks=(Check(_outside, OUTSIDE_MESSAGE),),
    shared=_factors,
    symbols={"NPP": "NPPmean", "SOIL_ERODIBILITY": "K", "SLOPE": "θ"},
    notes=(
        LIMITS_NOTE,
        FUNCTION_LAND_NOTE,
        N_(
            "K in SI units is some hundredths, so without normalising 1 − K is nearly the same "
            "everywhere and the soil does not count."
        ),
    ),
    tags=("NPP", "Spro"),
)
