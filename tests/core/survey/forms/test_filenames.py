"""Numbers as names of files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.survey.forms.filenames import file_names, safe_name


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("511325-01-0001", "511325-01-0001"),
        ("界桩 1", "界桩 1"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("tab\tnew\nline", "tab_new_line"),
        ("end. ", "end"),
        ("con", "_con"),
        ("LPT1.x", "_LPT1.x"),
        ("", "_"),
        ("..", "_"),
    ],
)
def test_what_no_system_takes_is_replaced(number: str, name: str) -> None:
    assert safe_name(number) == name


def test_numbers_that_give_one_name_get_two() -> None:
    assert file_names(["a/1", "a_1", "A_1", "b"]) == {
        "a/1": "a_1", "a_1": "a_1~2", "A_1": "A_1~3", "b": "b",
    }  # fmt: skip


@given(st.lists(st.text(max_size=300), max_size=8, unique=True))
def test_all_names_are_safe_and_different(numbers: list[str]) -> None:
    names = list(file_names(numbers).values())
    assert len({name.casefold() for name in names}) == len(numbers)
    for name in names:
        assert name
        assert not set(name) & set('<>:"/\\|?*\x00\n')
        assert name[-1] not in ". "
        assert len(name.encode("utf-8", "replace")) <= 130
