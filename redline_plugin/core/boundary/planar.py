"""Layers brought to the plane of the red line: one projected CRS in metres, valid, without Z.

What is in that CRS already keeps its coordinates bit for bit. One bad feature is listed and left
out, or repaired and listed; it does not end the run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.geodesy.belts import belt_of_longitude
from redline_plugin.core.geodesy.transform import (
    spatial_reference,
    to_longitude_latitude,
    transform,
)
from redline_plugin.core.text import Message, msg

_LINE, _RING, _POLYGON = 1, 2, 3
_SLICE = 100_000


@dataclass(frozen=True)
class Planar:
    """Single polygons or lines in the plane of the red line.

    Attributes:
        shapes: (n,) valid polygons or lines of at least two different points.
        owners: (n,) index of the feature that each is a part of.
        warnings: features left out or repaired, each with its name.
    """

    shapes: Shapes
    owners: NDArray[np.int64]
    warnings: tuple[Problem, ...]


def planar_problems(
    crs: str, layer: str, bounds: tuple[float, float, float, float]
) -> list[Problem]:
    """Return what is wrong with a CRS to measure and draw in: it must be projected, in metres.

    Args:
        crs: any text that PROJ understands.
        layer: its title, for the message.
        bounds: west, south, east, north of the layer, to tell which belt fits.
    """
    try:
        reference = spatial_reference(crs)
    except InputError as error:
        return [Problem(problem.what, layer, problem.remedy) for problem in error.problems]
    if reference.IsProjected() and abs(reference.GetLinearUnits() - 1.0) < 1e-9:
        return []
    return [
        Problem(
            msg(
                "The layer is in {crs}, which is not a projected CRS in metres; distances and "
                "tolerances have no meaning there.",
                crs=reference.GetName(),
            ),
            layer,
            _way_out(crs, bounds),
        )
    ]


def _way_out(crs: str, bounds: tuple[float, float, float, float]) -> Message:
    middle = np.array([[(bounds[0] + bounds[2]) / 2.0, (bounds[1] + bounds[3]) / 2.0]])
    try:
        belt = belt_of_longitude(float(to_longitude_latitude(middle, crs)[0, 0]))
    except InputError:
        return msg("Reproject it to its Gauss-Kruger belt first (“Reproject layer”).")
    return msg(
        "Reproject it first (“Reproject layer”); EPSG:{code} is the 3-degree Gauss-Kruger belt "
        "that fits.",
        code=belt.epsg,
    )


def planar(
    geometries: Sequence[BaseGeometry | None] | Shapes,
    names: Sequence[str],
    source_crs: str,
    target_crs: str,
    layer: Message,
    *,
    lines: bool = False,
) -> Planar:
    """Bring features to the plane.

    Args:
        geometries: as they were read; curves are segments already.
        names: what the user calls each feature: its id, or its name and its id.
        source_crs, target_crs: any text that PROJ understands.
        layer: what they are, for messages ("parcels").
        lines: whether lines are wanted too; of polygons given then, the outlines are taken by the
            caller. Without it, only polygons are used and lines are listed.

    Raises:
        InputError: a CRS is unknown.
    """
    shapes = as_shapes(geometries)
    warnings: list[Problem] = []

    def tell(index: int, what: Message) -> None:
        warnings.append(Problem(msg("In {layer}: {what}", layer=layer, what=what), names[index]))

    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    for index in np.flatnonzero(empty):
        tell(index, msg("left out, it has no geometry."))
    # Only these are made anew: a copy of a million parcels takes a gigabyte.
    raised = shapely.get_coordinate_dimension(shapes) > 2
    shapes[raised] = shapely.force_2d(shapes[raised])
    dimension = shapely.get_dimensions(shapes)
    wrong = ~empty & ~(dimension == 2 if not lines else (dimension >= 1))
    for index in np.flatnonzero(wrong):
        kind = shapes[index].geom_type
        tell(
            index,
            msg("left out, it is a {kind}, no line or polygon.", kind=kind)
            if lines
            else msg("left out, it is a {kind}, no polygon.", kind=kind),
        )
    usable = np.flatnonzero(~empty & ~wrong)
    broken = _not_finite(shapes[usable])
    for index in usable[broken]:
        tell(index, msg("left out, its coordinates are not numbers."))
    usable = np.delete(usable, broken)
    moved = _moved(shapes[usable], source_crs, target_crs)
    for index in usable[shapely.is_missing(moved)]:
        tell(index, msg("left out, its coordinates do not fit its CRS."))
    usable, moved = usable[~shapely.is_missing(moved)], moved[~shapely.is_missing(moved)]
    invalid = np.flatnonzero(~shapely.is_valid(moved) & (shapely.get_dimensions(moved) == 2))
    for at in invalid:
        reason = shapely.is_valid_reason(moved[at])
        moved[at] = shapely.multipolygons(polygon_parts([shapely.make_valid(moved[at])]))
        if shapely.is_empty(moved[at]):
            tell(usable[at], msg("left out, its polygon has no area ({reason}).", reason=reason))
        else:
            tell(
                usable[at],
                msg("its polygon was not valid ({reason}) and was repaired.", reason=reason),
            )
    parts, owner = _singles(moved)
    wanted = ((shapely.get_type_id(parts) == _POLYGON) & (shapely.area(parts) > 0.0)) | (
        lines & np.isin(shapely.get_type_id(parts), (_LINE, _RING)) & (shapely.length(parts) > 0.0)
    )
    return Planar(parts[wanted], usable[owner[wanted]].astype(np.int64), tuple(warnings))


def _not_finite(shapes: Shapes) -> NDArray[np.int64]:
    """Return the indices of shapes with a coordinate that is no number."""
    found = [np.empty(0, dtype=np.int64)]
    for start in range(0, len(shapes), _SLICE):
        points, owner = shapely.get_coordinates(shapes[start : start + _SLICE], return_index=True)
        found.append(start + np.unique(owner[~np.isfinite(points).all(axis=1)]))
    return np.concatenate(found)


def _singles(shapes: Shapes) -> tuple[Shapes, NDArray[np.int64]]:
    """Return the single parts, and the index of the shape of each; what is single is not copied."""
    owner = np.arange(len(shapes))
    while (several := shapely.get_type_id(shapes) > _POLYGON).any():
        many = np.flatnonzero(several)
        parts, inner = shapely.get_parts(shapes[many], return_index=True)
        place = np.concatenate([np.flatnonzero(~several), many[inner]])
        order = np.argsort(place, kind="stable")
        shapes = np.concatenate([shapes[~several], parts])[order]
        owner = owner[place[order]]
    return shapes, owner


def _moved(shapes: Shapes, source_crs: str, target_crs: str) -> Shapes:
    """Return the shapes in the target CRS; None for those that have no place in it."""
    source, target = spatial_reference(source_crs), spatial_reference(target_crs)
    if len(shapes) == 0 or source.IsSame(target, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        return shapes.copy()
    try:
        return shapely.transform(shapes, lambda points: transform(points, source, target))
    except InputError:
        if len(shapes) == 1:
            return as_shapes([None])
        half = len(shapes) // 2
        return np.concatenate(
            [
                _moved(shapes[:half], source_crs, target_crs),
                _moved(shapes[half:], source_crs, target_crs),
            ]
        )
