"""Grading by cumulative value against a brute-force twin in exact arithmetic."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.rasters import read, write

from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.classes import EXTREME, GENERAL, MIDDLE, GradeOptions
from redline_plugin.core.grade.cumulative import (
    CumulativeRule,
    Mode,
    Rule,
    grade_by_cumulative_value,
)
from redline_plugin.core.grade.exactsum import integer_weights
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Grid, windows_of
from redline_plugin.core.raster.plan import Plan
from redline_plugin.core.raster.source import RasterSource

SHEET = np.array([[100, 80, 60, 40, 20, 10, 5, 5]], "float32")
INCLUSIVE, EXCLUSIVE = CumulativeRule(), CumulativeRule(rule=Rule.EXCLUSIVE)
DEGREES = (105.0, 0.5, 0, 40.0, 0, -0.5)


def grade(folder, values, how=INCLUSIVE, options=None, nodata=-9999, **where):
    path = write(folder / "index.tif", values, nodata=nodata, **where)
    grading = grade_by_cumulative_value(
        RasterSource(path), folder / "classes.tif", how, Quiet(), options
    )
    return read(folder / "classes.tif"), grading


def twin(values, how, weights=None, nodata=-9999):
    """Classes by sorting, in exact fractions: slow and plain."""
    classes = np.where(values == nodata, 0, 1).astype("uint8")
    weights = np.ones(values.shape, dtype=object) if weights is None else weights
    keep = (values > 0) & (values != nodata)
    graded = values.astype("float64")
    if how.mode is Mode.LEGACY:
        graded = np.floor(graded / graded[keep].max() * 100)
    sums = {}
    for value, weight in zip(graded[keep].tolist(), weights[keep].tolist()):
        sums[value] = sums.get(value, 0) + Fraction(value) * int(weight)
    total, before = sum(sums.values()), 0
    limits = [Fraction(str(p)) / 100 * total for p in (how.extreme_percent, how.important_percent)]
    for value in sorted(sums, reverse=True):
        after = before + sums[value]
        if how.rule is Rule.INCLUSIVE:
            higher = [before < limit for limit in limits]
        else:
            higher = [after <= limit for limit in limits]
        if value > 0:
            classes[keep & (graded == value)] = 1 + sum(higher)
        before = after
    return classes


def test_the_sheets_vector_inclusive_and_exclusive(tmp_path):
    classes, grading = grade(tmp_path, SHEET)
    assert classes.tolist() == [[3, 3, 2, 2, 1, 1, 1, 1]]
    assert (grading.breaks.extreme, grading.breaks.important) == (80, 40)
    shares = [row.value_share for row in grading.rows]
    assert shares == [pytest.approx(0.5625), pytest.approx(0.3125), pytest.approx(0.125)]
    classes, _ = grade(tmp_path, SHEET, EXCLUSIVE)
    assert classes.tolist() == [[3, 2, 2, 1, 1, 1, 1, 1]]


def test_account(tmp_path):
    values = np.full((4, 8), -9999, "float32")
    values[0] = SHEET
    _, grading = grade(tmp_path, values)
    assert [(row.value, row.pixels) for row in grading.rows] == [(3, 2), (2, 2), (1, 4)]
    assert [row.area_m2 for row in grading.rows] == [1800, 1800, 3600]
    assert sum(row.area_share for row in grading.rows) == 1
    assert sum(row.value_share for row in grading.rows) == pytest.approx(1, abs=1e-15)
    record = read_provenance(str(tmp_path / "classes.tif"))
    assert record["parameters"]["break_extreme"] == 80
    assert record["parameters"]["index"] == {"title": "", "unit": ""}
    assert [item["band"] for item in record["inputs"]] == [1]
    assert [row["pixels"] for row in record["results"]["classes"]] == [2, 2, 4]


floats = st.one_of(
    st.sampled_from([0.0, -1.0, -9999.0, 1.0, 2.0, 2.0, 3.5, 1e-30, 1e-42, 3e38]),
    st.floats(min_value=2**-10, max_value=2**20, width=32),
)
rules = st.builds(
    CumulativeRule,
    extreme_percent=st.sampled_from([10.0, 33.3, 50.0, 56.25]),
    important_percent=st.sampled_from([60.0, 75.0, 80.1, 99.9]),
    rule=st.sampled_from(list(Rule)),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(
    cells=st.lists(floats, min_size=1, max_size=24),
    how=rules,
    dtype=st.sampled_from(["float32", "float64", "int16", "int32"]),
)
def test_equals_the_twin(tmp_path, cells, how, dtype):
    if dtype.startswith("int"):
        cells = [float(int(min(max(cell, -9999), 30000))) for cell in cells]
    values = np.array([cells]).astype(dtype)
    if not ((values > 0) & (values != -9999)).any():
        with pytest.raises(InputError, match="nothing to grade"):
            grade(tmp_path, values, how)
        return
    classes, grading = grade(tmp_path, values, how)
    assert classes.tolist() == twin(values, how).tolist()
    assert {3, 2, 1} >= set(np.unique(classes[values != -9999]))
    assert grading.breaks.positive_pixels == ((values > 0) & (values != -9999)).sum()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(seed=st.integers(0, 10**6), how=rules, dtype=st.sampled_from(["float32", "float64"]))
def test_equals_the_twin_where_pixels_differ_in_area(tmp_path, seed, how, dtype):
    rng = np.random.default_rng(seed)
    values = np.round(rng.lognormal(0, 1, (40, 3)), int(rng.integers(0, 8))).astype(dtype)
    values[rng.random(values.shape) < 0.1] = -9999
    where = {"transform": DEGREES, "epsg": 4490}
    if not (values > 0).any():
        return
    classes, grading = grade(tmp_path, values, how, **where)
    areas = Grid.of_file(str(tmp_path / "index.tif")).row_areas()
    weights = np.repeat(integer_weights(areas)[:, None], 3, axis=1).astype(object)
    assert classes.tolist() == twin(values, how, weights).tolist()
    for row in grading.rows:
        in_class = (classes == row.value).sum(axis=1)
        assert row.area_m2 == pytest.approx((in_class * areas).sum(), rel=1e-12)


def test_area_weights_matter(tmp_path):
    # Near the pole a pixel is small: its high value weighs little.
    values = np.array([[8], [6]], "float32")
    where = {"transform": (105.0, 1.0, 0, 90.0, 0, -45.0), "epsg": 4490}
    classes, _ = grade(tmp_path, values, **where)
    assert classes.tolist() == [[3], [3]]
    classes, _ = grade(tmp_path, values)
    assert classes.tolist() == [[3], [2]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(seed=st.integers(0, 10**6), rule=st.sampled_from(list(Rule)))
def test_legacy_integers_equal_the_twin(tmp_path, seed, rule):
    values = np.random.default_rng(seed).lognormal(0, 1.5, (8, 9)).astype("float32")
    how = CumulativeRule(rule=rule, mode=Mode.LEGACY)
    classes, grading = grade(tmp_path, values, how)
    assert classes.tolist() == twin(values, how).tolist()
    assert grading.breaks.maximum == values.max()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(
    width=st.integers(7, 70),
    height=st.integers(7, 70),
    threads=st.integers(1, 4),
    mode=st.sampled_from(list(Mode)),
)
def test_result_does_not_depend_on_blocks_and_threads(tmp_path, width, height, threads, mode):
    values = np.random.default_rng(1).lognormal(0, 2, (61, 67)).astype("float32")
    how = CumulativeRule(mode=mode)
    where = {"transform": DEGREES, "epsg": 4490}
    first = grade(tmp_path, values, how, GradeOptions(threads=1), **where)
    windows = windows_of(Grid.of_file(str(tmp_path / "index.tif")), width, height)
    again = grade(
        tmp_path,
        values,
        how,
        GradeOptions(threads=threads, windows=Plan(windows, (16, 16))),
        **where,
    )
    assert np.array_equal(first[0], again[0])
    assert first[1] == again[1]


def test_many_small_values_do_not_vanish(tmp_path):
    # A float32 running sum stops growing at 2**24 ones; an exact one does not.
    values = np.ones((4100, 4100), "float32")
    values[0, 0] = 2.0
    classes, grading = grade(tmp_path, values)
    total = values.size + 1
    assert grading.breaks.extreme == 1.0
    assert grading.rows[0].value_share == pytest.approx(1.0)
    assert grading.breaks.positive_pixels == total - 1
    assert (classes == EXTREME).all()


def test_ties_share_a_class_and_monotone(tmp_path):
    values = np.random.default_rng(3).integers(1, 30, (40, 40)).astype("float32")
    classes, _ = grade(tmp_path, values)
    for value in np.unique(values):
        assert len(np.unique(classes[values == value])) == 1
    order = np.argsort(values.ravel())
    assert np.all(np.diff(classes.ravel()[order].astype(int)) >= 0)
    assert {EXTREME, MIDDLE, GENERAL} == set(np.unique(classes))


@pytest.mark.parametrize("limits", [(0, 80), (50, 50), (80, 50), (50, 100)])
def test_limits_must_rise(tmp_path, limits):
    with pytest.raises(InputError, match="must rise"):
        grade(tmp_path, SHEET, CumulativeRule(*limits))


def test_cancel_leaves_nothing(tmp_path):
    class Stop(Quiet):
        def cancelled(self):
            return self.fraction > 0.7

    path = write(tmp_path / "index.tif", np.ones((300, 300), "float32"))
    windows = windows_of(Grid.of_file(path), 32, 32)
    with pytest.raises(CancelledError):
        grade_by_cumulative_value(
            RasterSource(path),
            tmp_path / "classes.tif",
            INCLUSIVE,
            Stop(),
            GradeOptions(windows=Plan(windows, (32, 32))),
        )
    assert [p.name for p in tmp_path.iterdir()] == ["index.tif"]
