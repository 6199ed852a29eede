"""The work of ``redline:turningpoints`` between reading and writing, what is told of it, and its sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.survey.marker import TITLES
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.core.text import msg
from redline_plugin.i18n import tr

if TYPE_CHECKING:
    from redline_plugin.core.geodesy.belts import Belt
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.sides import Ring, Sides
    from redline_plugin.core.survey.turning import Places
    from redline_plugin.core.survey.turningnumbers import Numbered, Previous
    from redline_plugin.core.survey.turningrows import PointRow

_NAMED = 10


@dataclass(frozen=True)
class Done:
    """What is written and told.

    Attributes:
        places, rings, sides, numbered: as they belong together.
        rows: of the layer of points.
        lengths: of the sides, on the ellipsoid, m.
        belt: of the coordinates.
        west, east: longitudes that the points reach from and to.
    """

    places: Places
    rings: tuple[Ring, ...]
    sides: Sides
    numbered: Numbered
    rows: list[PointRow]
    lengths: Any
    belt: Belt
    west: float
    east: float


def work(
    line: Line,
    rules: SurveyRules,
    borders: Any,
    previous: Previous | None,
    belt: Belt | None,
    feedback: Feedback,
) -> Done:
    """Do all that is between reading and writing."""
    from redline_plugin.core.geodesy.belts import Belt
    from redline_plugin.core.survey.sides import rings_of, side_lengths, sides_of_rings
    from redline_plugin.core.survey.turning import turning_points
    from redline_plugin.core.survey.turningnumbers import number_points
    from redline_plugin.core.survey.turningrows import point_rows

    places = turning_points(line, rules, borders, Part(feedback, 0.0, 0.6))
    rings = rings_of(line, places)
    sides = sides_of_rings(line, places, rings)
    stop_if_cancelled(feedback)
    numbered = number_points(line, places, rings, str(rules.turning.number.value), previous)
    feedback.progress(0.7)
    rows, at = point_rows(line, places, rings, sides, numbered, rules.turning, belt, tr)
    stop_if_cancelled(feedback)
    feedback.progress(0.85)
    lengths = side_lengths(places, sides, line.crs)
    width, prefixed = int(rules.turning.belt_width.number), bool(rules.turning.belt_prefix.value)
    used = belt or Belt(width, at.belt, prefixed)
    west, east = float(at.longitude.min()), float(at.longitude.max())
    return Done(places, rings, sides, numbered, rows, lengths, used, west, east)


def tell(
    done: Done, line: Line, rules: SurveyRules, previous: Previous | None, feedback: Feedback
) -> None:
    """Tell how near the points are to the line, and what became of earlier ones."""
    from redline_plugin.core.geodesy.belts import outside_belt

    places, numbered = done.places, done.numbered
    feedback.info(
        msg(
            "{count} turning points. The line is at most {largest} m and on average {mean} m from the "
            "polyline through them; the tolerance is {tolerance} m.",
            count=len(places.points),
            largest=f"{places.largest_departure:.3f}",
            mean=f"{places.mean_departure:.3f}",
            tolerance=f"{rules.turning.tolerance_m.number:g}",
        )
    )
    if places.put_back:
        feedback.info(
            msg(
                "{count} points were put back: without them, sides would have met one another.",
                count=places.put_back,
            )
        )
    outside = outside_belt(done.belt, done.west, done.east)
    if outside is not None:
        feedback.warn(outside)
    if previous is None:
        return
    feedback.info(
        msg(
            "{kept} numbers were kept, {new} are new, {retired} points are retired.",
            kept=int(numbered.kept.sum()),
            new=int((~numbered.kept).sum()),
            retired=len(numbered.retired),
        )
    )
    known = {block.code for block in line.blocks}
    strange = sorted({point.block for point, _ in numbered.retired if point.block} - known)
    if strange:
        feedback.warn(
            msg(
                "Retired points belong to blocks that are not in the layer of blocks: {blocks}. Is it "
                "the whole red line?",
                blocks=", ".join(strange[:_NAMED]),
            )
        )


def side_fields() -> list[tuple[str, type, str]]:
    """Return the fields of the layer of sides."""
    return [
        ("block", str, tr(TITLES["block"])),
        ("ring", int, tr(TITLES["ring"])),
        ("sequence", int, tr("Number in the ring")),
        ("from_point", str, tr("From turning point")),
        ("to_point", str, tr("To turning point")),
        ("length_m", float, tr("Length in the plane [m]")),
        ("ellipsoid_m", float, tr("Length on the ellipsoid [m]")),
        ("azimuth_deg", float, tr("Grid azimuth [degrees]")),
        ("boundary", str, tr(TITLES["boundary"])),
        ("neighbour", str, tr("Block on the other side")),
        ("departure_m", float, tr("Largest distance from the line [m]")),
    ]


def side_rows(done: Done, line: Line) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield the rows of the layer of sides."""
    import numpy as np
    import shapely

    sides, points, number = done.sides, done.places.points, done.numbered.number
    shapes = shapely.linestrings(np.stack([points[sides.start], points[sides.end]], axis=1))
    for at, shape in enumerate(shapes):
        ring = done.rings[sides.ring[at]]
        other = int(sides.neighbour[at])
        yield (
            shape,
            (
                line.blocks[ring.block].code,
                ring.number,
                int(sides.sequence[at]),
                number[sides.start[at]],
                number[sides.end[at]],
                float(sides.length[at]),
                float(done.lengths[at]),
                float(sides.azimuth[at]),
                line.kinds[sides.kind[at]],
                line.blocks[other].code if other >= 0 else None,
                float(sides.departure[at]),
            ),
        )
