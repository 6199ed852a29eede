"""A province's own set of coefficients and choices: a CSV file, copied from ours and edited.

Columns: ``model``, ``name``, ``value`` and for people ``default``, ``unit``, ``low``, ``high``,
``title``, ``source``, ``certainty``, ``note``. ``value`` is a number, or the id of an option where
``name`` is a choice. A row whose value is empty says nothing.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from redline_plugin.core.declare.limits import between, within
from redline_plugin.core.declare.model import Choice, Coefficient, Model
from redline_plugin.core.declare.table import decoded, read_rows, table_version
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.text import N_, Translate, msg, title, untranslated

FILE = "coefficients.csv"
COLUMNS = (
    "model",
    "name",
    "value",
    "default",
    "unit",
    "low",
    "high",
    "title",
    "source",
    "certainty",
    "note",
)


@dataclass(frozen=True)
class CoefficientSet:
    """Numbers and options by model and name, and which file they come from."""

    path: str
    version: str
    sha256: str
    numbers: Mapping[tuple[str, str], float] = field(default_factory=dict)
    options: Mapping[tuple[str, str], str] = field(default_factory=dict)


def load_coefficient_set(path: Path, models: Mapping[str, Model]) -> CoefficientSet:
    """Read a set.

    Raises:
        InputError: every row that is wrong, by line number: no such model or name, a value that is
            no number, out of range, or no option.
    """
    rows = read_rows(path, ("model", "name", "value"))
    numbers: dict[tuple[str, str], float] = {}
    options: dict[tuple[str, str], str] = {}
    problems: list[Problem] = []
    seen: set[tuple[str, str]] = set()
    for line, row in rows:
        where = f"{path.name}:{line}"
        model = models.get(row.get("model", ""))
        name, text = row.get("name", ""), row.get("value", "")
        if model is None:
            problems.append(
                Problem(msg("There is no model “{name}”.", name=row.get("model", "")), where)
            )
            continue
        place = model.id, name
        if place in seen:
            problems.append(
                Problem(msg("{name} of {model} is there twice.", name=name, model=model.id), where)
            )
        seen.add(place)
        item = _item(model, name)
        if item is None:
            problems.append(
                Problem(
                    msg("{model} has no coefficient “{name}”.", model=model.id, name=name), where
                )
            )
        elif text and isinstance(item, Choice):
            _take_option(item, text, place, options, where, problems)
        elif text and isinstance(item, Coefficient):
            _take_number(item, text, place, numbers, where, problems)
    if problems:
        raise InputError(problems)
    data = path.read_bytes()
    return CoefficientSet(
        str(path),
        table_version(decoded(data)),
        hashlib.sha256(data).hexdigest(),
        numbers,
        options,
    )


def _item(model: Model, name: str) -> Coefficient | Choice | None:
    items: tuple[Coefficient | Choice, ...] = (*model.coefficients, *model.choices)
    return next((item for item in items if item.name == name), None)


def _take_option(
    item: Choice,
    text: str,
    place: tuple[str, str],
    options: dict[tuple[str, str], str],
    where: str,
    problems: list[Problem],
) -> None:
    ids = [option.id for option in item.options]
    if text in ids:
        options[place] = text
        return
    problems.append(
        Problem(
            msg("{name} has no option “{text}”.", name=item.name, text=text),
            where,
            msg("Its options are: {options}.", options=", ".join(ids)),
        )
    )


def _take_number(
    item: Coefficient,
    text: str,
    place: tuple[str, str],
    numbers: dict[tuple[str, str], float],
    where: str,
    problems: list[Problem],
) -> None:
    try:
        value = float(text)
    except ValueError:
        problems.append(Problem(msg("“{text}” is not a number.", text=text), where))
        return
    if not within(value, item.valid):
        problems.append(
            Problem(
                msg(
                    "{title} ({name}) is {value:g}; it must be {range}.",
                    title=title(item.title),
                    name=item.name,
                    value=value,
                    range=between(*item.valid),
                ),
                where,
            )
        )
        return
    numbers[place] = value


def coefficient_set_text(models: Mapping[str, Model], translate: Translate = untranslated) -> str:
    """Return the shipped coefficients and choices of all models as such a file's text."""
    stream = io.StringIO()
    stream.write(f"# {translate(_HEAD)}\n# version: 1\n")
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    for model in models.values():
        for item in model.coefficients:
            low, high = item.valid
            writer.writerow(
                {
                    "model": model.id,
                    "name": item.name,
                    "value": f"{item.default:.12g}",
                    "default": f"{item.default:.12g}",
                    "unit": item.unit,
                    "low": "" if low is None else f"{low:.12g}",
                    "high": "" if high is None else f"{high:.12g}",
                    "title": translate(item.title),
                    "source": _source(item.reference.document, item.reference.section, translate),
                    "certainty": translate(item.reference.certainty.value),
                }
            )
        for choice in model.choices:
            for option in choice.options:
                if option.id == choice.default:
                    writer.writerow(
                        {
                            "model": model.id,
                            "name": choice.name,
                            "value": option.id,
                            "default": option.id,
                            "title": translate(choice.title),
                            "source": _source(
                                option.reference.document, option.reference.section, translate
                            ),
                            "certainty": translate(option.reference.certainty.value),
                            "note": " | ".join(other.id for other in choice.options),
                        }
                    )
    return stream.getvalue()


def _source(document: str, section: str, translate: Translate) -> str:
    return ", ".join(translate(part) for part in (document, section) if part)


_HEAD = N_(
    "Redline's coefficients and choices. Edit the column value; raise the version when you do."
)
