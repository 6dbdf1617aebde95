"""Reading the answers about warning signs: when an answer counts from, and who gave it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Final

from journal.clock import DAY_STARTS, journal_day
from journal.model import Entry, Level, SafetyCheck

LEVELS: Final[tuple[Level, ...]] = ("emergency", "urgent", "soon", "caution")
"""The most urgent first."""

URGENT: Final[frozenset[Level]] = frozenset(("emergency", "urgent"))
"""The levels at which nothing goes on but what the advice says."""

CLINICIANS: Final = ("physio", "doctor")


def most_urgent(levels: Iterable[Level]) -> Level | None:
    """The most urgent of some levels, None of none."""
    return min(levels, key=LEVELS.index, default=None)


def end_of_day(entry: Entry) -> datetime:
    """The moment the journal day of `entry` ends, on its own wall clock."""
    return datetime.combine(entry.day + timedelta(days=1), time(DAY_STARTS.hour), tzinfo=entry.at.tzinfo)


def known_from(entry: Entry) -> datetime:
    """The moment from which `entry` counts: `at`; where only the day is known, when it was recorded on that day, or
    the day's end."""
    if entry.time_known:
        return entry.at
    if entry.recorded_at is None or journal_day(entry.recorded_at.astimezone(entry.at.tzinfo)) != entry.day:
        return end_of_day(entry)
    return entry.recorded_at


def place_in_time(entry: Entry) -> tuple[datetime, str]:
    """What entries are put in order by: the moment each counts from, and within one second the order of recording.

    An id tells that order; an entry without one is not recorded yet.
    """
    return known_from(entry), entry.id


def imported(entry: Entry) -> bool:
    """True for what came from a file: it can raise a sign, never take one back."""
    return entry.source.startswith("import")


def by_clinician(check: SafetyCheck) -> bool:
    """True when `check` says which physio or doctor saw it and what they said, and was not imported."""
    role, _, who = check.cleared_by.partition(":")
    return role.strip().casefold() in CLINICIANS and bool(who.strip() and check.note.strip()) and not imported(check)


def by_runner(check: SafetyCheck) -> bool:
    """True for the runner's own answers: neither imported nor said to come from somebody else."""
    return not check.cleared_by and not imported(check)


def checks_until(entries: Sequence[Entry], now: datetime) -> tuple[SafetyCheck, ...]:
    """The safety checks up to the day of `now`, in the order in which they count."""
    today = journal_day(now)
    found = [each for each in entries if isinstance(each, SafetyCheck) and each.day <= today]
    return tuple(sorted(found, key=place_in_time))
