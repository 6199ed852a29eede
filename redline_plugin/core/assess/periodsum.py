"""Sum of the periods of a year, such as monthly weather factors."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    Certainty,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_


def period_sum(periods: NDArray) -> NDArray:
    """Return the sum of all bands; from shape (bands, ...) to (...), NaN where one is NaN."""
    total = np.zeros(periods.shape[1:], dtype=np.float64)
    for period in periods:
        total += period
    return total.astype(periods.dtype)


MODEL = Model(
    id="periodsum",
    title=N_("Sum of periods"),
    group=Group.CLIMATE,
    about=N_(
        "Sum of the rasters of all periods of a year: monthly weather factors, rain, wind erosion. "
        "A pixel needs a value in every period."
    ),
    equation="S = Σ xᵢ",
    reference=Reference(N_("Sum"), "", Certainty.USER),
    inputs=(
        RasterInput(
            "PERIODS",
            N_("Rasters of the periods"),
            help=N_("One band or file for each period, all of one unit and none twice."),
            bands=0,
        ),
    ),
    outputs=(RasterOutput("OUTPUT", N_("Sum"), "", period_sum),),
    symbols={"PERIODS": "x"},
    notes=(
        N_("Sums amounts, not means: for temperature or wind take the multi-year mean."),
        N_("The periods must fill the year once; the number of rasters is not checked."),
    ),
    tags=(N_("sum"), N_("months"), "WF"),
)
