"""Map sheets of the national series and their numbers, GB/T 13989-2012.

A sheet of 1:1 000 000 is 6 degrees wide and 4 high: a letter for its row, A from the equator on, and
two digits for its column, 31 from Greenwich on. Each smaller sheet is a cell of it; its number is
that of the millionth, the letter of the scale, its row counted from the north and its column counted
from the west, as in H50G001001.

Where the facts come from. The form of the number: the fact sheet, submission 1.3 (memory, high). The
scope, 1:1 000 000 to 1:500, and the merged sheets north of 60 degrees: public notes on the standard
and on its 1992 edition. Letters and rows per millionth to 1:5 000: the text of the 1992 edition, as
quoted there. The rows of 1:2 000 (576), 1:1 000 (1152) and 1:500 (2304), and that the last two have
four digits: two published implementations that cite the standard; its own text could not be read.
The same standard lets scales from 1:2 000 on have square sheets numbered by coordinates, which are not
these.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.text import msg

Ints = NDArray[np.int64]

WIDTH, HEIGHT = 6, 4
"""Degrees of a sheet of 1:1 000 000."""

NORTHERNMOST, EASTERNMOST = 60, 180
"""Degrees. Beyond 60, sheets are merged."""

_FIRST_COLUMN = 31
_ALMOST = 1e-9
_MOST = 100_000


@dataclass(frozen=True)
class Series:
    """The sheets of one scale: its letter, rows (and columns) per millionth, digits of each."""

    scale: int
    letter: str
    parts: int
    digits: int


SERIES = {
    series.scale: series
    for series in (
        Series(1_000_000, "", 1, 0),
        Series(500_000, "B", 2, 3),
        Series(250_000, "C", 4, 3),
        Series(100_000, "D", 12, 3),
        Series(50_000, "E", 24, 3),
        Series(25_000, "F", 48, 3),
        Series(10_000, "G", 96, 3),
        Series(5_000, "H", 192, 3),
        Series(2_000, "I", 576, 3),
        Series(1_000, "J", 1152, 4),
        Series(500, "K", 2304, 4),
    )
}
_BY_LETTER = {series.letter: series for series in SERIES.values()}


@dataclass(frozen=True, order=True)
class Sheet:
    """One sheet: its scale, and its row from the equator and column from Greenwich, from 0."""

    scale: int
    row: int
    column: int

    @property
    def number(self) -> str:
        """Its number, like H50G001001."""
        series = SERIES[self.scale]
        row, column = self.row % series.parts, self.column % series.parts
        letter = chr(ord("A") + self.row // series.parts)
        million = f"{letter}{self.column // series.parts + _FIRST_COLUMN:02d}"
        if not series.letter:
            return million
        digits = series.digits
        return f"{million}{series.letter}{series.parts - row:0{digits}d}{column + 1:0{digits}d}"

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north in degrees, each the number nearest to the exact one."""
        parts = SERIES[self.scale].parts
        return (
            self.column * WIDTH / parts,
            self.row * HEIGHT / parts,
            (self.column + 1) * WIDTH / parts,
            (self.row + 1) * HEIGHT / parts,
        )

    def beside(self, north: int, east: int) -> Sheet | None:
        """Return the sheet so many rows north and columns east; None when there is none."""
        parts = SERIES[self.scale].parts
        row, column = self.row + north, self.column + east
        inside = 0 <= row < NORTHERNMOST // HEIGHT * parts
        if inside and 0 <= column < EASTERNMOST // WIDTH * parts:
            return Sheet(self.scale, row, column)
        return None


DIRECTIONS = {
    "nw": (1, -1),
    "n": (1, 0),
    "ne": (1, 1),
    "w": (0, -1),
    "e": (0, 1),
    "sw": (-1, -1),
    "s": (-1, 0),
    "se": (-1, 1),
}
"""The eight neighbours, as rows north and columns east."""


def series_of(scale: int) -> Series:
    """Return the series of a scale (the number below the line).

    Raises:
        InputError: there is none.
    """
    if scale not in SERIES:
        raise InputError(
            Problem(
                msg("There are no national map sheets of 1:{scale}.", scale=scale),
                remedy=msg(
                    "Choose one of {known}.", known=", ".join(f"1:{known}" for known in SERIES)
                ),
            )
        )
    return SERIES[scale]


def cells(longitude: ArrayLike, latitude: ArrayLike, scale: int) -> tuple[Ints, Ints]:
    """Return row and column (n,) of the sheets that places lie on; an edge is of the north-eastern one.

    Args:
        longitude, latitude: (n,) degrees east and north, 0 to 180 and 0 to 60.
        scale: of the sheets.

    Raises:
        InputError: there is no such scale, or a place lies outside.
    """
    parts = series_of(scale).parts
    east = np.atleast_1d(np.asarray(longitude, dtype=np.float64))
    north = np.atleast_1d(np.asarray(latitude, dtype=np.float64))
    _check((east >= 0) & (east < EASTERNMOST) & (north >= 0) & (north < NORTHERNMOST))
    # An edge is seldom exact in binary: what is this near to one is on it.
    row = np.floor(north * parts / HEIGHT + _ALMOST).astype(np.int64)
    column = np.floor(east * parts / WIDTH + _ALMOST).astype(np.int64)
    return (
        np.minimum(row, NORTHERNMOST // HEIGHT * parts - 1),
        np.minimum(column, EASTERNMOST // WIDTH * parts - 1),
    )


def _check(inside: NDArray[np.bool_]) -> None:
    if not inside.all():
        raise InputError(
            Problem(
                msg(
                    "Sheets are numbered here between the equator and 60 degrees north, and from 0"
                    " to 180 degrees east."
                ),
                remedy=msg("Check the CRS of the layer."),
            )
        )


def sheet_of(longitude: float, latitude: float, scale: int) -> Sheet:
    """Return the sheet that a place (degrees) lies on; an edge belongs to the north-eastern one.

    Raises:
        InputError: as :func:`cells`.
    """
    row, column = cells(longitude, latitude, scale)
    return Sheet(scale, int(row[0]), int(column[0]))


def sheet_from(number: str) -> Sheet:
    """Return the sheet of a number.

    Raises:
        InputError: it is not the number of a sheet.
    """
    text = number.strip().upper()
    match = re.fullmatch(r"([A-V])(\d\d)(?:([B-K])(\d{3,4})(\d{3,4}))?", text)
    if match:
        series = _BY_LETTER[match[3] or ""]
        row = ord(match[1]) - ord("A")
        column = int(match[2]) - _FIRST_COLUMN
        inner = (int(match[4]), int(match[5])) if match[3] else (1, 1)
        sheet = Sheet(
            series.scale,
            row * series.parts + series.parts - inner[0],
            column * series.parts + inner[1] - 1,
        )
        # What comes out as another text has too many digits, or a row that is not there.
        if sheet.beside(0, 0) and sheet.number == text:
            return sheet
    raise InputError(
        Problem(
            msg("“{number}” is not the number of a map sheet.", number=number),
            remedy=msg("Numbers are like H50G001001 (GB/T 13989-2012)."),
        )
    )


def bounds_of(number: str) -> tuple[float, float, float, float]:
    """Return west, south, east and north (degrees) of the sheet of a number.

    Raises:
        InputError: it is not the number of a sheet.
    """
    return sheet_from(number).bounds


def neighbours(sheet: Sheet) -> dict[str, str]:
    """Return the numbers of the eight sheets around, by DIRECTIONS; "" where there is none."""
    found = {name: sheet.beside(*step) for name, step in DIRECTIONS.items()}
    return {name: other.number if other else "" for name, other in found.items()}


def sheets_of_extent(
    west: float, south: float, east: float, north: float, scale: int
) -> list[Sheet]:
    """Return the sheets that an extent (degrees) covers a part of, from the north-west on, row by row.

    One that it only touches is not among them, unless the extent is a line or a point.

    Raises:
        InputError: as :func:`cells`, or there are more than a hundred thousand.
    """
    first = sheet_of(west, south, scale)
    _check(np.array([west <= east <= EASTERNMOST, south <= north <= NORTHERNMOST]))
    bottom, left = first.row, first.column
    parts = series_of(scale).parts
    top = max(bottom, math.ceil(north * parts / HEIGHT - _ALMOST) - 1)
    right = max(left, math.ceil(east * parts / WIDTH - _ALMOST) - 1)
    count = (top - bottom + 1) * (right - left + 1)
    if count > _MOST:
        raise InputError(
            Problem(
                msg("{count} map sheets of 1:{scale} are too many.", count=count, scale=scale),
                remedy=msg("Choose a smaller scale, or a smaller area."),
            )
        )
    return [
        Sheet(scale, row, column)
        for row in range(top, bottom - 1, -1)
        for column in range(left, right + 1)
    ]
