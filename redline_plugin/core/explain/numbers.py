"""Intermediate values, coefficients, choices, statistics and tables of a run, as lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from redline_plugin.core.declare.model import Choice, Coefficient, Model, Option, Reference
from redline_plugin.core.explain.evaluate import Evaluation
from redline_plugin.core.explain.inputs import band_title
from redline_plugin.core.explain.recall import Recalled
from redline_plugin.core.explain.tree import Entry, Finding, Stand, figure, plain
from redline_plugin.core.text import Message, msg, title


def intermediate_entries(model: Model, found: Evaluation) -> list[Entry]:
    """Return what the kernel computes on its way, in its order."""
    entries = []
    for name, values in found.parts.items():
        bands = tuple(
            Entry(band_title(number, len(values)), f"{name}[{number}]", value=value)
            for number, value in enumerate(values, start=1)
        )
        entries.append(
            Entry(
                _title_of(model, name),
                name,
                sign_of(model, name),
                values[0] if len(values) == 1 else None,
                msg("{count} bands", count=len(values)) if len(values) > 1 else None,
                _unit_of(model, name),
                children=bands if len(values) > 1 else (),
            )
        )
    return entries


def sign_of(model: Model, name: str) -> str:
    """Return an intermediate value's sign: as declared, or its own name where that stands for one."""
    return model.symbols.get(name) or (name if name in model.equation else "")


def _title_of(model: Model, name: str) -> Message:
    if name in model.parts:
        return title(model.parts[name])
    for output in model.outputs:
        if name in (output.term, output.name) or name.upper() == output.name:
            return title(output.title)
    return plain(name.replace("_", " "))


def _unit_of(model: Model, name: str) -> str:
    for output in model.outputs:
        if name in (output.term, output.name) or name.upper() == output.name:
            return "" if output.unit == "1" else output.unit
    return ""


def coefficient_entries(recalled: Recalled) -> list[Entry]:
    """Return the coefficients used, those that differ from the default marked."""
    return [
        _coefficient(item, recalled.item.job.coefficient(item), recalled.model)
        for item in recalled.model.coefficients
    ]


def _coefficient(item: Coefficient, value: float, model: Model) -> Entry:
    changed = value != item.default
    notes = [_source(item.reference)]
    if changed:
        default = plain(figure(item.default))
        notes.insert(
            0, Finding(msg("changed; the default is {value}", value=default), Stand.MARKED)
        )
    return Entry(
        title(item.title),
        item.name,
        model.symbols.get(item.name, ""),
        value,
        unit="" if item.unit == "1" else item.unit,
        notes=tuple(notes),
        stand=Stand.MARKED if changed else Stand.PLAIN,
    )


def choice_entries(recalled: Recalled) -> list[Entry]:
    """Return the choices taken."""
    return [_choice(item, recalled.item.job.choice(item)) for item in recalled.model.choices]


def _choice(item: Choice, chosen: str) -> Entry:
    options: Mapping[str, Option] = {option.id: option for option in item.options}
    option, default = options.get(chosen), options[item.default]
    changed = chosen != item.default
    notes = [] if option is None else [_source(option.reference)]
    if changed:
        notes.insert(
            0,
            Finding(
                msg("changed; the default is: {option}", option=title(default.title)), Stand.MARKED
            ),
        )
    return Entry(
        title(item.title),
        item.name,
        text=plain(chosen) if option is None else title(option.title),
        notes=tuple(notes),
        stand=Stand.MARKED if changed else Stand.PLAIN,
    )


def statistic_entries(recalled: Recalled) -> list[Entry]:
    """Return the statistics of the whole area that the run used."""
    entries = []
    for item in recalled.model.statistics:
        noted = recalled.subject.part("parameters", "statistics", item.name)
        value = recalled.item.job.statistics.get(item.name)
        if value is None:
            continue
        given = bool(noted.get("given"))
        unit = recalled.model.input(item.input).unit
        note = msg("given by the user") if given else msg("found in the assessed area")
        entries.append(
            Entry(
                title(item.title),
                item.name,
                recalled.model.symbols.get(item.name, ""),
                value,
                unit="" if unit == "1" else unit,
                notes=(Finding(note, Stand.MARKED if given else Stand.PLAIN),),
            )
        )
    return entries


def table_entries(recalled: Recalled) -> list[Entry]:
    """Return the code tables used."""
    entries = []
    titles = {item.table.name: item.table.title for item in recalled.model.inputs if item.table}
    for name, path in recalled.tables.items():
        noted = recalled.subject.part("parameters", "tables", name)
        version = str(noted.get("version", "") or "")
        shipped = noted.get("shipped", True)
        notes = [msg("comes with Redline") if shipped else msg("the user's own table")]
        if version:
            notes.append(msg("version {version}", version=version))
        entries.append(
            Entry(
                title(titles[name]),
                name,
                text=plain(path.name),
                notes=tuple(Finding(note) for note in notes),
            )
        )
    return entries


def _source(reference: Reference) -> Finding:
    parts = [title(part) for part in (reference.document, reference.section) if part]
    return Finding(
        msg(
            "source: {place} ({certainty})",
            place=joined(parts),
            certainty=title(reference.certainty.value),
        )
    )


def joined(parts: Sequence[Message]) -> Message:
    """Put messages one after the other."""
    if len(parts) < 2:
        return parts[0] if parts else plain("")
    return msg("{first}, {second}", first=parts[0], second=joined(parts[1:]))
