"""Minimising a smooth convex loss with an L1 and a ridge penalty per coefficient.

``loss(b) + sum(l1 * |b|) + sum(l2 * b ** 2) / 2``. L-BFGS-B on the positive and negative parts comes
near; Newton's method on the coefficients that are not zero then gives all digits, so that the result
does not hang on where the iteration was stopped.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.species.losses import Loss, Vector

_NEWTON_STEPS = 30
_NEWTON_COLUMNS = 600
_TOLERANCE = 1e-10
_ROUNDING = 1e-12
_FIRST_COLUMNS = 20
_LARGEST_ITERATIONS = 3000


def minimise(loss: Loss, l1: Vector, l2: Vector, check: Callable[[], None]) -> Vector:
    """Return the coefficients, shape (p,).

    Args:
        loss: what is to be small.
        l1: weight of each coefficient's size, shape (p,), at least 0.
        l2: weight of each coefficient's square, shape (p,), at least 0.
        check: called at every step; raises to stop the work.
    """
    beta = np.zeros(len(l1))
    working = l1 == 0
    while True:
        columns = np.flatnonzero(working)
        if len(columns):
            part = loss.restricted(columns)
            near = _near(part, l1[columns], l2[columns], beta[columns], check)
            beta[columns] = _polished(part, l1[columns], l2[columns], near, check)
        gradient = loss.value_and_gradient(beta)[1] + l2 * beta
        missed = np.where(working, 0.0, _missed(gradient, l1, beta))
        left = int(np.count_nonzero(missed > _TOLERANCE))
        if not left:
            return beta
        # Most coefficients of a lasso stay 0: those enter first that pull the hardest.
        entering = min(left, max(_FIRST_COLUMNS, len(columns)))
        working[np.argsort(-missed, kind="stable")[:entering]] = True


def optimality(loss: Loss, l1: Vector, l2: Vector, beta: Vector) -> float:
    """Return by how much the conditions of a minimum are missed, 0 at the minimum."""
    return float(_missed(loss.value_and_gradient(beta)[1] + l2 * beta, l1, beta).max(initial=0.0))


def _missed(gradient: Vector, l1: Vector, beta: Vector) -> Vector:
    at_zero = np.maximum(np.abs(gradient) - l1, 0.0)
    return np.where(beta == 0.0, at_zero, np.abs(gradient + l1 * np.sign(beta)))


def _near(loss: Loss, l1: Vector, l2: Vector, start: Vector, check: Callable[[], None]) -> Vector:
    from scipy.optimize import minimize

    p = len(l1)
    sized = np.flatnonzero(l1 > 0)

    def joined(parts: Vector) -> Vector:
        beta = parts[:p].copy()
        beta[sized] -= parts[p:]
        return beta

    def function(parts: Vector) -> tuple[float, Vector]:
        beta = joined(parts)
        value, gradient = loss.value_and_gradient(beta)
        gradient = gradient + l2 * beta
        value += float(l2 @ beta**2) / 2.0
        value += float(l1[sized] @ (parts[:p][sized] + parts[p:]))
        return value, np.concatenate([gradient + l1, l1[sized] - gradient[sized]])

    bounds = [(0.0, None) if one > 0 else (None, None) for one in l1] + [(0.0, None)] * len(sized)
    found = minimize(
        function,
        np.concatenate(
            [np.where(l1 > 0, np.maximum(start, 0.0), start), np.maximum(-start[sized], 0.0)]
        ),
        jac=True,
        method="L-BFGS-B",
        bounds=bounds,
        callback=lambda _: check(),
        options={
            "maxiter": _LARGEST_ITERATIONS,
            "maxfun": 2 * _LARGEST_ITERATIONS,
            "maxcor": 20,
            "ftol": 1e-13,
            "gtol": 1e-7,
        },
    )
    return joined(found.x)


def _polished(
    loss: Loss, l1: Vector, l2: Vector, beta: Vector, check: Callable[[], None]
) -> Vector:
    """Return the exact minimum near ``beta``: Newton on what is not zero, which is revised."""

    def total(b: Vector) -> float:
        value = loss.value_and_gradient(b)[0]
        return value + float(l1 @ np.abs(b)) + float(l2 @ b**2) / 2.0

    def remaining(b: Vector) -> float:
        return optimality(loss, l1, l2, b)

    best = total(beta)
    for _ in range(_NEWTON_STEPS):
        check()
        gradient = loss.value_and_gradient(beta)[1] + l2 * beta
        missed = _missed(gradient, l1, beta)
        if missed.max(initial=0.0) <= _TOLERANCE:
            break
        active = np.flatnonzero((beta != 0.0) | (missed > _TOLERANCE))
        if len(active) > _NEWTON_COLUMNS:
            break
        # A coefficient that leaves zero goes against its gradient.
        sign = np.where(beta != 0.0, np.sign(beta), -np.sign(gradient))[active]
        slope = gradient[active] + l1[active] * sign
        matrix = loss.curvature(beta, active) + np.diag(l2[active])
        step = _solved(matrix, slope)
        moved = _line_search(total, remaining, beta, active, sign, step, l1, best)
        if moved is None:
            break
        beta, best = moved
    return beta


def _solved(matrix: NDArray[np.float64], slope: Vector) -> Vector:
    # Columns that lie in a plane (all classes of a raster, say) make it singular.
    matrix[np.diag_indices_from(matrix)] += 1e-12 * max(float(np.trace(matrix)), 1e-300)
    try:
        return np.linalg.solve(matrix, slope)
    except np.linalg.LinAlgError:
        return np.linalg.lstsq(matrix, slope, rcond=None)[0]


def _line_search(
    total: Callable[[Vector], float],
    remaining: Callable[[Vector], float],
    beta: Vector,
    active: NDArray[np.intp],
    sign: Vector,
    step: Vector,
    l1: Vector,
    best: float,
) -> tuple[Vector, float] | None:
    """Return the first point along the step that is better, None when there is none.

    A coefficient whose sign would change stops at zero. Near the minimum the total is flat and tells
    only half of the digits: there, the whole step is taken if what remains gets smaller.
    """
    flat = best + _ROUNDING * max(1.0, abs(best))
    length = 1.0
    for _ in range(30):
        candidate = beta.copy()
        moved = beta[active] - length * step
        candidate[active] = np.where((l1[active] > 0) & (np.sign(moved) != sign), 0.0, moved)
        value = total(candidate)
        if value < best:
            return candidate, value
        if length == 1.0 and value <= flat and remaining(candidate) < remaining(beta):
            return candidate, value
        length /= 2.0
    return None
