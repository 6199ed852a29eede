"""Codes of blocks: serials from the north-west, block code, feature identifier (BSM)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.standard.profile import Codes
from redline_plugin.core.text import msg

Key = TypeVar("Key", bound=Hashable)


def north_west_order(bounds: Sequence[tuple[float, float, float, float]]) -> list[int]:
    """Return positions in reading order: top to bottom, then left to right.

    Args:
        bounds: west, south, east, north of each, in one unit. A block's row is that of its
            northern edge; where two are equally far north the western one is first, then the one
            that ends further north-west.
    """

    def key(index: int) -> tuple[float, ...]:
        west, south, east, north = bounds[index]
        return (-north, west, -south, east, index)

    return sorted(range(len(bounds)), key=key)


def serials(groups: Sequence[Key], order: Sequence[int]) -> list[int]:
    """Return for each position its number within its group, counted from 1 in the given order."""
    counts: dict[Key, int] = defaultdict(int)
    result = [0] * len(groups)
    for index in order:
        counts[groups[index]] += 1
        result[index] = counts[groups[index]]
    return result


def padded(number: int, digits: int, where: str) -> str:
    """Return a number with leading zeros.

    Raises:
        InputError: it has more digits than there are places.
    """
    text = str(number).zfill(digits)
    if len(text) > digits:
        raise InputError(
            Problem(
                msg("{number} does not fit into {digits} digits.", number=number, digits=digits),
                where,
                msg("Split the data, for example by county, or merge small blocks."),
            )
        )
    return text


def block_code(codes: Codes, values: Mapping[str, object]) -> str:
    """Return the block's code: its parts joined as the profile says."""
    return codes.block_delimiter.join(str(values[part]) for part in codes.block_parts)


def feature_identifier(codes: Codes, county: str, layer_code: str, serial: int) -> str:
    """Return the BSM: county code, element-layer code, serial with leading zeros."""
    return county + layer_code + padded(serial, codes.bsm_parts[2], "BSM")
