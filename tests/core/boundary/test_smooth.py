"""Smoothing: areas, neighbours and kept edges stay; saw teeth and only they go."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from redline_plugin.core.boundary.arcs import arcs_of
from redline_plugin.core.boundary.collapse import Lines, collapse
from redline_plugin.core.boundary.smooth import smooth
from redline_plugin.core.delineate.shapes import as_shapes, polygon_parts
from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet

CRS = "EPSG:4547"
PIXEL = 30.0


def of_pixels(classes: np.ndarray) -> np.ndarray:
    """Return a valid polygon for each connected patch of equal classes, by union of squares."""
    found = []
    for value in np.unique(classes):
        labels, count = ndimage.label(classes == value)
        for label in range(1, count + 1):
            rows, columns = np.nonzero(labels == label)
            x, y = 500000.0 + PIXEL * columns, 3500000.0 - PIXEL * rows
            found.append(shapely.union_all(shapely.box(x, y, x + PIXEL, y + PIXEL)))
    return polygon_parts(found)


def landscape(seed: int, size: int = 40, classes: int = 3) -> np.ndarray:
    noise = ndimage.gaussian_filter(np.random.default_rng(seed).random((size, size)), 3.0)
    return np.searchsorted(np.quantile(noise, np.linspace(0, 1, classes + 1)[1:-1]), noise)


def lines_of(points: np.ndarray, closed: bool = False) -> Lines:
    return Lines(np.asarray(points, float), np.array([0, len(points)]), np.array([closed]))


def simplified(points: np.ndarray, tolerance: float, closed: bool = False) -> np.ndarray:
    lines = lines_of(points, closed)
    none = np.zeros(len(points), dtype=bool)
    return collapse(lines, none, np.array([tolerance])).line(0)


def staircase(run: int, steps: int) -> np.ndarray:
    corners = [(0.0, 0.0)]
    for step in range(1, steps + 1):
        corners += [(run * step * PIXEL, (step - 1) * PIXEL), (run * step * PIXEL, step * PIXEL)]
    return np.array(corners)


@pytest.mark.parametrize("run", [1, 2, 5])
def test_a_staircase_becomes_a_nearly_straight_line(run: int) -> None:
    teeth = staircase(run, 40)
    smoothed = simplified(teeth, 1.5 * PIXEL)
    assert len(smoothed) <= len(teeth) / 8
    direction = np.diff(smoothed, axis=0)[1:-1]
    slope = direction[:, 1] / direction[:, 0]
    assert np.all(np.abs(slope - 1.0 / run) < 0.5 / run)


def test_the_area_under_an_open_line_stays() -> None:
    teeth = staircase(3, 30)
    smoothed = simplified(teeth, 40.0)

    def under(line: np.ndarray) -> float:
        return float(np.sum((line[1:, 0] - line[:-1, 0]) * (line[1:, 1] + line[:-1, 1]) / 2))

    assert under(smoothed) == pytest.approx(under(teeth), rel=1e-12)
    assert (smoothed[[0, -1]] == teeth[[0, -1]]).all()


def test_tolerance_zero_and_fixed_points_change_nothing() -> None:
    teeth = staircase(1, 10)
    assert (simplified(teeth, 0.0) == teeth).all()
    fixed = np.ones(len(teeth), dtype=bool)
    assert (collapse(lines_of(teeth), fixed, np.array([100.0])).points == teeth).all()


def test_a_ring_keeps_at_least_four_points() -> None:
    ring = shapely.get_coordinates(shapely.Point(0, 0).buffer(10.0))[:-1]
    assert len(simplified(ring, 1e6, closed=True)) >= 4


@given(st.integers(0, 10**6), st.sampled_from([10.0, 30.0, 75.0]))
@settings(max_examples=25, deadline=None)
def test_any_partition_keeps_its_areas_and_stays_a_partition(seed: int, tolerance: float) -> None:
    blocks = of_pixels(landscape(seed))
    done = smooth(blocks, tolerance, CRS, smooth_borders=True)
    assert shapely.is_valid(done.polygons).all()
    assert np.abs(shapely.area(done.polygons) - shapely.area(blocks)).max() < 1e-5
    # No overlap and no gap: the parts add up to their union, which is the whole square.
    assert shapely.union_all(done.polygons).area == pytest.approx(
        shapely.area(blocks).sum(), abs=1e-4
    )
    assert shapely.area(done.polygons).sum() == pytest.approx(shapely.area(blocks).sum(), abs=1e-4)


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_nothing_moves_farther_than_the_tolerance(seed: int) -> None:
    blocks = of_pixels(landscape(seed, classes=2))
    done = smooth(blocks, PIXEL, CRS, smooth_borders=True)
    assert (done.offset_m <= PIXEL + 1e-6).all()
    for old, new in zip(blocks, done.polygons):
        there = shapely.distance(shapely.points(shapely.get_coordinates(old)), new.boundary)
        back = shapely.distance(shapely.points(shapely.get_coordinates(new)), old.boundary)
        assert max(there.max(), back.max()) <= PIXEL + 1e-6
    assert done.offset_m.max() <= PIXEL + 1e-6
    assert done.vertices[1] < 0.5 * done.vertices[0]


@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_blocks_and_the_start_of_rings_do_not_matter(seed: int, random) -> None:  # type: ignore[no-untyped-def]
    blocks = of_pixels(landscape(seed))
    order = list(range(len(blocks)))
    random.shuffle(order)
    turned = []
    for block in blocks[order]:
        ring = shapely.get_coordinates(block.exterior)[:-1]
        ring = np.roll(ring, random.randrange(len(ring)), axis=0)
        turned.append(shapely.Polygon(ring[::-1], block.interiors))
    one = smooth(blocks, PIXEL, CRS, smooth_borders=True).polygons[order]
    other = smooth(turned, PIXEL, CRS, smooth_borders=True).polygons
    assert shapely.equals_exact(shapely.normalize(one), shapely.normalize(other), 0.0).all()


def test_edges_between_blocks_and_along_what_is_kept_do_not_move() -> None:
    park = shapely.Point(500600.0, 3499400.0).buffer(333.0, quad_segs=16)
    mask = landscape(7, classes=2) == 1
    blocks = polygon_parts([shapely.union_all([*of_pixels(mask.astype(int))[-3:], park])])
    done = smooth(blocks, 45.0, CRS, [park])
    after = shapely.union_all(done.polygons)
    assert shapely.difference(park, after).area == 0.0
    edge = shapely.intersection(park.boundary, shapely.union_all(blocks).boundary)
    assert edge.length > 100.0
    assert shapely.difference(edge, shapely.boundary(after).buffer(1e-6)).length == 0.0
    assert done.vertices[1] < done.vertices[0]

    halves = of_pixels(np.pad(np.repeat([[1, 2]], 10, axis=1), ((0, 9), (0, 0))))
    borders = smooth(halves, 45.0, CRS)
    shared = shapely.intersection(halves[0], halves[1])
    assert shapely.intersection(*borders.polygons[:2]).equals(shared)


def test_a_neighbours_vertex_on_an_edge_is_shared() -> None:
    left = shapely.box(0, 0, 10, 10)
    right = shapely.Polygon([(10, 0), (20, 0), (20, 10), (10, 10), (10 + 1e-9, 4)])
    arcs = arcs_of(as_shapes([left, right]))
    assert sorted(arcs.uses.tolist()) == [1, 1, 2]
    assert shapely.intersection(*arcs.polygons(arcs.lines)).area == 0.0


def test_an_arc_ends_where_a_ring_leaves_a_special_line() -> None:
    arcs = arcs_of(
        as_shapes([shapely.box(0, 0, 10, 10)]), as_shapes([shapely.LineString([(0, 0), (10, 0)])])
    )
    assert [len(arcs.lines.line(index)) for index in range(2)] in ([2, 4], [4, 2])


def test_blocks_that_overlap_are_refused_with_the_place() -> None:
    with pytest.raises(InputError, match="topology first"):
        smooth([shapely.box(0, 0, 10, 10), shapely.box(5, 5, 15, 15)], 1.0, CRS)


def test_a_narrow_channel_is_not_crossed() -> None:
    """Two staircases one pixel apart: smoothing each by more than that must not make them meet."""
    rows, columns = np.mgrid[0:40, 0:40]
    classes = np.where(
        np.abs(rows - columns // 2 - 8) < 1, 0, np.where(rows > columns // 2 + 8, 1, 2)
    )
    blocks = of_pixels(classes)
    done = smooth(blocks, 90.0, CRS)
    assert shapely.is_valid(done.polygons).all()
    assert shapely.union_all(done.polygons).area == pytest.approx(
        shapely.area(done.polygons).sum(), abs=1e-4
    )


def test_the_account_of_areas_closes() -> None:
    blocks = of_pixels(landscape(3, classes=2))
    done = smooth(blocks[:1], 45.0, CRS)
    assert done.added_m2[0] > 0.0
    assert done.after_m2 == pytest.approx(
        done.before_m2 + done.added_m2 - done.removed_m2, abs=0.01
    )
    assert done.after_m2 == pytest.approx(done.before_m2, rel=1e-6)


def test_cancel_stops_the_work() -> None:
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        smooth(of_pixels(landscape(1)), 30.0, CRS, feedback=Stop())


def test_a_new_vertex_does_not_fall_on_another_line() -> None:
    """On a lattice of pixels new vertices may coincide; blocks of demo counties did."""
    for seed in range(40):
        blocks = of_pixels(landscape(seed, size=60, classes=2))
        done = smooth(blocks, 45.0, CRS, smooth_borders=True)
        assert shapely.is_valid(done.polygons).all(), seed
        pieces = [len(polygon_parts([shapely.make_valid(p)])) for p in done.polygons]
        assert pieces == [1] * len(blocks)
