"""Why a pixel has its value, as an algorithm: text, JSON and HTML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.declare.job import output_problems
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError
from redline_plugin.core.explain.explain import explain_chain
from redline_plugin.core.explain.render import as_html, as_json, as_text
from redline_plugin.core.explain.tree import Explanation, Place, plain
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.text import N_
from redline_plugin.i18n import language, tr
from redline_plugin.processing.base import RESOURCES, RedlineAlgorithm

MOST_STEPS = 10


class ExplainPixel(RedlineAlgorithm):
    """``redline:explainpixel``."""

    ID = "explainpixel"
    TITLE = N_("Why here? Explain a pixel")
    GROUP = Group.REPORT
    ABOUT = N_(
        "Tells why a pixel of a result has its value: the factors there, the equation with its "
        "numbers, the class with the breaks and the rule, and where there is no result, which "
        "factor is missing. Everything is read from the record that the result holds and computed "
        "again; what has changed since is told."
    )
    TAGS = (N_("explain"), N_("identify"), N_("provenance"))

    RASTER = "RASTER"
    BAND = "BAND"
    POINT = "POINT"
    DEPTH = "DEPTH"
    CHECK_FILES = "CHECK_FILES"
    TEXT = "TEXT"
    HTML = "HTML"
    JSON = "JSON"
    VALUE = "VALUE"
    RECOMPUTED = "RECOMPUTED"

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / "whyhere.svg")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer(self.RASTER, tr("Result")))
        self.addParameter(QgsProcessingParameterPoint(self.POINT, tr("Place")))
        depth = QgsProcessingParameterNumber(
            self.DEPTH,
            tr("Steps back"),
            QgsProcessingParameterNumber.Type.Integer,
            MOST_STEPS,
            minValue=0,
            maxValue=MOST_STEPS,
        )
        depth.setHelp(
            tr("How far to follow inputs that Redline made: from a class to its index, and so on.")
        )
        self.addParameter(depth)
        self.add_advanced(
            QgsProcessingParameterNumber(
                self.BAND,
                tr("Band"),
                QgsProcessingParameterNumber.Type.Integer,
                1,
                minValue=1,
            )
        )
        check = QgsProcessingParameterBoolean(
            self.CHECK_FILES, tr("Compare the inputs' hashes with the record"), defaultValue=False
        )
        check.setHelp(tr("Reads every input whole. Sizes are compared in any case."))
        self.add_advanced(check)
        for name, text, kind in (
            (self.HTML, tr("Explanation"), "HTML (*.html)"),
            (self.JSON, tr("Explanation as data"), "JSON (*.json)"),
        ):
            self.addParameter(
                QgsProcessingParameterFileDestination(
                    name, text, kind, optional=True, createByDefault=False
                )
            )
        self.addOutput(QgsProcessingOutputString(self.TEXT, tr("Explanation as text")))
        self.addOutput(QgsProcessingOutputNumber(self.VALUE, tr("Value that is stored")))
        self.addOutput(
            QgsProcessingOutputNumber(self.RECOMPUTED, tr("Value computed again from the inputs"))
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        path = self.raster_paths(parameters, [self.RASTER], context)[self.RASTER]
        pages = {
            name: Path(text)
            for name in (self.HTML, self.JSON)
            for text in [self.parameterAsFileOutput(parameters, name, context)]
            if text
        }
        problems = output_problems(list(pages.values()), [path])
        if problems:
            raise InputError(problems)
        crs = QgsCoordinateReferenceSystem.fromWkt(Grid.of_file(path).crs)
        point = self.parameterAsPoint(parameters, self.POINT, context, crs)
        chain = explain_chain(
            Place(path, point.x(), point.y(), self.parameterAsInt(parameters, self.BAND, context)),
            feedback,
            language(),
            self.parameterAsBool(parameters, self.CHECK_FILES, context),
            self.parameterAsInt(parameters, self.DEPTH, context),
        )
        text = as_text(chain, tr)
        for line in text.splitlines():
            feedback.info(plain(line))
        makers: dict[str, Callable[[], str]] = {
            self.HTML: lambda: as_html(chain, tr, language()),
            self.JSON: lambda: as_json(chain, tr),
        }
        for name, page in pages.items():
            with atomic_folder_of(page) as folder:
                (folder / page.name).write_text(makers[name](), encoding="utf-8")
        return {
            self.TEXT: text,
            **_numbers(chain[0]),
            **{name: str(page) for name, page in pages.items()},
        }


def _numbers(explanation: Explanation) -> dict[str, float]:
    found = {
        ExplainPixel.VALUE: explanation.value,
        ExplainPixel.RECOMPUTED: explanation.recomputed,
    }
    return {name: value for name, value in found.items() if value is not None}
