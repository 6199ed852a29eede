"""The numbers and decisions of a run in the report, with where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redline_plugin.core.declare.model import Choice, Coefficient, Kind
from redline_plugin.core.grade.recordtitles import PARAMETER_TITLES, VALUE_TITLES
from redline_plugin.core.records import Subject
from redline_plugin.core.report.numbers import DASH, exact, unit_text
from redline_plugin.core.report.room import Room
from redline_plugin.core.text import N_

_KINDS = {
    Kind.MINIMUM.value: N_("Lowest"),
    Kind.MAXIMUM.value: N_("Highest"),
    Kind.QUANTILE.value: N_("Quantile"),
}

_KNOWN = ("coefficients", "choices", "statistics", "tables", "coefficient_set", "grid", "resampled")


def coefficient_rows(subject: Subject, room: Room) -> list[dict[str, Any]]:
    """Return the coefficients: value used, default, source, certainty."""
    used = subject.part("parameters", "coefficients")
    declared = subject.model.coefficients if subject.model is not None else ()
    rows = [_coefficient(item, used.get(item.name), room) for item in declared]
    names = {item.name for item in declared}
    rows += [
        {
            "title": name,
            "name": "",
            "value": exact(value),
            "unit": "",
            "default": DASH,
            "changed": False,
            "source": "",
            "certainty": None,
        }
        for name, value in used.items()
        if name not in names
    ]
    return rows


def _coefficient(item: Coefficient, value: object, room: Room) -> dict[str, Any]:
    known = isinstance(value, (int, float))
    changed = known and value != item.default
    return {
        "title": room.translate(item.title),
        "name": item.name,
        "value": exact(value) if known else DASH,
        "unit": unit_text(item.unit),
        "default": exact(float(item.default)),
        "changed": changed,
        "source": room.source(item.reference),
        "certainty": room.certainty(item.reference),
    }


def choice_rows(subject: Subject, room: Room) -> list[dict[str, Any]]:
    """Return the choices: option taken, source, certainty, and the other options."""
    used = subject.part("parameters", "choices")
    declared = subject.model.choices if subject.model is not None else ()
    return [_choice(item, str(used[item.name]), room) for item in declared if item.name in used]


def _choice(item: Choice, chosen: str, room: Room) -> dict[str, Any]:
    option = next((each for each in item.options if each.id == chosen), None)
    default = next((each for each in item.options if each.id == item.default), None)
    return {
        "title": room.translate(item.title),
        "name": item.name,
        "option": room.translate(option.title) if option is not None else chosen,
        "default": room.translate(default.title) if default is not None else item.default,
        "changed": chosen != item.default,
        "source": room.source(option.reference) if option is not None else "",
        "certainty": room.certainty(option.reference) if option is not None else None,
    }


def statistic_rows(subject: Subject, room: Room) -> list[dict[str, Any]]:
    """Return numbers that were found in the rasters, or given in their place."""
    used = subject.part("parameters", "statistics")
    model = subject.model
    declared = {item.name: item for item in model.statistics} if model is not None else {}
    inputs = {item.name: item for item in model.inputs} if model is not None else {}
    rows = []
    for name in [*(n for n in declared if n in used), *(n for n in used if n not in declared)]:
        noted = used[name]
        value = noted.get("value") if isinstance(noted, Mapping) else noted
        given = bool(noted.get("given")) if isinstance(noted, Mapping) else False
        item = declared.get(name)
        of = inputs.get(item.input) if item is not None else None
        rows.append(
            {
                "title": room.translate(item.title) if item is not None else name,
                "name": name,
                "value": f"{value:.9g}" if isinstance(value, (int, float)) else DASH,
                "kind": room.translate(_KINDS[item.kind.value]) if item is not None else "",
                "input": room.translate(of.title) if of is not None else "",
                "unit": unit_text(of.unit) if of is not None else "",
                "given": given,
            }
        )
    return rows


def other_rows(subject: Subject, room: Room) -> list[tuple[str, str]]:
    """Return parameters of algorithms that are no models: title and value."""
    given = subject.part("parameters")
    rows = []
    for name in [
        *(n for n in PARAMETER_TITLES if n in given),
        *(n for n in given if n not in PARAMETER_TITLES),
    ]:
        value = given[name]
        if name in _KNOWN or value is None or isinstance(value, (Mapping, list)):
            continue
        text = exact(value)
        rows.append(
            (
                room.translate(PARAMETER_TITLES[name]) if name in PARAMETER_TITLES else name,
                room.translate(VALUE_TITLES[text]) if text in VALUE_TITLES else text,
            )
        )
    return rows


def set_of_coefficients(subject: Subject) -> dict[str, str] | None:
    """Return the file of a province's own numbers, None when the run used none."""
    noted = subject.part("parameters", "coefficient_set")
    if not noted:
        return None
    return {
        "file": str(noted.get("file", "")).replace("\\", "/").rsplit("/", 1)[-1],
        "version": str(noted.get("version") or ""),
        "sha256": str(noted.get("sha256") or "")[:12],
    }
