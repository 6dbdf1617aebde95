"""Now, the time zone, and the journal day. Handed in everywhere; nothing else asks the system for the time."""

import os
import time as system_time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path

DAY_STARTS = time(4)
"""The small hours before this wall-clock time are counted to the day before."""
YEARS = range(1900, 2200)
"""All that is recorded, and all that is asked for, lies in these years: so no arithmetic leaves the calendar."""


def journal_day(at: datetime) -> date:
    """The journal day of a moment: its own wall-clock date, with 00:00-03:59 counted to the day before.

    The offset `at` carries decides what the wall clock showed, so a day never changes because the runner travelled.
    """
    day = at.date()
    return day if at.time() >= DAY_STARTS else day - timedelta(days=1)


def written_day(text: str) -> date:
    """The day that "YYYY-MM-DD" says. Raises ValueError, also for one outside YEARS."""
    day = date.fromisoformat(text)
    if day.year not in YEARS:
        raise ValueError(f"{text} is out of range")
    return day


def fixed(moment: datetime) -> datetime:
    """The aware `moment` with its zone replaced by the plain offset from UTC in force then."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment needs its offset from UTC")
    return moment.replace(tzinfo=timezone(offset), fold=0)


@dataclass(frozen=True)
class Clock:
    """The one source of the present.

    `read` gives an aware datetime. `zone` is the runner's zone, None for the computer's own; `zone_name` is its
    IANA name, "" when unknown. `ticks` gives seconds that only ever go on, for what is measured in seconds.
    """

    read: Callable[[], datetime]
    zone: tzinfo | None = None
    zone_name: str = ""
    ticks: Callable[[], float] = system_time.monotonic

    def now(self) -> datetime:
        """The present, to the second, as the runner's wall clock shows it, with its offset from UTC."""
        return fixed(self.read().astimezone(self.zone).replace(microsecond=0))

    def today(self) -> date:
        """The journal day of now."""
        return journal_day(self.now())

    def offset(self) -> int:
        """Seconds that the runner's wall clock is ahead of UTC now."""
        return (self.now().utcoffset() or timedelta(0)) // timedelta(seconds=1)

    def at(self, day: date, wall: time) -> datetime:
        """The moment when the runner's wall clock shows `wall` on the calendar date `day`.

        A time that a clock change leaves out is moved on by the gap; of a time that comes twice the first is meant.
        Raises ValueError at the ends of the calendar (years 1 and 9999).
        """
        # In the computer's own zone `astimezone` would move a time that is left out back by the gap.
        instant = datetime.combine(day, wall, tzinfo=self.zone).timestamp()
        return fixed(datetime.fromtimestamp(instant, UTC).astimezone(self.zone))

    def comes_twice(self, at: datetime) -> bool:
        """True when the runner's wall clock shows this time twice, because it is set back."""
        local = at.replace(tzinfo=self.zone, fold=0)
        return local.timestamp() != local.replace(fold=1).timestamp()

    def at_in_day(self, day: date, wall: time) -> datetime:
        """As `at`, for a journal day: a `wall` before 04:00 falls on the calendar date after it."""
        return self.at(day + timedelta(days=1) if wall < DAY_STARTS else day, wall)


def system_clock() -> Clock:
    """The computer's clock in the computer's zone."""
    return Clock(read=lambda: datetime.now(UTC), zone_name=_system_zone_name())


def _system_zone_name() -> str:
    named = os.environ.get("TZ", "").lstrip(":")
    if named:
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            return ZoneInfo(named).key
        except (ZoneInfoNotFoundError, ValueError):
            return ""
    parts = Path("/etc/localtime").resolve().parts
    return "/".join(parts[parts.index("zoneinfo") + 1 :]) if "zoneinfo" in parts else ""
