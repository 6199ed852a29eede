"""Grading algorithms: functions by cumulative value, sensitivities by limits."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.declare.model import ClassEntry, Group
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.grade.classes import (
    EXTREME,
    FUNCTION_CLASSES,
    SENSITIVITY_CLASSES,
    ClassRow,
    GradeOptions,
)
from redline_plugin.core.grade.cumulative import (
    CumulativeRule,
    Mode,
    Rule,
    grade_by_cumulative_value,
)
from redline_plugin.core.grade.sensitivity import SETS, Limits, LimitSet, grade_by_limits
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.text import N_, msg, title
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.reporting import write_report_after
from redline_plugin.processing.styling import Look, style_when_loaded

INPUT = "INPUT"
OUTPUT = "OUTPUT"
REPORT = "REPORT"
PAGE = "PAGE"
EXTREME_AREA = "EXTREME_AREA"


class GradingAlgorithm(RedlineAlgorithm):
    """What both gradings share: input, class raster, report."""

    GROUP = Group.GRADE
    INPUT_TITLE = ""

    def add_input(self) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer(INPUT, tr(self.INPUT_TITLE)))

    def add_outputs(self) -> None:
        self.add_run_parameters()
        self.addParameter(QgsProcessingParameterRasterDestination(OUTPUT, tr("Classes (1, 2, 3)")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                REPORT,
                tr("Report of classes"),
                "CSV (*.csv)",
                optional=True,
                createByDefault=False,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                PAGE,
                tr("Report with map and histogram"),
                "HTML (*.html)",
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(
            QgsProcessingOutputNumber(EXTREME_AREA, tr("Area of the highest class [m2]"))
        )

    def places(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[str, Path, Path | None]:
        """Return input, output and report, checked."""
        source = self.raster_paths(parameters, [INPUT], context)[INPUT]
        output = self.output_raster(parameters, OUTPUT, context) or Path()
        text = self.parameterAsFileOutput(parameters, REPORT, context)
        report = Path(text) if text else None
        page = self.page(parameters, context)
        more = [path for path in (report, page) if path is not None]
        problems = output_problems([output, *more], [source])
        if problems:
            raise InputError(problems)
        return source, output, report

    def page(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        """Return where the HTML report is to be, None when it is not asked for."""
        text = self.parameterAsFileOutput(parameters, PAGE, context)
        return Path(text) if text else None

    def parts(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> tuple[Feedback, Feedback]:
        """Return the progress of the grading, and that of the report after it."""
        share = 1.0 if self.page(parameters, context) is None else 0.6
        return Part(feedback, 0.0, share), Part(feedback, share, 1.0)

    def write_page(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        source: str,
        output: Path,
        feedback: Feedback,
    ) -> dict[str, Any]:
        """Write the HTML report of index and classes, if it is asked for."""
        page = self.page(parameters, context)
        if page is None:
            return {}
        written = write_report_after([Path(source), output], page, feedback)
        return {PAGE: str(page)} if written else {}


class GradeFunction(GradingAlgorithm):
    """``redline:gradefunction``."""

    ID = "gradefunction"
    TITLE = N_("Grade an ecological function")
    INPUT_TITLE = N_("Index of the function")
    ABOUT = N_(
        "Sorts pixels from the highest value down; those that together make the first half of the "
        "summed value are extremely important, those up to 80 % important, the rest generally "
        "important. The shares are of value, not of area. Pixels are weighed by their area; equal "
        "values share a class; sums are exact at any size."
    )
    TAGS = (N_("cumulative"), N_("importance"))

    EXTREME_PERCENT = "EXTREME_PERCENT"
    IMPORTANT_PERCENT = "IMPORTANT_PERCENT"
    RULE = "RULE"
    MODE = "MODE"
    BREAK_EXTREME = "BREAK_EXTREME"
    BREAK_IMPORTANT = "BREAK_IMPORTANT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_input()
        for name, text, default in (
            (self.EXTREME_PERCENT, N_("Extremely important: share of value [%]"), 50.0),
            (self.IMPORTANT_PERCENT, N_("At least important: share of value [%]"), 80.0),
        ):
            number = QgsProcessingParameterNumber(
                name,
                tr(text),
                QgsProcessingParameterNumber.Type.Double,
                default,
                minValue=0.01,
                maxValue=99.99,
            )
            number.setHelp(
                tr(
                    "50 and 80 are the Guide's (general knowledge, sure; its text was not found). "
                    "A national study uses 50, 75 and 90 with four classes."
                )
            )
            self.add_advanced(number)
        rule = QgsProcessingParameterEnum(
            self.RULE,
            tr("The value that crosses a limit"),
            [tr("belongs to the higher class (inclusive)"), tr("does not (exclusive)")],
            defaultValue=0,
        )
        rule.setHelp(
            tr(
                "Published national shares lie just above the limits, which fits the inclusive "
                "rule. No source states it."
            )
        )
        self.add_advanced(rule)
        mode = QgsProcessingParameterEnum(
            self.MODE,
            tr("Values"),
            [tr("exact"), tr("the Guide's integers, Int(value / max × 100)")],
            defaultValue=0,
        )
        mode.setHelp(
            tr(
                "The integers reproduce results made by hand; they put all values under 1 % of the "
                "maximum into 0, and one outlier squeezes everything."
            )
        )
        self.add_advanced(mode)
        self.add_outputs()
        self.addOutput(
            QgsProcessingOutputNumber(self.BREAK_EXTREME, tr("Break: extremely important"))
        )
        self.addOutput(QgsProcessingOutputNumber(self.BREAK_IMPORTANT, tr("Break: important")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        source, output, report = self.places(parameters, context)
        how = CumulativeRule(
            self.parameterAsDouble(parameters, self.EXTREME_PERCENT, context),
            self.parameterAsDouble(parameters, self.IMPORTANT_PERCENT, context),
            list(Rule)[self.parameterAsEnum(parameters, self.RULE, context)],
            list(Mode)[self.parameterAsEnum(parameters, self.MODE, context)],
        )
        work, rest = self.parts(parameters, context, feedback)
        grading = grade_by_cumulative_value(
            RasterSource(source, name=INPUT),
            output,
            how,
            work,
            GradeOptions(compression=self.compression(parameters, context, output)),
        )
        breaks = grading.breaks
        feedback.info(
            msg(
                "Breaks: {extreme:.8g} and {important:.8g}.",
                extreme=breaks.extreme,
                important=breaks.important,
            )
        )
        return {
            **_results(grading.rows, output, report, feedback, context, FUNCTION_CLASSES),
            **self.write_page(parameters, context, source, output, rest),
            self.BREAK_EXTREME: breaks.extreme,
            self.BREAK_IMPORTANT: breaks.important,
        }


class GradeSensitivity(GradingAlgorithm):
    """``redline:gradesensitivity``."""

    ID = "gradesensitivity"
    TITLE = N_("Grade an ecological sensitivity")
    INPUT_TITLE = N_("Index of the sensitivity, 1 to 5")
    ABOUT = N_(
        "Classes by limits of the composite index. Two sets of limits are in use and differ for a "
        "few combinations of scores; the choice is named in the result."
    )
    TAGS = (N_("sensitivity"), N_("limits"))

    LIMITS = "LIMITS"
    MIDDLE = "MIDDLE"
    EXTREME = "EXTREME"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_input()
        limits = QgsProcessingParameterEnum(
            self.LIMITS,
            tr("Limits"),
            [
                tr("A: 2.0 and 4.0 on one decimal (Guide; general knowledge, likely)"),
                tr("B: 2.33 and 3.66 (equal thirds; read in code that applies the Guide)"),
                tr("My own, below"),
            ],
            defaultValue=0,
        )
        limits.setHelp(
            tr(
                "They differ for the scores (1,1,5,5) and (1,3,3,3), which A calls sensitive and B "
                "general, and (3,3,5,5), which A calls sensitive and B extremely sensitive."
            )
        )
        self.addParameter(limits)
        for name, text, default in (
            (self.MIDDLE, N_("My limit: from here sensitive"), 2.33),
            (self.EXTREME, N_("My limit: above this extremely sensitive"), 3.66),
        ):
            self.add_advanced(
                QgsProcessingParameterNumber(
                    name,
                    tr(text),
                    QgsProcessingParameterNumber.Type.Double,
                    default,
                    minValue=0,
                    maxValue=10,
                )
            )
        self.add_outputs()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        source, output, report = self.places(parameters, context)
        chosen = list(LimitSet)[self.parameterAsEnum(parameters, self.LIMITS, context)]
        limits = SETS.get(chosen) or Limits(
            self.parameterAsDouble(parameters, self.MIDDLE, context),
            self.parameterAsDouble(parameters, self.EXTREME, context),
        )
        work, rest = self.parts(parameters, context, feedback)
        rows = grade_by_limits(
            RasterSource(source, name=INPUT),
            output,
            limits,
            work,
            GradeOptions(compression=self.compression(parameters, context, output)),
        )
        return {
            **_results(rows, output, report, feedback, context, SENSITIVITY_CLASSES),
            **self.write_page(parameters, context, source, output, rest),
        }


def _results(
    rows: Sequence[ClassRow],
    output: Path,
    report: Path | None,
    feedback: Feedback,
    context: QgsProcessingContext,
    classes: tuple[ClassEntry, ...],
) -> dict[str, Any]:
    for row in rows:
        feedback.info(
            msg(
                "{title}: {pixels} pixels, {area:.4f} km2, {share:.2f} % of the area.",
                title=title(row.title),
                pixels=row.pixels,
                area=row.area_m2 / 1e6,
                share=100 * row.area_share,
            )
        )
    results: dict[str, Any] = {
        OUTPUT: str(output),
        EXTREME_AREA: next(row.area_m2 for row in rows if row.value == EXTREME),
    }
    style_when_loaded({OUTPUT: Look(classes)}, results, context)
    if report is not None:
        _write_report(rows, report)
        results[REPORT] = str(report)
    return results


def _write_report(rows: Sequence[ClassRow], path: Path) -> None:
    with (
        atomic_folder_of(path) as folder,
        (folder / path.name).open("w", encoding="utf-8-sig", newline="") as stream,
    ):
        writer = csv.writer(stream)
        writer.writerow(
            [
                tr("Class"),
                tr("Title"),
                tr("Pixels"),
                tr("Area [km2]"),
                tr("Share of area [%]"),
                tr("Share of value [%]"),
            ]
        )
        for row in rows:
            value_share = "" if row.value_share is None else f"{100 * row.value_share:.4f}"
            writer.writerow(
                [
                    row.value,
                    tr(row.title),
                    row.pixels,
                    f"{row.area_m2 / 1e6:.6f}",
                    f"{100 * row.area_share:.4f}",
                    value_share,
                ]
            )
