"""What a store is asked for: entries, counts, days. Each is one short transaction, and changes nothing."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from sqlalchemy import Connection

from journal.model import Entry
from journal.storage import changelog, queries
from journal.storage.mapping import from_row, line_of
from journal.storage.queries import Filter
from journal.storage.shapes import DailyRow, TriggerRow


class Finds:
    """The questions, on whatever gives connections. Raises StorageError."""

    def _read(self) -> AbstractContextManager[Connection]:
        """A connection to read with."""
        raise NotImplementedError

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id."""
        with self._read() as connection:
            return changelog.present_entries(connection, [entry_id]).get(entry_id)

    def entries(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        kinds: Collection[str] | None = None,
        site: str | None = None,
        side: str | None = None,
        tag: str | None = None,
        text: str | None = None,
        also: Mapping[str, Collection[str]] | None = None,
        source: str | None = None,
        newest_first: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Entry]:
        """The entries of the journal days first..last (both included) by (instant, id), narrowed as for `count`."""
        wanted = Filter(
            first=first,
            last=last,
            kinds=kinds,
            site=site,
            side=side,
            tag=tag,
            text=text,
            also=also or {},
            source=source,
        )
        with self._read() as connection:
            return queries.find(connection, wanted, newest_first=newest_first, limit=limit, offset=offset)

    def count(self, **filters: Any) -> int:
        """How many entries there are: first, last, kinds, site, side, tag (exact), text, source.

        An entry has `text` when each word of it begins a word of the note, tags or names.
        """
        wanted = Filter(**filters)
        with self._read() as connection:
            return queries.count(connection, wanted)

    def all_entries(self) -> Iterator[Entry]:
        """All entries by (instant, id), a page at a time: no lock is held while they are worked on.

        An entry that is moved in time meanwhile may come twice or not at all; see `version`.
        """
        return queries.walk(self._read, from_row)

    def all_lines(self) -> Iterator[bytes]:
        """All entries as lines of JSON, as `all_entries` gives them, and several times as quick."""
        return queries.walk(self._read, line_of)

    def months(self, **filters: Any) -> list[tuple[str, int]]:
        """The months that hold entries ("YYYY-MM") with their counts, the newest first; narrowed as for `count`."""
        with self._read() as connection:
            return queries.months(connection, Filter(**filters))

    def tags(self) -> list[tuple[str, int]]:
        """Every tag and how many entries bear it, the most used first."""
        with self._read() as connection:
            return queries.tags(connection)

    def daily(
        self, site: str, side: str, measure: str | None = None, first: date | None = None, last: date | None = None
    ) -> list[DailyRow]:
        """The ratings of a site and side (of one measure or of all) by journal day, oldest first."""
        with self._read() as connection:
            return queries.daily(connection, site, side, measure, first, last)

    def trigger_daily(self, trigger: str, first: date | None = None, last: date | None = None) -> list[TriggerRow]:
        """The amounts of a trigger by journal day, oldest first."""
        with self._read() as connection:
            return queries.trigger_daily(connection, trigger, first, last)

    def last_day(self) -> date | None:
        """The last journal day with an entry."""
        with self._read() as connection:
            return queries.last_day(connection)
