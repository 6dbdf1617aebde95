"""Days and clock times of a line to the moment they mean. The journal day begins at 04:00."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cached_property

from journal.catalogue import Catalogue
from journal.clock import DAY_STARTS, YEARS, Clock, fixed, journal_day
from journal.dates import STANDARD, day_words
from journal.quick.errors import Refusal, quoted
from journal.quick.items import Ago, Back, Day, DayWord, Meaning, Now, OnDate, Wall, Weekday, is_date
from journal.quick.phrases import Phrase
from journal.quick.vocabulary import Vocabulary, tracked_phrases, vocabulary_of
from journal.settings import MAIN, Tracked

FORGIVEN = timedelta(minutes=5)
"""How far a clock may be ahead."""

LATE_DAYS = 2
"""An entry for a day further back than this was entered late."""

NOON = time(12)


@dataclass(frozen=True)
class Given:
    """What is known before a line is read. `day` is the day chosen in the app, None for today."""

    catalogue: Catalogue
    clock: Clock
    tracked: Sequence[Tracked]
    now: datetime
    default_at: datetime | None = None
    day: date | None = None
    rest_days: int = 3
    date_format: str = STANDARD
    distance_unit: str = "km"
    anew: bool = True
    """False for the line of an entry that is changed: what is recorded may stay as it is."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The phrases of the catalogue."""
        return vocabulary_of(self.catalogue)

    @cached_property
    def tracked_phrases(self) -> dict[Phrase, tuple[Meaning, ...]]:
        """What parts of the names of the tracked sites mean."""
        return tracked_phrases(self.catalogue, self.tracked)

    @property
    def main(self) -> Tracked:
        """The site a bare number rates."""
        return self.tracked[0] if self.tracked else MAIN

    @property
    def today(self) -> date:
        """The journal day of now."""
        return journal_day(self.now)


@dataclass(frozen=True)
class Moment:
    """When something was: `known` is False when only the day is, `zone` the zone's name, "" when unknown."""

    at: datetime
    known: bool
    zone: str


def moment(day: Day | None, wall: Wall | None, given: Given) -> Moment:
    """The moment that a day, a clock time, both or neither mean. Raises Refusal, above all for the future.

    "yesterday", "mon" count in journal days; a calendar date is the calendar's. A clock time alone that is later than
    now was yesterday. A past day without a clock time is 12:00, not known.
    """
    found = _moment(day, wall, given)
    if found.at > given.now + FORGIVEN:
        typed = " ".join(each.text for each in (day, wall) if each) or str(given.default_at or given.day)
        instead = f"yesterday {wall.text}" if wall else "today"
        raise Refusal(f"{quoted(typed)} has not come yet", instead, day or wall)
    return found


def _moment(day: Day | None, wall: Wall | None, given: Given) -> Moment:
    meant = day.day if day else None
    if isinstance(meant, Ago | Now) and wall:
        raise Refusal(f"{quoted(wall.text)} is a second time", f"{wall.text} alone", wall)
    if isinstance(meant, Ago):
        before = given.now.astimezone(UTC) - meant.while_
        return _known(fixed(before.astimezone(given.clock.zone)), given)
    if isinstance(meant, Now):
        return _known(given.now, given)
    if meant is None and wall is None and given.default_at is not None:
        return _known(fixed(given.default_at), given)
    date_ = (given.day or given.today) if meant is None else date_of(meant, day, given)
    if wall is not None and wall.wall is not None:
        return _at_wall(date_, day, wall, wall.wall, given)
    if date_ == given.today and wall is None:
        return _known(given.now, given)
    noon = given.clock.at(date_, NOON)
    return Moment(min(noon, given.now) if date_ == given.today else noon, known=False, zone=given.clock.zone_name)


def _at_wall(date_: date, day: Day | None, wall: Wall, shown: time, given: Given) -> Moment:
    found = _shown(date_, shown, wall.offset, given, calendar=day is not None and isinstance(day.day, OnDate))
    if day is None and found.at > given.now + FORGIVEN and date_ == given.today:
        return _shown(date_ - timedelta(days=1), shown, wall.offset, given)
    return found


def _shown(date_: date, wall: time, offset: timedelta | None, given: Given, *, calendar: bool = False) -> Moment:
    """The moment when the wall clock shows `wall`: on a calendar date, or in a journal day."""
    if not calendar and wall < DAY_STARTS:
        date_ += timedelta(days=1)
    at = given.clock.at(date_, wall)
    if offset is None or at.utcoffset() == offset:
        return _known(at, given)
    own = datetime.combine(date_, wall, timezone(offset))
    at_home = own.astimezone(given.clock.zone).utcoffset() == offset
    return Moment(own, known=True, zone=given.clock.zone_name if at_home else "")


def _known(at: datetime, given: Given) -> Moment:
    return Moment(at, known=True, zone=given.clock.zone_name)


def date_of(meant: DayWord, day: Day | None, given: Given) -> date:
    """The date a day word means. Raises Refusal when it is out of range."""
    found = _date_of(meant, given)
    if found is None or found.year not in YEARS:
        raise Refusal(f"{quoted(day.text if day else '')} is out of range", "3 nov or 2026-11-03", day)
    return found


def _date_of(meant: DayWord, given: Given) -> date | None:
    match meant:
        case Back(days):
            return given.today - timedelta(days=days) if days <= 110_000 else None
        case Weekday(index, last):
            back = (given.today.weekday() - index) % 7
            return given.today - timedelta(days=back or (7 if last else 0))
        case OnDate(month, day, year):
            return date(year, month, day) if year else _latest(month, day, given.now.date())
        case _:
            return given.today


def _latest(month: int, day: int, today: date) -> date | None:
    """The most recent such date, today included; 29 February is at most eight years back."""
    years = (year for year in range(today.year, today.year - 9, -1) if is_date(year, month, day))
    return next((found for year in years if (found := date(year, month, day)) <= today), None)


def say_when(at: datetime, known: bool, clock: Clock, form: str = STANDARD) -> str:
    """When something was, in words: "today 07:30", "Fri 20 Nov, time not known", "last night 01:30".

    With the offset where another zone was lived in, and where the clock shows the time twice.
    """
    day, today = journal_day(at), clock.today()
    back = (today - day).days
    words = ("today", "yesterday")[back] if back in (0, 1) else day_words(day, form, year=day.year != today.year)
    if not known:
        return f"{words}, time not known"
    if at.time() < DAY_STARTS:
        words = ("tonight", "last night")[back] if back in (0, 1) else f"{words}, in the night"
    plain = at.astimezone(clock.zone).utcoffset() == at.utcoffset() and not clock.comes_twice(at)
    return f"{words} {at:%H:%M}" + ("" if plain else f" ({at:%z})")
