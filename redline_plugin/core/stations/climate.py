"""Climate of many years at one station: means, sums, and the factors that models take.

Fact sheet 1.4 (wind field, snow), 2 (dryness, days of strong wind).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from redline_plugin.core.declare.model import GUIDE, Certainty, Coefficient, Reference
from redline_plugin.core.stations.dates import MONTH_STARTS
from redline_plugin.core.stations.gaps import Counted, Gaps, count_days, sums
from redline_plugin.core.stations.reader import Series
from redline_plugin.core.stations.variables import (
    HUMIDITY,
    MAX_TEMPERATURE,
    MIN_TEMPERATURE,
    RAIN,
    SNOW,
    TEMPERATURE,
    WIND,
    Variable,
)
from redline_plugin.core.text import N_

_DESERT = N_("appendix B, desertification")
ANEMOMETER_HEIGHT = Coefficient(
    "ANEMOMETER_HEIGHT",
    N_("Height of the anemometer"),
    10.0,
    (0.5, 100.0),
    "m",
    Reference(N_("China Meteorological Administration"), N_("standard height"), Certainty.HIGH),
)
STRONG_WIND = Coefficient(
    "STRONG_WIND",
    N_("Days of strong wind: from this daily mean, as measured"),
    6.0,
    (0.1, 50.0),
    "m/s",
    Reference(GUIDE, _DESERT, Certainty.SEEN),
)
WARM_DAY = Coefficient(
    "WARM_DAY",
    N_("Accumulated temperature: from this daily mean"),
    10.0,
    (-10.0, 30.0),
    "°C",
    Reference(GUIDE, _DESERT, Certainty.SEEN),
)
WIND_THRESHOLD = Coefficient(
    "WIND_THRESHOLD",
    N_("Wind field: threshold u1, at 2 m"),
    5.0,
    (0.0, 30.0),
    "m/s",
    Reference(N_("RWEQ"), N_("read in code that applies it"), Certainty.SEEN),
)
RAIN_DAY = Coefficient(
    "RAIN_DAY",
    N_("Rain days: from this daily rain"),
    0.1,
    (0.01, 10.0),
    "mm",
    Reference(N_("China Meteorological Administration"), "", Certainty.HIGH),
)
DEEP_SNOW = Coefficient(
    "DEEP_SNOW",
    N_("Snow cover: deeper than this"),
    25.4,
    (0.0, 1000.0),
    "mm",
    Reference(N_("RWEQ"), "", Certainty.HIGH),
)
DRYNESS_LIMIT = Coefficient(
    "DRYNESS_LIMIT",
    N_("Highest dryness; also where no rain falls in the warm days"),
    100.0,
    (16.0, 10000.0),
    "1",
    Reference(N_("Redline"), N_("the highest score begins at 16"), Certainty.ADVICE),
)
COEFFICIENTS = (
    ANEMOMETER_HEIGHT,
    STRONG_WIND,
    WARM_DAY,
    WIND_THRESHOLD,
    RAIN_DAY,
    DEEP_SNOW,
    DRYNESS_LIMIT,
)
WIND_MONTHS = (12, 1, 2, 3, 4, 5)
"""December and January to May (read in the source)."""

VARIABLES = (RAIN, TEMPERATURE, MIN_TEMPERATURE, MAX_TEMPERATURE, WIND, HUMIDITY, SNOW)


@dataclass(frozen=True)
class ClimateRule:
    """Limits by the coefficients' names, months of strong wind (1 to 12), rule for gaps."""

    limits: Mapping[str, float] = field(default_factory=dict)
    wind_months: tuple[int, ...] = WIND_MONTHS
    gaps: Gaps = field(default_factory=Gaps)

    def limit(self, item: Coefficient) -> float:
        """Return the value used for a coefficient."""
        return float(self.limits.get(item.name, item.default))


@dataclass(frozen=True)
class Climate:
    """One station's climate.

    Attributes:
        annual: single numbers by field name.
        monthly: shape (12,) by field name.
        counted: by variable, which months of which years were used.
        dry: whether warm days never have rain, so that dryness is set to its limit.
        cold: whether no day is warm, so that there is no dryness.
        estimated_mean: whether mean temperature is the middle of the lowest and the highest.
    """

    annual: Mapping[str, float]
    monthly: Mapping[str, NDArray[np.float64]]
    counted: Mapping[Variable, Counted]
    dry: bool = False
    cold: bool = False
    estimated_mean: bool = False


def wind_at_2m(speed: ArrayLike, height: float) -> NDArray:
    """Return wind at 2 m from wind at ``height`` m by the power law with exponent 1/7."""
    return np.asarray(speed) * (2.0 / height) ** (1.0 / 7.0)


def wind_field(speed: ArrayLike, threshold: float = WIND_THRESHOLD.default) -> NDArray:
    """Return ``u2 * (u2 - u1) ** 2`` where u2 exceeds u1, else 0; (m/s)3, any shape."""
    u = np.asarray(speed, dtype=np.float64)
    return np.where(u > threshold, u * (u - threshold) ** 2, 0.0)


def dryness(warmth: float, rain: float, limit: float = DRYNESS_LIMIT.default) -> float:
    """Return ``I = 0.16 * sum T / sum P`` of the days at or above 10 °C, at most ``limit``.

    NaN where no day is so warm (0/0); ``limit`` where there is no rain, which is infinitely dry.
    """
    if math.isnan(warmth) or math.isnan(rain) or warmth <= 0:
        return math.nan
    return min(0.16 * warmth / rain, limit) if rain > 0 else limit


def climate(series: Series, rule: ClimateRule) -> Climate:
    """Compute what the station's variables allow."""
    return _Station(series, rule).result()


class _Station:
    def __init__(self, series: Series, rule: ClimateRule) -> None:
        self.rule = rule
        self.years = series.years
        self.values = dict(series.values)
        self.annual: dict[str, float] = {}
        self.monthly: dict[str, NDArray[np.float64]] = {}
        self.counted: dict[Variable, Counted] = {}
        self.estimated = False
        self.dry = self.cold = False

    def result(self) -> Climate:
        both = (MIN_TEMPERATURE, MAX_TEMPERATURE)
        if TEMPERATURE not in self.values and all(item in self.values for item in both):
            low, high = (self.values[item] for item in both)
            self.values[TEMPERATURE] = (low + high) / 2
            self.estimated = True
        for variable, values in self.values.items():
            self.counted[variable] = self._count(~np.isnan(values))
        self._rain()
        self._temperature()
        self._wind()
        if HUMIDITY in self.values:
            self.monthly["humid"] = self._means(HUMIDITY)
        self._snow()
        self._dryness()
        return Climate(self.annual, self.monthly, self.counted, self.dry, self.cold, self.estimated)

    def _count(self, present: NDArray[np.bool_]) -> Counted:
        return count_days(present, self.years, MONTH_STARTS, self.rule.gaps)

    def _means(self, variable: Variable) -> NDArray[np.float64]:
        """Return the mean of each month: of its days, then of the years."""
        counted = self.counted[variable]
        return counted.mean(
            sums(self.values[variable], MONTH_STARTS) / np.maximum(counted.observed, 1)
        )

    def _days(self, variable: Variable, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Return the mean number of days that are chosen, by month."""
        number = np.add.reduceat(chosen.astype(np.int64), MONTH_STARTS, axis=1)
        return self.counted[variable].mean(number)

    def _at_least(self, variable: Variable, item: Coefficient) -> NDArray[np.bool_]:
        values = self.values[variable]
        with np.errstate(invalid="ignore"):
            # In the data's own precision, in which a limit such as 0.1 is the file's 0.1.
            return np.asarray(values >= values.dtype.type(self.rule.limit(item)))

    def _rain(self) -> None:
        if RAIN not in self.values:
            return
        months = self.counted[RAIN].mean(sums(self.values[RAIN], MONTH_STARTS))
        self.monthly["precip"] = months
        self.annual["precip"] = float(months.sum())
        self.monthly["raind"] = self._days(RAIN, self._at_least(RAIN, RAIN_DAY))

    def _temperature(self) -> None:
        for variable, name in (
            (TEMPERATURE, "temp"),
            (MIN_TEMPERATURE, "tmin"),
            (MAX_TEMPERATURE, "tmax"),
        ):
            if variable in self.values:
                self.monthly[name] = self._means(variable)
        if "temp" in self.monthly:
            self.annual["temp"] = float(self.monthly["temp"].mean())

    def _wind(self) -> None:
        if WIND not in self.values:
            return
        height = self.rule.limit(ANEMOMETER_HEIGHT)
        self.monthly["wind"] = wind_at_2m(self._means(WIND), height)
        strong = self._days(WIND, self._at_least(WIND, STRONG_WIND))
        chosen = [month - 1 for month in self.rule.wind_months]
        self.annual["wind_days"] = float(strong[chosen].sum())
        counted = self.counted[WIND]
        at_2m = wind_at_2m(self.values[WIND].astype(np.float64), height)
        power = np.where(np.isnan(at_2m), 0.0, wind_field(at_2m, self.rule.limit(WIND_THRESHOLD)))
        share = counted.days / np.maximum(counted.observed, 1)
        self.monthly["wf"] = counted.mean(sums(power, MONTH_STARTS) * share)

    def _snow(self) -> None:
        if SNOW not in self.values:
            return
        values = self.values[SNOW]
        with np.errstate(invalid="ignore"):
            deep = values > values.dtype.type(self.rule.limit(DEEP_SNOW))
        counted = self.counted[SNOW]
        number = np.add.reduceat(deep.astype(np.int64), MONTH_STARTS, axis=1)
        self.monthly["snow"] = counted.mean(number / np.maximum(counted.observed, 1))
        days = counted.mean(counted.days)
        self.annual["snow"] = float((self.monthly["snow"] * days).sum() / days.sum())

    def _dryness(self) -> None:
        if TEMPERATURE not in self.values:
            return
        warm = self._at_least(TEMPERATURE, WARM_DAY)
        temperature = np.where(warm, self.values[TEMPERATURE], 0.0)
        if RAIN not in self.values:
            months = self.counted[TEMPERATURE].mean(sums(temperature, MONTH_STARTS))
            self.annual["acc_temp"] = float(months.sum())
            return
        # Both sums are of the same days, so both values must be there.
        rain = self.values[RAIN]
        present = ~np.isnan(self.values[TEMPERATURE]) & ~np.isnan(rain)
        warm &= present
        both = self._count(present)
        warmth = float(both.mean(sums(np.where(warm, temperature, 0.0), MONTH_STARTS)).sum())
        amount = float(both.mean(sums(np.where(warm, rain, 0.0), MONTH_STARTS)).sum())
        self.annual["acc_temp"] = warmth
        self.annual["acc_rain"] = amount
        self.annual["dryness"] = dryness(warmth, amount, self.rule.limit(DRYNESS_LIMIT))
        self.cold = warmth == 0
        self.dry = warmth > 0 and amount == 0
