"""The report's own words, marked for translation."""

from __future__ import annotations

from collections.abc import Mapping

from redline_plugin.core.text import N_, Translate

LABELS: Mapping[str, str] = {
    "report": N_("Ecological assessment report"),
    "colon": N_(": "),
    "summary": N_("Summary"),
    "result": N_("Result"),
    "factors": N_("Factors made by Redline"),
    "factors_note": N_("These rasters went into the results above."),
    "mean": N_("Mean"),
    "median": N_("Median"),
    "minimum": N_("Lowest"),
    "maximum": N_("Highest"),
    "unit": N_("Unit"),
    "area_km2": N_("Area [km2]"),
    "valid_area": N_("Area with values [km2]"),
    "valid_pixels": N_("Valid pixels"),
    "pixel_size": N_("Pixel size"),
    "crs": N_("Coordinate reference system"),
    "source": N_("Source"),
    "certainty": N_("Certainty"),
    "unsure": N_("not sure"),
    "map": N_("Map"),
    "histogram": N_("Histogram"),
    "index_histogram": N_("Histogram of the index, with the breaks"),
    "share_of_pixels": N_("share of pixels"),
    "no_data": N_("no data"),
    "figures": N_("Key figures"),
    "inputs": N_("Inputs"),
    "inputs_note": N_(
        "Nodata and values out of range are counted over the whole result; the other figures are "
        "of the input's part that the result covers."
    ),
    "input": N_("Input"),
    "file": N_("File"),
    "band": N_("Band"),
    "valid_range": N_("Valid range"),
    "nodata_share": N_("Nodata [%]"),
    "outside_share": N_("Out of range [%]"),
    "resampled": N_("brought to the result's grid by resampling"),
    "made_by": N_("Made by"),
    "left_out": N_("Not given; it is optional."),
    "coefficients": N_("Coefficients"),
    "name": N_("Name"),
    "value": N_("Value"),
    "default": N_("Default"),
    "changed": N_("changed"),
    "choices": N_("Choices"),
    "choice": N_("Choice"),
    "chosen": N_("Chosen"),
    "statistics": N_("Numbers taken from the rasters"),
    "origin": N_("Origin"),
    "found": N_("found in the assessed area"),
    "given": N_("given by the user"),
    "same_run": N_("Inputs, numbers and warnings are those of the same run, told at:"),
    "tables_note": N_("Rows of codes that occur in the input."),
    "table": N_("Table"),
    "version": N_("Version"),
    "shipped": N_("comes with Redline"),
    "own": N_("the user's own"),
    "code": N_("Code"),
    "class": N_("Class"),
    "parameters": N_("Parameters"),
    "parameter": N_("Parameter"),
    "coefficient_set": N_("Set of coefficients"),
    "classes": N_("Classes"),
    "pixels": N_("Pixels"),
    "share_of_area": N_("Share of area [%]"),
    "share_of_value": N_("Share of value [%]"),
    "total": N_("Total"),
    "breaks": N_("Breaks"),
    "per_county": N_("By county"),
    "per_county_note": N_(
        "Every pixel is counted in the county that its centre lies in, with its own area."
    ),
    "county": N_("County"),
    "counted_area": N_("Area with values [km2]"),
    "sum": N_("Sum"),
    "outside_counties": N_("Outside all counties"),
    "clamped": N_("Pixels set to the lowest or highest meaningful value"),
    "undefined": N_("Pixels where the equation has no result"),
    "chain": N_("How it was made"),
    "file_gone": N_("the file is no longer there"),
    "file_changed": N_("the file has changed since"),
    "warnings": N_("Warnings"),
    "notes": N_("Notes"),
    "provenance": N_("Provenance"),
    "algorithm": N_("Algorithm"),
    "created": N_("Created"),
    "software": N_("Software"),
    "grid": N_("Grid"),
    "path": N_("Path"),
    "no_record": N_("This raster carries no record of how it was made."),
    "extreme_area": N_("Highest class [km2]"),
    "extreme_share": N_("Highest class [%]"),
    "certainty_note": N_(
        "What is marked “not sure” was not read in a source that can be named; check it before "
        "you rely on it."
    ),
}


def labels(translate: Translate) -> dict[str, str]:
    """Return all labels in the language of ``translate``."""
    return {name: translate(text).replace("km2", "km²") for name, text in LABELS.items()}
