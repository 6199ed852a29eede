"""Features of any kind brought to the plane of the survey: points, lines and areas, whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.geodesy.transform import spatial_reference, transform
from redline_plugin.core.text import Message, msg

POINTS, LINES, AREAS = 0, 1, 2


@dataclass(frozen=True)
class PlaneShapes:
    """Features in the plane.

    Attributes:
        shapes: (n,) valid geometries, single or multi.
        rows: (n,) the feature of each.
        warnings: features that were left out or repaired, each with its name.
    """

    shapes: Shapes
    rows: Ints
    warnings: tuple[Problem, ...]


def in_plane(
    geometries: Sequence[BaseGeometry | None],
    names: Sequence[str],
    source_crs: str,
    target_crs: str,
    layer: str | Message,
    kinds: Sequence[int],
) -> PlaneShapes:
    """Bring features to the plane; one that cannot be used is told of and left out.

    Coordinates that are in the plane already are kept bit for bit.

    Args:
        geometries: as they were read.
        names: ids of the features, for messages.
        source_crs, target_crs: any text that PROJ understands.
        layer: its title.
        kinds: the dimensions that can be used: POINTS, LINES, AREAS.

    Raises:
        InputError: a CRS is unknown.
    """
    shapes = shapely.force_2d(as_shapes(geometries))
    usable = np.ones(len(shapes), dtype=bool)
    told: list[tuple[int, Message]] = []

    def leave_out(where: np.ndarray, why: Callable[[str], Message]) -> None:
        for at in np.flatnonzero(usable & where).tolist():
            told.append((at, why(names[at])))
        usable[where] = False

    leave_out(
        shapely.is_missing(shapes) | shapely.is_empty(shapes),
        lambda name: msg("Feature {feature} was left out, it has no geometry.", feature=name),
    )
    leave_out(
        ~np.isin(shapely.get_dimensions(shapes), list(kinds)),
        lambda name: msg(
            "Feature {feature} was left out, it has another kind of geometry.", feature=name
        ),
    )
    points, owner = shapely.get_coordinates(shapes, return_index=True)
    broken = np.zeros(len(shapes), dtype=bool)
    broken[owner[~np.isfinite(points).all(axis=1)]] = True
    leave_out(
        broken,
        lambda name: msg(
            "Feature {feature} was left out, its coordinates are not numbers.", feature=name
        ),
    )
    moved = shapes.copy()
    moved[usable] = _moved(shapes[usable], source_crs, target_crs)
    leave_out(
        usable & shapely.is_missing(moved),
        lambda name: msg(
            "Feature {feature} was left out, its coordinates do not fit its CRS.", feature=name
        ),
    )
    for at in np.flatnonzero(usable & ~shapely.is_valid(moved)).tolist():
        reason = shapely.is_valid_reason(moved[at])
        if moved[at].geom_type in ("Polygon", "MultiPolygon"):
            moved[at] = shapely.make_valid(moved[at])
            told.append(
                (
                    at,
                    msg(
                        "Feature {feature} was not valid ({reason}) and was repaired.",
                        feature=names[at],
                        reason=reason,
                    ),
                )
            )
        elif shapely.length(moved[at]) == 0.0:
            told.append(
                (
                    at,
                    msg("Feature {feature} was left out, it has no length.", feature=names[at]),
                )
            )
            usable[at] = False
    rows = np.flatnonzero(usable)
    warnings = tuple(Problem(what, layer) for _, what in sorted(told, key=lambda each: each[0]))
    return PlaneShapes(moved[rows], rows.astype(np.int64), warnings)


def _moved(shapes: Shapes, source_crs: str, target_crs: str) -> Shapes:
    """Return the shapes in the target CRS; None for those that have no place in it."""
    source, target = spatial_reference(source_crs), spatial_reference(target_crs)
    if len(shapes) == 0 or source.IsSame(target, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        return shapes

    def move(points: Floats) -> Floats:
        return transform(points, source, target)

    try:
        return np.asarray(shapely.transform(shapes, move))
    except InputError:
        found = np.full(len(shapes), None, dtype=object)
        for at, shape in enumerate(shapes):
            try:
                found[at] = shapely.transform(shape, move)
            except InputError:
                continue
        return found
