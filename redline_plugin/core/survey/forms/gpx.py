"""Markers and signs as waypoints (GPX 1.1), for receivers and phones."""

from __future__ import annotations

from collections.abc import Iterable

from redline_plugin.core.survey.forms.cleantext import xml_text
from redline_plugin.core.survey.forms.material import Placed, number_of
from redline_plugin.core.survey.forms.words import Words
from redline_plugin.core.survey.marker import KIND_TITLES, Marker
from redline_plugin.core.text import N_

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gpx version="1.1" creator="Redline" xmlns="http://www.topografix.com/GPX/1/1" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.topografix.com/GPX/1/1 '
    'http://www.topografix.com/GPX/1/1/gpx.xsd">\n'
)


def gpx_bytes(groups: Iterable[Placed], words: Words) -> bytes:
    """Return markers and signs as waypoints with number, block and why they stand there.

    GPX is WGS 84; CGCS2000 differs from it by less than a receiver of this kind can tell, which the
    file says.
    """
    about = words(
        N_(
            "Design coordinates on CGCS2000, within decimetres of WGS 84; to find places, not to set them."
        )
    )
    lines = [_HEAD, f"<metadata><desc>{xml_text(about)}</desc></metadata>\n"]
    for placed in groups:
        for record in placed.records:
            is_marker = isinstance(record, Marker)
            kind = words.titled(KIND_TITLES, record.kind) if is_marker else words(N_("sign"))
            told = "; ".join(part for part in (record.blocks or record.block, record.why) if part)
            lines.append(
                f'<wpt lat="{record.latitude:.9f}" lon="{record.longitude:.9f}">'
                f"<name>{xml_text(number_of(record))}</name>"
                f"<desc>{xml_text(told)}</desc>"
                f"<sym>{'Flag, Red' if is_marker else 'Flag, Blue'}</sym>"
                f"<type>{xml_text(kind)}</type></wpt>\n"
            )
    lines.append("</gpx>\n")
    return "".join(lines).encode("utf-8")
