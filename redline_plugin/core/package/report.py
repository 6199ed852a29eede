"""The report of a package: one HTML file, Chinese and English side by side, no network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from redline_plugin.core.package.geometry import TargetCrs
from redline_plugin.core.package.options import ExportOptions
from redline_plugin.core.package.records import Record
from redline_plugin.core.package.tables import AreaRow, total_area
from redline_plugin.core.standard.profile import (
    CERTAINTY_TITLES,
    ELEMENT_CODE,
    ESTABLISHED,
    IDENTIFIER,
    NAME,
    POSITION,
    Profile,
)
from redline_plugin.core.text import Message
from redline_plugin.core.version import version

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"
TEMPLATE = "package_report.html"
_CERTAINTY_ZH = {"seen": "见于来源", "memory": "凭记忆", "inference": "推断", "choice": "自定"}
_IMAGES = {".png", ".jpg", ".jpeg", ".svg"}


def report_html(
    name: str,
    records: Sequence[Record],
    rows: Sequence[AreaRow],
    profile: Profile,
    crs: TargetCrs,
    options: ExportOptions,
    warnings: Sequence[Message],
) -> bytes:
    """Return the report as UTF-8 bytes; the same input gives the same bytes."""
    environment = Environment(
        loader=FileSystemLoader(str(TEMPLATES)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    text = environment.get_template(TEMPLATE).render(
        name=name,
        version=version(),
        date=f"{options.stamp_date:%Y-%m-%d}",
        profile=profile,
        crs=crs,
        rows=rows,
        total=total_area(records, profile),
        unit=profile.area_field.unit,
        blocks=[_block(record, profile) for record in records],
        block_count=len(records),
        choices=_choices(profile, options),
        origins=[
            (what, value, origin, _CERTAINTY_ZH[origin.certainty])
            for what, value, origin in profile.origins()
        ],
        certainty={key: options.translate(text) for key, text in CERTAINTY_TITLES.items()},
        warnings=[warning.render(options.translate) for warning in warnings],
        images=[each for each in sorted(options.extra_files) if _is_image(each)],
        provenance=_provenance(options),
    )
    return (text.rstrip("\n") + "\n").encode("utf-8")


def _block(record: Record, profile: Profile) -> dict[str, object]:
    position = profile.find(POSITION)
    return {
        "code": record.code,
        "name": record.values[profile.role(NAME).code],
        "type": record.type_name,
        "county": record.county_name,
        "area": f"{record.values[profile.area_field.code]:.{profile.area_field.decimals}f}",
        "position": record.values[position.code] if position else "",
        "source": record.block,
    }


def _choices(profile: Profile, options: ExportOptions) -> list[tuple[str, str, str, str]]:
    """Return (Chinese, English, value, remark) of the values that the user answers for."""
    element = profile.role(ELEMENT_CODE)
    established = profile.find(ESTABLISHED)
    identifier = profile.role(IDENTIFIER)
    derived = "" if options.bsm_layer_code else "取自要素代码末四位 last four of the element code"
    rows = [
        (f"{element.code} {element.alias}", element.title, options.ysdm, ""),
        (
            f"{identifier.code} 要素层代码",
            "Element-layer code in the identifier",
            options.layer_code,
            derived,
        ),
        ("格式", "Formats", ", ".join(options.formats), ""),
        ("Shapefile 编码", "Shapefile encoding", options.shapefile_encoding, ""),
        ("投影带", "Belt", options.belt, ""),
    ]
    if established is not None:
        spec = (f"{established.code} {established.alias}", established.title)
        rows.insert(1, (*spec, f"{options.established_date:%Y-%m-%d}", ""))
    rows += [
        (f"{county} 自然地理单元", "Natural unit", unit, "")
        for county, unit in sorted(options.natural_units.items())
    ]
    return rows


def _provenance(options: ExportOptions) -> str:
    if not options.provenance:
        return ""
    return json.dumps(options.provenance, ensure_ascii=False, indent=2, sort_keys=True, default=str)


def _is_image(name: str) -> bool:
    return Path(name).suffix.lower() in _IMAGES
