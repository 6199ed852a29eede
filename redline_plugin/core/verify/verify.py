"""Verify a package from scratch: it shares nothing with the writer but the profile."""

from __future__ import annotations

from pathlib import Path

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.standard.loader import available_profiles, load_profile
from redline_plugin.core.standard.profile import Profile
from redline_plugin.core.text import msg
from redline_plugin.core.verify.cross import (
    check_area_table,
    check_formats,
    check_manifest_totals,
    check_register,
)
from redline_plugin.core.verify.crs import Frame, check_crs, check_same
from redline_plugin.core.verify.findings import Findings, Verdict
from redline_plugin.core.verify.geometry import check_geometries
from redline_plugin.core.verify.layers import (
    GEOPACKAGE,
    SHAPEFILE,
    SHAPEFILE_PARTS,
    Layer,
    read_geopackage,
    read_shapefile,
)
from redline_plugin.core.verify.manifest import NAME, Manifest, check_files, read_manifest
from redline_plugin.core.verify.staging import Staged, names_in, staged
from redline_plugin.core.verify.values import check_codes, check_values


@gdal_exceptions()
def verify_package(package: Path, feedback: Feedback, profile: Profile | None = None) -> Verdict:
    """Check a package, a folder or the zip of one, and return what was found.

    Args:
        package: the folder or zip.
        feedback: progress and cancel.
        profile: layout and tolerances to check against; the one that the manifest names when None.

    Raises:
        InputError: it is no package at all, or cannot be read.
        CancelledError: the user stopped.
    """
    package = Path(package)
    _check_is_package(package, profile or load_profile())
    findings = Findings()
    with staged(package, findings, feedback) as content:
        feedback.progress(0.2)
        manifest = read_manifest(content, findings)
        chosen = profile or _profile(manifest, findings)
        if manifest is not None:
            check_files(content, manifest, findings)
            _check_claims(content, manifest, chosen, findings)
        _check_complete(content, manifest, chosen, findings)
        layers = _read_layers(content, chosen, findings)
        feedback.progress(0.4)
        blocks = _check_layers(content, manifest, chosen, layers, findings, feedback)
    feedback.progress(1.0)
    return Verdict(package.name, chosen.id, blocks, findings.all(), findings.skipped())


def _check_is_package(package: Path, profile: Profile) -> None:
    """Refuse what has neither a manifest nor a layer, before anything is copied."""
    names = names_in(package)
    folder = f"{profile.files.vector_folder}/{profile.layer}"
    if names & {NAME, f"{folder}.gpkg", f"{folder}.shp"}:
        return
    raise InputError(
        Problem(
            msg(
                "This is no package: there is neither a manifest nor a layer {layer}.",
                layer=profile.layer,
            ),
            str(package),
            msg("Choose the folder that holds {name}.", name=NAME),
        )
    )


def _profile(manifest: Manifest | None, findings: Findings) -> Profile:
    """Return the profile that the manifest names, if it is one of ours; never a path of its."""
    if manifest is None or not manifest.profile:
        return load_profile()
    if manifest.profile not in available_profiles():
        findings.add(
            "RL-F08",
            msg("The profile is not known here; the default one is used."),
            NAME,
            value=manifest.profile[:80],
        )
        return load_profile()
    profile = load_profile(manifest.profile)
    if manifest.profile_version != profile.version:
        findings.add(
            "RL-F08",
            msg(
                "The package follows version {theirs} of the profile, here is {ours}.",
                theirs=manifest.profile_version,
                ours=profile.version,
            ),
            NAME,
            value=manifest.profile_version,
        )
    return profile


def _layer_files(content: Staged, profile: Profile) -> dict[str, str]:
    """Return format to file name of the layers that are there."""
    stem = f"{profile.files.vector_folder}/{profile.layer}"
    names = {GEOPACKAGE: f"{stem}.gpkg", SHAPEFILE: f"{stem}.shp"}
    return {kind: name for kind, name in names.items() if name in content.files}


def _check_complete(
    content: Staged, manifest: Manifest | None, profile: Profile, findings: Findings
) -> None:
    """Check that what the profile asks for is there, whatever the manifest lists (F09)."""
    files = profile.files
    stem = f"{files.vector_folder}/{profile.layer}"
    needed = [files.register, files.areas, files.report, files.provenance]
    there = _layer_files(content, profile)
    formats = (manifest.formats if manifest is not None else None) or tuple(there)
    if GEOPACKAGE in formats:
        needed.append(f"{stem}.gpkg")
    if SHAPEFILE in formats or SHAPEFILE in there:
        needed += [stem + part for part in SHAPEFILE_PARTS]
    for name in needed:
        if name not in content.files:
            findings.add("RL-F09", msg("The file is missing; the profile asks for it."), name)
    for kind in formats:
        if kind not in {GEOPACKAGE, SHAPEFILE}:
            findings.add("RL-F01", msg("The format is not known."), NAME, value=kind[:80])
    if not there:
        findings.add("RL-F09", msg("There is no layer in any format."), f"{stem}.*")


def _check_claims(
    content: Staged, manifest: Manifest, profile: Profile, findings: Findings
) -> None:
    """Check what the manifest says of layer and encoding (F01)."""
    cpg = content.files.get(f"{profile.files.vector_folder}/{profile.layer}.cpg")
    claims = [("layer", manifest.layer, profile.layer)]
    if cpg is not None:
        found = cpg.path.read_bytes()[:64].decode("latin-1").strip()
        claims.append(("encoding", manifest.encoding, found))
    for key, said, found in claims:
        if said != found:
            findings.add(
                "RL-F01",
                msg(
                    "The manifest says “{said}”, the package has “{found}”.", said=said, found=found
                ),
                NAME,
                field=key,
                value=said,
            )


def _read_layers(content: Staged, profile: Profile, findings: Findings) -> list[Layer]:
    found = []
    for kind, name in _layer_files(content, profile).items():
        reader = read_geopackage if kind == GEOPACKAGE else read_shapefile
        layer = reader(content, name, profile, findings)
        if layer is not None:
            found.append(layer)
    return found


def _check_layers(
    content: Staged,
    manifest: Manifest | None,
    profile: Profile,
    layers: list[Layer],
    findings: Findings,
    feedback: Feedback,
) -> int:
    """Run the rules on the layers; return the number of blocks."""
    frames: list[tuple[Layer, Frame]] = []
    for index, layer in enumerate(layers):
        stop_if_cancelled(feedback)
        check_values(layer, profile, findings)
        check_codes(layer, profile, findings)
        frame = check_crs(layer, profile, findings)
        if frame is not None:
            frames.append((layer, frame))
        part = Part(feedback, 0.4 + 0.25 * index, 0.65 + 0.25 * index)
        check_geometries(layer, frame, profile, findings, part)
    check_same(frames, None if manifest is None else manifest.epsg, findings)
    if not layers:
        for rule in ("RL-A01", "RL-C01", "RL-C02", "RL-G07", "RL-G09", "RL-X05", "RL-X06"):
            findings.skip(rule, msg("There is no layer that can be read."))
        return 0
    if len(layers) == 2:
        frame = frames[0][1] if frames else None
        check_formats(layers[0], layers[1], frame, profile, findings)
    else:
        findings.skip("RL-X01", msg("There is only one format."))
    if manifest is not None:
        check_manifest_totals(layers[0], manifest, profile, findings)
    check_area_table(content, layers[0], profile, findings)
    check_register(content, layers[0], profile, findings)
    return len(layers[0].rows)
