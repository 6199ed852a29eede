"""Vegetation cover 植被覆盖度 from NDVI by the pixel dichotomy model (fact sheet 2)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Choice,
    Coefficient,
    Group,
    Hint,
    Kind,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
    Statistic,
)
from redline_plugin.core.text import N_

_USER = Reference(N_("To be chosen for the area, season and sensor"), "", Certainty.USER)
_COMMON = Reference(
    N_("Common practice of the pixel dichotomy model"),
    N_("5 % and 95 % from general knowledge"),
    Certainty.HIGH,
)


def _by_quantiles(choices: Mapping[str, str]) -> bool:
    return choices["END_MEMBERS"] == "quantiles"


def _by_extremes(choices: Mapping[str, str]) -> bool:
    return choices["END_MEMBERS"] == "extremes"


def cover_fraction(ndvi: NDArray, soil: float, vegetation: float) -> NDArray:
    """Return (NDVI - soil)/(vegetation - soil), not clamped.

    NaN everywhere where full vegetation does not stand above bare soil.

    Args:
        ndvi: any shape.
        soil: NDVI of bare soil.
        vegetation: NDVI of full cover.
    """
    if not vegetation > soil:
        return np.full_like(ndvi, np.nan)
    return (ndvi - soil) / (vegetation - soil)


def end_members(
    *,
    end_members: str,
    scale: float,
    ndvi_soil: float,
    ndvi_vegetation: float,
    soil_quantile: float,
    vegetation_quantile: float,
    ndvi_minimum: float,
    ndvi_maximum: float,
    **_names: object,
) -> tuple[float, float]:
    """Return the values of bare soil and of full cover, as the raster holds NDVI."""
    if end_members == "given":
        return ndvi_soil * scale, ndvi_vegetation * scale
    if end_members == "extremes":
        return ndvi_minimum, ndvi_maximum
    return soil_quantile, vegetation_quantile


def vegetation_cover(ndvi: NDArray, *, scale: float, **names: Any) -> NDArray:
    """Return the cover as a fraction, not clamped; NaN where the raster holds no NDVI.

    Args:
        ndvi: NDVI times ``scale``, any shape.
        scale: what the raster's values are divided by to give NDVI.
        names: choices, coefficients and statistics of the model.
    """
    soil, vegetation = end_members(scale=scale, **names)
    cover = cover_fraction(ndvi, soil, vegetation)
    cover[np.abs(ndvi) > scale] = np.nan
    return cover


def _not_ndvi(ndvi: NDArray, *, scale: float, **_names: object) -> NDArray:
    return np.abs(ndvi) > scale


def _degenerate(ndvi: NDArray, **names: Any) -> NDArray:
    soil, vegetation = end_members(**names)
    wrong = math.isfinite(soil) and math.isfinite(vegetation) and not vegetation > soil
    return np.full(np.shape(ndvi), wrong)


NDVI_HINTS = (
    Hint(
        None,
        1.0,
        N_("The mean is above 1: it looks like NDVI times 10000. Set the scale to 10000."),
    ),
    Hint(
        0.001,
        None,
        N_(
            "After the scale hardly anything is left: it looks like NDVI itself. Set the scale to 1."
        ),
        percent=100,
    ),
)
"""Of values after the scale."""

MODEL = Model(
    id="vegetationcover",
    title=N_("Vegetation cover from NDVI"),
    group=Group.COVER,
    about=N_(
        "Share of the ground covered by plants, 0 to 1: NDVI between that of bare soil and that of "
        "full cover. These two are found in the raster (quantiles or extremes) or given. Values "
        "beyond them become 0 or 1 and are counted."
    ),
    equation="FVC = (NDVI − NDVIsoil)/(NDVIveg − NDVIsoil)",
    reference=Reference(
        N_("Pixel dichotomy model"),
        N_("formula from general knowledge, with extremes read in a paper"),
        Certainty.HIGH,
    ),
    inputs=(
        RasterInput(
            "NDVI",
            N_("Vegetation index NDVI"),
            "1",
            (-10000, 10000),
            help=N_(
                "From −1 to 1, or times a whole number such as 10000, which must then be given as the "
                "scale. Fill values (such as −3000 of MODIS) must be nodata, or they spoil the "
                "quantiles."
            ),
            hints=NDVI_HINTS,
            scale="SCALE",
            fill_from=-0.2,
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Vegetation cover"),
            "1",
            vegetation_cover,
            (0, 1),
            ramp="vegetation",
            term="VEGETATION_COVER",
        ),
    ),
    coefficients=(
        Coefficient(
            "SCALE",
            N_("Scale: NDVI is the raster's value divided by this"),
            1,
            (1, 100000),
            "1",
            Reference(N_("The data's own description"), "", Certainty.USER),
        ),
        Coefficient("SOIL_PERCENT", N_("Quantile of bare soil"), 5, (0, 100), "%", _COMMON),
        Coefficient("VEGETATION_PERCENT", N_("Quantile of full cover"), 95, (0, 100), "%", _COMMON),
        Coefficient("NDVI_SOIL", N_("Given NDVI of bare soil"), 0.05, (-1, 1), "1", _USER),
        Coefficient("NDVI_VEGETATION", N_("Given NDVI of full cover"), 0.95, (-1, 1), "1", _USER),
    ),
    choices=(
        Choice(
            "END_MEMBERS",
            N_("NDVI of bare soil and of full cover"),
            (
                Option("quantiles", N_("Quantiles of the raster"), _COMMON),
                Option(
                    "extremes",
                    N_("Lowest and highest value of the raster"),
                    Reference("ChinaXiv-201811.00038", "", Certainty.SEEN),
                ),
                Option("given", N_("Given below"), _USER),
            ),
            "quantiles",
            N_(
                "Quantiles and extremes depend on the extent: water, cloud and fill values in it shift "
                "them. Give the province's numbers to a county's run."
            ),
        ),
    ),
    statistics=(
        Statistic(
            "SOIL_QUANTILE",
            N_("NDVI of bare soil, by quantile"),
            "NDVI",
            Kind.QUANTILE,
            "SOIL_PERCENT",
            _by_quantiles,
        ),
        Statistic(
            "VEGETATION_QUANTILE",
            N_("NDVI of full cover, by quantile"),
            "NDVI",
            Kind.QUANTILE,
            "VEGETATION_PERCENT",
            _by_quantiles,
        ),
        Statistic("NDVI_MINIMUM", N_("Lowest NDVI"), "NDVI", Kind.MINIMUM, used=_by_extremes),
        Statistic("NDVI_MAXIMUM", N_("Highest NDVI"), "NDVI", Kind.MAXIMUM, used=_by_extremes),
    ),
    checks=(
        Check(
            _not_ndvi,
            N_(
                "{count} pixels ({share:.1f} % of the valid ones) hold values beyond ±1 after the scale. "
                "They are no NDVI and have no cover, but they took part in the quantiles. Set the "
                "scale, or make fill values nodata."
            ),
        ),
        Check(
            _degenerate,
            N_(
                "The NDVI of full cover is not above that of bare soil, so no cover can be computed "
                "({count} pixels, {share:.1f} % of the valid ones). Check the quantiles or the given values."
            ),
        ),
    ),
    symbols={
        "NDVI": "NDVI",
        "SOIL_QUANTILE": "NDVIsoil",
        "VEGETATION_QUANTILE": "NDVIveg",
    },
    notes=(
        N_("NDVI itself is not vegetation cover; the models that ask for cover need this step."),
        N_(
            "With 5 % and 95 %, a tenth of the pixels is set to 0 or 1 by design; the counts of clamped "
            "pixels show it."
        ),
        N_(
            "Statistics of the raster (quantiles, extremes) are in the raster's own values: for a "
            "raster times 10000, give 500, not 0.05, when you set one by hand."
        ),
    ),
    tags=("FVC", "NDVI", N_("pixel dichotomy model"), N_("vegetation")),
)
