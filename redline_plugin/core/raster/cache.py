"""GDAL's block cache kept small while we run: by default it takes 5 % of the machine's memory."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import threading
from collections.abc import Callable, Iterator

import numpy as np

from redline_plugin.core.gdalsetup import gdal

CACHE_BYTES = 32 * 1024 * 1024

NEIGHBOURHOOD_CACHE_BYTES = 16 * 1024 * 1024
"""For reading with a halo, whose arithmetic needs the memory: blocks are rarely met again in time."""

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


@functools.lru_cache(maxsize=1)
def _trim() -> Callable[[int], int] | None:
    """Return the GNU C library's ``malloc_trim``, None where there is no such function."""
    try:
        trim: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (OSError, TypeError, AttributeError):
        return None
    return trim


def give_back_memory() -> None:
    """Hand freed memory back to the system: between stages of work, whose needs differ in shape.

    What :func:`keep_freed_memory` keeps lies scattered over the threads' own heaps, where the next
    stage cannot use it. A few milliseconds; elsewhere than on the GNU C library it does nothing.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@contextlib.contextmanager
def small_cache(most: int = CACHE_BYTES) -> Iterator[None]:
    """Bound GDAL's block cache inside this block; the user's setting comes back afterwards.

    Where several are nested, or run at a time, the first one's bound in bytes counts.
    """
    global _users, _before
    keep_freed_memory()
    with _lock:
        if _users == 0:
            _before = gdal.GetCacheMax()
            gdal.SetCacheMax(min(_before, most))
        _users += 1
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            if _users == 0:
                gdal.SetCacheMax(_before)
