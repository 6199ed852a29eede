"""What a run counted: per input the pixels left out and why, per output its values."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass
class InputTally:
    """Pixels of one input that are not used."""

    nodata: int = 0
    outside: int = 0
    unlisted: Counter[float] = field(default_factory=Counter)
    left_out: Counter[float] = field(default_factory=Counter)
    unsure: Counter[float] = field(default_factory=Counter)

    @property
    def without_value(self) -> int:
        """Pixels of classes that the table knows and gives no number."""
        return sum(self.left_out.values())

    def add(self, other: InputTally) -> None:
        """Add another part's counts."""
        self.nodata += other.nodata
        self.outside += other.outside
        self.unlisted.update(other.unlisted)
        self.left_out.update(other.left_out)
        self.unsure.update(other.unsure)

    def as_dict(self) -> dict[str, Any]:
        """Return the counts for the provenance."""
        return {
            "nodata": self.nodata,
            "outside_valid_range": self.outside,
            "codes_not_in_table": {str(code): n for code, n in sorted(self.unlisted.items())},
            "codes_without_value": self.without_value,
            "codes_left_out": {str(code): n for code, n in sorted(self.left_out.items())},
            "codes_unsure": {str(code): n for code, n in sorted(self.unsure.items())},
        }


@dataclass
class OutputTally:
    """Values of one output; in class rasters the pixels of each class, too.

    ``total``, and ``squares`` of numbers, are summed in the order of windows, so their last digits
    depend on them.
    """

    valid: int = 0
    total: float = 0.0
    squares: float = field(default=0.0, compare=False)
    low: float = float("inf")
    high: float = float("-inf")
    raised: int = 0
    lowered: int = 0
    undefined: int = 0
    classes: Counter[int] = field(default_factory=Counter)

    @property
    def mean(self) -> float:
        """Mean of the valid values, NaN where there is none."""
        return self.total / self.valid if self.valid else float("nan")

    @property
    def deviation(self) -> float:
        """Standard deviation of the valid numbers, NaN where there is none."""
        if not self.valid:
            return float("nan")
        return math.sqrt(max(0.0, self.squares / self.valid - self.mean**2))

    def add(self, other: OutputTally) -> None:
        """Add another part's counts."""
        self.valid += other.valid
        self.total += other.total
        self.squares += other.squares
        self.classes.update(other.classes)
        self.low = min(self.low, other.low)
        self.high = max(self.high, other.high)
        self.raised += other.raised
        self.lowered += other.lowered
        self.undefined += other.undefined

    def as_dict(self) -> dict[str, Any]:
        """Return the counts for the provenance."""
        return {
            "valid_pixels": self.valid,
            "minimum": self.low if self.valid else None,
            "maximum": self.high if self.valid else None,
            "mean": float(f"{self.mean:.9g}") if self.valid else None,
            "clamped_up": self.raised,
            "clamped_down": self.lowered,
            "undefined": self.undefined,
            **(
                {"classes": {str(code): n for code, n in sorted(self.classes.items())}}
                if self.classes
                else {}
            ),
        }


@dataclass
class RunTally:
    """All counts of one job."""

    pixels: int
    inputs: dict[str, InputTally]
    outputs: dict[str, OutputTally]
    checks: list[int] = field(default_factory=list)
    checked: int = 0

    def add(self, other: RunTally) -> None:
        """Add another part's counts; ``pixels`` are the whole raster's from the start."""
        for name, counted in other.inputs.items():
            self.inputs[name].add(counted)
        for name, result in other.outputs.items():
            self.outputs[name].add(result)
        self.checks = [mine + theirs for mine, theirs in zip(self.checks, other.checks)]
        self.checked += other.checked

    def as_dict(self) -> dict[str, Any]:
        """Return the counts for the provenance."""
        return {
            "pixels": self.pixels,
            "inputs": {name: tally.as_dict() for name, tally in self.inputs.items()},
            "outputs": {name: tally.as_dict() for name, tally in self.outputs.items()},
            "checks": self.checks,
        }
