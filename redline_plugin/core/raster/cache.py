"""GDAL's block cache kept small while we run: by default it takes 5 % of the machine's memory."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

from redline_plugin.core.gdalsetup import gdal

CACHE_BYTES = 64 * 1024 * 1024

_lock = threading.Lock()
_users = 0
_before = 0


@contextlib.contextmanager
def small_cache() -> Iterator[None]:
    """Bound GDAL's block cache inside this block; the user's setting comes back afterwards."""
    global _users, _before
    with _lock:
        if _users == 0:
            _before = gdal.GetCacheMax()
            gdal.SetCacheMax(min(_before, CACHE_BYTES))
        _users += 1
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            if _users == 0:
                gdal.SetCacheMax(_before)
