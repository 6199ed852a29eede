"""The rows of the table of areas: what their indices stand for, and the table as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import N_, msg
from redline_plugin.core.text import title as titled
from redline_plugin.i18n import tr

if TYPE_CHECKING:
    from redline_plugin.core.survey.areas import AreaRow, AreaTable, Cut
    from redline_plugin.processing.planarlayers import PlanarLayer

UNIT_TITLES = {
    "m2": N_("Area [m2]"),
    "ha": N_("Area [ha]"),
    "km2": N_("Area [km2]"),
    "mu": N_("Area [mu]"),
}


@dataclass(frozen=True)
class Names:
    """What indices stand for, in the order of codes: code and name of blocks and counties, kinds."""

    blocks: Sequence[tuple[str, str]]
    counties: Sequence[tuple[str, str]]
    kinds: Sequence[str]

    def of(self, row: AreaRow) -> tuple[str, str, str, str, str]:
        """Return county code and name, block code and name, and kind of a row; "" where it has none."""
        county = self.counties[row.county] if row.county >= 0 else ("", "")
        block = self.blocks[row.block] if row.block >= 0 else ("", "")
        return (*county, *block, self.kinds[row.kind] if row.kind >= 0 else "")


@dataclass(frozen=True)
class Labels:
    """What each polygon belongs to.

    Attributes:
        names: what the indices stand for.
        block: (p,) of each polygon of the blocks.
        county: of each polygon of the counties; without them, of each polygon of the blocks.
        kind: of each polygon of the parcels.
    """

    names: Names
    block: Any
    county: Any
    kind: Any


def labels_of(
    blocks: PlanarLayer,
    counties: PlanarLayer | None,
    parcels: PlanarLayer | None,
    texts: Mapping[str, list[str]],
) -> Labels:
    """Number blocks, counties and kinds of land in the order of their codes.

    Args:
        blocks, counties, parcels: the layers that there are.
        texts: of BLOCK_FIELD, NAME_FIELD, COUNTY_FIELD and, if there are such layers, CODE_FIELD,
            COUNTY_NAME_FIELD and KIND_FIELD: one for each feature.
    """
    codes = [code or row.fid for code, row in zip(texts["BLOCK_FIELD"], blocks.rows)]
    known_blocks, block = _numbered([(code,) for code in codes])
    of_blocks = blocks.planar.owners
    if counties is None:
        known, county = _numbered([(code, "") for code in texts["COUNTY_FIELD"]])
        county = county[of_blocks]
    else:
        keys = zip(texts["CODE_FIELD"], texts["COUNTY_NAME_FIELD"], counties.rows)
        known, county = _numbered([(code or row.fid, name) for code, name, row in keys])
        county = county[counties.planar.owners]
    kinds, kind = _numbered([(code,) for code in texts.get("KIND_FIELD", [])])
    if parcels is not None:
        kind = kind[parcels.planar.owners]
    titles = dict(zip(codes, texts["NAME_FIELD"]))
    names = Names(
        [(code, titles[code]) for (code,) in known_blocks], known, [code for (code,) in kinds]
    )
    return Labels(names, block[of_blocks], county, kind)


def _numbered(keys: Sequence[tuple[str, ...]]) -> tuple[list[Any], Any]:
    """Return the different keys in order, and the number of each key; -1 of one without a code."""
    import numpy as np

    known = sorted({key for key in keys if key[0]})
    at = {key: number for number, key in enumerate(known)}
    return known, np.array([at.get(key, -1) for key in keys], dtype=np.int64)


def tell(
    parts: Cut, table: AreaTable, decimals: dict[str, int], formula: str, feedback: Feedback
) -> None:
    """Tell the formula, the whole, what was moved by rounding, and land that is counted twice."""
    from redline_plugin.core.survey.areas import FORMULA_TITLES

    if parts.overlap_m2 >= 0.01:
        feedback.warn(
            msg(
                "Some land is counted more than once, {area} m2 in all: blocks, counties or "
                "parcels overlap one another.",
                area=f"{parts.overlap_m2:.2f}",
            )
        )
    whole = table.rows[0]
    feedback.info(
        msg(
            "Formula: {formula}. The whole has {area} m2, its outline {length} m.",
            formula=titled(FORMULA_TITLES[formula]),
            area=f"{whole.areas['m2']:.{decimals['m2']}f}",
            length=f"{whole.perimeter_m:.2f}",
        )
    )
    for unit, rounded in table.moved.items():
        feedback.info(
            msg(
                "{unit}: {count} of {parts} parts were moved by {most}, so that they add up to "
                "{whole}.",
                unit=titled(UNIT_TITLES[unit]),
                count=rounded.count,
                parts=len(rounded.values),
                most=f"{rounded.most:.{decimals[unit]}f}",
                whole=f"{rounded.whole:.{decimals[unit]}f}",
            )
        )


def table_csv(table: AreaTable, names: Names, decimals: dict[str, int], formula: str) -> bytes:
    """Return the table: a row for the whole, each county, block and part; UTF-8 with its mark."""
    from redline_plugin.core.package.tables import safe_cell
    from redline_plugin.core.survey.areas import LEVEL_TITLES

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(
        [
            *(tr("Level"), tr("County code"), tr("County"), tr("Block code"), tr("Block")),
            tr("Kind of land"),
            *(tr(title) for title in UNIT_TITLES.values()),
            *(tr("Length of the outline [m]"), tr("Formula"), tr("Moved by rounding")),
        ]
    )
    for row in table.rows:
        writer.writerow(
            [
                tr(LEVEL_TITLES[row.level]),
                *(safe_cell(name) for name in names.of(row)),
                *(f"{row.areas[unit]:.{decimals[unit]}f}" for unit in UNIT_TITLES),
                f"{row.perimeter_m:.2f}",
                formula,
                moved_text(row, decimals),
            ]
        )
    return text.getvalue().encode("utf-8-sig")


def moved_text(row: AreaRow, decimals: dict[str, int]) -> str:
    """Return by how much a row was moved, as text: nobody shall take it for a formula of a sheet."""
    moved = [(unit, value) for unit, value in row.moved.items() if value]
    return ", ".join(f"{unit} {value:+.{decimals[unit]}f}" for unit, value in moved)
