"""The line: arcs once, rings clockwise with the block on the right, measured places."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Polygon, box

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.survey.line import OUTSIDE, Block, Line, line_of

CRS = "EPSG:4524"


def make(*polygons, owners=None, stretches=None, kinds=()) -> Line:
    owners = np.arange(len(polygons)) if owners is None else np.array(owners)
    blocks = [Block(f"B{number}", "", "") for number in range(int(owners.max()) + 1)]
    return line_of(
        as_shapes(polygons),
        owners,
        blocks,
        CRS,
        None if stretches is None else as_shapes(stretches),
        kinds,
    )


def ring_points(line: Line, ring) -> np.ndarray:
    return np.concatenate(
        [line.points[line.arc(a)][::-1] if back else line.points[line.arc(a)] for a, back in ring]
    )


def test_neighbours_share_an_arc_and_lie_on_its_sides():
    line = make(box(0, 0, 10, 10), box(10, 0, 20, 10))
    assert line.count == 3
    shared = [a for a in range(3) if OUTSIDE not in (line.left[a], line.right[a])]
    assert len(shared) == 1
    points = line.points[line.arc(shared[0])]
    assert set(points[:, 0]) == {10.0}
    # Going north, the eastern block is on the right.
    north = points[-1, 1] > points[0, 1]
    east, west = (line.right, line.left) if north else (line.left, line.right)
    assert (east[shared[0]], west[shared[0]]) == (1, 0)


@pytest.mark.parametrize("turn", [False, True])
def test_rings_walk_with_the_block_on_the_right(turn):
    outer = [(0, 0), (30, 0), (30, 30), (0, 30)]
    hole = [(10, 10), (20, 10), (20, 20), (10, 20)]
    with_hole = Polygon(outer[::-1] if turn else outer, [hole[::-1] if turn else hole])
    inner = Polygon(hole if turn else hole[::-1])
    line = make(with_hole, inner, box(50, 0, 60, 10), owners=[0, 1, 0])
    assert line.outer == ((True, False, True), (True,))
    for block, rings in enumerate(line.rings):
        for ring, is_outer in zip(rings, line.outer[block]):
            ring_line = shapely.linearrings(ring_points(line, ring))
            assert shapely.is_ccw(ring_line) != is_outer
            for arc, backwards in ring:
                beside = line.left[arc] if backwards else line.right[arc]
                assert beside == block
    pairs = sorted(tuple(sorted(pair)) for pair in zip(line.left.tolist(), line.right.tolist()))
    assert pairs == [(-1, 0), (-1, 0), (0, 1)]


def test_places_along_arcs_are_on_the_line_and_vertices_come_back_as_they_are():
    line = make(Polygon([(0, 0), (3, 4), (10, 4), (10, 0)]))
    assert line.closed.tolist() == [True]
    measure = line.measure[line.arc(0)]
    places = line.place(np.zeros(len(measure), dtype=int), measure)
    assert (places == line.points).all()
    ring = shapely.linestrings(line.points)
    many = np.linspace(0.0, line.length(0), 101)
    found = line.place(np.zeros(101, dtype=int), many)
    assert shapely.distance(shapely.points(found), ring).max() < 1e-12
    np.testing.assert_allclose(
        shapely.line_locate_point(ring, shapely.points(found[1:-1])), many[1:-1]
    )
    assert (line.place(np.array([0]), np.array([1e9])) == line.points[-1]).all()


def test_kinds_come_from_the_stretch_that_a_segment_lies_on():
    line = make(
        Polygon([(0, 0), (0, 10), (5, 10), (10, 10), (10, 0)]),
        stretches=[LineString([(0, 0), (0, 10)]), LineString([(0, 10), (5, 10.004), (10, 10)])],
        kinds=["parcel", "natural"],
    )
    middle = {
        (0.0, 5.0): "parcel",
        (2.5, 10.0): "natural",
        (7.5, 10.0): "natural",
        (5.0, 0.0): "any",
    }
    arc, measure, away = line.nearest(np.array(list(middle)))
    assert away.max() == 0.0
    assert [line.kinds[k] for k in line.kind_at(arc, measure)] == list(middle.values())


@given(
    st.lists(st.integers(2, 9), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 1000)), min_size=1, max_size=20),
)
def test_place_and_nearest_are_each_others_inverse(widths, asked):
    edges = np.concatenate([[0], np.cumsum(widths)])
    line = make(*[box(a, 0, b, 7) for a, b in zip(edges[:-1], edges[1:])])
    arc = np.array([first % line.count for first, _ in asked])
    lengths = np.array([line.length(a) for a in arc])
    measure = lengths * np.array([(second + 1) / 1002 for _, second in asked])
    places = line.place(arc, measure)
    back_arc, back, away = line.nearest(places)
    assert away.max() < 1e-9
    # A place where arcs meet belongs to each of them.
    np.testing.assert_allclose(line.place(back_arc, back), places, atol=1e-9)
    inner = (measure > 1e-6) & (measure < lengths - 1e-6)
    assert (back_arc[inner] == arc[inner]).all()
    np.testing.assert_allclose(back[inner], measure[inner], atol=1e-9)


def test_lengths_add_up_to_the_perimeters():
    polygons = [box(0, 0, 10, 10), box(10, 0, 20, 10), Polygon([(0, 10), (20, 10), (7, 18)])]
    line = make(*polygons)
    uses = np.zeros(line.count)
    for rings in line.rings:
        for ring in rings:
            for arc, _ in ring:
                uses[arc] += line.length(arc)
    assert uses.sum() == pytest.approx(sum(polygon.length for polygon in polygons))
    once = shapely.union_all([polygon.boundary for polygon in polygons]).length
    assert sum(line.length(arc) for arc in range(line.count)) == pytest.approx(once)


def test_vertices_are_exact_where_coordinates_are_large_and_odd():
    rng = np.random.default_rng(3)
    angle = np.sort(rng.uniform(0, 2 * np.pi, 60))
    radius = rng.uniform(300, 900, 60)
    x, y = 36512345.678901 + radius * np.cos(angle), 3456789.0123 + radius * np.sin(angle)
    line = make(Polygon(zip(x, y)))
    places = line.place(np.zeros(len(line.points), dtype=int), line.measure)
    assert (places == line.points).all()


def test_a_vertex_has_the_kind_of_what_begins_there():
    line = make(
        Polygon([(0, 0), (0, 10), (10, 10), (10, 0)]),
        stretches=[LineString([(0, 0), (0, 10)])],
        kinds=["parcel"],
    )
    at = [line.kinds[k] for k in line.kind_at(np.zeros(5, dtype=int), line.measure)]
    assert at == [line.kinds[k] for k in line.kind]
    assert at.count("parcel") == 1


def test_the_last_vertex_of_an_arc_is_of_the_segment_before_it():
    line = make(
        Polygon([(0, 0), (0, 10), (10, 10), (10, 0)]),
        stretches=[LineString([(10, 0), (0, 0), (0, 10)])],
        kinds=["parcel"],
    )
    last = line.starts[1:] - 1
    assert (line.kind[last] == line.kind[last - 1]).all()
    assert line.kind[last].max() == 1


def test_the_end_of_a_long_segment_is_the_vertex_itself():
    # start + (end - start) is not end here.
    line = make(Polygon([(0.1, 0.3), (1.1e7, 3.3e6), (1.1e7 + 0.7, 0.1)]))
    length = line.length(0)
    assert (line.place(np.array([0]), np.array([length])) == line.points[-1:]).all()
