"""More than three classes, caps for the integers, and what is left out, against brute force."""

from fractions import Fraction
from math import ceil

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal
from support.rasters import read, write

from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.grade.classes import GradeOptions
from redline_plugin.core.grade.cumulative import (
    CumulativeRule,
    Mode,
    NotPositive,
    Practice,
    Rule,
    grade_by_cumulative_value,
)
from redline_plugin.core.grade.exactsum import integer_weights
from redline_plugin.core.grade.importance import (
    BREAK_KEYS,
    IMPORTANCE_COLOURS,
    IMPORTANCE_TITLES,
    PERCENT_KEYS,
    codes_of,
    entries_of,
)
from redline_plugin.core.grade.percentile import percentile_of
from redline_plugin.core.grade.rule import NATIONAL_PERCENTS
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Grid, windows_of
from redline_plugin.core.raster.plan import Plan
from redline_plugin.core.raster.source import RasterSource, inspect

NODATA = -9999
NATIONAL = CumulativeRule(50.0, 75.0, lower_percents=(90.0,))
DEGREES = (105.0, 0.5, 0, 40.0, 0, -0.5)
ON_FOLDERS = [HealthCheck.function_scoped_fixture]


def grade(folder, values, how, options=None, **where):
    path = write(folder / "index.tif", values, nodata=NODATA, **where)
    grading = grade_by_cumulative_value(
        RasterSource(path), folder / "classes.tif", how, Quiet(), options
    )
    return read(folder / "classes.tif"), grading


def nearest_rank(values, percent):
    """The percentile of a sorted list, the plain way."""
    ordered = sorted(values)
    return ordered[ceil(Fraction(str(percent)) / 100 * len(ordered)) - 1]


def twin(values, how, weights=None):
    """Codes and shares by sorting, in exact fractions: slow and plain."""
    weights = np.ones(values.shape, dtype=object) if weights is None else weights
    valid = values != NODATA
    keep = valid & (values > 0)
    graded = values.astype("float64")
    if how.mode is Mode.LEGACY:
        top = nearest_rank(graded[keep].tolist(), how.cap_percentile)
        graded = np.floor(np.where(graded > top, top, graded) / top * 100)
    sums = {}
    for value, weight in zip(graded[keep].tolist(), weights[keep].tolist()):
        sums[value] = sums.get(value, 0) + Fraction(value) * int(weight)
    total = sum(sums.values())
    names = [*[3, 2, 4, 5, 6, 7][: len(how.percents)], 1]
    limits = [Fraction(str(percent)) / 100 * total for percent in how.percents]
    lowest = 0 if how.not_positive is NotPositive.LEFT_OUT else 1
    classes = np.where(valid, np.where(keep, 1, lowest), 0).astype("uint8")
    shares = dict.fromkeys(names, Fraction(0))
    before = Fraction(0)
    for value in sorted(sums, reverse=True):
        after = before + sums[value]
        passed = [
            before >= limit if how.rule is Rule.INCLUSIVE else after > limit for limit in limits
        ]
        name = names[sum(passed)]
        # Integers of 0 have no share in the sum, so they are in the lowest class in any case.
        classes[keep & (graded == value)] = name if value else 1
        shares[name] += sums[value] / total
        before = after
    return classes, {name: float(share) for name, share in shares.items()}


lists = st.lists(
    st.sampled_from([5.0, 20.0, 33.3, 50.0, 62.5, 75.0, 80.1, 90.0, 99.9]),
    min_size=2,
    max_size=6,
    unique=True,
).map(sorted)


@st.composite
def rules(draw):
    percents = draw(lists)
    mode = draw(st.sampled_from(list(Mode)))
    cap = draw(st.sampled_from([100.0, 99.9, 90.0, 50.0, 3.0])) if mode is Mode.LEGACY else 100.0
    return CumulativeRule(
        percents[0],
        percents[1],
        draw(st.sampled_from(list(Rule))),
        mode,
        tuple(percents[2:]),
        cap,
        draw(st.sampled_from(list(NotPositive))),
    )


cells = st.one_of(
    st.sampled_from([0.0, -1.0, -9999.0, 1.0, 2.0, 2.0, 3.5, 100.0]),
    st.floats(min_value=2**-10, max_value=2**12, width=32),
)


@settings(suppress_health_check=ON_FOLDERS, max_examples=120, deadline=None)
@given(
    cells=st.lists(cells, min_size=1, max_size=24),
    how=rules(),
    dtype=st.sampled_from(["float32", "float64", "int16", "int32"]),
)
def test_equals_the_twin(tmp_path, cells, how, dtype):
    values = np.array([cells]).astype(dtype)
    if not ((values > 0) & (values != NODATA)).any():
        with pytest.raises(InputError, match="nothing to grade"):
            grade(tmp_path, values, how)
        return
    classes, grading = grade(tmp_path, values, how)
    expected, shares = twin(values, how)
    assert classes.tolist() == expected.tolist()
    assert {row.value: row.value_share for row in grading.rows} == shares
    none = (values <= 0) & (values != NODATA)
    if how.not_positive is NotPositive.LEFT_OUT:
        assert grading.left_out.pixels == none.sum()
        assert grading.left_out.area_m2 == 900 * none.sum()
    else:
        assert grading.left_out is None
    assert sum(row.pixels for row in grading.rows) == np.count_nonzero(expected)


@settings(suppress_health_check=ON_FOLDERS, max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), how=rules())
def test_equals_the_twin_where_pixels_differ_in_area(tmp_path, seed, how):
    rng = np.random.default_rng(seed)
    values = np.round(rng.lognormal(0, 1, (40, 3)), int(rng.integers(1, 8))).astype("float32")
    values[rng.random(values.shape) < 0.1] = NODATA
    values[rng.random(values.shape) < 0.1] = 0
    classes, grading = grade(tmp_path, values, how, transform=DEGREES, epsg=4490)
    areas = Grid.of_file(str(tmp_path / "index.tif")).row_areas()
    weights = np.repeat(integer_weights(areas)[:, None], 3, axis=1).astype(object)
    expected, shares = twin(values, how, weights)
    assert classes.tolist() == expected.tolist()
    assert {row.value: row.value_share for row in grading.rows} == shares
    if grading.left_out is not None:
        rows = ((values <= 0) & (values != NODATA)).sum(axis=1)
        assert grading.left_out.area_m2 == pytest.approx((rows * areas).sum(), rel=1e-12)


@settings(suppress_health_check=ON_FOLDERS, max_examples=15, deadline=None)
@given(
    width=st.integers(7, 70),
    height=st.integers(7, 70),
    threads=st.integers(1, 4),
    how=rules(),
)
def test_result_does_not_depend_on_blocks_and_threads(tmp_path, width, height, threads, how):
    values = np.random.default_rng(1).lognormal(0, 2, (61, 67)).astype("float32")
    values[5:9] = 0
    where = {"transform": DEGREES, "epsg": 4490}
    first = grade(tmp_path, values, how, GradeOptions(threads=1), **where)
    windows = windows_of(Grid.of_file(str(tmp_path / "index.tif")), width, height)
    options = GradeOptions(threads=threads, windows=Plan(windows, (16, 16)))
    again = grade(tmp_path, values, how, options, **where)
    assert np.array_equal(first[0], again[0])
    assert first[1] == again[1]


def test_the_sheets_values_in_four_classes(tmp_path):
    # Running shares 31.25, 56.25, 75, 87.5, 93.75 ...: 60 ends just on 75, 20 crosses 90.
    values = np.array([[100, 80, 60, 40, 20, 10, 5, 5]], "float32")
    classes, grading = grade(tmp_path, values, NATIONAL)
    assert classes.tolist() == [[3, 3, 2, 4, 4, 1, 1, 1]]
    assert grading.breaks.values == (80.0, 60.0, 20.0)
    assert [(row.value, row.title) for row in grading.rows] == [
        (3, "Extremely important"),
        (2, "Important"),
        (4, "Moderately important"),
        (1, "Generally important"),
    ]
    record = read_provenance(str(tmp_path / "classes.tif"))
    noted = record["parameters"]
    assert (noted["practice"], noted["percent_class_4"], noted["break_class_4"]) == (
        "national", 90.0, 20.0,
    )  # fmt: skip
    assert "left_out" not in record["results"]
    dataset = gdal.Open(str(tmp_path / "classes.tif"))
    table = dataset.GetRasterBand(1).GetColorTable()
    assert table.GetColorEntry(4)[:3] == IMPORTANCE_COLOURS[4]


@given(rules())
def test_the_highest_class_is_always_three_and_the_lowest_one(how):
    codes = how.codes
    assert (codes[0], codes[1], codes[-1]) == (3, 2, 1)
    assert len(set(codes)) == len(codes) == len(how.percents) + 1
    assert [entry.value for entry in entries_of(len(how.percents))] == list(codes)
    record = how.record()
    assert [record[key] for key in PERCENT_KEYS if key in record] == list(how.percents)


def test_names_colours_and_keys_cover_all_codes():
    every = set(codes_of(6))
    assert set(IMPORTANCE_TITLES) == set(IMPORTANCE_COLOURS) == every
    assert len(PERCENT_KEYS) == len(BREAK_KEYS) == len(every) - 1
    # Darker is higher.
    brightness = [sum(IMPORTANCE_COLOURS[code]) for code in codes_of(6)]
    assert brightness == sorted(set(brightness))


def test_whose_breaks_they_are():
    assert CumulativeRule().practice is Practice.GUIDE
    assert NATIONAL.practice is Practice.NATIONAL
    assert NATIONAL.percents == NATIONAL_PERCENTS
    assert CumulativeRule(50.0, 75.0).practice is Practice.OWN


def test_a_cap_takes_the_place_of_the_maximum(tmp_path):
    values = np.array([[1, 2, 3, 4, 5, 6, 7, 8, 9, 1000]], "float32")
    plain, _ = grade(tmp_path, values, CumulativeRule(mode=Mode.LEGACY))
    assert plain.tolist() == [[1] * 9 + [3]]
    how = CumulativeRule(mode=Mode.LEGACY, cap_percentile=90.0)
    capped, grading = grade(tmp_path, values, how)
    # 11, 22 ... 88, 100 and 100 are 596: from 77 up they reach 298, from 55 up 476.8.
    assert capped.tolist() == [[1, 1, 1, 1, 2, 2, 3, 3, 3, 3]]
    breaks = grading.breaks
    assert (breaks.cap, breaks.maximum, breaks.capped_pixels) == (9.0, 1000.0, 1)
    noted = read_provenance(str(tmp_path / "classes.tif"))["parameters"]
    assert (noted["cap"], noted["cap_percentile"], noted["capped_pixels"]) == (9.0, 90.0, 1)


def test_a_cap_at_the_maximum_changes_nothing(tmp_path):
    values = np.random.default_rng(5).lognormal(0, 2, (20, 20)).astype("float32")
    plain = grade(tmp_path, values, CumulativeRule(mode=Mode.LEGACY))
    capped = grade(tmp_path, values, CumulativeRule(mode=Mode.LEGACY, cap_percentile=100.0))
    assert np.array_equal(plain[0], capped[0])
    assert plain[1] == capped[1]
    assert capped[1].breaks.cap is None


@settings(suppress_health_check=ON_FOLDERS, max_examples=60, deadline=None)
@given(
    values=st.lists(cells, min_size=1, max_size=40),
    percent=st.sampled_from([0.01, 1.0, 33.3, 50.0, 66.6, 97.5, 99.9, 100.0]),
    dtype=st.sampled_from(["float32", "float64", "int32"]),
)
def test_percentile_is_the_nearest_rank(tmp_path, values, percent, dtype):
    values = np.array([values]).astype(dtype)
    path = write(tmp_path / "p.tif", values, nodata=NODATA)
    kept = values[(values > 0) & (values != NODATA)].tolist()
    with gdal_exceptions():
        info = inspect(RasterSource(path))
        if not kept:
            with pytest.raises(InputError, match="nothing to grade"):
                percentile_of(info, percent, Quiet(), GradeOptions())
            return
        found = percentile_of(info, percent, Quiet(), GradeOptions())
    assert found.value == nearest_rank(kept, percent)
    assert found.above == sum(value > found.value for value in kept)
    assert found.maximum == max(kept)


def test_what_is_left_out_changes_no_other_class(tmp_path):
    values = np.array([[0, -3, 100, 80, 60, 40, 20, 10, 5, 5, NODATA, 0]], "float32")
    kept, before = grade(tmp_path, values, CumulativeRule())
    left, after = grade(tmp_path, values, CumulativeRule(not_positive=NotPositive.LEFT_OUT))
    assert kept.tolist() == [[1, 1, 3, 3, 2, 2, 1, 1, 1, 1, 0, 1]]
    assert left.tolist() == [[0, 0, 3, 3, 2, 2, 1, 1, 1, 1, 0, 0]]
    assert before.breaks == after.breaks
    assert after.rows[-1].area_share == 0.5
    assert read_provenance(str(tmp_path / "classes.tif"))["results"]["left_out"] == {
        "pixels": 3, "area_m2": 2700.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (CumulativeRule(50.0, 75.0, lower_percents=(75.0,)), "must rise"),
        (CumulativeRule(50.0, 75.0, lower_percents=(100.0,)), "must rise"),
        (CumulativeRule(10.0, 20.0, lower_percents=(30.0, 40.0, 50.0, 60.0, 70.0)), "2 to 6"),
        (CumulativeRule(float("nan"), 75.0), "must rise"),
        (CumulativeRule(mode=Mode.LEGACY, cap_percentile=0.0), "percentile of the cap"),
        (CumulativeRule(mode=Mode.LEGACY, cap_percentile=100.5), "percentile of the cap"),
        (CumulativeRule(cap_percentile=99.0), "only with the Guide's integers"),
    ],
)
def test_choices_that_cannot_be(tmp_path, how, said):
    with pytest.raises(InputError, match=said):
        grade(tmp_path, np.ones((2, 2), "float32"), how)
    assert not (tmp_path / "classes.tif").exists()
