"""Where stations are: the station table, or coordinates beside the daily values."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.stations.columns import Finder
from redline_plugin.core.stations.findings import Findings
from redline_plugin.core.stations.textfile import AUTO, open_text
from redline_plugin.core.stations.variables import ELEVATION, LATITUDE, LONGITUDE, NAME, STATION
from redline_plugin.core.text import Message, msg

LEAST_ELEVATION = -500.0
MOST_ELEVATION = 9000.0
_ESTIMATED = 100_000.0
_MOST_MOVE = 0.1


@dataclass(frozen=True)
class PlaceFormat:
    """How coordinates are written.

    Attributes:
        degrees_minutes: 11628 is 116°28′ rather than decimal degrees.
        elevation_tenths: elevations are in 0.1 m; with 100000 added, they are estimates (codes of
            the China Meteorological Administration; general knowledge, likely).
    """

    degrees_minutes: bool = False
    elevation_tenths: bool = False


@dataclass(frozen=True)
class Station:
    """One station: longitude and latitude in degrees, elevation in m or NaN.

    Two stations without an elevation can be equal, unlike two NaN.
    """

    id: str
    longitude: float
    latitude: float
    elevation: float = math.nan
    name: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Station) and self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(self._compared())

    def _compared(self) -> tuple[object, ...]:
        height = None if math.isnan(self.elevation) else self.elevation
        return self.id, self.longitude, self.latitude, height, self.name


def station_id(text: str) -> str:
    """Return a station's id without spaces, and without the ``.0`` that spreadsheets add."""
    plain = text.strip()
    head, dot, tail = plain.partition(".")
    return head if dot and head.isdigit() and not tail.strip("0") else plain


def angle(text: str, how: PlaceFormat) -> float:
    """Return a coordinate in degrees, NaN when it is no number."""
    try:
        number = float(text)
    except ValueError:
        return math.nan
    if not how.degrees_minutes:
        return number
    whole, minutes = divmod(abs(number), 100.0)
    return math.copysign(whole + minutes / 60.0, number) if minutes < 60 else math.nan


def elevation(text: str, how: PlaceFormat) -> float:
    """Return an elevation in m, NaN when it is missing, infinite when it cannot be."""
    if not text.strip():
        return math.nan
    try:
        number = float(text)
    except ValueError:
        return math.inf
    if how.elevation_tenths:
        number = (number - _ESTIMATED if number > _ESTIMATED else number) / 10.0
    return number if LEAST_ELEVATION <= number <= MOST_ELEVATION else math.inf


def place_problems(
    texts: tuple[str, str, str], values: tuple[float, float, float], where: str
) -> list[Problem]:
    """Return what is wrong with longitude, latitude and elevation."""
    found = []
    for text, value, limit, what in (
        (texts[0], values[0], 180.0, msg("longitude")),
        (texts[1], values[1], 90.0, msg("latitude")),
    ):
        if not abs(value) <= limit:
            found.append(
                Problem(
                    msg(
                        "“{value}” is not a {what} from -{limit:g} to {limit:g} degrees.",
                        value=text.strip(),
                        what=what,
                        limit=limit,
                    ),
                    where,
                    _angle_remedy(text),
                )
            )
    longitude, latitude = values[:2]
    if longitude == 0 and latitude == 0:
        found.append(
            Problem(
                msg("Longitude and latitude are both 0, a place in the sea off Africa."),
                where,
                msg("It mostly stands for a place that is not known. Write the true one."),
            )
        )
    elif looks_exchanged(longitude, latitude) and latitude <= 90:
        found.append(
            Problem(
                msg(
                    "Longitude {longitude:g} and latitude {latitude:g} lie in the Arctic; exchanged, "
                    "they lie in China.",
                    longitude=longitude,
                    latitude=latitude,
                ),
                where,
                msg("Are longitude and latitude in each other's column?"),
            )
        )
    if math.isinf(values[2]):
        found.append(
            Problem(
                msg(
                    "“{value}” is not an elevation from {low:g} to {high:g} m.",
                    value=texts[2].strip(),
                    low=LEAST_ELEVATION,
                    high=MOST_ELEVATION,
                ),
                where,
                msg("Check its unit, or leave the cell empty."),
            )
        )
    return found


def looks_exchanged(longitude: float, latitude: float) -> bool:
    """Return whether longitude and latitude, each taken for the other, would lie in China."""
    return 3 <= longitude <= 54 and 73 <= latitude <= 136


def _angle_remedy(text: str) -> Message:
    try:
        number = abs(float(text))
    except ValueError:
        return msg("Write decimal degrees, for example 116.47.")
    if number > 360:
        return msg(
            "It looks like degrees and minutes, such as 11628 for 116°28′; say so in the parameter "
            "for coordinates, or write decimal degrees."
        )
    return msg("Are longitude and latitude in each other's column?")


def read_table(
    path: Path,
    chosen: Mapping[str, str],
    how: PlaceFormat,
    lenient: bool,
    feedback: Feedback,
    encoding: str = AUTO,
) -> dict[str, Station]:
    """Read the station table.

    Args:
        path: a CSV file with station, longitude, latitude, and elevation and name if known.
        chosen: column names by role, where the user gives them.
        how: how coordinates are written.
        lenient: leave out what has problems, rather than stop.
        feedback: takes warnings.
        encoding: see :func:`~redline_plugin.core.stations.textfile.open_text`.

    Raises:
        InputError: all that is wrong with it.
    """
    file = open_text(path, encoding)
    finder = Finder(file, chosen)
    needed = [finder.need(role) for role in (STATION, LONGITUDE, LATITUDE)]
    optional = [finder.find(role) for role in (ELEVATION, NAME)]
    if finder.problems:
        raise InputError(finder.problems)
    found: dict[str, Station] = {}
    lines: dict[str, int] = {}
    findings = Findings(lenient)
    for chunk, _ in file.chunks():
        for number, row in enumerate(chunk.rows, start=chunk.first_line):
            if not any(cell.strip() for cell in row):
                continue
            cells = [*row, *[""] * (len(file.header) - len(row))]
            code, x, y = (cells[place] for place in needed)
            z, label = ("" if place is None else cells[place] for place in optional)
            values = (angle(x, how), angle(y, how), elevation(z, how))
            station = Station(station_id(code), *values, label.strip())
            problems = place_problems((x, y, z), values, file.where(number))
            too_long = file.too_long(row, number)
            if too_long is not None:
                problems = [too_long]
            if not station.id:
                problems.append(_no_id(file.where(number)))
            elif found.get(station.id, station) != station:
                problems.append(_twice(station.id, lines[station.id], file.where(number)))
            for problem in problems:
                findings.add(problem)
            if not problems:
                found[station.id] = station
                lines[station.id] = number
    findings.close(feedback)
    return found


def _no_id(where: str) -> Problem:
    return Problem(
        msg("The row has no station."), where, msg("Fill the cell in, or delete the row.")
    )


def _twice(station: str, first: int, where: str) -> Problem:
    return Problem(
        msg(
            "Station {station} is there twice with different places; first in line {line}.",
            station=station,
            line=first,
        ),
        where,
        msg("Keep one of them."),
    )


@dataclass
class Place:
    """What the daily rows say of one station's place; stations may have moved a little."""

    west: float = math.inf
    east: float = -math.inf
    south: float = math.inf
    north: float = -math.inf
    low: float = math.inf
    high: float = -math.inf
    names: set[str] = field(default_factory=set)

    def add(self, longitude: float, latitude: float, height: float, name: str) -> None:
        """Take one row's place; ``height`` may be NaN."""
        self.west, self.east = min(self.west, longitude), max(self.east, longitude)
        self.south, self.north = min(self.south, latitude), max(self.north, latitude)
        if not math.isnan(height):
            self.low, self.high = min(self.low, height), max(self.high, height)
        if name.strip():
            self.names.add(name.strip())

    @property
    def known(self) -> bool:
        """Whether any row gave coordinates."""
        return self.west <= self.east

    @property
    def moved(self) -> bool:
        """Whether coordinates lie too far apart to be one place."""
        return max(self.east - self.west, self.north - self.south) > _MOST_MOVE

    def station(self, code: str) -> Station:
        """Return the station in the middle of its places, in whatever order rows came."""
        return Station(
            code,
            (self.west + self.east) / 2,
            (self.south + self.north) / 2,
            (self.low + self.high) / 2 if self.low <= self.high else math.nan,
            min(self.names, default=""),
        )
