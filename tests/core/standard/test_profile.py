"""Profiles: the shipped one is the sheet's table, and everything wrong in one is said at once."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from redline_plugin.core.errors import InputError
from redline_plugin.core.standard.loader import available_profiles, load_profile, profile_from
from redline_plugin.core.standard.profile import CERTAINTIES, DEFAULT, FOLDER
from redline_plugin.core.standard.reasons import REASONS

# Table 5-26 as the fact sheet (submission 2.1 B) has it: code, alias, type, length, decimals, M/O.
TABLE = """
BSM|标识码|Char|18||M
YSDM|要素代码|Char|10||M
XJXZQHDM|县级行政区划代码|Char|6||M
LXDM|类型代码|Char|2||M
SLDM|数量代码|Char|4||M
MC|名称|Char|200||M
RKSL|人口数量|Int|8||O
STGNYBHMB|生态系统服务功能与保护目标|VarChar|||O
DLWZ|地理位置|VarChar|||M
QYMJ|区域面积|Float|15|4|M
STXTYZBLX|生态系统与植被类型|Char|100||O
RWHDLX|主要人为活动类型|Char|10||O
STHJWT|生态环境问题|VarChar|||O
GKCS|管控措施|VarChar|||O
SLSJ|设立时间|Date|8||M
BZ|备注|VarChar|||O
"""


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    loaded = yaml.safe_load((FOLDER / f"{DEFAULT}.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_the_shipped_layout_is_the_table_of_the_sheet() -> None:
    rows = [
        "|".join(
            str("" if part is None else part)
            for part in (s.code, s.alias, s.type, s.length, s.decimals, s.required)
        )
        for s in load_profile().fields
    ]
    assert rows == TABLE.strip().splitlines()


def test_area_unit_types_and_codes() -> None:
    profile = load_profile()
    assert (profile.area_field.code, profile.area_field.unit) == ("QYMJ", "km2")
    assert profile.codes.bsm_parts == (6, 4, 8)
    assert sum(profile.codes.bsm_parts) == profile.role("identifier").length
    assert profile.codes.block_parts == ("XJXZQHDM", "LXDM", "SLDM")
    codes = {value.code for value in profile.types.values}
    assert {reason.type_code for reason in REASONS if reason.type_code} <= codes
    assert profile.names.without_code in codes


def test_the_certainty_of_what_is_not_settled_is_told() -> None:
    profile = load_profile()
    origins = {what.en: origin for what, _value, origin in profile.origins()}
    assert origins["Feature identifier"].certainty == "memory"
    assert origins["Element code"].by_user
    assert origins["Overlap allowed between blocks"].by_user
    assert {origin.certainty for origin in origins.values()} <= set(CERTAINTIES)


@pytest.mark.parametrize("name", available_profiles())
def test_every_shipped_profile_loads(name: str) -> None:
    assert load_profile(name).id == name


def test_a_profile_of_the_user(tmp_path: Path, content: dict[str, Any]) -> None:
    changed = copy.deepcopy(content)
    changed["tolerances"]["overlap"]["value"] = 0.5
    file = tmp_path / "我的 profile.yaml"
    file.write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")
    assert load_profile(file).tolerance("overlap") == 0.5


@pytest.mark.parametrize("name", ["nothing", "../secret", "", "/etc/passwd"])
def test_an_unknown_profile_is_said(name: str) -> None:
    with pytest.raises(InputError, match="no profile"):
        load_profile(name)


def test_a_file_that_is_no_yaml_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: [", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        load_profile(file)
    with pytest.raises(InputError, match="cannot be read"):
        load_profile(tmp_path / "b.yaml")


def field(content: dict[str, Any], code: str) -> dict[str, Any]:
    return next(each for each in content["layer"]["fields"] if each["code"] == code)


CHANGES: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "schema": (lambda c: c.update(schema=2), "schema: This version of Redline reads schema 1"),
    "missing": (lambda c: c.pop("version"), "version: This is missing"),
    "slip of the pen": (lambda c: c["crs"].update(dautm=1), "dautm: This is not known here"),
    "type": (lambda c: field(c, "BSM").update(type="Text"), "Text is none of"),
    "length": (lambda c: field(c, "BSM").pop("length"), "needs a length"),
    "wrong kind": (lambda c: field(c, "BSM").update(length="18"), "'18' is not of type int"),
    "yes is no number": (lambda c: field(c, "BSM").update(length=True), "not of type int"),
    "decimals": (lambda c: field(c, "QYMJ").pop("decimals"), "Decimals belong"),
    "decimals of a text": (lambda c: field(c, "BSM").update(decimals=1), "Decimals belong"),
    "long code": (lambda c: field(c, "BZ").update(code="BEIZHUBEIZHU"), "1 to 10 capital"),
    "pattern": (lambda c: field(c, "BSM").update(pattern="["), "not a regular expression"),
    "required": (lambda c: field(c, "BSM").update(required="X"), "X is none of M, O, C"),
    "twice": (lambda c: field(c, "BZ").update(code="MC"), "MC appears more than once"),
    "role twice": (lambda c: field(c, "BZ").update(role="name"), "name appears more than once"),
    "no role": (lambda c: field(c, "MC").pop("role"), "No column has the role name"),
    "unknown role": (lambda c: field(c, "MC").update(role="x"), "x is none of"),
    "unit": (lambda c: field(c, "QYMJ").update(unit="acre"), "The area needs a unit"),
    "no list": (lambda c: field(c, "LXDM").pop("domain"), "needs a code list"),
    "unknown list": (lambda c: field(c, "LXDM").update(domain="X"), "X is not in this profile"),
    "code twice": (
        lambda c: c["domains"]["LXDM"]["values"].append({"code": "11", "zh": "a", "en": "b"}),
        "11 appears more than once",
    ),
    "part": (lambda c: c["codes"]["block"]["parts"].append("XX"), "XX is not in this profile"),
    "bsm": (lambda c: c["codes"]["bsm"].update(parts=[6, 12]), "Three lengths"),
    "reason": (
        lambda c: c["names"]["reasons"].pop("biodiversity"),
        "biodiversity: This is missing",
    ),
    "unknown reason": (lambda c: c["names"]["reasons"].update(x="y"), "x: This is not known"),
    "certainty": (lambda c: c["files"].update(certainty="sure"), "sure is none of"),
    "file": (lambda c: c["files"].update(areas="../a.csv"), "cannot be the name of a file"),
    "same file": (lambda c: c["files"].update(areas="report.html"), "the same name"),
    "tolerance": (lambda c: c["tolerances"].pop("overlap"), "overlap: This is missing"),
    "below zero": (lambda c: c["tolerances"]["overlap"].update(value=-1), "not below zero"),
    "register": (lambda c: c["register"]["columns"][0].update(value="XX"), "XX is not in this"),
    "belts": (lambda c: c["crs"].update(belt_widths=[5]), "3 or 6 degrees"),
    "no mapping": (lambda c: c.update(codes=[]), "codes: [] is not of type dict"),
    "id": (lambda c: c.update(id="A B"), "small letters"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_wrong_is_named(content: dict[str, Any], name: str) -> None:
    change, expected = CHANGES[name]
    changed = copy.deepcopy(content)
    change(changed)
    with pytest.raises(InputError) as caught:
        profile_from(changed, "x.yaml")
    assert expected in str(caught.value), str(caught.value)
    assert str(caught.value).startswith("x.yaml")


def test_all_problems_come_at_once(content: dict[str, Any]) -> None:
    changed = copy.deepcopy(content)
    changed.pop("version")
    field(changed, "BSM").pop("length")
    changed["tolerances"].pop("overlap")
    with pytest.raises(InputError) as caught:
        profile_from(changed, "x.yaml")
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize("content", [None, [], "text", 3, {}])
def test_anything_else_is_refused_without_a_crash(content: object) -> None:
    with pytest.raises(InputError):
        profile_from(content, "x.yaml")
