"""Signs as rows of their layer: numbers, blocks, what they serve and why, coordinates, their text."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.standard.reasons import BY_ID
from redline_plugin.core.survey.coordinates import coordinates_of
from redline_plugin.core.survey.line import OUTSIDE, Line
from redline_plugin.core.survey.marker import CROSSROADS, PLANNED, VILLAGE, VISIBLE, Sign
from redline_plugin.core.survey.numbers import Numbers, code_order
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.core.survey.signs import PlacedSign, SignPlan
from redline_plugin.core.survey.signsboard import SQUARE_METRES_PER_MU, fill
from redline_plugin.core.survey.signsdemand import Demand
from redline_plugin.core.text import Message, Translate, joined, msg

_TOLD = 12
"""Things that a sentence names; more are counted."""
_ENDS_M = 1e-6


@dataclass(frozen=True)
class Boards:
    """What boards are filled from.

    Attributes:
        template: lines with {name} and so on.
        areas: of each block, m2 on the ellipsoid.
        fields: of each block, the values of its layer's fields.
        function: the field of the function, "" for none.
    """

    template: str
    areas: Sequence[float]
    fields: Sequence[Mapping[str, str]]
    function: str


def sign_rows(
    plan: SignPlan,
    line: Line,
    standing: Sequence[Sign],
    lost: Sequence[Sign],
    boards: Boards,
    rules: SurveyRules,
    road_m: Floats | None,
    translate: Translate,
) -> list[tuple[Sign, tuple[float, float]]]:
    """Return the signs that were there, the new ones, and those that are at no place.

    Args:
        plan: the signs.
        line: the red line.
        standing: rows of the signs that were there, in the plan's order.
        lost: rows without a place; they keep their numbers.
        boards: what their texts are filled from.
        rules: number, and how coordinates are written.
        road_m: of each sign of the plan, the distance from the nearest road; None without roads.
        translate: for sentences and names.

    Raises:
        InputError: there is no belt there.
    """
    numbers = Numbers(str(rules.signs.number.value), [each.sign for each in (*standing, *lost)])
    meeting = _meeting(line)
    block_of = {block.code: at for at, block in enumerate(line.blocks)}
    rows = []
    for sign, (arc, measure) in zip(plan.signs, _on_line(line, plan.signs)):
        things = [plan.demands[at] for at, _ in sign.demands]
        owners = _owners(line, arc, measure, meeting)
        first = line.blocks[owners[0]]
        told = [
            _told(plan.demands[at], metres)
            for at, metres in sorted(sign.demands, key=lambda each: (each[1], each[0]))
        ]
        if sign.standing is None:
            row = Sign(
                sign=numbers.give(first),
                block=first.code,
                blocks=",".join(line.blocks[at].code for at in owners),
                county=first.county,
                state=PLANNED,
                reasons="",
                why=msg("Serves {things}.", things=_list(told)).render(translate),
                serves="",
                weight=0.0,
            )
        else:
            row = standing[sign.standing]
            row = replace(
                row,
                block=row.block or first.code,
                blocks=row.blocks or ",".join(line.blocks[at].code for at in owners),
                county=row.county or first.county,
                state=row.state or PLANNED,
                why=(
                    msg("Was there before; serves {things}.", things=_list(told))
                    if told
                    else msg("Was there before; is not the nearest sign of anything.")
                ).render(translate),
            )
        kinds = {thing.kind for thing in things}
        row = replace(
            row,
            reasons=",".join(kind for kind in (CROSSROADS, VILLAGE, VISIBLE) if kind in kinds),
            # A winding road crosses the line again and again; its name is told once.
            serves=", ".join(dict.fromkeys(thing.called().render(translate) for thing in things)),
            weight=sign.weight,
        )
        if not row.content:
            row = replace(
                row, content=_content(row, block_of.get(row.block), line, boards, translate)
            )
        rows.append((row, sign.place))
    if road_m is not None:
        rows = [(replace(row, road_m=float(m)), at) for (row, at), m in zip(rows, road_m)]
    return [*_placed(rows, line.crs, rules), *((row, (math.nan, math.nan)) for row in lost)]


def _told(demand: Demand, metres: float) -> Message:
    """Return what a demand is called, and how far it is."""
    if demand.kind == VILLAGE and not math.isnan(demand.people):
        return msg(
            "{name} ({people} people, {metres} m)",
            name=demand.called(),
            people=f"{demand.people:.0f}",
            metres=f"{metres:.0f}",
        )
    return msg("{name} ({metres} m)", name=demand.called(), metres=f"{metres:.0f}")


def _list(told: Sequence[Message]) -> Message:
    if len(told) <= _TOLD:
        return joined(told)
    return msg("{things} and {count} more", things=joined(told[:_TOLD]), count=len(told) - _TOLD)


def _meeting(line: Line) -> dict[tuple[float, float], set[int]]:
    """Return the blocks of the arcs that begin or end at each place."""
    found: dict[tuple[float, float], set[int]] = {}
    for arc in range(line.count):
        here = line.arc(arc)
        for x, y in (line.points[here.start].tolist(), line.points[here.stop - 1].tolist()):
            found.setdefault((x, y), set()).update({int(line.left[arc]), int(line.right[arc])})
    return found


def _on_line(line: Line, signs: Sequence[PlacedSign]) -> list[tuple[int, float]]:
    """Return arc and distance along it of each sign; of those that were there, the nearest place."""
    found = [(sign.arc, sign.measure) for sign in signs]
    off = [at for at, sign in enumerate(signs) if sign.standing is not None]
    if off:
        arc, measure, _ = line.nearest(np.array([signs[at].place for at in off]))
        for at, near, along in zip(off, arc.tolist(), measure.tolist()):
            found[at] = (near, along)
    return found


def _owners(
    line: Line, arc: int, measure: float, meeting: Mapping[tuple[float, float], set[int]]
) -> list[int]:
    """Return the blocks at a place of the line, the one that a sign is numbered by first."""
    owners = {int(line.left[arc]), int(line.right[arc])}
    here = line.arc(arc)
    for end, at in ((0.0, here.start), (line.length(arc), here.stop - 1)):
        if abs(measure - end) <= _ENDS_M:
            x, y = line.points[at].tolist()
            owners |= meeting[x, y]
    known = sorted(owners - {OUTSIDE})
    return [known[at] for at in code_order([line.blocks[owner].code for owner in known])]


def _content(row: Sign, block: int | None, line: Line, boards: Boards, translate: Translate) -> str:
    if block is None:
        return ""
    area = boards.areas[block]
    fields = boards.fields[block]
    function = fields.get(boards.function, "")
    known = BY_ID.get(function)
    return fill(
        boards.template,
        {
            **fields,
            "sign": row.sign,
            "name": line.blocks[block].name,
            "block": row.block,
            "county": row.county,
            # Redline's own layers hold ids of functions.
            "function": function if known is None else translate(known.title),
            "area_km2": f"{area / 1e6:.4f}",
            "area_ha": f"{area / 1e4:.2f}",
            "area_mu": f"{area / SQUARE_METRES_PER_MU:.1f}",
        },
    )


def _placed(
    rows: Sequence[tuple[Sign, tuple[float, float]]], crs: str, rules: SurveyRules
) -> list[tuple[Sign, tuple[float, float]]]:
    """Return the rows with their coordinates, all in one belt."""
    if not rows:
        return []
    writing = rules.turning
    at = coordinates_of(
        np.array([place for _, place in rows], dtype=np.float64),
        crs,
        belt_width=int(writing.belt_width.number),
        prefixed=bool(writing.belt_prefix.value),
        second_decimals=int(writing.second_decimals.number),
        metre_decimals=int(writing.metre_decimals.number),
    )
    return [
        (
            replace(
                row,
                longitude=float(at.longitude[number]),
                latitude=float(at.latitude[number]),
                longitude_dms=at.longitude_dms[number],
                latitude_dms=at.latitude_dms[number],
                easting=float(at.easting[number]),
                northing=float(at.northing[number]),
                belt=at.belt,
            ),
            place,
        )
        for number, (row, place) in enumerate(rows)
    ]
