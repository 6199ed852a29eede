"""Survey maps drawn: data, layers and layout put together, pages written, the layout kept on wish."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsExpression,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProject,
)

from redline_plugin.core.atomic import atomic_folder_of, made_folder
from redline_plugin.core.feedback import Feedback, Muted, Part, Quiet
from redline_plugin.core.text import msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.sheetinputs import Plane
from redline_plugin.processing.sheetlayout import drawn_scale, export, fill, load_template, show
from redline_plugin.processing.sheetproject import extents, layers_of

if TYPE_CHECKING:
    from redline_plugin.core.survey.sheetmapsfile import MapContents

DATA_FILE = "survey_sheets.gpkg"
PER_COUNTY, PER_SHEET, TOGETHER = range(3)


class SheetDrawer:
    """Draws one set of contents.

    Args:
        contents: what the maps show.
        around: layers around, by parameter.
        texts: variables of the layout, by name.
        dpi: of the PDF files.
        record: provenance of the data.
    """

    def __init__(
        self,
        contents: MapContents,
        around: Mapping[str, Sequence[QgsMapLayer]],
        texts: Mapping[str, str],
        dpi: int,
        record: Mapping[str, object],
    ) -> None:
        self._contents = contents
        self._around = around
        self._texts = texts
        self._dpi = dpi
        self._record = record

    def draw(
        self,
        layout: QgsPrintLayout,
        project: QgsProject,
        folder: Path,
        files: int,
        feedback: Feedback,
    ) -> float:
        """Write the maps into a folder, all of them or none; return the scale they are drawn at.

        Args:
            layout: as the template has it, in ``project``, which is no one else's.
            project: gets the layers.
            folder: is made if it is not there.
            files: PER_COUNTY, PER_SHEET or TOGETHER.
            feedback: progress and cancel.

        Raises:
            CancelledError: the user stopped; nothing is left.
            InputError: the template's map is too small.
            OutputError: a file cannot be written.
        """
        data = Path(QgsProcessingUtils.generateTempFilename(DATA_FILE))
        drawn = self._fill(layout, project, data, feedback)
        jobs = self._jobs(files)
        pages = sum(each for *_, each in jobs)
        with made_folder(folder), atomic_folder_of(folder / f"{jobs[0][0]}.pdf", True) as made:
            done = 0
            for name, where, county, count_ in jobs:
                if county is not None:
                    show(layout, extents(self._contents)[county])
                part = Part(feedback, done / pages, (done + count_) / pages)
                export(layout, where, made / f"{name}.pdf", self._dpi, part)
                done += count_
        return drawn

    def keep(
        self, template: Path, project: QgsProject | None, folder: Path, feedback: Feedback
    ) -> None:
        """Leave the layout in a project, with the layers that it shows, kept in ``folder``.

        Args:
            template: of the layout.
            project: of the desktop; None when the algorithm runs without one, which is told.
            folder: of the maps, where the GeoPackage of the layers goes, too.
            feedback: told what was left.
        """
        if project is None:
            feedback.warn(msg("There is no project that the layout could be left in."))
            return
        layout = load_template(template, project)
        layers = {name: [layer.clone() for layer in of] for name, of in self._around.items()}
        # A moment's work, which is done whole.
        self._fill(layout, project, folder / DATA_FILE, Quiet(), layers, in_tree=True)
        manager = project.layoutManager()
        taken = {other.name() for other in manager.printLayouts()}
        name = tr("Map sheets of the red line")
        more = (f"{name} {number}" for number in count(2))
        layout.setName(next(each for each in chain([name], more) if each not in taken))
        manager.addLayout(layout)
        feedback.info(msg("The layout “{name}” is in the project.", name=layout.name()))

    def _fill(
        self,
        layout: QgsPrintLayout,
        project: QgsProject,
        data: Path,
        feedback: Feedback,
        around: Mapping[str, Sequence[QgsMapLayer]] | None = None,
        *,
        in_tree: bool = False,
    ) -> float:
        """Write the data, make the layers, fill the layout; return the scale of the map."""
        from redline_plugin.core.survey.sheetmaps import grid_interval
        from redline_plugin.core.survey.sheetmapsfile import write_contents

        contents = self._contents
        bounds = [each.outline.bounds for each in contents.maps]
        largest = (
            max(east - west for west, _, east, _ in bounds),
            max(north - south for _, south, _, north in bounds),
        )
        drawn = drawn_scale(layout, contents.scale, largest)
        write_contents(data, contents, self._record, Muted(feedback), tr)
        content = layers_of(
            data, contents, self._around if around is None else around, drawn, project
        )
        texts = {**self._texts, "rl_scale": f"1:{grouped(drawn)}"}
        if drawn != contents.scale:
            texts["rl_scale"] = tr("1:{drawn} (sheets of 1:{scale})").format(
                drawn=grouped(drawn), scale=grouped(contents.scale)
            )
        fill(layout, content, drawn, grid_interval(contents.scale, drawn), texts)
        if in_tree:
            group = project.layerTreeRoot().insertGroup(0, tr("Map sheets of the red line"))
            for layer in content.layers:
                group.addLayer(layer)
        return drawn

    def _jobs(self, files: int) -> list[tuple[str, str, str | None, int]]:
        """Return name, filter on the sheets, county if it is one, and pages of each file."""
        maps = self._contents.maps
        if files == TOGETHER:
            return [("survey_sheets", "true", None, len(maps))]
        equal = QgsExpression.createFieldEqualityExpression
        jobs: list[tuple[str, str, str | None, int]] = []
        if files == PER_SHEET:
            for each in maps:
                where = f"{_county(each.county)} and {equal('sheet', each.sheet.number)}"
                name = _file_name(each.county, each.sheet.number)
                jobs.append((name, where, each.county, 1))
            return jobs
        for county in dict.fromkeys(each.county for each in maps):
            pages = sum(each.county == county for each in maps)
            jobs.append((_file_name(county, "sheets"), _county(county), county, pages))
        return jobs


def _county(code: str) -> str:
    """Return the filter of a county's sheets; those of none have no code."""
    return str(QgsExpression.createFieldEqualityExpression("county", code or None))


def _file_name(county: str, rest: str) -> str:
    return "_".join(part for part in (re.sub(r"[^\w-]+", "_", county), rest) if part)


def grouped(number: float) -> str:
    """Return a scale with its thousands apart."""
    return f"{number:,.0f}".replace(",", " ")


def texts_of(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    plane: Plane,
) -> dict[str, str]:
    """Return the texts of the layout by variable; fields of the sheet stay in braces.

    Args:
        algorithm, parameters, context: TITLE, OFFICE, SECRECY, HEIGHTS, MAKER, CHECKER, APPROVER and
            DATE are asked for.
        plane: of the maps.
    """

    def text(name: str) -> str:
        return str(algorithm.parameterAsString(parameters, name, context)).strip()

    belt = plane.belt
    basis = [
        tr(
            "CGCS2000, Gauss-Kruger, {width}-degree belt {number}, central meridian {meridian}°"
        ).format(width=belt.width, number=belt.number, meridian=belt.central_meridian),
        text("HEIGHTS"),
        tr("Sheets by GB/T 13989-2012"),
    ]
    date = text("DATE") or datetime.date.today().isoformat()
    return {
        "rl_title": text("TITLE"),
        "rl_office": text("OFFICE"),
        "rl_secrecy": text("SECRECY"),
        "rl_page": tr("Sheet {page} of {pages}"),
        "rl_basis": "\n".join(part for part in basis if part),
        "rl_counts": tr(
            "Markers: {markers}\nTurning points: {points}\nSigns: {signs}\nRed line: {line} km"
        ),
        "rl_neighbours": tr("Neighbouring sheets"),
        "rl_overview": tr("Sheets of the county"),
        "rl_legend": tr("Legend"),
        "rl_markers": tr("Markers on this sheet"),
        "rl_more": tr("and {count} more: see the register of markers"),
        "rl_north": tr("N"),
        "rl_maker": tr("Made by: {name}").format(name=text("MAKER")),
        "rl_checker": tr("Checked by: {name}").format(name=text("CHECKER")),
        "rl_approver": tr("Approved by: {name}").format(name=text("APPROVER")),
        "rl_date": tr("Date: {date}").format(date=date),
    }
