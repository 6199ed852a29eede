"""The register of markers: numbered, warned about, changed step by step, undone without limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from redline_plugin.core.survey.marker import STATE_TITLES, Marker
from redline_plugin.core.survey.numbers import code_order
from redline_plugin.core.survey.registerfile import create
from redline_plugin.core.survey.registernumbers import ENGRAVED, RENUMBERED
from redline_plugin.core.survey.registerphotos import (
    PHOTO_ADDED,
    PHOTO_REMOVED,
    REMARKED,
    Album,
)
from redline_plugin.core.survey.registerplaces import Neighbours, Place, xy_of
from redline_plugin.core.survey.registerplacing import ADDED, MOVED
from redline_plugin.core.survey.registerstates import (
    DELETED,
    KIND_CHANGED,
    STATE_SET,
    TRANSITIONS,
    Standing,
)
from redline_plugin.core.survey.registersteps import RESULTS, Step
from redline_plugin.core.survey.rows import record_of
from redline_plugin.core.text import N_

__all__ = [
    "STEP_TITLES",
    "TRANSITIONS",
    "Columns",
    "Neighbours",
    "Place",
    "Register",
    "Step",
    "create",
]

STEP_TITLES = {
    ADDED: N_("added"),
    MOVED: N_("moved"),
    DELETED: N_("deleted"),
    STATE_SET: N_("state"),
    KIND_CHANGED: N_("kind"),
    RENUMBERED: N_("renumbered"),
    ENGRAVED: N_("engraved number"),
    PHOTO_ADDED: N_("photos added"),
    PHOTO_REMOVED: N_("photo taken off"),
    REMARKED: N_("remark"),
    RESULTS: N_("field results"),
}
"""Kinds of steps."""

LISTED = (
    "id",
    "marker",
    "kind",
    "why",
    "state",
    "next_m",
    "limit_m",
    "warnings",
    "block",
    "ring",
    "along_m",
    "of_marker",
)
_LISTED = ", ".join(LISTED)


@dataclass(frozen=True)
class Columns:
    """All markers as a list shows them, column by column, in the order of blocks and their rings.

    A witness marker follows its point. What is NULL is None.
    """

    id: list[int] = field(default_factory=list)
    marker: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    state: list[str] = field(default_factory=list)
    next_m: list[float | None] = field(default_factory=list)
    limit_m: list[float | None] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    block: list[str] = field(default_factory=list)
    ring: list[int | None] = field(default_factory=list)
    along_m: list[float | None] = field(default_factory=list)
    of_marker: list[str] = field(default_factory=list)


class Register(Standing, Album):
    """An open register."""

    def columns(self) -> Columns:
        """Return all markers as a list shows them."""
        # Our own names of columns.
        rows = self.store.execute(
            f"select {_LISTED} from markers"  # noqa: S608 # nosec B608
            " order by block, ring, along_m, coalesce(nullif(of_marker, ''), marker), kind = 'witness',"
            " marker"
        ).fetchall()
        if not rows:
            return Columns()
        codes = list(dict.fromkeys(row[8] for row in rows))
        rank = {codes[at]: place for place, at in enumerate(code_order(codes))}
        if list(rank.values()) != sorted(rank.values()):
            rows.sort(key=lambda row: rank[row[8]])
        return Columns(*(list(column) for column in zip(*rows)))

    def listed(self, keys: Sequence[int]) -> dict[int, tuple[Any, ...]]:
        """Return some markers as a list shows them, by key; those that are gone are left out."""
        found = {}
        for key in keys:
            row = self.store.execute(
                f"select {_LISTED} from markers where id = ?",  # noqa: S608 # nosec B608
                (key,),
            ).fetchone()
            if row is not None:
                found[key] = tuple(row)
        return found

    def marker(self, key: int) -> Marker:
        """Return a marker as the survey's steps hand it on."""
        return record_of(Marker, self.row(key))

    def position(self, key: int) -> tuple[float, float] | None:
        """Return where a marker is, in the register's CRS; None for a retired one that is nowhere."""
        row = self.row(key)
        return None if row["geom"] is None else xy_of(row)

    def states(self) -> dict[str, int]:
        """Return how many markers are in each state, all states in their order."""
        counts = dict(
            self.store.execute("select state, count(*) from markers group by state").fetchall()
        )
        return {state: counts.get(state, 0) for state in STATE_TITLES}

    def block_names(self) -> dict[str, str]:
        """Return the names of all blocks by their codes, in the codes' order."""
        rows = self.store.execute("select code, name from blocks").fetchall()
        return {rows[at][0]: rows[at][1] or "" for at in code_order([code for code, _ in rows])}
