"""Which column of a file is which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Union

from redline_plugin.core.errors import Problem
from redline_plugin.core.stations.textfile import TextFile
from redline_plugin.core.stations.variables import (
    DATE,
    DAY,
    ELEVATION,
    LATITUDE,
    LONGITUDE,
    MONTH,
    NAME,
    STATION,
    YEAR,
    Key,
    Variable,
    simple,
)
from redline_plugin.core.text import Message, msg, title

Role = Union[Key, Variable]


@dataclass(frozen=True)
class DailyColumns:
    """Places of a daily file's columns: station, the date's one or three, values, coordinates."""

    station: int
    date: tuple[int, ...]
    values: Mapping[Variable, int]
    longitude: int | None
    latitude: int | None
    elevation: int | None
    name: int | None

    @property
    def most(self) -> int:
        """Return the last place that is needed."""
        optional = (self.longitude, self.latitude, self.elevation, self.name)
        places = [self.station, *self.date, *self.values.values()]
        return max([*places, *(place for place in optional if place is not None)])


class Finder:
    """Looks columns up in one file, by the user's names or by usual ones, and keeps problems."""

    def __init__(self, file: TextFile, chosen: Mapping[str, str]) -> None:
        self._file = file
        self._chosen = chosen
        self._simple = [simple(name) for name in file.header]
        self.problems: list[Problem] = []

    def find(self, role: Role) -> int | None:
        """Return the place of a column, None when there is none.

        A name that the user chose must be there; several files may each hold some variables, so
        that this is a problem only where the reader says so.
        """
        wanted = self._chosen.get(role.name, "").strip()
        if wanted:
            if wanted in self._file.header:
                return self._file.header.index(wanted)
            name = simple(wanted)
            return self._simple.index(name) if name in self._simple else None
        for name in role.names:
            if name in self._simple:
                return self._simple.index(name)
        return None

    def need(self, role: Role) -> int:
        """Return the place of a column; a missing one is a problem."""
        place = self.find(role)
        if place is None:
            self.problems.append(self.missing((role,)))
            return -1
        return place

    def missing(self, roles: Iterable[Role]) -> Problem:
        """Put a missing column into words."""
        names = [role.title for role in roles]
        wanted = ", ".join(
            chosen for role in roles if (chosen := self._chosen.get(role.name, "").strip())
        )
        what: Message = (
            msg("There is no column “{wanted}”.", wanted=wanted)
            if wanted
            else msg("No column was recognised for: {role}.", role=title(names[0]))
        )
        return Problem(
            what,
            f"{self._file.path.name}:1",
            msg("Its columns are: {columns}. Choose one.", columns=", ".join(self._file.header)),
        )


def daily_columns(
    file: TextFile, chosen: Mapping[str, str], wanted: Iterable[Variable]
) -> tuple[DailyColumns, list[Problem]]:
    """Find the columns of a daily file; the problems say which are missing."""
    finder = Finder(file, chosen)
    station = finder.need(STATION)
    date = _date(finder)
    found = ((variable, finder.find(variable)) for variable in wanted)
    values = {variable: place for variable, place in found if place is not None}
    optional = [finder.find(role) for role in (LONGITUDE, LATITUDE, ELEVATION, NAME)]
    return DailyColumns(station, date, values, *optional), finder.problems


def _date(finder: Finder) -> tuple[int, ...]:
    place = finder.find(DATE)
    if place is not None:
        return (place,)
    parts = [finder.find(role) for role in (YEAR, MONTH, DAY)]
    known = tuple(part for part in parts if part is not None)
    if len(known) == 3:
        return known
    finder.problems.append(finder.missing((DATE,)))
    return (-1,)
