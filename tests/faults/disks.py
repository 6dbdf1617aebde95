"""Disks that fail: one system call after the other returns an error while an entry is saved (strace)."""

import shutil
from pathlib import Path

from tests.faults.findings import Tally
from tests.faults.inject import SYNCS, failing, fired, set_of
from tests.faults.kept import stored
from tests.faults.program import Build, Told

LONG = {"places": 99}
SHORT = {"places": 1}
CASES = (("pwrite64", "EIO"), ("pwrite64", "ENOSPC"), (SYNCS, "EIO"), (SYNCS, "ENOSPC"), ("unlink", "EIO"))


def run(build: Build, scratch: Path, places: int) -> list[Tally]:
    """Each kind of call fails at its first, second, … time, until there is no such time; at most `places` each."""
    whole, folder, trace = scratch / "whole", scratch / "data", scratch / "trace"
    Build().run(whole, "log", "l calf 3", "note before")
    before = set(stored(whole))
    truth = Tally("disks", "the exit status says truly whether the entry is there, in one line")
    kept = Tally("disks", "earlier entries stay, the journal is whole and takes the next entry")
    for calls, error in CASES:
        for place in range(1, places + 1):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(whole, folder)
            strace = tuple(failing(trace, calls, error, f"{place}", *set_of(folder / "journal.db")))
            told = build.run(folder, "log", "note after", before=strace)
            if not fired(trace):
                break
            after = set(stored(folder))
            what = f"{calls} {place} {error}: {told}"
            truth.saw(_true(told, there=after > before), what)
            kept.saw(before <= after and Build().run(folder, "log", "l calf 1").status == 0, what)
    return [truth, kept]


def _true(told: Told, *, there: bool) -> bool:
    """An entry that was refused is there only when the answer says that this is not sure."""
    if told.status == 0:
        return there
    return told.status == 4 and told.one_line and not (there and told.error.startswith("error: not saved:"))
