"""A declared model as a Processing algorithm: nothing here is written per model."""

from __future__ import annotations

import html
import math
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProperty,
)
from qgis.PyQt.QtCore import QVariant

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.coefficients import (
    FILE as COEFFICIENTS_FILE,
)
from redline_plugin.core.declare.coefficients import (
    CoefficientSet,
    load_coefficient_set,
)
from redline_plugin.core.declare.job import (
    Band,
    Given,
    Job,
    output_problems,
    read_by,
    stack_of,
)
from redline_plugin.core.declare.limits import between
from redline_plugin.core.declare.model import (
    Choice,
    CodeTable,
    Coefficient,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
    Statistic,
)
from redline_plugin.core.declare.run import RunOptions, run_jobs
from redline_plugin.core.declare.table import chosen_path
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.text import msg, title
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.reporting import write_report_after
from redline_plugin.processing.styling import look_of, style_when_loaded

GRID = "GRID"
OVERVIEWS = "OVERVIEWS"
TABLES = "TABLES"
RANGES = "RANGES"
REPORT = "REPORT"
SKIP_WITHOUT_INPUTS = "SKIP_WITHOUT_INPUTS"
VALID_PIXELS = "VALID_PIXELS"
CLAMPED_PIXELS = "CLAMPED_PIXELS"
MINIMUM = "MINIMUM"
MAXIMUM = "MAXIMUM"
MEAN = "MEAN"
_REPORT_FROM = 0.8
"""Share of the progress that a run takes when a report follows it."""


class ModelAlgorithm(RedlineAlgorithm):
    """One assessment model in the toolbox."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self._model = model
        self.ID = model.id
        self.TITLE = model.title
        self.GROUP = model.group
        self.ABOUT = model.about
        self.TAGS = model.tags

    @property
    def model(self) -> Model:
        """The declaration."""
        return self._model

    def createInstance(self) -> ModelAlgorithm:
        return ModelAlgorithm(self._model)

    def shortHelpString(self) -> str:
        return help_html(self._model)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        model = self._model
        for item in model.inputs:
            self.addParameter(_raster(item))
        for choice in model.choices:
            self.addParameter(_choice(choice))
        for table in tables_of(model):
            if table.others:
                self.addParameter(_table_set(table))
        for table in tables_of(model):
            # A table that is only an example is for every user to look at.
            (self.addParameter if table.is_example else self.add_advanced)(_table(table))
        for coefficient in model.coefficients:
            self.add_advanced(_number(coefficient))
        for statistic in model.statistics:
            self.add_advanced(_statistic(statistic))
        if model.statistics:
            ranges = QgsProcessingParameterRasterLayer(
                RANGES, tr("Take these numbers from an earlier result"), optional=True
            )
            ranges.setHelp(
                tr(
                    "A result of this model, for instance that of the whole province: its numbers "
                    "are used, so that a county's values compare with it."
                )
            )
            self.add_advanced(ranges)
        folder = QgsProcessingParameterFile(
            TABLES,
            tr("Folder with one's own tables and coefficients"),
            QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        )
        folder.setHelp(
            tr(
                "Made by “Copy tables and coefficients” and edited. Files of the tables' names and "
                "coefficients.csv are taken from there; what is given in this dialog goes first."
            )
        )
        self.add_advanced(folder)
        grid = QgsProcessingParameterRasterLayer(
            GRID, tr("Grid of the result (empty: that of the first input)"), optional=True
        )
        grid.setHelp(tr("Inputs on other grids are brought to it on the fly."))
        self.add_advanced(grid)
        self.add_run_parameters()
        self.add_advanced(
            QgsProcessingParameterBoolean(OVERVIEWS, tr("Build overviews"), defaultValue=False)
        )
        skip = QgsProcessingParameterBoolean(
            SKIP_WITHOUT_INPUTS, tr("Make nothing where no input is given"), defaultValue=False
        )
        # Only for models of many assessments, of which a county may not need all.
        skip.setFlags(skip.flags() | QgsProcessingParameterDefinition.Flag.FlagHidden)
        self.addParameter(skip)
        for output in model.outputs:
            self.addParameter(
                QgsProcessingParameterRasterDestination(
                    output.name,
                    output_title(output),
                    optional=output.optional,
                    createByDefault=not output.optional,
                )
            )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                REPORT, tr("Report"), "HTML (*.html)", optional=True, createByDefault=True
            )
        )
        self.addOutput(QgsProcessingOutputNumber(VALID_PIXELS, tr("Valid pixels")))
        self.addOutput(QgsProcessingOutputNumber(CLAMPED_PIXELS, tr("Pixels set to a limit")))
        self.addOutput(QgsProcessingOutputNumber(MINIMUM, tr("Lowest value")))
        self.addOutput(QgsProcessingOutputNumber(MAXIMUM, tr("Highest value")))
        self.addOutput(QgsProcessingOutputNumber(MEAN, tr("Mean value")))
        for statistic in model.statistics:
            self.addOutput(QgsProcessingOutputNumber(f"{statistic.name}_USED", tr(statistic.title)))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        model = self._model
        if self._skipped(parameters, context):
            feedback.info(
                msg("{title}: no input is given, nothing is made.", title=title(model.title))
            )
            return {}
        outputs = {}
        for output in model.outputs:
            path = self.output_raster(parameters, output.name, context)
            if path is not None:
                outputs[output.name] = path
        given = self._inputs(parameters, context)
        grid = self.raster_paths(parameters, [GRID, RANGES], context)
        tables, sets = self._tables(parameters, context)
        own = self._coefficient_set(parameters, context)
        self._tell_tables(self.parameterAsFile(parameters, TABLES, context), tables, feedback)
        report_text = self.parameterAsFileOutput(parameters, REPORT, context)
        report = Path(report_text) if report_text else None
        job = Job(
            model,
            given,
            outputs,
            self._coefficients(parameters, context),
            tables,
            self._choices(parameters, context),
            sets,
            self._statistics(parameters, context, grid.get(RANGES)),
            own,
        )
        # The core looks at inputs and outputs; these are files that it does not know.
        written = [*outputs.values(), *([report] if report is not None else [])]
        problems = output_problems(written, [*read_by(job), *grid.values()])
        if report is not None and report.suffix.lower() not in (".html", ".htm"):
            problems.append(
                Problem(msg("The report is HTML; its name must end with .html."), str(report))
            )
        if problems:
            raise InputError(problems)
        options = RunOptions(
            grid=Grid.of_file(grid[GRID]) if GRID in grid else None,
            compression=self.compression(parameters, context, next(iter(outputs.values()), Path())),
            overviews=self.parameterAsBool(parameters, OVERVIEWS, context),
        )
        rest = 1.0 if report is None else _REPORT_FROM
        tally = run_jobs([job], Part(feedback, 0.0, rest), options)[0]
        results: dict[str, Any] = {name: str(path) for name, path in outputs.items()}
        main = tally.outputs[next(iter(outputs))]
        results[VALID_PIXELS] = main.valid
        results[CLAMPED_PIXELS] = main.raised + main.lowered
        results.update({MINIMUM: main.low, MAXIMUM: main.high, MEAN: main.mean})
        made = read_provenance(str(next(iter(outputs.values())))) or {}
        for name, number in made.get("parameters", {}).get("statistics", {}).items():
            results[f"{name}_USED"] = number["value"]
        if report is not None and write_report_after(
            list(outputs.values()), report, Part(feedback, rest, 1.0)
        ):
            results[REPORT] = str(report)
        looks = {name: look_of(model.output(name)) for name in outputs}
        style_when_loaded(looks, results, context)
        return results

    def _skipped(self, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
        needed = [item.name for item in self._model.inputs if not item.optional]
        return self.parameterAsBool(parameters, SKIP_WITHOUT_INPUTS, context) and all(
            parameters.get(name) in (None, "", []) for name in needed
        )

    def _inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Given]:
        names = [item.name for item in self._model.inputs if not item.is_stack]
        paths = self.raster_paths(parameters, names, context)
        problems = [
            Problem(
                msg(
                    "{name} takes one band, and this raster has {count}.",
                    name=self._model.input(name).called,
                    count=len(bands),
                ),
                path,
                msg(
                    "Extract the band that is meant, or their mean or sum, into a raster of its own."
                ),
            )
            for name, path in paths.items()
            if len(bands := stack_of([path])) > 1
        ]
        if problems:
            raise InputError(problems)
        given: dict[str, Given] = {name: Band(path) for name, path in paths.items()}
        for item in self._model.inputs:
            if item.is_stack:
                files = self.raster_list(parameters, item.name, context)
                if files or (item.name in parameters and parameters[item.name] == []):
                    given[item.name] = stack_of(files)
        return given

    def _coefficients(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, float]:
        """Return the numbers that are given: these go before a province's own."""
        return {
            item.name: self.parameterAsDouble(parameters, item.name, context)
            for item in self._model.coefficients
            if is_given(parameters, item.name)
        }

    def _choices(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        return {
            choice.name: choice.options[self.parameterAsEnum(parameters, choice.name, context)].id
            for choice in self._model.choices
            if is_given(parameters, choice.name)
        }

    def _tables(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[dict[str, Path], dict[str, str]]:
        """Return the user's own tables, and which of the shipped ones is chosen."""
        folder = self.parameterAsFile(parameters, TABLES, context)
        tables: dict[str, Path] = {}
        sets: dict[str, str] = {}
        for table in tables_of(self._model):
            if table.others:
                place = self.parameterAsEnum(parameters, f"{table.name}_SET", context)
                if place:
                    sets[table.name] = table.others[place - 1].id
            file = self.parameterAsFile(parameters, table.name, context)
            own = (
                Path(folder) / chosen_path(table, sets.get(table.name, "")).name if folder else None
            )
            if file:
                tables[table.name] = Path(file)
            elif own is not None and own.is_file():
                tables[table.name] = own
        return tables, sets

    def _tell_tables(self, folder: str, tables: dict[str, Path], feedback: Feedback) -> None:
        """Tell what was taken from a province's folder; refuse one that holds nothing for a run.

        Raises:
            InputError: no table and no coefficient of this model is there.
        """
        if not folder:
            return
        names = [path.name for path in tables.values() if path.parent == Path(folder)]
        if (Path(folder) / COEFFICIENTS_FILE).is_file():
            names.append(COEFFICIENTS_FILE)
        if names:
            feedback.info(msg("From {folder}: {names}.", folder=folder, names=", ".join(names)))
        elif tables_of(self._model) or self._model.coefficients or self._model.choices:
            wanted = [table.file for table in tables_of(self._model)] + [COEFFICIENTS_FILE]
            raise InputError(
                Problem(
                    msg(
                        "The folder of tables holds none for this model ({names}).",
                        names=", ".join(wanted),
                    ),
                    folder,
                    msg("Make one with “Copy tables and coefficients”, or leave it out."),
                )
            )

    def _coefficient_set(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> CoefficientSet | None:
        folder = self.parameterAsFile(parameters, TABLES, context)
        if not folder:
            return None
        if not Path(folder).is_dir():
            raise InputError(
                Problem(msg("The folder of tables does not exist."), folder, msg("Check its name."))
            )
        file = Path(folder) / COEFFICIENTS_FILE
        return load_coefficient_set(file, models()) if file.is_file() else None

    def _statistics(
        self, parameters: dict[str, Any], context: QgsProcessingContext, ranges: str | None
    ) -> dict[str, float]:
        found: dict[str, float] = {}
        if ranges is not None:
            made = read_provenance(ranges) or {}
            earlier = made.get("parameters", {}).get("statistics", {})
            if made.get("algorithm") != f"redline:{self._model.id}" or not earlier:
                raise InputError(
                    Problem(
                        msg("This raster is no result of the same model, so it holds no ranges."),
                        ranges,
                        msg("Choose a result of this model that Redline made."),
                    )
                )
            names = {statistic.name for statistic in self._model.statistics}
            found = {n: float(number["value"]) for n, number in earlier.items() if n in names}
        for statistic in self._model.statistics:
            if is_given(parameters, statistic.name):
                found[statistic.name] = self.parameterAsDouble(parameters, statistic.name, context)
        return found


def is_given(parameters: dict[str, Any], name: str) -> bool:
    """Return whether a parameter is given, be it the shipped value: an empty one is not."""
    value = parameters.get(name)
    if isinstance(value, QgsProperty):
        return True
    return not (value is None or value == "" or (isinstance(value, QVariant) and value.isNull()))


def tables_of(model: Model) -> list[CodeTable]:
    """Return the tables of a model, each once: two inputs may share one."""
    return list({item.table.name: item.table for item in model.inputs if item.table}.values())


def _raster(item: RasterInput) -> QgsProcessingParameterDefinition:
    parameter: QgsProcessingParameterDefinition
    if item.is_stack:
        parameter = QgsProcessingParameterMultipleLayers(
            item.name,
            input_title(item),
            QgsProcessing.SourceType.TypeRaster,
            optional=item.optional,
        )
    else:
        parameter = QgsProcessingParameterRasterLayer(
            item.name, input_title(item), optional=item.optional
        )
    parameter.setHelp(input_help(item))
    return parameter


def _choice(choice: Choice) -> QgsProcessingParameterEnum:
    default = choice.options[choice.index(choice.default)]
    parameter = QgsProcessingParameterEnum(
        choice.name,
        tr("{title} (empty: {value})").format(title=tr(choice.title), value=tr(default.title)),
        [option_title(option) for option in choice.options],
        optional=True,
    )
    parts = [tr(choice.help)] if choice.help else []
    parts.append(_empty_help())
    parts += [
        tr("{option}: {source}").format(
            option=tr(option.title), source=reference_text(option.reference)
        )
        for option in choice.options
    ]
    parameter.setHelp(" ".join(parts))
    return parameter


def _table(table: CodeTable) -> QgsProcessingParameterFile:
    parameter = QgsProcessingParameterFile(
        table.name,
        tr("Table: {title}").format(title=tr(table.title)),
        extension="csv",
        optional=True,
    )
    shipped = tr("shipped with Redline: {file}").format(file=table.file)
    about = (
        tr("Your own table. Empty: the example ({shipped}), which is no real data.")
        if table.is_example
        else tr(
            "A copy of the default ({shipped}), edited; “Copy tables and coefficients” makes one. "
            "Empty: the default itself."
        )
    )
    parameter.setHelp(about.format(shipped=shipped))
    return parameter


def table_titles(table: CodeTable) -> list[str]:
    """Return the titles of a table's shipped alternatives, the default first."""
    first = tr("Default ({file})").format(file=table.file)
    return [first, *(tr(other.title) for other in table.others)]


def _table_set(table: CodeTable) -> QgsProcessingParameterEnum:
    parameter = QgsProcessingParameterEnum(
        f"{table.name}_SET",
        tr("Which table: {title}").format(title=tr(table.title)),
        table_titles(table),
        defaultValue=0,
    )
    parameter.setHelp(
        " ".join(
            tr("{option}: {source}").format(
                option=tr(other.title), source=reference_text(other.reference)
            )
            for other in table.others
        )
    )
    return parameter


def _statistic(statistic: Statistic) -> QgsProcessingParameterNumber:
    parameter = QgsProcessingParameterNumber(
        statistic.name,
        tr(statistic.title),
        QgsProcessingParameterNumber.Type.Double,
        None,
        optional=True,
    )
    parameter.setHelp(tr("Empty: found in the assessed area, the pixels valid in all inputs."))
    return parameter


def _empty_help() -> str:
    return tr(
        "Empty: the shipped value, unless the folder of tables has one. What is given here goes before both."
    )


def _number(coefficient: Coefficient) -> QgsProcessingParameterNumber:
    low, high = coefficient.valid
    number = QgsProcessingParameterNumber(
        coefficient.name,
        tr("{title} (empty: {value})").format(
            title=with_unit(tr(coefficient.title), coefficient.unit),
            value=f"{coefficient.default:.12g}",
        ),
        QgsProcessingParameterNumber.Type.Double,
        None,
        optional=True,
        minValue=-math.inf if low is None else low,
        maxValue=math.inf if high is None else high,
    )
    number.setHelp(f"{_empty_help()} {reference_text(coefficient.reference)}")
    return number


def option_title(option: Option) -> str:
    """Return an option's title with how sure it is."""
    return tr("{option} ({certainty})").format(
        option=tr(option.title), certainty=tr(option.reference.certainty.value)
    )


def _unit_after(unit: str) -> str:
    return f" {unit}" if unit not in ("", "1") else ""


def with_unit(text: str, unit: str) -> str:
    """Return a title with its unit; what has none, or is a pure number, has no brackets."""
    return f"{text} [{unit}]" if unit not in ("", "1") else text


def output_title(output: RasterOutput) -> str:
    """Return an output's title with its unit."""
    return with_unit(tr(output.title), output.unit)


def input_title(item: RasterInput) -> str:
    """Return an input's title with its unit."""
    return with_unit(tr(item.title), item.unit)


def input_help(item: RasterInput) -> str:
    """Return an input's help: what it is and which values are valid."""
    parts = [tr(item.help)] if item.help else []
    if item.bands > 1:
        parts.append(
            tr("One raster of {count} bands, or {count} rasters in order.").format(count=item.bands)
        )
    elif item.is_stack:
        parts.append(tr("Any number of rasters, of one band or more each."))
    if item.lenient:
        parts.append(tr("A pixel may lack a value here."))
    if item.valid != (None, None):
        parts.append(
            tr("Valid: {range}; other values are left out and counted.").format(
                range=between(*item.valid).render(tr)
            )
        )
    return " ".join(parts)


def reference_text(reference: Reference) -> str:
    """Return where a fact comes from and how sure it is."""
    place = tr(reference.document)
    if reference.section:
        place = tr("{document}, {section}").format(document=place, section=tr(reference.section))
    return tr("Source: {place} ({certainty}).").format(
        place=place, certainty=tr(reference.certainty.value)
    )


def help_html(model: Model) -> str:
    """Return the help of a model's algorithm, made from its declaration."""
    parts = [
        f"<p>{html.escape(tr(model.about))}</p>",
        f"<p><b>{html.escape(tr(model.equation))}</b></p>",
        f"<p>{html.escape(reference_text(model.reference))}</p>",
        f"<h3>{html.escape(tr('Inputs'))}</h3><ul>",
    ]
    for item in model.inputs:
        parts.append(
            f"<li><b>{html.escape(input_title(item))}</b> {html.escape(input_help(item))}</li>"
        )
    parts.append("</ul>")
    if model.coefficients:
        parts.append(f"<h3>{html.escape(tr('Coefficients'))}</h3><ul>")
        for c in model.coefficients:
            line = tr("{title}: {value}. {source}").format(
                title=tr(c.title),
                value=f"{c.default:g}{_unit_after(c.unit)}",
                source=reference_text(c.reference),
            )
            parts.append(f"<li>{html.escape(line)}</li>")
        parts.append("</ul>")
    if model.choices:
        parts.append(f"<h3>{html.escape(tr('Choices'))}</h3><ul>")
        for choice in model.choices:
            options = " ".join(
                tr("{option}: {source}").format(
                    option=tr(option.title), source=reference_text(option.reference)
                )
                for option in choice.options
            )
            line = tr("{title}: {value}").format(title=tr(choice.title), value=options)
            parts.append(f"<li>{html.escape(line)}</li>")
        parts.append("</ul>")
    if model.notes:
        notes = "".join(f"<li>{html.escape(tr(note))}</li>" for note in model.notes)
        parts.append(f"<h3>{html.escape(tr('Notes'))}</h3><ul>{notes}</ul>")
    return "".join(parts)
