"""What a set of survey maps shows, written as one GeoPackage that the maps are drawn from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.geodesy.sheets import neighbours
from redline_plugin.core.survey.coordinates import latitudes_dms, longitudes_dms
from redline_plugin.core.survey.marker import KIND_TITLES, RETIRED, Marker, Sign, TurningPoint
from redline_plugin.core.survey.sheetmaps import SheetMap, corners, numbers_of
from redline_plugin.core.text import N_, Translate, untranslated
from redline_plugin.core.vector.write import write_table

Floats = NDArray[np.float64]

SHEETS, BLOCKS, MARKERS = "sheets", "blocks", "markers"
POINTS, SIGNS, VILLAGES, CORNERS = "turning_points", "signs", "villages", "corners"

SHEET_FIELDS = (
    ("sheet", str, N_("Map sheet")),
    ("name", str, N_("Name of the sheet")),
    ("scale", int, N_("Scale 1 to")),
    ("county", str, N_("County code")),
    ("county_name", str, N_("County")),
    ("page", int, N_("Page")),
    ("pages", int, N_("Pages")),
    ("markers", int, N_("Markers")),
    ("points", int, N_("Turning points")),
    ("signs", int, N_("Signs")),
    ("line_m", float, N_("Length of the line [m]")),
    ("west", float, N_("West [degrees]")),
    ("south", float, N_("South [degrees]")),
    ("east", float, N_("East [degrees]")),
    ("north", float, N_("North [degrees]")),
    ("nw", str, N_("North-western sheet")),
    ("n", str, N_("Northern sheet")),
    ("ne", str, N_("North-eastern sheet")),
    ("w", str, N_("Western sheet")),
    ("e", str, N_("Eastern sheet")),
    ("sw", str, N_("South-western sheet")),
    ("s", str, N_("Southern sheet")),
    ("se", str, N_("South-eastern sheet")),
)
_METRES, _SECONDS = 3, 3
_TRAILING = re.compile(r"(?:\.0+|(?<=\.\d)0+|(?<=\.\d\d)0+)″")
_LONGEST_NUMBER = 8


@dataclass(frozen=True)
class Things:
    """Points to show: records, or names with the people who live there, and where they are.

    Attributes:
        records: Marker, TurningPoint, Sign, or (name, people).
        places: (n, 2) in the plane.
    """

    records: Sequence[Any] = ()
    places: Floats = field(default_factory=lambda: np.empty((0, 2)))

    def standing(self) -> Things:
        """Return those that are not retired."""
        kept = [at for at, record in enumerate(self.records) if record.state != RETIRED]
        return Things([self.records[at] for at in kept], self.places[kept])


@dataclass(frozen=True)
class MapContents:
    """All that the maps show of the survey.

    Attributes:
        crs: of all shapes and places.
        scale: of the sheets.
        maps: as :func:`sheet_maps` gives them.
        county_names: by code.
        blocks: shape, code, name and county of each.
        markers, points, signs, villages: those that stand.
    """

    crs: str
    scale: int
    maps: Sequence[SheetMap]
    county_names: Mapping[str, str]
    blocks: Sequence[tuple[shapely.Geometry, str, str, str]]
    markers: Things = field(default_factory=Things)
    points: Things = field(default_factory=Things)
    signs: Things = field(default_factory=Things)
    villages: Things = field(default_factory=Things)


def sheet_rows(contents: MapContents) -> list[tuple[shapely.Geometry, tuple[Any, ...]]]:
    """Return outline and values in the order of SHEET_FIELDS of each map.

    A sheet is called by its most populous village. Points that have no county count in each.
    """
    counts = [
        _counts(things, contents) for things in (contents.markers, contents.points, contents.signs)
    ]
    names = _names(contents)
    pages: dict[str, int] = {}
    for each in contents.maps:
        pages[each.county] = max(pages.get(each.county, 0), each.page)
    rows = []
    for each in contents.maps:
        number = each.sheet.number
        around = neighbours(each.sheet)
        found = [
            sum(
                many
                for (sheet, county), many in count.items()
                if sheet == number and (not each.county or county in ("", each.county))
            )
            for count in counts
        ]
        values = (
            number,
            names.get(number),
            contents.scale,
            each.county or None,
            contents.county_names.get(each.county) or None,
            each.page,
            pages[each.county],
            *found,
            round(each.line_m, 2),
            *each.sheet.bounds,
            *(around[name] or None for name, *_ in SHEET_FIELDS[-8:]),
        )
        rows.append((each.outline, values))
    return rows


def _counts(things: Things, contents: MapContents) -> dict[tuple[str, str], int]:
    """Return how many things there are by sheet and county."""
    found: dict[tuple[str, str], int] = {}
    numbers = numbers_of(things.places, contents.crs, contents.scale)
    for record, number in zip(things.records, numbers):
        key = (number, record.county or "")
        found[key] = found.get(key, 0) + 1
    return found


def _names(contents: MapContents) -> dict[str, str]:
    villages = contents.villages
    numbers = numbers_of(villages.places, contents.crs, contents.scale)
    best: dict[str, tuple[float, str]] = {}
    for (name, people), number in zip(villages.records, numbers):
        if name and (number not in best or people > best[number][0]):
            best[number] = (people, name)
    return {number: name for number, (_, name) in best.items()}


def write_contents(
    path: Path,
    contents: MapContents,
    record: Mapping[str, object],
    feedback: Feedback,
    translate: Translate = untranslated,
) -> None:
    """Write the layers that the maps are drawn from; all are there, also those without a row.

    Args:
        path: of the GeoPackage; tables of these names in it are replaced.
        contents: what to write.
        record: provenance.
        feedback: asked whether to stop.
        translate: for the kinds of markers.

    Raises:
        OutputError: it cannot be written.
        CancelledError: the user stopped.
    """
    tables = _tables(contents, translate)
    for number, (name, geometry, fields, rows) in enumerate(tables):
        part = Part(feedback, number / len(tables), (number + 1) / len(tables))
        write_table(path, name, contents.crs, geometry, fields, rows, record, part)


def _tables(contents: MapContents, translate: Translate) -> list[tuple[str, str, Any, Any]]:
    number = ("number", str)
    where = (("sheet", str), ("county", str))
    return [
        (SHEETS, "Polygon", SHEET_FIELDS, sheet_rows(contents)),
        (
            BLOCKS,
            "MultiPolygon",
            (("code", str), ("name", str), ("county", str)),
            [(shape, values) for shape, *values in contents.blocks],
        ),
        (
            MARKERS,
            "Point",
            (
                *(number, ("label", str), *where, ("kind", str), ("kind_title", str)),
                *(("easting", str), ("northing", str)),
            ),
            _marker_rows(contents, translate),
        ),
        (POINTS, "Point", (number, ("label", str), *where), _rows(contents, contents.points)),
        (SIGNS, "Point", (number, ("label", str), *where), _rows(contents, contents.signs)),
        (
            VILLAGES,
            "Point",
            (("name", str), ("people", float), ("sheet", str)),
            [
                (shapely.Point(place), (name, people, sheet))
                for (name, people), place, sheet in zip(
                    contents.villages.records,
                    contents.villages.places.tolist(),
                    numbers_of(contents.villages.places, contents.crs, contents.scale),
                )
            ],
        ),
        (
            CORNERS,
            "Point",
            (("sheet", str), ("corner", str), ("label", str)),
            list(_corner_rows(contents)),
        ),
    ]


def _rows(contents: MapContents, things: Things) -> list[tuple[shapely.Point, tuple[Any, ...]]]:
    sheets = numbers_of(things.places, contents.crs, contents.scale)
    rows = []
    for record, place, sheet in zip(things.records, things.places.tolist(), sheets):
        number = number_of(record)
        label = short(number, record.block)
        rows.append((shapely.Point(place), (number, label, sheet, record.county or "")))
    # Tables on the maps list them as they come.
    return sorted(rows, key=lambda row: row[1][0])


def _marker_rows(
    contents: MapContents, translate: Translate
) -> list[tuple[shapely.Point, tuple[Any, ...]]]:
    kinds = {marker.marker: marker.kind for marker in contents.markers.records}
    found = []
    for point, values in _rows(contents, contents.markers):
        # What a user wrote as a kind is not always one.
        kind = kinds[values[0]] if kinds[values[0]] in KIND_TITLES else next(iter(KIND_TITLES))
        metres = (f"{point.x:.{_METRES}f}", f"{point.y:.{_METRES}f}")
        found.append((point, (*values, kind, translate(KIND_TITLES[kind]), *metres)))
    return found


def number_of(record: Marker | TurningPoint | Sign) -> str:
    """Return the number of a marker, turning point or sign."""
    if isinstance(record, Marker):
        return record.marker
    return record.point if isinstance(record, TurningPoint) else record.sign


def short(number: str, block: str) -> str:
    """Return a number as it stands on a map: without the code of its block, which stands there too."""
    if len(number) <= _LONGEST_NUMBER or not block or not number.startswith(block):
        return number
    return number[len(block) :].lstrip("-_ ") or number


def _corner_rows(contents: MapContents) -> Iterator[tuple[shapely.Point, tuple[str, str, str]]]:
    seen = set()
    for each in contents.maps:
        number = each.sheet.number
        if number in seen:
            continue
        seen.add(number)
        west, south, east, north = each.sheet.bounds
        degrees = {
            "nw": (west, north),
            "ne": (east, north),
            "se": (east, south),
            "sw": (west, south),
        }
        places = corners(each.sheet, contents.crs).tolist()
        for (corner, (longitude, latitude)), place in zip(degrees.items(), places):
            texts = (*longitudes_dms(longitude, _SECONDS), *latitudes_dms(latitude, _SECONDS))
            label = "\n".join(_TRAILING.sub("″", text).rstrip("EN") for text in texts)
            yield shapely.Point(place), (number, corner, label)
