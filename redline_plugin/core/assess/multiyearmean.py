"""Mean of many years with gaps 多年平均."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.series import (
    has_gap,
    least_share,
    valid_count,
    where_enough,
)
from redline_plugin.core.climate.sources import BY_USER
from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    Coefficient,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_

_NORMALS = N_("WMO guidelines on the calculation of climate normals (WMO-No. 1203, 2017)")


def multi_year_mean(years: NDArray, *, minimum_years: float, minimum_share: float) -> NDArray:
    """Return the mean over the years that have a value; NaN where these are too few.

    Args:
        years: one band a year, shape (years, ...), NaN where a year has no value.
        minimum_years: least number of years.
        minimum_share: least share of all years, per cent.
    """
    total = np.zeros(years.shape[1:], dtype=np.float64)
    for year in years:
        total += np.where(np.isnan(year), 0, year)
    count = valid_count(years)
    mean = (total / count).astype(years.dtype)
    enough = where_enough(mean, count, years.shape[0], minimum_share)
    return np.where(count >= minimum_years, enough, enough.dtype.type(np.nan))


def _years(years: NDArray, **_: object) -> NDArray:
    count = valid_count(years)
    return np.where(count > 0, count, np.float32(np.nan))


def _gaps(years: NDArray, **_: object) -> NDArray:
    return has_gap(years)


def _too_few(years: NDArray, *, minimum_years: float, minimum_share: float) -> NDArray:
    count = valid_count(years)
    few = (count < minimum_years) | (count * 100 < minimum_share * years.shape[0])
    return (count > 0) & few


MODEL = Model(
    id="multiyearmean",
    title=N_("Multi-year mean"),
    group=Group.CLIMATE,
    about=N_(
        "Mean of the rasters of single years (precipitation, NPP, erosivity and others). Years "
        "without a value in a pixel are left out there; where too few are left, so is the pixel."
    ),
    equation="x̄ = Σ xᵢ / n",
    reference=Reference(
        N_("Arithmetic mean"), N_("the rule for gaps is chosen by the user"), Certainty.USER
    ),
    inputs=(
        RasterInput(
            "YEARS",
            N_("Rasters of the years"),
            help=N_(
                "One band or file for each year, all of one unit. Their order does not matter."
            ),
            bands=0,
            lenient=True,
        ),
    ),
    outputs=(
        RasterOutput("OUTPUT", N_("Multi-year mean"), "", multi_year_mean),
        RasterOutput(
            "VALID_YEARS", N_("Years with a value"), "a", _years, (0, None), optional=True
        ),
    ),
    coefficients=(
        Coefficient(
            "MINIMUM_YEARS", N_("Least number of years with a value"), 1, (1, 1000), "a", BY_USER
        ),
        least_share(Certainty.HIGH, _NORMALS),
    ),
    checks=(
        Check(
            _gaps,
            N_("In {count} pixels ({share:.1f} %) some years are missing."),
        ),
        Check(
            _too_few,
            N_("{count} pixels ({share:.1f} %) have too few years with a value and get no result."),
        ),
    ),
    symbols={"YEARS": "x"},
    notes=(
        N_(
            "Averages quantities, not classes. Where single wet or dry years are missing, the mean "
            "is off: look at the output of the years with a value."
        ),
    ),
    tags=(N_("average"), N_("climate normal"), N_("time series")),
)
