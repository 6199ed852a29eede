"""Plausible values for the inputs of any declared model, on small grids."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.declare.model import Model, RasterInput
from redline_plugin.core.declare.table import load_table
from redline_plugin.core.gdalsetup import osr
from redline_plugin.core.raster.grid import Grid
from support.rasters import wkt

SHAPE = (37, 40)
PERIODS = 6
"""Bands of a stack that may have any number: one missing leaves more than 80 per cent."""

# What is usual, where the declared range is far wider; by term, or by model and term.
USUAL: dict[str, tuple[float, float]] = {
    "PRECIPITATION": (400, 2000),
    "MONTHLY_PRECIPITATION": (5, 250),
    "TEMPERATURE": (2, 22),
    "MONTHLY_TEMPERATURE": (-4, 28),
    "MONTHLY_MIN_TEMPERATURE": (-6, 14),
    "MONTHLY_MAX_TEMPERATURE": (16, 34),
    "MONTHLY_WIND": (0.5, 6),
    "MONTHLY_WIND_AT_HEIGHT": (0.5, 8),
    "DAILY_WIND": (0, 14),
    "WIND_OBSERVATIONS": (0, 14),
    "MONTHLY_HUMIDITY": (0.2, 0.9),
    "MONTHLY_RADIATION": (80, 280),
    "RADIATION": (70_000, 180_000),
    "ELEVATION": (200, 900),
    "SLOPE": (0.1, 40),
    "RELIEF": (0, 500),
    "NPP": (50, 1200),
    "NDVI": (0.02, 0.92),
    "MONTHLY_NDVI": (0.02, 0.92),
    "SOIL_ERODIBILITY": (0.005, 0.06),
    "RAINFALL_EROSIVITY": (40, 6000),
    "SLOPE_LENGTH_STEEPNESS": (0.1, 30),
    "EVAPOTRANSPIRATION": (150, 900),
    "POTENTIAL_EVAPOTRANSPIRATION": (500, 1800),
    "EVAPORATION": (600, 3000),
    "SAND": (20, 50),
    "SILT": (20, 40),
    "CLAY": (10, 35),
    "SAND_CN": (10, 60),
    "COARSE_SILT": (10, 30),
    "FINE_CLAY": (5, 45),
    "ORGANIC_CARBON": (0.2, 4),
    "ORGANIC_MATTER": (0.4, 4),
    "CALCIUM_CARBONATE": (0, 20),
    "CLIMATIC_EROSIVITY": (1, 90),
    "WEATHER_FACTOR": (0.5, 60),
    "SOIL_ROUGHNESS": (0.2, 1),
    "WIND_FIELD": (5, 900),
    "RAIN_DAYS": (20, 120),
    "IRRIGATION": (0, 300),
    "MONTHLY_POTENTIAL_EVAPOTRANSPIRATION": (20, 200),
    "MONTHLY_WIND_FIELD": (5, 900),
    "MONTHLY_WEATHER_FACTOR": (0.5, 60),
    "MONTHLY_RAIN_DAYS": (1, 18),
    "MONTHLY_IRRIGATION": (0, 60),
    "ACCUMULATED_TEMPERATURE": (800, 6000),
    "ACCUMULATED_PRECIPITATION": (30, 1200),
    "DRYNESS": (0.5, 25),
    "WIND_DAYS": (0, 60),
    "SNOW_DEPTH": (0, 8),
    "STORM_SURGE": (0.5, 4),
    "WAVE_HEIGHT": (0.1, 1.6),
    "RETREAT_RATE": (-1, 14),
    "GROUNDWATER_SALINITY": (0.5, 40),
    "GROUNDWATER_DEPTH": (0.2, 9),
    "YEARS": (100, 900),
    "PERIODS": (1, 90),
    "CHANNELS": (0, 0),
    "weatherfactor.PRECIPITATION": (50, 900),
}


def usual(model: Model, item: RasterInput) -> tuple[float, float]:
    """The range of plausible values, inside the declared one."""
    found = USUAL.get(f"{model.id}.{item.name}") or USUAL.get(item.name)
    if found:
        return found
    low = 0.0 if item.valid[0] is None else item.valid[0]
    return low, low + 1000 if item.valid[1] is None else item.valid[1]


def usable_codes(item: RasterInput) -> np.ndarray:
    """The codes with a number, of the table that comes with the plugin."""
    lookup = load_table(item.table)
    return np.flatnonzero(~np.isnan(lookup.first))


def bands_of(item: RasterInput) -> int:
    return item.bands or PERIODS


@dataclass(frozen=True)
class Where:
    """A grid; ``margin`` pixels more on each side, moved by ``shift`` pixels."""

    name: str
    epsg: int
    transform: tuple[float, ...]
    margin: int = 0
    shift: float = 0.0

    @property
    def place(self) -> tuple[float, ...]:
        x0, dx, _, y0, _, dy = self.transform
        by = self.shift - self.margin
        return x0 + by * dx, dx, 0.0, y0 + by * dy, 0.0, dy

    @property
    def shape(self) -> tuple[int, int]:
        return SHAPE[0] + 2 * self.margin, SHAPE[1] + 2 * self.margin

    def moved(self, shift: float, margin: int = 3) -> Where:
        return Where(f"{self.name} by {shift:g}", self.epsg, self.transform, margin, shift)

    def pixels(self) -> tuple[np.ndarray, np.ndarray]:
        """Columns and rows of the pixels, counted on the grid without margin and shift."""
        y, x = np.indices(self.shape) + self.shift - self.margin
        return x, y

    def pixels_of(self, other: Where) -> tuple[np.ndarray, np.ndarray]:
        """Columns and rows of this grid where the pixels of a grid in another CRS lie."""
        references = [where.grid().spatial_reference for where in (other, self)]
        x0, dx, _, y0, _, dy = other.place
        y, x = np.indices(other.shape) + 0.5
        there = np.stack([x0 + dx * x, y0 + dy * y], axis=-1).reshape(-1, 2)
        found = osr.CoordinateTransformation(*references).TransformPoints(there.tolist())
        found = np.array(found)[:, :2].reshape(*other.shape, 2)
        x0, dx, _, y0, _, dy = self.place
        return (found[..., 0] - x0) / dx - 0.5, (found[..., 1] - y0) / dy - 0.5

    def grid(self) -> Grid:
        return Grid(wkt(self.epsg), self.place, self.shape[1], self.shape[0])


METRES = Where("metres", 4524, (36_500_000.0, 30.0, 0.0, 3_600_000.0, 0.0, -30.0))
DEGREES = Where("degrees", 4490, (110.0, 0.0003, 0.0, 30.2, 0.0, -0.0003))
OVER_METRES = Where(
    "degrees over metres", 4490, (107.9995, 0.00034, 0.0, 32.5247, 0.0, -0.00029), margin=6
)
"""Covers the grid in metres; its pixels are a little larger, so that planes stay planes."""


def spread(unit: np.ndarray, limits: tuple[float, float]) -> np.ndarray:
    """Numbers of 0 to 1 as numbers within limits."""
    return limits[0] + (limits[1] - limits[0]) * unit


def random_values(model: Model, item: RasterInput) -> np.ndarray:
    """Plausible values without a gap, the same for every run of the tests."""
    key = f"{model.id if f'{model.id}.{item.name}' in USUAL else ''}.{item.name}"
    rng = np.random.default_rng(list(key.encode()))
    if item.table is not None:
        codes = usable_codes(item)
        return rng.choice(codes, SHAPE).astype(np.uint16 if codes.max() > 255 else np.uint8)
    if item.name == "CHANNELS":
        return (rng.random(SHAPE) < 0.04).astype(np.uint8)
    if item.codes:
        return rng.integers(0, 4, SHAPE).astype(np.uint8)
    shape = SHAPE if not item.is_stack else (bands_of(item), *SHAPE)
    unit = rng.random(shape)
    if item.name == "ELEVATION":
        # Hills of some pixels' width, so that water has ways to go.
        y, x = np.indices(SHAPE)
        unit = (2 + np.sin(x / 4) * np.cos(y / 5) + 0.6 * np.sin((x + 2 * y) / 9)) / 4
        unit = 0.98 * unit + 0.02 * rng.random(SHAPE)
    return spread(unit, usual(model, item)).astype(np.float32)


def plane_values(model: Model, item: RasterInput, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Values that rise evenly across a grid, each input in a direction of its own.

    Bilinear resampling of a plane is the plane; classes are broad stripes.

    Args:
        model: whose input it is.
        item: the input.
        x: columns of the base grid, fractions allowed, shape (rows, columns).
        y: rows of the base grid, same shape.
    """
    rng = np.random.default_rng(list(f"plane {item.name}".encode()))
    across, down = x / SHAPE[1], y / SHAPE[0]
    if item.is_class:
        codes = np.arange(1, 6) % 4 if item.table is None else usable_codes(item)
        stripe = (np.clip(across, 0, 0.999) * min(len(codes), 5)).astype(int)
        return rng.permutation(codes)[stripe].astype(np.uint16)
    layers = []
    for _ in range(bands_of(item) if item.is_stack else 1):
        turn = rng.uniform(0.2, 0.8)
        unit = turn * across + (1 - turn) * down
        layers.append(spread(0.1 + 0.8 * unit, usual(model, item)))
    values = np.stack(layers) if item.is_stack else layers[0]
    return values.astype(np.float64)
