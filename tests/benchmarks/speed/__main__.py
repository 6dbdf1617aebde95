"""`python -m tests.benchmarks.speed [--quick] [--json] [--only GROUP] [--rounds N] [--years 0 1 10 50]`."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from platform import machine, python_version
from time import monotonic

from tests.benchmarks.speed.measuring import Group, Line, in_turns, lines, plain, table

GROUPS = ("start", "keys", "commands", "files", "growth")
"""Each is a module here with `group(scratch, years)`."""


def main() -> int:
    """Measure, print the table, and give 1 when a goal is missed."""
    arguments = argparse.ArgumentParser(prog="python -m tests.benchmarks.speed", description=__doc__)
    arguments.add_argument("--only", action="append", choices=GROUPS, help="one group (may be repeated)")
    arguments.add_argument("--quick", action="store_true", help="3 rounds, without the journal of 10 years")
    arguments.add_argument("--rounds", type=int, help="how often each is measured (9)")
    arguments.add_argument("--years", type=int, nargs="+", help="journals of so many years (0 1 10 50)")
    arguments.add_argument("--json", action="store_true", help="print one JSON value")
    given = arguments.parse_args()
    rounds = given.rounds or (3 if given.quick else 9)
    years = given.years or ([0, 1, 50] if given.quick else [0, 1, 10, 50])
    # The program is measured as it is installed: with compiled modules, and without what the caller's shell set.
    for name in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "RECOVERY_JOURNAL_DATA"):
        os.environ.pop(name, None)
    found: list[Line] = []
    began, load = monotonic(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as scratch:
        for name in given.only or GROUPS:
            group: Callable[[Path, list[int]], Group] = import_module(f"tests.benchmarks.speed.{name}").group
            print(f"{monotonic() - began:.0f} s: {name} ...", file=sys.stderr, flush=True)
            measured = group(Path(scratch), years)
            found += lines(in_turns(measured, rounds), measured.goals)
    print(json.dumps(plain(found), indent=1) if given.json else table(found))
    missed = [each.figure for each in found if each.held is False]
    print(
        f"{sum(each.held is not None for each in found)} goals, {len(missed)} missed; {os.cpu_count()} cores "
        f"({machine()}), Python {python_version()}, load {load:.1f} before and {os.getloadavg()[0]:.1f} after, "
        f"{monotonic() - began:.0f} s",
        file=sys.stderr if given.json else sys.stdout,
    )
    return int(any(each.held is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
