"""Areas on the ellipsoid against closed values, a geodesic library and each other."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.affinity import rotate
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from redline_plugin.core.errors import InputError
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.geodesy.ellipsoid import INVERSE_FLATTENING, SEMI_MAJOR
from redline_plugin.core.geodesy.transform import (
    CGCS2000,
    spatial_reference,
    to_longitude_latitude,
    transform,
)

GEOGRAPHIC, BELT = "EPSG:4490", "EPSG:4524"
EAST, NORTH = 36_520_000.0, 3_300_000.0


def geodesic_area(polygon: Polygon, crs: str) -> float:
    """The area between geodesics through points 5 m apart: another definition, another library."""
    library = pytest.importorskip("geographiclib.geodesic")
    shape = library.Geodesic(SEMI_MAJOR, 1 / INVERSE_FLATTENING).Polygon()
    points = shapely.get_coordinates(shapely.segmentize(polygon.exterior, 5.0))[:-1]
    for longitude, latitude in to_longitude_latitude(points, crs):
        shape.AddPoint(latitude, longitude)
    return abs(shape.Compute()[2])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (box(110, 30, 111, 31), 10_642_393_438.711),
        (box(110, 40, 111, 41), 9_412_851_604.150),
        (box(110, 30, 110.01, 30.01), 1_069_521.173),
        (box(110, -31, 111, -30), 10_642_393_438.711),
    ],
)
def test_cells_have_the_areas_of_the_fact_sheet(cell: Polygon, expected: float) -> None:
    assert polygon_areas([cell], GEOGRAPHIC)[0] == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize(
    ("polygon", "relative"),
    [
        (box(EAST, NORTH, EAST + 900, NORTH + 900), 1e-9),
        (rotate(box(EAST, NORTH, EAST + 900, NORTH + 700), 37), 1e-9),
        (Point(EAST, NORTH).buffer(800, 64), 1e-9),
        # One long side against many short ones: what bends are worth does not cancel.
        (Point(EAST, NORTH).buffer(800, 64) & box(0, NORTH, 9e9, 9e9), 1e-9),
        (box(EAST, NORTH, EAST + 20_000, NORTH + 20_000), 1e-9),
    ],
    ids=["square", "rotated", "disc", "half disc", "long edges"],
)
def test_a_geodesic_library_gives_the_same(polygon: Polygon, relative: float) -> None:
    area = polygon_areas([polygon], BELT)[0]
    assert area == pytest.approx(geodesic_area(polygon, BELT), rel=relative)


def test_long_edges_are_cut_in_the_crs_of_the_data() -> None:
    whole = box(EAST - 50_000, NORTH, EAST + 50_000, NORTH + 100_000)
    pieces = shapely.segmentize(whole, 25.0)
    areas = polygon_areas([whole, pieces], BELT)
    assert areas[0] == pytest.approx(areas[1], rel=1e-9)
    # In longitude and latitude its edges are bent by up to 100 m: uncut, it has another area.
    corners = Polygon(to_longitude_latitude(shapely.get_coordinates(whole), BELT))
    assert abs(polygon_areas([corners], GEOGRAPHIC)[0] / areas[0] - 1) > 1e-6


def test_holes_are_taken_off_and_directions_do_not_matter() -> None:
    shell = [(0, 0), (0, 100), (100, 100), (100, 0)]
    hole = [(40, 40), (60, 40), (60, 60), (40, 60)]
    at = np.array([EAST, NORTH])
    full, inner = Polygon(shell + at), Polygon(hole + at)
    shapes = [
        Polygon(ring + at, [inside + at])
        for ring in (np.array(shell), np.array(shell)[::-1])
        for inside in (np.array(hole), np.array(hole)[::-1])
    ]
    expected = np.subtract(*polygon_areas([full, inner], BELT))
    np.testing.assert_allclose(polygon_areas(shapes, BELT), expected, rtol=1e-10)


def test_parts_are_summed_and_empty_is_zero() -> None:
    one, other = box(110, 30, 110.1, 30.1), box(111, 31, 111.1, 31.1)
    areas = polygon_areas([one, other, MultiPolygon([one, other]), Polygon()], GEOGRAPHIC)
    assert areas[2] == pytest.approx(areas[0] + areas[1], rel=1e-14)
    assert areas[3] == 0.0
    assert polygon_areas([], GEOGRAPHIC).shape == (0,)


def test_what_lies_between_two_polygons_need_not_be_in_the_crs() -> None:
    crs = "+proj=igh +ellps=GRS80"
    degrees = [box(-22.5, -60.5, -22, -60), box(-18, -60.5, -17.5, -60)]
    shapes = [
        shapely.transform(
            shape,
            lambda points: transform(
                points, spatial_reference(f"EPSG:{CGCS2000}"), spatial_reference(crs)
            ),
        )
        for shape in degrees
    ]
    areas = polygon_areas(shapes, crs)
    assert areas[0] == polygon_areas(shapes[:1], crs)[0]
    assert areas[1] == polygon_areas(shapes[1:], crs)[0]


def test_order_and_company_do_not_change_a_result(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = [box(110 + i, 30, 110.5 + i, 30.5) for i in range(5)]
    together = polygon_areas(shapes, GEOGRAPHIC)
    monkeypatch.setattr("redline_plugin.core.geodesy.area._VERTICES_AT_ONCE", 3000)
    np.testing.assert_array_equal(polygon_areas(shapes, GEOGRAPHIC), together)


@given(
    longitude=st.floats(74.0, 135.0),
    latitude=st.floats(3.0, 53.0),
    size=st.floats(1e-4, 0.5),
    split=st.floats(0.1, 0.9),
)
def test_a_whole_is_the_sum_of_its_parts(
    longitude: float, latitude: float, size: float, split: float
) -> None:
    middle = longitude + size * split
    north = latitude + size
    whole = box(longitude, latitude, longitude + size, north)
    parts = [
        box(longitude, latitude, middle, north),
        box(middle, latitude, longitude + size, north),
    ]
    areas = polygon_areas([whole, *parts], GEOGRAPHIC)
    assert areas[0] == pytest.approx(areas[1] + areas[2], rel=1e-9)
    assert areas[0] > 0


def test_a_crs_in_feet_cuts_at_the_same_length(monkeypatch: pytest.MonkeyPatch) -> None:
    metres = "+proj=tmerc +lon_0=108 +x_0=500000 +ellps=GRS80 +units=m"
    feet = "+proj=tmerc +lon_0=108 +x_0=500000 +ellps=GRS80 +units=ft"
    square = box(500_000, 3_300_000, 540_000, 3_340_000)
    in_feet = shapely.transform(square, lambda points: points / 0.3048)
    monkeypatch.setattr("redline_plugin.core.geodesy.area.LONGEST_EDGE_METRES", 41_000.0)
    areas = polygon_areas([square], metres), polygon_areas([in_feet], feet)
    assert areas[1] == pytest.approx(areas[0], rel=1e-11)


@pytest.mark.parametrize("crs", ["", "EPSG:999999", "nonsense"])
def test_an_unknown_crs_is_said(crs: str) -> None:
    with pytest.raises(InputError, match="coordinate reference system"):
        polygon_areas([box(0, 0, 1, 1)], crs)


def test_what_is_no_polygon_is_said() -> None:
    with pytest.raises(InputError, match="2 geometries"):
        polygon_areas([box(0, 0, 1, 1), Point(0, 0), LineString([(0, 0), (1, 1)])], GEOGRAPHIC)


@pytest.mark.filterwarnings("ignore:invalid value")
def test_coordinates_that_are_no_numbers_are_said() -> None:
    with pytest.raises(InputError, match="not numbers"):
        polygon_areas([Polygon([(0, 0), (1, 0), (1, np.nan)])], GEOGRAPHIC)


def test_coordinates_outside_of_the_crs_are_said() -> None:
    with pytest.raises(InputError, match="longitude and latitude"):
        polygon_areas([box(1e12, 1e12, 1e12 + 100, 1e12 + 100)], BELT)
