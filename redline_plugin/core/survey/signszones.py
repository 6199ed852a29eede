"""Where no sign can stand: on roads and paths, in rivers and lakes, with their clearances; on other land."""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.survey.rules import PATH, RIVER, ROAD, WATER, SurveyRules
from redline_plugin.core.survey.signsnetwork import Ways, near_pieces

_PIECE_M = 2000.0
_ROUND = 16


def zones(
    pieces: Shapes,
    ways: Ways | None,
    water: Shapes,
    forbidden: Shapes,
    rules: SurveyRules,
) -> Shapes:
    """Return the areas that no sign can stand in, those near the line.

    Args:
        pieces: the line, in short pieces.
        ways: roads and paths, None for none; signs keep off them by the rules for markers.
        water: lines (rivers) and areas (water).
        forbidden: areas, without a clearance.
        rules: a kind of thing without a clearance is not kept off.
    """
    found = [forbidden[near_pieces(forbidden, pieces, 0.0)]]
    flowing = shapely.get_dimensions(water) == 1 if len(water) else np.empty(0, dtype=bool)
    kept_off = [(RIVER, water[flowing]), (WATER, water[~flowing])]
    if ways is not None:
        kept_off += [(ROAD, ways.lines[~ways.path]), (PATH, ways.lines[ways.path])]
    for kind, shapes in kept_off:
        metres = rules.clearance_m(kind)
        if metres is None or len(shapes) == 0:
            continue
        near = shapes[near_pieces(shapes, pieces, metres)]
        whole = as_shapes([]) if len(near) == 0 else near
        if kind != WATER:
            whole = _cut_short(whole)
            whole = whole[near_pieces(whole, pieces, metres)]
        found.append(shapely.buffer(whole, metres, quad_segs=_ROUND))
    areas = np.concatenate(found)
    return areas[~shapely.is_empty(areas)]


def _cut_short(lines: Shapes) -> Shapes:
    """Return long lines as pieces: the zone of a long road would be looked at wherever it comes near."""
    pieces = []
    for line in lines:
        points = shapely.get_coordinates(line)
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
        number = (along[:-1] // _PIECE_M).astype(np.int64)
        cuts = [0, *(np.flatnonzero(np.diff(number)) + 1).tolist(), len(points) - 1]
        pieces += [
            shapely.linestrings(points[start : stop + 1])
            for start, stop in zip(cuts[:-1], cuts[1:])
        ]
    return as_shapes(pieces)
