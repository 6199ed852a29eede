"""Points of a layer that was edited: which rows can be used, and where they are in the plane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.geodesy.transform import spatial_reference, transform
from redline_plugin.core.text import msg

_NAMED = 10


@dataclass(frozen=True)
class Places:
    """Rows that can be used.

    Attributes:
        rows: their positions in the layer.
        places: (n, 2) in the plane.
        warnings: rows that are left out, each with its name.
    """

    rows: tuple[int, ...]
    places: Floats
    warnings: tuple[Problem, ...]


def places_of(
    geometries: Sequence[BaseGeometry | None],
    numbers: Sequence[str],
    names: Sequence[str],
    source_crs: str,
    target_crs: str,
    layer: str,
) -> Places:
    """Take the points of a layer.

    Coordinates that are in the plane already are kept bit for bit.

    Args:
        geometries: as they were read; a multipoint of one point counts as a point.
        numbers: of the rows, "" for none.
        names: ids of the features, for messages.
        source_crs, target_crs: any text that PROJ understands.
        layer: its title.

    Raises:
        InputError: a number stands at several rows, or places have none in the target CRS.
    """
    _check_doubles(numbers, layer)
    warnings = []
    rows = []
    for at, geometry in enumerate(geometries):
        if not numbers[at]:
            warnings.append(
                Problem(
                    msg("Feature {feature} was left out, it has no number.", feature=names[at]),
                    layer,
                )
            )
        elif (
            geometry is None
            or geometry.geom_type not in ("Point", "MultiPoint")
            or shapely.get_num_coordinates(geometry) != 1
            or not np.isfinite(shapely.get_coordinates(geometry)).all()
        ):
            warnings.append(
                Problem(
                    msg("{number} was left out, it is not at one place.", number=numbers[at]), layer
                )
            )
        else:
            rows.append(at)
    points = shapely.get_coordinates(as_shapes([geometries[at] for at in rows])).reshape(-1, 2)
    source, target = spatial_reference(source_crs), spatial_reference(target_crs)
    if not source.IsSame(target, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        try:
            points = transform(points, source, target)
        except InputError as error:
            raise InputError(
                [Problem(problem.what, layer, problem.remedy) for problem in error.problems]
            ) from error
    return Places(tuple(rows), points, tuple(warnings))


def _check_doubles(numbers: Sequence[str], layer: str) -> None:
    seen: set[str] = set()
    doubled: dict[str, None] = {}
    for number in numbers:
        if number and number in seen:
            doubled[number] = None
        seen.add(number)
    if doubled:
        raise InputError(
            Problem(
                msg(
                    "Numbers stand at more than one feature: {numbers}.",
                    numbers=", ".join(list(doubled)[:_NAMED]),
                ),
                layer,
                msg("A number is given once; change or delete the others."),
            )
        )
