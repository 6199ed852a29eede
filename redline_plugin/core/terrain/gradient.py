"""Slope from the eight neighbours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

HORN = "horn"
ZEVENBERGEN_THORNE = "zevenbergenthorne"


def slope_degrees(
    elevation: NDArray, cell_width: NDArray, cell_height: NDArray, method: str = HORN
) -> NDArray:
    """Return the slope in degrees of all cells but the outermost ring.

    A missing neighbour of a cell is extrapolated from the next two cells in its column or row, as
    ``gdaldem -compute_edges`` does at a raster's edge (the mean, where both are there); failing
    that, through the cell itself from the opposite neighbour; failing that, it is as high as the
    cell. So a plane keeps its slope up to the edge. A cell without any neighbour has no slope.

    Args:
        elevation: m, shape (rows + 2, columns + 2); NaN where there is none.
        cell_width: m, shape (rows + 2, 1).
        cell_height: m, same shape.
        method: ``HORN`` (1981), all eight neighbours weighted, or ``ZEVENBERGEN_THORNE`` (1987),
            the four nearest.

    Returns:
        degrees, shape (rows, columns), NaN where the elevation is.
    """
    width = cell_width[1:-1].astype(elevation.dtype)
    height = cell_height[1:-1].astype(elevation.dtype)
    across = elevation[:, 2:] - elevation[:, :-2]
    along = elevation[2:] - elevation[:-2]
    centre = elevation[1:-1, 1:-1]
    if method == HORN:
        east = (across[:-2] + 2 * across[1:-1] + across[2:]) / (8 * width)
        south = (along[:, :-2] + 2 * along[:, 1:-1] + along[:, 2:]) / (8 * height)
    else:
        east, south = across[1:-1] / (2 * width), along[:, 1:-1] / (2 * height)
    rows, columns = np.nonzero(np.isnan(east + south) & ~np.isnan(centre))
    # The formulas need not ask the cell itself.
    east[np.isnan(centre)] = np.nan
    if rows.size:
        nine = [
            elevation[rows + y, columns + x].astype(np.float64) for y in range(3) for x in range(3)
        ]
        east[rows, columns], south[rows, columns] = _at_edges(
            nine, width[rows, 0], height[rows, 0], method
        )
    return np.degrees(np.arctan(np.hypot(east, south)))


def _at_edges(
    nine: list[NDArray], width: NDArray, height: NDArray, method: str
) -> tuple[NDArray, NDArray]:
    """Return the gradients of single cells from their neighbours, row by row, some missing."""
    north_west, north, north_east, west, centre, east, south_west, south, south_east = nine
    n, s = _opposite(north, south, centre), _opposite(south, north, centre)
    w, e = _opposite(west, east, centre), _opposite(east, west, centre)
    if method == HORN:
        nw = _corner(north_west, (west, south_west), (north, north_east), n + w - centre)
        ne = _corner(north_east, (east, south_east), (north, north_west), n + e - centre)
        sw = _corner(south_west, (west, north_west), (south, south_east), s + w - centre)
        se = _corner(south_east, (east, north_east), (south, south_west), s + e - centre)
        across = ((ne - nw) + 2 * (e - w) + (se - sw)) / (8 * width)
        along = ((sw - nw) + 2 * (s - n) + (se - ne)) / (8 * height)
    else:
        across, along = (e - w) / (2 * width), (s - n) / (2 * height)
    alone = np.logical_and.reduce([np.isnan(nine[k]) for k in range(9) if k != 4])
    across[alone] = np.nan
    return across, along


def _opposite(value: NDArray, other: NDArray, centre: NDArray) -> NDArray:
    mirrored = np.where(np.isnan(other), centre, 2 * centre - other)
    return np.where(np.isnan(value), mirrored, value)


def _corner(
    value: NDArray,
    column: tuple[NDArray, NDArray],
    row: tuple[NDArray, NDArray],
    plane: NDArray,
) -> NDArray:
    by_column, by_row = 2 * column[0] - column[1], 2 * row[0] - row[1]
    by_column, by_row = (
        np.where(np.isnan(by_column), by_row, by_column),
        np.where(np.isnan(by_row), by_column, by_row),
    )
    guess = (by_column + by_row) / 2
    guess = np.where(np.isnan(guess), plane, guess)
    return np.where(np.isnan(value), guess, value)
