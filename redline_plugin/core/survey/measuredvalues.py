"""Cells of a receiver's table as numbers, angles, and numbers of markers, however they are written."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats
from redline_plugin.core.errors import InputError
from redline_plugin.core.survey.coordinates import parse_dms

_UNIT = re.compile(r"\s*(?:m|米|°|度)$", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_ANGLE = re.compile(r"[°º˚度'′’＇″\":：EWNSewns东西北南]|\d[ -]\d")
_DASHES = re.compile(r"[‐‑‒–—―−－﹣_]")
_SPACES = re.compile(r"\s+")
_WHOLE = re.compile(r"(\d+)\.0*")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_DIGITS = re.compile(r"\d+")
_MONTHS = 12


def number_of(text: str) -> float:
    """Return a cell as a number, nan when it is none.

    Full-width digits, a unit at the end (m), thousands and decimal commas are read: of a point and
    a comma the last one is the decimal sign; a comma by itself is one, too.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    plain = _UNIT.sub("", plain)
    if "," in plain:
        if "." in plain:
            decimal = max(plain.rfind("."), plain.rfind(","))
            plain = re.sub("[.,]", "", plain[:decimal]) + "." + plain[decimal + 1 :]
        elif plain.count(",") == 1:
            plain = plain.replace(",", ".")
        else:
            plain = plain.replace(",", "")
    return float(plain) if _NUMBER.fullmatch(plain) else np.nan


def numbers_of(cells: Sequence[str]) -> Floats:
    """Return cells as numbers (n,), nan where one is none; plain ones all at once."""
    try:
        found = np.array([cell or "nan" for cell in cells], dtype=np.float64)
    except ValueError:
        found = np.array([number_of(cell) for cell in cells], dtype=np.float64)
    found[~np.isfinite(found)] = np.nan
    return found


def angles_of(cells: Sequence[str]) -> tuple[Floats, Bools]:
    """Return cells as numbers or degrees (n,), and which are written with signs of an angle."""
    found = numbers_of(cells)
    angle = np.zeros(len(cells), dtype=bool)
    for at in np.flatnonzero(np.isnan(found)).tolist():
        if cells[at].strip() and _ANGLE.search(cells[at]):
            try:
                found[at] = parse_dms(cells[at].replace(",", "."))
            except InputError:
                continue
            angle[at] = True
    return found, angle


def packed_angles(values: Floats) -> Floats:
    """Return degrees of numbers that hold degrees, minutes and seconds as 103.27051234.

    A number whose minutes or seconds reach 60 is none of these: nan. The seconds are taken to
    1e-6, so that 0.2799999999 of a 0.28 is not 27 minutes and 99 seconds.
    """
    sign, size = np.sign(values), np.abs(values)
    whole = np.floor(size)
    rest = np.round((size - whole) * 1e10) / 1e8
    minutes = np.floor(rest)
    seconds = np.round((rest - minutes) * 100.0, 6)
    with np.errstate(invalid="ignore"):
        fits = (minutes < 60.0) & (seconds < 60.0)
    degrees = whole + (minutes + seconds / 60.0) / 60.0
    return np.where(fits, sign * degrees, np.nan)


def key_of(text: str) -> str:
    """Return what tells numbers of markers apart: not width, case, spaces, kind of dash, or ``.0``."""
    plain = unicodedata.normalize("NFKC", text)
    plain = _SPACES.sub("", _DASHES.sub("-", plain)).casefold()
    whole = _WHOLE.fullmatch(plain)
    return whole[1] if whole else plain


def loose_key(text: str) -> str:
    """Return a key that does not tell leading zeros, which spreadsheets take off."""
    return _ZEROS.sub("", key_of(text))


def photo_names(text: str) -> tuple[str, ...]:
    """Return names of files without folders, as crews and field apps write several in one cell."""
    parts = text.replace(",", ";").replace("，", ";").replace("；", ";").split(";")
    names = (part.replace("\\", "/").rsplit("/", 1)[-1].strip() for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))


def moments_of(texts: Sequence[str]) -> Floats:
    """Return times as seconds that can be compared (n,), nan where one cannot be read.

    Year, month and day come first or last; the rest is hour, minute, second and its fraction. All
    of a file are in one zone, whichever it is, and in one order: where the year is last, the day is
    first if that of any row is above 12, else the month.
    """
    plain = [unicodedata.normalize("NFKC", text).strip() for text in texts]
    parts = [_parts(text) for text in plain]
    day_first = any(
        len(each) > 2 and _is_year_last(each) and int(each[0]) > _MONTHS for each in parts
    )
    return np.array(
        [_moment(text, each, day_first) for text, each in zip(plain, parts)], dtype=np.float64
    )


def _parts(text: str) -> list[str]:
    if re.fullmatch(r"\d{14}", text):
        return [text[:4], *(text[at : at + 2] for at in range(4, 14, 2))]
    if re.fullmatch(r"\d{8}", text):
        return [text[:4], text[4:6], text[6:]]
    return _DIGITS.findall(text)


def _is_year_last(parts: Sequence[str]) -> bool:
    return len(parts[2]) == 4 and len(parts[0]) <= 2


def _moment(text: str, parts: list[str], day_first: bool) -> float:
    if len(parts) < 3:
        return float("nan")
    numbers = [int(part) for part in parts[:6]] + [0] * (6 - len(parts[:6]))
    year, month, day, hour, minute, second = numbers
    if _is_year_last(parts):
        month, day, year = numbers[:3]
        if day_first:
            month, day = day, month
    if re.search(r"(?i)下午|pm\b", text) and hour < 12:
        hour += 12
    utc = datetime.timezone.utc
    try:
        moment = datetime.datetime(year, month, day, hour, minute, second, 0, utc).timestamp()
    except ValueError:
        return float("nan")
    return moment + (float(f"0.{parts[6]}") if len(parts) > 6 else 0.0)
