"""A survey rule set: every number of 勘界定标, and where each of them comes from.

No public text gives the technical regulation's numbers (环办生态〔2019〕49号, annex): spacing, angles,
accuracy and counts are therefore data, and each value says whether a national or a provincial
document gives it, or the user.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Union

from redline_plugin.core.boundary.kinds import KIND_TITLES
from redline_plugin.core.text import N_

FOLDER = Path(__file__).parents[2] / "resources" / "survey"
DEFAULT = "example"

NATIONAL, PROVINCIAL, USER = "national", "provincial", "user"
SOURCES = (NATIONAL, PROVINCIAL, USER)
SOURCE_TITLES = {
    NATIONAL: N_("national document"),
    PROVINCIAL: N_("provincial document"),
    USER: N_("the user's own value"),
}

EXAMPLE, IN_FORCE = "example", "in force"
STATUSES = (EXAMPLE, IN_FORCE)

ANY = "any"
BOUNDARIES = (ANY, *KIND_TITLES)
"""Kinds of boundary that a rule may be for: those of the fit, or any."""

ROAD, PATH, RIVER, BORDER, WATER = "road", "path", "river", "border", "water"
CROSSED = (ROAD, PATH, RIVER, BORDER)
"""What a boundary may cross with a marker at the crossing."""
KEPT_OFF = (ROAD, PATH, RIVER, WATER)
"""What no marker may stand on or in."""
THING_TITLES = {
    ROAD: N_("road"),
    PATH: N_("path"),
    RIVER: N_("river"),
    BORDER: N_("administrative border"),
    WATER: N_("water"),
}

ONE, BOTH = "one", "both"
SIDES = (ONE, BOTH)


@dataclass(frozen=True)
class Value:
    """One value of the set: the number (or text, or yes and no), who gives it, and where it stands."""

    value: Union[float, str, bool]
    source: str
    document: str = ""
    note: str = ""

    @property
    def number(self) -> float:
        """The value as a number."""
        return float(self.value)


@dataclass(frozen=True)
class Terrain:
    """A class of terrain: slopes up to ``up_to_deg``; the last class has no limit (None)."""

    id: str
    zh: str
    en: str
    up_to_deg: Value | None


@dataclass(frozen=True)
class Spacing:
    """The longest distance along the line between markers, by kind of boundary and by terrain."""

    boundary: str
    terrain: str
    most_m: Value


@dataclass(frozen=True)
class Crossing:
    """A marker within ``within_m`` along the line of each crossing, on one side of it or on both."""

    kind: str
    within_m: Value
    sides: str


@dataclass(frozen=True)
class Clearance:
    """No marker nearer than ``metres`` to a line of this kind, or to an area of it and in it."""

    kind: str
    metres: Value


@dataclass(frozen=True)
class Accuracy:
    """The largest difference between a marker's designed and its measured place, m."""

    boundary: str
    most_m: Value


@dataclass(frozen=True)
class TurningRules:
    """What is a turning point, how its coordinates are written, how it is numbered.

    Attributes:
        tolerance_m: how far the line may lie from the polyline through the turning points.
        corner_deg: change of direction from which a vertex is a corner, which always stays.
        corner_base_m: distance before and behind a vertex over which its direction is measured.
        second_decimals: of seconds in degrees-minutes-seconds.
        metre_decimals: of eastings and northings.
        belt_width: 3 or 6 degrees.
        belt_prefix: whether eastings carry the belt's number.
        number: pattern with {county}, {block} and {serial}.
    """

    tolerance_m: Value
    corner_deg: Value
    corner_base_m: Value
    second_decimals: Value
    metre_decimals: Value
    belt_width: Value
    belt_prefix: Value
    number: Value


@dataclass(frozen=True)
class MarkerRules:
    """Where markers stand.

    Attributes:
        angle_deg: change of direction at a turning point from which it gets a marker.
        least_apart_m: of corners nearer to one another than this only the sharpest must have one.
        spacings: the most particular one counts: boundary and terrain, boundary, terrain, any.
        crossings: by kind; a kind that is not named needs none.
        clearances: by kind.
        most_moved_m: how far along the line a marker may move off water or a road.
        witness_reach_m: how far from its point a witness marker may stand.
        witness: whether a pair of witness markers may take the place of one that cannot stand.
        electronic: whether an electronic marker may, where no witnesses can stand either.
        steepest_deg: slope above which no marker can stand; None for no limit.
        number: pattern with {county}, {block} and {serial}.
    """

    angle_deg: Value
    least_apart_m: Value
    most_moved_m: Value
    witness_reach_m: Value
    witness: Value
    electronic: Value
    steepest_deg: Value | None
    number: Value
    spacings: tuple[Spacing, ...]
    crossings: tuple[Crossing, ...]
    clearances: tuple[Clearance, ...]


@dataclass(frozen=True)
class SignRules:
    """Where signs stand.

    Attributes:
        village_within_m: villages this near to the line ask for a sign.
        junction_within_m: main junctions of roads this near to it do.
        reach_m: a sign serves what lies this near to it.
        least_apart_m: between signs.
        eye_height_m, sign_height_m: for the line of sight, where an elevation model is given.
        village_weight, crossing_weight, junction_weight: how much each counts; a village's weight
            grows with its people where they are known (weight for each thousand, at least one).
        budget: the most signs; 0 for no limit.
        number: pattern with {county}, {block} and {serial}.
    """

    village_within_m: Value
    junction_within_m: Value
    reach_m: Value
    least_apart_m: Value
    eye_height_m: Value
    sign_height_m: Value
    village_weight: Value
    crossing_weight: Value
    junction_weight: Value
    budget: Value
    number: Value


@dataclass(frozen=True)
class SurveyRules:
    """A whole rule set.

    Attributes:
        id, version: of the set.
        zh, en: its title.
        status: EXAMPLE (numbers that only show how a set looks) or IN_FORCE.
        note: what its author says of it.
        terrains: from gentle to steep.
        accuracies: the most particular boundary counts.
    """

    id: str
    version: str
    zh: str
    en: str
    status: str
    note: str
    terrains: tuple[Terrain, ...]
    turning: TurningRules
    markers: MarkerRules
    signs: SignRules
    accuracies: tuple[Accuracy, ...]

    def terrain_of(self, slope_deg: float | None) -> str:
        """Return the id of the terrain class of a slope; ANY when the slope is not known."""
        if slope_deg is None or math.isnan(slope_deg):
            return ANY
        for terrain in self.terrains:
            if terrain.up_to_deg is None or slope_deg <= terrain.up_to_deg.number:
                return terrain.id
        return ANY

    def spacing(self, boundary: str, terrain: str) -> Spacing:
        """Return the rule for a kind of boundary in a class of terrain; the loader sees to it that there is one."""
        for wanted in ((boundary, terrain), (boundary, ANY), (ANY, terrain), (ANY, ANY)):
            for rule in self.markers.spacings:
                if (rule.boundary, rule.terrain) == wanted:
                    return rule
        raise KeyError((boundary, terrain))

    def accuracy(self, boundary: str) -> Accuracy:
        """Return the rule for a kind of boundary; the loader sees to it that there is one."""
        for wanted in (boundary, ANY):
            for rule in self.accuracies:
                if rule.boundary == wanted:
                    return rule
        raise KeyError(boundary)

    def clearance_m(self, kind: str) -> float | None:
        """Return how far markers keep off a kind of thing; None when there is no rule."""
        return next((c.metres.number for c in self.markers.clearances if c.kind == kind), None)

    def crossing(self, kind: str) -> Crossing | None:
        """Return the rule for crossings with a kind of thing; None when they need no marker."""
        return next((c for c in self.markers.crossings if c.kind == kind), None)

    def values(self) -> Iterator[tuple[str, Value]]:
        """Yield every value with its place in the file, like ``markers.spacing[2].most_m``."""
        yield from _values("", self)


def _values(path: str, holder: object) -> Iterator[tuple[str, Value]]:
    if isinstance(holder, Value):
        yield path, holder
    elif isinstance(holder, tuple):
        for number, item in enumerate(holder, start=1):
            yield from _values(f"{path}[{number}]", item)
    elif is_dataclass(holder):
        for each in fields(holder):
            name = f"{path}.{each.name}" if path else each.name
            yield from _values(name, getattr(holder, each.name))
