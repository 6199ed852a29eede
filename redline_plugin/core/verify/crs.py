"""Tell the CRS of a layer apart by its parameters, and check it."""

from __future__ import annotations

from dataclasses import dataclass

from redline_plugin.core.gdalsetup import osr
from redline_plugin.core.standard.profile import Profile
from redline_plugin.core.text import msg
from redline_plugin.core.verify.findings import Findings
from redline_plugin.core.verify.layers import Layer

_SEMI_MAJOR = 6378137.0
_INVERSE_FLATTENING = 298.257222101
_HALF_MILLION = 500_000.0
_MILLION = 1_000_000.0


@dataclass(frozen=True)
class Frame:
    """How coordinates are to be read: in degrees (``meridian`` None), or metres in a belt.

    ``widths`` are the widths in degrees of the belts that have this central meridian; ``prefix`` is
    the number before eastings, 0 when there is none.
    """

    meridian: float | None
    false_easting: float = 0.0
    widths: tuple[int, ...] = ()
    prefix: int = 0


def check_crs(layer: Layer, profile: Profile, findings: Findings) -> Frame | None:
    """Check a layer's CRS by the rules G01 and G02; None when coordinates cannot be read by it."""
    reference = layer.crs
    if reference is None:
        findings.add("RL-G01", msg("The layer has no CRS."), layer.file)
        return None
    name = reference.GetName() or ""
    datum = "".join(sign for sign in (reference.GetAttrValue("DATUM") or "") if sign.isalnum())
    if not any(word in datum.lower() for word in ("china2000", "cgcs2000")) or not (
        abs(reference.GetSemiMajor() - _SEMI_MAJOR) < 1e-3
        and abs(reference.GetInvFlattening() - _INVERSE_FLATTENING) < 1e-6
    ):
        findings.add(
            "RL-G01",
            msg("The CRS is not on CGCS2000 but {name}.", name=name),
            layer.file,
            value=name,
            remedy=msg("Export again in a belt of CGCS2000."),
        )
        return None
    if reference.IsGeographic():
        return Frame(None)
    frame = _belt(reference, profile)
    if frame is None:
        findings.add(
            "RL-G02",
            msg("{name} is no 3-degree or 6-degree Gauss-Kruger belt.", name=name),
            layer.file,
            value=name,
        )
    return frame


def _belt(reference: osr.SpatialReference, profile: Profile) -> Frame | None:
    projection = (reference.GetAttrValue("PROJECTION") or "").lower()
    if projection not in {"transverse_mercator", "gauss_kruger"}:
        return None
    plain = (
        ("latitude_of_origin", 0.0),
        ("scale_factor", 1.0),
        ("false_northing", 0.0),
    )
    if any(abs(reference.GetProjParm(key, value) - value) > 1e-9 for key, value in plain):
        return None
    if abs(reference.GetLinearUnits() - 1.0) > 1e-9:
        return None
    meridian = reference.GetProjParm("central_meridian", 0.0)
    easting = reference.GetProjParm("false_easting", 0.0)
    prefix, rest = divmod(easting, _MILLION)
    numbers = {3: meridian / 3.0, 6: (meridian + 3.0) / 6.0}
    widths = tuple(
        width
        for width, belt in numbers.items()
        if width in profile.crs.belt_widths and belt == int(belt) and prefix in {0.0, belt}
    )
    if rest != _HALF_MILLION or not widths:
        return None
    return Frame(meridian, easting, widths, int(prefix))


def same_crs(one: Frame, other: Frame) -> bool:
    """Return whether coordinates mean the same place in both."""
    return (one.meridian, one.false_easting) == (other.meridian, other.false_easting)


def check_same(layers: list[tuple[Layer, Frame]], epsg: int | None, findings: Findings) -> None:
    """Check that the formats have one CRS and the manifest names it (rule X04)."""
    for layer, frame in layers[1:]:
        if not same_crs(frame, layers[0][1]):
            findings.add(
                "RL-X04",
                msg("The CRS is not the one of {other}.", other=layers[0][0].file),
                layer.file,
            )
    if epsg is None:
        return
    named = osr.SpatialReference()
    try:
        named.ImportFromEPSG(epsg)
    except (RuntimeError, OverflowError, TypeError):
        findings.add("RL-X04", msg("The manifest names no known CRS."), value=epsg)
        return
    for layer, frame in layers:
        meridian = None if named.IsGeographic() else named.GetProjParm("central_meridian", 0.0)
        easting = 0.0 if named.IsGeographic() else named.GetProjParm("false_easting", 0.0)
        if (meridian, easting) != (frame.meridian, frame.false_easting):
            findings.add(
                "RL-X04",
                msg("The CRS is not EPSG:{epsg}, which the manifest names.", epsg=epsg),
                layer.file,
                value=layer.crs.GetName() if layer.crs is not None else "",
            )
