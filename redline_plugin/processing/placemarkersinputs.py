"""What ``redline:placemarkers`` reads: things round the line, turning points, earlier markers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.marker import (
    KIND_TITLES,
    MEASURED,
    RETIRED,
    SOLID,
    STATE_TITLES,
    Marker,
    TurningPoint,
)
from redline_plugin.core.survey.rules import (
    BORDER,
    DEFAULT,
    FOLDER,
    PATH,
    RIVER,
    ROAD,
    THING_TITLES,
    WATER,
    SurveyRules,
)
from redline_plugin.core.text import joined, msg, title
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.planarlayers import read_layer
from redline_plugin.processing.surveylayers import RULES, read_records

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.placing.corners import Points
    from redline_plugin.core.survey.placing.existing import Existing
    from redline_plugin.core.survey.placing.things import Things

ROADS, PATHS, RIVERS, WATERS, BORDERS = "ROADS", "PATHS", "RIVERS", "WATER", "BORDERS"
SLOPE, ELEVATION = "SLOPE", "ELEVATION"
TURNING_POINTS, EXISTING = "TURNING_POINTS", "EXISTING"
LAYERS = {ROADS: ROAD, PATHS: PATH, RIVERS: RIVER, WATERS: WATER, BORDERS: BORDER}
"""Parameters of things, and their kinds."""

_OFF_LINE_M = 0.05
"""m. A turning point that is farther from the line than this is not one of it."""


@dataclass(frozen=True)
class MarkerInputs:
    """All that is read.

    Attributes:
        things: round the line.
        slope: file of slopes or heights, None for neither; is_elevation: which.
        points: turning points as they are on the line; None: they are to be computed.
        point_rows: these as rows, for the register.
        existing: earlier markers.
    """

    things: Things
    slope: str | None
    slope_title: str
    is_elevation: bool
    points: Points | None
    point_rows: list[tuple[TurningPoint, tuple[float, float]]]
    existing: Existing


def add_input_parameters(algorithm: RedlineAlgorithm) -> None:
    """Add all inputs but the blocks, their stretches and the rule set."""
    point = QgsProcessing.SourceType.TypeVectorPoint
    line = QgsProcessing.SourceType.TypeVectorLine
    area = QgsProcessing.SourceType.TypeVectorPolygon
    for name, caption, kinds in (
        (ROADS, tr("Roads (lines or polygons)"), [line, area]),
        (PATHS, tr("Paths (lines or polygons)"), [line, area]),
        (RIVERS, tr("Rivers (lines or polygons)"), [line, area]),
        (WATERS, tr("Water: lakes, reservoirs, ponds"), [area]),
        (BORDERS, tr("Administrative borders"), [line, area]),
    ):
        algorithm.addParameter(
            QgsProcessingParameterFeatureSource(name, caption, kinds, optional=True)
        )
    algorithm.addParameter(
        QgsProcessingParameterRasterLayer(SLOPE, tr("Slope [degrees]"), optional=True)
    )
    elevation = QgsProcessingParameterRasterLayer(
        ELEVATION, tr("Elevation [m], for the slope"), optional=True
    )
    elevation.setHelp(tr("Used when no slope is given; slopes are by Horn (1981)."))
    algorithm.addParameter(elevation)
    points = QgsProcessingParameterFeatureSource(
        TURNING_POINTS, tr("Turning points"), [point], optional=True
    )
    points.setHelp(
        tr(
            "What “Turning points” made of the same blocks. Without them they are found anew, and "
            "markers do not carry their numbers."
        )
    )
    algorithm.addParameter(points)
    existing = QgsProcessingParameterFeatureSource(
        EXISTING, tr("Earlier markers"), [point], optional=True
    )
    existing.setHelp(
        tr(
            "What stands in the field and what was placed by hand stays. Planned markers stay where "
            "a placement with as few markers can keep them; others are retired, and their numbers "
            "are not given again."
        )
    )
    algorithm.addParameter(existing)


def rules_text(
    algorithm: RedlineAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """Return the rule set's text, to be kept with the register."""
    path = algorithm.parameterAsFile(parameters, RULES, context)
    file = Path(path) if path else FOLDER / f"{DEFAULT}.yaml"
    return file.read_text(encoding="utf-8-sig")


def read_inputs(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    line: Line,
    rules: SurveyRules,
) -> MarkerInputs:
    """Read all layers but the blocks, into the plane of the line.

    Raises:
        InputError: a layer cannot be opened, has no CRS, or holds a number twice.
    """
    things = _things(algorithm, parameters, context, feedback, line, rules)
    rasters = algorithm.raster_paths(parameters, [SLOPE, ELEVATION], context)
    if len(rasters) > 1:
        feedback.info(msg("Slope and elevation are both given: the slope is taken."))
    elif not rasters:
        feedback.warn(
            msg(
                "Neither slope nor elevation is given: spacings are those for any terrain, and no "
                "ground is too steep."
            )
        )
    name = SLOPE if SLOPE in rasters else ELEVATION
    points, rows = _points(algorithm, parameters, context, feedback, line, rules)
    return MarkerInputs(
        things,
        rasters.get(name),
        algorithm.parameterDefinition(name).description(),
        name == ELEVATION,
        points,
        rows,
        _existing(algorithm, parameters, context, feedback, line),
    )


def _things(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    line: Line,
    rules: SurveyRules,
) -> Things:
    from redline_plugin.core.survey.placing.things import Things

    names = {
        ROADS: msg("roads"),
        PATHS: msg("paths"),
        RIVERS: msg("rivers"),
        WATERS: msg("water"),
        BORDERS: msg("administrative borders"),
    }
    found = {}
    missing = []
    for name, kind in LAYERS.items():
        layer = read_layer(
            algorithm,
            parameters,
            name,
            context,
            feedback,
            names[name],
            line.crs,
            lines=name != WATERS,
        )
        if layer is not None:
            found[kind] = layer.planar.shapes
            if len(layer.planar.shapes) == 0:
                feedback.warn(msg("{layer}: nothing in it can be used.", layer=layer.title or name))
        elif rules.crossing(kind) is not None or rules.clearance_m(kind) is not None:
            missing.append(title(THING_TITLES[kind]))
    if missing:
        feedback.warn(
            msg(
                "No layer is given for what the rule set speaks of: {things}. These rules are not "
                "looked at.",
                things=joined(missing),
            )
        )
    return Things(found)


def _points(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    line: Line,
    rules: SurveyRules,
) -> tuple[Points | None, list[tuple[TurningPoint, tuple[float, float]]]]:
    import numpy as np

    from redline_plugin.core.survey.placing.corners import Points, from_begin, turns_at

    found = read_records(
        algorithm, parameters, TURNING_POINTS, context, feedback, TurningPoint, "point", line.crs
    )
    if found is None:
        return None, []
    here = [at for at, point in enumerate(found.records) if point.state != RETIRED]
    places = found.places[here].reshape(-1, 2)
    if len(here) == 0 or line.count == 0:
        return Points(np.empty(0, dtype=np.int64), np.empty(0), np.empty(0), ()), []
    arc, measure, away = line.nearest(places)
    on_line = away <= _OFF_LINE_M
    if not on_line.all():
        off = [found.records[here[at]].point for at in np.flatnonzero(~on_line)]
        feedback.warn(
            msg(
                "{count} turning points are not on the line and were left out: {points}.",
                count=len(off),
                points=", ".join(off[:5]) + (" …" if len(off) > 5 else ""),
            )
        )
    arc = arc[on_line]
    measure = from_begin(line, arc, measure[on_line])
    rows = [
        (found.records[at], (float(found.places[at][0]), float(found.places[at][1])))
        for at, is_on in zip(here, on_line.tolist())
        if is_on
    ]
    angle = np.array([point.angle_deg for point, _ in rows], dtype=np.float64)
    base = rules.turning.corner_base_m.number
    unknown = np.isnan(angle)
    angle[unknown] = turns_at(line, arc[unknown], measure[unknown], base)
    return Points(arc, measure, angle, tuple(point.point for point, _ in rows)), rows


def _existing(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    line: Line,
) -> Existing:
    import numpy as np

    from redline_plugin.core.survey.placing.existing import Existing

    found = read_records(
        algorithm, parameters, EXISTING, context, feedback, Marker, "marker", line.crs
    )
    if found is None:
        return Existing()
    unknown = [marker for marker in found.records if marker.state not in STATE_TITLES]
    if unknown:
        feedback.warn(
            msg(
                "{count} earlier markers have no state; they count as measured, and stay.",
                count=len(unknown),
            )
        )
    markers = [
        replace(
            marker,
            state=marker.state if marker.state in STATE_TITLES else MEASURED,
            kind=marker.kind if marker.kind in KIND_TITLES else SOLID,
        )
        for marker in found.records
    ]
    return Existing(markers, np.asarray(found.places).reshape(-1, 2), found.lost)
