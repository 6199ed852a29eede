"""Code tables in the report: their rows, for people."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redline_plugin.core.declare.model import Certainty, CodeTable
from redline_plugin.core.declare.table import FOLDER, default_path, read_rows
from redline_plugin.core.errors import InputError
from redline_plugin.core.records import Subject
from redline_plugin.core.report.numbers import unit_text
from redline_plugin.core.report.room import SURE, Room

WORDS: Mapping[str, Certainty] = {
    "seen": Certainty.SEEN,
    "memory H": Certainty.HIGH,
    "memory M": Certainty.MEDIUM,
    "memory L": Certainty.LOW,
    "conflict": Certainty.CONFLICT,
    "advice": Certainty.ADVICE,
    "user": Certainty.USER,
}
"""How tables say how sure a row is."""


@dataclass(frozen=True)
class UsedTable:
    """A code table that a run used.

    Attributes:
        declared: as the model declares it.
        path: of the file.
        noted: what the run's record says of it.
        rows: of the file, empty when it is gone.
        intact: whether the file is still the one that was used, as far as the record tells.
    """

    declared: CodeTable
    path: Path
    noted: Mapping[str, Any]
    rows: tuple[Mapping[str, str], ...]
    intact: bool

    @property
    def shipped(self) -> bool:
        """Whether it comes with the plugin."""
        return bool(self.noted.get("shipped", self.path.parent == FOLDER))

    def titles(self, language: str) -> dict[int, str]:
        """Return the classes' names by code, in the order of the table."""
        found: dict[int, str] = {}
        for row in self.rows:
            code = code_of(row)
            chinese = row.get("title_zh", "") if language == "zh" else ""
            if code is not None:
                found.setdefault(code, chinese or row.get("title", "") or str(code))
        return found


def code_of(row: Mapping[str, str]) -> int | None:
    """Return a row's code, None when it has none."""
    try:
        return int(float(row.get("code", "")))
    except (ValueError, OverflowError):
        return None


def used_table(subject: Subject, declared: CodeTable) -> UsedTable:
    """Return the table that a run used for an input."""
    noted = subject.part("parameters", "tables").get(declared.name)
    record = noted if isinstance(noted, Mapping) else {}
    if record.get("shipped"):
        path = FOLDER / Path(str(record.get("file", declared.file))).name
    elif record.get("file"):
        path = Path(str(record["file"]))
    elif isinstance(noted, str):
        path = Path(noted)
    else:
        path = default_path(declared)
    try:
        rows = tuple(row for _, row in read_rows(path, ("code",)))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except (InputError, OSError):
        return UsedTable(declared, path, record, (), False)
    return UsedTable(declared, path, record, rows, record.get("sha256", digest) == digest)


def table_section(used: UsedTable, codes: Collection[int], room: Room) -> dict[str, Any]:
    """Return what the template shows of a table: the rows of codes that occur."""
    titles = used.titles(room.language)
    rows = []
    for row in used.rows:
        code = code_of(row)
        if code is None or (codes and code not in codes):
            continue
        word = row.get("certainty", "")
        certainty = WORDS.get(word)
        rows.append(
            {
                "code": code,
                "title": titles.get(code, ""),
                "values": [row.get(column, "") for column in used.declared.columns],
                "source": row.get("source", ""),
                "certainty": {
                    "text": room.translate(certainty.value) if certainty else word,
                    "sure": certainty in SURE,
                    "user": certainty is Certainty.USER,
                },
                "note": row.get("note", ""),
            }
        )
    columns = used.declared.columns
    title = room.translate(used.declared.title)
    return {
        "title": title,
        "unit": unit_text(used.declared.unit),
        "file": used.path.name,
        "version": str(used.noted.get("version", "") or ""),
        "sha256": str(used.noted.get("sha256", "") or "")[:12],
        "shipped": used.shipped,
        "changed": bool(used.rows) and not used.intact,
        "gone": not used.rows,
        "columns": [room.words["value"]] if len(columns) == 1 else list(columns),
        "rows": rows,
    }
