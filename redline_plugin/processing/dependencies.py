"""What Redline needs beyond NumPy and GDAL, looked for when it is needed."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
from collections.abc import Iterator

from redline_plugin.core.errors import MissingDependencyError, Problem
from redline_plugin.core.text import Message, msg

_LEAST_MAJOR = 2
_LIBRARIES = (("SciPy", "scipy"), ("PyYAML", "yaml"), ("Jinja2", "jinja2"))


@contextlib.contextmanager
def own_symbols_first() -> Iterator[None]:
    """Let libraries loaded in this block find their own symbols before the program's.

    A Shapely wheel brings its own GEOS. Inside QGIS on Linux an older GEOS is already there, with
    the same names, and would be called instead of the wheel's: wrong results, or a crash.
    """
    deep = getattr(os, "RTLD_DEEPBIND", 0)
    if not deep or not hasattr(sys, "setdlopenflags"):
        yield
        return
    before = sys.getdlopenflags()
    sys.setdlopenflags(before | deep)
    try:
        yield
    finally:
        sys.setdlopenflags(before)


def need_libraries() -> None:
    """Load what geometry and packages need, or say clearly what is missing.

    Call it before anything of the core that imports Shapely.

    Raises:
        MissingDependencyError: a library is not there; Shapely is below 2.0, or does not work in
            this QGIS.
    """
    missing = [name for name, module in _LIBRARIES if importlib.util.find_spec(module) is None]
    if missing:
        raise MissingDependencyError(
            Problem(
                msg("QGIS's Python lacks {names}.", names=", ".join(missing)),
                remedy=msg("Install them by the means that QGIS itself was installed by."),
            )
        )
    if importlib.util.find_spec("shapely") is None:
        raise MissingDependencyError(_problem(msg("none was found")))
    with own_symbols_first():
        import shapely
    if int(shapely.__version__.split(".", maxsplit=1)[0]) < _LEAST_MAJOR:
        raise MissingDependencyError(_problem(msg("found {found}", found=shapely.__version__)))
    try:
        works = shapely.from_wkb(shapely.to_wkb(shapely.Point(1, 2))).y == 2
    except shapely.errors.ShapelyError:
        works = False
    if not works:
        # Another plugin loaded it before us, bound to QGIS's GEOS.
        raise MissingDependencyError(
            Problem(
                msg(
                    "Shapely {found} does not work together with this QGIS's GEOS library.",
                    found=shapely.__version__,
                ),
                remedy=msg(
                    "Restart QGIS and run Redline before other plugins that use Shapely, or "
                    "install a Shapely that was built for this QGIS."
                ),
            )
        )


def _problem(found: Message) -> Problem:
    return Problem(
        msg("This needs Shapely 2.0 or later in QGIS's Python; {found}.", found=found),
        remedy=msg(
            "Windows: install python3-shapely by the OSGeo4W setup. Linux: the package "
            "python3-shapely of a recent distribution, or pip into a virtual environment that QGIS "
            "uses."
        ),
    )
