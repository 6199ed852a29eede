"""What algorithms that are no models are called, for those who read it in a record."""

from __future__ import annotations

from redline_plugin.core.text import N_

METHOD_TITLES = {
    "gradefunction": N_("Grade an ecological function"),
    "gradesensitivity": N_("Grade an ecological sensitivity"),
    "stationerosivity": N_("Rainfall erosivity at stations"),
    "stationclimate": N_("Climate summary at stations"),
    "interpolatestations": N_("Interpolate station values"),
    "speciessuitability": N_("Suitability for species"),
    "speciesrichness": N_("Species together: biodiversity index"),
}
"""By the id without the provider's."""
