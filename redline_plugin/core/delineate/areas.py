"""Polygons from the user's layers: brought to the grid's CRS, repaired, the unusable listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.delineate.inputs import County, DisputedLand, NaturalUnit, ProtectedArea
from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import osr
from redline_plugin.core.geodesy.transform import spatial_reference, transform
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.text import Message, msg

Feature = TypeVar("Feature", ProtectedArea, County, DisputedLand, NaturalUnit)

_POLYGONAL = ("Polygon", "MultiPolygon")
_LINEAR = ("LineString", "MultiLineString", "LinearRing")


@dataclass(frozen=True)
class Usable(Generic[Feature]):
    """Features that can be used, each with its valid polygons in the grid's CRS, and warnings."""

    features: tuple[Feature, ...]
    polygons: tuple[Shapes, ...]
    warnings: tuple[Problem, ...]

    @property
    def parts(self) -> Shapes:
        """All polygons."""
        return np.concatenate([as_shapes([]), *self.polygons])

    @property
    def owners(self) -> NDArray[np.intp]:
        """The index of the feature of each of :attr:`parts`."""
        return np.repeat(np.arange(len(self.features)), [len(p) for p in self.polygons])


def usable(features: Sequence[Feature], crs: str, grid: Grid, layer: Message) -> Usable[Feature]:
    """Bring features to the grid's CRS and repair them; ``layer`` says in messages what they are.

    One bad feature is listed and left out, it does not end the run.

    Args:
        features: any order.
        crs: of their coordinates; "" when they are in the grid's.
        grid: where they are to lie.
        layer: "protected areas", "counties".

    Raises:
        InputError: the CRS is unknown, or none of the features can be used.
    """
    bring = _to_grid(crs, grid)
    unit = grid.spatial_reference.GetLinearUnits()
    kept: list[Feature] = []
    polygons: list[Shapes] = []
    warnings: list[Problem] = []
    for position, feature in enumerate(features, start=1):
        where = _where(feature, position)
        width = feature.width_m / unit if isinstance(feature, DisputedLand) else None
        found = _polygons(feature.geometry, bring, width)
        if found.warning is not None:
            warnings.append(
                Problem(msg("In {layer}: {what}", layer=layer, what=found.warning), where)
            )
        if len(found.polygons):
            kept.append(feature)
            polygons.append(found.polygons)
    if features and not kept:
        raise InputError([Problem(msg("None of the {layer} can be used.", layer=layer)), *warnings])
    return Usable(tuple(kept), tuple(polygons), tuple(warnings))


@dataclass(frozen=True)
class _Found:
    polygons: Shapes
    warning: Message | None = None


def _polygons(geometry: BaseGeometry | None, bring: _Bring, width: float | None) -> _Found:
    nothing = as_shapes([])
    if geometry is None or geometry.is_empty:
        return _Found(nothing, msg("left out, it has no geometry."))
    if geometry.geom_type in _LINEAR and width is not None:
        if width > 0.0:
            return _broad(geometry, bring, width)
        return _Found(nothing, msg("left out, it is a line without a width."))
    if geometry.geom_type not in _POLYGONAL:
        return _Found(
            nothing, msg("left out, it is a {kind}, no polygon.", kind=geometry.geom_type)
        )
    try:
        flat = bring(shapely.force_2d(geometry))
    except InputError:
        return _Found(nothing, msg("left out, its coordinates do not fit its CRS."))
    if flat.is_valid:
        return _Found(polygon_parts([flat]))
    reason = shapely.is_valid_reason(flat)
    repaired = polygon_parts([shapely.make_valid(flat)])
    if len(repaired) == 0:
        return _Found(nothing, msg("left out, its polygon has no area ({reason}).", reason=reason))
    return _Found(
        repaired, msg("its polygon was not valid ({reason}) and was repaired.", reason=reason)
    )


def _broad(geometry: BaseGeometry, bring: _Bring, width: float) -> _Found:
    """Return a line as land of a width, half of it to each side and nothing beyond its ends."""
    try:
        line = bring(shapely.force_2d(geometry))
    except InputError:
        return _Found(as_shapes([]), msg("left out, its coordinates do not fit its CRS."))
    land = polygon_parts([shapely.buffer(line, width / 2.0, cap_style="flat")])
    return _Found(land, None if len(land) else msg("left out, the line has no length."))


class _Bring:
    """Brings a geometry to the grid's CRS, or leaves it exactly as it is when it is there."""

    def __init__(self, source: osr.SpatialReference | None, target: osr.SpatialReference) -> None:
        self._source = source
        self._target = target

    def __call__(self, geometry: BaseGeometry) -> BaseGeometry:
        if not np.isfinite(shapely.get_coordinates(geometry)).all():
            raise InputError(Problem(msg("A polygon has coordinates that are not numbers.")))
        if self._source is None:
            return geometry
        return shapely.transform(
            geometry, lambda points: transform(points, self._source, self._target)
        )


def _to_grid(crs: str, grid: Grid) -> _Bring:
    target = grid.spatial_reference
    source = spatial_reference(crs) if crs else None
    if source is not None and source.IsSame(target, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        source = None
    return _Bring(source, target)


def _where(feature: ProtectedArea | County | DisputedLand | NaturalUnit, position: int) -> str:
    """Name a feature: its name, and its id or, without one, its place in the layer."""
    number = feature.fid or f"#{position}"
    return f"{feature.name} ({number})" if feature.name else number


def outside_warning(parts: Shapes, grid: Grid, layer: Message) -> list[Problem]:
    """Return a warning when none of the polygons meets the grid."""
    if len(parts) == 0 or shapely.intersects(shapely.box(*grid.bounds), parts).any():
        return []
    west, south, east, north = (f"{value:.6g}" for value in shapely.total_bounds(parts))
    return [
        Problem(
            msg(
                "None of the {layer} lies on the rasters; they cover {west}, {south}, {east}, "
                "{north} (west, south, east, north) in the rasters' CRS.",
                layer=layer,
                west=west,
                south=south,
                east=east,
                north=north,
            ),
            remedy=msg("Is their CRS the right one?"),
        )
    ]
