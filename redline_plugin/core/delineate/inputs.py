"""What a delineation takes besides the class rasters: areas with a name, and the user's choices."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

from redline_plugin.core.errors import Problem
from redline_plugin.core.standard.exceptionrules import DECISIONS, KINDS
from redline_plugin.core.standard.overlayrules import ProtectedRules
from redline_plugin.core.text import msg

EXTREME = 3
"""The class of extreme importance or sensitivity."""

MIN_PATCH_M2 = 1_000_000.0
"""1 km2: seen in adjustment practice (S22), not in the Guide of 2017; assessment 5.2."""


MIN_PIECE_M2 = 10_000.0
"""1 hm2, eleven pixels of 30 m: Redline's own rule, in no norm."""

MIN_EXCEPTION_M2 = 400.0
"""Redline's own; farmland parcels of the land survey are recalled to begin there (memory M)."""


@dataclass(frozen=True)
class ProtectedArea:
    """A protected area, or one zone of it.

    Attributes:
        geometry: polygon or multipolygon; others and None are listed as warnings and left out.
        name: of the protected area; zones of one area share it.
        zone: name of the zone, "" without zones.
        fid: what the user's layer calls this feature, for messages.
        kind, level: of the protected area, as they stand in the layer.
    """

    geometry: BaseGeometry | None
    name: str
    zone: str = ""
    fid: str = ""
    kind: str = ""
    level: str = ""


@dataclass(frozen=True)
class DisputedLand:
    """A polygon or line of a kind of land that a policy keeps, flags or leaves out.

    Attributes:
        geometry: polygon or multipolygon; a line needs a width.
        kind: a key of :data:`redline_plugin.core.standard.exceptionrules.KINDS`.
        name: for messages.
        fid: what the user's layer calls this feature.
        width_m: of a line, to both sides together.
    """

    geometry: BaseGeometry | None
    kind: str
    name: str = ""
    fid: str = ""
    width_m: float = 0.0


@dataclass(frozen=True)
class County:
    """A county: polygon or multipolygon, six-digit code, name, and the feature's id."""

    geometry: BaseGeometry | None
    code: str
    name: str = ""
    fid: str = ""


@dataclass(frozen=True)
class NaturalUnit:
    """A natural geographic unit 自然地理单元 that blocks are named after, and the feature's id."""

    geometry: BaseGeometry | None
    name: str
    fid: str = ""


@dataclass(frozen=True)
class Options:
    """The user's choices.

    Attributes:
        min_patch_m2: patches of extreme pixels smaller than this go out, unless they touch a
            protected area; a patch of just this area stays. 0 keeps all.
        min_hole_m2: holes smaller than this are filled. No public text gives a number, so the
            default fills none.
        connectivity: 4 joins pixels to a patch over edges only, 8 over corners too. Holes are
            joined the other way round (4 for 8, 8 for 4), else a diagonal line would leak. With 8
            a patch may fall into blocks that touch at a corner, some of a single pixel.
        keep_outside: whether land outside all counties stays, without a county; else it goes out.
        min_piece_m2: pieces that a county border cuts off go out when they are smaller than this
            and free of protected land: pixels that straddle the border leave hundreds of them. No
            public text gives a number; the default is Redline's own.
        classes: reason id to the classes that enter; a reason that is not in it has 3 alone.
        protected_rules: which protected areas enter by kind, zone and level; None takes all.
        unknown_enters: whether a protected area enters whose kind, zone or level no rule knows.
        look_at_level: whether the level of protected areas is known and looked at.
        corridor_m: parts of patches narrower than this go out (whiskers 龙须状); 0 keeps all.
        bridge_m: patches that are this near to each other are joined; 0 joins none.
        exceptions: kind of disputed land to keep, flag, edge or out; a kind not in it is flagged.
        min_exception_m2: disputed land smaller than this in a block is flagged, not left out.

    No public text gives a number for corridors and bridges, so both are off by default.
    """

    min_patch_m2: float = MIN_PATCH_M2
    min_hole_m2: float = 0.0
    connectivity: int = 4
    keep_outside: bool = False
    min_piece_m2: float = MIN_PIECE_M2
    classes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    protected_rules: ProtectedRules | None = None
    unknown_enters: bool = True
    look_at_level: bool = True
    corridor_m: float = 0.0
    bridge_m: float = 0.0
    exceptions: Mapping[str, str] = field(default_factory=dict)
    min_exception_m2: float = MIN_EXCEPTION_M2

    @property
    def shapes_patches(self) -> bool:
        """Whether patches are narrowed or bridged at all."""
        return self.corridor_m > 0.0 or self.bridge_m > 0.0

    def classes_of(self, reason: str) -> tuple[int, ...]:
        """Return the classes of a reason that enter."""
        return tuple(self.classes.get(reason, (EXTREME,)))

    def problems(self) -> list[Problem]:
        """Return what is wrong with the choices."""
        found = self._length_problems() + self._rule_problems()
        if not (math.isfinite(self.min_patch_m2) and self.min_patch_m2 >= 0.0):
            found.append(
                Problem(
                    msg(
                        "The minimum area of a patch must be 0 or more, not {value}.",
                        value=self.min_patch_m2,
                    )
                )
            )
        if not (math.isfinite(self.min_hole_m2) and self.min_hole_m2 >= 0.0):
            found.append(
                Problem(
                    msg(
                        "The minimum area of a hole must be 0 or more, not {value}.",
                        value=self.min_hole_m2,
                    )
                )
            )
        if not (math.isfinite(self.min_piece_m2) and self.min_piece_m2 >= 0.0):
            found.append(
                Problem(
                    msg(
                        "The minimum area of a piece must be 0 or more, not {value}.",
                        value=self.min_piece_m2,
                    )
                )
            )
        if self.connectivity not in (4, 8):
            found.append(
                Problem(msg("Connectivity must be 4 or 8, not {value}.", value=self.connectivity))
            )
        return found

    def _length_problems(self) -> list[Problem]:
        return [
            Problem(msg("A length or area must be 0 or more, not {value}.", value=value), name)
            for name, value in (
                ("corridor_m", self.corridor_m),
                ("bridge_m", self.bridge_m),
                ("min_exception_m2", self.min_exception_m2),
            )
            if not (math.isfinite(value) and value >= 0.0)
        ]

    def _rule_problems(self) -> list[Problem]:
        found = [
            Problem(msg("Classes are 1, 2 and 3, not “{value}”.", value=str(classes)), reason)
            for reason, classes in self.classes.items()
            if not set(classes) <= {1, 2, EXTREME}
        ]
        found += [
            Problem(
                msg(
                    "“{value}” is no decision; it must be {known}.",
                    value=f"{kind}: {decision}",
                    known=", ".join(DECISIONS),
                )
            )
            for kind, decision in self.exceptions.items()
            if kind not in KINDS or decision not in DECISIONS
        ]
        return found
