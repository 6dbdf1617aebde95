"""A new journal from all that can be read of a damaged one, which is kept."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from journal.clock import Clock
from journal.files import flush
from journal.plural import count
from journal.storage.connecting import make_engine, speaking
from journal.storage.errors import damaged, in_use
from journal.storage.mapping import Words
from journal.storage.opening import (
    RESTORING,
    copy_set,
    forget,
    locked,
    make_new,
    real_file,
    refuse_what_is_no_file,
    still,
)
from journal.storage.restoring import put_in_place
from journal.storage.salvage import Salvaged, salvage
from journal.storage.shapes import Rescued
from journal.storage.store import Store
from journal.storage.verifying import look_over, settle_copy


def rescue(path: Path, backup: Path | None, clock: Clock, words: Words) -> Rescued:
    """Put a new journal with all that can be read of the one at `path` in its place; what it lost, from `backup`.

    Raises StorageError; then nothing was changed.
    """
    with speaking(path, "rescue"):
        file = real_file(path)
        refuse_what_is_no_file(file)
        aside = Path(f"{file}{RESTORING}")
        with locked(file):
            try:
                before = _state(file)
                found = _salvage(file, aside, backup)
                _write(aside, found, clock, words)
                if _state(file) != before:
                    raise in_use(file, "rescue")
                former = put_in_place(file, aside, clock)
            finally:
                forget(aside)
    return Rescued(
        entries=len(found.entries),
        former=str(former),
        from_log=tuple(found.from_log),
        from_backup=tuple(found.from_backup),
        doubtful=tuple(found.doubtful),
    )


def _state(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_size, found.st_mtime_ns


def _salvage(file: Path, aside: Path, backup: Path | None) -> Salvaged:
    """Read from a copy, in which SQLite may roll back what was cut short."""
    forget(aside)
    with still(file):
        copy_set(file, aside)
    with suppress(sqlite3.Error):
        settle_copy(aside)
    found = salvage(aside, backup)
    forget(aside)
    if not found.entries:
        raise damaged(file, "nothing in it can be read")
    return found


def _write(aside: Path, found: Salvaged, clock: Clock, words: Words) -> None:
    make_new(aside, clock)
    store = Store(aside, make_engine(aside), clock, words, None)
    try:
        in_order = sorted(found.entries.values(), key=lambda each: (each.recorded_at or each.at, each.id))
        store.import_entries(in_order, f"rescue of {count(len(in_order), 'entry')}")
    finally:
        store.close()
    look_over(aside)
    flush(aside)
