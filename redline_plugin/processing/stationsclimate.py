"""``redline:stationclimate``: means of many years and the factors that models take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterEnum

from redline_plugin.compat import WHOLE
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.stations.climate import (
    COEFFICIENTS,
    DRYNESS_LIMIT,
    VARIABLES,
    WIND_MONTHS,
    Climate,
    ClimateRule,
    climate,
)
from redline_plugin.core.stations.places import Station
from redline_plugin.core.stations.variables import RAIN, TEMPERATURE, WIND, Variable
from redline_plugin.core.text import N_, msg, title
from redline_plugin.i18n import tr
from redline_plugin.processing.stations import READING, StationAlgorithm
from redline_plugin.processing.stationsfields import Field, Row, coefficient_parameter
from redline_plugin.processing.stationsgaps import names, tell_absent, tell_added

MONTHS = 12
_SUMMED = (RAIN, TEMPERATURE, WIND)
_ANNUAL = (
    ("precip", N_("Mean annual precipitation [mm/a]")),
    ("temp", N_("Mean annual temperature [°C]")),
    ("wind_days", N_("Days of strong wind in the chosen months [d]")),
    ("acc_temp", N_("Accumulated temperature of warm days [°C d]")),
    ("acc_rain", N_("Rain of the same days [mm]")),
    ("dryness", N_("Dryness 0.16 ΣT / ΣP")),
    ("raind", N_("Rain days a year [d]")),
    ("wf", N_("Wind field of a year [(m/s)3]")),
    ("sd", N_("Snow factor SD of a year: share of days WITHOUT deep snow [1]")),
)
_MONTHLY = (
    ("precip", N_("Precipitation of month {number} [mm/month]")),
    ("temp", N_("Mean temperature of month {number} [°C]")),
    ("tmin", N_("Mean lowest temperature of month {number} [°C]")),
    ("tmax", N_("Mean highest temperature of month {number} [°C]")),
    ("wind", N_("Mean wind at 2 m in month {number} [m/s]")),
    ("humid", N_("Mean relative humidity of month {number} [1]")),
    ("raind", N_("Rain days of month {number} [d]")),
    ("sd", N_("Snow factor SD of month {number}: share of days WITHOUT deep snow [1]")),
    ("wf", N_("Wind field of month {number} [(m/s)3]")),
)


class StationClimate(StationAlgorithm):
    """``redline:stationclimate``."""

    ID = "stationclimate"
    TITLE = N_("Climate summary at stations")
    ABOUT = N_(
        "Computes means of many years from daily values at stations: precipitation, temperature, "
        "wind at 2 m, humidity, by months; days of strong wind, accumulated temperature with the "
        "rain of the same days, dryness, rain days, and the snow factor and the wind field of RWEQ. "
        "What the files have no column for is left out. Means are of each month first, then of the "
        "months that count over the years. The snow factor sd is 1 without snow and 0 where deep "
        "snow lies all the time. Dryness has no value where no day is warm enough; where warm "
        "days never have rain it is set to its limit."
    )
    TAGS = (N_("wind"), N_("temperature"), N_("dryness"), "RWEQ", N_("rain"))
    OPTIONAL = VARIABLES
    OUTPUT_TITLE = N_("Stations with climate")

    WIND_MONTHS = "WIND_MONTHS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_inputs()
        for item in COEFFICIENTS:
            self.add_advanced(coefficient_parameter(item))
        months = QgsProcessingParameterEnum(
            self.WIND_MONTHS,
            tr("Months of strong wind"),
            [str(month) for month in range(1, MONTHS + 1)],
            allowMultiple=True,
            defaultValue=sorted(month - 1 for month in WIND_MONTHS),
        )
        months.setHelp(tr("December and January to May: winter and spring (read in the source)."))
        self.add_advanced(months)
        self.add_format()
        self.add_output()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        months = tuple(
            month + 1 for month in self.parameterAsEnums(parameters, self.WIND_MONTHS, context)
        )
        if not months:
            raise InputError(Problem(msg("No month is chosen."), self.WIND_MONTHS))
        rule = ClimateRule(
            {
                item.name: self.parameterAsDouble(parameters, item.name, context)
                for item in COEFFICIENTS
            },
            months,
            self.gaps(parameters, context),
        )
        data = self.read(parameters, context, feedback)
        found: list[tuple[Station, Climate]] = []
        for number, series in enumerate(data):
            found.append((series.station, climate(series, rule)))
            feedback.progress(READING + (1 - READING) * (number + 1) / len(data))
        _tell(found, rule, feedback)
        example = found[0][1]
        settings = {
            **rule.limits,
            "wind_months": list(months),
            "complete_percent": rule.gaps.percent,
            "gaps": rule.gaps.rule.value,
            "absent_days": rule.gaps.absent.value,
        }
        rows = [(station, climate_row(item)) for station, item in found]
        return self.write(parameters, context, climate_fields(example), rows, settings, feedback)


def climate_fields(example: Climate) -> list[Field]:
    """Return the fields of what was computed; it is the same for all stations."""
    fields = [Field(name, tr(text)) for name, text in _ANNUAL if name in example.annual]
    for name, text in _MONTHLY:
        if name in example.monthly:
            fields += [
                Field(f"{name}_{number:02d}", tr(text).format(number=number))
                for number in range(1, MONTHS + 1)
            ]
    for variable in example.counted:
        kept = tr("{title}: years in which all months were used").format(title=tr(variable.title))
        left = tr("{title}: other years, first to last").format(title=tr(variable.title))
        short = _short(variable)
        fields += [Field(f"years_{short}", kept, WHOLE), Field(f"out_{short}", left, WHOLE)]
    return fields


def _short(variable: Variable) -> str:
    """Return four letters, since a Shapefile's fields have at most ten."""
    head, _, tail = variable.name.partition("_")
    return f"t{head}" if tail else head[:4]


def climate_row(item: Climate) -> Row:
    """Return the numbers of one station by field."""
    row: dict[str, Any] = dict(item.annual)
    for name, values in item.monthly.items():
        row.update((f"{name}_{number:02d}", float(v)) for number, v in enumerate(values, start=1))
    for variable, counted in item.counted.items():
        row[f"years_{_short(variable)}"] = counted.whole_years
        row[f"out_{_short(variable)}"] = counted.years_left_out
    return row


def _tell(found: Sequence[tuple[Station, Climate]], rule: ClimateRule, feedback: Feedback) -> None:
    for variable in found[0][1].counted:
        counts = [item.counted[variable] for _, item in found]
        feedback.info(
            msg(
                "{title}: {used} years of {count} stations were used whole, {left} have gaps or are "
                "missing.",
                title=title(variable.title),
                count=len(found),
                used=sum(item.whole_years for item in counts),
                left=sum(item.years_left_out for item in counts),
            )
        )
        if variable in _SUMMED:
            tell_absent(title(variable.title), counts, rule.gaps, feedback)
    for name, text in _ANNUAL:
        if name in found[0][1].added:
            sums = [(at.id, item.annual[name], item.added[name]) for at, item in found]
            tell_added(title(text), sums, rule.gaps, feedback)
    if any(item.estimated_mean and TEMPERATURE in item.counted for _, item in found):
        feedback.info(
            msg("Mean temperature is the middle of the lowest and the highest of each day.")
        )
    empty = {
        name: ids
        for name in found[0][1].annual
        if (
            ids := [
                station.id
                for station, item in found
                if not math.isfinite(item.annual[name]) and not (name == "dryness" and item.cold)
            ]
        )
    }
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, ids in empty.items():
        alike.setdefault(tuple(ids), []).append(name)
    for stations, fields in alike.items():
        feedback.warn(
            msg(
                "Stations without {fields}, because some month is never complete ({count}): {stations}.",
                fields=", ".join(fields),
                count=len(stations),
                stations=names(list(stations)),
            )
        )
    cold = [station.id for station, item in found if item.cold]
    if cold:
        feedback.warn(
            msg(
                "Stations without dryness, because no day is warm enough ({count}): {stations}.",
                count=len(cold),
                stations=names(cold),
            )
        )
    dry = [station.id for station, item in found if item.dry]
    if dry:
        feedback.warn(
            msg(
                "Stations without rain in their warm days, whose dryness is set to {limit:g} "
                "({count}): {stations}.",
                count=len(dry),
                limit=rule.limit(DRYNESS_LIMIT),
                stations=names(dry),
            )
        )
