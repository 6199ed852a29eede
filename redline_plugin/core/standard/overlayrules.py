"""What enters the red line: classes of rasters, kinds, zones and levels of protected areas.

The rules are tables (``resources/tables/overlay_*.csv``) that a province may edit. Names are
matched tolerantly: width of letters, spaces and brackets do not matter, and a name counts as a part
of a longer one (国家级自然保护区), unless 非 stands before it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.core.declare.table import FOLDER, decoded, read_rows, table_version
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.standard.reasons import BY_ID, PROTECTED
from redline_plugin.core.text import msg

CLASSES_FILE = "overlay_classes.csv"
PROTECTED_FILE = "overlay_protected.csv"
LEVELS_FILE = "overlay_levels.csv"

WHOLE, ZONES, OUT = "whole", "zones", "out"
_PARTS = (WHOLE, ZONES, OUT)
_YES = {"yes": True, "no": False, "是": True, "否": False}

IN, LEFT_OUT, UNKNOWN = "in", "out", "unknown"
"""Outcomes of the rules for one feature."""


def plain_name(text: str) -> str:
    """Return a name as it is compared: half-width, small letters, no spaces or punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def names_in(text: str, names: Mapping[str, str]) -> set[str]:
    """Return the values of the names that stand in a text.

    Args:
        text: as it stands in the user's layer.
        names: plain name to what it stands for. A name inside of a longer one that is there too
            does not count (核心区 in 非核心区, 保育区 in 湿地保育区).
    """
    plain = plain_name(text)
    if plain in names:
        return {names[plain]}
    taken = [False] * len(plain)
    found = set()
    for name in sorted(names, key=lambda name: (-len(name), name)):
        start = plain.find(name)
        while start >= 0:
            stop = start + len(name)
            if not any(taken[start:stop]):
                taken[start:stop] = [True] * len(name)
                if not (start and plain[start - 1] == "非"):
                    found.add(names[name])
            start = plain.find(name, start + 1)
    return found


@dataclass(frozen=True)
class KindRule:
    """What of a kind of protected area enters: ``part`` is whole, zones or out."""

    kind: str
    part: str
    zones: Mapping[str, str]


@dataclass(frozen=True)
class ProtectedRules:
    """The tables of kinds, zones and levels.

    Attributes:
        kinds: plain name of a kind to its id.
        rules: id of a kind to its rule; its zones are plain names to "in" or "out".
        levels: plain name of a level to "in" or "out".
    """

    kinds: Mapping[str, str]
    rules: Mapping[str, KindRule]
    levels: Mapping[str, str]

    def decide(self, kind: str, zone: str, level: str | None) -> tuple[str, str]:
        """Return the outcome for a protected area, and which of its names is unknown.

        A zone or level that is empty is looked for in the kind (国家级森林公园).

        Args:
            kind, zone: as they stand in the layer.
            level: the same; None when levels are not to be looked at.

        Returns:
            "in", "out" or "unknown"; and for the latter "kind", "zone" or "level", else "".
        """
        if level is not None:
            by_level = names_in(level or kind, self.levels)
            if by_level == {LEFT_OUT}:
                return LEFT_OUT, ""
            if by_level != {IN}:
                return UNKNOWN, "level"
        kinds = names_in(kind, self.kinds)
        if len(kinds) != 1:
            return UNKNOWN, "kind"
        rule = self.rules[kinds.pop()]
        if rule.part != ZONES:
            return (IN if rule.part == WHOLE else LEFT_OUT), ""
        outcomes = names_in(zone or kind, rule.zones)
        if len(outcomes) != 1:
            return UNKNOWN, "zone"
        return outcomes.pop(), ""


def table_path(folder: Path | None, name: str) -> Path:
    """Return the user's table of that name where there is one, else the packaged one."""
    if folder is not None and (folder / name).is_file():
        return folder / name
    return FOLDER / name


def tables_used(folder: Path | None, names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return version and hash of each table, and where one's own lies; for the provenance."""
    found = {}
    for name in names:
        path = table_path(folder, name)
        data = path.read_bytes()
        found[name] = {
            "version": table_version(decoded(data)),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
        if path.parent != FOLDER:
            found[name]["path"] = str(path)
    return found


def load_classes(folder: Path | None = None) -> dict[str, tuple[int, ...]]:
    """Return reason id to the classes that enter.

    Raises:
        InputError: every row that is wrong, by line.
    """
    path = table_path(folder, CLASSES_FILE)
    problems: list[Problem] = []
    found: dict[str, tuple[int, ...]] = {}
    for line, row in read_rows(path, ("code", "classes")):
        where, reason = f"{path.name}:{line}", row.get("code", "")
        texts = [text.strip() for text in re.split("[;；]", row.get("classes", "")) if text.strip()]
        if reason not in BY_ID or BY_ID[reason].kind == PROTECTED:
            problems.append(
                Problem(msg("“{reason}” is no function or sensitivity.", reason=reason), where)
            )
        elif reason in found:
            problems.append(Problem(msg("“{name}” has two rows.", name=reason), where))
        elif any(text not in ("1", "2", "3") for text in texts):
            problems.append(
                Problem(
                    msg("Classes are 1, 2 and 3, not “{value}”.", value=row.get("classes", "")),
                    where,
                )
            )
        else:
            found[reason] = tuple(sorted({int(text) for text in texts}))
    if problems:
        raise InputError(problems)
    return found


def load_protected(folder: Path | None = None) -> ProtectedRules:
    """Return the rules for protected areas.

    Raises:
        InputError: every row that is wrong in both tables, by line.
    """
    problems: list[Problem] = []
    kinds: dict[str, str] = {}
    rules: dict[str, KindRule] = {}
    path = table_path(folder, PROTECTED_FILE)
    for line, row in read_rows(path, ("code", "names", "part", "zones", "zones_out")):
        where, kind, part = f"{path.name}:{line}", row.get("code", ""), row.get("part", "")
        if part not in _PARTS:
            what = msg(
                "“{value}” is no part; it must be {known}.", value=part, known=", ".join(_PARTS)
            )
            problems.append(Problem(what, where))
        if not kind or kind in rules:
            problems.append(Problem(msg("“{name}” has two rows.", name=kind), where))
        zones: dict[str, str] = {}
        for outcome, column in ((IN, "zones"), (LEFT_OUT, "zones_out")):
            for name in _names(row.get(column, "").replace(";", "|").replace("；", "|")):
                _take(zones, name, outcome, where, problems)
        if part == ZONES and IN not in zones.values():
            problems.append(Problem(msg("The row names no zone that enters."), where))
        for name in (plain_name(kind), *_names(row.get("names", ""))):
            _take(kinds, name, kind, where, problems)
        rules[kind] = KindRule(kind, part, zones)
    path = table_path(folder, LEVELS_FILE)
    levels: dict[str, str] = {}
    for line, row in read_rows(path, ("code", "names", "enters")):
        where, enters = f"{path.name}:{line}", row.get("enters", "").lower()
        if enters not in _YES:
            what = msg("“{value}” is neither yes nor no.", value=row.get("enters", ""))
            problems.append(Problem(what, where))
            continue
        outcome = IN if _YES[enters] else LEFT_OUT
        for name in {plain_name(row.get("code", "")), *_names(row.get("names", ""))}:
            _take(levels, name, outcome, where, problems)
    if problems:
        raise InputError(problems)
    return ProtectedRules(kinds, rules, levels)


def _names(text: str) -> Sequence[str]:
    return [name for name in (plain_name(part) for part in re.split("[|｜]", text)) if name]


def _take(
    names: dict[str, str], name: str, value: str, where: str, problems: list[Problem]
) -> None:
    if names.setdefault(name, value) != value:
        problems.append(Problem(msg("“{name}” stands for two things.", name=name), where))
