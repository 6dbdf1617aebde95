"""Which backups stay: a pure function of when they were made."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from journal.clock import journal_day

WHOLE = timedelta(days=2)
"""For so long every backup stays."""

_RULES: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (7, journal_day),
    (4, lambda made: journal_day(made).isocalendar()[:2]),
    (12, lambda made: (journal_day(made).year, journal_day(made).month)),
)
"""How many, and of which period each is the newest: days, weeks that begin on Monday, months."""


def kept(made: Collection[datetime], now: datetime) -> set[datetime]:
    """Of the moments at which backups were made, those whose backups stay.

    All of the last 2 days (and of the future, should the clock have been wrong), then the newest of each of 7 days,
    of 4 weeks and of 12 months. What one rule keeps does not count for the next.
    """
    stay = {each for each in made if now - each < WHOLE}
    for most, period in _RULES:
        stay |= _newest_of_each(period, made, stay, most)
    return stay


def _newest_of_each(
    period: Callable[[datetime], object], made: Collection[datetime], stay: set[datetime], most: int
) -> set[datetime]:
    seen: set[object] = set()
    more: set[datetime] = set()
    for each in sorted(made, reverse=True):
        if period(each) in seen:
            continue
        seen.add(period(each))
        if each not in stay and len(more) < most:
            more.add(each)
    return more
