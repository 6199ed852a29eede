"""From stations to a raster: choice of method, elevation, blocks, threads, provenance, errors."""

import csv
import itertools

import numpy as np
import pytest
from support.rasters import read, write

from redline_plugin.core.errors import CancelledError, InputError, OutputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Grid, windows_of
from redline_plugin.core.raster.plan import Plan
from redline_plugin.core.raster.source import QUANTITY, RasterSource
from redline_plugin.core.stations.grids import grid_of
from redline_plugin.core.stations.interpolate import NODATA, RunOptions, interpolate
from redline_plugin.core.stations.methods import Method, Settings, errors_of
from redline_plugin.core.stations.observations import Observations
from redline_plugin.core.stations.report import write_report

METHODS = (Method.IDW, Method.SPLINE, Method.KRIGING)
BOX = (500_000.0, 3_500_000.0, 600_000.0, 3_560_000.0)
BELT = "EPSG:4547"


def observations(number=25, seed=3, crs=BELT, **fields):
    rng = np.random.default_rng(seed)
    west, south, east, north = BOX
    x, y = rng.uniform(west, east, number), rng.uniform(south, north, number)
    values = 600 + (x - west) / 500 + 80 * np.sin((y - south) / 12000) + rng.normal(0, 3, number)
    return Observations(
        [f"S{n}" for n in range(number)],
        np.stack((x, y), axis=1),
        crs,
        fields or {"rain": values},
    )


def run(tmp_path, found=None, name="o.tif", grid=None, **settings):
    options = settings.pop("options", None)
    elevation = settings.pop("elevation", None)
    feedback = settings.pop("feedback", None) or Quiet()
    path = tmp_path / name
    result = interpolate(
        found or observations(),
        grid or grid_of(BOX, 1000.0, BELT),
        path,
        Settings(**settings),
        feedback,
        elevation,
        options=options,
    )
    return result, read(path)


@pytest.mark.parametrize("method", METHODS)
def test_a_pixel_on_a_station_has_its_value(tmp_path, method):
    found = observations()
    west, _, _, north = BOX
    columns = np.floor((found.places[:, 0] - west) / 1000)
    rows = np.floor((north - found.places[:, 1]) / 1000)
    # Put every station on the middle of its pixel.
    places = np.stack((west + 1000 * (columns + 0.5), north - 1000 * (rows + 0.5)), axis=1)
    found = Observations(found.ids, places, BELT, found.values)
    result, values = run(tmp_path, found, method=method, nugget=False)
    at_stations = values[rows.astype(int), columns.astype(int)]
    np.testing.assert_allclose(at_stations, found.values["rain"], rtol=1e-5)
    assert values.shape == (60, 100)
    assert result.valid == 6000
    assert result.fields[0].errors.count == 25


@pytest.mark.parametrize("neighbours", [0, 7])
@pytest.mark.parametrize("method", METHODS)
def test_order_blocks_and_threads_do_not_matter(tmp_path, method, neighbours):
    found = observations()
    how = {"method": method, "neighbours": neighbours}
    first, expected = run(tmp_path, found, **how)
    order = np.random.default_rng(1).permutation(25)
    mixed = Observations(
        [found.ids[n] for n in order],
        found.places[order],
        BELT,
        {"rain": found.values["rain"][order]},
    )
    grid = grid_of(BOX, 1000.0, BELT)
    for size, threads in itertools.product((16, 37), (1, 3)):
        plan = Plan(windows_of(grid, size, size), (64, 64), (size, size))
        second, values = run(tmp_path, mixed, options=RunOptions(threads, windows=plan), **how)
        assert np.array_equal(values, expected)
        assert second.fields[0].errors == first.fields[0].errors


def test_a_geographic_grid_is_not_stretched(tmp_path):
    # At 60 degrees a degree of longitude is half as long: the station to the north is farther.
    found = Observations(
        ["north", "east", "far"],
        np.array([[10.0, 60.9], [11.0, 60.0], [30.0, 60.0]]),
        "EPSG:4490",
        {"v": np.array([0.0, 100.0, 50.0])},
    )
    grid = grid_of((9.95, 59.95, 10.05, 60.05), 0.1, "EPSG:4490")
    _, values = run(tmp_path, found, grid=grid, method=Method.IDW, neighbours=2)
    assert values.item() > 70


def test_stations_come_into_the_grids_crs(tmp_path):
    found = observations()
    from redline_plugin.core.geodesy.transform import to_longitude_latitude

    degrees = Observations(
        found.ids, to_longitude_latitude(found.places, BELT), "EPSG:4490", found.values
    )
    _, one = run(tmp_path, found, method=Method.IDW)
    _, two = run(tmp_path, degrees, method=Method.IDW)
    np.testing.assert_allclose(one, two, rtol=1e-6)


def test_automatic_takes_the_least_error(tmp_path):
    told = Quiet()
    result, values = run(tmp_path, feedback=told)
    roots = {}
    for method in METHODS:
        other, raster = run(tmp_path, name="m.tif", method=method)
        roots[method] = other.fields[0].errors.root
        if method is result.fields[0].method:
            assert np.array_equal(raster, values)
    assert result.fields[0].method is min(roots, key=roots.get)
    assert any("Chosen: " in str(message) for message in told.messages)


def test_automatic_with_few_stations(tmp_path):
    result, _ = run(tmp_path, observations(4))
    assert result.fields[0].method is Method.IDW
    with pytest.raises(InputError) as caught:
        run(tmp_path, observations(2))
    assert len(caught.value.problems) == 3
    assert not (tmp_path / "x.tif").exists()
    with pytest.raises(
        InputError, match="needs at least 5 stations with values; their number is 4"
    ):
        run(tmp_path, observations(4), method=Method.KRIGING)


def test_several_fields_are_bands_by_one_method(tmp_path):
    base = observations().values["rain"]
    found = observations(t_01=base / 100, t_02=base * 2, t_03=700 - base)
    found.values["t_03"][4] = np.nan
    told = Quiet()
    result, values = run(tmp_path, found, feedback=told)
    assert values.shape == (3, 60, 100)
    assert len({item.method for item in result.fields}) == 1
    assert [len(item.sample) for item in result.fields] == [25, 25, 24]
    assert "t_03: stations without a value, left out (1): S4." in str(told.warnings[0])
    np.testing.assert_allclose(values[1], values[0] * 200, rtol=1e-4)
    for number, item in enumerate(("t_01", "t_02", "t_03")):
        one = observations(**{item: found.values[item]})
        _, alone = run(tmp_path, one, name="one.tif", method=result.fields[0].method)
        assert np.array_equal(alone, values[number])


def test_stations_in_one_place_are_averaged(tmp_path):
    found = observations()
    twice = Observations(
        [*found.ids, "again"],
        np.vstack((found.places, found.places[:1])),
        BELT,
        {"rain": np.append(found.values["rain"], found.values["rain"][0] + 10)},
    )
    told = Quiet()
    result, _ = run(tmp_path, twice, method=Method.KRIGING, feedback=told)
    assert "in one place with others (2)" in str(told.warnings[0])
    assert "S0 = again" in str(told.warnings[0])
    sample = result.fields[0].sample
    assert sample.values[sample.ids.index("S0, again")] == found.values["rain"][0] + 5


def test_negative_values_become_zero_and_are_counted(tmp_path):
    found = observations()
    found.values["rain"] -= found.values["rain"].mean()
    _, free = run(tmp_path, found, method=Method.SPLINE)
    told = Quiet()
    result, values = run(tmp_path, found, method=Method.SPLINE, not_negative=True, feedback=told)
    assert result.raised == np.count_nonzero(free < 0) > 0
    assert np.array_equal(values, np.maximum(free, 0))
    assert (result.fields[0].left_out >= 0).all()


def dem(tmp_path, shape=(60, 100)):
    west, _, _, north = BOX
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]]
    height = (500 + 400 * np.sin(x / 9) + 300 * np.cos(y / 7)).astype("float32")
    height[:, 70:80] = -32768
    path = write(
        tmp_path / "dem.tif", height, (west, 1000, 0, north, 0, -1000), 4547, nodata=-32768
    )
    return height, RasterSource(path, name="ELEVATION", resampling=QUANTITY, valid=(-500, 9000))


def with_heights(found, height):
    west, _, _, north = BOX
    columns = np.floor((found.places[:, 0] - west) / 1000).astype(int)
    rows = np.floor((north - found.places[:, 1]) / 1000).astype(int)
    return height[rows, columns].astype(float)


@pytest.mark.parametrize("method", METHODS)
def test_temperature_follows_elevation(tmp_path, method):
    height, source = dem(tmp_path)
    found = observations(40)
    at = with_heights(found, height)
    found = Observations(found.ids, found.places, BELT, {"t": 20 - 0.0065 * at})
    told = Quiet()
    result, values = run(tmp_path, found, method=method, elevation=source, feedback=told)
    lapse = result.fields[0].lapse
    assert lapse.slope == pytest.approx(-0.0065, rel=1e-6)
    assert lapse.r2 == pytest.approx(1)
    inside = height > -1000
    np.testing.assert_allclose(values[inside], 20 - 0.0065 * height[inside], rtol=1e-5)
    assert (values[~inside] == NODATA).all()
    assert result.valid == np.count_nonzero(inside)
    assert result.fields[0].errors.root < 1e-6
    outside = int(np.count_nonzero(at < -1000))
    assert outside
    assert f"outside the elevation raster, left out ({outside})" in str(told.warnings[0])
    assert any("-0.65 per 100 m" in str(message) for message in told.messages)


def test_the_line_is_fitted_without_the_station_left_out(tmp_path):
    height, source = dem(tmp_path)
    found = observations(40)
    at = with_heights(found, height)
    rng = np.random.default_rng(5)
    keep = at > -1000
    values = 20 - 0.005 * at + rng.normal(0, 1, 40)
    found = Observations(
        [name for name, kept in zip(found.ids, keep) if kept],
        found.places[keep],
        BELT,
        {"t": values[keep]},
        at[keep],
    )
    how = {"method": Method.IDW, "elevation": source, "neighbours": 6}
    result, _ = run(tmp_path, found, **how)
    fitted = result.fields[0]
    for name in ("S3", "S7", "S12"):
        if name not in found.ids:
            continue
        number = found.ids.index(name)
        rest = np.arange(len(found.ids)) != number
        x, y = found.places[number]
        slope, base = np.polyfit(found.elevation[rest], found.values["t"][rest], 1)
        residual = found.values["t"][rest] - base - slope * found.elevation[rest]
        near = np.hypot(*(found.places[rest] - (x, y)).T)
        first = np.argsort(near)[:6]
        weights = near[first] ** -2.0
        expected = (
            base
            + slope * found.elevation[number]
            + (weights * residual[first]).sum() / weights.sum()
        )
        place = fitted.sample.ids.index(name)
        assert fitted.left_out[place] == pytest.approx(expected, rel=1e-9)


def test_elevation_on_another_grid_is_aligned(tmp_path):
    height, source = dem(tmp_path)
    found = observations(40)
    at = with_heights(found, height)
    found = Observations(found.ids, found.places, BELT, {"t": 20 - 0.0065 * at}, at)
    grid = grid_of((510_000, 3_510_000, 550_000, 3_540_000), 500.0, BELT)
    told = Quiet()
    _, values = run(tmp_path, found, grid=grid, method=Method.IDW, elevation=source, feedback=told)
    assert values.shape == (60, 80)
    assert any("another grid" in str(message) for message in told.messages)


def test_errors_are_what_they_say():
    found = errors_of(np.array([1.0, 4.0, np.nan]), np.array([2.0, 2.0, 9.0]))
    assert (found.mean, found.absolute, found.root, found.count) == (0.5, 1.5, 2.5**0.5, 2)
    assert np.isnan(found.r2)
    better = errors_of(np.array([1.0, 2.0, 3.5]), np.array([1.0, 2.0, 3.0]))
    assert better.r2 == pytest.approx(1 - 0.25 / 2)
    assert errors_of(np.array([np.nan]), np.array([1.0])).count == 0


def test_the_report_and_what_made_it(tmp_path):
    result, _ = run(tmp_path, method=Method.KRIGING)
    write_report(result.fields, tmp_path / "errors.csv")
    rows = list(csv.DictReader((tmp_path / "errors.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 25
    errors = np.array([float(row["Error"]) for row in rows])
    fitted = result.fields[0].errors
    assert errors.mean() == pytest.approx(fitted.mean, rel=1e-6)
    assert np.sqrt((errors**2).mean()) == pytest.approx(fitted.root, rel=1e-6)
    row = next(row for row in rows if row["Station"] == "S7")
    assert float(row["Observed"]) == pytest.approx(observations().values["rain"][7])
    record = read_provenance(str(tmp_path / "o.tif"))
    assert record["algorithm"] == "interpolatestations"
    assert record["parameters"]["METHOD"] == "kriging"
    field = record["results"]["fields"][0]
    assert field["variogram"]["shape"] in ("spherical", "exponential", "gaussian")
    assert field["root_mean_square_error"] == fitted.root
    assert Grid.of_file(str(tmp_path / "o.tif")).same_as(grid_of(BOX, 1000.0, BELT))


def test_a_constant_field(tmp_path):
    found = observations()
    found.values["rain"][:] = 0.1
    for method in (*METHODS, Method.AUTO):
        result, values = run(tmp_path, found, method=method)
        assert (values == np.float32(0.1)).all()
        assert result.fields[0].errors.root < 1e-12


def test_a_line_of_stations(tmp_path):
    found = observations()
    found.places[:, 1] = 3_530_000 + 0.1 * (found.places[:, 0] - 500_000)
    with pytest.raises(InputError, match="lie on one line"):
        run(tmp_path, found, method=Method.SPLINE)
    result, _ = run(tmp_path, found)
    assert result.fields[0].method is not Method.SPLINE


def test_no_values_and_no_place(tmp_path):
    with pytest.raises(InputError, match="No station has a value in the field “v”"):
        run(tmp_path, observations(v=np.full(25, np.nan)))
    with pytest.raises(OutputError, match="does not exist"):
        run(tmp_path / "nothing")


def test_cancel_leaves_nothing(tmp_path):
    class Stop(Quiet):
        def cancelled(self):
            return self.fraction > 0.3

    grid = grid_of(BOX, 30.0, BELT)
    with pytest.raises(CancelledError):
        interpolate(
            observations(),
            grid,
            tmp_path / "o.tif",
            Settings(method=Method.KRIGING),
            Stop(),
        )
    assert list(tmp_path.iterdir()) == []
