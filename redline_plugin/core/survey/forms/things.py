"""What lies around a marker: the features of the layers that forms and sketches show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.errors import InputError
from redline_plugin.core.geodesy.transform import spatial_reference, transform

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

BLOCK, ROAD, RIVER, WATER, VILLAGE = "block", "road", "river", "water", "village"
PARCEL, OTHER = "parcel", "other"
_PIECE = 32
_SINGLE = 3


@dataclass(frozen=True)
class Things:
    """The features of one layer.

    Attributes:
        style: how a sketch draws them: BLOCK, ROAD and so on.
        kind: what they are, for people: "road", or the layer's name.
        shapes: (n,) points, lines or areas in the plane, m, in any mixture.
        names: (n,) of each, "" for none.
    """

    style: str
    kind: str
    shapes: Shapes
    names: Sequence[str]


def in_pieces(shapes: Shapes, outlines: bool) -> tuple[Shapes, Ints]:
    """Cut lines into short pieces, so that few of them lie near any one place.

    Args:
        shapes: (n,) of any kind; points and areas stay whole.
        outlines: whether areas are taken as their outlines.

    Returns:
        The pieces, and the index of the shape of each.
    """
    found: list[object] = []
    owner: list[int] = []
    for number, shape in enumerate(shapes):
        dimension = shapely.get_dimensions(shape)
        if dimension == 2 and outlines:
            lines = shapely.get_rings(shapely.get_parts(shape))
        elif dimension == 1:
            lines = shapely.get_parts(shape)
        else:
            lines = []
            found.append(shape)
        for line in lines:
            points = shapely.get_coordinates(line)
            found += [
                shapely.linestrings(points[start : start + _PIECE + 1])
                for start in range(0, len(points) - 1, _PIECE)
            ]
        owner += [number] * (len(found) - len(owner))
    return as_shapes(found), np.array(owner, dtype=np.int64)


def near_to(layer: Things, places: Floats, reach_m: Floats | float) -> Things:
    """Return the features of a layer that may lie within reach of any place; the others cost time.

    Args:
        layer: all of it.
        places: (n, 2) in the plane, m.
        reach_m: (n,) of each place, or one for all, in both directions of the axes.
    """
    reach = np.broadcast_to(np.asarray(reach_m, dtype=np.float64), len(places))[:, None]
    boxes = shapely.box(*(places - reach).T, *(places + reach).T)
    _, found = shapely.STRtree(layer.shapes).query(boxes)
    kept = np.unique(found)
    return Things(layer.style, layer.kind, layer.shapes[kept], [layer.names[at] for at in kept])


def things_of(
    style: str,
    kind: str,
    geometries: Sequence[BaseGeometry | None],
    names: Sequence[str],
    source_crs: str,
    crs: str,
) -> tuple[Things, int]:
    """Bring features of any kind to the plane; return them, and how many could not be used.

    Args:
        style, kind: of the layer.
        geometries, names: of the features, as they were read.
        source_crs, crs: of the layer and of the plane, any text that PROJ understands.

    Raises:
        InputError: a CRS is unknown.
    """
    shapes = as_shapes(geometries)
    usable = np.flatnonzero(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))
    points, owner = shapely.get_coordinates(shapes[usable], return_index=True)
    broken = np.unique(owner[~np.isfinite(points).all(axis=1)])
    usable = np.delete(usable, broken)
    moved = _moved(shapes[usable], source_crs, crs)
    there = ~shapely.is_missing(moved)
    usable, moved = usable[there], moved[there]
    invalid = np.flatnonzero(~shapely.is_valid(moved))
    moved[invalid] = shapely.make_valid(moved[invalid])
    # Repaired areas and collections hold points, lines and areas side by side.
    parts, part_of = shapely.get_parts(moved, return_index=True)
    while (shapely.get_type_id(parts) > _SINGLE).any():
        parts, inner = shapely.get_parts(parts, return_index=True)
        part_of = part_of[inner]
    found = [names[usable[at]] for at in part_of.tolist()]
    return Things(style, kind, parts, found), len(shapes) - len(usable)


def _moved(shapes: Shapes, source_crs: str, crs: str) -> Shapes:
    """Return shapes in the plane, None for those that have no place in it."""
    source, target = spatial_reference(source_crs), spatial_reference(crs)
    if len(shapes) == 0 or source.IsSame(target, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        return shapes.copy()
    try:
        return shapely.transform(shapes, lambda points: transform(points, source, target))
    except InputError:
        if len(shapes) == 1:
            return as_shapes([None])
        half = len(shapes) // 2
        halves = [_moved(part, source_crs, crs) for part in (shapes[:half], shapes[half:])]
        return np.concatenate(halves)
