"""What the store is asked: statements and the answers made of their rows. Nothing here writes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    literal_column,
    select,
    tuple_,
)

from journal.model import Entry
from journal.storage.mapping import from_row
from journal.storage.shapes import DailyRow, TriggerRow
from journal.storage.tables import entry, search

PAGE = 2000
"""How many entries are read at a time when all are."""


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Which entries: every part that is not None has to hold. Days are included at both ends."""

    first: date | None = None
    last: date | None = None
    kinds: Collection[str] | None = None
    site: str | None = None
    side: str | None = None
    tag: str | None = None
    text: str | None = None
    source: str | None = None

    def clauses(self) -> Iterator[ColumnElement[bool]]:
        """The conditions in SQL."""
        row = entry.c
        if self.first is not None:
            yield row.day >= self.first.isoformat()
        if self.last is not None:
            yield row.day <= self.last.isoformat()
        if self.kinds is not None:
            yield row.kind.in_(sorted(self.kinds))
        if self.tag is not None:
            yield and_(row.tags != "", func.instr(" " + row.tags + " ", f" {self.tag} ") > 0)
        if self.text is not None:
            yield matching(self.text)
        for column, value in ((row.site, self.site), (row.side, self.side), (row.source, self.source)):
            if value is not None:
                yield column == value


def matching(words: str) -> ColumnElement[bool]:
    """True for entries in which every one of `words` begins a word of the note, the tags or the names."""
    asked = [f'"{word}"*' for word in words.replace('"', " ").replace("\0", " ").split()]
    if not any(letter.isalnum() for letter in words):
        return literal_column("0") == 1
    return entry.c.n.in_(select(search.c.rowid).where(search.c.search.op("MATCH")(" ".join(asked))))


def find(
    connection: Connection, wanted: Filter, *, newest_first: bool = False, limit: int | None = None, offset: int = 0
) -> list[Entry]:
    """The wanted entries by (instant, id)."""
    query = _ordered(select(entry).where(*wanted.clauses()), newest_first).offset(offset or None).limit(limit)
    return read(connection, query)


def read(connection: Connection, query: Select[Any]) -> list[Entry]:
    """The entries of a selection of whole rows."""
    return [from_row(row) for row in connection.execute(query).mappings()]


def count(connection: Connection, wanted: Filter) -> int:
    """How many entries are wanted."""
    return connection.execute(select(func.count()).select_from(entry).where(*wanted.clauses())).scalar_one()


def page(connection: Connection, key: tuple[int, str] | None) -> list[Entry]:
    """The next entries by (instant, id) after the key of the last one; the first page without one."""
    query = _ordered(select(entry), newest_first=False).limit(PAGE)
    if key is not None:
        query = query.where(tuple_(entry.c.instant, entry.c.id) > key)
    return read(connection, query)


def months(connection: Connection) -> list[tuple[str, int]]:
    """ "YYYY-MM" and its number of entries, the newest first."""
    month = func.substr(entry.c.day, 1, 7).label("month")
    query = select(month, func.count()).group_by(month).order_by(month.desc())
    return [(name, number) for name, number in connection.execute(query)]


def edge(connection: Connection, *, last: bool) -> date | None:
    """The first or the last day with an entry."""
    found = connection.execute(select((func.max if last else func.min)(entry.c.day))).scalar_one()
    return date.fromisoformat(found) if found else None


def daily(
    connection: Connection, site: str, side: str, measure: str | None, first: date | None, last: date | None
) -> list[DailyRow]:
    """The scores of a site and side by day."""
    rated = entry.alias("rated")
    latest = entry.alias("latest")
    query = (
        select(
            rated.c.day,
            func.max(rated.c.score),
            func.min(rated.c.score),
            func.avg(rated.c.score),
            select(latest.c.score)
            .where(*_rated(latest, site, side, measure), latest.c.day == rated.c.day)
            .order_by(latest.c.instant.desc(), latest.c.id.desc())
            .limit(1)
            .scalar_subquery(),
            func.count(),
        )
        .where(*_rated(rated, site, side, measure), *_within(rated, first, last))
        .group_by(rated.c.day)
        .order_by(rated.c.day)
    )
    return [DailyRow(date.fromisoformat(day), *figures) for day, *figures in connection.execute(query)]


def trigger_daily(connection: Connection, trigger: str, first: date | None, last: date | None) -> list[TriggerRow]:
    """The amounts of a trigger by day."""
    unknown = func.sum(case((entry.c.amount.is_(None), 1), else_=0))
    query = (
        select(entry.c.day, func.sum(entry.c.amount), func.count(), unknown)
        .where(entry.c.kind == literal_column("'trigger'"), entry.c.what == trigger, *_within(entry, first, last))
        .group_by(entry.c.day)
        .order_by(entry.c.day)
    )
    return [TriggerRow(date.fromisoformat(day), *figures) for day, *figures in connection.execute(query)]


def _rated(table: Any, site: str, side: str, measure: str | None) -> Iterator[ColumnElement[bool]]:
    # The kind is spelled out, not bound: SQLite uses a partial index only when it sees its condition.
    yield table.c.kind == literal_column("'rating'")
    yield table.c.site == site
    yield table.c.side == side
    if measure is not None:
        yield table.c.measure == measure


def _within(table: Any, first: date | None, last: date | None) -> Iterator[ColumnElement[bool]]:
    if first is not None:
        yield table.c.day >= first.isoformat()
    if last is not None:
        yield table.c.day <= last.isoformat()


def _ordered(query: Select[Any], newest_first: bool) -> Select[Any]:
    order = (entry.c.instant, entry.c.id)
    return query.order_by(*(column.desc() for column in order)) if newest_first else query.order_by(*order)
