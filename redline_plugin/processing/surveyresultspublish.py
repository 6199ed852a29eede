"""Writes the outputs of ``redline:surveyresults``."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.resultsrows import (
    DIFFERENCE_FIELDS,
    EXCEPTION_FIELDS,
    HISTORY_FIELDS,
    difference_rows,
    exception_rows,
)
from redline_plugin.core.survey.resultssummary import verdict_of
from redline_plugin.core.text import Message, msg
from redline_plugin.i18n import tr
from redline_plugin.processing import surveyresultsparameters as names
from redline_plugin.processing import surveyresultswrite as rows
from redline_plugin.processing.layerfields import known_field
from redline_plugin.processing.surveylayers import BLOCK_FIELD, INPUT
from redline_plugin.processing.surveyresultsreport import Done, record_of
from redline_plugin.processing.vectorsink import kinds_of, write_vector

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.relocate import Relocated
    from redline_plugin.processing.base import RedlineAlgorithm

_TOLD = 20
"""Markers named in the log; the layers name all."""


def publish(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    done: Done,
) -> dict[str, Any]:
    """Write what was asked for; return where it is, by output."""
    record = record_of(done, parameters)
    markers, results, relocated = done.markers, done.results, done.relocated
    after = rows.placed(results, done.on_line, relocated)
    made: dict[str, Any] = {}

    def wanted(name: str) -> str:
        return str(algorithm.parameterAsOutputLayer(parameters, name, context) or "")

    def write(name: str, fields: Any, kind: str, content: Any) -> None:
        if wanted(name):
            made[name] = write_vector(
                algorithm, parameters, name, context, fields, kind, markers.plane, content, record,
                feedback,
            )  # fmt: skip

    write(
        names.OUTPUT,
        rows.marker_fields(markers),
        "Point",
        rows.marker_rows(markers, results, after, done.rules),
    )
    write(names.DIFFERENCES, titled(DIFFERENCE_FIELDS), "LineString", difference_rows(results, tr))
    write(
        names.EXCEPTIONS,
        titled(EXCEPTION_FIELDS),
        "Point",
        exception_rows(results, after.kept, tr),
    )
    who = str(algorithm.parameterAsString(parameters, names.WHO, context) or "")
    why = str(algorithm.parameterAsString(parameters, names.WHY, context) or "")
    history = rows.history_rows(results, after, who, why, line=relocated is not None)
    if wanted(names.HISTORY).lower().endswith(".csv"):
        _write_csv(Path(wanted(names.HISTORY)), [name for name, *_ in HISTORY_FIELDS], history)
        made[names.HISTORY] = wanted(names.HISTORY)
    else:
        write(names.HISTORY, titled(HISTORY_FIELDS), "Point", history)
    register = str(algorithm.parameterAsString(parameters, names.REGISTER, context) or "")
    if register:
        _take_in(Path(register), done, after.kept, who, why, feedback)
    feedback.info(verdict_of(results))
    if relocated is not None and done.line is not None:
        feedback.info(rows.account_message(relocated))
        stays = (*relocated.refused, *relocated.off)
        for at, reason in stays[:_TOLD]:
            number = results.designed.numbers[done.on_line[at]]
            feedback.warn(msg("{number}: {why}", number=number, why=reason))
        if len(stays) > _TOLD:
            feedback.warn(
                msg("{count} more moves of the line were refused.", count=len(stays) - _TOLD)
            )
        write(
            names.STRETCHES_OUTPUT,
            [*rows.STRETCH_FIELDS],
            "LineString",
            rows.stretch_rows(relocated.line),
        )
        _write_blocks(algorithm, parameters, context, feedback, done.line, relocated, write)
    elif wanted(names.LINE_OUTPUT) or wanted(names.STRETCHES_OUTPUT):
        feedback.info(msg("The line does not move, so no blocks and stretches were written."))
    return made


def titled(fields: Any) -> list[Any]:
    """Return fields with their titles translated."""
    return [(name, kind, tr(title)) for name, kind, title in fields]


def _write_blocks(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    line: Line,
    relocated: Relocated,
    write: Any,
) -> None:
    """Write the blocks with the attributes that they came with."""
    from redline_plugin.processing.planarlayers import source_of
    from redline_plugin.processing.vectors import read_rows

    if not algorithm.parameterAsOutputLayer(parameters, names.LINE_OUTPUT, context):
        return
    source = source_of(algorithm, parameters, INPUT, context)
    if source is None:
        return
    code = known_field(algorithm, parameters, BLOCK_FIELD, context, source.fields().names())
    shapes: dict[str, Any] = {}
    attributes: dict[str, Any] = {}
    for row in read_rows(source, feedback):
        name = row.text(code) or row.fid
        # Of several features that are one block the shape is that of all.
        shapes[name] = None if name in attributes else row.geometry
        attributes.setdefault(name, row.attributes)
    own = {name for name, _ in rows.LINE_FIELDS}
    kept = [
        field for field in kinds_of(algorithm, parameters, INPUT, context) if field[0] not in own
    ]
    write(
        names.LINE_OUTPUT,
        [*kept, *rows.LINE_FIELDS],
        "MultiPolygon",
        rows.line_rows(line, relocated, shapes, attributes, [name for name, _ in kept]),
    )


def _take_in(
    path: Path, done: Done, refused: dict[int, Message], who: str, why: str, feedback: Feedback
) -> None:
    """Take the results into a register, and say what it does not have."""
    from redline_plugin.core.survey.register import Register
    from redline_plugin.core.survey.resultsregister import take_in, updates_of

    register = Register(path, tr)
    try:
        updates = updates_of(done.results, refused)
        count, unknown = take_in(register, updates, done.markers.plane, who, why, feedback)
    finally:
        register.close()
    feedback.info(
        msg("{count} markers of the register {file} changed.", count=count, file=path.name)
    )
    if unknown:
        feedback.warn(
            msg(
                "The register has no markers of these numbers: {numbers}.",
                numbers=", ".join(unknown[:_TOLD]) + (" …" if len(unknown) > _TOLD else ""),
            )
        )


def _write_csv(path: Path, heads: list[str], content: Any) -> None:
    with (
        atomic_folder_of(path) as folder,
        (folder / path.name).open("w", encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows(values for _, values in content)
