"""What a run may end with that no algorithm foresees, put into a sentence for the user."""

from __future__ import annotations

import errno
import traceback

from qgis.core import Qgis, QgsMessageLog, QgsProcessingException, QgsProcessingFeedback

from redline_plugin.core.errors import Problem, RedlineError, os_reason
from redline_plugin.core.text import msg
from redline_plugin.core.version import METADATA, version
from redline_plugin.i18n import tr

LOG = "Redline"
_FULL = ("no space left", "disk is full", "disk full")
_NO_MEMORY = ("out of memory", "cannot allocate", "bad allocation", "bad_alloc")


def sentence_of(error: Exception, feedback: QgsProcessingFeedback) -> str:
    """Return what to tell the user about a failure; the log keeps the traceback of an unknown one."""
    if isinstance(error, RedlineError):
        return error.render(tr)
    if isinstance(error, QgsProcessingException):
        # QGIS's own sentence, of a parameter that it cannot read.
        return str(error)
    text = str(error).casefold()
    if isinstance(error, MemoryError) or any(words in text for words in _NO_MEMORY):
        problem = _memory_problem()
    elif getattr(error, "errno", None) == errno.ENOSPC or any(words in text for words in _FULL):
        problem = Problem(
            msg("The disk is full."),
            _file_of(error),
            msg("Free some space or choose another disk; nothing was left half-written."),
        )
    elif isinstance(error, OSError) and error.filename is not None:
        problem = Problem(
            msg("This file can no longer be used ({reason}).", reason=os_reason(error)),
            _file_of(error),
            msg("Is it there, not open in another program, and may you use it?"),
        )
    else:
        _log("".join(traceback.format_exception(type(error), error, error.__traceback__)), feedback)
        problem = _unknown_problem(error)
    return problem.render(tr)


def _file_of(error: Exception) -> str:
    name = getattr(error, "filename", None)
    return "" if name is None else str(name)


def _memory_problem() -> Problem:
    return Problem(
        msg("There is not enough memory for this run; nothing was left half-written."),
        remedy=msg("Close other programs, work on a smaller area, or use larger pixels."),
    )


def _unknown_problem(error: Exception) -> Problem:
    return Problem(
        msg(
            "Redline failed in a way that it does not know ({kind}: {text}); nothing was left "
            "half-written.",
            kind=type(error).__name__,
            text=str(error) or "–",
        ),
        remedy=msg(
            "Please report it at {address} with the lines after “Traceback” in the log, and "
            "Redline {version}, QGIS {qgis}.",
            address=tracker(),
            version=version(),
            qgis=Qgis.QGIS_VERSION,
        ),
    )


def tracker() -> str:
    """Return where problems are reported."""
    for line in METADATA.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("=")
        if key.strip() == "tracker":
            return value.strip()
    return "–"


def _log(text: str, feedback: QgsProcessingFeedback) -> None:
    feedback.pushDebugInfo(text)
    QgsMessageLog.logMessage(text, LOG, Qgis.MessageLevel.Critical, notifyUser=False)
