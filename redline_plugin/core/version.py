"""The version, kept in one place: ``metadata.txt``."""

from __future__ import annotations

import functools
from pathlib import Path

METADATA = Path(__file__).parents[1] / "metadata.txt"


@functools.lru_cache(maxsize=1)
def version() -> str:
    """Return the plugin's version."""
    for line in METADATA.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("=")
        if key.strip() == "version":
            return value.strip()
    raise ValueError(f"no version in {METADATA}")
