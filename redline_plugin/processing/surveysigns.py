"""What signs are placed by, read from the parameters: roads, villages, water, texts of the boards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsProcessingContext

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import msg
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.layerfields import field_of, known_field
from redline_plugin.processing.planarlayers import source_of
from redline_plugin.processing.surveylayers import BLOCK_FIELD, INPUT
from redline_plugin.processing.surveythings import ThingLayer, field_in, read_things

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.signsdemand import Villages
    from redline_plugin.core.survey.signsnetwork import Ways

_NAMED = 10


@dataclass(frozen=True)
class SignInputs:
    """What lies round the line, and what boards are filled from.

    Attributes:
        ways, villages: None when no layer is given.
        water: lines and areas; forbidden: areas.
        elevation: file, None for none; elevation_title: what the user calls it.
        template, function: of the boards.
        fields: of each block of the line, its layer's fields.
    """

    ways: Ways | None
    villages: Villages | None
    water: Any
    forbidden: Any
    elevation: str | None
    elevation_title: str
    template: str
    function: str
    fields: list[dict[str, str]]


def read_sign_inputs(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    line: Line,
) -> SignInputs:
    """Read the layers of ``redline:placesigns``.

    Raises:
        InputError: all that is wrong with them.
        CancelledError: the user stopped.
    """
    from redline_plugin.core.gdalsetup import gdal_exceptions
    from redline_plugin.core.raster.source import RasterSource, inspect
    from redline_plugin.core.survey.accessshapes import AREAS, LINES, POINTS
    from redline_plugin.core.survey.signsboard import check_template

    def read(name: str, kinds: tuple[int, ...]) -> ThingLayer | None:
        return read_things(algorithm, parameters, name, context, feedback, line.crs, kinds)

    problems: list[Problem] = []
    elevation = algorithm.raster_path(parameters, "ELEVATION", context)
    title = str(algorithm.parameterDefinition("ELEVATION").description())
    if elevation is not None:
        try:
            with gdal_exceptions():
                inspect(RasterSource(elevation, name=title))
        except InputError as error:
            problems += error.problems
    roads, paths = read("ROADS", (LINES,)), read("PATHS", (LINES,))
    villages = read("VILLAGES", (POINTS, AREAS))
    water, forbidden = read("WATER", (LINES, AREAS)), read("FORBIDDEN", (AREAS,))
    if roads is None and paths is None and villages is None:
        problems.append(
            Problem(
                msg("There is nothing that asks for a sign."),
                remedy=msg("Give roads, paths or villages."),
            )
        )
    ways = _ways(algorithm, parameters, context, feedback, roads, paths, problems)
    people = _villages(algorithm, parameters, context, villages, problems)
    source = source_of(algorithm, parameters, INPUT, context)
    names = tuple(source.fields().names()) if source is not None else ()
    layer = "" if source is None else source.sourceName()
    function = field_of(algorithm, parameters, "FUNCTION_FIELD", context, layer, names, problems)
    template = str(algorithm.parameterAsString(parameters, "TEMPLATE", context))
    try:
        check_template(
            template, names, str(algorithm.parameterDefinition("TEMPLATE").description())
        )
    except InputError as error:
        problems += error.problems
    if problems:
        raise InputError(problems)
    return SignInputs(
        ways,
        people,
        _shapes(water),
        _shapes(forbidden),
        elevation,
        title,
        template,
        function,
        _fields(algorithm, parameters, context, line),
    )


def _shapes(layer: ThingLayer | None) -> Any:
    """Return the single parts of a layer, none for none."""
    import numpy as np
    import shapely

    return np.empty(0, dtype=object) if layer is None else shapely.get_parts(layer.shapes)


def _ways(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    roads: ThingLayer | None,
    paths: ThingLayer | None,
    problems: list[Problem],
) -> Ways | None:
    import numpy as np
    import shapely

    from redline_plugin.core.survey.signsnetwork import Ways

    if roads is None and paths is None:
        return None
    lines, names, labels, main, path = [], [], [], [], []
    if roads is not None:
        name = field_in(algorithm, parameters, "ROAD_NAME", context, roads, problems)
        is_main = _main(algorithm, parameters, context, feedback, roads, problems)
        parts, of = shapely.get_parts(roads.shapes, return_index=True)
        texts = roads.texts(name)
        lines += list(parts)
        names += [texts[at] for at in of]
        labels += [roads.rows[at].fid for at in of]
        main += [is_main[at] for at in of]
        path += [False] * len(parts)
    if paths is not None:
        parts, of = shapely.get_parts(paths.shapes, return_index=True)
        lines += list(parts)
        names += [""] * len(parts)
        labels += [paths.rows[at].fid for at in of]
        main += [False] * len(parts)
        path += [True] * len(parts)
    shapes = np.empty(len(lines), dtype=object)
    shapes[:] = lines
    return Ways(
        shapes, tuple(names), tuple(labels), np.array(main, dtype=bool), np.array(path, dtype=bool)
    )


def _main(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    roads: ThingLayer,
    problems: list[Problem],
) -> list[bool]:
    """Return which features are main roads."""
    text = str(algorithm.parameterAsString(parameters, "MAIN_CLASSES", context))
    wanted = {each.strip() for each in text.replace("，", ",").replace("、", ",").split(",")} - {""}
    field = field_in(algorithm, parameters, "CLASS_FIELD", context, roads, problems)
    if not wanted:
        return [True] * len(roads.rows)
    if not field:
        problems.append(
            Problem(
                msg("Classes of main roads need the field of the class."),
                roads.title,
                msg("Choose the field, or leave the classes empty."),
            )
        )
        return [True] * len(roads.rows)
    # A class that a field of decimals holds is still called 1.
    classes = [each[:-2] if each.endswith(".0") else each for each in roads.texts(field)]
    missing = sorted(wanted - set(classes))
    there = ", ".join(sorted(set(classes) - {""})[:_NAMED])
    if missing and len(missing) == len(wanted):
        problems.append(
            Problem(
                msg(
                    "No road has the class {classes}; there are {there}.",
                    classes=", ".join(missing[:_NAMED]),
                    there=there or "–",
                ),
                roads.title,
            )
        )
    elif missing:
        feedback.warn(
            msg(
                "{layer}: no road has the class {classes}; there are {there}.",
                layer=roads.title,
                classes=", ".join(missing[:_NAMED]),
                there=there,
            )
        )
    return [each in wanted for each in classes]


def _villages(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    villages: ThingLayer | None,
    problems: list[Problem],
) -> Villages | None:
    import numpy as np

    from redline_plugin.core.survey.signsdemand import Villages

    if villages is None:
        return None
    name = field_in(algorithm, parameters, "VILLAGE_NAME", context, villages, problems)
    people = field_in(algorithm, parameters, "PEOPLE_FIELD", context, villages, problems)
    return Villages(
        villages.shapes,
        tuple(villages.texts(name)),
        tuple(row.fid for row in villages.rows),
        np.array(villages.numbers(people), dtype=np.float64),
    )


def _fields(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    line: Line,
) -> list[dict[str, str]]:
    """Return the fields of each block: of several features, the first that has a value."""
    from redline_plugin.processing.vectors import plain

    source = source_of(algorithm, parameters, INPUT, context)
    if source is None:
        return [{} for _ in line.blocks]
    names = source.fields().names()
    code = known_field(algorithm, parameters, BLOCK_FIELD, context, names)
    number = {block.code: at for at, block in enumerate(line.blocks)}
    found: list[dict[str, str]] = [{} for _ in line.blocks]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in source.getFeatures(request):
        values = {
            name: "" if value is None else str(value).strip()
            for name, value in zip(names, map(plain, feature.attributes()))
        }
        at = number.get(values.get(code, "") or str(feature.id()))
        if at is not None:
            for name, value in values.items():
                found[at][name] = found[at].get(name) or value
    return found
