"""What a delineation takes besides the class rasters: areas with a name, and the user's choices."""

from __future__ import annotations

import math
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from redline_plugin.core.errors import Problem
from redline_plugin.core.text import msg

EXTREME = 3
"""The class of extreme importance or sensitivity."""

MIN_PATCH_M2 = 1_000_000.0
"""1 km2: seen in adjustment practice (S22), not in the Guide of 2017; assessment 5.2."""


MIN_PIECE_M2 = 10_000.0
"""1 hm2, eleven pixels of 30 m: Redline's own rule, in no norm."""


@dataclass(frozen=True)
class ProtectedArea:
    """A protected area, or one zone of it.

    Attributes:
        geometry: polygon or multipolygon; others and None are listed as warnings and left out.
        name: of the protected area; zones of one area share it.
        zone: name of the zone, "" without zones.
        fid: what the user's layer calls this feature, for messages.
    """

    geometry: BaseGeometry | None
    name: str
    zone: str = ""
    fid: str = ""


@dataclass(frozen=True)
class County:
    """A county: polygon or multipolygon, six-digit code, name, and the feature's id."""

    geometry: BaseGeometry | None
    code: str
    name: str = ""
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
    """

    min_patch_m2: float = MIN_PATCH_M2
    min_hole_m2: float = 0.0
    connectivity: int = 4
    keep_outside: bool = False
    min_piece_m2: float = MIN_PIECE_M2

    def problems(self) -> list[Problem]:
        """Return what is wrong with the choices."""
        found = []
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
