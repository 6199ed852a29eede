"""Explanations as text, as HTML and as JSON."""

from __future__ import annotations

import html
import json
import math
from collections.abc import Sequence
from typing import Any

from redline_plugin.core.explain.tree import Entry, Explanation, Stand, with_unit
from redline_plugin.core.text import Message, Translate, msg, untranslated

_INDENT = "  "
_MARKS = {Stand.GOOD: "✓ ", Stand.MARKED: "! ", Stand.LACKING: "✗ "}


def headline(explanation: Explanation) -> Message:
    """Return the value with its unit, or the class."""
    if explanation.value is None:
        return explanation.shown
    return with_unit(explanation.shown, explanation.unit)


def coordinates(explanation: Explanation) -> str:
    """Return the place in the raster's CRS, in digits that suit its unit."""
    pixel = explanation.pixel
    geographic = pixel is not None and pixel.grid.is_geographic
    digits = 6 if geographic else 2
    return f"{explanation.place.x:.{digits}f}, {explanation.place.y:.{digits}f}"


def as_text(chain: Sequence[Explanation], translate: Translate = untranslated) -> str:
    """Return explanations as plain text, one under the other."""
    return "\n\n".join("\n".join(_lines(one, translate)) for one in chain) + "\n"


def _lines(explanation: Explanation, translate: Translate) -> list[str]:
    title = explanation.title.render(translate)
    lines = [title, "=" * min(len(title.encode("gbk", "replace")), 60)]
    lines += [_pair(name, value, translate) for name, value in facts(explanation, translate)]
    lines += [
        f"{_MARKS.get(finding.stand, '')}{finding.text.render(translate)}"
        for finding in explanation.findings
    ]
    if explanation.equation:
        lines += ["", *(line.render(translate) for line in explanation.equation_lines)]
    for group in explanation.groups:
        lines += ["", group.title.render(translate)]
        for entry in group.children:
            lines += _entry_lines(entry, translate, 1)
    return lines


def _pair(name: str, value: str, translate: Translate) -> str:
    return msg("{title}: {value}", title=name, value=value).render(translate)


def facts(explanation: Explanation, translate: Translate) -> list[tuple[str, str]]:
    """Return what stands at the head: names and values."""
    found = [(msg("Value"), headline(explanation).render(translate))]
    if explanation.method is not None:
        found.append((msg("Made by"), explanation.method.render(translate)))
    found.append((msg("Place"), coordinates(explanation)))
    pixel = explanation.pixel
    if pixel is not None:
        found.append(
            (
                msg("Pixel"),
                msg(
                    "column {column}, row {row}", column=pixel.column + 1, row=pixel.row + 1
                ).render(translate),
            )
        )
    found.append((msg("File"), explanation.place.path))
    return [(name.render(translate), value) for name, value in found]


def entry_title(entry: Entry, translate: Translate) -> str:
    """Return a line's title with its sign in the equation."""
    title = entry.title.render(translate)
    # Many titles end with the sign: "Cover factor C".
    symbol = translate(entry.symbol) if entry.symbol else ""
    return title if not symbol or title.endswith(symbol) else f"{title} ({symbol})"


def entry_notes(entry: Entry, translate: Translate) -> str:
    """Return all notes of a line."""
    mark = translate(NOTES_BETWEEN.text)
    return mark.join(note.text.render(translate) for note in entry.notes)


NOTES_BETWEEN = msg("; ")


def _entry_lines(entry: Entry, translate: Translate, depth: int) -> list[str]:
    value = with_unit(entry.shown, entry.unit).render(translate)
    notes = entry_notes(entry, translate)
    line = entry_title(entry, translate)
    if entry.value is not None or entry.text is not None:
        line = _pair(line, value, translate)
    line = f"{_INDENT * depth}{_MARKS.get(entry.stand, '')}{line}"
    if notes:
        line += f" [{notes}]"
    lines = [line]
    for child in entry.children:
        lines += _entry_lines(child, translate, depth + 1)
    return lines


def as_html(chain: Sequence[Explanation], translate: Translate, language: str) -> str:
    """Return explanations as a page that stands for itself."""
    heading = html.escape(msg("Why here?").render(translate))
    body = "\n".join(_section(one, translate) for one in chain)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{heading}</title><style>{_STYLE}</style></head><body><h1>{heading}</h1>\n"
        f"{body}\n</body></html>\n"
    )


_STYLE = (
    "body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222;"
    "background:#fff;line-height:1.5}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #ddd;padding:.25em .5em;text-align:left;vertical-align:top}"
    ".equation{background:#f4f4f4;padding:.6em;font-size:1.1em}.good{color:#1a6b33}"
    ".marked{color:#8a5a00}.lacking{color:#b3261e}.chip{display:inline-block;width:1em;"
    "height:1em;border:1px solid #666;vertical-align:-.1em;margin-right:.4em}"
    ".note{color:#555;font-size:.9em}"
)


def _section(explanation: Explanation, translate: Translate) -> str:
    parts = [f"<h2>{html.escape(explanation.title.render(translate))}</h2>"]
    chip = ""
    if explanation.colour is not None:
        colour = "#{:02x}{:02x}{:02x}".format(*explanation.colour)
        chip = f'<span class="chip" style="background:{colour}"></span>'
    value = html.escape(headline(explanation).render(translate))
    parts.append(f"<p><b>{chip}{value}</b></p>")
    parts += [
        f'<p class="{one.stand.value}">{html.escape(one.text.render(translate))}</p>'
        for one in explanation.findings
    ]
    if explanation.equation:
        lines = [line.render(translate) for line in explanation.equation_lines]
        parts.append(f'<p class="equation">{"<br>".join(map(html.escape, lines))}</p>')
    for group in explanation.groups:
        rows = "".join(_rows(entry, translate, 0) for entry in group.children)
        heading = html.escape(group.title.render(translate))
        parts.append(f"<h3>{heading}</h3><table>{rows}</table>")
    rows = "".join(
        f"<tr><td>{html.escape(name)}</td><td>{html.escape(value)}</td></tr>"
        for name, value in facts(explanation, translate)[1:]
    )
    parts.append(f'<table class="note">{rows}</table>')
    return f"<section>{''.join(parts)}</section>"


def _rows(entry: Entry, translate: Translate, depth: int) -> str:
    value = ""
    if entry.value is not None or entry.text is not None:
        value = html.escape(with_unit(entry.shown, entry.unit).render(translate))
    notes = html.escape(entry_notes(entry, translate))
    title = html.escape(entry_title(entry, translate))
    row = (
        f'<tr class="{entry.stand.value}"><td style="padding-left:{0.5 + depth:g}em">{title}</td>'
        f'<td>{value}</td><td class="note">{notes}</td></tr>'
    )
    return row + "".join(_rows(child, translate, depth + 1) for child in entry.children)


def as_json(chain: Sequence[Explanation], translate: Translate = untranslated) -> str:
    """Return explanations as JSON: a list, the raster asked for first."""
    return json.dumps([_plain(one, translate) for one in chain], ensure_ascii=False, indent=2)


def _plain(explanation: Explanation, translate: Translate) -> dict[str, Any]:
    pixel = explanation.pixel
    return {
        "title": explanation.title.render(translate),
        "file": explanation.place.path,
        "band": explanation.place.band,
        "x": explanation.place.x,
        "y": explanation.place.y,
        "pixel": None if pixel is None else {"column": pixel.column, "row": pixel.row},
        "algorithm": explanation.algorithm,
        "value": _number(explanation.value),
        "class": None if explanation.text is None else explanation.text.render(translate),
        "unit": explanation.unit,
        "recomputed": _number(explanation.recomputed),
        "findings": [
            {"text": one.text.render(translate), "kind": one.stand.value}
            for one in explanation.findings
        ],
        "equation": explanation.equation,
        "substituted": explanation.substituted,
        "signs": [line.render(translate) for line in explanation.signs],
        "groups": {
            group.name: [_plain_entry(entry, translate) for entry in group.children]
            for group in explanation.groups
        },
    }


def _plain_entry(entry: Entry, translate: Translate) -> dict[str, Any]:
    return {
        "name": entry.name,
        "title": entry.title.render(translate),
        "symbol": entry.symbol,
        "value": _number(entry.value),
        "text": None if entry.text is None else entry.text.render(translate),
        "unit": entry.unit,
        "kind": entry.stand.value,
        "notes": [note.text.render(translate) for note in entry.notes],
        "file": None if entry.place is None else entry.place.path,
        "children": [_plain_entry(child, translate) for child in entry.children],
    }


def _number(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else value
