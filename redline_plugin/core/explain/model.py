"""Why a pixel of a model's output has its value."""

from __future__ import annotations

import math
from collections.abc import Sequence

from redline_plugin.core.declare.limits import between
from redline_plugin.core.declare.model import Model, RasterOutput
from redline_plugin.core.explain.bands import stored_value
from redline_plugin.core.explain.classes import class_of
from redline_plugin.core.explain.equation import signs_in, substituted
from redline_plugin.core.explain.evaluate import Evaluation, evaluate
from redline_plugin.core.explain.inputs import band_title, input_entries, lack_of
from redline_plugin.core.explain.numbers import (
    choice_entries,
    coefficient_entries,
    intermediate_entries,
    statistic_entries,
    table_entries,
)
from redline_plugin.core.explain.recall import Recalled, recall
from redline_plugin.core.explain.tree import (
    Entry,
    Explanation,
    Finding,
    Pixel,
    Place,
    Stand,
    figure,
    plain,
    with_unit,
)
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.records import Subject
from redline_plugin.core.text import Message, msg, title
from redline_plugin.core.version import version


def explain_model(
    subject: Subject,
    model: Model,
    output: RasterOutput,
    place: Place,
    pixel: Pixel,
    language: str,
    feedback: Feedback,
    hashes: bool,
) -> Explanation:
    """Explain a pixel of a model's output.

    Raises:
        InputError: the result itself cannot be read.
        CancelledError: the user asked to stop.
    """
    bands = range(1, output.bands + 1)
    stored = tuple(stored_value(str(subject.path), band, pixel) for band in bands)
    recalled = recall(subject, model, pixel, feedback, hashes)
    found = evaluate(recalled, output, pixel)
    inputs = input_entries(recalled, found.numbers if found is not None else {}, language)
    band = min(max(place.band, 1), output.bands) - 1
    value = stored[band]
    text, colour = (None, None) if value is None else class_of(subject, value)
    unit = "" if output.unit == "1" else output.unit
    return Explanation(
        place,
        title(output.title),
        pixel,
        subject.algorithm,
        title(model.title),
        value,
        text,
        unit,
        colour,
        found.values[band] if found is not None else None,
        tuple(_findings(recalled, output, stored, band, found)),
        model.equation,
        *_numbers(recalled, found, band),
        tuple(_groups(recalled, output, stored, found, inputs)),
    )


def _findings(
    recalled: Recalled,
    output: RasterOutput,
    stored: tuple[float | None, ...],
    band: int,
    found: Evaluation | None,
) -> list[Finding]:
    lacks = [
        (item, lack)
        for item in recalled.model.inputs
        if not item.lenient
        for lack in [lack_of(recalled, item)]
        if lack is not None
    ]
    findings = []
    if stored[band] is None:
        findings += [
            Finding(
                msg("No result here: {title}: {what}.", title=title(item.title), what=lack),
                Stand.LACKING,
            )
            for item, lack in lacks
        ]
        if not lacks and found is not None and math.isnan(found.raw[band]):
            findings.append(
                Finding(
                    msg("No result here: the equation gives no number for these values."),
                    Stand.LACKING,
                )
            )
    elif lacks:
        findings += [
            Finding(
                msg(
                    "It cannot be computed again: {title}: {what}.",
                    title=title(item.title),
                    what=lack,
                ),
                Stand.LACKING,
            )
            for item, lack in lacks
        ]
    if found is not None:
        findings += _comparison(recalled, output, stored, band, found, bool(lacks))
        findings += _checks(recalled, found)
    findings += _changes(recalled)
    findings += recalled.findings
    return findings


def _comparison(
    recalled: Recalled,
    output: RasterOutput,
    stored: tuple[float | None, ...],
    band: int,
    found: Evaluation,
    lacking: bool,
) -> list[Finding]:
    value, again = stored[band], found.values[band]
    findings = []
    if not found.agrees(stored):
        if again is None and lacking and value is not None:
            return []
        findings.append(Finding(_difference(recalled, output, value, again), Stand.LACKING))
    elif value is not None:
        findings.append(
            Finding(
                msg(
                    "Computed again from the inputs: {value}. The same is stored.",
                    value=_figure(again, output),
                ),
                Stand.GOOD,
            )
        )
    if again is not None and (found.tally.raised or found.tally.lowered):
        findings.append(
            Finding(
                msg(
                    "The equation gives {raw}; values are kept within {range}.",
                    raw=figure(found.raw[band]),
                    range=between(*output.valid),
                ),
                Stand.MARKED,
            )
        )
    return findings


def _difference(
    recalled: Recalled, output: RasterOutput, value: float | None, again: float | None
) -> Message:
    made = str(recalled.subject.record.get("redline", ""))
    fields = {"again": _figure(again, output), "stored": _figure(value, output)}
    if made and made != version():
        return msg(
            "Computed again from the inputs: {again}, but {stored} is stored. An input has changed "
            "since, or Redline {made}, which made it, computed otherwise.",
            made=made,
            **fields,
        )
    return msg(
        "Computed again from the inputs: {again}, but {stored} is stored. An input or a table has "
        "changed since.",
        **fields,
    )


def _figure(value: float | None, output: RasterOutput) -> Message:
    return msg("no data") if value is None else with_unit(plain(figure(value)), output.unit)


def _checks(recalled: Recalled, found: Evaluation) -> list[Finding]:
    """Return the model's checks that apply here, with the counts of the whole run."""
    results = recalled.subject.part("results")
    counts, pixels = results.get("checks"), results.get("pixels")
    findings = []
    for number, (check, hit) in enumerate(zip(recalled.model.checks, found.checks)):
        if not hit or not isinstance(counts, list) or number >= len(counts):
            continue
        count = counts[number]
        if isinstance(count, int) and isinstance(pixels, int) and pixels > 0:
            fields = {"count": count, "share": round(100.0 * count / pixels, 1)}
            # The declaration marks the sentence for translation.
            told = Message(check.message, fields)
            findings.append(
                Finding(msg("This pixel is one of these: {what}", what=told), Stand.MARKED)
            )
    return findings


def _changes(recalled: Recalled) -> list[Finding]:
    findings = []
    for item in recalled.model.inputs:
        for look in recalled.looks.get(item.name, ()):
            if look.located.changed:
                findings.append(
                    Finding(
                        msg(
                            "{title}: {what}.",
                            title=title(item.title),
                            what=look.located.findings[-1].text,
                        ),
                        Stand.LACKING,
                    )
                )
                break
    return findings


def _numbers(
    recalled: Recalled, found: Evaluation | None, band: int
) -> tuple[str, tuple[Message, ...]]:
    """Return the equation with its numbers; where that is not possible, the numbers by their signs."""
    if found is None:
        return "", ()
    model = recalled.model
    signs: dict[str, float] = {}
    units: dict[str, str] = {}

    def take(sign: str, value: float | None, unit: str) -> None:
        if sign and value is not None and not math.isnan(value) and sign not in signs:
            signs[sign], units[sign] = value, unit

    # What the kernel computed on its way stands in the equation, before the inputs that it is of.
    for entry in intermediate_entries(model, found):
        take(entry.symbol, entry.value, entry.unit)
    for item in model.inputs:
        numbers = found.numbers.get(item.name, ())
        if not item.is_stack and numbers and lack_of(recalled, item) is None:
            unit = item.unit if item.table is None else item.table.unit
            take(model.symbols.get(item.name, ""), numbers[0], unit)
    for kind in (coefficient_entries(recalled), statistic_entries(recalled)):
        for entry in kind:
            take(entry.symbol, entry.value, entry.unit)
    line = substituted(model.equation, signs, found.raw[band])
    if line:
        return line, ()
    ordered = [*signs_in(model.equation, list(signs)), *signs]
    return "", tuple(
        Message(
            "{sign} = {value}",
            {"sign": title(sign), "value": with_unit(figure(signs[sign]), units[sign])},
        )
        for sign in dict.fromkeys(ordered)
    )


def _groups(
    recalled: Recalled,
    output: RasterOutput,
    stored: tuple[float | None, ...],
    found: Evaluation | None,
    inputs: Sequence[Entry],
) -> list[Entry]:
    unit = "" if output.unit == "1" else output.unit
    bands = [
        Entry(
            band_title(number, output.bands),
            f"{output.name}[{number}]",
            value=value,
            text=None if value is not None else msg("no data"),
            unit=unit,
        )
        for number, value in enumerate(stored, start=1)
    ]
    groups = (
        (msg("Bands of the result"), "bands", bands if output.bands > 1 else []),
        (msg("Inputs"), "inputs", inputs),
        (
            msg("Intermediate values"),
            "intermediate",
            [] if found is None else intermediate_entries(recalled.model, found),
        ),
        (msg("Numbers of the whole area"), "statistics", statistic_entries(recalled)),
        (msg("Choices"), "choices", choice_entries(recalled)),
        (msg("Coefficients"), "coefficients", coefficient_entries(recalled)),
        (msg("Code tables"), "tables", table_entries(recalled)),
    )
    return [Entry(text, name, children=tuple(entries)) for text, name, entries in groups if entries]
