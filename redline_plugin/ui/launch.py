"""Opening an algorithm's dialog, filled in, without waiting for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from redline_plugin.core.errors import MissingDependencyError, Problem
from redline_plugin.core.text import msg

Finished = Callable[[Mapping[str, Any], Mapping[str, Any]], None]


def open_dialog(algorithm: str, parameters: Mapping[str, Any], finished: Finished) -> Any:
    """Show the dialog of an algorithm and return it.

    Args:
        algorithm: full id.
        parameters: what is filled in.
        finished: called after each successful run with the parameters used and the results.

    Raises:
        MissingDependencyError: the Processing plugin is off, or does not know the algorithm.
    """
    dialog = _create_dialog()(algorithm, dict(parameters))
    if dialog is None:
        raise MissingDependencyError(
            Problem(
                msg("The algorithm {algorithm} is not registered.", algorithm=algorithm),
                remedy=msg("Turn Redline off and on again under Plugins."),
            )
        )

    def done(succeeded: bool, results: Mapping[str, Any]) -> None:
        if succeeded:
            # The user may have changed in the dialog what was filled in.
            finished(dialog.createProcessingParameters(), results)

    dialog.algorithmFinished.connect(done)
    dialog.show()
    dialog.raise_()
    return dialog


def _create_dialog() -> Callable[[str, dict[str, Any]], Any]:
    try:
        # Processing is a plugin itself: there only on a desktop, and only when it is on.
        import processing
    except ImportError:
        processing = None
    create = getattr(processing, "createAlgorithmDialog", None)
    if create is None:
        raise MissingDependencyError(
            Problem(
                msg("QGIS's Processing plugin is not on."),
                remedy=msg("Turn it on under Plugins, Manage and Install Plugins."),
            )
        )
    return create
