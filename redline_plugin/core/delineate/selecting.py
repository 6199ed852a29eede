"""Which protected areas enter: by the tables of kinds, zones and levels; what is unknown is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redline_plugin.core.delineate.areas import Usable
from redline_plugin.core.delineate.inputs import Options, ProtectedArea
from redline_plugin.core.errors import Problem
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.standard.overlayrules import IN, UNKNOWN
from redline_plugin.core.text import Message, msg

Group = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Selected:
    """Protected areas that enter, those that do not (number and m2), and what to tell."""

    areas: Usable[ProtectedArea]
    left_out: int = 0
    left_out_m2: float = 0.0
    warnings: tuple[Problem, ...] = ()


def select(areas: Usable[ProtectedArea], options: Options, crs: str) -> Selected:
    """Return the protected areas that enter; all of them when the options hold no rules.

    Areas that overlap count twice in ``left_out_m2``.
    """
    rules = options.protected_rules
    if rules is None:
        return Selected(areas)
    inside: list[int] = []
    groups: dict[Group, list[int]] = {}
    for index, feature in enumerate(areas.features):
        level = feature.level if options.look_at_level else None
        outcome, unknown = rules.decide(feature.kind, feature.zone, level)
        enters = outcome == IN or (outcome == UNKNOWN and options.unknown_enters)
        if enters:
            inside.append(index)
        if outcome != IN:
            key = (outcome, unknown, feature.kind, feature.zone, feature.level)
            groups.setdefault(key, []).append(index)
    sizes = [float(polygon_areas(list(polygons), crs).sum()) for polygons in areas.polygons]
    out = sorted(set(range(len(areas.features))) - set(inside))
    return Selected(
        Usable(
            tuple(areas.features[index] for index in inside),
            tuple(areas.polygons[index] for index in inside),
            areas.warnings,
        ),
        len(out),
        sum(sizes[index] for index in out),
        tuple(
            _told(key, len(groups[key]), sum(sizes[i] for i in groups[key]), options)
            for key in sorted(groups)
        ),
    )


def _told(group: Group, count: int, area_m2: float, options: Options) -> Problem:
    outcome, unknown, kind, zone, level = group
    fields = {
        "count": count,
        "kind": kind,
        "zone": zone,
        "level": level,
        "area": f"{area_m2 / 1e6:.6f}",
    }
    if outcome != UNKNOWN:
        return Problem(
            msg(
                "{count} protected areas of kind “{kind}”, zone “{zone}”, level “{level}” "
                "({area} km2) stay out by the rules.",
                **fields,
            )
        )
    messages: dict[str, tuple[Message, Message]] = {
        "kind": (
            msg(
                "No rule knows the kind “{kind}” of {count} protected areas ({area} km2, zone "
                "“{zone}”, level “{level}”); they are taken in, as chosen.",
                **fields,
            ),
            msg(
                "No rule knows the kind “{kind}” of {count} protected areas ({area} km2, zone "
                "“{zone}”, level “{level}”); they stay out, as chosen.",
                **fields,
            ),
        ),
        "zone": (
            msg(
                "No rule knows the zone “{zone}” of {count} protected areas of kind “{kind}” "
                "({area} km2, level “{level}”); they are taken in, as chosen.",
                **fields,
            ),
            msg(
                "No rule knows the zone “{zone}” of {count} protected areas of kind “{kind}” "
                "({area} km2, level “{level}”); they stay out, as chosen.",
                **fields,
            ),
        ),
        "level": (
            msg(
                "No rule knows the level “{level}” of {count} protected areas of kind “{kind}” "
                "({area} km2, zone “{zone}”); they are taken in, as chosen.",
                **fields,
            ),
            msg(
                "No rule knows the level “{level}” of {count} protected areas of kind “{kind}” "
                "({area} km2, zone “{zone}”); they stay out, as chosen.",
                **fields,
            ),
        ),
    }
    taken, left = messages[unknown]
    return Problem(
        taken if options.unknown_enters else left,
        remedy=msg(
            "Correct the layer, or add the name to overlay_protected.csv or overlay_levels.csv and "
            "give their folder."
        ),
    )


def kinds_of(features: Sequence[ProtectedArea]) -> tuple[set[str], set[str], set[str]]:
    """Return the kinds, levels and zones of protected areas that are named."""
    return (
        {feature.kind for feature in features} - {""},
        {feature.level for feature in features} - {""},
        {feature.zone for feature in features} - {""},
    )
