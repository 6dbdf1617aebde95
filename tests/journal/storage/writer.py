"""A program that writes to the journal: one entry a line, said only after it is on the disk.

Run as `python -m tests.journal.storage.writer PATH NAME COUNT`.
"""

import sys
from dataclasses import replace
from pathlib import Path

from journal.clock import Clock, system_clock
from journal.storage.store import Store
from tests.support import MONDAY, rating


def write(path: Path, name: str, count: int, clock: Clock) -> None:
    """Record `count` entries, opening the journal anew for each, as a command would."""
    for number in range(count):
        store = Store.open(path, clock)
        (saved,) = store.record([replace(rating(MONDAY, number % 11), note=f"{name} {number}")], "write")
        print(saved.id, flush=True)
        store.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), system_clock())
