"""The base of algorithms that turn daily files of climate stations into a layer of stations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.stations.columns import Role
from redline_plugin.core.stations.gaps import (
    ABSENT_DAYS,
    COMPLETE_PERCENT,
    GAP_RULES,
    AbsentDays,
    GapRule,
    Gaps,
)
from redline_plugin.core.stations.hints import check_units
from redline_plugin.core.stations.opening import DailyFormat
from redline_plugin.core.stations.places import PlaceFormat, Station, read_table
from redline_plugin.core.stations.reader import DailyData, read_daily
from redline_plugin.core.stations.textfile import ENCODINGS
from redline_plugin.core.stations.values import MISSING_CODES, TRACE_CODES, Codes
from redline_plugin.core.stations.variables import KEYS, Variable
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.stationsfields import (
    Field,
    Row,
    choice_parameter,
    coefficient_parameter,
    column_name,
    layout_of,
    unit_name,
    values_of,
)
from redline_plugin.processing.vectorsink import is_table, place_problems, write_vector

CGCS2000 = "EPSG:4490"
READING = 0.8
"""Share of the progress that reading takes."""


class StationAlgorithm(RedlineAlgorithm):
    """Daily files in, a layer of stations out; subclasses name variables and fill the rows."""

    GROUP = Group.CLIMATE
    NEEDED: tuple[Variable, ...] = ()
    OPTIONAL: tuple[Variable, ...] = ()
    OUTPUT_TITLE = ""

    INPUT = "INPUT"
    STATIONS = "STATIONS"
    ENCODING = "ENCODING"
    DEGREES_MINUTES = "DEGREES_MINUTES"
    ELEVATION_TENTHS = "ELEVATION_TENTHS"
    MISSING = "MISSING"
    TRACE = "TRACE"
    LENIENT = "LENIENT"
    GAPS = "GAPS"
    ABSENT_DAYS = "ABSENT_DAYS"
    OUTPUT = "OUTPUT"
    COUNT = "STATION_COUNT"

    def add_inputs(self) -> None:
        """Add the files, and how they are written."""
        files = QgsProcessingParameterMultipleLayers(
            self.INPUT, tr("Daily values (CSV files)"), QgsProcessing.SourceType.TypeFile
        )
        files.setHelp(
            tr(
                "The first line names the columns: station, date (or year, month, day), and values. "
                "Commas, semicolons or tabs; UTF-8 or GBK. Rows in any order; elements may be in "
                "separate files."
            )
        )
        self.addParameter(files)
        table = QgsProcessingParameterFile(self.STATIONS, tr("Station table (CSV)"), optional=True)
        table.setHelp(
            tr(
                "Station, longitude, latitude, and elevation and name if known. Empty: coordinates "
                "stand beside the daily values."
            )
        )
        self.addParameter(table)
        for variable in (*self.NEEDED, *self.OPTIONAL):
            self.addParameter(
                QgsProcessingParameterEnum(
                    unit_name(variable),
                    tr("Unit in the files: {title}").format(title=tr(variable.title)),
                    [unit.title for unit in variable.units],
                    defaultValue=0,
                )
            )

    def add_format(self) -> None:
        """Add the advanced parameters of the files and of gaps."""
        self.add_advanced(
            QgsProcessingParameterEnum(
                self.ENCODING,
                tr("Encoding of the files"),
                [tr("Automatic"), "UTF-8", "GBK"],
                defaultValue=0,
            )
        )
        roles: list[Role] = [*KEYS, *self.NEEDED, *self.OPTIONAL]
        for role in roles:
            column = QgsProcessingParameterString(
                column_name(role.name),
                tr("Column: {title}").format(title=tr(role.title)),
                "",
                optional=True,
            )
            column.setHelp(tr("Empty: recognised by usual names."))
            self.add_advanced(column)
        degrees = QgsProcessingParameterBoolean(
            self.DEGREES_MINUTES, tr("Coordinates are degrees and minutes"), False
        )
        degrees.setHelp(tr("11628 is then 116°28′. Otherwise they are decimal degrees."))
        self.add_advanced(degrees)
        self.add_advanced(
            QgsProcessingParameterBoolean(
                self.ELEVATION_TENTHS, tr("Elevations of stations are in 0.1 m"), False
            )
        )
        codes = tr(
            "As the files have them, before any unit; with spaces between. Codes of the China "
            "Meteorological Administration (general knowledge, likely). Empty cells are missing, too."
        )
        for name, text, default in (
            (self.MISSING, N_("Codes for missing values"), MISSING_CODES),
            (self.TRACE, N_("Codes for a trace of rain or snow (0)"), TRACE_CODES),
        ):
            code = QgsProcessingParameterString(name, tr(text), default, optional=True)
            code.setHelp(codes)
            self.add_advanced(code)
        lenient = QgsProcessingParameterBoolean(
            self.LENIENT, tr("Leave out values with problems"), False
        )
        lenient.setHelp(
            tr("They are listed as warnings. Otherwise the run stops and lists all of them.")
        )
        self.add_advanced(lenient)
        self.addParameter(coefficient_parameter(COMPLETE_PERCENT))
        self.add_advanced(choice_parameter(self.GAPS, tr("Left out for gaps"), GAP_RULES))
        absent = choice_parameter(self.ABSENT_DAYS, tr("Days without a record"), ABSENT_DAYS)
        absent.setHelp(
            "<br>".join(
                (
                    tr(
                        "In half-months or months that count all the same. Means and shares are of "
                        "the days that have a record, and the wind field is always scaled, as its "
                        "equation is."
                    ),
                    absent.help(),
                )
            )
        )
        self.add_advanced(absent)

    def add_output(self) -> None:
        """Add the layer of stations."""
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, tr(self.OUTPUT_TITLE), QgsProcessing.SourceType.TypeVectorPoint
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of stations")))

    def gaps(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Gaps:
        """Return the rule for gaps."""
        chosen = GAP_RULES[self.parameterAsEnum(parameters, self.GAPS, context)]
        absent = ABSENT_DAYS[self.parameterAsEnum(parameters, self.ABSENT_DAYS, context)]
        percent = self.parameterAsDouble(parameters, COMPLETE_PERCENT.name, context)
        return Gaps(percent, GapRule(chosen.id), AbsentDays(absent.id))

    def files(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[list[Path], Path | None]:
        """Return the daily files and the station table."""
        given = self.parameterAsFileList(parameters, self.INPUT, context)
        # A model whose own parameter is left empty gives an empty name.
        paths = [Path(path) for path in given if path]
        if not paths:
            raise InputError(
                Problem(msg("No daily file is given."), self.INPUT, msg("Choose CSV files."))
            )
        table = self.parameterAsFile(parameters, self.STATIONS, context)
        return paths, Path(table) if table else None

    def read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> DailyData:
        """Read the files, after a look at where the result goes."""
        self._check_place(parameters, context)
        paths, table = self.files(parameters, context)
        variables = (*self.NEEDED, *self.OPTIONAL)
        roles: list[Role] = [*KEYS, *variables]
        columns = {
            role.name: self.parameterAsString(parameters, column_name(role.name), context)
            for role in roles
        }
        places = PlaceFormat(
            self.parameterAsBool(parameters, self.DEGREES_MINUTES, context),
            self.parameterAsBool(parameters, self.ELEVATION_TENTHS, context),
        )
        encoding = ENCODINGS[self.parameterAsEnum(parameters, self.ENCODING, context)]
        lenient = self.parameterAsBool(parameters, self.LENIENT, context)
        how = DailyFormat(
            columns,
            {
                variable.name: variable.units[
                    self.parameterAsEnum(parameters, unit_name(variable), context)
                ]
                for variable in variables
            },
            Codes.of_text(
                self.parameterAsString(parameters, self.MISSING, context),
                self.parameterAsString(parameters, self.TRACE, context),
            ),
            places,
            encoding,
            lenient,
        )
        stations = None
        if table is not None:
            stations = read_table(table, columns, places, lenient, feedback, encoding)
        part = Part(feedback, 0.0, READING)
        data = read_daily(paths, self.NEEDED, self.OPTIONAL, how, part, stations)
        check_units(data, feedback)
        return data

    def write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        fields: Sequence[Field],
        rows: Sequence[tuple[Station, Row]],
        settings: Mapping[str, Any],
        feedback: Feedback,
    ) -> dict[str, Any]:
        """Write the stations as points, and what made them."""
        need_libraries()
        import shapely

        records = provenance.InputRecords(self._inputs(parameters, context))
        try:
            record = provenance.provenance(
                self.ID, settings, records.result(feedback), {"count": len(rows)}
            )
        except BaseException:
            records.cancel()
            raise
        place = write_vector(
            self,
            parameters,
            self.OUTPUT,
            context,
            layout_of(fields),
            "Point",
            CGCS2000,
            (
                (
                    shapely.Point(station.longitude, station.latitude),
                    values_of(station, fields, row),
                )
                for station, row in rows
            ),
            record,
            feedback,
        )
        return {self.OUTPUT: place, self.COUNT: len(rows)}

    def _check_place(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Refuse a place that cannot serve, or is one of the files to be read, before the work."""
        place = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        problems = place_problems(place)
        if not is_table(place):
            found = output_problems([Path(place)], [*self._inputs(parameters, context).values()])
            problems = [*found, *(problem for problem in problems if problem not in found)]
        if problems:
            raise InputError(problems)

    def _inputs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        paths, table = self.files(parameters, context)
        named = {f"{self.INPUT} {number}": str(path) for number, path in enumerate(paths, 1)}
        return {**named, **({self.STATIONS: str(table)} if table is not None else {})}
