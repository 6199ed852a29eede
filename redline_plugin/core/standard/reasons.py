"""Why land is in the red line: functions and sensitivities of article (四), protected areas.

Type codes (LXBM, two digits) as seen in the code of a provincial system; whether they equal the
national table 5-42 is not verified (fact sheet, submission 3.2).
"""

from __future__ import annotations

from dataclasses import dataclass

from redline_plugin.core.text import N_

FUNCTION = "function"
SENSITIVITY = "sensitivity"
PROTECTED = "protected"


@dataclass(frozen=True)
class Reason:
    """One reason: stable id, kind, English title (marked for translation), type code or ""."""

    id: str
    kind: str
    title: str
    type_code: str


REASONS: tuple[Reason, ...] = (
    Reason("waterconservation", FUNCTION, N_("Water conservation"), "11"),
    Reason("biodiversity", FUNCTION, N_("Biodiversity maintenance"), "12"),
    Reason("soilretention", FUNCTION, N_("Soil and water conservation"), "13"),
    Reason("sandfixation", FUNCTION, N_("Windbreak and sand fixation"), "14"),
    Reason("coastalstability", FUNCTION, N_("Coastal ecological stability"), "15"),
    Reason("soilerosion", SENSITIVITY, N_("Soil erosion"), "21"),
    Reason("desertification", SENSITIVITY, N_("Desertification"), "22"),
    Reason("rockydesertification", SENSITIVITY, N_("Rocky desertification"), "23"),
    Reason("salinization", SENSITIVITY, N_("Salinization"), "24"),
    Reason("protectedarea", PROTECTED, N_("Protected area"), ""),
)
BY_ID = {reason.id: reason for reason in REASONS}
