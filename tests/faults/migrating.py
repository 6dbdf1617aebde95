"""A program that opens a journal as if there were a newer schema: `python -m tests.faults.migrating PATH FOLDER`.

FOLDER holds the steps. It says "migrated" when the journal is open.
"""

import sys
from pathlib import Path

from journal.clock import system_clock
from journal.storage import opening, store
from journal.storage.migrations import steps
from journal.storage.store import Store


def main(path: Path, folder: Path) -> None:
    """Migrate the journal at `path`."""
    steps.FOLDER = folder
    for module in (steps, opening, store):
        vars(module)["SCHEMA"] = 2
    print("begun", flush=True)
    Store.open(path, system_clock()).close()
    print("migrated", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
