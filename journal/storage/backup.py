"""Whole, verified copies of the journal."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from journal.files import make_folder, whole
from journal.storage.connecting import address
from journal.storage.errors import CannotAccess, UnreadableRow
from journal.storage.shapes import Backup, Verified
from journal.storage.verifying import TALLY, verify


def back_up(engine: Engine, to: Path) -> Backup:
    """Copy the journal to the file `to` (0600) through SQLite, verify the copy, and only then give it its name.

    Other programs may write meanwhile; the copy is the journal at one moment. Raises OSError, sqlite3.Error, and
    CannotAccess when the copy is not whole.
    """
    make_folder(to.parent)
    with whole(to) as aside:
        found = _verified(aside, *_copy(engine, aside))
    return Backup(path=str(to), entries=found.entries, changed=found.changed)


def _copy(engine: Engine, aside: Path) -> tuple[int, str | None]:
    """Copy within one read transaction; how many entries it saw, and the one written last."""
    with engine.connect() as connection, closing(sqlite3.connect(address(aside, "mode=rw"), uri=True)) as target:
        count, newest = connection.exec_driver_sql(TALLY).one()
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        # The copy counts only once it is verified and flushed as a whole.
        target.execute("PRAGMA synchronous=OFF").close()
        source.backup(target)
    return count, newest


def _verified(aside: Path, count: int, newest: str | None) -> Verified:
    try:
        found = verify(aside)
        why = "" if (found.entries, found.newest) == (count, newest) else f"it holds {found.entries} of {count} entries"
    except UnreadableRow as error:
        why = str(error)
    if why:
        raise CannotAccess(f"not backed up: the copy is not whole ({why}). The journal is unchanged.")
    return found
