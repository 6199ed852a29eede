"""Check the manifest against the files, with our own hashes."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from redline_plugin.core.errors import os_reason
from redline_plugin.core.text import msg
from redline_plugin.core.verify.findings import Findings
from redline_plugin.core.verify.staging import Staged, unsafe_path

NAME = "manifest.json"
FORMAT = "redline-package"
NEWEST_FORMAT = 1
_MOST_BYTES = 64 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True)
class Manifest:
    """What the manifest claims, after its types were checked; None where it does not say."""

    profile: str = ""
    profile_version: str = ""
    layer: str = ""
    epsg: int | None = None
    formats: tuple[str, ...] | None = None
    encoding: str = ""
    blocks: int | None = None
    area: str = ""
    area_unit: str = ""
    files: dict[str, tuple[int, str]] = field(default_factory=dict)


def read_manifest(package: Staged, findings: Findings) -> Manifest | None:
    """Return the manifest, None when there is none that can be read."""
    entry = package.files.get(NAME)
    if entry is None:
        findings.add("RL-F01", msg("The package has no manifest."), NAME)
        return None
    try:
        if entry.size > _MOST_BYTES:
            raise ValueError("too large")
        content = json.loads(entry.path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        findings.add(
            "RL-F01",
            msg(
                "The manifest cannot be read ({reason}).",
                reason=os_reason(error) if isinstance(error, OSError) else error,
            ),
            NAME,
        )
        return None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        findings.add("RL-F01", msg("This is no manifest of a Redline package."), NAME)
        return None
    return _Reader(content, findings).manifest()


class _Reader:
    """Takes values out of untrusted JSON; notes the ones of the wrong type."""

    def __init__(self, content: dict[str, Any], findings: Findings) -> None:
        self._content = content
        self._findings = findings

    def manifest(self) -> Manifest:
        version = self._content.get("format_version")
        if version != NEWEST_FORMAT:
            self._wrong("format_version", version)
        profile = self._dict("profile")
        crs = self._dict("crs")
        area = self._dict("area")
        formats = self._content.get("formats")
        if not isinstance(formats, list) or not all(isinstance(each, str) for each in formats):
            self._wrong("formats", formats)
            formats = None
        return Manifest(
            profile=self._text(profile, "id"),
            profile_version=self._text(profile, "version"),
            layer=self._text(self._content, "layer"),
            epsg=self._integer(crs, "epsg"),
            formats=None if formats is None else tuple(formats),
            encoding=self._text(self._content, "encoding"),
            blocks=self._integer(self._content, "blocks"),
            area=self._text(area, "total"),
            area_unit=self._text(area, "unit"),
            files=self._files(),
        )

    def _wrong(self, key: str, value: object) -> None:
        self._findings.add(
            "RL-F01",
            msg("{key} is missing in the manifest, or is not what belongs there.", key=key),
            NAME,
            field=key,
            value=repr(value)[:80],
        )

    def _dict(self, key: str) -> dict[str, Any]:
        value = self._content.get(key)
        if isinstance(value, dict):
            return value
        self._wrong(key, value)
        return {}

    def _text(self, content: dict[str, Any], key: str) -> str:
        value = content.get(key)
        if isinstance(value, str):
            return value
        self._wrong(key, value)
        return ""

    def _integer(self, content: dict[str, Any], key: str) -> int | None:
        value = content.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self._wrong(key, value)
        return None

    def _files(self) -> dict[str, tuple[int, str]]:
        entries = self._content.get("files")
        if not isinstance(entries, list):
            self._wrong("files", entries)
            return {}
        result: dict[str, tuple[int, str]] = {}
        for entry in entries:
            path, size, digest = (
                (entry.get("path"), entry.get("size"), entry.get("sha256"))
                if isinstance(entry, dict)
                else (None, None, None)
            )
            if (
                not isinstance(path, str)
                or not isinstance(size, int)
                or not isinstance(digest, str)
                or not _SHA256.fullmatch(digest)
            ):
                self._wrong("files", entry)
            elif unsafe_path(path):
                self._findings.add(
                    "RL-F02",
                    msg("The manifest names a path that leads out of the package."),
                    NAME,
                    value=path[:200],
                    remedy=msg("Do not use this package; ask where it comes from."),
                )
            else:
                name = unicodedata.normalize("NFC", path)
                if name in result:
                    self._findings.add("RL-F01", msg("The manifest names a file twice."), name)
                result[name] = (size, digest)
        return result


def check_files(package: Staged, manifest: Manifest, findings: Findings) -> None:
    """Hold the files that are there against those that the manifest names."""
    for name, (size, digest) in sorted(manifest.files.items()):
        entry = package.files.get(name)
        if entry is None:
            findings.add(
                "RL-F03",
                msg("The file is missing."),
                name,
                remedy=msg("Take it from where the package was made, or export again."),
            )
        elif (entry.size, entry.sha256) != (size, digest):
            findings.add(
                "RL-F05",
                msg("The file is not the one that was exported: size or SHA-256 differ."),
                name,
                value=entry.sha256,
                remedy=msg("Change blocks in the source and export again, not in the package."),
            )
    for name in sorted(set(package.files) - set(manifest.files) - {NAME}):
        findings.add(
            "RL-F04",
            msg("The manifest does not name this file."),
            name,
            remedy=msg("Take it out, or export it with the package."),
        )
