"""Strength as it was done: the entries of one exercise on one journal day are one session."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from journal.clock import DAY_STARTS
from journal.model import Entry, Side, Strength, StrengthSet


@dataclass(frozen=True, kw_only=True)
class Session:
    """One exercise on one day. `ended` is the latest it can have ended, `pain` the worst score, None when not asked."""

    exercise: str
    day: date
    ended: datetime
    pain: int | None
    sets: tuple[StrengthSet, ...]

    @property
    def load_kg(self) -> float | None:
        """The heaviest weight used, None without."""
        return max((each.load_kg for each in self.sets if each.load_kg), default=None)

    @property
    def reps(self) -> int | None:
        """The fewest repetitions of a set with the heaviest weight; None when none were counted."""
        return min((each.reps for each in self._working if each.reps is not None), default=None)

    @property
    def seconds(self) -> int | None:
        """The shortest hold with the heaviest weight; None when none was timed."""
        return min((each.seconds for each in self._working if each.seconds is not None), default=None)

    @property
    def only_side(self) -> Side | None:
        """The one side that was trained, None when both were or no side was given."""
        sides = {each.side for each in self.sets}
        return sides.pop() if len(sides) == 1 else None

    @property
    def _working(self) -> tuple[StrengthSet, ...]:
        load = self.load_kg
        return tuple(each for each in self.sets if load is None or each.load_kg == load)


def sessions(entries: Iterable[Entry]) -> tuple[Session, ...]:
    """The sessions among `entries`, oldest first; the order of the entries does not matter."""
    groups: dict[tuple[date, str], list[Strength]] = {}
    for entry in entries:
        if isinstance(entry, Strength):
            groups.setdefault((entry.day, entry.exercise), []).append(entry)
    return tuple(_session(groups[key]) for key in sorted(groups))


def _session(parts: list[Strength]) -> Session:
    return Session(
        exercise=parts[0].exercise,
        day=parts[0].day,
        ended=max(map(_ended, parts)),
        pain=max((each.pain_during for each in parts if each.pain_during is not None), default=None),
        sets=tuple(each for part in parts for each in part.sets),
    )


def _ended(entry: Strength) -> datetime:
    """When it ended; of one without a clock time, the end of its journal day."""
    if entry.time_known:
        return entry.at
    return datetime.combine(entry.day + timedelta(days=1), DAY_STARTS, tzinfo=entry.at.tzinfo)


def day_begins(day: date, like: datetime) -> datetime:
    """The first moment of a journal day, at the offset from UTC of `like`."""
    return datetime.combine(day, time(DAY_STARTS.hour, DAY_STARTS.minute), tzinfo=like.tzinfo)


def last_time(exercise: str, entries: Iterable[Entry], before: date | None = None) -> Strength | None:
    """The latest strength entry of an exercise (on a journal day before `before`, when given), None without one."""
    done = [
        entry
        for entry in entries
        if isinstance(entry, Strength) and entry.exercise == exercise and (before is None or entry.day < before)
    ]
    return max(done, key=lambda entry: (entry.at, entry.id), default=None)
