"""What becomes of a register's markers: set, measured, accepted, damaged, lost, retired, deleted.

Deleting is for markers that never stood. Their row goes, and their number with it is used up: the
register cannot know whether it is on a printed form already.
"""

from __future__ import annotations

from collections.abc import Sequence

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.survey.marker import (
    ACCEPTED,
    DAMAGED,
    ELECTRONIC,
    KIND_TITLES,
    LOST,
    MEASURED,
    PLANNED,
    RETIRED,
    SET,
    SOLID,
    STATE_TITLES,
    WITNESS,
    WITNESSED,
)
from redline_plugin.core.survey.registerplacing import Placing
from redline_plugin.core.survey.registersteps import Change, Row
from redline_plugin.core.survey.registerwitness import witness_rows
from redline_plugin.core.text import msg, title

DELETED, STATE_SET, KIND_CHANGED = "deleted", "state", "kind"

TRANSITIONS = {
    PLANNED: (SET, MEASURED, RETIRED),
    SET: (PLANNED, MEASURED, DAMAGED, LOST, RETIRED),
    MEASURED: (SET, ACCEPTED, DAMAGED, LOST, RETIRED),
    ACCEPTED: (MEASURED, DAMAGED, LOST, RETIRED),
    DAMAGED: (SET, LOST, RETIRED),
    LOST: (SET, DAMAGED, RETIRED),
    RETIRED: (),
}
"""States that may follow each. A step back (set to planned, measured to set, accepted to measured)
takes back what was reported wrongly; what was damaged or lost stands again when it is set again;
what is retired stays so."""

_NAMED = 5


class Standing(Placing):
    """Changing states and kinds, retiring, deleting."""

    def set_state(self, keys: Sequence[int], state: str, who: str, why: str = "") -> None:
        """Bring markers into a state, all or none; those that are in it stay as they are.

        With a point its witness markers retire.

        Raises:
            InputError: from a marker's state this one cannot follow.
        """
        rows = [row for row in map(self.row, dict.fromkeys(keys)) if row["state"] != state]
        wrong = [row for row in rows if state not in TRANSITIONS.get(row["state"], ())]
        if wrong:
            raise InputError(
                [
                    Problem(
                        msg(
                            "It is “{now}”; “{then}” cannot follow that.",
                            now=title(STATE_TITLES.get(row["state"]) or "?"),
                            then=title(STATE_TITLES[state]),
                        ),
                        row["marker"],
                        msg("Possible are: {states}.", states=self._following(row["state"])),
                    )
                    for row in wrong[:_NAMED]
                ]
            )
        if not rows:
            return
        with self.step(STATE_SET, [row["id"] for row in rows], who, why) as change:
            for row in rows:
                self._bring(change, row, state)
                if state == RETIRED:
                    for witness in self.witnesses(row["marker"]):
                        if witness["state"] != RETIRED:
                            self._bring(change, witness, state)

    def retire(self, keys: Sequence[int], who: str, why: str = "") -> None:
        """Retire markers: they stand nowhere, their rows and numbers stay."""
        self.set_state(keys, RETIRED, who, why)

    def delete(self, keys: Sequence[int], who: str, why: str = "") -> None:
        """Delete markers that never stood, points with their witness markers.

        Raises:
            InputError: one is not planned any more, or is a witness marker, which goes with its point.
        """
        rows = [self.row(key) for key in dict.fromkeys(keys)]
        points = {row["marker"] for row in rows}
        problems = [
            Problem(
                msg("It is not only planned any more."), row["marker"], msg("Retire it instead.")
            )
            for row in rows
            if row["state"] != PLANNED
        ]
        problems += [
            Problem(
                msg("A witness marker goes with its point."),
                row["marker"],
                msg("Delete the point, or change its kind."),
            )
            for row in rows
            if row["kind"] == WITNESS and row["of_marker"] not in points
        ]
        if problems:
            raise InputError(problems[:_NAMED])
        with self.step(DELETED, [row["id"] for row in rows], who, why) as change:
            for row in rows:
                if row["kind"] != WITNESS:
                    self._away(change, row)
                    self._drop_witnesses(change, row)
                    change.delete(row["id"])

    def change_kind(self, keys: Sequence[int], kind: str, who: str, why: str = "") -> None:
        """Make markers solid or electronic ones, or points with a pair of witness markers.

        Raises:
            InputError: it is a witness marker or retired, or no pair can stand within the rules' reach.
        """
        rows = [row for row in map(self.row, dict.fromkeys(keys)) if row["kind"] != kind]
        problems = [
            Problem(
                msg("The kind of a witness or retired marker cannot be changed."), row["marker"]
            )
            for row in rows
            if row["kind"] == WITNESS or row["state"] == RETIRED
        ]
        if kind not in (SOLID, ELECTRONIC, WITNESSED):
            problems.append(Problem(msg("Witness markers are made with their point.")))
        if problems:
            raise InputError(problems[:_NAMED])
        if not rows:
            return
        pairs = {row["id"]: witness_rows(self, row) for row in rows} if kind == WITNESSED else {}
        with self.step(KIND_CHANGED, [row["id"] for row in rows], who, why) as change:
            for row in rows:
                self._drop_witnesses(change, row)
                for witness in pairs.get(row["id"], ()):
                    change.insert(witness)
                change.update(row["id"], {"kind": kind})

    def following(self, keys: Sequence[int]) -> list[str]:
        """Return the states that all of these markers may come into, in their order."""
        states = [self.row(key)["state"] for key in dict.fromkeys(keys)]
        return [
            state
            for state in STATE_TITLES
            if states and all(state in TRANSITIONS.get(one, ()) for one in states)
        ]

    def _bring(self, change: Change, row: Row, state: str) -> None:
        if state == RETIRED:
            self._away(change, row)
        change.update(row["id"], {"state": state})
        if row["kind"] == WITNESS:
            point = self.key_of(row["of_marker"] or "")
            if point is not None:
                change.near.add(point)

    def _away(self, change: Change, row: Row) -> None:
        """Note whose stretches change when a marker leaves the line."""
        if row["arc"] is not None and row["kind"] != WITNESS and row["state"] != RETIRED:
            change.near |= self.walk.around(row["arc"], row["measure"], row["id"])

    def _drop_witnesses(self, change: Change, row: Row) -> None:
        """Take a point's witness markers away: planned ones go, others retire."""
        for witness in self.witnesses(row["marker"]):
            if witness["state"] == PLANNED:
                change.delete(witness["id"])
            elif witness["state"] != RETIRED:
                change.update(witness["id"], {"state": RETIRED})

    def _following(self, state: str) -> str:
        titles = [self.say(title(STATE_TITLES[one])) for one in TRANSITIONS.get(state, ())]
        return ", ".join(titles) or self.say(msg("none"))


def kind_title(kind: str) -> str:
    """Return the title of a kind of marker, to be translated; the id itself for an unknown one."""
    return KIND_TITLES.get(kind, kind)
