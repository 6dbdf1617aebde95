"""What is there already, against what is given."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection

from journal.clock import journal_day
from journal.model import Entry
from journal.storage import changelog
from journal.storage.errors import IdTaken, StaleEntry
from journal.storage.mapping import same, settle
from journal.storage.shapes import Changed, ImportCounts

LATE = timedelta(days=2)
"""An entry for a journal day longer ago than this is entered late."""


def present(connection: Connection, ids: Iterable[str]) -> dict[str, Entry]:
    """The stored entries among `ids`."""
    found: dict[str, Entry] = {}
    for some in changelog.chunks(ids):
        found |= changelog.present_entries(connection, some)
    return found


def counts(connection: Connection, entries: Iterable[Entry]) -> ImportCounts:
    """How many of `entries` are new, how many are there, and how many of those say something else there."""
    added = skipped = kept = 0
    for some in changelog.chunks(entries):
        there = present(connection, (entry.id for entry in some))
        added += sum(entry.id not in there for entry in some)
        skipped += sum(entry.id in there for entry in some)
        kept += sum(differs(entry, there[entry.id]) for entry in some if entry.id in there)
    return ImportCounts(added=added, skipped=skipped, kept=kept)


def differs(entry: Entry, known: Entry) -> bool:
    """True when both say something else, whenever they were recorded."""
    stamps = {"recorded_at": known.recorded_at, "entered_late": known.entered_late}
    return not same(settle(entry, **stamps), known)


def amendment(seen: Entry, before: Entry | None, after: Entry, now: datetime) -> Changed:
    """The change of the stored entry `before` to `after`: recorded when it was, late by the day it is moved to.

    Raises StaleEntry when what is stored neither is as it was `seen` nor as it is to be.
    """
    if before is None:
        raise StaleEntry(seen, None)
    late = before.entered_late if after.day == before.day else is_late(after, now)
    after = settle(after, recorded_at=before.recorded_at, entered_late=late)
    if same(before, after):
        return Changed(id=before.id, before=before, after=before)
    if not same(before, seen):
        raise StaleEntry(seen, before)
    return Changed(id=before.id, before=before, after=after)


def is_late(entry: Entry, now: datetime) -> bool:
    """True when `entry` is told long after its day."""
    return journal_day(now) - entry.day > LATE


def retried(entry: Entry, known: Entry) -> Entry:
    """The stored entry that `entry` says again. Raises IdTaken when it says something else."""
    stamps = {"recorded_at": known.recorded_at, "entered_late": known.entered_late}
    if not same(settle(entry, **(stamps if entry.recorded_at is None else {})), known):
        raise IdTaken(entry.id)
    return known
