"""Check the values of one layer against the profile, and its codes against each other."""

from __future__ import annotations

import datetime
import math
import re
from collections import defaultdict

from redline_plugin.core.standard.profile import (
    CHAR,
    COUNTY,
    DATE,
    ELEMENT_CODE,
    FLOAT,
    IDENTIFIER,
    INT,
    NAME,
    SERIAL,
    FieldSpec,
    Profile,
)
from redline_plugin.core.text import msg
from redline_plugin.core.verify.findings import Findings
from redline_plugin.core.verify.layers import Layer, Row

_EARLIEST_YEAR = 1900


def feature_name(row: Row, profile: Profile) -> str:
    """Return how a feature is called in findings: its identifier, else its place in the file."""
    identifier = row.values.get(profile.role(IDENTIFIER).code)
    return f"{row.number} ({identifier})" if identifier else str(row.number)


def number(text: str | None) -> float | None:
    """Return the finite number that a text holds, else None."""
    if text is None:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def check_values(layer: Layer, profile: Profile, findings: Findings) -> None:
    """Check each value of the layer by the rules S05 to S08 and S12."""
    if not layer.rows:
        findings.add("RL-S01", msg("The layer is empty."), layer.file)
    for row in layer.rows:
        feature = feature_name(row, profile)
        for spec in profile.fields:
            if spec.code in row.values:
                _check_value(row.values[spec.code], spec, profile, (layer.file, feature), findings)
        name = row.values.get(profile.role(NAME).code)
        if name and profile.names.suffix not in name:
            findings.add(
                "RL-S12",
                msg("The name does not contain “{words}”.", words=profile.names.suffix),
                layer.file,
                feature,
                profile.role(NAME).code,
                name,
            )


def _check_value(
    value: str | None,
    spec: FieldSpec,
    profile: Profile,
    place: tuple[str, str],
    findings: Findings,
) -> None:
    where = (*place, spec.code)
    if value is None or not value.strip():
        if spec.mandatory:
            findings.add("RL-S05", msg("The value is required and empty."), *where)
        return
    if spec.type == DATE:
        if not _is_date(value):
            findings.add("RL-S07", msg("“{value}” is no date.", value=value), *where, value)
    elif spec.type in {INT, FLOAT}:
        _check_number(value, spec, where, findings)
    else:
        _check_text(value, spec, profile, where, findings)


def _check_text(
    value: str,
    spec: FieldSpec,
    profile: Profile,
    where: tuple[str, str, str],
    findings: Findings,
) -> None:
    if spec.type == CHAR and spec.length is not None and len(value) > spec.length:
        findings.add(
            "RL-S04",
            msg("The text is longer than {length} characters.", length=spec.length),
            *where,
            value,
        )
    if spec.pattern and re.fullmatch(spec.pattern, value, re.ASCII) is None:
        findings.add(
            "RL-S06",
            msg("“{value}” does not have the form of this column.", value=value),
            *where,
            value,
        )
    if spec.domain and value not in {each.code for each in profile.domains[spec.domain].values}:
        findings.add(
            "RL-S06",
            msg("“{value}” is not in the code list {list}.", value=value, list=spec.domain),
            *where,
            value,
        )


def _check_number(
    value: str, spec: FieldSpec, where: tuple[str, str, str], findings: Findings
) -> None:
    found = number(value)
    if found is None:
        findings.add("RL-S08", msg("“{value}” is no number.", value=value), *where, value)
    elif spec.above is not None and not found > spec.above:
        what = msg("{value} is not above {limit}.", value=value, limit=spec.above)
        findings.add("RL-S08", what, *where, value)
    elif spec.minimum is not None and found < spec.minimum:
        what = msg("{value} is below {limit}.", value=value, limit=spec.minimum)
        findings.add("RL-S08", what, *where, value)


def _is_date(value: str) -> bool:
    if re.fullmatch(r"[0-9]{8}", value, re.ASCII) is None:
        return False
    try:
        date = datetime.date(int(value[:4]), int(value[4:6]), int(value[6:]))
    except ValueError:
        return False
    return date.year >= _EARLIEST_YEAR


def check_codes(layer: Layer, profile: Profile, findings: Findings) -> None:
    """Check uniqueness and agreement of codes by the rules C01 to C05."""
    identifier, county = profile.role(IDENTIFIER).code, profile.role(COUNTY).code
    _check_unique(
        layer,
        profile,
        "RL-C01",
        identifier,
        [row.values.get(identifier) for row in layer.rows],
        findings,
    )
    _check_unique(
        layer,
        profile,
        "RL-C02",
        "+".join(profile.codes.block_parts),
        [_joined(row, profile.codes.block_parts, profile) for row in layer.rows],
        findings,
    )
    width, layer_width = profile.codes.bsm_parts[0], profile.codes.bsm_parts[1]
    layer_codes = set()
    for row in layer.rows:
        bsm, code = row.values.get(identifier), row.values.get(county)
        if not bsm or not code:
            continue
        layer_codes.add(bsm[width : width + layer_width])
        if bsm[:width] != code:
            findings.add(
                "RL-C03",
                msg(
                    "The identifier begins with {found}, the county code is {county}.",
                    found=bsm[:width],
                    county=code,
                ),
                layer.file,
                feature_name(row, profile),
                identifier,
                bsm,
            )
    element = profile.role(ELEMENT_CODE).code
    element_codes = {value for row in layer.rows if (value := row.values.get(element))}
    for field, codes in ((identifier, layer_codes), (element, element_codes)):
        if len(codes) > 1:
            findings.add(
                "RL-C05",
                msg("The layer has more than one code: {codes}.", codes=", ".join(sorted(codes))),
                layer.file,
                field=field,
            )
    _check_serials(layer, profile, findings)


def _joined(row: Row, parts: tuple[str, ...], profile: Profile) -> str | None:
    values = [row.values.get(part) for part in parts]
    if any(not value for value in values):
        return None
    return profile.codes.block_delimiter.join(str(value) for value in values)


def block_code_of(row: Row, profile: Profile) -> str:
    """Return the block code that a row's parts make, "" when one is missing."""
    return _joined(row, profile.codes.block_parts, profile) or ""


def _check_unique(
    layer: Layer,
    profile: Profile,
    rule: str,
    field: str,
    values: list[str | None],
    findings: Findings,
) -> None:
    first: dict[str, Row] = {}
    for row, value in zip(layer.rows, values):
        if not value:
            continue
        if value in first:
            findings.add(
                rule,
                msg(
                    "{value} is there already, at {other}.", value=value, other=first[value].number
                ),
                layer.file,
                feature_name(row, profile),
                field,
                value,
                msg("Number the blocks again by exporting the whole county."),
            )
        else:
            first[value] = row


def _check_serials(layer: Layer, profile: Profile, findings: Findings) -> None:
    groups: dict[tuple[str, ...], set[int]] = defaultdict(set)
    serial = profile.role(SERIAL).code
    for row in layer.rows:
        text = row.values.get(serial)
        if text and text.isascii() and text.isdigit():
            group = tuple(row.values.get(part) or "" for part in profile.codes.serial_within)
            groups[group].add(int(text))
    for group, found in sorted(groups.items()):
        missing = sorted(set(range(1, max(found) + 1)) - found)
        if missing:
            findings.add(
                "RL-C04",
                msg(
                    "Serials of {group} have gaps: {missing}.",
                    group=" ".join(group),
                    missing=_listed(missing),
                ),
                layer.file,
                field=serial,
            )


def _listed(numbers: list[int], most: int = 10) -> str:
    text = ", ".join(str(each) for each in numbers[:most])
    return f"{text} … ({len(numbers)})" if len(numbers) > most else text
