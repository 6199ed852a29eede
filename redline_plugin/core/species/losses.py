"""What is minimised: the logistic loss, and that of MaxEnt's point process.

Each gives its value and gradient at coefficients, and its curvature for some of the columns.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


class Loss(Protocol):
    """A smooth convex function of coefficients, shape (p,)."""

    def value_and_gradient(self, beta: Vector) -> tuple[float, Vector]:
        """Return the loss and its gradient, shape (p,)."""

    def curvature(self, beta: Vector, columns: NDArray[np.intp]) -> Matrix:
        """Return the second derivatives for some columns, shape (len(columns), len(columns))."""

    def restricted(self, columns: NDArray[np.intp]) -> Loss:
        """Return the loss for some columns alone, all other coefficients 0."""


class LogisticLoss:
    """Mean log-loss of ``p = 1 / (1 + exp(-X b))`` against ``y``, weighted.

    ``sum(w * (log(1 + exp(X b)) - y * (X b)))`` with weights that sum to one. The intercept is a
    column of ones in ``X``.
    """

    def __init__(self, x: Matrix, y: Vector, weights: Vector) -> None:
        """Take the design, shape (n, p), the outcome 0 or 1, shape (n,), and its weights."""
        self._x = x
        self._y = y
        self._w = weights / weights.sum()

    def value_and_gradient(self, beta: Vector) -> tuple[float, Vector]:
        eta = self._x @ beta
        value = float(self._w @ (np.logaddexp(0.0, eta) - self._y * eta))
        return value, (self._w * (expit(eta) - self._y)) @ self._x

    def curvature(self, beta: Vector, columns: NDArray[np.intp]) -> Matrix:
        p = expit(self._x @ beta)
        part = self._x[:, columns]
        return part.T @ (part * (self._w * p * (1.0 - p))[:, None])

    def restricted(self, columns: NDArray[np.intp]) -> LogisticLoss:
        return LogisticLoss(_chosen(self._x, columns), self._y, self._w)


class PointProcessLoss:
    """``log(mean(exp(X_b b))) - mean(X_p b)`` for background and presence rows.

    This is MaxEnt's objective (Phillips, Anderson & Schapire 2006), and the limit of the logistic
    loss when the background's weight grows without bound (Fithian & Hastie 2013, Annals of Applied
    Statistics 7): the limit is taken here instead of a large weight.
    """

    def __init__(self, presences: Matrix, background: Matrix) -> None:
        """Take the designs without a column of ones, shapes (n, p) and (m, p)."""
        self._presences = presences
        self._mean = presences.mean(axis=0)
        self._x = background

    def value_and_gradient(self, beta: Vector) -> tuple[float, Vector]:
        share, level = self._shares(beta)
        return level - float(self._mean @ beta), share @ self._x - self._mean

    def curvature(self, beta: Vector, columns: NDArray[np.intp]) -> Matrix:
        share, _ = self._shares(beta)
        part = self._x[:, columns]
        middle = share @ part
        return part.T @ (part * share[:, None]) - np.outer(middle, middle)

    def restricted(self, columns: NDArray[np.intp]) -> PointProcessLoss:
        return PointProcessLoss(_chosen(self._presences, columns), _chosen(self._x, columns))

    def _shares(self, beta: Vector) -> tuple[Vector, float]:
        """Return each background row's share of the sum, and the log of the mean."""
        eta = self._x @ beta
        top = float(eta.max())
        raw = np.exp(eta - top)
        total = float(raw.sum())
        return raw / total, top + float(np.log(total / len(eta)))


def _chosen(x: Matrix, columns: NDArray[np.intp]) -> Matrix:
    return x if len(columns) == x.shape[1] else np.asfortranarray(x[:, columns])


def expit(eta: Vector) -> Vector:
    """Return ``1 / (1 + exp(-eta))`` without overflow."""
    small = np.exp(-np.abs(eta))
    return np.where(eta >= 0, 1.0, small) / (1.0 + small)
