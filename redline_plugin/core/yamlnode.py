"""Reading a YAML file by hand: each value is asked for, and all that is wrong is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml

from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.text import Message, msg

_MISSING = object()
_Self = TypeVar("_Self", bound="Node")
REQUIRED: Any = _MISSING
"""As a default: the key must be there."""


def read_yaml(path: Path) -> object:
    """Return what a YAML file holds.

    Raises:
        InputError: it cannot be read, or is no YAML.
    """
    try:
        return yaml.safe_load(Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(
            Problem(
                msg(
                    "The file cannot be read ({reason}).",
                    reason=os_reason(error) if isinstance(error, OSError) else error,
                ),
                str(path),
                msg("It must be YAML in UTF-8."),
            )
        ) from error


class Node:
    """One mapping of the file: hands out its values and notes what is wrong with them.

    ``path`` says where it stands: the file, then the keys that lead to it.
    """

    def __init__(self, content: object, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self.content: Mapping[Any, Any] = content if isinstance(content, dict) else {}
        self._taken: set[str] = set()
        if not isinstance(content, dict):
            self.wrong("", msg("A mapping is expected here."))

    def wrong(self, key: str, what: Message) -> None:
        self.problems.append(Problem(what, f"{self.path}: {key}" if key else self.path))

    def take(self, key: str, kind: type | tuple[type, ...], default: object = _MISSING) -> Any:
        """Return the value of a key; note it when it is missing or of another type."""
        self._taken.add(key)
        value = self.content.get(key, default)
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if value is _MISSING:
            self.wrong(key, msg("This is missing."))
        elif value is default or (
            isinstance(value, kinds) and not (isinstance(value, bool) and bool not in kinds)
        ):
            return value
        else:
            names = ", ".join(each.__name__ for each in kinds)
            self.wrong(key, msg("{value} is not of type {types}.", value=repr(value), types=names))
        return kinds[0]()

    def text(self, key: str, default: object = _MISSING) -> str:
        return str(self.take(key, str, default)).strip()

    def one_of(self, key: str, allowed: tuple[str, ...], default: object = _MISSING) -> str:
        value = self.text(key, default)
        if value not in allowed:
            self.wrong(
                key, msg("{value} is none of {allowed}.", value=value, allowed=", ".join(allowed))
            )
        return value

    def node(self: _Self, key: str) -> _Self:
        return type(self)(self.take(key, dict), f"{self.path}: {key}", self.problems)

    def nodes(self: _Self, key: str) -> list[_Self]:
        return [
            type(self)(item, f"{self.path}: {key}[{index + 1}]", self.problems)
            for index, item in enumerate(self.take(key, list))
        ]

    def done(self) -> None:
        """Note the keys that nobody asked for: most often a slip of the pen."""
        for key in self.content:
            if key not in self._taken:
                self.wrong(str(key), msg("This is not known here."))
