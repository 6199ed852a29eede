"""The manifest: what is in the package, with sizes and hashes, in a fixed order."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from redline_plugin.core.package.geometry import TargetCrs
from redline_plugin.core.package.options import ExportOptions
from redline_plugin.core.package.records import Record
from redline_plugin.core.package.tables import total_area
from redline_plugin.core.standard.profile import Profile
from redline_plugin.core.version import version

NAME = "manifest.json"
FORMAT = "redline-package"
FORMAT_VERSION = 1
_CHUNK = 1 << 20


def is_package(folder: Path) -> bool:
    """Return whether a folder holds a manifest of ours: only then may it be replaced."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and content.get("format") == FORMAT


def build_manifest(
    folder: Path,
    records: Sequence[Record],
    profile: Profile,
    crs: TargetCrs,
    options: ExportOptions,
    name: str,
) -> dict[str, Any]:
    """Describe the files that lie in ``folder`` and what they hold."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "name": name,
        "redline": version(),
        "date": f"{options.stamp_date:%Y-%m-%d}",
        "profile": {"id": profile.id, "version": profile.version},
        "layer": profile.layer,
        "crs": {"epsg": crs.epsg, "name": crs.kind.name},
        "formats": list(options.formats),
        "encoding": options.shapefile_encoding,
        "blocks": len(records),
        "area": {"total": str(total_area(records, profile)), "unit": profile.area_field.unit},
        "files": sorted((_entry(folder, path) for path in files), key=lambda each: each["path"]),
    }


def _entry(folder: Path, path: Path) -> dict[str, Any]:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    relative = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
    return {"path": relative, "size": path.stat().st_size, "sha256": digest.hexdigest()}


def json_bytes(content: Mapping[str, Any]) -> bytes:
    """Return JSON that a person can read, keys sorted, lines ended by a line feed."""
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True, default=str)
    return (text + "\n").encode("utf-8")
