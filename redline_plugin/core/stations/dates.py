"""Days in a year of 366 places, and dates as files write them.

Every year has the place of 29 February, empty in common years: so months and half-months are the
same places in all years.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

DAYS = 366
LEAP_DAY = 59
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_YEAR = 1800
_LAST_YEAR = 2199
_CACHED = 200_000

MONTH_STARTS = np.cumsum((0, *_LENGTHS[:-1]))
"""Place of the first day of each month, shape (12,)."""

HALF_MONTH_STARTS = np.stack((MONTH_STARTS, MONTH_STARTS + 15), axis=1).ravel()
"""Place of the first day of each half-month: days 1 to 15, and 16 to the end; shape (24,)."""

_DATE = re.compile(
    r"(?:(\d{4})(\d{2})(\d{2})|(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?)"
    r"(?:[T ]\s*\d{1,2}(?::\d{1,2}){0,2}(?:\.0*)?)?"
)


def is_leap(year: NDArray | int) -> NDArray | bool:
    """Return whether years have 29 February."""
    return (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))


def lengths(starts: NDArray, years: NDArray) -> NDArray[np.int64]:
    """Return the days of each period in each year, shape (years, periods)."""
    ends = np.append(starts[1:], DAYS)
    result = np.tile(ends - starts, (len(years), 1))
    short = (starts <= LEAP_DAY) & (ends > LEAP_DAY)
    result[np.ix_(~np.asarray(is_leap(years), dtype=bool), short)] -= 1
    return result


def place(year: int, month: int, day: int) -> int | None:
    """Return ``year * 366 + place of the day``, None when there is no such date."""
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= _LENGTHS[month - 1] or (month == 2 and day == 29 and not is_leap(year)):
        return None
    return year * DAYS + int(MONTH_STARTS[month - 1]) + day - 1


def parse_date(text: str) -> int | None:
    """Return the place of a date such as 2001-01-31, 20010131, 2001/1/31; None when it is none."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part is not None)
    return place(year, month, day)


def parse_parts(year: str, month: str, day: str) -> int | None:
    """Return the place of a date in three columns; None when it is none."""
    try:
        numbers = [float(part) for part in (year, month, day)]
        whole = [int(number) for number in numbers]
    except (ValueError, OverflowError):
        return None
    return place(*whole) if whole == numbers else None


class DateCache(dict[object, int]):
    """Dates by their text, or by their three texts; -1 for what is no date."""

    def __missing__(self, key: object) -> int:
        found = parse_date(key) if isinstance(key, str) else parse_parts(*key)  # type: ignore[misc]
        result = -1 if found is None else found
        if len(self) < _CACHED:
            self[key] = result
        return result
