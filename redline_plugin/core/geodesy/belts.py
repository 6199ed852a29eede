"""Gauss-Kruger belts of CGCS2000: the belt for a longitude, its EPSG code, the belt of a CRS.

Codes as in the fact sheet, submission 1.3 (memory, there); the tests hold each against PROJ.
An easting comes in two forms: with the belt's number before it (36 512 345 m, 8 digits) or plain
(512 345 m). Mixing them up moves data by thousands of kilometres, so each belt knows its form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import gdal_exceptions, osr
from redline_plugin.core.geodesy.transform import CGCS2000, spatial_reference
from redline_plugin.core.text import Message, msg

FALSE_EASTING = 500_000.0
MILLION = 1_000_000.0
_DATUM_NAMES = {
    "CHINA2000",
    "DCHINA2000",
    "CGCS2000",
    "DCGCS2000",
    "CHINAGEODETICCOORDINATESYSTEM2000",
}
_ALMOST = 1e-9


@dataclass(frozen=True)
class _Series:
    """Belts of one width: numbers from ``first`` to ``last``, and the EPSG codes of the first."""

    first: int
    last: int
    prefixed: int
    plain: int


_SERIES = {3: _Series(25, 45, 4513, 4534), 6: _Series(13, 23, 4491, 4502)}


@dataclass(frozen=True)
class Belt:
    """One belt.

    ``width`` is 3 or 6 degrees, ``number`` counts belts (25 to 45, or 13 to 23), ``prefixed`` tells
    whether eastings carry the number.
    """

    width: int
    number: int
    prefixed: bool = True

    def __post_init__(self) -> None:
        series = _SERIES.get(self.width)
        if series is None or not series.first <= self.number <= series.last:
            raise InputError(
                Problem(
                    msg(
                        "There is no {width}-degree belt {number} in CGCS2000.",
                        width=self.width,
                        number=self.number,
                    ),
                    remedy=msg("Belts are 25 to 45 (3 degrees) and 13 to 23 (6 degrees)."),
                )
            )

    @property
    def central_meridian(self) -> int:
        """Central meridian, degrees east."""
        return 3 * self.number if self.width == 3 else 6 * self.number - 3

    @property
    def west(self) -> float:
        """Western edge, degrees east."""
        return self.central_meridian - self.width / 2.0

    @property
    def east(self) -> float:
        """Eastern edge, degrees east."""
        return self.central_meridian + self.width / 2.0

    @property
    def false_easting(self) -> float:
        """Easting of the central meridian, metres."""
        return FALSE_EASTING + (self.number * MILLION if self.prefixed else 0.0)

    @property
    def epsg(self) -> int:
        """EPSG code of the projected CRS."""
        series = _SERIES[self.width]
        return (series.prefixed if self.prefixed else series.plain) + self.number - series.first


@dataclass(frozen=True)
class CrsKind:
    """What a CRS is: its name, whether on CGCS2000, geographic or not, its belt if any."""

    name: str
    cgcs2000: bool
    geographic: bool
    belt: Belt | None


def belt_of_longitude(longitude: float, width: int = 3, prefixed: bool = True) -> Belt:
    """Return the belt that a longitude (degrees east) lies in; an edge belongs to the eastern one.

    Raises:
        InputError: there is no belt there, or none of this width.
    """
    number = int((longitude + 1.5) // 3.0) if width == 3 else int(longitude // 6.0) + 1
    return Belt(width, number, prefixed)


def belt_of_extent(west: float, east: float, width: int = 3, prefixed: bool = True) -> Belt:
    """Return the belt in whose width the middle of an extent (degrees east) lies."""
    return belt_of_longitude((west + east) / 2.0, width, prefixed)


@gdal_exceptions()
def crs_kind(crs: str) -> CrsKind:
    """Tell what a CRS is, by its parameters and not by its name or code.

    Raises:
        InputError: the text names no CRS.
    """
    reference = spatial_reference(crs)
    geographic = bool(reference.IsGeographic())
    china = _is_cgcs2000(reference)
    belt = _belt(reference) if china and not geographic else None
    return CrsKind(reference.GetName() or "", china, geographic, belt)


def outside_belt(belt: Belt, west: float, east: float) -> Message | None:
    """Return a warning when longitudes ``west`` to ``east`` leave the belt, else None."""
    beyond = max(belt.west - west, east - belt.east)
    if beyond <= 0.0:
        return None
    return msg(
        "The data reach from {west:.4f}° to {east:.4f}° east, {beyond:.4f}° beyond the"
        " {width}-degree belt {number} ({belt_west}° to {belt_east}°).",
        west=west,
        east=east,
        beyond=beyond,
        width=belt.width,
        number=belt.number,
        belt_west=f"{belt.west:g}",
        belt_east=f"{belt.east:g}",
    )


def prefix_mismatch(belt: Belt, eastings: Sequence[float]) -> Message | None:
    """Return a warning when eastings (m) do not have the form that the belt says, else None."""
    if not len(eastings):
        return None
    numbers = {int(easting // MILLION) for easting in eastings}
    expected = belt.number if belt.prefixed else 0
    if numbers == {expected}:
        return None
    if belt.prefixed:
        return msg(
            "Eastings of belt {number} should begin with {number}, these begin with {found}.",
            number=belt.number,
            found=", ".join(str(number) for number in sorted(numbers)),
        )
    return msg(
        "Eastings of this CRS have no belt number before them, these begin with {found}.",
        found=", ".join(str(number) for number in sorted(numbers)),
    )


def _is_cgcs2000(reference: osr.SpatialReference) -> bool:
    datum = (reference.GetAttrValue("DATUM") or "").upper()
    letters = "".join(letter for letter in datum if letter.isalnum())
    china = spatial_reference(f"EPSG:{CGCS2000}")
    return letters in _DATUM_NAMES and (
        abs(reference.GetSemiMajor() - china.GetSemiMajor()) < 1e-3
        and abs(reference.GetInvFlattening() - china.GetInvFlattening()) < 1e-6
    )


def _belt(reference: osr.SpatialReference) -> Belt | None:
    """Return the belt whose parameters these are, None when they are of no belt.

    A central meridian may belong to a 3-degree belt and to a 6-degree one; the CRS has the same
    parameters then when eastings are plain, and its code or name tells them apart, else it is the
    3-degree belt.
    """
    method = (reference.GetAttrValue("PROJECTION") or "").lower().replace(" ", "_")
    if method not in {"transverse_mercator", "gauss_kruger"}:
        return None
    if abs(reference.GetLinearUnits() - 1.0) > _ALMOST:
        return None
    origin = (
        reference.GetProjParm("latitude_of_origin", 0.0),
        reference.GetProjParm("false_northing", 0.0),
        reference.GetProjParm("scale_factor", 1.0) - 1.0,
    )
    if any(abs(value) > _ALMOST for value in origin):
        return None
    meridian = reference.GetProjParm("central_meridian", 0.0)
    easting = reference.GetProjParm("false_easting", 0.0)
    candidates = [
        belt
        for width, series in _SERIES.items()
        for number in range(series.first, series.last + 1)
        for prefixed in (True, False)
        for belt in [Belt(width, number, prefixed)]
        if abs(belt.central_meridian - meridian) < _ALMOST
        and abs(belt.false_easting - easting) < 1e-6
    ]
    code = reference.GetAuthorityCode(None)
    name = "".join(letter for letter in (reference.GetName() or "").lower() if letter.isalnum())
    for belt in candidates:
        if code == str(belt.epsg):
            return belt
    six = [belt for belt in candidates if belt.width == 6]
    if six and ("gausskruger" in name or "gk" in name) and "3degree" not in name:
        return six[0]
    return candidates[0] if candidates else None
