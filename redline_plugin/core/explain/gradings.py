"""Why a pixel of a graded raster has its class: the index value there, the breaks, the rule."""

from __future__ import annotations

from typing import Any

from redline_plugin.core.explain.bands import BandLook, look_at_band, stored_value
from redline_plugin.core.explain.classes import class_of
from redline_plugin.core.explain.files import Located, locate
from redline_plugin.core.explain.inputs import maker_title
from redline_plugin.core.explain.rules import Ruling, rule_of_function, rule_of_sensitivity
from redline_plugin.core.explain.tree import (
    Entry,
    Explanation,
    Finding,
    Pixel,
    Place,
    Stand,
    figure,
    plain,
)
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.grade.importance import BREAK_KEYS
from redline_plugin.core.grade.recordtitles import PARAMETER_TITLES, VALUE_TITLES
from redline_plugin.core.grade.rule import Mode
from redline_plugin.core.methodtitles import METHOD_TITLES
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.records import Given, Subject, read_subject
from redline_plugin.core.text import N_, Message, msg, title

FUNCTION, SENSITIVITY = "gradefunction", "gradesensitivity"
GRADINGS = (FUNCTION, SENSITIVITY)

_KINDS = {FUNCTION: N_("Importance of function"), SENSITIVITY: N_("Sensitivity class")}
_BREAKS = tuple(BREAK_KEYS)
_VALUES = ("maximum", "cap", "middle", "extreme")
"""Parameters in the unit of the index; breaks are so, too, but not of the Guide's integers."""


def explain_grading(
    subject: Subject, place: Place, pixel: Pixel, feedback: Feedback, hashes: bool
) -> Explanation:
    """Explain a pixel of a raster of classes.

    Raises:
        InputError: the raster itself cannot be read.
        CancelledError: the user asked to stop.
    """
    code = stored_value(str(subject.path), 1, pixel)
    given = next(iter(subject.inputs), None)
    look = None if given is None else _look(subject, given, pixel, feedback, hashes)
    ruling = None
    if look is not None and look.value is not None and look.lack is None:
        parameters = subject.part("parameters")
        apply = rule_of_function if subject.algorithm == FUNCTION else rule_of_sensitivity
        ruling = apply(look.value, parameters)
    text, colour = (None, None) if code is None else class_of(subject, code)
    index, unit = _index_told(given, look)
    return Explanation(
        place,
        msg("{kind}: {subject}", kind=title(_KINDS[subject.algorithm]), subject=index),
        pixel,
        subject.algorithm,
        title(METHOD_TITLES[subject.algorithm]),
        code,
        text,
        "",
        colour,
        None if ruling is None or not ruling[0] else float(ruling[0]),
        tuple(_findings(code, look, ruling)),
        groups=tuple(_groups(subject, given, look, index, unit)),
    )


def _look(
    subject: Subject, given: Given, pixel: Pixel, feedback: Feedback, hashes: bool
) -> BandLook:
    located = locate(given.records[0], subject.path, feedback, hashes)
    source = RasterSource(located.path, given.bands[0][1], given.name)
    with gdal_exceptions():
        return look_at_band(source, located, pixel, 0)


def _index_told(given: Given | None, look: BandLook | None) -> tuple[Message, str]:
    """Return title and unit of the index: of the raster as it is now, else as the record has them."""
    if given is None:
        return msg("an index that the record does not name"), ""
    if look is not None and look.located.found:
        try:
            output = read_subject(look.located.path).output
        except RuntimeError:
            output = None
        if output is not None:
            return title(output.title), _shown_unit(output.unit)
    if given.title:
        return title(given.title), _shown_unit(given.unit)
    heading = maker_title(given.made_by) if given.made_by else plain(_name(given.path))
    return heading, _shown_unit(given.unit)


def _shown_unit(unit: str) -> str:
    return "" if unit == "1" else unit


def _name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _findings(code: float | None, look: BandLook | None, ruling: Ruling | None) -> list[Finding]:
    findings = []
    if look is not None and look.lack is not None:
        text = (
            msg("No class here: the index has no value: {what}.", what=look.lack)
            if code is None
            else msg("The class cannot be told again: {what}.", what=look.lack)
        )
        findings.append(Finding(text, Stand.LACKING))
    if ruling is not None:
        again, sentences = ruling
        same = (0 if code is None else int(code)) == again
        findings += [Finding(one, Stand.GOOD if same else Stand.PLAIN) for one in sentences]
        if not same:
            findings.append(
                Finding(
                    msg(
                        "But {stored} is stored. The index has changed since.",
                        stored=msg("no data") if code is None else plain(figure(code)),
                    ),
                    Stand.LACKING,
                )
            )
    elif look is not None and look.lack is None:
        findings.append(Finding(msg("The record does not hold the limits."), Stand.LACKING))
    if look is not None and look.located.changed:
        findings.append(Finding(msg("The index: {what}.", what=_last(look.located)), Stand.LACKING))
    return findings


def _last(located: Located) -> Message:
    return located.findings[-1].text


def _groups(
    subject: Subject, given: Given | None, look: BandLook | None, index: Message, unit: str
) -> list[Entry]:
    groups = []
    if given is not None and look is not None:
        groups.append(Entry(msg("Inputs"), "inputs", children=(_index(given, look, index, unit),)))
    limits = tuple(_parameters(subject, unit))
    if limits:
        groups.append(Entry(msg("Limits"), "parameters", children=limits))
    rows = tuple(_class_row(row) for row in subject.class_rows) + _left_out(subject)
    if rows:
        groups.append(Entry(msg("Classes of the whole area"), "classes", children=rows))
    return groups


def _index(given: Given, look: BandLook, index: Message, unit: str) -> Entry:
    notes = list(look.located.findings)
    if look.lack is not None and look.located.found:
        notes.insert(0, Finding(look.lack, Stand.LACKING))
    if given.made_by:
        notes.append(Finding(msg("made by Redline: {title}", title=maker_title(given.made_by))))
    stands = {note.stand for note in notes}
    stand = next((one for one in (Stand.LACKING, Stand.MARKED) if one in stands), Stand.PLAIN)
    place = None
    if look.place is not None and given.made_by:
        place = Place(look.located.path, look.place[0], look.place[1], look.band)
    return Entry(
        index,
        given.name,
        value=look.value,
        text=None if look.value is not None else msg("no value"),
        unit=unit,
        notes=tuple(notes),
        stand=stand,
        place=place,
    )


def _parameters(subject: Subject, unit: str) -> list[Entry]:
    entries = []
    noted = subject.part("parameters")
    valued = _VALUES if noted.get("mode") == Mode.LEGACY.value else (*_BREAKS, *_VALUES)
    for name, text in PARAMETER_TITLES.items():
        value: Any = noted.get(name)
        if value is None:
            continue
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            of_index = unit if name in valued else ""
            entries.append(Entry(title(text), name, value=float(value), unit=of_index))
            continue
        word = VALUE_TITLES.get(str(value))
        entries.append(Entry(title(text), name, text=title(word) if word else plain(str(value))))
    return entries


def _class_row(row: Any) -> Entry:
    area, share, value = row.get("area_m2"), row.get("area_share"), row.get("value_share")
    parts = []
    if isinstance(share, (int, float)):
        parts.append(Finding(msg("{share} % of the area", share=f"{100 * share:.2f}")))
    if isinstance(value, (int, float)):
        parts.append(Finding(msg("{share} % of the value", share=f"{100 * value:.2f}")))
    return Entry(
        title(str(row.get("title", ""))),
        f"class {row.get('class', '')}",
        value=area / 1e6 if isinstance(area, (int, float)) else None,
        unit="km²",
        notes=tuple(parts),
    )


def _left_out(subject: Subject) -> tuple[Entry, ...]:
    """Return what was left out by choice, as a row after those of the classes."""
    noted = subject.part("results", "left_out")
    area = noted.get("area_m2")
    if not isinstance(area, (int, float)):
        return ()
    pixels = Finding(msg("{count} pixels", count=str(noted.get("pixels", ""))))
    text = msg("Left out: value not above 0")
    return (Entry(text, "left out", value=area / 1e6, unit="km²", notes=(pixels,)),)
