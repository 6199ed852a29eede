"""Disputed kinds of land inside the red line, and what a policy does with each.

The sources conflict (fact sheet, assessment 4), so policies are tables that a province may edit
(``resources/tables/exception_*.csv``) and never a rule in code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.core.declare.table import read_rows
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.standard.overlayrules import table_path
from redline_plugin.core.text import N_, msg

KINDS_FILE = "exception_kinds.csv"
POLICIES_FILE = "exception_policies.csv"

KEEP, FLAG, EDGE, OUT = "keep", "flag", "edge", "out"
DECISIONS = (KEEP, FLAG, EDGE, OUT)

FARMLAND, PLANTATION, CONSTRUCTION, LINEAR, WIND_SOLAR = (
    "farmland",
    "plantation",
    "construction",
    "linear",
    "windsolar",
)
KINDS: Mapping[str, str] = {
    FARMLAND: N_("Farmland"),
    PLANTATION: N_("Commercial plantations"),
    CONSTRUCTION: N_("Construction land"),
    LINEAR: N_("Linear works"),
    WIND_SOLAR: N_("Wind and solar plants"),
}
"""The kinds, in the order in which land of two kinds is counted for the first."""

FLAGGED, GUIDE_2017, MEASURES_DRAFT = "flagged", "guide2017", "measuresdraft"
POLICIES: Mapping[str, str] = {
    FLAGGED: N_("Keep and flag all (Redline's own)"),
    GUIDE_2017: N_("Guide of 2017, 7.3.1: farmland and construction land out at the edges"),
    MEASURES_DRAFT: N_("Draft measure, Art. 11: take in and manage"),
}


@dataclass(frozen=True)
class LandUseCodes:
    """Which land-use codes tell a kind: code to kind, of which the longest that fits counts."""

    kinds: Mapping[str, str]

    def kind_of(self, code: str) -> str:
        """Return the kind of a land-use code, "" for none."""
        for length in range(len(code), 0, -1):
            if code[:length] in self.kinds:
                return self.kinds[code[:length]]
        return ""


def load_land_use(folder: Path | None = None) -> LandUseCodes:
    """Return the table of land-use codes.

    Raises:
        InputError: every row that is wrong, by line.
    """
    path = table_path(folder, KINDS_FILE)
    problems: list[Problem] = []
    found: dict[str, str] = {}
    for line, row in read_rows(path, ("code", "land_use")):
        where, kind = f"{path.name}:{line}", row.get("code", "")
        if kind not in KINDS:
            problems.append(_unknown_kind(kind, where))
            continue
        for code in re.findall("[^;；\\s]+", row.get("land_use", "")):
            if found.setdefault(code, kind) != kind:
                problems.append(Problem(msg("“{name}” stands for two things.", name=code), where))
    if problems:
        raise InputError(problems)
    return LandUseCodes(found)


def load_policy(policy: str, folder: Path | None = None) -> dict[str, str]:
    """Return kind to decision of one policy; a kind without a row is flagged.

    Raises:
        InputError: no such policy, or every row that is wrong, by line.
    """
    path = table_path(folder, POLICIES_FILE)
    problems: list[Problem] = []
    found: dict[tuple[str, str], str] = {}
    for line, row in read_rows(path, ("code", "kind", "decision")):
        where = f"{path.name}:{line}"
        key, decision = (row.get("code", ""), row.get("kind", "")), row.get("decision", "")
        if key[1] not in KINDS:
            problems.append(_unknown_kind(key[1], where))
        if decision not in DECISIONS:
            problems.append(
                Problem(
                    msg(
                        "“{value}” is no decision; it must be {known}.",
                        value=decision,
                        known=", ".join(DECISIONS),
                    ),
                    where,
                )
            )
        if key in found:
            problems.append(Problem(msg("“{name}” has two rows.", name=" ".join(key)), where))
        found[key] = decision
    known = sorted({name for name, _ in found})
    if policy not in known:
        problems.append(
            Problem(
                msg(
                    "There is no policy “{policy}”; the table has {known}.",
                    policy=policy,
                    known=", ".join(known),
                ),
                str(path),
            )
        )
    if problems:
        raise InputError(problems)
    return {kind: found.get((policy, kind), FLAG) for kind in KINDS}


def _unknown_kind(kind: str, where: str) -> Problem:
    return Problem(
        msg("“{kind}” is no kind; it must be {known}.", kind=kind, known=", ".join(KINDS)), where
    )
