"""Connections to the file: how they are set up, and how transactions begin.

Threads: a connection serves one thread at a time, taken from a small pool and given back when the transaction ends,
so any thread may read or write. Reads begin plainly; writes begin with BEGIN IMMEDIATE, which waits for its turn
instead of failing half-way. No transaction outlives the call that began it.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from journal.storage.errors import CannotAccess, Doing, UnreadableRow, damaged, translate

WAIT_SECONDS = 60
"""How long to wait for another program that is writing."""

ROOM = 32 * 1024**2
"""Bytes of the file that are kept in memory while many entries are written."""

_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("busy_timeout", str(WAIT_SECONDS * 1000), WAIT_SECONDS * 1000),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("cache_size", "-512", -512),
)
"""Each with its value and what SQLite then reads it as. The cache, in KiB, is for each connection: more only takes
memory, for what is read is in the system's cache, too."""


def make_engine(path: Path, *, only_reading: bool = False) -> Engine:
    """An engine for the existing file at `path`; nothing is opened yet."""
    make = connect_to_read if only_reading else connect
    engine = create_engine("sqlite://", creator=lambda: make(path), poolclass=QueuePool, pool_size=4)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, whose transactions are for writing."""
    return engine.execution_options(immediate=True)


def connect(path: Path) -> sqlite3.Connection:
    """A connection that never makes a file, never starts a transaction by itself, and keeps what it wrote.

    Raises sqlite3.Error, and CannotAccess when a setting that durability stands on does not take.
    """
    connection = sqlite3.connect(
        address(path, "mode=rw"), uri=True, isolation_level=None, check_same_thread=False, timeout=WAIT_SECONDS
    )
    try:
        for name, value, expected in _PRAGMAS:
            connection.execute(f"PRAGMA {name}={value}").close()
            taken = connection.execute(f"PRAGMA {name}").fetchone()[0]
            if taken != expected:
                raise CannotAccess(f"cannot open the journal {path}: SQLite keeps {name} at {taken}, not {expected}")
    except (sqlite3.Error, CannotAccess):
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that can change nothing. Raises sqlite3.Error."""
    return sqlite3.connect(
        address(path, "mode=ro"), uri=True, isolation_level=None, check_same_thread=False, timeout=WAIT_SECONDS
    )


def address(path: Path, how: str) -> str:
    """The URI of `path` for SQLite, whatever bytes its name is made of."""
    return f"file:{quote(os.fsencode(path))}?{how}"


def _begin(connection: Connection) -> None:
    # The driver is told never to begin by itself (isolation_level None): it would leave DDL outside of transactions.
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """While many pages of the file are changed: SQLite keeps up to ROOM of them in memory."""
    (before,) = connection.exec_driver_sql("PRAGMA cache_size").one()
    connection.exec_driver_sql(f"PRAGMA cache_size={-ROOM // 1024}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size={before}")


@contextmanager
def speaking(path: Path, doing: Doing) -> Iterator[None]:
    """Turn what SQLite and the system say into a StorageError."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise translate(error.orig, path, doing) from error
    except (sqlite3.Error, OSError) as error:
        raise translate(error, path, doing) from error
    except UnreadableRow as error:
        raise damaged(path, str(error)) from error
