"""Whether a file that lies still can be trusted: it is ours, it is whole, and every entry is what was written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from journal.storage.connecting import address
from journal.storage.errors import UnreadableRow
from journal.storage.mapping import STORED, checksum
from journal.storage.shapes import Verified


@contextmanager
def lying_still(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a file that nobody writes; nothing is changed or made beside it. Raises sqlite3.Error."""
    with closing(sqlite3.connect(address(file, "mode=ro&immutable=1"), uri=True)) as connection:
        connection.text_factory = lossless
        yield connection


def lossless(text: bytes) -> str:
    """Stored text, also where its bytes were changed so that they are no text any more."""
    return text.decode(errors="surrogateescape")


def verify(file: Path) -> Verified:
    """Look over all of `file`. Raises UnreadableRow with the first fault of its structure, and sqlite3.Error."""
    with lying_still(file) as connection:
        said = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        if said != "ok":
            raise UnreadableRow(said.replace("\n", " "))
        entries, newest = connection.execute(TALLY).fetchone()
        return Verified(entries=entries, newest=newest, changed=tuple(changed(connection)))


def changed(connection: sqlite3.Connection) -> Iterator[str]:
    """The ids of the entries that are not what was written."""
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
