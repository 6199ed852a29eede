"""What all parts of a report share: language, rasters told of, counties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.model import Certainty, Reference
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.methodtitles import METHOD_TITLES
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.records import Given, Subject, algorithm_id, same_file
from redline_plugin.core.report.counties import Area, CountyShapes, bring
from redline_plugin.core.report.labels import labels
from redline_plugin.core.report.shared import Shared
from redline_plugin.core.style import VALUE, ramp_of_term
from redline_plugin.core.text import Message, Translate, msg, title

_OUTPUT_NAME = re.compile(r"[A-Z][A-Z0-9_]*\.tiff?")
"""A file called like the output that made it, since nobody chose a name."""

_TEMPORARY = re.compile(r"processing_[A-Za-z0-9]+")
"""QGIS's folders for what is not kept."""

SURE = (Certainty.SEEN, Certainty.HIGH)


def name_of(path: str) -> str:
    """Return the file's name, whichever system wrote its path."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def kept_path(path: str) -> str:
    """Return the path, "" for a file of a folder that QGIS removes at its end."""
    folders = path.replace("\\", "/").split("/")[:-1]
    return "" if any(_TEMPORARY.fullmatch(folder) for folder in folders) else path


@dataclass
class Room:
    """The report's surroundings.

    Attributes:
        translate: to the reader's language.
        language: "zh" or "en", for names that tables hold in both.
        feedback: progress and cancel.
        subjects: rasters with a section.
        shapes: counties as given, None for none.
        warnings: of the report itself.
        shared: drawings that the page shows more than once.
    """

    translate: Translate
    language: str
    feedback: Feedback
    subjects: Sequence[Subject]
    shapes: CountyShapes | None = None
    warnings: list[Problem] = field(default_factory=list)
    shared: Shared = field(default_factory=Shared)
    words: Mapping[str, str] = field(init=False)
    _by_file: dict[str, Subject] = field(init=False)
    _areas: dict[str, tuple[Area, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = labels(self.translate)
        self._by_file = {same_file(subject.path): subject for subject in self.subjects}

    def say(self, message: Message) -> str:
        """Return a sentence in the reader's language."""
        return message.render(self.translate)

    def subject_at(self, path: str) -> Subject | None:
        """Return the raster of that file, if it has a section."""
        return self._by_file.get(same_file(path))

    def areas(self, grid: Grid) -> tuple[Area, ...]:
        """Return the counties in a grid's CRS; none when they cannot be brought there."""
        if self.shapes is None:
            return ()
        if grid.crs not in self._areas:
            try:
                found = bring(self.shapes, grid)
            except InputError as error:
                self._note(error.problems)
                self._areas[grid.crs] = ()
            else:
                self._note(found.warnings)
                self._areas[grid.crs] = found.areas
        return self._areas[grid.crs]

    def _note(self, problems: Sequence[Problem]) -> None:
        self.warnings += [problem for problem in problems if problem not in self.warnings]

    def heading(self, subject: Subject) -> str:
        """Return what a raster is called."""
        if subject.output is not None:
            return self.translate(subject.output.title)
        kind = self.translate(subject.description) if subject.description else ""
        index = subject.index
        if index is not None:
            of = self.heading_of_input(index)
            return self.say(msg("{title}: {subject}", title=kind, subject=of)) if kind else of
        return kind or self.file_title(str(subject.path), subject)

    def heading_of_input(self, given: Given) -> str:
        """Return what an input is called: as declared, as its own section or the record says, or its file."""
        if given.declared is not None:
            return self.translate(given.declared.title)
        subject = self.subject_at(given.path)
        # An index is not a raster of classes; that would ask for its own index, and so on.
        if subject is not None and subject.output is not None:
            return self.translate(subject.output.title)
        if given.title:
            return self.translate(given.title)
        model = models().get(algorithm_id(given.made_by))
        if model is not None:
            return self.translate(model.outputs[0].title)
        return self.file_title(given.path, subject, algorithm_id(given.made_by))

    def ramp(self, subject: Subject) -> str:
        """Return the id of the colour ramp that a raster is shown in."""
        output = subject.output
        if output is None:
            return VALUE
        return output.ramp if output.ramp != VALUE else ramp_of_term(output.term)

    def ramp_of_input(self, given: Given) -> str:
        """Return the ramp of an input: that of the raster itself, else of what it is declared as."""
        made = self.subject_at(given.path)
        if made is not None and made.output is not None:
            return self.ramp(made)
        if given.declared is None:
            return VALUE
        for model in models().values():
            for output in model.outputs:
                if output.term == given.declared.name and output.ramp != VALUE:
                    return output.ramp
        return ramp_of_term(given.declared.name)

    def method(self, subject: Subject) -> str:
        """Return the title of what made a raster."""
        return self.method_of(subject.algorithm)

    def method_of(self, name: str) -> str:
        """Return an algorithm's title; its id, without the provider's, when it is not known."""
        model = models().get(name)
        if model is not None:
            return self.translate(model.title)
        return self.translate(METHOD_TITLES[name]) if name in METHOD_TITLES else name

    def file_title(self, path: str, made: Subject | None, made_by: str = "") -> str:
        """Return what a file is called: by its name, or by what made it where the name tells nothing.

        The steps of a ready-made model leave files that are all called like their output.

        Args:
            path: of the file.
            made: what it says of itself, None when that is not known.
            made_by: id of the algorithm that made it, where only that is known.
        """
        name = name_of(path)
        if not _OUTPUT_NAME.fullmatch(name):
            return name
        if made is None:
            return self.method_of(made_by) or name
        method = self.method(made)
        output = self.translate(made.output.title) if made.output is not None else ""
        if not method:
            return name
        if output in ("", method):
            return method
        return self.say(msg("{title}: {subject}", title=method, subject=output))

    def source(self, reference: Reference) -> str:
        """Return where a fact comes from."""
        parts = (reference.document, reference.section)
        return ", ".join(self.translate(part) for part in parts if part)

    def reference(self, reference: Reference) -> str:
        """Return a sentence that tells where a fact comes from and how sure it is."""
        return self.say(
            msg(
                "Source: {place} ({certainty}).",
                place=self.source(reference),
                certainty=title(reference.certainty.value),
            )
        )

    def certainty(self, reference: Reference) -> dict[str, Any]:
        """Return how sure a fact is: the words, and whether it is to be marked."""
        return {
            "text": self.translate(reference.certainty.value),
            "sure": reference.certainty in SURE,
            "user": reference.certainty is Certainty.USER,
        }
