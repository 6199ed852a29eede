"""The account of a delineation: from extreme pixels to the final area, row by row, adding up."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.delineate.because import MANUAL_ID
from redline_plugin.core.delineate.compose import LeftOut
from redline_plugin.core.delineate.inputs import EXTREME, Options
from redline_plugin.core.delineate.leavingout import LeftOutLand
from redline_plugin.core.delineate.patches import RasterAccount
from redline_plugin.core.standard.exceptionrules import KINDS
from redline_plugin.core.standard.reasons import BY_ID
from redline_plugin.core.text import N_, Message, Translate, msg, title, untranslated


@dataclass(frozen=True)
class AccountRow:
    """One row.

    Attributes:
        id: stable, for a CSV file.
        title: for people.
        area_m2: never negative but for the rounding row.
        count: of patches, holes or gaps; None where nothing is counted.
        sign: +1 or -1 where the row is a step from the union of extreme pixels to the final area;
            0 where it only informs. The signed rows add up to the row "final".
    """

    id: str
    title: Message
    area_m2: float
    count: int | None = None
    sign: int = 0


@dataclass(frozen=True)
class VectorAccount:
    """Areas of polygons on the ellipsoid, m2."""

    raster_polygons: float
    protected: float
    with_protected: float
    gaps: int
    filled: float
    left_out: LeftOut
    final: float
    by_zone: Mapping[str, float]
    not_entering: tuple[int, float] | None = None
    exceptions: LeftOutLand | None = None
    disputed: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Account:
    """All rows in order, before and after."""

    rows: tuple[AccountRow, ...]

    def __getitem__(self, row_id: str) -> AccountRow:
        """Return the row of that id; KeyError without one."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)

    @property
    def final_m2(self) -> float:
        """The area of the red line."""
        return self["final"].area_m2

    def table(self, translate: Translate = untranslated) -> list[tuple[str, str, str, str, str]]:
        """Return id, title, sign, count and m2 of each row as text."""
        marks = {1: "+", -1: "-", 0: ""}
        return [
            (
                row.id,
                row.title.render(translate),
                marks[row.sign],
                "" if row.count is None else str(row.count),
                f"{row.area_m2:.2f}",
            )
            for row in self.rows
        ]


def account_csv(account: Account, path: Path, translate: Translate = untranslated) -> None:
    """Write the account as CSV: UTF-8 with a mark, so that spreadsheets read Chinese.

    Raises:
        OutputError: the file cannot be written; nothing is left under its name.
    """
    head = [N_("id"), N_("item"), N_("sign"), N_("count"), N_("area (m2)")]
    with atomic_folder_of(path) as folder:
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow([translate(column) for column in head])
        writer.writerows(account.table(translate))
        (folder / path.name).write_bytes(text.getvalue().encode("utf-8-sig"))


def account_of(
    raster: RasterAccount,
    vector: VectorAccount,
    reasons: Iterable[str],
    final_by_reason: Mapping[str, float],
    options: Options,
) -> Account:
    """Put the account together; ``reasons`` are those that a raster was given for."""
    given = list(reasons)
    pixels = (
        raster.union
        - raster.narrow
        + raster.bridged
        - raster.dropped.area_m2
        + raster.filled.area_m2
        + raster.filled_no_data.area_m2
    )
    rows = [
        AccountRow(
            f"extreme:{reason}",
            _entering(reason, options),
            raster.extreme.get(reason, 0.0),
        )
        for reason in given
    ]
    rows += [
        AccountRow("union", msg("Extreme by any of them"), raster.union, sign=1),
        *_shaped_rows(raster, options),
        AccountRow(
            "dropped",
            msg("Patches under the minimum, left out"),
            raster.dropped.area_m2,
            raster.dropped.count,
            -1,
        ),
        AccountRow(
            "spared",
            msg("Patches under the minimum, kept because they touch a protected area"),
            raster.spared.area_m2,
            raster.spared.count,
        ),
        AccountRow(
            "filled",
            msg("Holes under the minimum, filled"),
            raster.filled.area_m2,
            raster.filled.count,
            1,
        ),
        AccountRow(
            "filled_nodata",
            msg("Holes under the minimum with land without data, filled"),
            raster.filled_no_data.area_m2,
            raster.filled_no_data.count,
            1,
        ),
        AccountRow(
            "outline",
            msg("Difference between the areas of pixels and of the polygons around them"),
            vector.raster_polygons - pixels,
            sign=1,
        ),
        AccountRow("protected", msg("Protected areas"), vector.protected),
    ]
    rows += [
        AccountRow(f"zone:{zone}", msg("Protected areas, zone {zone}", zone=zone), area)
        for zone, area in sorted(vector.by_zone.items())
    ]
    if vector.not_entering is not None:
        count, area = vector.not_entering
        title_ = msg("Protected areas that do not enter by the rules")
        rows.append(AccountRow("protected_out", title_, area, count))
    rows += [
        AccountRow(
            "protected_added",
            msg("Protected land that was not in by its classes"),
            vector.with_protected - vector.raster_polygons,
            sign=1,
        ),
        AccountRow(
            "gaps",
            msg("Gaps under the minimum beside protected areas, filled"),
            vector.filled - vector.with_protected,
            vector.gaps,
            1,
        ),
        *_exception_rows(vector.exceptions),
        AccountRow(
            "outside_counties",
            msg("Land outside all counties, left out"),
            vector.left_out.outside_m2,
            vector.left_out.outside,
            -1,
        ),
        AccountRow(
            "cut_off",
            msg("Small pieces that county borders cut off, left out"),
            vector.left_out.cut_off_m2,
            vector.left_out.cut_off,
            -1,
        ),
        AccountRow("final", msg("The red line"), vector.final),
    ]
    rows += [
        AccountRow(
            f"final:{reason}",
            msg("In the red line: {reason}", reason=reason_title(reason)),
            area,
        )
        for reason, area in final_by_reason.items()
    ]
    rows += [
        AccountRow(
            f"disputed:{kind}", msg("In the red line: {reason}", reason=title(KINDS[kind])), area
        )
        for kind, area in vector.disputed.items()
    ]
    return Account(tuple(rows))


def reason_title(reason: str) -> Message:
    """Return the title of a reason, that of land added by decision among them."""
    return msg("Added by decision") if reason == MANUAL_ID else title(BY_ID[reason].title)


def _entering(reason: str, options: Options) -> Message:
    classes = options.classes_of(reason)
    if classes == (EXTREME,):
        return msg("Extreme by {reason}", reason=title(BY_ID[reason].title))
    return msg(
        "Classes {classes} of {reason}",
        classes=", ".join(map(str, classes)) or "-",
        reason=title(BY_ID[reason].title),
    )


def _shaped_rows(raster: RasterAccount, options: Options) -> list[AccountRow]:
    rows = []
    if options.corridor_m > 0.0:
        what = msg("Parts narrower than corridors must be, left out")
        rows.append(AccountRow("narrow", what, raster.narrow, sign=-1))
    if options.bridge_m > 0.0:
        what = msg("Bridges between near patches")
        rows.append(AccountRow("bridged", what, raster.bridged, sign=1))
    return rows


def _exception_rows(left: LeftOutLand | None) -> list[AccountRow]:
    if left is None:
        return []
    rows = [
        AccountRow(
            f"exception:{kind}",
            msg("{kind}, left out by the policy", kind=title(KINDS[kind])),
            area,
            count,
            -1,
        )
        for kind, (count, area) in left.by_kind.items()
    ]
    what = msg("Small pieces that leaving it out cut off")
    return [*rows, AccountRow("exception_remains", what, left.remains_m2, left.remains, -1)]
