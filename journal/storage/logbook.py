"""Reading the change log: what was done when, and to what."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from journal.storage import changelog
from journal.storage.mapping import moment
from journal.storage.shapes import Logged, LoggedChange


class Logbook:
    """The change log of a store. A page is read at a time; no lock is held between."""

    def __init__(self, read: Callable[[], AbstractContextManager[Connection]]) -> None:
        """`read` gives a connection for a while."""
        self._read = read

    def all(self) -> Iterator[Logged | LoggedChange]:
        """The whole log, oldest first: each action, then its changes."""
        seq = 0
        while True:
            with self._read() as connection:
                some = changelog.actions(connection, seq)
            if not some:
                return
            for seq, action_id, label, made_at, state in some:
                yield Logged(id=action_id, label=label, made_at=moment(made_at), state=state)
                yield from self._changes_of(seq)

    def _changes_of(self, seq: int) -> Iterator[LoggedChange]:
        n = 0
        while True:
            with self._read() as connection:
                some = changelog.changes_of(connection, seq, n)
            if not some:
                return
            n = some[-1][0]
            for _, entry_id, before, after in some:
                yield LoggedChange(entry=entry_id, before=before, after=after)
