"""Running a process to its end and counting what it took: wall time, processor time, memory.

A process's peak of memory starts with that of the process that made it. So this file is also a
little program that imports next to nothing: it starts the command, counts, and tells in JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

# Linux counts the peak in KiB, macOS in bytes.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
MIB = 1024 * 1024


@dataclass(frozen=True)
class Usage:
    """What one run took.

    ``peak_mib`` is the resident memory of its largest process, ``others_s`` the processor time that
    the rest of the machine took meanwhile (None where the system does not tell).
    """

    wall_s: float
    cpu_s: float
    peak_mib: float
    others_s: float | None
    code: int


def run(command: Sequence[str], environment: Mapping[str, str], log: Path) -> Usage:
    """Run a command with these variables added; what it says goes to ``log``."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", __file__, str(log), *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env={**os.environ, **environment},
        check=True,
    )
    return Usage(**json.loads(done.stdout))


def run_all(commands: Sequence[Sequence[str]], environment: Mapping[str, str], log: Path) -> Usage:
    """Run commands one after the other, until one fails: times add up, the peak is the largest."""
    parts: list[Usage] = []
    for command in commands:
        parts.append(run(command, environment, log))
        if parts[-1].code:
            break
    return Usage(
        sum(part.wall_s for part in parts),
        sum(part.cpu_s for part in parts),
        max(part.peak_mib for part in parts),
        None if parts[0].others_s is None else sum(part.others_s or 0.0 for part in parts),
        parts[-1].code,
    )


def _machine_busy_s() -> float | None:
    """Return the processor time that all processes, and the host of this machine, took so far."""
    try:
        first = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()
    except OSError:
        return None
    user, nice, system, _idle, _wait, irq, soft, steal = (int(text) for text in first[1:9])
    return (user + nice + system + irq + soft + steal) / os.sysconf("SC_CLK_TCK")


def _count(log: str, command: Sequence[str]) -> Usage:
    with Path(log).open("ab") as stream:
        stream.write(f"$ {' '.join(command)}\n".encode())
        stream.flush()
        busy = _machine_busy_s()
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        busy_after = _machine_busy_s()
        process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    others = None if busy is None or busy_after is None else max(0.0, busy_after - busy - cpu)
    return Usage(wall, cpu, usage.ru_maxrss * _RSS_UNIT / MIB, others, process.returncode)


if __name__ == "__main__":
    print(json.dumps(asdict(_count(sys.argv[1], sys.argv[2:]))))
