"""`python -m tests.faults [--only SECTION] [--short] [--json] [--count NAME=N]`: the figures of RELIABILITY.md."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from tests.faults.findings import Tally, table
from tests.faults.program import Build

SECTIONS = (
    *("kills", "power", "disks", "several", "damaged", "backups", "migrations"),
    *("imports", "texts", "quiet", "terminals", "clocks", "soak"),
)
"""Each is a module here."""
NEEDS = {"power": "strace", "disks": "strace", "quiet": "strace", "clocks": "faketime"}
"""The program that a section cannot do without."""


def missing(section: str) -> str:
    """Why a section cannot be run here; "" when it can."""
    needed = NEEDS.get(section)
    return f"{section} was not run: it needs {needed}" if needed and shutil.which(needed) is None else ""


def run_section(
    name: str, build: Build, scratch: Path, *, long: bool = False, counts: Mapping[str, int] = MappingProxyType({})
) -> list[Tally]:
    """What one section finds; `counts` take the place of those of its form. What cannot be run is not tried."""
    if missing(name):
        return [Tally(name, missing(name))]
    section = import_module(f"tests.faults.{name}")
    form: dict[str, int] = section.LONG if long else section.SHORT
    found: list[Tally] = section.run(build, scratch, **{**form, **counts})
    return found


def main() -> int:
    """Run the sections, print the table, and give 1 when something did not hold."""
    arguments = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    arguments.add_argument("--only", action="append", choices=SECTIONS, help="one section (may be repeated)")
    arguments.add_argument("--short", action="store_true", help="the short form that runs with the other tests")
    arguments.add_argument("--count", action="append", default=[], metavar="NAME=N", help="another count")
    arguments.add_argument("--broken", default="", metavar="NAME", help="on a build broken in this way (broken.py)")
    arguments.add_argument("--json", action="store_true", help="print one JSON value")
    given = arguments.parse_args()
    counts = {name: int(number) for name, _, number in (each.partition("=") for each in given.count)}
    found: list[Tally] = []
    for name in given.only or SECTIONS:
        print(f"{name} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as scratch:
            found += run_section(name, Build(given.broken), Path(scratch), long=not given.short, counts=counts)
    print(json.dumps([asdict(each) for each in found], indent=1) if given.json else table(found))
    return int(not all(each.held for each in found))


if __name__ == "__main__":
    sys.exit(main())
