"""What is exported: one connected polygon of the red line each, with why it is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

from redline_plugin.core.standard.reasons import BY_ID, FUNCTION, PROTECTED


@dataclass(frozen=True)
class Block:
    """One block.

    ``block`` is its number in the source, for messages; ``county`` a 6-digit code or "";
    ``functions``, ``sensitivities`` are reason ids, ``protected`` names of protected areas;
    ``reasons`` maps reason ids to m2. ``fields`` holds values of optional columns by their code.
    """

    geometry: BaseGeometry | None
    block: int
    county: str = ""
    county_name: str = ""
    functions: tuple[str, ...] = ()
    sensitivities: tuple[str, ...] = ()
    protected: tuple[str, ...] = ()
    main_reason: str = ""
    reasons: Mapping[str, float] = field(default_factory=dict)
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def reason_ids(self) -> tuple[str, ...]:
        """All reasons, functions before sensitivities, a protected area at the end."""
        protected = tuple(key for key, each in BY_ID.items() if each.kind == PROTECTED)
        return (*self.functions, *self.sensitivities, *(protected if self.protected else ()))

    def reason_for_type(self) -> str:
        """Return the reason that gives the type code: the main one, if it has a code of its own.

        Else the reason with a code that covers most of the block; functions come before
        sensitivities where areas are equal or not known. "" when no reason has a code.
        """
        main = BY_ID.get(self.main_reason)
        if main is not None and main.type_code:
            return main.id
        coded = [BY_ID[key] for key in self.reason_ids if key in BY_ID and BY_ID[key].type_code]
        if not coded:
            return ""
        best = max(
            coded, key=lambda reason: (self.reasons.get(reason.id, 0.0), reason.kind == FUNCTION)
        )
        return best.id


def split_ids(text: str, separator: str = ",") -> tuple[str, ...]:
    """Split a joined list as it stands in a layer's field; empty parts are left out."""
    return tuple(part.strip() for part in text.split(separator) if part.strip())
