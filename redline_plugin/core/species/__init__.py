"""Biodiversity by species distribution models: suitability per species, and species together."""
