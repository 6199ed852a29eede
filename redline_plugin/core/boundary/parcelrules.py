"""What decides whether a parcel on the line is in: its land use, and the share of it that is in.

No public text gives a share, nor which land uses are in or out whatever their share (fact sheet,
assessment 4, "conflict": the Guide deducts farmland and construction land from the edges, a later
draft takes them in). Both are the user's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.text import N_, msg
from redline_plugin.core.usertable import read_user_table

SHARE, IN, OUT, CUT = "share", "in", "out", "cut"
DECISIONS = (SHARE, IN, OUT, CUT)
DECISION_TITLES = {
    SHARE: N_("by share of its area"),
    IN: N_("whole, whatever its share"),
    OUT: N_("out, whatever its share"),
    CUT: N_("cut by the assessed line"),
}
COLUMNS = ("code", "decision", "share")
DEFAULT_SHARE = 0.5
"""Half of the parcel: Redline's own example."""


@dataclass(frozen=True)
class Rule:
    """Parcels whose land use code begins with ``code`` are decided so; ``share`` for SHARE only."""

    code: str
    decision: str
    share: float = DEFAULT_SHARE


@dataclass(frozen=True)
class Rules:
    """Rules by code, and the share for all others; the rule with the longest code holds."""

    rules: tuple[Rule, ...] = ()
    share: float = DEFAULT_SHARE

    def of(self, code: str) -> Rule:
        """Return the rule for a land use code."""
        fitting = [rule for rule in self.rules if code.startswith(rule.code)]
        if not fitting or not code:
            return Rule("", SHARE, self.share)
        return max(fitting, key=lambda rule: len(rule.code))


def read_rules(path: Path, share: float) -> Rules:
    """Read rules from CSV (UTF-8 or GBK) with the columns code, decision and share.

    Raises:
        InputError: all that is wrong in it, with the numbers of the lines.
    """
    need = msg("It needs code, decision (share, in, out or cut) and share.")
    found: list[Rule] = []
    problems: list[Problem] = []
    for number, row in read_user_table(path, COLUMNS[:2], need):
        where = f"{path}, {number}"
        code, decision, value = row["code"], row["decision"].lower(), row.get("share", "")
        if decision not in DECISIONS:
            problems.append(
                Problem(
                    msg(
                        "“{value}” is no decision; it must be share, in, out or cut.",
                        value=decision,
                    ),
                    where,
                )
            )
            continue
        try:
            own = float(value) if value else share
        except ValueError:
            own = -1.0
        if not 0.0 <= own <= 1.0:
            problems.append(Problem(msg("“{value}” is no share from 0 to 1.", value=value), where))
            continue
        found.append(Rule(code, decision, own))
    problems += _doubles(found, path)
    if problems:
        raise InputError(problems)
    return Rules(tuple(found), share)


def _doubles(rules: Sequence[Rule], path: Path) -> list[Problem]:
    codes = [rule.code for rule in rules]
    return [
        Problem(msg("The code “{code}” has two rows.", code=code), str(path))
        for code in sorted({code for code in codes if codes.count(code) > 1})
    ]
