"""The few kinds of failure: what is wrong, where, and what to do about it.

Shells map them in one place each: to ``QgsProcessingException``, to the message bar, to exit codes.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass

from redline_plugin.core.text import Message, Translate, msg, untranslated


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    ``where`` names the layer, file, feature or pixel; ``remedy`` says what the user can do.
    """

    what: Message
    where: str | Message = ""
    remedy: Message | None = None

    def render(self, translate: Translate = untranslated) -> str:
        """Return "where: what remedy" in one line."""
        parts = [self.what.render(translate)]
        if self.remedy is not None:
            parts.append(self.remedy.render(translate))
        text = " ".join(parts)
        where = self.where.render(translate) if isinstance(self.where, Message) else self.where
        return f"{where}: {text}" if where else text


_REASONS = {
    errno.ENOENT: msg("there is no such file or folder"),
    errno.EACCES: msg("permission is denied"),
    errno.EPERM: msg("permission is denied"),
    errno.EISDIR: msg("it is a folder, not a file"),
    errno.ENOTDIR: msg("a part of its path is a file, not a folder"),
    errno.EROFS: msg("the disk can only be read"),
    errno.ENOSPC: msg("the disk is full"),
    errno.EDQUOT: msg("the disk space allowed to you is used up"),
    errno.ENAMETOOLONG: msg("its name is too long"),
    errno.EBUSY: msg("another program uses it"),
    errno.EIO: msg("the disk or the network gives an error"),
    errno.EMFILE: msg("too many files are open"),
}
_SHARING_VIOLATION = 32
"""Windows: another program has the file open."""


def os_reason(error: OSError) -> Message:
    """Put the system's usual errors into our own words, since its texts are not translated."""
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        return _REASONS[errno.EBUSY]
    known = _REASONS.get(error.errno or 0)
    text = error.strerror or str(error)
    return known if known is not None else msg("{text}", text=text)


class RedlineError(Exception):
    """A failure that a user can understand; carries all its problems at once."""

    exit_code = 1

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (
            (problems,) if isinstance(problems, Problem) else tuple(problems)
        )
        super().__init__(self.render())

    def render(self, translate: Translate = untranslated) -> str:
        """Return all problems, one a line."""
        return "\n".join(problem.render(translate) for problem in self.problems)


class InputError(RedlineError):
    """Inputs or parameters that cannot be worked with, found before the work or during it."""

    exit_code = 2


class OutputError(RedlineError):
    """The result cannot be written: folder, permission, disk."""

    exit_code = 3


class MissingDependencyError(RedlineError):
    """Something optional is needed for this and is not installed."""

    exit_code = 4


class CancelledError(RedlineError):
    """The user stopped the work; nothing was left under the output's name."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__(Problem(msg("Cancelled. No output was written.")))
