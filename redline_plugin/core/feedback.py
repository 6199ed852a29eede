"""How core work tells its caller of progress and asks whether to stop."""

from __future__ import annotations

from collections.abc import Container
from typing import Protocol

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.text import Message


class Feedback(Protocol):
    """What core work needs of its caller; called only from the thread that started the work."""

    def progress(self, fraction: float) -> None:
        """Take the share of the work that is done, 0 to 1."""

    def cancelled(self) -> bool:
        """Return whether the user asked to stop."""

    def info(self, message: Message) -> None:
        """Take a sentence of information."""

    def warn(self, message: Message) -> None:
        """Take a warning."""


class Quiet:
    """A feedback that keeps messages and never stops the work: for scripts and tests."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.warnings: list[Message] = []
        self.fraction = 0.0

    def progress(self, fraction: float) -> None:
        self.fraction = fraction

    def cancelled(self) -> bool:
        return False

    def info(self, message: Message) -> None:
        self.messages.append(message)

    def warn(self, message: Message) -> None:
        self.warnings.append(message)


class Part:
    """A feedback for one part of a longer work: maps its 0..1 to ``start..stop`` of the whole."""

    def __init__(self, whole: Feedback, start: float, stop: float) -> None:
        self._whole = whole
        self._start = start
        self._stop = stop

    def progress(self, fraction: float) -> None:
        self._whole.progress(self._start + (self._stop - self._start) * fraction)

    def cancelled(self) -> bool:
        return self._whole.cancelled()

    def info(self, message: Message) -> None:
        self._whole.info(message)

    def warn(self, message: Message) -> None:
        self._whole.warn(message)


class Muted:
    """A feedback for a small step among many: its progress is not told, all else is passed on."""

    def __init__(self, whole: Feedback) -> None:
        self._whole = whole

    def progress(self, fraction: float) -> None:
        """Tell nothing."""

    def cancelled(self) -> bool:
        return self._whole.cancelled()

    def info(self, message: Message) -> None:
        self._whole.info(message)

    def warn(self, message: Message) -> None:
        self._whole.warn(message)


def stop_if_cancelled(feedback: Feedback) -> None:
    """Raise :class:`CancelledError` when the user asked to stop."""
    if feedback.cancelled():
        raise CancelledError


class Recorder:
    """A feedback that passes everything on and keeps the warnings, to store them with a result."""

    def __init__(self, feedback: Feedback) -> None:
        self._feedback = feedback
        self.warnings: list[Message] = []

    def of(self, names: Container[str]) -> Recorder:
        """Return one for a part of the work: it begins with the warnings on inputs of these names."""
        part = Recorder(self._feedback)
        for message in self.warnings:
            called = message.fields.get("name", "")
            if isinstance(called, Message):
                # An input is called by its title and its name.
                called = called.fields.get("name", "")
            # A band of a stack is called by its input's name and a number.
            if str(called).split(" [")[0] in names:
                part.warnings.append(message)
        return part

    def progress(self, fraction: float) -> None:
        self._feedback.progress(fraction)

    def cancelled(self) -> bool:
        return self._feedback.cancelled()

    def info(self, message: Message) -> None:
        self._feedback.info(message)

    def warn(self, message: Message) -> None:
        self.warnings.append(message)
        self._feedback.warn(message)
