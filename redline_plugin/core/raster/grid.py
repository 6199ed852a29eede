"""A raster's grid: CRS, geotransform, size, and the true area of its pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, osr
from redline_plugin.core.geodesy.ellipsoid import (
    radius_of_meridian,
    radius_of_parallel,
    strip_area,
)
from redline_plugin.core.raster.coordinates import coordinate_problems
from redline_plugin.core.text import Message, msg

GeoTransform = tuple[float, float, float, float, float, float]
SAME_GRID_PIXELS = 1e-4
"""Grids whose corners differ by no more than this share of a pixel are one grid."""


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels: column and row of its upper left pixel, width, height."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Grid:
    """North-up grid: ``crs`` as WKT, ``transform`` as GDAL's geotransform, size in pixels."""

    crs: str
    transform: GeoTransform
    width: int
    height: int

    @classmethod
    @gdal_exceptions()
    def of_file(cls, path: str) -> Grid:
        """Read the grid of a raster file.

        Raises:
            InputError: not a raster, no CRS, no geotransform, or a rotated one.
        """
        try:
            dataset = gdal.OpenEx(path, gdal.OF_RASTER)
        except RuntimeError as error:
            raise InputError(
                Problem(msg("Cannot be read as a raster ({reason}).", reason=error), path)
            ) from error
        grid = cls.of_dataset(dataset)
        problems = grid.problems(path)
        if problems:
            raise InputError(problems)
        return grid

    @classmethod
    def of_dataset(cls, dataset: gdal.Dataset) -> Grid:
        """Take the grid of an open dataset as it is, unchecked."""
        transform = dataset.GetGeoTransform(can_return_null=True)
        return cls(
            dataset.GetProjection() or "",
            tuple(transform) if transform else (0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
            dataset.RasterXSize,
            dataset.RasterYSize,
        )

    def problems(self, where: str | Message) -> list[Problem]:
        """Return what makes this grid unusable: no place, rotation, no CRS."""
        found = []
        _, dx, rot_x, _, rot_y, dy = self.transform
        if dx == 0.0 or dy == 0.0:
            found.append(
                Problem(
                    msg("The raster has no georeference (no geotransform)."),
                    where,
                    msg("Georeference it, or find its world file."),
                )
            )
        elif rot_x != 0.0 or rot_y != 0.0 or dx < 0.0 or dy > 0.0:
            found.append(
                Problem(
                    msg("The raster is rotated or stored south-up."),
                    where,
                    msg("Warp it to a north-up grid first."),
                )
            )
        if not self.crs:
            found.append(
                Problem(
                    msg("The raster has no coordinate reference system."),
                    where,
                    msg("Assign its CRS, then try again."),
                )
            )
        return found or coordinate_problems(self, where)

    @property
    def spatial_reference(self) -> osr.SpatialReference:
        """The CRS, with x before y whatever the authority's axis order says."""
        reference = osr.SpatialReference()
        reference.SetFromUserInput(self.crs)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        return reference

    @property
    def is_geographic(self) -> bool:
        """Whether coordinates are degrees."""
        return bool(self.spatial_reference.IsGeographic())

    @property
    def pixel_size(self) -> tuple[float, float]:
        """Width and height of a pixel in CRS units, both positive."""
        return abs(self.transform[1]), abs(self.transform[5])

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in CRS units."""
        x0, dx, _, y0, _, dy = self.transform
        return x0, y0 + dy * self.height, x0 + dx * self.width, y0

    def same_crs(self, other: Grid) -> bool:
        """Whether both are in one CRS, whatever their WKT looks like."""
        if self.crs == other.crs:
            return True
        if not self.crs or not other.crs:
            return False
        return bool(
            self.spatial_reference.IsSame(
                other.spatial_reference, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]
            )
        )

    def offset_to(self, other: Grid) -> tuple[int, int] | None:
        """Return where ``other``'s first pixel lies in this grid, in whole pixels.

        None when the pixels of the two do not coincide within :data:`SAME_GRID_PIXELS` over the
        whole extent of ``other``, or the CRS differ.
        """
        if not self.same_crs(other):
            return None
        x0, dx, _, y0, _, dy = self.transform
        ox, odx, _, oy, _, ody = other.transform
        column, row = (ox - x0) / dx, (oy - y0) / dy
        errors = (
            column - round(column),
            row - round(row),
            (column + other.width * odx / dx) - round(column) - other.width,
            (row + other.height * ody / dy) - round(row) - other.height,
        )
        if max(abs(error) for error in errors) > SAME_GRID_PIXELS:
            return None
        return round(column), round(row)

    def same_as(self, other: Grid) -> bool:
        """Whether pixels, size and CRS are the same but for rounding."""
        return (
            self.width == other.width
            and self.height == other.height
            and self.offset_to(other) == (0, 0)
        )

    def row_areas(self, start: int = 0, stop: int | None = None) -> NDArray[np.float64]:
        """Return the area in m2 of one pixel in each of the rows ``start`` to ``stop``.

        In a projected CRS it is the plane area, constant. In a geographic one it is the area on the
        CGCS2000 ellipsoid, per row.
        """
        stop = self.height if stop is None else stop
        width, height = self.pixel_size
        reference = self.spatial_reference
        if not reference.IsGeographic():
            return np.full(stop - start, width * height * reference.GetLinearUnits() ** 2)
        unit = reference.GetAngularUnits()
        edges = (self.transform[3] + self.transform[5] * np.arange(start, stop + 1)) * unit
        edges = np.clip(edges, -np.pi / 2, np.pi / 2)
        return strip_area(width * unit, edges[1:], edges[:-1])

    def cell_sizes(self, start: int, stop: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return width and height in m of a pixel in each of the rows ``start`` to ``stop``.

        In a projected CRS both are constant. In a geographic one they are arcs on the CGCS2000
        ellipsoid at the row's middle. Rows may lie outside the grid.
        """
        width, height = self.pixel_size
        reference = self.spatial_reference
        rows = stop - start
        if not reference.IsGeographic():
            unit = reference.GetLinearUnits()
            return np.full(rows, width * unit), np.full(rows, height * unit)
        unit = reference.GetAngularUnits()
        middles = self.transform[3] + self.transform[5] * (np.arange(start, stop) + 0.5)
        latitudes = np.clip(middles * unit, -np.pi / 2, np.pi / 2)
        return radius_of_parallel(latitudes) * width * unit, radius_of_meridian(
            latitudes
        ) * height * unit

    @property
    def constant_pixel_area(self) -> bool:
        """Whether all pixels have one area."""
        return not self.is_geographic


def windows_of(grid: Grid, width: int, height: int) -> list[Window]:
    """Cut the grid into windows of at most ``width`` x ``height``, row by row from the north."""
    return [
        Window(x, y, min(width, grid.width - x), min(height, grid.height - y))
        for y in range(0, grid.height, height)
        for x in range(0, grid.width, width)
    ]
