"""Trying to record lines, again and again until it is done."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from journal.book.writing import Logged, Ready

if TYPE_CHECKING:
    from journal.book import Journal


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
        return self._journal.write(self._ready)
