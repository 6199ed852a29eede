"""Windows worked on by threads, results taken in order by the caller's thread.

NumPy and GDAL's codecs let go of the interpreter's lock, so threads are enough. Each worker has
its own state (its own file handles). Only a few windows are in flight, so memory is bounded; the
caller's thread alone talks to the feedback and writes, so nothing else needs to be thread-safe.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Generic, TypeVar

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Feedback

State = TypeVar("State")
Item = TypeVar("Item")
Result = TypeVar("Result")

POLL_SECONDS = 0.1
AHEAD = 2
MAX_THREADS = 16


def default_threads() -> int:
    """Return how many worker threads to use: one per processor, at most 16."""
    return max(1, min(os.cpu_count() or 1, MAX_THREADS))


class _Run(Generic[State, Item, Result]):
    def __init__(
        self,
        items: Sequence[Item],
        make_state: Callable[[], AbstractContextManager[State]],
        work: Callable[[State, Item], Result],
        ahead: int,
    ) -> None:
        self.items = items
        self.make_state = make_state
        self.work = work
        self.ahead = ahead
        self.changed = threading.Condition()
        self.results: dict[int, Result] = {}
        self.next_item = 0
        self.taken = 0
        self.stop = False
        self.error: BaseException | None = None

    def _claim(self) -> int | None:
        with self.changed:
            while not self.stop and self.next_item - self.taken >= self.ahead:
                self.changed.wait()
            if self.stop or self.next_item >= len(self.items):
                return None
            self.next_item += 1
            return self.next_item - 1

    def worker(self) -> None:
        try:
            with self.make_state() as state:
                while True:
                    index = self._claim()
                    if index is None:
                        return
                    result = self.work(state, self.items[index])
                    with self.changed:
                        self.results[index] = result
                        self.changed.notify_all()
        except BaseException as error:  # handed to the caller's thread, which raises it
            with self.changed:
                self.error = self.error or error
                self.stop = True
                self.changed.notify_all()

    def take(self, index: int, feedback: Feedback) -> Result:
        with self.changed:
            while index not in self.results and self.error is None:
                if feedback.cancelled():
                    raise CancelledError
                self.changed.wait(POLL_SECONDS)
            if self.error is not None:
                raise self.error
            result = self.results.pop(index)
            self.taken = index + 1
            self.changed.notify_all()
            return result

    def halt(self) -> None:
        with self.changed:
            self.stop = True
            self.changed.notify_all()


def map_ordered(
    items: Sequence[Item],
    make_state: Callable[[], AbstractContextManager[State]],
    work: Callable[[State, Item], Result],
    consume: Callable[[Item, Result], None],
    feedback: Feedback,
    threads: int | None = None,
) -> None:
    """Call ``work(state, item)`` on threads and ``consume(item, result)`` here, in order of items.

    Args:
        items: what is worked on, in the order in which results are consumed.
        make_state: makes a worker's own state, entered and left on the worker's thread.
        work: runs on a worker's thread.
        consume: runs on the calling thread.
        feedback: asked for cancel at least every tenth of a second while waiting.
        threads: how many workers; one per processor when None.

    Raises:
        CancelledError: the user asked to stop; all workers have ended.
        BaseException: whatever ``work`` raised first.
    """
    count = min(threads or default_threads(), max(len(items), 1))
    run = _Run(items, make_state, work, count + AHEAD)
    workers = [
        threading.Thread(target=run.worker, name=f"redline-{n}", daemon=True) for n in range(count)
    ]
    for worker in workers:
        worker.start()
    try:
        for index, item in enumerate(items):
            consume(item, run.take(index, feedback))
            if feedback.cancelled():
                raise CancelledError
            feedback.progress((index + 1) / len(items))
    finally:
        run.halt()
        for worker in workers:
            worker.join()
