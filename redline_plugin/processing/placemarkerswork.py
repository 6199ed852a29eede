"""The work of ``redline:placemarkers`` between reading and writing, and the register that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.i18n import language, tr
from redline_plugin.processing.placemarkersinputs import MarkerInputs

if TYPE_CHECKING:
    from redline_plugin.core.geodesy.belts import Belt
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.placing.notkept import NotKept
    from redline_plugin.core.survey.placing.place import Placement
    from redline_plugin.core.survey.placing.rows import Row


@dataclass(frozen=True)
class Done:
    """What was placed.

    Attributes:
        placement: as the core has it.
        rows: the markers, with coordinates.
        not_kept: exceptions.
        belt: of the coordinates; between: longitudes that the markers lie between, degrees.
    """

    placement: Placement
    rows: list[Row]
    not_kept: list[NotKept]
    belt: Belt
    between: tuple[float, float]


def place(
    line: Line,
    rules: SurveyRules,
    inputs: MarkerInputs,
    belt: Belt | None,
    feedback: Feedback,
) -> Done:
    """Place, number, locate and check the markers."""
    from redline_plugin.core.raster.source import RasterSource
    from redline_plugin.core.survey.placing.exceptions import exceptions_of
    from redline_plugin.core.survey.placing.located import belt_of, located
    from redline_plugin.core.survey.placing.place import place_markers
    from redline_plugin.core.survey.placing.rows import marker_rows
    from redline_plugin.core.survey.placing.sentences import Words
    from redline_plugin.core.survey.placing.slopes import Slopes
    from redline_plugin.core.survey.rules import BORDER

    used = belt or belt_of(line, rules.turning)
    slopes = None
    if inputs.slope is not None:
        valid = (None, None) if inputs.is_elevation else (0.0, 90.0)
        source = RasterSource(inputs.slope, name=inputs.slope_title, valid=valid)
        slopes = Slopes(source, line.crs, elevation=inputs.is_elevation)
    try:
        points = inputs.points
        if points is None:
            points = _found_points(line, rules, inputs.things.kind(BORDER), feedback)
        placement = place_markers(
            line,
            rules,
            inputs.things,
            slopes,
            points,
            inputs.existing,
            Part(feedback, 0.2, 0.7),
        )
        numbers = [(row.point, place) for row, place in inputs.point_rows]
        rows = marker_rows(placement, numbers, Words(tr, language() == "zh"), feedback)
        rows, between = located(rows, line.crs, rules.turning, used)
        not_kept = exceptions_of(placement, points, rows, Part(feedback, 0.8, 1.0))
    finally:
        if slopes is not None:
            slopes.close()
    return Done(placement, rows, not_kept, used, between)


def _found_points(line: Line, rules: SurveyRules, borders: Any, feedback: Feedback) -> Any:
    from redline_plugin.core.survey.placing.corners import Points
    from redline_plugin.core.survey.turning import turning_points

    found = turning_points(line, rules, borders if len(borders) else None, Part(feedback, 0.0, 0.2))
    return Points(found.arc, found.measure, found.angle, ("",) * len(found.arc))


def write_register(
    path: Path, text: str, done: Done, line: Line, inputs: MarkerInputs, feedback: Feedback
) -> None:
    """Write the register of what was placed."""
    import numpy as np

    from redline_plugin.core.survey.registerfile import create

    codes = {block.code for block in line.blocks}
    kept = [row for row in done.rows if np.isfinite(row.place).all() and row.marker.block in codes]
    there = {id(row) for row in kept}
    create(
        path,
        line,
        text,
        [(row.marker, row.place, row.arc, row.measure) for row in kept],
        points=inputs.point_rows,
        feedback=feedback,
        things=inputs.things.of,
        terrains=done.placement.scene.terrains,
        retired=[row.marker.marker for row in done.rows if id(row) not in there],
    )
