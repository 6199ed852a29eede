"""The HTML report that follows a run: what goes wrong with it must not lose the run's result."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redline_plugin.core.errors import CancelledError, RedlineError
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import msg
from redline_plugin.i18n import language, tr


def write_report_after(results: Sequence[Path], page: Path, feedback: Feedback) -> bool:
    """Write the report on results that are there already; return whether it was written.

    A report that fails, or is cancelled, is told; the results stay.
    """
    from redline_plugin.core.report.assessment import write_assessment_report

    try:
        write_assessment_report(results, page, tr, language(), feedback)
    except CancelledError:
        feedback.warn(msg("The report was cancelled; the results are there."))
    except RedlineError as error:
        for problem in error.problems:
            feedback.warn(
                msg("The results are there, but no report: {problem}", problem=problem.render(tr))
            )
    else:
        return True
    return False
