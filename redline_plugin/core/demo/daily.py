"""Ten years of daily weather at stations, whose means over the years are the given climate.

Rain comes by a Markov chain of wet and dry days; what is left of chance in the means of a month
over all years is taken out, so that stations and rasters tell the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from scipy import special

from redline_plugin.core.demo import months, winds
from redline_plugin.core.demo.months import Values
from redline_plugin.core.demo.noise import generator

FIRST, LAST = date(2007, 1, 1), date(2016, 12, 31)
YEARS = LAST.year - FIRST.year + 1
MISSING = 32766
GAP = (4, date(2012, 7, 1), date(2012, 8, 31))
"""Number of the station without rows, first and last day."""
MISSING_RAIN = (2, date(2010, 3, 14))
"""Number of the station and day with the code for a missing rain."""
HEADER = "station,date,rain,tmean,tmin,tmax,wind,rh,snow_depth"

_COMMON = 0.75
_PERSISTENCE = 0.35
_SHOWER_SHAPE = 0.65
_SNOW_CM = 2.54


@dataclass(frozen=True)
class Sites:
    """What the weather of stations follows from; arrays (stations,).

    Attributes:
        height: m.
        temperature: annual mean, degrees Celsius.
        rain: mm/a.
        wind: annual mean at 2 m, m/s.
    """

    height: Values
    temperature: Values
    rain: Values
    wind: Values


@dataclass(frozen=True)
class Weather:
    """Daily weather, (days, stations): rain in mm, temperatures, wind in m/s at 10 m, humidity in
    per cent, snow depth in cm.
    """

    days: Sequence[date]
    rain: Values
    mean: Values
    low: Values
    high: Values
    wind: Values
    humidity: Values
    snow: Values


class _Calendar:
    """Days, their months, and sums over all days of one month of the year."""

    def __init__(self) -> None:
        count = (LAST - FIRST).days + 1
        self.days = [FIRST + timedelta(number) for number in range(count)]
        self.month = np.array([day.month - 1 for day in self.days])
        self.of_year = np.array([float(day.timetuple().tm_yday) for day in self.days])
        self._starts = np.eye(12)[self.month].T

    def totals(self, daily: NDArray) -> Values:
        """Return (12, stations) sums over all years."""
        return np.asarray(self._starts @ daily)

    def scaled(self, daily: NDArray, monthly: NDArray) -> Values:
        """Return ``daily`` times a number for each month, so that its means are ``monthly``."""
        means = self.totals(daily) / self._starts.sum(axis=1)[:, None]
        return np.asarray(daily * (monthly / np.maximum(means, 1e-9))[self.month])

    def lifted(self, daily: NDArray, monthly: NDArray) -> Values:
        """Return ``daily`` plus a number for each month, so that its means are ``monthly``."""
        means = self.totals(daily) / self._starts.sum(axis=1)[:, None]
        return np.asarray(daily + (monthly - means)[self.month])


def _alike(rng: np.random.Generator, days: int, stations: int, memory: float = 0.0) -> Values:
    """Return standard normal numbers, alike at all stations, that remember the day before."""
    common, own = rng.standard_normal((days, 1)), rng.standard_normal((days, stations))
    noise = np.sqrt(_COMMON) * common + np.sqrt(1.0 - _COMMON) * own
    for day in range(1, days if memory else 0):
        noise[day] = memory * noise[day - 1] + np.sqrt(1.0 - memory**2) * noise[day]
    return np.asarray(noise)


def _wet_days(chance: NDArray, share: NDArray) -> NDArray[np.bool_]:
    """Return which days are wet: a chain whose share of wet days is ``share``, (days, stations)."""
    after_dry = share * (1.0 - _PERSISTENCE)
    after_wet = after_dry + _PERSISTENCE
    wet = np.empty(share.shape, bool)
    now = chance[0] < share[0]
    for day in range(share.shape[0]):
        now = chance[day] < np.where(now, after_wet[day], after_dry[day])
        wet[day] = now
    return wet


def make_weather(seed: int, sites: Sites) -> Weather:
    """Return the daily weather at ``sites``."""
    rng = generator(seed, "weather")
    calendar = _Calendar()
    month, count, stations = calendar.month, len(calendar.days), sites.height.size
    rain = months.rain(sites.rain, sites.height)
    length = np.bincount(month)[:, None] / YEARS

    wet = _wet_days(special.ndtr(_alike(rng, count, stations)), months.wet_share(rain)[month])
    amount = special.gammaincinv(_SHOWER_SHAPE, special.ndtr(_alike(rng, count, stations)))
    amount = calendar.scaled(np.where(wet, amount, 0.0), rain / length)

    course = months.temperature(sites.temperature, sites.height)
    noise = _alike(rng, count, stations, 0.75)
    mean = months.swing(sites.height) * months.season(calendar.of_year)[:, None]
    mean = calendar.lifted(mean + noise * months.spread(sites.height)[month], course)
    half = np.where(wet, 0.65, 1.2) * np.exp(0.2 * rng.standard_normal((count, stations)))
    half = calendar.scaled(half, months.half_range(sites.height))

    strong = winds.monthly_wind(sites.wind) * winds.AT_10_M
    gust = special.ndtr(_alike(rng, count, stations, 0.4))
    wind = calendar.scaled(winds.quantile(np.ones(stations), gust), strong)

    moist = np.where(wet, 0.06, -0.04) + 0.06 * _alike(rng, count, stations, 0.5)
    moist = calendar.lifted(moist, months.humidity(sites.rain, sites.height))

    # Snow lies long and where it is cold: 2.54 cm are passed as often as the month's share says.
    cold = 0.6 * noise + 0.8 * _alike(rng, count, stations, 0.95)
    limit = special.ndtri(np.maximum(months.snow_share(course), 1e-12))[month]
    snow = _SNOW_CM + 6.0 * (limit - cold)

    mean = np.round(mean, 1)
    return Weather(
        days=calendar.days,
        rain=np.where(wet, np.maximum(np.round(amount, 1), 0.1), 0.0),
        mean=mean,
        low=np.round(mean - half, 1),
        high=np.round(mean + half, 1),
        wind=np.round(wind, 1),
        humidity=np.round(100.0 * np.clip(moist, 0.12, 1.0)),
        snow=np.round(np.maximum(snow, 0.0)),
    )


def daily_rows(weather: Weather, ids: Sequence[str]) -> Iterator[str]:
    """Yield the rows of the daily file, header first, with its gap and its missing value."""
    yield HEADER
    texts = [day.isoformat() for day in weather.days]
    for number, station in enumerate(ids):
        columns = (
            *(weather.rain, weather.mean, weather.low, weather.high, weather.wind),
            *(weather.humidity, weather.snow),
        )
        values = zip(*(column[:, number].tolist() for column in columns))
        for day, text, (rain, mean, low, high, wind, humid, snow) in zip(
            weather.days, texts, values
        ):
            if number == GAP[0] and GAP[1] <= day <= GAP[2]:
                continue
            fallen = f"{MISSING}" if (number, day) == MISSING_RAIN else f"{rain:.1f}"
            yield (
                f"{station},{text},{fallen},{mean:.1f},{low:.1f},{high:.1f},{wind:.1f},"
                f"{humid:.0f},{snow:.0f}"
            )
