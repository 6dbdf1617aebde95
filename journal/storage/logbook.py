"""Reading the change log: what was done when, and to what."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from journal.plain import from_json
from journal.storage import changelog, queries
from journal.storage.mapping import moment
from journal.storage.shapes import Logged, LoggedChange, Step


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

    def of(self, entry_id: str) -> tuple[Step, ...]:
        """Everything that happened to one entry, also what was undone, oldest first."""
        with self._read() as connection:
            found = changelog.history(connection, entry_id)
        return tuple(
            Step(made_at=moment(made_at), label=label, state=state, after=from_json(after) if after else None)
            for made_at, label, state, after in found
        )

    def ending(self, letters: str) -> str | None:
        """The one id among the entries that ends in `letters`, None when there is none or more than one."""
        with self._read() as connection:
            return queries.ending(connection, letters)

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
