"""Bring blocks into the CRS of the package and onto its grid of coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.geodesy.belts import (
    Belt,
    CrsKind,
    belt_of_extent,
    crs_kind,
    outside_belt,
    prefix_mismatch,
)
from redline_plugin.core.geodesy.transform import (
    CGCS2000,
    spatial_reference,
    to_longitude_latitude,
    transform,
)
from redline_plugin.core.package.blocks import Block
from redline_plugin.core.package.options import AUTO, GEOGRAPHIC
from redline_plugin.core.standard.profile import CrsRules
from redline_plugin.core.text import Message, msg

# A straight edge of one CRS is bent in another: by less than 2 cm over a kilometre at 50 degrees.
LONGEST_EDGE_METRES = 1000.0
LONGEST_EDGE_DEGREES = 0.01
_POLYGON, _MULTIPOLYGON = 3, 6


@dataclass(frozen=True)
class TargetCrs:
    """The CRS of the package: EPSG code, its kind, decimals of its coordinates."""

    epsg: int
    kind: CrsKind
    decimals: int

    @property
    def text(self) -> str:
        """The CRS as PROJ takes it."""
        return f"EPSG:{self.epsg}"


@dataclass(frozen=True)
class Placed:
    """Blocks in the CRS of the package, same order, and what there is to say about it."""

    polygons: list[Polygon]
    crs: TargetCrs
    warnings: list[Message]


def place(blocks: Sequence[Block], crs: str, belt: str, rules: CrsRules) -> Placed:
    """Transform, round and orient the blocks' polygons.

    Raises:
        InputError: bad geometries, a CRS that cannot be used; all problems at once.
    """
    source = _single_polygons(blocks)
    target = _target(source, crs, belt, rules)
    warnings: list[Message] = []
    moved = _moved(source, crs, target, warnings)
    rounded = _rounded(moved, target.decimals, blocks, warnings)
    # Exterior rings run counterclockwise, as GeoPackage wants (the Shapefile driver turns them), and
    # begin at a fixed vertex: bytes do not depend on where an earlier step began.
    polygons = [orient(shapely.normalize(polygon), 1.0) for polygon in rounded]
    warnings += _belt_warnings(polygons, target)
    return Placed(polygons, target, warnings)


def _name(block: Block) -> str:
    return f"block {block.block}"


def _single_polygons(blocks: Sequence[Block]) -> list[Polygon]:
    """Return one valid polygon per block, without heights."""
    problems: list[Problem] = []
    polygons: list[Polygon] = []
    for block in blocks:
        shape = block.geometry
        what = _wrong_with(shape)
        if what is not None:
            remedy = msg(
                "Repair the block (Fix geometries, Multipart to singleparts) and run again."
            )
            problems.append(Problem(what, _name(block), remedy))
        elif shape is not None:
            part = shapely.get_parts(shape)[0]
            polygons.append(shapely.force_2d(part))
    if problems:
        raise InputError(problems)
    return polygons


def _wrong_with(shape: BaseGeometry | None) -> Message | None:
    if shape is None or shape.is_empty:
        return msg("The block has no geometry.")
    if shapely.get_type_id(shape) not in {_POLYGON, _MULTIPOLYGON}:
        return msg("The block is no polygon but a {type}.", type=shape.geom_type)
    count = len(shapely.get_parts(shape))
    if count > 1:
        return msg("The block has {count} parts; one block is one connected polygon.", count=count)
    if not shape.is_valid:
        return msg(
            "The block's geometry is not valid ({reason}).", reason=shapely.is_valid_reason(shape)
        )
    return None


def _target(polygons: Sequence[Polygon], crs: str, belt: str, rules: CrsRules) -> TargetCrs:
    """Return the CRS that the user's choice and the data lead to."""
    choice = belt.strip()
    if choice.lower() == GEOGRAPHIC:
        return TargetCrs(CGCS2000, crs_kind(f"EPSG:{CGCS2000}"), rules.degree_decimals)
    if choice.lower() == AUTO:
        chosen = _belt_of_data(polygons, crs)
        return TargetCrs(chosen.epsg, crs_kind(f"EPSG:{chosen.epsg}"), rules.metre_decimals)
    code = choice.upper().replace("EPSG:", "")
    kind = crs_kind(f"EPSG:{code}") if code.isdigit() else None
    if kind is not None and kind.cgcs2000 and kind.geographic:
        return TargetCrs(int(code), kind, rules.degree_decimals)
    if kind is None or kind.belt is None or kind.belt.width not in rules.belt_widths:
        raise InputError(
            Problem(
                msg("{crs} is no Gauss-Kruger belt of CGCS2000.", crs=belt),
                remedy=msg(
                    "Use auto, geographic, or a code from EPSG:4491 to EPSG:4554 of such a belt."
                ),
            )
        )
    return TargetCrs(int(code), kind, rules.metre_decimals)


def _belt_of_data(polygons: Sequence[Polygon], crs: str) -> Belt:
    """Return the 3-degree belt of the data: the one they are in already, else by longitude."""
    west, _south, east, _north = longitude_latitude_bounds(polygons, crs)
    own = crs_kind(crs).belt
    if own is not None and own.width == 3 and outside_belt(own, west, east) is None:
        return own
    return belt_of_extent(west, east)


def longitude_latitude_bounds(
    polygons: Sequence[Polygon], crs: str
) -> tuple[float, float, float, float]:
    """Return west, south, east, north in degrees of all vertices together."""
    lon_lat = to_longitude_latitude(shapely.get_coordinates(polygons), crs)
    west, south = lon_lat.min(axis=0)
    east, north = lon_lat.max(axis=0)
    return float(west), float(south), float(east), float(north)


def _moved(
    polygons: Sequence[Polygon], crs: str, target: TargetCrs, warnings: list[Message]
) -> list[Polygon]:
    source = spatial_reference(crs)
    goal = spatial_reference(target.text)
    kind = crs_kind(crs)
    # Names and axis order do not move coordinates; datum and projection parameters do.
    if kind.cgcs2000 and (source.IsSame(goal) or _same_belt(kind, target.kind)):
        return list(polygons)
    longest = LONGEST_EDGE_DEGREES if source.IsGeographic() else LONGEST_EDGE_METRES
    cut = shapely.segmentize(np.array(polygons, dtype=object), longest)
    if kind.cgcs2000:
        warnings.append(
            msg(
                "Blocks were transformed from {source} to {target}.",
                source=kind.name,
                target=target.kind.name,
            )
        )
    else:
        warnings.append(
            msg(
                "The data are not on CGCS2000 but on {source}; they were transformed to {target} by"
                " PROJ. Check that the accuracy of this is enough.",
                source=kind.name,
                target=target.kind.name,
            )
        )
    return list(shapely.transform(cut, lambda points: transform(points, source, goal)))


def _same_belt(one: CrsKind, other: CrsKind) -> bool:
    return one.belt is not None and one.belt == other.belt


def _rounded(
    polygons: Sequence[Polygon], decimals: int, blocks: Sequence[Block], warnings: list[Message]
) -> list[Polygon]:
    """Round coordinates, each vertex by itself so that shared borders stay shared.

    A polygon that becomes invalid by this (parts nearer to each other than the last decimal) is
    noded again on the same grid.
    """
    result: list[Polygon] = []
    problems: list[Problem] = []
    grid = 10.0**-decimals
    for block, polygon in zip(blocks, polygons):
        rounded = shapely.transform(polygon, lambda points: _round(points, decimals))
        rounded = _without_repeated(rounded)
        if not rounded.is_valid or rounded.is_empty:
            noded = shapely.set_precision(polygon, grid, mode="valid_output")
            parts = [part for part in shapely.get_parts(noded) if not part.is_empty]
            if len(parts) != 1 or not parts[0].is_valid:
                problems.append(
                    Problem(
                        msg(
                            "The block falls apart when its coordinates are rounded to {decimals}"
                            " decimals.",
                            decimals=decimals,
                        ),
                        _name(block),
                        msg("It has a neck or a spike thinner than that; repair it."),
                    )
                )
                continue
            rounded = shapely.transform(parts[0], lambda points: _round(points, decimals))
            warnings.append(
                msg(
                    "Block {block} was noded again after rounding its coordinates.",
                    block=block.block,
                )
            )
        result.append(rounded)
    if problems:
        raise InputError(problems)
    return result


def _without_repeated(polygon: Polygon) -> Polygon:
    """Take out vertices that rounding laid upon each other."""
    return shapely.remove_repeated_points(polygon, 0.0)


def _round(points: NDArray[np.float64], decimals: int) -> NDArray[np.float64]:
    # Adding zero turns -0.0 into 0.0, so that bytes do not depend on the sign of nothing.
    return np.round(points, decimals) + 0.0


def _belt_warnings(polygons: Sequence[Polygon], target: TargetCrs) -> list[Message]:
    belt = target.kind.belt
    if belt is None:
        return []
    west, _south, east, _north = longitude_latitude_bounds(polygons, target.text)
    eastings = shapely.get_coordinates(polygons)[:, 0]
    found = (
        outside_belt(belt, west, east),
        prefix_mismatch(belt, np.unique(eastings // 1e6) * 1e6),
    )
    return [message for message in found if message is not None]
