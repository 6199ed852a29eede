"""The USDA triangle with HWSD's codes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.soil.usda import CLASSES, usda_texture


def classify(sand, silt, clay, dtype="float64"):
    with np.errstate(all="ignore"):
        return usda_texture(*(np.atleast_1d(np.asarray(v, dtype)) for v in (sand, silt, clay)))


def manual(sand, silt, clay):
    """The twelve definitions of the Soil Survey Manual, each by itself; all that hold."""
    found = []
    if silt + 1.5 * clay < 15:
        found.append(13)
    if silt + 1.5 * clay >= 15 and silt + 2 * clay < 30:
        found.append(12)
    if (7 <= clay < 20 and sand > 52 and silt + 2 * clay >= 30) or (
        clay < 7 and silt < 50 and silt + 2 * clay >= 30
    ):
        found.append(11)
    if 7 <= clay < 27 and 28 <= silt < 50 and sand <= 52:
        found.append(9)
    if (silt >= 50 and 12 <= clay < 27) or (50 <= silt < 80 and clay < 12):
        found.append(7)
    if silt >= 80 and clay < 12:
        found.append(6)
    if 20 <= clay < 35 and silt < 28 and sand > 45:
        found.append(10)
    if 27 <= clay < 40 and 20 < sand <= 45:
        found.append(5)
    if 27 <= clay < 40 and sand <= 20:
        found.append(4)
    if clay >= 35 and sand > 45:
        found.append(8)
    if clay >= 40 and silt >= 40:
        found.append(2)
    if clay >= 40 and sand <= 45 and silt < 40:
        found.append(1 if clay > 60 else 3)
    return found


def test_the_whole_triangle_by_whole_and_half_per_cents():
    # In halves all numbers are exact, so that the limits are hit on both sides.
    points = [
        (sand / 2, (200 - sand - clay) / 2, clay / 2)
        for sand in range(201)
        for clay in range(201 - sand)
    ]
    sand, silt, clay = np.array(points).T
    for dtype in ("float32", "float64"):
        found = classify(sand, silt, clay, dtype)
        for point, code in zip(points, found):
            assert manual(*point) == [code], point
    assert set(found) == set(range(1, 14))


@given(st.floats(0, 100), st.floats(0, 1))
def test_every_point_has_one_class_and_scale_does_not_matter(sand, part):
    clay = (100 - sand) * part
    silt = 100 - sand - clay
    code = classify(sand, silt, clay)[0]
    assert code in {entry.value for entry in CLASSES}
    assert code in manual(sand, silt, clay)


@pytest.mark.parametrize("factor", [0.5, 0.9, 1.1])
def test_open_sums_are_scaled(factor):
    values = np.array([[41, 41, 18], [92, 5, 3], [10, 56, 34], [20, 10, 70]], float).T
    assert classify(*values).tolist() == [9, 13, 4, 1]
    assert classify(*(values * factor)).tolist() == [9, 13, 4, 1]


def test_rounded_fractions_are_not_moved_over_a_limit():
    # A sum of 100.02 % would bring 40 % of clay to 39.99 %; one of 101 % does.
    assert classify([30.0], [30.02], [40.0], "float32").tolist() == [3]
    assert classify([30.0], [31.0], [40.0], "float32").tolist() == [5]


def test_heavy_clay_begins_above_60_per_cent():
    assert classify([20, 20], [20, 19.9], [60, 60.1]).tolist() == [3, 1]


def test_nothing_known_is_nothing():
    assert np.isnan(classify([0, np.nan, 40, 40], [0, 40, np.nan, 40], [0, 20, 20, np.nan])).all()


def test_classes_have_each_code_once_and_colours_of_their_own():
    assert [entry.value for entry in CLASSES] == list(range(1, 14))
    assert len({entry.colour for entry in CLASSES}) == 13
