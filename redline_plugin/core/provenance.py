"""What made an output: algorithm, version, parameters, inputs with size and hash.

Inputs are hashed by a thread of their own while the work runs, since they are read anyway.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import platform
import re
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.version import version

KEY = "PROVENANCE"
METADATA_DOMAIN = "REDLINE"
_CHUNK = 256 * 1024
_POLL_SECONDS = 0.1
_KIND = re.compile(r"[\w./+-]+")
_ARCHIVES = ("/vsizip/", "/vsitar/", "/vsigzip/", "/vsi7z/", "/vsirar/")
_MAY_HOLD_PASSWORD = re.compile(
    rf"(?:https?|ftps?)://|://[^/]*@|(?:passw|pwd|token|secret)\w*\s*="
    rf"|(?!{'|'.join(_ARCHIVES)})/vsi\w+/",
    re.IGNORECASE,
)


def main_file(uri: str) -> Path | None:
    """Return the file behind a GDAL name, or None when there is none (memory, database)."""
    path = Path(uri.split("|", 1)[0])
    if _is_file(path):
        return path
    if uri.startswith("/vsi") or "PG:" in uri.upper():
        return None
    for part in uri.split(":", 1)[1:]:
        inner = Path(part.rsplit(":", 1)[0].strip('"'))
        if _is_file(inner):
            return inner
    return None


def told_name(uri: str) -> str | None:
    """Return a GDAL name that more than a file's path is needed for, None where it is not to be told.

    A part of a file (``NETCDF:"file":variable``) can be read again by its name only. Addresses of
    servers and databases may hold a password.
    """
    file = main_file(uri)
    if "|" in uri or _MAY_HOLD_PASSWORD.search(uri) or file == Path(uri):
        return None
    return uri if file is not None or uri.startswith(_ARCHIVES) else None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # The address of a layer in memory is longer than any file's name.
        return False


class InputRecords:
    """Hashes files in the background; :meth:`result` waits for it.

    A record holds ``path``, ``size`` and ``sha256`` of the file, ``source`` where GDAL opens a part
    of it by a name of its own, and ``made_by`` where Redline made it.
    """

    def __init__(self, inputs: Mapping[str, str]) -> None:
        """Start hashing; ``inputs`` maps parameter names to GDAL names or paths."""
        self._inputs = dict(inputs)
        self._stop = threading.Event()
        self._records: list[dict[str, Any]] = []
        self._thread = threading.Thread(target=self._run, name="redline-hash", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        known: dict[str, dict[str, Any]] = {}
        for name, uri in sorted(self._inputs.items()):
            if uri not in known:
                known[uri] = self._record(uri)
            self._records.append({"name": name, **known[uri]})

    def _record(self, uri: str) -> dict[str, Any]:
        path, name = main_file(uri), told_name(uri)
        if path is None:
            # A database name may hold a password; only its kind is told.
            kind = _KIND.search(uri)
            return {"path": name or (kind.group() if kind else ""), "sha256": None}
        try:
            digest = hashlib.sha256()
            chunk = memoryview(bytearray(_CHUNK))
            with path.open("rb", buffering=0) as stream:
                while not self._stop.is_set():
                    # One small buffer again and again: it stays in the processor's cache.
                    length = stream.readinto(chunk)
                    if not length:
                        break
                    digest.update(chunk[:length])
            size = path.stat().st_size
        except OSError as error:
            return {"path": str(path), "sha256": None, "note": error.strerror}
        record = {"path": str(path), "size": size, "sha256": digest.hexdigest()}
        if name is not None:
            record["source"] = name
        earlier = read_provenance(uri)
        if earlier is not None:
            # What made the input itself, so that a chain can be followed when files are gone.
            record["made_by"] = earlier["algorithm"]
        return record

    def result(self, feedback: Feedback | None = None) -> list[dict[str, Any]]:
        """Wait for the hashes and return a record per input.

        Raises:
            CancelledError: the user asked to stop meanwhile.
        """
        while self._thread.is_alive():
            self._thread.join(_POLL_SECONDS)
            if feedback is not None:
                stop_if_cancelled(feedback)
        return self._records

    def cancel(self) -> None:
        """Stop hashing, because the work failed or was cancelled."""
        self._stop.set()
        self._thread.join()


def provenance(
    algorithm: str,
    parameters: Mapping[str, Any],
    inputs: Sequence[Mapping[str, Any]],
    results: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Put together the record that is stored with an output."""
    now = datetime.datetime.now(datetime.timezone.utc)
    return {
        "algorithm": algorithm,
        "redline": version(),
        "created": now.isoformat(timespec="seconds"),
        "software": {
            "gdal": gdal.VersionInfo("RELEASE_NAME"),
            "numpy": np.__version__,
            "python": platform.python_version(),
        },
        "parameters": dict(parameters),
        "inputs": [dict(record) for record in inputs],
        "results": dict(results or {}),
    }


def to_json(record: Mapping[str, Any]) -> str:
    """Return the record as JSON text, keys in a fixed order."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, default=str)


def read_provenance(path: str) -> dict[str, Any] | None:
    """Return the record stored in a raster, or None when there is none or it is no raster."""
    try:
        with gdal_exceptions():
            dataset = gdal.OpenEx(path, gdal.OF_RASTER)
            text = dataset.GetMetadataItem(KEY, METADATA_DOMAIN)
    except RuntimeError:
        return None
    return json.loads(text) if text else None


def read_layer_provenance(uri: str) -> dict[str, Any] | None:
    """Return the record stored with the first layer of a file; None when there is none.

    Args:
        uri: a path, or one with ``|layername=`` as QGIS writes it.
    """
    path, _, options = uri.partition("|")
    mark = "layername="
    names = [part[len(mark) :] for part in options.split("|") if part.startswith(mark)]
    try:
        with gdal_exceptions():
            source = gdal.OpenEx(path, gdal.OF_VECTOR)
            layer = source.GetLayerByName(names[0]) if names else source.GetLayer(0)
            text = layer.GetMetadataItem(KEY, METADATA_DOMAIN) if layer else None
    except RuntimeError:
        # Not a file (memory, database): such a layer has no record.
        return None
    return json.loads(text) if text else None
