"""``redline:stationerosivity``: rainfall erosivity from daily rain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterNumber

from redline_plugin.compat import WHOLE
from redline_plugin.core.declare.model import Coefficient
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.stations.erosivity import (
    COLD_ALPHA,
    EXPONENT,
    HALF_MONTHS,
    METHODS,
    REGRESSION_LIMIT,
    THRESHOLDS,
    WARM_ALPHA,
    WARM_FIRST,
    WARM_LAST,
    Erosivity,
    ErosivityRule,
    Method,
    erosivity,
)
from redline_plugin.core.stations.gaps import Gaps
from redline_plugin.core.stations.places import Station
from redline_plugin.core.stations.variables import RAIN
from redline_plugin.core.text import N_, msg, title
from redline_plugin.i18n import tr
from redline_plugin.processing.stations import READING, StationAlgorithm
from redline_plugin.processing.stationsfields import (
    REAL,
    Field,
    Row,
    choice_parameter,
    coefficient_parameter,
)
from redline_plugin.processing.stationsgaps import names, tell_absent, tell_added


class StationErosivity(StationAlgorithm):
    """``redline:stationerosivity``."""

    ID = "stationerosivity"
    TITLE = N_("Rainfall erosivity at stations")
    ABOUT = N_(
        "Computes rainfall erosivity R from daily rain at stations, by half-months: of all rains at "
        "or above a threshold, coefficient × rain ^ exponent, summed, and averaged over the years. "
        "The layer has R, the 24 half-months, and how many years were used or left out for gaps. "
        "Interpolate it with “Interpolate station values” for the erosion models."
    )
    TAGS = (N_("erosivity"), N_("rain"), "RUSLE", "R")
    NEEDED = (RAIN,)
    OUTPUT_TITLE = N_("Stations with rainfall erosivity")

    METHOD = "METHOD"
    THRESHOLD = "THRESHOLD"
    OWN_THRESHOLD = "OWN_THRESHOLD"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_inputs()
        self.addParameter(choice_parameter(self.METHOD, tr("Model"), METHODS))
        self.addParameter(
            choice_parameter(self.THRESHOLD, tr("Rain is erosive from, a day"), THRESHOLDS)
        )
        self.add_advanced(
            QgsProcessingParameterNumber(
                self.OWN_THRESHOLD,
                tr("My own threshold [mm]"),
                REAL,
                12.0,
                minValue=0.1,
                maxValue=200.0,
            )
        )
        for item in (WARM_ALPHA, COLD_ALPHA, EXPONENT, REGRESSION_LIMIT):
            self.add_advanced(coefficient_parameter(item))
        for item in (WARM_FIRST, WARM_LAST):
            self.add_advanced(coefficient_parameter(item, whole=True))
        self.add_format()
        self.add_output()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        rule = self._rule(parameters, context)
        gaps = self.gaps(parameters, context)
        data = self.read(parameters, context, feedback)
        found: list[tuple[Station, Erosivity]] = []
        for number, series in enumerate(data):
            one = erosivity(series.values[RAIN], series.years, rule, gaps)
            found.append((series.station, one))
            feedback.progress(READING + (1 - READING) * (number + 1) / len(data))
        _tell(found, rule, gaps, feedback)
        settings = {
            "method": rule.method.value,
            "threshold": rule.threshold,
            "warm_alpha": rule.warm_alpha,
            "cold_alpha": rule.cold_alpha,
            "exponent": rule.exponent,
            "warm_first": rule.warm_first,
            "warm_last": rule.warm_last,
            "regression_limit": rule.regression_limit,
            "complete_percent": gaps.percent,
            "gaps": gaps.rule.value,
            "absent_days": gaps.absent.value,
        }
        rows = [(station, erosivity_row(item)) for station, item in found]
        return self.write(parameters, context, erosivity_fields(), rows, settings, feedback)

    def _rule(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ErosivityRule:
        chosen = THRESHOLDS[self.parameterAsEnum(parameters, self.THRESHOLD, context)].id
        own = self.parameterAsDouble(parameters, self.OWN_THRESHOLD, context)

        def real(item: Coefficient) -> float:
            return self.parameterAsDouble(parameters, item.name, context)

        def month(item: Coefficient) -> int:
            return self.parameterAsInt(parameters, item.name, context)

        return ErosivityRule(
            Method(METHODS[self.parameterAsEnum(parameters, self.METHOD, context)].id),
            own if chosen == "own" else float(chosen),
            real(WARM_ALPHA),
            real(COLD_ALPHA),
            real(EXPONENT),
            month(WARM_FIRST),
            month(WARM_LAST),
            real(REGRESSION_LIMIT),
        )


def erosivity_fields() -> list[Field]:
    """Return the fields of the numbers."""
    unit = "MJ mm hm-2 h-1 a-1"
    half = tr("Erosivity of half-month {number} [{unit}]")
    return [
        Field("R", tr("Rainfall erosivity [{unit}]").format(unit=unit)),
        *(
            Field(f"r_{number:02d}", half.format(number=number, unit=unit))
            for number in range(1, HALF_MONTHS + 1)
        ),
        Field("rain_days", tr("Erosive days a year [d]")),
        Field("p_day", tr("Mean of erosive daily rains [mm]")),
        Field("p_year", tr("Erosive rain a year [mm]")),
        Field("p_day_reg", tr("Zhang's P_d: mean of daily rains of at least his limit [mm]")),
        Field("p_yr_reg", tr("Zhang's P_y: yearly total of the same rains [mm]")),
        Field("alpha", tr("Zhang's coefficient")),
        Field("beta", tr("Zhang's exponent")),
        Field("r_added", tr("Of R: for days without a record [{unit}]").format(unit=unit)),
        Field("years", tr("Years in which all half-months were used"), WHOLE),
        Field("years_out", tr("Other years, first to last"), WHOLE),
        Field("parts", tr("Half-months used"), WHOLE),
        Field("parts_out", tr("Half-months left out, first to last year"), WHOLE),
    ]


def erosivity_row(found: Erosivity) -> Row:
    """Return the numbers of one station."""
    counted = found.counted
    return {
        "R": found.annual,
        **{f"r_{n:02d}": float(value) for n, value in enumerate(found.half_months, start=1)},
        "rain_days": found.erosive_days,
        "p_day": found.mean_rain,
        "p_year": found.annual_rain,
        "p_day_reg": found.regression_mean,
        "p_yr_reg": found.regression_annual,
        "alpha": found.alpha,
        "beta": found.beta,
        "r_added": found.added,
        "years": counted.whole_years,
        "years_out": counted.years_left_out,
        "parts": counted.periods_used,
        "parts_out": HALF_MONTHS * counted.span - counted.periods_used,
    }


def _tell(
    found: Sequence[tuple[Station, Erosivity]], rule: ErosivityRule, gaps: Gaps, feedback: Feedback
) -> None:
    """Tell how many stations have a value, which have none and why, and what gaps did."""
    counts = [item.counted for _, item in found]
    feedback.info(
        msg(
            "{count} stations; {used} years were used whole, {left} have gaps or are missing.",
            count=len(found),
            used=sum(item.whole_years for item in counts),
            left=sum(item.years_left_out for item in counts),
        )
    )
    tell_absent(title(RAIN.title), counts, gaps, feedback)
    sums = [(station.id, item.annual, item.added) for station, item in found]
    tell_added(title(N_("Rainfall erosivity R")), sums, gaps, feedback)
    if rule.method is Method.ZHANG and rule.threshold != rule.regression_limit:
        feedback.warn(
            msg(
                "Rains from {threshold:g} mm are summed, but Zhang Wenbo's coefficients are made "
                "for rains from {limit:g} mm, and are still computed from those.",
                threshold=rule.threshold,
                limit=rule.regression_limit,
            )
        )
    unfitted = [station.id for station, item in found if item.unfitted]
    if unfitted:
        feedback.warn(
            msg(
                "{count} stations have no R, because no rain reaches {limit:g} mm, from which Zhang "
                "Wenbo's coefficients are computed: {stations}.",
                count=len(unfitted),
                limit=rule.regression_limit,
                stations=names(unfitted),
            )
        )
    empty = [
        station.id
        for station, item in found
        if not math.isfinite(item.annual) and not item.unfitted
    ]
    if empty:
        feedback.warn(
            msg(
                "{count} stations have no R, because some half-month is never complete: {stations}.",
                count=len(empty),
                stations=names(empty),
            )
        )
