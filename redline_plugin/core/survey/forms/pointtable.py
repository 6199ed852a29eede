"""Turning points as a table, ring by ring: 拐点坐标成果表."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from redline_plugin.core.survey.forms.material import Material, Side
from redline_plugin.core.survey.forms.registers import (
    NUMBER,
    boundary_text,
    coordinate_columns,
    coordinate_note,
    coordinate_values,
    reasons_text,
)
from redline_plugin.core.survey.forms.ruletable import example_warning, rules_note
from redline_plugin.core.survey.forms.table import (
    REAL,
    SECTION,
    SUM,
    WHOLE,
    Column,
    Line,
    Table,
    Value,
)
from redline_plugin.core.survey.forms.words import Words
from redline_plugin.core.survey.marker import RETIRED, STATE_TITLES, TITLES
from redline_plugin.core.survey.rounding import nested
from redline_plugin.core.text import N_, msg

_METRES = 2
"""Decimals of sides."""


def point_table(material: Material, words: Words, with_planar: bool) -> Table:
    """Return the table: each ring clockwise from its first point, with the side to the next point.

    With the layer of sides a ring has all its points, those too that a neighbour numbers; without it
    each point comes once, in the ring that it is numbered in. Lengths of sides are rounded so that
    they add up to the ring's, and those to the whole.

    Args:
        material: the run's.
        words: of the table.
        with_planar: whether lengths in the plane stand beside those on the ellipsoid.
    """
    columns = (
        Column(words(NUMBER), WHOLE),
        Column(words(TITLES["block"]), printed=False),
        Column(words(TITLES["ring"]), WHOLE, printed=False),
        Column(words(TITLES["point"])),
        *coordinate_columns(material, words),
        Column(words(N_("Side to the next point [m]")), REAL, _METRES),
        *([Column(words(N_("Length in the plane [m]")), REAL, _METRES)] if with_planar else []),
        Column(words(N_("Grid azimuth [degrees]")), REAL, 4),
        Column(words(N_("Boundary along the side"))),
        Column(words(N_("Reason"))),
        Column(words(TITLES["state"])),
    )
    table = Table(
        "turning_points",
        words(N_("Turning points")),
        words(N_("Coordinates of the turning points of the ecological protection red line")),
        columns,
        warning=example_warning(material.rules, words),
    )
    notes = [coordinate_note(material, words), rules_note(material.rules, words)]
    if material.sides:
        table.lines, moved = _with_sides(material, words, with_planar)
        notes.append(
            words(N_("Sides are geodesics between the points, on the CGCS2000 ellipsoid."))
        )
        notes.append(moved)
    else:
        table.lines = _without_sides(material, words, with_planar)
    table.lines += _retired(material, words, with_planar)
    table.notes = (" ".join(notes),)
    return table


def _with_sides(material: Material, words: Words, with_planar: bool) -> tuple[list[Line], str]:
    places = {code: at for at, code in enumerate(material.blocks)}
    ordered = sorted(
        material.sides,
        key=lambda side: (
            places.get(side.block, len(places)),
            side.block,
            side.ring,
            side.sequence,
        ),
    )
    levels = [side.block for side in ordered], [side.ring for side in ordered]
    rounded = [nested([side.ellipsoid_m for side in ordered], _METRES, *levels)]
    if with_planar:
        rounded.append(nested([side.length_m for side in ordered], _METRES, *levels))
    points = {point.point: point for point in material.points.records}
    lines: list[Line] = []
    at = 0
    for block, ring, members in _rings(ordered):
        lines.append(Line((_ring_text(material, block, ring, len(members), words),), SECTION))
        lengths = [each.values[at : at + len(members)].tolist() for each in rounded]
        at += len(members)
        for number, (side, *metres) in enumerate(zip(members, *lengths), start=1):
            lines.append(
                Line(
                    _row(
                        number,
                        (block, ring, side.start),
                        points.get(side.start),
                        (*metres, side.azimuth_deg, boundary_text(side.boundary, words)),
                        words,
                    )
                )
            )
        sums = [round(math.fsum(each), _METRES) for each in lengths]
        where = (block, ring, words(N_("Length of the ring")))
        lines.append(Line(_row(None, where, None, (*sums, None, ""), words), SUM))
    return lines, moved_note(rounded[0].count, _METRES, words)


def _rings(sides: list[Side]) -> Iterator[tuple[str, int, list[Side]]]:
    start = 0
    for at in range(1, len(sides) + 1):
        if at == len(sides) or (sides[at].block, sides[at].ring) != (
            sides[start].block,
            sides[start].ring,
        ):
            yield sides[start].block, sides[start].ring, sides[start:at]
            start = at


def _without_sides(material: Material, words: Words, with_planar: bool) -> list[Line]:
    lines: list[Line] = []
    standing = sorted(
        (point for point in material.points.records if point.state != RETIRED),
        key=lambda point: (point.block, point.ring, point.serial),
    )
    start = 0
    for at in range(1, len(standing) + 1):
        first = standing[start]
        if at < len(standing) and (standing[at].block, standing[at].ring) == (
            first.block,
            first.ring,
        ):
            continue
        text = _ring_text(material, first.block, first.ring, at - start, words)
        lines.append(Line((text,), SECTION))
        for number, point in enumerate(standing[start:at], start=1):
            given = (*_no_side(with_planar), boundary_text(point.boundary, words))
            where = (point.block, point.ring, point.point)
            lines.append(Line(_row(number, where, point, given, words)))
        start = at
    return lines


def _no_side(with_planar: bool) -> tuple[None, ...]:
    return (None,) * (3 if with_planar else 2)


def _retired(material: Material, words: Words, with_planar: bool) -> list[Line]:
    gone = [point for point in material.points.records if point.state == RETIRED]
    if not gone:
        return []
    text = words.of(msg("Retired: {count} numbers that are not given again", count=len(gone)))
    return [
        Line((text,), SECTION),
        *(
            Line(
                _row(
                    number,
                    (each.block, each.ring, each.point),
                    each,
                    (*_no_side(with_planar), ""),
                    words,
                )
            )
            for number, each in enumerate(gone, start=1)
        ),
    ]


def _ring_text(material: Material, block: str, ring: int, count: int, words: Words) -> str:
    return words.of(
        msg(
            "Block {block}, ring {ring}: {count} points",
            block=material.block_names(block),
            ring=ring,
            count=count,
        )
    )


def _row(
    number: int | None,
    where: tuple[str, int, str],
    point: Any,
    side: tuple[Value, ...],
    words: Words,
) -> tuple[Value, ...]:
    coordinates = coordinate_values(point) if point is not None else (None,) * 6
    return (
        number,
        *where,
        *coordinates,
        *side,
        "" if point is None else reasons_text(point, words),
        "" if point is None else words.titled(STATE_TITLES, point.state),
    )


def moved_note(count: int, decimals: int, words: Words) -> str:
    """Return how rounded parts were made to add up."""
    if count == 0:
        return words(N_("The rounded parts add up to the rounded total as they are."))
    return words.of(
        msg(
            "So that the rounded parts add up to the rounded total, {count} of them were adjusted by "
            "{unit} (largest remainders).",
            count=count,
            unit=f"{10.0**-decimals:.{decimals}f}",
        )
    )
