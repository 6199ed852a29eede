"""Titles of all combinations of functions and of sensitivities, by their bit sums.

Written out, so that each can be translated as a whole.
"""

from __future__ import annotations

from redline_plugin.core.text import N_

FUNCTION_COMBINATIONS = (
    N_("Water conservation"),
    N_("Biodiversity"),
    N_("Water conservation + Biodiversity"),
    N_("Soil retention"),
    N_("Water conservation + Soil retention"),
    N_("Biodiversity + Soil retention"),
    N_("Water conservation + Biodiversity + Soil retention"),
    N_("Sand fixation"),
    N_("Water conservation + Sand fixation"),
    N_("Biodiversity + Sand fixation"),
    N_("Water conservation + Biodiversity + Sand fixation"),
    N_("Soil retention + Sand fixation"),
    N_("Water conservation + Soil retention + Sand fixation"),
    N_("Biodiversity + Soil retention + Sand fixation"),
    N_("Water conservation + Biodiversity + Soil retention + Sand fixation"),
    N_("Coastal stability"),
    N_("Water conservation + Coastal stability"),
    N_("Biodiversity + Coastal stability"),
    N_("Water conservation + Biodiversity + Coastal stability"),
    N_("Soil retention + Coastal stability"),
    N_("Water conservation + Soil retention + Coastal stability"),
    N_("Biodiversity + Soil retention + Coastal stability"),
    N_("Water conservation + Biodiversity + Soil retention + Coastal stability"),
    N_("Sand fixation + Coastal stability"),
    N_("Water conservation + Sand fixation + Coastal stability"),
    N_("Biodiversity + Sand fixation + Coastal stability"),
    N_("Water conservation + Biodiversity + Sand fixation + Coastal stability"),
    N_("Soil retention + Sand fixation + Coastal stability"),
    N_("Water conservation + Soil retention + Sand fixation + Coastal stability"),
    N_("Biodiversity + Soil retention + Sand fixation + Coastal stability"),
    N_("Water conservation + Biodiversity + Soil retention + Sand fixation + Coastal stability"),
)
"""Of the code 1, 2, 3 ... 31: water 1, biodiversity 2, soil 4, sand 8, coast 16."""

SENSITIVITY_COMBINATIONS = (
    N_("Soil erosion"),
    N_("Desertification"),
    N_("Soil erosion + Desertification"),
    N_("Rocky desertification"),
    N_("Soil erosion + Rocky desertification"),
    N_("Desertification + Rocky desertification"),
    N_("Soil erosion + Desertification + Rocky desertification"),
    N_("Salinization"),
    N_("Soil erosion + Salinization"),
    N_("Desertification + Salinization"),
    N_("Soil erosion + Desertification + Salinization"),
    N_("Rocky desertification + Salinization"),
    N_("Soil erosion + Rocky desertification + Salinization"),
    N_("Desertification + Rocky desertification + Salinization"),
    N_("Soil erosion + Desertification + Rocky desertification + Salinization"),
)
"""Of the code 1, 2, 3 ... 15: erosion 1, desertification 2, rocky desertification 4, salinization 8."""
