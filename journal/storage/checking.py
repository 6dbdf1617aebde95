"""Whether everything that is stored is still what was written. SQLite cannot see a changed letter; checksums can."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from sqlalchemy import Connection, select

from journal.model import InvalidEntry
from journal.plain import from_json
from journal.storage.errors import UnreadableRow
from journal.storage.mapping import COLUMNS, COPIES, STORED, from_row, to_row
from journal.storage.tables import action, change, entry
from journal.storage.verifying import fits, lossless

_DERIVED = ("day", *COPIES)
_STEPS = 20_000
"""So many steps of SQLite's machine are done between looks at the time: about a millisecond."""


def first_fault(connection: Connection, seconds: float) -> str | None:
    """The first fault of the structure that a look of at most `seconds` finds; None also when time was up."""
    last = monotonic() + seconds
    driver = _driver(connection)
    driver.set_progress_handler(lambda: monotonic() > last, _STEPS)
    try:
        said = str(driver.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_INTERRUPT":
            raise
        return None
    finally:
        driver.set_progress_handler(None, 0)
    return None if said == "ok" else said.replace("\n", " ")


@contextmanager
def lossless_text(connection: Connection) -> Iterator[None]:
    """While text whose bytes were changed so that they are no text any more can be read."""
    driver = _driver(connection)
    driver.text_factory = lossless
    try:
        yield
    finally:
        driver.text_factory = str


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def problems(connection: Connection) -> Iterator[str]:
    """One line for each thing that is wrong."""
    yield from _structure(connection)
    yield from _entries(connection)
    yield from _change_log(connection)
    yield from _gone(connection)


def _structure(connection: Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield str(said)
    for table, row, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table} {row} belongs to nothing"


def _entries(connection: Connection) -> Iterator[str]:
    columns = (*STORED, "checksum", *_DERIVED)
    for row in connection.execute(select(*(entry.c[name] for name in columns)).order_by(entry.c.n)):
        stored, (summed, *derived) = row[: len(STORED)], row[len(STORED) :]
        try:
            made = to_row(from_row(stored), "")
        except (UnreadableRow, InvalidEntry) as error:
            yield str(error)
            continue
        if not fits(summed, *stored):
            yield f"entry {row.id}: it is not what was written (checksum)"
        elif derived != [made[COLUMNS.index(name)] for name in _DERIVED]:
            yield f"entry {row.id}: what it is found by does not fit what it says"


def _change_log(connection: Connection) -> Iterator[str]:
    log = action.c
    for seq, *values, summed in connection.execute(select(log.seq, log.id, log.label, log.made_at, log.checksum)):
        if not fits(summed, *values):
            yield f"action {seq}: it is not what was written (checksum)"
    line = change.c
    query = select(line.n, line.checksum, line.action, line.entry, line.before, line.after)
    for number, summed, *values in connection.execute(query):
        if not fits(summed, *values):
            yield f"change {number}: it is not what was written (checksum)"
            continue
        for content in values[2:]:
            try:
                content is None or from_json(content)
            except InvalidEntry as error:
                yield f"change {number}: {error}"


def _gone(connection: Connection) -> Iterator[str]:
    """What is there against what the change log says should be."""
    for entry_id in connection.exec_driver_sql(f"{_LOGGED} EXCEPT SELECT id FROM entry").scalars():
        yield f"entry {entry_id}: it is missing"
    for entry_id in connection.exec_driver_sql(f"SELECT id FROM entry EXCEPT {_LOGGED}").scalars():
        yield f"entry {entry_id}: it is there, but was not recorded"


# The last change of each entry that is not undone decides; SQLite takes `after` from the row with the greatest n.
_LOGGED = """
    SELECT entry FROM (
        SELECT entry, "after", max(change.n) FROM change JOIN action ON seq = change.action
        WHERE state = 'done' GROUP BY entry
    ) WHERE "after" IS NOT NULL
"""


def search_index(connection: Connection) -> None:
    """Raise the driver's error when the search index does not fit the entries. Needs a transaction for writing."""
    connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
