"""Noticing what was committed, here or by another program."""

import os
import sqlite3
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine

from journal.glance import Mark, open_mark
from journal.storage.connecting import WAIT_SECONDS

ASKED = 0.1
"""Seconds for which one thread waits for another that asks the same; longer than that it waits for a program."""


class Watch:
    """A connection that never writes and a handle on the file's header, both held as long as the store is open."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self._engine = engine
        # Two, because who asks may wait for a writer, and the writer for a reader that wants the mark of what it reads.
        self._asking, self._holding = Lock(), Lock()
        self._connection = engine.raw_connection()
        # Closed after every connection: to close any handle of a file drops the locks that SQLite holds on it.
        self._handle: int | None = os.open(path, os.O_RDONLY | os.O_CLOEXEC)

    def version(self) -> int:
        """SQLite's data_version: on a connection that never writes, commits from here count like all others."""
        with self._asking:
            return self._ask()

    def version_now(self) -> int | None:
        """The same without waiting for another program; None while that cannot be told."""
        if not self._asking.acquire(timeout=ASKED):
            return None
        try:
            return self._ask_once() if self._handle is not None else None
        finally:
            self._asking.release()

    def _ask_once(self) -> int | None:
        try:
            self._driver.execute("PRAGMA busy_timeout=0").close()
            return self._ask()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname.startswith("SQLITE_BUSY"):
                return None
            raise
        finally:
            self._driver.execute(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}").close()

    @property
    def _driver(self) -> sqlite3.Connection:
        driver = self._connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return driver

    def _ask(self) -> int:
        return int(self._driver.execute("PRAGMA data_version").fetchone()[0])

    def mark(self, connection: Connection) -> Mark:
        """The mark of the file as `connection` reads it now; () after `close`."""
        connection.exec_driver_sql("SELECT max(n) FROM entry").all()  # holds a reader's lock: no commit is half-way
        with self._holding:
            return () if self._handle is None else open_mark(self._handle)

    def close(self) -> None:
        """Let go of the file, with all connections of the engine. A second time does nothing."""
        with self._asking, self._holding:
            self._connection.close()
            self._engine.dispose()
            if self._handle is not None:
                os.close(self._handle)
                self._handle = None
