"""Lists of class codes that a user types."""

from __future__ import annotations

import re

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.text import msg

_SEPARATORS = re.compile(r"[,，、\s]+")
_RANGE = re.compile(r"^(-?\d+)\s*[-~至到]\s*(-?\d+)$")
_MOST = 10_000


def code_list(text: str, where: str) -> list[int]:
    """Return the codes of a text such as "20, 31-33"; Chinese commas are commas too.

    Raises:
        InputError: there is none, or something is no whole number.
    """
    found: list[int] = []
    wrong: list[str] = []
    for word in filter(None, _SEPARATORS.split(text.strip())):
        span = _RANGE.match(word)
        if span and 0 <= int(span[2]) - int(span[1]) <= _MOST:
            found += range(int(span[1]), int(span[2]) + 1)
        elif re.fullmatch(r"-?\d+", word):
            found.append(int(word))
        else:
            wrong.append(word)
    if wrong or not found:
        raise InputError(
            Problem(
                msg("“{text}” holds no whole numbers.", text=" ".join(wrong) or text),
                where,
                msg("Write codes with commas between, for example “20,30” or “51-92”."),
            )
        )
    return list(dict.fromkeys(found))


def code_groups(text: str, where: str) -> dict[int, int]:
    """Return, for codes of groups such as "10,80; 20,30", the first code of their group.

    Raises:
        InputError: something is no whole number, or a code is in two groups.
    """
    taken: dict[int, int] = {}
    twice: list[int] = []
    for part in re.split(r"[;；]", text):
        if not part.strip():
            continue
        codes = code_list(part, where)
        twice += [code for code in codes if code in taken]
        taken.update(dict.fromkeys(codes, codes[0]))
    if twice:
        raise InputError(
            Problem(
                msg("The codes {codes} are in two groups.", codes=", ".join(map(str, twice))),
                where,
            )
        )
    return taken
