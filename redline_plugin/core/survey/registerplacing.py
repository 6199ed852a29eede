"""Adding markers of a register, and moving them along the line."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.survey.marker import (
    BY_HAND,
    LOST,
    PLANNED,
    SOLID,
    STATE_TITLES,
    WITNESS,
    Marker,
)
from redline_plugin.core.survey.registernumbers import Numbering
from redline_plugin.core.survey.registerplaces import APART, Place, Places, offset_of, xy_of
from redline_plugin.core.survey.registersteps import Change, Row
from redline_plugin.core.survey.registerwalk import Spot
from redline_plugin.core.survey.rows import values
from redline_plugin.core.text import msg, title

ADDED, MOVED = "added", "moved"


class Placing(Places, Numbering):
    """Adding markers and moving them."""

    def add(
        self,
        place: Place,
        who: str,
        why: str = "",
        *,
        kind: str = SOLID,
        reason: str = BY_HAND,
        sentence: str = "",
    ) -> int:
        """Add a marker at a place on the line; it gets the next free number of its block.

        Args:
            place: on the line.
            who, why: for the history.
            kind: SOLID or ELECTRONIC.
            reason: id, and ``sentence``: why it stands there; empty for placed by hand.

        Returns:
            Its key.

        Raises:
            InputError: another one is there.
        """
        self._check_free(place, 0)
        blocks = self.blocks_at(place)
        block = self.block(blocks[0])
        number = self.next_number(block)
        marker = Marker(
            marker=number,
            engraved="",
            block=block.code,
            blocks=",".join(blocks),
            county=block.county,
            kind=kind,
            state=PLANNED,
            reasons=reason,
            why=sentence or self.say(msg("placed by hand")),
        )
        names = [each.name for each in dataclasses.fields(marker)]
        row: Row = {**dict(zip(names, values(marker))), **self.on_line_at(place)}
        with self.step(ADDED, [], who, why, number) as change:
            key = change.insert(row)
            change.near |= self.walk.around(place.arc, place.measure, key)
        return key

    def move(self, key: int, place: Place, who: str, why: str = "", *, past: bool = False) -> None:
        """Move a marker along the line of its block's ring.

        Its number tells where it comes in the ring, and crews set by it: it passes a neighbour only
        when that is asked for. It never leaves its ring. One that stands is where it was measured;
        only what is planned, or lost and to be set again, can be moved.

        Raises:
            InputError: it stands, the place is not on its ring, it would pass a neighbour, or one is
                there.
        """
        row = self.on_line(key)
        _check_movable(row)
        spot = self.own_spot(row)
        self._check_free(place, key)
        on_ring = [one for one in self.spots(place) if one.block == spot.block]
        if spot.ring not in {one.ring for one in on_ring}:
            raise InputError(
                Problem(
                    msg("A marker stays on the line of its own ring."),
                    row["marker"],
                    msg("Add a marker there and delete or retire this one."),
                )
            )
        if not past and not self.has_room(spot, key, place):
            raise InputError(
                Problem(
                    msg("There it would be beyond a neighbour, and the numbers out of order."),
                    row["marker"],
                    msg("Hold Shift while it is drawn, if that is meant."),
                )
            )
        new = {
            **self.on_line_at(place),
            "blocks": ",".join(self.blocks_at(place)),
            "moved_m": self._moved_m(row, on_ring),
        }
        if BY_HAND not in row["reasons"].split(","):
            new["reasons"] = ",".join(filter(None, [row["reasons"], BY_HAND]))
            new["why"] = "; ".join(
                filter(None, [row["why"], self.say(msg("moved along the line by hand"))])
            )
        with self.step(MOVED, [key], who, why) as change:
            change.near |= self.walk.around(row["arc"], row["measure"], key)
            change.update(key, new)
            change.near |= self.walk.around(place.arc, place.measure, key)
            self._follow(change, row["marker"], place)

    def move_witness(self, key: int, x: float, y: float, who: str, why: str = "") -> None:
        """Move a witness marker, which stands beside the line, as far as the rules let it.

        Raises:
            InputError: it is no witness, or would be too far from its point.
        """
        row = self.row(key)
        point = self.key_of(row["of_marker"] or "")
        if row["kind"] != WITNESS or point is None:
            raise InputError(Problem(msg("This is no witness marker."), row["marker"]))
        _check_movable(row)
        offset = offset_of((x, y), xy_of(self.row(point)))
        most = self.rules.markers.witness_reach_m.number
        if offset["offset_m"] > most:
            raise InputError(
                Problem(
                    msg(
                        "It would be {metres} m from its point; the rules allow {most} m.",
                        metres=f"{offset['offset_m']:.1f}",
                        most=f"{most:g}",
                    ),
                    row["marker"],
                )
            )
        with self.step(MOVED, [key], who, why) as change:
            change.update(key, {**self.located(x, y), **offset})

    def _moved_m(self, row: Row, there: Sequence[Spot]) -> float:
        """Return how far a marker is then from where it was before it was first moved by hand."""
        first: dict[str, Any] = {name: row[name] for name in ("arc", "measure", "moved_m")}
        missing = set(first)
        for (text,) in self.store.execute(
            "select before from touched join history on history.id = touched.step"
            " where touched.marker = ? and what = ? and undone = 0 order by history.id",
            (row["id"], MOVED),
        ):
            before = json.loads(text)["markers"][str(row["id"])]
            for name in missing & set(before):
                first[name] = before[name]
            missing -= set(before)
        spot = self.walk.spot_of(row["block"], first["arc"], first["measure"])
        ring = next((one for one in there if spot is not None and one.ring == spot.ring), None)
        way = 0.0 if spot is None or ring is None else abs(self.way(spot, ring))
        return round((first["moved_m"] or 0.0) + way, 3)

    def _follow(self, change: Change, number: str, place: Place) -> None:
        """Measure the witness markers of a point that has moved anew; they stay where they are."""
        for witness in self.witnesses(number):
            change.update(witness["id"], offset_of(xy_of(witness), (place.x, place.y)))

    def _check_free(self, place: Place, own: int) -> None:
        low, high = place.measure - APART, place.measure + APART
        query = (
            "select marker from markers where arc = ? and measure between ? and ? and id <> ?"
            " and kind <> 'witness' and state <> 'retired' limit 1"
        )
        found = self.store.execute(query, (place.arc, low, high, own)).fetchone()
        if found is None:
            key = self.walk.here(place.arc, place.measure, own)
            found = None if key is None else (self.row(key)["marker"],)
        if found is not None:
            raise InputError(Problem(msg("A marker is there already: {number}.", number=found[0])))


def _check_movable(row: Row) -> None:
    if row["state"] not in (PLANNED, LOST):
        raise InputError(
            Problem(
                msg(
                    "It is “{state}”: it is where it stands, and not moved on the map.",
                    state=title(STATE_TITLES.get(row["state"]) or "?"),
                ),
                row["marker"],
                msg("If that is wrong, set its state back first."),
            )
        )
