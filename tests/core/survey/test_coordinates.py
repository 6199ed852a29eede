"""Degrees, minutes, seconds and Gauss-Kruger metres: round trips, belt edges, PROJ, what is refused."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.errors import InputError
from redline_plugin.core.gdalsetup import osr
from redline_plugin.core.geodesy.belts import Belt
from redline_plugin.core.geodesy.ellipsoid import INVERSE_FLATTENING, SEMI_MAJOR
from redline_plugin.core.survey.coordinates import (
    coordinates_of,
    latitudes_dms,
    longitudes_dms,
    parse_dms,
)

GEOGRAPHIC = "EPSG:4490"
longitudes = st.floats(73.6, 136.4)
latitudes = st.floats(3.0, 54.0)


@pytest.mark.parametrize(
    ("degrees", "decimals", "text"),
    [
        (103.45142222222222, 2, "103°27′05.12″E"),
        (59.99999999999, 2, "60°00′00.00″E"),
        (29.999999999, 4, "30°00′00.0000″E"),
        (29.999999999, 8, "29°59′59.99999640″E"),
        (103 + 59 / 60 + 59.995 / 3600, 2, "104°00′00.00″E"),
        (103 + 59 / 60 + 59.994 / 3600, 2, "103°59′59.99″E"),
        (0.0, 0, "0°00′00″E"),
        (-0.5, 1, "0°30′00.0″W"),
        (-1e-12, 1, "0°00′00.0″E"),
        (180.0, 0, "180°00′00″E"),
    ],
)
def test_how_a_longitude_is_written(degrees: float, decimals: int, text: str) -> None:
    assert longitudes_dms([degrees], decimals) == [text]


def test_how_a_latitude_is_written() -> None:
    assert latitudes_dms([30.085, -8.5], 1) == ["30°05′06.0″N", "8°30′00.0″S"]
    assert latitudes_dms([], 1) == []


@given(st.floats(-180.0, 180.0), st.integers(0, 8))
def test_what_is_written_is_read_within_half_of_the_last_decimal(
    degrees: float, decimals: int
) -> None:
    (text,) = longitudes_dms([degrees], decimals)
    minutes, seconds = re.findall(r"°(\d\d)′([\d.]+)″", text)[0]
    assert int(minutes) < 60
    assert float(seconds) < 60
    assert abs(parse_dms(text) - degrees) * 3600 <= 0.5 * 10.0**-decimals + 1e-9


@functools.lru_cache
def pyproj_with_its_data():
    """pyproj does not always find the data of PROJ that GDAL uses."""
    pyproj = pytest.importorskip("pyproj")
    for folder in osr.GetPROJSearchPaths():
        if folder and Path(folder, "proj.db").is_file():
            pyproj.datadir.set_data_dir(folder)
            return pyproj
    return pytest.skip("no data of PROJ")


@given(st.lists(st.tuples(longitudes, latitudes), min_size=1, max_size=20))
def test_gauss_kruger_is_that_of_pyproj_in_the_belt_of_the_middle(
    places: list[tuple[float, float]],
) -> None:
    pyproj = pyproj_with_its_data()
    points = np.array(places)
    middle = (points[:, 0].min() + points[:, 0].max()) / 2
    for width in (3, 6):
        number = int((middle + 1.5) // 3) if width == 3 else int(middle // 6) + 1
        meridian = 3 * number if width == 3 else 6 * number - 3
        projection = pyproj.Proj(
            f"+proj=tmerc +lon_0={meridian} +a={SEMI_MAJOR} +rf={INVERSE_FLATTENING}"
        )
        east, north = projection(*points.T)
        for prefixed in (True, False):
            found = coordinates_of(points, GEOGRAPHIC, belt_width=width, prefixed=prefixed)
            assert found.belt == number
            origin = 500_000 + (number * 1e6 if prefixed else 0)
            np.testing.assert_allclose(found.easting, np.round(east + origin, 3), atol=1.1e-3)
            np.testing.assert_allclose(found.northing, np.round(north, 3), atol=1.1e-3)
            finer = coordinates_of(
                points, GEOGRAPHIC, belt_width=width, prefixed=prefixed, metre_decimals=6
            )
            np.testing.assert_allclose(finer.easting, east + origin, atol=1e-4)
            np.testing.assert_allclose(finer.northing, north, atol=1e-4)


@given(latitudes)
def test_a_northing_on_the_central_meridian_is_the_length_of_the_meridian(latitude: float) -> None:
    library = pytest.importorskip("geographiclib.geodesic")
    earth = library.Geodesic(SEMI_MAJOR, 1 / INVERSE_FLATTENING)
    found = coordinates_of(np.array([[105.0, latitude]]), GEOGRAPHIC, metre_decimals=6)
    assert found.easting[0] == pytest.approx(35_500_000.0, abs=1e-5)
    length = earth.Inverse(0, 105, latitude, 105)["s12"]
    assert found.northing[0] == pytest.approx(length, abs=1e-5)


@pytest.mark.parametrize(
    ("longitude", "three", "six"),
    [(106.5, 36, 18), (106.4999999, 35, 18), (108.0, 36, 19), (107.9999999, 36, 18)],
)
def test_the_edges_of_belts(longitude: float, three: int, six: int) -> None:
    at = np.array([[longitude, 32.0]])
    assert coordinates_of(at, GEOGRAPHIC).belt == three
    assert coordinates_of(at, GEOGRAPHIC, belt_width=6).belt == six
    beyond = coordinates_of(at, GEOGRAPHIC, belt=Belt(3, 36, False))
    assert beyond.belt == 36
    assert beyond.easting[0] < 1e6


def test_points_of_a_belt_keep_their_metres_and_decimals_are_those_asked_for() -> None:
    points = np.array([[36_512_345.6789, 3_556_789.1234], [36_490_000.0, 3_600_000.0]])
    found = coordinates_of(points, "EPSG:4524", second_decimals=2, metre_decimals=2)
    np.testing.assert_array_equal(found.easting, [36_512_345.68, 36_490_000.0])
    np.testing.assert_array_equal(found.northing, [3_556_789.12, 3_600_000.0])
    assert re.fullmatch(r"108°\d\d′\d\d\.\d\d″E", found.longitude_dms[0])
    assert re.fullmatch(r"32°\d\d′\d\d\.\d\d″N", found.latitude_dms[0])
    plain = coordinates_of(points, "EPSG:4524", prefixed=False)
    np.testing.assert_allclose(plain.easting, points[:, 0] - 36e6, atol=1e-3)


def test_no_points_and_no_belt() -> None:
    found = coordinates_of(np.empty((0, 2)), GEOGRAPHIC)
    assert found.belt == 0
    assert found.longitude_dms == []
    with pytest.raises(InputError, match="no 3-degree belt 46"):
        coordinates_of(np.array([[138.0, 40.0]]), GEOGRAPHIC)


@pytest.mark.parametrize(
    "text",
    [
        *("103°27′05.12″", "103°27'05.12\"", "103°27'05.12''", "103º27’05.12”", "103˚27`5.12´´"),
        *("103 27 5.12", "103:27:05.12", "103-27-05.12", "１０３°２７＇０５．１２＂Ｅ"),
        *("E103°27′05.12″", "103°27′05.12″ e", "东经103度27分5.12秒", "103°27′5.12″东"),
        *("1032705.12E", "103° 27′ 05.12″", " 103.451422222222 ", "103.4514222222°E"),
        *("103°27.0853333′", "103 27.0853333E", "10327.0853333,E"),
    ],
)
def test_what_people_and_receivers_write(text: str) -> None:
    assert parse_dms(text) == pytest.approx(103.45142222222, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        *(("-103.5", -103.5), ("−103°30′", -103.5), ("103°30′W", -103.5), ("南纬8°30′", -8.5)),
        *(
            ("3027.0853,N", 30.451421667),
            ("302705.12N", 30.451422222),
            ("N 30 05 05.0", 30.084722222),
        ),
        *(("103°", 103.0), ("0", 0.0), ("180", 180.0), ("90°N", 90.0)),
    ],
)
def test_signs_letters_and_whole_degrees(text: str, degrees: float) -> None:
    assert parse_dms(text) == pytest.approx(degrees, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("103 27", "two numbers"),
        ("103 27.5", "two numbers"),
        ("103.5, 30.2", "neither"),
        ("10327.0853", "minutes or seconds"),
        ("3027.0853E", "minutes or seconds"),
        ("10327.0853N", "minutes or seconds"),
        ("103°60′00″", "minutes are not below 60"),
        ("103°27′60.00″", "seconds are not below 60"),
        ("103°27.5′30″", "only its last part"),
        ("103.5°27′", "only its last part"),
        ("103.5 27 5", "neither"),
        ("-103°E", "a sign and a letter"),
        ("E103°27′05″W", "more than one letter"),
        ("103°27′05″N", "no more than 90"),
        ("180.1", "no more than 180"),
        ("180°00′00.1″", "no more than 180"),
        ("250", "no more than 180"),
        ("103,4514", "neither"),
        ("", "neither"),
        ("nan", "more than one letter"),
        ("1e2", "neither"),
    ],
)
def test_what_is_refused_and_why(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        parse_dms(text)
