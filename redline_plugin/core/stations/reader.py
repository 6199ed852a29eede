"""Reading daily series from CSV files: fast, in bounded memory, with all problems at once."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.stations.columns import DailyColumns
from redline_plugin.core.stations.dates import DateCache
from redline_plugin.core.stations.findings import Findings
from redline_plugin.core.stations.opening import DailyFormat, open_daily, tell_codes
from redline_plugin.core.stations.places import (
    Place,
    Station,
    angle,
    elevation,
    place_problems,
    station_id,
)
from redline_plugin.core.stations.store import DailyStore
from redline_plugin.core.stations.textfile import Chunk, TextFile
from redline_plugin.core.stations.values import ValueCache
from redline_plugin.core.stations.variables import Variable
from redline_plugin.core.text import msg


@dataclass(frozen=True)
class Series:
    """One station's values: years that have any row, and (years, 366) by variable."""

    station: Station
    years: NDArray[np.int64]
    values: Mapping[Variable, NDArray[np.float32]]


class DailyData:
    """What was read: stations in the order of their ids, whatever the order of the rows."""

    def __init__(
        self, stations: Mapping[int, Station], variables: Sequence[Variable], store: DailyStore
    ) -> None:
        self._stations = sorted(stations.items(), key=lambda item: item[1].id)
        self.variables = tuple(variables)
        self._store = store

    def __len__(self) -> int:
        return len(self._stations)

    def __iter__(self) -> Iterator[Series]:
        for number, station in self._stations:
            years = self._store.years(number)
            values = {
                variable: self._store.values(number, place, years)
                for place, variable in enumerate(self.variables)
            }
            yield Series(station, years, values)


class _StationCache(dict[str, int]):
    """Numbers of stations by the text of their id; -1 for an empty one."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: dict[str, int] = {}

    def __missing__(self, text: str) -> int:
        code = station_id(text)
        number = self.ids.setdefault(code, len(self.ids)) if code else -1
        self[text] = number
        return number


class _Reader:
    def __init__(
        self, variables: Sequence[Variable], how: DailyFormat, table: Mapping[str, Station] | None
    ) -> None:
        self.variables = list(variables)
        self.how = how
        self.table = table
        self.stations = _StationCache()
        self.dates = DateCache()
        self.caches = [
            ValueCache(item, how.units.get(item.name, item.units[0]), how.codes)
            for item in self.variables
        ]
        self.store = DailyStore(len(self.variables))
        self.findings = Findings(how.lenient)
        self.places: dict[int, Place] = {}
        self.place_texts: set[tuple[str, str, str, str, str]] = set()
        self.first_rows: dict[int, str] = {}

    def chunk(self, file: TextFile, columns: DailyColumns, chunk: Chunk) -> None:
        rows, lines = self._whole_rows(file, columns, chunk)
        if not rows:
            return
        table = list(zip(*rows))
        count = len(rows)
        stations = np.fromiter(
            map(self.stations.__getitem__, table[columns.station]), np.int64, count
        )
        keys = [table[place] for place in columns.date]
        texts = keys[0] if len(keys) == 1 else zip(*keys)
        dates = np.fromiter(map(self.dates.__getitem__, texts), np.int64, count)
        good = self._keys(file, columns, rows, lines, stations, dates)
        values = {}
        for number, (variable, cache) in enumerate(zip(self.variables, self.caches)):
            place = columns.values.get(variable)
            if place is None:
                continue
            column = np.fromiter(map(cache.__getitem__, table[place]), np.float64, count)
            for row in np.flatnonzero(np.isinf(column)):
                if self.findings.full:
                    self.findings.skip(1)
                else:
                    self.findings.add(cache.problem(rows[row][place], file.where(lines[row])))
                column[row] = math.nan
            values[number] = column[good]
        chosen = np.flatnonzero(good)
        again = self.store.add(stations[good], dates[good], values)
        for row in chosen[again]:
            self._tell(file, lines[row], rows[row], columns.date, msg("This day was given before."))
        self._coordinates(file, columns, table, lines, stations)
        for number in np.unique(stations[good]):
            if int(number) not in self.first_rows:
                row = int(np.flatnonzero(stations == number)[0])
                self.first_rows[int(number)] = file.where(lines[row])

    def _whole_rows(
        self, file: TextFile, columns: DailyColumns, chunk: Chunk
    ) -> tuple[list[list[str]], Sequence[int]]:
        """Drop empty rows; rows that are too short or too long are problems."""
        width = len(file.header)
        rows = chunk.rows
        if all(len(row) == width for row in rows):
            return rows, range(chunk.first_line, chunk.first_line + len(rows))
        kept, lines = [], []
        for line, row in enumerate(rows, start=chunk.first_line):
            too_long = file.too_long(row, line)
            if too_long is not None:
                self.findings.add(too_long)
            elif len(row) > columns.most:
                kept.append([*row[:width], *[""] * (width - len(row))])
                lines.append(line)
            elif any(cell.strip() for cell in row):
                self.findings.add(
                    Problem(
                        msg(
                            "The row has {count} cells; the header has {width}.",
                            count=len(row),
                            width=width,
                        ),
                        file.where(line),
                        msg("Complete the row, or delete it."),
                    )
                )
        return kept, lines

    def _keys(
        self,
        file: TextFile,
        columns: DailyColumns,
        rows: list[list[str]],
        lines: Sequence[int],
        stations: NDArray[np.int64],
        dates: NDArray[np.int64],
    ) -> NDArray[np.bool_]:
        """Return which rows have a station and a date; the others are problems."""
        good = (stations >= 0) & (dates >= 0)
        for row in np.flatnonzero(~good):
            cells = rows[row]
            if not any(cell.strip() for cell in cells):
                continue
            if stations[row] < 0:
                where = file.where(lines[row])
                self.findings.add(
                    Problem(msg("The row has no station."), where, msg("Fill the cell in."))
                )
            if dates[row] < 0:
                self._tell(file, lines[row], cells, columns.date, msg("There is no such date."))
        return good

    def _tell(
        self, file: TextFile, line: int, cells: list[str], date: tuple[int, ...], what: object
    ) -> None:
        if self.findings.full:
            self.findings.skip(1)
            return
        text = "-".join(cells[place].strip() for place in date)
        self.findings.add(
            Problem(
                msg("“{date}”: {what}", date=text, what=what),
                file.where(line),
                msg(
                    "Write dates as 2001-01-31, 20010131 or 2001/1/31, each day of a station once."
                ),
            )
        )

    def _coordinates(
        self,
        file: TextFile,
        columns: DailyColumns,
        table: list[tuple[str, ...]],
        lines: Sequence[int],
        stations: NDArray[np.int64],
    ) -> None:
        """Take coordinates that stand beside the values; each text of them is read once."""
        if self.table is not None or columns.longitude is None or columns.latitude is None:
            return
        blank = ("",) * len(lines)
        optional = (
            blank if place is None else table[place] for place in (columns.elevation, columns.name)
        )
        cells = zip(
            table[columns.station], table[columns.longitude], table[columns.latitude], *optional
        )
        for row, key in enumerate(cells):
            if key in self.place_texts or stations[row] < 0:
                continue
            self.place_texts.add(key)
            _, x, y, z, name = key
            how = self.how.places
            values = (angle(x, how), angle(y, how), elevation(z, how))
            problems = place_problems((x, y, z), values, file.where(lines[row]))
            for problem in problems:
                self.findings.add(problem)
            if not problems:
                self.places.setdefault(int(stations[row]), Place()).add(*values, name)

    def located(self, feedback: Feedback) -> dict[int, Station]:
        """Return the stations that have rows and a place; others are problems."""
        found: dict[int, Station] = {}
        codes = {number: code for code, number in self.stations.ids.items()}
        for number, where in self.first_rows.items():
            code = codes[number]
            if self.table is not None:
                if code in self.table:
                    found[number] = self.table[code]
                    continue
                what = msg("Station {station} is not in the station table.", station=code)
                remedy = msg("Add it there, or remove its rows.")
            else:
                place = self.places.get(number)
                if place is not None and not place.moved:
                    found[number] = place.station(code)
                    continue
                what = (
                    msg("Station {station} has no coordinates.", station=code)
                    if place is None
                    else msg("Station {station} has two places far apart.", station=code)
                )
                remedy = msg("Give a station table.")
            self.findings.add(Problem(what, where, remedy))
        if self.table is not None:
            idle = sorted(set(self.table) - set(self.stations.ids))
            if idle:
                feedback.warn(
                    msg(
                        "Stations of the table without daily values ({count}): {stations}.",
                        count=len(idle),
                        stations=", ".join(idle[:20]) + (" …" if len(idle) > 20 else ""),
                    )
                )
        return found


def read_daily(
    paths: Sequence[Path],
    needed: Sequence[Variable],
    optional: Sequence[Variable],
    how: DailyFormat,
    feedback: Feedback,
    table: Mapping[str, Station] | None = None,
) -> DailyData:
    """Read daily files.

    A file may hold some of the variables only. What was not found at all is not in the result.

    Args:
        paths: CSV files.
        needed: variables that must be found.
        optional: variables that are read where they are found.
        how: how the files are written.
        feedback: progress, cancel; told what codes were met.
        table: stations by id; without, coordinates must stand beside the values.

    Raises:
        InputError: all that is wrong with the files.
        CancelledError: the user asked to stop.
    """
    files, variables = open_daily(paths, needed, optional, how, table is not None)
    reader = _Reader(variables, how, table)
    total = sum(file.size for file, _ in files) or 1
    before = 0
    for file, columns in files:
        for chunk, done in file.chunks():
            reader.chunk(file, columns, chunk)
            stop_if_cancelled(feedback)
            feedback.progress(min((before + done) / total, 1.0))
        before += file.size
    stations = reader.located(feedback)
    reader.findings.close(feedback)
    reader.store.forget_twice()
    if not stations:
        raise InputError(
            Problem(
                msg("No station with daily values was found."),
                ", ".join(file.path.name for file, _ in files),
                msg("Are there rows below the header?"),
            )
        )
    for cache in reader.caches:
        tell_codes(cache, feedback)
    return DailyData(stations, variables, reader.store)
