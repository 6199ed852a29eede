"""Problems of long files: a few of each kind in full, all of them counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import Message, msg

WORDED = 1000
"""So many problems are put into words; those beyond are only counted."""

EXAMPLES = 3
"""A kind with more problems is told once, with so many of its places."""

Kind = tuple[object, ...]


@dataclass
class _Group:
    """Problems of one kind: the first ones, and how many."""

    first: list[Problem] = field(default_factory=list)
    count: int = 0

    def told(self) -> list[Problem]:
        if self.count <= EXAMPLES:
            return self.first
        first = self.first[0]
        places = ", ".join(str(problem.where) for problem in self.first)
        return [
            Problem(
                msg(
                    "{what} There are more such problems, {count} in all, the first in {places}.",
                    what=first.what,
                    count=self.count,
                    places=places,
                ),
                first.where,
                first.remedy,
            )
        ]


class Findings:
    """Collects problems; at the end they stop the work, or are warned of and left out."""

    def __init__(self, lenient: bool = False) -> None:
        self._lenient = lenient
        self._groups: dict[Kind, _Group] = {}
        self._worded = 0
        self.count = 0

    @property
    def full(self) -> bool:
        """Whether further problems are only counted, so that nobody needs to word them."""
        return self._worded >= WORDED

    def add(self, problem: Problem) -> None:
        """Take a problem."""
        self.count += 1
        if self.full:
            return
        self._worded += 1
        group = self._groups.setdefault(_kind(problem), _Group())
        group.count += 1
        if len(group.first) < EXAMPLES:
            group.first.append(problem)

    def skip(self, count: int) -> None:
        """Count problems that are not worded."""
        self.count += count

    def told(self) -> list[Problem]:
        """Return the problems as they are told: each kind once, where it has many."""
        return [problem for group in self._groups.values() for problem in group.told()]

    def close(self, feedback: Feedback) -> None:
        """Stop with all problems, or warn of them.

        Raises:
            InputError: there are problems and they may not be left out.
        """
        if not self.count:
            return
        rest = self.count - self._worded
        if not self._lenient:
            more = [Problem(msg("And {count} more.", count=rest))] if rest else []
            raise InputError([*self.told(), *more])
        for problem in self.told():
            feedback.warn(_sentence(problem))
        feedback.warn(
            msg("Values or rows with problems that were left out: {count}.", count=self.count)
        )


def _kind(problem: Problem) -> Kind:
    """Return what near-equal problems share: the sentence, what it is about, and the way out."""
    about = problem.what.fields.get("title", problem.what.fields.get("what"))
    remedy = None if problem.remedy is None else problem.remedy.text
    return problem.what.text, str(about), remedy


def _sentence(problem: Problem) -> Message:
    where, what, remedy = problem.where, problem.what, problem.remedy
    if remedy is None:
        return msg("{where}: {what}", where=where, what=what)
    return msg("{where}: {what} {remedy}", where=where, what=what, remedy=remedy)
