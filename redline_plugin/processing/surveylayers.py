"""Parameters that the survey's algorithms share: blocks, stretches, rules; and their layers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
)

from redline_plugin.core.background import in_background
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.rules import ANY, DEFAULT, EXAMPLE, SurveyRules
from redline_plugin.core.text import msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.layerfields import BLOCK_CODE, BLOCK_NAME, COUNTY_CODE
from redline_plugin.processing.planarlayers import read_layer, read_plane, source_of
from redline_plugin.processing.surveyfields import field_of, kinds_of_stretches
from redline_plugin.processing.vectorsink import write_vector

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line

INPUT = "INPUT"
BLOCK_FIELD, NAME_FIELD, COUNTY_FIELD = "BLOCK_FIELD", "NAME_FIELD", "COUNTY_FIELD"
STRETCHES, KIND_FIELD = "STRETCHES", "KIND_FIELD"
RULES = "RULES"

Record = TypeVar("Record")


@dataclass(frozen=True)
class RecordRows(Generic[Record]):
    """A layer of records that was read back.

    Attributes:
        records: those that are at one place.
        places: (n, 2) of them, in the plane.
        lost: those with a number and no place: their numbers are not given again either.
    """

    records: list[Record]
    places: Any
    lost: list[Record]


def add_line_parameters(algorithm: RedlineAlgorithm) -> None:
    """Add INPUT, BLOCK_FIELD, NAME_FIELD, COUNTY_FIELD, STRETCHES, KIND_FIELD and RULES."""
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            INPUT, tr("Red-line blocks"), [QgsProcessing.SourceType.TypeVectorPolygon]
        )
    )
    for name, title, default in (
        (BLOCK_FIELD, tr("Field: code of the block"), BLOCK_CODE),
        (NAME_FIELD, tr("Field: name of the block"), BLOCK_NAME),
        (COUNTY_FIELD, tr("Field: code of the county"), COUNTY_CODE),
    ):
        _add_field(algorithm, name, title, INPUT, default)
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            STRETCHES,
            tr("Stretches of the line, with their kinds"),
            [QgsProcessing.SourceType.TypeVectorLine],
            optional=True,
        )
    )
    _add_field(algorithm, KIND_FIELD, tr("Field: kind of boundary"), STRETCHES, "source")
    rules = QgsProcessingParameterFile(
        RULES,
        tr("Survey rule set"),
        QgsProcessingParameterFile.Behavior.File,
        optional=True,
        fileFilter=tr("Rule set (*.yaml *.yml)"),
    )
    rules.setHelp(
        tr(
            "A YAML file with every number of the survey and where it comes from. Without one, the "
            "example that comes with Redline is used; none of its numbers is from the technical "
            "regulation, which is not public."
        )
    )
    algorithm.addParameter(rules)


def _add_field(
    algorithm: RedlineAlgorithm, name: str, title: str, parent: str, default: str
) -> None:
    algorithm.addParameter(
        QgsProcessingParameterField(
            name, title, default, parentLayerParameterName=parent, optional=True
        )
    )


def read_rules(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
) -> SurveyRules:
    """Return the rule set of RULES; the example that comes with Redline when none is given.

    Raises:
        InputError: all that is wrong in the file.
    """
    from redline_plugin.core.survey.rulesfile import load_rules

    path = algorithm.parameterAsFile(parameters, RULES, context)
    rules = load_rules(path or DEFAULT)
    if rules.status == EXAMPLE:
        feedback.warn(
            msg(
                "The rule set {rules} is an example: none of its numbers is from the technical "
                "regulation.",
                rules=f"{rules.id} {rules.version}",
            )
        )
    return rules


def read_line(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
) -> Line:
    """Read the blocks, and the stretches where they are given, as the line that they make.

    Raises:
        InputError: there is no usable block, the CRS does not serve, a field that is named is not
            there, or blocks overlap.
        CancelledError: the user stopped.
    """
    import numpy as np

    from redline_plugin.core.survey.blocks import line_from
    from redline_plugin.core.survey.line import Block

    blocks = read_plane(algorithm, parameters, INPUT, context, feedback, msg("red-line blocks"))
    stretches = read_layer(
        algorithm,
        parameters,
        STRETCHES,
        context,
        feedback,
        msg("stretches"),
        blocks.crs,
        lines=True,
    )
    problems: list[Problem] = []
    code, name, county = (
        field_of(algorithm, parameters, each, context, blocks, problems)
        for each in (BLOCK_FIELD, NAME_FIELD, COUNTY_FIELD)
    )
    kind = (
        ""
        if stretches is None
        else field_of(algorithm, parameters, KIND_FIELD, context, stretches, problems)
    )
    if problems:
        raise InputError(problems)
    features = [
        Block(row.text(code) or row.fid, row.text(name), row.text(county)) for row in blocks.rows
    ]
    if not code:
        feedback.info(msg("There is no field of codes; blocks are called by their feature ids."))
    shapes, kinds = None, np.empty(0, dtype=object)
    if stretches is not None:
        kinds = kinds_of_stretches(stretches, kind, feedback)
        known = kinds != ANY
        shapes, kinds = stretches.planar.shapes[known], kinds[known]
    return in_background(
        lambda inner: line_from(
            blocks.planar.shapes,
            blocks.planar.owners,
            features,
            blocks.crs,
            inner,
            shapes,
            kinds.tolist(),
        ),
        Part(feedback, 0.0, 0.1),
    )


def record_fields(record: type) -> list[tuple[str, type, str]]:
    """Return the fields of a record's layer (TurningPoint, Marker, Sign) with their titles."""
    from redline_plugin.core.survey.marker import TITLES, columns

    return [(name, kind, tr(TITLES[name])) for name, kind in columns(record)]


def write_records(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    record: type,
    crs: str,
    rows: Iterable[tuple[Any, tuple[float, float]]],
    made: Mapping[str, object],
    feedback: Feedback,
) -> str:
    """Write a point layer of TurningPoint, Marker or Sign; return where it is.

    Args:
        algorithm, parameters, name, context: the destination parameter.
        record: the class of the rows.
        crs: of the places, and of the layer.
        rows: records with their places (x, y), (nan, nan) for none; read once.
        made: provenance.
        feedback: asked whether to stop.

    Raises:
        InputError, OutputError: as :func:`write_vector`.
    """
    import shapely

    from redline_plugin.core.survey.rows import values

    return write_vector(
        algorithm,
        parameters,
        name,
        context,
        record_fields(record),
        "Point",
        crs,
        (
            (shapely.Point(*place) if math.isfinite(place[0]) else None, values(each))
            for each, place in rows
        ),
        made,
        feedback,
    )


def read_records(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: Feedback,
    record: type[Record],
    number: str,
    crs: str,
) -> RecordRows[Record] | None:
    """Read a layer of TurningPoint, Marker or Sign back, as users edited it.

    Args:
        algorithm, parameters, name, context: the source parameter.
        feedback: told of what is left out.
        record: the class of the rows.
        number: the column of numbers, which must be there; all others may be missing.
        crs: that the places are wanted in.

    Returns:
        The rows; None when no layer is given.

    Raises:
        InputError: the layer has no such column, a number twice, or cannot be opened.
    """
    from redline_plugin.core.survey.rows import record_of
    from redline_plugin.core.survey.rowsplaces import places_of
    from redline_plugin.processing.planarlayers import wkt_of
    from redline_plugin.processing.vectors import read_rows

    source = source_of(algorithm, parameters, name, context)
    if source is None:
        return None
    title = source.sourceName() or algorithm.parameterDefinition(name).description()
    fields = source.fields().names()
    if number not in fields:
        raise InputError(
            Problem(
                msg(
                    "It has no field {field}; it has {fields}.",
                    field=number,
                    fields=", ".join(fields) or "–",
                ),
                title,
                msg("Take a layer that Redline made, or give the field that name."),
            )
        )
    rows = list(read_rows(source, feedback))
    records = [record_of(record, row.attributes) for row in rows]
    numbers = [str(getattr(each, number)) for each in records]
    found = places_of(
        [row.geometry for row in rows],
        numbers,
        [row.fid for row in rows],
        wkt_of(source),
        crs,
        title,
    )
    for warning in found.warnings:
        feedback.warn(msg("{where}: {what}", where=warning.where, what=warning.what))
    placed = set(found.rows)
    return RecordRows(
        [records[at] for at in found.rows],
        found.places,
        [each for at, each in enumerate(records) if numbers[at] and at not in placed],
    )
