"""How one site felt, in the order it was felt: ratings of any measure, and what a massage began with."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import NamedTuple

from journal.clock import journal_day
from journal.model import Entry, Massage, Rating, Side

TOO_LATE = timedelta(days=3)
"""A rating entered later than this after its day stays out of medians and means."""


class Score(NamedTuple):
    """One 0-10 score at a site; `id` is the entry it stands on, `late` when it was entered too late for statistics.

    `timed` is False when only the day is known.
    """

    at: datetime
    day: date
    value: int
    id: str
    late: bool
    timed: bool


class CheckIn(NamedTuple):
    """Scores given within a few hours of each other, as one: `value` is the highest."""

    day: date
    value: int
    ids: tuple[str, ...]


def entered_too_late(entry: Entry) -> bool:
    """True when `entry` was typed more than three days after its day."""
    if not entry.entered_late or entry.recorded_at is None:
        return False
    return journal_day(entry.recorded_at.astimezone(entry.at.tzinfo)) - entry.day > TOO_LATE


def site_scores(entries: Iterable[Entry], site: str, side: Side) -> tuple[Score, ...]:
    """The scores at one site and side, oldest first. What a massage ended with is not among them."""
    return tuple(sorted(_scores(entries, site, side), key=attrgetter("at", "id")))


def _scores(entries: Iterable[Entry], site: str, side: Side) -> Iterable[Score]:
    for entry in entries:
        if not isinstance(entry, Rating | Massage) or entry.site != site or entry.side != side:
            continue
        if isinstance(entry, Rating):
            yield Score(entry.at, entry.day, entry.score, entry.id, entered_too_late(entry), entry.time_known)
        elif entry.before is not None:
            began = entry.at - timedelta(seconds=entry.seconds or 0)
            yield Score(began, journal_day(began), entry.before, entry.id, entered_too_late(entry), entry.time_known)


def check_ins(scores: Sequence[Score], within: timedelta) -> tuple[CheckIn, ...]:
    """`scores` (oldest first) as check-ins: those of one day given `within` that time of the first are one."""
    found: list[list[Score]] = []
    for score in scores:
        first = found[-1][0] if found else None
        if first is not None and score.day == first.day and score.at - first.at <= within:
            found[-1].append(score)
        else:
            found.append([score])
    return tuple(
        CheckIn(
            day=each[0].day,
            value=max(score.value for score in each),
            ids=tuple(score.id for score in each),
        )
        for each in found
    )


def day_highs(scores: Iterable[Score]) -> dict[date, int]:
    """The highest score of each day that has one."""
    highs: dict[date, int] = {}
    for score in scores:
        highs[score.day] = max(score.value, highs.get(score.day, 0))
    return highs


def median(values: Sequence[float]) -> float | None:
    """The middle value, None when there is none."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


class Before:
    """What was usual before a day: the median of dated `values` (any order) in the days before it."""

    def __init__(self, values: Iterable[tuple[date, float]]) -> None:
        self._values = sorted(values)
        self._days = [day for day, _ in self._values]

    def median(self, day: date, days: int) -> float | None:
        """The median over the `days` days before `day`, without `day` itself; None when nothing was recorded."""
        first = bisect_left(self._days, day - timedelta(days=days))
        return median([value for _, value in self._values[first : bisect_left(self._days, day)]])
