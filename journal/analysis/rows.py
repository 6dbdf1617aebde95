"""From entries to the numbers of a fit: the ratings of a site as rows, what may have stirred it as doses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from operator import attrgetter
from statistics import median
from typing import TypeGuard

from journal.clock import journal_day
from journal.model import LAG_MOST, Entry, Massage, Measure, Question, Rating, Run, Side, Strength, Trigger, Untracked
from journal.recovery.scores import entered_too_late

HISTORY = timedelta(days=5 * 365 + 1)
"""Older ratings are those of a different body."""
CORRECTION_DAYS = 30 / 1440
"""Ratings of one kind closer than half an hour are a correction or a double import: the last counts."""
DOSE_MOST = 3.0
NOON = 12

Place = tuple[str, Side]


@dataclass(frozen=True, slots=True)
class Row:
    """One rating. `time`: the wall clock in days; `day`: its day's ordinal; `after`: the technique it followed."""

    time: float
    day: int
    score: int
    timed: bool = True
    after: str = ""

    @property
    def morning(self) -> bool:
        """True when the clock showed less than 12."""
        return self.timed and self.time % 1 < NOON / 24


@dataclass(frozen=True)
class Doses:
    """What was logged of one exposure, in typical amounts: `events` of a day ordinal are (time or None, dose)."""

    typical: float | None = None
    unit: str = ""
    events: Mapping[int, Sequence[tuple[float | None, float]]] = field(default_factory=dict)

    @cached_property
    def daily(self) -> dict[int, float]:
        """The dose of each day that has one, at most 3."""
        return {day: min(DOSE_MOST, self.total(day)) for day in self.events}

    def before(self, row: Row) -> float:
        """The dose of the row's own day that was over before the rating, at most 3; 0 when its time is unknown."""
        return min(DOSE_MOST, self.total_before(row))

    def total(self, day: int) -> float:
        """All of a day, in typical amounts."""
        return sum(dose for _, dose in self.events.get(day, ()))

    def total_before(self, row: Row) -> float:
        """What of the row's own day was over before it, in typical amounts."""
        if not row.timed or row.day not in self.events:
            return 0.0
        return sum(dose for time, dose in self.events[row.day] if time is not None and time < row.time)


def wall(at: datetime) -> float:
    """The wall clock in days; a clock change is an hour that does not matter here."""
    return at.toordinal() + (at.hour * 60 + at.minute) / 1440 + at.second / 86400


def within(entries: Iterable[Entry], as_of: date, history: timedelta | None = HISTORY) -> list[Entry]:
    """The entries that count on `as_of`, by time: of the `history` before it, or (None) of all time."""
    first = date.min if history is None else as_of - history
    return sorted((each for each in entries if first <= each.day <= as_of), key=attrgetter("at", "id"))


def places(entries: Iterable[Entry], first: Sequence[Place] = ()) -> list[Place]:
    """Where there are ratings: those of `first` in their order, then the others by name."""
    rated = {(each.site, each.side) for each in entries if _rates(each)}
    return [*(place for place in first if place in rated), *sorted(rated.difference(first))]


def _rates(entry: Entry) -> TypeGuard[Rating | Massage]:
    return isinstance(entry, Rating) or (isinstance(entry, Massage) and entry.before is not None)


def site_rows(entries: Iterable[Entry], place: Place) -> list[Row]:
    """The ratings of a place from `entries` (by time), of the measure that was rated most there, by time.

    A massage's `before` is a rating of soreness, its `after` a row that says so. Ratings typed more than three days
    late are left out.
    """
    here = [
        each
        for each in entries
        if isinstance(each, Rating | Massage) and (each.site, each.side) == place and not entered_too_late(each)
    ]
    measure = main_measure(here)
    found = sorted((row for each in here for row in _rows(each, measure)), key=attrgetter("time"))
    return _corrected(found)


def main_measure(entries: Iterable[Entry]) -> Measure:
    """The measure with the most ratings; soreness when they are as many."""
    counts: Counter[Measure] = Counter()
    for each in entries:
        if isinstance(each, Rating):
            counts[each.measure] += 1
        elif isinstance(each, Massage) and each.before is not None:
            counts["soreness"] += 1
    return max(counts, key=lambda each: (counts[each], each == "soreness", each), default="soreness")


def _rows(entry: Rating | Massage, measure: Measure) -> Iterator[Row]:
    if isinstance(entry, Rating):
        if entry.measure == measure:
            yield Row(wall(entry.at), entry.day.toordinal(), entry.score, entry.time_known)
    elif measure == "soreness" and entry.before is not None:
        began = entry.at - timedelta(seconds=entry.seconds or 0)
        yield Row(wall(began), journal_day(began).toordinal(), entry.before, entry.time_known)
        if entry.after is not None:
            yield Row(wall(entry.at), entry.day.toordinal(), entry.after, entry.time_known, entry.technique)


def _corrected(rows: Sequence[Row]) -> list[Row]:
    kept: list[Row] = []
    latest: dict[bool, float] = {}
    for row in reversed(rows):
        kind = bool(row.after)
        if latest.get(kind, float("inf")) - row.time >= CORRECTION_DAYS:
            kept.append(row)
            latest[kind] = row.time
    return kept[::-1]


def rows_after(question: Question, rows: Sequence[Row]) -> list[Row]:
    """The ratings that can answer: after it was asked, of exposures from that day on, and of the time it asks for."""
    asked, first = wall(question.at), question.day.toordinal() + question.lag_days
    return [
        row
        for row in rows
        if not row.after and row.time > asked and row.day >= first and (row.morning or not question.mornings)
    ]


def tracked_rows(rows: Sequence[Row], entries: Iterable[Entry]) -> Sequence[Row]:
    """The rows but those for which the day itself, or one of the two before, was marked as not tracked."""
    ranges = [(each.day.toordinal(), each.last.toordinal()) for each in entries if isinstance(each, Untracked)]
    if not ranges:
        return rows
    return [row for row in rows if not any(first <= row.day and row.day - LAG_MOST <= last for first, last in ranges)]


def exposures(entries: Iterable[Entry]) -> dict[str, Doses]:
    """The doses of every trigger that was ever logged, by its id, then of runs ("run") and of "strength" work.

    A dose of 1 is the median amount; an unknown amount is taken as that, an amount of 0 as not exposed.
    """
    logged: dict[str, list[tuple[Entry, float | None, str]]] = defaultdict(list)
    for entry in entries:
        match entry:
            case Trigger():
                logged[entry.trigger].append((entry, entry.amount, entry.unit))
            case Run():
                logged["run"].append((entry, entry.minutes or None, "min"))
            case Strength(sets=done):
                logged["strength"].append((entry, float(len(done)) or None, "sets"))
    return {name: _doses(logged[name]) for name in sorted(logged, key=lambda each: (each in ("run", "strength"), each))}


def _doses(logged: Sequence[tuple[Entry, float | None, str]]) -> Doses:
    strength = isinstance(logged[0][0], Strength)
    given = [amount for _, amount, _ in logged if amount]
    if strength:
        given = list(_by_day(logged).values())
    typical = float(median(given)) if given else None
    events: dict[int, list[tuple[float | None, float]]] = defaultdict(list)
    seen: set[tuple[datetime, float | None]] = set()
    for entry, amount, _ in logged:
        if not strength and entry.time_known and (entry.at, amount) in seen:
            continue  # the same amount at the same minute is a double import
        seen.add((entry.at, amount))
        dose = 1.0 if amount is None else amount / typical if typical else 0.0
        if dose > 0:
            events[entry.day.toordinal()].append((wall(entry.at) if entry.time_known else None, dose))
    return Doses(typical, logged[-1][2], dict(events))


def _by_day(logged: Iterable[tuple[Entry, float | None, str]]) -> dict[date, float]:
    """Strength is one session a day, however many exercises it had."""
    total: dict[date, float] = defaultdict(float)
    for entry, amount, _ in logged:
        total[entry.day] += amount or 1
    return total
