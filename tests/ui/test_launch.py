"""Opening a dialog of the Processing plugin, here without its desktop."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from redline_plugin.core.errors import MissingDependencyError
from redline_plugin.ui.launch import open_dialog


class Dialog:
    def __init__(self, parameters):
        self.used = {**parameters, "CHANGED": 1}
        self.slots = []
        self.calls = []
        self.algorithmFinished = SimpleNamespace(connect=self.slots.append)

    def createProcessingParameters(self):
        return self.used

    def show(self):
        self.calls.append("show")

    def raise_(self):
        self.calls.append("raise")


@pytest.fixture
def processing(monkeypatch):
    def install(create):
        module = SimpleNamespace(createAlgorithmDialog=create) if create else None
        monkeypatch.setitem(sys.modules, "processing", module)

    return install


def test_the_dialog_is_shown_and_not_waited_for(processing):
    made = []

    def create(algorithm, parameters):
        made.append((algorithm, parameters))
        return Dialog(parameters)

    processing(create)
    finished = []
    dialog = open_dialog("redline:map", {"A": 1}, lambda used, got: finished.append((used, got)))
    assert made == [("redline:map", {"A": 1})]
    assert dialog.calls == ["show", "raise"]
    assert finished == []
    dialog.slots[0](False, {})
    assert finished == []
    dialog.slots[0](True, {"OUTPUT": "x"})
    assert finished == [({"A": 1, "CHANGED": 1}, {"OUTPUT": "x"})]


def test_without_processing_it_says_what_to_do(processing):
    processing(None)
    with pytest.raises(MissingDependencyError, match="Plugins, Manage"):
        open_dialog("redline:map", {}, print)


def test_an_algorithm_that_is_not_there_is_named(processing):
    processing(lambda *_: None)
    with pytest.raises(MissingDependencyError, match="redline:nothing"):
        open_dialog("redline:nothing", {}, print)
