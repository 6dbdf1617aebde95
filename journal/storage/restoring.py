"""Putting another file in the journal's place. The one that stood there is moved aside, never deleted."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

from journal.clock import Clock
from journal.files import flush, make_folder, sync_folder
from journal.storage.backups import Backups
from journal.storage.connecting import connect, make_engine, speaking
from journal.storage.errors import DoesNotFit, StorageError
from journal.storage.opening import RESTORING, copy_set, forget, leftovers, locked, prepare, real_file
from journal.storage.shapes import Verified
from journal.storage.verifying import look_over, refuse_strangers, settle_copy

FORMER = "journal.replaced-*.db"
"""The names of journals that were moved aside."""


def restore(path: Path, source: Path, clock: Clock, backups: Backups) -> tuple[Verified, Path | None]:
    """Put a verified copy of `source` in the place of the journal at `path`, which may be damaged or missing.

    Gives what was put there and where the former journal is. A whole journal is backed up first. Raises
    StorageError; then nothing was changed.
    """
    with speaking(path, "restore"):
        file = real_file(path)
        if source.resolve() == file:
            raise DoesNotFit(f"nothing was restored: {source} is the journal itself")
        with _telling(source):
            refuse_strangers(source)
        make_folder(file.parent)
        _last_backup(file, clock, backups)
        with locked(file):
            aside = Path(f"{file}{RESTORING}")
            found = _take(source, aside)
            return found, put_in_place(file, aside, clock)


def put_in_place(file: Path, aside: Path, clock: Clock) -> Path | None:
    """Give the closed, durable `aside` the name `file`; where what stood there is now. The caller holds the lock."""
    former = _free(file, clock)
    with _alone(file):
        moved = [each for each in (file, *leftovers(file)) if os.path.lexists(each)]
        for each in moved:
            each.rename(f"{former}{str(each).removeprefix(str(file))}")
        aside.rename(file)
        sync_folder(file.parent)
    return former if moved else None


def _take(source: Path, aside: Path) -> Verified:
    """Copy `source` with what stands beside it to `aside`, let SQLite finish there what was cut short, and verify."""
    forget(aside)
    try:
        with _telling(source, aside):
            copy_set(source, aside)
            settle_copy(aside)
            found = look_over(aside)
            flush(aside)
    except (StorageError, OSError, sqlite3.Error):
        forget(aside)
        raise
    return found


@contextmanager
def _telling(source: Path, aside: Path | None = None) -> Iterator[None]:
    """Say of an error, which may name the copy `aside`, that `source` was not restored."""
    try:
        yield
    except StorageError as error:
        told = str(error).replace(str(aside or source), str(source))
        raise type(error)(f"nothing was restored: {told}") from error


def _last_backup(file: Path, clock: Clock, backups: Backups) -> None:
    """Back up what is about to be moved aside, where that can be done: it is kept as it is anyway."""
    if not file.is_file():
        return
    with suppress(StorageError), speaking(file, "back up"):
        engine = make_engine(prepare(file, clock))
        try:
            backups.make(engine, "restore")
        finally:
            engine.dispose()


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """While no other program writes to `file`, where it is whole enough to be locked.

    What was cut short in it is left as it is: a connection would change it.
    """
    if not file.is_file() or leftovers(file):
        yield
        return
    try:
        connection = connect(file)
    except sqlite3.Error:
        yield
        return
    with closing(connection):
        connection.execute("BEGIN EXCLUSIVE")
        yield


def _free(file: Path, clock: Clock) -> Path:
    stem = f"{file.stem}.replaced-{clock.now():%Y%m%d-%H%M%S}"
    names = (file.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{file.suffix}") for number in count(1))
    return next(name for name in names if not name.exists())
