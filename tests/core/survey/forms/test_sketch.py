"""Location sketches: everything at its place on the paper, in scale, labels beside one another."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from support.forms import CRS

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.survey.forms import things as kinds
from redline_plugin.core.survey.forms.sketch import TINT, Points, SketchMap
from redline_plugin.core.survey.forms.sketchlabels import Wanted, placed
from redline_plugin.core.survey.forms.sketchscale import ALONE, SCALES, bar_of, scales_of
from redline_plugin.core.survey.forms.sketchstyle import MARKER, NEIGHBOUR
from redline_plugin.core.survey.forms.things import Things, in_pieces, near_to, things_of

WIDTH, HEIGHT = 150.0, 80.0


def layer(style: str, *shapes: shapely.Geometry, names: list[str] | None = None) -> Things:
    return Things(style, style, as_shapes(shapes), names or [""] * len(shapes))


def sketch(layers: list[Things], places=((0.0, 0.0),), numbers=("A-1",), scale: int = 1000):
    points = Points(NEIGHBOUR, np.array(places, dtype=float), numbers)
    drawing = SketchMap(layers, [points])
    return drawing.sketch(np.array(places[0]), numbers[0], MARKER, scale, WIDTH, HEIGHT)


def test_north_is_up_and_the_subject_in_the_middle() -> None:
    found = sketch([], ((0, 0), (20, 30)), ("A-1", "A-2"))
    neighbour, subject = found.marks
    assert (subject.style, subject.x, subject.y) == (MARKER, 75.0, 40.0)
    # 20 m east and 30 m north are 20 and 30 mm at 1:1000.
    assert (neighbour.style, neighbour.x, neighbour.y) == (NEIGHBOUR, 95.0, 10.0)
    assert [label.text for label in found.labels] == ["A-1", "A-2"]


def test_lines_and_areas_are_in_scale() -> None:
    road = shapely.LineString([(-1000, 10), (1000, 10)])
    found = sketch([layer(kinds.ROAD, road), layer(kinds.WATER, shapely.box(10, 0, 30, 10))])
    by_style = {(each.style, each.filled): each.shape for each in found.drawn}
    assert by_style[kinds.ROAD, False].bounds == pytest.approx((-1, 30, 151, 30))
    assert by_style[kinds.WATER, True].bounds == pytest.approx((85, 30, 105, 40))
    assert by_style[kinds.WATER, False].length == pytest.approx(60)


def test_the_red_line_has_its_inside_tinted_and_its_holes_not() -> None:
    block = shapely.MultiPolygon(
        [
            shapely.box(-20, -20, 20, 20).difference(shapely.box(-5, -5, 5, 5)),
            shapely.box(30, 0, 40, 9),
        ]
    )
    found = sketch([layer(kinds.BLOCK, block)])
    inside = [each.shape for each in found.drawn if each.style == TINT]
    assert sum(shape.area for shape in inside) == pytest.approx(40 * 40 - 100 + 90)
    lines = [each.shape for each in found.drawn if each.style == kinds.BLOCK]
    assert sum(shape.length for shape in lines) == pytest.approx(160 + 40 + 38)


def test_names_come_once_and_only_of_what_is_there() -> None:
    roads = layer(
        kinds.ROAD,
        shapely.LineString([(-50, 10), (0, 10)]),
        shapely.LineString([(0, 10), (50, 10)]),
        shapely.LineString([(5000, 0), (5100, 0)]),
        names=["G1", "G1", "S9"],
    )
    villages = layer(kinds.VILLAGE, shapely.Point(20, -20), names=["上河村"])
    texts = [label.text for label in sketch([roads, villages]).labels]
    assert sorted(texts) == ["A-1", "G1", "上河村"]


def test_what_lies_outside_is_not_drawn() -> None:
    far = layer(kinds.RIVER, shapely.LineString([(500, 500), (600, 600)]))
    found = sketch([far], ((0, 0), (400, 0)), ("A-1", "A-2"))
    assert found.drawn == ()
    assert len(found.marks) == 1


@given(st.integers(0, 5000))
def test_labels_cover_neither_one_another_nor_marks(seed: int) -> None:
    rng = np.random.default_rng(seed)
    where = rng.uniform((5, 5), (WIDTH - 5, HEIGHT - 5), (12, 2)).tolist()
    wanted = [Wanted(f"M-{n:04d}", NEIGHBOUR, ((x, y),), True) for n, (x, y) in enumerate(where)]
    marks = [(NEIGHBOUR, x, y) for x, y in where]
    line = shapely.LineString(rng.uniform(0, 80, (6, 2)))
    labels = placed(wanted, marks, [(0, 70, 40, 80)], WIDTH, HEIGHT, line)
    assert labels[0].text == "M-0000"
    boxes = [shapely.box(a.x, a.y, a.x + a.width, a.y + a.height) for a in labels]
    for at, box in enumerate(boxes):
        assert not any(box.intersection(other).area > 1e-9 for other in boxes[:at])
        if at:
            assert shapely.box(0, 0, WIDTH, HEIGHT).buffer(1e-9).covers(box)
            assert not any(box.contains(shapely.Point(place)) for place in where)


def test_a_label_stands_off_the_red_line_where_it_can() -> None:
    wanted = [Wanted("M-1", NEIGHBOUR, ((50.0, 40.0),), True)]
    along = shapely.LineString([(50, 40), (90, 40)])
    free = placed(wanted, [], [], WIDTH, HEIGHT)[0]
    off = placed(wanted, [], [], WIDTH, HEIGHT, along)[0]
    assert free.x > 50
    assert off.x + off.width < 50


def test_the_scale_shows_two_neighbours_if_any_scale_does() -> None:
    line = np.array([(0.0, 0.0), (300.0, 0.0), (700.0, 0.0), (90_000.0, 0.0)])
    # The second neighbour of the first is 700 m off: 67 mm of paper are left for it.
    assert scales_of(line, line, WIDTH, HEIGHT) == [25000, 10000, 25000, ALONE]
    near = np.array([(0.0, 0.0), (30.0, 0.0), (0.0, 15.0)])
    assert scales_of(near, near, WIDTH, HEIGHT)[0] == 500
    assert scales_of(line[:1], line[:1], WIDTH, HEIGHT) == [ALONE]
    assert scales_of(line[:1], np.empty((0, 2)), WIDTH, HEIGHT) == [ALONE]


def test_a_sign_at_a_marker_is_shown_with_that_markers_neighbours() -> None:
    markers = np.array([(0.0, 0.0), (300.0, 0.0), (-250.0, 0.0)])
    assert scales_of(np.array([(0.1, 0.0)]), markers, WIDTH, HEIGHT) == [5000]


@pytest.mark.parametrize("scale", [*SCALES, 750, 123_456])
def test_the_bar_is_a_round_number_and_as_long_as_it_says(scale: int) -> None:
    bar = bar_of(scale)
    assert bar.length == pytest.approx(bar.metres * 1000 / scale)
    assert 10.0 < bar.length <= 30.0
    assert f"{bar.metres:e}"[0] in "125"


def test_pieces_make_up_the_whole() -> None:
    line = shapely.LineString(np.random.default_rng(1).uniform(0, 9, (100, 2)))
    areas = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 0, 3, 1)])
    pieces, owner = in_pieces(as_shapes([line, areas, shapely.Point(1, 2)]), outlines=True)
    lengths = np.bincount(owner, weights=shapely.length(pieces))
    assert lengths.tolist() == pytest.approx([line.length, 8.0, 0.0])


def test_what_is_near_to_no_marker_is_left_out() -> None:
    rng = np.random.default_rng(3)
    shapes = [shapely.Point(at).buffer(rng.uniform(1, 50)) for at in rng.uniform(0, 2000, (200, 2))]
    names = [str(n) for n in range(200)]
    places, reach = rng.uniform(0, 2000, (6, 2)), rng.uniform(10, 200, 6)
    found = near_to(layer("other", *shapes, names=names), places, reach)
    frames = shapely.union_all(
        [shapely.box(x - r, y - r, x + r, y + r) for (x, y), r in zip(places, reach)]
    )
    expected = [name for name, shape in zip(names, shapes) if shape.intersects(frames)]
    # The tree compares boxes: a little more is kept, nothing is lost.
    assert set(expected) <= set(found.names)
    assert len(found.names) <= len(expected) + 10
    assert list(found.shapes) == [shapes[int(name)] for name in found.names]


def test_features_of_all_kinds_come_into_the_plane_and_bad_ones_are_counted() -> None:
    bowtie = shapely.Polygon([(105, 30), (105.01, 30.01), (105.01, 30), (105, 30.01)])
    shapes = [
        None,
        shapely.Point(105, 30),
        shapely.Point(float("nan"), 0),
        shapely.GeometryCollection([shapely.Point(105, 30), shapely.LineString([(105, 30), (105, 31)])]),
        bowtie,
        shapely.Point(0, 1e9),
    ]  # fmt: skip
    found, lost = things_of("other", "x", shapes, list("abcdef"), "EPSG:4490", CRS)
    assert lost == 3
    assert sorted(set(found.names)) == ["b", "d", "e"]
    assert shapely.is_valid(found.shapes).all()
    x, y = shapely.get_coordinates(found.shapes[0])[0]
    assert (x, y) == pytest.approx((35_500_000.0, 3_320_113.4), abs=0.1)
