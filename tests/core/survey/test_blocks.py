"""Blocks from features: codes, counties, overlaps, vertices that repeat."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
import shapely
from support.turning import CRS, whole

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.blocks import line_from
from redline_plugin.core.survey.line import Block, line_of
from redline_plugin.core.survey.overlaps import nested, overlapping_arcs


def made(*shapes, codes=None, counties=None, owners=None, feedback=None):
    codes = codes or [str(number) for number in range(len(shapes))]
    features = [
        Block(code, "", county) for code, county in zip(codes, counties or [""] * len(codes))
    ]
    return line_from(
        as_shapes([whole(shape) for shape in shapes]),
        np.array(owners if owners is not None else range(len(shapes))),
        features,
        CRS,
        feedback or Quiet(),
    )


def test_features_of_one_code_are_one_block_without_edges_between_them():
    told = Quiet()
    line = made(
        shapely.box(0, 0, 10, 10),
        shapely.box(10, 0, 20, 10),
        shapely.box(30, 0, 40, 10),
        codes=["A", "A", "B"],
        feedback=told,
    )
    assert [block.code for block in line.blocks] == ["A", "B"]
    assert line.count == 2
    assert "1 features have the code of another one" in told.warnings[0].render()


def test_a_feature_without_a_polygon_is_no_block():
    line = made(shapely.box(0, 0, 1, 1), codes=["A", "B"], owners=[1])
    assert [block.code for block in line.blocks] == ["B"]


def test_a_block_has_one_county():
    with pytest.raises(InputError, match="Block A: Its features say different counties: –, 1"):
        made(shapely.box(0, 0, 1, 1), shapely.box(5, 0, 6, 1), codes=["A", "A"], counties=["1", ""])


def test_a_vertex_twice_in_a_row_is_no_edge():
    twice = shapely.Polygon([(0, 0), (0, 100), (50, 100), (50, 100), (100, 100), (100, 0)])
    line = made(twice)
    assert line.count == 1
    assert len(line.points) == 6


@pytest.mark.parametrize(
    ("other", "area"),
    [
        (shapely.box(9, 0, 20, 10), "10.0000"),
        (shapely.box(2, 2, 4, 4), "4.0000"),
        (shapely.box(0, 0, 10, 10), "100.0000"),
        (shapely.box(0, 0, 5, 10), "50.0000"),
        (shapely.Polygon([(5, 0), (10, 5), (5, 10), (0, 5)]), "50.0000"),
    ],
)
def test_overlaps_are_named(other, area):
    with pytest.raises(InputError, match=f"Blocks 0 and 1: They overlap by {area} m2"):
        made(shapely.box(0, 0, 10, 10), other)


def test_edges_that_lie_on_one_another_in_a_block_are_told_with_their_place():
    # A hole whose northern edge is half a thousandth of a millimetre from the outline.
    hole = [(20, 20), (20, 100 - 5e-7), (80, 100 - 5e-7), (80, 20)]
    thin = shapely.Polygon([(0, 0), (0, 100), (100, 100), (100, 0)], [hole])
    with pytest.raises(InputError, match=r"lie on one another at 364000[28]0\.000, 3500100\.000"):
        made(thin)


@pytest.mark.parametrize("seed", range(300))
def test_overlaps_are_seen_as_shapely_sees_them(seed):
    rng = random.Random(seed)
    shapes: list[shapely.Polygon] = []
    while len(shapes) < 2 + seed % 3:
        points = [(rng.randint(0, 5), rng.randint(0, 5)) for _ in range(rng.randint(3, 5))]
        shape = shapely.convex_hull(shapely.multipoints(points))
        if shape.geom_type == "Polygon":
            shapes.append(shape)
    expected = any(
        shapely.intersection(a, b).area > 1e-9 for a, b in itertools.combinations(shapes, 2)
    )
    polygons = as_shapes(shapes)
    line = line_of(
        polygons,
        np.arange(len(shapes)),
        [Block(str(number), "", "") for number in range(len(shapes))],
        CRS,
    )
    assert (len(overlapping_arcs(line)) > 0 or nested(polygons)) == expected


def test_holes_islands_and_touching_corners_do_not_overlap():
    ring = shapely.Polygon(
        [(0, 0), (100, 0), (100, 100), (0, 100)], [[(20, 20), (20, 80), (80, 80), (80, 20)]]
    )
    inside = shapely.box(20, 20, 80, 80)
    corner = shapely.box(100, 100, 120, 120)
    touching = shapely.Polygon(
        [(0, 200), (40, 200), (40, 240)], [[(20, 200), (30, 205), (30, 210)]]
    )
    assert made(ring, inside, corner, touching).count > 4
    lake = shapely.Polygon(ring.exterior, [[(10, 10), (10, 15), (15, 15)]])
    assert made(lake, shapely.Polygon([(11, 12), (11, 13), (12, 14)])).count == 3
