"""Dryness index 干燥度指数 from monthly means: an approximation (fact sheet 2)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.climate.dryness import dryness
from redline_plugin.core.climate.drynessparts import (
    COLD,
    COLD_MESSAGE,
    RAINLESS_MESSAGE,
    dryness_output,
)
from redline_plugin.core.climate.inputs import MONTHLY_PRECIPITATION, MONTHLY_TEMPERATURE
from redline_plugin.core.climate.months import DAYS
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Coefficient,
    Group,
    Model,
    RasterOutput,
    Reference,
)
from redline_plugin.core.text import N_


def monthly_dryness_parts(
    temperature: NDArray, rain: NDArray, *, threshold: float, cold_places: str
) -> Mapping[str, NDArray]:
    """Return the index, its two sums, and flags for the checks.

    Args:
        temperature: monthly means, degC, shape (12, ...).
        rain: monthly sums, mm, same shape.
        threshold: months with this mean or more stand for the days, degC.
        cold_places: see :func:`..climate.dryness.dryness`.
    """
    warmth, wet = np.zeros_like(temperature[0]), np.zeros_like(temperature[0])
    limit = temperature.dtype.type(threshold)
    for month, sum_of_month, days in zip(temperature, rain, DAYS):
        # Not by a mask: a month without a value must leave the year without one.
        warm = np.where(np.isnan(month), month, month >= limit)
        warmth += warm * month * days
        wet += warm * sum_of_month
    return {
        "DRYNESS": dryness(warmth, wet, cold_places),
        "ACCUMULATED_TEMPERATURE": warmth,
        "ACCUMULATED_PRECIPITATION": wet,
        "cold": warmth <= 0,
        "rainless": (warmth > 0) & (wet == 0),
    }


MODEL = Model(
    id="monthlydryness",
    title=N_("Dryness index from monthly means"),
    group=Group.CLIMATE,
    about=N_(
        "An approximation of the dryness index where daily data are missing: months with a mean of "
        "10 degC or more stand for the days of 10 degC and more."
    ),
    equation="I = 0.16·Σ(T·d) / ΣP, T ≥ 10 °C",
    reference=Reference(
        GUIDE,
        N_("appendix B, desertification; that months stand for days is Redline's own rule"),
        Certainty.ADVICE,
    ),
    inputs=(MONTHLY_TEMPERATURE, MONTHLY_PRECIPITATION),
    outputs=(
        dryness_output(itemgetter("DRYNESS")),
        RasterOutput(
            "ACCUMULATED_TEMPERATURE",
            N_("Accumulated temperature of the warm months"),
            "degC d",
            itemgetter("ACCUMULATED_TEMPERATURE"),
            (0, None),
            optional=True,
            ramp="temperature",
            term="ACCUMULATED_TEMPERATURE",
        ),
        RasterOutput(
            "ACCUMULATED_PRECIPITATION",
            N_("Precipitation of the warm months"),
            "mm",
            itemgetter("ACCUMULATED_PRECIPITATION"),
            (0, None),
            optional=True,
            ramp="rain",
            term="ACCUMULATED_PRECIPITATION",
        ),
    ),
    coefficients=(
        Coefficient(
            "THRESHOLD",
            N_("Months from this mean on count"),
            10,
            (0, 20),
            "degC",
            Reference(GUIDE, N_("appendix B, desertification"), Certainty.SEEN),
        ),
    ),
    choices=(COLD,),
    checks=(
        Check(itemgetter("cold"), COLD_MESSAGE),
        Check(itemgetter("rainless"), RAINLESS_MESSAGE),
    ),
    shared=monthly_dryness_parts,
    symbols={"DRYNESS": "I", "ACCUMULATED_TEMPERATURE": "ΣT", "ACCUMULATED_PRECIPITATION": "ΣP"},
    notes=(
        N_(
            "Months that lie just below or above 10 degC enter with none or all of their days: in "
            "cool land the index jumps from pixel to pixel. Prefer daily data."
        ),
    ),
    tags=(N_("desertification"), N_("aridity")),
)
