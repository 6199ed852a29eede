"""Field results taken into a register of markers: one step of its history, which can be undone.

The register keeps its line. A measured marker may be off it as far as the rules' accuracy lets it, and
the register's own checks look at that.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled
from redline_plugin.core.geodesy.transform import spatial_reference, transform
from redline_plugin.core.survey.marker import ACCEPTED, MEASURED, RETIRED, WITNESS
from redline_plugin.core.survey.measuredvalues import photo_names
from redline_plugin.core.survey.register import Register
from redline_plugin.core.survey.registerplaces import offset_of, xy_of
from redline_plugin.core.survey.registersteps import RESULTS, Change, Row
from redline_plugin.core.survey.results import NONE, Results

_SAME = 1e-6
"""m. A place nearer to the old one than this is the old one."""


@dataclass(frozen=True)
class Update:
    """What was measured of one marker.

    Attributes:
        marker: its number; state: MEASURED or ACCEPTED.
        place: where it stands, None to leave the designed place.
        photos: names of files; remark: of the crew, "".
    """

    marker: str
    state: str
    place: tuple[float, float] | None
    photos: tuple[str, ...] = ()
    remark: str = ""


def updates_of(results: Results, refused: Container[int] = ()) -> list[Update]:
    """Return what a comparison tells of each measured marker.

    Args:
        results: of the comparison.
        refused: markers that are accepted and stay where they are, since the line cannot move.
    """
    found = []
    measured = results.once.measured
    for at, verdict in enumerate(results.verdict):
        row = int(results.row[at])
        if row == NONE or results.designed.states[at] == RETIRED:
            continue
        accepted = verdict == ACCEPTED and at not in refused
        x, y = measured.places[row]
        found.append(
            Update(
                results.designed.numbers[at],
                ACCEPTED if accepted else MEASURED,
                (float(x), float(y)) if accepted else None,
                photo_names(measured.photos[row]),
                measured.remark[row],
            )
        )
    return found


def take_in(
    register: Register,
    updates: Sequence[Update],
    crs: str,
    who: str,
    why: str,
    feedback: Feedback | None = None,
) -> tuple[int, tuple[str, ...]]:
    """Take results into a register, in one step; what it has already makes none.

    Args:
        register: open.
        updates: of markers.
        crs: of their places.
        who, why: for the history.
        feedback: progress and cancel.

    Returns:
        How many markers changed, and the numbers that the register does not have.

    Raises:
        OutputError: the register cannot be written; it is as it was.
        CancelledError: the user stopped; it is as it was.
    """
    feedback = feedback or Quiet()
    places = _in_register(register, updates, crs)
    changes: list[tuple[Row, dict[str, Any]]] = []
    unknown = []
    for update, place in zip(updates, places):
        key = register.key_of(update.marker)
        if key is None:
            unknown.append(update.marker)
            continue
        row = register.row(key)
        values = _values(register, row, update, place)
        if values and row["state"] != RETIRED:
            changes.append((row, values))
    if changes:
        with register.step(RESULTS, [row["id"] for row, _ in changes], who, why) as change:
            for number, (row, values) in enumerate(changes):
                if number % 100 == 0:
                    stop_if_cancelled(feedback)
                    feedback.progress(number / len(changes))
                change.update(row["id"], values)
                if "geom" in values:
                    _follow(register, change, row)
    return len(changes), tuple(unknown)


def _in_register(
    register: Register, updates: Sequence[Update], crs: str
) -> list[tuple[float, float] | None]:
    """Return the places in the register's CRS."""
    source, target = spatial_reference(crs), spatial_reference(register.crs)
    given = [update.place for update in updates]
    if source.IsSame(target, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        return given
    known = [at for at, place in enumerate(given) if place is not None]
    moved = transform(np.array([given[at] for at in known]).reshape(-1, 2), source, target)
    for at, (x, y) in zip(known, moved.tolist()):
        given[at] = (x, y)
    return given


def _values(
    register: Register, row: Row, update: Update, place: tuple[float, float] | None
) -> dict[str, Any]:
    """Return the columns of a row that an update changes."""
    values: dict[str, Any] = {}
    if row["state"] != update.state:
        values["state"] = update.state
    old = xy_of(row)
    if place is not None and max(abs(place[0] - old[0]), abs(place[1] - old[1])) > _SAME:
        values.update(register.located(*place))
    photos = [name for name in (row["photos"] or "").split(";") if name]
    more = [name for name in update.photos if name not in photos]
    if more:
        values["photos"] = ";".join([*photos, *more])
    remark = row["remark"] or ""
    if update.remark and update.remark not in remark:
        values["remark"] = "; ".join(filter(None, [remark, update.remark]))
    return values


def _follow(register: Register, change: Change, row: Row) -> None:
    """Measure the way between a point and its witness markers anew, where either has moved."""
    if row["kind"] == WITNESS:
        point = register.key_of(row["of_marker"] or "")
        if point is not None:
            here = xy_of(change.row(row["id"]))
            change.update(row["id"], offset_of(here, xy_of(change.row(point))))
        return
    place = xy_of(change.row(row["id"]))
    for witness in register.witnesses(row["marker"]):
        change.update(witness["id"], offset_of(xy_of(witness), place))
