"""Sources that several climate models name."""

from __future__ import annotations

from redline_plugin.core.declare.model import Certainty, Reference
from redline_plugin.core.text import N_

FAO56 = N_("FAO Irrigation and Drainage Paper 56 (Allen and others 1998)")

RWEQ = N_("Revised wind erosion equation, RWEQ (Fryrear and others 1998)")

OWN_RULE = Reference(N_("Redline's own rule"), "", Certainty.ADVICE)

BY_USER = Reference(N_("To be set by the user"), "", Certainty.USER)
