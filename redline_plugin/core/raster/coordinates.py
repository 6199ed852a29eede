"""A grid whose coordinates cannot be those of its CRS: metres called degrees, or degrees metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redline_plugin.core.errors import Problem
from redline_plugin.core.text import Message, msg

if TYPE_CHECKING:
    from redline_plugin.core.raster.grid import Grid

MOST_LONGITUDE, MOST_LATITUDE = 360.0, 90.0
"""Longitudes run to 180, or to 360 in grids that begin at Greenwich."""

LEAST_PIXEL_M = 1.0
"""In a projected CRS, pixels smaller than this within what could be degrees are degrees."""


def coordinate_problems(grid: Grid, where: str | Message) -> list[Problem]:
    """Return a problem where the extent shows that the CRS is not the one of the coordinates.

    Args:
        grid: with a CRS and a geotransform.
        where: what messages call its raster.
    """
    west, south, east, north = grid.bounds
    across, down = grid.pixel_size
    reference = grid.spatial_reference
    extent = ", ".join(f"{value:.7g}" for value in grid.bounds)
    if reference.IsGeographic():
        # Centres of pixels may stand on the pole and the meridian, so edges lie beyond.
        if (
            max(-west, east) <= MOST_LONGITUDE + across
            and max(-south, north) <= MOST_LATITUDE + down
        ):
            return []
        return [
            Problem(
                msg(
                    "Its CRS is {crs}, in degrees, but its coordinates are no degrees: {extent} (west, "
                    "south, east, north).",
                    crs=reference.GetName(),
                    extent=extent,
                ),
                where,
                msg(
                    "Most likely they are metres of a projected CRS. Assign the CRS that the data "
                    "really have (not: reproject)."
                ),
            )
        ]
    if not reference.IsProjected():
        return []
    degrees = max(-west, east) <= 180.0 and max(-south, north) <= MOST_LATITUDE
    if not degrees or max(across, down) * reference.GetLinearUnits() >= LEAST_PIXEL_M:
        return []
    return [
        Problem(
            msg(
                "Its CRS is {crs}, in metres, but its coordinates look like degrees: {extent} (west, "
                "south, east, north), with pixels of {size:.3g}.",
                crs=reference.GetName(),
                extent=extent,
                size=across,
            ),
            where,
            msg(
                "Assign the CRS that the data really have, most likely a geographic one such as "
                "EPSG:4490 (not: reproject)."
            ),
        )
    ]
