"""Climate of many years at one station: means, sums, and the factors that models take.

Fact sheet 1.4 (wind field, snow), 2 (dryness, days of strong wind).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
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
        annual: single numbers by field name; ``sd`` is RWEQ's snow factor, 1 without snow.
        monthly: shape (12,) by field name.
        counted: by variable, which months of which years were used.
        dry: whether warm days never have rain, so that dryness is set to its limit.
        cold: whether no day is warm, so that there is no dryness.
        estimated_mean: whether mean temperature is the middle of the lowest and the highest.
        added: how much of an annual sum stands for days without a record, by field name.
    """

    annual: Mapping[str, float]
    monthly: Mapping[str, NDArray[np.float64]]
    counted: Mapping[Variable, Counted]
    dry: bool = False
    cold: bool = False
    estimated_mean: bool = False
    added: Mapping[str, float] = field(default_factory=dict)


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
        self.added: dict[str, float] = {}
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
        return Climate(
            self.annual,
            self.monthly,
            self.counted,
            self.dry,
            self.cold,
            self.estimated,
            self.added,
        )

    def _count(self, present: NDArray[np.bool_]) -> Counted:
        return count_days(present, self.years, MONTH_STARTS, self.rule.gaps)

    def _means(self, variable: Variable) -> NDArray[np.float64]:
        """Return the mean of each month: of its days, then of the years."""
        counted = self.counted[variable]
        return counted.mean(
            sums(self.values[variable], MONTH_STARTS) / np.maximum(counted.observed, 1)
        )

    def _sum(
        self, name: str, counted: Counted, daily: NDArray, months: Sequence[int] = range(12)
    ) -> NDArray[np.float64]:
        """Return sums of daily values by month; those of the year go to the annual fields."""
        by_year = sums(daily, MONTH_STARTS)
        chosen = list(months)
        result = counted.total(by_year)
        self.annual[name] = float(result[chosen].sum())
        self.added[name] = float(counted.added(by_year)[chosen].sum())
        return result

    def _at_least(self, variable: Variable, item: Coefficient) -> NDArray[np.bool_]:
        values = self.values[variable]
        with np.errstate(invalid="ignore"):
            # In the data's own precision, in which a limit such as 0.1 is the file's 0.1.
            return np.asarray(values >= values.dtype.type(self.rule.limit(item)))

    def _rain(self) -> None:
        if RAIN not in self.values:
            return
        counted = self.counted[RAIN]
        self.monthly["precip"] = self._sum("precip", counted, self.values[RAIN])
        self.monthly["raind"] = self._sum("raind", counted, self._at_least(RAIN, RAIN_DAY))

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
        counted = self.counted[WIND]
        chosen = [month - 1 for month in self.rule.wind_months]
        self._sum("wind_days", counted, self._at_least(WIND, STRONG_WIND), chosen)
        at_2m = wind_at_2m(self.values[WIND].astype(np.float64), height)
        power = np.where(np.isnan(at_2m), 0.0, wind_field(at_2m, self.rule.limit(WIND_THRESHOLD)))
        # Its equation has days of the period over days observed, whatever the rule for sums is.
        self.monthly["wf"] = counted.mean(sums(power, MONTH_STARTS) * counted.factors)
        self.annual["wf"] = float(self.monthly["wf"].sum())

    def _snow(self) -> None:
        if SNOW not in self.values:
            return
        values = self.values[SNOW]
        with np.errstate(invalid="ignore"):
            deep = values > values.dtype.type(self.rule.limit(DEEP_SNOW))
        counted = self.counted[SNOW]
        number = np.add.reduceat(deep.astype(np.int64), MONTH_STARTS, axis=1)
        self.monthly["sd"] = counted.mean(1.0 - number / np.maximum(counted.observed, 1))
        days = counted.mean(counted.days)
        self.annual["sd"] = float((self.monthly["sd"] * days).sum() / days.sum())

    def _dryness(self) -> None:
        if TEMPERATURE not in self.values:
            return
        warm = self._at_least(TEMPERATURE, WARM_DAY)
        temperature = np.where(warm, self.values[TEMPERATURE], 0.0)
        if RAIN not in self.values:
            self._sum("acc_temp", self.counted[TEMPERATURE], temperature)
            return
        # Both sums are of the same days, so both values must be there.
        rain = self.values[RAIN]
        present = ~np.isnan(self.values[TEMPERATURE]) & ~np.isnan(rain)
        warm &= present
        both = self._count(present)
        self._sum("acc_temp", both, np.where(warm, temperature, 0.0))
        self._sum("acc_rain", both, np.where(warm, rain, 0.0))
        warmth, amount = self.annual["acc_temp"], self.annual["acc_rain"]
        self.annual["dryness"] = dryness(warmth, amount, self.rule.limit(DRYNESS_LIMIT))
        self.cold = warmth == 0
        self.dry = warmth > 0 and amount == 0
