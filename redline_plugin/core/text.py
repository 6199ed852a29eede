"""Texts for people, written where they arise and translated where they are shown.

``core`` knows no Qt, so it cannot translate. It marks its texts: :func:`N_` marks a bare
string (a title), :func:`msg` marks a sentence with named fields that are filled after translation.
The extraction (``scripts/translations``) finds both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Translate = Callable[[str], str]


def untranslated(text: str) -> str:
    """Return ``text`` itself: the source language, English."""
    return text


def N_(text: str) -> str:
    """Mark ``text`` for translation and return it unchanged."""
    return text


@dataclass(frozen=True)
class Message:
    """A sentence with named fields, filled only after it is translated."""

    text: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def render(self, translate: Translate = untranslated) -> str:
        """Return the sentence in the language of ``translate``, fields filled in."""
        return translate(self.text).format(
            **{
                name: value.render(translate) if isinstance(value, Message) else value
                for name, value in self.fields.items()
            }
        )

    def as_dict(self) -> dict[str, object]:
        """Return the sentence for storing, so that it can be read in another language later."""
        return {
            "text": self.text,
            "fields": {
                name: value.as_dict() if isinstance(value, Message) else value
                for name, value in self.fields.items()
            },
        }

    def __str__(self) -> str:
        return self.render()


def msg(text: str, /, **fields: object) -> Message:
    """Mark a sentence for translation; ``{name}`` in it is filled from ``fields``."""
    return Message(text, fields)


def joined(parts: Sequence[Message]) -> Message:
    """Return messages with commas between them, each still to be translated."""
    fields = {f"part{number}": part for number, part in enumerate(parts)}
    return Message(", ".join(f"{{{name}}}" for name in fields), fields)


def title(text: str) -> Message:
    """Turn a string already marked with :func:`N_` into a message, to fill a field with it."""
    return Message(text.replace("{", "{{").replace("}", "}}")) if "{" in text else Message(text)
