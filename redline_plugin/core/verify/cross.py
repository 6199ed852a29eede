"""Hold the files of a package against each other: formats, tables, manifest."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from decimal import Decimal, InvalidOperation

import shapely

from redline_plugin.core.standard.profile import COUNTY, FLOAT, IDENTIFIER, TYPE, Profile
from redline_plugin.core.text import msg
from redline_plugin.core.verify.crs import Frame
from redline_plugin.core.verify.findings import Findings
from redline_plugin.core.verify.layers import Layer, Row
from redline_plugin.core.verify.manifest import NAME, Manifest
from redline_plugin.core.verify.staging import Staged
from redline_plugin.core.verify.values import block_code_of, number

_METRES_PER_DEGREE = 111_320.0
_MOST_CSV_BYTES = 256 << 20
_TOTAL = "合计"
# Columns of the table of areas by place: county, its name, type, its name, blocks, area, share.
_AREA_COLUMNS = 7


def check_formats(
    one: Layer, other: Layer, frame: Frame | None, profile: Profile, findings: Findings
) -> None:
    """Check that two formats hold the same blocks, values and geometries (X01 to X03)."""
    key = profile.role(IDENTIFIER).code
    mine, theirs = _by_key(one, key), _by_key(other, key)
    if mine is None or theirs is None:
        # Without unique identifiers, features can only be told by their order.
        mine = {str(row.number): row for row in one.rows}
        theirs = {str(row.number): row for row in other.rows}
    for name in sorted(set(mine) ^ set(theirs)):
        inside, outside = (one, other) if name in mine else (other, one)
        findings.add(
            "RL-X01",
            msg("The block is in {inside} and not here.", inside=inside.file),
            outside.file,
            name,
        )
    for name in sorted(set(mine) & set(theirs)):
        _compare_values(mine[name], theirs[name], (one, other), name, profile, findings)
        _compare_shapes(mine[name], theirs[name], (one, other), name, frame, profile, findings)


def _by_key(layer: Layer, key: str) -> dict[str, Row] | None:
    rows = {row.values.get(key) or "": row for row in layer.rows}
    return None if "" in rows or len(rows) < len(layer.rows) else rows


def _compare_values(
    mine: Row,
    theirs: Row,
    layers: tuple[Layer, Layer],
    name: str,
    profile: Profile,
    findings: Findings,
) -> None:
    for spec in profile.fields:
        if spec.code not in mine.values or spec.code not in theirs.values:
            continue
        left, right = mine.values[spec.code], theirs.values[spec.code]
        if spec.type == FLOAT:
            a, b = number(left), number(right)
            step = 10.0 ** -(spec.decimals or 0)
            if a is not None and b is not None and abs(a - b) < step / 2.0:
                continue
        if (left or None) != (right or None):
            findings.add(
                "RL-X02",
                msg(
                    "The value is “{right}” here and “{left}” in {other}.",
                    left=left or "",
                    right=right or "",
                    other=layers[0].file,
                ),
                layers[1].file,
                name,
                spec.code,
                right or "",
            )


def _compare_shapes(
    mine: Row,
    theirs: Row,
    layers: tuple[Layer, Layer],
    name: str,
    frame: Frame | None,
    profile: Profile,
    findings: Findings,
) -> None:
    left, right = mine.geometry, theirs.geometry
    tolerance = profile.tolerance("coordinate")
    if frame is not None and frame.meridian is None:
        tolerance /= _METRES_PER_DEGREE
    if left is None or right is None:
        same = left is None and right is None
    elif shapely.equals_exact(shapely.normalize(left), shapely.normalize(right), tolerance):
        same = True
    else:
        same = (
            shapely.get_num_coordinates(left) == shapely.get_num_coordinates(right)
            and not left.is_empty
            and shapely.hausdorff_distance(left, right) <= tolerance
        )
    if not same:
        findings.add(
            "RL-X03",
            msg("The geometry is not the one of {other}.", other=layers[0].file),
            layers[1].file,
            name,
            remedy=msg("One of the files was changed; export again."),
        )


def check_manifest_totals(
    layer: Layer, manifest: Manifest, profile: Profile, findings: Findings
) -> None:
    """Check count and total area in the manifest (X06)."""
    if manifest.blocks is not None and manifest.blocks != len(layer.rows):
        findings.add(
            "RL-X06",
            msg(
                "The manifest counts {said} blocks, the layer has {found}.",
                said=manifest.blocks,
                found=len(layer.rows),
            ),
            NAME,
            value=manifest.blocks,
        )
    total = _sum(layer.rows, profile)
    said = _decimal(manifest.area)
    if (
        said is None
        or manifest.area_unit != profile.area_field.unit
        or _differ(said, total, profile)
    ):
        findings.add(
            "RL-X06",
            msg(
                "The manifest says {said} {said_unit}, the blocks have {found} {unit}.",
                said=manifest.area,
                said_unit=manifest.area_unit,
                found=total,
                unit=profile.area_field.unit,
            ),
            NAME,
            value=manifest.area,
        )


def check_area_table(package: Staged, layer: Layer, profile: Profile, findings: Findings) -> None:
    """Check the table of areas by county and type against the blocks (X05)."""
    name = profile.files.areas
    rows = _read_csv(package, name, "RL-X05", findings)
    if rows is None:
        return
    county, kind = profile.role(COUNTY).code, profile.role(TYPE).code
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in layer.rows:
        groups[(row.values.get(county) or "", row.values.get(kind) or "")].append(row)
    groups[(_TOTAL, "")] = layer.rows
    told: Counter[tuple[str, str]] = Counter()
    for cells in rows[1:]:
        if len(cells) != _AREA_COLUMNS:
            findings.add("RL-X05", msg("A line does not have seven cells."), name, value=cells)
            continue
        key = (_plain(cells[0]), _plain(cells[2]))
        told[key] += 1
        members = groups.get(key, [])
        area = _decimal(cells[5])
        if (
            cells[4] != str(len(members))
            or area is None
            or _differ(area, _sum(members, profile), profile)
        ):
            findings.add(
                "RL-X05",
                msg(
                    "The table says {blocks} blocks and {area}, the layer has {count} and {sum}.",
                    blocks=cells[4],
                    area=cells[5],
                    count=len(members),
                    sum=_sum(members, profile),
                ),
                name,
                " ".join(key).strip(),
                value=cells[5],
            )
    for key in groups:
        if told[key] != 1:
            findings.add(
                "RL-X05",
                msg("The table has {count} lines for this.", count=told[key]),
                name,
                " ".join(key).strip(),
            )


def check_register(package: Staged, layer: Layer, profile: Profile, findings: Findings) -> None:
    """Check the registration form: one line per block, its values those of the block (X07)."""
    name = profile.files.register
    rows = _read_csv(package, name, "RL-X07", findings)
    if rows is None:
        return
    headings = [column.heading for column in profile.register]
    if not rows or rows[0] != headings:
        findings.add("RL-X07", msg("The headings are not those of the profile."), name)
        return
    codes = [column.value for column in profile.register]
    if "block_code" not in codes:
        return
    place = codes.index("block_code")
    forms: dict[str, list[list[str]]] = defaultdict(list)
    for cells in rows[1:]:
        if len(cells) == len(headings):
            forms[_plain(cells[place])].append(cells)
        else:
            findings.add("RL-X07", msg("A line does not fit the headings."), name, value=cells)
    blocks = {block_code_of(row, profile): row for row in layer.rows}
    for code in sorted(set(forms) | set(blocks)):
        if len(forms.get(code, [])) != 1 or code not in blocks:
            findings.add(
                "RL-X07",
                msg("The form has {count} lines for this block.", count=len(forms.get(code, [])))
                if code in blocks
                else msg("The layer has no such block."),
                name,
                code,
            )
        else:
            _compare_form(forms[code][0], blocks[code], codes, (name, code), profile, findings)


def _compare_form(
    cells: list[str],
    row: Row,
    codes: list[str],
    place: tuple[str, str],
    profile: Profile,
    findings: Findings,
) -> None:
    floats = {spec.code for spec in profile.fields if spec.type == FLOAT}
    for code, cell in zip(codes, cells):
        if code not in row.values:
            continue
        value = row.values[code] or ""
        same = number(cell) == number(value) if code in floats else _plain(cell) == value
        if not same:
            findings.add(
                "RL-X07",
                msg("The form says “{cell}”, the layer “{value}”.", cell=cell, value=value),
                *place,
                code,
                cell,
            )


def _read_csv(package: Staged, name: str, rule: str, findings: Findings) -> list[list[str]] | None:
    entry = package.files.get(name)
    if entry is None:
        return None
    try:
        if entry.size > _MOST_CSV_BYTES:
            raise ValueError("too large")
        text = entry.path.read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (ValueError, csv.Error) as error:
        findings.add(rule, msg("The table cannot be read ({reason}).", reason=error), name)
        return None


def _plain(cell: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet from computing a text."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@\t\r") else cell


def _decimal(text: str | None) -> Decimal | None:
    try:
        value = None if text is None else Decimal(text)
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None


def _sum(rows: list[Row], profile: Profile) -> Decimal:
    places = Decimal(1).scaleb(-(profile.area_field.decimals or 0))
    values = (_decimal(row.values.get(profile.area_field.code)) for row in rows)
    return sum((value.quantize(places) for value in values if value is not None), Decimal(0))


def _differ(one: Decimal, other: Decimal, profile: Profile) -> bool:
    return abs(one - other) > Decimal(repr(profile.tolerance("area_sum"))) / 2
