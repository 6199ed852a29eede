"""``redline:surveysheets``: the map sheets of the red line, as a layer and as maps to print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsProject,
)

from redline_plugin.core import provenance
from redline_plugin.core.atomic import check_writable
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RESOURCES, RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.sheetdrawing import DATA_FILE, PER_COUNTY, SheetDrawer, texts_of
from redline_plugin.processing.sheetinputs import (
    add_map_parameters,
    layers_around,
    plane_of,
    read_contents,
)
from redline_plugin.processing.vectorsink import place_problems, write_vector

LAYOUTS = RESOURCES / "layouts"
PAPERS = ("surveysheet.qpt", "surveysheet_a3.qpt")


class SurveySheets(RedlineAlgorithm):
    """``redline:surveysheets``."""

    ID = "surveysheets"
    TITLE = N_("Map sheets of the red line")
    GROUP = Group.SURVEY
    ABOUT = N_(
        "Finds the national map sheets (GB/T 13989-2012) that the red line of each county runs over, "
        "with their neighbours and how many markers, turning points and signs are on them, and draws "
        "a map of each: the red line, markers with their numbers and coordinates, what is around, a "
        "grid, neighbouring sheets, an overview, scale, legend, and room for signatures. The maps go "
        "into a PDF for each county, for each sheet, or one for all; the layout can be the office's "
        "own, and can be left in the project."
    )
    TAGS = (N_("map"), N_("atlas"), N_("PDF"), N_("layout"), N_("map sheet"))

    SCALE, OUTPUT, FOLDER = "SCALE", "OUTPUT", "FOLDER"
    FILES, PAPER, TEMPLATE, KEEP_LAYOUT = "FILES", "PAPER", "TEMPLATE", "KEEP_LAYOUT"
    TITLE_TEXT, OFFICE, SECRECY, HEIGHTS = "TITLE", "OFFICE", "SECRECY", "HEIGHTS"
    MAKER, CHECKER, APPROVER, DATE = "MAKER", "CHECKER", "APPROVER", "DATE"
    DPI = "DPI"
    SHEETS, DRAWN = "SHEETS", "DRAWN"

    def flags(self) -> Any:
        # Layouts belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_map_parameters(self)
        scales = [f"1:{scale:,}".replace(",", " ") for scale in self.scales()]
        self.addParameter(
            QgsProcessingParameterEnum(
                self.SCALE,
                tr("Scale of the sheets"),
                scales,
                defaultValue=self.scales().index(10_000),
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.FILES,
                tr("PDF files"),
                [tr("One for each county"), tr("One for each sheet"), tr("One for all")],
                defaultValue=PER_COUNTY,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.PAPER,
                tr("Paper"),
                [tr("A1, sheets at their scale"), tr("A3, sheets made smaller")],
                defaultValue=0,
            )
        )
        template = QgsProcessingParameterFile(
            self.TEMPLATE,
            tr("Template of the office instead"),
            extension="qpt",
            optional=True,
        )
        template.setHelp(
            tr(
                "A template of a print layout (.qpt). To make one, have the layout left in the "
                "project, change it and save it as a template. Items are found by their ids: map, "
                "overview, legend, scalebar, marker table; only the map must be there."
            )
        )
        self.addParameter(template)
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.KEEP_LAYOUT, tr("Leave the layout in the project"), defaultValue=False
            )
        )
        for name, title, default in (
            (
                self.TITLE_TEXT,
                tr("Title"),
                tr("{county} Ecological Protection Red Line: Survey Map"),
            ),
            (self.OFFICE, tr("Office"), ""),
            (self.SECRECY, tr("Classification"), ""),
            (self.HEIGHTS, tr("Height system"), tr("1985 National Height Datum")),
            (self.MAKER, tr("Made by"), ""),
            (self.CHECKER, tr("Checked by"), ""),
            (self.APPROVER, tr("Approved by"), ""),
            (self.DATE, tr("Date; empty: today"), ""),
        ):
            self.add_advanced(QgsProcessingParameterString(name, title, default, optional=True))
        self.add_advanced(
            QgsProcessingParameterNumber(
                self.DPI,
                tr("Dots per inch of rasters"),
                QgsProcessingParameterNumber.Type.Integer,
                200,
                minValue=72,
                maxValue=1200,
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, tr("Map sheets"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                self.FOLDER, tr("Folder for the maps"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.SHEETS, tr("Maps")))
        self.addOutput(QgsProcessingOutputNumber(self.DRAWN, tr("Drawn at 1 to")))

    @staticmethod
    def scales() -> list[int]:
        """Return the scales to choose from."""
        from redline_plugin.core.geodesy.sheets import SERIES

        return list(SERIES)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.survey.sheetmapsfile import SHEET_FIELDS, sheet_rows
        from redline_plugin.processing.sheetlayout import load_template

        scale = self.scales()[self.parameterAsEnum(parameters, self.SCALE, context)]
        folder = self._folder(parameters, context)
        # Belongs to no desktop: what is drawn leaves the user's project as it is.
        project = QgsProject()
        layout = None
        if folder is not None:
            layout = load_template(self._template(parameters, context), project)
        plane = plane_of(self, parameters, context, feedback)
        around = layers_around(self, parameters, context) if folder is not None else {}
        contents = read_contents(self, parameters, context, feedback, plane, scale)
        feedback.info(
            msg(
                "{count} sheets of 1:{scale} in {counties} counties.",
                count=len(contents.maps),
                scale=scale,
                counties=len({each.county for each in contents.maps}),
            )
        )
        record = provenance.provenance(
            "redline:surveysheets", {"scale": scale}, [], {"sheets": len(contents.maps)}
        )
        drawn = float(scale)
        if layout is not None and folder is not None:
            drawer = SheetDrawer(
                contents,
                around,
                texts_of(self, parameters, context, plane),
                self.parameterAsInt(parameters, self.DPI, context),
                record,
            )
            drawn = drawer.draw(
                layout,
                project,
                folder,
                self.parameterAsEnum(parameters, self.FILES, context),
                Part(feedback, 0.1, 1.0),
            )
            if self.parameterAsBool(parameters, self.KEEP_LAYOUT, context):
                drawer.keep(
                    self._template(parameters, context), context.project(), folder, feedback
                )
        place = write_vector(
            self,
            parameters,
            self.OUTPUT,
            context,
            [(name, kind, tr(title)) for name, kind, title in SHEET_FIELDS],
            "Polygon",
            contents.crs,
            sheet_rows(contents),
            record,
            feedback,
        )
        results = {self.OUTPUT: place, self.SHEETS: len(contents.maps), self.DRAWN: drawn}
        return results if folder is None else {**results, self.FOLDER: str(folder)}

    def _template(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path:
        own = self.parameterAsFile(parameters, self.TEMPLATE, context)
        return (
            Path(own)
            if own
            else LAYOUTS / PAPERS[self.parameterAsEnum(parameters, self.PAPER, context)]
        )

    def _folder(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        """Return the folder of the maps, None when none are wanted, once nothing stands against it."""
        problems = place_problems(self.parameterAsOutputLayer(parameters, self.OUTPUT, context))
        text = self.parameterAsFileOutput(parameters, self.FOLDER, context)
        folder = Path(text) if text else None
        if folder is not None:
            there = next(each for each in (folder, *folder.parents) if each.exists())
            problems.extend(check_writable(there / DATA_FILE, may_be_folder=True))
        elif self.parameterAsBool(parameters, self.KEEP_LAYOUT, context):
            problems.append(
                Problem(
                    msg("A layout that stays needs a folder, where its data are kept."),
                    self.parameterDefinition(self.FOLDER).description(),
                )
            )
        if problems:
            raise InputError(problems)
        return folder
