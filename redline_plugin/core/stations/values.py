"""From a cell's text to a number: units, codes for missing and trace, impossible values.

Codes of the China Meteorological Administration (general knowledge, likely; public notes on its
daily data agree): 32766 and 32744 no observation, 32700 a trace; for rain 30XXX, 31XXX and 32XXX
are an amount XXX that fell as snow, as rain and snow, or came from dew, fog and frost.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.stations.variables import RAIN, Unit, Variable
from redline_plugin.core.text import Message, msg, title

MISSING_CODES = "32766 32744 999999 -9999"
TRACE_CODES = "32700 999990"
_MISSING_TEXTS = frozenset(
    {"", "-", "--", "—", "/", "na", "n/a", "nan", "null", "none", "缺测", "缺", "空白"}
)
_TRACE_TEXTS = frozenset({"t", "trace", "微量"})
_CODED_FROM = 30000.0
_CODED_TO = 32700.0
_CACHED = 200_000
IMPOSSIBLE = math.inf
"""Stands for a value that must be told and left out."""


@dataclass(frozen=True)
class Codes:
    """Numbers in a file that stand for something else, before any unit."""

    missing: frozenset[float] = frozenset()
    trace: frozenset[float] = frozenset()

    @classmethod
    def of_text(cls, missing: str = MISSING_CODES, trace: str = TRACE_CODES) -> Codes:
        """Read numbers apart by spaces, commas or semicolons.

        Raises:
            InputError: some of it is no number.
        """
        return cls(_numbers(missing), _numbers(trace))


def _numbers(text: str) -> frozenset[float]:
    found = set()
    problems = []
    for part in text.replace(",", " ").replace(";", " ").split():
        try:
            found.add(float(part))
        except ValueError:
            problems.append(
                Problem(
                    msg("The code “{code}” is not a number.", code=part),
                    remedy=msg("Write codes as numbers with spaces between them."),
                )
            )
    if problems:
        raise InputError(problems)
    return frozenset(found)


@dataclass
class Seen:
    """What was met while reading one variable."""

    codes: set[str] = field(default_factory=set)
    decimals: bool = False
    """Whether a number had decimals; in tenths of a unit none should."""


class ValueCache(dict[str, float]):
    """Numbers of one variable by their text: NaN for missing, :data:`IMPOSSIBLE` for a bad one.

    The texts of a column repeat, so that looking them up is faster than reading the number.
    """

    def __init__(self, variable: Variable, unit: Unit, codes: Codes) -> None:
        super().__init__()
        self.variable = variable
        self.unit = unit
        self._codes = codes
        self.seen = Seen()

    def __missing__(self, text: str) -> float:
        result = self._value(text)
        if len(self) < _CACHED:
            self[text] = result
        return result

    def _value(self, text: str) -> float:
        plain = text.strip()
        word = plain.casefold()
        if word in _MISSING_TEXTS:
            return math.nan
        if self.variable.trace and word in _TRACE_TEXTS:
            self.seen.codes.add(plain)
            return 0.0
        try:
            number = float(plain)
        except ValueError:
            return IMPOSSIBLE
        if number in self._codes.missing:
            self.seen.codes.add(plain)
            return math.nan
        if self.variable.trace and number in self._codes.trace:
            self.seen.codes.add(plain)
            return 0.0
        if self.variable is RAIN and _CODED_FROM <= number < _CODED_TO and number.is_integer():
            self.seen.codes.add(plain)
            number = math.fmod(number, 1000.0)
        value = number * self.unit.multiply / self.unit.divide
        low, high = self.variable.valid
        if not low <= value <= high:  # NaN, too
            return IMPOSSIBLE
        self.seen.decimals |= not number.is_integer()
        return value

    def problem(self, text: str, where: str) -> Problem:
        """Put into words why a text is no possible value."""
        try:
            float(text)
        except ValueError:
            return Problem(
                msg(
                    "{title}: “{value}” is not a number.",
                    title=title(self.variable.title),
                    value=text.strip(),
                ),
                where,
                msg("Leave the cell empty if the value is missing."),
            )
        low, high = self.variable.valid
        return Problem(
            msg(
                "{title}: {value} (unit: {unit}) cannot be; possible is {low:g} to {high:g} {own}.",
                title=title(self.variable.title),
                value=text.strip(),
                unit=self.unit.title,
                low=low,
                high=high,
                own=self.variable.unit,
            ),
            where,
            self._remedy(float(text)),
        )

    def _remedy(self, number: float) -> Message:
        if self.variable is RAIN and number < 0:
            return msg("Rain is never negative; name the code for missing values, if it is one.")
        return msg("Check the unit; if it is a code for missing values, name it as one.")
