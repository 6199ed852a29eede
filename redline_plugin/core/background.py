"""Long work that cannot be asked to stop, made cancellable by running it beside its caller."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.text import Message

Result = TypeVar("Result")
POLL_SECONDS = 0.1


class _Relay:
    """The worker's feedback: keeps what it says for the caller's thread to pass on."""

    def __init__(self) -> None:
        self.fraction = 0.0
        self.stop = False
        self.said: list[tuple[bool, Message]] = []

    def progress(self, fraction: float) -> None:
        self.fraction = fraction

    def cancelled(self) -> bool:
        return self.stop

    def info(self, message: Message) -> None:
        self.said.append((False, message))

    def warn(self, message: Message) -> None:
        self.said.append((True, message))

    def pass_on(self, feedback: Feedback) -> None:
        """Tell the caller's feedback; runs on the caller's thread."""
        while self.said:
            warning, message = self.said.pop(0)
            (feedback.warn if warning else feedback.info)(message)
        feedback.progress(self.fraction)


class _Worker(threading.Thread, Generic[Result]):
    def __init__(self, work: Callable[[Feedback], Result], relay: _Relay) -> None:
        super().__init__(name="redline-background", daemon=True)
        self._work = work
        self._relay = relay
        self.results: list[Result] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            with gdal_exceptions():
                self.results.append(self._work(self._relay))
        except BaseException as error:  # handed to the caller's thread, which raises it
            self.error = error


def in_background(work: Callable[[Feedback], Result], feedback: Feedback) -> Result:
    """Return ``work(feedback)``, done on a thread, and stop waiting for it on cancel.

    ``work`` must have no effect but its result: after a cancel it goes on unheard until it next
    asks its feedback.

    Raises:
        CancelledError: the user asked to stop, at most a tenth of a second ago.
        BaseException: whatever ``work`` raised.
    """
    relay = _Relay()
    worker = _Worker(work, relay)
    worker.start()
    while worker.is_alive():
        worker.join(POLL_SECONDS)
        relay.pass_on(feedback)
        if feedback.cancelled():
            relay.stop = True
            raise CancelledError
    relay.pass_on(feedback)
    if worker.error is not None:
        raise worker.error
    return worker.results[0]
