"""The twelve months of a mean year."""

from __future__ import annotations

DAYS = (31.0, 28.25, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0)
"""Days of the months, January first; February is the mean over leap years."""

MIDDLE = (15, 46, 74, 105, 135, 166, 196, 227, 258, 288, 319, 349)
"""Day of the year of each month's 15th, as in the tables of FAO-56, annex 2."""
