"""The inputs of a run in the report: what they are, what was left out of them, how they look."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from redline_plugin.core.declare.limits import between
from redline_plugin.core.declare.model import RasterInput
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import stop_if_cancelled
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.records import Given, Subject, algorithm_id, read_subject
from redline_plugin.core.report.classes import ClassLook, breaks_of, class_look
from redline_plugin.core.report.figures import Drawn, draw_classes, draw_quantity
from redline_plugin.core.report.look import Look, codes_of, figures_of, look_at
from redline_plugin.core.report.numbers import DASH, file_size, number, percent, unit_text
from redline_plugin.core.report.room import Room, kept_path, name_of
from redline_plugin.core.report.tables import UsedTable, table_section, used_table
from redline_plugin.core.text import msg

_FILES_SHOWN = 3
_HASH_LETTERS = 12
_MONTHS = 12


def input_sections(
    subject: Subject, grid: Grid, room: Room
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what the template shows of the inputs, and of the code tables used with them."""
    inputs, tables = [], []
    for given in subject.inputs:
        looks = _looks(given, grid, room)
        stop_if_cancelled(room.feedback)
        table = given.declared.table if given.declared is not None else None
        used = used_table(subject, table) if table is not None else None
        inputs.append(_input(subject, given, looks, used, room))
        if used is not None:
            tables.append(table_section(used, codes_of(looks), room))
    return inputs, tables


def left_out(subject: Subject, room: Room) -> list[str]:
    """Return the titles of optional inputs that the run did without."""
    if subject.model is None:
        return []
    names = {given.name for given in subject.inputs}
    return [
        room.translate(item.title)
        for item in subject.model.inputs
        if item.optional and item.name not in names
    ]


def _looks(given: Given, grid: Grid, room: Room) -> list[Look]:
    """Look at every band; none when one of them cannot be read any more."""
    declared = given.declared
    looks = []
    for (path, band), (source, _) in zip(given.bands, given.sources):
        if not Path(path).is_file():
            return []
        try:
            looks.append(
                look_at(
                    source,
                    band,
                    grid,
                    declared.valid if declared is not None else (None, None),
                    declared.is_class if declared is not None else False,
                    len(given.bands),
                    room.feedback,
                )
            )
        except (InputError, RuntimeError):
            return []
    return looks


def _input(
    subject: Subject, given: Given, looks: list[Look], used: UsedTable | None, room: Room
) -> dict[str, Any]:
    declared = given.declared
    title = room.heading_of_input(given)
    codes = declared.is_class if declared is not None else False
    figures = None if codes else figures_of(looks)
    made = room.subject_at(given.path)
    resampled = subject.part("parameters").get("resampled")
    # The index of a grading is shown with its breaks, beside the map of the classes.
    drawn = None if subject.index is given else _drawn(looks, given, used, title, room)
    return {
        "title": title,
        "unit": _unit(given, room),
        "name": given.name,
        "files": [_file(path, given, made, room) for path in given.files[:_FILES_SHOWN]],
        "more": max(0, len(given.files) - _FILES_SHOWN),
        "bands": len(given.bands) if len(given.bands) > 1 else 0,
        "band": given.bands[0][1] if given.bands[0][1] != 1 and len(given.bands) == 1 else 0,
        "range": _range(declared, room),
        **_counts(subject, given),
        "low": number(figures.low) if figures else DASH,
        "mean": number(figures.mean) if figures else DASH,
        "high": number(figures.high) if figures else DASH,
        "sampled": bool(looks) and not all(look.whole for look in looks),
        "resampled": given.name in resampled if isinstance(resampled, list) else False,
        "anchor": made.anchor if made is not None else "",
        "made_by": room.method_of(algorithm_id(given.made_by))
        if made is None
        else room.method(made),
        "drawn": drawn,
        "panels": panels_of(drawn, room),
        "help": room.translate(declared.help) if declared is not None and declared.help else "",
    }


def _unit(given: Given, room: Room) -> str:
    if given.declared is not None:
        return unit_text(given.declared.unit)
    made = room.subject_at(given.path)
    return unit_text(
        made.output.unit if made is not None and made.output is not None else given.unit
    )


def _range(declared: RasterInput | None, room: Room) -> str:
    if declared is None or declared.valid == (None, None):
        return DASH
    return room.say(between(*declared.valid))


def _file(path: str, given: Given, made: Subject | None, room: Room) -> dict[str, Any]:
    record: Mapping[str, Any] = next(
        entry for (file, _), entry in zip(given.bands, given.records) if file == path
    )
    place = Path(path)
    note = ""
    if not place.is_file():
        note = room.words["file_gone"]
    elif isinstance(record.get("size"), int) and place.stat().st_size != record["size"]:
        note = room.words["file_changed"]
    known = made if path == given.path else room.subject_at(path)
    called = room.file_title(path, known, algorithm_id(record.get("made_by")))
    return {
        "name": called,
        "path": path,
        # Small, for one who looks for the file, which no longer has its name here.
        "place": kept_path(path) if called != name_of(path) else "",
        "size": file_size(record.get("size")),
        "sha256": str(record.get("sha256") or "")[:_HASH_LETTERS],
        "note": note,
    }


def _counts(subject: Subject, given: Given) -> dict[str, Any]:
    """Return shares of nodata and of values out of range, over the whole run."""
    counts = subject.part("results", "inputs", given.name)
    pixels = subject.part("results").get("pixels")
    if not counts or not isinstance(pixels, int) or pixels <= 0:
        return {
            "nodata": DASH,
            "outside": DASH,
            "outside_any": False,
            "unlisted": "",
            "valueless": 0,
        }
    whole = pixels * len(given.bands)
    nodata, outside = counts.get("nodata"), counts.get("outside_valid_range")
    unlisted = counts.get("codes_not_in_table")
    return {
        "nodata": percent(nodata / whole) if isinstance(nodata, int) else DASH,
        "outside": percent(outside / whole) if isinstance(outside, int) else DASH,
        "outside_any": bool(outside),
        "unlisted": ", ".join(f"{code} ({n})" for code, n in unlisted.items())
        if isinstance(unlisted, Mapping)
        else "",
        "valueless": counts.get("codes_without_value") or 0,
    }


def _drawn(
    looks: list[Look], given: Given, used: UsedTable | None, title: str, room: Room
) -> Drawn | None:
    declared = given.declared
    if not looks:
        return None
    if declared is not None and declared.is_class:
        classes = _classes_of(given, used, room)
        return draw_classes(looks, classes.titles, classes.colours, title, room)
    figures = figures_of(looks)
    if figures is None:
        return None
    return draw_quantity(looks, figures, room.ramp_of_input(given), title, _unit(given, room), room)


def _classes_of(given: Given, used: UsedTable | None, room: Room) -> ClassLook:
    """Return names and colours of an input's codes: from its table, or from what made it."""
    if used is not None:
        return ClassLook(used.titles(room.language), {})
    made = room.subject_at(given.path)
    if made is None:
        made = read_subject(given.sources[0][0])
    return class_look(made, room) or ClassLook({}, {})


def index_chart(subject: Subject, grid: Grid, room: Room) -> str:
    """Return the histogram of the index that was graded, with the breaks in it, "" without it."""
    given = subject.index
    looks = _looks(given, grid, room) if given is not None else []
    marks = breaks_of(subject, room)
    figures = figures_of(looks, [mark.value for mark in marks])
    if given is None or figures is None:
        return ""
    title, unit = room.heading_of_input(given), _unit(given, room)
    ramp = room.ramp_of_input(given)
    return draw_quantity(looks, figures, ramp, title, unit, room, marks, True).chart


def panels_of(drawn: Drawn | None, room: Room) -> list[tuple[str, str]]:
    """Return the small pictures of a stack, each with what its band is called."""
    links = drawn.panels if drawn is not None else ()
    return [
        (
            room.say(
                msg("Month {number}", number=number)
                if len(links) == _MONTHS
                else msg("Band {number}", number=number)
            ),
            link,
        )
        for number, link in enumerate(links, start=1)
    ]
