"""The rule tables: what they hold as they come, tolerant names, and faults told by line."""

from __future__ import annotations

import pytest

from redline_plugin.core.declare.table import FOLDER, read_rows
from redline_plugin.core.errors import InputError
from redline_plugin.core.standard.exceptionrules import (
    DECISIONS,
    KINDS,
    POLICIES,
    load_land_use,
    load_policy,
)
from redline_plugin.core.standard.overlayrules import (
    LEVELS_FILE,
    PROTECTED_FILE,
    load_classes,
    load_protected,
    names_in,
    tables_used,
)
from redline_plugin.core.standard.reasons import PROTECTED, REASONS

RULES = load_protected()
TABLES = (
    "overlay_classes.csv",
    PROTECTED_FILE,
    LEVELS_FILE,
    "exception_kinds.csv",
    "exception_policies.csv",
)


def test_every_row_has_a_source_and_a_certainty():
    for name in TABLES:
        for _, row in read_rows(FOLDER / name, ("source", "certainty")):
            assert row["source"], row
            assert row["certainty"].split(" ")[0] in ("seen", "memory", "choice"), row
    assert set(tables_used(None, TABLES)) == set(TABLES)
    assert all(used["version"] == "1" for used in tables_used(None, TABLES).values())


def test_only_extreme_classes_enter_as_it_comes():
    assert load_classes() == {r.id: (3,) for r in REASONS if r.kind != PROTECTED}


@pytest.mark.parametrize(
    ("kind", "zone", "level", "outcome"),
    [
        ("国家公园", "", "国家级", ("in", "")),
        ("自然保护区", "实验区", "省级", ("in", "")),
        ("国家级自然保护区", "", "", ("in", "")),
        ("自然保护区", "核心区", "县级", ("out", "")),
        ("自然保护区", "核心区", "", ("unknown", "level")),
        ("森林公园", "生态保育区", "省级", ("in", "")),
        ("森林公园", "核心景观区", "省级", ("in", "")),
        ("森林公园", " 一般 游憩区", "省级", ("out", "")),
        ("森林公园", "某某区", "省级", ("unknown", "zone")),
        ("森林公园", "", "省级", ("unknown", "zone")),
        ("风景名胜区", "核心景区（一级）", "省级", ("in", "")),
        ("风景名胜区", "非核心景区", "省级", ("unknown", "zone")),
        ("世界自然遗产", "缓冲区", "", ("in", "")),
        ("湿地公园", "湿地保育区", "国家级", ("in", "")),
        ("湿地公园", "合理利用区", "国家级", ("out", "")),
        ("饮用水水源地", "一级保护区", "市级", ("out", "")),
        ("饮用水水源一级保护区", "", "省级", ("in", "")),
        ("饮用水水源保护区", "二级保护区", "省级", ("out", "")),
        ("水产种质资源保护区", "核心区", "国家级", ("in", "")),
        ("水产种质资源保护区", "核心区、实验区", "国家级", ("unknown", "zone")),
        ("自来水厂", "核心区", "国家级", ("unknown", "kind")),
        ("Ｎational Park", "", "NATIONAL", ("in", "")),
        ("自治区级湿地公园", "恢复重建区", "", ("in", "")),
    ],
)
def test_kinds_zones_and_levels(kind, zone, level, outcome):
    assert RULES.decide(kind, zone, level) == outcome


def test_without_levels_the_kind_decides():
    assert RULES.decide("自然保护区", "", None) == ("in", "")


def test_a_longer_name_hides_the_one_inside_it():
    names = {"保育区": "a", "湿地保育区": "b"}
    assert names_in("湿地保育区", names) == {"b"}
    assert names_in("某湿地保育区和保育区", names) == {"a", "b"}
    assert names_in("非保育区", names) == set()


def test_a_province_s_own_tables(tmp_path):
    (tmp_path / LEVELS_FILE).write_text("code,names,enters\ncounty,县级,是\n", "gbk")
    assert load_protected(tmp_path).decide("自然保护区", "", "县级") == ("in", "")
    assert load_protected(tmp_path).decide("自然保护区", "", "省级") == ("unknown", "level")
    (tmp_path / "overlay_classes.csv").write_text(
        "code,classes\nbiodiversity,2;3\nsandfixation,\n", "utf-8"
    )
    assert load_classes(tmp_path) == {"biodiversity": (2, 3), "sandfixation": ()}
    assert tables_used(tmp_path, [LEVELS_FILE])[LEVELS_FILE]["path"] == str(tmp_path / LEVELS_FILE)


def told(load, *arguments):
    with pytest.raises(InputError) as error:
        load(*arguments)
    return [(str(problem.where), str(problem.what)) for problem in error.value.problems]


def test_faults_are_told_all_at_once(tmp_path):
    (tmp_path / "overlay_classes.csv").write_text(
        "code,classes\nbiodiversity,4\nnothing,3\nsoilerosion,3\nsoilerosion,2\n"
    )
    wrong = told(load_classes, tmp_path)
    assert [where for where, _ in wrong] == [f"overlay_classes.csv:{n}" for n in (2, 3, 5)]
    (tmp_path / PROTECTED_FILE).write_text(
        "code,names,part,zones,zones_out\na,甲,half,,\nb,甲,zones,,\na,丁,whole,,\n", "utf-8"
    )
    (tmp_path / LEVELS_FILE).write_text("code,names,enters\nx,县级,maybe\n", "utf-8")
    wrong = told(load_protected, tmp_path)
    assert [where for where, _ in wrong] == [
        "overlay_protected.csv:2",
        "overlay_protected.csv:3",
        "overlay_protected.csv:3",
        "overlay_protected.csv:4",
        "overlay_levels.csv:2",
    ]
    (tmp_path / "exception_policies.csv").write_text(
        "code,kind,decision\nflagged,farmland,burn\nflagged,roof,keep\nflagged,roof,out\n"
    )
    wrong = told(load_policy, "guide2017", tmp_path)
    assert len(wrong) == 5
    (tmp_path / "exception_kinds.csv").write_text(
        "code,land_use\nroof,01\nfarmland,01;02\nlinear,02\n"
    )
    assert len(told(load_land_use, tmp_path)) == 2


def test_policies_and_the_conflict_between_them():
    for policy in POLICIES:
        decisions = load_policy(policy)
        assert set(decisions) == set(KINDS)
        assert set(decisions.values()) <= set(DECISIONS)
    assert set(load_policy("flagged").values()) == {"flag"}
    assert load_policy("guide2017")["farmland"] == "edge"
    assert load_policy("measuresdraft")["farmland"] == "keep"


def test_the_longest_land_use_code_counts():
    codes = load_land_use()
    assert codes.kind_of("0103") == "farmland"
    assert codes.kind_of("1001") == codes.kind_of("1003A") == "linear"
    assert codes.kind_of("1004") == "construction"
    assert codes.kind_of("0301") == codes.kind_of("") == codes.kind_of("1101") == ""
