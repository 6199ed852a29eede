"""Daily files of climate stations, made up for tests."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import numpy as np

NAMES = ("station", "date", "rain", "temperature", "tmin", "tmax", "wind", "humidity", "snow")


def days(first: int, last: int) -> list[datetime.date]:
    start = datetime.date(first, 1, 1)
    return [
        start + datetime.timedelta(n) for n in range((datetime.date(last + 1, 1, 1) - start).days)
    ]


def weather(station: int, first: int = 2001, last: int = 2003, seed: int = 1) -> list[dict]:
    """Rows of one station with one decimal, in order of days."""
    rng = np.random.default_rng((seed, station))
    rows = []
    for day in days(first, last):
        season = -np.cos(2 * np.pi * day.timetuple().tm_yday / 365)
        mean = round(float(12 + 14 * season + rng.normal(0, 3)), 1)
        wet = rng.random() < 0.3 + 0.15 * season
        rows.append(
            {
                "station": str(54000 + station),
                "date": day.isoformat(),
                "rain": round(float(rng.gamma(0.7, 14)), 1) if wet else 0.0,
                "temperature": mean,
                "tmin": round(mean - float(rng.uniform(2, 8)), 1),
                "tmax": round(mean + float(rng.uniform(2, 8)), 1),
                "wind": round(float(rng.gamma(2.5, 1.6)), 1),
                "humidity": int(rng.integers(20, 100)),
                "snow": int(rng.integers(1, 12)) if mean < -3 else 0,
            }
        )
    return rows


def write_csv(path: Path, rows, names=None, encoding="utf-8", separator=",") -> Path:
    """Write rows of one kind of dict, or lists with ``names`` as header."""
    path = Path(path)
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=separator)
        header = names or list(rows[0])
        writer.writerow(header)
        for row in rows:
            writer.writerow([row[name] for name in header] if isinstance(row, dict) else row)
    return path


def write_table(path: Path, places, **how) -> Path:
    """Write a station table from (id, longitude, latitude, elevation)."""
    names = ["station", "longitude", "latitude", "elevation"]
    return write_csv(path, [list(place) for place in places], names, **how)
