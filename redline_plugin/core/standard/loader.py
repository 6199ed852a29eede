"""Read a profile from YAML, check it, and say everything that is wrong with it at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.standard.profile import (
    AREA,
    CERTAINTIES,
    CHAR,
    DATE,
    DEFAULT,
    FIELD_TYPES,
    FLOAT,
    FOLDER,
    INT,
    NEEDED_ROLES,
    NEEDED_TOLERANCES,
    REQUIREMENTS,
    ROLES,
    SQUARE_METRES,
    TYPE,
    Bilingual,
    Codes,
    Column,
    CrsRules,
    Domain,
    DomainValue,
    FieldSpec,
    Files,
    Names,
    Origin,
    Profile,
    Tolerance,
)
from redline_plugin.core.standard.reasons import BY_ID
from redline_plugin.core.text import msg
from redline_plugin.core.yamlnode import REQUIRED, Node

SCHEMA = 1
_ID = re.compile(r"[a-z0-9_]+")


def available_profiles() -> tuple[str, ...]:
    """Return the ids of the profiles that come with Redline."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def load_profile(name: str | Path = DEFAULT) -> Profile:
    """Return a profile by id, or from a YAML file of the user.

    Raises:
        InputError: no such profile, or what is wrong in it, all at once.
    """
    path = Path(name)
    if path.suffix.lower() not in {".yaml", ".yml"}:
        if str(name) not in available_profiles():
            raise InputError(
                Problem(
                    msg("There is no profile {profile}.", profile=str(name)[:80]),
                    remedy=msg(
                        "Choose one of {known}, or a YAML file.",
                        known=", ".join(available_profiles()),
                    ),
                )
            )
        path = FOLDER / f"{name}.yaml"
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(
            Problem(
                msg(
                    "The profile cannot be read ({reason}).",
                    reason=os_reason(error) if isinstance(error, OSError) else error,
                ),
                str(path),
            )
        ) from error
    return profile_from(content, path.name)


def profile_from(content: object, where: str) -> Profile:
    """Build a profile from parsed YAML; ``where`` names the file in messages.

    Raises:
        InputError: what is wrong in it, all at once.
    """
    problems: list[Problem] = []
    profile = _build(_Node(content, where, problems))
    if not problems:
        _check_references(profile, where, problems)
    if problems:
        raise InputError(problems)
    return profile


class _Node(Node):
    """A mapping of a profile: also hands out titles in two languages, and origins."""

    def bilingual(self, key: str) -> Bilingual:
        node = self.node(key)
        result = Bilingual(node.text("zh"), node.text("en"))
        node.done()
        return result

    def origin(self, source: object = REQUIRED, certainty: object = REQUIRED) -> Origin:
        return Origin(
            self.text("source", source),
            self.one_of("certainty", CERTAINTIES, certainty),
            self.text("note", ""),
        )


def _build(root: _Node) -> Profile:
    schema = root.take("schema", int)
    if schema != SCHEMA:
        root.wrong("schema", msg("This version of Redline reads schema {known}.", known=SCHEMA))
    layer = root.node("layer")
    profile = Profile(
        id=_identifier(root, "id"),
        version=root.text("version"),
        title=root.bilingual("title"),
        origin=root.origin(),
        files=_files(root.node("files")),
        crs=_crs(root.node("crs")),
        layer=layer.text("name"),
        layer_title=layer.bilingual("title"),
        text_bytes=layer.take("text_bytes", int),
        fields=_unique(layer, "fields", [_field(node) for node in layer.nodes("fields")], "code"),
        domains=_domains(root.node("domains")),
        codes=_codes(root.node("codes")),
        names=_names(root.node("names")),
        **_register(root.node("register")),
        tolerances=_tolerances(root.node("tolerances")),
    )
    layer.one_of("geometry", ("Polygon",))
    layer.done()
    root.done()
    return profile


def _identifier(node: _Node, key: str) -> str:
    value = node.text(key)
    if not _ID.fullmatch(value):
        node.wrong(key, msg("Use small letters, digits and underscores."))
    return value


def _unique(node: _Node, key: str, items: list[Any], attribute: str) -> tuple[Any, ...]:
    names = [getattr(item, attribute) for item in items]
    for name in sorted({name for name in names if names.count(name) > 1}):
        node.wrong(key, msg("{name} appears more than once.", name=name))
    return tuple(items)


def _files(node: _Node) -> Files:
    result = Files(
        vector_folder=node.text("vector_folder"),
        register=node.text("register"),
        areas=node.text("areas"),
        report=node.text("report"),
        provenance=node.text("provenance"),
        origin=node.origin(),
    )
    names = (result.vector_folder, result.register, result.areas, result.report, result.provenance)
    for name in names:
        if not name or name.startswith(".") or any(sign in name for sign in '/\\:*?"<>|'):
            node.wrong("", msg("{name} cannot be the name of a file.", name=repr(name)))
    if len(set(names)) < len(names):
        node.wrong("", msg("Two files have the same name."))
    node.done()
    return result


def _crs(node: _Node) -> CrsRules:
    node.one_of("datum", ("CGCS2000",))
    result = CrsRules(
        datum=node.text("datum"),
        belt_widths=tuple(node.take("belt_widths", list)),
        metre_decimals=node.take("metre_decimals", int),
        degree_decimals=node.take("degree_decimals", int),
        origin=node.origin(),
    )
    if not result.belt_widths or not set(result.belt_widths) <= {3, 6}:
        node.wrong("belt_widths", msg("Belts are 3 or 6 degrees wide."))
    node.done()
    return result


def _field(node: _Node) -> FieldSpec:
    kind = node.one_of("type", FIELD_TYPES)
    spec = FieldSpec(
        code=node.text("code"),
        role=node.one_of("role", ("", *ROLES), ""),
        alias=node.text("alias"),
        title=node.text("title"),
        type=kind,
        length=node.take("length", int, None),
        decimals=node.take("decimals", int, None),
        required=node.one_of("required", REQUIREMENTS),
        pattern=node.text("pattern", ""),
        domain=node.text("domain", ""),
        unit=node.text("unit", ""),
        above=node.take("above", (float, int), None),
        minimum=node.take("minimum", (float, int), None),
        origin=node.origin("", "seen"),
    )
    if not re.fullmatch(r"[A-Z][A-Z0-9_]{0,9}", spec.code):
        node.wrong("code", msg("A code has 1 to 10 capital letters and digits (the DBF limit)."))
    if kind in {CHAR, INT, FLOAT, DATE} and not (spec.length and spec.length > 0):
        node.wrong("length", msg("A column of type {type} needs a length.", type=kind))
    if (kind == FLOAT) != (spec.decimals is not None):
        node.wrong("decimals", msg("Decimals belong to columns of type Float, and only there."))
    try:
        re.compile(spec.pattern)
    except re.error as error:
        node.wrong("pattern", msg("This is not a regular expression ({reason}).", reason=error))
    node.done()
    return spec


def _domains(node: _Node) -> Mapping[str, Domain]:
    result = {}
    for key in node.content:
        part = node.node(str(key))
        values = []
        for item in part.nodes("values"):
            values.append(
                DomainValue(item.text("code"), Bilingual(item.text("zh"), item.text("en")))
            )
            item.done()
        domain = Domain(str(key), _unique(part, "values", values, "code"), part.origin())
        part.done()
        result[domain.id] = domain
    return MappingProxyType(result)


def _codes(node: _Node) -> Codes:
    block, serial, bsm = node.node("block"), node.node("serial"), node.node("bsm")
    result = Codes(
        block_parts=tuple(block.take("parts", list)),
        block_delimiter=block.text("delimiter"),
        block_origin=block.origin(),
        serial_digits=serial.take("digits", int),
        serial_within=tuple(serial.take("within", list)),
        serial_origin=serial.origin(),
        bsm_parts=tuple(bsm.take("parts", list)),
        bsm_origin=bsm.origin(),
    )
    bsm.take("meaning", list, None)
    if len(result.bsm_parts) != 3 or not all(isinstance(part, int) for part in result.bsm_parts):
        bsm.wrong("parts", msg("Three lengths are expected: county, layer, serial."))
    for part in (block, serial, bsm, node):
        part.done()
    return result


def _names(node: _Node) -> Names:
    reasons = node.node("reasons")
    names = {str(key): reasons.text(str(key)) for key in reasons.content}
    for reason in BY_ID:
        if reason not in names:
            reasons.wrong(reason, msg("This is missing."))
    for key in names:
        if key not in BY_ID:
            reasons.wrong(key, msg("This is not known here."))
    without = node.node("without_code")
    result = Names(
        suffix=node.text("suffix"),
        reasons=MappingProxyType(names),
        origin=node.origin(),
        without_code=without.text("code"),
        without_code_remark=without.text("remark"),
        without_code_origin=without.origin(),
    )
    without.done()
    node.done()
    return result


def _register(node: _Node) -> dict[str, Any]:
    columns = []
    for item in node.nodes("columns"):
        columns.append(Column(item.text("heading"), item.text("value")))
        item.done()
    result = {
        "register": _unique(node, "columns", columns, "heading"),
        "register_origin": node.origin(),
    }
    node.done()
    return result


def _tolerances(node: _Node) -> Mapping[str, Tolerance]:
    result = {}
    for key in node.content:
        part = node.node(str(key))
        value = float(part.take("value", (float, int)))
        if not value >= 0.0:
            part.wrong("value", msg("A tolerance is not below zero."))
        result[str(key)] = Tolerance(
            str(key), value, part.text("unit"), part.bilingual("title"), part.origin()
        )
        part.done()
    for key in NEEDED_TOLERANCES:
        if key not in result:
            node.wrong(key, msg("This is missing."))
    return MappingProxyType(result)


def _check_references(profile: Profile, where: str, problems: list[Problem]) -> None:
    """Note codes of columns and lists that are named but not there."""
    known = {spec.code for spec in profile.fields}

    def note(place: str, name: str) -> None:
        what = msg("{name} is not in this profile.", name=name)
        problems.append(Problem(what, f"{where}: {place}"))

    codes = profile.codes
    named = [
        ("codes: block", codes.block_parts),
        ("codes: serial", codes.serial_within),
    ]
    for place, fields in named:
        for name in fields:
            if name not in known:
                note(place, str(name))
    for spec in profile.fields:
        if spec.domain and spec.domain not in profile.domains:
            note(f"layer: {spec.code}", spec.domain)
    for column in profile.register:
        if column.value not in known | {"county_name", "block_code", "type_name"}:
            note("register", column.value)
    _check_roles(profile, where, problems)


def _check_roles(profile: Profile, where: str, problems: list[Problem]) -> None:
    roles = [spec.role for spec in profile.fields if spec.role]
    for role in sorted({role for role in roles if roles.count(role) > 1}):
        problems.append(
            Problem(msg("{name} appears more than once.", name=role), f"{where}: layer: role")
        )
    for role in NEEDED_ROLES:
        if role not in roles:
            problems.append(
                Problem(msg("No column has the role {role}.", role=role), f"{where}: layer")
            )
    area, kind = profile.find(AREA), profile.find(TYPE)
    if area is not None and area.unit not in SQUARE_METRES:
        problems.append(
            Problem(
                msg("The area needs a unit: {units}.", units=", ".join(SQUARE_METRES)),
                f"{where}: layer: {area.code}",
            )
        )
    if kind is not None and not kind.domain:
        problems.append(
            Problem(msg("The type needs a code list (domain)."), f"{where}: layer: {kind.code}")
        )
