"""Serials and codes of blocks."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.errors import InputError
from redline_plugin.core.standard.codes import (
    block_code,
    feature_identifier,
    north_west_order,
    padded,
    serials,
)
from redline_plugin.core.standard.loader import load_profile

BOXES = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda p: (p[0], p[1], p[0] + 1, p[1] + 1)),
    max_size=30,
)


def test_reading_order_is_top_to_bottom_then_left_to_right() -> None:
    bounds = [(0, 0, 1, 1), (5, 4, 6, 5), (0, 4, 1, 5), (9, 8, 10, 9)]
    assert north_west_order(bounds) == [3, 2, 1, 0]
    # Equally far north: the western one is first, even if the other one is shorter.
    assert north_west_order([(5, 4, 6, 5), (0, 3, 1, 5)]) == [1, 0]


@given(BOXES)
def test_order_is_a_permutation_that_never_goes_back(bounds: list[tuple[int, ...]]) -> None:
    order = north_west_order(bounds)  # type: ignore[arg-type]
    assert sorted(order) == list(range(len(bounds)))
    keys = [(-bounds[i][3], bounds[i][0]) for i in order]
    assert keys == sorted(keys)


@given(BOXES.filter(lambda boxes: len(set(boxes)) == len(boxes)), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(
    bounds: list[tuple[int, ...]], shuffler: random.Random
) -> None:
    mixed = bounds.copy()
    shuffler.shuffle(mixed)
    assert [bounds[i] for i in north_west_order(bounds)] == [  # type: ignore[arg-type]
        mixed[i]
        for i in north_west_order(mixed)  # type: ignore[arg-type]
    ]


@given(st.lists(st.sampled_from(["a", "b", "c"])))
def test_serials_run_from_one_without_gaps(groups: list[str]) -> None:
    numbers = serials(groups, list(range(len(groups))))
    for group in set(groups):
        found = [number for number, each in zip(numbers, groups) if each == group]
        assert found == list(range(1, len(found) + 1))


def test_codes_are_put_together_by_the_profile() -> None:
    codes = load_profile().codes
    values = {"XJXZQHDM": "500101", "LXDM": "11", "SLDM": "0007"}
    assert block_code(codes, values) == "500101110007"
    assert block_code(replace(codes, block_delimiter="-"), values) == "500101-11-0007"
    assert feature_identifier(codes, "500101", "1310", 42) == "500101131000000042"


def test_a_number_that_does_not_fit_is_said() -> None:
    assert padded(9999, 4, "block 1") == "9999"
    with pytest.raises(InputError, match="10000 does not fit into 4 digits"):
        padded(10000, 4, "block 1")
