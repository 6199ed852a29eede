"""Problems of long files: the first ones in full, all of them counted."""

from __future__ import annotations

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import Message, msg

LISTED = 50


class Findings:
    """Collects problems; at the end they stop the work, or are warned of and left out."""

    def __init__(self, lenient: bool = False) -> None:
        self._lenient = lenient
        self.listed: list[Problem] = []
        self.count = 0

    @property
    def full(self) -> bool:
        """Whether further problems are only counted, so that nobody needs to word them."""
        return len(self.listed) >= LISTED

    def add(self, problem: Problem) -> None:
        """Take a problem."""
        self.count += 1
        if not self.full:
            self.listed.append(problem)

    def skip(self, count: int) -> None:
        """Count problems that are not worded."""
        self.count += count

    def close(self, feedback: Feedback) -> None:
        """Stop with all problems, or warn of them.

        Raises:
            InputError: there are problems and they may not be left out.
        """
        if not self.count:
            return
        rest = self.count - len(self.listed)
        if not self._lenient:
            more = [Problem(msg("And {count} more.", count=rest))] if rest else []
            raise InputError([*self.listed, *more])
        for problem in self.listed:
            feedback.warn(_sentence(problem))
        feedback.warn(msg("{count} values or rows with problems were left out.", count=self.count))


def _sentence(problem: Problem) -> Message:
    where, what, remedy = problem.where, problem.what, problem.remedy
    if remedy is None:
        return msg("{where}: {what}", where=where, what=what)
    return msg("{where}: {what} {remedy}", where=where, what=what, remedy=remedy)
