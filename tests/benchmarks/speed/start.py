"""Starting the app in a terminal: exec to the first frame, to the runner's real figures, memory, idling, the end."""

import shutil
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import sleep

from journal.book import Journal
from journal.clock import system_clock
from tests.benchmarks.speed.floors import HELLO, python
from tests.benchmarks.speed.measuring import Goal, Group, Probe, Values, if_it_runs
from tests.benchmarks.speed.samples import folder_of
from tests.benchmarks.speed.terminal import Terminal

RJ = str(Path(sys.executable).with_name("rj"))
SHELL = "istory"
"""In the bar at the top (its first letter is underlined)."""
IDLE_SECONDS = 2.0
CALM = 1.0
"""Seconds without output, before the processor is asked whether all that a start sets going is done."""
AT_REST, LOOK, LONGEST = 0.01, 0.5, 20.0
"""A program rests when it uses less than this share of a processor; so long each look takes, and all of them."""
PEERS = {"posting": "ollection", "bagels": "ccounts"}
"""Apps on the same toolkit, with what their first frame says."""


def copy_of(years: int, scratch: Path, name: str = "start") -> Path:
    """A copy of a sample journal that may be written to; of 0 years one without entries."""
    target = scratch / f"{name}-{years}"
    shutil.copytree(folder_of(years), target)
    return target


def figures_of(folder: Path) -> str:
    """Words that Today shows of the journal in `folder`, and of no other."""
    with Journal(folder, system_clock()) as journal:
        return " ".join(journal.status().sentence.split()[:3])


def run(name: str, argv: Sequence[str], first: str, real: str, quit_keys: str = "q") -> Values:
    """One life of a program."""
    with Terminal(argv) as terminal:
        frame = terminal.until(first)
        shown = terminal.until(real)
        terminal.settle(CALM)
        _until_at_rest(terminal)
        used = terminal.processor_seconds()
        memory = terminal.memory()
        sleep(IDLE_SECONDS)
        idle = (terminal.processor_seconds() - used) / IDLE_SECONDS
        ended, status = terminal.end(quit_keys)
    if status:
        raise RuntimeError(f"{name} ended with status {status}")
    return {
        f"{name}: first frame, ms": 1000 * frame,
        f"{name}: real figures, ms": 1000 * shown,
        f"{name}: memory, MiB": memory,
        f"{name}: idle processor, %": 100 * idle,
        f"{name}: exit, ms": 1000 * ended,
    }


def _until_at_rest(terminal: Terminal) -> None:
    """Wait for what goes on without output. What never rests is measured as it is."""
    last = terminal.now + LONGEST
    share = 1.0
    while share > AT_REST and terminal.now < last:
        used = terminal.processor_seconds()
        sleep(LOOK)
        share = (terminal.processor_seconds() - used) / LOOK


def group(scratch: Path, years: Sequence[int]) -> Group:
    """The app on journals of `years` beside the smallest Textual app."""
    probes = [Probe("hello", partial(run, "hello", python(HELLO), "hello there", "hello there"))]
    goals: list[Goal] = []
    for number in years:
        folder = copy_of(number, scratch)
        name = f"Today, {number} years"
        probes.append(Probe(name, partial(run, name, [RJ, "--data", str(folder)], SHELL, figures_of(folder))))
        goals += [
            Goal(figure=f"{name}: first frame, ms", floor="hello: first frame, ms", most=1.1),
            Goal(figure=f"{name}: real figures, ms", floor="hello: first frame, ms", most=1.35),
            Goal(figure=f"{name}: memory, MiB", floor="hello: memory, MiB", most=1.9),
            Goal(figure=f"{name}: idle processor, %", most=0.3),
            Goal(figure=f"{name}: exit, ms", floor="hello: exit, ms", most=0.25),
        ]
    probes += [
        if_it_runs(Probe(name, partial(run, name, [name], first, first, "\x11")))
        for name, first in PEERS.items()
        if shutil.which(name)
    ]
    if {1, 50} <= set(years):
        for what in ("first frame", "real figures"):
            fifty, one = (f"Today, {number} years: {what}, ms" for number in (50, 1))
            goals.append(Goal(figure=fifty, floor=one, most=1.1))
    return Group(probes=probes, goals=goals)
