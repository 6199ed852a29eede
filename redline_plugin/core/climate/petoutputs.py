"""What every model of potential evapotranspiration gives: the year, and its months."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from numpy.typing import NDArray

from redline_plugin.core.climate.series import sum_of
from redline_plugin.core.declare.model import RasterOutput
from redline_plugin.core.text import N_

YEAR = "POTENTIAL_EVAPOTRANSPIRATION"
MONTHS = "MONTHLY_POTENTIAL_EVAPOTRANSPIRATION"


def pet_parts(months: NDArray) -> Mapping[str, NDArray]:
    """Return the months in mm, shape (12, ...), and their sum by the outputs' terms."""
    return {YEAR: sum_of(months), MONTHS: months}


def pet_outputs() -> tuple[RasterOutput, ...]:
    """Return the declarations of the annual and the optional monthly output."""
    return (
        RasterOutput(
            "OUTPUT",
            N_("Potential evapotranspiration"),
            "mm/a",
            itemgetter(YEAR),
            (0, None),
            ramp="water",
            term=YEAR,
        ),
        RasterOutput(
            "MONTHLY",
            N_("Monthly potential evapotranspiration"),
            "mm/month",
            itemgetter(MONTHS),
            (0, None),
            optional=True,
            bands=12,
            ramp="water",
            term=MONTHS,
        ),
    )
