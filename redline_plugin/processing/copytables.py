"""``redline:copytables``: the shipped tables and coefficients, to be edited by a province."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
)

from redline_plugin.core.assess.registry import models
from redline_plugin.core.atomic import atomic_folder_of, check_writable, made_folder
from redline_plugin.core.declare.coefficients import FILE, coefficient_set_text
from redline_plugin.core.declare.model import Group
from redline_plugin.core.declare.table import FOLDER
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.rules import FOLDER as SURVEY
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm


class CopyTables(RedlineAlgorithm):
    """``redline:copytables``."""

    ID = "copytables"
    TITLE = N_("Copy tables and coefficients")
    GROUP = Group.REPORT
    ABOUT = N_(
        "Writes all tables and coefficients that come with Redline into a folder, each row with its "
        "source and how sure that is. Edit them there, raise their version, and give the folder to "
        "the models: they use it and name it, with versions and hashes, in their results. The example "
        "of a survey rule set is written, too: fill in your province's numbers and give the file to "
        "the algorithms of the survey."
    )
    TAGS = (N_("coefficients"), N_("province"))

    OVERWRITE = "OVERWRITE"
    OUTPUT = "OUTPUT"
    FILES = "FILES"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.OVERWRITE, tr("Replace files that are there"), defaultValue=False
            )
        )
        self.addParameter(QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Folder")))
        self.addOutput(QgsProcessingOutputNumber(self.FILES, tr("Files written")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        folder = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        with made_folder(folder):
            count = self._write(folder, self.parameterAsBool(parameters, self.OVERWRITE, context))
        feedback.info(msg("{count} files in {folder}.", count=count, folder=str(folder)))
        return {self.OUTPUT: str(folder), self.FILES: count}

    def _write(self, folder: Path, overwrite: bool) -> int:
        """Write all files; return how many."""
        sources = sorted(FOLDER.glob("*.csv"))
        rules = {f"survey_{path.name}": path for path in sorted(SURVEY.glob("*.yaml"))}
        names = [path.name for path in sources] + [FILE, *rules]
        problems = check_writable(folder / FILE)
        if not overwrite:
            problems += [
                Problem(
                    msg("There is a file of this name, perhaps edited."),
                    str(folder / name),
                    msg("Choose another folder, or ask for it to be replaced."),
                )
                for name in names
                if (folder / name).exists()
            ]
        if problems:
            raise InputError(problems)
        with atomic_folder_of(folder / FILE) as place:
            for source in sources:
                # With a mark at its beginning, so that spreadsheets know it as UTF-8.
                text = source.read_text("utf-8-sig")
                (place / source.name).write_text(text, "utf-8-sig")
            for name, path in rules.items():
                (place / name).write_text(path.read_text("utf-8"), "utf-8")
            (place / FILE).write_text(coefficient_set_text(models(), tr), "utf-8-sig")
        return len(names)
