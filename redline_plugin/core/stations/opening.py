"""How daily files are written, and what columns they have: looked at before any row is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.stations.columns import DailyColumns, Finder, daily_columns
from redline_plugin.core.stations.places import PlaceFormat
from redline_plugin.core.stations.textfile import AUTO, TextFile, open_text
from redline_plugin.core.stations.values import Codes, ValueCache
from redline_plugin.core.stations.variables import Unit, Variable
from redline_plugin.core.text import msg, title


@dataclass(frozen=True)
class DailyFormat:
    """How daily files are written.

    Attributes:
        columns: column names by role, where the user gives them; others are recognised.
        units: units by the variable's name; without, the variable's first.
        codes: numbers that stand for missing and trace.
        places: how coordinates are written.
        encoding: see :func:`~redline_plugin.core.stations.textfile.open_text`.
        lenient: leave out what has problems, rather than stop.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    codes: Codes = field(default_factory=Codes.of_text)
    places: PlaceFormat = field(default_factory=PlaceFormat)
    encoding: str = AUTO
    lenient: bool = False


def open_daily(
    paths: Sequence[Path],
    needed: Sequence[Variable],
    optional: Sequence[Variable],
    how: DailyFormat,
    has_table: bool,
) -> tuple[list[tuple[TextFile, DailyColumns]], list[Variable]]:
    """Look into all files; return them with their columns, and the variables that were found."""
    problems: list[Problem] = []
    files = []
    wanted = [*needed, *optional]
    for path in paths:
        try:
            file = open_text(Path(path), how.encoding)
        except InputError as error:
            problems.extend(error.problems)
            continue
        columns, missing = daily_columns(file, how.columns, wanted)
        problems.extend(missing)
        if not columns.values:
            problems.append(Finder(file, how.columns).missing(wanted))
        if not has_table and (columns.longitude is None or columns.latitude is None):
            problems.append(
                Problem(
                    msg("There are no columns with longitude and latitude."),
                    file.path.name,
                    msg("Give a station table, or name the columns."),
                )
            )
        files.append((file, columns))
    found = {variable for _, columns in files for variable in columns.values}
    for variable in wanted:
        named = how.columns.get(variable.name, "").strip()
        if files and variable not in found and (variable in needed or named):
            problem = Finder(files[0][0], how.columns).missing((variable,))
            if problem not in problems:
                problems.append(problem)
    if problems:
        raise InputError(problems)
    return files, [variable for variable in wanted if variable in found]


def tell_codes(cache: ValueCache, feedback: Feedback) -> None:
    """Tell which codes were met, and decimals where the unit has none."""
    name = title(cache.variable.title)
    if cache.seen.codes:
        codes = sorted(cache.seen.codes)
        feedback.info(
            msg(
                "{title}: codes were met and taken as missing, trace (0) or coded amounts: {codes}.",
                title=name,
                codes=", ".join(codes[:12]) + (" …" if len(codes) > 12 else ""),
            )
        )
    if cache.unit.divide == 10 and cache.seen.decimals:
        feedback.warn(
            msg(
                "{title}: some values have decimals, though the unit chosen is {unit}. Is it right?",
                title=name,
                unit=cache.unit.title,
            )
        )
