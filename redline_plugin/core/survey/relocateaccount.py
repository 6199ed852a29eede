"""What moving the line does to each block: areas on the ellipsoid before and after, and the moves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import block_shape
from redline_plugin.core.survey.relocateland import land_between, most_moved
from redline_plugin.core.survey.rounding import adjusted
from redline_plugin.core.text import Message, msg

DECIMALS = 2
"""Of m2 in the account."""


@dataclass(frozen=True)
class Account:
    """Of each block, (b,), in m2 on the ellipsoid; after = before + added - removed in every row.

    Attributes:
        codes: of the blocks.
        before_m2, after_m2, added_m2, removed_m2: exact.
        most_moved_m: how far its line moved at most.
    """

    codes: tuple[str, ...]
    before_m2: Floats
    after_m2: Floats
    added_m2: Floats
    removed_m2: Floats
    most_moved_m: Floats

    @property
    def net_m2(self) -> Floats:
        """What each block gained."""
        return self.after_m2 - self.before_m2

    @property
    def changed(self) -> tuple[int, ...]:
        """The blocks whose line moved."""
        return tuple(np.flatnonzero(self.most_moved_m > 0.0).tolist())

    def rounded(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Return before, added, removed and after in whole hundredths of m2, such that they add up.

        The areas before are rounded to their rounded sum by the largest remainders; what a block
        gained and what was added are rounded by themselves, and the rest follows from these. So
        each row adds up, and each column to its total.
        """
        before = adjusted(self.before_m2, DECIMALS)
        net = np.round(self.net_m2, DECIMALS)
        added = np.maximum(np.round(self.added_m2, DECIMALS), net)
        removed = np.round(added - net, DECIMALS)
        return before, added, removed, np.round(before + net, DECIMALS)

    def warnings(self) -> list[Message]:
        """Return the blocks that lost land: only more, never less, is the rule."""
        return [
            msg(
                "Block {block} loses {area} m2: a red line may become larger, not smaller.",
                block=self.codes[at],
                area=f"{-self.net_m2[at]:.2f}",
            )
            for at in np.flatnonzero(np.round(self.net_m2, DECIMALS) < 0.0).tolist()
        ]


def account_of(old: Line, new: Line) -> Account:
    """Compare two lines of the same blocks and arcs.

    The survey's formula takes edges as straight between cuts at every 50 m, so an edge that is cut
    elsewhere has another area by some 0.01 m2 for each kilometre. What this makes the sum of the
    faces differ from the difference of the blocks' areas goes to what was added or removed.
    """
    count = len(old.blocks)
    moved = np.array([most_moved(old, new, number) for number in range(count)])
    before, after = (
        polygon_areas([block_shape(line, number) for number in range(count)], old.crs)
        for line in (old, new)
    )
    after[moved == 0.0] = before[moved == 0.0]
    land = land_between(old, new)
    areas = polygon_areas(list(land.faces), old.crs)
    added, removed = np.zeros(count), np.zeros(count)
    for owners, sums in ((land.after, added), (land.before, removed)):
        inside = owners >= 0
        np.add.at(sums, owners[inside], areas[inside])
    rest = (after - before) - (added - removed)
    added += np.maximum(rest, 0.0)
    removed += np.maximum(-rest, 0.0)
    return Account(tuple(block.code for block in old.blocks), before, after, added, removed, moved)
