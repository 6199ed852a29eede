"""What lies around markers and signs: objects, villages, signs, photos, and the scale of the sketch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import shapely

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.forms import things as kinds
from redline_plugin.core.survey.forms.formvalues import Around, nearest_villages
from redline_plugin.core.survey.forms.material import Placed, number_of
from redline_plugin.core.survey.forms.references import references_of
from redline_plugin.core.survey.forms.things import Things, near_to

_USED = (kinds.ROAD, kinds.RIVER, kinds.WATER, kinds.VILLAGE, kinds.OTHER)
"""What serves as a reference object; a parcel is nothing that is seen on the ground."""


def around_of(
    placed: Placed,
    things: Sequence[Things],
    signs: Placed | None,
    sign_within_m: float,
    reach_m: float,
    photos: Mapping[str, Mapping[int, Path]],
    scales: Sequence[int],
    feedback: Feedback,
) -> dict[str, Around]:
    """Return what lies around each record, by its number.

    Args:
        placed: markers or signs that stand.
        things: of all layers.
        signs: that may belong to markers; None: there is no layer of signs.
        sign_within_m: how near they must stand.
        reach_m: the farthest reference object.
        photos: by number and type.
        scales: of the sketches.
        feedback: asked whether to stop.

    Raises:
        CancelledError: the user stopped.
    """
    serving = [near_to(layer, placed.places, reach_m) for layer in things if layer.style in _USED]
    references = references_of(placed.places, serving, reach_m, feedback)
    villages = nearest_villages(
        placed.places, [layer for layer in things if layer.style == kinds.VILLAGE]
    )
    standing = _signs(placed, signs, sign_within_m)
    return {
        number_of(record): Around(
            references[at],
            villages[at],
            None if standing is None else standing[at],
            photos.get(number_of(record), {}),
            scales[at],
        )
        for at, record in enumerate(placed.records)
    }


def _signs(placed: Placed, signs: Placed | None, within_m: float) -> list[tuple[str, ...]] | None:
    """Return the numbers of the signs at each record."""
    if signs is None:
        return None
    found: list[list[str]] = [[] for _ in placed.records]
    if len(signs) and len(placed):
        tree = shapely.STRtree(shapely.points(signs.places).reshape(-1))
        points = shapely.points(placed.places).reshape(-1)
        reach = shapely.box(*(placed.places - within_m).T, *(placed.places + within_m).T)
        for at, sign in zip(*tree.query(reach).tolist()):
            if shapely.distance(points[at], tree.geometries[sign]) <= within_m:
                found[at].append(number_of(signs.records[sign]))
    return [tuple(sorted(numbers)) for numbers in found]
