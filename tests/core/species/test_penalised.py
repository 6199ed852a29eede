"""The minimum, by independent means."""

import numpy as np
import pytest
from scipy.optimize import minimize

from redline_plugin.core.species.losses import LogisticLoss, PointProcessLoss
from redline_plugin.core.species.penalised import minimise, optimality


def nothing():
    pass


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(3)
    x = rng.normal(size=(400, 6))
    x[:, 3] = 0.9 * x[:, 0] + 0.3 * x[:, 3]
    p = 1 / (1 + np.exp(-(0.3 + x @ [1.0, -0.7, 0.0, 0.4, 0.0, 0.1])))
    y = (rng.random(400) < p).astype(float)
    weights = rng.uniform(0.2, 2.0, 400)
    return np.column_stack([np.ones(400), x]), y, weights


def plain(x, y, weights, l1, l2, b):
    """The objective as it is written in books, row by row."""
    total = 0.0
    for row, outcome, weight in zip(x, y, weights / weights.sum()):
        eta = float(row @ b)
        total += weight * (np.log(1 + np.exp(eta)) - outcome * eta)
    return total + float(l1 @ np.abs(b)) + 0.5 * float(l2 @ b**2)


def test_ridge_against_another_method(data):
    x, y, weights = data
    l1, l2 = np.zeros(7), np.array([0.0] + [0.05] * 6)
    found = minimise(LogisticLoss(x, y, weights), l1, l2, nothing)
    other = minimize(
        lambda b: plain(x, y, weights, l1, l2, b), np.zeros(7), method="BFGS", tol=1e-7
    )
    np.testing.assert_allclose(found, other.x, atol=2e-4)
    assert plain(x, y, weights, l1, l2, found) <= other.fun + 1e-12
    assert optimality(LogisticLoss(x, y, weights), l1, l2, found) < 1e-10


def test_gradients_and_curvature_are_those_of_the_value(data):
    x, y, weights = data
    rng = np.random.default_rng(0)
    for loss in (LogisticLoss(x, y, weights), PointProcessLoss(x[:50], x)):
        b, step = 0.3 * rng.normal(size=7), 1e-5
        gradient = loss.value_and_gradient(b)[1]
        curvature = loss.curvature(b, np.arange(7))
        for i in range(7):
            e = np.eye(7)[i] * step
            up, down = loss.value_and_gradient(b + e), loss.value_and_gradient(b - e)
            assert gradient[i] == pytest.approx((up[0] - down[0]) / 2 / step, abs=1e-8)
            np.testing.assert_allclose(curvature[i], (up[1] - down[1]) / 2 / step, atol=1e-8)


@pytest.mark.parametrize("share", [1.0, 0.5])
def test_lasso_against_a_search_without_gradients(data, share):
    x, y, weights = data
    x = x[:, :3]
    l1, l2 = np.array([0, share, share]) * 0.06, np.array([0, 1 - share, 1 - share]) * 0.06
    found = minimise(LogisticLoss(x, y, weights), l1, l2, nothing)
    other = minimize(
        lambda b: plain(x, y, weights, l1, l2, b),
        np.zeros(3),
        method="Nelder-Mead",
        options={"xatol": 1e-8, "fatol": 1e-13, "maxiter": 4000},
    )
    np.testing.assert_allclose(found, other.x, atol=1e-5)


def test_a_heavy_lasso_leaves_only_what_is_free(data):
    x, y, weights = data
    found = minimise(LogisticLoss(x, y, weights), np.array([0.0] + [9.0] * 6), np.zeros(7), nothing)
    assert (found[1:] == 0).all()
    share = weights[y == 1].sum() / weights.sum()
    assert found[0] == pytest.approx(np.log(share / (1 - share)), abs=1e-9)


def test_columns_that_lie_in_a_plane_are_no_obstacle(data):
    x, y, weights = data
    x = np.column_stack([x, x[:, 1], x[:, 1] + x[:, 2]])
    l2 = np.array([0.0] + [1e-4] * 8)
    loss = LogisticLoss(x, y, weights)
    found = minimise(loss, np.zeros(9), l2, nothing)
    assert optimality(loss, np.zeros(9), l2, found) < 1e-8
    assert found[1] == pytest.approx(found[7], abs=1e-6)


@pytest.mark.parametrize("share", [1.0, 0.0])
def test_the_point_process_is_the_limit_of_a_weighted_logistic_regression(data, share):
    """Fithian & Hastie 2013: with the background's weight growing, slopes become MaxEnt's."""
    x = data[0][:, 1:]
    presences = x[x[:, 0] > 0.4][:40]
    held = np.full(6, 0.03)
    limit = minimise(PointProcessLoss(presences, x), share * held, (1 - share) * held, nothing)
    missed = []
    for weight in (1e2, 1e4, 1e6):
        both = np.concatenate([presences, x])
        both = np.column_stack([np.ones(len(both)), both])
        y = np.repeat([1.0, 0.0], [len(presences), len(x)])
        weights = np.where(y > 0, 1.0, weight)
        # The loss is a mean over all weight; MaxEnt's over the presences.
        less = np.concatenate([[0.0], held]) * len(presences) / weights.sum()
        scaled = _Scaled(LogisticLoss(both, y, weights), weights.sum() / len(presences))
        slopes = minimise(
            scaled, share * less * scaled.factor, (1 - share) * less * scaled.factor, nothing
        )[1:]
        missed.append(np.abs(slopes - limit).max())
    assert missed[2] < missed[1] < missed[0]
    assert missed[2] < 1e-4


class _Scaled:
    """A loss times a factor, since tolerances are absolute."""

    def __init__(self, loss, factor):
        self.loss, self.factor = loss, factor

    def value_and_gradient(self, b):
        value, gradient = self.loss.value_and_gradient(b)
        return value * self.factor, gradient * self.factor

    def curvature(self, b, columns):
        return self.loss.curvature(b, columns) * self.factor

    def restricted(self, columns):
        return _Scaled(self.loss.restricted(columns), self.factor)


def test_it_stops_when_asked_to(data):
    class Stop(Exception):
        pass

    def stop():
        raise Stop

    with pytest.raises(Stop):
        minimise(LogisticLoss(*data), np.zeros(7), np.full(7, 0.1), stop)
