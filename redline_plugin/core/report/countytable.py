"""The table of what a raster holds in each county."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from redline_plugin.core.report.classes import ClassLook, county_class_rows
from redline_plugin.core.report.counties import CountyCount, CountyTable
from redline_plugin.core.report.figures import FEW_CLASSES
from redline_plugin.core.report.numbers import DASH, area_km2, number, unit_text
from redline_plugin.core.report.room import Room
from redline_plugin.core.text import msg

_PER_AREA = re.compile(r"(?P<mass>(?:t|kg|g|Mg)C?) (?P<area>hm|km|m)-2(?P<time>(?: a-1)?)")
_SQUARE_METRES = {"hm": 1e4, "km": 1e6, "m": 1.0}
_DEPTHS = {"mm": "m3", "mm/a": "m3/a", "mm/month": "m3/month"}


def total_of(unit: str) -> tuple[str, float] | None:
    """Return the unit of a sum over land, and what value times m2 is divided by for it.

    None where adding up makes no sense: indices, temperatures, fractions.
    """
    if unit in _DEPTHS:
        return _DEPTHS[unit], 1000.0
    found = _PER_AREA.fullmatch(unit)
    if found is None:
        return None
    return found["mass"] + found["time"], _SQUARE_METRES[found["area"]]


def county_section(
    table: CountyTable, classes: ClassLook | None, unit: str, room: Room
) -> dict[str, Any]:
    """Return the table by county: areas of classes, or means and sums of a quantity."""
    counts = [count for count in table.counties if count.pixels]
    empty = [count.name for count in table.counties if not count.pixels]
    if table.outside.pixels:
        counts.append(replace(table.outside, name=room.words["outside_counties"]))
    whole = replace(table.whole, name=room.words["total"])
    notes = []
    if table.shared_pixels:
        notes.append(
            room.say(
                msg(
                    "{count} pixels lie in more than one county and are counted in each.",
                    count=f"{table.shared_pixels:,}",
                )
            )
        )
    if empty:
        notes.append(
            room.say(
                msg(
                    "{count} counties have no pixel with a value and are left out.",
                    count=len(empty),
                )
            )
        )
    if classes is not None:
        return {
            "heads": list(classes.titles.values()),
            "long": len(classes.titles) > FEW_CLASSES,
            "rows": county_class_rows(counts, classes),
            "whole": county_class_rows([whole], classes)[0],
            "notes": notes,
        }
    total = total_of(unit)
    return {
        "heads": [],
        "long": False,
        "unit": unit_text(unit),
        "sum_unit": unit_text(total[0]) if total else "",
        "rows": [_county_row(count, total) for count in counts],
        "whole": _county_row(whole, total),
        "notes": notes,
    }


def _county_row(count: CountyCount, total: tuple[str, float] | None) -> dict[str, Any]:
    return {
        "name": count.name,
        "area": area_km2(count.area_m2),
        "mean": number(count.mean),
        "sum": number(count.value_area / total[1], 8) if total else DASH,
    }
