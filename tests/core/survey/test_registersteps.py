"""Any steps in any order: numbers stay, none is given twice, and undo brings every byte back."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support.register import X, Y, dump, made

from redline_plugin.core.errors import InputError
from redline_plugin.core.survey.linefile import read_line
from redline_plugin.core.survey.register import Register
from redline_plugin.core.survey.registerfirst import first_look

shares = st.floats(0.0, 1.0)


class Steps(RuleBasedStateMachine):
    """A register, all that it was after each step, and every number that was ever given."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.register = made(Path(self.folder.name) / "登记.gpkg")
        self.past = [dump(self.register)]
        self.future: list[Any] = []
        self.given = [self.owners()]

    def teardown(self) -> None:
        if hasattr(self, "register"):
            self.register.close()
            self.folder.cleanup()

    def owners(self) -> dict[str, int]:
        return dict(self.register.store.execute("select marker, id from markers"))

    def one(self, share: float) -> int:
        keys = self.register.columns().id
        return keys[min(int(share * len(keys)), len(keys) - 1)]

    def some(self, share: float, count: int) -> list[int]:
        keys = self.register.columns().id
        start = int(share * (len(keys) - 1))
        return keys[start : start + count]

    def tried(self, work: Any, renamed: bool = False) -> None:
        """Make a step; when it is refused, nothing may have changed."""
        before, owners = dump(self.register), self.owners()
        try:
            result = work()
        except InputError:
            assert dump(self.register) == before
            return
        now = dump(self.register)
        if now == before:
            assert result is None
            return
        self.past.append(now)
        self.future = []
        given = self.given[-1]
        for number, key in self.owners().items():
            if number in owners:
                # Nobody else has a number that somebody had, unless it was to be so.
                assert renamed or owners[number] == key
            elif not renamed:
                assert number not in given, f"{number} was given before"
        self.given.append({**given, **self.owners()})

    @rule(x=st.floats(-50, 4300), y=st.floats(-50, 1050))
    def add(self, x: float, y: float) -> None:
        place = self.register.place_near(X + x, Y + y, 2000.0)
        if place is not None:
            self.tried(lambda: self.register.add(place, "甲", "补桩"))

    @rule(share=shares, east=st.floats(-600, 600), north=st.floats(-600, 600), past=st.booleans())
    def move(self, share: float, east: float, north: float, past: bool) -> None:
        key = self.one(share)
        x, y = self.register.position(key)

        def work() -> None:
            place = self.register.slide(key, x + east, y + north, past=past)
            assert self.register.move(key, place, "甲", past=past) is None
            row = self.register.row(key)
            away = np.hypot(*(np.array(self.register.position(key)) - (place.x, place.y)))
            assert away == 0.0
            assert "off line" not in row["warnings"]

        self.tried(work)

    @rule(share=shares, count=st.integers(1, 3))
    def delete(self, share: float, count: int) -> None:
        keys = self.some(share, count)
        self.tried(lambda: self.register.delete(keys, "甲"))

    @rule(share=shares, count=st.integers(1, 3), state=st.sampled_from(["set", "measured", "lost"]))
    def state(self, share: float, count: int, state: str) -> None:
        keys = self.some(share, count)
        self.tried(lambda: self.register.set_state(keys, state, "乙"))

    @rule(share=shares)
    def retire(self, share: float) -> None:
        self.tried(lambda: self.register.retire([self.one(share)], "乙"))

    @rule(share=shares, kind=st.sampled_from(["solid", "electronic", "witnessed"]))
    def kind(self, share: float, kind: str) -> None:
        self.tried(lambda: self.register.change_kind([self.one(share)], kind, "乙"))

    @rule(share=shares, count=st.integers(1, 8), serial=st.integers(1, 40), whole=st.booleans())
    def renumber(self, share: float, count: int, serial: int, whole: bool) -> None:
        keys = self.some(share, count)
        if whole:
            block = self.register.row(keys[0])["block"]
            keys = [
                key
                for key, state in self.register.store.execute(
                    "select id, state from markers where block = ?", (block,)
                ).fetchall()
                if state == "planned"
            ]
        used_up = {row[0] for row in self.register.store.execute("select number from numbers")}
        before = self.owners()
        of = {number: self.register.row(key)["of_marker"] for number, key in before.items()}
        chosen = {number for number, key in before.items() if key in keys}
        others = {n: key for n, key in before.items() if n not in chosen and of[n] not in chosen}

        def work() -> None:
            self.register.renumber(keys, serial, "丙")
            now = self.owners()
            assert all(now[number] == key for number, key in others.items())
            assert not set(now) & used_up
            gone = {row[0] for row in self.register.store.execute("select number from numbers")}
            assert gone == used_up | (set(before) - set(now))

        self.tried(work, renamed=True)

    @rule(share=shares, number=st.sampled_from(["", "K1", "K2", "K3"]))
    def engrave(self, share: float, number: str) -> None:
        self.tried(lambda: self.register.engrave(self.one(share), number, "丙"))

    @precondition(lambda self: len(self.past) > 1)
    @rule(count=st.integers(1, 5))
    def undo(self, count: int) -> None:
        for _ in range(min(count, len(self.past) - 1)):
            assert self.register.undo() is not None
            self.future.append((self.past.pop(), self.given.pop()))
            assert dump(self.register) == self.past[-1]

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        assert self.register.redo() is not None
        state, given = self.future.pop()
        assert dump(self.register) == state
        self.past.append(state)
        self.given.append(given)

    @rule()
    def restart(self) -> None:
        path = self.register.path
        self.register.close()
        self.register = Register(path)

    @invariant()
    def numbers_are_unique(self) -> None:
        if not hasattr(self, "register"):
            return
        numbers = [row[0] for row in self.register.store.execute("select marker from markers")]
        assert len(numbers) == len(set(numbers))
        used_up = {row[0] for row in self.register.store.execute("select number from numbers")}
        assert not used_up & set(numbers)

    @invariant()
    def all_is_as_if_found_at_once(self) -> None:
        if not hasattr(self, "register"):
            return
        register = self.register
        line, terrains = read_line(register.store, register.crs)
        keys = register.columns().id
        markers = [
            (
                register.marker(key),
                register.position(key),
                -1 if register.row(key)["arc"] is None else register.row(key)["arc"],
                register.row(key)["measure"] or 0.0,
            )
            for key in keys
        ]
        found = first_look(
            line, register.rules, markers, terrains, {}, register.crs, _Silent()
        ).columns
        for key, columns in zip(keys, found):
            row = register.row(key)
            assert row["warnings"] == columns["warnings"], row["marker"]
            for name in ("next_m", "limit_m"):
                expected = columns[name]
                assert row[name] == (
                    None if expected is None else pytest.approx(expected, abs=2e-4)
                ), (row["marker"], name)


class _Silent:
    def progress(self, fraction: float) -> None:
        pass

    def cancelled(self) -> bool:
        return False

    def info(self, message: Any) -> None:
        pass

    def warn(self, message: Any) -> None:
        pass


TestSteps = Steps.TestCase
TestSteps.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
