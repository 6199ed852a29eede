"""A profile: one layout of the red-line layer, with its codes, names, files and tolerances.

Layouts differ between documents and provinces and change, so they are data: a YAML file each in
``resources/profiles``. Every part says where it is from and how sure that is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.core.text import N_

FOLDER = Path(__file__).parents[2] / "resources" / "profiles"
DEFAULT = "stbhhx_yizhangtu"

CHAR, VARCHAR, INT, FLOAT, DATE = "Char", "VarChar", "Int", "Float", "Date"
FIELD_TYPES = (CHAR, VARCHAR, INT, FLOAT, DATE)
MANDATORY, OPTIONAL, CONDITIONAL = "M", "O", "C"
REQUIREMENTS = (MANDATORY, OPTIONAL, CONDITIONAL)
CERTAINTIES = ("seen", "memory", "inference", "choice")
USER = "user"
SQUARE_METRES = {"m2": 1.0, "ha": 10_000.0, "km2": 1_000_000.0}
# What a column is for. Code outside of this package asks for a role and never spells a code.
IDENTIFIER, ELEMENT_CODE, COUNTY, TYPE, SERIAL = (
    "identifier",
    "element_code",
    "county",
    "type",
    "serial",
)
NAME, AREA, SERVICES, POSITION, ESTABLISHED, REMARKS = (
    "name",
    "area",
    "services",
    "position",
    "established",
    "remarks",
)
NEEDED_ROLES = (IDENTIFIER, ELEMENT_CODE, COUNTY, TYPE, SERIAL, NAME, AREA)
ROLES = (*NEEDED_ROLES, SERVICES, POSITION, ESTABLISHED, REMARKS)
NEEDED_TOLERANCES = (
    "area_relative",
    "overlap",
    "coordinate",
    "vertex_distance",
    "smallest_block",
    "area_sum",
    "belt_excess",
)
CERTAINTY_TITLES = {
    "seen": N_("read in the source"),
    "memory": N_("recalled, not read"),
    "inference": N_("inferred"),
    "choice": N_("chosen for lack of a public rule"),
}


@dataclass(frozen=True)
class Bilingual:
    """A title in Chinese and in English."""

    zh: str
    en: str


@dataclass(frozen=True)
class Origin:
    """Where a part of a profile comes from, how sure that is, and what else is to be said."""

    source: str
    certainty: str
    note: str = ""

    @property
    def by_user(self) -> bool:
        """Whether no public rule exists and the user answers for the value."""
        return self.source == USER


@dataclass(frozen=True)
class FieldSpec:
    """One column: code, Chinese alias, English title, type, length, decimals, what it may hold."""

    code: str
    role: str
    alias: str
    title: str
    type: str
    length: int | None
    decimals: int | None
    required: str
    pattern: str
    domain: str
    unit: str
    above: float | None
    minimum: float | None
    origin: Origin

    @property
    def mandatory(self) -> bool:
        """Whether it must be filled in every record."""
        return self.required == MANDATORY

    def matches(self, text: str) -> bool:
        """Return whether a text has the form that the profile asks for."""
        return not self.pattern or re.fullmatch(self.pattern, text, re.ASCII) is not None


@dataclass(frozen=True)
class DomainValue:
    """One allowed code and its meaning."""

    code: str
    title: Bilingual


@dataclass(frozen=True)
class Domain:
    """A list of allowed codes."""

    id: str
    values: tuple[DomainValue, ...]
    origin: Origin

    def title_of(self, code: str) -> Bilingual | None:
        """Return the meaning of a code, None when it is not in the list."""
        return next((value.title for value in self.values if value.code == code), None)


@dataclass(frozen=True)
class Files:
    """Names of folder and files of a package."""

    vector_folder: str
    register: str
    areas: str
    report: str
    provenance: str
    origin: Origin


@dataclass(frozen=True)
class CrsRules:
    """Datum, belt widths in degrees, decimals of coordinates."""

    datum: str
    belt_widths: tuple[int, ...]
    metre_decimals: int
    degree_decimals: int
    origin: Origin


@dataclass(frozen=True)
class Codes:
    """How block code, serial and feature identifier are made of their parts."""

    block_parts: tuple[str, ...]
    block_delimiter: str
    block_origin: Origin
    serial_digits: int
    serial_within: tuple[str, ...]
    serial_origin: Origin
    bsm_parts: tuple[int, ...]
    bsm_origin: Origin


@dataclass(frozen=True)
class Names:
    """How a block's name is made: natural unit + name of the main reason + suffix."""

    suffix: str
    reasons: Mapping[str, str]
    origin: Origin
    without_code: str
    without_code_remark: str
    without_code_origin: Origin


@dataclass(frozen=True)
class Column:
    """One column of the registration form: its heading and the value under it."""

    heading: str
    value: str


@dataclass(frozen=True)
class Tolerance:
    """A number that a check uses, with its unit and where it comes from."""

    id: str
    value: float
    unit: str
    title: Bilingual
    origin: Origin


@dataclass(frozen=True)
class Profile:
    """One layout, whole."""

    id: str
    version: str
    title: Bilingual
    origin: Origin
    files: Files
    crs: CrsRules
    layer: str
    layer_title: Bilingual
    text_bytes: int
    fields: tuple[FieldSpec, ...]
    domains: Mapping[str, Domain]
    codes: Codes
    names: Names
    register: tuple[Column, ...]
    register_origin: Origin
    tolerances: Mapping[str, Tolerance]

    def field(self, code: str) -> FieldSpec:
        """Return the column of that code (KeyError when there is none)."""
        for spec in self.fields:
            if spec.code == code:
                return spec
        raise KeyError(code)

    def find(self, role: str) -> FieldSpec | None:
        """Return the column of that role, None when the layout has none."""
        return next((spec for spec in self.fields if spec.role == role), None)

    def role(self, role: str) -> FieldSpec:
        """Return the column of a role that every layout has (KeyError when it has not)."""
        spec = self.find(role)
        if spec is None:
            raise KeyError(role)
        return spec

    @property
    def area_field(self) -> FieldSpec:
        """The column that holds the area; its unit is one of :data:`SQUARE_METRES`."""
        return self.role(AREA)

    @property
    def types(self) -> Domain:
        """The list of type codes."""
        return self.domains[self.role(TYPE).domain]

    def tolerance(self, tolerance_id: str) -> float:
        """Return a tolerance's value in its unit."""
        return self.tolerances[tolerance_id].value

    def origins(self) -> tuple[tuple[Bilingual, str, Origin], ...]:
        """Return (what, value, origin) of every rule that no public document settles for sure."""
        rows: list[tuple[Bilingual, str, Origin]] = []
        for spec in self.fields:
            if spec.origin.certainty != "seen":
                rows.append((Bilingual(f"{spec.code} {spec.alias}", spec.title), "", spec.origin))
        for domain in self.domains.values():
            what = Bilingual(f"{domain.id} 代码表", f"{domain.id} codes")
            listed = " ".join(value.code for value in domain.values)
            rows.append((what, listed, domain.origin))
        codes_ = self.codes
        block = f"{codes_.block_delimiter or ' + '}".join(codes_.block_parts)
        rows += [
            (Bilingual("红线编码", "Block code"), block, codes_.block_origin),
            (
                Bilingual("数量代码", "Serial"),
                f"{codes_.serial_digits} / {' + '.join(codes_.serial_within)}",
                codes_.serial_origin,
            ),
            (
                Bilingual("标识码", "Feature identifier"),
                " + ".join(str(length) for length in codes_.bsm_parts),
                codes_.bsm_origin,
            ),
            (Bilingual("红线命名", "Block name"), self.names.suffix, self.names.origin),
            (
                Bilingual("仅因保护地划入的斑块类型代码", "Type of blocks in by protection alone"),
                self.names.without_code,
                self.names.without_code_origin,
            ),
            (Bilingual("文件与文件夹命名", "Names of files and folders"), "", self.files.origin),
        ]
        rows += [
            (item.title, f"{item.value:g} {item.unit}".removesuffix(" 1"), item.origin)
            for item in self.tolerances.values()
        ]
        return tuple(rows)
