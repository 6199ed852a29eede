"""The summary of a check as a page (HTML) or a table (CSV)."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence

from redline_plugin.core.check.engine import Report, number
from redline_plugin.core.check.rule import SEVERITY_TITLES, Rule, Severity, Tolerance
from redline_plugin.core.text import N_, Message, Translate, msg

_HEADS = (
    N_("Rule"),
    N_("Severity"),
    N_("Found"),
    N_("Tolerance"),
    N_("Value"),
    N_("Where the default was seen"),
)
_STYLE = (
    "body{font:14px/1.5 sans-serif;margin:2em;max-width:70em}"
    "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em .6em;text-align:left;"
    "vertical-align:top}.error{background:#fbe3e0}.warning{background:#fdf5da}"
)
_MOST_LISTED = 500


def rows_of(report: Report, rules: Sequence[Rule], translate: Translate) -> list[list[str]]:
    """Return a row for each rule and tolerance: the columns of the table, as texts."""
    rows = []
    for rule in rules:
        count = (
            str(report.counts[rule.id]) if rule.id in report.counts else translate(N_("not run"))
        )
        start = [translate(rule.title), translate(SEVERITY_TITLES[rule.severity]), count]
        for one in rule.tolerances or (None,):
            rows.append([*start, *_tolerance(one, report, translate)])
    return rows


def _tolerance(one: Tolerance | None, report: Report, translate: Translate) -> list[str]:
    if one is None:
        return ["", "", ""]
    seen = translate(one.certainty)
    if one.source:
        seen = f"{translate(one.source)}: {seen}"
    return [translate(one.title), number(report.settings.get(one.name, one.default)), seen]


def as_csv(report: Report, rules: Sequence[Rule], translate: Translate) -> str:
    """Return the table as CSV with a byte order mark, which spreadsheets need to read Chinese."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([translate(head) for head in _HEADS])
    writer.writerows(rows_of(report, rules, translate))
    return "\ufeff" + text.getvalue()


def as_html(report: Report, rules: Sequence[Rule], layer: str, translate: Translate) -> str:
    """Return a page: the verdict, the table of rules, and the first findings in words."""
    verdict = verdict_of(report)
    lines = [
        "<!DOCTYPE html><html><head><meta charset='utf-8'>",
        f"<title>{_safe(translate(N_('Check of topology')))}</title><style>{_STYLE}</style></head>",
        f"<body><h1>{_safe(translate(N_('Check of topology')))}</h1>",
        f"<p>{_safe(layer)}</p><p><b>{_safe(verdict.render(translate))}</b></p><table><tr>",
        *(f"<th>{_safe(translate(head))}</th>" for head in _HEADS),
        "</tr>",
    ]
    classes = [rule for rule in rules for _ in rule.tolerances or (None,)]
    for rule, row in zip(classes, rows_of(report, rules, translate)):
        mark = f" class='{rule.severity.value}'" if report.counts.get(rule.id) else ""
        lines.append(f"<tr{mark}>" + "".join(f"<td>{_safe(cell)}</td>" for cell in row) + "</tr>")
    lines.append("</table><ol>")
    for finding in report.findings[:_MOST_LISTED]:
        lines.append(f"<li>{_safe(finding.message.render(translate))}</li>")
    lines.append("</ol>")
    if len(report.findings) > _MOST_LISTED:
        more = msg("{count} more are in the layers.", count=len(report.findings) - _MOST_LISTED)
        lines.append(f"<p>{_safe(more.render(translate))}</p>")
    lines.append("</body></html>")
    return "\n".join(lines)


def verdict_of(report: Report) -> Message:
    """Return the outcome in a sentence."""
    if not report.findings:
        return msg("All rules are kept.")
    return msg(
        "{errors} errors and {warnings} warnings were found.",
        errors=report.of(Severity.ERROR),
        warnings=report.of(Severity.WARNING),
    )


def _safe(text: str) -> str:
    return html.escape(text)
