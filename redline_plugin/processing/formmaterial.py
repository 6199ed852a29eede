"""What ``redline:markerforms`` works on, read and brought together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import msg
from redline_plugin.processing import formparameters as names
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.formlayers import FormLayers, strangers
from redline_plugin.processing.surveylayers import read_rules

if TYPE_CHECKING:
    from redline_plugin.core.survey.forms.material import Material, Office, Placed
    from redline_plugin.core.survey.forms.things import Things
    from redline_plugin.core.survey.forms.words import Words


@dataclass(frozen=True)
class Found:
    """All that was read: the material, what lies around, and the red line for sketches."""

    material: Material
    things: list[Things]
    red_line: list[Things]


def read_material(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    words: Words,
    feedback: Feedback,
) -> Found:
    """Read all layers.

    Raises:
        InputError: a layer cannot serve; what is wrong with one feature is only told.
    """
    import numpy as np

    from redline_plugin.core.survey.forms.material import NOTHING, Material, belt_of, located
    from redline_plugin.core.survey.forms.things import BLOCK, Things
    from redline_plugin.core.survey.marker import Marker, Sign, TurningPoint

    rules = read_rules(algorithm, parameters, context, feedback)
    layers = FormLayers(algorithm, parameters, context, feedback)
    crs = layers.plane(rules)
    fields = [
        algorithm.parameterAsString(parameters, name, context)
        for name in (names.NUMBER_FIELD, names.SIGN_FIELD)
    ]
    markers = layers.records(names.MARKERS, Marker, "marker", fields[0], crs) or NOTHING
    signs = layers.records(names.SIGNS, Sign, "sign", fields[1], crs)
    points = layers.records(names.TURNING_POINTS, TurningPoint, "point", "point", crs)
    blocks = layers.blocks(crs)
    sides = layers.sides()
    given = {"markers": markers, "signs": signs or NOTHING, "points": points or NOTHING}
    places = np.concatenate([placed.places for placed in given.values()])
    if len(markers) == 0:
        raise InputError(
            Problem(
                msg("There is no marker with a number and a place."),
                algorithm.parameterDefinition(names.MARKERS).description(),
            )
        )
    belt = belt_of(markers.records, places, crs, rules.turning)
    written: dict[str, Placed] = {}
    for name, placed in given.items():
        written[name], stale = located(placed.records, placed.places, crs, belt, rules.turning)
        for warning in (stale, strangers(placed.records, blocks)):
            if warning is not None:
                feedback.warn(warning)
    material = Material(
        crs,
        belt,
        written["markers"],
        written["signs"],
        signs is not None,
        written["points"],
        sides,
        blocks,
        rules,
        read_office(algorithm, parameters, context, words),
    )
    if blocks:
        shapes = np.empty(len(blocks), dtype=object)
        shapes[:] = [block.shape for block in blocks.values()]
        red_line = [Things(BLOCK, "", shapes, [""] * len(blocks))]
    else:
        lines = layers.red_line(crs)
        red_line = [lines] if lines is not None else []
    if not red_line:
        feedback.warn(msg("Without blocks or sides, sketches show no red line."))
    return Found(material, layers.things(crs, words), red_line)


def read_office(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    words: Words,
) -> Office:
    """Return who filled the forms in and reviewed them, and when."""
    from redline_plugin.core.survey.forms.material import Office

    def date(name: str) -> str:
        if parameters.get(name) in (None, ""):
            return ""
        day = algorithm.parameterAsDateTime(parameters, name, context).date()
        if not day.isValid():
            return ""
        if words.language == "zh":
            return f"{day.year()}年{day.month()}月{day.day()}日"
        return str(day.toString("yyyy-MM-dd"))

    def text(name: str) -> str:
        return str(algorithm.parameterAsString(parameters, name, context)).strip()

    return Office(
        text(names.FILLED_BY),
        date(names.FILLED_ON),
        text(names.REVIEWED_BY),
        date(names.REVIEWED_ON),
    )
