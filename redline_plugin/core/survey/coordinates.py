"""Coordinates as the survey writes them: degrees, minutes and seconds, and Gauss-Kruger metres."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.geodesy.belts import Belt, belt_of_extent
from redline_plugin.core.geodesy.transform import (
    spatial_reference,
    to_longitude_latitude,
    transform,
)
from redline_plugin.core.text import Message, msg

Floats = NDArray[np.float64]

DEGREE, MINUTE, SECOND = "°", "′", "″"

_SIGNS = {
    DEGREE: "°º˚˙度",
    "'": "′’‘`´＇ʹ分",
    '"': "″”“＂ʺ秒",
    "-": "−－﹣",
}
_LETTERS = {
    "东经": "E",
    "西经": "W",
    "北纬": "N",
    "南纬": "S",
    "东": "E",
    "西": "W",
    "北": "N",
    "南": "S",
}
_NUMBER = r"\d+(?:\.\d*)?"
_SIGNED = re.compile(
    rf"({_NUMBER})\s*{DEGREE}\s*(?:({_NUMBER})\s*'\s*(?:({_NUMBER})\s*(?:\"|'')\s*)?)?$"
)
_SPACED = re.compile(rf"(\d+)(?:\s+|:|-)(\d+)(?:\s+|:|-)({_NUMBER})$")
_PAIR = re.compile(rf"(\d+)(?:\s+|:|-)({_NUMBER})$")
_PACKED = re.compile(r"(\d{2,3})(\d\d)(?:(\.\d+)|(\d\d(?:\.\d*)?))$")
"""DDDMM.mmmm as receivers write (NMEA 0183), or DDDMMSS.ss."""


@dataclass(frozen=True)
class Coordinates:
    """Points in every form that tables show.

    Attributes:
        longitude, latitude: (n,) degrees on CGCS2000, not rounded.
        longitude_dms, latitude_dms: of each, like 103°27′05.1234″E.
        easting, northing: (n,) m, rounded; the easting with the belt's number if it was asked for.
        belt: its number; 0 when there is no point and no belt was given.
    """

    longitude: Floats
    latitude: Floats
    longitude_dms: list[str]
    latitude_dms: list[str]
    easting: Floats
    northing: Floats
    belt: int


@gdal_exceptions()
def coordinates_of(
    points: Floats,
    crs: str,
    *,
    belt: Belt | None = None,
    belt_width: int = 3,
    prefixed: bool = True,
    second_decimals: int = 4,
    metre_decimals: int = 3,
) -> Coordinates:
    """Return points in every form, all of them in one belt.

    Args:
        points: (n, 2), x before y.
        crs: of the points, any text that PROJ understands.
        belt: None for the one that the middle of the points' longitudes lies in.
        belt_width: 3 or 6 degrees, when no belt is given.
        prefixed: whether eastings carry the belt's number, when no belt is given.
        second_decimals: of seconds, 0 to 8.
        metre_decimals: of eastings and northings.

    Raises:
        InputError: the CRS is unknown, points lie outside of it, or there is no belt there.
    """
    places = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    longitude, latitude = to_longitude_latitude(places, crs).T
    if belt is None and len(places):
        belt = belt_of_extent(longitude.min(), longitude.max(), belt_width, prefixed)
    metres = places
    if belt is not None:
        target = spatial_reference(f"EPSG:{belt.epsg}")
        metres = np.round(transform(places, spatial_reference(crs), target), metre_decimals)
    return Coordinates(
        longitude,
        latitude,
        longitudes_dms(longitude, second_decimals),
        latitudes_dms(latitude, second_decimals),
        metres[:, 0],
        metres[:, 1],
        0 if belt is None else belt.number,
    )


def longitudes_dms(degrees: ArrayLike, decimals: int = 4) -> list[str]:
    """Return longitudes like 103°27′05.1234″E; ``decimals`` of a second, 0 to 8."""
    return _dms(degrees, decimals, ("E", "W"))


def latitudes_dms(degrees: ArrayLike, decimals: int = 4) -> list[str]:
    """Return latitudes like 30°05′00.0000″N; ``decimals`` of a second, 0 to 8."""
    return _dms(degrees, decimals, ("N", "S"))


def _dms(degrees: ArrayLike, decimals: int, letters: Sequence[str]) -> list[str]:
    # Rounded once, as whole units of the last decimal: what is cut off them cannot reach 60.
    values = np.asarray(degrees, dtype=np.float64).ravel()
    scale = 10**decimals
    units = np.floor(np.abs(values) * (3600 * scale) + 0.5).astype(np.int64)
    width = decimals + 3 if decimals else 2
    found = []
    for number, value in zip(units.tolist(), values.tolist()):
        minutes, last = divmod(number, 60 * scale)
        whole, minute = divmod(minutes, 60)
        second = f"{last // scale:02d}"
        if decimals:
            second = f"{second}.{last % scale:0{width - 3}d}"
        letter = letters[1] if value < 0.0 and number else letters[0]
        found.append(f"{whole}{DEGREE}{minute:02d}{MINUTE}{second}{SECOND}{letter}")
    return found


def parse_dms(text: str) -> float:
    """Read a longitude or latitude as people and receivers write it; return degrees.

    Read are degrees, minutes and seconds with their signs (103°27′05.12″, full-width or Chinese ones
    too) or with spaces, colons or hyphens between them (103 27 5.12), degrees and minutes with signs,
    decimal degrees (103.4514), and, with its letter, what a receiver writes (10327.0853,E). E, W, N, S
    or 东经 and the like may stand before or after; W and S are negative.

    Raises:
        InputError: it is none of these, it can be read in two ways, or there is no such place.
    """
    letter, rest = _letter(_plain(text), text)
    negative = rest.startswith("-")
    parts = _parts(rest[1:].strip() if negative else rest, letter, text)
    if negative and letter:
        raise _unread(text, msg("it has a sign and a letter"))
    for name, part in zip((msg("minutes"), msg("seconds")), parts[1:]):
        if part >= 60.0:
            raise _unread(text, msg("its {part} are not below 60", part=name))
    degrees = parts[0] + (parts[1] + parts[2] / 60.0) / 60.0
    most = 90 if letter in ("N", "S") else 180
    if degrees > most:
        raise _unread(text, msg("there are no more than {most} degrees", most=most))
    return -degrees if negative or letter in ("W", "S") else degrees


def _plain(text: str) -> str:
    """Return a text with one sign of each kind, and full-width letters as plain ones."""
    for sign, others in _SIGNS.items():
        for other in others:
            text = text.replace(other, sign)
    return unicodedata.normalize("NFKC", text).strip().upper()


def _letter(plain: str, text: str) -> tuple[str, str]:
    """Take the hemisphere off; return its letter ("" for none) and the rest."""
    for name, short in _LETTERS.items():
        plain = plain.replace(name, short)
    letters = re.findall(r"[EWNS]", plain)
    rest = re.sub(r"^[EWNS][\s:,]*|[\s,]*[EWNS]$", "", plain, count=1).strip()
    if len(letters) > 1:
        raise _unread(text, msg("it has more than one letter"))
    return "".join(letters), rest


def _parts(rest: str, letter: str, text: str) -> tuple[float, float, float]:
    """Return degrees, minutes and seconds of a text without sign and letter."""
    match = _SIGNED.match(rest)
    if match:
        given = [part for part in match.groups() if part is not None]
        if any("." in part for part in given[:-1]):
            raise _unread(text, msg("only its last part can have decimals"))
        numbers = [float(part) for part in given]
        return (*numbers, *[0.0] * (3 - len(numbers)))  # type: ignore[return-value]
    match = _SPACED.match(rest)
    if match:
        return float(match[1]), float(match[2]), float(match[3])
    match = _PAIR.match(rest)
    if match and letter:
        return float(match[1]), float(match[2]), 0.0
    if match:
        raise _unread(text, msg("it can be degrees and minutes, or two numbers"))
    if re.fullmatch(_NUMBER, rest):
        if float(rest) < 1000.0:
            return float(rest), 0.0, 0.0
        return _packed(rest, letter, text)
    raise _unread(text, msg("it is neither degrees, minutes and seconds nor decimal degrees"))


def _packed(rest: str, letter: str, text: str) -> tuple[float, float, float]:
    """Return the parts of 10327.0853 or 1032705.12, whose letter tells how many digits degrees have."""
    match = _PACKED.match(rest)
    if not match or len(match[1]) != (3 if letter in ("E", "W") else 2) or not letter:
        raise _unread(text, msg("it can be minutes or seconds, written together"))
    if match[3] is not None:
        return float(match[1]), float(match[2] + match[3]), 0.0
    return float(match[1]), float(match[2]), float(match[4])


def _unread(text: str, why: Message) -> InputError:
    return InputError(
        Problem(
            msg("“{text}” cannot be read as a longitude or latitude: {why}.", text=text, why=why),
            remedy=msg("Write it like 103°27′05.12″E, or as decimal degrees."),
        )
    )
