"""What ``redline:surveyroute`` reads: markers, and what they are reached by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.marker import (
    ACCEPTED,
    ELECTRONIC,
    MEASURED,
    RETIRED,
    SET,
    WITNESS,
    WITNESSED,
)
from redline_plugin.core.text import msg
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.layerfields import field_of
from redline_plugin.processing.planarlayers import read_layer, source_of, wkt_of
from redline_plugin.processing.surveythings import ThingLayer, field_in, read_things

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line


@dataclass(frozen=True)
class RouteInputs:
    """Markers and what is round them.

    Attributes:
        crs: of the markers, and of all else.
        markers: their rows; places: (n, 2).
        numbers: of each, its feature's id where it has none; blocks: "" for none.
        chained: which have a next one; visited: which a crew goes to.
        roads: lines; line: the red line, None without blocks.
        bases: (b, 2); base_names: of each.
        rasters: files of ELEVATION and SLOPE that are given.
    """

    crs: str
    markers: ThingLayer
    places: Any
    numbers: list[str]
    blocks: list[str]
    chained: list[bool]
    visited: list[bool]
    roads: Any
    line: Line | None
    bases: Any
    base_names: list[str]
    rasters: dict[str, str]


def read_route_inputs(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
) -> RouteInputs:
    """Read all layers.

    Raises:
        InputError: all that is wrong with them.
        CancelledError: the user stopped.
    """
    import numpy as np
    import shapely

    from redline_plugin.core.gdalsetup import gdal_exceptions
    from redline_plugin.core.raster.source import RasterSource, inspect
    from redline_plugin.core.survey.accessshapes import LINES, POINTS

    crs = _plane(algorithm, parameters, context)
    problems: list[Problem] = []
    rasters = algorithm.raster_paths(parameters, ["ELEVATION", "SLOPE"], context)
    for name, path in rasters.items():
        title = str(algorithm.parameterDefinition(name).description())
        try:
            with gdal_exceptions():
                inspect(RasterSource(path, name=title))
        except InputError as error:
            problems += error.problems
    read = read_things(algorithm, parameters, "MARKERS", context, feedback, crs, (POINTS,))
    roads = read_things(algorithm, parameters, "ROADS", context, feedback, crs, (LINES,))
    bases = read_things(algorithm, parameters, "BASES", context, feedback, crs, (POINTS,))
    if read is None:
        raise InputError(
            Problem(
                msg("A layer is needed."), algorithm.parameterDefinition("MARKERS").description()
            )
        )
    markers = _single(read, feedback)
    if len(markers.rows) == 0:
        problems.append(Problem(msg("The layer has no point that can be used."), markers.title))
    number = field_in(algorithm, parameters, "NUMBER_FIELD", context, markers, problems)
    block = field_in(algorithm, parameters, "BLOCK_FIELD", context, markers, problems)
    name = field_in(algorithm, parameters, "BASE_NAME", context, bases, problems)
    if not number and not problems:
        feedback.info(msg("There is no field of numbers; markers are called by their feature ids."))
    line = _line(algorithm, parameters, context, feedback, crs, problems)
    if problems:
        raise InputError(problems)
    chained, visited = _wanted(
        markers, algorithm.parameterAsBool(parameters, "DONE_TOO", context), feedback
    )
    starts = None if bases is None else _single(bases, feedback)
    return RouteInputs(
        crs,
        markers,
        shapely.get_coordinates(markers.shapes).reshape(-1, 2),
        [row.text(number) or row.fid for row in markers.rows],
        markers.texts(block),
        chained,
        visited,
        np.empty(0, dtype=object) if roads is None else shapely.get_parts(roads.shapes),
        line,
        np.empty((0, 2))
        if starts is None
        else shapely.get_coordinates(starts.shapes).reshape(-1, 2),
        [] if starts is None else [row.text(name) or row.fid for row in starts.rows],
        rasters,
    )


def _plane(
    algorithm: RedlineAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """Return the CRS of the markers, which must be in metres."""
    from redline_plugin.core.boundary.planar import planar_problems

    source = source_of(algorithm, parameters, "MARKERS", context)
    if source is None:
        raise InputError(
            Problem(
                msg("A layer is needed."), algorithm.parameterDefinition("MARKERS").description()
            )
        )
    extent = source.sourceExtent()
    problems = planar_problems(
        wkt_of(source),
        source.sourceName() or "MARKERS",
        (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()),
    )
    if problems:
        raise InputError(problems)
    return wkt_of(source)


def _single(layer: ThingLayer, feedback: Feedback) -> ThingLayer:
    """Return a layer without features that are at several places."""
    import numpy as np
    import shapely

    several = shapely.get_num_coordinates(layer.shapes) != 1
    for at in np.flatnonzero(several):
        feedback.warn(
            msg(
                "{layer}: feature {feature} was left out, it is at several places.",
                layer=layer.title,
                feature=layer.rows[at].fid,
            )
        )
    kept = np.flatnonzero(~several)
    return replace(layer, shapes=layer.shapes[kept], rows=[layer.rows[at] for at in kept])


def _wanted(
    markers: ThingLayer, done_too: bool, feedback: Feedback
) -> tuple[list[bool], list[bool]]:
    """Return which markers have a next one, and which are visited."""
    states, kinds = markers.texts("state"), markers.texts("kind")
    chained = [state != RETIRED and kind != WITNESS for state, kind in zip(states, kinds)]
    there = () if done_too else (SET, MEASURED, ACCEPTED)
    visited = [
        state != RETIRED and state not in there and kind not in (WITNESSED, ELECTRONIC)
        for state, kind in zip(states, kinds)
    ]
    if not all(visited):
        feedback.info(
            msg(
                "{count} of {all} markers are not on the routes: they are retired, or set already, or "
                "nothing is set there.",
                count=len(visited) - sum(visited),
                all=len(visited),
            )
        )
    return chained, visited


def _line(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    crs: str,
    problems: list[Problem],
) -> Line | None:
    """Return the red line of BLOCKS, None without them."""
    from redline_plugin.core.survey.blocks import line_from
    from redline_plugin.core.survey.line import Block

    layer = read_layer(
        algorithm, parameters, "BLOCKS", context, feedback, msg("red-line blocks"), crs
    )
    if layer is None:
        return None
    field = field_of(
        algorithm, parameters, "BLOCKS_FIELD", context, layer.title, layer.fields, problems
    )
    if len(layer.planar.shapes) == 0:
        problems.append(Problem(msg("The layer has no polygon that can be used."), layer.title))
        return None
    return line_from(
        layer.planar.shapes,
        layer.planar.owners,
        [Block(row.text(field) or row.fid, "", "") for row in layer.rows],
        crs,
        feedback,
    )
