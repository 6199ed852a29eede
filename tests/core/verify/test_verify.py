"""A good package passes; every way to spoil one is found and named by its rule."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Polygon

from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.standard.loader import load_profile
from redline_plugin.core.verify.findings import Verdict
from redline_plugin.core.verify.rules import RULES
from redline_plugin.core.verify.verify import verify_package
from tests.core.verify.spoil import (
    AREAS,
    CPG,
    DBF,
    FIRST,
    FORM,
    GPKG,
    LAST,
    MANIFEST,
    PRJ,
    SHP,
    SHX,
    Spoil,
    both,
    bow_tie,
    chain,
    crs,
    dbf_column,
    doubled,
    edit,
    flip,
    moved,
    only,
    raw,
    rebuilt_gpkg,
    rehash,
    remove,
    retyped,
    shape,
    sql,
    swap,
    swapped,
    write,
)


def verify(package: Path) -> Verdict:
    return verify_package(package, Quiet())


def rules(verdict: Verdict) -> set[str]:
    return {finding.rule for finding in verdict.findings}


# What is found ------------------------------------------------------------------------------------

# Files change under a manifest that stays as it is.
FILES: dict[str, tuple[Spoil, str]] = {
    **{
        f"a changed byte in {name}": (flip(name), "RL-F05")
        for name in (GPKG, SHP, DBF, PRJ, CPG, SHX, AREAS, FORM, "report.html", "provenance.json")
    },
    **{
        f"{name} lost": (remove(name), "RL-F03")
        for name in (GPKG, SHP, DBF, PRJ, CPG, SHX, AREAS, FORM, "report.html", "provenance.json")
    },
    "an extra file": (write("notes.txt", b"x"), "RL-F04"),
    "an extra file in a hidden folder": (
        lambda f: ((f / ".x").mkdir(), (f / ".x" / "y").write_bytes(b"x")), "RL-F04",
    ),
    "no manifest": (remove(MANIFEST), "RL-F01"),
    "manifest is no JSON": (write(MANIFEST, b"{"), "RL-F01"),
    "manifest is nested without end": (write(MANIFEST, b"[" * 100_000), "RL-F01"),
    "manifest of something else": (write(MANIFEST, b'{"format": "other"}'), "RL-F01"),
    "manifest is a list": (write(MANIFEST, b"[]"), "RL-F01"),
    "manifest has another version": (edit(format_version=2), "RL-F01"),
    "manifest without files": (edit(files=None), "RL-F01"),
    "manifest with a wrong hash form": (edit(files=[{"path": "a", "size": 1, "sha256": "x"}]),
                                        "RL-F01"),
    "manifest with a number for a name": (edit(layer=5), "RL-F01"),
    "manifest with another layer": (edit(layer="YJJBNT"), "RL-F01"),
    "manifest with another encoding": (edit(encoding="GBK"), "RL-F01"),
    "manifest with an unknown format": (edit(formats=["KML"]), "RL-F01"),
    "unknown profile": (edit(profile__id="../../etc/passwd"), "RL-F08"),
    "other profile version": (edit(profile__version="0.1"), "RL-F08"),
    **{
        f"path {path!r} in the manifest": (
            edit(files=[{"path": path, "size": 1, "sha256": "0" * 64}]), "RL-F02",
        )
        for path in ("../secret", "/etc/passwd", "a/../../b", "C:\\x", "c:/x", "a//b", "./a", "")
    },
    "a link to a file": (
        lambda f: ((f / AREAS).unlink(), (f / AREAS).symlink_to("/etc/passwd")), "RL-F06",
    ),
    "a link to a folder": (lambda f: (f / "more").symlink_to("/etc"), "RL-F06"),
    "a pipe": (lambda f: os.mkfifo(f / "pipe"), "RL-F06"),
    "wrong count in the manifest": (edit(blocks=4), "RL-X06"),
    "wrong total in the manifest": (edit(area__total="99.0000"), "RL-X06"),
    "total that is no number": (edit(area__total="NaN"), "RL-X06"),
    "wrong unit in the manifest": (edit(area__unit="ha"), "RL-X06"),
    "another CRS in the manifest": (edit(crs__epsg=4525), "RL-X04"),
    "no CRS in the manifest": (edit(crs__epsg=10**30), "RL-X04"),
}  # fmt: skip

# Files change, and the manifest is made to agree with them.
CONTENT: dict[str, tuple[Spoil, str]] = {
    "register lost": (remove(FORM), "RL-F09"),
    "report lost": (remove("report.html"), "RL-F09"),
    "GeoPackage lost": (remove(GPKG), "RL-F09"),
    ".prj lost": (remove(PRJ), "RL-F09"),
    ".dbf lost": (remove(DBF), "RL-F09"),
    "GeoPackage is no database": (write(GPKG, b"no database"), "RL-S01"),
    "shapefile is cut off": (lambda f: (f / SHP).write_bytes((f / SHP).read_bytes()[:90]), "RL-"),
    "table is cut off": (lambda f: (f / DBF).write_bytes((f / DBF).read_bytes()[:-90]), "RL-S01"),
    "table is empty": (write(DBF, b""), "RL-S01"),
    "layer is renamed": (
        sql("UPDATE gpkg_contents SET table_name = 'X'",
            "UPDATE gpkg_geometry_columns SET table_name = 'X'",
            "UPDATE gpkg_ogr_contents SET table_name = 'X'",
            "ALTER TABLE STBHHX RENAME TO X"), "RL-S01",
    ),
    "no features": (sql("DELETE FROM STBHHX"), "RL-S01"),
    "another layer": (
        sql("CREATE TABLE other (fid INTEGER PRIMARY KEY)",
            "INSERT INTO gpkg_contents (table_name, data_type, identifier)"
            " VALUES ('other', 'attributes', 'other')"), "RL-S10",
    ),
    "swapped columns": (rebuilt_gpkg(swapped), "RL-S02"),
    "column lost": (rebuilt_gpkg(lambda parts: parts[:-1]), "RL-S02"),
    "column added": (rebuilt_gpkg(lambda parts: [*parts, '"EXTRA" TEXT']), "RL-S02"),
    "column renamed in the DBF": (dbf_column("MC", 0, b"NAME\x00"), "RL-S02"),
    "column of another type": (rebuilt_gpkg(retyped('"SLSJ" DATE', '"SLSJ" TEXT')), "RL-S03"),
    "column of another type in the DBF": (dbf_column("QYMJ", 11, b"C"), "RL-S03"),
    "column of another length": (rebuilt_gpkg(retyped("TEXT(18)", "TEXT(20)")), "RL-S04"),
    "other decimals in the DBF": (dbf_column("QYMJ", 17, b"\x02"), "RL-S04"),
    "required value empty": (both("MC", ""), "RL-S05"),
    "required value blank": (both("DLWZ", "   "), "RL-S05"),
    "required value null in the DBF": (raw(FIRST, "QYMJ", b""), "RL-S05"),
    "required date null in the DBF": (raw(FIRST, "SLSJ", b"00000000"), "RL-S05"),
    "type code not in the list": (both("LXDM", "99"), "RL-S06"),
    "wrong admin code": (both("XJXZQHDM", "50010X"), "RL-S06"),
    "element code with a blank": (both("YSDM", "20060301 0"), "RL-S06"),
    "serial of zero": (both("SLDM", "0000"), "RL-S06"),
    "no date": (raw(FIRST, "SLSJ", b"20240230"), "RL-S07"),
    "ancient date": (raw(FIRST, "SLSJ", b"00010101"), "RL-S07"),
    "area of zero": (both("QYMJ", 0.0), "RL-S08"),
    "population below zero": (both("RKSL", -5), "RL-S08"),
    "no number": (raw(FIRST, "RKSL", b"many"), "RL-S08"),
    "wrong encoding named": (write(CPG, b"GBK"), "RL-X02"),
    "unknown encoding named": (write(CPG, b"Klingon"), "RL-S09"),
    "bytes of another encoding": (raw(FIRST, "MC", "生态保护红线".encode("gbk")), "RL-S09"),
    "no .cpg": (remove(CPG), "RL-S09"),
    "points for polygons": (
        sql("UPDATE gpkg_geometry_columns SET geometry_type_name = 'POINT'"), "RL-S11",
    ),
    "name without the words": (both("MC", "示例县"), "RL-S12"),
    "duplicated identifier": (both("BSM", FIRST, LAST), "RL-C01"),
    "duplicated block code": (
        chain(both("SLDM", "0001", "500101131000000002")), "RL-C02",
    ),
    "identifier of another county": (both("XJXZQHDM", "500109"), "RL-C03"),
    "gap in the serials": (both("SLDM", "0005"), "RL-C04"),
    "two element codes": (both("YSDM", "2006030199"), "RL-C05"),
    "two layer codes": (both("BSM", "500101999900000001"), "RL-C05"),
    "no CRS": (remove(PRJ), "RL-G01"),
    "CRS of another datum": (crs(2360), "RL-G01"),
    "CRS with a scale": (crs(4524, scale_factor=0.9996), "RL-G02"),
    "CRS off the middle of a belt": (crs(4524, central_meridian=108.5), "RL-G02"),
    "CRS with the prefix of another belt": (crs(4524, false_easting=37_500_000.0), "RL-G02"),
    "CRS with a false northing": (crs(4524, false_northing=100.0), "RL-G02"),
    "CRS of the next belt": (crs(4525), "RL-G04"),
    "CRS without the prefix": (crs(4545), "RL-G04"),
    "geographic CRS for metres": (crs(4490), "RL-G04"),
    "CRS differs between the formats": (crs(4545, PRJ), "RL-X04"),
    "beyond the belt": (shape(lambda g: translate(g, 200_000)), "RL-G03"),
    "no geometry": (shape(lambda g: None), "RL-G05"),
    "empty geometry": (shape(lambda g: Polygon(), GPKG), "RL-G05"),
    "two parts": (shape(lambda g: MultiPolygon([g, translate(g, 9000)])), "RL-G06"),
    "a line": (shape(lambda g: g.exterior, GPKG), "RL-G06"),
    "bow tie": (shape(bow_tie), "RL-G07"),
    "vertices on top of each other": (shape(doubled), "RL-G08"),
    "overlap": (shape(lambda g: translate(g, -5)), "RL-G09"),
    "sliver": (
        shape(lambda g: Polygon([(36_530_000, 3_300_000), (36_530_001, 3_300_000),
                                 (36_530_000, 3_300_001)])), "RL-G10",
    ),
    "moved vertex": (shape(moved), "RL-A01"),
    "wrong area in the last digit": (both("QYMJ", 8.4999), "RL-A01"),
    "wrong area": (both("QYMJ", 850.0), "RL-A01"),
    "block lost in one format": (sql("DELETE FROM STBHHX WHERE SLDM = '0002'"), "RL-X01"),
    "value changed in one format": (only(SHP, "GKCS", "x"), "RL-X02"),
    "vertex moved in one format by 2 mm": (
        shape(lambda g: translate(g, 0.002), SHP), "RL-X03",
    ),
    "wrong area in the table": (swap(AREAS, "5.9999", "6.9999"), "RL-X05"),
    "wrong count in the table": (swap(AREAS, "水源涵养,2", "水源涵养,3"), "RL-X05"),
    "line lost in the table": (
        lambda f: (f / AREAS).write_bytes(b"".join((f / AREAS).read_bytes().splitlines(True)[:-2])),
        "RL-X05",
    ),
    "invented line in the table": (
        lambda f: (f / AREAS).write_bytes((f / AREAS).read_bytes() + b"500199,,11,,1,1.0,1.0\r\n"),
        "RL-X05",
    ),
    "table is no text": (write(AREAS, b"\xff\xfe\x00"), "RL-X05"),
    "total not that of the blocks": (edit(area__total="14.4998"), "RL-X06"),
    "form without a block": (
        lambda f: (f / FORM).write_bytes(b"".join((f / FORM).read_bytes().splitlines(True)[:-1])),
        "RL-X07",
    ),
    "other value in the form": (swap(FORM, "水源涵养生态", "水土保持生态"), "RL-X07"),
    "other heading in the form": (swap(FORM, "红线编号", "编号"), "RL-X07"),
}  # fmt: skip


def test_a_good_package_passes_without_a_word(package: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in package.rglob("*")}
    verdict = verify(package)
    assert verdict.passed, verdict.text()
    assert verdict.findings == ()
    assert verdict.skipped == ()
    assert (verdict.blocks, verdict.profile) == (3, "stbhhx_yizhangtu")
    assert {p: p.stat().st_mtime_ns for p in package.rglob("*")} == before


@pytest.mark.parametrize(
    "options",
    [
        {"shapefile_encoding": "GBK"},
        {"belt": "geographic"},
        {"belt": "EPSG:4545"},
        {"belt": "EPSG:4497"},
        {"formats": ("GeoPackage",)},
        {"formats": ("Shapefile",)},
    ],
    ids=str,
)
def test_packages_of_all_kinds_pass(maker: Callable[..., Path], options: dict[str, object]) -> None:
    verdict = verify(maker(**options))
    assert verdict.findings == (), verdict.text()


@pytest.mark.parametrize("name", FILES)
def test_a_spoiled_file_is_found(package: Path, name: str) -> None:
    spoil, rule = FILES[name]
    spoil(package)
    verdict = verify(package)
    assert rule in rules(verdict), verdict.text()
    assert not verdict.passed


@pytest.mark.parametrize("name", CONTENT)
def test_spoiled_content_is_found_behind_right_hashes(package: Path, name: str) -> None:
    spoil, rule = CONTENT[name]
    spoil(package)
    rehash(package)
    verdict = verify(package)
    found = rules(verdict)
    assert any(each.startswith(rule) for each in found), verdict.text()
    assert not found & {"RL-F03", "RL-F04", "RL-F05"}, verdict.text()
    if len(rule) == 6 and RULES[rule].severity == "error":
        assert not verdict.passed


def test_every_rule_is_broken_by_some_test() -> None:
    broken = {rule for _spoil, rule in [*FILES.values(), *CONTENT.values()]}
    assert set(RULES) - broken == {"RL-F07"}


def test_a_finding_names_file_feature_value_and_remedy(package: Path) -> None:
    both("QYMJ", 8.4999)(package)
    rehash(package)
    (one, other) = [f for f in verify(package).findings if f.rule == "RL-A01"]
    assert (one.file, other.file) == (GPKG, SHP)
    assert FIRST in one.feature
    assert one.field == "QYMJ"
    assert one.value == "8.4999"
    assert "8.49" in one.render()
    assert "[error] RL-A01" in one.render()
    assert one.remedy is not None


# What is no package -------------------------------------------------------------------------------


def test_what_is_no_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x", b"")
    for name in ("file", "folder", "a.zip", "nothing"):
        with pytest.raises(InputError, match=r"neither|no such"):
            verify(tmp_path / name)


def test_a_layer_without_a_manifest_is_checked_all_the_same(package: Path) -> None:
    (package / MANIFEST).unlink()
    both("QYMJ", 8.4999)(package)
    assert rules(verify(package)) >= {"RL-F01", "RL-A01"}


def test_tolerances_of_the_user(package: Path) -> None:
    shape(lambda g: translate(g, -5))(package)
    rehash(package)
    profile = load_profile()
    wide = {**profile.tolerances, "overlap": replace(profile.tolerances["overlap"], value=1e6)}
    verdict = verify_package(package, Quiet(), replace(profile, tolerances=wide))
    assert "RL-G09" not in rules(verdict)


def test_a_cancel_stops(package: Path) -> None:
    class Stopping(Quiet):
        def cancelled(self) -> bool:
            return self.fraction >= 0.2

    with pytest.raises(CancelledError):
        verify_package(package, Stopping())


def test_nothing_is_left_in_the_temporary_folder(package, tmp_path, monkeypatch) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    verify(package)
    assert list(place.iterdir()) == []


def test_many_findings_of_one_kind_are_cut_and_counted(monkeypatch, package: Path) -> None:
    monkeypatch.setattr("redline_plugin.core.verify.findings.MOST_PER_RULE", 1)
    chain(both("MC", ""), both("MC", "", LAST))(package)
    rehash(package)
    found = [f for f in verify(package).findings if f.rule == "RL-S05"]
    assert len(found) == 2
    assert "3 more" in str(found[-1].what)


def test_what_could_not_be_checked_is_said(package: Path) -> None:
    crs(4525)(package)
    rehash(package)
    verdict = verify(package)
    assert "RL-A01" in dict(verdict.skipped)
    assert "Not checked: RL-A01" in verdict.text()
    assert {"rule": "RL-A01"}.items() <= verdict.as_dict()["not_checked"][0].items()


def test_the_folder_is_copied_not_opened(package: Path) -> None:
    """A GeoPackage in WAL mode would get side-cars in the package when it is opened there."""
    sql("PRAGMA journal_mode = WAL")(package)
    rehash(package)
    before = sorted(p.name for p in package.rglob("*"))
    assert verify(package).passed
    assert sorted(p.name for p in package.rglob("*")) == before
    shutil.rmtree(package)
