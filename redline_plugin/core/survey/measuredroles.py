"""What a column of a receiver's table may hold, and how many receivers call it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from redline_plugin.core.stations.variables import simple
from redline_plugin.core.text import N_

NUMBER, X, Y, HEIGHT, ACCURACY = "number", "x", "y", "height", "accuracy"
SATELLITES, PDOP, TIME, WHO, REMARK, PHOTOS = (
    *("satellites", "pdop", "time", "who", "remark", "photos"),
)
ROLES = (NUMBER, X, Y, HEIGHT, ACCURACY, SATELLITES, PDOP, TIME, WHO, REMARK, PHOTOS)
"""What a user may name a column for. X is the easting or longitude, Y the northing or latitude."""

ROLE_TITLES = {
    NUMBER: N_("number of the marker"),
    X: N_("easting or longitude"),
    Y: N_("northing or latitude"),
    HEIGHT: N_("height"),
    ACCURACY: N_("accuracy"),
    SATELLITES: N_("satellites"),
    PDOP: N_("PDOP"),
    TIME: N_("time"),
    WHO: N_("measured by"),
    REMARK: N_("remark"),
    PHOTOS: N_("photos"),
}

EASTING, NORTHING, LONGITUDE, LATITUDE, DATE = (
    *("easting", "northing", "longitude", "latitude", "date"),
)

PAIRS = ((EASTING, NORTHING), (X, Y), (LONGITUDE, LATITUDE))
"""Pairs of columns that give a place, the preferred one first: a receiver's own plane coordinates
are what the crew set out and checked, its longitudes and latitudes may be those of another datum."""

NAMES: dict[str, tuple[str, ...]] = {
    NUMBER: (
        *("界桩编号", "界桩号", "桩号", "界桩", "jznumber", "jzbh", "jzcode", "marker"),
        *("markernumber", "markerno", "markerid", "界址点号", "拐点编号", "拐点号", "点名", "编号"),
        *("pointname", "name", "名称", "pointid", "ptid", "point", "pt", "点号", "点", "station"),
        *("pointnumber", "pointno", "ptno", "ptname", "id", "number", "no", "num", "序号"),
    ),
    EASTING: (
        *("easting", "east", "e", "ey", "ye", "东坐标", "东", "东坐标y", "东坐标e", "y东", "e东"),
        *("y东坐标", "横坐标", "横坐标y", "y横坐标", "hzb", "grideasting", "localeasting"),
        *("坐标东", "东向坐标", "eastingy", "e坐标", "平面东"),
    ),
    NORTHING: (
        *("northing", "north", "n", "nx", "xn", "北坐标", "北", "北坐标x", "北坐标n", "x北", "n北"),
        *("x北坐标", "纵坐标", "纵坐标x", "x纵坐标", "zzb", "gridnorthing", "localnorthing"),
        *("坐标北", "北向坐标", "northingx", "n坐标", "平面北"),
    ),
    X: ("x", "x坐标", "坐标x", "xzb", "xcoord", "coordx", "xcoordinate", "pointx", "平面x", "x值"),
    Y: ("y", "y坐标", "坐标y", "yzb", "ycoord", "coordy", "ycoordinate", "pointy", "平面y", "y值"),
    LONGITUDE: (
        *("longitude", "lon", "long", "lng", "l", "经度", "东经", "大地经度", "经度l", "l经度"),
        *("jd", "prooflon", "wgs84经度", "wgs84longitude", "longitudedms", "经度dms", "本地经度"),
    ),
    LATITUDE: (
        *("latitude", "lat", "b", "纬度", "北纬", "大地纬度", "纬度b", "b纬度"),
        *("wd", "prooflat", "wgs84纬度", "wgs84latitude", "latitudedms", "纬度dms", "本地纬度"),
    ),
    HEIGHT: (
        *("elevation", "elev", "ele", "高程", "高程h", "h高程", "高程z", "z高程", "正常高", "海拔"),
        *("orthoheight", "orthometricheight", "z", "zh", "height", "h", "高", "高度", "gc"),
        *("hgt", "altitude", "alt", "大地高", "椭球高", "ellipsoidalheight", "ellheight"),
    ),
    ACCURACY: (
        *("hrms", "平面精度", "水平精度", "平面中误差", "点位中误差", "点位误差", "水平rms"),
        *("平面rms", "hprecision", "horizontalprecision", "hzprec", "hprec", "lateralrms"),
        *("horizontalaccuracy", "horzaccuracy", "haccuracy", "hacc", "cq2d", "2dcq", "hsigma"),
        *("accuracy", "accuracym", "精度", "中误差", "rms", "rmse", "sigma", "precision", "hsdv"),
    ),
    SATELLITES: (
        *("satellites", "sats", "sat", "卫星数", "卫星", "卫星个数", "可用卫星数", "公共卫星数"),
        *("共同卫星数", "共视卫星数", "numsats", "numsat", "nsat", "satnum", "svs", "numsv"),
        *("satellitesused", "gpssatellites", "numberofsatellites", "卫星颗数"),
    ),
    PDOP: ("pdop", "pdop值"),
    TIME: (
        *("datetime", "timestamp", "measuredat", "采集时间", "测量时间", "观测时间", "记录时间"),
        *("日期时间", "时间", "time", "localtime", "本地时间", "surveytime", "collectiontime"),
        *("averagingstart", "created", "开始时间", "utctime", "utc时间", "utc", "gpstime", "时刻"),
    ),
    DATE: ("date", "日期", "测量日期", "采集日期", "观测日期", "surveydate"),
    WHO: (
        *("who", "measuredby", "surveyor", "observer", "operator", "crew", "观测者", "观测员"),
        *("作业员", "测量员", "测量人", "采集人", "采集员", "操作员", "人员", "填表人", "user"),
    ),
    REMARK: (
        *("remark", "remarks", "备注", "note", "notes", "comment", "comments", "说明"),
        *("description", "desc", "描述"),
    ),
    PHOTOS: (
        *("photos", "photo", "照片", "照片编号", "照片号", "现场照片", "图片", "相片", "picture"),
        *("pictures", "image", "images"),
    ),
}
"""Names of columns by role, the surest first, as :func:`plain_name` makes them."""

COORDINATES = (EASTING, NORTHING, X, Y, LONGITUDE, LATITUDE)
_UNITS = {"mm": 1e-3, "毫米": 1e-3, "cm": 1e-2, "厘米": 1e-2}
_BRACKETS = re.compile(r"[(\[（【]\s*([^)\]）】]*)\s*[)\]）】]\s*$")


def plain_name(text: str) -> str:
    """Return the name of a column without width, case, spaces, signs and unit."""
    return simple(unicodedata.normalize("NFKC", text).strip().lstrip("#%/ "))


def unit_of(text: str) -> float:
    """Return how many metres the unit in a column's name is: "HRMS (mm)"; 1 where there is none."""
    inside = _BRACKETS.search(unicodedata.normalize("NFKC", text).strip())
    return _UNITS.get(inside[1].strip().casefold(), 1.0) if inside else 1.0


def roles_of(head: Sequence[str]) -> dict[str, list[int]]:
    """Return the columns that may have each role, the surest first; a column has one role only."""
    plain = [plain_name(name) for name in head]
    found: dict[str, list[int]] = {}
    taken: set[int] = set()
    # Places first: "北坐标X" must not be anything else, and of "N, E, Z" none is a number.
    for role in (*COORDINATES, *(role for role in NAMES if role not in COORDINATES)):
        for name in NAMES[role]:
            for at, own in enumerate(plain):
                if own == name and at not in taken:
                    found.setdefault(role, []).append(at)
                    taken.add(at)
    return found
