"""The registers of markers (界桩登记) and of signs (标识牌登记) as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from redline_plugin.core.boundary.kinds import KIND_TITLES as BOUNDARY_TITLES
from redline_plugin.core.survey.forms.formvalues import Around, place_text
from redline_plugin.core.survey.forms.material import Material
from redline_plugin.core.survey.forms.ruletable import example_warning, rules_note
from redline_plugin.core.survey.forms.table import REAL, WHOLE, Column, Line, Table
from redline_plugin.core.survey.forms.words import NO, Words
from redline_plugin.core.survey.marker import (
    KIND_TITLES,
    REASON_TITLES,
    STATE_TITLES,
    TITLES,
)
from redline_plugin.core.survey.rules import ANY
from redline_plugin.core.text import N_, msg

NUMBER = N_("No.")
NORTH, EAST = N_("X (north) [m]"), N_("Y (east) [m]")
_DEGREES = 9
"""Decimals of degrees; the last one is a tenth of a millimetre."""


def coordinate_columns(material: Material, words: Words) -> tuple[Column, ...]:
    """Return the columns of coordinates, in the order of :func:`coordinate_values`."""
    metres = int(material.rules.turning.metre_decimals.number)
    return (
        Column(words(TITLES["longitude_dms"])),
        Column(words(TITLES["latitude_dms"])),
        Column(words(TITLES["longitude"]), REAL, _DEGREES, printed=False),
        Column(words(TITLES["latitude"]), REAL, _DEGREES, printed=False),
        Column(words(NORTH), REAL, metres),
        Column(words(EAST), REAL, metres),
    )


def coordinate_values(record: object) -> tuple[str | float | None, ...]:
    """Return the coordinates of a record."""
    return tuple(
        getattr(record, name)
        for name in (
            *("longitude_dms", "latitude_dms", "longitude", "latitude"),
            *("northing", "easting"),
        )
    )


def coordinate_note(material: Material, words: Words) -> str:
    """Return what the coordinates are."""
    belt = material.belt
    return words.of(
        msg(
            "Coordinates: CGCS2000, Gauss-Kruger, {width}-degree belt {number}, central meridian "
            "{meridian}°E.",
            width=belt.width,
            number=belt.number,
            meridian=belt.central_meridian,
        )
    )


def marker_table(material: Material, around: Mapping[str, Around], words: Words) -> Table:
    """Return the register of markers, retired ones too: their numbers are not given again.

    Args:
        material: the run's.
        around: what lies around the markers that stand, by number.
        words: of the table.
    """
    titles = {name: words(title) for name, title in TITLES.items()}
    columns = (
        Column(words(NUMBER), WHOLE),
        Column(words(N_("Marker number"))),
        Column(titles["engraved"]),
        Column(titles["kind"]),
        Column(titles["blocks"]),
        Column(words(N_("Where it stands"))),
        *coordinate_columns(material, words),
        Column(titles["boundary"]),
        Column(words(N_("Reason"))),
        Column(titles["why"], printed=False),
        Column(titles["point"]),
        Column(titles["next_m"], REAL, 1),
        Column(words(N_("With a sign"))),
        Column(titles["state"]),
        Column(titles["remark"]),
    )
    table = Table(
        "markers",
        words(N_("Markers")),
        words(N_("Register of markers of the ecological protection red line")),
        columns,
        warning=example_warning(material.rules, words),
        notes=(" ".join((coordinate_note(material, words), rules_note(material.rules, words))),),
    )
    for number, marker in enumerate(material.markers.records, start=1):
        here = around.get(marker.marker, Around())
        table.lines.append(
            Line(
                (
                    number,
                    marker.marker,
                    marker.engraved,
                    words.titled(KIND_TITLES, marker.kind),
                    blocks_text(marker),
                    place_text(material.county(marker), here.village, words),
                    *coordinate_values(marker),
                    boundary_text(marker.boundary, words),
                    reasons_text(marker, words),
                    marker.why,
                    marker.point,
                    marker.next_m,
                    _with_sign(here, words),
                    words.titled(STATE_TITLES, marker.state),
                    marker.remark,
                )
            )
        )
    return table


def sign_table(material: Material, around: Mapping[str, Around], words: Words) -> Table:
    """Return the register of signs. Args as :func:`marker_table`."""
    titles = {name: words(title) for name, title in TITLES.items()}
    columns = (
        Column(words(NUMBER), WHOLE),
        Column(words(N_("Sign number"))),
        Column(titles["blocks"]),
        Column(words(N_("Red-line code"))),
        Column(words(N_("Where it stands"))),
        *coordinate_columns(material, words),
        Column(words(N_("Reason"))),
        Column(titles["why"], printed=False),
        Column(titles["serves"]),
        Column(words(N_("Content of the sign"))),
        Column(titles["state"]),
        Column(titles["remark"]),
    )
    table = Table(
        "signs",
        words(N_("Signs")),
        words(N_("Register of signs of the ecological protection red line")),
        columns,
        warning=example_warning(material.rules, words),
        notes=(" ".join((coordinate_note(material, words), rules_note(material.rules, words))),),
    )
    for number, sign in enumerate(material.signs.records, start=1):
        here = around.get(sign.sign, Around())
        codes = [code.strip() for code in (sign.blocks or sign.block).split(",")]
        table.lines.append(
            Line(
                (
                    number,
                    sign.sign,
                    blocks_text(sign),
                    ", ".join(_red_line_codes(codes, material)),
                    place_text(material.county(sign), here.village, words),
                    *coordinate_values(sign),
                    reasons_text(sign, words),
                    sign.why,
                    sign.serves,
                    sign.content,
                    words.titled(STATE_TITLES, sign.state),
                    sign.remark,
                )
            )
        )
    return table


def blocks_text(record: Any) -> str:
    """Return the codes of a record's blocks, so that a line may end between them."""
    return ", ".join(code.strip() for code in (record.blocks or record.block).split(","))


def reasons_text(record: Any, words: Words) -> str:
    """Return why something stands where it does, in a few words; the sentence is in the CSV file."""
    reasons = [reason.strip() for reason in record.reasons.split(",") if reason.strip()]
    return ", ".join(words.titled(REASON_TITLES, reason) for reason in reasons) or record.why


def boundary_text(kind: str, words: Words) -> str:
    """Return the title of a kind of boundary, "" where it is not known."""
    return "" if kind in ("", ANY) else words.titled(BOUNDARY_TITLES, kind)


def _red_line_codes(codes: Sequence[str], material: Material) -> list[str]:
    found = (material.blocks.get(code) for code in codes)
    return [block.red_line_code for block in found if block and block.red_line_code]


def _with_sign(around: Around, words: Words) -> str:
    if around.signs is None:
        return ""
    return ", ".join(around.signs) or words(NO)
