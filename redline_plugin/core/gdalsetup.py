"""GDAL with exceptions, for as long as our own work runs and no longer.

``UseExceptions`` is a switch of the whole process. Inside QGIS other plugins rely on finding it as
it was, so it is turned on while any of our calls runs and put back when the last one ends.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from types import ModuleType

from osgeo import gdal, ogr, osr

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Feedback

__all__ = ["cancellable", "gdal", "gdal_exceptions", "ogr", "osr"]

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


@contextlib.contextmanager
def cancellable(feedback: Feedback) -> Iterator[Callable[..., int]]:
    """Yield a callback for one long call of GDAL, which stops soon after the user asked to.

    Nothing may be raised through GDAL, which would only print it; so the callback answers 0, and
    what GDAL then raises, or does not, becomes the cancel here. It tells ``feedback`` the progress.

    Raises:
        CancelledError: the user asked to stop.
    """
    stopped = False

    def watch(fraction: float, *_: object) -> int:
        nonlocal stopped
        stopped = stopped or feedback.cancelled()
        if not stopped:
            feedback.progress(min(max(fraction, 0.0), 1.0))
        return 0 if stopped else 1

    try:
        yield watch
    except RuntimeError:
        if not stopped:
            raise
    if stopped:
        raise CancelledError
