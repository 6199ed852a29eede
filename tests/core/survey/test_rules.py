"""The survey rule set: what it holds, and that everything wrong with it is told at once."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml

from redline_plugin.core.errors import InputError
from redline_plugin.core.survey.rules import ANY, EXAMPLE, FOLDER, USER
from redline_plugin.core.survey.rulesfile import available_rules, load_rules, rules_from


@pytest.fixture
def content() -> dict[str, Any]:
    return yaml.safe_load((FOLDER / "example.yaml").read_text(encoding="utf-8"))


def problems(content: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        rules_from(content, "set.yaml")
    return [problem.render() for problem in caught.value.problems]


def test_the_shipped_set_is_an_example_and_claims_no_national_number():
    rules = load_rules()
    assert rules.status == EXAMPLE
    assert available_rules() == ("example",)
    values = list(rules.values())
    assert len(values) > 40
    assert {value.source for _, value in values} == {USER}


def test_values_are_told_with_their_place():
    places = dict(load_rules().values())
    assert places["turning.tolerance_m"].number == 2.0
    assert places["markers.spacings[2].most_m"].number == 800
    assert places["terrains[1].up_to_deg"].number == 6


@pytest.mark.parametrize(
    ("boundary", "terrain", "metres"),
    [
        ("parcel", "flat", 500),  # both are named
        ("natural", "hill", 1500),  # the boundary is
        ("natural", "flat", 1500),  # the boundary goes before the terrain
        ("protectedarea", "flat", 800),  # the terrain is
        ("protectedarea", "hill", 1000),  # neither
        (ANY, ANY, 1000),
        ("natural", ANY, 1500),
    ],
)
def test_the_most_particular_spacing_counts(boundary, terrain, metres):
    assert load_rules().spacing(boundary, terrain).most_m.number == metres


def test_accuracy_and_clearance():
    rules = load_rules()
    assert rules.accuracy("parcel").most_m.number == 0.5
    assert rules.accuracy("road").most_m.number == 1.0
    assert rules.clearance_m("road") == 5.0
    assert rules.crossing("river").within_m.number == 80
    assert rules.crossing("water") is None


@pytest.mark.parametrize(
    ("slope", "terrain"),
    [
        (0.0, "flat"),
        (6.0, "flat"),
        (6.01, "hill"),
        (15.0, "hill"),
        (15.1, "mountain"),
        (80, "mountain"),
        (None, ANY),
        (float("nan"), ANY),
    ],
)
def test_terrain_by_slope(slope, terrain):
    assert load_rules().terrain_of(slope) == terrain


def test_a_set_of_the_user(tmp_path, content):
    content["markers"]["spacings"][0]["most_m"] = {
        "value": 900,
        "source": "provincial",
        "document": "某省技术细则 表 3",
    }
    path = tmp_path / "规则 集.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8-sig")
    value = load_rules(path).spacing(ANY, ANY).most_m
    assert (value.number, value.source, value.document) == (900, "provincial", "某省技术细则 表 3")


def test_no_national_value_without_its_document(content):
    content["markers"]["angle_deg"]["source"] = "national"
    found = problems(content)
    assert found == [
        "set.yaml: markers: angle_deg: document: A value with the source national names its document."
    ]


def test_everything_wrong_is_told_at_once(content):
    content["turning"]["tolerance_m"]["value"] = -1
    content["turning"]["belt_width"]["value"] = 4
    content["turning"]["corner_base_m"]["value"] = float("nan")
    content["markers"]["least_apart_m"]["value"] = float("inf")
    content["markers"]["witness"]["value"] = "yes, please"
    content["markers"]["spacings"][1]["boundary"] = "wall"
    content["signs"]["number"]["value"] = "{block}"
    content["accuracies"][0]["most_m"]["source"] = "hearsay"
    content["spelling"] = 1
    del content["markers"]["angle_deg"]
    text = "\n".join(problems(content))
    for part in (
        "turning: tolerance_m: value: -1 is not from 0.0 to 1000.0.",
        "turning: corner_base_m: value: nan is not from 0.0 to 1000.0.",
        "markers: least_apart_m: value: inf is not from 0.0 to inf.",
        "turning: belt_width: Belts are 3 or 6 degrees wide.",
        "markers: witness: value: 'yes, please' is not of type bool.",
        "spacings[2]: boundary: wall is none of any,",
        "signs: number: value: The pattern needs {serial}.",
        "accuracies[1]: most_m: source: hearsay is none of national, provincial, user.",
        "spelling: This is not known here.",
        "markers: angle_deg: This is missing.",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("{block}-{serial:04d", "This is no pattern of a number"),
        ("{block}-{serial}-{town}", "This is no pattern of a number"),
        ("{serial:04x?}", "This is no pattern of a number"),
        ("{}-{serial}", "This is no pattern of a number"),
        ("{block.code}{serial}", "This is no pattern of a number"),
    ],
)
def test_patterns(content, pattern, part):
    content["markers"]["number"]["value"] = pattern
    assert part in "\n".join(problems(content))


def test_what_parts_cannot_see_by_themselves(content):
    content["terrains"][0]["up_to_deg"]["value"] = 20
    content["markers"]["spacings"].append(copy.deepcopy(content["markers"]["spacings"][1]))
    content["markers"]["spacings"][2]["terrain"] = "swamp"
    del content["markers"]["spacings"][0]
    content["accuracies"][0]["boundary"] = "road"
    text = "\n".join(problems(content))
    for part in (
        "terrains: Terrain classes go from gentle to steep; only the last has no limit.",
        "markers: spacings: swamp is no class of terrain.",
        "markers: spacings: ('any', 'flat') appears more than once.",
        "markers: spacings: A rule for any boundary (and any terrain) is needed.",
        "accuracies: A rule for any boundary (and any terrain) is needed.",
    ):
        assert part in text


@pytest.mark.parametrize("content", [None, [], "text", {}, {"schema": 2}])
def test_no_rule_set_at_all(content):
    assert problems(content)


def test_unreadable_files(tmp_path):
    with pytest.raises(InputError, match="no survey rule set national"):
        load_rules("national")
    with pytest.raises(InputError, match="cannot be read"):
        load_rules(tmp_path / "none.yaml")
    broken = tmp_path / "broken.yaml"
    broken.write_bytes("schema: 1\n  id: 示例\n".encode("gbk"))
    with pytest.raises(InputError, match="cannot be read"):
        load_rules(broken)


def test_only_the_last_class_of_terrain_has_no_limit(content):
    content["terrains"].insert(0, {"id": "bog", "title": {"zh": "沼泽", "en": "bog"}})
    assert problems(content) == [
        "set.yaml: terrains: Terrain classes go from gentle to steep; only the last has no limit."
    ]
