"""Two neighbours' red lines matched at their border: exact, symmetric, and accounted for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from redline_plugin.core.boundary.edgeborder import Sides, border_lines, onto_border
from redline_plugin.core.boundary.edgeends import Ends
from redline_plugin.core.boundary.edgefaces import MATCHED, BorderFaces, Place
from redline_plugin.core.check.rule import Floats
from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.text import msg

_TOUCH = 1e-6
_ROUNDS = 8


@dataclass(frozen=True)
class Side:
    """One layer after the match.

    Attributes:
        shapes: (n,) of each feature, polygons or multipolygons.
        before_m2, after_m2, added_m2, removed_m2: (n,); before + added - removed is after.
    """

    shapes: Shapes
    before_m2: Floats
    after_m2: Floats
    added_m2: Floats
    removed_m2: Floats


@dataclass(frozen=True)
class Matched:
    """Both layers after the match, and the places from the north-west.

    A place's features are numbers in the two layers put one after the other.
    """

    first: Side
    second: Side
    places: tuple[Place, ...]


def edgematch(
    first: Sequence[Shapes],
    second: Sequence[Shapes],
    border: Shapes,
    tolerance: float,
    keys: Sequence[Sequence[str]],
    feedback: Feedback,
    areas: Callable[[Shapes], Floats] = shapely.area,
) -> Matched:
    """Match two layers at a border.

    Args:
        first, second: of each feature its valid polygons, without overlaps inside a layer.
        border: lines, or polygons whose outlines count, in the same plane.
        tolerance: metres from the border, and between two ends along it.
        keys: of each layer's features, what must be equal for two to be joined.
        feedback: cancel and progress.
        areas: of polygons for the accounts; plane ones by default.

    Raises:
        InputError: the border does not run between the two layers.
        CancelledError: the user stopped.
    """
    given = [*first, *second]
    layer = np.array([0] * len(first) + [1] * len(second))
    # By their geometry, so that neither the order of features nor that of layers decides.
    order = sorted(range(len(given)), key=lambda at: _key(given[at]))
    rank = np.empty(len(given), dtype=np.int64)
    rank[order] = np.arange(len(given))
    of_rank = layer[order]
    words = [key for of in keys for key in of]
    ranked = [words[at] for at in order]
    shapes = np.concatenate([as_shapes([]), *(given[at] for at in order)])
    owners = np.repeat(np.arange(len(given)), [len(given[at]) for at in order])
    lines = border_lines(border)
    reach = shapely.STRtree(shapes).query(lines, predicate="dwithin", distance=tolerance)[1]
    near = np.unique(reach)
    if len(near):
        near = np.unique(
            shapely.STRtree(shapes).query(shapes[near], predicate="dwithin", distance=_TOUCH)[1]
        )
    rest = np.setdiff1d(np.arange(len(shapes)), near)
    sides = Sides(lines, tolerance, [shapes[near][of_rank[owners[near]] == one] for one in (0, 1)])
    if not sides.both():
        raise InputError(
            Problem(
                msg(
                    "The border does not have one layer on each side within {tolerance} m of it.",
                    tolerance=f"{tolerance:g}",
                ),
                msg("Border"),
                msg("Check that it is the border between the two, and their CRS."),
            )
        )
    stop_if_cancelled(feedback)
    now, of = shapes[near], owners[near]
    made: list[Place] = []
    left: list[Place] = []
    # An end that has moved may leave a gap beside a bend of the border: until a round changes nothing.
    for number in range(_ROUNDS):
        now, of, noded, connectors = onto_border(now, of, of_rank, lines, sides, tolerance)
        faces = BorderFaces(now, of, of_rank, ranked, noded, connectors, sides, tolerance)
        stop_if_cancelled(feedback)
        faces.match()
        now, of = faces.net.rebuilt()
        ends = Ends(now, of, of_rank, ranked, faces.lines, tolerance)
        now, of = ends.match()
        stop_if_cancelled(feedback)
        feedback.progress((number + 1) / (_ROUNDS + 1))
        found = [*faces.places, *ends.places]
        made += [place for place in found if place.state == MATCHED]
        left = [place for place in found if place.state != MATCHED]
        if len(left) == len(found):
            break
    all_shapes = np.concatenate([shapes[rest], now])
    all_owners = np.concatenate([owners[rest], of])
    new = [all_shapes[all_owners == rank[at]] for at in range(len(given))]
    places = [
        replace(place, features=tuple(sorted(int(order[at]) for at in place.features)))
        for place in [*made, *left]
    ]
    places.sort(key=lambda place: (-place.point[1], place.point[0], place.kind))
    cut = len(first)
    return Matched(
        _side(given[:cut], new[:cut], areas), _side(given[cut:], new[cut:], areas), tuple(places)
    )


def _key(shapes: Shapes) -> tuple[float, float, bytes]:
    shape = shapely.normalize(shapely.MultiPolygon(list(shapes)))
    west, _, _, north = shape.bounds if not shape.is_empty else (0.0, 0.0, 0.0, 0.0)
    return -north, west, bytes(shape.wkb)


def _side(
    before: Sequence[Shapes], after: Sequence[Shapes], areas: Callable[[Shapes], Floats]
) -> Side:
    old, new = _joined(before), _joined(after)
    return Side(
        new,
        areas(old),
        areas(new),
        areas(_polygons(shapely.difference(new, old))),
        areas(_polygons(shapely.difference(old, new))),
    )


def _joined(features: Sequence[Shapes]) -> Shapes:
    return shapely.normalize(
        as_shapes(
            [
                parts[0] if len(parts) == 1 else shapely.MultiPolygon(list(parts))
                for parts in features
            ]
        )
    )


def _polygons(shapes: Shapes) -> Shapes:
    return as_shapes([shapely.MultiPolygon(polygon_parts([shape])) for shape in shapes])
