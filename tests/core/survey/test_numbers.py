"""Numbers: by the pattern, in the scope that it tells apart, and never twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.survey.line import Block
from redline_plugin.core.survey.numbers import Numbers, assign, code_order, pattern_problems

A, B = Block("12", "", "990101"), Block("123", "", "990102")
POINTS = "{block}-J{serial:04d}"


def test_serials_run_in_each_block():
    assert assign(POINTS, [A, B, A], []) == ["12-J0001", "123-J0001", "12-J0002"]


def test_the_next_one_follows_the_highest_that_was_ever_given():
    taken = ["12-J0002", "12-J0007", "123-J0009", "12-J", "12-Jx", "12-J0099x", "12-J099", "other"]
    assert assign(POINTS, [A, A, B], taken) == ["12-J0008", "12-J0009", "123-J0010"]
    assert assign(POINTS, [A], ["12-J9999"]) == ["12-J10000"]
    assert assign(POINTS, [A], ["12-J9999", "12-J10001"]) == ["12-J10002"]


@pytest.mark.parametrize(
    ("pattern", "numbers"),
    [
        ("{serial}", ["1", "2", "3"]),
        ("{county}-{serial:03d}", ["990101-001", "990102-001", "990101-002"]),
        ("{serial:05d}/{block}", ["00001/12", "00001/123", "00002/12"]),
        ("J{{{block}}}{serial:>3}", ["J{12}  1", "J{123}  1", "J{12}  2"]),
        ("{block:>8}:{serial:x}", ["      12:1", "     123:1", "      12:2"]),
    ],
)
def test_patterns(pattern, numbers):
    assert assign(pattern, [A, B, A], []) == numbers
    again = assign(pattern, [A, B, A], numbers)
    assert not {*again} & {*numbers}
    assert len({*again}) == 3


def test_blocks_whose_numbers_would_be_the_same_text():
    one, two = Block("1", "", ""), Block("11", "", "")
    numbers = assign("{block}{serial}", [one] * 12 + [two] * 12, [])
    assert len(set(numbers)) == 24


def test_numbers_that_others_gave_are_taken():
    numbers = Numbers(POINTS)
    assert numbers.give(A) == "12-J0001"
    numbers.take("12-J0005")
    assert numbers.give(A) == "12-J0006"
    assert numbers.taken == {"12-J0001", "12-J0005", "12-J0006"}


@given(
    st.sampled_from(
        [POINTS, "{serial}", "{county}{serial:02d}", "{serial}.{block}", "{block}{serial}"]
    ),
    st.lists(st.sampled_from([A, B, Block("1", "", "9901011")]), max_size=40),
    st.integers(0, 40),
    st.data(),
)
def test_no_number_is_given_twice_whatever_is_left_of_a_list(pattern, owners, cut, data):
    first = assign(pattern, owners[:cut], [])
    both = first + assign(pattern, owners[cut:], data.draw(st.permutations(first)))
    assert len(set(both)) == len(both)


@pytest.mark.parametrize(
    ("codes", "order"),
    [
        (["10", "2", "1"], ["1", "2", "10"]),
        (["990102110001", "990101110002", "990101110001"], None),
        (["B10", "B9", "A11", ""], ["", "A11", "B9", "B10"]),
        (["²", "1²", "01", "1"], ["01", "1", "1²", "²"]),
    ],
)
def test_codes_are_sorted_by_value(codes, order):
    assert [codes[at] for at in code_order(codes)] == (order or sorted(codes))


def test_a_county_in_the_pattern_must_be_known():
    unknown = Block("7", "", "")
    assert pattern_problems(POINTS, [unknown]) == []
    assert pattern_problems("{county}-{serial}", [A]) == []
    (problem,) = pattern_problems("{county}-{serial}", [A, unknown])
    assert "1 blocks have none: 7" in problem.render()
