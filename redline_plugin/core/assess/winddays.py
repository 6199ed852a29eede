"""Days of sand-moving wind 起沙风天数 (fact sheet 2)."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.climate.inputs import TOO_WINDY
from redline_plugin.core.climate.series import everywhere, has_gap, least_share
from redline_plugin.core.climate.sources import BY_USER, OWN_RULE
from redline_plugin.core.climate.winds import are_whole_periods, wind_days
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

DAYS_OF_A_YEAR = 366


def _wind_days(
    wind: NDArray, *, threshold: float, days: float, years: float, minimum_share: float
) -> NDArray:
    return wind_days(wind, threshold, days, years, minimum_share)


def _gaps(wind: NDArray, **_: object) -> NDArray:
    return has_gap(wind)


def _too_many(wind: NDArray, *, days: float, years: float, **_: object) -> NDArray:
    return everywhere(wind, not days and len(wind) > DAYS_OF_A_YEAR * years)


def _not_whole(wind: NDArray, *, days: float, **_: object) -> NDArray:
    return everywhere(
        wind, bool(days) and len(wind) > days and not are_whole_periods(len(wind), days)
    )


def _years_unused(wind: NDArray, *, days: float, years: float, **_: object) -> NDArray:
    return everywhere(wind, bool(days) and years != 1)


MODEL = Model(
    id="winddays",
    title=N_("Days of sand-moving wind"),
    group=Group.CLIMATE,
    about=N_(
        "How many days of the windy season, or of the year, have wind that moves sand: daily "
        "rasters with 6 m/s or more are counted, and divided by the years they cover."
    ),
    equation="W = n(u ≥ 6 m/s)/Y  |  W = n(u ≥ 6 m/s)·N_d/N",
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
            help=N_("One raster for each day of the season or year, of one or many years."),
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
            N_("Days of the season, to scale the count to; 0: all its days are there"),
            0,
            (0, 366),
            "d",
            OWN_RULE,
        ),
        Coefficient(
            "YEARS",
            N_("Years that the rasters cover, without scaling"),
            1,
            (1, 200),
            "1",
            BY_USER,
        ),
        least_share(Certainty.ADVICE, OWN_RULE.document),
    ),
    checks=(
        Check(_gaps, N_("In {count} pixels ({share:.1f} %) some days are missing.")),
        Check(
            _too_many,
            N_(
                "There are more rasters than days in so many years. Set the years that they cover; "
                "give one raster a day."
            ),
        ),
        Check(
            _not_whole,
            N_(
                "The rasters are more than the days of the season and no whole multiple of them. "
                "Give rasters of whole seasons, or 0 days."
            ),
        ),
        Check(
            _years_unused,
            N_("The years are not used: the days of the season are given, and scale the count."),
        ),
    ),
    symbols={"DAILY_WIND": "u", "THRESHOLD": "6 m/s", "DAYS": "N_d", "YEARS": "Y"},
    notes=(
        N_(
            "Whether the daily mean or the daily maximum counts, and at which height, is in no "
            "source at hand. Means give far fewer days: name what you used."
        ),
        N_(
            "With 0 days the rasters are all days of one season, or of as many as there are years, "
            "and their count is the result, per year. Days without a value are taken to be as windy "
            "as the others. Any other number scales: n windy of N rasters become n·N_d/N, which "
            "moves places across the limits of 10 and 30 days when N is not the season."
        ),
        N_(
            "The season of one source (ChinaXiv-201811.00060) is winter and spring: December and "
            "January to May, 182 or 183 days."
        ),
    ),
    tags=(N_("desertification"), N_("wind erosion")),
)
