"""Slope length against a second implementation, cell by cell, and on simple ground."""

import math
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.terrain.flow import STEPS, steepest_descent
from redline_plugin.core.terrain.slopelength import (
    Ends,
    contribution,
    flow_path_length,
    steps_of_area,
    steps_of_length,
)

USUAL = Ends(0.7, 0.5)
NEVER = Ends(0.0, 0.0)


def sizes(rows, width, height):
    widths = np.broadcast_to(np.asarray(width, float), (rows,)).reshape(rows, 1)
    return widths, np.broadcast_to(np.asarray(height, float), (rows,)).reshape(rows, 1)


def length_of(elevation, width=30.0, height=None, ends=USUAL, steps=10_000):
    elevation = np.asarray(elevation)
    width, height = sizes(elevation.shape[0], width, width if height is None else height)
    with np.errstate(all="ignore"):
        return flow_path_length(elevation, width, height, steps, ends)


class ByHand:
    """The definition, one cell at a time, in double precision."""

    def __init__(self, elevation, width, height, ends=USUAL):
        self.z = np.asarray(elevation, float).tolist()
        self.rows, self.columns = len(self.z), len(self.z[0])
        self.width, self.height = (s[:, 0].tolist() for s in sizes(self.rows, width, height))
        self.ends = ends
        self.cells = [
            (y, x)
            for y in range(self.rows)
            for x in range(self.columns)
            if not math.isnan(self.z[y][x])
        ]
        self.down = {cell: self.receiver(*cell) for cell in self.cells}
        self.donors = {cell: [] for cell in self.cells}
        for cell, (to, _, _) in self.down.items():
            if to is not None:
                self.donors[to].append(cell)
        self.area = lru_cache(None)(self._area)
        self.length = lru_cache(None)(self._length)

    def receiver(self, y, x):
        best, to, step = 0.0, None, (self.width[y] * self.height[y]) ** 0.5
        for dy, dx in STEPS:
            v, u = y + dy, x + dx
            if 0 <= v < self.rows and 0 <= u < self.columns and not math.isnan(self.z[v][u]):
                far = math.hypot(dy * self.height[y], dx * self.width[y])
                gradient = (self.z[y][x] - self.z[v][u]) / far
                if gradient > best:
                    best, to, step = gradient, (v, u), far
        return to, best, step

    def _area(self, cell):
        own = self.width[cell[0]] * self.height[cell[0]]
        return own + sum(self.area(donor) for donor in self.donors[cell])

    def is_channel(self, cell):
        given_one = self.ends.channel is not None and self.ends.channel[cell]
        limit = self.ends.channel_area
        return given_one or (limit > 0 and self.area(cell) > limit)

    def goes_on(self, donor, cell):
        to, gradient, _ = self.down[cell]
        factor = self.ends.gentle if gradient < 0.05 else self.ends.steep
        steep = math.atan(gradient) >= factor * math.atan(self.down[donor][1])
        return to is not None and steep and not (self.is_channel(donor) or self.is_channel(cell))

    def _length(self, cell):
        own = self.down[cell][2]
        if not self.donors[cell]:
            return own / 2
        ways = [d for d in self.donors[cell] if self.goes_on(d, cell)]
        return max((self.length(d) + self.down[d][2] for d in ways), default=own)

    def lengths(self):
        result = np.full((self.rows, self.columns), np.nan)
        for cell in self.cells:
            result[cell] = self.length(cell)
        return result


def ground(seed, shape=(9, 10), dtype="float64", holes=0.1):
    """Small ground with slopes, steps, flats, pits, equal neighbours and holes."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[: shape[0], : shape[1]]
    tilt = random.integers(-6, 7, 2)
    elevation = tilt[0] * y + tilt[1] * x + random.integers(0, random.integers(2, 25), shape)
    elevation = elevation.astype(dtype) * float(random.choice([0.25, 1.0, 4.0]))
    elevation[random.random(shape) < holes] = np.nan
    return elevation


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, 1_000_000),
    st.sampled_from([NEVER, USUAL, Ends(1.0, 1.0), Ends(0.9, 0.2)]),
    st.sampled_from([0.0, 3000.0, 9000.0]),
    st.booleans(),
    st.sampled_from(["float32", "float64"]),
)
def test_lengths_by_hand(seed, ends, channel_area, given_channels, dtype):
    elevation = ground(seed, dtype=dtype)
    random = np.random.default_rng(seed + 1)
    channel = random.random(elevation.shape) < 0.1 if given_channels else None
    ends = Ends(ends.gentle, ends.steep, channel, channel_area)
    width = 25.0 + np.arange(elevation.shape[0])
    found = length_of(elevation, width, 31.0, ends)
    assert found.dtype == dtype
    expected = ByHand(elevation, width, 31.0, ends).lengths()
    np.testing.assert_allclose(found, expected, rtol=2e-6 if dtype == "float32" else 1e-12)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 1_000_000), st.integers(1, 12))
def test_few_steps_tell_short_ways_exactly(seed, limit):
    elevation = ground(seed, (12, 12))
    all_steps = length_of(elevation, 10.0, ends=NEVER)
    few = length_of(elevation, 10.0, ends=NEVER, steps=steps_of_length(limit * 10.0, 10.0, 10.0))
    np.testing.assert_array_equal(
        np.minimum(few, limit * 10.0), np.minimum(all_steps, limit * 10.0)
    )
    np.testing.assert_array_equal(few > limit * 10.0, all_steps > limit * 10.0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1_000_000), st.booleans())
def test_area_by_hand(seed, given_channels):
    elevation = ground(seed)
    random = np.random.default_rng(seed + 1)
    channel = random.random(elevation.shape) < 0.1 if given_channels else None
    width, height = sizes(elevation.shape[0], 25.0 + np.arange(elevation.shape[0]), 31.0)
    found = contribution(elevation, width, height, 10_000, channel)
    hand = ByHand(elevation, width[:, 0], 31.0, Ends(0, 0, channel))
    if channel is not None:
        for cell in hand.cells:
            hand.donors[cell] = [d for d in hand.donors[cell] if not (channel[d] or channel[cell])]
    for cell in hand.cells:
        own = width[cell[0], 0] * 31.0
        assert found.area[cell] == pytest.approx(hand.area(cell) - own, abs=1e-6)
        to = hand.down[cell][0]
        diagonal = to is not None and to[0] != cell[0] and to[1] != cell[1]
        assert found.contour[cell] == pytest.approx(2**0.5 if diagonal else 1)
    assert np.array_equal(np.isnan(found.area), np.isnan(elevation))


def test_a_plane_counts_from_its_top():
    plane = np.tile(np.arange(10.0)[::-1] * 3, (6, 1))
    np.testing.assert_allclose(length_of(plane)[:, :-1], np.tile(15 + 30 * np.arange(9.0), (6, 1)))
    # Beyond the last column nothing is known: no way down, the slope ends there.
    assert (length_of(plane)[:, -1] == 30).all()


def test_a_plane_down_the_diagonal_counts_diagonals():
    y, x = np.mgrid[:8, :8]
    found = length_of(-4.0 * (x + y))
    np.testing.assert_allclose(np.diag(found)[:-1], 30 * 2**0.5 * (0.5 + np.arange(7.0)))


def test_a_ridge_parts_two_slopes():
    roof = -2.0 * np.abs(np.arange(21.0) - 10)
    found = length_of(np.tile(roof, (5, 1)))
    # Of equal descents the ridge takes that to the east, whose slope is longer by a cell.
    np.testing.assert_allclose(found[:, 1:10], np.tile(15 + 30 * np.arange(9.0)[::-1], (5, 1)))
    np.testing.assert_allclose(found[:, 10:20], np.tile(15 + 30 * np.arange(10.0), (5, 1)))


def test_a_cone_has_lengths_like_its_radius():
    y, x = np.mgrid[-40:41, -40:41]
    radius = np.hypot(y, x)
    found = length_of(-5.0 * radius, 10.0)
    inside = (radius > 2) & (radius < 39)
    ratio = found[inside] / (10 * radius[inside])
    # D8 goes by eight directions only: its way is never shorter, by 8 % at most longer, but for
    # ways that begin below the top where no cell drains into a ray.
    assert ratio.max() < 1.09 + 0.5 / 2
    on_axes = (y == 0) | (x == 0) | (abs(y) == abs(x))
    np.testing.assert_allclose(
        found[inside & on_axes] / (10 * radius[inside & on_axes]), 1, atol=0.25
    )


@pytest.mark.parametrize(("lower", "ends_there"), [(0.051, True), (0.053, False)])
def test_a_steep_slope_ends_at_half_its_angle(lower, ends_there):
    # 10.5 % above; half of its angle is 5.24 %.
    heights = 100 - np.concatenate([30 * 0.105 * np.arange(6.0), [0] * 5])
    heights[6:] = heights[5] - 30 * lower * np.arange(1.0, 6)
    found = length_of(heights[None])[0]
    assert found[4] == pytest.approx(15 + 4 * 30)
    assert found[5] == (30 if ends_there else pytest.approx(15 + 5 * 30))
    assert found[6] == pytest.approx(found[5] + 30)


@pytest.mark.parametrize(("lower", "ends_there"), [(0.0279, True), (0.0281, False)])
def test_a_gentle_slope_ends_at_seven_tenths(lower, ends_there):
    # 4 % above, so 2.8 % below; the factor is that of the lower slope.
    heights = 100 - np.concatenate([30 * 0.04 * np.arange(6.0), [0] * 5])
    heights[6:] = heights[5] - 30 * lower * np.arange(1.0, 6)
    found = length_of(heights[None])[0]
    assert found[5] == (30 if ends_there else pytest.approx(15 + 5 * 30))


def test_the_lower_slope_chooses_the_factor():
    # 8 % above, 4.9 % below: more than half, less than seven tenths, and gentle: it ends.
    heights = 100 - np.concatenate([30 * 0.08 * np.arange(6.0), [0] * 5])
    heights[6:] = heights[5] - 30 * 0.049 * np.arange(1.0, 6)
    assert length_of(heights[None])[0][5] == 30


def test_flats_and_pits_end_a_slope_even_without_cut_off():
    heights = np.array([[9.0, 8, 7, 6, 6, 6, 5, 4, 3, 4]])
    found = length_of(heights, ends=NEVER)[0]
    np.testing.assert_allclose(found, [15, 45, 75, 30, 15, 15, 45, 75, 30, 15])


def test_a_channel_ends_the_slope_and_starts_none():
    heights = np.arange(10.0)[None, ::-1].copy()
    channel = np.zeros((1, 10), bool)
    channel[0, 4] = True
    found = length_of(heights, ends=Ends(0.7, 0.5, channel))[0]
    np.testing.assert_allclose(found[:9], [15, 45, 75, 105, 30, 30, 60, 90, 120])


def test_a_large_area_makes_a_channel():
    heights = np.arange(10.0)[None, ::-1].copy()
    found = length_of(heights, ends=Ends(0.7, 0.5, None, 4 * 900.0))[0]
    # Four cells above and its own: 5 * 900 m2 is more than 4 * 900.
    np.testing.assert_allclose(found, [15, 45, 75, 105, 30, 30, 30, 30, 30, 30])


def test_of_equal_descents_the_first_is_taken():
    heights = np.array([[5.0, 0, 5], [0, 9, 0], [5, 0, 5]])
    edges = steepest_descent(heights, *sizes(3, 30.0, 30.0)).edges
    assert edges.target[edges.source == 4].tolist() == [5]


def test_steps():
    assert steps_of_length(300, 30, 30) == 12
    assert steps_of_length(300, 25, 31) == 14
    assert steps_of_length(299.9, 30, 30) == 11
    for area in (0, 900, 100_000):
        assert (steps_of_area(area, 30, 30) - 1) * 900 > area


def test_nothing_is_known_nowhere():
    assert np.isnan(length_of(np.full((4, 5), np.nan))).all()
    flat = length_of(np.zeros((4, 5)))
    assert (flat == 15).all()
