"""A rule: what it finds, how grave that is, and the tolerances that it is measured by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.text import N_, Message

if TYPE_CHECKING:
    from redline_plugin.core.delineate.shapes import Shapes

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NOBODY = -1
"""In :attr:`Found.second`: the finding is about one feature only."""

ANALOG = N_("seen in another domain's check, an analog; no public text gives one for red lines")
OWN = N_("Redline's own example; no public text gives one for red lines")


class Severity(str, Enum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"


SEVERITY_TITLES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning")}


@dataclass(frozen=True)
class Tolerance:
    """A number that decides.

    Attributes:
        name: of the parameter, UPPER_CASE.
        title: what people call it.
        default: used when the user gives none.
        unit: "m", "m2", "degree" or "1".
        source: where the default was seen.
        certainty: :data:`ANALOG` or :data:`OWN`.
        whole: whether only whole numbers make sense.
    """

    name: str
    title: str
    default: float
    unit: str
    source: str
    certainty: str
    whole: bool = False


Settings = Mapping[str, float]
"""Tolerances by name."""


@dataclass(frozen=True)
class Found:
    """What a rule found, in arrays.

    Attributes:
        shapes: (m,) where: points, lines or polygons; None when there is no place.
        first: (m,) number of the feature that it is about.
        second: (m,) of the other feature, or :data:`NOBODY`.
        values: (m,) what was measured, NaN when nothing was.
        notes: of each, words that fill ``{note}``; empty when the rule has none.
    """

    shapes: Shapes
    first: Ints
    second: Ints
    values: Floats
    notes: tuple[Message, ...] = ()


Check = Callable[[Any, Settings], Found]
"""From the subject and all settings to what is found."""


def lazily(module: str, name: str) -> Check:
    """Return a check that is loaded when it first runs: rules are listed where Shapely is not."""

    def check(subject: Any, settings: Settings) -> Found:
        found: Found = getattr(import_module(module), name)(subject, settings)
        return found

    return check


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        id: lower case letters, never changed once released.
        title: what people call it.
        text: the sentence about one finding; {first}, {second}, {value}, {note} and the names of
            tolerances are filled.
        severity: of every finding.
        unit: of the value: "m", "m2", "degree" or "1".
        shape: "Point", "LineString" or "Polygon", of every finding.
        check: finds them.
        tolerances: that it uses.
        needs: names of what the subject must have; without one the rule is listed as not run.
    """

    id: str
    title: str
    text: str
    severity: Severity
    unit: str
    shape: str
    check: Check
    tolerances: tuple[Tolerance, ...] = ()
    needs: frozenset[str] = frozenset()
