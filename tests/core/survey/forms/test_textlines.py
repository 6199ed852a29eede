"""Texts in boxes: nothing is lost, everything is in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.survey.forms.textlines import LEADING, broken, fitted


def measure(text: str) -> float:
    return sum(1.0 if ord(letter) > 0x2E80 else 0.5 for letter in text)


def test_words_stay_whole() -> None:
    assert broken("one two three", 4.0, measure) == ["one two", "three"]


def test_chinese_breaks_anywhere_but_before_its_stops() -> None:
    assert broken("生态保护红线，不得移动", 6.0, measure) == ["生态保护红", "线，不得移动"]


def test_a_long_word_is_broken_at_any_letter() -> None:
    assert broken("abcdefghij", 2.0, measure) == ["abcd", "efgh", "ij"]


def test_line_breaks_stay() -> None:
    assert broken("a\n\nb", 10.0, measure) == ["a", "", "b"]


def test_a_text_is_made_smaller_until_it_fits() -> None:
    short = fitted("界桩", 20.0, 6.0, 3.3, measure)
    assert (short.lines, short.size) == (("界桩",), 3.3)
    long = fitted("界桩编号" * 30, 30.0, 6.0, 3.3, measure)
    assert long.size < 3.3
    assert len(long.lines) * long.size * LEADING <= 6.0 + 0.2 * long.size


@given(st.text(alphabet="ab 界，。-\n", max_size=60), st.floats(1.0, 20.0))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: float) -> None:
    lines = broken(text, width, measure)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        # One letter may be wider than the box.
        assert measure(line) <= width or len(line.strip()) == 1 or measure(line[:-1]) <= width
