"""Folds that are spatial, and folds that are not."""

import numpy as np
import pytest

from redline_plugin.core.species.chance import _scramble, permutation, uniform
from redline_plugin.core.species.folds import random_folds, spatial_folds


@pytest.fixture(scope="module")
def land():
    rng = np.random.default_rng(5)
    return rng.uniform(0, 50_000, (140, 2)), rng.uniform(0, 50_000, (3000, 2))


def blocks(places, origin, edge):
    return [tuple(b) for b in np.floor((places - origin) / edge).astype(int)]


def mixed(places, folds):
    """Share of points whose nearest neighbour is in another fold."""
    gaps = np.linalg.norm(places[:, None] - places[None], axis=2)
    np.fill_diagonal(gaps, np.inf)
    return float((folds != folds[gaps.argmin(axis=1)]).mean())


def test_a_block_is_in_one_fold_whole(land):
    presences, background = land
    folds = spatial_folds(presences, background, 5)
    assert folds.count == 5
    origin = presences.min(axis=0)
    of_block = {}
    for places, fold in ((presences, folds.presences), (background, folds.background)):
        for block, number in zip(blocks(places, origin, folds.edge_m), fold):
            assert of_block.setdefault(block, number) == number
    assert set(folds.presences) == set(folds.background) == set(range(5))
    sizes = np.bincount(folds.presences)
    assert sizes.max() <= 1.5 * sizes.min()


def test_spatial_folds_keep_neighbours_together_and_random_ones_do_not(land):
    presences, background = land
    spatial = spatial_folds(presences, background, 5)
    random = random_folds(len(presences), len(background), 5, 1, 0)
    assert mixed(presences, spatial.presences) < 0.35
    assert mixed(presences, random.presences) > 0.6


def test_the_users_edge_and_too_few_blocks(land):
    presences, background = land
    folds = spatial_folds(presences, background, 5, 30_000.0)
    assert folds.edge_m == 30_000.0
    assert folds.count == 4
    assert spatial_folds(presences, background, 5, 1e6).count == 1


def test_clustered_presences_still_get_their_folds():
    rng = np.random.default_rng(1)
    presences = np.concatenate([rng.normal(0, 50, (30, 2)), [[40_000.0, 40_000.0]]])
    folds = spatial_folds(presences, rng.uniform(0, 40_000, (500, 2)), 5)
    assert folds.count == 5
    assert set(folds.presences) == set(range(5))
    assert spatial_folds(np.zeros((12, 2)), np.zeros((5, 2)), 5).count == 1


def test_random_folds_are_even_and_follow_the_seed():
    folds = random_folds(23, 1000, 5, 9, 4)
    assert sorted(np.bincount(folds.presences)) == [4, 4, 5, 5, 5]
    assert set(np.bincount(folds.background)) == {200}
    again, other = random_folds(23, 1000, 5, 9, 4), random_folds(23, 1000, 5, 10, 4)
    assert np.array_equal(folds.presences, again.presences)
    assert not np.array_equal(folds.presences, other.presences)
    assert random_folds(3, 10, 5, 1, 1).count == 3


def test_chance_is_splitmix():
    """Published outputs of SplitMix64 for the seed 1234567."""
    assert _scramble(1234567) == 6457827717110365317
    assert _scramble(1234567 + 0x9E3779B97F4A7C15) == 3203168211198807973


def test_chance_is_even_and_depends_on_the_place_only():
    numbers = uniform(np.arange(200_000), 3)
    assert numbers.min() > 0
    assert numbers.max() < 1
    counts = np.histogram(numbers, 20, (0, 1))[0]
    assert np.abs(counts - 10_000).max() < 400
    assert abs(np.corrcoef(numbers[1:], numbers[:-1])[0, 1]) < 0.01
    assert np.array_equal(uniform(np.arange(500, 600), 3), numbers[500:600])
    assert not np.array_equal(uniform(np.arange(10), 3), uniform(np.arange(10), 4))
    assert not np.array_equal(uniform(np.arange(10), 3, 1), uniform(np.arange(10), 3, 2))
    assert sorted(permutation(50, 1)) == list(range(50))
