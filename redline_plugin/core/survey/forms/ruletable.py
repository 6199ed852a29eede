"""The rule set as a table: every value, and who gives it."""

from __future__ import annotations

from collections.abc import Iterator

from redline_plugin.core.boundary.kinds import KIND_TITLES
from redline_plugin.core.survey.forms.table import Column, Line, Table
from redline_plugin.core.survey.forms.words import NO, YES, Words
from redline_plugin.core.survey.rules import (
    ANY,
    BOTH,
    EXAMPLE,
    SOURCE_TITLES,
    THING_TITLES,
    SurveyRules,
    Value,
)
from redline_plugin.core.text import N_, msg

_TURNING = {
    "tolerance_m": N_("Turning points: farthest that the line lies from them [m]"),
    "corner_deg": N_("Turning points: change of direction of a corner [degrees]"),
    "corner_base_m": N_("Turning points: distance over which a direction is measured [m]"),
    "second_decimals": N_("Coordinates: decimals of a second"),
    "metre_decimals": N_("Coordinates: decimals of a metre"),
    "belt_width": N_("Coordinates: width of belts [degrees]"),
    "belt_prefix": N_("Coordinates: belt number before eastings"),
    "number": N_("Turning points: pattern of numbers"),
}
_MARKERS = {
    "angle_deg": N_("Markers: change of direction that asks for one [degrees]"),
    "least_apart_m": N_("Markers: corners nearer than this count once [m]"),
    "most_moved_m": N_("Markers: farthest moved along the line [m]"),
    "witness_reach_m": N_("Markers: farthest witness marker [m]"),
    "witness": N_("Markers: witness markers allowed"),
    "electronic": N_("Markers: electronic markers allowed"),
    "steepest_deg": N_("Markers: steepest slope to stand on [degrees]"),
    "number": N_("Markers: pattern of numbers"),
}
_SIGNS = {
    "village_within_m": N_("Signs: villages this near to the line [m]"),
    "junction_within_m": N_("Signs: road junctions this near to the line [m]"),
    "reach_m": N_("Signs: reach of a sign [m]"),
    "least_apart_m": N_("Signs: least distance between them [m]"),
    "eye_height_m": N_("Signs: height of the eye [m]"),
    "sign_height_m": N_("Signs: height of a sign [m]"),
    "village_weight": N_("Signs: weight of a village"),
    "crossing_weight": N_("Signs: weight of a crossing"),
    "junction_weight": N_("Signs: weight of a junction"),
    "budget": N_("Signs: most of them (0: no limit)"),
    "number": N_("Signs: pattern of numbers"),
}


def rule_table(rules: SurveyRules, words: Words) -> Table:
    """Return the table of a rule set."""
    title = rules.zh if words.language == "zh" else rules.en
    table = Table(
        "rules",
        words(N_("Rule set")),
        words(N_("Survey rule set")),
        (
            Column(words(N_("Rule"))),
            Column(words(N_("Value"))),
            Column(words(N_("Source"))),
            Column(words(N_("Document"))),
            Column(words(N_("Note"))),
        ),
        warning=example_warning(rules, words),
        notes=tuple(
            text
            for text in (
                words.of(msg("{title}, version {version}.", title=title, version=rules.version)),
                rules.note,
            )
            if text
        ),
    )
    for name, value in _rows(rules, words):
        table.lines.append(
            Line(
                (
                    name,
                    _shown(value, words),
                    words.titled(SOURCE_TITLES, value.source),
                    value.document,
                    value.note,
                )
            )
        )
    return table


def example_warning(rules: SurveyRules, words: Words) -> str:
    """Return what has to be said when a rule set is an example; "" when it is in force."""
    if rules.status != EXAMPLE:
        return ""
    return words(
        N_("This rule set is an EXAMPLE: none of its numbers is from the technical regulation.")
    )


def rules_note(rules: SurveyRules, words: Words) -> str:
    """Return by which rule set a table was made."""
    title = rules.zh if words.language == "zh" else rules.en
    return words.of(
        msg("Rule set: {title}, version {version}.", title=title, version=rules.version)
    )


def _rows(rules: SurveyRules, words: Words) -> Iterator[tuple[str, Value]]:
    for terrain in rules.terrains:
        if terrain.up_to_deg is not None:
            name = terrain.zh if words.language == "zh" else terrain.en
            yield (
                words.of(msg("Terrain: {name}, slope up to [degrees]", name=name)),
                terrain.up_to_deg,
            )
    for part, titles in (
        (rules.turning, _TURNING),
        (rules.markers, _MARKERS),
        (rules.signs, _SIGNS),
    ):
        for key, title in titles.items():
            value = getattr(part, key)
            if value is not None:
                yield words(title), value
    for spacing in rules.markers.spacings:
        yield (
            words.of(
                msg(
                    "Markers: longest spacing, boundary: {boundary}, terrain: {terrain} [m]",
                    boundary=_boundary(spacing.boundary, words),
                    terrain=_terrain(rules, spacing.terrain, words),
                )
            ),
            spacing.most_m,
        )
    for crossing in rules.markers.crossings:
        thing = words.titled(THING_TITLES, crossing.kind)
        text = (
            msg("Markers: within this of a crossing, on both sides: {thing} [m]", thing=thing)
            if crossing.sides == BOTH
            else msg("Markers: within this of a crossing, on one side: {thing} [m]", thing=thing)
        )
        yield words.of(text), crossing.within_m
    for clearance in rules.markers.clearances:
        thing = words.titled(THING_TITLES, clearance.kind)
        yield (
            words.of(msg("Markers: least distance from: {thing} [m]", thing=thing)),
            clearance.metres,
        )
    for accuracy in rules.accuracies:
        yield (
            words.of(
                msg(
                    "Accuracy: design to measured, boundary: {boundary} [m]",
                    boundary=_boundary(accuracy.boundary, words),
                )
            ),
            accuracy.most_m,
        )


def _boundary(kind: str, words: Words) -> str:
    return words(N_("any")) if kind == ANY else words.titled(KIND_TITLES, kind)


def _terrain(rules: SurveyRules, kind: str, words: Words) -> str:
    if kind == ANY:
        return words(N_("any"))
    for terrain in rules.terrains:
        if terrain.id == kind:
            return terrain.zh if words.language == "zh" else terrain.en
    return kind


def _shown(value: Value, words: Words) -> str | float:
    if isinstance(value.value, bool):
        return words(YES if value.value else NO)
    return value.value
