"""Whole processes: the commands beside bare Python, bare imports, one insert by the ORM, and peers that are there."""

import itertools
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from tests.benchmarks.speed.floors import ORM_INSERT, python
from tests.benchmarks.speed.measuring import Goal, Group, Probe, Values, if_it_runs
from tests.benchmarks.speed.start import RJ, copy_of

FINE = (0, 1)
"""The statuses of `rj today --short`: nothing is due, a check-in is."""


def process(name: str, command: Callable[[], Sequence[str]], fine: Sequence[int] = (0,)) -> Probe:
    """A process from its start to its end; raises RuntimeError for a status that is not `fine`."""

    def run() -> Values:
        argv = command()
        began = perf_counter()
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        took = perf_counter() - began
        if done.returncode not in fine:
            raise RuntimeError(f"{argv}: {done.returncode} {done.stderr}")
        return {_figure(name): 1000 * took}

    return Probe(name, run)


def group(scratch: Path, years: Sequence[int]) -> Group:
    """The commands on the largest journal of `years`."""
    folder = copy_of(max(years), scratch, "commands")
    number = itertools.count()

    def rj(*arguments: str) -> Callable[[], Sequence[str]]:
        return lambda: [RJ, "--data", str(folder), *arguments]

    probes = [
        process("python -c pass", lambda: python("pass")),
        process("import sqlalchemy.orm", lambda: python("import sqlalchemy.orm")),
        process("import sqlalchemy.orm + ORM insert", lambda: python(ORM_INSERT, str(scratch / f"{next(number)}.db"))),
        process("rj log", rj("log", "l calf 3")),
        process("rj today", rj("today")),
        process("rj today --short, first after an entry", rj("today", "--short"), FINE),
        process("rj today --short", rj("today", "--short"), FINE),
        process("rj list --days 30", rj("list", "--days", "30")),
        process("rj --version", rj("--version")),
        *map(if_it_runs, _peers(scratch)),
    ]
    goals = [
        Goal(figure=_figure("rj log"), floor=_figure("import sqlalchemy.orm + ORM insert"), most=1.15),
        Goal(figure=_figure("rj today --short"), floor=_figure("python -c pass"), most=4),
        *(Goal(figure=_figure("rj today --short"), floor=_figure(peer.name), most=1) for peer in _peers(scratch)),
    ]
    return Group(probes=probes, goals=goals)


def _peers(scratch: Path) -> list[Probe]:
    """One entry saved by other journals, where they are installed."""
    probes = []
    if shutil.which("jrnl"):
        config = scratch / "jrnl.yaml"
        config.write_text(f"journals:\n  default:\n    journal: {scratch / 'jrnl.txt'}\nversion: v4.2\n")
        probes.append(process("jrnl", lambda: ["jrnl", "--config-file", str(config), "yesterday:", "calf 3"]))
    if shutil.which("task"):
        base = ["rc:/dev/null", f"rc.data.location={scratch}", "rc.confirmation=off", "rc.verbose=nothing"]
        probes.append(process("taskwarrior", lambda: ["task", *base, "add", "calf 3"]))
    return probes


def _figure(name: str) -> str:
    return f"{name}, ms"
