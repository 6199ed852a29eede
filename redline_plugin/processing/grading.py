"""Grading algorithms: functions by cumulative value, sensitivities by limits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.declare.model import ClassEntry, Group
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.grade.classes import (
    EXTREME,
    SENSITIVITY_CLASSES,
    ClassRow,
    GradeOptions,
    LeftOut,
)
from redline_plugin.core.grade.cumulative import grade_by_cumulative_value
from redline_plugin.core.grade.importance import entries_of
from redline_plugin.core.grade.sensitivity import SETS, Limits, LimitSet, grade_by_limits
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.text import N_, msg, title
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.gradingaccount import write_account
from redline_plugin.processing.gradingpractice import add_practice, read_practice
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
        "important. Four classes, at 50, 75 and 90 %, and breaks of one's own can be chosen. The "
        "shares are of value, not of area. Pixels are weighed by their area; equal values share a "
        "class; sums are exact at any size."
    )
    TAGS = (N_("cumulative"), N_("importance"))

    BREAK_EXTREME = "BREAK_EXTREME"
    BREAK_IMPORTANT = "BREAK_IMPORTANT"
    BREAKS = "BREAKS"
    LEFT_OUT_PIXELS = "LEFT_OUT_PIXELS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_input()
        add_practice(self)
        self.add_outputs()
        self.addOutput(
            QgsProcessingOutputNumber(self.BREAK_EXTREME, tr("Break: extremely important"))
        )
        self.addOutput(QgsProcessingOutputNumber(self.BREAK_IMPORTANT, tr("Break: important")))
        self.addOutput(
            QgsProcessingOutputString(self.BREAKS, tr("All breaks, from the highest class down"))
        )
        self.addOutput(
            QgsProcessingOutputNumber(
                self.LEFT_OUT_PIXELS, tr("Pixels left out, of a value not above 0")
            )
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        how = read_practice(self, parameters, context, feedback)
        source, output, report = self.places(parameters, context)
        work, rest = self.parts(parameters, context, feedback)
        grading = grade_by_cumulative_value(
            RasterSource(source, name=INPUT),
            output,
            how,
            work,
            GradeOptions(compression=self.compression(parameters, context, output)),
        )
        breaks = grading.breaks
        values = ", ".join(f"{value:.8g}" for value in breaks.values)
        feedback.info(msg("Breaks, from the highest class down: {values}.", values=values))
        if breaks.cap is not None:
            feedback.info(
                msg(
                    "{count} pixels lie above percentile {percentile:g} and count as its value, "
                    "{cap:.8g}; the highest value is {maximum:.8g}.",
                    count=breaks.capped_pixels,
                    percentile=how.cap_percentile,
                    cap=breaks.cap,
                    maximum=breaks.maximum,
                )
            )
        left_out = grading.left_out
        if left_out is not None:
            feedback.info(
                msg(
                    "{pixels} pixels with a value not above 0 are left out, {area:.4f} km2.",
                    pixels=left_out.pixels,
                    area=left_out.area_m2 / 1e6,
                )
            )
        classes = entries_of(len(breaks.values))
        return {
            **_results(grading.rows, output, report, feedback, context, classes, left_out),
            **self.write_page(parameters, context, source, output, rest),
            self.BREAK_EXTREME: breaks.extreme,
            self.BREAK_IMPORTANT: breaks.important,
            self.BREAKS: ", ".join(repr(value) for value in breaks.values),
            self.LEFT_OUT_PIXELS: 0 if left_out is None else left_out.pixels,
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
    left_out: LeftOut | None = None,
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
        write_account(rows, left_out, report)
        results[REPORT] = str(report)
    return results
