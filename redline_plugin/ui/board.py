"""How each step stands: what is there, what is missing, what is done. No widgets."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.i18n import tr
from redline_plugin.ui.aliases import ALIASES
from redline_plugin.ui.assignments import Assignments, Choice
from redline_plugin.ui.layers import Kind, LayerFacts
from redline_plugin.ui.matching import by_name, by_origin, carries, plain
from redline_plugin.ui.steps import marks
from redline_plugin.ui.verdict import Verdict
from redline_plugin.ui.views import InputView, StepView


class How(enum.Enum):
    """How a layer came to its term."""

    CHOSEN = "chosen"
    ORIGIN = "origin"
    NAME = "name"


@dataclass(frozen=True)
class Given:
    """What stands for a term: a layer of the project (id and name), or a path."""

    how: How
    layer: str = ""
    name: str = ""
    path: str = ""


class Stand(enum.Enum):
    """How a step stands."""

    MISSING = "missing"
    READY = "ready"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class StepState:
    """How a step stands, in words, and the titles of what it lacks."""

    stand: Stand
    words: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class InputState:
    """How an input stands: what is given, and whether the step waits for it."""

    given: Given | None
    missing: bool


class Board:
    """The state of all steps for one look at the project."""

    def __init__(
        self,
        views: Sequence[StepView],
        layers: Sequence[LayerFacts],
        assignments: Assignments,
        verdict: Verdict | None = None,
    ) -> None:
        """Take stock.

        Args:
            views: of all steps, also of those beside the list.
            layers: of the project, with what is known of their origin.
            assignments: what the user chose.
            verdict: of the last verification.
        """
        self._views = views
        self._layers = {layer.id: layer for layer in layers}
        self._assignments = assignments
        self._verdict = verdict
        self._marks = marks(one.step for one in views)
        inputs = [item for one in views for item in one.inputs]
        self._kinds = {item.term: item.kind for item in inputs}
        names = {item.term: _names(item) for item in inputs if item.term.isupper()}
        self._suggested = {
            **{t: (How.NAME, i) for t, i in by_name(layers, names, self._kinds).items()},
            **{t: (How.ORIGIN, i) for t, i in by_origin(layers, self._marks).items()},
        }

    def given(self, term: str) -> Given | None:
        """Return what stands for a term, None when nothing does."""
        choice = self._assignments.chosen(term)
        kind = self._kinds.get(term)
        if kind in (Kind.FOLDER, Kind.FILE):
            path = Path(choice.path) if choice is not None and choice.path else None
            if path is None or not path.exists():
                return None
            return Given(How.CHOSEN, name=path.name, path=str(path))
        if choice == Choice():
            return None
        if choice is not None and choice.layer in self._layers:
            layer = self._layers[choice.layer]
            if kind is None or kind is layer.kind:
                return Given(How.CHOSEN, layer.id, layer.name)
        # A chosen layer that left the project gives way to a suggestion.
        how, layer_id = self._suggested.get(term, (How.NAME, ""))
        return Given(how, layer_id, self._layers[layer_id].name) if layer_id else None

    def inputs(self, view: StepView) -> dict[str, InputState]:
        """Return how the inputs of a step stand, by parameter."""
        given = {item.parameter: self.given(item.term) for item in view.inputs}
        one_there = any(given[item.parameter] for item in view.inputs if item.one_of)
        waited = set() if one_there else {item.parameter for item in self._choices(view)}
        return {
            item.parameter: InputState(
                given[item.parameter],
                given[item.parameter] is None and (item.needed or item.parameter in waited),
            )
            for item in view.inputs
        }

    def _choices(self, view: StepView) -> list[InputView]:
        """Return the alternatives of a step; those that steps before can make, if any can."""
        choices = [item for item in view.inputs if item.one_of]
        return [item for item in choices if item.term in self._marks] or choices

    def missing(self, view: StepView) -> tuple[str, ...]:
        """Return the titles of what a step waits for; of alternatives, as one entry."""
        states = self.inputs(view)
        lacking = [item for item in view.inputs if states[item.parameter].missing]
        titles = [self._name(item) for item in lacking if not item.one_of]
        names = [item.short_title for item in lacking if item.one_of]
        if len(names) > 1:
            names = [tr("one of: {titles}").format(titles=tr(", ").join(names))]
        return (*titles, *names)

    def maker(self, term: str) -> str:
        """Return the title of the step that makes a term, "" when none does."""
        return next((one.title for one in self._views if one.step.makes == term), "")

    def _name(self, item: InputView) -> str:
        # A factor may be made here, but offices often have it: it is called by its name.
        maker = "" if item.term.isupper() else self.maker(item.term)
        return tr("result of “{step}”").format(step=maker) if maker else item.short_title

    def state(self, view: StepView) -> StepState:
        """Return how a step stands."""
        missing = self.missing(view)
        if view.step.id == "verify" and self._verdict is not None:
            package = self.given(view.step.inputs["INPUT"])
            if package is not None and self._verdict.is_of(package.path):
                passed = self._verdict.passed
                return StepState(Stand.DONE if passed else Stand.FAILED, self._verdict.words())
        made = self.given(view.step.makes) if view.step.makes else None
        if made is not None:
            words = tr("Given: {name}") if self._is_foreign(made, view) else tr("Done: {name}")
            return StepState(Stand.DONE, words.format(name=made.name), missing)
        return self.inputs_state(view)

    def inputs_state(self, view: StepView) -> StepState:
        """Return how a step stands by its inputs alone."""
        missing = self.missing(view)
        if missing:
            words = tr("Missing {count}: {titles}").format(
                count=len(missing), titles=tr(", ").join(missing)
            )
            return StepState(Stand.MISSING, words, missing)
        return StepState(Stand.READY, tr("Ready: all inputs are there"))

    def _is_foreign(self, given: Given, view: StepView) -> bool:
        """Return whether a layer that the user chose was made by something else than the step."""
        if view.step.mark is None:
            return False
        origin = self._layers[given.layer].origin
        return not any(carries(origin, mark) for mark in self._marks[view.step.makes])

    def parameters(self, view: StepView) -> dict[str, str | list[str]]:
        """Return what the algorithm's dialog is filled with: layer ids and paths."""
        states = self.inputs(view)
        several = {item.parameter for item in view.inputs if item.several}
        found: dict[str, str | list[str]] = {}
        for name, state in states.items():
            if state.given is not None:
                value = state.given.layer or state.given.path
                found[name] = [value] if name in several else value
        return found


def _names(item: InputView) -> tuple[str, ...]:
    return (plain(item.term), item.short_title, *ALIASES.get(item.term, ()))
