"""What the store is asked: statements and the answers made of their rows. Nothing here writes."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    UnaryExpression,
    and_,
    false,
    func,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy.sql.operators import custom_op

from journal.clock import DAY_STARTS
from journal.model import Entry
from journal.storage.mapping import STORED, from_row, microseconds
from journal.storage.shapes import DailyRow, TriggerRow
from journal.storage.tables import entry, search

T = TypeVar("T")

PAGE = 2000
"""How many entries are read at a time when all are."""


FEW = 2000
"""Up to so many finds are looked up one by one and sorted; among more, the journal is walked until enough are found."""

_DAY = timedelta(days=1)
_WHOLE = tuple(entry.c[name] for name in STORED)


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
    also: Mapping[str, Collection[str]] = field(default_factory=dict)
    """For a word of the text the names (whole phrases) that do as well."""
    source: str | None = None

    def clauses(self, found: ColumnElement[bool] | None = None) -> Iterator[ColumnElement[bool]]:
        """The conditions in SQL; `found` stands for the text."""
        row = entry.c
        # A day holds instants of any offset from UTC, all less than a day. The instant is what the indexes sort by.
        if self.first is not None:
            yield row.instant >= microseconds(day_starts(self.first) - _DAY)
            yield _unindexed(row.day) >= self.first.isoformat()
        if self.last is not None:
            yield row.instant < microseconds(day_starts(self.last) + 2 * _DAY)
            yield _unindexed(row.day) <= self.last.isoformat()
        if self.kinds is not None:
            yield row.kind.in_(sorted(self.kinds))
        if self.tag is not None:
            yield and_(row.tags != "", func.instr(" " + row.tags + " ", f" {self.tag} ") > 0)
        if found is not None:
            yield found
        for column, value in ((row.site, self.site), (row.side, self.side), (row.source, self.source)):
            if value is not None:
                yield column == value


def day_starts(day: date) -> datetime:
    """When the wall clock shows the start of a journal day, in UTC; of a day no entry can have, of the nearest."""
    return datetime.combine(min(max(day, date(1899, 1, 1)), date(2200, 12, 31)), DAY_STARTS, tzinfo=UTC)


def _unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The same value, by which SQLite looks nothing up."""
    return type_coerce(UnaryExpression(column, operator=custom_op("+")), column.type)


def _matching(connection: Connection, words: str, also: Mapping[str, Collection[str]]) -> ColumnElement[bool]:
    """True for entries in which every one of `words` begins a word of the note, the tags or the names.

    One of a word's `also` among the names does as well.
    """
    plain = [word for word in _harmless(words).split() if any(letter.isalnum() for letter in word)]
    if not plain:
        return false()
    asked = " AND ".join(_asked(word, also.get(word, ())) for word in plain)
    finds = select(search.c.rowid).where(search.c.search.op("MATCH")(asked))
    few = connection.execute(finds.limit(FEW)).scalars().all()
    return entry.c.n.in_(few) if len(few) < FEW else _unindexed(entry.c.n).in_(finds)


def _asked(word: str, names: Collection[str]) -> str:
    """One word of a search in the index's own language."""
    said = [f'"{word}"*', *(f'words : "{_harmless(name)}"' for name in sorted(names))]
    return f"({' OR '.join(said)})"


def _harmless(text: str) -> str:
    return text.replace('"', " ").replace("\0", " ")


def ending(connection: Connection, letters: str) -> str | None:
    """The one id that ends in `letters`."""
    same = func.substr(entry.c.id, -len(letters)) == letters
    found = connection.execute(select(entry.c.id).where(same).limit(2)).scalars().all()
    return str(found[0]) if len(found) == 1 else None


def find(
    connection: Connection, wanted: Filter, *, newest_first: bool = False, limit: int | None = None, offset: int = 0
) -> list[Entry]:
    """The wanted entries by (instant, id)."""
    query = _ordered(_where(connection, select(*_WHOLE), wanted), newest_first)
    return read(connection, query.offset(offset or None).limit(limit))


def read(connection: Connection, query: Select[Any]) -> list[Entry]:
    """The entries of a selection of STORED columns."""
    return [from_row(row) for row in connection.execute(query).all()]


def _where(connection: Connection, query: Select[Any], wanted: Filter) -> Select[Any]:
    found = None if wanted.text is None else _matching(connection, wanted.text, wanted.also)
    return query.where(*wanted.clauses(found))


def count(connection: Connection, wanted: Filter) -> int:
    """How many entries are wanted."""
    return int(connection.execute(_where(connection, select(func.count()).select_from(entry), wanted)).scalar_one())


def walk(reading: Callable[[], AbstractContextManager[Connection]], make: Callable[[Sequence[Any]], T]) -> Iterator[T]:
    """What `make` makes of the row (STORED) of each entry, by (instant, id), a page at a time."""
    key: tuple[int, str] | None = None
    while True:
        query = _ordered(select(*_WHOLE), newest_first=False).limit(PAGE)
        if key is not None:
            query = query.where(tuple_(entry.c.instant, entry.c.id) > key)
        with reading() as connection:
            rows = connection.execute(query).all()
            made = [make(row) for row in rows]
        if not rows:
            return
        yield from made
        key = (rows[-1].instant, rows[-1].id)


# From month to month by the index of days; each is counted there. To group all days takes more than twice as long.
_MONTHS = """
    WITH RECURSIVE month(name) AS (
        SELECT substr(max(day), 1, 7) FROM entry
        UNION ALL SELECT (SELECT substr(max(day), 1, 7) FROM entry WHERE day < name) FROM month WHERE name IS NOT NULL
    )
    SELECT name, (SELECT count(*) FROM entry WHERE day >= name AND day < name || '-99') FROM month
    WHERE name IS NOT NULL
"""


def months(connection: Connection, wanted: Filter) -> list[tuple[str, int]]:
    """ "YYYY-MM" and its number of wanted entries, the newest first."""
    if wanted == Filter():
        return [(name, number) for name, number in connection.exec_driver_sql(_MONTHS)]
    counted = select(entry.c.day, func.count().label("number"))
    days = _where(connection, counted, wanted).group_by(entry.c.day).subquery()
    month = func.substr(days.c.day, 1, 7).label("month")
    query = select(month, func.sum(days.c.number)).group_by(month).order_by(month.desc())
    return [(name, number) for name, number in connection.execute(query)]


def tags(connection: Connection) -> list[tuple[str, int]]:
    """Every tag and how many entries bear it, the most used first."""
    query = select(entry.c.tags, func.count()).where(entry.c.tags != "").group_by(entry.c.tags)
    counts: Counter[str] = Counter()
    for together, number in connection.execute(query):
        counts.update(dict.fromkeys(together.split(" "), number))
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def last_day(connection: Connection) -> date | None:
    """The last day with an entry."""
    found = connection.execute(select(func.max(entry.c.day))).scalar_one()
    return date.fromisoformat(found) if found else None


def daily(
    connection: Connection, site: str, side: str, measure: str | None, first: date | None, last: date | None
) -> list[DailyRow]:
    """The scores of a site and side by day."""
    query = (
        select(entry.c.day, entry.c.score)
        .where(*_rated(entry, site, side, measure), *_within(entry.c.day, first, last))
        .order_by(entry.c.day, entry.c.instant, entry.c.id)
    )
    # The index has them in this order. To group them there, and to look up the last of each day, takes twice as long.
    return list(_days(connection.execute(query).all()))


def _days(scores: Iterable[Sequence[Any]]) -> Iterator[DailyRow]:
    """A row for each day of the days and scores, which come by time."""
    now = None
    high = low = total = last = n = 0
    for day, score in chain(scores, ((None, 0),)):
        if day != now:
            if now is not None:
                yield DailyRow(date.fromisoformat(now), high, low, total / n, last, n)
            now, high, low, total, n = day, score, score, 0, 0
        if score > high:
            high = score
        elif score < low:
            low = score
        last = score
        total += score
        n += 1


def trigger_daily(connection: Connection, trigger: str, first: date | None, last: date | None) -> list[TriggerRow]:
    """The amounts of a trigger by day."""
    query = (
        select(entry.c.day, func.sum(entry.c.amount), func.count() - func.count(entry.c.amount))
        .where(entry.c.what == trigger, entry.c.kind == "trigger", *_within(entry.c.day, first, last))
        .group_by(entry.c.day)
        .order_by(entry.c.day)
    )
    return [TriggerRow(date.fromisoformat(day), *figures) for day, *figures in connection.execute(query)]


def _rated(table: FromClause, site: str, side: str, measure: str | None) -> Iterator[ColumnElement[bool]]:
    yield table.c.score.is_not(None)
    yield table.c.site == site
    yield table.c.side == side
    if measure is not None:
        yield table.c.measure == measure


def _within(day: ColumnElement[str], first: date | None, last: date | None) -> Iterator[ColumnElement[bool]]:
    if first is not None:
        yield day >= first.isoformat()
    if last is not None:
        yield day <= last.isoformat()


def _ordered(query: Select[Any], newest_first: bool) -> Select[Any]:
    order = (entry.c.instant, entry.c.id)
    return query.order_by(*(column.desc() for column in order)) if newest_first else query.order_by(*order)
