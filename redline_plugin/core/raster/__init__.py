"""Grids, block pipeline, aligned reading and whole writing of rasters."""
