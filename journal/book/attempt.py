"""Trying to record lines or entries, again and again until it is done."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from journal.book.writing import ChangedSince, Logged, Ready

if TYPE_CHECKING:
    from journal.book import Journal
    from journal.model import Entry

AGAIN = timedelta(minutes=5)
"""So soon after it failed, the same entry is the same try; later it is another one."""


class Attempt:
    """Records lines as one action each time it is called, and as the same one.

    What a disk reported as failed may be there all the same: ids and times are made at the first try and stay.
    """

    def __init__(self, journal: "Journal", *lines: str, day: date | None = None, at: datetime | None = None) -> None:
        self.lines = lines
        self._journal = journal
        self._day = day
        self._at = at
        self._ready: Ready | None = None

    @property
    def begun(self) -> bool:
        """True once something was tried to be written."""
        return self._ready is not None

    def __call__(self) -> Logged:
        """Record the lines, or find that they are recorded. Raises NotUnderstood, Refused, StorageError."""
        if self._ready is None:
            self._ready = self._journal.ready(self.lines, day=self._day, at=self._at)
        try:
            return self._journal.write(self._ready)
        except ChangedSince:  # nothing was written, and the next try looks again
            self._ready = None
            raise


class ChangeAttempt:
    """Changes an entry to what a line says each time it is called, and to the same."""

    def __init__(self, journal: "Journal", seen: "Entry", line: str) -> None:
        self.lines = (line,)
        self._journal = journal
        self._seen = seen
        self._changed: Entry | None = None

    def __call__(self) -> "Entry":
        """Change the entry, or find that it is changed. Raises NotUnderstood, Refused, ChangedSince, StorageError."""
        if self._changed is None:
            self._changed = self._journal.rewritten(self._seen, *self.lines)
        return self._journal.amend(self._seen, self._changed)


class EntryAttempt:
    """Records entries as one action each time it is called, and as the same one."""

    def __init__(self, journal: "Journal", *entries: "Entry") -> None:
        self._entries = entries
        self._journal = journal
        self._ready: Ready | None = None

    def is_for(self, entries: "tuple[Entry, ...]") -> bool:
        """True when `entries` say the same, and were made soon after."""
        return len(entries) == len(self._entries) and all(
            timedelta(0) <= new.at - old.at < AGAIN and replace(new, at=old.at) == old
            for new, old in zip(entries, self._entries, strict=True)
        )

    def __call__(self) -> "tuple[Entry, ...]":
        """Record the entries, or find that they are recorded. Raises Refused, StorageError."""
        if self._ready is None:
            self._ready = self._journal.prepare(*self._entries)
        return self._journal.write(self._ready).entries
