"""When a row happened, from the forms other apps write it in."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from journal.catalogue.mapping_shapes import Time
from journal.clock import Clock, fixed
from journal.exchange.table import Row

NOON = time(12)
OFFSET = re.compile(r"(?:UTC|GMT)?\s*(?:Z|([+-])(\d{1,2}):?(\d{2})?)?")


class Unfit(ValueError):
    """A value that is there and cannot be read; the message says which."""


class Absent(ValueError):
    """A value that is not there, or a condition that does not hold: nothing is wrong, and nothing to make of it."""


def moment(row: Row, how: Time, clock: Clock, seconds: float) -> tuple[datetime, bool, datetime]:
    """The moment of a row with its offset, whether its time of day is known, and what its wall clock showed.

    `seconds` are added to it. Where only the day is known it is 12:00, or now on a day that is not so far yet.
    Raises Unfit.
    """
    said, known = _said(row, how)
    moved = said + timedelta(hours=how.shift_hours)
    offset = _offset(row.text(how.offset)) if how.offset else None
    if offset is not None and moved.tzinfo is None:
        moved = moved.replace(tzinfo=offset)
    shown = moved.replace(tzinfo=None)
    try:
        if not known or how.day_only:
            return _noon(moved.date(), clock), False, shown
        if moved.tzinfo is None and how.zone == "local":
            moved = clock.at(moved.date(), moved.time())
        elif moved.tzinfo is None:
            moved = moved.replace(tzinfo=UTC).astimezone(clock.zone)
        return fixed(moved + timedelta(seconds=seconds)), True, shown
    except (OverflowError, ValueError, OSError):
        raise Unfit(f"{said} is out of range") from None


def _noon(day: date, clock: Clock) -> datetime:
    noon, now = clock.at(day, NOON), clock.now()
    return min(noon, now) if day == now.date() else noon


def _said(row: Row, how: Time) -> tuple[datetime, bool]:
    """What the row says, and whether it says a time of day."""
    text = row.text(how.column)
    if not text:
        raise Unfit("it says no day")
    said, known = _day(text, how.formats)
    if not how.clock or how.day_only:
        return said, known
    wall = row.text(how.clock)
    if not wall:
        return said, known
    at = _wall(wall, how.clock_formats)
    late = at.hour < how.day_starts
    return datetime.combine(said.date() + timedelta(days=1 if late else 0), at), True


def _day(text: str, formats: tuple[str, ...]) -> tuple[datetime, bool]:
    for each in formats:
        try:
            return datetime.strptime(text, each), "%H" in each or "%I" in each  # noqa: DTZ007 - its zone is said beside
        except ValueError:
            continue
    try:
        if formats:
            raise ValueError
        if len(text) == len("2026-01-31"):
            return datetime.combine(date.fromisoformat(text), NOON), False
        return datetime.fromisoformat(text), True
    except ValueError:
        raise Unfit(f"{text[:40]!r} is not a date it can read") from None


def _wall(text: str, formats: tuple[str, ...]) -> time:
    for each in formats:
        try:
            return datetime.strptime(text.replace("\u202f", " "), each).time()  # noqa: DTZ007 - a time of day alone
        except ValueError:
            continue
    raise Unfit(f"{text[:40]!r} is not a time of day")


def _offset(text: str) -> timezone | None:
    found = OFFSET.fullmatch(text.strip())
    if not text.strip():
        return None
    if found is None:
        raise Unfit(f"{text[:40]!r} is not an offset from UTC")
    sign, hours, minutes = found.groups()
    ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    if ahead >= timedelta(days=1):
        raise Unfit(f"{text[:40]!r} is not an offset from UTC")
    return timezone(-ahead if sign == "-" else ahead)
