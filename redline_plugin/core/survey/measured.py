"""What a crew measured: rows of a receiver's file, each with its number, its place and what is known.

Rows that cannot be used are listed and left out; they do not end the run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.survey.measuredcolumns import Columns, Matcher, columns_of
from redline_plugin.core.survey.measuredlayer import SUFFIXES, read_layer
from redline_plugin.core.survey.measuredplaces import Places, in_plane, places_of
from redline_plugin.core.survey.measuredroles import (
    ACCURACY,
    DATE,
    HEIGHT,
    PDOP,
    PHOTOS,
    REMARK,
    SATELLITES,
    TIME,
    WHO,
    unit_of,
)
from redline_plugin.core.survey.measuredtable import Table
from redline_plugin.core.survey.measuredtext import read_text
from redline_plugin.core.survey.measuredvalues import key_of, numbers_of
from redline_plugin.core.text import Message, msg

_NAMED = 10
_AGREE = 0.05
"""m. A file's longitudes and latitudes that lie farther from its eastings and northings disagree."""


@dataclass(frozen=True)
class Measured:
    """Measurements, (n,) each.

    Attributes:
        numbers: of the marker, as it was typed.
        of: the designed marker of each, UNLISTED for none.
        places: (n, 2) in the plane of the design.
        height, accuracy, satellites, pdop: nan unknown; accuracy in m.
        time, who, remark, photos: "" unknown.
        where: file and line, for people.
        how: how the file was read, in sentences.
        warnings: what the user should look at.
        left_out: rows that cannot be used.
    """

    numbers: tuple[str, ...]
    of: Ints
    places: Floats
    height: Floats
    accuracy: Floats
    satellites: Floats
    pdop: Floats
    time: tuple[str, ...]
    who: tuple[str, ...]
    remark: tuple[str, ...]
    photos: tuple[str, ...]
    where: tuple[str, ...]
    how: tuple[Message, ...] = ()
    warnings: tuple[Message, ...] = ()
    left_out: tuple[Problem, ...] = ()

    @property
    def count(self) -> int:
        """How many measurements there are."""
        return len(self.numbers)


def read_table(source: str, chosen: Mapping[str, str]) -> Table:
    """Read a receiver's file: text, or what GDAL reads as a layer; see :func:`measured_of`.

    Args:
        source: path; of a file with several layers also ``path|layername=name``.
        chosen: columns that the user named, by role.

    Raises:
        InputError: it cannot be read, or holds no table.
    """
    if Path(source.partition("|")[0]).suffix.lower() in SUFFIXES:
        return read_layer(source)
    return read_text(Path(source), [name for name in chosen.values() if name.strip()])


def measured_of(
    table: Table,
    chosen: Mapping[str, str],
    numbers: Sequence[str],
    engraved: Sequence[str],
    design: Floats,
    plane: str,
    crs: str = "",
) -> Measured:
    """Give a table its meaning.

    Args:
        table: as it was read.
        chosen: names of columns, or their places from 1 on, by role; others are recognised.
        numbers, engraved: of the designed markers; a row may have either.
        design: (m, 2) their places in the plane.
        plane: CRS of the design, projected.
        crs: of the measured places, "" to find it (of a layer: its own).

    Raises:
        InputError: there is no row, no column for the number or the place, or no usable row.
    """
    if not table.lines:
        raise InputError(Problem(msg("There is no row in it."), table.name))
    matcher = Matcher(numbers, engraved)
    columns = columns_of(table, chosen, matcher)
    of = matcher.all(table.columns[columns.number])
    found = _places(table, columns, of, design, plane, crs)
    named = np.array([bool(key_of(cell)) for cell in table.columns[columns.number]])
    placed = np.isfinite(found.places).all(axis=1)
    rows = np.flatnonzero(named & placed)
    left_out = [*table.left_out, *_left_out(table, columns, named, placed)]
    if len(rows) == 0:
        raise InputError([Problem(msg("No row can be used."), table.name), *left_out[:_NAMED]])
    return _taken(table, columns, rows, of, found, tuple(left_out), numbers)


def _places(
    table: Table, columns: Columns, of: Ints, design: Floats, plane: str, crs: str
) -> Places:
    """Return the places of all rows, of the pair of columns that serves best."""
    if table.points is not None and not columns.pairs:
        return _of_points(table.points, crs or table.crs, of, design, plane)
    found: list[Places] = []
    problems: list[Problem] = []
    for one, other, named in columns.pairs:
        try:
            found.append(
                places_of(
                    table.columns[one],
                    table.columns[other],
                    (table.called(one), table.called(other)),
                    named,
                    of,
                    design,
                    plane,
                    crs,
                )
            )
        except InputError as error:
            problems += error.problems
    if not found:
        raise InputError(problems)
    if not table.head:
        return min(found, key=lambda places: places.away_m)
    best = found[0]
    for other_one in found[1:]:
        apart = np.hypot(*(other_one.places - best.places).T)
        apart = apart[np.isfinite(apart)]
        if len(apart) and float(np.median(apart)) > _AGREE:
            told = msg(
                "The file gives places twice, {apart} m apart (median): its eastings and northings "
                "were used, not its longitudes and latitudes. Name the columns to use the others.",
                apart=f"{float(np.median(apart)):.3f}",
            )
            return Places(best.places, best.away_m, best.how, (*best.warnings, told))
    return best


def _of_points(points: Floats, crs: str, of: Ints, design: Floats, plane: str) -> Places:
    """Return the places of a layer's points; where it has no CRS, as those of two columns."""
    if not crs:
        cells = [["" if np.isnan(one) else repr(float(one)) for one in side] for side in points.T]
        return places_of(cells[0], cells[1], ("x", "y"), False, of, design, plane)
    places = in_plane(points, crs, plane)
    known = of >= 0
    away = np.hypot(*(places[known] - design[of[known]]).T)
    away = away[np.isfinite(away)]
    return Places(
        places,
        float(np.median(away)) if len(away) else np.inf,
        (msg("The places are the layer's points."),),
        (),
    )


def _left_out(table: Table, columns: Columns, named: Bools, placed: Bools) -> list[Problem]:
    found = []
    for row in np.flatnonzero(~named | ~placed).tolist():
        if not named[row]:
            what = msg("The row has no number; it was left out.")
        else:
            cells = [
                table.columns[at][row] for at in (columns.pairs[0][:2] if columns.pairs else ())
            ]
            what = msg(
                "{number} has no place that can be read ({cells}); it was left out.",
                number=table.columns[columns.number][row],
                cells=" | ".join(cell or "–" for cell in cells) or "–",
            )
        found.append(Problem(what, table.where(row)))
    return found


def _taken(
    table: Table,
    columns: Columns,
    rows: Ints,
    of: Ints,
    found: Places,
    left_out: tuple[Problem, ...],
    numbers: Sequence[str],
) -> Measured:
    def text(role: str) -> tuple[str, ...]:
        at = columns.others.get(role)
        return tuple("" if at is None else table.columns[at][row] for row in rows)

    def number(role: str) -> Floats:
        at = columns.others.get(role)
        if at is None:
            return np.full(len(rows), np.nan)
        values = numbers_of(table.columns[at])[rows]
        return values * (unit_of(table.head[at]) if table.head else 1.0)

    time = text(TIME)
    if DATE in columns.others:
        time = tuple(" ".join(filter(None, pair)) for pair in zip(text(DATE), time))
    accuracy = number(ACCURACY)
    accuracy[accuracy < 0.0] = np.nan
    of = of[rows]
    typed = [table.columns[columns.number][row] for row in rows]
    how = (*table.how, *columns.how, *found.how, *_written_otherwise(typed, of, numbers))
    return Measured(
        tuple(typed),
        of,
        found.places[rows],
        number(HEIGHT),
        accuracy,
        number(SATELLITES),
        number(PDOP),
        time,
        text(WHO),
        text(REMARK),
        text(PHOTOS),
        tuple(table.where(row) for row in rows),
        how,
        found.warnings,
        left_out,
    )


def _written_otherwise(typed: Sequence[str], of: Ints, numbers: Sequence[str]) -> list[Message]:
    """Tell that numbers of the design were typed in another way."""
    other = [
        (text, numbers[at])
        for text, at in zip(typed, of.tolist())
        if at >= 0 and text != numbers[at]
    ]
    if not other:
        return []
    return [
        msg(
            "{count} numbers are written otherwise than in the design and were taken for the same: "
            "“{typed}” for “{number}”.",
            count=len(other),
            typed=other[0][0],
            number=other[0][1],
        )
    ]
