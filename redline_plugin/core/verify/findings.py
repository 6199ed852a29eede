"""What the verifier found, and its verdict, as text and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redline_plugin.core.text import Message, Translate, msg, title, untranslated
from redline_plugin.core.verify.rules import ERROR, RULES, WARNING

# A package with a systematic fault would else list the same thing for every feature.
MOST_PER_RULE = 200


@dataclass(frozen=True)
class Finding:
    """One breach of a rule: what, where (file, feature, column), the value, what to do."""

    rule: str
    what: Message
    file: str = ""
    feature: str = ""
    field: str = ""
    value: str = ""
    remedy: Message | None = None

    @property
    def severity(self) -> str:
        """``error`` or ``warning``, by its rule."""
        return RULES[self.rule].severity

    def render(self, translate: Translate = untranslated) -> str:
        """Return the finding in one line."""
        where = ", ".join(part for part in (self.file, self.feature, self.field) if part)
        parts = [f"[{self.severity}] {self.rule}"]
        parts += [f"{where}:"] if where else []
        parts.append(self.what.render(translate))
        if self.remedy is not None:
            parts.append(self.remedy.render(translate))
        return " ".join(parts)

    def as_dict(self, translate: Translate = untranslated) -> dict[str, str]:
        """Return the finding as plain values."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "title": translate(RULES[self.rule].title),
            "message": self.what.render(translate),
            "file": self.file,
            "feature": self.feature,
            "field": self.field,
            "value": self.value,
            "remedy": self.remedy.render(translate) if self.remedy is not None else "",
        }


class Findings:
    """Collects findings; keeps the first ones of each rule and counts the rest."""

    def __init__(self) -> None:
        self._kept: list[Finding] = []
        self._counts: Counter[str] = Counter()
        self._skipped: dict[str, Message] = {}

    def add(
        self,
        rule: str,
        what: Message,
        file: str = "",
        feature: str = "",
        field: str = "",
        value: object = "",
        remedy: Message | None = None,
    ) -> None:
        """Note a breach of a rule."""
        self._counts[rule] += 1
        if self._counts[rule] <= MOST_PER_RULE:
            self._kept.append(Finding(rule, what, file, feature, field, str(value), remedy))

    def skip(self, rule: str, why: Message) -> None:
        """Note that a rule could not be checked."""
        self._skipped.setdefault(rule, why)

    def all(self) -> tuple[Finding, ...]:
        """Return the findings by rule, and how many more there were."""
        more = [
            Finding(rule, msg("… and {count} more of the same kind.", count=count - MOST_PER_RULE))
            for rule, count in self._counts.items()
            if count > MOST_PER_RULE
        ]
        return tuple(sorted([*self._kept, *more], key=lambda each: each.rule))

    def skipped(self) -> tuple[tuple[str, Message], ...]:
        """Return the rules that could not be checked, with the reasons."""
        return tuple(sorted(self._skipped.items(), key=lambda each: each[0]))


@dataclass(frozen=True)
class Verdict:
    """The verifier's answer.

    ``passed`` when no error was found. ``skipped`` names rules that could not be checked.
    """

    package: str
    profile: str
    blocks: int
    findings: tuple[Finding, ...]
    skipped: tuple[tuple[str, Message], ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that make the package fail."""
        return tuple(finding for finding in self.findings if finding.severity == ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that a person should look at."""
        return tuple(finding for finding in self.findings if finding.severity == WARNING)

    @property
    def passed(self) -> bool:
        """Whether the package may be handed in."""
        return not self.errors

    def summary(self) -> Message:
        """Return the verdict in one sentence."""
        fields = {
            "package": self.package,
            "blocks": self.blocks,
            "errors": len(self.errors),
            "warnings": len(self.warnings),
        }
        if self.passed:
            return msg(
                "{package} passes: {blocks} blocks, {warnings} warnings.",
                **fields,
            )
        return msg("{package} fails: {errors} errors, {warnings} warnings.", **fields)

    def text(self, translate: Translate = untranslated) -> str:
        """Return the verdict as lines of text."""
        lines = [self.summary().render(translate)]
        lines += [finding.render(translate) for finding in self.findings]
        lines += [
            msg(
                "Not checked: {rule} {title}. {why}",
                rule=rule,
                title=title(RULES[rule].title),
                why=why,
            ).render(translate)
            for rule, why in self.skipped
        ]
        return "\n".join(lines)

    def as_dict(self, translate: Translate = untranslated) -> dict[str, Any]:
        """Return the verdict as plain values."""
        return {
            "package": self.package,
            "profile": self.profile,
            "passed": self.passed,
            "blocks": self.blocks,
            "errors": len(self.errors),
            "warnings": len(self.warnings),
            "findings": _dicts(self.findings, translate),
            "not_checked": [
                {"rule": rule, "reason": why.render(translate)} for rule, why in self.skipped
            ],
        }

    def json(self, translate: Translate = untranslated) -> str:
        """Return the verdict as JSON text."""
        return json.dumps(self.as_dict(translate), ensure_ascii=False, indent=2) + "\n"


def _dicts(findings: Sequence[Finding], translate: Translate) -> list[dict[str, str]]:
    return [finding.as_dict(translate) for finding in findings]
