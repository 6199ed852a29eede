"""Days of sand-moving wind 起沙风天数 (fact sheet 2)."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import TOO_WINDY
from redline_plugin.core.climate.series import has_gap, least_share
from redline_plugin.core.climate.sources import OWN_RULE
from redline_plugin.core.climate.winds import wind_days
from redline_plugin.core.declare.model import (
    GUIDE,
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


def _wind_days(wind: NDArray, *, threshold: float, days: float, minimum_share: float) -> NDArray:
    return wind_days(wind, threshold, days, minimum_share)


def _gaps(wind: NDArray, **_: object) -> NDArray:
    return has_gap(wind)


MODEL = Model(
    id="winddays",
    title=N_("Days of sand-moving wind"),
    group=Group.CLIMATE,
    about=N_(
        "How many days of a period have wind that moves sand: the share of daily rasters with 6 "
        "m/s or more, times the days of the period."
    ),
    equation="W = n(u ≥ 6 m/s)·N_d/N",
    reference=Reference(
        GUIDE,
        N_("appendix B, desertification: days with wind of 6 m/s and more"),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "DAILY_WIND",
            N_("Wind speed of single days"),
            "m/s",
            (0, 100),
            help=N_("One raster for each day of the period, of one or many years."),
            bands=0,
            lenient=True,
            hints=(TOO_WINDY,),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Days of sand-moving wind W"),
            "d",
            _wind_days,
            (0, 366),
            ramp="sand",
            term="WIND_DAYS",
        ),
    ),
    coefficients=(
        Coefficient(
            "THRESHOLD",
            N_("Wind from this speed on moves sand"),
            6,
            (0, 30),
            "m/s",
            Reference(GUIDE, N_("appendix B, desertification"), Certainty.SEEN),
        ),
        Coefficient(
            "DAYS",
            N_("Days of the period in one year"),
            182.25,
            (1, 366),
            "d",
            Reference(
                N_("ChinaXiv-201811.00060, national desertification sensitivity"),
                N_("winter and spring: December, and January to May"),
                Certainty.SEEN,
            ),
        ),
        least_share(Certainty.ADVICE, OWN_RULE.document),
    ),
    checks=(Check(_gaps, N_("In {count} pixels ({share:.1f} %) some days are missing.")),),
    symbols={"DAILY_WIND": "u", "THRESHOLD": "6 m/s", "DAYS": "N_d"},
    notes=(
        N_(
            "Whether the daily mean or the daily maximum counts, and at which height, is in no "
            "source at hand. Means give far fewer days: name what you used."
        ),
        N_("With all days of the period in the rasters, the result is their number per year."),
    ),
    tags=(N_("desertification"), N_("wind erosion")),
)
