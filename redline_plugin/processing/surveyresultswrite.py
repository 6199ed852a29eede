"""Layers that ``redline:surveyresults`` writes: markers, the moved line, its stretches, the history."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from redline_plugin.core.survey.marker import ACCEPTED, MEASURED, RETIRED, WITNESS
from redline_plugin.core.text import Message, msg
from redline_plugin.i18n import tr

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.relocate import Relocated
    from redline_plugin.core.survey.results import Results
    from redline_plugin.core.survey.rules import SurveyRules
    from redline_plugin.processing.surveyresultsread import Markers

LINE_FIELDS = (
    ("area_m2", float),
    ("survey_added_m2", float),
    ("survey_removed_m2", float),
    ("survey_moved_m", float),
)
STRETCH_FIELDS = (
    ("source", str),
    ("source_title", str),
    ("left_block", str),
    ("right_block", str),
    ("length_m", float),
)
_COORDINATES = ("longitude", "latitude", "longitude_dms", "latitude_dms", "easting", "northing")


@dataclass(frozen=True)
class Placed:
    """Where markers are afterwards, (n,) each.

    Attributes:
        places: (n, 2) in the plane.
        states: as they are to be stored; "" to leave what is there.
        moved: markers whose place changed, in order.
        kept: markers that are accepted and stay, and why.
    """

    places: Any
    states: tuple[str, ...]
    moved: tuple[int, ...]
    kept: dict[int, Message]


def placed(results: Results, on_line: list[int], relocated: Relocated | None) -> Placed:
    """Return where the markers stand: accepted ones at their measured places.

    Args:
        results: of the comparison.
        on_line: markers that ``relocated`` was asked about, in its order.
        relocated: the moved line; None when it was not to move.
    """
    kept = {on_line[at]: why for at, why in relocated.refused} if relocated is not None else {}
    places = results.designed.places.copy()
    states = []
    moved = []
    for at, verdict in enumerate(results.verdict):
        there = results.row[at] >= 0 and results.designed.states[at] != RETIRED
        accepted = verdict == ACCEPTED and at not in kept
        states.append(ACCEPTED if accepted else MEASURED if there else "")
        if accepted and results.distance[at] > 0.0:
            places[at] = results.once.measured.places[results.row[at]]
            moved.append(at)
    return Placed(places, tuple(states), tuple(moved), kept)


def marker_fields(markers: Markers) -> list[Any]:
    """Return the fields of the layer of markers: its own, then those of results."""
    from redline_plugin.core.survey.marker import TITLES
    from redline_plugin.core.survey.resultsrows import OWN_FIELDS

    own = {name for name, *_ in OWN_FIELDS}
    kept = [
        (name, kind, tr(TITLES[name])) if name in TITLES else (name, kind)
        for name, kind in markers.fields
        if name not in own
    ]
    if "state" not in {name for name, *_ in kept}:
        kept.append(("state", str, tr(TITLES["state"])))
    return [*kept, *((name, kind, tr(title)) for name, kind, title in OWN_FIELDS)]


def marker_rows(
    markers: Markers, results: Results, after: Placed, rules: SurveyRules
) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield the markers with their places, states and results."""
    import shapely

    from redline_plugin.core.survey.results import EARLIER
    from redline_plugin.core.survey.resultsrows import OWN_FIELDS, own_values

    own = {name for name, *_ in OWN_FIELDS}
    names = [name for name, *_ in marker_fields(markers) if name not in own]
    written = _written(markers, after, rules)
    offsets = _offsets(markers, after)
    for at, row in enumerate(markers.rows):
        values = dict(row.attributes)
        values[markers.number] = results.designed.numbers[at]
        if after.states[at]:
            values["state"] = after.states[at]
        values.update(written.get(at, {}))
        values.update(offsets.get(at, {}))
        if "photos" in values and results.row[at] >= 0:
            values["photos"] = _photos(row.text("photos"), results, at) or None
        results_of = own_values(results, at, tr)
        if results.verdict[at] == EARLIER and row.attributes.get("verdict"):
            # What an earlier run found stays.
            results_of = tuple(row.attributes.get(name) for name, *_ in OWN_FIELDS)
        yield (
            shapely.Point(after.places[at]),
            (*(values.get(name) for name in names), *results_of),
        )


def _photos(there: str, results: Results, at: int) -> str:
    from redline_plugin.core.survey.measuredvalues import photo_names

    more = photo_names(results.once.measured.photos[results.row[at]])
    names = [name.strip() for name in there.split(";")]
    return ";".join(dict.fromkeys(name for name in [*names, *more] if name))


def _written(markers: Markers, after: Placed, rules: SurveyRules) -> dict[int, dict[str, Any]]:
    """Return the coordinates that moved markers carry as columns, in the belt that these have."""
    from redline_plugin.core.errors import InputError
    from redline_plugin.core.geodesy.belts import Belt
    from redline_plugin.core.survey.coordinates import coordinates_of

    names = {name for name, _ in markers.fields}
    moved = list(after.moved)
    if not moved or not names.intersection((*_COORDINATES, "belt")):
        return {}
    turning = rules.turning
    prefixed = bool(turning.belt_prefix.value)
    belts = [row.attributes.get("belt") for row in markers.rows]
    known = next((int(belt) for belt in belts if isinstance(belt, (int, float)) and belt), 0)
    belt = None
    if known:
        try:
            belt = Belt(3 if known > 24 else 6, known, prefixed)
        except InputError:
            belt = None
    found = coordinates_of(
        after.places[moved],
        markers.plane,
        belt=belt,
        belt_width=int(turning.belt_width.number),
        prefixed=prefixed,
        second_decimals=int(turning.second_decimals.number),
        metre_decimals=int(turning.metre_decimals.number),
    )
    rows = {}
    for place, at in enumerate(moved):
        values: dict[str, Any] = {name: getattr(found, name)[place] for name in _COORDINATES}
        values["belt"] = found.belt or None
        rows[at] = {name: value for name, value in values.items() if name in names}
    return rows


def _offsets(markers: Markers, after: Placed) -> dict[int, dict[str, Any]]:
    """Return the way from witness markers to their points, where either moved."""
    import math

    names = {name for name, _ in markers.fields}
    if not {"of_marker", "offset_m", "offset_deg"} <= names:
        return {}
    number = {each: at for at, each in enumerate(markers.designed.numbers)}
    moved = set(after.moved)
    found = {}
    for at, row in enumerate(markers.rows):
        point = number.get(row.text("of_marker"), -1)
        if markers.designed.kinds[at] != WITNESS or point < 0 or not moved & {at, point}:
            continue
        east, north = after.places[point] - after.places[at]
        found[at] = {
            "offset_m": math.hypot(east, north),
            "offset_deg": math.degrees(math.atan2(east, north)) % 360.0,
        }
    return found


def history_rows(
    results: Results, after: Placed, who: str, why: str, *, line: bool
) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield what was done: a marker (and the line) moved, or its move was refused."""
    import shapely

    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0).isoformat()
    moved = set(after.moved)
    for at, number in enumerate(results.designed.numbers):
        if at not in moved and at not in after.kept:
            continue
        old, new = results.designed.places[at], after.places[at]
        reason = after.kept.get(at, results.why[at]).render(tr)
        yield (
            shapely.Point(new),
            (
                now,
                who or None,
                "refused" if at in after.kept else "line moved" if line else "marker moved",
                number,
                results.designed.blocks[at] or None,
                *(float(value) for value in (*old, *new)),
                float(results.distance[at]) if at in moved else 0.0,
                "; ".join(filter(None, (why, reason))),
            ),
        )


def line_rows(
    line: Line, relocated: Relocated, shapes: dict[str, Any], attributes: dict[str, Any], names: Any
) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield the blocks after the move; one that did not change keeps its shape bit for bit.

    Args:
        shapes: of the blocks before, by code, None to make it of the line; attributes: theirs.
        names: of the attributes, in order.
    """
    from redline_plugin.core.survey.linefile import block_shape

    account = relocated.account
    changed = set(account.changed)
    for at, block in enumerate(line.blocks):
        shape = None if at in changed else shapes[block.code]
        yield (
            block_shape(relocated.line, at) if shape is None else shape,
            (
                *(attributes[block.code].get(name) for name in names),
                float(account.after_m2[at]),
                float(account.added_m2[at]),
                float(account.removed_m2[at]),
                float(account.most_moved_m[at]),
            ),
        )


def stretch_rows(line: Line) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield runs of one kind of boundary along each arc of a line."""
    import numpy as np
    import shapely

    from redline_plugin.core.boundary.kinds import KIND_TITLES

    codes = [*(block.code for block in line.blocks), None]
    for arc in range(line.count):
        here = line.arc(arc)
        points, kind = line.points[here], line.kind[here][:-1]
        begins = np.concatenate([[0], 1 + np.flatnonzero(np.diff(kind)), [len(kind)]])
        for start, stop in zip(begins[:-1].tolist(), begins[1:].tolist()):
            name = line.kinds[int(kind[start])]
            run = shapely.LineString(points[start : stop + 1])
            title = KIND_TITLES.get(name)
            sides = (codes[int(line.left[arc])], codes[int(line.right[arc])])
            yield run, (name, tr(title) if title else None, *sides, float(run.length))


def account_message(relocated: Relocated) -> Message:
    """Return what moving the line did to the areas, in a sentence."""
    account = relocated.account
    before, added, removed, after = (side.sum() for side in account.rounded())
    return msg(
        "{blocks} blocks changed: {before} m2 before, {added} m2 added, {removed} m2 removed, {after} "
        "m2 after; the line moved by up to {most} m.",
        blocks=len(account.changed),
        before=f"{before:.2f}",
        added=f"{added:.2f}",
        removed=f"{removed:.2f}",
        after=f"{after:.2f}",
        most=f"{account.most_moved_m.max(initial=0.0):.3f}",
    )
