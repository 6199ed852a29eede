"""Filling, receivers, sums and orders on grids small enough to see."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.demo.flow import FlowTree, fill_depressions, steepest_receivers


def test_a_pit_is_filled_to_its_lowest_pass() -> None:
    height = np.array([[9.0, 9, 9, 9], [9, 1, 5, 2], [9, 9, 9, 9]])
    filled = fill_depressions(height, np.array([7]), rise=0.0)
    assert filled[1].tolist() == [9.0, 5.0, 5.0, 2.0]
    assert filled[0].tolist() == height[0].tolist()


@given(st.integers(0, 10_000), st.integers(3, 14))
def test_all_water_reaches_the_outlet_downhill(seed: int, side: int) -> None:
    height = np.random.default_rng(seed).random((side, side))
    outlets = np.array([side * side - 1])
    filled = fill_depressions(height, outlets)
    tree = FlowTree(steepest_receivers(filled, outlets))
    flat = filled.ravel()
    roots = np.flatnonzero(tree.receiver == np.arange(side * side))
    assert roots.tolist() == outlets.tolist()
    inner = np.arange(side * side - 1)
    assert (flat[inner] > flat[tree.receiver[inner]]).all()
    assert tree.accumulate(np.ones(side * side))[outlets[0]] == side * side
    assert (filled >= height).all()


@given(st.integers(0, 10_000))
def test_spans_hold_exactly_the_catchment(seed: int) -> None:
    side = 7
    outlets = np.array([3])
    height = fill_depressions(np.random.default_rng(seed).random((side, side)), outlets)
    tree = FlowTree(steepest_receivers(height, outlets))
    order, start, count = tree.spans()
    for cell in range(side * side):
        above = set()
        for other in range(side * side):
            here = other
            while here != cell and here != outlets[0]:
                here = int(tree.receiver[here])
            if here == cell:
                above.add(other)
        assert set(order[start[cell] : start[cell] + count[cell]].tolist()) == above


def test_strahler_orders_rise_only_where_equals_meet() -> None:
    # 0 and 1 meet in 2; 3 joins 2 in 4; 5 and 6 meet in 7; 4 and 7 meet in 8.
    receiver = np.array([2, 2, 4, 4, 8, 7, 7, 8, 8])
    order = FlowTree(receiver).strahler(np.ones(9, bool))
    assert order.tolist() == [1, 1, 2, 1, 2, 1, 1, 2, 3]


def test_values_are_inherited_from_downstream() -> None:
    tree = FlowTree(np.array([0, 0, 1, 2]))
    own = np.array([7, 0, 5, 0])
    assert tree.inherit(own, own > 0).tolist() == [7, 7, 5, 5]


def test_raising_lifts_only_what_lies_below_its_receiver() -> None:
    tree = FlowTree(np.array([0, 0, 1, 2]))
    assert tree.raised(np.array([1.0, 3.0, 2.0, 9.0]), 0.5).tolist() == [1.0, 3.0, 3.5, 9.0]


def test_a_stop_is_heard_while_filling() -> None:
    def stop() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        fill_depressions(np.zeros((3, 3)), np.array([0]), pause=stop)
