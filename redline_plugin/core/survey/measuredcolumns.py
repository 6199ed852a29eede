"""Which column of a receiver's table is which: told by the user, by its name, or by what is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Ints
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.survey.measuredroles import (
    COORDINATES,
    DATE,
    HEIGHT,
    NUMBER,
    PAIRS,
    ROLE_TITLES,
    ROLES,
    TIME,
    X,
    Y,
    plain_name,
    roles_of,
)
from redline_plugin.core.survey.measuredtable import Table
from redline_plugin.core.survey.measuredvalues import angles_of, key_of, loose_key
from redline_plugin.core.text import Message, msg, title

UNLISTED = -1
_AMBIGUOUS = -2
_LEAST_NUMBERS = 0.5
"""Share of a column's cells that must be numbers to be coordinates."""


class Matcher:
    """Finds designed markers by what a crew typed: the number, else the engraved one."""

    def __init__(self, numbers: Sequence[str], engraved: Sequence[str] = ()) -> None:
        self._exact = {number: at for at, number in enumerate(numbers)}
        self._steps = [
            _unique(names, key)
            for key in (key_of, loose_key)
            for names in (numbers, engraved)
            if len(names)
        ]
        self._known: dict[str, int] = {}

    def of(self, text: str) -> int:
        """Return the index of a marker, UNLISTED for none; never one of several that it may be."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._find(text)
        return found

    def _find(self, text: str) -> int:
        if text in self._exact:
            return self._exact[text]
        key, loose = key_of(text), loose_key(text)
        if not key:
            return UNLISTED
        half = len(self._steps) // 2
        for at, step in enumerate(self._steps):
            found = step.get(key if at < half else loose, UNLISTED)
            if found != UNLISTED:
                return max(found, UNLISTED)
        return UNLISTED

    def all(self, cells: Sequence[str]) -> Ints:
        """Return the index of each cell's marker."""
        return np.array([self.of(cell) for cell in cells], dtype=np.int64)


def _unique(names: Sequence[str], key: object) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, name in enumerate(names):
        short = key(name)  # type: ignore[operator]
        if short:
            found[short] = at if short not in found else _AMBIGUOUS
    return found


@dataclass(frozen=True)
class Columns:
    """Columns by role.

    Attributes:
        number: of the marker.
        pairs: columns that may give the place, the preferred pair first: (x, y, whether their names
            say which is which); none when the points of a layer do.
        others: columns of HEIGHT, ACCURACY, … and DATE.
        how: what was decided, for the report.
    """

    number: int
    pairs: tuple[tuple[int, int, bool], ...]
    others: Mapping[str, int]
    how: tuple[Message, ...]


def columns_of(table: Table, chosen: Mapping[str, str], matcher: Matcher) -> Columns:
    """Find the columns.

    Args:
        table: as it was read.
        chosen: names, or places from 1 on, by role (ROLES); of those left out the best is taken.
        matcher: of the designed markers.

    Raises:
        InputError: a chosen column is not there, or there is none for the number or the place.
    """
    own = _chosen(table, chosen)
    roles = roles_of(table.head)
    taken = set(own.values())
    for role, found in roles.items():
        roles[role] = [at for at in found if at not in taken]
    number, told = _number(table, own, roles, matcher)
    pairs = _pairs(table, own, roles, number)
    problems = []
    if number is None:
        problems.append(_missing(table, NUMBER))
    if not pairs and table.points is None:
        problems.append(_missing(table, X, Y))
    if problems or number is None:
        raise InputError(problems)
    others = {
        role: own.get(role, (roles.get(role) or [-1])[0])
        for role in (*ROLES, DATE)
        if role not in (NUMBER, X, Y)
    }
    if not table.head and HEIGHT not in own and pairs:
        others[HEIGHT] = _height_after(table, max(pairs[0][:2]))
    others = {role: at for role, at in others.items() if at >= 0 and at != number}
    if DATE in others and TIME not in others:
        others[TIME] = others.pop(DATE)
    used = (
        [(NUMBER, number), *((X, pairs[0][0]), (Y, pairs[0][1]))] if pairs else [(NUMBER, number)]
    )
    used += [(role, at) for role, at in others.items() if role in ROLE_TITLES]
    # Which of the two coordinates is which is told with the places.
    told += [
        msg("{role}: column {column}", role=title(ROLE_TITLES[role]), column=table.called(at))
        for role, at in used
        if role not in (X, Y)
    ]
    return Columns(number, tuple(pairs), others, tuple(told))


def _chosen(table: Table, chosen: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    problems = []
    plain = [plain_name(name) for name in table.head]
    for role, name in chosen.items():
        wanted = name.strip()
        if not wanted:
            continue
        if wanted in table.head:
            found[role] = table.head.index(wanted)
        elif plain_name(wanted) in plain and plain_name(wanted):
            found[role] = plain.index(plain_name(wanted))
        elif wanted.isdigit() and 1 <= int(wanted) <= len(table.columns):
            found[role] = int(wanted) - 1
        else:
            problems.append(
                Problem(
                    msg("There is no column “{wanted}”.", wanted=wanted),
                    msg("{file}, {role}", file=table.name, role=title(ROLE_TITLES[role])),
                    _ways_out(table),
                )
            )
    if problems:
        raise InputError(problems)
    return found


def _pairs(
    table: Table, own: Mapping[str, int], roles: Mapping[str, list[int]], number: int | None
) -> list[tuple[int, int, bool]]:
    """Return pairs of columns that may give the place."""
    if (X in own) != (Y in own):
        raise InputError(
            Problem(
                msg("Only one of the two columns of the place is named."),
                table.name,
                msg("Name both, or none."),
            )
        )
    if X in own:
        return [(own[X], own[Y], True)]
    if table.points is not None:
        return []
    found = [
        (roles[one][0], roles[other][0], one != X)
        for one, other in PAIRS
        if roles.get(one) and roles.get(other)
    ]
    found = [pair for pair in found if all(_is_coordinate(table, at) for at in pair[:2])]
    if found or table.head:
        return found
    # Without a head: any two columns of numbers with decimals, in their order.
    numeric = [at for at in range(len(table.columns)) if at != number and _is_coordinate(table, at)]
    return [
        (one, other, False) for at, one in enumerate(numeric) for other in numeric[at + 1 : at + 3]
    ]


def _is_coordinate(table: Table, at: int) -> bool:
    sample = [cell for cell in table.columns[at] if cell][:500]
    values = angles_of(sample)[0]
    return bool(len(values)) and np.isfinite(values).mean() >= _LEAST_NUMBERS


def _number(
    table: Table, own: Mapping[str, int], roles: Mapping[str, list[int]], matcher: Matcher
) -> tuple[int | None, list[Message]]:
    """Return the column of the numbers: the chosen one, else that with the most designed markers."""
    if NUMBER in own:
        return own[NUMBER], []
    counts = [int(np.count_nonzero(matcher.all(cells) >= 0)) for cells in table.columns]
    named = roles.get(NUMBER, [])
    best = max(named, key=lambda at: (counts[at], -named.index(at)), default=None)
    if best is not None and counts[best]:
        return best, []
    places = {at for role in COORDINATES for at in roles.get(role, [])}
    rest = [at for at in range(len(counts)) if at not in places and counts[at]]
    if rest:
        found = max(rest, key=lambda at: (counts[at], -at))
        if not table.head:
            return found, []
        return found, [
            msg(
                "The numbers of markers stand in column {column}: no other has any of the design.",
                column=table.called(found),
            )
        ]
    if best is None and not table.head:
        text = (at for at in range(len(counts)) if not _is_coordinate(table, at))
        best = next(text, 0)
    return best, []


def _height_after(table: Table, at: int) -> int:
    """Return the column after the coordinates, where it can be heights."""
    if at + 1 >= len(table.columns):
        return -1
    values = angles_of([cell for cell in table.columns[at + 1] if cell][:500])[0]
    high = np.abs(values) < 9000.0
    return at + 1 if len(values) and high.all() else -1


def _missing(table: Table, *roles: str) -> Problem:
    names = [title(ROLE_TITLES[role]) for role in roles]
    what = (
        msg("No column was recognised for: {role}.", role=names[0])
        if len(names) == 1
        else msg("No columns were recognised for: {one}, {other}.", one=names[0], other=names[1])
    )
    return Problem(what, table.name, _ways_out(table))


def _ways_out(table: Table) -> Message:
    if table.head:
        return msg(
            "Its columns are: {columns}. Name it, or give its place (1 is the first).",
            columns=", ".join(name or "–" for name in table.head),
        )
    return msg("It has {count} columns without names; give its place.", count=len(table.columns))
