"""A page of HTML put together from headings, sentences, lists and tables, all of it escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from redline_plugin.core.text import Message, Translate, msg

MOST_LISTED = 500
"""Rows of a list or a table; the layers have all."""

STYLE = (
    "body{font:14px/1.5 'Noto Sans','Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;"
    "margin:2em auto;max-width:76em;padding:0 1.5em;color:#22302a}"
    "h1{font-size:1.6em;margin:.2em 0}h2{font-size:1.2em;margin:1.6em 0 .4em}"
    ".verdict{font-size:1.1em;font-weight:bold}.meta{color:#555}"
    "table{border-collapse:collapse;margin:.4em 0;font-size:13px}td.k{white-space:nowrap}"
    "td,th{border:1px solid #b8bfb9;padding:.25em .55em;text-align:left;vertical-align:top}"
    "th{background:#eef2ee;min-width:2.6em}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    "tr.total td{font-weight:bold;border-top:2px solid #7d877f}"
    ".warn{background:#fdf5da;border-left:4px solid #d9a400;padding:.5em 1em;margin:.5em 0}"
    ".side{display:flex;flex-wrap:wrap;gap:2em;align-items:flex-start}.side>div{flex:1;min-width:24em}"
    "li{margin:.1em 0}@media print{body{max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}"
)


class Page:
    """The parts of a page, in their order."""

    def __init__(self, translate: Translate) -> None:
        self.parts: list[str] = []
        self.translate = translate

    def add(self, *parts: str) -> None:
        """Add HTML as it is."""
        self.parts += parts

    def heading(self, text: str) -> None:
        """Add a heading, to be translated."""
        self.add(f"<h2>{safe(self.translate(text))}</h2>")

    def text(self, message: Message, style: str = "") -> None:
        """Add a sentence."""
        mark = f" class='{style}'" if style else ""
        self.add(f"<p{mark}>{safe(message.render(self.translate))}</p>")

    def list(self, lines: Iterable[str]) -> None:
        """Add a list of lines."""
        self.add("<ul>", *(f"<li>{safe(line)}</li>" for line in lines), "</ul>")

    def more(self, count: int) -> None:
        """Tell how many of ``count`` were not listed."""
        if count > MOST_LISTED:
            self.text(msg("{count} more are in the layers.", count=count - MOST_LISTED))

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        numeric: Iterable[int],
        *,
        total: bool = False,
    ) -> None:
        """Add a table.

        Args:
            heads: of the columns; none for no head.
            rows: of texts.
            numeric: columns of numbers, which stand at the right.
            total: whether the last row is that of all.
        """
        right = dict.fromkeys(numeric, "n")
        self.add("<table>")
        if heads:
            self.add("<tr>" + "".join(f"<th>{safe(head)}</th>" for head in heads) + "</tr>")
        for at, row in enumerate(rows):
            # What has no spaces is a number of a marker or a code, and stays in one piece.
            cells = (
                f"<td class='{right.get(place, '' if ' ' in cell else 'k')}'>{safe(cell)}</td>"
                for place, cell in enumerate(row)
            )
            last = " class='total'" if total and at == len(rows) - 1 else ""
            self.add(f"<tr{last}>" + "".join(cells) + "</tr>")
        self.add("</table>")


def safe(text: str) -> str:
    """Return a text as HTML shows it."""
    return html.escape(text)
