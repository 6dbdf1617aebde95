"""What was recorded, as it is."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from journal.book.opened import Opened
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.model import Entry, Episode
    from journal.storage.shapes import DailyRow, TriggerRow


class Reading(Opened):
    """Entries, days, search."""

    def entry(self, entry_id: str) -> "Entry":
        """The entry with that id. Raises Refused when there is none."""
        entry = self.store.entry(entry_id)
        if entry is None:
            raise Refused(f"there is no entry {entry_id}")
        return entry

    def find(self, entry_id: str) -> "Entry | None":
        """The entry with that id, None when there is none (any more)."""
        return self.store.entry(entry_id)

    def entries(
        self,
        first: date | None = None,
        last: date | None = None,
        *,
        kinds: Collection[str] | None = None,
        newest_first: bool = False,
        limit: int | None = None,
        offset: int = 0,
        **filters: Any,
    ) -> "list[Entry]":
        """Entries of the journal days first..last (both included), by time. Filters: site, side, tag, text, source.

        An entry has `text` when each word of it begins a word of the entry, or is what people call something in it.
        """
        filters = self._understood(filters)
        return self.store.entries(
            first=first, last=last, kinds=kinds, newest_first=newest_first, limit=limit, offset=offset, **filters
        )

    def day(self, day: date) -> "list[Entry]":
        """The entries of one journal day, by time."""
        return self.entries(day, day)

    def months(self, **filters: Any) -> list[tuple[str, int]]:
        """The months that hold entries ("YYYY-MM") with their counts, newest first. Filters as of `entries`."""
        return self.store.months(**self._understood(filters))

    def tags(self) -> list[tuple[str, int]]:
        """The tags in use with how many entries bear each, the most used first."""
        return self.store.tags()

    def _understood(self, filters: dict[str, Any]) -> dict[str, Any]:
        """The filters, with what the words of a search mean."""
        from journal.vocabulary import meant_by

        text = filters.get("text")
        return {**filters, "also": meant_by(text, self.catalogue)} if text else filters

    def daily(self, site: str, side: str, measure: str | None, first: date, last: date) -> "list[DailyRow]":
        """A site's ratings by day, aggregated in the database."""
        return self.store.daily(site, side, measure, first, last)

    def triggers_daily(self, trigger: str, first: date, last: date) -> "list[TriggerRow]":
        """A trigger's amounts by day, aggregated in the database."""
        return self.store.trigger_daily(trigger, first, last)

    def episodes(self, day: date | None = None) -> "tuple[Episode, ...]":
        """The episodes open on a day (default: today), the oldest first."""
        from journal.model import Episode

        on = day or self.clock.today()
        return tuple(
            entry
            for entry in self.entries(last=on, kinds=("episode",))
            if isinstance(entry, Episode) and (entry.ended_on is None or entry.ended_on > on)
        )

    def count(self) -> int:
        """How many entries there are."""
        return self.store.count()

    def version(self) -> object:
        """A token that changes when this or another program has saved something."""
        return self.store.version()

    def version_now(self) -> object | None:
        """`version` without waiting; None while another program keeps it from being told, and once it is closed."""
        store = self._store
        return store.version_now() if store is not None else None
