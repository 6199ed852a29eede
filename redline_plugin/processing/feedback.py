"""The core's feedback, told to QGIS."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from redline_plugin.core.text import Message
from redline_plugin.i18n import tr


class QgisFeedback:
    """Maps the core's feedback to a :class:`QgsProcessingFeedback`."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback

    def progress(self, fraction: float) -> None:
        self._feedback.setProgress(100.0 * fraction)

    def cancelled(self) -> bool:
        return bool(self._feedback.isCanceled())

    def info(self, message: Message) -> None:
        self._feedback.pushInfo(message.render(tr))

    def warn(self, message: Message) -> None:
        self._feedback.pushWarning(message.render(tr))
