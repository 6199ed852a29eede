"""The verifier's own areas: against the fact sheet, PROJ, and the writer's areas."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.affinity import rotate, translate
from shapely.geometry import MultiPolygon, Point, Polygon, box

from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.geodesy.ellipsoid import strip_area
from redline_plugin.core.geodesy.transform import to_longitude_latitude
from redline_plugin.core.verify.ellipsoid import gauss_kruger_inverse, polygon_area, zone_area


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (box(110, 30, 111, 31), 10_642_393_438.711),
        (box(110, 40, 111, 41), 9_412_851_604.150),
        (box(110, 30, 110.01, 30.01), 1_069_521.173),
    ],
)
def test_cells_have_the_areas_of_the_fact_sheet(cell: Polygon, expected: float) -> None:
    # The sheet's values are of the series, which breaks off at e^8: 1e-12 from the closed formula.
    assert polygon_area(cell, None, 0.0) == pytest.approx(expected, rel=2e-12, abs=1e-3)


@given(st.floats(-0.95, 0.95), st.floats(-0.95, 0.95))
def test_the_closed_formula_agrees_with_the_series(one: float, other: float) -> None:
    latitudes = np.array([one, other])
    difference = float(np.diff(zone_area(latitudes))[0])
    assert difference == pytest.approx(float(strip_area(1.0, one, other)), rel=1e-11, abs=1.0)


@given(st.floats(-3e5, 3e5), st.floats(1e5, 6e6))
def test_the_projection_agrees_with_proj(east: float, north: float) -> None:
    point = np.array([[36_500_000 + east, north]])
    mine = np.degrees(gauss_kruger_inverse(point, 108.0, 36_500_000.0))
    np.testing.assert_allclose(mine, to_longitude_latitude(point, "EPSG:4524"), atol=1e-11)


SHAPES = {
    "square": box(0, 0, 30_000, 30_000),
    "rotated": rotate(box(0, 0, 90_000, 2000), 30),
    "disc": Point(0, 0).buffer(5000),
    "hole": Point(0, 0).buffer(5000).difference(Point(100, 0).buffer(3000)),
    "parts": MultiPolygon([box(0, 0, 9, 9), box(20, 0, 29, 9)]),
    "clockwise": Polygon([(0, 0), (0, 500), (500, 500), (500, 0)]),
}


@pytest.mark.parametrize("name", SHAPES)
def test_writer_and_verifier_agree(name: str) -> None:
    at = translate(SHAPES[name], 36_540_000, 3_400_000)
    mine = polygon_area(at, 108.0, 36_500_000.0)
    # 1e-8: what the writer leaves of bent edges; far below the profile's tolerance of 1e-7.
    assert mine == pytest.approx(polygon_areas([at], "EPSG:4524")[0], rel=1e-8)


def test_halving_the_pieces_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shape = rotate(box(36_540_000, 3_400_000, 36_640_000, 3_402_000), 30)
    whole = polygon_area(shape, 108.0, 36_500_000.0)
    monkeypatch.setattr("redline_plugin.core.verify.ellipsoid._LONGEST_METRES", 50.0)
    assert polygon_area(shape, 108.0, 36_500_000.0) == pytest.approx(whole, rel=1e-11)
