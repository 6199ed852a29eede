"""Classes in the report: their names and colours, their areas, and where they part."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from redline_plugin.core.grade.classes import EXTREME, MIDDLE, SENSITIVITY_COLOURS
from redline_plugin.core.grade.importance import BREAK_TITLES, IMPORTANCE_COLOURS, break_key
from redline_plugin.core.grade.legacy import LEGACY_STEPS
from redline_plugin.core.records import Subject
from redline_plugin.core.report.charts import Mark, Slice, share_bar_svg
from redline_plugin.core.report.counties import CountyCount
from redline_plugin.core.report.figures import FEW_CLASSES, table_colours
from redline_plugin.core.report.numbers import DASH, area_km2, number, percent
from redline_plugin.core.report.room import Room
from redline_plugin.core.style import Colour, as_hex, category

_COLOURS: Mapping[str, Mapping[int, Colour]] = {
    "gradefunction": IMPORTANCE_COLOURS,
    "gradesensitivity": SENSITIVITY_COLOURS,
}


@dataclass(frozen=True)
class ClassLook:
    """Names and colours of classes by code, in the order in which they are told."""

    titles: Mapping[int, str]
    colours: Mapping[int, Colour]


def class_look(subject: Subject, room: Room) -> ClassLook | None:
    """Return names and colours, None when the raster is not one of classes."""
    output = subject.output
    if output is not None and output.classes:
        return ClassLook(
            {entry.value: room.translate(entry.title) for entry in output.classes},
            {entry.value: entry.colour for entry in output.classes},
        )
    titles = {
        row["class"]: room.translate(str(row.get("title") or row["class"]))
        for row in subject.class_rows
        if isinstance(row.get("class"), int)
    }
    if not titles:
        return None
    own = table_colours(str(subject.path), 1, list(titles))
    known = _COLOURS.get(subject.algorithm, {})
    colours = {
        code: own.get(code) or known.get(code) or category(place)
        for place, code in enumerate(titles)
    }
    return ClassLook(titles, colours)


def class_section(
    subject: Subject, look: ClassLook, counted: CountyCount | None, title: str, room: Room
) -> dict[str, Any]:
    """Return the class table: from the grading's own account, else from what was counted."""
    rows = _told(subject, look) or _counted(look, counted)
    slices = [Slice(row["title"], row["share_of_area"], row["rgb"]) for row in rows]
    total = sum(row["area_m2"] for row in rows)
    return {
        "rows": [
            {
                **row,
                "colour": as_hex(row["rgb"]),
                "area": area_km2(row["area_m2"]),
                "share": percent(row["share_of_area"]),
                "value_share": percent(row["value_share"]),
            }
            for row in rows
        ],
        "total": area_km2(total),
        "pixels": sum(row["pixels"] for row in rows),
        "with_value": any(row["value_share"] is not None for row in rows),
        "bar": share_bar_svg(slices, f"{room.words['share_of_area']}: {title}"),
    }


def _told(subject: Subject, look: ClassLook) -> list[dict[str, Any]]:
    rows = []
    for row in subject.class_rows:
        code = row.get("class")
        area, share = row.get("area_m2"), row.get("area_share")
        if (
            not isinstance(code, int)
            or code not in look.titles
            or not isinstance(area, (int, float))
        ):
            continue
        rows.append(
            {
                "code": code,
                "title": look.titles[code],
                "rgb": look.colours[code],
                "pixels": row.get("pixels") if isinstance(row.get("pixels"), int) else 0,
                "area_m2": area,
                "share_of_area": share if isinstance(share, (int, float)) else 0.0,
                "value_share": row.get("value_share"),
            }
        )
    return rows


def _counted(look: ClassLook, counted: CountyCount | None) -> list[dict[str, Any]]:
    if counted is None or not counted.area_m2:
        return []
    codes = [*look.titles, *(code for code in counted.by_code if code not in look.titles)]
    if len(codes) > FEW_CLASSES:
        codes = [code for code in codes if code in counted.by_code]
    rows = []
    for place, code in enumerate(codes):
        pixels, area = counted.by_code.get(code, (0, 0.0))
        rows.append(
            {
                "code": code,
                "title": look.titles.get(code, str(code)),
                "rgb": look.colours.get(code, category(place)),
                "pixels": pixels,
                "area_m2": area,
                "share_of_area": area / counted.area_m2,
                "value_share": None,
            }
        )
    return rows


def breaks_of(subject: Subject, room: Room) -> list[Mark]:
    """Return the index values at which the classes of a grading part, with the classes' names."""
    parameters = subject.part("parameters")
    titles = {row.get("class"): str(row.get("title") or "") for row in subject.class_rows}
    if break_key(EXTREME) in parameters:
        # From the lowest break up.
        names = [(break_key(code), code) for code in reversed(tuple(BREAK_TITLES))]
    else:
        names = [("middle", MIDDLE), ("extreme", EXTREME)]
    factor = 1.0
    if parameters.get("mode") == "legacy":
        cap = parameters.get("cap")
        highest = parameters.get("maximum") if cap is None else cap
        factor = highest / LEGACY_STEPS if isinstance(highest, (int, float)) else float("nan")
    marks = []
    for name, code in names:
        value = parameters.get(name)
        if not isinstance(value, (int, float)) or not math.isfinite(value * factor):
            continue
        title = room.translate(titles.get(code, ""))
        marks.append(
            Mark(float(value) * factor, f"{title} {number(float(value) * factor)}".strip())
        )
    return marks


def county_class_rows(counts: Sequence[CountyCount], look: ClassLook) -> list[dict[str, Any]]:
    """Return the areas of classes in each county; of many classes those that occur in it."""
    few = len(look.titles) <= FEW_CLASSES
    return [
        {
            "name": count.name,
            "area": area_km2(count.area_m2),
            "cells": [
                {"title": title, **_cell(count, code)}
                for code, title in look.titles.items()
                if few or code in count.by_code
            ],
        }
        for count in counts
    ]


def _cell(count: CountyCount, code: int) -> dict[str, str]:
    square_metres = count.by_code.get(code, (0, 0.0))[1]
    share = percent(square_metres / count.area_m2) if count.area_m2 else DASH
    return {"area": area_km2(square_metres), "share": share}
