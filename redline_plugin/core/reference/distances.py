"""Distances from water, from the user: a number for each kind, or a table by order or width.

The policy asks for "a set distance" (一定距离) landward or seaward from rivers, lakes, reservoirs and
coasts. No public text gives a number (fact sheet, assessment 5.2), so each is the user's, and the
result tells it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.text import msg
from redline_plugin.core.usertable import read_user_table

COLUMNS = ("low", "high", "distance_m")


@dataclass(frozen=True)
class Range:
    """Rivers of ``low`` <= order or width < ``high`` keep ``distance_m``; either limit may be open."""

    low: float
    high: float
    distance_m: float


@dataclass(frozen=True)
class Distances:
    """The distance of each river.

    Attributes:
        ranges: by order or width; none for the same distance everywhere.
        otherwise: in m, for rivers that no range holds; None when there is no such distance.
    """

    ranges: tuple[Range, ...] = ()
    otherwise: float | None = None

    def of(self, values: Sequence[float | None]) -> NDArray[np.float64]:
        """Return the distance of each value (None: no value), NaN where there is none."""
        numbers = np.array([np.nan if value is None else value for value in values], dtype=float)
        found = np.full(
            len(numbers), np.nan if self.otherwise is None else self.otherwise, dtype=float
        )
        for limits in self.ranges:
            found[(numbers >= limits.low) & (numbers < limits.high)] = limits.distance_m
        return found


def read_ranges(path: Path) -> tuple[Range, ...]:
    """Read a table of distances: CSV, UTF-8 or GBK, with the columns low, high and distance_m.

    Raises:
        InputError: all that is wrong in it, with the numbers of the lines.
    """
    need = msg(
        "It needs low and high (order or width of the river, from and below; empty for no limit) "
        "and distance_m."
    )
    found: list[Range] = []
    problems: list[Problem] = []
    for number, row in read_user_table(path, COLUMNS, need):
        where = f"{path}, {number}"
        try:
            one = Range(
                float(row["low"]) if row["low"] else -math.inf,
                float(row["high"]) if row["high"] else math.inf,
                float(row["distance_m"] or "nan"),
            )
        except ValueError:
            problems.append(Problem(msg("“{row}” holds no numbers.", row=_shown(row)), where))
            continue
        if not (math.isfinite(one.distance_m) and one.distance_m > 0.0):
            problems.append(
                Problem(
                    msg(
                        "The distance must be more than 0 m, not “{value}”.",
                        value=row["distance_m"],
                    ),
                    where,
                    msg("No public text gives it: enter the distance that your province set."),
                )
            )
        elif not one.low < one.high:
            problems.append(
                Problem(
                    msg("“{row}” holds no value: low must be below high.", row=_shown(row)), where
                )
            )
        else:
            found.append(one)
    problems += _overlaps(found, path)
    if not found and not problems:
        problems.append(Problem(msg("The table has no rows."), str(path)))
    if problems:
        raise InputError(problems)
    return tuple(sorted(found, key=lambda one: one.low))


def _shown(row: dict[str, str]) -> str:
    return ",".join(str(row.get(name) or "") for name in COLUMNS)


def _overlaps(ranges: Sequence[Range], path: Path) -> list[Problem]:
    ordered = sorted(ranges, key=lambda one: one.low)
    return [
        Problem(
            msg(
                "The ranges {one} and {other} overlap.",
                one=f"{first.low:g}-{first.high:g}",
                other=f"{second.low:g}-{second.high:g}",
            ),
            str(path),
        )
        for first, second in zip(ordered, ordered[1:])
        if second.low < first.high
    ]
