"""Small patches join neighbours, and lines between classes run where the classes change."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from redline_plugin.core.reference.mosaic import patches, without_small
from redline_plugin.core.reference.rasterlimits import limits

TRANSFORM = (500000.0, 30.0, 0.0, 3500000.0, 0.0, -30.0)


def landscape(seed: int, size: int = 40) -> np.ndarray:
    rng = np.random.default_rng(seed)
    noise = ndimage.gaussian_filter(rng.random((size, size)), 2.0)
    classes = np.searchsorted(np.quantile(noise, [0.3, 0.6, 0.8]), noise) + 1
    classes[rng.random((size, size)) < 0.05] = 7
    return classes.astype(np.int32)


@given(st.integers(0, 10**6), st.sampled_from([0.0, 4.0, 30.0, 200.0]))
@settings(max_examples=30, deadline=None)
def test_no_patch_under_the_minimum_is_left(seed: int, least: float) -> None:
    classes = landscape(seed)
    classes[:, :3] = 0
    areas = np.ones((classes.shape[0], 1))
    done, gone = without_small(classes, areas, least, 0)
    number, _ = patches(done, 0)
    assert (np.bincount(number.ravel())[1:] >= least).all()
    assert (done[:, :3] == 0).all()
    assert (done[:, 3:] != 0).all()
    assert (gone == 0) == (done == classes).all()
    assert set(np.unique(done)) <= set(np.unique(classes))


def test_the_longest_common_edge_decides_and_an_island_stays() -> None:
    classes = np.ones((6, 7), dtype=np.int32)
    classes[:, 4:] = 2
    classes[2, 4] = 3  # three edges to 2, one to 1
    done, gone = without_small(classes, np.ones((6, 7)), 2.0, 0)
    assert gone == 1
    assert done[2, 4] == 2
    lonely = np.zeros((3, 3), dtype=np.int32)
    lonely[1, 1] = 5
    same, none = without_small(lonely, np.ones((3, 3)), 2.0, 0)
    assert (same == lonely).all()
    assert none == 0


def test_two_small_ones_side_by_side_are_enough_together() -> None:
    classes = np.ones((8, 8), dtype=np.int32)
    classes[3:5, 2:4] = 2
    classes[3:5, 4:7] = 3
    # The four cells of 2 have an edge of 2 with class 3, and 6 with class 1.
    done, gone = without_small(classes, np.ones((8, 8)), 5.0, 0)
    assert gone == 1
    assert (done[3:5, 4:7] == 3).all()


def test_lines_run_between_the_classes_only() -> None:
    classes = np.ones((20, 20), dtype=np.int32)
    classes[:, 10:] = 2
    classes[15:, :] = 0
    (line,) = limits(classes, TRANSFORM, 30.0, 0)
    assert (line.one, line.other) == (1, 2)
    assert set(map(tuple, shapely.get_coordinates(line.geometry))) == {
        (500300.0, 3500000.0),
        (500300.0, 3499550.0),
    }


@given(st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_with_no_tolerance_the_lines_are_the_cells_edges(seed: int) -> None:
    classes = landscape(seed, 25)
    found = limits(classes, TRANSFORM, 0.0, 0)
    edges = np.count_nonzero(np.diff(classes, axis=0)) + np.count_nonzero(np.diff(classes, axis=1))
    assert sum(limit.geometry.length for limit in found) == pytest.approx(30.0 * edges)
    for limit in found:
        assert limit.one < limit.other
