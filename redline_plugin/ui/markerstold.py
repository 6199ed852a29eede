"""What the marker dock says of one marker: facts, warnings, links to others, its history in words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from redline_plugin.core.boundary.kinds import KIND_TITLES as BOUNDARY_TITLES
from redline_plugin.core.survey.marker import KIND_TITLES, STATE_TITLES, TITLES
from redline_plugin.i18n import language, tr

if TYPE_CHECKING:
    from redline_plugin.core.survey.marker import Marker
    from redline_plugin.core.survey.register import Register, Step

Facts = list[tuple[str, str]]
_SHOWN = ("marker", "engraved", "state", "kind", "photos", "remark", "moved_m")
"""Columns whose change the history tells; the others follow from them."""


def facts_of(register: Register, key: int) -> tuple[Facts, list[str], Facts]:
    """Return facts, warnings, and links (HTML) to the marker's point or its witness markers."""
    marker = register.marker(key)
    facts = [
        (tr("Number"), marker.marker),
        (tr("Why here"), marker.why),
        (tr("State"), tr(STATE_TITLES.get(marker.state, marker.state))),
        (tr("Kind"), tr(KIND_TITLES.get(marker.kind, marker.kind))),
        (tr("Block"), _block(register, marker)),
        (tr("Kind of boundary"), _ground(register, marker)),
        (tr("Next marker"), _next(marker)),
        (tr("CGCS2000"), f"{marker.longitude_dms}  {marker.latitude_dms}".strip()),
        (tr("Gauss-Kruger"), _metres(marker)),
        (tr("Nearest road"), "" if marker.road_m is None else f"{marker.road_m:,.0f} m"),
        (tr("To its point"), _offset(marker)),
        (tr("Turning point"), marker.point),
        (tr("Crew"), _visit(marker)),
    ]
    return facts, warnings_of(register, key), _links(register, marker)


def warnings_of(register: Register, key: int) -> list[str]:
    """Return the warnings of a marker in words."""
    from redline_plugin.core.survey.registerchecks import WARNING_TITLES

    ids = str(register.row(key).get("warnings") or "").split(",")
    return [tr(WARNING_TITLES.get(one, one)) for one in ids if one]


def step_text(step: Step) -> str:
    """Return a step of the history in words, with what it changed."""
    from redline_plugin.core.survey.register import STEP_TITLES

    title = tr(STEP_TITLES.get(step.what, step.what))
    told = [
        tr("{column}: {before} → {after}").format(
            column=tr(TITLES[name]), before=_value(name, before), after=_value(name, after)
        )
        for name, before, after in step.changes
        if name in _SHOWN
    ]
    return f"{title}; {', '.join(told)}" if told else title


def distances_text(
    before_m: float | None, before_limit: float | None, after_m: float, after_limit: float | None
) -> str:
    """Return the distances to the neighbours along the line, each with the longest allowed."""
    parts = [
        tr("{metres} m of {limit} m").format(metres=f"{metres:,.1f}", limit=f"{limit:,.0f}")
        if limit is not None
        else tr("{metres} m").format(metres=f"{metres:,.1f}")
        for metres, limit in ((before_m, before_limit), (after_m, after_limit))
        if metres is not None
    ]
    late = any(
        metres is not None and limit is not None and metres > limit
        for metres, limit in ((before_m, before_limit), (after_m, after_limit))
    )
    text = " | ".join(parts)
    return tr("{text}: too far").format(text=text) if late else text


def _block(register: Register, marker: Marker) -> str:
    name = register.block_names().get(marker.block, "")
    others = [code for code in marker.blocks.split(",") if code and code != marker.block]
    text = f"{marker.block} {name}".strip()
    return (
        tr("{block}, and {others}").format(block=text, others=", ".join(others)) if others else text
    )


def _ground(register: Register, marker: Marker) -> str:
    kind = BOUNDARY_TITLES.get(marker.boundary)
    terrain = {one.id: one.zh if language() == "zh" else one.en for one in register.rules.terrains}
    slope = "" if marker.slope_deg is None else f"{marker.slope_deg:.1f}°"
    return ", ".join(
        part for part in (tr(kind) if kind else "", terrain.get(marker.terrain, ""), slope) if part
    )


def _next(marker: Marker) -> str:
    if marker.next_m is None:
        return ""
    if marker.limit_m is None:
        return tr("{metres} m").format(metres=f"{marker.next_m:,.1f}")
    return tr("{metres} m of {limit} m").format(
        metres=f"{marker.next_m:,.1f}", limit=f"{marker.limit_m:,.0f}"
    )


def _metres(marker: Marker) -> str:
    if marker.northing is None or marker.easting is None:
        return ""
    return tr("X {northing} (north), Y {easting} (east), belt {belt}").format(
        northing=f"{marker.northing:.3f}", easting=f"{marker.easting:.3f}", belt=marker.belt or "–"
    )


def _offset(marker: Marker) -> str:
    if marker.offset_m is None or marker.offset_deg is None:
        return ""
    return tr("{metres} m, azimuth {degrees}°").format(
        metres=f"{marker.offset_m:.2f}", degrees=f"{marker.offset_deg:.1f}"
    )


def _visit(marker: Marker) -> str:
    if not marker.crew:
        return ""
    return tr("{crew}, place {visit} on its way").format(crew=marker.crew, visit=marker.visit)


def _links(register: Register, marker: Marker) -> Facts:
    if marker.of_marker:
        return [(tr("Its point"), _link(marker.of_marker))]
    witnesses = register.witnesses(marker.marker)
    if not witnesses:
        return []
    return [(tr("Witness markers"), ", ".join(_link(row["marker"]) for row in witnesses))]


def _link(number: str) -> str:
    return f'<a href="{escape(number, quote=True)}">{escape(number)}</a>'


def _value(name: str, value: Any) -> str:
    if value in (None, ""):
        return "–"
    if name == "state":
        return tr(STATE_TITLES.get(str(value), str(value)))
    if name == "kind":
        return tr(KIND_TITLES.get(str(value), str(value)))
    return f"{value:.2f}" if isinstance(value, float) else str(value)
