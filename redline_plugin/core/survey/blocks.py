"""From features to the line: which features are one block, and whether blocks overlap."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Ints
from redline_plugin.core.delineate.shapes import Shapes, polygon_parts
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.line import Block, Line, line_of
from redline_plugin.core.survey.overlaps import nested, overlapping_arcs
from redline_plugin.core.text import msg

_NAMED = 10
_AT_ONCE = 2000


def line_from(
    polygons: Shapes,
    owners: Ints,
    features: Sequence[Block],
    crs: str,
    feedback: Feedback,
    stretches: Shapes | None = None,
    stretch_kinds: Sequence[str] = (),
) -> Line:
    """Take the boundaries of features apart; features of one code are one block.

    Args:
        polygons: (p,) valid polygons, in metres.
        owners: (p,) the feature of each.
        features: all of them; codes may repeat. One without a polygon is left out.
        crs: of the coordinates.
        feedback: told of codes that several features share; asked whether to stop.
        stretches, stretch_kinds: as :func:`line_of` takes them.

    Raises:
        InputError: blocks overlap, or features of one code say different counties.
    """
    # A vertex twice in a row is valid in a polygon, but it is no edge.
    polygons = shapely.remove_repeated_points(polygons, 0.0)
    there = np.unique(owners)
    first: dict[str, int] = {}
    for at in there.tolist():
        first.setdefault(features[at].code, at)
    of_code = {code: number for number, code in enumerate(first)}
    _check_counties(features, there)
    block = np.array([of_code[features[at].code] for at in owners.tolist()], dtype=np.int64)
    shared = len(there) - len(first)
    if shared:
        feedback.warn(
            msg(
                "{count} features have the code of another one; features of one code are one block.",
                count=shared,
            )
        )
        polygons, block = _joined(polygons, block, len(first))
    blocks = [features[at] for at in first.values()]
    stop_if_cancelled(feedback)
    line = line_of(polygons, block, blocks, crs, stretches, stretch_kinds)
    stop_if_cancelled(feedback)
    _check_overlaps(line, polygons, block, blocks, feedback)
    return line


def _check_counties(features: Sequence[Block], there: Ints) -> None:
    counties: dict[str, set[str]] = {}
    for at in there.tolist():
        counties.setdefault(features[at].code, set()).add(features[at].county)
    problems = [
        Problem(
            msg(
                "Its features say different counties: {counties}.",
                counties=", ".join(county or "–" for county in sorted(found)),
            ),
            msg("Block {block}", block=code),
            msg("Give each block one code and one county."),
        )
        for code, found in sorted(counties.items())
        if len(found) > 1
    ]
    if problems:
        raise InputError(problems[:_NAMED])


def _check_overlaps(
    line: Line, polygons: Shapes, block: Ints, features: Sequence[Block], feedback: Feedback
) -> None:
    """Refuse blocks that overlap: what two of them share could not be found.

    Whether any do is seen from the line, which is quick; only then it is worked out which.
    """
    arcs = overlapping_arcs(line)
    if len(arcs) == 0 and not nested(polygons):
        return
    one, other = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    pair = one < other
    one, other = one[pair], other[pair]
    found: dict[tuple[str, str], float] = {}
    for start in range(0, len(one), _AT_ONCE):
        stop_if_cancelled(feedback)
        a, b = one[start : start + _AT_ONCE], other[start : start + _AT_ONCE]
        area = shapely.area(shapely.intersection(polygons[a], polygons[b]))
        for at in np.flatnonzero(area > 0.0).tolist():
            codes = sorted(features[block[side[at]]].code for side in (a, b))
            key = (codes[0], codes[1])
            found[key] = found.get(key, 0.0) + float(area[at])
    problems = [
        Problem(
            msg("They overlap by {area} m2.", area=f"{area:.4f}"),
            msg("Blocks {one} and {other}", one=pair_of[0], other=pair_of[1]),
            msg("Check and fix the topology first."),
        )
        for pair_of, area in sorted(found.items(), key=lambda item: -item[1])[:_NAMED]
    ]
    raise InputError(
        problems
        or Problem(
            msg(
                "Edges of blocks lie on one another at {places}.",
                places="; ".join(
                    f"{x:.3f}, {y:.3f}" for x, y in line.points[line.starts[arcs[:_NAMED]]]
                ),
            ),
            remedy=msg("Check and fix the topology first."),
        )
    )


def _joined(polygons: Shapes, block: Ints, count: int) -> tuple[Shapes, Ints]:
    """Return polygons without edges between parts of one block, and the block of each."""
    whole = []
    for number in range(count):
        parts = polygons[block == number]
        whole.append(polygon_parts([shapely.union_all(parts)]) if len(parts) > 1 else parts)
    return np.concatenate(whole), np.repeat(np.arange(count), [len(parts) for parts in whole])
