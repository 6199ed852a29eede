import threading
import time

import pytest

from redline_plugin.core.background import in_background
from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.text import msg


def test_result_messages_and_progress_come_through():
    told = []

    class Here(Quiet):
        def warn(self, message):
            told.append((str(message), threading.current_thread().name))

    def work(feedback):
        feedback.progress(0.5)
        feedback.warn(msg("careful"))
        return 7

    feedback = Here()
    assert in_background(work, feedback) == 7
    assert feedback.fraction == 0.5
    assert told == [("careful", threading.current_thread().name)]


def test_an_error_is_raised_here():
    def work(feedback):
        raise KeyError("x")

    with pytest.raises(KeyError, match="x"):
        in_background(work, Quiet())


def test_cancel_does_not_wait_for_work_that_does_not_ask():
    ended = threading.Event()

    def work(feedback):
        time.sleep(1.5)
        ended.set()

    class Stop(Quiet):
        def cancelled(self):
            return True

    start = time.monotonic()
    with pytest.raises(CancelledError):
        in_background(work, Stop())
    assert time.monotonic() - start < 1.0
    assert not ended.is_set()


def test_work_is_told_to_stop_when_it_next_asks():
    saw = threading.Event()

    def work(feedback):
        for _ in range(100):
            time.sleep(0.02)
            if feedback.cancelled():
                saw.set()
                return

    class Stop(Quiet):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        in_background(work, Stop())
    assert saw.wait(2)
