"""Whole, verified copies of the journal."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, func, select

from journal.files import sync_folder
from journal.storage.connecting import address
from journal.storage.errors import CannotAccess
from journal.storage.private import flush, make_file, make_folder
from journal.storage.shapes import Backup
from journal.storage.tables import entry


def back_up(engine: Engine, to: Path) -> Backup:
    """Copy the journal to the file `to` (0600) through SQLite, verify the copy, and only then give it its name.

    Other programs may write meanwhile; the copy is the journal at one moment. Raises OSError, sqlite3.Error, and
    CannotAccess when the copy is not whole.
    """
    make_folder(to.parent)
    aside = to.with_name(f".{to.name}.{os.getpid()}.new")
    aside.unlink(missing_ok=True)
    os.close(make_file(aside))
    try:
        count = _copy(engine, aside)
        _verify(aside, count)
        flush(aside)
        aside.rename(to)
    finally:
        aside.unlink(missing_ok=True)
    sync_folder(to.parent)
    return Backup(path=str(to), entries=count)


def _copy(engine: Engine, aside: Path) -> int:
    """Copy within one read transaction; how many entries it saw."""
    with engine.connect() as connection, closing(sqlite3.connect(address(aside, "mode=rw"), uri=True)) as target:
        count = connection.execute(select(func.count()).select_from(entry)).scalar_one()
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        source.backup(target)
    return count


def _verify(aside: Path, count: int) -> None:
    with closing(sqlite3.connect(address(aside, "mode=ro"), uri=True)) as copy:
        said = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        found = copy.execute("SELECT count(*) FROM entry").fetchone()[0]
    if said != "ok" or found != count:
        why = said if said != "ok" else f"it holds {found} of {count} entries"
        raise CannotAccess(f"not backed up: the copy is not whole ({why}). The journal is unchanged.")
