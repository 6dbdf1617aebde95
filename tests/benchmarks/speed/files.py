"""Out and in again: export and import of whole journals, with the memory they take."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.benchmarks.speed.measuring import Goal, Group, Probe, Values
from tests.benchmarks.speed.samples import folder_of
from tests.benchmarks.speed.start import RJ

MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def group(scratch: Path, years: Sequence[int]) -> Group:
    """Export and import of the largest journal of `years`."""
    number = max(years)
    out = scratch / "export.jsonl"
    probes = [
        Probe("export", partial(_run, "export", folder_of(number), "export", str(out))),
        Probe("import", partial(_import, scratch / "new", out)),
    ]
    goals = [
        Goal(figure="export, s", most=3),
        Goal(figure="export: memory, MiB", most=150),
        Goal(figure="import, s", most=10),
        Goal(figure="import: memory, MiB", most=150),
    ]
    return Group(probes=probes, goals=goals if number >= 50 else (), rounds=3)


def _import(into: Path, out: Path) -> Values:
    shutil.rmtree(into, ignore_errors=True)
    return _run("import", into, "import", str(out))


def _run(name: str, folder: Path, *arguments: str) -> Values:
    began = perf_counter()
    argv = [sys.executable, "-c", MEASURED, RJ, "--data", str(folder), *arguments]
    done = subprocess.run(argv, capture_output=True, text=True, check=True)
    took = perf_counter() - began
    return {f"{name}, s": took, f"{name}: memory, MiB": int(done.stdout) / _KIB_IN_MIB}


_KIB_IN_MIB = 1024 if sys.platform != "darwin" else 1024**2
