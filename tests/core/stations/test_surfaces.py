"""Surfaces through stations, against hand-solved systems, plain loops and other libraries."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.stations.grids import grid_of
from redline_plugin.core.stations.kernels import KernelSurface, ThinPlate, spread
from redline_plugin.core.stations.lapse import fit_lapse, slopes_without_one
from redline_plugin.core.stations.plane import RADIUS_KM, Plane
from redline_plugin.core.stations.surface import (
    InverseDistance,
    nearest,
    neighbourhood,
    squared_distances,
)
from redline_plugin.core.stations.variogram import (
    SHAPES,
    Empirical,
    Variogram,
    empirical,
    fit,
    growth,
)

ALL = 10_000


def go_on():
    pass


def stations(number=30, seed=1, side=100.0):
    rng = np.random.default_rng(seed)
    points = rng.uniform(0, side, (number, 2))
    values = 10 + points[:, 0] / 20 + np.sin(points[:, 1] / 15) + rng.normal(0, 0.2, number)
    return points, values


def places(number=300, seed=2, side=100.0):
    rng = np.random.default_rng(seed)
    return rng.uniform(-10, side + 10, number), rng.uniform(-10, side + 10, number)


def surfaces(points, values, count=ALL):
    yield InverseDistance(points, values, 2.0, count)
    yield InverseDistance(points, values, 3.5, count)
    yield KernelSurface(points, values, ThinPlate(spread(points)), count, linear=True)
    for shape in SHAPES:
        yield KernelSurface(points, values, Variogram(shape, 0.0, 2.0, 60.0), count)


def smooth_ones(points, values, count=ALL):
    plate = ThinPlate(spread(points))
    yield KernelSurface(points, values, plate, count, linear=True, smoothing=0.1)
    yield KernelSurface(points, values, Variogram("exponential", 0.3, 2.0, 60.0), count)


def test_two_stations_by_hand():
    # Weights of ordinary kriging with two stations: 1/2 +- (g02 - g01) / (2 g12).
    model = Variogram("spherical", 0.2, 1.0, 10.0)
    points, values = np.array([[0.0, 0.0], [4.0, 0.0]]), np.array([3.0, 7.0])

    def gamma(h):
        return 0.2 + 1.5 * h / 10 - 0.5 * (h / 10) ** 3

    surface = KernelSurface(points, values, model, ALL)
    for x, y in ((1.0, 0.0), (2.0, 0.0), (-3.0, 1.0), (5.0, 2.0)):
        near, far = math.hypot(x, y), math.hypot(x - 4, y)
        first = 0.5 + (gamma(far) - gamma(near)) / (2 * gamma(4))
        expected = first * 3 + (1 - first) * 7
        found = surface.estimate(np.array([x]), np.array([y]), go_on)
        assert found[0] == pytest.approx(expected, rel=1e-12)


def test_three_stations_by_the_primal_system():
    model = Variogram("exponential", 0.0, 1.0, 9.0)
    points = np.array([[0.0, 0.0], [3.0, 0.0], [0.0, 4.0]])
    values = np.array([1.0, 5.0, 2.0])

    def gamma(h):
        return 1 - math.exp(-3 * h / 9)

    # [0 a b 1; a 0 c 1; b c 0 1; 1 1 1 0] w = [g1 g2 g3 1], a = gamma(3), b = gamma(4), c = gamma(5).
    a, b, c = gamma(3), gamma(4), gamma(5)
    matrix = [[0, a, b, 1], [a, 0, c, 1], [b, c, 0, 1], [1, 1, 1, 0]]
    right = [gamma(math.hypot(1 - x, 1 - y)) for x, y in points] + [1]
    rows = [[*row, value] for row, value in zip(matrix, right)]
    for column in range(4):
        pivot = max(range(column, 4), key=lambda n: abs(rows[n][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for n in range(4):
            if n != column:
                share = rows[n][column] / rows[column][column]
                rows[n] = [one - share * two for one, two in zip(rows[n], rows[column])]
    weights = [rows[n][4] / rows[n][n] for n in range(3)]
    assert sum(weights) == pytest.approx(1)
    found = KernelSurface(points, values, model, ALL).estimate(
        np.array([1.0]), np.array([1.0]), go_on
    )
    assert found[0] == pytest.approx(sum(w * v for w, v in zip(weights, values)), rel=1e-12)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("nugget", [0.0, 0.4])
@pytest.mark.parametrize("count", [ALL, 12])
def test_kriging_against_pykrige(shape, nugget, count):
    pykrige = pytest.importorskip("pykrige.ok")
    points, values = stations()
    x, y = places()
    # PyKrige's gaussian has exp(-(h / (4/7 a))^2), ours exp(-3 (h/a)^2).
    range_km = 60.0 * (4 / 7) * math.sqrt(3) if shape == "gaussian" else 60.0
    theirs = pykrige.OrdinaryKriging(
        *points.T,
        values,
        variogram_model=shape,
        variogram_parameters={"psill": 2.0, "range": 60.0, "nugget": nugget},
    )
    where = {} if count == ALL else {"n_closest_points": count, "backend": "loop"}
    expected, _ = theirs.execute("points", x, y, **where)
    found = KernelSurface(points, values, Variogram(shape, nugget, 2.0, range_km), count)
    np.testing.assert_allclose(found.estimate(x, y, go_on), expected, rtol=1e-9)


@pytest.mark.parametrize("smoothing", [0.0, 0.05])
@pytest.mark.parametrize("count", [ALL, 14])
def test_the_spline_against_scipy(smoothing, count):
    interpolate = pytest.importorskip("scipy.interpolate")
    if not hasattr(interpolate, "RBFInterpolator"):
        pytest.skip("this SciPy has no RBFInterpolator")
    points, values = stations()
    x, y = places()
    scale = spread(points)
    theirs = interpolate.RBFInterpolator(
        points / scale,
        values,
        neighbors=None if count == ALL else count,
        smoothing=smoothing,
        kernel="thin_plate_spline",
    )
    ours = KernelSurface(points, values, ThinPlate(scale), count, linear=True, smoothing=smoothing)
    # r**2 log r is half of r**2 log r**2: both have the same kernel.
    np.testing.assert_allclose(
        ours.estimate(x, y, go_on), theirs(np.stack((x, y), axis=1) / scale), rtol=1e-6
    )


@pytest.mark.parametrize("power", [1.0, 2.0, 3.3])
@pytest.mark.parametrize("count", [ALL, 5])
def test_inverse_distance_against_a_plain_loop(power, count):
    points, values = stations()
    x, y = places(50)
    found = InverseDistance(points, values, power, count).estimate(x, y, go_on)
    for number in range(50):
        near = sorted(
            (math.hypot(px - x[number], py - y[number]), v) for (px, py), v in zip(points, values)
        )[:count]
        weights = [h**-power for h, _ in near]
        expected = sum(w * v for w, (_, v) in zip(weights, near)) / sum(weights)
        assert found[number] == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize("count", [ALL, 8])
def test_every_surface_goes_through_its_stations(count):
    points, values = stations()
    for surface in surfaces(points, values, count):
        np.testing.assert_allclose(surface.estimate(*points.T, go_on), values, rtol=1e-7)
    for surface in smooth_ones(points, values, count):
        nugget = surface.estimate(points[:, 0] + 1e-4, points[:, 1], go_on)
        assert np.abs(nugget - values).max() > 0.01


@pytest.mark.parametrize("count", [ALL, 8])
def test_a_constant_field_stays_constant(count):
    points, values = stations()
    x, y = places()
    for make in (surfaces, smooth_ones):
        for surface in make(points, np.full_like(values, 0.1), count):
            np.testing.assert_allclose(surface.estimate(x, y, go_on), 0.1, rtol=1e-12)


def test_the_spline_keeps_a_plane():
    points, _ = stations()
    x, y = places()
    surface = KernelSurface(points, 2 + 0.3 * points[:, 0] - points[:, 1], ThinPlate(40.0), 9, True)
    np.testing.assert_allclose(surface.estimate(x, y, go_on), 2 + 0.3 * x - y, rtol=1e-7, atol=1e-7)


@pytest.mark.parametrize("count", [ALL, 8])
def test_estimates_do_not_depend_on_what_is_asked_together(count):
    points, values = stations(60)
    x, y = places(5000)
    for make in (surfaces, smooth_ones):
        for surface in make(points, values, count):
            whole = surface.estimate(x, y, go_on)
            parts = [
                surface.estimate(x[s : s + 37], y[s : s + 37], go_on) for s in range(0, 5000, 37)
            ]
            assert np.array_equal(whole, np.concatenate(parts))


def leave_out(make, points, values, station):
    keep = np.arange(len(points)) != station
    surface = make(points[keep], values[keep])
    return surface.estimate(points[station, 0:1], points[station, 1:2], go_on)[0]


@pytest.mark.parametrize("count", [ALL, 29, 28, 8])
def test_leaving_one_out_is_what_it_says(count):
    points, values = stations()
    scale = spread(points)
    makers = [
        lambda p, v: InverseDistance(p, v, 2.0, count),
        lambda p, v: KernelSurface(p, v, Variogram("spherical", 0.2, 2.0, 60.0), count),
        lambda p, v: KernelSurface(p, v, Variogram("exponential", 0.0, 2.0, 60.0), count),
        lambda p, v: KernelSurface(p, v, ThinPlate(scale), count, True, 0.05),
        lambda p, v: KernelSurface(p, v, ThinPlate(scale), count, True),
    ]
    for make in makers:
        found = make(points, values).leave_one_out(go_on)
        np.testing.assert_allclose(found.weights.sum(axis=1), 1.0, rtol=1e-8)
        expected = [leave_out(make, points, values, station) for station in range(len(points))]
        np.testing.assert_allclose(found.estimates(values), expected, rtol=1e-7)


def test_a_station_that_cannot_be_left_out():
    # Without the last one the others lie on a line, which a spline cannot use.
    points = np.array([[0.0, 0], [1, 0], [2, 0], [3, 0], [1, 5]])
    surface = KernelSurface(points, np.arange(5.0), ThinPlate(1.0), ALL, linear=True)
    found = surface.leave_one_out(go_on).estimates(np.arange(5.0))
    assert np.isnan(found).tolist() == [False, False, False, False, True]
    with pytest.raises(InputError, match="on one line"):
        KernelSurface(points[:4], np.arange(4.0), ThinPlate(1.0), ALL, True).leave_one_out(go_on)


@given(st.integers(0, 1000), st.integers(1, 25), st.floats(0.01, 30), st.booleans())
def test_neighbours_are_the_nearest_and_their_equals(seed, count, size, on_grid):
    rng = np.random.default_rng(seed)
    points = rng.uniform(0, 50, (20, 2))
    x, y = 25 + rng.uniform(0, size, 40), 25 + rng.uniform(0, size, 40)
    if on_grid:
        points = np.unique(np.round(points / 5) * 5, axis=0)
        x, y = np.round(x / 2.5) * 2.5, np.round(y / 2.5) * 2.5
    chosen, sure = neighbourhood(x, y, points, count)
    found = np.zeros((len(points), 40), dtype=bool)
    near = nearest(squared_distances(x, y, points[chosen]), count, sure)
    found[chosen] = near
    squared = squared_distances(x, y, points)
    limit = np.sort(squared, axis=0)[min(count, len(points)) - 1]
    assert np.array_equal(found, squared <= limit)


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_variograms(shape):
    h = np.array([0.0, 5.0, 10.0, 20.0])
    expected = {
        "spherical": [0, 0.6875, 1, 1],
        "exponential": [0, 1 - math.exp(-1.5), 1 - math.exp(-3), 1 - math.exp(-6)],
        "gaussian": [0, 1 - math.exp(-0.75), 1 - math.exp(-3), 1 - math.exp(-12)],
    }[shape]
    np.testing.assert_allclose(growth(shape, h**2, 10.0), expected, rtol=1e-12)
    gamma = Variogram(shape, 0.5, 2.0, 10.0)(h**2)
    np.testing.assert_allclose(gamma, [0, *(0.5 + 2 * np.array(expected[1:]))], rtol=1e-12)


def test_the_empirical_variogram_against_two_loops(monkeypatch):
    from redline_plugin.core.stations import variogram

    points, values = stations(40)
    pairs = [
        (math.dist(points[i], points[j]), 0.5 * (values[i] - values[j]) ** 2)
        for i in range(40)
        for j in range(i)
    ]
    width = max(h for h, _ in pairs) / 2 / variogram.LAGS
    lags = {}
    for h, square in pairs:
        lags.setdefault(math.ceil(h / width) - 1, []).append((h, square))
    kept = [lags[n] for n in range(variogram.LAGS) if n in lags]
    for chunk in (variogram._CHUNK_PAIRS, 100):
        monkeypatch.setattr(variogram, "_CHUNK_PAIRS", chunk)
        found = empirical(points, values, Quiet())
        assert found.pairs.tolist() == [len(lag) for lag in kept]
        np.testing.assert_allclose(found.distance, [np.mean([h for h, _ in lag]) for lag in kept])
        np.testing.assert_allclose(
            found.semivariance, [np.mean([s for _, s in lag]) for lag in kept]
        )


@pytest.mark.parametrize("shape", SHAPES)
def test_the_fit_finds_the_variogram_it_came_from(shape):
    h = np.linspace(3, 80, 15)
    true = Variogram(shape, 0.7, 4.0, 47.0)
    seen = Empirical(h, true(h**2), np.arange(10, 25))
    found, error = fit(seen, SHAPES, with_nugget=True)
    assert found.shape == shape
    assert error < 1e-5
    assert (found.nugget, found.sill, found.range_km) == pytest.approx((0.7, 4.0, 47.0), rel=1e-2)
    none, _ = fit(seen, [shape], with_nugget=False)
    assert none.nugget == 0


def test_the_fit_is_the_least_weighted_sum_of_squares():
    rng = np.random.default_rng(3)
    h = np.linspace(4, 60, 12)
    seen = Empirical(h, 1 + h / 30 + rng.normal(0, 0.3, 12), rng.integers(5, 200, 12))

    def weighted(model):
        error = model(h**2) - seen.semivariance
        return float((seen.pairs / h**2 * error**2).sum())

    found, misfit = fit(seen, ["spherical"], True)
    best = weighted(found)
    assert (misfit * seen.semivariance.max()) ** 2 == pytest.approx(best, rel=1e-9)
    for nugget, sill, reach in rng.uniform((0, 0, 4), (2, 4, 180), (3000, 3)):
        assert weighted(Variogram("spherical", nugget, sill, reach)) >= best


def test_fits_of_poor_data():
    far = empirical(np.array([[0.0, 0], [100, 0]]), np.array([1.0, 3.0]), Quiet())
    assert (far.distance.tolist(), far.semivariance.tolist()) == ([100.0], [2.0])
    flat, _ = fit(Empirical(np.array([1.0, 2]), np.zeros(2), np.array([3, 4])), SHAPES, True)
    assert flat.sill > 0
    noise = Empirical(np.array([5.0, 10, 20]), np.array([1.0, 1, 1]), np.array([9, 9, 9]))
    found, _ = fit(noise, ["spherical"], True)
    assert found.nugget + found.sill == pytest.approx(1.0, rel=1e-3)


def haversine(one, two):
    (x1, y1), (x2, y2) = np.radians(one), np.radians(two)
    inner = np.sin((y2 - y1) / 2) ** 2 + np.cos(y1) * np.cos(y2) * np.sin((x2 - x1) / 2) ** 2
    return 2 * RADIUS_KM * np.arcsin(np.sqrt(inner))


@pytest.mark.parametrize(
    ("box", "tolerance"),
    [
        ((108, 31, 114, 37), 7e-4),  # a province
        ((110, 34, 111, 35), 2e-5),  # a county
        ((100, -3, 106, 3), 7e-4),  # on the equator
        ((100, -36, 104, -32), 3e-4),
        ((75, 18, 135, 53), 0.025),  # the country
    ],
)
def test_degrees_become_kilometres(box, tolerance):
    grid = grid_of(box, 0.5, "EPSG:4490")
    plane = Plane.of(grid, np.empty((0, 2)))
    rng = np.random.default_rng(1)
    points = rng.uniform(box[:2], box[2:], (200, 2))
    flat = plane.points(points)
    found = np.hypot(*(flat[:100] - flat[100:]).T)
    true = np.array([haversine(one, two) for one, two in zip(points[:100], points[100:])])
    assert np.abs(found / true - 1).max() < tolerance


def test_pixels_are_where_points_are():
    for box, cell, crs in (
        ((110, 34, 111, 35), 0.1, "EPSG:4490"),
        ((500_000, 3_000_000, 501_000, 3_002_000), 100.0, "EPSG:4547"),
    ):
        grid = grid_of(box, cell, crs)
        plane = Plane.of(grid, np.empty((0, 2)))
        x, y = plane.pixels(grid, Window(2, 3, 4, 5))
        corner = [box[0] + 2.5 * cell, box[3] - 3.5 * cell]
        point = plane.points(np.array([corner]))[0]
        assert (x[0], y[0]) == pytest.approx(tuple(point), abs=1e-9)
        assert len(x) == 20
        assert x[1] > x[0]
        assert y[4] < y[0]
    assert x[1] - x[0] == pytest.approx(0.1)  # 100 m


def test_the_line_on_elevation():
    height = np.array([100.0, 400, 900, 1500])
    lapse = fit_lapse(20 - 0.006 * height, height)
    assert (lapse.slope, lapse.intercept, lapse.r2) == pytest.approx((-0.006, 20, 1))
    assert lapse.at(np.array([1000.0]))[0] == pytest.approx(14)
    flat = fit_lapse(np.array([1.0, 3.0]), np.array([5.0, 5.0]))
    assert (flat.slope, flat.intercept) == (0, 2)
    assert math.isnan(fit_lapse(np.ones(3), height[:3]).r2)
    rng = np.random.default_rng(0)
    values = rng.normal(0, 1, 4)
    for number, slope in enumerate(slopes_without_one(values, height)):
        keep = np.arange(4) != number
        assert slope == pytest.approx(np.polyfit(height[keep], values[keep], 1)[0])


def test_new_grids():
    grid = grid_of((0, 0, 1000, 501), 250, "EPSG:4547")
    assert (grid.width, grid.height) == (4, 3)
    assert grid.bounds == (0, -249, 1000, 501)
    assert grid_of((0.1, 0.2, 0.4, 0.5), 0.1, "EPSG:4490").width == 3
    with pytest.raises(InputError) as caught:
        grid_of((1, 1, 1, 1), 0, "EPSG:4490")
    assert len(caught.value.problems) == 2
    with pytest.raises(InputError, match="pixels"):
        grid_of((0, 0, 1e6, 1e6), 0.001, "EPSG:4547")
    with pytest.raises(InputError, match="coordinate reference system"):
        grid_of((0, 0, 1, 1), 1, "nothing")
