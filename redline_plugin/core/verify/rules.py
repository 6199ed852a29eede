"""The rules of the verifier: an id that never changes, how grave a breach is, and on what it rests.

The first letter groups them: F files, S structure and values, C codes, G geometry, A areas,
X agreement between files.
"""

from __future__ import annotations

from dataclasses import dataclass

from redline_plugin.core.text import N_

ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True)
class Rule:
    """One rule: id, severity, title (marked for translation), and what it rests on."""

    id: str
    severity: str
    title: str
    basis: str


_RULES = (
    Rule("RL-F01", ERROR, N_("The manifest is there and can be read"), "redline"),
    Rule("RL-F02", ERROR, N_("Paths stay inside the package"), "redline"),
    Rule("RL-F03", ERROR, N_("Every file of the manifest is there"), "BGDC-QC completeness"),
    Rule("RL-F04", ERROR, N_("No file is there that the manifest does not name"), "redline"),
    Rule(
        "RL-F05", ERROR, N_("Size and SHA-256 of every file are those of the manifest"), "redline"
    ),
    Rule("RL-F06", ERROR, N_("There are only plain files"), "redline"),
    Rule("RL-F07", ERROR, N_("Number and size of files are within limits"), "redline"),
    Rule("RL-F08", ERROR, N_("The profile is known"), "redline"),
    Rule(
        "RL-F09", ERROR, N_("Every file that the profile asks for is there"), "BGDC-QC completeness"
    ),
    Rule("RL-S01", ERROR, N_("The layer can be read"), "BGDC-QC completeness"),
    Rule("RL-S02", ERROR, N_("Columns are those of the profile, in its order"), "YZT-02"),
    Rule("RL-S03", ERROR, N_("Columns have the profile's types"), "YZT-02"),
    Rule("RL-S04", ERROR, N_("Columns have the profile's lengths and decimals"), "YZT-02"),
    Rule("RL-S05", ERROR, N_("Required values are filled"), "YZT-02"),
    Rule(
        "RL-S06",
        ERROR,
        N_("Values have the form, or are in the list, that the profile asks for"),
        "YZT-02",
    ),
    Rule("RL-S07", ERROR, N_("Dates are dates"), "YZT-02"),
    Rule("RL-S08", ERROR, N_("Numbers are within their range"), "YZT-02"),
    Rule("RL-S09", ERROR, N_("Texts can be read in the encoding that the package names"), "GIS-A"),
    Rule("RL-S10", WARNING, N_("There is no other layer in the file"), "redline"),
    Rule("RL-S11", ERROR, N_("The layer holds polygons"), "YZT-02"),
    Rule("RL-S12", WARNING, N_("Names contain the words of the standard"), "inference"),
    Rule("RL-C01", ERROR, N_("Feature identifiers are unique"), "BGDC-QC uniqueness"),
    Rule("RL-C02", ERROR, N_("Block codes are unique"), "BGDC-QC uniqueness"),
    Rule("RL-C03", ERROR, N_("Feature identifiers begin with the county code"), "YZT-05"),
    Rule(
        "RL-C04", WARNING, N_("Serials of a county and type run from 1 without gaps"), "inference"
    ),
    Rule("RL-C05", WARNING, N_("One layer has one element code and one layer code"), "inference"),
    Rule("RL-G01", ERROR, N_("The CRS is on CGCS2000"), "YZT-02"),
    Rule("RL-G02", ERROR, N_("The CRS is geographic or a Gauss-Kruger belt"), "YZT-02"),
    Rule("RL-G03", WARNING, N_("The data lie within their belt"), "YZT-02"),
    Rule("RL-G04", ERROR, N_("Eastings have the belt number that the CRS says"), "YZT-02"),
    Rule("RL-G05", ERROR, N_("Every block has a geometry"), "QCPP"),
    Rule("RL-G06", ERROR, N_("Every block is one polygon"), "QCPP"),
    Rule("RL-G07", ERROR, N_("Geometries are valid"), "QCPP"),
    Rule("RL-G08", WARNING, N_("Neighbouring vertices keep the least distance"), "QCPP"),
    Rule("RL-G09", ERROR, N_("Blocks do not overlap"), "CBJY-QC"),
    Rule("RL-G10", WARNING, N_("No block is a sliver"), "QCPP"),
    Rule("RL-A01", ERROR, N_("Stored areas are the ellipsoid areas of the geometries"), "YZT-02"),
    Rule("RL-X01", ERROR, N_("The formats hold the same blocks"), "redline"),
    Rule("RL-X02", ERROR, N_("The formats hold the same values"), "redline"),
    Rule("RL-X03", ERROR, N_("The formats hold the same geometries"), "redline"),
    Rule("RL-X04", ERROR, N_("The formats and the manifest name the same CRS"), "redline"),
    Rule("RL-X05", ERROR, N_("The table of areas agrees with the blocks"), "YZT-02"),
    Rule(
        "RL-X06", ERROR, N_("Count and total area in the manifest agree with the blocks"), "redline"
    ),
    Rule("RL-X07", ERROR, N_("The registration form agrees with the blocks"), "GIS-A"),
)
RULES = {rule.id: rule for rule in _RULES}
