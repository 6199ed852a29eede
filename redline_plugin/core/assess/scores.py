"""Scores 1, 3 and 5 of the sensitivity factors, and their composite (fact sheet 2).

The tables write some limits with "less than" and some with "up to"; each way has its function. The
limits are decimals: they are compared in the values' own precision, since 0.2 read from a
single-precision file is not 0.2 in double.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def score_rising(values: NDArray, low: float, high: float) -> NDArray[np.float32]:
    """Return 1 below ``low``, 3 from ``low`` to ``high`` (both in), 5 above; any shape."""
    low, high = _limits(values, low, high)
    return _scores(values >= low, values > high, values)


def score_rising_up_to(values: NDArray, low: float, high: float) -> NDArray[np.float32]:
    """Return 1 up to ``low`` (in), 5 from ``high`` (in), 3 between; any shape."""
    low, high = _limits(values, low, high)
    return _scores(values > low, values >= high, values)


def score_rising_from(values: NDArray, low: float, high: float) -> NDArray[np.float32]:
    """Return 1 below ``low``, 3 from ``low`` (in) to below ``high``, 5 from ``high``; any shape."""
    low, high = _limits(values, low, high)
    return _scores(values >= low, values >= high, values)


def score_falling(values: NDArray, low: float, high: float) -> NDArray[np.float32]:
    """Return 5 up to ``low`` (in), 1 from ``high`` (in), 3 between; any shape."""
    low, high = _limits(values, low, high)
    return _scores(values < high, values <= low, values)


def score_cover(cover: NDArray, low: float, high: float) -> NDArray[np.float32]:
    """Return 5 for cover up to ``low`` (in), 1 from ``high`` (in), 3 between; any shape."""
    return score_falling(cover, low, high)


def geometric_mean_of_scores(*scores: NDArray) -> NDArray[np.float32]:
    """Return the n-th root of the product of scores 1, 3, 5; any shape."""
    product = scores[0].astype(np.float64)
    for score in scores[1:]:
        product *= score
    return np.power(product, 1.0 / len(scores), out=product).astype(np.float32)


def _limits(values: NDArray, low: float, high: float) -> tuple[float, float]:
    if values.dtype.kind != "f":
        return float(low), float(high)
    return values.dtype.type(low), values.dtype.type(high)


def _scores(
    above_low: NDArray[np.bool_], above_high: NDArray[np.bool_], values: NDArray
) -> NDArray[np.float32]:
    """Return 1, 3 or 5 by how many of the two limits are passed; NaN where the value is NaN."""
    passed = above_low.view(np.uint8) + above_high.view(np.uint8)
    scores: NDArray[np.float32] = np.multiply(passed, np.float32(2), dtype=np.float32)
    scores += 1
    np.copyto(scores, np.float32(np.nan), where=np.isnan(values))
    return scores
