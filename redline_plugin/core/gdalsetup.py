"""GDAL with exceptions, for as long as our own work runs and no longer.

``UseExceptions`` is a switch of the whole process. Inside QGIS other plugins rely on finding it as
it was, so it is turned on while any of our calls runs and put back when the last one ends.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from types import ModuleType

from osgeo import gdal, ogr, osr

__all__ = ["gdal", "gdal_exceptions", "ogr", "osr"]

_MODULES: tuple[ModuleType, ...] = (gdal, ogr, osr)
_lock = threading.Lock()
_depth = 0
_before: tuple[bool, ...] = ()


@contextlib.contextmanager
def gdal_exceptions() -> Iterator[None]:
    """Let GDAL, OGR and OSR raise inside this block; usable as a decorator, nested, on threads."""
    global _depth, _before
    with _lock:
        if _depth == 0:
            _before = tuple(bool(module.GetUseExceptions()) for module in _MODULES)
            for module in _MODULES:
                module.UseExceptions()
        _depth += 1
    try:
        yield
    finally:
        with _lock:
            _depth -= 1
            if _depth == 0:
                # Error handlers are a stack: what was put on last comes off first. If somebody
                # else put one on meanwhile, ours stay; exceptions then stay on, which is harmless.
                with contextlib.suppress(RuntimeError):
                    for module, was_on in reversed(tuple(zip(_MODULES, _before))):
                        if not was_on:
                            module.DontUseExceptions()
