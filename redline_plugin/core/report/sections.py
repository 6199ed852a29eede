"""One raster's section of the report, put together for the template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.grade.classes import CLASSES
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.records import Subject, sentence
from redline_plugin.core.report.chain import chain_of
from redline_plugin.core.report.charts import Mark
from redline_plugin.core.report.classes import (
    ClassLook,
    breaks_of,
    class_look,
    class_section,
)
from redline_plugin.core.report.counties import CountyTable, count_by_county
from redline_plugin.core.report.countytable import county_section
from redline_plugin.core.report.figures import draw_classes, draw_quantity
from redline_plugin.core.report.inputs import index_chart, input_sections, left_out, panels_of
from redline_plugin.core.report.look import Figures, Look, area_of, figures_of, look_at
from redline_plugin.core.report.numbers import DASH, area_km2, number, unit_text
from redline_plugin.core.report.parameters import (
    choice_rows,
    coefficient_rows,
    other_rows,
    set_of_coefficients,
    statistic_rows,
)
from redline_plugin.core.report.room import Room, kept_path
from redline_plugin.core.text import msg

_OF_A_RUN = (
    "inputs",
    "left_out",
    "tables",
    "coefficients",
    "choices",
    "statistics",
    "parameters",
    "coefficient_set",
    "chain",
    "warnings",
    "notes",
)


def section(subject: Subject, room: Room, feedback: Feedback) -> dict[str, Any]:
    """Return all that the template shows of a raster.

    Raises:
        CancelledError: the user asked to stop.
        InputError: the raster has no place or cannot be read.
        RuntimeError: it is damaged.
    """
    classes = class_look(subject, room)
    looks = _looks(subject, classes, room)
    grid = Grid.of_file(str(subject.path))
    title = room.heading(subject)
    marks = _marks(subject, room)
    table = _table(subject, grid, classes, room, feedback)
    twin = _twin(subject, room)
    model = subject.model
    found: dict[str, Any] = {
        "anchor": subject.anchor,
        "level": subject.level,
        "title": title,
        "method": room.method(subject),
        "about": room.translate(model.about) if model is not None else "",
        "equation": room.translate(model.equation) if model is not None else "",
        "source": room.reference(model.reference) if model is not None else "",
        "certainty": room.certainty(model.reference) if model is not None else None,
        "symbols": _symbols(subject, room),
        "unit": unit_text(_unit(subject)),
        "file": room.file_title(str(subject.path), subject),
        "path": kept_path(str(subject.path)),
        "recorded": bool(subject.record),
        "twin": None,
        "breaks": [],
        "index_chart": "",
        "classes": None,
        "counties": None,
        **_provenance(subject, grid),
    }
    stop_if_cancelled(feedback)
    if twin is None:
        found.update(_run(subject, grid, room))
    else:
        found.update(dict.fromkeys(_OF_A_RUN, ()))
        found["twin"] = {"anchor": twin.anchor, "title": room.heading(twin)}
    stop_if_cancelled(feedback)
    if classes is not None:
        found["drawn"] = draw_classes(looks, classes.titles, classes.colours, title, room, True)
        found["classes"] = class_section(
            subject, classes, table.whole if table else None, title, room
        )
        found["breaks"] = breaks_of(subject, room)
        found["index_chart"] = index_chart(subject, grid, room)
        found["figures"] = [*_class_figures(looks, room), *_left_out(subject, room)]
    else:
        figures = figures_of(looks, [mark.value for mark in marks])
        found["drawn"] = (
            draw_quantity(
                looks, figures, room.ramp(subject), title, found["unit"], room, marks, True
            )
            if figures is not None
            else None
        )
        found["figures"] = _figures(subject, looks, figures, room)
    found["panels"] = panels_of(found["drawn"], room)
    if table is not None and table.counties:
        found["counties"] = county_section(table, classes, _unit(subject), room)
    found["key"] = _key(found)
    return found


def _run(subject: Subject, grid: Grid, room: Room) -> dict[str, Any]:
    """Return what all outputs of a run share."""
    model = subject.model
    inputs, tables = input_sections(subject, grid, room)
    return {
        "inputs": inputs,
        "left_out": left_out(subject, room),
        "tables": tables,
        "coefficients": coefficient_rows(subject, room),
        "choices": choice_rows(subject, room),
        "statistics": statistic_rows(subject, room),
        "parameters": other_rows(subject, room) if model is None else [],
        "coefficient_set": set_of_coefficients(subject),
        "chain": chain_of(subject, room),
        "warnings": _warnings(subject, room),
        "notes": [room.translate(note) for note in model.notes] if model is not None else [],
    }


def _twin(subject: Subject, room: Room) -> Subject | None:
    """Return an output of the same run that the report has told of before."""
    if not subject.record:
        return None
    run = {**subject.record, "output": ""}
    for other in room.subjects:
        if other is subject:
            break
        if {**other.record, "output": ""} == run:
            return other
    return None


def _looks(subject: Subject, classes: ClassLook | None, room: Room) -> list[Look]:
    count = subject.output.bands if subject.output is not None else 1
    numbers = range(1, max(1, min(count, subject.bands)) + 1)
    path = str(subject.path)
    codes = classes is not None
    return [
        look_at(path, n, codes=codes, share=len(numbers), feedback=room.feedback) for n in numbers
    ]


def _unit(subject: Subject) -> str:
    return subject.output.unit if subject.output is not None else subject.unit


def _symbols(subject: Subject, room: Room) -> list[tuple[str, str]]:
    """Return the signs in the equation with what they stand for."""
    model = subject.model
    if model is None:
        return []
    titles = {item.name: item.title for item in model.inputs}
    titles.update({item.name: item.title for item in model.coefficients})
    return [
        (sign, room.translate(titles[name]))
        for name, sign in model.symbols.items()
        if name in titles
    ]


def _marks(subject: Subject, room: Room) -> list[Mark]:
    """Return the breaks of gradings in the report that were made from this raster."""
    found: dict[float, Mark] = {}
    for other in room.subjects:
        index = other.index
        if index is not None and room.subject_at(index.path) is subject and other is not subject:
            for mark in breaks_of(other, room):
                found.setdefault(mark.value, mark)
    return [found[value] for value in sorted(found)]


def _table(
    subject: Subject,
    grid: Grid,
    classes: ClassLook | None,
    room: Room,
    feedback: Feedback,
) -> CountyTable | None:
    """Count every pixel where that is needed: by county, or by class when no account is stored."""
    areas = room.areas(grid) if subject.level == 0 else ()
    uncounted = classes is not None and not subject.class_rows
    if not areas and not uncounted:
        return None
    return count_by_county(str(subject.path), 1, areas, classes is not None, feedback)


def _warnings(subject: Subject, room: Room) -> list[str]:
    stored = subject.record.get("warnings")
    return [sentence(each, room.translate) for each in stored] if isinstance(stored, list) else []


def _provenance(subject: Subject, grid: Grid) -> dict[str, Any]:
    record = subject.record
    software = subject.part("software")
    width, height = grid.pixel_size
    sign, unit = ("°", "") if grid.is_geographic else ("", f" {_linear_name(grid)}")
    return {
        "algorithm": str(record.get("algorithm", "")),
        "created": str(record.get("created", "")),
        "redline": str(record.get("redline", "")),
        "software": ", ".join(f"{name} {value}" for name, value in software.items()),
        "grid": f"{grid.width:,} × {grid.height:,}",
        "pixel_size": f"{width:.6g}{sign} × {height:.6g}{sign}{unit}",
        "crs": grid.spatial_reference.GetName() or "",
    }


def _linear_name(grid: Grid) -> str:
    metres = grid.spatial_reference.GetLinearUnits()
    return "m" if metres == 1.0 else str(grid.spatial_reference.GetLinearUnitsName())


def _figures(
    subject: Subject, looks: Sequence[Look], figures: Figures | None, room: Room
) -> list[tuple[str, str, str]]:
    """Return the key figures: label, value, remark. What the run counted goes before a sample."""
    counts, words = subject.counts, room.words
    if figures is None:
        return [(words["valid_pixels"], "0", "")]
    whole = all(look.whole for look in looks)
    remark = (
        ""
        if whole
        else room.say(msg("from a sample of {count} pixels", count=f"{figures.count:,}"))
    )
    mean = counts.get("mean") if not looks[0].grid.is_geographic else None
    rows = [
        _figure(words["minimum"], counts.get("minimum"), figures.low, remark),
        _figure(words["mean"], mean, figures.mean, remark),
        (words["median"], number(figures.median), remark),
        _figure(words["maximum"], counts.get("maximum"), figures.high, remark),
    ]
    pixels = counts.get("valid_pixels")
    if isinstance(pixels, int):
        rows.append((words["valid_pixels"], number(pixels), ""))
    elif whole:
        rows.append((words["valid_pixels"], number(figures.count), ""))
    if len(looks) == 1:
        rows.append((words["valid_area"], area_km2(area_of(looks[0])), remark))
    for name in ("clamped_up", "clamped_down"):
        if counts.get(name):
            rows.append((words["clamped"], number(counts[name]), ""))
    if counts.get("undefined"):
        rows.append((words["undefined"], number(counts["undefined"]), ""))
    return rows


def _figure(label: str, told: object, seen: float, remark: str) -> tuple[str, str, str]:
    if isinstance(told, (int, float)):
        return label, number(float(told)), ""
    return label, number(seen), remark


def _class_figures(looks: Sequence[Look], room: Room) -> list[tuple[str, str, str]]:
    if not all(look.whole for look in looks):
        return []
    return [(room.words["valid_pixels"], number(int(looks[0].valid.sum())), "")]


def _left_out(subject: Subject, room: Room) -> list[tuple[str, str, str]]:
    """Return what a grading left out by choice: pixels, and their area beside it."""
    noted = subject.part("results", "left_out")
    pixels, area = noted.get("pixels"), noted.get("area_m2")
    if not isinstance(pixels, int) or not isinstance(area, (int, float)):
        return []
    label = room.say(msg("Left out: value not above 0 [pixels]"))
    remark = room.say(msg("{area} km²", area=area_km2(float(area))))
    return [(label, number(pixels), remark)]


def _key(found: dict[str, Any]) -> dict[str, str]:
    """Return a raster's line in the summary."""
    classes = found["classes"]
    if classes is not None:
        # Only of importance or sensitivity: other classes have no highest one.
        graded = {row["code"] for row in classes["rows"]} >= set(CLASSES)
        first = classes["rows"][0] if graded else None
        return {
            "area": first["area"] if first else DASH,
            "share": first["share"] if first else DASH,
        }
    values = [value for _, value, _ in found["figures"]]
    low, mean, _, high = values[:4] if len(values) > 3 else (DASH,) * 4
    return {"low": low, "mean": mean, "high": high}
