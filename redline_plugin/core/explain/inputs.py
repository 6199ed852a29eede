"""The inputs of a run at one pixel: value, class, number of the table, and why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.model import RasterInput
from redline_plugin.core.explain.bands import BandLook
from redline_plugin.core.explain.classes import class_in_file, table_titles
from redline_plugin.core.explain.recall import Recalled
from redline_plugin.core.explain.tree import Entry, Finding, Place, Stand, figure, plain, with_unit
from redline_plugin.core.methodtitles import METHOD_TITLES
from redline_plugin.core.records import Given, algorithm_id
from redline_plugin.core.text import Message, msg, title

_BANDS_SHOWN = 40
_MONTHS = 12


def input_entries(
    recalled: Recalled, numbers: Mapping[str, tuple[float, ...]], language: str
) -> list[Entry]:
    """Return a line for each input of the model, in its order.

    Args:
        recalled: the run.
        numbers: what the kernel got, by input; empty when it did not run.
        language: of class titles in tables, "zh" or "en".
    """
    given = {one.name: one for one in recalled.subject.inputs}
    return [
        _entry(item, recalled, given.get(item.name), numbers.get(item.name, ()), language)
        for item in recalled.model.inputs
    ]


def lack_of(recalled: Recalled, declared: RasterInput) -> Message | None:
    """Return why an input has no value at the pixel, None when it has one."""
    looks = recalled.looks.get(declared.name, ())
    if not looks:
        return None if declared.optional else msg("the record does not name this input")
    lacks = [(number, _lack(recalled, declared, look)) for number, look in enumerate(looks, 1)]
    missing = [(number, lack) for number, lack in lacks if lack is not None]
    if not missing:
        return None
    number, lack = missing[0]
    if len(looks) == 1:
        return lack
    return msg("{band}: {what}", band=band_title(number, len(looks)), what=lack)


def _lack(recalled: Recalled, declared: RasterInput, look: BandLook) -> Message | None:
    if look.lack is not None or declared.table is None or look.value is None:
        return look.lack
    lookup = recalled.lookup(declared)
    if lookup is None:
        return msg("its table cannot be read")
    codes = np.array([look.value])
    if lookup.unlisted(codes)[0]:
        return msg("code {code} is not in the table", code=plain(figure(look.value)))
    if not lookup.known(codes)[0]:
        return msg("the table has no value for code {code}", code=plain(figure(look.value)))
    return None


def _entry(
    declared: RasterInput,
    recalled: Recalled,
    given: Given | None,
    numbers: tuple[float, ...],
    language: str,
) -> Entry:
    symbol = recalled.model.symbols.get(declared.name, "")
    unit = "" if declared.unit == "1" else declared.unit
    looks = recalled.looks.get(declared.name, ())
    if not looks:
        lack = lack_of(recalled, declared)
        return Entry(
            title(declared.title),
            declared.name,
            symbol,
            text=lack or msg("not given; it is optional"),
            stand=Stand.PLAIN if lack is None else Stand.LACKING,
        )
    lack = lack_of(recalled, declared)
    notes = _notes(declared, recalled, looks, numbers, lack)
    stand = _stand(notes)
    if declared.is_stack:
        return Entry(
            title(declared.title),
            declared.name,
            symbol,
            text=_summary(looks),
            unit=unit,
            notes=notes,
            stand=stand,
            children=_bands(looks, given, recalled, declared),
        )
    look = looks[0]
    text = _class_title(declared, recalled, look, language)
    return Entry(
        title(declared.title),
        declared.name,
        symbol,
        look.value,
        text if look.value is not None else msg("no value"),
        unit,
        notes,
        stand,
        place=_place(look, given),
    )


def _stand(notes: Sequence[Finding]) -> Stand:
    stands = {note.stand for note in notes}
    return next((one for one in (Stand.LACKING, Stand.MARKED) if one in stands), Stand.PLAIN)


def _notes(
    declared: RasterInput,
    recalled: Recalled,
    looks: Sequence[BandLook],
    numbers: tuple[float, ...],
    lack: Message | None,
) -> tuple[Finding, ...]:
    notes = []
    if lack is not None:
        notes.append(Finding(lack, Stand.MARKED if declared.lenient else Stand.LACKING))
    if declared.table is not None and numbers and lack is None:
        table = declared.table
        if len(table.columns) == 1:
            number = with_unit(figure(numbers[0]), table.unit)
            notes.append(Finding(msg("{title}: {value}", title=title(table.title), value=number)))
        else:
            columns = ", ".join(
                f"{name} {'–' if np.isnan(number) else figure(number)}"
                for name, number in zip(table.columns, numbers)
            )
            notes.append(Finding(msg("{title}: {value}", title=title(table.title), value=columns)))
    maker = _maker(recalled, declared.name)
    if maker is not None:
        notes.append(Finding(msg("made by Redline: {title}", title=maker)))
    if looks[0].resampled is not None:
        notes.append(Finding(looks[0].resampled))
    files: dict[str, tuple[Finding, ...]] = {}
    for look in looks:
        files.setdefault(look.located.path, look.located.findings)
    told = [note.text for note in notes]
    notes += [one for found in files.values() for one in found if one.text not in told]
    return tuple(notes)


def _maker(recalled: Recalled, name: str) -> Message | None:
    made_by = next((one.made_by for one in recalled.subject.inputs if one.name == name), "")
    return maker_title(made_by) if made_by else None


def maker_title(algorithm: str) -> Message:
    """Return what an algorithm is called: by its title, an unknown one by its id."""
    name = algorithm_id(algorithm)
    model = models().get(name)
    if model is not None:
        return title(model.title)
    return title(METHOD_TITLES[name]) if name in METHOD_TITLES else plain(algorithm)


def _class_title(
    declared: RasterInput, recalled: Recalled, look: BandLook, language: str
) -> Message | None:
    if not declared.is_class or look.value is None:
        return None
    if declared.table is not None:
        path = recalled.tables.get(declared.table.name)
        titles = table_titles(path, language) if path is not None else {}
        return titles.get(int(look.value)) if float(look.value).is_integer() else None
    return class_in_file(look.located.path, look.value)


def _place(look: BandLook, given: Given | None) -> Place | None:
    if look.place is None or given is None or not given.made_by:
        return None
    return Place(look.located.path, look.place[0], look.place[1], look.band)


def band_title(number: int, count: int) -> Message:
    """Return what a band of a stack is called: a month, or its number."""
    if count == _MONTHS:
        return msg("Month {number}", number=number)
    return msg("Band {number}", number=number)


def _summary(looks: Sequence[BandLook]) -> Message:
    values = [look.value for look in looks if look.lack is None and look.value is not None]
    if not values:
        return msg("{count} bands, none with a value", count=len(looks))
    fields = {
        "count": len(looks),
        "valid": len(values),
        "mean": figure(sum(values) / len(values)),
        "low": figure(min(values)),
        "high": figure(max(values)),
    }
    if len(values) < len(looks):
        return msg("{valid} of {count} bands, {low} to {high}, mean {mean}", **fields)
    return msg("{count} bands, {low} to {high}, mean {mean}", **fields)


def _bands(
    looks: Sequence[BandLook], given: Given | None, recalled: Recalled, declared: RasterInput
) -> tuple[Entry, ...]:
    shown = looks[:_BANDS_SHOWN]
    entries = []
    for number, look in enumerate(shown, start=1):
        lack = _lack(recalled, declared, look)
        stand = Stand.MARKED if declared.lenient else Stand.LACKING
        entries.append(
            Entry(
                band_title(number, len(looks)),
                f"{declared.name}[{number}]",
                value=look.value,
                text=None if look.value is not None else msg("no value"),
                unit="" if declared.unit == "1" else declared.unit,
                notes=() if lack is None else (Finding(lack, stand),),
                stand=Stand.PLAIN if lack is None else stand,
                place=_place(look, given),
            )
        )
    if len(looks) > len(shown):
        entries.append(Entry(msg("… and {count} bands more", count=len(looks) - len(shown))))
    return tuple(entries)
