"""``redline:assessmentreport``: what an assessment found, and how, in one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QTranslator

from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.report.assessment import CountyShapes, write_assessment_report
from redline_plugin.core.text import N_, Translate, msg, untranslated
from redline_plugin.i18n import CONTEXT, FOLDER, language, tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries

AS_QGIS = "qgis"
LANGUAGES = (AS_QGIS, "zh", "en")
_LANGUAGE_TITLES = (N_("Same as QGIS"), N_("Chinese"), N_("English"))


def spoken(chosen: str) -> tuple[Translate, str]:
    """Return the translation to a language, whatever QGIS speaks, and that language's code."""
    if chosen == AS_QGIS:
        return tr, language()
    file = FOLDER / f"redline_{chosen}.qm"
    translator = QTranslator()
    if chosen == "en" or not translator.load(str(file)):
        return untranslated, "en"
    context = CONTEXT.encode()
    # As bytes: of text, this method takes plain ASCII only.
    return lambda text: translator.translate(context, text.encode()) or text, chosen


class AssessmentReport(RedlineAlgorithm):
    """``redline:assessmentreport``."""

    ID = "assessmentreport"
    TITLE = N_("Report on an assessment")
    GROUP = Group.REPORT
    ABOUT = N_(
        "Draws up one HTML file on assessment results: maps, histograms, classes with areas by "
        "county, inputs, coefficients with their sources, warnings, and how each raster was made, "
        "step by step. It opens without a network and prints on A4. What it tells comes from the "
        "record inside the rasters."
    )
    TAGS = (N_("report"), "HTML", N_("map"), N_("histogram"), N_("area"))

    RESULTS = "RESULTS"
    COUNTIES = "COUNTIES"
    COUNTY_CODE = "COUNTY_CODE"
    COUNTY_NAME = "COUNTY_NAME"
    TITLE_TEXT = "TITLE"
    LANGUAGE = "LANGUAGE"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        results = QgsProcessingParameterMultipleLayers(
            self.RESULTS,
            tr("Results (indices, classes, factors)"),
            QgsProcessing.SourceType.TypeRaster,
        )
        results.setHelp(
            tr(
                "Give an index together with its classes: its histogram then shows where they "
                "part. Factors that Redline made are found by themselves."
            )
        )
        self.addParameter(results)
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.COUNTIES,
                tr("Counties"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            )
        )
        for name, text, default in (
            (self.COUNTY_CODE, N_("Field: county code"), "XZQDM"),
            (self.COUNTY_NAME, N_("Field: county name"), "XZQMC"),
        ):
            self.addParameter(
                QgsProcessingParameterField(
                    name,
                    tr(text),
                    default,
                    parentLayerParameterName=self.COUNTIES,
                    optional=True,
                )
            )
        self.addParameter(
            QgsProcessingParameterString(self.TITLE_TEXT, tr("Title"), "", optional=True)
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.LANGUAGE,
                tr("Language"),
                [tr(title) for title in _LANGUAGE_TITLES],
                defaultValue=0,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Report"), "HTML (*.html)")
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        results = self.raster_list(parameters, self.RESULTS, context)
        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        problems = output_problems([path], results)
        if not results:
            problems.append(
                Problem(msg("Give at least one raster that Redline made."), self.RESULTS)
            )
        if problems:
            raise InputError(problems)
        counties = self._counties(parameters, context, feedback)
        chosen = LANGUAGES[self.parameterAsEnum(parameters, self.LANGUAGE, context)]
        translate, code = spoken(chosen)
        write_assessment_report(
            [Path(result) for result in results],
            path,
            translate,
            code,
            Part(feedback, 0.05, 1.0),
            counties,
            self.parameterAsString(parameters, self.TITLE_TEXT, context),
        )
        return {self.OUTPUT: str(path)}

    def _counties(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> CountyShapes | None:
        given = parameters.get(self.COUNTIES)
        if given in (None, ""):
            return None
        need_libraries()
        from redline_plugin.core.delineate.inputs import County
        from redline_plugin.processing.vectors import read_rows

        source = self.parameterAsSource(parameters, self.COUNTIES, context)
        if source is None:
            raise InputError(
                Problem(
                    msg("“{value}” cannot be opened as a polygon layer.", value=given),
                    self.COUNTIES,
                    msg("Check the path and the layer's name."),
                )
            )
        if not source.sourceCrs().isValid():
            raise InputError(
                Problem(
                    msg("The layer has no coordinate reference system."),
                    source.sourceName() or self.COUNTIES,
                    msg("Assign its CRS, then try again."),
                )
            )
        code = self.parameterAsString(parameters, self.COUNTY_CODE, context)
        name = self.parameterAsString(parameters, self.COUNTY_NAME, context)
        counties = [
            County(row.geometry, row.text(code), row.text(name), row.fid)
            for row in read_rows(source, feedback)
        ]
        return CountyShapes(counties, source.sourceCrs().toWkt())
