"""What SQLite and the system say, in words for the runner."""

import errno
import os
import resource
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from journal.errors import JournalError
from journal.storage.errors import (
    CannotAccess,
    DiskError,
    InUse,
    JournalDamaged,
    NoSpace,
    ReadOnly,
    StorageError,
    translate,
)
from journal.storage.store import Store
from tests.journal.storage.support import to_undo
from tests.support import MONDAY, FakeClock, rating

HERE = Path("/somewhere/journal.db")


def of_sqlite(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("what SQLite said")
    error.sqlite_errorname = name
    return error


def of_system(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("error", "kind", "exit_code", "says"),
    [
        (of_sqlite("SQLITE_BUSY"), InUse, 5, "not saved: another program is using the journal"),
        (of_sqlite("SQLITE_BUSY_SNAPSHOT"), InUse, 5, "another program"),
        (of_sqlite("SQLITE_LOCKED"), InUse, 5, "another program"),
        (of_sqlite("SQLITE_FULL"), NoSpace, 4, "not saved: no space left on /somewhere."),
        (of_sqlite("SQLITE_READONLY_DIRECTORY"), ReadOnly, 4, "not saved: /somewhere/journal.db is read-only."),
        (of_sqlite("SQLITE_CANTOPEN"), ReadOnly, 4, "is read-only."),
        (of_sqlite("SQLITE_IOERR_FSYNC"), DiskError, 4, "not saved: the disk reported an error on /somewhere/"),
        (of_sqlite("SQLITE_CORRUPT_INDEX"), JournalDamaged, 3, "is damaged (what SQLite said). It was not changed."),
        (of_sqlite("SQLITE_NOTADB"), JournalDamaged, 3, "is damaged (what SQLite said)"),
        (sqlite3.OperationalError("Could not decode to UTF-8 column"), JournalDamaged, 3, "stored text is no text"),
        (of_sqlite("SQLITE_TOOBIG"), CannotAccess, 4, "not saved: /somewhere/journal.db: what SQLite said."),
        (of_system(errno.ENOSPC), NoSpace, 4, "no space left on /somewhere."),
        (of_system(errno.EDQUOT), NoSpace, 4, "no space left on /somewhere."),
        (of_system(errno.EROFS), ReadOnly, 4, "is read-only."),
        (of_system(errno.EIO), DiskError, 4, "the disk reported an error"),
        (of_system(errno.EACCES), CannotAccess, 4, "Permission denied"),
    ],
)
def test_an_error_while_saving(
    error: sqlite3.Error | OSError, kind: type[StorageError], exit_code: int, says: str
) -> None:
    made = translate(error, HERE, "save")
    assert (type(made), made.exit_code) == (kind, exit_code)
    assert says in str(made)
    assert "\n" not in str(made)
    assert isinstance(made, JournalDamaged) or "Earlier entries are unchanged." in str(made)
    assert isinstance(made, JournalError)


def test_a_disk_error_while_reading_is_no_damage() -> None:
    made = translate(of_sqlite("SQLITE_IOERR_READ"), HERE, "read")
    assert type(made) is DiskError
    assert str(made).startswith("cannot read /somewhere/journal.db: disk error.")


def test_a_file_that_cannot_be_opened_for_reading_is_not_called_read_only() -> None:
    assert "cannot be opened" in str(translate(of_sqlite("SQLITE_CANTOPEN"), HERE, "open"))


def full(store: Store) -> Callable[[], None]:
    """Let the journal grow no more; gives what lets it grow again."""
    with store._read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    taken = [store._engine.raw_connection() for _ in range(2)]
    for each in taken:
        assert each.driver_connection is not None
        each.driver_connection.execute(f"PRAGMA max_page_count={pages}").close()
        each.close()

    def again() -> None:
        store._engine.dispose()

    return again


def test_a_full_disk_loses_nothing_and_saving_works_again_later(store: Store) -> None:
    store.record([rating(MONDAY, 5)], "five")
    again = full(store)
    with pytest.raises(NoSpace, match="not saved: no space left on"):
        store.record([rating(MONDAY, 6, note="x" * 100_000)], "too long")
    assert store.count() == 1
    assert to_undo(store) == "five"
    again()
    store.record([rating(MONDAY, 6, note="x" * 100_000)], "fits")
    assert store.count() == 2
    assert store.check() == ()


def test_a_limit_on_the_size_of_files_loses_nothing(store: Store, path: Path) -> None:
    store.record([rating(MONDAY, 5)], "five")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, before[1]))
    try:
        with pytest.raises(CannotAccess, match="not saved: "):
            store.record([rating(MONDAY, 6, note="x" * 200_000)], "too long")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert store.count() == 1
    assert store.check() == ()
    assert store.record([rating(MONDAY, 6)], "fits")


def test_damage_met_while_reading_names_the_entry(store: Store, path: Path) -> None:
    (saved,) = store.record([rating(MONDAY, 5)], "five")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entry SET body = '{'")
    with pytest.raises(JournalDamaged, match=f"entry {saved.id}"):
        store.entries()


def test_a_missing_table_is_damage(store: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE change")
    with pytest.raises(JournalDamaged, match="no such table: change"):
        store.record([rating(MONDAY, 5)], "five")
    assert store.count() == 0


def test_a_mistake_in_our_own_sql_is_not_swallowed(store: Store) -> None:
    with pytest.raises(StorageError), store._read() as connection:
        connection.execute(text("SELEKT"))


def test_a_store_after_an_error_still_works(path: Path, clock: FakeClock) -> None:
    store = Store.open(path, clock)
    with pytest.raises(ZeroDivisionError), store._write() as connection:
        connection.exec_driver_sql("DELETE FROM meta")
        raise ZeroDivisionError
    assert store.record([rating(MONDAY, 5)], "five")
    with store._read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM meta").scalar_one() == 3
    store.close()
