"""What made a layer, read from its file on a thread: a file may lie on a slow network drive."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.provenance import KEY, METADATA_DOMAIN, main_file


@dataclass(frozen=True)
class Origin:
    """What the provenance in a file says.

    Attributes:
        algorithm: full id, ``redline:soilretention``.
        created: ISO time, for choosing the newest.
        band: name of the raster's band, "" for polygons.
        of: ids of the algorithms that made its inputs, as far as their files still tell.
    """

    algorithm: str
    created: str = ""
    band: str = ""
    of: tuple[str, ...] = ()


Known = Mapping[str, tuple[int, "Origin | None"]]
"""By GDAL name: time of the file's last change (ns) and what it says."""


def _record(uri: str) -> tuple[dict[str, Any], str] | None:
    path, _, options = uri.partition("|")
    layer_names = [
        part[len("layername=") :] for part in options.split("|") if part.startswith("layername=")
    ]
    dataset = gdal.OpenEx(path, gdal.OF_RASTER | gdal.OF_VECTOR)
    if dataset.RasterCount and not layer_names:
        text = dataset.GetMetadataItem(KEY, METADATA_DOMAIN)
        band = dataset.GetRasterBand(1).GetDescription()
    else:
        layer = dataset.GetLayerByName(layer_names[0]) if layer_names else dataset.GetLayer(0)
        text = layer.GetMetadataItem(KEY, METADATA_DOMAIN) if layer is not None else None
        band = ""
    record = json.loads(text) if text else None
    return (record, band) if isinstance(record, dict) else None


def read_origin(uri: str, follow: bool = True) -> Origin | None:
    """Return what made the file behind a GDAL name; None when it does not tell.

    Args:
        uri: path, or one with ``|layername=`` as QGIS writes it.
        follow: whether to look into the inputs that the record names.
    """
    try:
        with gdal_exceptions():
            found = _record(uri)
    except (RuntimeError, ValueError):
        # Not a file, not readable any more, or metadata of somebody else under our name.
        return None
    if found is None:
        return None
    record, band = found
    of = []
    if follow:
        for entry in record.get("inputs", ()):
            # The record names what made an input; the file itself may be gone by now.
            made_by = entry.get("made_by")
            if not made_by:
                inner = read_origin(str(entry.get("path", "")), follow=False)
                made_by = inner.algorithm if inner is not None else None
            if made_by:
                of.append(str(made_by))
    return Origin(str(record.get("algorithm", "")), str(record.get("created", "")), band, tuple(of))


def _changed(uri: str) -> int:
    path = main_file(uri)
    try:
        return path.stat().st_mtime_ns if path is not None else 0
    except OSError:
        return 0


def read_all(
    uris: Iterable[str], known: Known, stop: threading.Event
) -> dict[str, tuple[int, Origin | None]]:
    """Return what is known about each file; only files that changed are opened."""
    found: dict[str, tuple[int, Origin | None]] = {}
    for uri in uris:
        if stop.is_set():
            break
        changed = _changed(uri)
        before = known.get(uri)
        if before is not None and before[0] == changed:
            found[uri] = before
        else:
            found[uri] = (changed, read_origin(uri) if changed else None)
    return found


class Origins(QObject):
    """Knows what made the project's layers; reads on one thread, tells when something is new."""

    changed = pyqtSignal()
    _read = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, tuple[int, Origin | None]] = {}
        self._waiting: list[str] | None = None
        self._running = False
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="redline-origins")
        self._read.connect(self._take)

    def known(self) -> dict[str, Origin | None]:
        """Return what is known now, by GDAL name."""
        return {uri: origin for uri, (_, origin) in self._known.items()}

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._running

    def look(self, uris: Iterable[str]) -> None:
        """Read these files when they are new or changed; returns at once."""
        wanted = sorted({uri for uri in uris if uri})
        if self._running:
            self._waiting = wanted
            return
        self._start(wanted)

    def close(self) -> None:
        """Stop reading; waits for the file being read."""
        self._stop.set()
        self._read.disconnect(self._take)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _start(self, uris: list[str]) -> None:
        self._running = True
        self._waiting = None
        future = self._pool.submit(read_all, uris, dict(self._known), self._stop)
        future.add_done_callback(self._emit)

    def _emit(self, future: Future[Any]) -> None:
        if not self._stop.is_set():
            # On the reading thread: Qt carries it over to the thread of the widgets.
            self._read.emit(future)

    def _take(self, future: Future[Any]) -> None:
        self._running = False
        found = future.result()
        news = {uri: origin for uri, (_, origin) in found.items()} != self.known()
        self._known = found
        if news:
            self.changed.emit()
        if self._waiting is not None:
            self._start(self._waiting)
