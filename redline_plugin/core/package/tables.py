"""The tables of a package: registration form and areas by county and type, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from redline_plugin.core.package.records import Record
from redline_plugin.core.standard.profile import COUNTY, TYPE, Profile

AREA_HEADINGS = ("县级行政区划代码", "县级行政区", "类型代码", "类型", "斑块数", "面积", "占比(%)")
TOTAL = "合计"
# A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class AreaRow:
    """Blocks of one county and type: how many, area in the profile's unit, share in percent."""

    county: str
    county_name: str
    type_code: str
    type_name: str
    blocks: int
    area: Decimal
    share: Decimal


def area_rows(records: Sequence[Record], profile: Profile) -> list[AreaRow]:
    """Return rows by county and type. Areas are sums of the stored, rounded ones: they add up."""
    by_county, by_type = profile.role(COUNTY).code, profile.role(TYPE).code
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        key = (str(record.values[by_county]), str(record.values[by_type]))
        groups.setdefault(key, []).append(record)
    total = total_area(records, profile)
    rows = []
    for (county, type_code), members in sorted(groups.items()):
        area = total_area(members, profile)
        share = (area * 100 / total).quantize(Decimal("0.01"), ROUND_HALF_UP)
        rows.append(
            AreaRow(
                county,
                members[0].county_name,
                type_code,
                members[0].type_name,
                len(members),
                area,
                share,
            )
        )
    return rows


def total_area(records: Sequence[Record], profile: Profile) -> Decimal:
    """Return the exact sum of the stored areas, in the profile's unit."""
    places = Decimal(1).scaleb(-(profile.area_field.decimals or 0))
    code = profile.area_field.code
    areas = (Decimal(repr(record.values[code])) for record in records)
    return sum(areas, Decimal(0)).quantize(places)


def areas_csv(rows: Sequence[AreaRow], profile: Profile) -> bytes:
    """Return areas.csv: a row per county and type, and the total."""
    heading = [
        f"{text}({profile.area_field.unit})" if text == "面积" else text for text in AREA_HEADINGS
    ]
    lines: list[list[object]] = [
        [
            row.county,
            row.county_name,
            row.type_code,
            row.type_name,
            row.blocks,
            row.area,
            row.share,
        ]
        for row in rows
    ]
    blocks = sum(row.blocks for row in rows)
    area = sum((row.area for row in rows), Decimal(0))
    lines.append([TOTAL, "", "", "", blocks, area, Decimal("100.00")])
    return _csv([heading, *lines])


def register_csv(records: Sequence[Record], profile: Profile) -> bytes:
    """Return the registration form: a row per block, headings as the profile says."""
    heading = [column.heading for column in profile.register]
    lines = []
    for record in records:
        special = {
            "county_name": record.county_name,
            "block_code": record.code,
            "type_name": record.type_name,
        }
        lines.append([_cell(special, record, column.value, profile) for column in profile.register])
    return _csv([heading, *lines])


def _cell(special: dict[str, str], record: Record, name: str, profile: Profile) -> object:
    if name in special:
        return special[name]
    value = record.values[name]
    spec = profile.field(name)
    if isinstance(value, float) and spec.decimals is not None:
        return f"{value:.{spec.decimals}f}"
    return value


def safe_cell(value: object) -> str:
    """Return the text of a cell; texts that a spreadsheet would compute get an apostrophe."""
    if value is None:
        return ""
    text = str(value)
    if isinstance(value, str) and text.startswith(_FORMULA):
        return "'" + text
    return text


def _csv(rows: Sequence[Sequence[object]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
    # With a byte order mark, spreadsheets know it for UTF-8.
    return stream.getvalue().encode("utf-8-sig")
