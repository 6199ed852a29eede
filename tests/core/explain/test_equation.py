"""Equations with their numbers: put in only where that is true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.explain.equation import evaluated, signs_in, substituted

NUMBERS = st.floats(0.01, 1e4, allow_nan=False)


@given(NUMBERS, NUMBERS, NUMBERS, st.floats(0, 0.99))
def test_soil_retention(r, k, ls, c):
    line = substituted(
        "A = R·K·LS·(1 − C)", {"R": r, "K": k, "LS": ls, "C": c}, r * k * ls * (1 - c)
    )
    assert line.startswith("A = ")
    for value in (r, k, ls, c, r * k * ls * (1 - c)):
        assert f"{value:.7g}".replace("-", "−") in line


@pytest.mark.parametrize(
    ("equation", "numbers", "result", "line"),
    [
        ("D = (I·W·K·C)^(1/4)", {"I": 1, "W": 3, "K": 5, "C": 5}, 75**0.25,
         "D = (1·3·5·5)^(1/4) = 2.942831"),
        ("K = a − b", {"a": 1.0, "b": -2.0}, 3.0, "K = 1 − (−2) = 3"),
        ("y = a²", {"a": -3.0}, 9.0, "y = (−3)² = 9"),
        ("SR = SL_pot − SL, SL = 2z/s²", {"SL_pot": 5.0, "SL": 2.0, "s": 9.0}, 3.0,
         "SR = 5 − 2 = 3"),
        ("R = 17·Σ P  |  R = α·F^β, F = Σ Pₘ²/P", {"α": 2.0, "F": 3.0, "β": 2.0}, 18.0,
         "R = 2·3^2 = 18"),
        ("B = K'·K", {"K": 2.0, "K'": 3.0}, 6.0, "B = 3·2 = 6"),
        ("D = 1 / cos θ", {"θ": 0.5}, 1.139, ""),
        ("class = max(classes)", {}, 3.0, ""),
        # A number that does not give the result is not put in: R stands for a score here.
        ("SS = R·K", {"R": 3210.0, "K": 1.0}, 5.0, ""),
        ("WF = Wf·SD", {"Wf": 3.0}, 3.0, ""),
        ("a = b", {"b": float("nan")}, float("nan"), ""),
        ("a = b/c", {"b": 1.0, "c": 0.0}, float("inf"), ""),
    ],
)  # fmt: skip
def test_what_is_shown(equation, numbers, result, line):
    assert substituted(equation, numbers, result) == line


def test_signs_in_their_order_and_only_whole():
    equation = "B = WF·EF·SCF·K'·C, ETPᵢ with Rₙ"
    assert signs_in(equation, ["C", "K", "K'", "WF", "ETP", "R"]) == ["WF", "K'", "C"]
    assert signs_in(equation, []) == []


@pytest.mark.parametrize(
    "text", ["__import__('os')", "a", "1 +", "(1", "9**9**9**9", "1 if 1 else 2", "'x'", "1" * 600]
)
def test_only_arithmetic_is_computed(text):
    assert evaluated(text) is None


def test_arithmetic_as_equations_write_it():
    assert evaluated("2·3 − 1^2 + 4² × (−1)") == 6 - 1 - 16
