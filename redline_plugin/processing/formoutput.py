"""Writes all parts of ``redline:markerforms`` into one folder."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.text import msg
from redline_plugin.processing import formparameters as names
from redline_plugin.processing.formfiles import FormWriter, Subject
from redline_plugin.processing.formfonts import Outlines
from redline_plugin.processing.formmaterial import Found
from redline_plugin.processing.formparameters import Choices
from redline_plugin.processing.sketchpainter import QtCanvas

if TYPE_CHECKING:
    from redline_plugin.core.survey.forms.docxtemplate import DocxTemplate
    from redline_plugin.core.survey.forms.formvalues import Around
    from redline_plugin.core.survey.forms.material import Placed
    from redline_plugin.core.survey.forms.things import Things
    from redline_plugin.core.survey.forms.words import Words

WORKBOOK = "survey.xlsx"
_NAMED = 10
_MARGIN = 0.002
"""m of paper."""


@dataclass(frozen=True)
class Job:
    """One run: what was read, what is wanted, and in which words.

    Attributes:
        templates: by id of the page.
        photos: by number and type.
        record: provenance.
    """

    found: Found
    choices: Choices
    words: Words
    templates: Mapping[str, DocxTemplate]
    photos: Mapping[str, Mapping[int, Path]]
    record: Mapping[str, Any]


class FormOutput:
    """Writes the parts of one run."""

    def __init__(self, job: Job, feedback: Feedback) -> None:
        from redline_plugin.core.survey.forms import page, sketchstyle
        from redline_plugin.core.survey.forms.sketch import Points, SketchMap

        self._job, self._feedback = job, feedback
        material = job.found.material
        self._markers, self._signs = material.markers.standing(), material.signs.standing()
        self._kinds = (
            ("markers", page.MARKER, self._markers, sketchstyle.MARKER),
            ("signs", page.SIGN, self._signs, sketchstyle.SUBJECT_SIGN),
        )
        self._around = {
            name: self._look_around(placed, form) for name, form, placed, _ in self._kinds
        }
        self._surroundings = SketchMap(
            [self._in_sketches(layer) for layer in (*job.found.red_line, *job.found.things)],
            [
                Points(sketchstyle.NEIGHBOUR, self._markers.places, _numbers(self._markers)),
                Points(sketchstyle.SIGN, self._signs.places, _numbers(self._signs)),
            ],
        )

    @property
    def forms(self) -> int:
        """How many forms there are."""
        return len(self._markers) + len(self._signs)

    def _look_around(self, placed: Placed, form: Any) -> dict[str, Around]:
        from redline_plugin.core.survey.forms import page
        from redline_plugin.core.survey.forms.around import around_of
        from redline_plugin.core.survey.forms.sketchscale import scales_of

        job = self._job
        width, height = form.picture_size(page.SKETCH)
        scales = (
            [job.choices.scale] * len(placed)
            if job.choices.scale
            else scales_of(placed.places, self._markers.places, width, height)
        )
        return around_of(
            placed,
            job.found.things,
            self._signs if job.found.material.signs_given else None,
            job.choices.sign_within_m,
            job.choices.reach_m,
            job.photos,
            scales,
            self._feedback,
        )

    def _in_sketches(self, layer: Things) -> Things:
        """Return what of a layer is in any sketch; own templates may have larger frames."""
        import numpy as np

        from redline_plugin.core.survey.forms import page
        from redline_plugin.core.survey.forms.things import near_to

        stop_if_cancelled(self._feedback)
        frames = [form.picture_size(page.SKETCH) for _, form, *_ in self._kinds]
        frames += [
            template.pictures[page.SKETCH]
            for template in self._job.templates.values()
            if page.SKETCH in template.pictures
        ]
        half = max(side for frame in frames for side in frame) / 2000.0 + _MARGIN
        places = [placed.places for _, _, placed, _ in self._kinds]
        scales = [
            self._around[name][number].scale
            for name, _, placed, _ in self._kinds
            for number in _numbers(placed)
        ]
        return near_to(layer, np.concatenate(places), np.array(scales) * half)

    def write(self, folder: Path) -> None:
        """Write everything into a folder that is there and empty.

        Raises:
            CancelledError: the user stopped.
            OSError, OutputError, RuntimeError: a file cannot be written.
        """
        from redline_plugin.core.survey.forms.outfolder import RECORD

        parts = self._job.choices.parts
        self._write_tables(folder)
        self._feedback.progress(0.15)
        self._write_maps(folder)
        self._feedback.progress(0.2)
        if parts & {names.DOCX, names.PDF, names.SKETCHES}:
            share = 0.2
            for name, form, placed, style in self._kinds:
                if len(placed):
                    until = share + 0.8 * len(placed) / self.forms
                    part = Part(self._feedback, share, until)
                    self._write_forms(folder / name, form, placed, style, part)
                    share = until
        if names.TEMPLATES in parts:
            (folder / "templates").mkdir()
            for page, template in self._job.templates.items():
                target = folder / "templates" / f"{page}.docx"
                target.write_bytes(template.path.read_bytes())
        text = json.dumps(dict(self._job.record), ensure_ascii=False, indent=1, sort_keys=True)
        (folder / RECORD).write_text(text, encoding="utf-8")

    def _write_tables(self, folder: Path) -> None:
        from redline_plugin.core.survey.forms.csvtable import csv_bytes
        from redline_plugin.core.survey.forms.pointtable import point_table
        from redline_plugin.core.survey.forms.registers import marker_table, sign_table
        from redline_plugin.core.survey.forms.resulttable import result_table
        from redline_plugin.core.survey.forms.ruletable import rule_table
        from redline_plugin.core.survey.forms.workbook import write_workbook

        choices, words = self._job.choices, self._job.words
        if not choices.parts & {names.WORKBOOK, names.CSV}:
            return
        material = self._job.found.material
        tables = [marker_table(material, self._around["markers"], words)]
        if material.signs_given:
            tables.append(sign_table(material, self._around["signs"], words))
        if len(material.points) or material.sides:
            tables.append(point_table(material, words, choices.planar))
        tables.append(result_table(material, words, choices.unit, choices.planar))
        tables.append(rule_table(material.rules, words))
        stop_if_cancelled(self._feedback)
        if names.WORKBOOK in choices.parts:
            write_workbook(folder / WORKBOOK, tables, words.language, self._feedback)
        if names.CSV in choices.parts:
            (folder / "tables").mkdir()
            for table in tables:
                stop_if_cancelled(self._feedback)
                (folder / "tables" / f"{table.id}.csv").write_bytes(csv_bytes(table))

    def _write_maps(self, folder: Path) -> None:
        import shapely

        from redline_plugin.core.survey.forms import dxf
        from redline_plugin.core.survey.forms.gpx import gpx_bytes
        from redline_plugin.core.survey.forms.receiver import write_receiver

        job = self._job
        material, parts = job.found.material, job.choices.parts
        if names.GPX in parts:
            text = gpx_bytes((self._markers, self._signs), job.words)
            (folder / "waypoints.gpx").write_bytes(text)
        if names.DXF in parts:
            outlines = [
                shapely.boundary(shape) if shapely.get_dimensions(shape) == 2 else shape
                for layer in job.found.red_line
                for shape in layer.shapes
            ]
            groups = (
                (dxf.MARKERS, self._markers),
                (dxf.SIGNS, self._signs),
                (dxf.POINTS, material.points.standing()),
            )
            dxf.write_dxf(folder / "survey.dxf", outlines, groups, self._feedback)
        if names.RECEIVER in parts:
            path = folder / "receiver.gpkg"
            write_receiver(path, self._markers, job.words, job.record, self._feedback)

    def _write_forms(
        self, folder: Path, form: Any, placed: Placed, style: str, feedback: Feedback
    ) -> None:
        from redline_plugin.core.survey.forms.filenames import file_names
        from redline_plugin.core.survey.forms.pagedraw import FormDrawer
        from redline_plugin.core.survey.forms.typeface import Typeface

        job = self._job
        subjects = self._subjects(folder.name, placed, style)
        self._tell_names(subjects)
        typeface = Typeface(Outlines())
        blocks = dict.fromkeys(subject.block for subject in subjects)
        writer = FormWriter(
            form,
            job.templates[form.id],
            FormDrawer(form, job.words, typeface),
            typeface,
            QtCanvas(),
            self._surroundings,
            folder,
            job.choices.parts,
            job.choices.pdf_files,
            file_names(blocks),
            job.words(form.title),
        )
        writer.write(subjects, feedback)
        for warning in writer.unread[:_NAMED]:
            self._feedback.warn(warning)
        if len(writer.unread) > _NAMED:
            more = len(writer.unread) - _NAMED
            self._feedback.warn(msg("{count} more photos cannot be read.", count=more))

    def _subjects(self, kind: str, placed: Placed, style: str) -> list[Subject]:
        """Return what has a form, block by block in the order of the layer of blocks."""
        from redline_plugin.core.survey.forms.filenames import file_names
        from redline_plugin.core.survey.forms.formvalues import marker_values, qr_text, sign_values

        job = self._job
        material, around = job.found.material, self._around[kind]
        numbers = _numbers(placed)
        files = file_names(numbers)
        order = {code: at for at, code in enumerate(material.blocks)}
        found = []
        for number, record, place in zip(numbers, placed.records, placed.places):
            here = around[number]
            values = (marker_values if kind == "markers" else sign_values)(
                record, here, material, job.words
            )
            found.append(
                Subject(
                    number,
                    files[number],
                    record.block,
                    place,
                    style,
                    here.scale,
                    values,
                    qr_text(number, record),
                    here.photos or {},
                )
            )
        return sorted(found, key=lambda each: (order.get(each.block, len(order)), each.block))

    def _tell_names(self, subjects: Sequence[Subject]) -> None:
        changed = [each for each in subjects if each.file != each.number]
        if changed:
            self._feedback.warn(
                msg(
                    "Some numbers cannot be file names as they are: {names} ({count} in all).",
                    names=", ".join(f"{each.number} → {each.file}" for each in changed[:_NAMED]),
                    count=len(changed),
                )
            )


def _numbers(placed: Placed) -> list[str]:
    from redline_plugin.core.survey.forms.material import number_of

    return [number_of(record) for record in placed.records]
