"""File names made of species' names, good for every file system and still readable."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_FORBIDDEN = '<>:"/\\|?*'
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(1, 10)),
    *(f"lpt{n}" for n in range(1, 10)),
}
_LONGEST_BYTES = 120


def safe_name(name: str) -> str:
    """Return a species' name as a file name without suffix; Chinese stays, blanks become ``_``."""
    text = unicodedata.normalize("NFC", name)
    kept = "".join(
        "_" if c in _FORBIDDEN or c.isspace() or unicodedata.category(c)[0] == "C" else c
        for c in text
    )
    kept = kept.encode("utf-8")[:_LONGEST_BYTES].decode("utf-8", errors="ignore").strip("._ ")
    if not kept:
        return "species"
    if kept.split(".")[0].lower() in _RESERVED:
        return f"{kept}_"
    return kept


def file_names(names: Iterable[str]) -> dict[str, str]:
    """Return a file name for each species; no two differ only in upper and lower case."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        base = candidate = safe_name(name)
        number = 2
        while candidate.casefold() in taken:
            candidate = f"{base}_{number}"
            number += 1
        taken.add(candidate.casefold())
        found[name] = candidate
    return found
