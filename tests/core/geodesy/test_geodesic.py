"""Geodesics against GeographicLib, and lengths of lines against sums of short geodesics."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box

from redline_plugin.core.errors import InputError
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.geodesy.ellipsoid import INVERSE_FLATTENING, SEMI_MAJOR
from redline_plugin.core.geodesy.geodesic import inverse, line_lengths
from redline_plugin.core.geodesy.transform import to_longitude_latitude

GEOGRAPHIC, BELT = "EPSG:4490", "EPSG:4524"
EAST, NORTH = 36_520_000.0, 3_300_000.0
NANOMETRES = 5e-9
"""What GeographicLib itself rounds to."""

library = pytest.importorskip("geographiclib.geodesic")
EARTH = library.Geodesic(SEMI_MAJOR, 1 / INVERSE_FLATTENING)


@given(
    longitude=st.floats(-180.0, 180.0),
    latitude=st.floats(-80.0, 80.0),
    azimuth=st.floats(0.0, 360.0),
    exponent=st.floats(-2.0, 6.0),
)
def test_lengths_and_azimuths_from_a_centimetre_to_a_thousand_kilometres(
    longitude: float, latitude: float, azimuth: float, exponent: float
) -> None:
    end = EARTH.Direct(latitude, longitude, azimuth, 10.0**exponent)
    known = EARTH.Inverse(latitude, longitude, end["lat2"], end["lon2"])
    length, direction = inverse(longitude, latitude, end["lon2"], end["lat2"])
    assert abs(length - known["s12"]) <= 1e-9 * known["s12"] + NANOMETRES
    off = (direction - known["azi1"] + 180.0) % 360.0 - 180.0
    assert abs(off) * known["s12"] <= 1e-7 * known["s12"] + 1e-6


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((100, 0), (101, 0)),
        ((100, 10), (100, 11)),
        ((179.9, 10), (-179.9, 10)),
        ((-0.001, -0.001), (0.001, 0.001)),
        ((0, 0), (150, 30)),
    ],
    ids=["equator", "meridian", "180 degrees", "over the equator", "far"],
)
def test_where_formulas_break(start: tuple[float, float], end: tuple[float, float]) -> None:
    known = EARTH.Inverse(start[1], start[0], end[1], end[0])
    length, azimuth = inverse(*start, *end)
    assert length == pytest.approx(known["s12"], rel=1e-10)
    assert azimuth == pytest.approx(known["azi1"] % 360, abs=1e-7)


def test_a_metre_over_180_degrees_is_as_exact_as_elsewhere() -> None:
    ends = 180.0 - 2.0**-18, 0.25, -180.0 + 2.0**-18, 0.25
    length, _ = inverse(*ends)
    elsewhere, _ = inverse(-(2.0**-18), 0.25, 2.0**-18, 0.25)
    assert length == pytest.approx(0.85, abs=0.01)
    assert length == pytest.approx(float(elsewhere), rel=1e-14)


def test_a_point_has_no_length_and_opposite_points_have_no_answer() -> None:
    length, azimuth = inverse([100.0, 0.0], [30.0, 0.0], [100.0, 179.9], [30.0, 0.1])
    assert length[0] == 0.0
    assert azimuth[0] == 0.0
    assert np.isnan(length[1])
    assert np.isnan(azimuth[1])


def test_shapes_go_together() -> None:
    length, azimuth = inverse(100.0, 30.0, [[100.1, 100.2]], [[30.0], [31.0]])
    assert length.shape == azimuth.shape == (2, 2)


def geodesic_length(line: LineString, crs: str) -> float:
    """The line in pieces of 10 m, each a geodesic of the other library."""
    points = to_longitude_latitude(shapely.get_coordinates(shapely.segmentize(line, 10.0)), crs)
    steps = [EARTH.Inverse(a[1], a[0], b[1], b[0])["s12"] for a, b in zip(points, points[1:])]
    return float(np.sum(steps))


def test_lengths_of_lines() -> None:
    lines = [
        LineString([(EAST, NORTH), (EAST + 900, NORTH + 700), (EAST, NORTH + 900)]),
        LineString([(EAST, NORTH), (EAST + 5000, NORTH)]),
        LineString(),
    ]
    both = MultiLineString(lines[:2])
    ring = box(EAST, NORTH, EAST + 300, NORTH + 300).exterior
    lengths = line_lengths([*lines, both, ring], BELT)
    assert lengths[0] == pytest.approx(geodesic_length(lines[0], BELT), rel=1e-9)
    assert lengths[1] == pytest.approx(geodesic_length(lines[1], BELT), rel=1e-9)
    assert lengths[2] == 0.0
    assert lengths[3] == pytest.approx(lengths[0] + lengths[1], rel=1e-14)
    assert lengths[4] == pytest.approx(geodesic_length(ring, BELT), rel=1e-9)
    assert line_lengths([], BELT).shape == (0,)


def test_edges_are_straight_in_the_crs_of_the_data() -> None:
    parallel = LineString([(105, 30), (106, 30)])
    along = line_lengths([parallel], GEOGRAPHIC)[0]
    flattening = 1 / INVERSE_FLATTENING
    narrow = np.sqrt(1 - flattening * (2 - flattening) / 4)
    radius = SEMI_MAJOR * np.sqrt(3) / 2 / narrow
    assert along == pytest.approx(np.radians(radius), rel=1e-11)
    assert EARTH.Inverse(30, 105, 30, 106)["s12"] < along - 0.3


def test_order_and_company_do_not_change_a_length(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [LineString([(110 + i, 30), (110.2 + i, 30.1)]) for i in range(5)]
    together = line_lengths(lines, GEOGRAPHIC)
    monkeypatch.setattr("redline_plugin.core.geodesy.area._VERTICES_AT_ONCE", 300)
    np.testing.assert_array_equal(line_lengths(lines, GEOGRAPHIC), together)


def test_what_is_no_line_is_said() -> None:
    with pytest.raises(InputError, match="Only lines"):
        line_lengths([Point(0, 0)], GEOGRAPHIC)
    with pytest.raises(InputError, match="coordinate reference system"):
        line_lengths([LineString([(0, 0), (1, 1)])], "")


@pytest.mark.filterwarnings("ignore:invalid value")
def test_coordinates_that_are_no_numbers_are_said() -> None:
    with pytest.raises(InputError, match="not numbers"):
        line_lengths([LineString([(0, 0), (1, np.nan)])], GEOGRAPHIC)


@settings(max_examples=12)
@given(
    longitude=st.floats(74.0, 135.0),
    latitude=st.floats(4.0, 53.0),
    radii=st.lists(st.floats(0.02, 0.04), min_size=32, max_size=40),
)
def test_areas_are_those_of_the_library(
    longitude: float, latitude: float, radii: list[float]
) -> None:
    """Polygons of any shape with edges under a kilometre or so, none of which has its like."""
    angles = np.linspace(0.0, 2.0 * np.pi, len(radii), endpoint=False)
    points = np.array([longitude, latitude]) + np.array(radii)[:, None] * np.column_stack(
        [np.cos(angles), np.sin(angles)]
    )
    area = polygon_areas([Polygon(points)], GEOGRAPHIC)[0]
    # The library itself rounds to some square millimetres.
    assert area == pytest.approx(geodesic_area(points), rel=1e-9, abs=2e-3)


def geodesic_area(points: np.ndarray) -> float:
    """The area of the other library, with edges straight in longitude and latitude."""
    shape = EARTH.Polygon()
    ring = shapely.segmentize(shapely.linearrings(points), 0.00003)
    for lon, lat in shapely.get_coordinates(ring)[:-1].tolist():
        shape.AddPoint(lat, lon)
    return abs(shape.Compute()[2])
