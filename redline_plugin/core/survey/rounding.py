"""Rounded parts whose sum is the rounded whole, by the largest remainders.

Each value is rounded down first; the units of the last decimal that are then missing to the rounded
sum go to the values with the largest remainders (Hamilton's method of apportionment; Balinski and
Young, Fair Representation, 1982). No value moves by a whole unit, and one without a remainder does
not move at all. In nested totals the whole is rounded, then the totals of the first level to it,
then those of the next, down to the parts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Nested:
    """Parts rounded so that they add up on every level.

    Attributes:
        values: (n,) the parts.
        whole: their sum, rounded.
        moved: (n,) what each was moved by from its own rounding: 0, or one unit of the last decimal.
    """

    values: Floats
    whole: float
    moved: Floats

    @property
    def count(self) -> int:
        """How many parts were moved."""
        return int(np.count_nonzero(self.moved))

    @property
    def most(self) -> float:
        """The most that a part was moved by."""
        return float(np.abs(self.moved).max(initial=0.0))


def adjusted(values: ArrayLike, decimals: int) -> Floats:
    """Return finite values (n,) rounded to decimals so that their sum is the rounded sum."""
    return nested(values, decimals).values


def half_up(value: float, decimals: int) -> float:
    """Return a number rounded to decimals, a half upwards."""
    return round(math.floor(value * 10.0**decimals + 0.5) / 10.0**decimals, decimals)


def nested(values: ArrayLike, decimals: int, *levels: Sequence[object]) -> Nested:
    """Round parts so that they add up on every level.

    Args:
        values: (n,) finite parts.
        decimals: to keep, 0 or more.
        levels: of each part, what it belongs to, from the widest level (county) to the narrowest
            (block); a level counts inside of the ones before it.
    """
    exact = np.asarray(values, dtype=np.float64).ravel()
    scale = 10.0**decimals
    units = exact * scale
    keys: list[tuple[object, ...]] = [()] * len(units)
    members: dict[tuple[object, ...], list[int]] = {(): list(range(len(units)))}
    totals: dict[tuple[object, ...], int] = {(): math.floor(math.fsum(units) + 0.5)}
    whole = totals[()]
    for level in levels:
        keys = [(*key, name) for key, name in zip(keys, level)]
        inside: dict[tuple[object, ...], list[int]] = {}
        for number, key in enumerate(keys):
            inside.setdefault(key, []).append(number)
        below: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
        for key in inside:
            below.setdefault(key[:-1], []).append(key)
        found: dict[tuple[object, ...], int] = {}
        for parent, children in below.items():
            sums = np.array([math.fsum(units[inside[child]]) for child in children])
            found.update(zip(children, _shared(sums, totals[parent]).tolist()))
        members, totals = inside, found
    result = np.zeros(len(units), dtype=np.int64)
    for key, numbers in members.items():
        result[numbers] = _shared(units[numbers], totals[key])
    own = np.floor(units + 0.5).astype(np.int64)
    return Nested(
        np.round(result / scale, decimals),
        round(whole / scale, decimals),
        np.round((result - own) / scale, decimals),
    )


def _shared(units: Floats, total: int) -> Ints:
    """Return whole numbers beside ``units`` with the sum ``total``, the largest remainders up."""
    low = np.floor(units)
    order = np.argsort(low - units, kind="stable")
    result = low.astype(np.int64)
    result[order[: total - int(result.sum())]] += 1
    return result
