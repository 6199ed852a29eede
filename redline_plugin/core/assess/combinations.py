"""The highest class of several assessments, and which of them reach it (fact sheet 2 and 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import ClassEntry
from redline_plugin.core.grade.classes import EXTREME, GENERAL, MIDDLE

Colour = tuple[int, int, int]


def combine(classes: Sequence[NDArray | None]) -> Mapping[str, NDArray[np.uint8]]:
    """Return the highest class, which reach it, and how many are extreme; arrays of one shape.

    Args:
        classes: class codes 1 to 3, None for an assessment that is not given, at least one is;
            NaN and 0 stand for "not assessed here". The codes 4 to 7, of classes between 2 and 1 in
            a grading of more than three, count as 1.

    Returns:
        ``highest``: 0 to 3, 0 where nothing is assessed. ``which``: sum of 1, 2, 4 ... for the
        first, second, third ... assessment that has the highest class. ``extreme``: 1 + number of
        assessments in class 3, 0 where nothing is assessed.
    """
    given = [(place, _codes(values)) for place, values in enumerate(classes) if values is not None]
    highest = given[0][1].copy()
    for _, codes in given[1:]:
        np.maximum(highest, codes, out=highest)
    which = np.zeros_like(highest)
    extreme = (highest >= GENERAL).astype(np.uint8)
    assessed = highest > 0
    for place, codes in given:
        which |= ((codes == highest) & assessed).view(np.uint8) << np.uint8(place)
        extreme += (codes == EXTREME).view(np.uint8)
    return {"highest": highest, "which": which, "extreme": extreme}


def _codes(values: NDArray) -> NDArray[np.uint8]:
    # Counting the classes that are reached takes a fraction of the time of a conversion.
    codes = (values >= GENERAL).view(np.uint8)
    codes += ((values >= MIDDLE) & (values <= EXTREME)).view(np.uint8)
    codes += (values == EXTREME).view(np.uint8)
    return codes


def highest(found: Mapping[str, NDArray]) -> NDArray:
    """Kernel of the highest class."""
    return found["highest"]


def which(found: Mapping[str, NDArray]) -> NDArray:
    """Kernel of the combination that reaches the highest class."""
    return found["which"]


def extreme(found: Mapping[str, NDArray]) -> NDArray:
    """Kernel of the number in the extreme class, plus 1."""
    return found["extreme"]


def combination_entries(titles: Sequence[str], colours: Sequence[Colour]) -> tuple[ClassEntry, ...]:
    """Return the classes of a bit sum: titles of the codes 1, 2, 3 ... and the single bits' colours.

    A combination has its members' mean colour, the darker the more they are.
    """
    entries = []
    for code, title in enumerate(titles, start=1):
        members = [colour for place, colour in enumerate(colours) if code >> place & 1]
        shade = 0.88 ** (len(members) - 1)
        red, green, blue = (round(sum(part) / len(members) * shade) for part in zip(*members))
        entries.append(ClassEntry(code, title, (red, green, blue)))
    return tuple(entries)
