"""Numbers of a register's markers: given once, kept, and never given to another one.

A number that was given may stand on a form, in a receiver or on a post. So those of retired and of
deleted markers are used up, and renumbering is only for markers that are planned.
"""

from __future__ import annotations

from collections.abc import Sequence

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.survey.line import Block
from redline_plugin.core.survey.marker import PLANNED, WITNESS
from redline_plugin.core.survey.numbers import Numbers
from redline_plugin.core.survey.registersteps import Row, Steps
from redline_plugin.core.text import msg

RENUMBERED, ENGRAVED = "renumbered", "engraved"

_NAMED = 5
_BEYOND = "\U0010ffff"


class Numbering(Steps):
    """Giving numbers."""

    def block(self, code: str) -> Block:
        """Return a block of the register."""
        row = self.store.execute(
            "select name, county from blocks where code = ?", (code,)
        ).fetchone()
        name, county = row or ("", "")
        return Block(code, name or "", county or "")

    def number(self, block: Block, serial: int) -> str:
        """Return the number that the rule set's pattern makes of a serial."""
        pattern = str(self.rules.markers.number.value)
        return pattern.format(county=block.county, block=block.code, serial=serial)

    def next_number(self, block: Block) -> str:
        """Return the next free number of a block; it is not given yet."""
        # Only numbers that begin like the block's can stand in the way.
        low, high = self.number(block, 0), self.number(block, 10**9)
        head = low[: next(at for at, (one, other) in enumerate(zip(low, high)) if one != other)]
        taken = {
            number
            for table, column in (("markers", "marker"), ("numbers", "number"))
            for (number,) in self.store.execute(
                # Names of tables and columns are our own.
                f"select {column} from {table} where {column} >= ? and {column} < ?",  # noqa: S608 # nosec B608
                (head, head + _BEYOND),
            )
        }
        return Numbers(str(self.rules.markers.number.value), taken).give(block)

    def renumbering(self, keys: Sequence[int], serial: int) -> list[tuple[int, str, str]]:
        """Return key, old and new number of markers in the order of their ring, from a serial on.

        Raises:
            InputError: markers are of several blocks or not planned any more, or new numbers are
                taken or used up; all of that at once.
        """
        rows = [row for row in map(self.row, dict.fromkeys(keys)) if row["kind"] != WITNESS]
        problems = []
        blocks = sorted({row["block"] for row in rows})
        if len(blocks) != 1:
            raise InputError(
                Problem(
                    msg(
                        "Markers are renumbered block by block; these are of {count}.",
                        count=len(blocks),
                    ),
                    remedy=msg("Select markers of one block."),
                )
            )
        problems += [
            Problem(
                msg("It is not only planned any more, and keeps its number."),
                row["marker"],
                msg("Leave it out of the selection."),
            )
            for row in rows
            if row["state"] != PLANNED
        ]
        block = self.block(blocks[0])
        ordered = self._in_order(rows, blocks[0])
        pairs = [
            (row["id"], row["marker"], self.number(block, serial + at))
            for at, row in enumerate(ordered)
        ]
        own = {old for _, old, _ in pairs}
        for _, _, new in pairs:
            if new in own:
                continue
            if self.is_used_up(new):
                problems.append(Problem(msg("This number was given before, and is used up."), new))
            elif self.key_of(new) is not None:
                problems.append(Problem(msg("Another marker has this number."), new))
        if problems:
            more = len(problems) - _NAMED
            shown = problems[:_NAMED]
            if more > 0:
                shown.append(Problem(msg("And {count} more of these.", count=more)))
            raise InputError(shown)
        return pairs

    def renumber(self, keys: Sequence[int], serial: int, who: str, why: str = "") -> None:
        """Give markers new numbers in the order of their ring, from a serial on.

        Numbers that none of them has any more are used up: they may stand on papers.

        Raises:
            InputError: see :meth:`renumbering`.
        """
        pairs = self.renumbering(keys, serial)
        with self.step(RENUMBERED, [key for key, _, _ in pairs], who, why) as change:
            change.use_up(old for _, old, _ in pairs)
            for key, old, new in pairs:
                for witness in self.witnesses(old):
                    tail = witness["marker"][len(old) :]
                    change.use_up([witness["marker"]])
                    change.update(witness["id"], {"marker": f"{new}{tail}", "of_marker": new})
                change.update(key, {"marker": new})
            for key in list(change.before):
                change.give_back([change.row(key)["marker"]])

    def engrave(self, key: int, number: str, who: str, why: str = "") -> None:
        """Note the number that is cut into a marker; "" for none.

        Raises:
            InputError: it is cut into another one.
        """
        row, number = self.row(key), number.strip()
        others = self.store.execute(
            "select marker from markers where engraved = ? and id <> ? limit 1", (number, key)
        ).fetchone()
        if number and others is not None:
            raise InputError(
                Problem(
                    msg(
                        "The engraved number {number} is that of marker {other}.",
                        number=number,
                        other=others[0],
                    ),
                    row["marker"],
                )
            )
        with self.step(ENGRAVED, [key], who, why) as change:
            change.update(key, {"engraved": number})
            # Those that had the same one before may be the only ones now.
            change.near |= {
                other
                for (other,) in self.store.execute(
                    "select id from markers where engraved = ? and engraved <> ''",
                    (row["engraved"],),
                )
            }

    def _in_order(self, rows: Sequence[Row], block: str) -> list[Row]:
        """Return markers in the order of their rings, on each beginning behind the widest gap."""
        rings: dict[int, list[Row]] = {}
        for row in rows:
            rings.setdefault(row["ring"] or 0, []).append(row)
        found = []
        for ring, placed in sorted(rings.items()):
            placed.sort(key=lambda row: (row["along_m"] or 0.0, row["id"]))
            (count,) = self.store.execute(
                "select count(*) from markers where block = ? and ring = ? and kind <> 'witness'"
                " and state <> 'retired'",
                (block, ring),
            ).fetchone()
            start = 0
            if len(placed) < count:
                # A stretch may pass the place where the ring begins.
                along = [row["along_m"] or 0.0 for row in placed]
                gaps = [along[at] - along[at - 1] for at in range(1, len(along))]
                rest = self.walk.rings(block).lengths[ring - 1] - (along[-1] - along[0])
                widest = max([rest, *gaps])
                start = 0 if widest == rest else 1 + gaps.index(widest)
            found += placed[start:] + placed[:start]
        return found
