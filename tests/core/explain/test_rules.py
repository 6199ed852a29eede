"""The gradings' rules in words give the class that the gradings give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.explain.rules import rule_of_function, rule_of_sensitivity
from redline_plugin.core.grade.cumulative import (
    Breaks,
    CumulativeRule,
    Mode,
    NotPositive,
    Rule,
    classifier,
)
from redline_plugin.core.grade.importance import IMPORTANCE_TITLES
from redline_plugin.core.grade.sensitivity import SETS, Limits, LimitSet, classify


def parameters(rule, mode):
    return {
        "break_extreme": 40.0,
        "break_important": 12.5,
        "extreme_percent": 50.0,
        "important_percent": 80.0,
        "rule": rule.value,
        "mode": mode.value,
        "maximum": 87.0 if mode is Mode.LEGACY else None,
    }


@given(
    st.one_of(st.sampled_from([40.0, 12.5, 0.0, -1.0, 87.0, 34.8]), st.floats(-5, 87, width=32)),
    st.sampled_from(list(Rule)),
    st.sampled_from(list(Mode)),
)
def test_a_function_is_graded_as_the_grading_does(value, rule, mode):
    breaks = Breaks(40.0, 12.5, {}, 1, 87.0)
    classify_it = classifier(breaks, CumulativeRule(rule=rule, mode=mode))
    expected = int(classify_it(np.array([value]))[0])
    found, sentences = rule_of_function(value, parameters(rule, mode))
    assert found == expected
    text = " ".join(map(str, sentences))
    title = {3: "Extremely important", 2: ": Important", 1: "Generally important"}[found]
    assert title in text
    assert ("Int(" in text) == (mode is Mode.LEGACY)


@given(
    st.one_of(
        st.sampled_from([40.0, 25.0, 12.5, 6.0, 0.0, -1.0, 60.0]), st.floats(-5, 87, width=32)
    ),
    st.integers(0, 4),
    st.sampled_from(list(Rule)),
    st.sampled_from(list(Mode)),
    st.sampled_from([None, 60.0]),
    st.sampled_from(list(NotPositive)),
)
def test_more_classes_caps_and_what_is_left_out(value, more, rule, mode, cap, not_positive):
    lower = ((88.0, 12.5), (91.0, 6.0), (95.0, 3.0), (99.0, 2.0))[:more]
    cap = cap if mode is Mode.LEGACY else None
    how = CumulativeRule(
        50.0,
        80.0,
        rule,
        mode,
        tuple(percent for percent, _ in lower),
        100.0 if cap is None else 90.0,
        not_positive,
    )
    maximum = 87.0 if mode is Mode.LEGACY else None
    breaks = Breaks(40.0, 25.0, {}, 1, maximum, tuple(limit for _, limit in lower), cap)
    expected = int(classifier(breaks, how)(np.array([value]))[0])
    found, sentences = rule_of_function(value, {**how.record(), **breaks.record()})
    assert found == expected
    said = str(sentences[-1])
    if found:
        assert f": {IMPORTANCE_TITLES[found]}." in said
    else:
        assert "left out" in said
    if found in (4, 5, 6, 7):
        upper, limit = (
            [25.0, *(one for _, one in lower)][place] for place in (found - 4, found - 3)
        )
        assert f"{upper:g}" in said
        assert f"{limit:g}" in said
        assert f"{lower[found - 4][0]:g} %" in said
    assert ("counts as the cap" in str(sentences[0])) == bool(found and cap and value > cap)


@given(
    st.one_of(
        st.sampled_from([2.0, 2.05, 2.04999, 4.0, 4.05, 2.33, 3.66]), st.floats(1, 5, width=32)
    ),
    st.sampled_from([SETS[LimitSet.A], SETS[LimitSet.B], Limits(1.5, 2.5)]),
)
def test_a_sensitivity_is_graded_as_the_grading_does(value, limits):
    record = {
        "middle": limits.middle,
        "extreme": limits.extreme,
        "rounded_to_one_decimal": limits.one_decimal,
    }
    found, sentences = rule_of_sensitivity(value, record)
    assert found == int(classify(np.array([value]), limits)[0])
    assert ("one decimal" in str(sentences[0])) == limits.one_decimal


@pytest.mark.parametrize("missing", ["break_extreme", "extreme_percent"])
def test_without_its_numbers_a_record_gives_no_class(missing):
    record = parameters(Rule.INCLUSIVE, Mode.EXACT)
    record[missing] = None
    assert rule_of_function(3.0, record) is None
    assert rule_of_function(3.0, {**parameters(Rule.INCLUSIVE, Mode.LEGACY), "maximum": 0}) is None
    assert rule_of_sensitivity(3.0, {"middle": "x", "extreme": True}) is None
