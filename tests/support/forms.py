"""A small survey for the tests of forms: two blocks that share a side, markers, signs, points."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from redline_plugin.core.geodesy.belts import Belt
from redline_plugin.core.survey.forms.material import (
    BlockInfo,
    Material,
    Office,
    Placed,
    Side,
    located,
)
from redline_plugin.core.survey.forms.words import Words
from redline_plugin.core.survey.marker import Marker, Sign, TurningPoint
from redline_plugin.core.survey.rows import record_of
from redline_plugin.core.survey.rulesfile import load_rules

CRS = "EPSG:4523"
"""3-degree belt 35 with the number before eastings."""
BELT = Belt(3, 35, True)
X, Y = 35_500_000.0, 3_400_000.0
ENGLISH = Words(lambda text: text, "en")


def at(*places: tuple[float, float]) -> np.ndarray:
    return np.array(places, dtype=float).reshape(-1, 2) + np.array([X, Y])


def marker(number: str, **values: Any) -> Marker:
    return record_of(Marker, {"marker": number, "state": "planned", "kind": "solid", **values})


def sign(number: str, **values: Any) -> Sign:
    return record_of(Sign, {"sign": number, "state": "planned", **values})


def point(number: str, **values: Any) -> TurningPoint:
    return record_of(TurningPoint, {"point": number, "state": "planned", **values})


def square(west: float, south: float, size: float) -> shapely.Polygon:
    return shapely.box(X + west, Y + south, X + west + size, Y + south + size)


def material(
    markers: list[Marker] | None = None,
    places: np.ndarray | None = None,
    *,
    signs: Placed | None = None,
    points: Placed | None = None,
    sides: tuple[Side, ...] = (),
    blocks: dict[str, BlockInfo] | None = None,
    office: Office | None = None,
) -> Material:
    rules = load_rules("example")
    if markers is None:
        markers = [
            marker("A-1", block="A", blocks="A,B", county="511325", next_m=400.26,
                   reasons="corner,spacing", why="It is a corner."),
            marker("A-2", block="A", county="511325", state="retired", why="Old."),
            marker("B-1", block="B", kind="witness", of_marker="B-0", offset_m=12.345,
                   offset_deg=90.0, remark="near the ford"),
        ]  # fmt: skip
        places = at((1000, 0), (0, 1000), (2000, 1000))

    def placed(records: Any, where: np.ndarray) -> Placed:
        return located(records, where, CRS, BELT, rules.turning)[0]

    return Material(
        CRS,
        BELT,
        placed(markers, places),
        Placed((), np.empty((0, 2))) if signs is None else placed(signs.records, signs.places),
        signs is not None,
        Placed((), np.empty((0, 2))) if points is None else placed(points.records, points.places),
        sides,
        {
            "A": BlockInfo("A", "Upper", "511325", "Xichong", "HX-A", square(0, 0, 1000)),
            "B": BlockInfo("B", "Lower", "511325", "", "", square(1000, 0, 1000)),
        }
        if blocks is None
        else blocks,
        rules,
        office or Office("Li", "2025-11-20", "Wang", ""),
    )
