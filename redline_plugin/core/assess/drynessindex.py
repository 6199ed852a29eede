"""Dryness index 干燥度指数 from accumulated temperature and rain (fact sheet 2)."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.climate.dryness import dryness
from redline_plugin.core.climate.drynessparts import (
    COLD,
    COLD_MESSAGE,
    RAINLESS_MESSAGE,
    dryness_output,
)
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Group,
    Hint,
    Model,
    RasterInput,
    Reference,
)
from redline_plugin.core.text import N_


def dryness_index(warmth: NDArray, rain: NDArray, *, cold_places: str) -> NDArray:
    """Return I = 0.16 * sum T / sum P; see :func:`..climate.dryness.dryness`."""
    return dryness(warmth, rain, cold_places)


def _cold(warmth: NDArray, rain: NDArray, **_: object) -> NDArray:  # noqa: ARG001
    return warmth <= 0


def _rainless(warmth: NDArray, rain: NDArray, **_: object) -> NDArray:
    return (warmth > 0) & (rain == 0)


MODEL = Model(
    id="drynessindex",
    title=N_("Dryness index"),
    group=Group.CLIMATE,
    about=N_(
        "Dryness of the growing season: the temperature accumulated over the days of 10 degC and "
        "more, against the rain of the same days."
    ),
    equation="I = 0.16·ΣT / ΣP",
    reference=Reference(
        GUIDE,
        N_("appendix B, desertification; formula read in a paper that applies the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "ACCUMULATED_TEMPERATURE",
            N_("Accumulated temperature of the days from 10 degC on"),
            "degC d",
            (0, 15000),
            help=N_("Sum of the daily means of all days with a mean of 10 degC or more, per year."),
            hints=(
                Hint(
                    None,
                    11000,
                    N_("The mean lies above 11000 degC d: this looks like tenths of a degree."),
                ),
            ),
        ),
        RasterInput(
            "ACCUMULATED_PRECIPITATION",
            N_("Precipitation of the same days"),
            "mm",
            (0, 15000),
            help=N_("Only the rain of the days from 10 degC on, not of the whole year."),
            hints=(
                Hint(5, None, N_("The mean lies below 5 mm: this looks like m or mm per day.")),
            ),
        ),
    ),
    outputs=(dryness_output(dryness_index),),
    choices=(COLD,),
    checks=(Check(_cold, COLD_MESSAGE), Check(_rainless, RAINLESS_MESSAGE)),
    symbols={"ACCUMULATED_TEMPERATURE": "ΣT", "ACCUMULATED_PRECIPITATION": "ΣP"},
    notes=(N_("Sum the days year by year and average the sums, not the index."),),
    tags=(N_("desertification"), N_("aridity")),
)
