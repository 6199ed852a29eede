"""Layers brought to the plane: parts in their order, heights gone, bad features listed."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from redline_plugin.core.boundary import planar as module
from redline_plugin.core.boundary.planar import planar
from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.text import msg

CRS = "EPSG:4547"


def box(x: float) -> shapely.Polygon:
    return shapely.box(x, 0.0, x + 1.0, 1.0)


def run(geometries: list, *, lines: bool = False) -> module.Planar:
    names = [f"f{number}" for number in range(len(geometries))]
    return planar(geometries, names, CRS, CRS, msg("parcels"), lines=lines)


def test_parts_stay_in_their_order_and_know_their_feature() -> None:
    nested = shapely.GeometryCollection([shapely.MultiPolygon([box(4), box(6)]), box(8)])
    found = run([box(0), shapely.MultiPolygon([box(12), box(2)]), nested, box(10)])
    assert shapely.bounds(found.shapes)[:, 0].tolist() == [0, 12, 2, 4, 6, 8, 10]
    assert found.owners.tolist() == [0, 1, 1, 2, 2, 2, 3]
    assert found.warnings == ()


def test_what_is_plain_already_is_not_copied() -> None:
    given = as_shapes([box(0), shapely.MultiPolygon([box(2), box(4)]), box(6)])
    found = run(list(given))
    assert found.shapes[0] is given[0]
    assert found.shapes[-1] is given[2]
    many = run([box(x) for x in range(5)])
    assert shapely.equals_exact(many.shapes, [box(x) for x in range(5)], 0.0).all()


def test_heights_go_and_the_layer_that_was_given_keeps_them() -> None:
    given = as_shapes([shapely.force_3d(box(0), 7.0), box(2)])
    found = planar(given, ["a", "b"], CRS, CRS, msg("parcels"))
    assert not shapely.has_z(found.shapes).any()
    assert shapely.has_z(given).tolist() == [True, False]


@pytest.mark.parametrize("slice_", [1, 2, 100])
def test_what_has_no_place_is_left_out_and_named(
    monkeypatch: pytest.MonkeyPatch, slice_: int
) -> None:
    monkeypatch.setattr(module, "_SLICE", slice_)
    broken = shapely.Polygon([(0, 0), (np.nan, 0), (1, 1)])
    found = run([box(0), None, box(2), broken, box(4), shapely.Point(0, 0)])
    assert found.owners.tolist() == [0, 2, 4]
    assert sorted(warning.where for warning in found.warnings) == ["f1", "f3", "f5"]


def test_lines_are_taken_where_they_are_wanted() -> None:
    line = shapely.MultiLineString([[(0, 0), (1, 1)], [(5, 5), (6, 6)]])
    assert run([line, box(2)], lines=True).owners.tolist() == [0, 0, 1]
    assert run([line, box(2)]).owners.tolist() == [1]


def test_nothing_at_all() -> None:
    assert len(run([]).shapes) == 0
    assert len(run([None]).shapes) == 0
