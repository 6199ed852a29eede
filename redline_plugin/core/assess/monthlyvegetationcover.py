"""Vegetation cover of the months from monthly NDVI, with the year's end members."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.vegetationcover import MODEL as YEAR
from redline_plugin.core.assess.vegetationcover import NDVI_HINTS, cover_fraction, end_members
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

MONTHS = 12


def monthly_cover(
    ndvi: NDArray, months: NDArray | None, *, scale: float, **names: Any
) -> NDArray[np.float32]:
    """Return the cover of the months as a fraction, shape (12, ...), not clamped.

    Args:
        ndvi: NDVI of the year times ``scale``, shape (...).
        months: NDVI of the months times ``scale``, shape (12, ...); None: the year's in each month.
        scale: what the rasters' values are divided by to give NDVI.
        names: choices, coefficients and statistics of the model; statistics are the year's.
    """
    soil, vegetation = end_members(scale=scale, **names)
    stack = np.broadcast_to(ndvi, (MONTHS, *ndvi.shape)) if months is None else months
    cover = np.asarray(cover_fraction(stack, soil, vegetation), np.float32)
    cover[np.abs(stack) > scale] = np.nan
    return cover


def _not_ndvi(
    ndvi: NDArray, months: NDArray | None, *, scale: float, **_names: object
) -> NDArray[np.bool_]:
    wrong = np.abs(ndvi) > scale
    return wrong if months is None else wrong | (np.abs(months) > scale).any(axis=0)


def _same_all_year(ndvi: NDArray, months: NDArray | None, **_names: object) -> NDArray[np.bool_]:
    return np.full(ndvi.shape, months is None)


def _degenerate(ndvi: NDArray, _months: NDArray | None, **names: Any) -> NDArray[np.bool_]:
    soil, vegetation = end_members(**names)
    known = np.isfinite(soil) and np.isfinite(vegetation)
    return np.full(ndvi.shape, bool(known and not vegetation > soil))


MODEL = Model(
    id="monthlyvegetationcover",
    title=N_("Monthly vegetation cover from NDVI"),
    group=Group.COVER,
    about=N_(
        "Share of the ground covered by plants in each month, 0 to 1, for sand fixation by months. "
        "The NDVI of bare soil and of full cover are found in the year's raster and are the same in "
        "all months. Without rasters of the months, each month has the year's cover."
    ),
    equation="FVC_m = (NDVI_m − NDVIsoil)/(NDVIveg − NDVIsoil)",
    reference=Reference(
        N_("Pixel dichotomy model"),
        N_(
            "formula from general knowledge; that all months have the year's end members is Redline's "
            "own rule"
        ),
        Certainty.ADVICE,
    ),
    inputs=(
        YEAR.input("NDVI"),
        RasterInput(
            "MONTHLY_NDVI",
            N_("Vegetation index NDVI of the months"),
            "1",
            (-10000, 10000),
            help=N_(
                "January first, in the same scale as the NDVI of the year. Left out: the year's NDVI "
                "in all months."
            ),
            bands=MONTHS,
            optional=True,
            hints=NDVI_HINTS,
            scale="SCALE",
            fill_from=-0.2,
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Monthly vegetation cover"),
            "1",
            monthly_cover,
            (0, 1),
            bands=MONTHS,
            ramp="vegetation",
            term="MONTHLY_VEGETATION_COVER",
        ),
    ),
    coefficients=YEAR.coefficients,
    choices=YEAR.choices,
    statistics=YEAR.statistics,
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
            _same_all_year,
            N_(
                "There is no NDVI of the months: each month has the cover of the year ({count} pixels). "
                "If it is that of summer, too much sand is fixed in winter and spring."
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
        "MONTHLY_NDVI": "NDVI_m",
        "SOIL_QUANTILE": "NDVIsoil",
        "VEGETATION_QUANTILE": "NDVIveg",
    },
    notes=(
        N_("NDVI itself is not vegetation cover; the models that ask for cover need this step."),
        N_(
            "Statistics of the raster (quantiles, extremes) are in the raster's own values: for a "
            "raster times 10000, give 500, not 0.05, when you set one by hand."
        ),
    ),
    tags=("FVC", "NDVI", N_("pixel dichotomy model"), N_("vegetation")),
)
