"""GDAL's block cache kept small while we run: by default it takes 5 % of the machine's memory."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

import numpy as np

from redline_plugin.core.gdalsetup import gdal

CACHE_BYTES = 32 * 1024 * 1024

_lock = threading.Lock()
_users = 0
_before = 0


_LARGE_BYTES = 31 * 1024 * 1024


def keep_freed_memory() -> None:
    """Let the allocator keep what arrays give back, instead of asking the system again and again.

    The GNU C library hands arrays over its threshold back to the system when they are freed, and
    fresh pages cost as much as the arithmetic on them. Freeing one larger array, whose pages nobody
    ever touches, raises the threshold to its size (at most 32 MiB). Elsewhere it does nothing.
    """
    np.empty(_LARGE_BYTES, dtype=np.uint8)


@contextlib.contextmanager
def small_cache() -> Iterator[None]:
    """Bound GDAL's block cache inside this block; the user's setting comes back afterwards."""
    global _users, _before
    keep_freed_memory()
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
