"""Elevation as covariate: a straight line through the stations, residuals interpolated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.stations.surface import Floats


@dataclass(frozen=True)
class Lapse:
    """``value = intercept + slope * elevation``, elevation in m.

    Attributes:
        intercept: at 0 m.
        slope: per metre.
        r2: share of the variance that elevation explains; NaN for a constant field.
    """

    intercept: float
    slope: float
    r2: float

    def at(self, elevation: Floats) -> Floats:
        """Return the values of the line."""
        return self.intercept + self.slope * elevation


def fit_lapse(values: Floats, elevation: Floats) -> Lapse:
    """Fit the line by least squares; shape (n,) each. Without any relief the slope is 0."""
    height = elevation - elevation.mean()
    value = values - values.mean()
    spread = float((height * height).sum())
    slope = float((height * value).sum()) / spread if spread > 0 else 0.0
    total = float((value * value).sum())
    residual = value - slope * height
    r2 = 1.0 - float((residual * residual).sum()) / total if total > 0 else float("nan")
    return Lapse(float(values.mean()) - slope * float(elevation.mean()), slope, r2)


def slopes_without_one(values: Floats, elevation: Floats) -> Floats:
    """Return the slope of the line through the others, for each station, shape (n,)."""
    return np.array(
        [
            fit_lapse(np.delete(values, station), np.delete(elevation, station)).slope
            for station in range(len(values))
        ]
    )
