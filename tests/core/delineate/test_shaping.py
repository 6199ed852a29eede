"""Narrow parts and bridges, each against a twin that looks at every pixel by itself."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from redline_plugin.core.delineate.bridges import bridging_of
from redline_plugin.core.delineate.delineate import delineate
from redline_plugin.core.delineate.inputs import Options, ProtectedArea
from redline_plugin.core.delineate.narrow import opening_of, widened
from redline_plugin.core.errors import InputError

WEST, NORTH, PIXEL = 36_500_000.0, 4_000_000.0, 100.0
MASKS = st.builds(
    lambda rows, columns, share, seed: np.random.default_rng(seed).random((rows, columns)) < share,
    st.integers(1, 11),
    st.integers(1, 12),
    st.sampled_from([0.1, 0.3, 0.6, 0.8, 0.95]),
    st.integers(0, 10_000),
)


def opened_twin(mask, rows, columns, radius, steps):
    """Lay every square and every disc onto the mask and keep those that are wholly in."""
    height, width = mask.shape
    result = np.zeros_like(mask)
    for row, column in itertools.product(range(height - rows + 1), range(width - columns + 1)):
        square = np.s_[row : row + rows, column : column + columns]
        if mask[square].all():
            result[square] = True
    reach = int(radius / min(steps)) + 1
    disc = [
        (y, x)
        for y, x in itertools.product(range(-reach, reach + 1), repeat=2)
        if math.hypot(y * steps[1], x * steps[0]) <= radius * (1 + 1e-9)
    ]
    for row, column in itertools.product(range(height), range(width)):
        places = [(row + y, column + x) for y, x in disc]
        inside = all(0 <= y < height and 0 <= x < width and mask[y, x] for y, x in places)
        if inside:
            for y, x in places:
                result[y, x] = True
    return result


@settings(max_examples=60)
@given(mask=MASKS, width=st.sampled_from([50, 100, 101, 200, 250, 300, 450]), tall=st.booleans())
def test_opening_equals_the_twin(make_grid, mask, width, tall):
    transform = (WEST, PIXEL, 0.0, NORTH, 0.0, -60.0 if tall else -PIXEL)
    opening = opening_of(width, make_grid(20, 20, transform=transform))
    steps = (opening.step_x, opening.step_y)
    assert (opening.columns - 1) * steps[0] < width <= opening.columns * steps[0]
    expected = opened_twin(mask, opening.rows, opening.columns, opening.radius, steps)
    found = opening(mask)
    assert (found == expected).all()
    assert (opening(found) == found).all()


def test_corridors_of_just_the_width_stay_and_corners_too(make_grid, picture):
    opening = opening_of(200.0, make_grid(10, 10))
    drawn = picture("..##.... ..##.... ######## ######## ..##..#. ..##..#.") == 3
    expected = picture("..##.... ..##.... ######## ######## ..##.... ..##....") == 3
    assert (opening(drawn) == expected).all()
    assert (opening_of(100.0, make_grid(10, 10))(drawn) == drawn).all()


def test_a_corridor_that_runs_aslant_is_as_wide_as_one_along_a_row(make_grid):
    # 45 degrees, 5 pixels across: squares of 4 do not fit everywhere, discs of 4 do.
    y, x = np.mgrid[:40, :40]
    mask = np.abs(y - x) <= 5 / math.sqrt(2) * 2
    opened = opening_of(500.0, make_grid(10, 10))(mask)
    assert opened[10:30, 10:30].sum() > 0.97 * mask[10:30, 10:30].sum()


def bridges_twin(labels, steps, limit):
    result = np.zeros(labels.shape, dtype=bool)
    points = {n: np.argwhere(labels == n) for n in np.unique(labels[labels > 0])}
    for place in np.argwhere(labels == 0):
        distances = sorted(
            int((np.abs(where - place) * (steps[1], steps[0])).sum(axis=1).min())
            for where in points.values()
        )
        result[tuple(place)] = len(distances) > 1 and sum(distances[:2]) <= limit
    return result


@settings(max_examples=80)
@given(
    mask=MASKS,
    distance=st.sampled_from([0, 50, 100, 150, 200, 300, 600]),
    connectivity=st.sampled_from([4, 8]),
    tall=st.booleans(),
)
def test_bridges_equal_the_twin_and_join_what_is_near(mask, distance, connectivity, tall):
    steps = (100.0, 60.0 if tall else 100.0)
    structure = np.ones((3, 3)) if connectivity == 8 else None
    labels = ndimage.label(mask, structure)[0].astype(np.int32)
    bridging = bridging_of(distance, *steps)
    found = bridging.between(labels)
    whole = (int(steps[0] * 1000), int(steps[1] * 1000))
    assert (found == bridges_twin(labels, whole, bridging.limit)).all()
    joined = ndimage.label(mask | found, structure)[0]
    for bridge in range(1, joined.max() + 1):
        # Nothing of a bridge stands alone, and none leads back to the patch it came from.
        inside = joined == bridge
        patches = np.unique(labels[inside & mask])
        assert len(patches) >= (2 if (inside & found).any() else 1)
    for one, other in itertools.combinations(range(1, labels.max() + 1), 2):
        first, second = np.argwhere(labels == one), np.argwhere(labels == other)
        gaps = (np.abs(first[:, None] - second[None]) * (whole[1], whole[0])).sum(axis=2)
        if gaps.min() <= bridging.limit:
            assert joined[tuple(first[0])] == joined[tuple(second[0])]


def test_widened_lays_a_rectangle_around_each_pixel():
    mask = np.zeros((7, 7), dtype=bool)
    mask[3, 3] = True
    assert np.argwhere(widened(mask, 3, 2)).tolist() == [[y, x] for y in (2, 3, 4) for x in (3, 4)]


def kept(result, shape):
    union = shapely.union_all([block.geometry for block in result.blocks])
    shapely.prepare(union)
    y, x = np.mgrid[: shape[0], : shape[1]]
    return shapely.contains_xy(union, WEST + (x + 0.5) * PIXEL, NORTH - (y + 0.5) * PIXEL)


@settings(max_examples=60)
@given(
    mask=MASKS,
    corridor=st.sampled_from([0.0, 200.0, 300.0]),
    bridge=st.sampled_from([0.0, 100.0, 250.0, 450.0]),
    rows=st.integers(1, 5),
    connectivity=st.sampled_from([4, 8]),
    box=st.one_of(st.none(), st.tuples(st.integers(0, 8), st.integers(0, 8))),
)
def test_shaping_equals_the_twin_for_any_strip(
    make_raster, make_grid, mask, corridor, bridge, rows, connectivity, box
):
    options = Options(0.0, connectivity=connectivity, corridor_m=corridor, bridge_m=bridge)
    source = {"waterconservation": make_raster(np.where(mask, 3, 1))}
    land, protected = np.zeros_like(mask), []
    if box is not None:
        column, row = box
        land[row : row + 2, column : column + 3] = True
        west, north = WEST + column * PIXEL, NORTH - row * PIXEL
        shape = shapely.box(west, north - 2 * PIXEL, west + 3 * PIXEL, north)
        protected = [ProtectedArea(shape, "P")]

    def run(strip_rows):
        try:
            return delineate(source, protected, options=options, strip_rows=strip_rows)
        except InputError:
            return None

    result, whole = run(rows), run(None)
    opening = opening_of(corridor, make_grid(20, 20))
    padded = np.pad(mask | land, 12, constant_values=True)
    steps = (PIXEL, PIXEL)
    stays = opened_twin(padded, opening.rows, opening.columns, opening.radius, steps)
    expected = mask & (stays[12:-12, 12:-12] | land)
    narrow = mask & ~expected
    new = np.zeros_like(mask)
    if bridge:
        structure = np.ones((3, 3)) if connectivity == 8 else None
        labels = ndimage.label(expected | land, structure)[0].astype(np.int32)
        real = np.unique(labels[expected])
        labels[~np.isin(labels, real)] = 0
        bridges = bridges_twin(labels, (100_000, 100_000), int(bridge * 1000) + 100_000)
        new = widened(bridges, opening.rows, opening.columns) & ~expected
    expected = expected | new | land
    if result is None:
        assert not expected.any()
        return
    assert (kept(result, mask.shape) == expected).all()
    assert [b.attributes() for b in result.blocks] == [b.attributes() for b in whole.blocks]
    assert result.account.table() == whole.account.table()
    account = result.account
    assert sum(row.sign * row.area_m2 for row in account.rows) == pytest.approx(account.final_m2)
    if corridor:
        assert (account["narrow"].area_m2 > 0) == narrow.any()
    if bridge:
        assert (account["bridged"].area_m2 > 0) == new.any()


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_a_bridge_across_strips(make_raster, rows):
    classes = np.ones((7, 5))
    classes[[0, 4]] = 3
    source = {"biodiversity": make_raster(classes)}
    result = delineate(source, options=Options(0.0, bridge_m=300.0), strip_rows=rows)
    assert len(result.blocks) == 1
    assert result.account["bridged"].area_m2 == pytest.approx(15e4, rel=1e-3)
    apart = delineate(source, options=Options(0.0, bridge_m=299.0), strip_rows=rows)
    assert len(apart.blocks) == 2


def test_lengths_need_a_grid_in_metres(make_raster):
    degrees = make_raster([[3, 3]], 4490, (105.0, 0.001, 0.0, 36.0, 0.0, -0.001))
    with pytest.raises(InputError, match="in degrees"):
        delineate({"biodiversity": degrees}, options=Options(corridor_m=60.0))
    with pytest.raises(InputError, match="0 or more"):
        delineate({"biodiversity": degrees}, options=Options(bridge_m=-1.0))
