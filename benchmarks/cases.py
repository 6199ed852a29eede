"""Who runs what: for each case the contestants, their commands and the files they must make."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import landscape, tools

ALGORITHM = "Redline, algorithm in qgis_process"
CORE = "Redline, core in plain Python"
LIMIT = "Limit: GDAL's codec alone"
QGIS = "QGIS raster calculator"
GDAL_CALC = "gdal_calc"
PYGEOPROCESSING = "pygeoprocessing"
RASTERIO = "rasterio + numexpr"
SORT = "NumPy sort, float64"
NAIVE = "NumPy argsort, float32 running sum"

DEFLATE = "deflate"
ZSTD = "zstd"
NONE = "none"
_COMPRESSION = {DEFLATE: 1, ZSTD: 2, NONE: 3}
_TILES = ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"]
_CREATION = {
    DEFLATE: [*_TILES, "COMPRESS=DEFLATE", "ZLEVEL=6", "NUM_THREADS=ALL_CPUS"],
    ZSTD: [*_TILES, "COMPRESS=ZSTD", "ZSTD_LEVEL=1", "NUM_THREADS=ALL_CPUS"],
    NONE: _TILES,
}
_RUSLE_NAMES = [layer.name for layer in landscape.RUSLE]


@dataclass(frozen=True)
class Contestant:
    """One way to do a case's work.

    Attributes:
        name: who.
        note: how its output is stored, or what else sets it apart.
        commands: run one after the other.
        outputs: what it makes, in the order of the case's other contestants.
        needs: program or module that must be there, by its name in the versions.
        once: run in the first round only, since it is there for its result and not for its time.
        limit: not a contestant but a bound; its output is not checked.
    """

    name: str
    note: str
    commands: Sequence[Sequence[str]]
    outputs: Sequence[Path]
    needs: str = "GDAL"
    once: bool = False
    limit: bool = False

    @property
    def key(self) -> str:
        """Name it in figures."""
        return f"{self.name} | {self.note}"


@dataclass(frozen=True)
class Case:
    """Work that several contestants do. ``expected`` is None when the first one sets the result."""

    id: str
    title: str
    contestants: Sequence[Contestant]
    expected: Sequence[Path] | None = None
    inputs: Sequence[Path] = field(default_factory=tuple)


def _work(script: str, *arguments: str, python: Path | str = tools.PYTHON) -> list[str]:
    return [str(python), str(tools.WORK / script), *arguments]


def _inputs(data: Path, names: Sequence[str], codec: str) -> list[Path]:
    return [landscape.place(data, name, codec) for name in names]


def _algorithm(
    algorithm: str, inputs: dict[str, Path], outputs: dict[str, Path], codec: str
) -> list[str]:
    values = {**inputs, **outputs, "COMPRESSION": _COMPRESSION[codec]}
    return [
        str(tools.QGIS_PROCESS),
        "run",
        f"redline:{algorithm}",
        *(f"--{name}={value}" for name, value in values.items()),
    ]


def _calculator(expression: str, inputs: Sequence[Path], output: Path) -> list[str]:
    """Return the calculator's command; ``{name}`` in the expression stands for an input."""
    names = [path.stem.rsplit("_", 1)[0] for path in inputs]
    return _work(
        "qgis_calculator.py",
        expression.format(**{name: f'"{name}@1"' for name in names}),
        str(output),
        *(f"{name}={path}" for name, path in zip(names, inputs)),
        python=tools.SYSTEM_PYTHON,
    )


_POTENTIAL = "{rainfall_erosivity} * {soil_erodibility} * {slope_length_steepness}"
_RETENTION = f"{_POTENTIAL} * (1 - {{cover_management}})"
_ACTUAL = f"{_POTENTIAL} * {{cover_management}}"


def rusle(data: Path, out: Path, codec: str) -> Case:
    """R K LS (1 - C): inputs and outputs with one codec; peers also with what suits them best."""
    inputs = _inputs(data, _RUSLE_NAMES, codec)
    by_term = {path.stem.rsplit("_", 1)[0].upper(): path for path in inputs}
    texts = [str(path) for path in inputs]
    letters = [part for letter, text in zip("ABCD", texts) for part in (f"-{letter}", text)]

    def path(name: str) -> Path:
        return out / f"rusle_{codec}_{name}.tif"

    def gdal_calc(stored: str) -> Contestant:
        output = path(f"gdal_calc_{stored}")
        command = [
            *(tools.SYSTEM_PYTHON, "-m", "osgeo_utils.gdal_calc", *letters),
            *("--calc=A*B*C*(1-D)", f"--outfile={output}", "--NoDataValue=-9999"),
            *("--type=Float32", "--overwrite", "--quiet"),
            *(f"--co={option}" for option in _CREATION[stored]),
        ]
        return Contestant(GDAL_CALC, stored, [command], [output])

    def redline(stored: str) -> list[Contestant]:
        algorithm, core = path(f"algorithm_{stored}"), path(f"core_{stored}")
        to_core = f"soilretention:OUTPUT={core}"
        return [
            Contestant(
                ALGORITHM,
                stored,
                [_algorithm("soilretention", by_term, {"OUTPUT": algorithm}, stored)],
                [algorithm],
                "QGIS",
            ),
            Contestant(
                CORE, stored, [_work("redline_jobs.py", str(data), codec, stored, to_core)], [core]
            ),
        ]

    def limit(stored: str) -> Contestant:
        output = path(f"limit_{stored}")
        expected = str(data / "expected.f32")
        command = _work("codec_limit.py", expected, str(output), stored, "2", *texts)
        return Contestant(LIMIT, stored, [command], [output], limit=True)

    translated, untranslated = path("qgis_translated"), path("qgis_untranslated")
    translate = [
        *("gdal_translate", "-q", "-a_nodata", "-9999", str(untranslated), str(translated)),
        *(part for option in _CREATION[codec] for part in ("-co", option)),
    ]
    by_pygeoprocessing, by_rasterio = path("pygeoprocessing"), path("rasterio")
    options = ",".join(_CREATION[codec])
    contestants = [
        *redline(codec),
        Contestant(
            QGIS,
            "none: it knows no other",
            [_calculator(_RETENTION, inputs, path("qgis"))],
            [path("qgis")],
            "QGIS",
        ),
        Contestant(
            QGIS,
            f"{codec}, by gdal_translate after it",
            [_calculator(_RETENTION, inputs, untranslated), translate],
            [untranslated, translated],
            "QGIS",
        ),
        gdal_calc(codec),
        gdal_calc(NONE),
        Contestant(
            PYGEOPROCESSING,
            codec,
            [
                _work(
                    "pygeoprocessing_rusle.py",
                    *(str(by_pygeoprocessing), options, *texts),
                    python=tools.PEERS,
                )
            ],
            [by_pygeoprocessing],
            "pygeoprocessing",
        ),
        Contestant(
            RASTERIO,
            codec,
            [_work("rasterio_rusle.py", str(by_rasterio), codec, *texts, python=tools.PEERS)],
            [by_rasterio],
            "rasterio",
        ),
        limit(codec),
        # From delivered rasters to a working one, where the codec has least to do for the output.
        *([*redline(ZSTD), limit(ZSTD)] if codec == DEFLATE else []),
    ]
    title = f"R·K·LS·(1 - C), four {codec} inputs"
    return Case(f"rusle_{codec}", title, contestants, [data / "expected.f32"], inputs)


def erosion_chain(data: Path, out: Path) -> Case:
    """Soil retention, potential and actual erosion: three outputs of one set of inputs."""
    inputs = _inputs(data, _RUSLE_NAMES, ZSTD)
    by_term = {path.stem.rsplit("_", 1)[0].upper(): path for path in inputs}
    names = ("OUTPUT", "POTENTIAL_EROSION", "ACTUAL_EROSION")

    def paths(who: str) -> dict[str, Path]:
        return {name: out / f"erosion_{who}_{name.lower()}.tif" for name in names}

    algorithm, core, qgis = paths("algorithm"), paths("core"), paths("qgis")
    return Case(
        "chain_erosion",
        "Three outputs that share four zstd inputs: soil retention, potential and actual erosion",
        [
            Contestant(
                ALGORITHM,
                "one pass, zstd",
                [_algorithm("soilretention", by_term, algorithm, ZSTD)],
                list(algorithm.values()),
                "QGIS",
            ),
            Contestant(
                CORE,
                "one pass, zstd",
                [
                    _work(
                        "redline_jobs.py",
                        *(str(data), ZSTD, ZSTD),
                        *(f"soilretention:{name}={path}" for name, path in core.items()),
                    )
                ],
                list(core.values()),
            ),
            Contestant(
                QGIS,
                "three runs, uncompressed",
                [
                    _calculator(expression, inputs, path)
                    for expression, path in zip((_RETENTION, _POTENTIAL, _ACTUAL), qgis.values())
                ],
                list(qgis.values()),
                "QGIS",
            ),
        ],
        None,
        inputs,
    )


def _codes(table: str) -> list[tuple[str, str]]:
    path = tools.ROOT / "redline_plugin" / "resources" / "tables" / table
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(line for line in stream if not line.startswith("#"))
        return [(row["code"], row["value"]) for row in rows if row["value"]]


def _lookup(name: str, table: str) -> str:
    """Return a calculator's expression that turns the classes into the table's numbers."""
    used = {str(code) for code in range(32)}
    return " + ".join(
        f"({{{name}}} = {code}) * {value}" for code, value in _codes(table) if code in used
    )


def _rising(name: str, low: float, high: float) -> str:
    return f"(1 + 2 * ({{{name}}} >= {low}) + 2 * ({{{name}}} > {high}))"


def models_chain(data: Path, out: Path) -> Case:
    """Water conservation, soil retention and erosion sensitivity, as the red line needs them."""
    names = {
        "waterconservation": ("precipitation", "evapotranspiration", "ecosystem"),
        "soilretention": tuple(_RUSLE_NAMES),
        "soilerosionsensitivity": (
            "rainfall_erosivity",
            "soil_texture",
            "relief",
            "vegetation_cover",
        ),
    }
    expressions = {
        "waterconservation": "{precipitation} * (1 - 0.01 * ("
        + _lookup("ecosystem", "runoff_coefficients.csv")
        + ")) - {evapotranspiration}",
        "soilretention": _RETENTION,
        "soilerosionsensitivity": "("
        + _rising("rainfall_erosivity", 100, 600)
        + " * ("
        + _lookup("soil_texture", "soil_texture_erosion_scores.csv")
        + ") * "
        + _rising("relief", 50, 300)
        + " * (5 - 2 * ({vegetation_cover} > 0.2) - 2 * ({vegetation_cover} >= 0.6))) ^ 0.25",
    }
    core = {model: out / f"models_core_{model}.tif" for model in names}
    qgis = {model: out / f"models_qgis_{model}.tif" for model in names}
    return Case(
        "chain_models",
        "Three models, ten zstd inputs: water conservation, soil retention, erosion sensitivity",
        [
            Contestant(
                CORE,
                "one pass, zstd",
                [
                    _work(
                        "redline_jobs.py",
                        *(str(data), ZSTD, ZSTD),
                        *(f"{model}:OUTPUT={path}" for model, path in core.items()),
                    )
                ],
                list(core.values()),
            ),
            Contestant(
                QGIS,
                "three runs, uncompressed",
                [
                    _calculator(expressions[model], _inputs(data, names[model], ZSTD), qgis[model])
                    for model in names
                ],
                list(qgis.values()),
                "QGIS",
            ),
        ],
        None,
        _inputs(data, sorted({name for group in names.values() for name in group}), ZSTD),
    )


# The same expressions as the models': EPIC with the Chinese correction, and RWEQ with z = 50 m.
_FINE = "(1-A/100)"
_EPIC = (
    "(0.2+0.3*exp(-0.0256*A*(1-B/100)))*(B/(C+B))**0.3*(1-0.25*D/(D+exp(3.72-2.95*D)))"
    f"*(1-0.7*{_FINE}/({_FINE}+exp(-5.51+22.9*{_FINE})))"
)
_ERODIBILITY = f"maximum((-0.01383+0.51575*{_EPIC})*0.1317,0)"


def _loss(factors: str) -> str:
    length = f"(150.71*({factors})**-0.3711)"
    return f"2*50/{length}**2*109.8*({factors})*exp(-(50/{length})**2)"


_SAND = f"maximum({_loss('A*B*C*D')}-{_loss('A*B*C*D*E')},0)"


def _against_gdal_calc(
    data: Path, out: Path, case: str, title: str, model: str, names: Sequence[str], expression: str
) -> Case:
    """One model against gdal_calc with the same expression, inputs and outputs deflate."""
    inputs = _inputs(data, names, DEFLATE)
    by_term = {name.upper(): path for name, path in zip(names, inputs)}
    path = {who: out / f"{case}_{who}.tif" for who in ("algorithm", "core", "gdal_calc")}
    letters = [part for letter, one in zip("ABCDE", inputs) for part in (f"-{letter}", str(one))]
    return Case(
        case,
        title,
        [
            Contestant(
                ALGORITHM,
                DEFLATE,
                [_algorithm(model, by_term, {"OUTPUT": path["algorithm"]}, DEFLATE)],
                [path["algorithm"]],
                "QGIS",
            ),
            Contestant(
                CORE,
                DEFLATE,
                [
                    _work(
                        "redline_jobs.py",
                        *(str(data), DEFLATE, DEFLATE, f"{model}:OUTPUT={path['core']}"),
                    )
                ],
                [path["core"]],
            ),
            Contestant(
                GDAL_CALC,
                DEFLATE,
                [
                    [
                        *(tools.SYSTEM_PYTHON, "-m", "osgeo_utils.gdal_calc", *letters),
                        *(f"--calc={expression}", f"--outfile={path['gdal_calc']}"),
                        *("--NoDataValue=-9999", "--type=Float32", "--overwrite", "--quiet"),
                        *(f"--co={option}" for option in _CREATION[DEFLATE]),
                    ]
                ],
                [path["gdal_calc"]],
            ),
        ],
        None,
        inputs,
    )


def erodibility(data: Path, out: Path) -> Case:
    """K by EPIC from four rasters: a factor whose arithmetic is heavy."""
    names = [layer.name for layer in landscape.SOIL]
    title = "Soil erodibility K (EPIC) from sand, silt, clay, organic carbon; deflate"
    return _against_gdal_calc(
        data, out, "erodibility", title, "soilerodibility", names, _ERODIBILITY
    )


def sand_fixation(data: Path, out: Path) -> Case:
    """RWEQ: potential less actual wind erosion from five rasters."""
    names = [layer.name for layer in landscape.WIND]
    title = "Sand fixation (RWEQ) from five rasters; deflate"
    return _against_gdal_calc(data, out, "rweq", title, "sandfixation", names, _SAND)


def factor_chain(data: Path, out: Path) -> Case:
    """K from soil fractions, then R K LS (1 - C): two runs each, as a technician does it."""
    soil = [layer.name for layer in landscape.SOIL]
    others = ["rainfall_erosivity", "slope_length_steepness", "cover_management"]
    inputs = _inputs(data, [*soil, *others], DEFLATE)
    by_term = {path.stem.rsplit("_", 1)[0].upper(): path for path in inputs}
    k = {who: out / f"factors_{who}_k.tif" for who in ("algorithm", "gdal_calc")}
    result = {who: out / f"factors_{who}.tif" for who in ("algorithm", "gdal_calc")}

    def gdal_calc(expression: str, sources: Sequence[Path], output: Path, stored: str) -> list[str]:
        letters = [p for letter, one in zip("ABCDE", sources) for p in (f"-{letter}", str(one))]
        return [
            *(tools.SYSTEM_PYTHON, "-m", "osgeo_utils.gdal_calc", *letters),
            *(f"--calc={expression}", f"--outfile={output}", "--NoDataValue=-9999"),
            *("--type=Float32", "--overwrite", "--quiet"),
            *(f"--co={option}" for option in _CREATION[stored]),
        ]

    soil_terms = {name.upper(): by_term[name.upper()] for name in soil}
    other_terms = {name.upper(): by_term[name.upper()] for name in others}
    return Case(
        "factor_chain",
        "Two steps: K from soil fractions, then R·K·LS·(1 - C); K as a working raster",
        [
            Contestant(
                ALGORITHM,
                "K zstd, result deflate",
                [
                    _algorithm("soilerodibility", soil_terms, {"OUTPUT": k["algorithm"]}, ZSTD),
                    _algorithm(
                        "soilretention",
                        {**other_terms, "SOIL_ERODIBILITY": k["algorithm"]},
                        {"OUTPUT": result["algorithm"]},
                        DEFLATE,
                    ),
                ],
                [k["algorithm"], result["algorithm"]],
                "QGIS",
            ),
            Contestant(
                GDAL_CALC,
                "K zstd, result deflate",
                [
                    gdal_calc(_ERODIBILITY, _inputs(data, soil, DEFLATE), k["gdal_calc"], ZSTD),
                    gdal_calc(
                        "A*B*C*(1-D)",
                        [
                            by_term["RAINFALL_EROSIVITY"],
                            k["gdal_calc"],
                            by_term["SLOPE_LENGTH_STEEPNESS"],
                            by_term["COVER_MANAGEMENT"],
                        ],
                        result["gdal_calc"],
                        DEFLATE,
                    ),
                ],
                [k["gdal_calc"], result["gdal_calc"]],
            ),
        ],
        None,
        inputs,
    )


def grading(data: Path, out: Path) -> Case:
    """Classes by cumulative value: breaks at 50 and 80 % of the sum."""
    source = landscape.place(data, landscape.INDEX.name, ZSTD)
    path = {who: out / f"grade_{who}.tif" for who in ("algorithm", "core", "exact", "naive")}

    def numpy_way(name: str, mode: str, once: bool) -> Contestant:
        command = _work("numpy_grade.py", mode, str(source), str(path[mode]))
        return Contestant(name, "in memory, zstd", [command], [path[mode]], once=once)

    return Case(
        "grading",
        "Grading by cumulative value, zstd input",
        [
            numpy_way(SORT, "exact", False),
            Contestant(
                ALGORITHM,
                "out of core, zstd",
                [
                    _algorithm(
                        "gradefunction", {"INPUT": source}, {"OUTPUT": path["algorithm"]}, ZSTD
                    )
                ],
                [path["algorithm"]],
                "QGIS",
            ),
            Contestant(
                CORE,
                "out of core, zstd",
                [_work("redline_grade.py", str(source), str(path["core"]), ZSTD)],
                [path["core"]],
            ),
            numpy_way(NAIVE, "naive", True),
        ],
        None,
        [source],
    )
