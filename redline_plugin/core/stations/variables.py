"""What a station measures, in which units it is written, and how its column is called.

Codes such as V13201 are the element codes of the China Meteorological Administration (general
knowledge, likely).
"""

from __future__ import annotations

from dataclasses import dataclass

from redline_plugin.core.text import N_


@dataclass(frozen=True)
class Unit:
    """A unit that files use: ``value * multiply / divide`` is in the variable's own unit.

    Two whole numbers, because 3 / 10 is the same number as 0.3 is, and 3 * 0.1 is not.
    """

    title: str
    multiply: int = 1
    divide: int = 1


@dataclass(frozen=True)
class Variable:
    """One thing measured each day.

    Attributes:
        name: in code and in fields.
        title: what people call it.
        unit: in which it is stored.
        units: in which files may have it; the first is the default.
        valid: lowest and highest possible value, in ``unit``.
        names: of columns, simplified as :func:`simple` does.
        trace: whether a code for "trace" means 0.
    """

    name: str
    title: str
    unit: str
    units: tuple[Unit, ...]
    valid: tuple[float, float]
    names: tuple[str, ...]
    trace: bool = False


_DEGREES = (Unit("°C"), Unit("0.1 °C", divide=10))

RAIN = Variable(
    "rain",
    N_("Rain"),
    "mm",
    (Unit("mm"), Unit("0.1 mm", divide=10)),
    (0.0, 2000.0),
    (
        *("rain", "rainfall", "precipitation", "precip", "prcp", "pre", "ppt", "pre2020"),
        *(
            "pretime2020",
            "v13201",
            "v13305",
            "降水",
            "降水量",
            "日降水量",
            "雨量",
            "降雨",
            "降雨量",
        ),
        *("2020时降水量", "2020时累计降水量"),
    ),
    trace=True,
)
TEMPERATURE = Variable(
    "temperature",
    N_("Mean temperature"),
    "°C",
    _DEGREES,
    (-90.0, 60.0),
    (
        *("temperature", "temp", "tmean", "tavg", "meantemperature", "tem", "temavg", "v12001"),
        *("气温", "平均气温", "日平均气温", "温度", "平均温度"),
    ),
)
MIN_TEMPERATURE = Variable(
    "min_temperature",
    N_("Lowest temperature"),
    "°C",
    _DEGREES,
    (-90.0, 60.0),
    (
        *("tmin", "mintemperature", "mintemp", "temmin", "temperaturemin", "v12053"),
        *("最低气温", "日最低气温", "最低温度"),
    ),
)
MAX_TEMPERATURE = Variable(
    "max_temperature",
    N_("Highest temperature"),
    "°C",
    _DEGREES,
    (-90.0, 60.0),
    (
        *("tmax", "maxtemperature", "maxtemp", "temmax", "temperaturemax", "v12052"),
        *("最高气温", "日最高气温", "最高温度"),
    ),
)
WIND = Variable(
    "wind",
    N_("Wind speed"),
    "m/s",
    (Unit("m/s"), Unit("0.1 m/s", divide=10)),
    (0.0, 100.0),
    (
        *("wind", "windspeed", "win", "ws", "wins2miavg", "wins10miavg", "v11002", "v11291"),
        *("风速", "平均风速", "日平均风速", "2分钟平均风速", "10分钟平均风速"),
    ),
)
HUMIDITY = Variable(
    "humidity",
    N_("Relative humidity"),
    "1",
    (Unit("%", divide=100), Unit("1")),
    (0.0, 1.0),
    (
        *("humidity", "relativehumidity", "rh", "rhu", "rhuavg", "v13003"),
        *("相对湿度", "平均相对湿度", "日平均相对湿度", "湿度"),
    ),
)
SNOW = Variable(
    "snow",
    N_("Snow depth"),
    "mm",
    (Unit("cm", multiply=10), Unit("mm")),
    (0.0, 20000.0),
    ("snow", "snowdepth", "snwd", "sd", "v13013", "雪深", "积雪深度", "雪深度"),
    trace=True,
)

VARIABLES = (RAIN, TEMPERATURE, MIN_TEMPERATURE, MAX_TEMPERATURE, WIND, HUMIDITY, SNOW)


@dataclass(frozen=True)
class Key:
    """A column that says which station, where, or when."""

    name: str
    title: str
    names: tuple[str, ...]


STATION = Key(
    "station",
    N_("Station"),
    (
        *("station", "stationid", "stationno", "stationcode", "stationidc", "stationidd", "id"),
        *("sid", "stid", "code", "v01301", "v01000", "站号", "台站号", "区站号", "站点", "站点号"),
        *("区站号字符", "区站号数字", "测站", "站码", "测站编码"),
    ),
)
NAME = Key(
    "name",
    N_("Name of the station"),
    ("name", "stationname", "站名", "台站名", "台站名称", "站点名", "站点名称", "测站名称"),
)
LONGITUDE = Key(
    "longitude",
    N_("Longitude"),
    ("longitude", "lon", "long", "lng", "v06001", "经度", "东经"),
)
LATITUDE = Key("latitude", N_("Latitude"), ("latitude", "lat", "v05001", "纬度", "北纬"))
ELEVATION = Key(
    "elevation",
    N_("Elevation"),
    (
        *("elevation", "elev", "alt", "alti", "altitude", "height", "v07001"),
        *("高程", "海拔", "海拔高度", "拔海高度", "测站高度", "观测场海拔高度", "观测场拔海高度"),
    ),
)
DATE = Key("date", N_("Date"), ("date", "time", "datetime", "ymd", "日期", "时间", "年月日"))
YEAR = Key("year", N_("Year"), ("year", "yr", "yyyy", "v04001", "年", "年份"))
MONTH = Key("month", N_("Month"), ("month", "mon", "mm", "mo", "v04002", "月", "月份"))
DAY = Key("day", N_("Day"), ("day", "dd", "v04003", "日"))

KEYS = (STATION, NAME, LONGITUDE, LATITUDE, ELEVATION, DATE, YEAR, MONTH, DAY)


def simple(text: str) -> str:
    """Return a column's name without case, spaces, signs, and what stands in brackets (a unit)."""
    for left, right in (("(", ")"), ("[", "]"), ("（", "）")):
        start = text.find(left)
        if start > 0 and text.rstrip().endswith(right):
            text = text[:start]
    return "".join(character for character in text.casefold() if character.isalnum())
