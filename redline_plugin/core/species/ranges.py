"""Known core ranges burned onto windows of a grid, by pixel centres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal, ogr, osr
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.species.weights import matching_key
from redline_plugin.core.text import msg


@dataclass(frozen=True)
class CoreRange:
    """A polygon in which a species is known to live.

    Attributes:
        species: its name; "" where the layer names none.
        wkb: the polygon.
    """

    species: str
    wkb: bytes


@dataclass(frozen=True)
class PlacedRanges:
    """Polygons in pixels of the grid: columns to the right, rows down.

    In these, a pixel's centre is the same number whatever window it is looked at in.
    """

    wkb: dict[int, list[bytes]]

    def burner(self) -> Burner:
        """Return one thread's own burner."""
        return Burner(self.wkb)


class Burner:
    """Burns the ranges of species onto windows; belongs to one thread."""

    def __init__(self, ranges: dict[int, list[bytes]]) -> None:
        driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
        self._source = driver.CreateDataSource("ranges")
        self._layers = {}
        for index, polygons in ranges.items():
            layer = self._source.CreateLayer(str(index), None, ogr.wkbUnknown)
            for wkb in polygons:
                feature = ogr.Feature(layer.GetLayerDefn())
                feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
                layer.CreateFeature(feature)
            self._layers[index] = (layer, layer.GetExtent())

    def inside(self, index: int, window: Window) -> NDArray[np.bool_] | None:
        """Return which pixels' centres lie in a range of the species; None for none of them."""
        if index not in self._layers:
            return None
        layer, (west, east, top, bottom) = self._layers[index]
        right, low = window.x + window.width, window.y + window.height
        if west > right or east < window.x or top > low or bottom < window.y:
            return None
        target = gdal.GetDriverByName("MEM").Create(
            "", window.width, window.height, 1, gdal.GDT_Byte
        )
        target.SetGeoTransform((window.x, 1, 0, window.y, 0, 1))
        layer.SetSpatialFilterRect(window.x, window.y, right, low)
        gdal.RasterizeLayer(target, [1], layer, burn_values=[1])
        burned = target.ReadAsArray().astype(bool)
        return burned if burned.any() else None


def place_ranges(
    ranges: Sequence[CoreRange], crs: str, names: Sequence[str], grid: Grid, feedback: Feedback
) -> PlacedRanges:
    """Bring polygons to the grid and to the rasters they belong to; with GDAL's exceptions on.

    Args:
        ranges: the polygons.
        crs: theirs, any text that PROJ understands.
        names: of the rasters, in order.
        grid: of the result.
        feedback: told of polygons that belong to no raster.

    Raises:
        InputError: polygons without a species while there are several, none that fits a raster, or
            a CRS that cannot be brought to the grid's.
    """
    of_name = {matching_key(name): index for index, name in enumerate(names)}
    found: dict[int, list[bytes]] = {}
    strangers: set[str] = set()
    for item in ranges:
        if not item.species:
            if len(names) > 1:
                raise InputError(
                    Problem(
                        msg("A core range does not say which species it belongs to."),
                        remedy=msg("Choose the field that names the species, and fill it."),
                    )
                )
            found.setdefault(0, []).append(item.wkb)
        elif matching_key(item.species) in of_name:
            found.setdefault(of_name[matching_key(item.species)], []).append(item.wkb)
        else:
            strangers.add(item.species)
    if strangers:
        feedback.warn(
            msg(
                "Core ranges of species that have no raster are left out: {names}.",
                names=", ".join(sorted(strangers)),
            )
        )
    if not found:
        raise InputError(
            Problem(
                msg("No core range belongs to one of the rasters."),
                remedy=msg("Names of species must be those of the files, without suffix."),
            )
        )
    return PlacedRanges(
        {index: _in_pixels(polygons, crs, grid) for index, polygons in found.items()}
    )


def _in_pixels(polygons: Sequence[bytes], crs: str, grid: Grid) -> list[bytes]:
    source = osr.SpatialReference()
    try:
        source.SetFromUserInput(crs)
        source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        transformation = osr.CoordinateTransformation(source, grid.spatial_reference)
        same = source.IsSame(grid.spatial_reference, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"])
        found = []
        for wkb in polygons:
            geometry = ogr.CreateGeometryFromWkb(wkb)
            geometry.FlattenTo2D()
            if not same:
                geometry.Transform(transformation)
            _to_pixels(geometry, grid)
            found.append(bytes(geometry.ExportToWkb()))
    except RuntimeError as error:
        raise InputError(
            Problem(
                msg(
                    "The core ranges cannot be brought to the grid's CRS ({reason}).", reason=error
                ),
                remedy=msg("Check the layer's CRS."),
            )
        ) from error
    return found


def _to_pixels(geometry: ogr.Geometry, grid: Grid) -> None:
    x0, dx, _, y0, _, dy = grid.transform
    for number in range(geometry.GetGeometryCount()):
        _to_pixels(geometry.GetGeometryRef(number), grid)
    if geometry.GetGeometryCount() == 0:
        for number in range(geometry.GetPointCount()):
            x, y = geometry.GetPoint_2D(number)
            geometry.SetPoint_2D(number, (x - x0) / dx, (y - y0) / dy)
