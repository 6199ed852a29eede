"""Explaining on a thread of QGIS's task manager: files may lie on slow network drives."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import QgsApplication, QgsTask

from redline_plugin.core.errors import CancelledError, RedlineError
from redline_plugin.core.explain.explain import explain, made_by_redline
from redline_plugin.core.explain.tree import Explanation, Place
from redline_plugin.core.feedback import Quiet
from redline_plugin.i18n import language, tr

_WAIT_S = 10.0


@dataclass(frozen=True)
class Candidate:
    """A layer that may be meant: its id and name, and the place in its raster."""

    layer: str
    name: str
    place: Place


@dataclass(frozen=True)
class Answer:
    """What a look gave: the layer and its explanation, or what is wrong."""

    candidate: Candidate
    explanation: Explanation | None = None
    problem: str = ""


class _Stop(Quiet):
    """Tells the core to stop."""

    def __init__(self, event: threading.Event) -> None:
        super().__init__()
        self._event = event

    def cancelled(self) -> bool:
        return self._event.is_set()


class ExplainTask(QgsTask):
    """Explains the first candidate that Redline made, or the first when it made none.

    It holds plain data only; ``done`` is called on the main thread, unless it was cancelled.
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        done: Callable[[ExplainTask], None],
        hashes: bool,
    ) -> None:
        super().__init__(tr("Why here?"), QgsTask.Flag.CanCancel)
        self.answer: Answer | None = None
        self.error: Exception | None = None
        self._candidates = tuple(candidates)
        self._done = done
        self._hashes = hashes
        self._language = language()
        self._stop = threading.Event()
        self._started = threading.Event()
        self._over = threading.Event()

    def run(self) -> bool:
        """Work on the task's thread."""
        self._started.set()
        try:
            self.answer = self._explained()
        except CancelledError:
            return False
        except Exception as error:  # raised again on the main thread, where it is seen
            self.error = error
        finally:
            self._over.set()
        return True

    def _explained(self) -> Answer:
        chosen = self._candidates[0]
        if len(self._candidates) > 1:
            made = (one for one in self._candidates if made_by_redline(one.place.path))
            chosen = next(made, chosen)
        try:
            found = explain(chosen.place, _Stop(self._stop), self._language, self._hashes)
        except CancelledError:
            raise
        except RedlineError as error:
            return Answer(chosen, problem=error.render(tr))
        return Answer(chosen, found)

    def finished(self, _succeeded: bool) -> None:
        """Hand over; QGIS calls this on the main thread."""
        if not self._stop.is_set():
            self._done(self)

    def cancel(self) -> None:
        """Stop as soon as the file being read is read."""
        self._stop.set()
        super().cancel()

    def wait(self) -> None:
        """Wait until nothing is read any more; one that has not begun will not."""
        if self._started.is_set():
            self._over.wait(_WAIT_S)


class Tasks:
    """The looks that are under way; each is kept alive until it is over."""

    def __init__(self) -> None:
        self._running: list[ExplainTask] = []

    @property
    def busy(self) -> bool:
        """Whether something is still to be published."""
        return bool(self._running)

    def start(
        self,
        candidates: Sequence[Candidate],
        published: Callable[[Answer], None],
        hashes: bool = False,
    ) -> None:
        """Begin a look; ``published`` takes what it gives, on the main thread."""

        def done(task: ExplainTask) -> None:
            self._running.remove(task)
            if task.error is not None:
                raise task.error
            if task.answer is not None:
                published(task.answer)

        task = ExplainTask(candidates, done, hashes)
        self._running.append(task)
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> list[ExplainTask]:
        """Cancel all looks and return them; none of them will be published."""
        cancelled, self._running = self._running, []
        for task in cancelled:
            task.cancel()
        return cancelled

    def close(self) -> None:
        """Cancel all looks and wait for them."""
        for task in self.cancel():
            task.wait()
