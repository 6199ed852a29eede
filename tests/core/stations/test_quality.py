"""Stations that look wrong: where they are, and what they measured."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.stations.grids import grid_of
from redline_plugin.core.stations.interpolate import interpolate
from redline_plugin.core.stations.methods import Method, Settings
from redline_plugin.core.stations.observations import Observations
from redline_plugin.core.stations.outliers import outliers
from redline_plugin.core.stations.places import PlaceFormat, looks_exchanged, read_table
from redline_plugin.core.stations.quality import tell_far, with_places

BOX = (116.0, 39.0, 118.0, 41.0)
DEGREES = "EPSG:4490"


def stations(number=20, seed=1, noise=2.0):
    rng = np.random.default_rng(seed)
    x, y = rng.uniform(BOX[0], BOX[2], number), rng.uniform(BOX[1], BOX[3], number)
    values = 500 + 100 * (x - 116) + 50 * (y - 39) + rng.normal(0, noise, number)
    return Observations(
        [f"S{n}" for n in range(number)], np.stack((x, y), axis=1), DEGREES, {"rain": values}
    )


def moved(found, place, number=0):
    places = found.places.copy()
    places[number] = place
    return replace(found, places=places)


def told(tmp_path, found, method=Method.IDW):
    feedback = Quiet()
    result = interpolate(
        found,
        grid_of(BOX, 0.1, DEGREES),
        tmp_path / "o.tif",
        Settings(method=method),
        feedback,
    )
    return "\n".join(map(str, feedback.warnings)), result.fields[0]


@pytest.mark.parametrize("method", [Method.IDW, Method.SPLINE, Method.KRIGING])
def test_sensible_stations_are_left_in_peace(tmp_path, method):
    text, _ = told(tmp_path, stations(), method)
    assert text == ""


def test_a_station_at_no_place_is_left_out(tmp_path):
    text, fitted = told(tmp_path, moved(stations(), (0, 0), 3))
    assert "Stations at 0, 0" in text
    assert "(1): S3. They are left out." in text
    assert len(fitted.sample) == 19
    assert "S3" not in fitted.sample.ids


def test_zero_is_a_place_where_stations_are_around_it():
    found = Observations(
        ["a", "b", "c"], np.array([(0.0, 0.0), (5.0, 4.0), (-4.0, -3.0)]), "EPSG:4524", {}
    )
    feedback = Quiet()
    assert with_places(found, feedback) is found
    assert feedback.warnings == []


def test_exchanged_coordinates(tmp_path):
    text, fitted = told(tmp_path, moved(stations(), (39.5, 116.4), 5))
    assert "longitude and latitude seem to be in each other's field (1): S5." in text
    assert len(fitted.sample) == 19
    found = stations()
    with pytest.raises(InputError, match="No station is left"):
        told(tmp_path, replace(found, places=found.places[:, ::-1]))


@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [
        (3, 73, True),
        (54, 136, True),
        (2.9, 100, False),
        (54.1, 100, False),
        (30, 72.9, False),
        (30, 136.1, False),
        (116, 40, False),
    ],
)
def test_what_looks_exchanged(longitude, latitude, expected):
    assert looks_exchanged(longitude, latitude) is expected


def test_exchanged_is_not_asked_of_metres():
    found = Observations(["a", "b"], np.array([(30.0, 100.0), (40.0, 110.0)]), "EPSG:4524", {})
    assert with_places(found, Quiet()) is found


def test_how_far_a_station_is(tmp_path):
    text, _ = told(tmp_path, moved(stations(), (117.0, 30.0), 2))
    # Nine degrees of latitude are 1000 km.
    assert "S2 (1001 km)" in text or "S2 (999 km)" in text or "S2 (1000 km)" in text
    near, _ = told(tmp_path, moved(stations(), (117.0, 38.0), 2))
    assert "far outside" not in near


@pytest.mark.parametrize(("away", "far"), [(299_000.0, False), (301_000.0, True)])
def test_the_limit_of_far(away, far):
    grid = grid_of((500_000.0, 3_500_000.0, 520_000.0, 3_520_000.0), 1000.0, "EPSG:4524")
    feedback = Quiet()
    tell_far(
        ["near", "there"],
        np.array([(510_000.0, 3_510_000.0), (520_000.0 + away, 3.51e6)]),
        grid,
        feedback,
    )
    assert bool(feedback.warnings) is far
    assert not far or "there (301 km)" in str(feedback.warnings[0])


def test_the_limit_of_far_grows_with_the_grid():
    grid = grid_of((0.0, 0.0, 1_000_000.0, 1_000_000.0), 10_000.0, "EPSG:4524")
    for away, far in ((2_800_000.0, False), (2_900_000.0, True)):
        feedback = Quiet()
        tell_far(["a"], np.array([(1_000_000.0 + away, 5e5)]), grid, feedback)
        assert bool(feedback.warnings) is far


def test_a_value_unlike_the_others_is_named_with_both_numbers(tmp_path):
    found = stations()
    found.values["rain"][7] *= 10
    text, fitted = told(tmp_path, found, Method.KRIGING)
    place = fitted.sample.ids.index("S7")
    value, estimate = fitted.sample.values[place], fitted.left_out[place]
    assert f"rain at S7 ({value:.5g}, expected {estimate:.5g})" in text
    assert "they are used as they are" in text


def test_two_neighbours_of_which_one_is_wrong(tmp_path):
    """Its neighbours are estimated badly because of it, and are not blamed."""
    found = stations(60, noise=5.0)
    for number in (10, 30):
        values = found.values["rain"].copy()
        values[number] = 0
        text, _ = told(tmp_path, replace(found, values={"rain": values}), Method.IDW)
        assert f"other stations (1): rain at S{number} (0, expected" in text


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("method", [Method.IDW, Method.KRIGING])
def test_edges_and_noise_make_no_outliers(tmp_path, seed, method):
    text, _ = told(tmp_path, stations(40, seed, noise=15.0), method)
    assert "unlike" not in text


def cross(last):
    """Stations on a lattice with errors of a known spread, and one more in the middle."""
    x, y = np.meshgrid(np.arange(9.0), np.arange(9.0))
    points = np.append(np.stack((x.ravel(), y.ravel()), axis=1), [(4.5, 4.5)], axis=0)
    errors = np.random.default_rng(2).permutation(np.linspace(-1, 1, 81))
    values = 100 + np.append(errors, last)
    # The surface estimates 100 everywhere, so half of the errors are within 0.5: sigma is 0.7413.
    return points, values, np.full(82, 100.0)


@pytest.mark.parametrize(("sigmas", "number"), [(4.8, 0), (5.3, 1), (-4.8, 0), (-5.3, 1)])
def test_the_limit_of_the_surfaces_error(monkeypatch, sigmas, number):
    monkeypatch.setattr(
        "redline_plugin.core.stations.outliers._from_planes", lambda _, values: values - 100
    )
    found = outliers(*cross(sigmas * 0.7413))
    assert len(found) == number
    assert not number or found[0] == 81


@pytest.mark.parametrize(("last", "number"), [(10.0, 0), (12.5, 1)])
def test_the_limit_of_what_is_beyond_the_others(last, number):
    """A ridge: far from its neighbours, but not from the whole field."""
    points, values, _ = cross(0.0)
    rows = 100 + 0.5 * points[:, 1] + (values - 100) / 100
    # The middle four fifths are 0.5 to 3.5 wide: 3 more is 6.5 and less.
    rows[81] = 100 + last - 4.5
    estimated = 100 + 0.5 * points[:, 1]
    assert len(outliers(points, rows, estimated)) == number


def test_both_estimates_must_fail():
    points, values, estimated = cross(30.0)
    assert list(outliers(points, values, estimated)) == [81]
    # The surface knows it.
    estimated[81] = 130.0
    assert not len(outliers(points, values, estimated))
    # It follows a slope, which the plane knows.
    slope = 100 + 10 * points[:, 0] + np.where(np.arange(82) % 2 == 0, 0.1, -0.1)
    assert not len(outliers(points, slope, np.where(points[:, 0] > 7, 100.0, slope + 0.1)))
    # What follows elevation is no outlier either.
    height = np.zeros(82)
    height[81] = 30.0
    points, values, estimated = cross(30.0)
    assert not len(outliers(points, values, estimated, height))


def test_few_stations_and_constant_fields_have_no_outliers():
    points = np.random.default_rng(0).random((20, 2))
    values = np.append(np.arange(18.0) / 10, 900.0)
    assert not len(outliers(points[:19], values, np.zeros(19)))
    values = np.append(np.arange(19.0) / 10, 900.0)
    assert list(outliers(points, values, np.zeros(20))) == [19]
    constant = np.full(20, 7.0)
    assert not len(outliers(points, constant, constant + 1e-12 * np.arange(20)))
    assert not len(outliers(points, constant, np.full(20, np.nan)))


def test_a_surface_worse_than_the_mean_is_told(tmp_path):
    found = stations(12)
    found.values["rain"] = np.random.default_rng(3).normal(0, 1, 12)
    text, fitted = told(tmp_path, found, Method.SPLINE)
    assert fitted.errors.r2 < 0
    assert "the mean of all stations would do better" in text
    assert f"R2 {fitted.errors.r2:.3f}" in text


def table(tmp_path, *rows):
    path = tmp_path / "stations.csv"
    path.write_text("station,longitude,latitude\n" + "\n".join(rows) + "\n", "utf-8")
    return read_table(path, {}, PlaceFormat(), False, Quiet())


def test_places_that_cannot_be_in_the_station_table(tmp_path):
    with pytest.raises(InputError) as caught:
        table(tmp_path, "1,116,40", "2,0,0", "3,30.5,80", "4,0,40", "5,116,40,7", "6,117,39,")
    text = str(caught.value).splitlines()
    assert len(text) == 3
    assert text[0].startswith("stations.csv:3: Longitude and latitude are both 0")
    assert "stations.csv:4: Longitude 30.5 and latitude 80 lie in the Arctic" in text[1]
    assert "stations.csv:6: The row has 4 cells; the header has 3." in text[2]


def test_places_that_can_be(tmp_path):
    assert len(table(tmp_path, "1,116,40", "2,0,40", "3,2.9,80", "4,54.1,80", "6,117,39,")) == 5
