"""Layers round the red line, for signs and routes: points, lines and areas in the survey's plane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext

from redline_plugin.core.errors import Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import msg
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.layerfields import field_of
from redline_plugin.processing.planarlayers import source_of, wkt_of
from redline_plugin.processing.vectorsink import input_problems, place_problems

if TYPE_CHECKING:
    from redline_plugin.processing.vectors import Row


@dataclass(frozen=True)
class ThingLayer:
    """A layer in the plane.

    Attributes:
        title: what the user calls it.
        shapes: (n,) whole features, single or multi.
        rows: (n,) the features, with the layer's own coordinates.
        fields: names of the fields, in order.
    """

    title: str
    shapes: Any
    rows: Sequence[Row]
    fields: tuple[str, ...]

    def texts(self, field: str) -> list[str]:
        """Return a field as text, "" for NULL and for no field."""
        return [row.text(field) for row in self.rows]

    def numbers(self, field: str) -> list[float]:
        """Return a field as numbers, NaN for what is none and for no field."""
        return [_number(row.attributes.get(field) if field else None) for row in self.rows]


def _number(value: Any) -> float:
    try:
        return float("nan") if value is None or isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        return float("nan")


def read_things(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: Feedback,
    crs: str,
    kinds: Sequence[int],
) -> ThingLayer | None:
    """Read a layer into the plane; None when an optional one is not given.

    Args:
        algorithm, parameters, name, context: the parameter.
        feedback: told of features that are left out; asked whether to stop.
        crs: of the plane.
        kinds: dimensions that can be used, of core.survey.accessshapes.

    Raises:
        InputError: it cannot be opened or has no CRS.
    """
    from redline_plugin.core.survey.accessshapes import in_plane
    from redline_plugin.processing.vectors import read_rows

    source = source_of(algorithm, parameters, name, context)
    if source is None:
        return None
    title = source.sourceName() or algorithm.parameterDefinition(name).description()
    rows = list(read_rows(source, feedback))
    found = in_plane(
        [row.geometry for row in rows],
        [row.fid for row in rows],
        wkt_of(source),
        crs,
        title,
        kinds,
    )
    for warning in found.warnings:
        feedback.warn(msg("{where}: {what}", where=warning.where, what=warning.what))
    return ThingLayer(
        title,
        found.shapes,
        [rows[at] for at in found.rows],
        tuple(source.fields().names()),
    )


def field_in(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    layer: ThingLayer | None,
    problems: list[Problem],
) -> str:
    """Return the field of a parameter, "" for none; a named one that is missing is a problem."""
    if layer is None:
        return ""
    return field_of(algorithm, parameters, name, context, layer.title, layer.fields, problems)


def output_problems(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    names: Sequence[str],
    context: QgsProcessingContext,
) -> list[Problem]:
    """Return all that stands against writing to the places of some outputs, those that are wanted."""
    places = [
        place
        for name in names
        if (place := algorithm.parameterAsOutputLayer(parameters, name, context))
    ]
    problems = [
        problem
        for place in places
        for problem in (
            *place_problems(place),
            *input_problems(algorithm, parameters, place, context),
        )
    ]
    if len(set(places)) < len(places):
        problems.append(
            Problem(
                msg("Both results would be written there."),
                places[0],
                msg("Choose another name for one of them."),
            )
        )
    return problems
