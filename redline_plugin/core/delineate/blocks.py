"""A block of the red line: one polygon, and why it is in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from shapely.geometry import Polygon

NAME_SEPARATOR = ";"


@dataclass(frozen=True)
class Block:
    """One connected polygon of the red line, in the CRS of the grid it was delineated on.

    Attributes:
        geometry: a valid polygon.
        block: 1 to n from the north-west, see :func:`number_from_north_west`.
        patch: 1 to n; blocks of one patch were one before counties split it, or (with connectivity
            8) touch at a corner, where a valid polygon cannot hold both.
        county: six-digit code, "" outside all counties or when none are given.
        county_name: its name, "".
        functions: ids of the functions that are extremely important in it, in the policy's order.
        sensitivities: ids of the sensitivities that are extreme in it, in the policy's order.
        protected: names of the protected areas in it, sorted.
        main_reason: the function or sensitivity with the largest area; "protectedarea" if none.
        area_m2: on the ellipsoid.
        reasons: reason id to m2 in it. Reasons overlap, so they do not add up to the area; those
            of rasters are counted by pixel centres where a county border cuts pixels.
        kinds, levels, zones: of the protected areas in it, as their layer tells them, sorted.
        manual: names of the land in it that was added by decision, sorted.
        disputed: kind of disputed land to m2 in it.
        flags: the kinds of disputed land in it that are to be looked at.
        name, code, patch_code: 红线命名, 红线编码 and 图斑编码; "" when none are given.
    """

    geometry: Polygon
    block: int
    patch: int
    county: str
    county_name: str
    functions: tuple[str, ...]
    sensitivities: tuple[str, ...]
    protected: tuple[str, ...]
    main_reason: str
    area_m2: float
    reasons: Mapping[str, float]
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    manual: tuple[str, ...] = ()
    disputed: Mapping[str, float] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    name: str = ""
    code: str = ""
    patch_code: str = ""

    def attributes(self) -> dict[str, object]:
        """Return the fields of a layer's feature; lists and the account of areas as text."""
        return {
            "block": self.block,
            "patch": self.patch,
            "county": self.county,
            "county_name": self.county_name,
            "functions": ",".join(self.functions),
            "sensitivities": ",".join(self.sensitivities),
            "protected": NAME_SEPARATOR.join(self.protected),
            "main_reason": self.main_reason,
            "area_m2": self.area_m2,
            "reasons": json.dumps({key: round(area, 2) for key, area in self.reasons.items()}),
            "protected_kinds": NAME_SEPARATOR.join(self.kinds),
            "protected_levels": NAME_SEPARATOR.join(self.levels),
            "protected_zones": NAME_SEPARATOR.join(self.zones),
            "manual": NAME_SEPARATOR.join(self.manual),
            "disputed": json.dumps(self.disputed_shares()) if self.disputed else "",
            "flags": ",".join(self.flags),
            "block_name": self.name,
            "block_code": self.code,
            "patch_code": self.patch_code,
        }

    def disputed_shares(self) -> dict[str, dict[str, float]]:
        """Return m2 and share of the block for each kind of disputed land in it."""
        return {
            kind: {"m2": round(area, 2), "share": round(area / self.area_m2, 6)}
            for kind, area in self.disputed.items()
            if area > 0.0
        }
