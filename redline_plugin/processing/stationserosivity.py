"""``redline:stationerosivity``: rainfall erosivity from daily rain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterNumber

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.stations.erosivity import (
    COLD_ALPHA,
    EXPONENT,
    HALF_MONTHS,
    METHODS,
    THRESHOLDS,
    WARM_ALPHA,
    ErosivityRule,
    Method,
    erosivity,
)
from redline_plugin.core.stations.gaps import Gaps
from redline_plugin.core.stations.places import Station
from redline_plugin.core.stations.reader import Series
from redline_plugin.core.stations.variables import RAIN
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.stations import READING, StationAlgorithm
from redline_plugin.processing.stationsfields import (
    REAL,
    WHOLE,
    Field,
    Row,
    choice_parameter,
    coefficient_parameter,
)


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
        for item in (WARM_ALPHA, COLD_ALPHA, EXPONENT):
            self.add_advanced(coefficient_parameter(item))
        self.add_format()
        self.add_output()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        rule = self._rule(parameters, context)
        gaps = self.gaps(parameters, context)
        data = self.read(parameters, context, feedback)
        rows = []
        for number, series in enumerate(data):
            rows.append((series.station, erosivity_row(series, rule, gaps)))
            feedback.progress(READING + (1 - READING) * (number + 1) / len(data))
        _tell_rows(rows, feedback)
        settings = {
            "method": rule.method.value,
            "threshold": rule.threshold,
            "warm_alpha": rule.warm_alpha,
            "cold_alpha": rule.cold_alpha,
            "exponent": rule.exponent,
            "complete_percent": gaps.percent,
            "gaps": gaps.rule.value,
        }
        return self.write(parameters, context, erosivity_fields(), rows, settings)

    def _rule(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ErosivityRule:
        chosen = THRESHOLDS[self.parameterAsEnum(parameters, self.THRESHOLD, context)].id
        own = self.parameterAsDouble(parameters, self.OWN_THRESHOLD, context)
        return ErosivityRule(
            Method(METHODS[self.parameterAsEnum(parameters, self.METHOD, context)].id),
            own if chosen == "own" else float(chosen),
            *(
                self.parameterAsDouble(parameters, item.name, context)
                for item in (WARM_ALPHA, COLD_ALPHA, EXPONENT)
            ),
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
        Field("alpha", tr("Zhang's coefficient")),
        Field("beta", tr("Zhang's exponent")),
        Field("years", tr("Years in which all half-months were used"), WHOLE),
        Field("years_out", tr("Other years, first to last"), WHOLE),
        Field("parts", tr("Half-months used"), WHOLE),
        Field("parts_out", tr("Half-months left out, first to last year"), WHOLE),
    ]


def erosivity_row(series: Series, rule: ErosivityRule, gaps: Gaps) -> Row:
    """Return the numbers of one station."""
    found = erosivity(series.values[RAIN], series.years, rule, gaps)
    counted = found.counted
    return {
        "R": found.annual,
        **{f"r_{n:02d}": float(value) for n, value in enumerate(found.half_months, start=1)},
        "rain_days": found.erosive_days,
        "p_day": found.mean_rain,
        "p_year": found.annual_rain,
        "alpha": found.alpha,
        "beta": found.beta,
        "years": counted.whole_years,
        "years_out": counted.years_left_out,
        "parts": counted.periods_used,
        "parts_out": HALF_MONTHS * counted.span - counted.periods_used,
    }


def _tell_rows(rows: Sequence[tuple[Station, Row]], feedback: Feedback) -> None:
    """Tell how many stations have a value, which have none, and how much was left out."""
    empty = [station.id for station, row in rows if not math.isfinite(row["R"])]
    feedback.info(
        msg(
            "{count} stations; {used} years were used whole, {left} have gaps or are missing.",
            count=len(rows),
            used=sum(int(row["years"]) for _, row in rows),
            left=sum(int(row["years_out"]) for _, row in rows),
        )
    )
    if empty:
        feedback.warn(
            msg(
                "{count} stations have no R, because some half-month is never complete: {stations}.",
                count=len(empty),
                stations=", ".join(empty[:20]) + (" …" if len(empty) > 20 else ""),
            )
        )
