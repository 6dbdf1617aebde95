"""Whether a file that lies still can be trusted: it is ours, it is whole, and every entry is what was written."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from journal.storage.connecting import address, connect, speaking
from journal.storage.errors import NotAJournal, UnreadableRow, damaged
from journal.storage.mapping import STORED, checksum
from journal.storage.opening import Header, leftovers
from journal.storage.shapes import Verified
from journal.storage.tables import SCHEMA


@contextmanager
def lying_still(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a file that nobody writes; nothing is changed or made beside it. Raises sqlite3.Error."""
    with closing(sqlite3.connect(address(file, "mode=ro&immutable=1"), uri=True)) as connection:
        connection.text_factory = lossless
        yield connection


def lossless(text: bytes) -> str:
    """Stored text, also where its bytes were changed so that they are no text any more."""
    return text.decode(errors="surrogateescape")


def refuse_strangers(file: Path) -> None:
    """Raise StorageError when `file` is no regular file, not ours, empty or newer; OSError."""
    if not stat.S_ISREG(file.stat().st_mode):
        raise NotAJournal(f"{file} is not a regular file")
    Header.of(file).refuse(file)


def look_over(file: Path) -> Verified:
    """What a backup holds. Raises StorageError when it is not whole, not ours or newer."""
    with speaking(file, "read"):
        refuse_strangers(file)
        if leftovers(file):
            raise damaged(file, "a write to it was cut short")
        return verify(file)


def settle_copy(copy: Path) -> None:
    """Let SQLite finish what was cut short in a copy of ours. Raises sqlite3.Error."""
    if leftovers(copy):
        with closing(connect(copy)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        for each in leftovers(copy):
            each.unlink()


def verify(file: Path) -> Verified:
    """Look over all of `file`. Raises UnreadableRow with the first fault of its structure, and sqlite3.Error."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as aside:
        holding = aside.submit(_holding, file)  # goes on while SQLite looks at the structure
        with lying_still(file) as connection:
            said = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        if said != "ok":
            raise UnreadableRow(said.replace("\n", " "))
        return holding.result()


def _holding(file: Path) -> Verified:
    with lying_still(file) as connection:
        entries, newest = connection.execute(TALLY).fetchone()
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        unlike = _changed(connection) if schema == SCHEMA else ()  # an older one has other columns
        return Verified(entries=entries, newest=newest, changed=unlike)


def _changed(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The ids of the entries that are not what was written."""
    connection.text_factory = str
    try:
        return tuple(_unlike(connection))
    except sqlite3.OperationalError:  # some of the text is no text any more
        connection.text_factory = lossless
        return tuple(_unlike(connection))


def _unlike(connection: sqlite3.Connection) -> Iterator[str]:
    for *stored, summed in connection.execute(_SUMMED):
        if not fits(summed, *stored):
            yield str(stored[0])


def fits(summed: object, *values: object) -> bool:
    """True when `summed` is the checksum of `values`."""
    try:
        return summed == checksum(*values)
    except UnicodeEncodeError:
        return False


TALLY = "SELECT count(*), (SELECT id FROM entry ORDER BY n DESC LIMIT 1) FROM entry"
"""How many entries there are, and which was written last."""
_NAMES = '", "'.join((*STORED, "checksum"))
_SUMMED = f'SELECT "{_NAMES}" FROM entry'
