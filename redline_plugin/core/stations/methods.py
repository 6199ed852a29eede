"""The methods of interpolation, how good each is at the stations, and the choice between them."""

from __future__ import annotations

import enum
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.stations.kernels import KernelSurface, ThinPlate, spread
from redline_plugin.core.stations.lapse import Lapse, fit_lapse, slopes_without_one
from redline_plugin.core.stations.observations import Sample
from redline_plugin.core.stations.surface import Floats, InverseDistance, Surface
from redline_plugin.core.stations.variogram import AUTOMATIC, Variogram, empirical, fit
from redline_plugin.core.text import N_, msg, title


class Method(enum.Enum):
    """Ways to interpolate; ``AUTO`` takes the one with the least leave-one-out error."""

    AUTO = "automatic"
    IDW = "idw"
    SPLINE = "spline"
    KRIGING = "kriging"


METHOD_TITLES = {
    Method.AUTO: N_("Automatic: the one with the least error at stations left out"),
    Method.IDW: N_("Inverse distance weighting"),
    Method.SPLINE: N_("Thin-plate spline"),
    Method.KRIGING: N_("Ordinary kriging"),
}
AUTO_SHAPE = "automatic"
LEAST_STATIONS = {Method.IDW: 3, Method.SPLINE: 5, Method.KRIGING: 5}
FEW = 200
"""Kriging and splines use all stations up to so many, which keeps the surface smooth."""

NEIGHBOURS = 50
IDW_NEIGHBOURS = 12


@dataclass(frozen=True)
class Settings:
    """How to interpolate.

    Attributes:
        method: one, or automatic.
        power: of inverse distance.
        neighbours: how many stations a place is estimated from; 0: chosen by method and number.
        smoothing: of the spline, 0 for a surface through all stations.
        shape: of the variogram, or automatic.
        nugget: whether the variogram may have one.
        not_negative: whether negative estimates become 0.
        variogram: given, rather than fitted.
        elevation_if_better: whether elevation is only used where it lessens the error at stations
            left out.
    """

    method: Method = Method.AUTO
    power: float = 2.0
    neighbours: int = 0
    smoothing: float = 0.0
    shape: str = AUTO_SHAPE
    nugget: bool = True
    not_negative: bool = False
    variogram: Variogram | None = None
    elevation_if_better: bool = False

    def count(self, method: Method, stations: int) -> int:
        """Return how many neighbours are used."""
        if self.neighbours:
            return self.neighbours
        if method is Method.IDW:
            return IDW_NEIGHBOURS
        return stations if stations <= FEW else NEIGHBOURS


@dataclass(frozen=True)
class Errors:
    """Estimates at stations left out, less what was observed there.

    Attributes:
        mean: mean error.
        absolute: mean absolute error.
        root: root mean square error.
        r2: 1 less the share of the variance that is not explained; NaN for a constant field.
        count: stations that could be estimated.
    """

    mean: float
    absolute: float
    root: float
    r2: float
    count: int


@dataclass(frozen=True)
class Fitted:
    """One field's surface, and how good it is.

    Attributes:
        field: its name.
        method: which.
        surface: gives estimates (of the residuals, with a lapse).
        lapse: line on elevation, None without.
        variogram: of kriging, None for others.
        sample: the stations.
        left_out: estimates at stations left out, shape (n,), NaN where there is none.
        errors: summed up.
        error_with_elevation: root mean square error with the lapse, where that is why it is not used.
    """

    field: str
    method: Method
    surface: Surface
    lapse: Lapse | None
    variogram: Variogram | None
    sample: Sample
    left_out: Floats
    errors: Errors
    error_with_elevation: float | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return it for the provenance; numbers that are not there are None."""
        record: dict[str, Any] = {
            "field": self.field,
            "method": self.method.value,
            "stations": len(self.sample),
            "mean_error": _number(self.errors.mean),
            "mean_absolute_error": _number(self.errors.absolute),
            "root_mean_square_error": _number(self.errors.root),
            "r2": _number(self.errors.r2),
            "estimated": self.errors.count,
        }
        if self.variogram is not None:
            record["variogram"] = {
                "shape": self.variogram.shape,
                "nugget": self.variogram.nugget,
                "sill": self.variogram.sill,
                "range_km": self.variogram.range_km,
            }
        if self.lapse is not None:
            record["lapse"] = {
                "intercept": self.lapse.intercept,
                "slope_per_m": self.lapse.slope,
                "r2": _number(self.lapse.r2),
            }
        if self.error_with_elevation is not None:
            record["error_with_elevation"] = _number(self.error_with_elevation)
        return record


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None


def errors_of(estimated: Floats, observed: Floats) -> Errors:
    """Sum up estimates against observations, shape (n,); NaN estimates do not count."""
    known = np.isfinite(estimated)
    if not known.any():
        return Errors(math.nan, math.nan, math.nan, math.nan, 0)
    error = estimated[known] - observed[known]
    around = observed[known] - observed[known].mean()
    variance = float((around * around).sum())
    return Errors(
        float(error.mean()),
        float(np.abs(error).mean()),
        float(np.sqrt((error * error).mean())),
        1.0 - float((error * error).sum()) / variance if variance > 0 else math.nan,
        int(np.count_nonzero(known)),
    )


def fit_method(
    field: str, sample: Sample, method: Method, settings: Settings, feedback: Feedback
) -> Fitted:
    """Make one method's surface and estimate every station without itself.

    The line on elevation is fitted again without the station; the variogram is not, as is usual.

    Raises:
        InputError: too few stations, or stations that the method cannot use.
        CancelledError: the user asked to stop.
    """
    if len(sample) < LEAST_STATIONS[method]:
        raise InputError(
            Problem(
                msg(
                    "{title} needs at least {least} stations with values; their number is {count}.",
                    title=title(METHOD_TITLES[method]),
                    least=LEAST_STATIONS[method],
                    count=len(sample),
                ),
                field,
                msg("Add stations, or choose another method."),
            )
        )
    lapse = None
    values = sample.values
    if sample.elevation is not None:
        lapse = fit_lapse(values, sample.elevation)
        values = values - lapse.at(sample.elevation)
    surface, variogram = _surface(sample.points, values, method, settings, feedback)

    def stop() -> None:
        stop_if_cancelled(feedback)

    weights = surface.leave_one_out(stop)
    left_out = weights.estimates(sample.values)
    if sample.elevation is not None:
        # Weights sum to 1, so the line's intercept cancels out.
        slopes = slopes_without_one(sample.values, sample.elevation)
        left_out += slopes * (sample.elevation - weights.estimates(sample.elevation))
    if settings.not_negative:
        left_out = np.maximum(left_out, 0.0)
    return Fitted(
        field,
        method,
        surface,
        lapse,
        variogram,
        sample,
        left_out,
        errors_of(left_out, sample.values),
    )


def _surface(
    points: Floats, values: Floats, method: Method, settings: Settings, feedback: Feedback
) -> tuple[Surface, Variogram | None]:
    count = settings.count(method, len(points))
    if method is Method.IDW:
        return InverseDistance(points, values, settings.power, count), None
    if method is Method.SPLINE:
        plate = ThinPlate(spread(points))
        _check_spread(points)
        return KernelSurface(points, values, plate, count, True, settings.smoothing), None
    variogram = settings.variogram
    if variogram is None:
        shapes = AUTOMATIC if settings.shape == AUTO_SHAPE else (settings.shape,)
        variogram, _ = fit(empirical(points, values, feedback), shapes, settings.nugget)
    return KernelSurface(points, values, variogram, count), variogram


def _check_spread(points: Floats) -> None:
    """Raise when all stations lie on a line, through which a spline is not determined."""
    about = points - points.mean(axis=0)
    sizes = np.linalg.svd(about, compute_uv=False)
    if sizes[-1] <= 1e-6 * sizes[0]:
        raise InputError(
            Problem(
                msg("All stations lie on one line, which a spline cannot use."),
                remedy=msg("Choose another method."),
            )
        )


def choose(
    samples: Mapping[str, Sample], settings: Settings, feedback: Feedback
) -> tuple[Method, list[Fitted]]:
    """Return the method and the surfaces of all fields, one method for all.

    With ``AUTO`` it is the method with the least root mean square error at stations left out; for
    several fields each error is divided by the field's standard deviation, and the mean decides.

    Raises:
        InputError: no method can be used; or the one that is asked for cannot.
        CancelledError: the user asked to stop.
    """
    if settings.method is not Method.AUTO:
        return settings.method, _fit_all(samples, settings.method, settings, feedback)
    found: list[tuple[float, Method, list[Fitted]]] = []
    problems: list[Problem] = []
    for method in LEAST_STATIONS:
        try:
            fitted = _fit_all(samples, method, settings, feedback)
        except InputError as error:
            problems.extend(error.problems)
            continue
        score = _score(fitted)
        feedback.info(
            msg(
                "{title}: error at stations left out {score:.4g} (root mean square, by the standard "
                "deviation).",
                title=title(METHOD_TITLES[method]),
                score=score,
            )
        )
        found.append((score, method, fitted))
    if not found:
        raise InputError(problems)
    _, method, fitted = min(found, key=lambda item: item[0])
    feedback.info(msg("Chosen: {title}.", title=title(METHOD_TITLES[method])))
    return method, fitted


def better(with_elevation: Fitted, without: Fitted) -> Fitted:
    """Return the surface with elevation where its error at stations left out is less."""
    root = with_elevation.errors.root
    # Where no station can be left out nothing speaks for a line through them.
    if root < without.errors.root:
        return with_elevation
    return replace(without, error_with_elevation=root)


def _fit_all(
    samples: Mapping[str, Sample], method: Method, settings: Settings, feedback: Feedback
) -> list[Fitted]:
    return [
        fit_method(field, sample, method, settings, feedback) for field, sample in samples.items()
    ]


def _score(fitted: Sequence[Fitted]) -> float:
    """Return the mean of errors by standard deviations; infinite when nothing could be estimated."""
    shares = []
    for item in fitted:
        deviation = float(item.sample.values.std())
        if not math.isfinite(item.errors.root):
            return math.inf
        shares.append(item.errors.root / deviation if deviation > 0 else 0.0)
    return float(np.mean(shares))
