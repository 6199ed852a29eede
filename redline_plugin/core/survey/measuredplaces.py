"""Where measured places are: which of two columns is which, degrees or metres, in which belt.

Every way in which two columns can be read is tried, and the one whose places lie nearest to the
design is taken. The ways differ by kilometres, a crew's work by metres, so nearness decides; what
was decided is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.geodesy.belts import MILLION, Belt, CrsKind, belt_of_longitude, crs_kind
from redline_plugin.core.geodesy.transform import (
    CGCS2000,
    spatial_reference,
    to_longitude_latitude,
    transform,
)
from redline_plugin.core.survey.measuredvalues import angles_of, packed_angles
from redline_plugin.core.text import Message, msg

_SAMPLE = 500
_FAR = 1000.0
"""m. Measured places this far from the design are not where the markers are."""
_MOST_EASTING, _MOST_NORTHING = 900_000.0, 6_300_000.0
_LEAST_EASTING, _LEAST_NORTHING = 100_000.0, 200_000.0
"""m. Eastings without a belt number and northings in China lie between."""
_BELTS = {3: range(25, 46), 6: range(13, 24)}
_MOST_PACKED = 0.95

Way = Callable[[Ints], Floats]


@dataclass(frozen=True)
class Places:
    """Measured places in the plane of the design.

    Attributes:
        places: (n, 2), nan where a row has none.
        away_m: median distance from the design.
        how: how the coordinates were read.
        warnings: what the user should look at.
    """

    places: Floats
    away_m: float
    how: tuple[Message, ...]
    warnings: tuple[Message, ...]


@dataclass(frozen=True)
class _Reading:
    """One way to read two columns: what it is, whether exchanged, and the places of some rows."""

    what: Message
    exchanged: bool
    way: Way


def places_of(
    first: Sequence[str],
    second: Sequence[str],
    titles: tuple[str, str],
    named: bool,
    of: Ints,
    design: Floats,
    plane: str,
    crs: str = "",
) -> Places:
    """Read the places of a table.

    Args:
        first, second: cells of the column of eastings (longitudes, X) and of northings.
        titles: how people find the two columns.
        named: whether their names say which is which.
        of: (n,) the designed marker of each row, less than 0 for none.
        design: (m, 2) places of the designed markers in the plane.
        plane: its CRS, projected.
        crs: of the measured places; "" to find it.

    Raises:
        InputError: no row has a place, or the CRS does not fit the values.
    """
    a, angle_a = angles_of(first)
    b, angle_b = angles_of(second)
    usable = np.isfinite(a) & np.isfinite(b)
    if not usable.any():
        raise InputError(
            Problem(
                msg("No row has two numbers or angles as its place."),
                msg("columns {one} and {other}", one=titles[0], other=titles[1]),
                msg("Name the columns of the coordinates, or export the points again."),
            )
        )
    angles = bool((angle_a | angle_b).any())
    degrees = angles or float(np.nanmedian(np.maximum(np.abs(a), np.abs(b))[usable])) <= 180.0
    kind = crs_kind(crs) if crs else None
    if kind is not None and kind.geographic != degrees:
        raise InputError(_wrong_kind(kind, degrees))
    readings = list(
        _of_degrees(a, b, angle_a | angle_b, plane, crs)
        if degrees
        else _of_metres(a, b, usable, design, plane, crs, kind)
    )
    sample = _sampled(np.flatnonzero(usable), of)
    best, away = _nearest(readings, sample, of, design)
    if best is None:
        raise InputError(_nowhere(titles, crs))
    places = best.way(np.arange(len(a)))
    how = [best.what]
    warnings: list[Message] = []
    if best.exchanged:
        told = msg(
            "Column {one} holds the northings or latitudes and column {other} the eastings or "
            "longitudes: read so, the places lie {away} m from the design (median).",
            one=titles[0],
            other=titles[1],
            away=f"{away:.2f}",
        )
        (warnings if named else how).append(told)
    else:
        how.append(
            msg(
                "Eastings or longitudes: column {one}; northings or latitudes: column {other}.",
                one=titles[0],
                other=titles[1],
            )
        )
    if away > _FAR and (of >= 0).any():
        warnings.append(
            msg(
                "The measured places lie {away} km from the design (median). Give the CRS of the "
                "measured places if another one is meant.",
                away=f"{away / 1000.0:.1f}",
            )
        )
    return Places(places, away, tuple(how), tuple(warnings))


def _of_degrees(a: Floats, b: Floats, signed: Bools, plane: str, crs: str) -> Iterator[_Reading]:
    of_crs = crs or f"EPSG:{CGCS2000}"
    on = msg("on CGCS2000") if not crs else msg("in the CRS given")
    ways = [(msg("Longitudes and latitudes in degrees, {on}.", on=on), a, b)]
    if signed.any():
        ways = [(msg("Longitudes and latitudes as degrees, minutes, seconds, {on}.", on=on), a, b)]
    packed = [np.where(signed, values, packed_angles(values)) for values in (a, b)]
    read = np.isfinite(a) & np.isfinite(b)
    if np.isfinite(packed[0] + packed[1])[read].mean() > _MOST_PACKED and not signed.all():
        ways.append(
            (
                msg(
                    "Longitudes and latitudes as degrees.minutes and seconds (103.2705 is "
                    "103°27′05″), {on}.",
                    on=on,
                ),
                packed[0],
                packed[1],
            )
        )
    for what, east, north in ways:
        for exchanged, (x, y) in enumerate(((east, north), (north, east))):
            yield _Reading(what, bool(exchanged), _way(x, y, of_crs, plane, 180.0, 90.0))


def _of_metres(
    a: Floats,
    b: Floats,
    usable: Bools,
    design: Floats,
    plane: str,
    crs: str,
    kind: CrsKind | None,
) -> Iterator[_Reading]:
    for exchanged, (x, y) in enumerate(((a, b), (b, a))):
        swapped = bool(exchanged)
        number = int(np.median(x[usable]) // MILLION)
        given = kind.belt if kind is not None else None
        if number in _BELTS[3] or number in _BELTS[6]:
            if given is not None and given.number != number:
                continue
            if kind is None or given is not None:
                yield _Reading(
                    msg(
                        "Gauss-Kruger metres on CGCS2000; the eastings begin with the belt number "
                        "{number} ({width}-degree belts).",
                        number=number,
                        width=3 if number in _BELTS[3] else 6,
                    ),
                    swapped,
                    _prefixed(x, y, plane),
                )
                continue
        if crs:
            if given is None or number == 0:
                plain = (
                    crs if given is None else f"EPSG:{Belt(given.width, given.number, False).epsg}"
                )
                yield _Reading(msg("Metres in the CRS given."), swapped, _way(x, y, plain, plane))
            continue
        yield _Reading(msg("Metres in the CRS of the design."), swapped, _way(x, y, plane, plane))
        inside = _within(x, y)[usable].mean() > 0.5
        for belt in _near_belts(design, plane) if inside else ():
            yield _Reading(
                msg(
                    "Gauss-Kruger metres on CGCS2000 without a belt number; {width}-degree belt "
                    "{number} (central meridian {meridian}°) is the one near the design.",
                    width=belt.width,
                    number=belt.number,
                    meridian=belt.central_meridian,
                ),
                swapped,
                _way(x, y, f"EPSG:{belt.epsg}", plane),
            )


def _within(x: Floats, y: Floats) -> Bools:
    with np.errstate(invalid="ignore"):
        return (
            (x > _LEAST_EASTING)
            & (x < _MOST_EASTING)
            & (y > _LEAST_NORTHING)
            & (y < _MOST_NORTHING)
        )


def _near_belts(design: Floats, plane: str) -> Iterator[Belt]:
    """Yield the belts that the design may be measured in: its own and those beside it."""
    if len(design) == 0:
        return
    middle = np.median(design, axis=0, keepdims=True)
    longitude = float(to_longitude_latitude(middle, plane)[0, 0])
    for width, known in _BELTS.items():
        try:
            own = belt_of_longitude(longitude, width).number
        except InputError:
            continue
        for number in (own, own - 1, own + 1):
            if number in known:
                yield Belt(width, number, prefixed=False)


def _prefixed(x: Floats, y: Floats, plane: str) -> Way:
    """Read eastings that carry belt numbers, each row in its own belt; none without a number."""

    def way(rows: Ints) -> Floats:
        found = np.full((len(rows), 2), np.nan)
        number = np.nan_to_num(x[rows] // MILLION, nan=-1.0).astype(np.int64)
        for each in np.unique(number).tolist():
            width = next((width for width, known in _BELTS.items() if each in known), 0)
            if width:
                here = number == each
                crs = f"EPSG:{Belt(width, each).epsg}"
                found[here] = in_plane(np.column_stack([x, y])[rows[here]], crs, plane)
        return found

    return way


def _way(
    x: Floats, y: Floats, crs: str, plane: str, most_x: float = 1e8, most_y: float = 1e8
) -> Way:
    def way(rows: Ints) -> Floats:
        points = np.column_stack([x[rows], y[rows]])
        with np.errstate(invalid="ignore"):
            points[(np.abs(points) > (most_x, most_y)).any(axis=1)] = np.nan
        return in_plane(points, crs, plane)

    return way


def in_plane(points: Floats, crs: str, plane: str) -> Floats:
    """Bring points (n, 2) to the plane; nan for those that are none, or have no place there."""
    found = np.full((len(points), 2), np.nan)
    real = np.flatnonzero(np.isfinite(points).all(axis=1))
    source, target = spatial_reference(crs), spatial_reference(plane)
    if source.IsSame(target, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        found[real] = points[real]
        return found
    left = [real] if len(real) else []
    while left:
        rows = left.pop()
        try:
            found[rows] = transform(points[rows], source, target)
        except InputError:
            if len(rows) > 1:
                left += [rows[: len(rows) // 2], rows[len(rows) // 2 :]]
    return found


def _sampled(rows: Ints, of: Ints) -> Ints:
    """Return rows to try readings on: of designed markers if there are any, evenly taken."""
    known = rows[of[rows] >= 0]
    rows = known if len(known) else rows
    return rows[:: max(1, len(rows) // _SAMPLE)]


def _nearest(
    readings: Sequence[_Reading], sample: Ints, of: Ints, design: Floats
) -> tuple[_Reading | None, float]:
    """Return the reading whose places lie nearest to the design, and how near (median, m)."""
    best, least = None, np.inf
    known = of[sample] >= 0
    middle = np.median(design, axis=0) if len(design) else np.zeros(2)
    there = np.where(known[:, None], design[of[sample]] if len(design) else middle, middle)
    for reading in readings:
        away = np.hypot(*(reading.way(sample) - there).T)
        away = np.where(np.isfinite(away), away, 1e9)
        middle_one = float(np.median(away))
        if middle_one < min(least, 1e9):
            best, least = reading, middle_one
    return best, least


def _wrong_kind(kind: CrsKind, degrees: bool) -> Problem:
    return Problem(
        msg("The measured values are degrees, but {crs} has metres.", crs=kind.name)
        if degrees
        else msg("The measured values are metres, but {crs} has degrees.", crs=kind.name),
        msg("CRS of the measured places"),
        msg("Leave it empty to have it found, or give the one that the receiver used."),
    )


def _nowhere(titles: tuple[str, str], crs: str) -> Problem:
    return Problem(
        msg("The coordinates have no place in any CRS that was tried."),
        msg("columns {one} and {other}", one=titles[0], other=titles[1]),
        msg("The CRS given has another belt than the eastings; leave it empty, or correct it.")
        if crs
        else msg("Name the columns of the coordinates, or give the CRS of the measured places."),
    )
