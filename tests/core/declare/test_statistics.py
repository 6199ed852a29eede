"""Statistics of the assessed area, found before a run or given by the user."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from redline_plugin.core.declare.model import (
    Choice,
    Coefficient,
    Kind,
    Option,
    RasterInput,
    Reference,
    Statistic,
)
from redline_plugin.core.errors import InputError
from redline_plugin.core.raster.quantile import Quantiles

from .conftest import NODATA, model_of

HERE = Reference("test")
A = RasterInput("A", "A", "1")
B = RasterInput("B", "B", "1")
LOW = Statistic("A_MIN", "Lowest A", "A", Kind.MINIMUM)
HIGH = Statistic("A_MAX", "Highest A", "A", Kind.MAXIMUM)


def scaled(a, b, *, a_min, a_max, **_):
    return (a - a_min) / (a_max - a_min) + 0 * b


SCALED = model_of([A, B], scaled, statistics=(LOW, HIGH))


def test_the_range_is_that_of_the_assessed_area(run):
    # 100 and -5 lie where B has no value: they are not assessed.
    found = run(SCALED, {"A": [[1, 3, 5, 100, -5.0]], "B": [[1, 1, 1, np.nan, np.nan]]})
    assert found.out.tolist() == [[0, 0.5, 1, NODATA, NODATA]]
    assert found.record["parameters"]["statistics"] == {
        "A_MIN": {"value": 1.0, "given": False},
        "A_MAX": {"value": 5.0, "given": False},
    }
    assert any("Lowest A (A_MIN): 1, found in the assessed area" in text for text in found.told)


def test_given_numbers_go_first(run):
    found = run(
        SCALED,
        {"A": [[1.0, 3, 5]], "B": [[1.0, 1, 1]]},
        statistics={"A_MAX": 9.0},
    )
    np.testing.assert_allclose(found.out, [[0, 0.25, 0.5]])
    assert found.record["parameters"]["statistics"]["A_MAX"] == {"value": 9.0, "given": True}


def test_no_valid_pixel_is_told(run):
    with pytest.raises(InputError, match="No pixel is valid in all inputs, so Lowest A"):
        run(SCALED, {"A": [[1.0, np.nan]], "B": [[np.nan, 1.0]]})


@pytest.mark.parametrize("plan", [(3, 4), (11, 1), (64, 64)])
def test_windows_do_not_matter(run, plan):
    rng = np.random.default_rng(1)
    arrays_ = {"A": rng.normal(size=(23, 31)), "B": np.where(rng.random((23, 31)) < 0.3, np.nan, 1)}
    np.testing.assert_array_equal(run(SCALED, arrays_).out, run(SCALED, arrays_, plan=plan).out)


CUT = Coefficient("CUT", "Cut", 5, (0, 100), "%", HERE)
WAY = Choice("WAY", "Way", (Option("ask", "Ask", HERE), Option("none", "None", HERE)), "ask")
QUANTILE = Statistic(
    "A_CUT", "Cut value", "A", Kind.QUANTILE, "CUT", used=lambda choices: choices["WAY"] == "ask"
)


def test_quantiles_through_a_run(run):
    model = model_of(
        [A],
        lambda a, *, cut, way, a_cut: np.where(a < a_cut, 0, 1) if way == "ask" else a,
        coefficients=(CUT,),
        choices=(WAY,),
        statistics=(QUANTILE,),
    )
    values = np.random.default_rng(2).permutation(1000).reshape(40, 25).astype("float32")
    found = run(model, {"A": values}, coefficients={"CUT": 20.0}, plan=(7, 9))
    assert found.record["parameters"]["statistics"]["A_CUT"]["value"] == 199.0
    assert (found.out == 0).sum() == 199
    # An option that does not need it does not look for it.
    plain = run(model, {"A": values}, choices={"WAY": "none"})
    assert plain.record["parameters"]["statistics"] == {}
    np.testing.assert_array_equal(plain.out, values)


@given(
    arrays("float32", st.integers(1, 300), elements=st.floats(-1e6, 1e6, width=32)),
    st.lists(st.floats(0, 100), min_size=1, max_size=4),
    st.integers(1, 50),
)
def test_quantiles_are_numpys_inverted_cdf(values, percents, size):
    quantiles = Quantiles(percents)
    pieces = [values[start : start + size] for start in range(0, values.size, size)]
    for piece in pieces:
        quantiles.first(piece)
    for piece in reversed(pieces):
        quantiles.second(piece)
    assert quantiles.count == values.size
    ordered = np.sort(values)
    for percent, found in zip(percents, quantiles.result()):
        rank = max(1, int(np.ceil(round(percent / 100 * values.size, 6))))
        assert found == ordered[rank - 1]


def test_quantiles_against_numpy():
    values = np.random.default_rng(5).gamma(2, 3, 10_001).astype("float32")
    quantiles = Quantiles([5, 50, 95])
    quantiles.first(values)
    quantiles.second(values)
    expected = np.quantile(values, [0.05, 0.5, 0.95], method="inverted_cdf")
    np.testing.assert_array_equal(np.float32(quantiles.result()), expected)
