"""File names made of numbers: allowed on every system, and no two the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
_LONGEST = 120
"""Bytes of a name without its ending; the usual limit of a whole name is 255."""


def safe_name(text: str) -> str:
    """Return a text as a file name without its ending: what no system takes becomes ``_``."""
    name = _FORBIDDEN.sub("_", text).strip()
    while len(name.encode("utf-8", "replace")) > _LONGEST or name.endswith((".", " ")):
        name = name[:-1]
    if not name or _RESERVED.match(name):
        name = f"_{name}"
    return name


def file_names(numbers: Iterable[str]) -> dict[str, str]:
    """Return a file name (without ending) for each number.

    No two differ only in case, which Windows and macOS take for the same; a doubled one gets ~2.
    """
    taken: set[str] = set()
    found: dict[str, str] = {}
    for number in numbers:
        name = free = safe_name(number)
        count = 1
        while free.casefold() in taken:
            count += 1
            free = f"{name}~{count}"
        taken.add(free.casefold())
        found[number] = free
    return found
