"""What asks for a sign: villages near the line, main junctions near it, places where people reach it.

Signs stand at main road junctions, round villages, where many people come, and where the red line is
easy to reach (生态保护红线管理办法（暂行）（征求意见稿）, article 13; fact sheet, submission 4.2). How near is near,
and how much each counts, comes from the rule set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.survey.marker import CROSSROADS, VILLAGE, VISIBLE
from redline_plugin.core.survey.rules import SignRules
from redline_plugin.core.survey.signsnetwork import Spot, Ways, junctions, near_pieces, reaching
from redline_plugin.core.text import Message, msg, title

_ALWAYS = 1000.0
"""People of a village that count as a thousand at least, and where their number is not known."""


@dataclass(frozen=True)
class Villages:
    """Villages and the like.

    Attributes:
        shapes: (n,) points or areas in the plane, single or multi.
        names: (n,) "" for none.
        labels: (n,) what to call one without a name: the feature's id.
        people: (n,) NaN where it is not known.
    """

    shapes: Shapes
    names: tuple[str, ...]
    labels: tuple[str, ...]
    people: Floats


@dataclass(frozen=True)
class Demand:
    """One thing that asks for a sign.

    Attributes:
        kind: VILLAGE, CROSSROADS or VISIBLE.
        names: its own name or names, () for none.
        label: what to call it then.
        shape: where it is: a sign must stand near to the nearest part of it.
        weight: what it counts; share: what its kind counts, whatever its size.
        people: of a village, NaN where it is not known.
        away_m: from the line.
        on_path: whether only paths reach the line there.
    """

    kind: str
    names: tuple[str, ...]
    label: str
    shape: BaseGeometry
    weight: float
    share: float
    people: float
    away_m: float
    on_path: bool = False

    @property
    def place(self) -> tuple[float, float]:
        """A point of it."""
        point = shapely.point_on_surface(self.shape)
        return float(shapely.get_x(point)), float(shapely.get_y(point))

    def called(self) -> Message:
        """Return what it is called: its kind, and its name or number."""
        name = " / ".join(self.names)
        if self.kind == VILLAGE:
            return title(name) if self.names else msg("village {number}", number=self.label)
        if self.kind == CROSSROADS:
            return msg("junction of {roads}", roads=name or self.label)
        if self.on_path:
            return msg("path {number}", number=name or self.label)
        return msg("road {number}", number=name or self.label)


def demands_of(
    villages: Villages | None,
    ways: Ways | None,
    pieces: Shapes,
    rules: SignRules,
    end_m: float,
) -> list[Demand]:
    """Return all demands, in an order that does not depend on the layers' order.

    Args:
        villages: None for none.
        ways: None for none.
        pieces: the line, in short pieces.
        rules: distances and weights.
        end_m: a road or path that ends this near to the line reaches it.
    """
    found: list[Demand] = []
    if villages is not None:
        found += _of_villages(villages, pieces, rules)
    if ways is not None:
        found += _of_junctions(ways, pieces, rules)
        near = near_pieces(ways.lines, pieces, end_m)
        close = ways.part(near)
        spots = reaching(close, pieces, end_m, rules.reach_m.number)
        weight = rules.crossing_weight.number
        found += _at_spots(VISIBLE, spots, close, pieces, weight)
    return sorted(found, key=_order)


def _order(demand: Demand) -> tuple[object, ...]:
    x, y = demand.place
    return demand.kind, round(x, 3), round(y, 3), demand.names, demand.label


def _of_villages(villages: Villages, pieces: Shapes, rules: SignRules) -> list[Demand]:
    near = near_pieces(villages.shapes, pieces, rules.village_within_m.number)
    away = _away(villages.shapes[near], pieces)
    found = []
    share = rules.village_weight.number
    for at, distance in zip(near.tolist(), away.tolist()):
        people = float(villages.people[at])
        thousands = max(_ALWAYS, 0.0 if np.isnan(people) else people) / 1000.0
        name = villages.names[at]
        found.append(
            Demand(
                VILLAGE,
                (name,) if name else (),
                villages.labels[at],
                villages.shapes[at],
                share * thousands,
                share,
                people,
                distance,
            )
        )
    return found


def _of_junctions(ways: Ways, pieces: Shapes, rules: SignRules) -> list[Demand]:
    within = rules.junction_within_m.number
    # Ways that meet at a node near the line are near it themselves.
    part = ways.part(near_pieces(ways.lines, pieces, within + 1.0))
    spots = junctions(part)
    points = shapely.points([(spot.x, spot.y) for spot in spots]) if spots else as_shapes([])
    near = near_pieces(points, pieces, within)
    return _at_spots(
        CROSSROADS, [spots[at] for at in near], part, pieces, rules.junction_weight.number
    )


def _at_spots(
    kind: str, spots: Sequence[Spot], ways: Ways, pieces: Shapes, weight: float
) -> list[Demand]:
    if not spots:
        return []
    points = shapely.points([(spot.x, spot.y) for spot in spots])
    found = []
    for spot, point, distance in zip(spots, points, _away(points, pieces).tolist()):
        names = sorted({ways.names[at] for at in spot.ways} - {""})
        labels = sorted({ways.labels[at] for at in spot.ways}, key=lambda text: (len(text), text))
        found.append(
            Demand(
                kind,
                tuple(names),
                " / ".join(labels),
                point,
                weight,
                weight,
                float("nan"),
                distance,
                on_path=bool(ways.path[list(spot.ways)].all()),
            )
        )
    return found


def _away(shapes: Shapes, pieces: Shapes) -> Floats:
    """Return the distance of each shape from the line."""
    if len(shapes) == 0:
        return np.empty(0)
    _, distance = shapely.STRtree(pieces).query_nearest(
        shapes, all_matches=False, return_distance=True
    )
    return np.asarray(distance, dtype=np.float64)
