"""What the last verification of a package said, kept in the project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProject

from redline_plugin.i18n import tr
from redline_plugin.ui.assignments import SCOPE

_KEY = "verdict"


@dataclass(frozen=True)
class Verdict:
    """A package and what was found; ``changed`` is when its folder last changed, in ns."""

    package: str
    passed: bool
    errors: int
    warnings: int
    changed: int

    def is_of(self, path: str) -> bool:
        """Return whether it speaks of the package as it is now."""
        return bool(path) and Path(path) == Path(self.package) and _changed(path) == self.changed

    def words(self) -> str:
        """Return it in words."""
        if self.passed:
            return tr("Passed, {warnings} warnings").format(warnings=self.warnings)
        return tr("Did not pass: {errors} errors, {warnings} warnings").format(
            errors=self.errors, warnings=self.warnings
        )


def _changed(path: str) -> int:
    """Return when a package last changed: exporting replaces its folder as a whole."""
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return 0


def from_results(package: str, results: Mapping[str, Any]) -> Verdict | None:
    """Return the verdict that the algorithm gave, None when it gave none."""
    if not package or "PASSED" not in results:
        return None
    return Verdict(
        package,
        bool(results["PASSED"]),
        int(results.get("ERRORS", 0)),
        int(results.get("WARNINGS", 0)),
        _changed(package),
    )


def save(project: QgsProject, verdict: Verdict) -> None:
    """Keep a verdict in the project."""
    project.writeEntry(SCOPE, _KEY, json.dumps(asdict(verdict), ensure_ascii=False))


def load(project: QgsProject) -> Verdict | None:
    """Return the verdict kept in the project, None when there is none or it cannot be read."""
    text, _ = project.readEntry(SCOPE, _KEY, "")
    try:
        return Verdict(**json.loads(text)) if text else None
    except (ValueError, TypeError):
        return None
