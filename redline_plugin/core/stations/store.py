"""Daily values by station and year, in memory that does not grow with the number of rows."""

from __future__ import annotations

import tempfile

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.stations.dates import DAYS

BLOCK_SLOTS = 2048
MEMORY_BYTES = 512 * 1024 * 1024
"""Blocks beyond this lie in temporary files, of which the system keeps in memory what it can."""

_YEARS = 4096


class DailyStore:
    """Values of several variables, one slot of 366 days per station and year.

    Single precision keeps seven digits, more than any instrument. Where a value is missing it is
    NaN; ``given`` tells whether there was a row, so that a day given twice is found.
    """

    def __init__(self, variables: int, memory: int = MEMORY_BYTES) -> None:
        self._variables = variables
        self._memory = memory
        self._slots: dict[int, int] = {}
        self._years: dict[int, list[int]] = {}
        self._values: list[NDArray[np.float32]] = []
        self._given: list[NDArray[np.uint8]] = []
        self._twice: list[tuple[int, int, int, int]] = []

    def _room(self, dtype: type) -> NDArray:
        shape = (self._variables, BLOCK_SLOTS, DAYS)
        size = int(np.prod(shape)) * np.dtype(dtype).itemsize
        self._memory -= size
        if self._memory >= 0:
            return np.empty(shape, dtype=dtype)
        with tempfile.TemporaryFile(prefix="redline-") as file:
            # The mapping keeps the file; it goes when the mapping does.
            return np.memmap(file, dtype=dtype, mode="w+", shape=shape)

    def _slot(self, key: int) -> int:
        slot = self._slots.get(key)
        if slot is None:
            slot = self._slots[key] = len(self._slots)
            self._years.setdefault(key // _YEARS, []).append(key % _YEARS)
            if slot // BLOCK_SLOTS == len(self._values):
                self._values.append(self._room(np.float32))
                self._values[-1].fill(np.nan)
                self._given.append(self._room(np.uint8))
                self._given[-1].fill(0)
        return slot

    def add(
        self, stations: NDArray[np.int64], dates: NDArray[np.int64], values: dict[int, NDArray]
    ) -> NDArray[np.bool_]:
        """Take rows and return which of them give a day again.

        Args:
            stations: numbers from 0, shape (n,).
            dates: ``year * 366 + place``, shape (n,).
            values: by variable, shape (n,), NaN for missing.
        """
        years, days = np.divmod(dates, DAYS)
        keys, inverse = np.unique(stations * _YEARS + years, return_inverse=True)
        slots = np.array([self._slot(int(key)) for key in keys], dtype=np.int64)[inverse.ravel()]
        cells = slots * DAYS + days
        _, first = np.unique(cells, return_index=True)
        again = np.ones(len(cells), dtype=bool)
        again[first] = False
        blocks, places = np.divmod(slots, BLOCK_SLOTS)
        for block in np.unique(blocks):
            inside = np.flatnonzero((blocks == block) & ~again)
            where = (places[inside], days[inside])
            for variable in values:
                again[inside] |= self._given[block][variable][where] != 0
        for variable, column in values.items():
            for row in np.flatnonzero(again):
                self._twice.append((variable, int(blocks[row]), int(places[row]), int(days[row])))
            for block in np.unique(blocks):
                inside = np.flatnonzero((blocks == block) & ~again)
                where = (places[inside], days[inside])
                self._values[block][variable][where] = column[inside]
                self._given[block][variable][where] = 1
        return again

    def forget_twice(self) -> None:
        """Take out the days that were given twice: which of the values is right, nobody knows."""
        for variable, block, place, day in self._twice:
            self._values[block][variable, place, day] = np.nan

    def years(self, station: int) -> NDArray[np.int64]:
        """Return the years of a station that have any row, in order."""
        return np.array(sorted(self._years.get(station, ())), dtype=np.int64)

    def values(self, station: int, variable: int, years: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return a station's values, shape (years, 366), NaN where there is none."""
        result = np.empty((len(years), DAYS), dtype=np.float32)
        for number, year in enumerate(years):
            block, place = divmod(self._slots[station * _YEARS + int(year)], BLOCK_SLOTS)
            result[number] = self._values[block][variable, place]
        return result
