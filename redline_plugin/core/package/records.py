"""Fill the columns of the layer: one record per block, in the order of the package."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shapely.geometry import Polygon

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.package.blocks import Block
from redline_plugin.core.package.geometry import Placed
from redline_plugin.core.package.options import SHAPEFILE, ExportOptions
from redline_plugin.core.package.position import position_text
from redline_plugin.core.standard.codes import (
    block_code,
    feature_identifier,
    north_west_order,
    padded,
    serials,
)
from redline_plugin.core.standard.profile import (
    AREA,
    CHAR,
    COUNTY,
    DATE,
    ELEMENT_CODE,
    ESTABLISHED,
    FLOAT,
    IDENTIFIER,
    INT,
    NAME,
    POSITION,
    REMARKS,
    SERIAL,
    SERVICES,
    SQUARE_METRES,
    TYPE,
    VARCHAR,
    FieldSpec,
    Profile,
)
from redline_plugin.core.standard.reasons import BY_ID
from redline_plugin.core.text import Message, msg

_COUNTY = re.compile(r"[1-9][0-9]{5}", re.ASCII)


@dataclass(frozen=True)
class Record:
    """One row of the package: values by column code, polygon, area in m2 before rounding."""

    block: int
    polygon: Polygon
    values: Mapping[str, object]
    code: str
    county_name: str
    type_name: str
    square_metres: float


def build_records(
    blocks: Sequence[Block],
    placed: Placed,
    profile: Profile,
    options: ExportOptions,
    warnings: list[Message],
) -> list[Record]:
    """Return the records from the north-west on, checked against the profile.

    Raises:
        InputError: values that the profile does not allow; all problems at once.
    """
    counties = [_county(block, options) for block in blocks]
    types = [_type_code(block, profile, warnings) for block in blocks]
    problems = [
        Problem(
            msg("The block has no county code of six digits."),
            f"block {block.block}",
            msg("Give blocks a county, or name one for those that have none."),
        )
        for block, (code, _name) in zip(blocks, counties)
        if not _COUNTY.fullmatch(code)
    ]
    if problems:
        raise InputError(problems)
    order = north_west_order([polygon.bounds for polygon in placed.polygons])
    groups = [(county, kind) for (county, _name), kind in zip(counties, types)]
    serial_of = serials(groups, order)
    number_of = serials([county for county, _name in counties], order)
    areas = polygon_areas(placed.polygons, placed.crs.text)
    records = []
    for index in order:
        county, county_name = counties[index]
        values = _values(
            blocks[index],
            placed.polygons[index],
            float(areas[index]),
            (county, county_name, types[index]),
            (serial_of[index], number_of[index]),
            (profile, options, placed.crs.text),
        )
        kind = profile.types.title_of(types[index])
        records.append(
            Record(
                block=blocks[index].block,
                polygon=placed.polygons[index],
                values=values,
                code=block_code(profile.codes, values),
                county_name=county_name,
                type_name=kind.zh if kind else "",
                square_metres=float(areas[index]),
            )
        )
    problems = [problem for record in records for problem in _problems(record, profile, options)]
    if problems:
        raise InputError(problems)
    return records


def _county(block: Block, options: ExportOptions) -> tuple[str, str]:
    if block.county:
        return block.county, block.county_name
    return options.default_county


def _type_code(block: Block, profile: Profile, warnings: list[Message]) -> str:
    reason = block.reason_for_type()
    if reason:
        return BY_ID[reason].type_code
    warnings.append(
        msg(
            "Block {block} is in for no function or sensitivity of its own (protected area only);"
            " the code list has none for that, it got type {code}.",
            block=block.block,
            code=profile.names.without_code,
        )
    )
    return profile.names.without_code


def _values(
    block: Block,
    polygon: Polygon,
    square_metres: float,
    place: tuple[str, str, str],
    numbers: tuple[int, int],
    context: tuple[Profile, ExportOptions, str],
) -> dict[str, object]:
    profile, options, crs = context
    county, county_name, type_code = place
    serial, number = numbers
    codes, area = profile.codes, profile.area_field
    where = f"block {block.block}"
    by_role: dict[str, object] = {
        IDENTIFIER: feature_identifier(codes, county, options.layer_code, number),
        ELEMENT_CODE: options.ysdm,
        COUNTY: county,
        TYPE: type_code,
        SERIAL: padded(serial, codes.serial_digits, where),
        NAME: _name(block, county, county_name, profile, options),
        SERVICES: _functions(block, profile),
        POSITION: position_text(polygon, crs, county_name, profile.text_bytes, _encoding(options)),
        AREA: round(square_metres / SQUARE_METRES[area.unit], area.decimals),
        ESTABLISHED: options.established_date,
        REMARKS: None if block.reason_for_type() else profile.names.without_code_remark,
    }
    return {
        spec.code: by_role.get(spec.role, block.fields.get(spec.code)) for spec in profile.fields
    }


def _encoding(options: ExportOptions) -> str:
    return options.shapefile_encoding if SHAPEFILE in options.formats else "UTF-8"


def _name(
    block: Block, county: str, county_name: str, profile: Profile, options: ExportOptions
) -> str:
    """Return natural unit + dominant function + suffix.

    A block that is in for a protected area alone has that area's name in place of a function.
    """
    unit = options.natural_units.get(county) or county_name
    reason = block.reason_for_type()
    if reason:
        function = profile.names.reasons[reason]
    elif block.protected:
        function = block.protected[0]
        unit = "" if function.startswith(unit) else unit
    else:
        function = ""
    return f"{unit}{function}{profile.names.suffix}"


def _functions(block: Block, profile: Profile) -> str | None:
    names = [
        profile.names.reasons[reason]
        for reason in (*block.functions, *block.sensitivities)
        if reason in profile.names.reasons
    ]
    text = "、".join(names)
    protected = "、".join(block.protected)
    full = "；".join(part for part in (text, protected) if part)
    if len(full.encode("utf-8")) <= profile.text_bytes:
        return full or None
    # Names of protected areas may be many: the shorter text counts them and says so.
    return "；".join(part for part in (text, f"保护地{len(block.protected)}处") if part)


def _problems(record: Record, profile: Profile, options: ExportOptions) -> list[Problem]:
    """Return what the profile does not allow in a record."""
    where = f"block {record.block}"
    found = []
    for spec in profile.fields:
        what = _wrong_with(record.values[spec.code], spec, profile, options)
        if what is not None:
            found.append(Problem(what, f"{where}, {spec.code} {spec.alias}"))
    return found


def _wrong_with(
    value: object, spec: FieldSpec, profile: Profile, options: ExportOptions
) -> Message | None:
    if value is None or value == "":
        return msg("This must be filled.") if spec.mandatory else None
    if spec.type in {CHAR, VARCHAR}:
        return _wrong_text(value, spec, profile, options)
    if spec.type == DATE:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return msg("{value} is no number.", value=repr(value))
    if spec.type == INT and value != int(value):
        return msg("{value} is no whole number.", value=value)
    if spec.above is not None and not value > spec.above:
        return msg("{value} is not above {limit}.", value=value, limit=spec.above)
    if spec.minimum is not None and value < spec.minimum:
        return msg("{value} is below {limit}.", value=value, limit=spec.minimum)
    width = len(f"{value:.{spec.decimals}f}") if spec.type == FLOAT else len(str(int(value)))
    if spec.length is not None and width > spec.length:
        return msg("{value} is longer than {length} characters.", value=value, length=spec.length)
    return None


def _wrong_text(
    value: object, spec: FieldSpec, profile: Profile, options: ExportOptions
) -> Message | None:
    if not isinstance(value, str):
        return msg("{value} is no text.", value=repr(value))
    encoding = _encoding(options)
    limit = spec.length or profile.text_bytes
    try:
        size = len(value.encode(encoding))
    except UnicodeEncodeError:
        return msg("“{value}” cannot be written in {encoding}.", value=value, encoding=encoding)
    if SHAPEFILE in options.formats and size > limit:
        return msg(
            "“{value}” takes {size} bytes in {encoding}, a shapefile's column holds {limit}.",
            value=value,
            size=size,
            encoding=encoding,
            limit=limit,
        )
    if spec.length is not None and len(value) > spec.length:
        return msg("“{value}” is longer than {length} characters.", value=value, length=spec.length)
    if not spec.matches(value):
        return msg("“{value}” does not have the form of this column.", value=value)
    if spec.domain and profile.domains[spec.domain].title_of(value) is None:
        return msg("“{value}” is not in the code list {list}.", value=value, list=spec.domain)
    return None
