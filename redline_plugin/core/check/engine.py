"""Runs rules on a subject and puts what they found in one order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.check.rule import NOBODY, Found, Ints, Rule, Severity
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.text import Message, msg, title

OPEN = "open"
"""The state of a finding that nobody has decided on."""


class Subject(Protocol):
    """What is checked."""

    @property
    def names(self) -> Sequence[str]:
        """What the user calls each feature."""

    @property
    def has(self) -> frozenset[str]:
        """Names of what is there; a rule runs when its needs are."""


@dataclass(frozen=True)
class Finding:
    """One thing found: rule, place, features (names; second may be ""), value, sentence, state."""

    rule: Rule
    shape: BaseGeometry | None
    first: str
    second: str
    value: float
    message: Message
    state: str = OPEN


@dataclass(frozen=True)
class Report:
    """What a check gives.

    Attributes:
        findings: by rule in the rules' order, then from the north-west.
        counts: of every rule that ran, by its id.
        not_run: rules whose needs were not there.
        settings: the tolerances used, by name.
    """

    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    not_run: tuple[Rule, ...]
    settings: Mapping[str, float]

    def of(self, severity: Severity) -> int:
        """Return how many findings are of a severity."""
        return sum(finding.rule.severity is severity for finding in self.findings)


def settings_of(rules: Sequence[Rule], given: Mapping[str, float]) -> dict[str, float]:
    """Return every tolerance of the rules by name, the given one or its default.

    Raises:
        InputError: a tolerance is not a number of zero or more.
    """
    settings: dict[str, float] = {}
    problems = []
    for tolerance in (one for rule in rules for one in rule.tolerances):
        value = float(given.get(tolerance.name, tolerance.default))
        settings[tolerance.name] = value
        if not (np.isfinite(value) and value >= 0.0):
            problems.append(
                Problem(
                    msg("The tolerance is {value}, not a number of zero or more.", value=value),
                    title(tolerance.title),
                )
            )
    if problems:
        raise InputError(problems)
    return settings


def run(
    rules: Sequence[Rule], subject: Any, given: Mapping[str, float], feedback: Feedback
) -> Report:
    """Check a subject.

    Args:
        rules: in the order of the report.
        subject: a :class:`Subject` of the kind that the rules know.
        given: tolerances by name; defaults are used for the rest.
        feedback: progress and cancel, between rules.

    Raises:
        InputError: a tolerance cannot be used.
        CancelledError: the user stopped.
    """
    settings = settings_of(rules, given)
    order = _order_of_names(subject.names)
    findings: list[Finding] = []
    counts: dict[str, int] = {}
    not_run = []
    for number, rule in enumerate(rules):
        stop_if_cancelled(feedback)
        if not rule.needs <= subject.has:
            not_run.append(rule)
            continue
        found = _in_order(rule.check(subject, settings), order)
        counts[rule.id] = len(found.shapes)
        findings += _sentences(rule, found, subject.names, settings)
        feedback.progress((number + 1) / len(rules))
    return Report(tuple(findings), counts, tuple(not_run), settings)


def _order_of_names(names: Sequence[str]) -> Ints:
    order = np.empty(len(names), dtype=np.int64)
    order[sorted(range(len(names)), key=lambda i: (len(names[i]), names[i]))] = np.arange(
        len(names)
    )
    return order


def _in_order(found: Found, order: Ints) -> Found:
    """Return findings from the north-west; of a pair the feature of the lower name comes first."""
    if len(found.shapes) == 0:
        return found
    ranks = np.concatenate([order, [-1]])
    swap = (found.second != NOBODY) & (ranks[found.second] < ranks[found.first])
    first = np.where(swap, found.second, found.first)
    second = np.where(swap, found.first, found.second)
    west, south, east, north = np.nan_to_num(shapely.bounds(found.shapes)).T
    by = np.lexsort((ranks[second], ranks[first], south, east, west, -north))
    return Found(
        found.shapes[by],
        first[by],
        second[by],
        found.values[by],
        tuple(found.notes[at] for at in by) if found.notes else (),
    )


def _sentences(
    rule: Rule, found: Found, names: Sequence[str], settings: Mapping[str, float]
) -> list[Finding]:
    limits = {one.name: number(settings[one.name]) for one in rule.tolerances}
    made = []
    for at, shape in enumerate(found.shapes):
        second = "" if found.second[at] == NOBODY else names[found.second[at]]
        fields: dict[str, object] = {
            "first": names[found.first[at]],
            "second": second,
            "value": number(float(found.values[at])),
            **limits,
        }
        if found.notes:
            fields["note"] = found.notes[at]
        value = float(found.values[at])
        made.append(
            Finding(rule, shape, str(fields["first"]), second, value, msg(rule.text, **fields))
        )
    return made


def number(value: float) -> str:
    """Return a number as people read it: no more digits than tell something."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if abs(value) >= 0.01 else f"{value:.4g}"
