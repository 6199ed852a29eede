"""``redline:markerforms``: registers, tables and forms of markers and signs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
)

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing import formparameters as names
from redline_plugin.processing.assessmentreport import spoken
from redline_plugin.processing.base import RESOURCES, RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.formparameters import Choices

if TYPE_CHECKING:
    from redline_plugin.core.survey.forms.docxtemplate import DocxTemplate
    from redline_plugin.core.survey.forms.photofiles import Photos
    from redline_plugin.processing.formmaterial import Found

TEMPLATES = RESOURCES / "forms"


class MarkerForms(RedlineAlgorithm):
    """``redline:markerforms``."""

    ID = "markerforms"
    TITLE = N_("Forms of markers and signs")
    GROUP = Group.SURVEY
    ABOUT = N_(
        "Writes what the survey hands in: a workbook with the registers of markers and signs, the "
        "coordinates of turning points, the results by block and the rule set; for each marker and "
        "sign a registration form as DOCX and PDF, with location sketch, QR code, photos and the "
        "nearest reference objects with distance and direction; the tables as CSV, waypoints (GPX), a "
        "drawing (DXF) and a GeoPackage for a receiver. The folder appears when it is whole."
    )
    TAGS = (
        *(N_("marker"), N_("sign"), N_("form"), N_("register"), N_("survey")),
        *("XLSX", "DOCX", "PDF", "DXF", "GPX"),
    )

    FORMS, WORKBOOK = "FORMS", "WORKBOOK"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        names.add_parameters(self)
        self.addOutput(QgsProcessingOutputNumber(self.FORMS, tr("Number of forms")))
        self.addOutput(QgsProcessingOutputFile(self.WORKBOOK, tr("Workbook")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.survey.forms.outfolder import folder_problems
        from redline_plugin.core.survey.forms.words import Words
        from redline_plugin.processing.formmaterial import read_material
        from redline_plugin.processing.formoutput import WORKBOOK, FormOutput, Job

        choices = names.read_choices(self, parameters, context)
        chosen = names.LANGUAGES[self.parameterAsEnum(parameters, names.LANGUAGE, context)]
        translate, language = spoken(chosen)
        winds = names.WIND_COUNTS[self.parameterAsEnum(parameters, names.WINDS, context)]
        words = Words(translate, language, winds)
        folder = Path(self.parameterAsString(parameters, names.OUTPUT, context))
        templates = self._check(choices, language, folder)
        self._tell_font(choices, feedback)
        found = read_material(self, parameters, context, words, Part(feedback, 0.0, 0.1))
        stop_if_cancelled(feedback)
        photos = self._photos(choices, found, feedback)
        record = provenance.provenance(
            "redline:markerforms",
            {
                "language": language,
                "parts": sorted(choices.parts),
                "reach_m": choices.reach_m,
                "unit": choices.unit,
            },
            [],
            {"markers": len(found.material.markers), "signs": len(found.material.signs)},
        )
        job = Job(found, choices, words, templates, photos, record)
        output = FormOutput(job, Part(feedback, 0.1, 1.0))
        try:
            with atomic_folder_of(folder, may_be_folder=True) as temporary:
                place = temporary / folder.name
                place.mkdir()
                output.write(place)
                stop_if_cancelled(feedback)
                problems = folder_problems(folder)
                if problems:
                    raise InputError(problems)
        except RuntimeError as error:
            # What GDAL gives up.
            raise OutputError(write_problem(error, folder)) from error
        feedback.info(
            msg(
                "{markers} markers and {signs} signs have a form; retired ones are in the registers "
                "only.",
                markers=len(found.material.markers.standing()),
                signs=len(found.material.signs.standing()),
            )
        )
        workbook = folder / WORKBOOK
        return {
            names.OUTPUT: str(folder),
            self.FORMS: output.forms,
            self.WORKBOOK: str(workbook) if names.WORKBOOK in choices.parts else "",
        }

    def _check(self, choices: Choices, language: str, folder: Path) -> dict[str, DocxTemplate]:
        """Return the templates; tell all that is wrong with what was chosen at once.

        Raises:
            InputError: it is.
        """
        from redline_plugin.core.survey.forms.docxtemplate import DocxTemplate, template_problems
        from redline_plugin.core.survey.forms.formvalues import FIELDS
        from redline_plugin.core.survey.forms.outfolder import folder_problems
        from redline_plugin.core.survey.forms.page import PAGES, PICTURES

        problems = folder_problems(folder)
        if choices.photos is not None and not choices.photos.is_dir():
            problems.append(Problem(msg("There is no such folder."), str(choices.photos)))
        found = {}
        for page in PAGES:
            own = choices.templates.get(page.id)
            try:
                template = DocxTemplate(own or TEMPLATES / f"{page.id}_{language}.docx")
            except InputError as error:
                problems += error.problems
                continue
            problems += template_problems(template, set(FIELDS), set(PICTURES))
            found[page.id] = template
        if problems:
            raise InputError(problems)
        return found

    @staticmethod
    def _tell_font(choices: Choices, feedback: Feedback) -> None:
        from redline_plugin.processing.formfonts import Outlines

        if choices.parts & {names.DOCX, names.PDF, names.SKETCHES} and not Outlines().shows_chinese:
            feedback.warn(
                msg(
                    "No font with Chinese letters is installed: PDFs and sketches cannot show them. "
                    "Install one, for instance Noto Sans CJK SC or WenQuanYi Micro Hei."
                )
            )

    @staticmethod
    def _photos(choices: Choices, found: Found, feedback: Feedback) -> Any:
        from redline_plugin.core.survey.forms.material import number_of
        from redline_plugin.core.survey.forms.photofiles import photos_of

        if choices.photos is None:
            return {}
        records = [*found.material.markers.records, *found.material.signs.records]
        numbers = [number_of(record) for record in records]
        photos: Photos = photos_of(choices.photos, numbers, feedback)
        for warning in photos.warnings:
            feedback.warn(warning)
        without = sum(number not in photos.files for number in numbers)
        if without:
            feedback.info(
                msg("{count} markers and signs have no photo in the folder.", count=without)
            )
        return photos.files
