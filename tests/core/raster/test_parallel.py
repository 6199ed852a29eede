import contextlib
import threading
import time

import pytest

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.parallel import AHEAD, map_ordered


class Stop(Quiet):
    def __init__(self, after):
        super().__init__()
        self.after = after

    def cancelled(self):
        return time.monotonic() > self.after


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_results_come_in_order_on_the_calling_thread(threads):
    seen, where = [], set()

    def work(_, item):
        time.sleep(0.001 * (item % 3))
        return item * item

    def consume(item, result):
        seen.append((item, result))
        where.add(threading.get_ident())

    feedback = Quiet()
    map_ordered(range(50), contextlib.nullcontext, work, consume, feedback, threads)
    assert seen == [(n, n * n) for n in range(50)]
    assert where == {threading.get_ident()}
    assert feedback.fraction == 1.0


def test_only_a_few_are_in_flight():
    started, most = 0, 0
    lock = threading.Lock()
    consumed = []

    def work(_, item):
        nonlocal started, most
        with lock:
            started += 1
            most = max(most, started - len(consumed))

    def consume(item, _):
        time.sleep(0.002)
        consumed.append(item)

    map_ordered(range(60), contextlib.nullcontext, work, consume, Quiet(), 3)
    assert most <= 3 + AHEAD + 1


def test_state_is_one_per_thread_and_left():
    entered, left = [], []

    @contextlib.contextmanager
    def state():
        entered.append(threading.get_ident())
        yield threading.get_ident()
        left.append(threading.get_ident())

    def work(own, _):
        assert own == threading.get_ident()

    map_ordered(range(20), state, work, lambda *_: None, Quiet(), 4)
    assert sorted(entered) == sorted(left)
    assert len(set(entered)) == 4


def test_an_error_in_a_worker_is_raised_here_and_ends_all():
    def work(_, item):
        if item == 5:
            raise KeyError("five")

    with pytest.raises(KeyError, match="five"):
        map_ordered(range(1000), contextlib.nullcontext, work, lambda *_: None, Quiet(), 3)
    assert not [t for t in threading.enumerate() if t.name.startswith("redline-")]


def test_an_error_when_a_worker_opens_its_state():
    def state():
        raise OSError("no file")

    with pytest.raises(OSError, match="no file"):
        map_ordered(range(10), state, lambda *_: None, lambda *_: None, Quiet(), 2)


def test_cancel_within_a_second():
    stop = time.monotonic() + 0.2

    def work(_, item):
        time.sleep(0.05)

    with pytest.raises(CancelledError):
        map_ordered(range(10_000), contextlib.nullcontext, work, lambda *_: None, Stop(stop), 2)
    assert time.monotonic() - stop < 1.0
    assert not [t for t in threading.enumerate() if t.name.startswith("redline-")]
