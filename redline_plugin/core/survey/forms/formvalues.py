"""What stands in the fields of a form: one text for each, by the names that templates use."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from redline_plugin.core.survey.forms.material import Material, Office
from redline_plugin.core.survey.forms.photofiles import SKETCH_TYPE
from redline_plugin.core.survey.forms.references import COUNT, Reference
from redline_plugin.core.survey.forms.things import Floats, Things
from redline_plugin.core.survey.forms.words import Words
from redline_plugin.core.survey.marker import KIND_TITLES, STATE_TITLES, WITNESS, Marker, Sign
from redline_plugin.core.text import N_, msg

FIELDS = {
    "number": N_("number"),
    "engraved": N_("engraved number"),
    "kind": N_("kind of marker"),
    "state": N_("state"),
    "place": N_("place"),
    "county": N_("county"),
    "block": N_("codes and names of the blocks"),
    "red_line_code": N_("codes of the red line"),
    "sign": N_("boxes: with a sign or not"),
    "content": N_("text of the sign"),
    "why": N_("why it stands here"),
    "point": N_("turning point"),
    **{
        f"reference{number}_{part}": title
        for number in range(1, COUNT + 1)
        for part, title in (
            ("number", N_("number of the reference object, if there is one")),
            ("distance", N_("its distance, m")),
            ("direction", N_("its direction")),
            ("object", N_("what it is")),
        )
    },
    "longitude": N_("longitude"),
    "latitude": N_("latitude"),
    "easting": N_("Y (east), m"),
    "northing": N_("X (north), m"),
    "belt": N_("number of the belt"),
    "photos": N_("photo numbers"),
    "scale": N_("scale of the sketch"),
    "remark": N_("remark"),
    "filled_by": N_("filled in by"),
    "filled_on": N_("date of filling in"),
    "reviewed_by": N_("reviewed by"),
    "reviewed_on": N_("date of review"),
    "note": N_("note on coordinates, directions and scale"),
}
"""Fields of a template, and what is filled in; a field that a form has no use for stays empty."""

_NEAR_VILLAGE_M = 10000.0


@dataclass(frozen=True)
class Around:
    """What was found around one marker or sign.

    Attributes:
        references: nearest first, up to four.
        village: the nearest one, seen from itself: the azimuth is that of the marker.
        signs: numbers of the signs at it; None: nobody knows, there was no layer of signs.
        photos: by type 1 to 6.
        scale: of its sketch.
    """

    references: Sequence[Reference] = ()
    village: Reference | None = None
    signs: tuple[str, ...] | None = None
    photos: Mapping[int, Path] | None = None
    scale: int = 0


def nearest_villages(places: Floats, villages: Sequence[Things]) -> list[Reference | None]:
    """Return for each place the nearest named village, with distance and azimuth seen from there."""
    shapes = [
        (shape, layer.kind, name)
        for layer in villages
        for shape, name in zip(layer.shapes, layer.names)
        if name
    ]
    found: list[Reference | None] = [None] * len(places)
    if not shapes or len(places) == 0:
        return found
    geometries = np.empty(len(shapes), dtype=object)
    geometries[:] = [shape for shape, _, _ in shapes]
    points = shapely.points(places)
    tree = shapely.STRtree(geometries)
    at, village = tree.query_nearest(points, max_distance=_NEAR_VILLAGE_M, all_matches=False)
    ways = shapely.get_coordinates(shapely.shortest_line(geometries[village], points[at])).reshape(
        -1, 2, 2
    )
    east, north = (ways[:, 1] - ways[:, 0]).T
    azimuth = np.degrees(np.arctan2(east, north)) % 360.0
    distance = np.hypot(east, north)
    for row, (place, one) in enumerate(zip(at.tolist(), village.tolist())):
        _, kind, name = shapes[one]
        found[place] = Reference(kind, name, float(distance[row]), float(azimuth[row]))
    return found


def marker_values(
    marker: Marker, around: Around, material: Material, words: Words
) -> dict[str, str]:
    """Return the fields of a marker's form."""
    values = _shared(marker, around, material, words)
    values.update(
        number=marker.marker,
        engraved=marker.engraved,
        kind=words.titled(KIND_TITLES, marker.kind),
        sign=words.boxes(
            None if around.signs is None else bool(around.signs), ", ".join(around.signs or ())
        ),
        point=marker.point,
    )
    remarks = [marker.remark]
    if marker.kind == WITNESS and marker.offset_m is not None and marker.offset_deg is not None:
        remarks.append(
            words.of(
                msg(
                    "Witness marker: its point {point} lies {distance} m from here, {direction}.",
                    point=marker.of_marker,
                    distance=words.metres(marker.offset_m, 2),
                    direction=words.direction(marker.offset_deg),
                )
            )
        )
    values["remark"] = "\n".join(text for text in remarks if text)
    for number, reference in enumerate(around.references, start=1):
        values[f"reference{number}_distance"] = words.metres(reference.distance_m, 1)
        values[f"reference{number}_direction"] = words.direction(reference.azimuth_deg)
        values[f"reference{number}_object"] = words.thing(reference)
    for number in range(1, COUNT + 1):
        values[f"reference{number}_number"] = str(number)
    return values


def sign_values(sign: Sign, around: Around, material: Material, words: Words) -> dict[str, str]:
    """Return the fields of a sign's form."""
    values = _shared(sign, around, material, words)
    values.update(number=sign.sign, content=sign.content, remark=sign.remark)
    return values


def _shared(
    record: Marker | Sign, around: Around, material: Material, words: Words
) -> dict[str, str]:
    metres = int(material.rules.turning.metre_decimals.number)
    codes = [code.strip() for code in (record.blocks or record.block).split(",")]
    blocks = [material.blocks[code] for code in codes if code in material.blocks]
    photos = around.photos or {}
    # A sketch that somebody drew has whatever scale it has.
    scale = 0 if SKETCH_TYPE in photos else around.scale
    office: Office = material.office
    return {
        "state": words.titled(STATE_TITLES, record.state),
        "county": material.county(record),
        "place": place_text(material.county(record), around.village, words),
        "block": material.block_names(record.blocks or record.block),
        "red_line_code": ", ".join(block.red_line_code for block in blocks if block.red_line_code),
        "why": record.why,
        "longitude": record.longitude_dms,
        "latitude": record.latitude_dms,
        "easting": words.metres(record.easting, metres),
        "northing": words.metres(record.northing, metres),
        "belt": str(material.belt.number),
        "photos": ", ".join(
            path.stem for kind, path in sorted(photos.items()) if kind != SKETCH_TYPE
        ),
        "scale": f"1:{scale}" if scale else "",
        "filled_by": office.filled_by,
        "filled_on": office.filled_on,
        "reviewed_by": office.reviewed_by,
        "reviewed_on": office.reviewed_on,
        "note": note_text(scale, material, words),
    }


def place_text(county: str, village: Reference | None, words: Words) -> str:
    """Return where something is: its county, and how it lies to the nearest village."""
    if village is None:
        return county
    if village.distance_m < 1.0:
        return f"{county} {village.name}".strip()
    text = words.of(
        msg(
            "{distance} m {direction} of {village}",
            distance=f"{math.floor(village.distance_m / 10.0 + 0.5) * 10:d}"
            if village.distance_m >= 100.0
            else f"{village.distance_m:.0f}",
            direction=words.direction_only(village.azimuth_deg),
            village=village.name,
        )
    )
    if not county:
        return text
    return words.of(msg("{county}, {place}", county=county, place=text))


def note_text(scale: int, material: Material, words: Words) -> str:
    """Return what the numbers of a form are: datum, belt, how directions are counted, scale."""
    parts = [
        words.of(
            msg(
                "Coordinates: CGCS2000, Gauss-Kruger, {width}-degree belt {number}, central meridian "
                "{meridian}°E.",
                width=material.belt.width,
                number=material.belt.number,
                meridian=material.belt.central_meridian,
            )
        ),
        words(
            N_("Distances (in the plane) and directions (from grid north) go to the nearest point.")
        ),
    ]
    if scale:
        parts.append(words.of(msg("Sketch 1:{scale}, grid north up.", scale=scale)))
    return " ".join(parts)


def qr_text(number: str, record: Marker | Sign) -> str:
    """Return what the QR code says: number, coordinates, block; plain letters where they can be."""
    return "\n".join(
        (
            number,
            f"E{record.longitude:.8f} N{record.latitude:.8f}",
            record.blocks or record.block,
        )
    ).rstrip()
