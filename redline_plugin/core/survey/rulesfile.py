"""Read a survey rule set from YAML, and say everything that is wrong with it at once."""

from __future__ import annotations

import math
from pathlib import Path
from string import Formatter

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.survey.rules import (
    ANY,
    BOUNDARIES,
    CROSSED,
    DEFAULT,
    FOLDER,
    KEPT_OFF,
    NATIONAL,
    PROVINCIAL,
    SIDES,
    SOURCES,
    STATUSES,
    Accuracy,
    Clearance,
    Crossing,
    MarkerRules,
    SignRules,
    Spacing,
    SurveyRules,
    Terrain,
    TurningRules,
    Value,
)
from redline_plugin.core.text import msg
from redline_plugin.core.yamlnode import Node, read_yaml

SCHEMA = 1


def available_rules() -> tuple[str, ...]:
    """Return the ids of the rule sets that come with Redline."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def load_rules(name: str | Path = DEFAULT) -> SurveyRules:
    """Return a rule set by id, or from a YAML file of the user.

    Raises:
        InputError: there is no such set, or what is wrong in it, all at once.
    """
    path = Path(name)
    if path.suffix.lower() not in {".yaml", ".yml"}:
        if str(name) not in available_rules():
            raise InputError(
                Problem(
                    msg("There is no survey rule set {name}.", name=str(name)[:80]),
                    remedy=msg(
                        "Choose one of {known}, or a YAML file.",
                        known=", ".join(available_rules()),
                    ),
                )
            )
        path = FOLDER / f"{name}.yaml"
    return rules_from(read_yaml(path), path.name)


def rules_from(content: object, where: str) -> SurveyRules:
    """Build a rule set from parsed YAML; ``where`` names the file in messages.

    Raises:
        InputError: what is wrong in it, all at once.
    """
    problems: list[Problem] = []
    rules = _build(_Node(content, where, problems))
    if not problems:
        _check(rules, where, problems)
    if problems:
        raise InputError(problems)
    return rules


class _Node(Node):
    """A mapping of a rule set: also hands out values with their sources."""

    def number(
        self, key: str, low: float = 0.0, high: float = math.inf, *, whole: bool = False
    ) -> Value:
        node = self.node(key)
        value = node.take("value", int if whole else (float, int))
        if not low <= value <= high or not math.isfinite(value):
            node.wrong(
                "value",
                msg("{value} is not from {low} to {high}.", value=value, low=low, high=high),
            )
        return node.finish(int(value) if whole else float(value))

    def yes_no(self, key: str) -> Value:
        node = self.node(key)
        return node.finish(bool(node.take("value", bool)))

    def pattern(self, key: str) -> Value:
        node = self.node(key)
        text = node.text("value")
        try:
            text.format(county="990101", block="990101110001", serial=1)
            names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        except (ValueError, KeyError, IndexError, AttributeError) as error:
            node.wrong("value", msg("This is no pattern of a number ({reason}).", reason=error))
            names = ["serial"]
        if "serial" not in names:
            node.wrong("value", msg("The pattern needs {part}.", part="{serial}"))
        return node.finish(text)

    def finish(self, value: float | str | bool) -> Value:
        """Take where a value comes from; a document that gives it must be named."""
        source = self.one_of("source", SOURCES)
        document = self.text("document", "")
        if source in (NATIONAL, PROVINCIAL) and not document:
            self.wrong(
                "document",
                msg("A value with the source {source} names its document.", source=source),
            )
        result = Value(value, source, document, self.text("note", ""))
        self.done()
        return result


def _build(root: _Node) -> SurveyRules:
    schema = root.take("schema", int)
    if schema != SCHEMA:
        root.wrong("schema", msg("This version of Redline reads schema {known}.", known=SCHEMA))
    title = root.node("title")
    rules = SurveyRules(
        id=root.text("id"),
        version=root.text("version"),
        zh=title.text("zh"),
        en=title.text("en"),
        status=root.one_of("status", STATUSES),
        note=root.text("note", ""),
        terrains=tuple(_terrain(node) for node in root.nodes("terrains")),
        turning=_turning(root.node("turning")),
        markers=_markers(root.node("markers")),
        signs=_signs(root.node("signs")),
        accuracies=tuple(_accuracy(node) for node in root.nodes("accuracies")),
    )
    title.done()
    root.done()
    return rules


def _terrain(node: _Node) -> Terrain:
    title = node.node("title")
    result = Terrain(
        node.text("id"),
        title.text("zh"),
        title.text("en"),
        node.number("up_to_deg", 0.0, 90.0) if "up_to_deg" in node.content else None,
    )
    title.done()
    node.done()
    return result


def _turning(node: _Node) -> TurningRules:
    result = TurningRules(
        tolerance_m=node.number("tolerance_m", 0.0, 1000.0),
        corner_deg=node.number("corner_deg", 1.0, 180.0),
        corner_base_m=node.number("corner_base_m", 0.0, 1000.0),
        second_decimals=node.number("second_decimals", 0, 8, whole=True),
        metre_decimals=node.number("metre_decimals", 0, 6, whole=True),
        belt_width=node.number("belt_width", 3, 6, whole=True),
        belt_prefix=node.yes_no("belt_prefix"),
        number=node.pattern("number"),
    )
    if result.belt_width.value not in (3, 6):
        node.wrong("belt_width", msg("Belts are 3 or 6 degrees wide."))
    node.done()
    return result


def _markers(node: _Node) -> MarkerRules:
    result = MarkerRules(
        angle_deg=node.number("angle_deg", 1.0, 180.0),
        least_apart_m=node.number("least_apart_m"),
        most_moved_m=node.number("most_moved_m"),
        witness_reach_m=node.number("witness_reach_m"),
        witness=node.yes_no("witness"),
        electronic=node.yes_no("electronic"),
        steepest_deg=(
            node.number("steepest_deg", 0.0, 90.0) if "steepest_deg" in node.content else None
        ),
        number=node.pattern("number"),
        spacings=tuple(_spacing(item) for item in node.nodes("spacings")),
        crossings=tuple(_crossing(item) for item in node.nodes("crossings")),
        clearances=tuple(_clearance(item) for item in node.nodes("clearances")),
    )
    node.done()
    return result


def _spacing(node: _Node) -> Spacing:
    result = Spacing(
        node.one_of("boundary", BOUNDARIES, ANY),
        node.text("terrain", ANY),
        node.number("most_m", 1.0),
    )
    node.done()
    return result


def _crossing(node: _Node) -> Crossing:
    result = Crossing(
        node.one_of("kind", CROSSED), node.number("within_m"), node.one_of("sides", SIDES)
    )
    node.done()
    return result


def _clearance(node: _Node) -> Clearance:
    result = Clearance(node.one_of("kind", KEPT_OFF), node.number("metres"))
    node.done()
    return result


def _accuracy(node: _Node) -> Accuracy:
    result = Accuracy(node.one_of("boundary", BOUNDARIES, ANY), node.number("most_m"))
    node.done()
    return result


def _signs(node: _Node) -> SignRules:
    result = SignRules(
        village_within_m=node.number("village_within_m"),
        junction_within_m=node.number("junction_within_m"),
        reach_m=node.number("reach_m", 1.0),
        least_apart_m=node.number("least_apart_m"),
        eye_height_m=node.number("eye_height_m"),
        sign_height_m=node.number("sign_height_m"),
        village_weight=node.number("village_weight"),
        crossing_weight=node.number("crossing_weight"),
        junction_weight=node.number("junction_weight"),
        budget=node.number("budget", whole=True),
        number=node.pattern("number"),
    )
    node.done()
    return result


def _check(rules: SurveyRules, where: str, problems: list[Problem]) -> None:
    """Note what each part cannot see by itself: classes in order, a rule for every case, no doubles."""
    limits = [terrain.up_to_deg for terrain in rules.terrains]
    numbers = [limit.number for limit in limits if limit is not None]
    if any(limit is None for limit in limits[:-1]) or numbers != sorted(set(numbers)):
        problems.append(
            Problem(
                msg("Terrain classes go from gentle to steep; only the last has no limit."),
                f"{where}: terrains",
            )
        )
    ids = [terrain.id for terrain in rules.terrains]
    for rule in rules.markers.spacings:
        if rule.terrain not in (ANY, *ids):
            problems.append(
                Problem(
                    msg("{name} is no class of terrain.", name=rule.terrain),
                    f"{where}: markers: spacings",
                )
            )
    keys: dict[str, list[object]] = {
        "terrains": list(ids),
        "markers: spacings": [(r.boundary, r.terrain) for r in rules.markers.spacings],
        "markers: crossings": [r.kind for r in rules.markers.crossings],
        "markers: clearances": [r.kind for r in rules.markers.clearances],
        "accuracies": [r.boundary for r in rules.accuracies],
    }
    for place, found in keys.items():
        for key in sorted({str(key) for key in found if found.count(key) > 1}):
            problems.append(
                Problem(msg("{name} appears more than once.", name=key), f"{where}: {place}")
            )
    for place, there in (
        ("markers: spacings", (ANY, ANY) in keys["markers: spacings"]),
        ("accuracies", ANY in keys["accuracies"]),
    ):
        if not there:
            problems.append(
                Problem(
                    msg("A rule for any boundary (and any terrain) is needed."),
                    f"{where}: {place}",
                )
            )
