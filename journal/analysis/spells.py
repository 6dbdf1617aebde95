"""Sore spells as the ratings show them: from a sore day with less than normal function to two days well again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.analysis.rows import Place, Row
from journal.model import Entry, Episode, Function

SORE, LIMITED = 3, 90
"""A day this sore with less function than this begins a spell."""
WELL, NORMAL = 1, 100
"""At most this sore with at least this function, on two logged days in a row: well again since the first of them."""
LOST_DAYS = 30
"""A spell of which nothing was logged for longer has no known end."""


@dataclass(frozen=True)
class Day:
    """A day on which soreness (its last rating) or function was logged; None: not asked."""

    ordinal: int
    score: int | None = None
    function: int | None = None
    begins: bool = False
    """The runner said that a spell began."""
    ends: bool = False
    """The runner said that it was over."""

    @property
    def well(self) -> bool | None:
        """Whether it is a day well again; None when one of the two was not asked."""
        if self.score is None or self.function is None:
            return None
        return self.score <= WELL and self.function >= NORMAL


@dataclass(frozen=True)
class Spell:
    """The days of a spell from its first on; `length` in days when its end is known."""

    days: Sequence[Day]
    length: int | None = None

    @property
    def scores(self) -> list[tuple[int, int]]:
        """(days since the beginning, the day's last rating)."""
        first = self.days[0].ordinal
        return [(day.ordinal - first, day.score) for day in self.days if day.score is not None]

    @property
    def peak(self) -> int:
        """The highest of them, 0 without any."""
        return max((score for _, score in self.scores), default=0)


def logged_days(entries: Iterable[Entry], rows: Iterable[Row], place: Place) -> list[Day]:
    """The logged days of a place, oldest first, from entries and from its rows (both by time)."""
    scores = {row.day: row.score for row in rows if not row.after}
    functions: dict[int, int] = {}
    begins, ends = set(), set()
    for each in entries:
        if isinstance(each, Function) and each.side in (None, place[1]):
            functions[each.day.toordinal()] = each.percent
        elif isinstance(each, Episode) and (each.site, each.side) == place:
            begins.add(each.day.toordinal())
            if each.ended_on:
                ends.add(each.ended_on.toordinal())
    ordinals = sorted(scores.keys() | functions.keys() | begins | ends)
    return [Day(day, scores.get(day), functions.get(day), day in begins, day in ends) for day in ordinals]


def spells(days: Sequence[Day]) -> tuple[list[Spell], Spell | None]:
    """The finished spells, oldest first, and the one that is still going on."""
    finished: list[Spell] = []
    current: list[Day] = []
    well_since: int | None = None
    for day in days:
        if current and day.ordinal - current[-1].ordinal > LOST_DAYS:
            current, well_since = [], None
        if not current:
            if begins(day):
                current, well_since = [day], None
            continue
        current.append(day)
        if day.ends or (day.well and well_since is not None):
            over = day.ordinal if well_since is None else well_since
            finished.append(Spell(current, max(1, over - current[0].ordinal)))
            current = []
        elif day.well is not None:
            well_since = day.ordinal if day.well else None
    return finished, Spell(current) if current else None


def begins(day: Day) -> bool:
    """True when a spell begins: the runner said so, or it is sore and function is down."""
    sore = (day.score or 0) >= SORE and (NORMAL if day.function is None else day.function) < LIMITED
    return day.begins or sore
