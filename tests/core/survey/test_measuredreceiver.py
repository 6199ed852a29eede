"""A receiver's layer that comes back: what nobody touched is no measurement."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from redline_plugin.core.survey.measuredlayer import table_of

CRS = "EPSG:4490"
HEAD = (
    *("marker", "design_longitude", "design_latitude", "design_easting", "design_northing"),
    *("easting", "northing", "height", "time"),
)


def layer(*rows):
    """Return a table of rows: number, how far the point was moved (degrees), easting, northing."""
    features = []
    for at, (number, moved, easting, northing) in enumerate(rows):
        longitude, latitude = 108.0 + at, 32.5
        values = (number, longitude, latitude, 1.0, 2.0, easting, northing, None, None)
        features.append(
            (str(at + 1), shapely.Point(longitude + moved, latitude), dict(zip(HEAD, values)))
        )
    return table_of("receiver", CRS, HEAD, features)


def test_typed_coordinates_go_before_the_designs_points():
    table = layer(("a", 0.0, 36510320.25, 3601390.5), ("b", 0.0, None, None))
    assert table.columns[0] == ["a"]
    assert table.points is None
    assert table.crs == ""
    assert table.lines == ("1",)
    assert "1 rows are as they were made" in table.how[-1].render()
    assert table.left_out == ()


def test_moved_points_are_the_measured_ones_where_nothing_was_typed():
    table = layer(("a", 0.0, None, None), ("b", 1e-7, None, None), ("c", 5e-10, None, None))
    assert table.columns[0] == ["b"]
    np.testing.assert_allclose(table.points, [[109.0 + 1e-7, 32.5]])
    assert table.crs == CRS
    assert "2 rows" in table.how[-1].render()


def test_a_moved_point_beside_typed_rows_is_listed():
    table = layer(("a", 0.0, 1.0, 2.0), ("b", 1e-6, None, None), ("c", 1e-6, 5.0, None))
    assert table.columns[0] == ["a"]
    assert [problem.what.render() for problem in table.left_out] == [
        "Its point was moved, but no easting and northing typed as in other rows."
    ] * 2


def test_nothing_filled_in_is_no_row():
    assert layer(("a", 0.0, None, None)).lines == ()


@pytest.mark.parametrize("without", ["design_longitude", "easting"])
def test_other_layers_are_as_they_are(without):
    head = tuple(name for name in HEAD if name != without)
    table = table_of("x", CRS, head, [("1", shapely.Point(108.0, 32.5), {"marker": "a"})])
    assert table.columns[0] == ["a"]
    assert table.points is not None
    assert len(table.how) == 1
